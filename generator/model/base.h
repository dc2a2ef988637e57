/* Base types: what the pages say about inheritance, ranked by precedence.h, without cycles. */
#ifndef DOCMODEL_MODEL_BASE_H
#define DOCMODEL_MODEL_BASE_H

#include "model/build.h"

/*
 * Decides the base of every type. Of several bases of one rank, the one that is derived from the
 * others counts. A base that would close a cycle is passed over, and reported if a page states it.
 * Sets base and depth, and in the model base, base_name and base_decision.
 */
void base_decide(struct build *build);

/* Whether a type is called "entity", which is where entity types begin. */
bool base_is_root(slice qualified);

#endif
