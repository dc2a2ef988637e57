#include "cli/run.h"

#include "cli/locate.h"
#include "extract/page_labels.h"
#include "support/pool.h"
#include "support/sort.h"
#include "support/suggest.h"

static bool run_load_vocabulary(struct run *run)
{
    const struct cli *cli = run->cli;
    const struct fs *fs = cli->environment->fs;
    slice folder = fs_join(cli->arena, run->data, SLICE("vocab"));
    struct vocab *vocab = vocab_load(&run->vocabulary, fs, folder.ptr, &run->diagnostics);
    run->vocab = vocab;
    if (vocab != NULL && !vocab_knows_locale(vocab, SLICE("en"))) {
        cli_reject(cli,
                   "'%.*s' has no vocabulary of English (en.tsv), on which all others rest; "
                   "name a complete data folder with --data-dir",
                   SLICE_ARGS(folder));
        return false;
    }
    for (size_t i = 0; vocab != NULL && i < run->settings->vocabularies.count; i++)
        if (!vocab_add_file(vocab, cli->arena, fs, run->settings->vocabularies.items[i].ptr,
                            &run->diagnostics))
            return false;
    return vocab != NULL;
}

static bool run_load_corrections(struct run *run)
{
    const struct option_values *files = &run->settings->corrections;
    corrections_init(&run->corrections, run->cli->arena);
    for (size_t i = 0; i < files->count; i++)
        if (!corrections_load(&run->corrections, run->cli->environment->fs, files->items[i].ptr,
                              &run->diagnostics))
            return false;
    return true;
}

/* Adds the pages of one folder of --docs. One without any is a slip in the argument. */
static bool run_list_folder(struct run *run, slice folder, struct page_files *files)
{
    size_t listed = files->count;
    const struct cli *cli = run->cli;
    const struct fs *fs = cli->environment->fs;
    enum fs_kind kind = fs->kind(fs->context, folder.ptr);
    if (kind != FS_DIRECTORY) {
        cli_reject(cli, "--docs=%.*s: %s; name a folder of pages", SLICE_ARGS(folder),
                   kind == FS_ABSENT ? "there is no such folder" : "is a file, not a folder");
        return false;
    }
    size_t reported = run->diagnostics.count;
    page_files_list(cli->arena, fs, run->vocab, folder, &run->diagnostics, files);
    if (files->count > listed || run->diagnostics.count > reported)
        return true;
    cli_reject(cli,
               "--docs=%.*s: the folder holds no pages; name one with *.md files, such as a "
               "checkout whose pages stand under api-reference/VERSION/resources",
               SLICE_ARGS(folder));
    return false;
}

static int run_compare_files(const void *a, const void *b)
{
    const struct page_file *left = a;
    const struct page_file *right = b;
    int order = slice_compare(left->shown, right->shown);
    return order != 0 ? order : slice_compare(left->path, right->path);
}

/* Folders that contain one another list the same file twice. */
static void run_drop_repeated_files(struct page_files *files)
{
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++)
        if (count == 0 || !slice_equal(files->items[count - 1].path, files->items[i].path))
            files->items[count++] = files->items[i];
    files->count = count;
}

static bool run_list_pages(struct run *run)
{
    struct page_files *files = &run->files;
    for (size_t i = 0; i < run->settings->docs.count; i++)
        if (!run_list_folder(run, run->settings->docs.items[i], files))
            return false;
    sort_items(files->items, files->count, sizeof *files->items, run_compare_files);
    run_drop_repeated_files(files);
    page_labels_settle(run->cli->arena, run->cli->environment->fs, files);
    return true;
}

static bool run_wants_diagnostics_only(const struct run *run)
{
    return run->corrections.count == 0 && run->cli->arguments->command == COMMAND_CHECK;
}

static void run_read_page(void *context, unsigned worker, size_t index)
{
    struct run *run = context;
    struct arena *arena = &run->workers[worker].arena;
    struct run_page *page = run->turns[index].page;
    const struct settings *settings = run->settings;
    struct page_options options = {.default_locale = settings->primary_locale,
                                   .default_version = settings->versions.count > 0
                                                          ? settings->versions.items[0]
                                                          : SLICE("v1.0"),
                                   .scratch = &run->workers[worker].scratch,
                                   .for_diagnostics = run_wants_diagnostics_only(run),
                                   .memo = &run->workers[worker].memo};
    diagnostics_init(&page->diagnostics, arena);
    page_read(arena, run->cli->environment->fs, page->file, run->vocab, &options,
              &page->diagnostics, &page->facts);
    bool known = page->facts.page.version.len > 0;
    page->version = known ? page->facts.page.version : page->file->version;
    page->wanted = !page->file->repeats;
}

