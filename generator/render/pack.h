/* Template packs, read. Private to generator/render. */
#ifndef DOCMODEL_RENDER_PACK_H
#define DOCMODEL_RENDER_PACK_H

#include "render/mustache.h"
#include "render/render.h"
#include "support/map.h"

/* The manifest's name in the pack's folder. */
#define PACK_MANIFEST "pack.json"

/* A copied folder may nest so deep; deeper ones are an error (pack-malformed). */
#define PACK_FOLDER_DEPTH_MAX 16

/* What a file of the output is made for. */
enum pack_kind {
    PACK_ONCE,
    PACK_API,
    PACK_NAMESPACE,
    PACK_TYPE,
    PACK_ENUMERATION,
    PACK_SHARD,
    PACK_COPY,
    PACK_KIND_COUNT
};

/* A file that is copied as it is. */
struct pack_copy {
    slice path; /* below the rule's; empty for a rule that copies a single file */
    slice text;
};

/* One entry of the manifest's "files". */
struct pack_rule {
    enum pack_kind kind;
    struct span path_span;
    const struct mustache_template *path;
    const struct mustache_template *template; /* NULL for copies */
    bool whole; /* its lists hold whole types and enumerations, not brief ones */
    /* Of PACK_TYPE: numbers by keys of the view, which are not larger; NULL: there is no limit. */
    const struct json_value *at_most;
    /* The path of the file whose includes `file.digest` stands for; NULL: the entry has none. */
    const struct mustache_template *digest;
    struct pack_copy *copies;
    size_t copy_count;
};

struct pack {
    slice folder;
    slice name;
    enum mustache_escape escape;
    struct pack_rule *rules;
    size_t rule_count;
    struct map partials; /* struct mustache_template, by name */
};

/* The word for a kind in manifests. */
const char *pack_kind_word(enum pack_kind kind);

/* Whether PATH stays inside of a folder on every system: relative, its components separated by "/",
 * none of them empty, "." or "..", no backslash, colon or control character. */
bool pack_path_is_inside(slice path);

#endif
