/*
 * The command line: the tables of subcommands and options, and the parser that they drive.
 *
 * GNU style: --name value and --name=value, unambiguous abbreviations of long names, letters that
 * may be joined (-qj2), options anywhere among the operands, and "--" before operands only. The
 * first operand is the subcommand.
 */
#ifndef DOCMODEL_CLI_OPTIONS_H
#define DOCMODEL_CLI_OPTIONS_H

#include "support/arena.h"
#include "support/buffer.h"

enum command {
#define COMMAND(symbol, name, operands, summary, description) COMMAND_##symbol,
#include "cli/commands.def"
#undef COMMAND
    COMMAND_COUNT /* as a value: none was named */
};

struct command_info {
    const char *name;
    const char *operands; /* for the usage line; may be "" */
    const char *summary;
    const char *description;
};

enum option {
#define OPTION(symbol, group, letter, name, value, flags, commands, help) OPTION_##symbol,
#include "cli/options.def"
#undef OPTION
    OPTION_COUNT
};

enum option_group {
    OPTION_GROUP_INPUT,
    OPTION_GROUP_SELECTION,
    OPTION_GROUP_OUTPUT,
    OPTION_GROUP_RUN,
    OPTION_GROUP_COUNT
};

enum {
    OPTION_REPEATABLE = 1, /* each occurrence counts; of others the last one does */
    OPTION_LIST = 2        /* a value may hold several, separated by commas */
};

struct option_info {
    const char *name;  /* without the dashes */
    const char *value; /* what the help calls it; NULL for a flag */
    const char *help;
    enum option_group group;
    unsigned flags;
    unsigned commands; /* bit 1 << command for each that takes it */
    char letter;       /* 0: none */
};

const struct command_info *command_info(enum command command);
const struct option_info *option_info(enum option option);

/* Whether COMMAND takes OPTION; no command (COMMAND_COUNT) takes those that all take. */
bool option_belongs(enum option option, enum command command);

/* The values of one option in the order in which they were given; flags have empty ones. */
struct option_values {
    slice *items;
    size_t count;
};

struct arguments {
    enum command command;
    slice *operands; /* behind the subcommand */
    size_t operand_count;
    struct option_values options[OPTION_COUNT];
};

/*
 * Parses ARGV, whose first item is skipped. Values are slices of ARGV, terminated unless a list was
 * split. Returns false, with one or more clauses for people in PROBLEM, when the arguments are
 * wrong; *arguments then holds what came before.
 */
bool arguments_parse(struct arena *arena, int argc, const char *const *argv,
                     struct arguments *arguments, struct buffer *problem);

bool arguments_have(const struct arguments *arguments, enum option option);

/* The value that was given last, or the empty slice. */
slice arguments_value(const struct arguments *arguments, enum option option);

#endif