static int run_compare_turns(const void *a, const void *b)
{
    const struct run_turn *left = a;
    const struct run_turn *right = b;
    int order = slice_compare(left->locale, right->locale);
    if (order == 0)
        order = slice_compare(left->name, right->name);
    return order != 0 ? order : (left->page > right->page) - (left->page < right->page);
}

/* The versions of a page have much in common: what one needs in the processor's caches, the next
 * finds there. */
static void run_take_turns(struct run *run)
{
    run->turns = arena_alloc_array(run->cli->arena, run->page_count, sizeof *run->turns);
    for (size_t i = 0; i < run->page_count; i++) {
        slice path = run->files.items[i].path;
        size_t slash = slice_find_last_byte(path, '/');
        slice name = slash == SLICE_NONE ? path : slice_skip(path, slash + 1);
        run->turns[i] = (struct run_turn){run->files.items[i].locale, name, &run->pages[i]};
    }
    sort_items(run->turns, run->page_count, sizeof *run->turns, run_compare_turns);
}

static void run_read_pages(struct run *run)
{
    run->page_count = run->files.count;
    run->pages = arena_alloc_array(run->cli->arena, run->page_count, sizeof *run->pages);
    for (size_t i = 0; i < run->page_count; i++)
        run->pages[i].file = &run->files.items[i];
    run->worker_count = pool_workers(run->settings->jobs);
    run->workers = arena_alloc_array(run->cli->arena, run->worker_count, sizeof *run->workers);
    for (unsigned i = 0; i < run->worker_count; i++)
        memo_init(&run->workers[i].memo, &run->workers[i].arena);
    run_take_turns(run);
    pool_run(run->settings->jobs, run->page_count, run_read_page, run);
}

static bool run_page_has_facts(const struct run_page *page)
{
    return page->facts.kind != PAGE_IGNORED && page->facts.kind != PAGE_UNUSABLE;
}

static bool run_wants_version(const struct run *run, slice version)
{
    const struct option_values *wanted = &run->settings->versions;
    for (size_t i = 0; i < wanted->count; i++)
        if (slice_equal(wanted->items[i], version))
            return true;
    return wanted->count == 0;
}

static const struct model *run_find_model(const struct model_set *models, slice version)
{
    for (size_t i = 0; i < models->count; i++)
        if (slice_equal(models->models[i]->version, version))
            return models->models[i];
    return NULL;
}

static bool run_reject_version(const struct run *run, const struct model_set *models, slice version)
{
    struct buffer known;
    buffer_init(&known);
    for (size_t i = 0; i < models->count; i++)
        buffer_format(&known, "%s%.*s", i == 0 ? "" : ", ", SLICE_ARGS(models->models[i]->version));
    cli_reject(run->cli, "--api-version=%.*s: no page is of that version; there is %.*s",
               SLICE_ARGS(version),
               SLICE_ARGS(known.len > 0 ? buffer_slice(&known) : SLICE("none")));
    buffer_finish(&known);
    return false;
}

/* Keeps the versions that are output: all were built, since one version's pages are evidence for
 * another's. */
static bool run_choose_versions(struct run *run, const struct model_set *models)
{
    const struct option_values *wanted = &run->settings->versions;
    for (size_t i = 0; i < wanted->count; i++)
        if (run_find_model(models, wanted->items[i]) == NULL)
            return run_reject_version(run, models, wanted->items[i]);
    struct model_set *chosen = arena_alloc(run->cli->arena, sizeof *chosen);
    *chosen = *models;
    chosen->count = 0;
    chosen->models = arena_alloc_array(run->cli->arena, models->count, sizeof *chosen->models);
    for (size_t i = 0; i < models->count; i++)
        if (run_wants_version(run, models->models[i]->version))
            chosen->models[chosen->count++] = models->models[i];
    run->models = chosen;
    return true;
}

static bool run_has_locale(const struct run *run, slice locale)
{
    for (size_t i = 0; i < run->page_count; i++)
        if (run_page_has_facts(&run->pages[i]) &&
            slice_equal_ignore_case(run->pages[i].facts.page.locale, locale))
            return true;
    return false;
}

