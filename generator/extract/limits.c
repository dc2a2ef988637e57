#include "extract/limits.h"

#include "extract/interval.h"

#include <string.h>

/* How far apart the two numbers of a range may stand: "4 and, at the same time, 127" is none. */
#define LIMITS_RANGE_GAP ((size_t)40)

/* What is being read. */
struct limits_text {
    const struct vocab_words *words;
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

static bool is_one_of(const struct type_reference *type, const slice *names, size_t count)
{
    for (size_t i = 0; type->primitive && i < count; i++)
        if (slice_equal(type->name, names[i]))
            return true;
    return false;
}

static bool is_whole(const struct type_reference *type)
{
    static const slice names[] = {
        {"Edm.Byte", 8}, {"Edm.SByte", 9}, {"Edm.Int16", 9}, {"Edm.Int32", 9}, {"Edm.Int64", 9}};
    return is_one_of(type, names, sizeof names / sizeof *names);
}

static bool is_fraction(const struct type_reference *type)
{
    static const slice names[] = {{"Edm.Double", 10}, {"Edm.Single", 10}, {"Edm.Decimal", 11}};
    return is_one_of(type, names, sizeof names / sizeof *names);
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

/* Whether anything is said of how large or small a number may be. */
static bool states_bound(const struct property_facts *property)
{
    return is_stated(property, LIMIT_MINIMUM) || is_stated(property, LIMIT_MAXIMUM) ||
           is_stated(property, LIMIT_EXCLUSIVE_MINIMUM) ||
           is_stated(property, LIMIT_EXCLUSIVE_MAXIMUM);
}

/* Two numbers and how they are bounds. */
struct range {
    struct decimal low, high;
    bool above, below; /* they are none of the values */
};

/* The bounds of a range are stated together or not at all. */
static void state_range(const struct limits_text *t, enum limit_kind least,
                        const struct range *range)
{
    struct property_facts *property = t->property;
    bool lengths = least == LIMIT_MIN_LENGTH;
    bool known =
        lengths ? is_stated(property, LIMIT_MIN_LENGTH) || is_stated(property, LIMIT_MAX_LENGTH)
                : states_bound(property);
    if (decimal_double(range->low) > decimal_double(range->high) || known ||
        (lengths && (range->above || range->below)))
        return;
    if (!lengths && range->above)
        least = LIMIT_EXCLUSIVE_MINIMUM;
    state(t->arena, property, least, range->low);
    state(t->arena, property,
          lengths        ? LIMIT_MAX_LENGTH
          : range->below ? LIMIT_EXCLUSIVE_MAXIMUM
                         : LIMIT_MAXIMUM,
          range->high);
}

/* Whether "(exclusive)" stands at AT. */
static bool is_exclusive(const struct limits_text *t, size_t at)
{
    struct vocab_match match;
    while (at < t->text.len && strchr(" (,", t->text.ptr[at]) != NULL)
        at++;
    return vocab_find(t->words, PHRASE_EXCLUSIVE, slice_skip(t->text, at), &match) &&
           match.begin == 0;
}

/* Reads two numbers from AT on, with a few words between them; says whether they are there. */
static bool read_range(const struct limits_text *t, enum limit_kind kind, size_t at,
                       struct range *range)
{
    size_t end = read_one(t, kind, at, &range->low);
    if (end == SLICE_NONE)
        return false;
    size_t second = number_find(t->text, end);
    if (second == SLICE_NONE || second - end > LIMITS_RANGE_GAP || second == end)
        return false;
    size_t last = read_one(t, kind, second, &range->high);
    if (last == SLICE_NONE)
        return false;
    bool remarked = slice_starts_with(slice_trim(slice_skip(t->text, end)), SLICE("("));
    range->below = is_exclusive(t, last);
    range->above = remarked ? is_exclusive(t, end) : range->below;
    return true;
}

/* Where the numbers of a phrase begin. */
static size_t subject_begin(const struct vocab_match *match, slice text)
{
    return match->subject_end > match->subject_begin ? match->subject_begin : text.len;
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
    struct range range;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const struct vocab_match *match = &t->scan->matches[ranges[i].phrase];
        if (t->scan->found[ranges[i].phrase] &&
            read_range(t, ranges[i].least, subject_begin(match, t->text), &range))
            state_range(t, ranges[i].least, &range);
    }
}

static void state_bound(const struct limits_text *t, const struct interval_bound *bound,
                        enum limit_kind inclusive, enum limit_kind exclusive)
{
    if (bound->stated)
        state(t->arena, t->property, bound->exclusive ? exclusive : inclusive, bound->value);
}

/* What signs say, in every language; words say it more clearly. */
static void read_signs(const struct reading *reading, const struct limits_text *t)
{
    const struct type_reference *type = &t->property->type;
    struct interval interval;
    bool number = is_whole(type) || is_fraction(type) || type->span.source == NULL;
    if (!number || states_bound(t->property) ||
        !interval_read(reading->scratch, t->text, is_whole(type) ? NUMBER_WHOLE : t->reading,
                       &interval))
        return;
    state_bound(t, &interval.low, LIMIT_MINIMUM, LIMIT_EXCLUSIVE_MINIMUM);
    state_bound(t, &interval.high, LIMIT_MAXIMUM, LIMIT_EXCLUSIVE_MAXIMUM);
}

void limits_read(const struct reading *reading, const struct vocab_scan *scan, slice text,
                 struct property_facts *property)
{
    if (reading->for_diagnostics)
        return;
    const struct limits_text t = {
        reading->words, reading->arena, text, scan, vocab_numbers(reading->words), property};
    read_ranges(&t);
    read_numbers(&t);
    read_exact_length(&t);
    read_signs(reading, &t);
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

void limits_read_size(const struct reading *reading, slice words, struct property_facts *property)
{
    if (reading->for_diagnostics)
        return;
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
        state(reading->arena, property, LIMIT_MAX_LENGTH, length);
}
