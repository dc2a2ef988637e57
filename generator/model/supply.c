#include "model/supply.h"

#include "model/properties.h"
#include "model/selection.h"

/* A translation ahead of the primary pages has at least so many types beyond theirs, ... */
#define AHEAD_TYPES_MIN 10
/* ... and more than so many for each that it lacks. */
#define AHEAD_RATIO 2

/* So many properties tell a type. */
#define RENAMED_PROPERTIES_MIN 2

/* ---- Comparing translations with the primary pages ---- */

/* How the types of one translation compare with those of the primary pages. */
struct standing {
    slice locale;
    size_t shared;
    size_t beyond;               /* only translations describe them */
    const struct build_type *at; /* counted last: its other pages do not count again */
};

struct standings {
    struct standing *items;
    size_t count;
    size_t primary; /* how many types the primary pages describe */
};

static struct standing *find_standing(const struct standings *standings, slice locale)
{
    for (size_t i = 0; i < standings->count; i++)
        if (slice_equal(standings->items[i].locale, locale))
            return &standings->items[i];
    return NULL;
}

static struct standing *get_standing(struct arena *arena, struct standings *standings, slice locale)
{
    struct standing *found = find_standing(standings, locale);
    if (found != NULL)
        return found;
    standings->items =
        arena_extend(arena, standings->items, standings->count, sizeof *standings->items);
    found = &standings->items[standings->count++];
    *found = (struct standing){.locale = locale};
    return found;
}

/* The primary locale's sources go first. */
static void count_type(struct arena *arena, struct standings *standings,
                       const struct build_type *type)
{
    bool primary = type->sources[0].page->primary;
    standings->primary += primary;
    for (size_t i = 0; i < type->source_count; i++) {
        const struct build_page *page = type->sources[i].page;
        if (page->primary)
            continue;
        struct standing *standing = get_standing(arena, standings, page->facts->page.locale);
        if (standing->at == type)
            continue;
        standing->at = type;
        standing->shared += primary;
        standing->beyond += !primary;
    }
}

static bool is_ahead(const struct standings *standings, const struct build_page *page)
{
    if (page->primary)
        return false;
    const struct standing *s = find_standing(standings, page->facts->page.locale);
    return s != NULL && s->beyond >= AHEAD_TYPES_MIN && s->shared > s->beyond &&
           s->beyond > AHEAD_RATIO * (standings->primary - s->shared);
}

/* Whether the primary locale has the page, and types on it. */
static bool has_primary_page(const struct build *build, const struct build_page *page)
{
    const struct page_list *list = map_get(&build->by_stem, page->facts->page.stem);
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (list->items[i]->primary && list->items[i]->type_count > 0)
            return true;
    return false;
}

static bool is_replaced(const struct build *build, const struct build_type *type)
{
    const struct build_page *page = type->sources[0].page;
    return !page->primary && has_primary_page(build, page);
}

static bool lists_all(const struct build_type *type, const struct build_type *other)
{
    for (size_t i = 0; i < other->property_count; i++)
        if (properties_find(type, other->properties[i]->name) == NULL)
            return false;
    return true;
}

/* Whether nothing but a heading names the type, and one primary type alone has all its properties:
 * the type was renamed since. */
static bool is_renamed(const struct build *build, const struct build_type *type)
{
    const struct type_source *source = &type->sources[0];
    size_t alike = 0;
    if (source->page->primary || source->facts->annotated ||
        type->property_count < RENAMED_PROPERTIES_MIN)
        return false;
    for (size_t i = 0; i < build->type_count; i++)
        alike += build->types[i]->sources[0].page->primary && lists_all(build->types[i], type);
    return alike == 1;
}

void supply_withhold(struct build *build)
{
    struct standings standings = {0};
    if (build->options->merge == MERGE_UNION)
        return;
    for (size_t i = 0; i < build->type_count; i++)
        count_type(build->scratch, &standings, build->types[i]);
    for (size_t i = 0; i < build->type_count; i++) {
        const struct build_type *type = build->types[i];
        if (is_ahead(&standings, type->sources[0].page))
            type->result->withheld = WITHHELD_AHEAD;
        else if (is_replaced(build, type))
            type->result->withheld = WITHHELD_REPLACED;
        else if (is_renamed(build, type))
            type->result->withheld = WITHHELD_RENAMED;
    }
    for (size_t i = 0; i < build->enumeration_count; i++) {
        const struct build_enumeration *enumeration = build->enumerations[i];
        if (is_ahead(&standings, enumeration->sources[0].page))
            enumeration->result->withheld = WITHHELD_AHEAD;
    }
}

