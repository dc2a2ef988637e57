/*
 * Facts as readable text, for golden files and comparisons. One fact a line; "@3" is the line it
 * stands on.
 */
#ifndef DOCMODEL_TESTS_EXTRACT_FACTS_DUMP_H
#define DOCMODEL_TESTS_EXTRACT_FACTS_DUMP_H

#include "extract/facts.h"
#include "support/buffer.h"
#include "support/diagnostic.h"

void facts_dump(const struct page_facts *facts, struct buffer *out);

/* "line:column: code: text" for each. */
void facts_dump_diagnostics(struct diagnostics *diagnostics, struct buffer *out);

#endif
