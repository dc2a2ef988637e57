/* Tables: the lines of a paragraph, split into rows and cells as document.h says. */
#ifndef DOCMODEL_MARKDOWN_TABLE_H
#define DOCMODEL_MARKDOWN_TABLE_H

#include "markdown/document.h"
#include "markdown/inline_content.h"

/* The lines of a paragraph, without container marks and white space around them. */
struct table_lines {
    slice *items;
    size_t count;
};

/*
 * Whether LINES hold a table. *first is its first line: the header row, or the delimiter row where
 * no header stands above it. Reports rows that lack a delimiter row and so are no table.
 */
bool table_find(const struct source *source, const struct table_lines *lines,
                struct diagnostics *diagnostics, size_t *first);

/*
 * Reads the table that begins with the first of LINES, and reports what is wrong with its rows. The
 * cells of rows that hold comments, which become blocks, are added to BATCH for OWNER. LINES are
 * kept for table_read_cells.
 */
void table_read(struct inline_batch *batch, size_t owner, const struct table_lines *lines,
                struct diagnostics *diagnostics, struct table *table);

/* Adds the cells of ROW, which has none yet, to BATCH. */
void table_read_cells(struct inline_batch *batch, size_t owner, size_t columns,
                      struct table_row *row);

#endif
