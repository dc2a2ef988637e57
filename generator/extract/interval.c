#include "extract/interval.h"

#include "support/utf8.h"

#include <string.h>

/* What may stand between two signs: "0 <= the level of light <= 1"; and between two brackets. */
#define REACH_MAX ((size_t)60)

/* The character that stands for infinity in plain text. */
#define INFINITE '\x01'

struct reader {
    slice text; /* plain */
    enum number_reading numbers;
    struct interval interval;
    bool several; /* that differ */
};

/* ---- Plain text ---- */

/* Signs that have others in ASCII; no replacement is longer. */
static const struct {
    uint32_t sign;
    const char *plain;
} signs[] = {
    {0x2264, "<="}, {0x2265, ">="}, {0x2A7D, "<="}, {0x2A7E, ">="},   {0x2208, ":"},
    {0x2012, "-"},  {0x2013, "-"},  {0x2212, "-"},  {0x301C, "-"},    {0xFF5E, "-"},
    {0x2026, ".."}, {0x3001, ","},  {0x3002, "."},  {0x221E, "\x01"},
};

static void append_plain(struct buffer *out, uint32_t c)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].sign == c) {
            buffer_append(out, slice_from(signs[i].plain));
            return;
        }
    bool full_width = c >= 0xFF01 && c <= 0xFF5E;
    uint32_t ascii = full_width ? c - 0xFEE0 : utf8_is_space(c) ? ' ' : c;
    buffer_append_char(out, ascii < 0x80 ? (char)ascii : 'x');
}

/* TEXT in ASCII: signs as signs, other letters as "x". */
static slice plain_text(struct arena *arena, slice text)
{
    struct buffer out;
    buffer_init(&out);
    for (size_t at = 0; at < text.len;)
        append_plain(&out, utf8_decode(text, &at));
    slice plain = arena_copy(arena, buffer_slice(&out));
    buffer_finish(&out);
    return plain;
}

static char char_at(slice text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static size_t skip_blanks(slice text, size_t at)
{
    while (char_at(text, at) == ' ')
        at++;
    return at;
}

/* The last character before AT that is no blank. */
static char char_before(slice text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] == ' ')
        at--;
    return at > 0 ? text.ptr[at - 1] : '\0';
}

/* ---- What is found ---- */

static void note_bound(struct reader *r, const struct interval_bound *bound,
                       struct interval_bound *known)
{
    bool differs =
        bound->exclusive != known->exclusive || !decimal_equal(bound->value, known->value);
    if (known->stated && bound->stated && differs)
        r->several = true;
    else if (bound->stated)
        *known = *bound;
}

static void note(struct reader *r, const struct interval *found)
{
    note_bound(r, &found->low, &r->interval.low);
    note_bound(r, &found->high, &r->interval.high);
}

/* Reads the number at AT; returns the offset behind it, or 0. */
static size_t read_number(const struct reader *r, slice text, size_t at,
                          struct interval_bound *bound)
{
    size_t end = number_read(text, at, r->numbers, &bound->value);
    bound->stated = end != SLICE_NONE;
    return bound->stated ? end : 0;
}

/* Reads the number that ends where TEXT does. */
static bool read_last_number(const struct reader *r, slice text, struct interval_bound *bound)
{
    size_t begin = number_begin(text, text.len);
    return begin < text.len && read_number(r, text, begin, bound) == text.len;
}

/* ---- Brackets ---- */

/* PART is a number, or infinite, and nothing else. */
static bool read_bound(const struct reader *r, slice part, struct interval_bound *bound)
{
    part = slice_trim(part);
    slice sign = slice_skip(part, part.len > 1 ? 1 : 0);
    if (sign.len == 1 && sign.ptr[0] == INFINITE)
        return true;
    return part.len > 0 && read_number(r, part, 0, bound) == part.len;
}

