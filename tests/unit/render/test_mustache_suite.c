/*
 * Runs suites in the form of the published Mustache specification: JSON files with a list `tests`
 * of {name, data, template, partials, expected}. Each argument is such a file. Exits with 77, which
 * ctest shows as skipped, when the first one is absent.
 */
#include "render/mustache.h"
#include "support/fs.h"

#include <stdio.h>
#include <string.h>

#define SKIPPED 77

struct partials {
    struct arena *arena;
    const struct json_value *texts;
    struct diagnostics *diagnostics;
};

static const struct mustache_template *read_template(struct partials *partials, slice name,
                                                     slice text)
{
    struct source *source = arena_alloc(partials->arena, sizeof *source);
    source_init(source, partials->arena, name, text);
    return mustache_parse(partials->arena, source, partials->diagnostics);
}

static const struct mustache_template *find_partial(void *context, slice name)
{
    struct partials *partials = context;
    const struct json_value *text = json_get(partials->texts, name);
    return text == NULL ? NULL : read_template(partials, name, text->text);
}

static bool run_case(struct arena *arena, const struct json_value *test)
{
    struct diagnostics diagnostics;
    struct buffer out;
    diagnostics_init(&diagnostics, arena);
    buffer_init(&out);
    struct partials partials = {arena, json_get(test, SLICE("partials")), &diagnostics};
    struct mustache_options options = {
        .escape = MUSTACHE_ESCAPE_HTML, .find = find_partial, .context = &partials};
    slice name = json_get_text(test, SLICE("name"));
    slice expected = json_get_text(test, SLICE("expected"));
    const struct mustache_template *template =
        read_template(&partials, name, json_get_text(test, SLICE("template")));
    bool rendered = template != NULL && mustache_render(template, json_get(test, SLICE("data")),
                                                        &options, &diagnostics, &out);
    bool good = rendered && slice_equal(buffer_slice(&out), expected);
    if (!good)
        printf("FAILED %.*s\nexpected: \"%.*s\"\ngiven:    \"%.*s\"\n", SLICE_ARGS(name),
               SLICE_ARGS(expected), SLICE_ARGS(buffer_slice(&out)));
    for (size_t i = 0; i < diagnostics.count; i++)
        printf("%.*s\n", SLICE_ARGS(diagnostics.items[i]->text));
    buffer_finish(&out);
    return good && diagnostics.count == 0;
}

/* Runs the cases of one file; returns how many fail, or 1 if it holds none. */
static size_t run_suite(const char *path, slice text)
{
    struct arena arena;
    struct source source;
    struct json_problem problem = {0};
    arena_init(&arena);
    source_init(&source, &arena, slice_from(path), text);
    const struct json_value *suite =
        json_read_strict(&arena, &arena, span_of_file(&source), &problem);
    const struct json_value *tests = json_get(suite, SLICE("tests"));
    size_t failures = tests == NULL || tests->count == 0;
    if (failures > 0)
        printf("%s: no tests: %s\n", path, suite == NULL ? json_problem_text(problem.kind) : "");
    for (const struct json_value *t = tests == NULL ? NULL : tests->first; t != NULL; t = t->next)
        failures += !run_case(&arena, t);
    printf("%s: %zu cases\n", path, tests == NULL ? 0 : tests->count);
    arena_finish(&arena);
    return failures;
}

int main(int argc, char **argv)
{
    const struct fs *fs = fs_native();
    size_t failures = argc < 2;
    for (int i = 1; i < argc; i++) {
        struct buffer text;
        buffer_init(&text);
        int error = fs->read(fs->context, argv[i], SOURCE_SIZE_MAX, &text);
        if (error != 0) {
            printf("%s: %s\n", argv[i], fs_error_text(error));
            buffer_finish(&text);
            return i == 1 ? SKIPPED : 1;
        }
        failures += run_suite(argv[i], buffer_slice(&text));
        buffer_finish(&text);
    }
    printf("%zu failures\n", failures);
    return failures == 0 ? 0 : 1;
}
