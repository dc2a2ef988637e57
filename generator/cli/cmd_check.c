#include "cli/summary.h"

enum cli_status cmd_check(const struct cli *cli)
{
    struct settings settings;
    struct run run;
    if (!settings_read(cli, &settings))
        return CLI_USAGE;
    enum cli_status status = run_start(cli, &settings, &run);
    if (status == CLI_CLEAN)
        status = run_status(&run);
    run_end(&run, status);
    if (status != CLI_USAGE && !settings.quiet)
        summary_print(&run, cli->out);
    run_finish(&run);
    return status;
}