/* Where the dash stands between two numbers, either of which may have a sign; SLICE_NONE: none. */
static size_t find_dash(slice text)
{
    for (size_t at = 1; at < text.len; at++)
        if (text.ptr[at] == '-' && ascii_is_digit(char_before(text, at)))
            return at;
    return SLICE_NONE;
}

/* Splits what stands between brackets at the one separator; *pair: it is that of a pair, which may
 * be something else than an interval. */
static bool split(slice inner, slice *low, slice *high, bool *pair)
{
    static const char *const separators[] = {";", "..", ", ", ","};
    size_t dash = find_dash(inner);
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        slice separator = slice_from(separators[i]);
        size_t at = slice_find(inner, separator);
        if (at == SLICE_NONE)
            continue;
        *low = slice_take(inner, at);
        *high = slice_skip(inner, at + separator.len);
        *pair = i != 1;
        if (i == 1 && char_at(*high, 0) == '.')
            *high = slice_skip(*high, 1);
        return slice_find(*high, separator) == SLICE_NONE;
    }
    *low = slice_take(inner, dash != SLICE_NONE ? dash : 0);
    *high = slice_skip(inner, dash != SLICE_NONE ? dash + 1 : 0);
    *pair = false;
    return dash != SLICE_NONE;
}

/* "[0-9]+" and "[^0-9]" are patterns of texts. */
static bool is_pattern(slice text, size_t open, size_t close)
{
    char before = open > 0 ? text.ptr[open - 1] : ' ';
    char after = char_at(text, close + 1);
    return strchr("^\\[]", before) != NULL || (after != '\0' && strchr("{+*?[$", after) != NULL);
}

/* The interval whose bracket opens at AT; returns where to go on, or AT. */
static size_t read_brackets(struct reader *r, size_t at)
{
    slice reach = slice_take(slice_skip(r->text, at + 1), REACH_MAX);
    size_t length = 0;
    while (length < reach.len && strchr("()[]", reach.ptr[length]) == NULL)
        length++;
    char open = r->text.ptr[at];
    char close = char_at(reach, length);
    struct interval found = {{0}, {0}};
    slice low, high;
    bool pair;
    if (close == '\0' || close == '(' || is_pattern(r->text, at, at + 1 + length) ||
        !split(slice_take(reach, length), &low, &high, &pair))
        return at;
    bool round = open == '(' && close == ')';
    if (round && pair && char_before(r->text, at) != ':')
        return at;
    found.low.exclusive = open != '[' && (!round || pair);
    found.high.exclusive = close != ']' && (!round || pair);
    if (!read_bound(r, low, &found.low) || !read_bound(r, high, &found.high))
        return at;
    note(r, &found);
    return at + length + 2;
}

/* ---- Signs of comparison ---- */

/* "<", "<=", ">" or ">=" at AT: its length, or 0; no arrow. */
static size_t comparison_length(slice text, size_t at)
{
    char c = char_at(text, at);
    bool arrow = c == '>' && at > 0 && strchr("-=", text.ptr[at - 1]) != NULL;
    if ((c != '<' && c != '>') || arrow || char_at(text, at + 1) == c)
        return 0;
    return char_at(text, at + 1) == '=' ? 2 : 1;
}

/* Whether what is said ends at AT. */
static bool ends_clause(slice text, size_t at)
{
    at = skip_blanks(text, at);
    char c = char_at(text, at);
    return c == '\0' || strchr("),;\n", c) != NULL ||
           (c == '.' && strchr(" \n", char_at(text, at + 1)) != NULL);
}

/* "(>= 0)": the sign at AT, with nothing before it; returns where to go on, or AT. */
static size_t read_single(struct reader *r, size_t at)
{
    size_t length = comparison_length(r->text, at);
    char before = char_before(r->text, at);
    struct interval found = {{0}, {0}};
    struct interval_bound *bound = r->text.ptr[at] == '<' ? &found.high : &found.low;
    size_t end = read_number(r, r->text, skip_blanks(r->text, at + length), bound);
    bound->exclusive = length == 1;
    if (strchr("(:,;.\n", before) == NULL || end == 0 || !ends_clause(r->text, end))
        return at;
    note(r, &found);
    return end;
}

