#include "cli/settings.h"

#include "support/pool.h"
#include "support/sort.h"
#include "support/suggest.h"

static int settings_compare(const void *a, const void *b)
{
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

/* Takes "." components and repeated slashes out of PATH, so that one folder has one name. */
static slice settings_clean_path(struct arena *arena, slice path)
{
    struct buffer clean;
    buffer_init(&clean);
    bool absolute = slice_starts_with(path, SLICE("/"));
    if (absolute)
        buffer_append_char(&clean, '/');
    bool more = true;
    while (more) {
        slice component;
        more = slice_cut(path, '/', &component, &path);
        if (component.len == 0 || slice_equal(component, SLICE(".")))
            continue;
        if (clean.len > (absolute ? 1 : 0))
            buffer_append_char(&clean, '/');
        buffer_append(&clean, component);
    }
    slice result = arena_copy(arena, clean.len > 0 ? buffer_slice(&clean) : SLICE("."));
    buffer_finish(&clean);
    return result;
}

static slice settings_path(const struct cli *cli, enum option option)
{
    slice path = arguments_value(cli->arguments, option);
    return path.len > 0 ? settings_clean_path(cli->arena, path) : path;
}

/* The folders of --docs, in an order that does not depend on that of the arguments. */
static bool settings_read_docs(const struct cli *cli, struct settings *settings)
{
    const struct option_values *given = &cli->arguments->options[OPTION_DOCS];
    if (given->count == 0) {
        cli_reject(cli, "no pages are named; name their folder with --docs=DIR");
        return false;
    }
    slice *items = arena_alloc_array(cli->arena, given->count, sizeof *items);
    for (size_t i = 0; i < given->count; i++)
        items[i] = settings_clean_path(cli->arena, given->items[i]);
    sort_items(items, given->count, sizeof *items, settings_compare);
    settings->docs.items = items;
    for (size_t i = 0; i < given->count; i++)
        if (settings->docs.count == 0 || !slice_equal(items[settings->docs.count - 1], items[i]))
            items[settings->docs.count++] = items[i];
    return true;
}

/* Letters and digits in parts of at most eight: "en-US", "zh-Hans-CN", "es". */
static bool settings_is_locale(slice text)
{
    bool more = true;
    for (size_t part = 0; more; part++) {
        slice subtag;
        more = slice_cut(text, '-', &subtag, &text);
        if (subtag.len < 2 || subtag.len > 8)
            return false;
        for (size_t i = 0; i < subtag.len; i++)
            if (part == 0 ? !ascii_is_alpha(subtag.ptr[i]) : !ascii_is_alnum(subtag.ptr[i]))
                return false;
    }
    return true;
}

static bool settings_read_locale(const struct cli *cli, enum option option, slice *locale)
{
    if (!arguments_have(cli->arguments, option))
        return true;
    *locale = arguments_value(cli->arguments, option);
    if (settings_is_locale(*locale))
        return true;
    cli_reject(cli, "--%s=%.*s is no locale; write it as in en-US", option_info(option)->name,
               SLICE_ARGS(*locale));
    return false;
}

/* One of two words; *second tells which. Absent: the first. */
static bool settings_read_choice(const struct cli *cli, enum option option, const char *a,
                                 const char *b, bool *second)
{
    slice value = arguments_value(cli->arguments, option);
    *second = slice_equal(value, slice_from(b));
    if (value.len == 0 || *second || slice_equal(value, slice_from(a)))
        return true;
    cli_reject(cli, "--%s=%.*s is neither '%s' nor '%s'", option_info(option)->name,
               SLICE_ARGS(value), a, b);
    return false;
}

static bool settings_read_number(const struct cli *cli, enum option option, unsigned max,
                                 unsigned *number)
{
    if (!arguments_have(cli->arguments, option))
        return true;
    slice text = arguments_value(cli->arguments, option);
    unsigned value = 0;
    bool good = text.len > 0;
    for (size_t i = 0; i < text.len && good; i++) {
        good = ascii_is_digit(text.ptr[i]);
        if (good)
            value = value * 10 + (unsigned)(text.ptr[i] - '0');
        good = good && value <= max;
    }
    if (good && value > 0) {
        *number = value;
        return true;
    }
    cli_reject(cli, "--%s=%.*s is no number from 1 to %u", option_info(option)->name,
               SLICE_ARGS(text), max);
    return false;
}

static bool settings_is_identifier(slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_alnum(text.ptr[i]) && text.ptr[i] != '_')
            return false;
    return text.len > 0 && ascii_is_alpha(text.ptr[0]);
}

/* "graph" and "graph_" mean the same. */
static bool settings_read_prefix(const struct cli *cli, struct settings *settings)
{
    slice prefix = SLICE("graph");
    if (arguments_have(cli->arguments, OPTION_PREFIX))
        prefix = arguments_value(cli->arguments, OPTION_PREFIX);
    if (!settings_is_identifier(prefix)) {
        cli_reject(cli,
                   "--prefix=%.*s cannot begin a name; use letters, digits and '_', a letter "
                   "first",
                   SLICE_ARGS(prefix));
        return false;
    }
    settings->exact_prefix = arguments_have(cli->arguments, OPTION_PREFIX) &&
                             arguments_have(cli->arguments, OPTION_API_VERSION) &&
                             cli->arguments->options[OPTION_API_VERSION].count == 1;
    bool ends = slice_ends_with(prefix, SLICE("_"));
    slice stem = slice_take(prefix, prefix.len - (ends ? 1 : 0));
    if (slice_equal_ignore_case(stem, SLICE("dm")) ||
        slice_equal_ignore_case(stem, SLICE("docmodel"))) {
        cli_reject(cli, "--prefix=%.*s is the runtime's own; choose another", SLICE_ARGS(prefix));
        return false;
    }
    settings->prefix = arena_join(cli->arena, prefix, ends ? (slice){0} : SLICE("_"));
    return true;
}

