#include "model/model.h"

const struct model_type *model_find_type(const struct model *model, slice qualified)
{
    size_t low = 0, high = model->type_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(model->types[middle]->qualified, qualified);
        if (order == 0)
            return model->types[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct model_enumeration *model_find_enumeration(const struct model *model, slice qualified)
{
    size_t low = 0, high = model->enumeration_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(model->enumerations[middle]->qualified, qualified);
        if (order == 0)
            return model->enumerations[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct model_property *model_find_property(const struct model_type *type, slice name)
{
    for (; type != NULL; type = type->base)
        for (size_t i = 0; i < type->property_count; i++)
            if (slice_equal(type->properties[i].name, name))
                return &type->properties[i];
    return NULL;
}

const struct decision *model_decision(const struct model_facts *facts, enum model_fact_kind kind)
{
    for (size_t i = 0; i < facts->count; i++)
        if (facts->items[i].kind == kind)
            return &facts->items[i].decision;
    return NULL;
}

const struct decision *model_text_decision(const struct model_facts *facts, slice locale)
{
    for (size_t i = 0; i < facts->count; i++)
        if (facts->items[i].kind == FACT_DESCRIPTION && slice_equal(facts->items[i].locale, locale))
            return &facts->items[i].decision;
    return NULL;
}

const struct localized_text *model_text(const struct localized_texts *texts, slice locale)
{
    for (size_t i = 0; i < texts->count; i++)
        if (slice_equal(texts->items[i].locale, locale))
            return &texts->items[i];
    return texts->count > 0 ? &texts->items[0] : NULL;
}

bool model_same_use(const struct type_use *a, const struct type_use *b)
{
    return a->kind == b->kind && a->collection == b->collection &&
           (a->kind != USE_PRIMITIVE || a->primitive == b->primitive) &&
           (a->kind != USE_ENUMERATION || a->enumeration == b->enumeration) &&
           (a->kind != USE_STRUCTURED || a->structured == b->structured);
}

slice model_type_use_name(const struct type_use *use)
{
    switch (use->kind) {
    case USE_PRIMITIVE:
        return edm_name(use->primitive);
    case USE_ENUMERATION:
        return use->enumeration->qualified;
    case USE_STRUCTURED:
        return use->structured->qualified;
    case USE_UNTYPED:
        break;
    }
    return SLICE("Edm.Untyped");
}
