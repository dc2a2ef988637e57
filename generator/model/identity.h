/* Identity: which types and enumerations there are, and which pages describe them. */
#ifndef DOCMODEL_MODEL_IDENTITY_H
#define DOCMODEL_MODEL_IDENTITY_H

#include "model/build.h"

/*
 * Collects the types and enumerations of all pages, letter case ignored, with their sources in the
 * order of precedence, and makes the indexes of the build. A name without a namespace gets that of
 * its page, else the one in general use. A name that is documented both as a type and as an
 * enumeration is the one that has more to show; the other is reported and dropped.
 */
void identity_collect(struct build *build);

/* Adds an enumeration that has no page of its own but is named in the type column of ROW. */
struct build_enumeration *identity_add_enumeration(struct build *build, slice name_space,
                                                   slice name,
                                                   const struct enumeration_source *source);

/* Makes ENUMERATION unknown to all references; it stays in the list of enumerations. Says whether
 * one thing is left that is called so, so that the short name, now plainer, tells which, and
 * whether that was asked before. */
bool identity_forget_enumeration(struct build *build, const struct build_enumeration *enumeration);

/* Splits at the last dot; *name_space is empty when there is none. */
void identity_split(slice qualified, slice *name_space, slice *name);

/* The short or qualified NAME in NAME_SPACE, which may be empty. */
slice identity_join(struct arena *arena, slice name_space, slice name);

#endif
