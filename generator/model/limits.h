/* Limits of properties: which suit a type, and how they are called. */
#ifndef DOCMODEL_MODEL_LIMITS_H
#define DOCMODEL_MODEL_LIMITS_H

#include "model/model.h"

/* Whether a limit makes sense for values of USE: lengths for strings, bounds for numbers (both also
 * of those in a collection), numbers of items for collections. */
bool limits_suit(const struct type_use *use, enum limit_kind kind);

/* Removes the limits of PROPERTY that do not suit its type; prose that gave them is about something
 * else. Its decisions about them are left alone. */
void limits_settle(struct model_property *property);

/* "max-length": in corrections and for people. */
const char *limits_word(enum limit_kind kind);

/* "maxLength": in JSON. */
slice limits_json_key(enum limit_kind kind);

/* "max_length": in views of templates. */
slice limits_view_key(enum limit_kind kind);

/* The fact of that kind. */
enum model_fact_kind limits_fact(enum limit_kind kind);

/* "at most 64 characters", "at least 0". */
slice limits_text(struct arena *arena, enum limit_kind kind, struct decimal value);

#endif
