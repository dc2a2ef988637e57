#include "support/diagnostic.h"

#include "support/sort.h"

#include <stdarg.h>

static const struct diagnostic_code_info code_infos[] = {
#define CODE(symbol, name, severity, summary, explanation) \
    {name, DIAG_##severity, summary, explanation},
#include "support/diagnostic_codes.def"
#undef CODE
};

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena)
{
    *diagnostics = (struct diagnostics){.arena = arena};
}

static void diagnostics_add(struct diagnostics *diagnostics, struct diagnostic *diagnostic)
{
    diagnostics->items = arena_extend(diagnostics->arena, diagnostics->items, diagnostics->count,
                                      sizeof(struct diagnostic *));
    diagnostics->items[diagnostics->count++] = diagnostic;
}

static struct diagnostic *diagnostics_new(struct diagnostics *diagnostics,
                                          enum diagnostic_code code, const char *format,
                                          va_list arguments) __attribute__((format(printf, 3, 0)));

static struct diagnostic *diagnostics_new(struct diagnostics *diagnostics,
                                          enum diagnostic_code code, const char *format,
                                          va_list arguments)
{
    struct diagnostic *diagnostic = arena_alloc(diagnostics->arena, sizeof *diagnostic);
    diagnostic->code = code;
    diagnostic->text = arena_vformat(diagnostics->arena, format, arguments);
    diagnostics_add(diagnostics, diagnostic);
    return diagnostic;
}

struct diagnostic *diagnostics_report(struct diagnostics *diagnostics, enum diagnostic_code code,
                                      struct span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct diagnostic *diagnostic = diagnostics_new(diagnostics, code, format, arguments);
    va_end(arguments);
    diagnostic->span = span;
    if (span.source != NULL)
        diagnostic->path = span.source->path;
    return diagnostic;
}

struct diagnostic *diagnostics_report_path(struct diagnostics *diagnostics,
                                           enum diagnostic_code code, slice path,
                                           const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct diagnostic *diagnostic = diagnostics_new(diagnostics, code, format, arguments);
    va_end(arguments);
    diagnostic->path = arena_copy(diagnostics->arena, path);
    return diagnostic;
}

void diagnostics_note(struct diagnostics *diagnostics, struct diagnostic *diagnostic,
                      struct span span, const char *format, ...)
{
    struct diagnostic_note *note = arena_alloc(diagnostics->arena, sizeof *note);
    va_list arguments;
    va_start(arguments, format);
    note->text = arena_vformat(diagnostics->arena, format, arguments);
    va_end(arguments);
    note->span = span;
    if (diagnostic->last_note == NULL)
        diagnostic->notes = note;
    else
        diagnostic->last_note->next = note;
    diagnostic->last_note = note;
}

void diagnostics_append(struct diagnostics *diagnostics, const struct diagnostics *other)
{
    for (size_t i = 0; i < other->count; i++)
        diagnostics_add(diagnostics, other->items[i]);
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_spans(struct span a, struct span b)
{
    slice path_a = a.source != NULL ? a.source->path : (slice){0};
    slice path_b = b.source != NULL ? b.source->path : (slice){0};
    int order = slice_compare(path_a, path_b);
    if (order == 0)
        order = compare_sizes(a.begin, b.begin);
    return order != 0 ? order : compare_sizes(a.end, b.end);
}

static int compare_notes(const struct diagnostic_note *a, const struct diagnostic_note *b)
{
    for (; a != NULL && b != NULL; a = a->next, b = b->next) {
        int order = compare_spans(a->span, b->span);
        if (order == 0)
            order = slice_compare(a->text, b->text);
        if (order != 0)
            return order;
    }
    return (a != NULL) - (b != NULL);
}

/* 0 only for diagnostics that print alike, so that an unstable sort cannot show. */
static int compare_diagnostics(const struct diagnostic *a, const struct diagnostic *b)
{
    int order = slice_compare(a->path, b->path);
    if (order == 0)
        order = compare_sizes(a->span.begin, b->span.begin);
    if (order == 0)
        order = (int)a->code - (int)b->code;
    if (order == 0)
        order = slice_compare(a->text, b->text);
    if (order == 0)
        order = compare_spans(a->span, b->span);
    return order != 0 ? order : compare_notes(a->notes, b->notes);
}

static int compare_items(const void *a, const void *b)
{
    return compare_diagnostics(*(struct diagnostic *const *)a, *(struct diagnostic *const *)b);
}

void diagnostics_sort(struct diagnostics *diagnostics)
{
    if (diagnostics->count < 2)
        return;
    sort_items(diagnostics->items, diagnostics->count, sizeof(struct diagnostic *), compare_items);
    size_t kept = 1;
    for (size_t i = 1; i < diagnostics->count; i++)
        if (compare_diagnostics(diagnostics->items[kept - 1], diagnostics->items[i]) != 0)
            diagnostics->items[kept++] = diagnostics->items[i];
    diagnostics->count = kept;
}

enum diagnostic_severity diagnostic_code_severity(enum diagnostic_code code,
                                                  const struct diagnostic_settings *settings)
{
    enum diagnostic_severity severity = code_infos[code].severity;
    if (settings == NULL)
        return severity;
    if (settings->codes[code].set)
        severity = settings->codes[code].severity;
    return settings->all_errors && severity == DIAG_WARNING ? DIAG_ERROR : severity;
}

size_t diagnostics_count(const struct diagnostics *diagnostics,
                         const struct diagnostic_settings *settings,
                         enum diagnostic_severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        count += diagnostic_code_severity(diagnostics->items[i]->code, settings) >= severity;
    return count;
}

const struct diagnostic_code_info *diagnostic_code_info(enum diagnostic_code code)
{
    return &code_infos[code];
}

enum diagnostic_code diagnostic_code_find(slice name)
{
    for (size_t i = 0; i < DIAG_CODE_COUNT; i++)
        if (slice_equal(name, slice_from(code_infos[i].name)))
            return (enum diagnostic_code)i;
    return DIAG_CODE_COUNT;
}

bool diagnostic_settings_apply(struct diagnostic_settings *settings, slice argument)
{
    if (slice_equal(argument, SLICE("error"))) {
        settings->all_errors = true;
        return true;
    }
    enum diagnostic_severity severity = DIAG_WARNING;
    enum diagnostic_code code = diagnostic_code_find(argument);
    if (code != DIAG_CODE_COUNT) {
        if (code_infos[code].severity == DIAG_ERROR) /* a notice becomes a warning */
            severity = DIAG_ERROR;
    } else if (slice_starts_with(argument, SLICE("no-"))) {
        severity = DIAG_OFF;
        code = diagnostic_code_find(slice_skip(argument, 3));
    } else if (slice_starts_with(argument, SLICE("error="))) {
        severity = DIAG_ERROR;
        code = diagnostic_code_find(slice_skip(argument, 6));
    }
    if (code == DIAG_CODE_COUNT)
        return false;
    settings->codes[code].set = true;
    settings->codes[code].severity = severity;
    return true;
}
