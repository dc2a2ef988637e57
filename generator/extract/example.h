/* Examples: JSON blocks that show instances. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_EXAMPLE_H
#define DOCMODEL_EXTRACT_EXAMPLE_H

#include "extract/annotation.h"

/*
 * Adds the examples of the page to *facts, whose types are complete: blocks annotated as examples;
 * further blocks annotated as a resource that has its representation already; and blocks of an
 * example section without annotation, if most of their keys are properties of ABOUT, which may be
 * NULL.
 */
void example_read_all(struct reading *reading, const struct annotations *annotations,
                      const struct type_facts *about, struct page_facts *facts);

#endif
