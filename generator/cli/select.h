/* Selecting types by --types and --exclude. */
#ifndef DOCMODEL_CLI_SELECT_H
#define DOCMODEL_CLI_SELECT_H

#include "cli/run.h"
#include "model/selection.h"

/*
 * One selection for each of the run's models; reports where --types or --exclude, if given, cut
 * them off. Returns NULL, after a message that names the nearest types, when a glob matches nothing
 * in any of them, or nothing is left.
 */
const struct selection *select_types(struct run *run);

/* The name of a type or enumeration that is nearest to WRONG, in any model; empty: none is near. */
slice select_nearest_name(const struct run *run, slice wrong);

#endif
