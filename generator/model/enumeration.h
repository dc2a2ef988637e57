/* Enumerations: documented ones, those that a type column names and its row lists, those that are
 * only listed in place. */
#ifndef DOCMODEL_MODEL_ENUMERATION_H
#define DOCMODEL_MODEL_ENUMERATION_H

#include "model/build.h"

/* Fewer values are an example, no enumeration. */
#define ENUMERATION_VALUES_MIN 2

/*
 * Adds an enumeration for every row that lists values and whose type, which no page documents, is
 * named in its type column. Comes before the rows are resolved for good.
 */
void enumeration_add_named(struct build *build);

/*
 * Fills in the members of all enumerations that have a name, from the pages of the deciding locale,
 * and indexes their sets of members. Pages that list different members are reported. An enumeration
 * that only translations describe is dropped when members are lost and no row is of it.
 */
void enumeration_fill(struct build *build);

/* Whether all members begin with capital letters, as most lists of words that people read do. */
bool enumeration_is_capitalised(const struct build_enumeration *enumeration);

/* The values that the property's rows list and, if AND_JSON, those that its JSON adds. Words that a
 * translation may have touched do not count. */
struct listed_values enumeration_list_rows(struct build *build,
                                           const struct build_property *property, bool and_json);

/* The values that the property's JSON lists ("a | b"). */
struct listed_values enumeration_list_json(struct build *build,
                                           const struct build_property *property);

/*
 * The documented enumeration that has exactly VALUES, but for letter case, order and
 * unknownFutureValue. Of several, the one that is called like the property, else the only one of
 * NAME_SPACE; else NULL.
 */
struct build_enumeration *enumeration_find_by_values(const struct build *build, slice name_space,
                                                     slice property,
                                                     const struct listed_values *values);

/* Adds the enumeration that PROPERTY of TYPE lists in place. */
const struct model_enumeration *enumeration_add_in_place(struct build *build,
                                                         const struct build_type *type,
                                                         const struct build_property *property,
                                                         const struct listed_values *values);

#endif
