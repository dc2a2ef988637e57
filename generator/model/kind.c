#include "model/kind.h"

#include "model/base.h"
#include "model/precedence.h"

struct family {
    struct kind_claims claims;
};

static struct build_type *head_of(struct build_type *type)
{
    while (type->base != NULL)
        type = type->base;
    return type;
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
            of[index] = arena_alloc(build->scratch, sizeof **of);
        of[i] = of[index];
    }
    return of;
}

/* Annotations name a key for many a type that has no such property: those do not count. */
static bool has_stated_key(const struct model_type *type)
{
    return type->key_property.len > 0 && model_find_property(type, type->key_property) != NULL;
}

static void count_sources(const struct build_type *type, struct kind_claims *claims)
{
    bool methods = false;
    for (size_t i = 0; i < type->source_count; i++)
        methods |= type->sources[i].facts->has_methods;
    claims->methods += methods;
    claims->keys += has_stated_key(type->result);
    claims->rooted |= base_is_root(type->qualified) || base_is_root(type->result->base_name);
}

static void count_properties(const struct model_type *type, struct family *const *of)
{
    struct family *own = of[type->index];
    bool relationships = false;
    for (size_t i = 0; i < type->property_count; i++) {
        const struct model_property *p = &type->properties[i];
        if (!p->rendered)
            continue;
        relationships |= p->navigation && p->type.kind != USE_PRIMITIVE;
        own->claims.keys += p->key;
        own->claims.ids += slice_equal(p->name, SLICE("id"));
        if (p->type.kind != USE_STRUCTURED || p->repeats != NULL)
            continue;
        struct family *target = of[p->type.structured->index];
        if (p->navigation)
            target->claims.relationships++;
        else
            target->claims.properties++;
    }
    own->claims.own += relationships;
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
        count_sources(build->types[i], &of[i]->claims);
    for (size_t i = 0; i < build->type_count; i++)
        count_properties(build->types[i]->result, of);
    for (size_t i = 0; i < build->type_count; i++) {
        struct model_type *result = build->types[i]->result;
        result->kind = precedence_kind(&of[i]->claims, &result->kind_decision.rule);
    }
    for (size_t i = 0; i < build->type_count; i++)
        clear_navigation(build->types[i]->result);
}
