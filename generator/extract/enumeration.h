/* Enumerations that a page documents by name: its own page, or sections "x values". Internal to
 * extract/. */
#ifndef DOCMODEL_EXTRACT_ENUMERATION_H
#define DOCMODEL_EXTRACT_ENUMERATION_H

#include "extract/annotation.h"

/*
 * Adds the enumerations of the page to *facts. PAGE_NAME names the enumeration whose members stand
 * in a section that gives no name of its own ("Members"); empty where the page is about a type. An
 * annotation of a code block ("blockType": "enumType") names the members of its section, or of the
 * page if it is the only one; the block lists members, too: ["red", "green"], {"red": 0},
 * {"colour": "red | green"}.
 */
void enumeration_read_all(struct reading *reading, const struct annotations *annotations,
                          slice page_name, struct page_facts *facts);

/*
 * Turns sections that list the values of a property of *type, which is a string by its table, into
 * the property's values: "### color values" below a row "color | String" names no type.
 */
void enumeration_give_to_properties(const struct reading *reading, struct type_facts *type,
                                    struct page_facts *facts);

/* The name in a heading such as "status values", and its slug; empty when the heading is more than
 * a name and one word, or names nothing: "Possible values". */
slice enumeration_heading_name(const struct reading *reading, const struct block *heading);

#endif