/* Where the second sign of "0 <= x <= 1" stands, the first being before FROM, or SLICE_NONE. */
static size_t find_second(slice text, size_t from)
{
    size_t subject = skip_blanks(text, from);
    for (size_t at = subject; at < text.len && at - from < REACH_MAX; at++) {
        if (comparison_length(text, at) > 0)
            return at > subject ? at : SLICE_NONE;
        if (strchr(",.;:()[]\n", text.ptr[at]) != NULL)
            break;
    }
    return SLICE_NONE;
}

/* "0 <= x <= 1", whose first sign is at AT, behind a number. */
static size_t read_chain(struct reader *r, size_t at)
{
    size_t first = comparison_length(r->text, at);
    size_t second = find_second(r->text, at + first);
    bool rising = r->text.ptr[at] == '<';
    struct interval found = {{0}, {0}};
    struct interval_bound *left = rising ? &found.low : &found.high;
    struct interval_bound *right = rising ? &found.high : &found.low;
    if (second == SLICE_NONE || r->text.ptr[second] != r->text.ptr[at])
        return at;
    size_t last = comparison_length(r->text, second);
    size_t end = read_number(r, r->text, skip_blanks(r->text, second + last), right);
    left->exclusive = first == 1;
    right->exclusive = last == 1;
    if (end == 0 || !read_last_number(r, slice_trim(slice_take(r->text, at)), left))
        return at;
    note(r, &found);
    return end;
}

/* "0..10" whose points begin at AT. */
static size_t read_points(struct reader *r, size_t at)
{
    size_t behind = at + (char_at(r->text, at + 2) == '.' ? 3 : 2);
    slice rest = slice_skip(r->text, behind);
    struct interval found = {{0}, {0}};
    size_t length = read_number(r, rest, 0, &found.high);
    if (length == 0 || !read_last_number(r, slice_take(r->text, at), &found.low))
        return at;
    note(r, &found);
    return behind + length;
}

/* "Levels: 0 - 10." from the colon at AT on. */
static size_t read_colon(struct reader *r, size_t at)
{
    struct interval found = {{0}, {0}};
    size_t begin = skip_blanks(r->text, at + 1);
    size_t dash = skip_blanks(r->text, read_number(r, r->text, begin, &found.low));
    if (!found.low.stated || char_at(r->text, dash) != '-')
        return at;
    slice rest = slice_skip(r->text, dash + 1);
    size_t length = read_number(r, rest, skip_blanks(rest, 0), &found.high);
    if (length == 0 || !ends_clause(rest, length))
        return at;
    note(r, &found);
    return dash + 1 + length;
}

static size_t read_at(struct reader *r, size_t at)
{
    char c = r->text.ptr[at];
    size_t end = at;
    if (c == '(' || c == '[' || c == ']')
        end = read_brackets(r, at);
    else if (comparison_length(r->text, at) > 0)
        end = ascii_is_digit(char_before(r->text, at)) ? read_chain(r, at) : read_single(r, at);
    else if (c == '.' && char_at(r->text, at + 1) == '.')
        end = read_points(r, at);
    else if (c == ':')
        end = read_colon(r, at);
    return end > at ? end : at + 1;
}

bool interval_read(struct arena *scratch, slice text, enum number_reading reading,
                   struct interval *interval)
{
    if (number_find(text, 0) == SLICE_NONE) /* most texts */
        return false;
    struct reader r = {.text = plain_text(scratch, text), .numbers = reading};
    for (size_t at = 0; at < r.text.len;)
        at = read_at(&r, at);
    *interval = r.interval;
    bool ordered = !interval->low.stated || !interval->high.stated ||
                   decimal_double(interval->low.value) <= decimal_double(interval->high.value);
    return (interval->low.stated || interval->high.stated) && ordered && !r.several;
}
