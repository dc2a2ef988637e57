/* The node tree of a template, between reading and rendering. Private to the template engine. */
#ifndef DOCMODEL_RENDER_MUSTACHE_NODE_H
#define DOCMODEL_RENDER_MUSTACHE_NODE_H

#include "support/source.h"

enum mustache_node_kind {
    MUSTACHE_ROOT,
    MUSTACHE_TEXT, /* at most one line, its end included */
    MUSTACHE_VARIABLE,
    MUSTACHE_SECTION,
    MUSTACHE_INVERTED,
    MUSTACHE_PARTIAL,
    MUSTACHE_PARENT, /* its children that are blocks override those of the parent */
    MUSTACHE_BLOCK
};

struct mustache_node {
    enum mustache_node_kind kind;
    bool raw;         /* a variable that is never escaped */
    bool dynamic;     /* a partial whose name is looked up in the view */
    bool standalone;  /* a partial, parent or block with its lines to itself */
    bool begins_line; /* indentation goes before it */
    struct span span; /* the tag; for text nothing */
    slice text;       /* of MUSTACHE_TEXT; of a parent within a line: the blanks before it */
    slice name;       /* as written, trimmed */
    struct span name_span;
    slice *parts; /* the name split at its dots; none for "." */
    size_t part_count;
    slice indent; /* what a standalone node puts before each line, beyond what encloses it */

    struct mustache_node *first;
    struct mustache_node *last;
    struct mustache_node *next;
};

struct mustache_template {
    const struct source *source;
    struct mustache_node root;
};

#endif
