#include "model/assemble.h"
#include "model/base.h"
#include "model/build.h"
#include "model/correct.h"
#include "model/enumeration.h"
#include "model/identity.h"
#include "model/kind.h"
#include "model/properties.h"
#include "model/record.h"
#include "model/spelling.h"
#include "model/supply.h"
#include "model/typing.h"
#include "support/sort.h"

static int compare_pages(const void *a, const void *b)
{
    const struct build_page *pa = a, *pb = b;
    if (pa->primary != pb->primary)
        return pa->primary ? -1 : 1;
    int order = slice_compare(pa->facts->page.source->path, pb->facts->page.source->path);
    if (order == 0) /* two documentation sets may hold the same path */
        order = slice_compare(pa->facts->page.source->text, pb->facts->page.source->text);
    return order;
}

static void build_init(struct build *build, struct arena *arena, struct arena *scratch,
                       struct arena *brief, const struct model_options *options,
                       struct diagnostics *diagnostics)
{
    *build = (struct build){.arena = arena,
                            .scratch = scratch,
                            .brief = brief,
                            .options = options,
                            .diagnostics = diagnostics};
    build->plain = arena_alloc_array(scratch, (size_t)EDM_PRIMITIVE_COUNT * 2,
                                     sizeof(const struct row_meaning *));
    map_init_ignore_case(&build->by_qualified, scratch);
    map_init_ignore_case(&build->by_short, scratch);
    map_init_ignore_case(&build->by_stem, scratch);
    map_init(&build->by_values, scratch);
}

static void take_pages(struct build *build, const struct page_facts *const *pages, size_t count)
{
    build->pages = arena_alloc_array(build->scratch, count, sizeof *build->pages);
    for (size_t i = 0; i < count; i++) {
        if (!slice_equal(pages[i]->page.version, build->version))
            continue;
        struct build_page *page = &build->pages[build->page_count++];
        page->facts = pages[i];
        page->primary = slice_equal(pages[i]->page.locale, build->options->primary_locale);
    }
    sort_items(build->pages, build->page_count, sizeof *build->pages, compare_pages);
}

/* Types are assembled while their rows are still at hand. */
static void collect_types(struct build *build)
{
    for (size_t i = 0; i < build->type_count; i++) {
        properties_collect(build, build->types[i]);
        assemble_type(build, build->types[i], i);
    }
}

/* The parts in their order; each needs what those before it have found. */
static struct model *build_version(struct arena *arena, slice version,
                                   const struct page_facts *const *pages, size_t count,
                                   const struct spelling *spelling, const struct model *stable,
                                   const struct model_options *options,
                                   struct diagnostics *diagnostics)
{
    struct arena scratch, brief;
    struct build build;
    arena_init(&scratch);
    arena_init(&brief);
    build_init(&build, arena, &scratch, &brief, options, diagnostics);
    build.version = version;
    build.stable = stable;
    build.spelling = spelling;
    build.model = arena_alloc(arena, sizeof *build.model);
    build.model->version = version;
    take_pages(&build, pages, count);
    identity_collect(&build);
    collect_types(&build);
    enumeration_add_named(&build);
    supply_withhold(&build);
    enumeration_fill(&build);
    base_decide(&build);
    typing_decide(&build);
    kind_decide(&build);
    base_imply(&build);
    assemble_examples(&build);
    if (!options->without_facts)
        record_facts(&build);
    assemble_model(&build);
    arena_finish(&brief);
    arena_finish(&scratch);
    return build.model;
}

static int compare_versions(const void *a, const void *b)
{
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

/* The versions of all pages, each once, sorted. */
static slice *list_versions(struct arena *arena, const struct page_facts *const *pages,
                            size_t count, size_t *version_count)
{
    slice *versions = NULL;
    *version_count = 0;
    for (size_t i = 0; i < count; i++) {
        bool known = false;
        for (size_t j = 0; j < *version_count; j++)
            known |= slice_equal(versions[j], pages[i]->page.version);
        if (known)
            continue;
        versions = arena_extend(arena, versions, *version_count, sizeof *versions);
        versions[(*version_count)++] = pages[i]->page.version;
    }
    sort_items(versions, *version_count, sizeof *versions, compare_versions);
    return versions;
}

/* "v1.0" and "2024-05" are stable; "beta" and "2024-05-preview" are not. */
static bool is_stable(slice version)
{
    bool digits = false;
    for (size_t i = 0; i < version.len; i++) {
        if (ascii_is_alpha(version.ptr[i]) && (i > 0 || version.ptr[i] != 'v'))
            return false;
        digits |= ascii_is_digit(version.ptr[i]);
    }
    return digits;
}

const struct model_set *model_build(struct arena *arena, const struct page_facts *const *pages,
                                    size_t count, const struct model_options *options,
                                    struct diagnostics *diagnostics)
{
    struct model_set *set = arena_alloc(arena, sizeof *set);
    slice *versions = list_versions(arena, pages, count, &set->count);
    set->primary_locale = options->primary_locale;
    set->models = arena_alloc_array(arena, set->count, sizeof(struct model *));
    struct arena scratch;
    struct spelling spelling;
    arena_init(&scratch);
    spelling_collect(&scratch, pages, count, &spelling);
    const struct model *stable = NULL;
    for (int preview = 0; preview <= 1; preview++)
        for (size_t i = 0; i < set->count; i++)
            if (is_stable(versions[i]) == (preview == 0)) {
                set->models[i] = build_version(arena, versions[i], pages, count, &spelling,
                                               preview == 1 ? stable : NULL, options, diagnostics);
                if (preview == 0)
                    stable = set->models[i];
            }
    arena_finish(&scratch);
    if (options->corrections != NULL)
        correct_models(arena, options->corrections, set->models, set->count,
                       options->primary_locale, diagnostics);
    for (size_t i = 0; i < set->count; i++)
        supply_settle(set->models[i], options->primary_locale, diagnostics);
    return set;
}
