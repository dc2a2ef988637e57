/*
 * A run: from the arguments to the models, the same for every command that reads pages.
 *
 * Pages are read by several threads, each with an arena of its own, each page with its own sink of
 * diagnostics; everything after that happens in the order of the pages' paths, so that no output
 * depends on the threads.
 */
#ifndef DOCMODEL_CLI_RUN_H
#define DOCMODEL_CLI_RUN_H

#include "cli/settings.h"
#include "extract/page.h"
#include "model/corrections.h"
#include "model/model.h"
#include "support/map.h"

/* One page that was read. */
struct run_page {
    const struct page_file *file;
    slice version; /* of the page, or empty when that could not be told */
    bool wanted;   /* of a version that is output, or of none; not repeating another */
    struct diagnostics diagnostics;
    struct page_facts facts;
};

/* The memory of one thread that reads pages. */
struct run_worker {
    struct arena arena;   /* of what is kept of its pages */
    struct arena scratch; /* of the page that is being read */
    struct memo memo;     /* of rows and words of its pages */
};

/* A page that is to be read. */
struct run_turn {
    slice locale; /* as its path says */
    slice name;   /* of its file, without folders */
    struct run_page *page;
};

struct run {
    const struct cli *cli;
    const struct settings *settings;
    slice data;              /* the data folder */
    struct arena vocabulary; /* of VOCAB alone, to which the threads that read pages add */
    const struct vocab *vocab;
    struct corrections corrections;
    struct page_files files;
    struct run_page *pages;
    struct run_turn *turns;     /* the order in which pages are read */
    size_t page_count;          /* one a file */
    struct run_worker *workers; /* one a thread */
    unsigned worker_count;
    struct map pages_by_path;       /* by the paths shown in diagnostics; see run_find_page */
    const struct model_set *models; /* of the versions that are output */
    struct diagnostics diagnostics; /* of everything so far */
};

/*
 * Reads the pages and builds the models. Returns CLI_CLEAN also when pages have errors, which are
 * reported; else what to exit with, after a message. run_finish is due in any case.
 */
enum cli_status run_start(const struct cli *cli, const struct settings *settings, struct run *run);
void run_finish(struct run *run);

/* Adds diagnostics of a later stage, but for those about pages of versions that are not output. */
void run_adopt(struct run *run, const struct diagnostics *diagnostics);

/* How many errors there are so far, under the settings. */
size_t run_count_errors(const struct run *run);

/* Whether there are errors and no --keep-going, so that nothing may be output. */
bool run_is_blocked(const struct run *run);

/* Prints what was reported, in order, and that nothing is output if that is so. STATUS is what the
 * command exits with. Also for runs that did not start. */
void run_end(struct run *run, enum cli_status status);

/* CLI_INPUT_ERRORS when there are errors, else CLI_CLEAN. */
enum cli_status run_status(const struct run *run);

/* The page that a diagnostic is about, or NULL. Pages are indexed when the first is asked for. */
const struct run_page *run_find_page(struct run *run, const struct diagnostic *diagnostic);

#endif
