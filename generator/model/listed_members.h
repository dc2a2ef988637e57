/*
 * Members of enumerations on translated pages.
 *
 * The table of a translated page may have lost the names of members; the rows whose type is the
 * enumeration list the same names in code, which no translation touches.
 */
#ifndef DOCMODEL_MODEL_LISTED_MEMBERS_H
#define DOCMODEL_MODEL_LISTED_MEMBERS_H

#include "model/enumeration.h"

/*
 * Gathers, for every enumeration that a translated page decides about, what the rows and JSON
 * members of its type list in code, and finds out which enumerations are used at all. Comes before
 * the members are filled in; needs the index of each enumeration.
 */
void listed_members_gather(struct build *build);

/*
 * What the members of SOURCE are called: one item for each, NULL where that is not known. A member
 * whose name is a translation is called after what the rows list, if as many names as members are
 * left and those that match have the same order; else after the member of its number, or in its
 * place of a list of the same length, on pages of other versions and languages, if they agree.
 * Returns the names in the brief arena; repairs and losses are reported.
 */
const struct value_facts **listed_members_name(struct build *build,
                                               struct build_enumeration *enumeration,
                                               const struct enumeration_source *source);

#endif
