/* Settings: what the options of a command mean, checked. */
#ifndef DOCMODEL_CLI_SETTINGS_H
#define DOCMODEL_CLI_SETTINGS_H

#include "cli/command.h"
#include "model/model.h"
#include "render/render.h"
#include "support/diagnostic.h"

/* The largest --shards. */
#define SETTINGS_SHARDS_MAX 999

enum model_format { MODEL_FORMAT_JSON, MODEL_FORMAT_TSV };

/* Texts are terminated. Paths have no superfluous "." and "/". */
struct settings {
    struct option_values docs; /* at least one, no two equal, sorted */
    struct option_values versions;
    struct option_values types;
    struct option_values excludes;
    struct option_values vocabularies;
    struct option_values corrections;
    slice primary_locale;
    bool primary_locale_given;
    slice doc_locale; /* empty: the primary locale */
    enum merge merge;
    slice data_dir; /* empty: to be found */
    slice templates;
    slice out;         /* empty: not given */
    slice prefix;      /* with its "_" */
    bool exact_prefix; /* named together with the one version that it is for */
    slice banner;
    slice stamp;
    slice depfile;
    enum model_format format;
    unsigned shards; /* 0: not given */
    unsigned jobs;
    bool no_descriptions;
    bool list_outputs;
    bool keep_going;
    bool quiet;
    bool verbose;
    struct diagnostic_settings diagnostics;
};

/* Reads the arguments of CLI's command, one of those that read pages. Returns false, with a
 * message, when a value is wrong or one that is needed is missing. */
bool settings_read(const struct cli *cli, struct settings *settings);

/* The settings that rendering needs. */
void settings_render_options(const struct settings *settings, struct render_options *options);

#endif
