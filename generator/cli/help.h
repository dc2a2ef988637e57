/* Help texts, made from the tables of options.h. */
#ifndef DOCMODEL_CLI_HELP_H
#define DOCMODEL_CLI_HELP_H

#include "cli/options.h"

/* Appends the help of COMMAND, or of the program as a whole (COMMAND_COUNT). */
void help_print(enum command command, struct buffer *out);

/* Appends "usage: docmodel COMMAND ...", one line. */
void help_print_usage(enum command command, struct buffer *out);

#endif
