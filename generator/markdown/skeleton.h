/*
 * Skeletons: what cmark is given in place of a page.
 *
 * A skeleton has the lines of the page, each cut down to what decides about the block structure, so
 * that cmark spends no time on inlines that nobody asks it for here. Front matter becomes blank
 * lines. Line numbers, and the column where a block begins, are those of the page.
 */
#ifndef DOCMODEL_MARKDOWN_SKELETON_H
#define DOCMODEL_MARKDOWN_SKELETON_H

#include "support/buffer.h"
#include "support/source.h"

/* A line before it is cut down. */
struct skeleton_line {
    slice text;    /* without its indentation, which stands before it */
    size_t indent; /* in blanks and tabs */
};

struct skeleton {
    const struct source *source; /* lone carriage returns and NUL are blanks in it, as for cmark */
    size_t head;                 /* how many lines at the beginning are blank */
    struct skeleton_line *lines; /* as many as the source has */
    bool comments;               /* one opens behind other text of its line */
    slice definitions; /* the lines that may define the target of reference links, each with a blank
                          line behind it */
};

/*
 * Prepares the skeleton of SOURCE, whose first HEAD lines are blanked out. A fence that another one
 * opens in, or that runs to the end of the page, lacks its closing line: it is closed at the blank
 * line before the next heading, comment or fence, so that the rest of the page is not lost. What is
 * needed besides the source is in ARENA.
 */
void skeleton_init(struct skeleton *skeleton, struct arena *arena, const struct source *source,
                   size_t head);

/* Appends the lines FIRST to LAST, each cut down and with a line end. */
void skeleton_append(const struct skeleton *skeleton, size_t first, size_t last,
                     struct buffer *out);

/* Whether TEXT, which begins with a bracket, may begin a link definition, here or in more lines. */
bool skeleton_may_define(slice text);

/* Whether a comment ends on LINE. Few lines hold what a comment's mark ends with. */
static inline bool skeleton_ends_comment(slice line)
{
    return slice_find_byte(line, '>') != SLICE_NONE && slice_find(line, SLICE("-->")) != SLICE_NONE;
}

/* Whether LINE has the shape of a link definition: "[label]: target". */
bool skeleton_is_definition(slice line);

#endif
