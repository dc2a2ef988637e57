#include "cli/run.h"
#include "model/why.h"

/* Keeps errors and what is about the subjects: of a large set, the rest would bury the answer. */
static void why_keep_diagnostics(struct run *run, const struct why_subjects *subjects)
{
    size_t kept = 0;
    for (size_t i = 0; i < run->diagnostics.count; i++) {
        struct diagnostic *diagnostic = run->diagnostics.items[i];
        bool wanted =
            diagnostic_code_severity(diagnostic->code, &run->settings->diagnostics) == DIAG_ERROR;
        for (size_t j = 0; !wanted && j < subjects->count; j++)
            wanted = why_concerns(&subjects->items[j], diagnostic->span.source);
        if (wanted)
            run->diagnostics.items[kept++] = diagnostic;
    }
    run->diagnostics.count = kept;
}

static enum cli_status why_report_unknown(const struct run *run, slice name)
{
    slice nearest = why_nearest(run->cli->arena, run->models, name);
    if (nearest.len > 0)
        cli_remark(run->cli, "nothing is called '%.*s'; did you mean '%.*s'?", SLICE_ARGS(name),
                   SLICE_ARGS(nearest));
    else
        cli_remark(run->cli,
                   "nothing is called '%.*s'; 'docmodel model --format=tsv' lists what there is",
                   SLICE_ARGS(name));
    return CLI_INPUT_ERRORS;
}

static enum cli_status why_answer(struct run *run, slice name)
{
    struct why_subjects subjects;
    why_find(run->cli->arena, run->models, name, &subjects);
    enum cli_status status = run_status(run);
    why_keep_diagnostics(run, &subjects);
    for (size_t i = 0; i < subjects.count; i++) {
        if (i > 0)
            buffer_append_char(run->cli->out, '\n');
        why_print(&subjects.items[i], run->cli->out);
    }
    return subjects.count > 0 ? status : why_report_unknown(run, name);
}

enum cli_status cmd_why(const struct cli *cli)
{
    struct settings settings;
    struct run run;
    if (cli->arguments->operand_count != 1)
        return cli_reject(cli, "'why' explains one type, property, enumeration or member; write "
                               "TYPE or TYPE.PROPERTY");
    if (!settings_read(cli, &settings))
        return CLI_USAGE;
    enum cli_status status = run_start(cli, &settings, &run);
    if (status == CLI_CLEAN)
        status = why_answer(&run, cli->arguments->operands[0]);
    run_end(&run, status);
    run_finish(&run);
    return status;
}
