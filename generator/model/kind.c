#include "model/kind.h"

#include "model/base.h"
#include "model/precedence.h"

struct family {
    struct kind_claims claims;
    struct evidence *first; /* for each claim, the first that makes it; NULL for diagnostics */
};

static void add_claim(struct family *family, enum kind_claim claim, struct origin origin,
                      slice words)
{
    if (family->claims.count[claim]++ == 0 && family->first != NULL)
        family->first[claim] = (struct evidence){origin, words, true};
}

static struct build_type *head_of(struct build_type *type)
{
    while (type->base != NULL)
        type = type->base;
    return type;
}

static struct family *new_family(struct build *build)
{
    struct family *family = arena_alloc(build->scratch, sizeof *family);
    if (!build->options->for_diagnostics)
        family->first = arena_alloc_array(build->scratch, KIND_CLAIM_COUNT, sizeof *family->first);
    return family;
}

/* The families, by the index of any of their types. */
static struct family **make_families(struct build *build)
{
    struct family **of =
        arena_alloc_array(build->scratch, build->type_count, sizeof(struct family *));
    for (size_t i = 0; i < build->type_count; i++) {
        struct build_type *head = head_of(build->types[i]);
        size_t index = head->result->index;
        if (of[index] == NULL)
            of[index] = new_family(build);
        of[i] = of[index];
    }
    return of;
}

/* Annotations name a key for many a type that has no such property: those do not count. */
static bool has_stated_key(const struct model_type *type)
{
    return type->key_property.len > 0 && model_find_property(type, type->key_property) != NULL;
}

static void add_rooted(struct family *family, const struct model_type *type)
{
    const struct decision *base = &type->base_decision;
    const struct evidence *said = base->evidence; /* NULL for diagnostics, as FAMILY->first */
    add_claim(family, KIND_ROOTED, said != NULL ? said->origin : type->origin,
              said != NULL ? said->words : type->qualified);
}

static void count_type(const struct build_type *type, struct family *family)
{
    const struct model_type *result = type->result;
    for (size_t i = 0; type->kind_stated && i < type->source_count; i++) {
        const struct type_facts *facts = type->sources[i].facts;
        if (facts->stated_kind != KIND_UNSTATED)
            add_claim(family,
                      facts->stated_kind == KIND_STATED_ENTITY ? KIND_CALLED_ENTITY
                                                               : KIND_CALLED_COMPLEX,
                      build_origin(type->sources[i].page, facts->span), facts->name);
    }
    if (type->has_methods)
        add_claim(family, KIND_METHODS, result->origin, result->qualified);
    if (has_stated_key(result))
        add_claim(family, KIND_KEYED, result->origin, result->key_property);
    if (base_is_root(result->base_name))
        add_rooted(family, result);
    else if (base_is_root(result->qualified))
        add_claim(family, KIND_ROOTED, result->origin, result->qualified);
}

static void count_property(const struct model_property *p, struct family *const *of)
{
    struct family *own = of[p->owner->index];
    if (p->navigation && p->type.kind != USE_PRIMITIVE)
        add_claim(own, KIND_RELATES, p->origin, p->name);
    if (p->key)
        add_claim(own, KIND_KEYED, p->origin, p->name);
    if (slice_equal(p->name, SLICE("id")))
        add_claim(own, KIND_IDS, p->origin, p->name);
    if (p->type.kind == USE_STRUCTURED && p->repeats == NULL)
        add_claim(of[p->type.structured->index], p->navigation ? KIND_RELATED : KIND_HELD,
                  p->origin, p->name);
}

static void count_properties(const struct model_type *type, struct family *const *of)
{
    for (size_t i = 0; i < type->property_count; i++)
        if (type->properties[i].rendered)
            count_property(&type->properties[i], of);
}

static void decide(struct build *build, const struct family *family, struct model_type *result)
{
    struct decision *decision = &result->kind_decision;
    enum kind_claim shown;
    result->kind = precedence_kind(&family->claims, &decision->rule, &shown);
    if (shown == KIND_CLAIM_COUNT || family->first == NULL)
        return;
    decision->evidence = arena_alloc(build->arena, sizeof *decision->evidence);
    decision->evidence[0] = family->first[shown];
    decision->evidence_count = 1;
}

static void clear_navigation(struct model_type *type)
{
    for (size_t i = 0; i < type->property_count; i++) {
        struct model_property *p = &type->properties[i];
        bool value = p->type.kind == USE_PRIMITIVE || p->type.kind == USE_ENUMERATION ||
                     (p->type.kind == USE_STRUCTURED && p->type.structured->kind == KIND_COMPLEX);
        if (value)
            p->navigation = false;
    }
}

void kind_decide(struct build *build)
{
    struct family **of = make_families(build);
    for (size_t i = 0; i < build->type_count; i++)
        count_type(build->types[i], of[i]);
    for (size_t i = 0; i < build->type_count; i++)
        count_properties(build->types[i]->result, of);
    for (size_t i = 0; i < build->type_count; i++)
        decide(build, of[i], build->types[i]->result);
    for (size_t i = 0; i < build->type_count; i++)
        if (build->types[i]->navigates)
            clear_navigation(build->types[i]->result);
}
