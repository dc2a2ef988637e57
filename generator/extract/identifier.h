/* Identifiers: the shapes of names in APIs, as against words of a language. Internal to extract/.
 */
#ifndef DOCMODEL_EXTRACT_IDENTIFIER_H
#define DOCMODEL_EXTRACT_IDENTIFIER_H

#include "support/arena.h"

/* An ASCII letter, digit or underscore. */
static inline bool identifier_is_char(char c)
{
    return ascii_is(c, ASCII_UPPER | ASCII_LOWER | ASCII_DIGIT | ASCII_UNDERSCORE);
}

/* A letter or underscore, then letters, digits, underscores: "displayName", "iOS". */
bool identifier_is_simple(slice text);

/* Simple identifiers joined by dots; a simple one is dotted too. */
bool identifier_is_dotted(slice text);

/* The name of a property: dotted, or an annotation such as "@odata.type", "photo@odata.type". */
bool identifier_is_property(slice text);

/* Written as no language writes its words: dotted, or with a capital or digit or underscore behind
 * a small letter ("displayName", "microsoft.graph.user"). */
bool identifier_is_marked(slice text);

/* The first run of identifier characters and inner dots of *rest, which moves behind it; the empty
 * slice when there is none. */
slice identifier_next(slice *rest);

/* What stands behind the last dot, or all of it. */
slice identifier_short(slice name);

/* What stands before the last dot, or the empty slice. */
slice identifier_name_space(slice name);

/* NAME_SPACE and NAME joined by a dot; NAME alone if it has a dot or there is no NAME_SPACE. */
slice identifier_qualify(struct arena *arena, slice name_space, slice name);

/* TEXT with ASCII letters in lower case; TEXT itself where it has no others. */
slice identifier_lower(struct arena *arena, slice text);

/* Whether that is LOWER. */
bool identifier_lowers_to(slice text, slice lower);

/*
 * The name that an annotation gives: without "#", white space and "Collection()"; *collection says
 * whether the latter was there and may be NULL.
 */
slice identifier_of_odata(slice text, bool *collection);

#endif
