#include "cli/summary.h"
#include "support/sort.h"

#define LABEL_WIDTH  30
#define NUMBER_WIDTH 10

/* A table with a column a version; the last column is for what belongs to none. */
struct summary {
    struct run *run;
    struct buffer *out;
    size_t columns;   /* with the last */
    bool show_last;   /* something stands in it */
    size_t *row;      /* one count a column, of the row being made */
    size_t *all_rows; /* counts of the diagnostics, a row a code */
};

/* A word and how often it was met. */
struct tally {
    slice word;
    size_t count;
};

struct tallies {
    struct tally *items;
    size_t count;
};

static size_t summary_column(const struct summary *summary, slice version)
{
    const struct model_set *models = summary->run->models;
    for (size_t i = 0; i < models->count; i++)
        if (slice_equal(models->models[i]->version, version))
            return i;
    return models->count;
}

static void summary_print_row(struct summary *summary, const char *label, const size_t *counts)
{
    buffer_append(summary->out, slice_from(label));
    size_t len = slice_from(label).len;
    if (len < LABEL_WIDTH)
        buffer_append_repeated(summary->out, ' ', LABEL_WIDTH - len);
    for (size_t i = 0; i < summary->columns; i++)
        if (i + 1 < summary->columns || summary->show_last)
            buffer_format(summary->out, "%*zu", NUMBER_WIDTH, counts[i]);
    buffer_append_char(summary->out, '\n');
}

static void summary_clear_row(struct summary *summary)
{
    for (size_t i = 0; i < summary->columns; i++)
        summary->row[i] = 0;
}

static void summary_print_head(struct summary *summary)
{
    const struct model_set *models = summary->run->models;
    buffer_append_repeated(summary->out, ' ', LABEL_WIDTH);
    for (size_t i = 0; i < models->count; i++) {
        slice version = models->models[i]->version;
        if (version.len < NUMBER_WIDTH)
            buffer_append_repeated(summary->out, ' ', NUMBER_WIDTH - version.len);
        else
            buffer_append_char(summary->out, ' ');
        buffer_append(summary->out, version);
    }
    if (summary->show_last)
        buffer_format(summary->out, "%*s", NUMBER_WIDTH, "-");
    buffer_append_char(summary->out, '\n');
}

static void summary_print_pages(struct summary *summary)
{
    const struct run *run = summary->run;
    buffer_append(summary->out, SLICE("pages\n"));
    for (int kind = PAGE_TYPE; kind <= PAGE_UNUSABLE; kind++) {
        summary_clear_row(summary);
        for (size_t i = 0; i < run->page_count; i++)
            if (run->pages[i].wanted && run->pages[i].facts.kind == (enum page_kind)kind)
                summary->row[summary_column(summary, run->pages[i].version)]++;
        slice label = arena_format(run->cli->arena, "  %s", page_kind_name((enum page_kind)kind));
        summary_print_row(summary, label.ptr, summary->row);
    }
}

static void summary_count_model(const struct model *model, size_t counts[5])
{
    counts[0] = model->type_count;
    counts[2] = model->enumeration_count;
    for (size_t i = 0; i < model->type_count; i++) {
        counts[1] += model->types[i]->property_count;
        counts[4] += model->types[i]->example_count;
    }
    for (size_t i = 0; i < model->enumeration_count; i++)
        counts[3] += model->enumerations[i]->member_count;
}

static void summary_print_models(struct summary *summary)
{
    static const char *const labels[5] = {"types", "properties", "enumerations", "members",
                                          "examples"};
    const struct model_set *models = summary->run->models;
    for (size_t what = 0; what < 5; what++) {
        summary_clear_row(summary);
        for (size_t i = 0; i < models->count; i++) {
            size_t counts[5] = {0};
            summary_count_model(models->models[i], counts);
            summary->row[i] = counts[what];
        }
        summary_print_row(summary, labels[what], summary->row);
    }
}

/* Counts the diagnostics by code and version. */
static void summary_count_diagnostics(struct summary *summary)
{
    struct run *run = summary->run;
    summary->all_rows = arena_alloc_array(run->cli->arena, DIAG_CODE_COUNT * summary->columns,
                                          sizeof *summary->all_rows);
    for (size_t i = 0; i < run->diagnostics.count; i++) {
        const struct diagnostic *diagnostic = run->diagnostics.items[i];
        const struct run_page *page = run_find_page(run, diagnostic);
        size_t column = summary_column(summary, page != NULL ? page->version : (slice){0});
        summary->all_rows[(size_t)diagnostic->code * summary->columns + column]++;
        summary->show_last |= column + 1 == summary->columns;
    }
}

