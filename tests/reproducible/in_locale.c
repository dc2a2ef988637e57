/*
 * in_locale LOCALE ARGUMENT...: docmodel, run in a process that has set LOCALE. The program itself
 * never calls setlocale; a caller of its library may.
 */
#include "cli/cli.h"

#include <locale.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    struct cli_environment environment = {.fs = fs_native(), .processors = 2};
    struct buffer out;
    struct buffer err;
    if (argc < 2 || setlocale(LC_ALL, argv[1]) == NULL) {
        fprintf(stderr, "the locale %s cannot be set\n", argc < 2 ? "" : argv[1]);
        return 3;
    }
    buffer_init(&out);
    buffer_init(&err);
    argv[1] = argv[0];
    enum cli_status status =
        cli_run(argc - 1, (const char *const *)(argv + 1), &environment, &out, &err);
    fwrite(out.data, 1, out.len, stdout);
    fwrite(err.data, 1, err.len, stderr);
    buffer_finish(&out);
    buffer_finish(&err);
    return (int)status;
}
