/*
 * The template language: Mustache (mustache(5), specification 1.4), core and inheritance, over JSON
 * values.
 *
 * In specification mode it behaves as the published specification says: unknown names give nothing.
 * In strict mode, in which packs run, an unknown name, an unknown partial or a section that is
 * never closed is an error with the template's file, line and column, and a name is looked up by
 * its first part in the innermost context that has it, its further parts only inside of that.
 *
 * Inside a section over a list, `-first` and `-last` are booleans and `-index` counts from 1. False
 * are: false, null, the empty list and the empty string (the specification leaves the last open). A
 * section over true does not become the context, so that `{{.}}` in it is still the list's element.
 * Numbers print as they are written. Partials can be named by the view ({{>*name}}), and see the
 * blocks that override those of the parent around them.
 */
#ifndef DOCMODEL_RENDER_MUSTACHE_H
#define DOCMODEL_RENDER_MUSTACHE_H

#include "support/arena.h"
#include "support/buffer.h"
#include "support/diagnostic.h"
#include "support/json.h"
#include "support/source.h"

/* Deeper nesting of sections and partials is an error (template-malformed); a partial may be
 * recursive up to it. */
#define MUSTACHE_DEPTH_MAX 128

/* An expansion that visits more nodes or gives more bytes is an error (template-malformed): a few
 * nested lists can ask for more than any machine has. */
#define MUSTACHE_STEPS_MAX  ((size_t)1 << 24)
#define MUSTACHE_OUTPUT_MAX ((size_t)64 << 20)

enum mustache_escape { MUSTACHE_ESCAPE_NONE, MUSTACHE_ESCAPE_HTML, MUSTACHE_ESCAPE_JSON };

struct mustache_template;

struct mustache_options {
    enum mustache_escape escape; /* what {{x}} does; {{{x}}} and {{&x}} never escape */
    bool strict;
    /* Finds the partial or parent called NAME; NULL when there is none. May be NULL. */
    const struct mustache_template *(*find)(void *context, slice name);
    void *context;
};

/*
 * Reads a template. Nodes live in ARENA and borrow SOURCE. Returns NULL, with diagnostics, for a
 * template that is not well-formed (in either mode).
 */
const struct mustache_template *mustache_parse(struct arena *arena, const struct source *source,
                                               struct diagnostics *diagnostics);

/*
 * Appends the expansion of TEMPLATE over VIEW, an object. Returns false, with diagnostics, when
 * strict mode finds an error; what was appended is then of no use.
 */
bool mustache_render(const struct mustache_template *template, const struct json_value *view,
                     const struct mustache_options *options, struct diagnostics *diagnostics,
                     struct buffer *out);

#endif
