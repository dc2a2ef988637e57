/*
 * Property headings: properties that have headings of their own in place of a table. Internal to
 * extract/.
 *
 *     ## Properties
 *
 *     ### displayName
 *
 *     **Type:** String
 *     **Required:** Yes
 *
 *     What people call it.
 *
 * The labels are what the columns of a table would be called; they may stand in a table of their
 * own, "| Type | String |". Without them the type stands in the heading, "displayName (String)", or
 * by itself before the text.
 */
#ifndef DOCMODEL_EXTRACT_PROPERTY_HEADINGS_H
#define DOCMODEL_EXTRACT_PROPERTY_HEADINGS_H

#include "extract/property_table.h"

/*
 * Reads the section whose heading is the block at *INDEX; *index is then behind the section. Of a
 * heading that may be a word it is left to JSON whether it is a property (property_row.vague);
 * one with another table below it and no type is none.
 */
void property_headings_read(const struct reading *reading, size_t *index,
                            struct property_table *list);

#endif
