/*
 * Property tables: which tables list properties or relationships, and what their rows say.
 * Internal to extract/.
 *
 * The section's slug decides first, the words of the header second, the shape last:
 * - the first table of a properties or relationships section counts whatever its header;
 * - any other table counts when its header names properties (or relationships) and types, and, if
 *   the page shows JSON members, when one of its rows names one of them: a second table is often
 *   about the inside of a value;
 * - where neither heading nor header is known, as in a language without words, a table counts if
 *   the type has no other and JSON knows at least half of its rows (see GUESSED).
 */
#ifndef DOCMODEL_EXTRACT_PROPERTY_TABLE_H
#define DOCMODEL_EXTRACT_PROPERTY_TABLE_H

#include "extract/reading.h"

/* A property, and what only this stage asks of it. */
struct property_row {
    struct property_facts facts;
    slice words; /* of the name cell, without marks around them */
    bool vague;  /* no type is stated, and the name may be a word: see property_list.h */
};

struct property_table {
    size_t block; /* index of the table's block */
    slice type;   /* name of the type whose properties it lists, if links say so; else empty */
    bool relationship;
    bool list;    /* bullets, definitions or headings, no table */
    bool guessed; /* nothing but its shape says that it lists properties */
    bool links;   /* guessed: each row has a plain name and a type that is a link */
    bool certain; /* the section says so; no row needs to be confirmed by JSON */
    struct property_row *rows;
    size_t row_count;
};

struct property_tables {
    struct property_table *items;
    size_t count;
    bool has_methods; /* a methods table with rows was met */
};

void property_tables_read(struct reading *reading, struct property_tables *tables);

/* Whether the name cell of a row is KEY as it stands. */
bool property_tables_call(const struct property_tables *tables, slice key);

/* Names rows after the members whose keys their name cells are as they stand: "x-ray" is then not
 * an x with a remark, and words can be a name. */
void property_table_take_keys(struct property_table *table, const struct member_facts *members,
                              size_t member_count);

/* How many rows name one of the members. */
size_t property_table_confirmed(const struct property_table *table,
                                const struct member_facts *members, size_t member_count);

#endif
