/* What a page spells in code, which no translation touches: the witnesses of names. */
#ifndef DOCMODEL_EXTRACT_SPELLED_H
#define DOCMODEL_EXTRACT_SPELLED_H

#include "extract/facts.h"
#include "support/arena.h"

/* Whether a word is written as no language writes: several words in one, or with a digit. */
bool spelled_is_marked(slice word);

/*
 * The word that rows which hold several things of a type are looked up by: "Assignment" for
 * "shop.lampAssignment". Empty for other rows.
 */
slice spelled_key(const struct property_facts *row);

/* Fills in what FACTS spell, once all else in them is there. The lists are in ARENA. */
void spelled_read(struct arena *arena, struct page_facts *facts);

#endif
