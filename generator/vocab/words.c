#include "vocab/words.h"

#include "support/utf8.h"

/* Inclusive ranges of punctuation beyond ASCII, in order. */
static const struct {
    uint32_t first, last;
} punctuation[] = {
    {0x00A1, 0x00A1}, {0x00AB, 0x00AB}, {0x00B7, 0x00B7}, {0x00BB, 0x00BB}, {0x00BF, 0x00BF},
    {0x2010, 0x2027}, {0x2030, 0x205E}, {0x3001, 0x3003}, {0x3008, 0x3011}, {0x3014, 0x301F},
    {0x30FB, 0x30FB}, {0xFE10, 0xFE19}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
};

static bool is_punctuation(uint32_t c)
{
    if (c < 0x80)
        return c > ' ' && c != 0x7F && !ascii_is_alnum((char)c);
    for (size_t i = 0; i < sizeof punctuation / sizeof *punctuation; i++)
        if (c >= punctuation[i].first && c <= punctuation[i].last)
            return true;
    return false;
}

uint32_t words_fold_wide(uint32_t c)
{
    if (utf8_is_space(c))
        return ' ';
    if (c >= 0xFF01 && c <= 0xFF5E) /* full-width ASCII */
        return words_fold_character(c - 0xFEE0);
    if (c >= 0x2010 && c <= 0x2014) /* hyphens and dashes */
        return '-';
    if (c == 0x2018 || c == 0x2019 || c == 0x02BC) /* apostrophes */
        return '\'';
    c = utf8_to_lower(c);
    /* Turkish writes I for dotless i, Russian often leaves the dots of io out. */
    return c == 0x131 ? 'i' : c == 0x451 ? 0x435 : c;
}

/* The character that ends before AT; 0 at the begin. */
static uint32_t character_before(slice text, size_t at)
{
    if (at == 0)
        return 0;
    size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && ((unsigned char)text.ptr[begin] & 0xC0) == 0x80)
        begin--;
    return utf8_decode(text, &begin);
}

static uint32_t character_at(slice text, size_t at)
{
    return at < text.len ? utf8_decode(text, &at) : 0;
}

slice words_trim_begin(slice text)
{
    size_t next = 0;
    for (size_t at = 0; at < text.len; at = next) {
        uint32_t c = utf8_decode(text, &next);
        if (!is_punctuation(c) && !utf8_is_space(c))
            return slice_skip(text, at);
    }
    return slice_skip(text, text.len);
}

slice words_trim(slice text)
{
    text = words_trim_begin(text);
    while (text.len > 0) {
        uint32_t c = character_before(text, text.len);
        if (!is_punctuation(c) && !utf8_is_space(c))
            break;
        size_t length = text.len - 1;
        while (length > 0 && ((unsigned char)text.ptr[length] & 0xC0) == 0x80)
            length--;
        text = slice_take(text, length);
    }
    return text;
}

/* C, which is beyond ASCII. */
static size_t encode(uint32_t c, char *out)
{
    size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(leads[length] | c);
    return length;
}

bool words_key_of(slice text, struct words_key *key)
{
    return words_key_fold(words_trim(text), key);
}

/* Writes TEXT to OUT, folded and trimmed of white space, that inside to single blanks. Returns the
 * length, or SLICE_NONE where SIZE bytes may be too few. */
static size_t fold_to(slice text, char *out, size_t size)
{
    size_t length = 0;
    bool blank = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = words_fold_character(utf8_decode(text, &at));
        if (c == ' ') {
            blank = length > 0;
            continue;
        }
        if (length + 5 > size)
            return SLICE_NONE;
        if (blank)
            out[length++] = ' ';
        blank = false;
        if (c < 0x80)
            out[length++] = (char)c;
        else
            length += encode(c, out + length);
    }
    return length;
}

bool words_key_fold(slice text, struct words_key *key)
{
    size_t length = fold_to(text, key->bytes, WORDS_KEY_MAX);
    key->text = (slice){key->bytes, length};
    return length != SLICE_NONE;
}

bool words_is_border(slice text, size_t at)
{
    if (at > 0 && at < text.len && ((text.ptr[at - 1] | text.ptr[at]) & 0x80) == 0)
        return !ascii_is_alnum(text.ptr[at - 1]) || !ascii_is_alnum(text.ptr[at]);
    return !words_is_spaced_letter(character_before(text, at)) ||
           !words_is_spaced_letter(character_at(text, at));
}

size_t words_skip_spaces(slice text, size_t at)
{
    if (at < text.len && ascii_is_alnum(text.ptr[at]))
        return at;
    for (size_t next = at; next < text.len && utf8_is_space(utf8_decode(text, &next));)
        at = next;
    return at;
}

/* words_match that does not care whether the words end where LITERAL does. */
static size_t match_letters(slice text, size_t at, slice literal)
{
    for (size_t i = 0; i < literal.len;) {
        if (at >= text.len)
            return SLICE_NONE;
        uint32_t wanted = utf8_decode(literal, &i);
        if (words_fold_character(utf8_decode(text, &at)) != wanted)
            return SLICE_NONE;
        if (wanted == ' ')
            at = words_skip_spaces(text, at);
    }
    return at;
}

size_t words_match(slice text, size_t at, slice literal)
{
    size_t end = match_letters(text, at, literal);
    return end != SLICE_NONE && words_is_border(text, at) && words_is_border(text, end)
               ? end
               : SLICE_NONE;
}

