/*
 * Inline content: reading the text of headings, paragraphs and cells.
 *
 * What has no markup is read at once. The rest waits in a batch, which hands one document, a line
 * for each text, to cmark.
 */
#ifndef DOCMODEL_MARKDOWN_INLINE_CONTENT_H
#define DOCMODEL_MARKDOWN_INLINE_CONTENT_H

#include "markdown/document.h"

/* How a part of a text is joined to the one before. */
enum inline_join { JOIN_DIRECTLY, JOIN_BY_BLANK, JOIN_BY_BREAK };

struct inline_part {
    slice text; /* of the source's own text, on one line */
    enum inline_join join;
};

struct inline_job;

struct inline_batch {
    struct arena *arena;   /* for text */
    struct arena *scratch; /* for everything else */
    const struct source *source;
    bool defines;  /* the page defines targets of reference links */
    bool comments; /* texts may hold comments, which become blocks */
    struct inline_job *jobs;
    size_t count;
    /* Called for each raw HTML tag or comment; OFFSET is its place in the source. */
    void (*on_tag)(void *context, size_t owner, slice tag, size_t offset);
    void *context;
};

/*
 * Adds the text that COUNT parts make. *CONTENT, which must stay where it is, is complete after
 * inline_batch_run; its span at once. OWNER is passed on to on_tag.
 */
void inline_batch_add(struct inline_batch *batch, const struct inline_part *parts, size_t count,
                      size_t owner, struct inline_content *content);

/* Reads all that waits. DEFINITIONS holds the page's link definitions, a blank line behind each. */
void inline_batch_run(struct inline_batch *batch, slice definitions);

#endif
