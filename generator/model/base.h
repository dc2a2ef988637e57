/* Base types: what the pages say about inheritance, ranked by precedence.h, without cycles. */
#ifndef DOCMODEL_MODEL_BASE_H
#define DOCMODEL_MODEL_BASE_H

#include "model/build.h"

/*
 * Decides the base of every type. Of several bases of one rank, the one that is derived from the
 * others counts; of two types that are said to be derived from each other, more sources are right.
 * A base that would close a cycle is passed over, and reported if a page states it. Sets base and
 * depth, and in the model base, base_name and base_decision.
 */
void base_decide(struct build *build);

/*
 * Names the root of entity types, if the pages know one, as the implied base of each entity type
 * for which no base is stated. Comes after kinds.
 */
void base_imply(struct build *build);

/* Whether a type is called "entity", which is where entity types begin. */
bool base_is_root(slice qualified);

#endif