size_t words_find(slice text, size_t from, slice literal, size_t *end)
{
    size_t begin = 0;
    uint32_t first = literal.len > 0 ? utf8_decode(literal, &begin) : 0;
    for (size_t at = from; at < text.len;) {
        size_t next = at;
        uint32_t c = words_fold_character(utf8_decode(text, &next));
        if (c == first || literal.len == 0) {
            *end = words_match(text, at, literal);
            if (*end != SLICE_NONE)
                return at;
        }
        at = next;
    }
    return SLICE_NONE;
}

/* Whether the character C, which stands at AT, ends a sentence. */
static bool ends_sentence(slice text, size_t at, uint32_t c)
{
    /* The full stop of "microsoft.graph.entity" ends nothing. */
    if (c == '.')
        return at + 1 >= text.len || ascii_is_space(text.ptr[at + 1]);
    return c == ';' || c == '(' || c == '[' || c == '\n' || c == '!' || c == '?' || c == 0x3002 ||
           c == 0xFF08 || c == 0xFF1B || c == 0xFF01 || c == 0xFF1F;
}

bool words_ends_sentence(slice text, size_t at)
{
    return ends_sentence(text, at, character_at(text, at));
}

/* Whether C is a letter, digit or blank, as nearly all characters of a text are. */
static inline bool goes_on(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || ascii_is_alnum((char)c);
    return c < 0x3000 || (c > 0x3002 && c < 0xFF00);
}

static bool is_clause_mark(slice text, size_t at, uint32_t c)
{
    if (ends_sentence(text, at, c))
        return true;
    /* The comma of "1,024" ends nothing. */
    if (c == ',')
        return at == 0 || at + 1 >= text.len || !ascii_is_digit(text.ptr[at - 1]) ||
               !ascii_is_digit(text.ptr[at + 1]);
    return c == ')' || c == ']' || (c == ':' && character_at(text, at + 1) == ' ') || c == 0x3001 ||
           c == 0xFF0C || c == 0xFF09 || c == 0xFF1A;
}

/* Whether the character C, which stands at AT, ends a sentence or a clause. */
static inline bool ends_clause(slice text, size_t at, uint32_t c)
{
    return !goes_on(c) && is_clause_mark(text, at, c);
}

bool words_ends_clause(slice text, size_t at)
{
    return ends_clause(text, at, character_at(text, at));
}

size_t words_clause_end(slice text, size_t from, size_t longest)
{
    size_t at = from;
    while (at < text.len && at - from < longest) {
        size_t next = at;
        if (ends_clause(text, at, utf8_decode(text, &next)))
            break;
        at = next;
    }
    return at;
}

/* TEXT folded and trimmed of white space. */
static slice fold(struct arena *arena, slice text)
{
    size_t size = 3 * text.len + 5; /* no byte gives more than three */
    char *folded = arena_alloc(arena, size);
    return (slice){folded, fold_to(text, folded, size)};
}

static bool is_glued(slice words, size_t hole, size_t length)
{
    return words_is_spaced_letter(character_before(words, hole)) ||
           words_is_spaced_letter(character_at(words, hole + length));
}

bool words_pattern_read(struct arena *arena, slice words, struct words_pattern *pattern)
{
    size_t hole = slice_find(words, SLICE("{}"));
    pattern->open = hole != SLICE_NONE;
    pattern->before = fold(arena, slice_take(words, pattern->open ? hole : words.len));
    pattern->after = pattern->open ? fold(arena, slice_skip(words, hole + 2)) : (slice){"", 0};
    pattern->glued = pattern->open && is_glued(words, hole, 2);
    return slice_find(pattern->after, SLICE("{}")) == SLICE_NONE &&
           pattern->before.len + pattern->after.len > 0;
}

static slice trim_spaces(slice text)
{
    size_t next;
    while (text.len > 0 && (next = 0, utf8_is_space(utf8_decode(text, &next))))
        text = slice_skip(text, next);
    while (text.len > 0 && utf8_is_space(character_before(text, text.len))) {
        size_t length = text.len - 1;
        while (length > 0 && ((unsigned char)text.ptr[length] & 0xC0) == 0x80)
            length--;
        text = slice_take(text, length);
    }
    return text;
}

/* Where the folded LITERAL stands at the end of TEXT, if enough of a word is before it. */
static size_t find_ending(slice text, slice literal)
{
    size_t letters = 0;
    for (size_t at = 0; at < text.len; letters++) {
        if (letters >= WORDS_GLUED_MIN && match_letters(text, at, literal) == text.len)
            return at;
        utf8_decode(text, &at);
    }
    return SLICE_NONE;
}

bool words_pattern_covers_text(const struct words_pattern *pattern, slice text, slice *subject)
{
    size_t begin = 0;
    size_t end = text.len;
    if (pattern->glued && pattern->before.len == 0) {
        end = find_ending(text, pattern->after);
        *subject = slice_take(text, end);
        return end != SLICE_NONE;
    }
    if (pattern->before.len > 0 && (begin = words_match(text, 0, pattern->before)) == SLICE_NONE)
        return false;
    if (pattern->after.len > 0) {
        size_t stop = 0;
        end = words_find(text, begin, pattern->after, &stop);
        while (end != SLICE_NONE && stop != text.len)
            end = words_find(text, end + 1, pattern->after, &stop);
        if (end == SLICE_NONE)
            return false;
    }
    *subject = trim_spaces(slice_skip(slice_take(text, end), begin));
    return pattern->open ? subject->len > 0 : begin == text.len;
}
