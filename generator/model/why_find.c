#include "model/why.h"

#include "support/suggest.h"

struct search {
    struct arena *arena;
    const struct model *model;
    bool exact; /* letter case counts */
    struct why_subjects *found;
};

static bool same(const struct search *search, slice a, slice b)
{
    return search->exact ? slice_equal(a, b) : slice_equal_ignore_case(a, b);
}

/* QUALIFIED without its namespace. */
static slice short_name(slice qualified, slice name_space)
{
    return slice_skip(qualified, name_space.len > 0 ? name_space.len + 1 : 0);
}

static bool is_called(const struct search *search, slice qualified, slice name_space, slice name)
{
    return same(search, qualified, name) || same(search, short_name(qualified, name_space), name);
}

static void add(struct search *search, struct why_subject subject)
{
    struct why_subjects *found = search->found;
    subject.model = search->model;
    found->items = arena_extend(search->arena, found->items, found->count, sizeof subject);
    found->items[found->count++] = subject;
}

static void find_nodes(struct search *search, slice name)
{
    for (size_t i = 0; i < search->model->type_count; i++) {
        const struct model_type *type = search->model->types[i];
        if (is_called(search, type->qualified, type->name_space, name))
            add(search, (struct why_subject){.type = type});
    }
    for (size_t i = 0; i < search->model->enumeration_count; i++) {
        const struct model_enumeration *e = search->model->enumerations[i];
        if (!e->in_place && is_called(search, e->qualified, e->name_space, name))
            add(search, (struct why_subject){.enumeration = e});
    }
}

/* The properties of that name that TYPE lists, else those of its nearest ancestor that does. */
static void find_properties(struct search *search, const struct model_type *type, slice name)
{
    size_t before = search->found->count;
    for (const struct model_type *t = type; t != NULL && search->found->count == before;
         t = t->base)
        for (size_t i = 0; i < t->property_count; i++)
            if (same(search, t->properties[i].name, name))
                add(search, (struct why_subject){.type = type, .property = &t->properties[i]});
}

static void find_members(struct search *search, const struct model_enumeration *enumeration,
                         slice name)
{
    for (size_t i = 0; i < enumeration->member_count; i++)
        if (same(search, enumeration->members[i].name, name))
            add(search, (struct why_subject){.enumeration = enumeration,
                                             .member = &enumeration->members[i]});
}

static void find_parts(struct search *search, slice owner, slice part)
{
    for (size_t i = 0; i < search->model->type_count; i++) {
        const struct model_type *type = search->model->types[i];
        if (is_called(search, type->qualified, type->name_space, owner))
            find_properties(search, type, part);
    }
    for (size_t i = 0; i < search->model->enumeration_count; i++) {
        const struct model_enumeration *e = search->model->enumerations[i];
        if (is_called(search, e->qualified, e->name_space, owner))
            find_members(search, e, part);
    }
}

/* Names of properties may hold dots ("x.y"), so that each dot may be the one that parts. */
static void find_in_model(struct search *search, slice name)
{
    size_t before = search->found->count;
    find_nodes(search, name);
    for (size_t dot = name.len; dot > 0 && search->found->count == before; dot--)
        if (name.ptr[dot - 1] == '.')
            find_parts(search, slice_take(name, dot - 1), slice_skip(name, dot));
}

void why_find(struct arena *arena, const struct model_set *models, slice name,
              struct why_subjects *subjects)
{
    *subjects = (struct why_subjects){0};
    for (int exact = 1; exact >= 0 && subjects->count == 0; exact--)
        for (size_t i = 0; i < models->count; i++) {
            struct search search = {arena, models->models[i], exact == 1, subjects};
            find_in_model(&search, name);
        }
}

/* ---- Suggestions ---- */

static void offer_node(struct suggestion *nearest, slice qualified, slice name_space)
{
    suggest_offer(nearest, short_name(qualified, name_space));
    suggest_offer(nearest, qualified);
}

static slice nearest_node(const struct model_set *models, slice name)
{
    struct suggestion nearest;
    suggest_init(&nearest, name, false);
    for (size_t i = 0; i < models->count; i++) {
        const struct model *model = models->models[i];
        for (size_t j = 0; j < model->type_count; j++)
            offer_node(&nearest, model->types[j]->qualified, model->types[j]->name_space);
        for (size_t j = 0; j < model->enumeration_count; j++)
            offer_node(&nearest, model->enumerations[j]->qualified,
                       model->enumerations[j]->name_space);
    }
    return nearest.best;
}

static slice nearest_part(const struct why_subject *owner, slice part)
{
    struct suggestion nearest;
    suggest_init(&nearest, part, false);
    for (const struct model_type *t = owner->type; t != NULL; t = t->base)
        for (size_t i = 0; i < t->property_count; i++)
            suggest_offer(&nearest, t->properties[i].name);
    for (size_t i = 0; owner->enumeration != NULL && i < owner->enumeration->member_count; i++)
        suggest_offer(&nearest, owner->enumeration->members[i].name);
    return nearest.best;
}

slice why_nearest(struct arena *arena, const struct model_set *models, slice name)
{
    struct why_subjects owners;
    size_t dot = slice_find_last_byte(name, '.');
    slice owner = dot != SLICE_NONE ? slice_take(name, dot) : (slice){0};
    slice part = dot != SLICE_NONE ? slice_skip(name, dot + 1) : (slice){0};
    why_find(arena, models, owner, &owners);
    if (owners.count == 0 && owner.len > 0) {
        slice better = nearest_node(models, owner);
        why_find(arena, models, better, &owners);
        if (owners.count > 0)
            owner = better;
    }
    for (size_t i = 0; i < owners.count; i++) {
        slice best = nearest_part(&owners.items[i], part);
        if (best.len > 0)
            return arena_format(arena, "%.*s.%.*s", SLICE_ARGS(owner), SLICE_ARGS(best));
    }
    return nearest_node(models, name);
}
