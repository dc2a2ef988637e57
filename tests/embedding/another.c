/* A docmodel that differs from the one installed: it leaves descriptions out of what it generates.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#define MOST_ARGUMENTS 100

int main(int argc, char **argv)
{
    const char *arguments[MOST_ARGUMENTS + 1];
    struct arena arena;
    struct buffer out, err;
    if (argc < 2 || argc >= MOST_ARGUMENTS)
        return CLI_USAGE;
    for (int i = 0; i < argc; i++)
        arguments[i] = argv[i];
    if (strcmp(argv[1], "generate") == 0)
        arguments[argc++] = "--no-descriptions";
    arena_init(&arena);
    buffer_init(&out);
    buffer_init(&err);
    struct cli_environment environment = {
        .fs = fs_native(), .program = fs_program_path(&arena, argv[0]), .processors = 2};
    enum cli_status status = cli_run(argc, arguments, &environment, &out, &err);
    fwrite(out.data, 1, out.len, stdout);
    fwrite(err.data, 1, err.len, stderr);
    buffer_finish(&err);
    buffer_finish(&out);
    arena_finish(&arena);
    return (int)status;
}
