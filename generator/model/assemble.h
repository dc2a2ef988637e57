/* Assembly: the nodes of the model, filled from what the build has gathered. */
#ifndef DOCMODEL_MODEL_ASSEMBLE_H
#define DOCMODEL_MODEL_ASSEMBLE_H

#include "model/build.h"

/* Fills in what of TYPE, which is the INDEX-th, does not depend on other types: names, pages,
 * flags, texts, and the properties but for their types. */
void assemble_type(struct build *build, struct build_type *type, size_t index);

/* Gives each type the examples of all pages, those of the pages that decide first. */
void assemble_examples(struct build *build);

/* Puts types and enumerations, sorted by qualified name, into the model. */
void assemble_model(struct build *build);

#endif
