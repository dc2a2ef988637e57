/* The model as text: what `docmodel model` prints. generator/model/README.md describes both forms.
 */
#ifndef DOCMODEL_MODEL_EXPORT_H
#define DOCMODEL_MODEL_EXPORT_H

#include "model/model.h"
#include "support/buffer.h"

/* Everything, with origins, descriptions in every locale and what was overruled. */
void model_export_json(const struct model_set *models, struct buffer *out);

/*
 * Tab-separated, one line a property or member: version, namespace, type, kind (entity, complex,
 * enum), base, property, edm_type, collection (0, 1), is_navigation (0, 1); first a header line.
 * The base of a type that states none is the implied one. An enumeration that is only listed in
 * place is Edm.String and has no lines of its own. Properties that are not rendered are left out.
 */
void model_export_tsv(const struct model_set *models, struct buffer *out);

#endif
