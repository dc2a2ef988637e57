#include "model/record.h"

#include "model/fact.h"
#include "model/limits.h"

static const char *const stated = "the pages that decide say so";
static const char *const translated = "only a translation says so, and translations do not decide";

/* AGREES: the source says what the model does. DECIDES: it is one of those that are asked. */
static void add(struct build *build, struct model_facts *facts, enum model_fact_kind kind,
                struct origin origin, slice words, bool agrees, bool decides)
{
    struct decision *decision = fact_decision(build->arena, facts, kind);
    fact_add_evidence(build->arena, decision, origin, words, agrees);
    if (decides || decision->rule == NULL)
        decision->rule = decides ? stated : translated;
}

/* ---- Properties ---- */

static bool row_decides(const struct build_property *property, const struct row_source *row)
{
    return row->source->deciding || property->drift;
}

/* What a row says: its description, or its name where that holds the words ("x (deprecated)"). */
static void add_row(struct build *build, const struct build_property *property,
                    const struct row_source *row, enum model_fact_kind kind, bool agrees)
{
    const struct property_facts *facts = row->facts;
    bool described = facts->description.len > 0;
    struct span span = described ? facts->description_span : facts->span;
    add(build, &property->result->facts, kind, build_origin(row->source->page, span),
        described ? facts->description : facts->name, agrees, row_decides(property, row));
}

/* A limit that does not suit the type is none, whoever states it. */
static void record_limit(struct build *build, const struct build_property *property,
                         const struct row_source *row, enum limit_kind kind)
{
    const struct limit said = property_limit(row->facts, kind);
    const struct limit result = model_limit(property->result, kind);
    if (said.stated && limits_suit(&property->result->type, kind))
        add_row(build, property, row, limits_fact(kind),
                result.stated && decimal_equal(result.value, said.value));
}

static void record_row(struct build *build, const struct build_property *property,
                       const struct row_source *row)
{
    const struct property_facts *facts = row->facts;
    const struct model_property *result = property->result;
    if (facts->relationship)
        add_row(build, property, row, FACT_NAVIGATION, result->navigation);
    if (facts->read_only)
        add_row(build, property, row, FACT_READ_ONLY, result->read_only);
    if (facts->required)
        add_row(build, property, row, FACT_REQUIRED, result->required);
    if (facts->key)
        add_row(build, property, row, FACT_KEY, result->key);
    if (facts->nullable != NULLABLE_UNSTATED)
        add_row(build, property, row, FACT_NULLABLE, facts->nullable == result->nullable);
    for (int i = 0; i < LIMIT_COUNT; i++)
        record_limit(build, property, row, (enum limit_kind)i);
    if (facts->deprecated)
        add_row(build, property, row, FACT_DEPRECATED, result->deprecated);
}

static const char *name_rule(const struct build_property *property)
{
    if (property->drift)
        return "only translations list it";
    if (property->row_count == 0)
        return "only the JSON representation lists it";
    if (property->member_count > 0)
        return "the table lists it, spelled as in the JSON representation";
    return "the table lists it";
}

static void record_name(struct build *build, const struct build_property *property)
{
    struct decision *decision = fact_decision(build->arena, &property->result->facts, FACT_NAME);
    decision->rule = name_rule(property);
    for (size_t i = 0; i < property->row_count; i++) {
        const struct row_source *row = &property->rows[i];
        fact_add_evidence(build->arena, decision, build_origin(row->source->page, row->facts->span),
                          row->facts->name, slice_equal(row->facts->name, property->name));
    }
    for (size_t i = 0; i < property->member_count; i++) {
        const struct member_source *member = &property->members[i];
        fact_add_evidence(build->arena, decision, build_member_origin(member, member->facts->span),
                          member->facts->name, slice_equal(member->facts->name, property->name));
    }
}

