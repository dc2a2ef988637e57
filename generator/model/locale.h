/* Locales: texts in several languages, and reports of where translations drift from the page that
 * decides. */
#ifndef DOCMODEL_MODEL_LOCALE_H
#define DOCMODEL_MODEL_LOCALE_H

#include "model/build.h"

/* Adds TEXT, unless it is empty or there is one in the page's locale, in its place: the primary
 * locale first, then by name. */
void locale_add_text(struct build *build, struct localized_texts *texts,
                     const struct build_page *page, slice text, struct span span);

/* Reports a property that only translations list. */
void locale_report_drift(struct build *build, const struct build_type *type,
                         const struct build_property *property);

/* Reports that the table of a translation gives PROPERTY another type, OTHER, than the one that
 * the deciding row gives. */
void locale_report_type_drift(struct build *build, const struct build_property *property,
                              const struct row_source *translation, slice other,
                              const struct origin *deciding, slice decided);

#endif