/* Those that are not printed are counted and marked. */
static void summary_print_diagnostics(struct summary *summary)
{
    const struct diagnostic_settings *settings = &summary->run->settings->diagnostics;
    buffer_append(summary->out, SLICE("diagnostics\n"));
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        const size_t *counts = &summary->all_rows[(size_t)code * summary->columns];
        size_t sum = 0;
        for (size_t i = 0; i < summary->columns; i++)
            sum += counts[i];
        bool off = diagnostic_code_severity((enum diagnostic_code)code, settings) == DIAG_OFF;
        slice label = arena_format(summary->run->cli->arena, "  %s%s",
                                   diagnostic_code_info((enum diagnostic_code)code)->name,
                                   off ? " (off)" : "");
        if (sum > 0)
            summary_print_row(summary, label.ptr, counts);
    }
}

static void tallies_add(struct tallies *tallies, struct arena *arena, slice word)
{
    for (size_t i = 0; i < tallies->count; i++)
        if (slice_equal(tallies->items[i].word, word)) {
            tallies->items[i].count++;
            return;
        }
    tallies->items = arena_extend(arena, tallies->items, tallies->count, sizeof *tallies->items);
    tallies->items[tallies->count++] = (struct tally){word, 1};
}

static int tallies_compare(const void *a, const void *b)
{
    return slice_compare(((const struct tally *)a)->word, ((const struct tally *)b)->word);
}

static void tallies_sort(struct tallies *tallies)
{
    sort_items(tallies->items, tallies->count, sizeof *tallies->items, tallies_compare);
}

/* Locales and reasons, both in the order of their bytes. */
static void summary_print_words(struct summary *summary)
{
    const struct run *run = summary->run;
    struct tallies locales = {0}, reasons = {0};
    for (size_t i = 0; i < run->page_count; i++) {
        const struct page_facts *facts = &run->pages[i].facts;
        if (!run->pages[i].wanted)
            continue;
        if (facts->page.locale.len > 0)
            tallies_add(&locales, run->cli->arena, facts->page.locale);
        if (facts->kind == PAGE_IGNORED)
            tallies_add(&reasons, run->cli->arena, facts->reason);
    }
    tallies_sort(&locales);
    tallies_sort(&reasons);
    buffer_append(summary->out, SLICE("pages by locale\n"));
    for (size_t i = 0; i < locales.count; i++)
        buffer_format(summary->out, "  %.*s: %zu\n", SLICE_ARGS(locales.items[i].word),
                      locales.items[i].count);
    if (reasons.count > 0)
        buffer_append(summary->out, SLICE("ignored pages\n"));
    for (size_t i = 0; i < reasons.count; i++)
        buffer_format(summary->out, "  %zu: %.*s\n", reasons.items[i].count,
                      SLICE_ARGS(reasons.items[i].word));
}

static const char *summary_plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void summary_print_totals(struct summary *summary)
{
    const struct diagnostics *diagnostics = &summary->run->diagnostics;
    const struct diagnostic_settings *settings = &summary->run->settings->diagnostics;
    size_t errors = diagnostics_count(diagnostics, settings, DIAG_ERROR);
    size_t warnings = diagnostics_count(diagnostics, settings, DIAG_WARNING) - errors;
    size_t notices = diagnostics_count(diagnostics, settings, DIAG_NOTICE) - errors - warnings;
    buffer_format(summary->out, "%zu error%s, %zu warning%s, %zu notice%s\n", errors,
                  summary_plural(errors), warnings, summary_plural(warnings), notices,
                  summary_plural(notices));
}

void summary_print(struct run *run, struct buffer *out)
{
    struct summary summary = {.run = run, .out = out, .columns = run->models->count + 1};
    summary.row = arena_alloc_array(run->cli->arena, summary.columns, sizeof *summary.row);
    for (size_t i = 0; i < run->page_count; i++)
        summary.show_last |= run->pages[i].wanted &&
                             summary_column(&summary, run->pages[i].version) == run->models->count;
    summary_count_diagnostics(&summary);
    summary_print_head(&summary);
    summary_print_pages(&summary);
    summary_print_models(&summary);
    summary_print_diagnostics(&summary);
    summary_print_words(&summary);
    summary_print_totals(&summary);
}
