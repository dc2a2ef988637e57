/*
 * Selections: which types of a model are rendered.
 *
 * A selection is closed: it follows bases, structural properties and enumerations. Navigation
 * properties and derived types outside of it stay raw JSON.
 */
#ifndef DOCMODEL_MODEL_SELECTION_H
#define DOCMODEL_MODEL_SELECTION_H

#include "model/model.h"

struct selection {
    const struct model *model;
    bool *types;        /* by index */
    bool *enumerations; /* by index */
    size_t type_count;  /* how many are selected */
    size_t enumeration_count;
};

/*
 * Selects the types whose short or qualified name matches one of the GLOBS ("*" and "?", letter
 * case ignored), and their closure; everything but what is
 * withheld when there is no glob. A glob that matches nothing
 * in any model is the caller's to report: *matched[i] is set for those that do.
 */
void selection_build(struct arena *arena, const struct model *model, const slice *globs,
                     size_t glob_count, bool *matched, struct selection *selection);

/* Whether TEXT matches GLOB: "*" and "?", letter case ignored. */
bool selection_glob_matches(slice glob, slice text);

/* Whether the property's type can be rendered typed: false for a cut navigation property. */
bool selection_has_use(const struct selection *selection, const struct type_use *use);

#endif
