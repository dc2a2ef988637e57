/*
 * Corrections: files of facts that overrule what the pages say, since documentation stays wrong for
 * months. README.md of this folder describes the format for those who write one.
 *
 * A line has seven fields with tabs between them: version, namespace, type, property, what, value,
 * reason. Empty fields at its end may be missing. A line that begins with "#", an empty one and a
 * header line say nothing. This module reads lines; model/correct.h applies them.
 */
#ifndef DOCMODEL_MODEL_CORRECTIONS_H
#define DOCMODEL_MODEL_CORRECTIONS_H

#include "extract/facts.h"
#include "support/diagnostic.h"
#include "support/fs.h"

enum correction_field {
    CORRECTION_VERSION,   /* empty: all in which the target exists */
    CORRECTION_NAMESPACE, /* empty: the type's name is qualified, or the only one of that name */
    CORRECTION_TYPE,      /* or enumeration */
    CORRECTION_PROPERTY,  /* or member; empty: the correction is about the type itself */
    CORRECTION_WHAT,
    CORRECTION_VALUE,
    CORRECTION_REASON,
    CORRECTION_FIELD_COUNT
};

enum correction_what {
    CORRECT_ADD,
    CORRECT_DROP,
    CORRECT_RENAME,
    CORRECT_DESCRIPTION,
    CORRECT_DEPRECATED,
    CORRECT_BASE,
    CORRECT_KIND,
    CORRECT_KEY,
    CORRECT_OPEN,
    CORRECT_ABSTRACT,
    CORRECT_MEDIA,
    CORRECT_TYPE,
    CORRECT_NAVIGATION,
    CORRECT_READ_ONLY,
    CORRECT_REQUIRED,
    CORRECT_NULLABLE,
    CORRECT_MIN_LENGTH,
    CORRECT_MAX_LENGTH,
    CORRECT_MINIMUM,
    CORRECT_MAXIMUM,
    CORRECT_EXCLUSIVE_MINIMUM,
    CORRECT_EXCLUSIVE_MAXIMUM,
    CORRECT_MAX_ITEMS,
    CORRECT_FLAGS,
    CORRECT_NUMBER,
    CORRECT_WHAT_COUNT
};

/* One line that is well-formed. */
struct correction {
    enum correction_what what;
    slice fields[CORRECTION_FIELD_COUNT]; /* parts of the file's text, without white space around */
    slice locale;                         /* CORRECT_DESCRIPTION: empty for the primary one */
    const struct page *page;              /* stands for the file: its source is named like it */
    const struct source *source;          /* with the path as given, for diagnostics */
    struct span span;                     /* of the line */
};

struct corrections {
    struct arena *arena;
    struct correction *items; /* in the order of files and lines: later ones win */
    size_t count;
};

/* ARENA must outlive the corrections and the models that they are applied to. */
void corrections_init(struct corrections *corrections, struct arena *arena);

/* Adds the lines of TEXT, which must outlive the corrections. Malformed ones are reported and left
 * out. */
void corrections_add(struct corrections *corrections, slice path, slice text,
                     struct diagnostics *diagnostics);

/* Adds the lines of a file. Returns false, with a diagnostic, when it cannot be read. */
bool corrections_load(struct corrections *corrections, const struct fs *fs, const char *path,
                      struct diagnostics *diagnostics);

/* Reads "true" or "false". */
bool corrections_read_boolean(slice text, bool *value);

/* Reads a whole number, with a sign or without. Returns false for what long long cannot hold. */
bool corrections_read_number(slice text, long long *value);

#endif
