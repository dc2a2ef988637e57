/* The summary at the end of `docmodel check`. */
#ifndef DOCMODEL_CLI_SUMMARY_H
#define DOCMODEL_CLI_SUMMARY_H

#include "cli/run.h"

/*
 * Appends a table with a column for each version that is output, and one called "-" for what
 * belongs to none: pages by kind, what they document, diagnostics by code, also of those that are
 * off; then the locales, and why pages were ignored.
 */
void summary_print(struct run *run, struct buffer *out);

#endif
