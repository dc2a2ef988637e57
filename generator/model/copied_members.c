#include "model/copied_members.h"

#include "model/enumeration.h"
#include "model/identity.h"

static bool has_member(const struct model_enumeration *enumeration, slice name)
{
    for (size_t i = 0; i < enumeration->member_count; i++)
        if (slice_equal_ignore_case(enumeration->members[i].name, name))
            return true;
    return false;
}

static bool same_members(const struct model_enumeration *a, const struct model_enumeration *b)
{
    if (a->member_count != b->member_count)
        return false;
    for (size_t i = 0; i < a->member_count; i++)
        if (!has_member(b, a->members[i].name))
            return false;
    return a->member_count > 0;
}

/* The other enumeration of the same page that has the same members; NULL without one. */
static const struct build_enumeration *find_twin(const struct build_enumeration *enumeration)
{
    const struct build_page *page = enumeration->sources[0].page;
    for (size_t i = 0; i < page->enumeration_count; i++) {
        const struct build_enumeration *other = page->enumerations[i];
        if (other != NULL && other != enumeration &&
            same_members(enumeration->result, other->result))
            return other;
    }
    return NULL;
}

static bool shares_value(const struct model_enumeration *enumeration,
                         const struct listed_values *values)
{
    for (size_t i = 0; i < values->count; i++)
        if (has_member(enumeration, values->items[i].facts->name))
            return true;
    return false;
}

static void replace(struct build *build, struct model_enumeration *result,
                    const struct listed_values *values)
{
    result->members = arena_alloc_array(build->arena, values->count, sizeof *result->members);
    result->member_count = values->count;
    result->evolvable = false;
    for (size_t i = 0; i < values->count; i++) {
        const struct value_facts *value = values->items[i].facts;
        result->members[i] = (struct model_member){
            .name = value->name, .origin = build_origin(values->items[i].page, value->span)};
        result->evolvable |= slice_equal_ignore_case(value->name, SLICE("unknownFutureValue"));
    }
}

static void mend(struct build *build, const struct build_type *type,
                 const struct build_property *property)
{
    const struct named *named = map_get(
        &build->by_qualified, identity_join(build->scratch, type->name_space, property->name));
    struct build_enumeration *enumeration = named != NULL ? named->enumeration : NULL;
    if (enumeration == NULL || enumeration->sources[0].facts == NULL)
        return;
    const struct build_enumeration *twin = find_twin(enumeration);
    if (twin == NULL)
        return;
    struct listed_values values = enumeration_list_rows(build, property, true);
    if (values.count < ENUMERATION_VALUES_MIN || shares_value(enumeration->result, &values))
        return;
    struct diagnostic *d = diagnostics_report(
        build->diagnostics, DIAG_DUPLICATE_DEFINITION, enumeration->sources[0].facts->span,
        "the members of %.*s are those of %.*s; what the property \"%.*s\" lists is used",
        SLICE_ARGS(enumeration->qualified), SLICE_ARGS(twin->qualified),
        SLICE_ARGS(property->name));
    diagnostics_note(build->diagnostics, d, values.items[0].facts->span, "it is listed here");
    replace(build, enumeration->result, &values);
}

void copied_members_mend(struct build *build)
{
    for (size_t i = 0; i < build->listing_count; i++)
        mend(build, build->listing[i].type, build->listing[i].property);
}
