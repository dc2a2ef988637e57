/* The template engine: strict mode, malformed templates, limits. */
#include "render/mustache.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct diagnostics diagnostics;
    struct buffer out;
    struct mustache_options options;
    slice partial; /* the text of the partial called p; empty: there is none */
};

static const struct mustache_template *read_template(struct fixture *fixture, const char *path,
                                                     slice text)
{
    struct source *source = arena_alloc(&fixture->arena, sizeof *source);
    source_init(source, &fixture->arena, slice_from(path), text);
    return mustache_parse(&fixture->arena, source, &fixture->diagnostics);
}

static const struct mustache_template *find_partial(void *context, slice name)
{
    struct fixture *fixture = context;
    if (!slice_equal(name, SLICE("p")) || fixture->partial.len == 0)
        return NULL;
    return read_template(fixture, "p.mustache", fixture->partial);
}

static void begin(struct fixture *fixture)
{
    *fixture = (struct fixture){0};
    arena_init(&fixture->arena);
    diagnostics_init(&fixture->diagnostics, &fixture->arena);
    buffer_init(&fixture->out);
    fixture->options =
        (struct mustache_options){.strict = true, .find = find_partial, .context = fixture};
}

static void end(struct fixture *fixture)
{
    buffer_finish(&fixture->out);
    arena_finish(&fixture->arena);
}

static const struct json_value *read_view(struct fixture *fixture, const char *text)
{
    struct json_problem problem;
    struct source *source = arena_alloc(&fixture->arena, sizeof *source);
    source_init(source, &fixture->arena, SLICE("view"), slice_from(text));
    const struct json_value *view =
        json_read_strict(&fixture->arena, &fixture->arena, span_of_file(source), &problem);
    assert_non_null(view);
    return view;
}

static bool expand(struct fixture *fixture, slice text, const char *view)
{
    const struct mustache_template *template = read_template(fixture, "t.mustache", text);
    return template != NULL &&
           mustache_render(template, read_view(fixture, view), &fixture->options,
                           &fixture->diagnostics, &fixture->out);
}

/* Expands TEMPLATE in strict mode and compares the printed diagnostics. */
static void assert_diagnosed(const char *template, const char *partial, const char *view,
                             const char *expected)
{
    struct fixture fixture;
    struct buffer printed;
    begin(&fixture);
    buffer_init(&printed);
    fixture.partial = slice_from(partial);
    assert_false(expand(&fixture, slice_from(template), view));
    for (size_t i = 0; i < fixture.diagnostics.count; i++)
        diagnostic_print(fixture.diagnostics.items[i], NULL, &printed);
    assert_non_null(printed.data);
    assert_string_equal(printed.data, expected);
    buffer_finish(&printed);
    end(&fixture);
}

static void test_strict_accepts_what_is_known(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    fixture.partial = SLICE("<{{type.name}}>");
    assert_true(
        expand(&fixture,
               SLICE("{{#types}}{{type.name}}{{^-last}},{{/-last}}{{/types}}{{> p}}"
                     "{{^none}}!{{/none}}{{#null}}{{/null}}"),
               "{\"types\": [{\"type\": {\"name\": \"a<\"}}, {\"type\": {\"name\": \"b\"}}],"
               " \"type\": {\"name\": \"&\"}, \"none\": [], \"null\": null}"));
    assert_string_equal(fixture.out.data, "a<,b<&>!");
    assert_int_equal(fixture.diagnostics.count, 0);
    end(&fixture);
}

static void test_unknown_names(void **state)
{
    (void)state;
    assert_diagnosed("a\n  {{ type.nmae }}\n", NULL, "{\"type\": {\"name\": 1, \"kind\": 2}}",
                     "t.mustache:2:6: error: no `type.nmae` here; did you mean `type.name`? "
                     "[template-unknown-name]\n"
                     "  {{ type.nmae }}\n"
                     "     ^~~~~~~~~\n");
    assert_diagnosed("{{typ.name}}", NULL, "{\"type\": {\"name\": 1}}",
                     "t.mustache:1:3: error: no `typ.name` here; did you mean `type.name`? "
                     "[template-unknown-name]\n"
                     "{{typ.name}}\n"
                     "  ^~~~~~~~\n");
    assert_diagnosed("{{#name}}{{/name}}", NULL, "{\"type\": {\"name\": 1}}",
                     "t.mustache:1:4: error: no `name` here; did you mean `type.name`? "
                     "[template-unknown-name]\n"
                     "{{#name}}{{/name}}\n"
                     "   ^~~~\n");
    assert_diagnosed("{{^zzzz}}{{/zzzz}}", NULL, "{\"type\": 1}",
                     "t.mustache:1:4: error: no `zzzz` here [template-unknown-name]\n"
                     "{{^zzzz}}{{/zzzz}}\n"
                     "   ^~~~\n");
    assert_diagnosed("{{-firs}}{{#l}}{{-firs}}{{/l}}", NULL, "{\"l\": [1]}",
                     "t.mustache:1:3: error: no `-firs` here [template-unknown-name]\n"
                     "{{-firs}}{{#l}}{{-firs}}{{/l}}\n"
                     "  ^~~~~\n"
                     "t.mustache:1:18: error: no `-firs` here; did you mean `-first`? "
                     "[template-unknown-name]\n"
                     "{{-firs}}{{#l}}{{-firs}}{{/l}}\n"
                     "                 ^~~~~\n");
}

