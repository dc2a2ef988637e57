#include "cli/select.h"

#include "cli/cuts.h"
#include "support/suggest.h"

/* What is being selected, by name, before the closure. */
struct select_roots {
    const struct run *run;
    bool *types_matched;    /* for each glob of --types */
    bool *excludes_matched; /* for each of --exclude */
    slice *names;           /* of one model */
    size_t count;
};

static bool select_matches(const struct option_values *globs, slice qualified, slice name,
                           bool *matched)
{
    bool any = false;
    for (size_t i = 0; i < globs->count; i++)
        if (selection_glob_matches(globs->items[i], qualified) ||
            selection_glob_matches(globs->items[i], name))
            matched[i] = any = true;
    return any;
}

static void select_offer_root(struct select_roots *roots, slice qualified, slice name,
                              bool withheld)
{
    const struct settings *settings = roots->run->settings;
    bool chosen = select_matches(&settings->types, qualified, name, roots->types_matched) ||
                  (settings->types.count == 0 && !withheld);
    bool excluded = select_matches(&settings->excludes, qualified, name, roots->excludes_matched);
    if (!chosen || excluded)
        return;
    roots->names =
        arena_extend(roots->run->cli->arena, roots->names, roots->count, sizeof *roots->names);
    roots->names[roots->count++] = qualified;
}

static void select_list_roots(struct select_roots *roots, const struct model *model)
{
    roots->names = NULL;
    roots->count = 0;
    for (size_t i = 0; i < model->type_count; i++)
        select_offer_root(roots, model->types[i]->qualified, model->types[i]->name,
                          model->types[i]->withheld != WITHHELD_NOT);
    for (size_t i = 0; i < model->enumeration_count; i++) {
        const struct model_enumeration *enumeration = model->enumerations[i];
        if (!enumeration->in_place)
            select_offer_root(roots, enumeration->qualified, enumeration->name,
                              enumeration->withheld != WITHHELD_NOT);
    }
}

/* Qualified names are globs that match themselves; without any, one that matches no name stands
 * for "none". */
static void select_close(struct select_roots *roots, const struct model *model,
                         struct selection *selection)
{
    struct arena *arena = roots->run->cli->arena;
    const struct settings *settings = roots->run->settings;
    static const slice none = {"", 0};
    if (settings->types.count == 0 && settings->excludes.count == 0) {
        selection_build(arena, model, NULL, 0, NULL, selection);
        return;
    }
    bool *matched = arena_alloc_array(arena, roots->count + 1, sizeof *matched);
    if (roots->count > 0)
        selection_build(arena, model, roots->names, roots->count, matched, selection);
    else
        selection_build(arena, model, &none, 1, matched, selection);
}

static void select_offer_names(const struct model *model, bool qualified,
                               struct suggestion *nearest)
{
    for (size_t i = 0; i < model->type_count; i++)
        suggest_offer(nearest, qualified ? model->types[i]->qualified : model->types[i]->name);
    for (size_t i = 0; i < model->enumeration_count; i++)
        if (!model->enumerations[i]->in_place)
            suggest_offer(nearest, qualified ? model->enumerations[i]->qualified
                                             : model->enumerations[i]->name);
}

static slice select_nearest(const struct run *run, slice wrong, bool prefix)
{
    struct suggestion nearest;
    suggest_init(&nearest, wrong, prefix);
    bool qualified = slice_find_byte(wrong, '.') != SLICE_NONE;
    for (size_t i = 0; i < run->models->count; i++)
        select_offer_names(run->models->models[i], qualified, &nearest);
    return nearest.best;
}

slice select_nearest_name(const struct run *run, slice wrong)
{
    return select_nearest(run, wrong, false);
}

/* How many names are suggested at most. */
#define SELECT_NEAR_MAX 3

/* Names that may have been meant: distinct, in the order of the models. */
struct select_near {
    slice beginning;
    slice names[SELECT_NEAR_MAX];
    size_t count;
};

static void select_offer_beginning(struct select_near *near, slice name)
{
    if (near->beginning.len == 0 || !slice_starts_with_ignore_case(name, near->beginning))
        return;
    for (size_t i = 0; i < near->count; i++)
        if (slice_equal(near->names[i], name))
            return;
    if (near->count < SELECT_NEAR_MAX)
        near->names[near->count++] = name;
}