/* What the pages call the locale that decides: those of en-US may lie in a folder "en". */
static slice run_primary_locale(const struct run *run)
{
    slice locale = run->settings->primary_locale;
    slice language, region;
    slice_cut(locale, '-', &language, &region);
    return !run_has_locale(run, locale) && run_has_locale(run, language) ? language : locale;
}

static bool run_check_locale(const struct run *run, enum option option, slice locale)
{
    struct suggestion nearest;
    suggest_init(&nearest, locale, false);
    bool any = false;
    for (size_t i = 0; i < run->page_count; i++) {
        if (!run_page_has_facts(&run->pages[i]))
            continue;
        any = true;
        suggest_offer(&nearest, run->pages[i].facts.page.locale);
        if (slice_equal_ignore_case(run->pages[i].facts.page.locale, locale))
            return true;
    }
    if (!any)
        return true; /* what is wrong with the pages is said already */
    if (nearest.best.len > 0)
        cli_reject(run->cli, "--%s=%.*s: no page is of that locale; did you mean '%.*s'?",
                   option_info(option)->name, SLICE_ARGS(locale), SLICE_ARGS(nearest.best));
    else
        cli_reject(run->cli,
                   "--%s=%.*s: no page is of that locale; 'docmodel check' lists those "
                   "that there are",
                   option_info(option)->name, SLICE_ARGS(locale));
    return false;
}

static bool run_check_locales(const struct run *run)
{
    const struct settings *settings = run->settings;
    return (!settings->primary_locale_given ||
            run_check_locale(run, OPTION_PRIMARY_LOCALE, run_primary_locale(run))) &&
           (settings->doc_locale.len == 0 ||
            run_check_locale(run, OPTION_DOC_LOCALE, settings->doc_locale));
}

/* Builds the models and adopts the diagnostics of the pages that matter and of the models. */
static bool run_build_models(struct run *run)
{
    struct arena *arena = run->cli->arena;
    const struct page_facts **facts = arena_alloc_array(arena, run->page_count, sizeof *facts);
    size_t count = 0;
    for (size_t i = 0; i < run->page_count; i++) /* as they lie in memory */
        if (run_page_has_facts(run->turns[i].page) && !run->turns[i].page->file->repeats)
            facts[count++] = &run->turns[i].page->facts;
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, arena);
    enum command command = run->cli->arguments->command;
    bool corrected = run->corrections.count > 0;
    struct model_options options = {
        .primary_locale = run_primary_locale(run),
        .merge = run->settings->merge,
        .corrections = &run->corrections,
        .without_facts = !corrected && command != COMMAND_WHY,
        .for_diagnostics = run_wants_diagnostics_only(run),
    };
    const struct model_set *models = model_build(arena, facts, count, &options, &diagnostics);
    bool chosen = run_choose_versions(run, models);
    for (size_t i = 0; i < run->page_count; i++) {
        struct run_page *page = &run->pages[i];
        page->wanted = !page->file->repeats &&
                       (!chosen || page->version.len == 0 || run_wants_version(run, page->version));
        if (page->wanted)
            diagnostics_append(&run->diagnostics, &page->diagnostics);
    }
    run_adopt(run, &diagnostics);
    return chosen;
}

/* Whether a page before that at INDEX is of the same locale. */
static bool run_met_locale(const struct run *run, size_t index)
{
    slice locale = run->pages[index].facts.page.locale;
    for (size_t i = 0; i < index; i++)
        if (slice_equal(run->pages[i].facts.page.locale, locale))
            return true;
    return false;
}

/* One notice for each locale whose words nobody knows. */
static void run_check_vocabulary(struct run *run)
{
    for (size_t i = 0; i < run->page_count; i++) {
        slice locale = run->pages[i].facts.page.locale;
        if (i > 0 && slice_equal(locale, run->pages[i - 1].facts.page.locale))
            continue; /* most pages */
        if (locale.len > 0 && !vocab_knows_locale(run->vocab, locale) && !run_met_locale(run, i))
            diagnostics_report_path(&run->diagnostics, DIAG_VOCABULARY_MISSING,
                                    run->pages[i].file->shown,
                                    "there is no vocabulary for %.*s: its pages are read by their "
                                    "anchors, links, annotations and shape only",
                                    SLICE_ARGS(locale));
    }
}

static void run_remark_pages(const struct run *run)
{
    cli_remark(run->cli, "data folder: %.*s", SLICE_ARGS(run->data));
    for (size_t i = 0; i < run->page_count; i++) {
        const struct run_page *page = &run->pages[i];
        const struct page_facts *facts = &page->facts;
        cli_remark(run->cli, "read %.*s: %s%s%.*s", SLICE_ARGS(page->file->shown),
                   page_kind_name(facts->kind), facts->reason.len > 0 ? ": " : "",
                   SLICE_ARGS(facts->reason));
    }
}

