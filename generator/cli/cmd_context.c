#include "cli/select.h"
#include "render/render.h"

static enum cli_status context_reject_name(const struct run *run, slice name)
{
    slice nearest = select_nearest_name(run, name);
    if (nearest.len > 0)
        return cli_reject(run->cli,
                          "no type or enumeration is called '%.*s'; did you mean "
                          "'%.*s'?",
                          SLICE_ARGS(name), SLICE_ARGS(nearest));
    return cli_reject(run->cli,
                      "no type or enumeration is called '%.*s'; 'docmodel model "
                      "--format=tsv' lists them",
                      SLICE_ARGS(name));
}

static enum cli_status context_print(struct run *run, slice name)
{
    struct render_options options;
    settings_render_options(run->settings, &options);
    const struct selection *selections = select_types(run);
    if (selections == NULL)
        return CLI_USAGE;
    const struct json_value *context = render_context(run->cli->arena, run->models, selections,
                                                      run->models->count, &options, name);
    if (context == NULL)
        return context_reject_name(run, name);
    json_write(context, true, run->cli->out);
    buffer_append_char(run->cli->out, '\n');
    return run_status(run);
}

enum cli_status cmd_context(const struct cli *cli)
{
    struct settings settings;
    struct run run;
    const struct arguments *arguments = cli->arguments;
    slice name = arguments->operand_count > 0 ? arguments->operands[0] : (slice){0};
    if (arguments->operand_count > 1)
        return cli_reject(cli, "'context' shows one type at a time, or all without a name");
    if (!settings_read(cli, &settings))
        return CLI_USAGE;
    enum cli_status status = run_start(cli, &settings, &run);
    if (status == CLI_CLEAN) {
        status = run_is_blocked(&run) ? CLI_INPUT_ERRORS : context_print(&run, name);
    }
    run_end(&run, status);
    run_finish(&run);
    return status;
}
