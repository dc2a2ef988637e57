#define _POSIX_C_SOURCE 200809L

#include "cli/cli.h"
#include "support/pool.h"

#include <stdio.h>
#include <stdlib.h>

static void main_exhausted(size_t wanted)
{
    fprintf(stderr, "docmodel: out of memory (%zu bytes more were needed)\n", wanted);
    exit(CLI_USAGE);
}

static bool main_print(const struct buffer *text, FILE *stream)
{
    size_t written = text->len > 0 ? fwrite(text->data, 1, text->len, stream) : 0;
    return fflush(stream) == 0 && written == text->len;
}

int main(int argc, char **argv)
{
    struct arena arena;
    struct buffer out, err;
    arena_set_exhausted(main_exhausted);
    arena_init(&arena);
    buffer_init(&out);
    buffer_init(&err);
    struct cli_environment environment = {.fs = fs_native(),
                                          .program = fs_program_path(&arena, argv[0]),
                                          .processors = pool_default_jobs()};
    enum cli_status status = cli_run(argc, (const char *const *)argv, &environment, &out, &err);
    bool printed = main_print(&out, stdout);
    if (!printed)
        buffer_append(&err, SLICE("docmodel: cannot write to standard output\n"));
    printed &= main_print(&err, stderr);
    buffer_finish(&err);
    buffer_finish(&out);
    arena_finish(&arena);
    return printed ? (int)status : CLI_USAGE;
}
