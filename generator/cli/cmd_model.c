#include "cli/run.h"
#include "model/export.h"

static void model_print(const struct run *run)
{
    if (run->settings->format == MODEL_FORMAT_TSV)
        model_export_tsv(run->models, run->cli->out);
    else
        model_export_json(run->models, run->cli->out);
}

enum cli_status cmd_model(const struct cli *cli)
{
    struct settings settings;
    struct run run;
    if (!settings_read(cli, &settings))
        return CLI_USAGE;
    enum cli_status status = run_start(cli, &settings, &run);
    if (status == CLI_CLEAN) {
        status = run_status(&run);
        if (!run_is_blocked(&run))
            model_print(&run);
    }
    run_end(&run, status);
    run_finish(&run);
    return status;
}
