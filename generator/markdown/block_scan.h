/*
 * Block scan: the block structure of a page, as cmark gives it for its skeleton, at a fraction of
 * the time.
 *
 * Most lines of a page leave no doubt about what they are: blank lines, "#" headings, fences,
 * comments, text that goes on until one of those, quotes of such text. These are read here. What
 * begins with a line of any other kind (lists, quotes, other HTML, underlined headings,
 * indentation, link definitions) is handed to cmark, up to the next line that certainly stands
 * outside of it.
 */
#ifndef DOCMODEL_MARKDOWN_BLOCK_SCAN_H
#define DOCMODEL_MARKDOWN_BLOCK_SCAN_H

#include "markdown/commonmark.h"
#include "markdown/skeleton.h"

/* The blocks that commonmark_read_blocks gives for all lines of SKELETON. */
void block_scan_read(struct arena *arena, const struct skeleton *skeleton,
                     struct commonmark_blocks *blocks);

#endif
