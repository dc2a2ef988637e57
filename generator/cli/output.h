/*
 * Bringing the output folder up to date.
 *
 * Guarantees: a file is written only when its bytes change, and whole; a file that no run of
 * docmodel wrote is never replaced or removed; files that an earlier run wrote and this one does
 * not make are removed, with folders that become empty; a run that is killed at any time leaves a
 * folder that the next run brings in order; a run that finds the disk full leaves the files as they
 * were; of two runs on one folder the second waits for the first.
 */
#ifndef DOCMODEL_CLI_OUTPUT_H
#define DOCMODEL_CLI_OUTPUT_H

#include "render/render.h"
#include "support/diagnostic.h"
#include "support/fs.h"

struct output_result {
    slice *written; /* paths relative to the folder, sorted */
    size_t written_count;
    slice *removed;
    size_t removed_count;
    size_t unchanged_count;
};

/*
 * Makes FOLDER, which is created if need be, hold FILES. Nothing is changed when one of the files
 * would replace one that docmodel did not write. Returns false, with diagnostics, when it could not
 * be done. The result's lists are in ARENA.
 */
bool output_commit(struct arena *arena, const struct fs *fs, slice folder,
                   const struct file_set *files, struct diagnostics *diagnostics,
                   struct output_result *result);

#endif