/* ---- What stays withheld ---- */

static void release_needed(struct arena *arena, struct model *model)
{
    struct selection needed;
    selection_build(arena, model, NULL, 0, NULL, &needed);
    for (size_t i = 0; i < model->type_count; i++)
        if (needed.types[i])
            model->types[i]->withheld = WITHHELD_NOT;
    for (size_t i = 0; i < model->enumeration_count; i++)
        if (needed.enumerations[i])
            model->enumerations[i]->withheld = WITHHELD_NOT;
}

/* What is withheld of one translation that is ahead. */
struct surplus {
    slice locale;
    size_t types;
    size_t enumerations;
    struct span first;
};

struct surpluses {
    struct arena *arena;
    struct surplus *items;
    size_t count;
};

static struct surplus *get_surplus(struct surpluses *surpluses, const struct origin *origin)
{
    for (size_t i = 0; i < surpluses->count; i++)
        if (slice_equal(surpluses->items[i].locale, origin->page->locale))
            return &surpluses->items[i];
    surpluses->items = arena_extend(surpluses->arena, surpluses->items, surpluses->count,
                                    sizeof *surpluses->items);
    struct surplus *added = &surpluses->items[surpluses->count++];
    *added = (struct surplus){.locale = origin->page->locale, .first = origin->span};
    return added;
}

static void report_replaced(const struct model_type *type, slice primary_locale,
                            struct diagnostics *diagnostics)
{
    diagnostics_report(diagnostics, DIAG_LOCALE_DRIFT, type->origin.span,
                       "%.*s is described here, but not by the %.*s page of that name; it is not "
                       "rendered",
                       SLICE_ARGS(type->qualified), SLICE_ARGS(primary_locale));
}

static void report_renamed(const struct model_type *type, slice primary_locale,
                           struct diagnostics *diagnostics)
{
    diagnostics_report(diagnostics, DIAG_LOCALE_DRIFT, type->origin.span,
                       "only the heading names %.*s, and one type of %.*s has all its properties; "
                       "it is taken for that under an older name and not rendered",
                       SLICE_ARGS(type->qualified), SLICE_ARGS(primary_locale));
}

static void report_ahead(const struct surplus *surplus, const struct model *model,
                         slice primary_locale, struct diagnostics *diagnostics)
{
    diagnostics_report(diagnostics, DIAG_LOCALE_AHEAD, surplus->first,
                       "%.*s is ahead of %.*s: %zu types and %zu enumerations of %.*s, of which "
                       "this is the first, stand on no %.*s page; they are not rendered",
                       SLICE_ARGS(surplus->locale), SLICE_ARGS(primary_locale), surplus->types,
                       surplus->enumerations, SLICE_ARGS(model->version),
                       SLICE_ARGS(primary_locale));
}

void supply_settle(struct model *model, slice primary_locale, struct diagnostics *diagnostics)
{
    struct arena scratch;
    struct surpluses surpluses = {.arena = &scratch};
    arena_init(&scratch);
    release_needed(&scratch, model);
    for (size_t i = 0; i < model->type_count; i++) {
        const struct model_type *type = model->types[i];
        if (type->withheld == WITHHELD_AHEAD)
            get_surplus(&surpluses, &type->origin)->types++;
        else if (type->withheld == WITHHELD_REPLACED)
            report_replaced(type, primary_locale, diagnostics);
        else if (type->withheld == WITHHELD_RENAMED)
            report_renamed(type, primary_locale, diagnostics);
    }
    for (size_t i = 0; i < model->enumeration_count; i++)
        if (model->enumerations[i]->withheld == WITHHELD_AHEAD)
            get_surplus(&surpluses, &model->enumerations[i]->origin)->enumerations++;
    for (size_t i = 0; i < surpluses.count; i++)
        report_ahead(&surpluses.items[i], model, primary_locale, diagnostics);
    arena_finish(&scratch);
}
