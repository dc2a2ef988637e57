#include "extract/limits.h"

#include "vocab/number.h"

/* How far apart the two numbers of a range may stand: "4 and, at the same time, 127" is none. */
#define LIMITS_RANGE_GAP ((size_t)40)

static bool is_sensible(enum limit_kind kind, struct decimal value)
{
    bool counts = kind == LIMIT_MIN_LENGTH || kind == LIMIT_MAX_LENGTH || kind == LIMIT_MAX_ITEMS;
    return !counts || (value.digits > 0 && value.scale == 0);
}

static void state(struct property_facts *property, enum limit_kind kind, struct decimal value)
{
    struct limit *limit = &property->limits[kind];
    if (!limit->stated && is_sensible(kind, value))
        *limit = (struct limit){true, value};
}

/* The bounds of a range are stated together or not at all. */
static void state_range(struct property_facts *property, enum limit_kind least, struct decimal low,
                        struct decimal high)
{
    enum limit_kind most = least == LIMIT_MINIMUM ? LIMIT_MAXIMUM : LIMIT_MAX_LENGTH;
    if (decimal_double(low) > decimal_double(high) || property->limits[least].stated ||
        property->limits[most].stated)
        return;
    state(property, least, low);
    state(property, most, high);
}

/* Reads two numbers from AT on, with a few words between them; returns where they end. */
static size_t read_range(slice text, size_t at, struct decimal *low, struct decimal *high)
{
    size_t end = number_read(text, at, low);
    if (end == SLICE_NONE)
        return SLICE_NONE;
    size_t second = number_find(text, end);
    if (second == SLICE_NONE || second - end > LIMITS_RANGE_GAP || second == end)
        return SLICE_NONE;
    return number_read(text, second, high);
}

/* Where the numbers of a phrase begin. */
static size_t subject_begin(const struct vocab_match *match, slice text)
{
    return match->subject.len > 0 ? (size_t)(match->subject.ptr - text.ptr) : text.len;
}

static void read_number(const struct vocab_scan *scan, enum vocab_phrase phrase, slice text,
                        struct property_facts *property, enum limit_kind kind)
{
    struct decimal value;
    if (scan->found[phrase] &&
        number_read(text, subject_begin(&scan->matches[phrase], text), &value) != SLICE_NONE)
        state(property, kind, value);
}

static void read_numbers(const struct vocab_scan *scan, slice text, struct property_facts *property)
{
    static const struct {
        enum vocab_phrase phrase;
        enum limit_kind kind;
    } singles[] = {
        {PHRASE_MIN_LENGTH, LIMIT_MIN_LENGTH},
        {PHRASE_MAX_LENGTH, LIMIT_MAX_LENGTH},
        {PHRASE_MINIMUM, LIMIT_MINIMUM},
        {PHRASE_MAXIMUM, LIMIT_MAXIMUM},
        {PHRASE_EXCLUSIVE_MINIMUM, LIMIT_EXCLUSIVE_MINIMUM},
        {PHRASE_EXCLUSIVE_MAXIMUM, LIMIT_EXCLUSIVE_MAXIMUM},
        {PHRASE_MAX_ITEMS, LIMIT_MAX_ITEMS},
    };
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++)
        read_number(scan, singles[i].phrase, text, property, singles[i].kind);
    if (property->limits[LIMIT_MINIMUM].stated || property->limits[LIMIT_EXCLUSIVE_MINIMUM].stated)
        read_number(scan, PHRASE_AND_BELOW, text, property, LIMIT_EXCLUSIVE_MAXIMUM);
}

/* Where words have no blanks between them, "the maximum length is 9" may hold "length is 9". */
static void read_exact_length(const struct vocab_scan *scan, slice text,
                              struct property_facts *property)
{
    if (property->limits[LIMIT_MIN_LENGTH].stated || property->limits[LIMIT_MAX_LENGTH].stated)
        return;
    read_number(scan, PHRASE_EXACT_LENGTH, text, property, LIMIT_MIN_LENGTH);
    read_number(scan, PHRASE_EXACT_LENGTH, text, property, LIMIT_MAX_LENGTH);
}

static void read_ranges(const struct vocab_scan *scan, slice text, struct property_facts *property)
{
    static const struct {
        enum vocab_phrase phrase;
        enum limit_kind least;
    } ranges[] = {{PHRASE_LENGTH_RANGE, LIMIT_MIN_LENGTH}, {PHRASE_RANGE, LIMIT_MINIMUM}};
    struct decimal low, high;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const struct vocab_match *match = &scan->matches[ranges[i].phrase];
        if (scan->found[ranges[i].phrase] &&
            read_range(text, subject_begin(match, text), &low, &high) != SLICE_NONE)
            state_range(property, ranges[i].least, low, high);
    }
}

/* "0-100" from AT on, up to CLOSE. */
static void read_bracket(slice text, size_t at, slice close, struct property_facts *property)
{
    struct decimal low, high;
    size_t end = number_read(text, at, &low);
    if (end == SLICE_NONE || end + 1 >= text.len || text.ptr[end] != '-')
        return;
    end = number_read(text, number_find(text, end + 1), &high);
    if (end != SLICE_NONE && slice_starts_with(slice_skip(text, end), close))
        state_range(property, LIMIT_MINIMUM, low, high);
}

static void read_brackets(slice text, struct property_facts *property)
{
    static const slice signs[][2] = {{{"(", 1}, {")", 1}},
                                     {{"\xef\xbc\x88", 3}, {"\xef\xbc\x89", 3}}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (size_t at = 0; at < text.len;) {
            size_t open = slice_find(slice_skip(text, at), signs[i][0]);
            if (open == SLICE_NONE)
                break;
            at += open + signs[i][0].len;
            read_bracket(text, at, signs[i][1], property);
        }
}

void limits_read(const struct vocab_scan *scan, slice text, struct property_facts *property)
{
    read_ranges(scan, text, property);
    read_numbers(scan, text, property);
    read_exact_length(scan, text, property);
    read_brackets(text, property);
}

void limits_read_size(slice words, struct property_facts *property)
{
    bool text = !property->type.collection && slice_equal(property->type.name, SLICE("Edm.String"));
    struct decimal length;
    size_t at = number_find(words, 0);
    while (at != SLICE_NONE && at > 0 && ascii_is_alnum(words.ptr[at - 1])) {
        while (at < words.len && ascii_is_alnum(words.ptr[at]))
            at++;
        at = number_find(words, at);
    }
    if (text && at != SLICE_NONE && number_read(words, at, &length) != SLICE_NONE)
        state(property, LIMIT_MAX_LENGTH, length);
}
