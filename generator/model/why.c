#include "model/why.h"

#include "model/limits.h"
#include "model/why_text.h"

/* ---- Words ---- */

static slice yes_or_no(bool value)
{
    return value ? SLICE("yes") : SLICE("no");
}

static slice describe_use(struct arena *arena, const struct type_use *use)
{
    slice name = model_type_use_name(use);
    if (use->collection)
        name = arena_format(arena, "Collection(%.*s)", SLICE_ARGS(name));
    if (use->kind == USE_ENUMERATION)
        name = arena_format(arena, "%.*s, an enumeration%s", SLICE_ARGS(name),
                            use->enumeration->in_place ? " listed in place" : "");
    return name;
}

/* ---- Facts ---- */

static const char *const fact_labels[] = {
    [FACT_NAME] = "name",
    [FACT_NAVIGATION] = "navigation",
    [FACT_READ_ONLY] = "read-only",
    [FACT_REQUIRED] = "required",
    [FACT_KEY] = "key",
    [FACT_NULLABLE] = "nullable",
    [FACT_MIN_LENGTH] = "min-length",
    [FACT_MAX_LENGTH] = "max-length",
    [FACT_MINIMUM] = "minimum",
    [FACT_MAXIMUM] = "maximum",
    [FACT_EXCLUSIVE_MINIMUM] = "exclusive-minimum",
    [FACT_EXCLUSIVE_MAXIMUM] = "exclusive-maximum",
    [FACT_MAX_ITEMS] = "max-items",
    [FACT_OPEN] = "open",
    [FACT_ABSTRACT] = "abstract",
    [FACT_MEDIA] = "media",
    [FACT_DEPRECATED] = "deprecated",
    [FACT_FLAGS] = "flags",
    [FACT_NUMBER] = "number",
    [FACT_DESCRIPTION] = "description",
};

/* Prints the fact if a source states it, or it is so without one. */
static void print_fact(struct buffer *out, const struct model_facts *facts,
                       enum model_fact_kind kind, slice value, bool set)
{
    const struct decision *decision = model_decision(facts, kind);
    if (decision == NULL && !set)
        return;
    why_text_fact(out, fact_labels[kind], value);
    if (decision != NULL)
        why_text_decision(out, decision);
}

static void print_flag(struct buffer *out, const struct model_facts *facts,
                       enum model_fact_kind kind, bool value)
{
    print_fact(out, facts, kind, yes_or_no(value), value);
}

static void print_descriptions(struct buffer *out, const struct model_facts *facts,
                               const struct localized_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        const struct localized_text *text = &texts->items[i];
        const struct decision *corrected = model_text_decision(facts, text->locale);
        why_text_fact(out, "description", text->locale);
        if (corrected != NULL)
            why_text_decision(out, corrected);
        else
            why_text_source(out, "from", &text->origin, text->text);
    }
    for (size_t i = 0; i < facts->count; i++) {
        const struct model_fact *fact = &facts->items[i];
        if (fact->kind != FACT_DESCRIPTION || fact->decision.evidence[0].words.len > 0)
            continue;
        why_text_fact(out, "no description", fact->locale);
        why_text_decision(out, &fact->decision);
    }
}

/* ---- Enumerations ---- */

static void print_members(struct buffer *out, const struct model_enumeration *enumeration)
{
    struct arena arena;
    arena_init(&arena);
    why_text_fact(out, "members", arena_format(&arena, "%zu", enumeration->member_count));
    for (size_t i = 0; i < enumeration->member_count; i++) {
        const struct model_member *member = &enumeration->members[i];
        slice line = member->name;
        if (member->numbered)
            line = arena_format(&arena, "%.*s = %lld", SLICE_ARGS(line), member->number);
        why_text_item(out, line, &member->origin);
    }
    arena_finish(&arena);
}

static void print_withheld(struct buffer *out, enum withheld withheld)
{
    if (withheld == WITHHELD_AHEAD)
        why_text_fact(out, "rendered",
                      SLICE("no: only a translation that is ahead describes it (see --merge)"));
    if (withheld == WITHHELD_REPLACED)
        why_text_fact(out, "rendered",
                      SLICE("no: the primary page describes other types (see --merge)"));
    if (withheld == WITHHELD_RENAMED)
        why_text_fact(out, "rendered",
                      SLICE("no: a primary type has all its properties (see --merge)"));
}

