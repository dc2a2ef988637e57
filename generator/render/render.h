/*
 * Rendering: from the models and a template pack to a set of files in memory.
 *
 * A pack is a folder with a manifest, pack.json, that says which template is rendered once, once an
 * API, namespace, type or enumeration, and to which path; templates/README.md is its guide. The
 * view that templates see is built for one file at a time and is plain JSON.
 */
#ifndef DOCMODEL_RENDER_RENDER_H
#define DOCMODEL_RENDER_RENDER_H

#include "model/model.h"
#include "model/selection.h"
#include "support/diagnostic.h"
#include "support/fs.h"
#include "support/json.h"

struct rendered_file {
    slice path; /* relative to the output folder, with "/" */
    slice text;
};

/* Sorted by path; no two paths are equal on a case-insensitive file system. */
struct file_set {
    struct rendered_file *items;
    size_t count;
};

struct pack;

/* Reads a pack's manifest, templates and verbatim files. Returns NULL, with diagnostics, when the
 * folder holds no valid pack. */
const struct pack *pack_load(struct arena *arena, const struct fs *fs, slice folder,
                             struct diagnostics *diagnostics);

struct render_options {
    /* Of C names, with its "_": "graph_". Versions other than v1.0 put their own behind it
     * ("graph_beta_"), whether or not another is rendered beside them, so that names never move. */
    slice prefix;
    bool exact_prefix; /* where one version is rendered, the prefix is its own as it stands */
    slice doc_locale;  /* language of comments; empty: the primary locale's */
    slice banner;      /* replaces the notice on top of each file; empty: the default */
    bool no_descriptions;
    unsigned shards; /* source files that are compiled, an API; 0: chosen by the number of types */
    unsigned jobs;
};

/*
 * Renders each of COUNT selections, one an API version, with PACK. Returns false, with diagnostics,
 * when a template has an error or two files would have one path; *files is then empty.
 */
bool render_files(struct arena *arena, const struct model_set *models,
                  const struct selection *selections, size_t count, const struct pack *pack,
                  const struct render_options *options, struct diagnostics *diagnostics,
                  struct file_set *files);

/*
 * The JSON that templates see: an object with the keys of every kind of file, or that of the type
 * or enumeration called NAME (short or qualified) alone; NULL when NAME is not empty and unknown.
 */
struct json_value *render_context(struct arena *arena, const struct model_set *models,
                                  const struct selection *selections, size_t count,
                                  const struct render_options *options, slice name);

#endif
