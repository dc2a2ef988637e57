/* Dependency files for make and ninja. */
#ifndef DOCMODEL_CLI_DEPFILE_H
#define DOCMODEL_CLI_DEPFILE_H

#include "support/arena.h"
#include "support/buffer.h"
#include "support/fs.h"

/* Files, of any number of folders, sorted by path and each once. */
struct depfile {
    slice *paths;
    size_t count;
};

void depfile_add(struct depfile *depfile, struct arena *arena, slice path);

/* Adds the files below FOLDER, links followed, at most DEPFILE_DEPTH_MAX folders deep. Returns 0 or
 * an errno value. */
int depfile_add_folder(struct depfile *depfile, struct arena *arena, const struct fs *fs,
                       slice folder);

#define DEPFILE_DEPTH_MAX 32

/* Appends "TARGET: files", escaped as make and ninja read it. Sorts *depfile. */
void depfile_write(struct depfile *depfile, slice target, struct buffer *out);

#endif