static void record_property(struct build *build, const struct build_type *type,
                            const struct build_property *property)
{
    record_name(build, property);
    for (size_t i = 0; i < property->row_count; i++)
        record_row(build, property, &property->rows[i]);
    for (size_t i = 0; i < type->source_count; i++) {
        const struct type_source *source = &type->sources[i];
        if (slice_equal(source->facts->key_property, property->name))
            add(build, &property->result->facts, FACT_KEY,
                build_origin(source->page, source->facts->span), source->facts->key_property,
                property->result->key, source->deciding);
    }
    const struct model_property *result = property->result;
    const struct decision *navigation = model_decision(&result->facts, FACT_NAVIGATION);
    if (navigation != NULL && !result->navigation)
        fact_decision(build->arena, &property->result->facts, FACT_NAVIGATION)->rule =
            "a relationship that holds values is none";
}

/* ---- Types ---- */

static void record_source(struct build *build, struct model_type *result,
                          const struct type_source *source)
{
    const struct type_facts *facts = source->facts;
    struct origin origin = build_origin(source->page, facts->span);
    const struct {
        enum model_fact_kind kind;
        bool stated;
        bool result;
    } flags[] = {
        {FACT_OPEN, facts->open, result->open},
        {FACT_ABSTRACT, facts->abstract, result->abstract},
        {FACT_MEDIA, facts->media, result->media},
        {FACT_DEPRECATED, facts->deprecated, result->deprecated},
    };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].stated)
            add(build, &result->facts, flags[i].kind, origin, facts->name, flags[i].result,
                source->deciding);
    if (facts->key_property.len > 0)
        add(build, &result->facts, FACT_KEY, origin, facts->key_property,
            slice_equal(facts->key_property, result->key_property), source->deciding);
}

static void record_type(struct build *build, const struct build_type *type)
{
    struct decision *decision = fact_decision(build->arena, &type->result->facts, FACT_NAME);
    decision->rule = type->sources[0].facts->annotated ? "an annotation names it"
                                                       : "the page without annotation is taken to "
                                                         "describe it";
    for (size_t i = 0; i < type->source_count; i++)
        fact_add_evidence(build->arena, decision,
                          build_origin(type->sources[i].page, type->sources[i].facts->span),
                          type->sources[i].facts->name,
                          slice_ends_with_ignore_case(type->sources[i].facts->name, type->name));
    for (size_t i = 0; i < type->source_count; i++)
        record_source(build, type->result, &type->sources[i]);
    for (size_t i = 0; i < type->property_count; i++)
        record_property(build, type, type->properties[i]);
}

/* ---- Enumerations ---- */

static void record_value(struct build *build, struct model_member *member,
                         const struct enumeration_source *source, const struct value_facts *value)
{
    struct origin origin = build_origin(source->page, value->span);
    add(build, &member->facts, FACT_NAME, origin, value->name, true, source->deciding);
    if (value->numbered)
        add(build, &member->facts, FACT_NUMBER, origin,
            arena_format(build->arena, "%lld", value->number),
            member->numbered && value->number == member->number, source->deciding);
}

static void record_members(struct build *build, const struct map *members,
                           const struct enumeration_source *source)
{
    const struct value_list *values =
        source->facts != NULL ? &source->facts->members : &source->row->values;
    for (size_t i = 0; i < values->count; i++) {
        struct model_member *member = map_get(members, values->items[i].name);
        if (member != NULL)
            record_value(build, member, source, &values->items[i]);
    }
}

static void record_enumeration(struct build *build, const struct build_enumeration *enumeration)
{
    struct model_enumeration *result = enumeration->result;
    struct map members;
    map_init(&members, build->scratch);
    for (size_t i = 0; i < result->member_count; i++)
        map_put_new(&members, result->members[i].name, &result->members[i]);
    for (size_t i = 0; i < enumeration->source_count; i++) {
        const struct enumeration_source *source = &enumeration->sources[i];
        bool page = source->facts != NULL;
        struct origin origin =
            build_origin(source->page, page ? source->facts->span : source->row->type.span);
        slice words = page ? source->facts->name : source->row->type.words;
        add(build, &result->facts, FACT_NAME, origin, words, true, source->deciding);
        if (page && source->facts->flags)
            add(build, &result->facts, FACT_FLAGS, origin, words, result->flags, source->deciding);
        record_members(build, &members, source);
    }
}

void record_facts(struct build *build)
{
    for (size_t i = 0; i < build->type_count; i++)
        record_type(build, build->types[i]);
    for (size_t i = 0; i < build->enumeration_count; i++)
        record_enumeration(build, build->enumerations[i]);
}
