/*
 * Type cells: what a reference to a type says ("String", "[user](user.md) collection",
 * "Collection(Edm.Int32)", a sentence). Internal to extract/.
 */
#ifndef DOCMODEL_EXTRACT_TYPE_CELL_H
#define DOCMODEL_EXTRACT_TYPE_CELL_H

#include "extract/prose.h"

/*
 * Of two types that a cell names ("A or B", two links), the first counts. A cell of more than
 * TYPE_CELL_WORDS_MAX words that names no type plainly is a sentence.
 */
#define TYPE_CELL_WORDS_MAX 4

void type_cell_read(const struct reading *reading, const struct inline_content *cell,
                    struct type_reference *reference);

/* What a link in prose refers to. */
void type_cell_read_link(const struct reading *reading, const struct inline_piece *link,
                         struct type_reference *reference);

/* What words alone say; SPAN is where they stand. */
void type_cell_read_words(const struct reading *reading, slice words, struct span span,
                          struct type_reference *reference);

/* What the "@odata.type" NAME in JSON or an annotation says. */
void type_cell_read_odata(slice name, struct span span, struct type_reference *reference);

/* The page and fragment that a link leads to, in lower case; empty when it leads to no page. */
void type_cell_read_target(const struct reading *reading, slice target, slice *stem,
                           slice *fragment);

#endif
