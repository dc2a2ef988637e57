/* Typing: gathers what is claimed about the type of each property, lets precedence.h decide, and
 * reports what contradicts or cannot be resolved. */
#ifndef DOCMODEL_MODEL_TYPING_H
#define DOCMODEL_MODEL_TYPING_H

#include "model/build.h"

/*
 * Decides the type of every property, those of base types first, since repeated properties follow
 * them. The model's properties exist already. Adds the enumerations that are listed in place.
 */
void typing_decide(struct build *build);

#endif