enum cli_status run_start(const struct cli *cli, const struct settings *settings, struct run *run)
{
    *run = (struct run){.cli = cli, .settings = settings};
    diagnostics_init(&run->diagnostics, cli->arena);
    arena_init(&run->vocabulary);
    if (!locate_data(cli, settings->data_dir, &run->data))
        return CLI_USAGE;
    if (!run_load_vocabulary(run) || !run_load_corrections(run) || !run_list_pages(run))
        return CLI_USAGE;
    run_read_pages(run);
    if (settings->verbose)
        run_remark_pages(run);
    if (!run_build_models(run) || !run_check_locales(run))
        return CLI_USAGE;
    run_check_vocabulary(run);
    bool empty = true;
    for (size_t i = 0; i < run->models->count; i++)
        empty &= run->models->models[i]->type_count == 0 &&
                 run->models->models[i]->enumeration_count == 0;
    empty = empty && run_count_errors(run) == 0;
    for (size_t i = 0; empty && i < settings->docs.count; i++)
        diagnostics_report_path(&run->diagnostics, DIAG_NO_TYPES, settings->docs.items[i],
                                "none of the pages documents a type; name the folder of the "
                                "resource pages with --docs");
    return CLI_CLEAN;
}

void run_finish(struct run *run)
{
    for (unsigned i = 0; i < run->worker_count; i++) {
        arena_finish(&run->workers[i].arena);
        arena_finish(&run->workers[i].scratch);
    }
    arena_finish(&run->vocabulary);
}

static void run_index_pages(struct run *run)
{
    map_init(&run->pages_by_path, run->cli->arena);
    map_reserve(&run->pages_by_path, run->page_count);
    for (size_t i = 0; i < run->page_count; i++)
        map_put_new(&run->pages_by_path, run->pages[i].file->shown, &run->pages[i]);
}

const struct run_page *run_find_page(struct run *run, const struct diagnostic *diagnostic)
{
    const struct source *source = diagnostic->span.source;
    if (run->pages_by_path.count == 0)
        run_index_pages(run);
    return map_get(&run->pages_by_path, source != NULL ? source->path : diagnostic->path);
}

/* Later stages say nothing about pages that repeat others, so that all is wanted where every
 * version is. */
void run_adopt(struct run *run, const struct diagnostics *diagnostics)
{
    if (run->settings->versions.count == 0) {
        diagnostics_append(&run->diagnostics, diagnostics);
        return;
    }
    struct diagnostics kept = *diagnostics;
    kept.items = arena_alloc_array(run->cli->arena, diagnostics->count, sizeof *kept.items);
    kept.count = 0;
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct run_page *page = run_find_page(run, diagnostics->items[i]);
        if (page == NULL || page->wanted)
            kept.items[kept.count++] = diagnostics->items[i];
    }
    diagnostics_append(&run->diagnostics, &kept);
}

size_t run_count_errors(const struct run *run)
{
    return diagnostics_count(&run->diagnostics, &run->settings->diagnostics, DIAG_ERROR);
}

void run_end(struct run *run, enum cli_status status)
{
    const struct settings *settings = run->settings;
    enum diagnostic_severity least = settings->quiet ? DIAG_WARNING : DIAG_NOTICE;
    diagnostics_sort(&run->diagnostics);
    for (size_t i = 0; i < run->diagnostics.count; i++) {
        const struct diagnostic *diagnostic = run->diagnostics.items[i];
        if (diagnostic_code_severity(diagnostic->code, &settings->diagnostics) >= least)
            diagnostic_print(diagnostic, &settings->diagnostics, run->cli->diagnostics);
    }
    if (status == CLI_INPUT_ERRORS && run_is_blocked(run) &&
        run->cli->arguments->command != COMMAND_CHECK &&
        run->cli->arguments->command != COMMAND_WHY)
        cli_remark(run->cli, "nothing is output because of errors; --keep-going outputs the rest");
}

bool run_is_blocked(const struct run *run)
{
    return !run->settings->keep_going && run_count_errors(run) > 0;
}

enum cli_status run_status(const struct run *run)
{
    return run_count_errors(run) > 0 ? CLI_INPUT_ERRORS : CLI_CLEAN;
}
