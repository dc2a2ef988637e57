/*
 * Skeletons: what cmark is given in place of a page.
 *
 * A skeleton has the lines of the page, each cut down to what decides about the block structure, so
 * that cmark spends no time on inlines that nobody asks it for here (corpus: 40 % of its time goes
 * into the cells of tables). Front matter becomes blank lines. Line numbers, and the column where a
 * block begins, are those of the page.
 */
#ifndef DOCMODEL_MARKDOWN_SKELETON_H
#define DOCMODEL_MARKDOWN_SKELETON_H

#include "support/buffer.h"
#include "support/source.h"

/*
 * Appends the skeleton of SOURCE, whose first HEAD lines are blanked out, to OUT. A fence that
 * another one opens in, or that runs to the end of the page, lacks its closing line: it is closed
 * at the blank line before the next heading, comment or fence, so that the rest of the page is not
 * lost.
 */
void skeleton_build(const struct source *source, size_t head, struct buffer *out);

/* Appends every line of the page that may define the target of reference links. */
void skeleton_collect_definitions(const struct source *source, size_t head, struct buffer *out);

/* Whether LINE has the shape of a link definition: "[label]: target". */
bool skeleton_is_definition(slice line);

#endif