static void test_name_does_not_fall_through(void **state)
{
    (void)state;
    assert_diagnosed("{{#in}}{{type.name}}{{/in}}", NULL,
                     "{\"type\": {\"name\": 1}, \"in\": {\"type\": {}}}",
                     "t.mustache:1:10: error: no `type.name` here [template-unknown-name]\n"
                     "{{#in}}{{type.name}}{{/in}}\n"
                     "         ^~~~~~~~~\n");
}

static void test_each_place_is_reported_once(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    assert_false(expand(&fixture, SLICE("{{#l}}{{x}}{{y}}{{/l}}"), "{\"l\": [1, 2, 3]}"));
    assert_int_equal(fixture.diagnostics.count, 2);
    end(&fixture);
}

static void test_partials(void **state)
{
    (void)state;
    assert_diagnosed("{{> q}}", "x", "{}",
                     "t.mustache:1:5: error: the pack has no partial `q`, a file `q.mustache` in "
                     "its folder of partials "
                     "[template-unknown-partial]\n"
                     "{{> q}}\n"
                     "    ^\n");
    assert_diagnosed("{{<q}}{{/q}}", "x", "{}",
                     "t.mustache:1:4: error: the pack has no partial `q`, a file `q.mustache` in "
                     "its folder of partials "
                     "[template-unknown-partial]\n"
                     "{{<q}}{{/q}}\n"
                     "   ^\n");
    assert_diagnosed("x\n{{> p}}", "\n {{nothing}}", "{}",
                     "p.mustache:2:4: error: no `nothing` here [template-unknown-name]\n"
                     " {{nothing}}\n"
                     "   ^~~~~~~\n");
}

static void test_containers_have_no_text(void **state)
{
    (void)state;
    assert_diagnosed("{{a}}{{b}}", NULL, "{\"a\": [], \"b\": {}}",
                     "t.mustache:1:3: error: `a` is a list, which has no text of its own "
                     "[template-malformed]\n"
                     "{{a}}{{b}}\n"
                     "  ^\n"
                     "t.mustache:1:8: error: `b` is an object, which has no text of its own "
                     "[template-malformed]\n"
                     "{{a}}{{b}}\n"
                     "       ^\n");
}

static void test_malformed(void **state)
{
    (void)state;
    assert_diagnosed("a {{#x}} b", NULL, "{}",
                     "t.mustache:1:3: error: `x` is opened here and never closed "
                     "[template-malformed]\n"
                     "a {{#x}} b\n"
                     "  ^~~~~~\n");
    assert_diagnosed("{{#x}}\n{{/y}}", NULL, "{}",
                     "t.mustache:2:1: error: `y` is closed where `x` is open [template-malformed]\n"
                     "{{/y}}\n"
                     "^~~~~~\n"
                     "t.mustache:1:1: note: `x` was opened here\n"
                     "{{#x}}\n"
                     "^~~~~~\n");
    assert_diagnosed("{{/y}}", NULL, "{}",
                     "t.mustache:1:1: error: this tag closes a section that was never opened "
                     "[template-malformed]\n"
                     "{{/y}}\n"
                     "^~~~~~\n");
    assert_diagnosed("ab {{x", NULL, "{}",
                     "t.mustache:1:4: error: the tag that begins here is not closed "
                     "[template-malformed]\n"
                     "ab {{x\n"
                     "   ^~\n");
}

static void test_escapes_of_json(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    fixture.options.escape = MUSTACHE_ESCAPE_JSON;
    assert_true(expand(&fixture, SLICE("\"{{x}}\" {{{x}}}"), "{\"x\": \"a\\\"\\\\\\n<\\u0001\"}"));
    assert_string_equal(fixture.out.data, "\"a\\\"\\\\\\n<\\u0001\" a\"\\\n<\x01");
    end(&fixture);
}

static void assert_malformed(const char *text)
{
    struct fixture fixture;
    begin(&fixture);
    assert_null(read_template(&fixture, "t.mustache", slice_from(text)));
    assert_int_equal(fixture.diagnostics.count, 1);
    assert_int_equal(fixture.diagnostics.items[0]->code, DIAG_TEMPLATE_MALFORMED);
    end(&fixture);
}

