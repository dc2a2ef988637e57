/*
 * Block scan: the block structure of a text, as cmark gives it, at a fraction of the time.
 *
 * Most lines of a page leave no doubt about what they are: blank lines, "#" headings, fences,
 * comments, text that goes on until one of those. These are read here. What begins with a line of
 * any other kind (lists, quotes, other HTML, underlined headings, indentation, link definitions) is
 * handed to cmark, up to the next line that certainly stands outside of it.
 */
#ifndef DOCMODEL_MARKDOWN_BLOCK_SCAN_H
#define DOCMODEL_MARKDOWN_BLOCK_SCAN_H

#include "markdown/commonmark.h"

/* The blocks that commonmark_read_blocks gives for the same TEXT, each line of which ends in "\n".
 */
void block_scan_read(struct arena *arena, slice text, struct commonmark_blocks *blocks);

#endif
