#include "cli/depfile.h"
#include "cli/locate.h"
#include "cli/output.h"
#include "cli/select.h"
#include "render/render.h"

/* What one call generates. */
struct generation {
    struct run *run;
    slice pack_folder;
    const struct selection *selections;
    struct file_set files;
};

/* Fills generation->files; leaves it empty, with diagnostics, when the pack has errors. */
static void generate_render(struct generation *generation)
{
    struct run *run = generation->run;
    struct arena *arena = run->cli->arena;
    struct diagnostics diagnostics;
    struct render_options options;
    diagnostics_init(&diagnostics, arena);
    settings_render_options(run->settings, &options);
    const struct pack *pack =
        pack_load(arena, run->cli->environment->fs, generation->pack_folder, &diagnostics);
    if (pack != NULL &&
        !render_files(arena, run->models, generation->selections, run->models->count, pack,
                      &options, &diagnostics, &generation->files))
        generation->files = (struct file_set){0};
    run_adopt(run, &diagnostics);
}

/* Writes a file beside the output: the stamp or the dependency file. */
static bool generate_write_aside(struct run *run, slice path, slice text)
{
    const struct fs *fs = run->cli->environment->fs;
    int error = fs_write(fs, path.ptr, text);
    if (error != 0)
        diagnostics_report_path(&run->diagnostics, DIAG_OUTPUT_UNWRITABLE, path,
                                "cannot write the file: %s", fs_error_text(error));
    return error == 0;
}

/* The stamp comes last: it says that everything else is there. */
static bool generate_write_stamp(struct generation *generation)
{
    struct run *run = generation->run;
    const struct settings *settings = run->settings;
    struct arena *arena = run->cli->arena;
    bool good = true;
    if (settings->depfile.len > 0) {
        struct depfile depfile = {0};
        struct buffer text;
        buffer_init(&text);
        const struct fs *fs = run->cli->environment->fs;
        slice vocabulary = fs_join(arena, run->data, SLICE("vocab"));
        depfile_add_folder(&depfile, arena, fs, vocabulary);
        depfile_add_folder(&depfile, arena, fs, generation->pack_folder);
        for (size_t i = 0; i < settings->vocabularies.count; i++)
            depfile_add(&depfile, arena, settings->vocabularies.items[i]);
        for (size_t i = 0; i < settings->corrections.count; i++)
            depfile_add(&depfile, arena, settings->corrections.items[i]);
        depfile_write(&depfile, settings->stamp, &text);
        good = generate_write_aside(run, settings->depfile, buffer_slice(&text));
        buffer_finish(&text);
    }
    return good &&
           (settings->stamp.len == 0 || generate_write_aside(run, settings->stamp, (slice){0}));
}

static void generate_remark(const struct run *run, const struct output_result *result)
{
    const struct settings *settings = run->settings;
    for (size_t i = 0; settings->verbose && i < result->removed_count; i++)
        cli_remark(run->cli, "removed %.*s", SLICE_ARGS(result->removed[i]));
    for (size_t i = 0; settings->verbose && i < result->written_count; i++)
        cli_remark(run->cli, "wrote %.*s", SLICE_ARGS(result->written[i]));
    if (!settings->quiet)
        cli_remark(run->cli, "%.*s: %zu written, %zu unchanged, %zu removed",
                   SLICE_ARGS(settings->out), result->written_count, result->unchanged_count,
                   result->removed_count);
}

/* What is in the folder is of two runs while files are replaced. A build whose inputs are put back
 * as they were before must not take that for the output of the last whole run. */
static bool generate_remove_stamp(struct run *run)
{
    const struct fs *fs = run->cli->environment->fs;
    slice stamp = run->settings->stamp;
    if (stamp.len == 0 || fs->kind(fs->context, stamp.ptr) != FS_FILE)
        return true;
    int error = fs->remove(fs->context, stamp.ptr);
    if (error != 0)
        diagnostics_report_path(&run->diagnostics, DIAG_OUTPUT_UNWRITABLE, stamp,
                                "cannot remove the file: %s", fs_error_text(error));
    return error == 0;
}

static enum cli_status generate_commit(struct generation *generation)
{
    struct run *run = generation->run;
    struct output_result result;
    if (!generate_remove_stamp(run))
        return CLI_USAGE;
    if (!output_commit(run->cli->arena, run->cli->environment->fs, run->settings->out,
                       &generation->files, &run->diagnostics, &result))
        return CLI_USAGE;
    enum cli_status status = run_status(run);
    if (status == CLI_CLEAN && !generate_write_stamp(generation))
        return CLI_USAGE;
    generate_remark(run, &result);
    return status;
}

static void generate_list_outputs(const struct generation *generation)
{
    struct buffer *out = generation->run->cli->out;
    for (size_t i = 0; i < generation->files.count; i++) {
        buffer_append(out, generation->files.items[i].path);
        buffer_append_char(out, '\n');
    }
}

static enum cli_status generate_output(struct generation *generation)
{
    struct run *run = generation->run;
    if (run_is_blocked(run) || generation->files.count == 0)
        return CLI_INPUT_ERRORS;
    if (!run->settings->list_outputs)
        return generate_commit(generation);
    generate_list_outputs(generation);
    return run_status(run);
}

static enum cli_status generate_run(struct run *run)
{
    struct generation generation = {.run = run};
    if (!locate_pack(run->cli, run->data, run->settings->templates, &generation.pack_folder))
        return CLI_USAGE;
    generation.selections = select_types(run);
    if (generation.selections == NULL)
        return CLI_USAGE;
    generate_render(&generation);
    return generate_output(&generation);
}

enum cli_status cmd_generate(const struct cli *cli)
{
    struct settings settings;
    struct run run;
    if (!settings_read(cli, &settings))
        return CLI_USAGE;
    enum cli_status status = run_start(cli, &settings, &run);
    if (status == CLI_CLEAN)
        status = generate_run(&run);
    run_end(&run, status);
    run_finish(&run);
    return status;
}
