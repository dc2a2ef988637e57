/*
 * A file system in memory, with faults. Reading may happen on several threads at once.
 *
 * A power cut is simulated by LEFT: that many changes succeed, the next one is torn (a write leaves
 * a temporary file with half of the text) and everything after it fails, as if the process had
 * been killed.
 */
#ifndef DOCMODEL_TESTS_MEMORY_FS_H
#define DOCMODEL_TESTS_MEMORY_FS_H

#include "support/fs.h"

struct memory_entry {
    slice path; /* without a trailing slash */
    enum fs_kind kind;
    slice text;
};

struct memory_fs {
    struct arena arena;
    struct memory_entry *entries;
    size_t count;
    size_t left;        /* changes until the cut; SLICE_NONE: never */
    size_t room;        /* bytes that can still be written; SLICE_NONE: any number */
    size_t stages;      /* serial number of the next temporary file */
    bool cut;           /* it happened */
    size_t writes;      /* files that were written */
    const char *locked; /* this path can be neither read nor written (EACCES) */
    struct fs fs;       /* for the code under test */
};

void memory_fs_init(struct memory_fs *memory);
void memory_fs_finish(struct memory_fs *memory);

/* Makes a file, and the folders above it; not counted as a change. */
void memory_fs_put(struct memory_fs *memory, const char *path, const char *text);

/* The text of a file, or NULL. */
const char *memory_fs_text(struct memory_fs *memory, const char *path);

/* All paths and texts, sorted, to compare two file systems. */
slice memory_fs_dump(struct memory_fs *memory);

#endif
