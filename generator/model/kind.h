/* Kinds: which types are entity types and which complex types. */
#ifndef DOCMODEL_MODEL_KIND_H
#define DOCMODEL_MODEL_KIND_H

#include "model/build.h"

/*
 * Decides the kind of every type, one family (a base type and all that is derived from it) at a
 * time, from what precedence.h lists. Comes after bases and the types of properties. Then clears
 * the navigation flag of relationships that turn out to hold values.
 */
void kind_decide(struct build *build);

#endif
