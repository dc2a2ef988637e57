#include "model/selection.h"

/* Goes back to the last star only, which is enough and keeps the time within the product of the
 * lengths. */
bool selection_glob_matches(slice glob, slice text)
{
    size_t g = 0, t = 0, star = SLICE_NONE, resume = 0;
    while (t < text.len) {
        if (g < glob.len && glob.ptr[g] == '*') {
            star = g++;
            resume = t;
        } else if (g < glob.len && (glob.ptr[g] == '?' ||
                                    ascii_to_lower(glob.ptr[g]) == ascii_to_lower(text.ptr[t]))) {
            g++;
            t++;
        } else if (star != SLICE_NONE) {
            g = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (g < glob.len && glob.ptr[g] == '*')
        g++;
    return g == glob.len;
}

/* The selection, and the types that were selected but not followed yet. */
struct closing {
    struct selection *selection;
    const struct model_type **pending;
    size_t pending_count;
};

static void select_type(struct closing *closing, const struct model_type *type)
{
    if (type == NULL || closing->selection->types[type->index])
        return;
    closing->selection->types[type->index] = true;
    closing->selection->type_count++;
    closing->pending[closing->pending_count++] = type;
}

static void select_enumeration(struct closing *closing, const struct model_enumeration *enumeration)
{
    if (closing->selection->enumerations[enumeration->index])
        return;
    closing->selection->enumerations[enumeration->index] = true;
    closing->selection->enumeration_count++;
}

static void follow(struct closing *closing, const struct model_type *type)
{
    select_type(closing, type->base);
    for (size_t i = 0; i < type->property_count; i++) {
        const struct model_property *p = &type->properties[i];
        if (!p->rendered)
            continue;
        if (p->type.kind == USE_ENUMERATION)
            select_enumeration(closing, p->type.enumeration);
        else if (p->type.kind == USE_STRUCTURED && !p->navigation)
            select_type(closing, p->type.structured);
    }
}

/* Without globs all match but what is withheld. */
static bool matches_any(slice qualified, slice name, bool withheld, const slice *globs,
                        size_t glob_count, bool *matched)
{
    bool any = glob_count == 0 && !withheld;
    for (size_t i = 0; i < glob_count; i++)
        if (selection_glob_matches(globs[i], qualified) || selection_glob_matches(globs[i], name))
            matched[i] = any = true;
    return any;
}

void selection_build(struct arena *arena, const struct model *model, const slice *globs,
                     size_t glob_count, bool *matched, struct selection *selection)
{
    struct closing closing = {.selection = selection};
    *selection = (struct selection){.model = model};
    selection->types = arena_alloc_array(arena, model->type_count, sizeof *selection->types);
    selection->enumerations =
        arena_alloc_array(arena, model->enumeration_count, sizeof *selection->enumerations);
    closing.pending =
        arena_alloc_array(arena, model->type_count, sizeof(const struct model_type *));
    for (size_t i = 0; i < model->type_count; i++)
        if (matches_any(model->types[i]->qualified, model->types[i]->name,
                        model->types[i]->withheld != WITHHELD_NOT, globs, glob_count, matched))
            select_type(&closing, model->types[i]);
    for (size_t i = 0; i < model->enumeration_count; i++) {
        const struct model_enumeration *e = model->enumerations[i];
        if (!e->in_place && matches_any(e->qualified, e->name, e->withheld != WITHHELD_NOT, globs,
                                        glob_count, matched))
            select_enumeration(&closing, e);
    }
    while (closing.pending_count > 0)
        follow(&closing, closing.pending[--closing.pending_count]);
}

bool selection_has_use(const struct selection *selection, const struct type_use *use)
{
    switch (use->kind) {
    case USE_PRIMITIVE:
        return true;
    case USE_ENUMERATION:
        return selection->enumerations[use->enumeration->index];
    case USE_STRUCTURED:
        return selection->types[use->structured->index];
    case USE_UNTYPED:
        break;
    }
    return true;
}
