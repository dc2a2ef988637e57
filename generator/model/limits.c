#include "model/limits.h"

static const struct {
    const char *word;
    slice json_key;
    slice view_key;
    enum model_fact_kind fact;
    const char *relation;
    const char *unit;
} kinds[LIMIT_COUNT] = {
    [LIMIT_MIN_LENGTH] = {"min-length",
                          {"minLength", 9},
                          {"min_length", 10},
                          FACT_MIN_LENGTH,
                          "at least",
                          " characters"},
    [LIMIT_MAX_LENGTH] = {"max-length",
                          {"maxLength", 9},
                          {"max_length", 10},
                          FACT_MAX_LENGTH,
                          "at most",
                          " characters"},
    [LIMIT_MINIMUM] = {"minimum", {"minimum", 7}, {"minimum", 7}, FACT_MINIMUM, "at least", ""},
    [LIMIT_MAXIMUM] = {"maximum", {"maximum", 7}, {"maximum", 7}, FACT_MAXIMUM, "at most", ""},
    [LIMIT_EXCLUSIVE_MINIMUM] = {"exclusive-minimum",
                                 {"exclusiveMinimum", 16},
                                 {"exclusive_minimum", 17},
                                 FACT_EXCLUSIVE_MINIMUM,
                                 "above",
                                 ""},
    [LIMIT_EXCLUSIVE_MAXIMUM] = {"exclusive-maximum",
                                 {"exclusiveMaximum", 16},
                                 {"exclusive_maximum", 17},
                                 FACT_EXCLUSIVE_MAXIMUM,
                                 "below",
                                 ""},
    [LIMIT_MAX_ITEMS] =
        {"max-items", {"maxItems", 8}, {"max_items", 9}, FACT_MAX_ITEMS, "at most", " elements"},
};

static bool is_number(enum edm_primitive primitive)
{
    switch (primitive) {
    case EDM_BYTE:
    case EDM_SBYTE:
    case EDM_INT16:
    case EDM_INT32:
    case EDM_INT64:
    case EDM_SINGLE:
    case EDM_DOUBLE:
    case EDM_DECIMAL:
        return true;
    default:
        return false;
    }
}

bool limits_suit(const struct type_use *use, enum limit_kind kind)
{
    switch (kind) {
    case LIMIT_MIN_LENGTH:
    case LIMIT_MAX_LENGTH:
        return use->kind == USE_PRIMITIVE && use->primitive == EDM_STRING;
    case LIMIT_MINIMUM:
    case LIMIT_MAXIMUM:
    case LIMIT_EXCLUSIVE_MINIMUM:
    case LIMIT_EXCLUSIVE_MAXIMUM:
        return use->kind == USE_PRIMITIVE && is_number(use->primitive);
    case LIMIT_MAX_ITEMS:
        return use->collection;
    case LIMIT_COUNT:
        break;
    }
    return false;
}

void limits_settle(struct model_property *property)
{
    if (property->limits == NULL)
        return;
    for (int kind = 0; kind < LIMIT_COUNT; kind++)
        if (!limits_suit(&property->type, (enum limit_kind)kind))
            property->limits[kind] = (struct limit){0};
    /* "There can be at most 5 numbers" is about how many. */
    struct limit *items = &property->limits[LIMIT_MAX_ITEMS];
    struct limit *maximum = &property->limits[LIMIT_MAXIMUM];
    if (items->stated && maximum->stated && decimal_equal(items->value, maximum->value))
        *maximum = (struct limit){0};
}

const char *limits_word(enum limit_kind kind)
{
    return kinds[kind].word;
}

slice limits_json_key(enum limit_kind kind)
{
    return kinds[kind].json_key;
}

slice limits_view_key(enum limit_kind kind)
{
    return kinds[kind].view_key;
}

enum model_fact_kind limits_fact(enum limit_kind kind)
{
    return kinds[kind].fact;
}

slice limits_text(struct arena *arena, enum limit_kind kind, struct decimal value)
{
    slice number = decimal_text(arena, value);
    return arena_format(arena, "%s %.*s%s", kinds[kind].relation, SLICE_ARGS(number),
                        kinds[kind].unit);
}
