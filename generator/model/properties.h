/* Properties: which ones a type lists, and which rows and JSON members of all its pages belong to
 * each. */
#ifndef DOCMODEL_MODEL_PROPERTIES_H
#define DOCMODEL_MODEL_PROPERTIES_H

#include "model/build.h"

/*
 * Collects the properties of every type: the rows of the deciding locale in page order, the JSON
 * members without a row, then what only translations list. Rows are named by the JSON of their page
 * (see properties_align); one that has no name in the end is reported and left out.
 */
void properties_collect(struct build *build);

/* A row and what it is called: NAME is empty when that is not known. */
struct aligned_row {
    slice name;
    const struct member_facts *member; /* the JSON member that gave the name, or NULL */
    bool repaired;                     /* NAME is not what the cell says, ignoring letter case */
    bool learned;                      /* repaired after the rows of other pages */
};

/*
 * Names the rows of one description: exactly as a JSON member; else ignoring letter case, when the
 * member's spelling counts; else, for a cell that need not be a name (see spelling_keeps_row), in
 * order, when as many rows as members are left between two that match; else what the cell says, if
 * it is a name; else as rows of other pages with such a type are called. Returns one item a row, in
 * the scratch arena.
 */
struct aligned_row *properties_align(const struct build *build, const struct build_page *page,
                                     const struct type_facts *facts);

/* The property called NAME of the type itself, or NULL. */
struct build_property *properties_find(const struct build_type *type, slice name);

#endif