/* The first names that begin with what was written. */
static void select_find_beginnings(const struct run *run, struct select_near *near)
{
    bool qualified = slice_find_byte(near->beginning, '.') != SLICE_NONE;
    for (size_t m = 0; m < run->models->count; m++) {
        const struct model *model = run->models->models[m];
        for (size_t i = 0; i < model->type_count; i++)
            select_offer_beginning(near,
                                   qualified ? model->types[i]->qualified : model->types[i]->name);
        for (size_t i = 0; i < model->enumeration_count; i++)
            if (!model->enumerations[i]->in_place)
                select_offer_beginning(near, qualified ? model->enumerations[i]->qualified
                                                       : model->enumerations[i]->name);
    }
}

/* The name nearest to GLOB without its wildcards; else, those that GLOB begins. */
static void select_near_glob(const struct run *run, slice glob, struct select_near *near)
{
    struct buffer letters;
    buffer_init(&letters);
    for (size_t i = 0; i < glob.len; i++)
        if (glob.ptr[i] != '*' && glob.ptr[i] != '?')
            buffer_append_char(&letters, glob.ptr[i]);
    *near = (struct select_near){.beginning = buffer_slice(&letters)};
    slice best = select_nearest(run, near->beginning, slice_ends_with(glob, SLICE("*")));
    if (best.len > 0)
        near->names[near->count++] = best;
    else
        select_find_beginnings(run, near);
    near->beginning = (slice){0};
    buffer_finish(&letters);
}

/* "'a', 'b' or 'c'" */
static slice select_list_near(struct arena *arena, const struct select_near *near)
{
    slice list = {0};
    for (size_t i = 0; i < near->count; i++) {
        const char *between = i + 1 == near->count ? " or " : ", ";
        list = arena_format(arena, "%.*s%s'%.*s'", SLICE_ARGS(list), i == 0 ? "" : between,
                            SLICE_ARGS(near->names[i]));
    }
    return list;
}

static bool select_check_globs(const struct run *run, enum option option,
                               const struct option_values *globs, const bool *matched)
{
    for (size_t i = 0; i < globs->count; i++) {
        if (matched[i])
            continue;
        const char *name = option_info(option)->name;
        slice glob = globs->items[i];
        struct select_near near;
        select_near_glob(run, glob, &near);
        slice nearest = select_list_near(run->cli->arena, &near);
        if (near.count > 0)
            cli_reject(run->cli, "--%s=%.*s matches no type; did you mean %.*s?", name,
                       SLICE_ARGS(glob), SLICE_ARGS(nearest));
        else
            cli_reject(run->cli,
                       "--%s=%.*s matches no type; 'docmodel model --format=tsv' lists "
                       "them",
                       name, SLICE_ARGS(glob));
        return false;
    }
    return true;
}

static void select_report_cuts(struct run *run, const struct selection *selections)
{
    const struct settings *settings = run->settings;
    bool cut = settings->types.count > 0 || settings->excludes.count > 0;
    for (size_t i = 0; cut && i < run->models->count; i++)
        cuts_report(run, &selections[i]);
}

const struct selection *select_types(struct run *run)
{
    const struct settings *settings = run->settings;
    struct arena *arena = run->cli->arena;
    struct select_roots roots = {.run = run};
    roots.types_matched = arena_alloc_array(arena, settings->types.count, sizeof(bool));
    roots.excludes_matched = arena_alloc_array(arena, settings->excludes.count, sizeof(bool));
    size_t count = run->models->count;
    struct selection *selections = arena_alloc_array(arena, count, sizeof *selections);
    size_t selected = 0;
    for (size_t i = 0; i < count; i++) {
        const struct model *model = run->models->models[i];
        select_list_roots(&roots, model);
        select_close(&roots, model, &selections[i]);
        selected += roots.count;
    }
    if (!select_check_globs(run, OPTION_TYPES, &settings->types, roots.types_matched) ||
        !select_check_globs(run, OPTION_EXCLUDE, &settings->excludes, roots.excludes_matched))
        return NULL;
    if (selected == 0 && settings->excludes.count > 0) {
        cli_reject(run->cli, "--exclude leaves no type; use narrower globs");
        return NULL;
    }
    select_report_cuts(run, selections);
    return selections;
}