static void print_enumeration(struct buffer *out, const struct model_enumeration *enumeration)
{
    print_fact(out, &enumeration->facts, FACT_NAME, enumeration->qualified, true);
    print_withheld(out, enumeration->withheld);
    if (enumeration->in_place)
        why_text_source(out, "from", &enumeration->origin, (slice){0});
    print_flag(out, &enumeration->facts, FACT_FLAGS, enumeration->flags);
    if (enumeration->evolvable)
        why_text_fact(out, "evolvable", SLICE("yes, it lists unknownFutureValue"));
    print_descriptions(out, &enumeration->facts, &enumeration->descriptions);
    print_members(out, enumeration);
}

static void print_member(struct buffer *out, const struct model_member *member)
{
    struct arena arena;
    arena_init(&arena);
    print_fact(out, &member->facts, FACT_NAME, member->name, true);
    if (member->facts.count == 0)
        why_text_source(out, "from", &member->origin, (slice){0});
    print_fact(out, &member->facts, FACT_NUMBER,
               member->numbered ? arena_format(&arena, "%lld", member->number) : SLICE("none"),
               member->numbered);
    print_descriptions(out, &member->facts, &member->descriptions);
    arena_finish(&arena);
}

/* ---- Properties ---- */

static void print_limits(struct buffer *out, const struct model_property *p)
{
    struct arena arena;
    arena_init(&arena);
    print_fact(out, &p->facts, FACT_NULLABLE,
               p->nullable == NULLABLE_UNSTATED ? SLICE("unstated")
                                                : yes_or_no(p->nullable == NULLABLE_YES),
               p->nullable != NULLABLE_UNSTATED);
    for (int i = 0; i < LIMIT_COUNT; i++) {
        const struct limit limit = model_limit(p, (enum limit_kind)i);
        print_fact(out, &p->facts, limits_fact((enum limit_kind)i),
                   limit.stated ? limits_text(&arena, (enum limit_kind)i, limit.value)
                                : SLICE("none"),
                   limit.stated);
    }
    arena_finish(&arena);
}

static void print_standing(struct buffer *out, const struct model_type *type,
                           const struct model_property *p)
{
    if (p->owner != type)
        why_text_fact(out, "inherited from", p->owner->qualified);
    if (p->repeats != NULL)
        why_text_fact(out, "repeats the one of", p->repeats->owner->qualified);
    if (!p->rendered)
        why_text_fact(out, "rendered", SLICE("no: only translations list it (see --merge)"));
}

static void print_property(struct buffer *out, const struct model_type *type,
                           const struct model_property *p)
{
    struct arena arena;
    arena_init(&arena);
    print_standing(out, type, p);
    print_fact(out, &p->facts, FACT_NAME, p->name, true);
    why_text_fact(out, "type", describe_use(&arena, &p->type));
    why_text_decision(out, &p->decision);
    print_flag(out, &p->facts, FACT_NAVIGATION, p->navigation);
    print_flag(out, &p->facts, FACT_READ_ONLY, p->read_only);
    print_flag(out, &p->facts, FACT_REQUIRED, p->required);
    print_flag(out, &p->facts, FACT_KEY, p->key);
    print_limits(out, p);
    print_flag(out, &p->facts, FACT_DEPRECATED, p->deprecated);
    print_descriptions(out, &p->facts, &p->descriptions);
    if (p->type.kind == USE_ENUMERATION && p->type.enumeration->in_place)
        print_members(out, p->type.enumeration);
    arena_finish(&arena);
}

/* ---- Types ---- */

static void print_base(struct buffer *out, const struct model_type *type)
{
    struct arena arena;
    arena_init(&arena);
    slice base = SLICE("none");
    if (type->base_name.len > 0)
        base = arena_format(&arena, "%.*s%s", SLICE_ARGS(type->base_name),
                            type->base == NULL ? ", which no page describes" : "");
    why_text_fact(out, "base", base);
    why_text_decision(out, &type->base_decision);
    if (type->implied_base.len > 0) {
        why_text_fact(out, "implied base", type->implied_base);
        why_text_note(out, SLICE("rule"), SLICE("entity types have it, and no page names another"));
    }
    arena_finish(&arena);
}

