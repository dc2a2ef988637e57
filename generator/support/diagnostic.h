/*
 * Diagnostics: what is wrong with the input, where, and what to do.
 *
 *     path:line:col: warning: text [code]
 *     the source line
 *         ^~~~
 *     path:line:col: note: text
 *
 * Stages report into a sink and go on. A sink is not thread-safe: every page has its own, and the
 * caller appends them to the run's. Printing sorts by path, position, code and text, so that the
 * order does not depend on threads. Codes stand in diagnostic_codes.def, which the documentation,
 * `docmodel explain` and the tests read.
 */
#ifndef DOCMODEL_SUPPORT_DIAGNOSTIC_H
#define DOCMODEL_SUPPORT_DIAGNOSTIC_H

#include "support/arena.h"
#include "support/buffer.h"
#include "support/source.h"

enum diagnostic_severity { DIAG_OFF, DIAG_NOTICE, DIAG_WARNING, DIAG_ERROR };

enum diagnostic_code {
#define CODE(symbol, name, severity, summary, explanation) DIAG_##symbol,
#include "support/diagnostic_codes.def"
#undef CODE
    DIAG_CODE_COUNT
};

struct diagnostic_code_info {
    const char *name;                  /* kebab-case */
    enum diagnostic_severity severity; /* before the user's settings */
    const char *summary;               /* one line */
    const char *explanation; /* what it means, why it matters, how to mend it; several lines */
};

struct diagnostic_note {
    struct diagnostic_note *next;
    struct span span;
    slice text;
};

struct diagnostic {
    enum diagnostic_code code;
    struct span span; /* source NULL: PATH alone is printed */
    slice path;       /* for a file that could not be read and has no source */
    slice text;
    struct diagnostic_note *notes; /* in the order in which they were added */
    struct diagnostic_note *last_note;
};

/* What the user said with -W; zeroed: the table's severities. */
struct diagnostic_settings {
    struct {
        bool set;
        enum diagnostic_severity severity;
    } codes[DIAG_CODE_COUNT];
    bool all_errors; /* -W error: every warning is an error */
};

struct diagnostics {
    struct arena *arena; /* holds the diagnostics and their texts */
    struct diagnostic **items;
    size_t count;
};

void diagnostics_init(struct diagnostics *diagnostics, struct arena *arena);

/*
 * Reports CODE at SPAN. The text is one clause without a full stop that says what is wrong and,
 * where that is not plain, what to do. Returns the diagnostic, so that notes can be added.
 */
struct diagnostic *diagnostics_report(struct diagnostics *diagnostics, enum diagnostic_code code,
                                      struct span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reports CODE about a file or argument that has no source. */
struct diagnostic *diagnostics_report_path(struct diagnostics *diagnostics,
                                           enum diagnostic_code code, slice path,
                                           const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds a note that shows another place. */
void diagnostics_note(struct diagnostics *diagnostics, struct diagnostic *diagnostic,
                      struct span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds the items of OTHER; their memory stays OTHER's arena's. */
void diagnostics_append(struct diagnostics *diagnostics, const struct diagnostics *other);

/* Sorts by path, position, code and text, and drops exact repetitions. */
void diagnostics_sort(struct diagnostics *diagnostics);

/* The severity under SETTINGS, which may be NULL. */
enum diagnostic_severity diagnostic_code_severity(enum diagnostic_code code,
                                                  const struct diagnostic_settings *settings);

/* How many have at least SEVERITY under SETTINGS. */
size_t diagnostics_count(const struct diagnostics *diagnostics,
                         const struct diagnostic_settings *settings,
                         enum diagnostic_severity severity);

/* Appends one diagnostic as people read it, with source line, caret and notes. */
void diagnostic_print(const struct diagnostic *diagnostic,
                      const struct diagnostic_settings *settings, struct buffer *out);

const struct diagnostic_code_info *diagnostic_code_info(enum diagnostic_code code);

/* The code that is called NAME, or DIAG_CODE_COUNT. */
enum diagnostic_code diagnostic_code_find(slice name);

/* Reads one -W argument: CODE, no-CODE, error=CODE, error. Returns false when it names no code. */
bool diagnostic_settings_apply(struct diagnostic_settings *settings, slice argument);

#endif
