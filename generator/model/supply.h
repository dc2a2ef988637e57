/*
 * Supply: which types and enumerations that only translations describe are rendered.
 *
 * A translation that lags behind fills gaps of the primary pages. But what only translations
 * describe is withheld, unless something that is rendered needs it,
 *
 * - where the translation is ahead: it has most types in common with the primary pages, and those
 *   that it has beyond them are many, and many more than those that it lacks. It describes a later
 *   state of the API; mixed into theirs it would give a model of neither;
 * - where the primary locale has the page as well, and describes other types there: the translation
 *   is of an earlier state, and the type was renamed or removed;
 * - where nothing but a heading names it, and one primary type alone has all its properties: that
 * is what it is called by now.
 */
#ifndef DOCMODEL_MODEL_SUPPLY_H
#define DOCMODEL_MODEL_SUPPLY_H

#include "model/build.h"

/* Marks what is withheld. Comes when all types and enumerations that have a name are known. */
void supply_withhold(struct build *build);

/* Releases what something rendered needs, and reports what stays withheld: the types of a
 * translation that is ahead together (locale-ahead), others singly (locale-drift). Comes after all
 * corrections. */
void supply_settle(struct model *model, slice primary_locale, struct diagnostics *diagnostics);

#endif
