/*
 * Type pages: puts together what a page says of its structured types. Internal to extract/.
 *
 * Types are named by the annotations of their JSON blocks; a page without any by its title, else
 * the "@odata.type" of its JSON, else the file. Each property table belongs to the type that its
 * heading names, else the one whose JSON has most of its rows.
 */
#ifndef DOCMODEL_EXTRACT_TYPE_PAGE_H
#define DOCMODEL_EXTRACT_TYPE_PAGE_H

#include "extract/annotation.h"
#include "extract/naming.h"

enum type_page_outcome {
    TYPE_PAGE_PLAIN,
    TYPE_PAGE_UNNAMED, /* properties are listed, but nothing says of which type */
    TYPE_PAGE_BROKEN   /* an error was reported about a type */
};

/* Adds the types of the page to *facts. */
void type_page_read(struct reading *reading, const struct annotations *annotations,
                    enum naming_kind naming, slice title_name, struct page_facts *facts,
                    enum type_page_outcome *outcome);

/* The type that the page is about, or NULL. */
const struct type_facts *type_page_main(const struct page_facts *facts, slice title_name);

#endif
