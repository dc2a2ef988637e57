/* Bases: what a page says of the types that its type derives from, and that derive from it.
 * Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_BASE_H
#define DOCMODEL_EXTRACT_BASE_H

#include "extract/reading.h"

/* Names in a list of derived types are at most so many bytes apart: ", ", " and ". */
#define BASE_LIST_GAP_MAX 8

void base_add(struct arena *arena, enum base_evidence evidence, const struct type_reference *from,
              struct type_facts *type);

/* Reads front matter, prose, rows (those that *type has) and lists of derived types. */
void base_read(struct reading *reading, struct type_facts *type);

#endif
