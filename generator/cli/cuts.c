#include "cli/cuts.h"

struct cuts {
    struct run *run;
    const struct selection *selection;
    const struct model_type **nearest; /* by index: of a type left out, its nearest selected base */
};

/* Names that are told: the first few of all that were met. */
struct cut_names {
    slice first[CUTS_TOLD_SINGLY];
    size_t count;
};

static void cuts_name(struct cut_names *names, slice name)
{
    if (names->count < CUTS_TOLD_SINGLY)
        names->first[names->count] = name;
    names->count++;
}

/* "a, b, c and 20 more" */
static slice cuts_list(struct arena *arena, const struct cut_names *names)
{
    slice list = names->first[0];
    for (size_t i = 1; i < CUTS_TOLD_SINGLY; i++)
        list = arena_format(arena, "%.*s, %.*s", SLICE_ARGS(list), SLICE_ARGS(names->first[i]));
    return arena_format(arena, "%.*s and %zu more", SLICE_ARGS(list),
                        names->count - CUTS_TOLD_SINGLY);
}

static bool cuts_are_excluded(const struct run *run, const struct model_type *type)
{
    const struct option_values *globs = &run->settings->excludes;
    for (size_t i = 0; i < globs->count; i++)
        if (selection_glob_matches(globs->items[i], type->qualified) ||
            selection_glob_matches(globs->items[i], type->name))
            return true;
    return false;
}

/* What selects TYPE. */
static slice cuts_remedy(const struct run *run, const struct model_type *type)
{
    if (cuts_are_excluded(run, type))
        return SLICE("narrow --exclude to have it");
    return arena_format(run->cli->arena, "add --types=%.*s to have it",
                        SLICE_ARGS(type->qualified));
}

/* What selects one of many types. */
static slice cuts_remedy_of_many(const struct run *run)
{
    return run->settings->types.count > 0 ? SLICE("add those that you need with --types")
                                          : SLICE("narrow --exclude to have them");
}

/* ---- navigation properties ---- */

/* One that repeats an inherited property is told with that. */
static bool cuts_property(const struct cuts *cuts, const struct model_property *property)
{
    return property->rendered && (property->repeats == NULL || !property->repeats->rendered) &&
           !selection_has_use(cuts->selection, &property->type);
}

static void cuts_tell_property(const struct cuts *cuts, const struct model_property *property)
{
    slice remedy = cuts_remedy(cuts->run, property->type.structured);
    diagnostics_report(&cuts->run->diagnostics, DIAG_SELECTION_CUT, property->origin.span,
                       "\"%.*s\" of %.*s stays raw JSON: %.*s is not selected; %.*s",
                       SLICE_ARGS(property->name), SLICE_ARGS(property->owner->name),
                       SLICE_ARGS(property->type.structured->qualified), SLICE_ARGS(remedy));
}

static void cuts_report_properties(const struct cuts *cuts, const struct model_type *type)
{
    struct cut_names names = {.count = 0};
    for (size_t i = 0; i < type->property_count; i++)
        if (cuts_property(cuts, &type->properties[i]))
            cuts_name(&names, type->properties[i].name);
    if (names.count > CUTS_TOLD_SINGLY) {
        slice list = cuts_list(cuts->run->cli->arena, &names);
        slice remedy = cuts_remedy_of_many(cuts->run);
        diagnostics_report(&cuts->run->diagnostics, DIAG_SELECTION_CUT, type->origin.span,
                           "%zu navigation properties of %.*s stay raw JSON (%.*s): their types "
                           "are not selected; %.*s",
                           names.count, SLICE_ARGS(type->qualified), SLICE_ARGS(list),
                           SLICE_ARGS(remedy));
        return;
    }
    for (size_t i = 0; names.count > 0 && i < type->property_count; i++)
        if (cuts_property(cuts, &type->properties[i]))
            cuts_tell_property(cuts, &type->properties[i]);
}

/* ---- derived types ---- */

static void cuts_find_nearest(struct cuts *cuts)
{
    const struct model *model = cuts->selection->model;
    cuts->nearest = arena_alloc_array(cuts->run->cli->arena, model->type_count,
                                      sizeof(const struct model_type *));
    for (size_t i = 0; i < model->type_count; i++) {
        const struct model_type *at = model->types[i];
        if (cuts->selection->types[i])
            continue;
        while (at != NULL && !cuts->selection->types[at->index])
            at = at->base;
        cuts->nearest[i] = at;
    }
}

static void cuts_tell_derived(const struct cuts *cuts, const struct model_type *base,
                              const struct model_type *derived)
{
    slice remedy = cuts_remedy(cuts->run, derived);
    diagnostics_report(&cuts->run->diagnostics, DIAG_SELECTION_CUT, derived->origin.span,
                       "%.*s is not selected: an object of it is read as its base %.*s, with the "
                       "rest raw; %.*s",
                       SLICE_ARGS(derived->qualified), SLICE_ARGS(base->name), SLICE_ARGS(remedy));
}

static void cuts_report_derived(const struct cuts *cuts, const struct model_type *base)
{
    const struct model *model = cuts->selection->model;
    struct cut_names names = {.count = 0};
    for (size_t i = 0; i < model->type_count; i++)
        if (cuts->nearest[i] == base)
            cuts_name(&names, model->types[i]->name);
    if (names.count > CUTS_TOLD_SINGLY) {
        slice list = cuts_list(cuts->run->cli->arena, &names);
        slice remedy = cuts_remedy_of_many(cuts->run);
        diagnostics_report(&cuts->run->diagnostics, DIAG_SELECTION_CUT, base->origin.span,
                           "%zu types derived from %.*s are not selected (%.*s): objects of them "
                           "are read as %.*s, with the rest raw; %.*s",
                           names.count, SLICE_ARGS(base->qualified), SLICE_ARGS(list),
                           SLICE_ARGS(base->name), SLICE_ARGS(remedy));
        return;
    }
    for (size_t i = 0; names.count > 0 && i < model->type_count; i++)
        if (cuts->nearest[i] == base)
            cuts_tell_derived(cuts, base, model->types[i]);
}

void cuts_report(struct run *run, const struct selection *selection)
{
    struct cuts cuts = {.run = run, .selection = selection};
    cuts_find_nearest(&cuts);
    for (size_t i = 0; i < selection->model->type_count; i++) {
        if (!selection->types[i])
            continue;
        cuts_report_properties(&cuts, selection->model->types[i]);
        cuts_report_derived(&cuts, selection->model->types[i]);
    }
}