static void test_malformed_tags(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{{}}",    "{{#}}{{/}}", "{{> }}",  "{{a..b}}",    "{{.a}}",     "{{a.}}",     "{{{a}}",
        "{{=<%}}", "{{=<%=}}",   "{{= =}}", "{{=a b c=}}", "{{=a= b=}}", "{{$}}{{/}}", "{{<p}}"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_malformed(texts[i]);
}

static slice nested_sections(struct fixture *fixture, size_t depth)
{
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < depth; i++)
        buffer_append(&text, SLICE("{{#x}}"));
    buffer_append(&text, SLICE("deep"));
    for (size_t i = 0; i < depth; i++)
        buffer_append(&text, SLICE("{{/x}}"));
    slice copy = arena_copy(&fixture->arena, buffer_slice(&text));
    buffer_finish(&text);
    return copy;
}

static void test_depth_of_sections(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    assert_true(expand(&fixture, nested_sections(&fixture, MUSTACHE_DEPTH_MAX), "{\"x\": true}"));
    assert_string_equal(fixture.out.data, "deep");
    assert_false(
        expand(&fixture, nested_sections(&fixture, MUSTACHE_DEPTH_MAX + 1), "{\"x\": true}"));
    assert_int_equal(fixture.diagnostics.items[0]->code, DIAG_TEMPLATE_MALFORMED);
    end(&fixture);
}

/* A view of objects in objects, the innermost of which has an x that is false. */
static const char *nested_view(struct fixture *fixture, size_t depth)
{
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < depth; i++)
        buffer_append(&text, SLICE("{\"x\": "));
    buffer_append(&text, SLICE("{\"x\": false}"));
    buffer_append_repeated(&text, '}', depth);
    const char *copy = arena_copy(&fixture->arena, buffer_slice(&text)).ptr;
    buffer_finish(&text);
    return copy;
}

static void test_depth_of_recursion(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    fixture.partial = SLICE(".{{#x}}{{> p}}{{/x}}");
    /* Each level is a partial and a section; the last partial's section is not entered. */
    size_t levels = MUSTACHE_DEPTH_MAX / 2 - 1;
    assert_true(expand(&fixture, SLICE("{{> p}}"), nested_view(&fixture, levels)));
    assert_int_equal(fixture.out.len, levels + 1);
    assert_false(expand(&fixture, SLICE("{{> p}}"), nested_view(&fixture, levels + 1)));
    assert_int_equal(fixture.diagnostics.count, 1);
    fixture.options.strict = false;
    fixture.partial = SLICE("{{> p}}{{> p}}");
    assert_false(expand(&fixture, SLICE("{{> p}}"), "{}"));
    assert_int_equal(fixture.diagnostics.count, 2);
    end(&fixture);
}

static void test_too_many_steps(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    assert_false(expand(&fixture,
                        SLICE("{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}"
                              "{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}"
                              "{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}"
                              "{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}"),
                        "{\"a\": [1, 2, 3, 4]}"));
    assert_int_equal(fixture.diagnostics.count, 1);
    assert_true(slice_equal(fixture.diagnostics.items[0]->text,
                            SLICE("the expansion takes too many steps")));
    end(&fixture);
}

static void test_too_much_output(void **state)
{
    (void)state;
    struct fixture fixture;
    struct buffer text;
    begin(&fixture);
    buffer_init(&text);
    buffer_append(&text, SLICE("{{#a}}"));
    buffer_append_repeated(&text, 'x', MUSTACHE_OUTPUT_MAX / 4);
    buffer_append(&text, SLICE("{{/a}}"));
    assert_true(expand(&fixture, buffer_slice(&text), "{\"a\": [1, 2, 3, 4]}"));
    buffer_clear(&fixture.out);
    assert_false(expand(&fixture, buffer_slice(&text), "{\"a\": [1, 2, 3, 4, 5, 6]}"));
    assert_int_equal(fixture.diagnostics.count, 1);
    buffer_finish(&text);
    end(&fixture);
}

static void test_expansion_is_appended(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    buffer_append(&fixture.out, SLICE("before"));
    fixture.partial = SLICE("a\n");
    assert_true(expand(&fixture, SLICE("  {{> p}}\n"), "{}"));
    assert_string_equal(fixture.out.data, "before  a\n");
    end(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strict_accepts_what_is_known),
        cmocka_unit_test(test_unknown_names),
        cmocka_unit_test(test_name_does_not_fall_through),
        cmocka_unit_test(test_each_place_is_reported_once),
        cmocka_unit_test(test_partials),
        cmocka_unit_test(test_containers_have_no_text),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_escapes_of_json),
        cmocka_unit_test(test_malformed_tags),
        cmocka_unit_test(test_depth_of_sections),
        cmocka_unit_test(test_depth_of_recursion),
        cmocka_unit_test(test_too_many_steps),
        cmocka_unit_test(test_too_much_output),
        cmocka_unit_test(test_expansion_is_appended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
