/*
 * Any bytes as a template: read, and expanded in both modes over a small view. Lists in the view
 * have one element and the partial calls nothing, so that no template makes much of little.
 */
#include "fuzz.h"

#include "render/mustache.h"
#include "support/utf8.h"

static const char view_text[] =
    "{\"name\": \"a<b>&\\\"c\", \"empty\": \"\", \"yes\": true, \"no\": false, \"none\": null,"
    " \"number\": 12, \"list\": [{\"name\": \"element\", \"x\": {\"y\": \"z\"}}], \"nothing\": [],"
    " \"object\": {\"name\": \"inner\", \"deep\": {\"er\": \"text\"}}}";

static const struct mustache_template *find_partial(void *context, slice name)
{
    return slice_equal(name, SLICE("partial")) ? context : NULL;
}

static const struct json_value *read_view(struct arena *arena, struct source *source)
{
    struct json_problem problem;
    source_init(source, arena, SLICE("view.json"), SLICE(view_text));
    return json_read_strict(arena, arena, span_of_file(source), &problem);
}

static const struct mustache_template *read_template(struct arena *arena, const char *path,
                                                     slice text, struct diagnostics *diagnostics)
{
    struct source *source = arena_alloc(arena, sizeof *source);
    source_init(source, arena, slice_from(path), text);
    return mustache_parse(arena, source, diagnostics);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    slice text = {(const char *)data, size};
    if (utf8_find_invalid(text) != SLICE_NONE)
        return 0; /* packs check that when they load a file */

    struct arena arena;
    struct diagnostics diagnostics;
    struct source view_source;
    struct buffer out;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    buffer_init(&out);
    const struct json_value *view = read_view(&arena, &view_source);
    const struct mustache_template *template =
        read_template(&arena, "fuzz.mustache", text, &diagnostics);
    struct mustache_options options = {.find = find_partial};
    options.context = (void *)read_template(
        &arena, "partial.mustache", SLICE("<{{name}}{{$block}}default{{/block}}>\n"), &diagnostics);
    for (int strict = 0; template != NULL && strict <= 1; strict++) {
        options.strict = strict != 0;
        options.escape = strict ? MUSTACHE_ESCAPE_NONE : MUSTACHE_ESCAPE_HTML;
        buffer_clear(&out);
        mustache_render(template, view, &options, &diagnostics, &out);
    }
    buffer_finish(&out);
    arena_finish(&arena);
    return 0;
}
