/*
 * The manifest of an output folder: which files docmodel wrote there.
 *
 * A text file: a line with its version and state, then one path a line, sorted. Before a run
 * changes the folder it writes a manifest in the state "writing" that lists the old files and the
 * new ones, and at its end one in the state "complete" that lists the new ones; so whenever it is
 * killed, everything that it wrote is listed.
 */
#ifndef DOCMODEL_CLI_MANIFEST_H
#define DOCMODEL_CLI_MANIFEST_H

#include "support/arena.h"
#include "support/buffer.h"

#define MANIFEST_NAME ".docmodel-manifest"

/* Larger manifests are not read. */
#define MANIFEST_SIZE_MAX ((size_t)16 << 20)

struct manifest {
    bool complete; /* false: the run that wrote it did not come to its end */
    slice *paths;  /* sorted, no two equal */
    size_t count;
};

/* Reads TEXT, which is borrowed. Returns false when it is no manifest, or holds an unsafe path. */
bool manifest_read(struct arena *arena, slice text, struct manifest *manifest);

void manifest_write(const struct manifest *manifest, struct buffer *out);

bool manifest_has(const struct manifest *manifest, slice path);

/* The paths of A and of B. */
struct manifest manifest_unite(struct arena *arena, const struct manifest *a,
                               const struct manifest *b);

/* Whether PATH stays inside the folder: relative, without "." and "..", empty components,
 * backslashes and control characters, and not the manifest's own name. */
bool manifest_path_is_safe(slice path);

#endif
