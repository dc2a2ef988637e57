/* Records: which sources state the facts that need no weighing, such as flags. */
#ifndef DOCMODEL_MODEL_RECORD_H
#define DOCMODEL_MODEL_RECORD_H

#include "model/build.h"

/*
 * Fills the facts of every type, property, enumeration and member with the sources that state them,
 * those of translations, which do not decide, among them. Comes when all else is decided. Members
 * of enumerations in place have no facts: the property has the evidence.
 */
void record_facts(struct build *build);

#endif