static void settings_reject_warning(const struct cli *cli, slice argument)
{
    slice name = argument;
    if (slice_starts_with(name, SLICE("no-")))
        name = slice_skip(name, 3);
    if (slice_starts_with(name, SLICE("error=")))
        name = slice_skip(name, 6);
    struct suggestion nearest;
    suggest_init(&nearest, name, false);
    for (int i = 0; i < DIAG_CODE_COUNT; i++)
        suggest_offer(&nearest, slice_from(diagnostic_code_info((enum diagnostic_code)i)->name));
    if (nearest.best.len > 0)
        cli_reject(cli, "-W %.*s names no diagnostic; did you mean '%.*s'?", SLICE_ARGS(argument),
                   SLICE_ARGS(nearest.best));
    else
        cli_reject(cli, "-W %.*s names no diagnostic; 'docmodel explain' lists them all",
                   SLICE_ARGS(argument));
}

static bool settings_read_warnings(const struct cli *cli, struct settings *settings)
{
    const struct option_values *given = &cli->arguments->options[OPTION_WARN];
    for (size_t i = 0; i < given->count; i++) {
        if (diagnostic_settings_apply(&settings->diagnostics, given->items[i]))
            continue;
        settings_reject_warning(cli, given->items[i]);
        return false;
    }
    return true;
}

static bool settings_check_generate(const struct cli *cli, const struct settings *settings)
{
    bool aimless = settings->depfile.len > 0 && settings->stamp.len == 0;
    if (settings->out.len == 0 && !settings->list_outputs)
        cli_reject(cli, "no output folder is named; name it with --out=DIR");
    else if (aimless)
        cli_reject(cli, "--depfile needs --stamp=FILE, the target of its rule");
    else if (settings->quiet && settings->verbose)
        cli_reject(cli, "--quiet and --verbose contradict each other; give one of them");
    else
        return true;
    return false;
}

static void settings_read_texts(const struct cli *cli, struct settings *settings)
{
    const struct arguments *arguments = cli->arguments;
    settings->versions = arguments->options[OPTION_API_VERSION];
    settings->types = arguments->options[OPTION_TYPES];
    settings->excludes = arguments->options[OPTION_EXCLUDE];
    settings->vocabularies = arguments->options[OPTION_VOCABULARY];
    settings->corrections = arguments->options[OPTION_CORRECTIONS];
    settings->data_dir = settings_path(cli, OPTION_DATA_DIR);
    settings->out = settings_path(cli, OPTION_OUT);
    settings->stamp = settings_path(cli, OPTION_STAMP);
    settings->depfile = settings_path(cli, OPTION_DEPFILE);
    settings->banner = arguments_value(arguments, OPTION_BANNER);
    settings->templates = SLICE("c");
    if (arguments_have(arguments, OPTION_TEMPLATES))
        settings->templates = arguments_value(arguments, OPTION_TEMPLATES);
    settings->no_descriptions = arguments_have(arguments, OPTION_NO_DESCRIPTIONS);
    settings->list_outputs = arguments_have(arguments, OPTION_LIST_OUTPUTS);
    settings->keep_going = arguments_have(arguments, OPTION_KEEP_GOING);
    settings->quiet = arguments_have(arguments, OPTION_QUIET);
    settings->verbose = arguments_have(arguments, OPTION_VERBOSE);
}

bool settings_read(const struct cli *cli, struct settings *settings)
{
    *settings =
        (struct settings){.primary_locale = SLICE("en-US"), .jobs = cli->environment->processors};
    bool merge_all, tsv;
    settings_read_texts(cli, settings);
    settings->primary_locale_given = arguments_have(cli->arguments, OPTION_PRIMARY_LOCALE);
    bool good =
        settings_read_docs(cli, settings) &&
        settings_read_locale(cli, OPTION_PRIMARY_LOCALE, &settings->primary_locale) &&
        settings_read_locale(cli, OPTION_DOC_LOCALE, &settings->doc_locale) &&
        settings_read_choice(cli, OPTION_MERGE, "primary", "union", &merge_all) &&
        settings_read_choice(cli, OPTION_FORMAT, "json", "tsv", &tsv) &&
        settings_read_number(cli, OPTION_SHARDS, SETTINGS_SHARDS_MAX, &settings->shards) &&
        settings_read_number(cli, OPTION_JOBS, POOL_JOBS_MAX, &settings->jobs) &&
        settings_read_prefix(cli, settings) && settings_read_warnings(cli, settings) &&
        (cli->arguments->command != COMMAND_GENERATE || settings_check_generate(cli, settings));
    if (good) {
        settings->merge = merge_all ? MERGE_UNION : MERGE_PRIMARY;
        settings->format = tsv ? MODEL_FORMAT_TSV : MODEL_FORMAT_JSON;
    }
    return good;
}

void settings_render_options(const struct settings *settings, struct render_options *options)
{
    *options = (struct render_options){.prefix = settings->prefix,
                                       .exact_prefix = settings->exact_prefix,
                                       .doc_locale = settings->doc_locale,
                                       .banner = settings->banner,
                                       .no_descriptions = settings->no_descriptions,
                                       .shards = settings->shards,
                                       .jobs = settings->jobs};
}
