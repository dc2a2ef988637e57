/*
 * Digests: what a file of the output includes, as a number. Private to generator/render.
 *
 * Builds know the names of few files before the generator has run. One that carries the digest of
 * what it includes changes whenever any of that does, so that such a build compiles it again.
 */
#ifndef DOCMODEL_RENDER_DIGEST_H
#define DOCMODEL_RENDER_DIGEST_H

#include "render/render.h"
#include "support/map.h"

struct digest_files {
    struct map by_path;    /* struct rendered_file */
    struct map by_include; /* the same, by the part of the path behind "include/" */
};

/* FILES must outlive *known; those that carry a digest themselves are left out by the caller. */
void digest_files_init(struct digest_files *known, struct arena *arena, struct rendered_file *files,
                       size_t count);

/*
 * The digest, 16 hexadecimal digits, of the known files that the file PATH, whose text is TEXT,
 * includes by C's #include lines, directly or not. It does not depend on the order of the files.
 */
slice digest_of_includes(const struct digest_files *known, struct arena *arena, slice path,
                         slice text);

#endif
