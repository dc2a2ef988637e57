/* Properties: which ones a type lists, and which rows and JSON members of all its pages belong to
 * each. */
#ifndef DOCMODEL_MODEL_PROPERTIES_H
#define DOCMODEL_MODEL_PROPERTIES_H

#include "model/build.h"

/*
 * Collects the properties of TYPE: the rows of the deciding locale in page order, the JSON
 * members without a row, then what only translations list. Rows are named by the JSON of their page
 * (see align.h); one that has no name in the end is reported and left out.
 */
void properties_collect(struct build *build, struct build_type *type);

/* The property called NAME of the type itself, or NULL. */
struct build_property *properties_find(const struct build_type *type, slice name);

#endif
