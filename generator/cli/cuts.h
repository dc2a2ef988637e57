/* Cuts: where a selection by --types and --exclude ends, and typed data becomes raw JSON. */
#ifndef DOCMODEL_CLI_CUTS_H
#define DOCMODEL_CLI_CUTS_H

#include "cli/run.h"
#include "model/selection.h"

/* So many cuts of a type are told one by one; more are told in one notice about the type. */
#define CUTS_TOLD_SINGLY 3

/*
 * Reports, as selection-cut, the navigation properties of selected types whose own type is not
 * selected, and the types derived from selected ones that are not, each with the option that would
 * select it.
 */
void cuts_report(struct run *run, const struct selection *selection);

#endif
