/* What the subcommands share. Internal to cli/. */
#ifndef DOCMODEL_CLI_COMMAND_H
#define DOCMODEL_CLI_COMMAND_H

#include "cli/cli.h"
#include "cli/options.h"

/* One call of the program. */
struct cli {
    const struct cli_environment *environment;
    struct arena *arena; /* of the run */
    const struct arguments *arguments;
    struct buffer *out;
    struct buffer *diagnostics; /* standard error's first part ... */
    struct buffer *remarks;     /* ... and its last, where people look first */
};

/*
 * Says what is wrong with the arguments: "docmodel: TEXT" and where help is found. The text is a
 * clause without a full stop that names the argument and the remedy. Returns CLI_USAGE.
 */
enum cli_status cli_reject(const struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says "docmodel: TEXT", a remark about the run. */
void cli_remark(const struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

enum cli_status cmd_generate(const struct cli *cli);
enum cli_status cmd_check(const struct cli *cli);
enum cli_status cmd_model(const struct cli *cli);
enum cli_status cmd_context(const struct cli *cli);
enum cli_status cmd_why(const struct cli *cli);
enum cli_status cmd_explain(const struct cli *cli);

#endif
