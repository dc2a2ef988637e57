#include "extract/limits.h"

#include "vocab/number.h"

/* How far apart the two numbers of a range may stand: "4 and, at the same time, 127" is none. */
#define LIMITS_RANGE_GAP ((size_t)40)

/* What is being read. */
struct limits_text {
    struct arena *arena;
    slice text;
    const struct vocab_scan *scan;
    enum number_reading reading; /* of numbers that need not be whole */
    struct property_facts *property;
};

static bool is_count(enum limit_kind kind)
{
    return kind == LIMIT_MIN_LENGTH || kind == LIMIT_MAX_LENGTH || kind == LIMIT_MAX_ITEMS;
}

static bool is_sensible(enum limit_kind kind, struct decimal value)
{
    return !is_count(kind) || (value.digits > 0 && value.scale == 0);
}

static bool is_whole(const struct type_reference *type)
{
    static const slice names[] = {
        {"Edm.Byte", 8}, {"Edm.SByte", 9}, {"Edm.Int16", 9}, {"Edm.Int32", 9}, {"Edm.Int64", 9}};
    for (size_t i = 0; type->primitive && i < sizeof names / sizeof *names; i++)
        if (slice_equal(type->name, names[i]))
            return true;
    return false;
}

static size_t read_one(const struct limits_text *t, enum limit_kind kind, size_t at,
                       struct decimal *value)
{
    bool whole = is_count(kind) || is_whole(&t->property->type);
    return number_read(t->text, at, whole ? NUMBER_WHOLE : t->reading, value);
}

static bool is_stated(const struct property_facts *property, enum limit_kind kind)
{
    return property_limit(property, kind).stated;
}

static void state(struct arena *arena, struct property_facts *property, enum limit_kind kind,
                  struct decimal value)
{
    if (is_stated(property, kind) || !is_sensible(kind, value))
        return;
    if (property->limits == NULL)
        property->limits = arena_alloc_array(arena, LIMIT_COUNT, sizeof *property->limits);
    property->limits[kind] = (struct limit){true, value};
}

/* The bounds of a range are stated together or not at all. */
static void state_range(const struct limits_text *t, enum limit_kind least, struct decimal low,
                        struct decimal high)
{
    struct property_facts *property = t->property;
    enum limit_kind most = least == LIMIT_MINIMUM ? LIMIT_MAXIMUM : LIMIT_MAX_LENGTH;
    if (decimal_double(low) > decimal_double(high) || is_stated(property, least) ||
        is_stated(property, most))
        return;
    state(t->arena, property, least, low);
    state(t->arena, property, most, high);
}

/* Reads two numbers from AT on, with a few words between them; says whether they are there. */
static bool read_range(const struct limits_text *t, enum limit_kind kind, size_t at,
                       struct decimal *low, struct decimal *high)
{
    size_t end = read_one(t, kind, at, low);
    if (end == SLICE_NONE)
        return false;
    size_t second = number_find(t->text, end);
    return second != SLICE_NONE && second - end <= LIMITS_RANGE_GAP && second != end &&
           read_one(t, kind, second, high) != SLICE_NONE;
}

/* Where the numbers of a phrase begin. */
static size_t subject_begin(const struct vocab_match *match, slice text)
{
    return match->subject.len > 0 ? (size_t)(match->subject.ptr - text.ptr) : text.len;
}

static void read_number(const struct limits_text *t, enum vocab_phrase phrase, enum limit_kind kind)
{
    const struct vocab_match *match = &t->scan->matches[phrase];
    struct decimal value;
    if (t->scan->found[phrase] &&
        read_one(t, kind, subject_begin(match, t->text), &value) != SLICE_NONE)
        state(t->arena, t->property, kind, value);
}

static void read_numbers(const struct limits_text *t)
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
        read_number(t, singles[i].phrase, singles[i].kind);
    if (is_stated(t->property, LIMIT_MINIMUM) || is_stated(t->property, LIMIT_EXCLUSIVE_MINIMUM))
        read_number(t, PHRASE_AND_BELOW, LIMIT_EXCLUSIVE_MAXIMUM);
}

