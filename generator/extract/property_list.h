/*
 * Property lists: properties that a section lists as bullets in place of a table. Internal to
 * extract/.
 *
 *     - **name** (String, required): What it is.
 *     - `name`: [type](type.md). What it is.
 *     - name - String - What it is.
 *
 * An item begins with a name, in code, strong or followed by a mark. The type stands in brackets
 * behind it, or by itself behind the mark. Values in code that items nested below list are the
 * property's.
 */
#ifndef DOCMODEL_EXTRACT_PROPERTY_LIST_H
#define DOCMODEL_EXTRACT_PROPERTY_LIST_H

#include "extract/property_table.h"

/*
 * Reads the list that begins with the block at *INDEX, an item; *index is then behind it. What
 * only may be a name, and has no type, is left for JSON to confirm (see property_facts.vague).
 */
void property_list_read(const struct reading *reading, size_t *index, struct property_table *list);

/* Whether the block is the first paragraph of an item of a list. */
bool property_list_is_item(const struct block *block);

#endif
