#include "model/correct.h"

#include "model/identity.h"
#include "support/sort.h"

/* ---- Enumerations in place ---- */

/* For each enumeration, by index, the property that it is named after: the one that was so far if
 * it still is of that type, else the first in the order of types that lists it. */
static void find_owners(const struct model *model, const struct model_property **owners)
{
    for (size_t i = 0; i < model->type_count; i++) {
        const struct model_type *type = model->types[i];
        for (size_t j = 0; j < type->property_count; j++) {
            const struct model_property *p = &type->properties[j];
            if (p->type.kind != USE_ENUMERATION)
                continue;
            size_t index = p->type.enumeration->index;
            if (owners[index] == NULL || p == p->type.enumeration->property)
                owners[index] = p;
        }
    }
}

/* Drops those in place that no property is of any more, and names the rest after their owners. */
static void settle_in_place(struct correcting *c)
{
    struct model *model = c->model;
    for (size_t i = 0; i < model->enumeration_count; i++)
        model->enumerations[i]->index = i;
    const struct model_property **owners = arena_alloc_array(c->arena, model->enumeration_count,
                                                             sizeof(const struct model_property *));
    find_owners(model, owners);
    size_t kept = 0;
    for (size_t i = 0; i < model->enumeration_count; i++) {
        struct model_enumeration *e = model->enumerations[i];
        if (e->in_place && owners[i] == NULL)
            continue;
        if (e->in_place) {
            const struct model_type *owner = owners[i]->owner;
            e->property = owners[i];
            e->name_space = owner->name_space;
            e->qualified = identity_join(c->arena, owner->qualified, owners[i]->name);
        }
        model->enumerations[kept++] = e;
    }
    model->enumeration_count = kept;
}

/* ---- Order ---- */

static int compare_types(const void *a, const void *b)
{
    const struct model_type *const *ta = a;
    const struct model_type *const *tb = b;
    return slice_compare((*ta)->qualified, (*tb)->qualified);
}

static int compare_enumerations(const void *a, const void *b)
{
    const struct model_enumeration *const *ea = a;
    const struct model_enumeration *const *eb = b;
    int order = slice_compare((*ea)->qualified, (*eb)->qualified);
    return order != 0 ? order : (int)(*ea)->in_place - (int)(*eb)->in_place;
}

static void sort_nodes(struct model *model)
{
    sort_items(model->types, model->type_count, sizeof(struct model_type *), compare_types);
    sort_items(model->enumerations, model->enumeration_count, sizeof(struct model_enumeration *),
               compare_enumerations);
    for (size_t i = 0; i < model->type_count; i++)
        model->types[i]->index = i;
    for (size_t i = 0; i < model->enumeration_count; i++)
        model->enumerations[i]->index = i;
}

/* ---- Repetitions ---- */

/* The rendered property of that name of the farthest ancestor, from TYPE on, that lists one. */
static const struct model_property *find_first(const struct model_type *type, slice name)
{
    const struct model_property *first = NULL;
    for (; type != NULL; type = type->base)
        for (size_t i = 0; i < type->property_count; i++)
            if (type->properties[i].rendered && slice_equal(type->properties[i].name, name))
                first = &type->properties[i];
    return first;
}

static bool is_concerned(const struct model_type *type, const bool *touched)
{
    for (; type != NULL; type = type->base)
        if (touched[type->index])
            return true;
    return false;
}

static void settle_repetitions(struct correcting *c)
{
    const struct model *model = c->model;
    bool *touched = arena_alloc_array(c->arena, model->type_count, sizeof *touched);
    for (size_t i = 0; i < c->touched_count; i++)
        if (c->touched[i]->index < model->type_count &&
            model->types[c->touched[i]->index] == c->touched[i])
            touched[c->touched[i]->index] = true; /* others were dropped */
    for (size_t i = 0; i < model->type_count; i++) {
        struct model_type *type = model->types[i];
        for (size_t j = 0; is_concerned(type, touched) && j < type->property_count; j++) {
            struct model_property *p = &type->properties[j];
            p->repeats = p->rendered ? find_first(type->base, p->name) : NULL;
        }
    }
}

void correct_settle(struct correcting *c)
{
    settle_in_place(c);
    sort_nodes(c->model);
    settle_repetitions(c);
}
