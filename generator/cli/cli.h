/*
 * The program docmodel, as a function: arguments in, text and files out.
 *
 * Everything that the program needs from the system stands in struct cli_environment, so that
 * tests run it in memory. main.c is the only other caller.
 */
#ifndef DOCMODEL_CLI_CLI_H
#define DOCMODEL_CLI_CLI_H

#include "support/buffer.h"
#include "support/fs.h"

enum cli_status {
    CLI_CLEAN = 0,
    CLI_INPUT_ERRORS = 1, /* pages or templates have errors */
    CLI_USAGE = 2         /* wrong arguments, or a file but a page could not be read or written */
};

struct cli_environment {
    const struct fs *fs;
    slice program;       /* path of the running program, beside which its data stands; or empty */
    unsigned processors; /* what --jobs is when it is not given */
};

/*
 * Runs docmodel with ARGV, whose first item is the program's name. Appends what goes to standard
 * output to OUT and what goes to standard error to ERR.
 */
enum cli_status cli_run(int argc, const char *const *argv,
                        const struct cli_environment *environment, struct buffer *out,
                        struct buffer *err);

#endif