static void print_properties(struct buffer *out, const struct model_type *type)
{
    struct arena arena;
    arena_init(&arena);
    why_text_fact(out, "properties", arena_format(&arena, "%zu", type->property_count));
    for (size_t i = 0; i < type->property_count; i++) {
        const struct model_property *p = &type->properties[i];
        slice use = describe_use(&arena, &p->type);
        why_text_item(out,
                      arena_format(&arena, "%.*s: %.*s%s%s", SLICE_ARGS(p->name), SLICE_ARGS(use),
                                   p->repeats != NULL ? ", repeated" : "",
                                   p->rendered ? "" : ", not rendered"),
                      &p->origin);
    }
    for (const struct model_type *base = type->base; base != NULL; base = base->base)
        why_text_note(out, SLICE("inherited from"), base->qualified);
    arena_finish(&arena);
}

static void print_examples(struct buffer *out, const struct model_type *type)
{
    struct arena arena;
    arena_init(&arena);
    if (type->example_count > 0)
        why_text_fact(out, "examples", arena_format(&arena, "%zu", type->example_count));
    for (size_t i = 0; i < type->example_count; i++)
        why_text_item(out,
                      type->examples[i].collection ? SLICE("a collection") : SLICE("an instance"),
                      &type->examples[i].origin);
    arena_finish(&arena);
}

static void print_type(struct buffer *out, const struct model_type *type)
{
    print_fact(out, &type->facts, FACT_NAME, type->qualified, true);
    print_withheld(out, type->withheld);
    why_text_fact(out, "kind", type->kind == KIND_ENTITY ? SLICE("entity") : SLICE("complex"));
    why_text_decision(out, &type->kind_decision);
    print_base(out, type);
    print_fact(out, &type->facts, FACT_KEY,
               type->key_property.len > 0 ? type->key_property : SLICE("none"),
               type->key_property.len > 0);
    print_flag(out, &type->facts, FACT_OPEN, type->open);
    print_flag(out, &type->facts, FACT_ABSTRACT, type->abstract);
    print_flag(out, &type->facts, FACT_MEDIA, type->media);
    print_flag(out, &type->facts, FACT_DEPRECATED, type->deprecated);
    print_descriptions(out, &type->facts, &type->descriptions);
    print_properties(out, type);
    print_examples(out, type);
}

/* ---- Subjects ---- */

static void print_title(struct buffer *out, const struct why_subject *s)
{
    slice owner = s->type != NULL ? s->type->qualified : s->enumeration->qualified;
    slice part = {0};
    const char *sort = s->type != NULL ? "type" : "enumeration";
    if (s->property != NULL) {
        part = s->property->name;
        sort = "property";
    } else if (s->member != NULL) {
        part = s->member->name;
        sort = "member";
    }
    buffer_format(out, "%.*s%s%.*s (%s in %.*s)\n", SLICE_ARGS(owner), part.len > 0 ? "." : "",
                  SLICE_ARGS(part), sort, SLICE_ARGS(s->model->version));
}

void why_print(const struct why_subject *subject, struct buffer *out)
{
    print_title(out, subject);
    if (subject->property != NULL)
        print_property(out, subject->type, subject->property);
    else if (subject->type != NULL)
        print_type(out, subject->type);
    else if (subject->member != NULL)
        print_member(out, subject->member);
    else
        print_enumeration(out, subject->enumeration);
}

static bool states_name(const struct model_facts *facts, const struct source *source)
{
    const struct decision *decision = model_decision(facts, FACT_NAME);
    for (size_t i = 0; decision != NULL && i < decision->evidence_count; i++)
        if (decision->evidence[i].origin.span.source == source)
            return true;
    return false;
}

bool why_concerns(const struct why_subject *subject, const struct source *source)
{
    if (subject->enumeration != NULL)
        return source != NULL && (subject->enumeration->origin.span.source == source ||
                                  states_name(&subject->enumeration->facts, source));
    const struct model_type *type =
        subject->property != NULL ? subject->property->owner : subject->type;
    return source != NULL && states_name(&type->facts, source);
}
