#include "cli/cli.h"

#include "cli/command.h"
#include "cli/help.h"
#include "support/suggest.h"

static const char cli_version[] = DOCMODEL_VERSION;

static void cli_say(const struct cli *cli, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

static void cli_say(const struct cli *cli, const char *format, va_list arguments)
{
    buffer_append(cli->remarks, SLICE("docmodel: "));
    buffer_vformat(cli->remarks, format, arguments);
    buffer_append_char(cli->remarks, '\n');
}

void cli_remark(const struct cli *cli, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    cli_say(cli, format, arguments);
    va_end(arguments);
}

enum cli_status cli_reject(const struct cli *cli, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    cli_say(cli, format, arguments);
    va_end(arguments);
    enum command command = cli->arguments->command;
    bool named = command != COMMAND_COUNT;
    buffer_format(cli->remarks, "Try 'docmodel %s%s--help'.\n",
                  named ? command_info(command)->name : "", named ? " " : "");
    return CLI_USAGE;
}

/* "help" alone, or with the name of a command, which is parsed as if it were one's own. */
static enum cli_status cli_help(const struct cli *cli)
{
    const struct arguments *arguments = cli->arguments;
    if (arguments->operand_count > 1)
        return cli_reject(cli, "'help' shows the help of one command at a time");
    if (arguments->operand_count == 0) {
        help_print(COMMAND_COUNT, cli->out);
        return CLI_CLEAN;
    }
    struct suggestion nearest;
    suggest_init(&nearest, arguments->operands[0], false);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        slice name = slice_from(command_info((enum command)i)->name);
        suggest_offer(&nearest, name);
        if (!slice_equal(name, arguments->operands[0]))
            continue;
        help_print((enum command)i, cli->out);
        return CLI_CLEAN;
    }
    if (nearest.best.len > 0)
        return cli_reject(cli, "unknown command '%.*s'; did you mean '%.*s'?",
                          SLICE_ARGS(nearest.wrong), SLICE_ARGS(nearest.best));
    return cli_reject(cli, "unknown command '%.*s'", SLICE_ARGS(nearest.wrong));
}

static enum cli_status cli_reject_operands(const struct cli *cli)
{
    slice operand = cli->arguments->operands[0];
    const char *name = command_info(cli->arguments->command)->name;
    slice path = arena_copy(cli->arena, operand);
    const struct fs *fs = cli->environment->fs;
    if (fs->kind(fs->context, path.ptr) == FS_DIRECTORY)
        return cli_reject(cli, "'%s' takes no operand '%.*s'; did you mean '--docs=%.*s'?", name,
                          SLICE_ARGS(operand), SLICE_ARGS(operand));
    return cli_reject(cli, "'%s' takes no operand '%.*s'", name, SLICE_ARGS(operand));
}

static enum cli_status cli_run_command(const struct cli *cli)
{
    enum command command = cli->arguments->command;
    bool takes_operands = command != COMMAND_COUNT && command_info(command)->operands[0] != '\0';
    if (command != COMMAND_COUNT && !takes_operands && cli->arguments->operand_count > 0)
        return cli_reject_operands(cli);
    switch (command) {
    case COMMAND_GENERATE:
        return cmd_generate(cli);
    case COMMAND_CHECK:
        return cmd_check(cli);
    case COMMAND_MODEL:
        return cmd_model(cli);
    case COMMAND_CONTEXT:
        return cmd_context(cli);
    case COMMAND_WHY:
        return cmd_why(cli);
    case COMMAND_EXPLAIN:
        return cmd_explain(cli);
    case COMMAND_HELP:
        return cli_help(cli);
    case COMMAND_COUNT:
        break;
    }
    help_print_usage(COMMAND_COUNT, cli->remarks);
    return cli_reject(cli, "no command is given; 'generate' is the one that makes files");
}

static enum cli_status cli_run_arguments(const struct cli *cli, bool good,
                                         const struct buffer *problem)
{
    const struct arguments *arguments = cli->arguments;
    if (!good)
        return cli_reject(cli, "%s", problem->data);
    if (arguments_have(arguments, OPTION_HELP)) {
        help_print(arguments->command, cli->out);
        return CLI_CLEAN;
    }
    if (arguments_have(arguments, OPTION_VERSION)) {
        buffer_format(cli->out, "docmodel %s\n", cli_version);
        return CLI_CLEAN;
    }
    return cli_run_command(cli);
}

enum cli_status cli_run(int argc, const char *const *argv,
                        const struct cli_environment *environment, struct buffer *out,
                        struct buffer *err)
{
    struct arena arena;
    struct buffer problem, remarks, diagnostics;
    struct arguments arguments;
    arena_init(&arena);
    buffer_init(&problem);
    buffer_init(&remarks);
    buffer_init(&diagnostics);
    bool good = arguments_parse(&arena, argc, argv, &arguments, &problem);
    struct cli cli = {environment, &arena, &arguments, out, &diagnostics, &remarks};
    enum cli_status status = cli_run_arguments(&cli, good, &problem);
    /* What is wrong with the arguments goes before what is wrong with the pages. */
    bool wrong = status == CLI_USAGE;
    buffer_append(err, buffer_slice(wrong ? &remarks : &diagnostics));
    buffer_append(err, buffer_slice(wrong ? &diagnostics : &remarks));
    buffer_finish(&diagnostics);
    buffer_finish(&remarks);
    buffer_finish(&problem);
    arena_finish(&arena);
    return status;
}