/* Where words have no blanks between them, "the maximum length is 9" may hold "length is 9". */
static void read_exact_length(const struct limits_text *t)
{
    if (is_stated(t->property, LIMIT_MIN_LENGTH) || is_stated(t->property, LIMIT_MAX_LENGTH))
        return;
    read_number(t, PHRASE_EXACT_LENGTH, LIMIT_MIN_LENGTH);
    read_number(t, PHRASE_EXACT_LENGTH, LIMIT_MAX_LENGTH);
}

static void read_ranges(const struct limits_text *t)
{
    static const struct {
        enum vocab_phrase phrase;
        enum limit_kind least;
    } ranges[] = {{PHRASE_LENGTH_RANGE, LIMIT_MIN_LENGTH}, {PHRASE_RANGE, LIMIT_MINIMUM}};
    struct decimal low, high;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const struct vocab_match *match = &t->scan->matches[ranges[i].phrase];
        if (t->scan->found[ranges[i].phrase] &&
            read_range(t, ranges[i].least, subject_begin(match, t->text), &low, &high))
            state_range(t, ranges[i].least, low, high);
    }
}

/* "0-100" from AT on, up to CLOSE. */
static void read_bracket(const struct limits_text *t, size_t at, slice close)
{
    struct decimal low, high;
    size_t end = read_one(t, LIMIT_MINIMUM, at, &low);
    if (end == SLICE_NONE || end + 1 >= t->text.len || t->text.ptr[end] != '-')
        return;
    end = read_one(t, LIMIT_MINIMUM, number_find(t->text, end + 1), &high);
    if (end != SLICE_NONE && slice_starts_with(slice_skip(t->text, end), close))
        state_range(t, LIMIT_MINIMUM, low, high);
}

static void read_brackets(const struct limits_text *t)
{
    static const slice signs[][2] = {{{"(", 1}, {")", 1}},
                                     {{"\xef\xbc\x88", 3}, {"\xef\xbc\x89", 3}}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (size_t at = 0; at < t->text.len;) {
            size_t open = slice_find(slice_skip(t->text, at), signs[i][0]);
            if (open == SLICE_NONE)
                break;
            at += open + signs[i][0].len;
            read_bracket(t, at, signs[i][1]);
        }
}

void limits_read(const struct reading *reading, const struct vocab_scan *scan, slice text,
                 struct property_facts *property)
{
    const struct limits_text t = {reading->arena, text, scan, vocab_numbers(reading->words),
                                  property};
    read_ranges(&t);
    read_numbers(&t);
    read_exact_length(&t);
    read_brackets(&t);
}

/* "ISO 8601", "RFC 3339": the number of a standard. */
static bool follows_standard(slice words, size_t at)
{
    slice before = slice_trim(slice_take(words, at));
    size_t length = 0;
    while (length < before.len && ascii_is_upper(before.ptr[before.len - 1 - length]))
        length++;
    return length >= 2;
}

/* Nothing but marks may stand behind a size: "string(36)". */
static bool is_last(slice words, size_t at)
{
    while (at < words.len && !ascii_is_alnum(words.ptr[at]))
        at++;
    return at == words.len;
}

void limits_read_size(struct arena *arena, slice words, struct property_facts *property)
{
    bool text = !property->type.collection && slice_equal(property->type.name, SLICE("Edm.String"));
    struct decimal length;
    size_t at = number_find(words, 0);
    while (at != SLICE_NONE && at > 0 && ascii_is_alnum(words.ptr[at - 1])) {
        while (at < words.len && ascii_is_alnum(words.ptr[at]))
            at++;
        at = number_find(words, at);
    }
    size_t end = at != SLICE_NONE ? number_read(words, at, NUMBER_WHOLE, &length) : SLICE_NONE;
    if (text && end != SLICE_NONE && is_last(words, end) && !follows_standard(words, at))
        state(arena, property, LIMIT_MAX_LENGTH, length);
}
