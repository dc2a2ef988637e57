/*
 * Property lists: properties that a section lists as bullets in place of a table. Internal to
 * extract/.
 *
 *     - **name** (String, required): What it is.
 *     - `name`: [type](type.md). What it is.
 *     - name - String - What it is.
 *
 * or as terms with definitions. An item begins with a name, in code, strong or followed by a mark.
 * The type stands in brackets behind it, or by itself behind the mark. Values in code that items
 * nested below list are the property's.
 */
#ifndef DOCMODEL_EXTRACT_PROPERTY_LIST_H
#define DOCMODEL_EXTRACT_PROPERTY_LIST_H

#include "extract/property_table.h"

/*
 * Reads the list that begins with the block at *INDEX, an item or definition; *index is then behind
 * it. What only may be a name, and has no type, is left for JSON to confirm (see
 * property_row.vague).
 */
void property_list_read(const struct reading *reading, size_t *index, struct property_table *list);

/* Whether the block is the first paragraph of an item of a list. */
bool property_list_is_item(const struct block *block);

/* Whether it is a term and its definition: "name", and below it ": String. What it is." */
bool property_list_is_definition(const struct block *block);

/* ---- For properties that have headings of their own: see property_headings.h ---- */

/* The part of CONTENT between two offsets of its whole text. */
struct inline_content property_list_part(const struct reading *reading,
                                         const struct inline_content *content, size_t begin,
                                         size_t end);

/* Reads an item; a heading is one if it is a name, perhaps with a type. False: it is none. */
bool property_list_read_item(const struct reading *reading, const struct block *block,
                             struct property_row *row);

/* Reads a type that stands by itself between marks from AT on; returns where what follows begins,
 * or AT when there is none. */
size_t property_list_read_type(const struct reading *reading, const struct inline_content *content,
                               size_t at, struct property_facts *property);

/* "  - `red`: as a tomato" below a property: one of its values. */
void property_list_read_value(const struct reading *reading, const struct block *block,
                              struct property_facts *above);

#endif
