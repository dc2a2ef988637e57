/* Descriptions: the facts that the prose of a property's row states. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_DESCRIPTION_H
#define DOCMODEL_EXTRACT_DESCRIPTION_H

#include "extract/prose.h"

/* Adds what CELL says to *property: its text, flags, constraints, base and values. */
void description_read(const struct reading *reading, const struct inline_content *cell,
                      struct property_facts *property);

/* Flags that stand in the cell of the name or type: "id (deprecated)", "string (read-only)". */
void description_read_remark(const struct reading *reading, slice words,
                             struct property_facts *property);

/* The type that a phrase such as "inherited from {}" is about; *subject stays as it is when it
 * names none. */
void description_read_subject(const struct reading *reading, const struct prose *prose,
                              const struct vocab_match *match, struct type_reference *subject);

#endif
