#include "cli/command.h"
#include "support/diagnostic.h"
#include "support/suggest.h"

static const char *explain_severity(enum diagnostic_severity severity)
{
    switch (severity) {
    case DIAG_NOTICE:
        return "notice";
    case DIAG_WARNING:
        return "warning";
    case DIAG_ERROR:
        return "error";
    case DIAG_OFF:
        break;
    }
    return "off";
}

static void explain_list(struct buffer *out)
{
    size_t width = 0;
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        size_t len = slice_from(diagnostic_code_info((enum diagnostic_code)i)->name).len;
        width = len > width ? len : width;
    }
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        const struct diagnostic_code_info *info = diagnostic_code_info((enum diagnostic_code)i);
        buffer_format(out, "%-*s  %-7s  %s\n", (int)width, info->name,
                      explain_severity(info->severity), info->summary);
    }
}

static void explain_print(enum diagnostic_code code, struct buffer *out)
{
    const struct diagnostic_code_info *info = diagnostic_code_info(code);
    buffer_format(out, "%s (%s): %s\n\n%s\n", info->name, explain_severity(info->severity),
                  info->summary, info->explanation);
}

static enum cli_status explain_reject(const struct cli *cli, slice name)
{
    struct suggestion nearest;
    suggest_init(&nearest, name, false);
    for (int i = 0; i < DIAG_CODE_COUNT; i++)
        suggest_offer(&nearest, slice_from(diagnostic_code_info((enum diagnostic_code)i)->name));
    if (nearest.best.len > 0)
        return cli_reject(cli, "no diagnostic has the code '%.*s'; did you mean '%.*s'?",
                          SLICE_ARGS(name), SLICE_ARGS(nearest.best));
    return cli_reject(cli, "no diagnostic has the code '%.*s'; 'docmodel explain' lists them all",
                      SLICE_ARGS(name));
}

enum cli_status cmd_explain(const struct cli *cli)
{
    const struct arguments *arguments = cli->arguments;
    if (arguments->operand_count == 0)
        explain_list(cli->out);
    for (size_t i = 0; i < arguments->operand_count; i++) {
        enum diagnostic_code code = diagnostic_code_find(arguments->operands[i]);
        if (code == DIAG_CODE_COUNT)
            return explain_reject(cli, arguments->operands[i]);
        if (i > 0)
            buffer_append_char(cli->out, '\n');
        explain_print(code, cli->out);
    }
    return CLI_CLEAN;
}
