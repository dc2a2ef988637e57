/* Tables written as HTML. */
#ifndef DOCMODEL_MARKDOWN_HTML_TABLE_H
#define DOCMODEL_MARKDOWN_HTML_TABLE_H

#include "markdown/document.h"
#include "markdown/inline_content.h"

/*
 * Reads the table that raw HTML shows, if TEXT is one from its first tag on and holds no other. The
 * first row is the header. Short rows are filled up, and what a row has too much is left out. The
 * text of cells is read as Markdown reads it, so links of Markdown count and those of HTML are
 * text. Cells are added to BATCH for OWNER. Returns false for anything else.
 */
bool html_table_read(struct inline_batch *batch, size_t owner, slice text, struct table *table);

#endif
