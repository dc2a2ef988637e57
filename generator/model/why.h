/*
 * Why the model says what it says: every fact of a type, property, enumeration or member with all
 * sources that were read for it, the rule that decided and what it overruled. Text for people, at
 * most WHY_WIDTH columns wide but for words and paths that are longer.
 */
#ifndef DOCMODEL_MODEL_WHY_H
#define DOCMODEL_MODEL_WHY_H

#include "model/model.h"
#include "support/buffer.h"

#define WHY_WIDTH 96

/* What one name means in one version. */
struct why_subject {
    const struct model *model;
    const struct model_type *type; /* the type that was named, or NULL */
    const struct model_enumeration *enumeration;
    const struct model_property *property; /* of TYPE or inherited by it; NULL: TYPE itself */
    const struct model_member *member;     /* of ENUMERATION; NULL: the enumeration itself */
};

struct why_subjects {
    struct why_subject *items; /* by version, then by name */
    size_t count;
};

/*
 * Finds what TYPE[.PROPERTY] or ENUMERATION[.MEMBER] means: short or qualified names, those of
 * enumerations in place too. Letter case is ignored unless there is a name of just that case.
 */
void why_find(struct arena *arena, const struct model_set *models, slice name,
              struct why_subjects *subjects);

/* The name nearest to one that why_find does not find, or nothing. */
slice why_nearest(struct arena *arena, const struct model_set *models, slice name);

void why_print(const struct why_subject *subject, struct buffer *out);

/* Whether SOURCE is one that describes the subject. */
bool why_concerns(const struct why_subject *subject, const struct source *source);

#endif
