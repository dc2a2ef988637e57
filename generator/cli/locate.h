/* Finding the data folder: vocabulary under vocab/, template packs under templates/. */
#ifndef DOCMODEL_CLI_LOCATE_H
#define DOCMODEL_CLI_LOCATE_H

#include "cli/command.h"

/*
 * The data folder: NAMED (of --data-dir) unless it is empty, else share/docmodel beside the folder
 * of the program, which holds for an installed program and for one in its build tree. Returns
 * false, with a message, when there is none.
 */
bool locate_data(const struct cli *cli, slice named, slice *folder);

/*
 * The folder of the template pack that --templates calls NAMED: a pack of DATA, or any folder when
 * NAMED has a slash. Returns false, with a message that names the nearest pack, when there is none.
 */
bool locate_pack(const struct cli *cli, slice data, slice named, slice *folder);

#endif
