/*
 * Which words of a translated page are names.
 *
 * Machine translation leaves code and JSON alone, and it makes no word that is spelt like an
 * identifier of several ("startDate"). Any other word of a translated cell may be a translation
 * even though it is plain ASCII ("calendario"): it counts only if something vouches for it.
 */
#ifndef DOCMODEL_MODEL_SPELLING_H
#define DOCMODEL_MODEL_SPELLING_H

#include "extract/facts.h"
#include "support/map.h"

/* A page's list of the members of an enumeration. */
struct spelled_enumeration {
    const struct page_facts *page;
    const struct enumeration_facts *facts;
};

/* All pages that list members of enumerations of one short name. */
struct spelled_enumerations {
    struct spelled_enumeration *items;
    size_t count;
};

/* What all pages spell, of whatever version. */
struct spelling {
    struct arena *arena;
    struct map words;        /* plain ones that code and JSON hold; others need no witness */
    struct map learned;      /* see spelling.c */
    struct map enumerations; /* struct spelled_enumerations by short name, letter case ignored */
};

/* Collects what PAGES spell in code, and what their rows call collections of each kind of things.
 * Maps are in ARENA. */
void spelling_collect(struct arena *arena, const struct page_facts *const *pages, size_t count,
                      struct spelling *spelling);

/* Whether WORD, which stands on PAGE outside of code, is as the service writes it. */
bool spelling_is_kept(const struct spelling *spelling, const struct page *page, slice word);

/* The same for the name of a row, which the name of its type may vouch for, too: "events" and a
 * link to "event.md". */
bool spelling_keeps_row(const struct spelling *spelling, const struct page *page,
                        const struct property_facts *row);

/*
 * What other rows, without exception, call a collection of such things: "assignments", where the
 * type is a "lampAssignment". Empty when ROW is no collection or none is known.
 */
slice spelling_learned_name(const struct spelling *spelling, const struct property_facts *row);

#endif
