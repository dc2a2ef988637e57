/*
 * Memo: what was read before, in other pages. Internal to extract/.
 *
 * About half of all rows of property tables stand letter for letter in the page of another version,
 * too, as do JSON representations and annotations in translations. What they say is taken over
 * instead of being read again, and so is what was looked up in the vocabulary. A memo saves time
 * and changes nothing else.
 */
#ifndef DOCMODEL_EXTRACT_MEMO_H
#define DOCMODEL_EXTRACT_MEMO_H

#include "extract/facts.h"
#include "extract/lookup.h"

/* The columns of a property table; COLUMN_NONE where there is none. */
struct property_columns {
    size_t count; /* of all columns */
    size_t name;
    size_t type;
    size_t description;
    size_t required; /* its cells answer yes or no, as those of the next two */
    size_t read_only;
    size_t nullable;
};

struct property_row;
struct row_group;

struct memo {
    struct arena *arena;
    struct row_group **rows;
    size_t row_count;
    struct map members;      /* by the text of their JSON: see json_members.c */
    struct map annotations;  /* by the text of their comment: see annotation.c */
    struct lookup **lookups; /* one a locale */
    size_t lookup_count;
};

/* ARENA is that of the facts and of the texts of their pages. */
void memo_init(struct memo *memo, struct arena *arena);

/* The rows of tables with these COLUMNS in pages of the locale that has WORDS. */
struct row_group *memo_row_group(struct memo *memo, const struct vocab_words *words,
                                 const struct property_columns *columns);

/* Fills in *ROW if one with the text of SPAN was added; says whether it did. */
bool row_group_find(const struct row_group *group, struct span span, struct property_row *row);

/* Keeps what ROW, which stands at SPAN, says, unless it depends on its page, the stem of which is
 * STEM. */
void row_group_add(struct row_group *group, slice stem, struct span span,
                   const struct property_row *row);

/* Makes *VALUES a list of its own, in ARENA, with its spans moved. */
void memo_move_values(struct arena *arena, struct span from, struct span to,
                      struct value_list *values);

/* What was looked up in pages of LOCALE. */
struct lookup *memo_lookup(struct memo *memo, const struct vocab *vocab, slice locale);

#endif
