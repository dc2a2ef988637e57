/* JSON: the tree, the writer, the strict reader, and what the relaxed one recovers. */
#include "support/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct source source;
    struct json_problem problem;
    struct json_problems problems;
    struct buffer out;
};

static struct span begin(struct fixture *fixture, slice text)
{
    *fixture = (struct fixture){0};
    arena_init(&fixture->arena);
    buffer_init(&fixture->out);
    source_init(&fixture->source, &fixture->arena, SLICE("t.json"), text);
    return span_of_file(&fixture->source);
}

static void end(struct fixture *fixture)
{
    buffer_finish(&fixture->out);
    arena_finish(&fixture->arena);
}

static const char *written(struct fixture *fixture, const struct json_value *value)
{
    buffer_clear(&fixture->out);
    json_write(value, false, &fixture->out);
    return fixture->out.data;
}

/* Lists the problems as KIND@LINE:COLUMN+LENGTH. */
static const char *listed(struct fixture *fixture)
{
    static const char *const names[] = {
        "trailing-comma", "missing-comma", "comment",       "key",        "value",    "quote",
        "space",          "number",        "escape",        "control",    "ellipsis", "duplicate",
        "missing-colon",  "missing-close", "trailing-text", "unexpected", "depth"};
    buffer_clear(&fixture->out);
    buffer_append(&fixture->out, SLICE(""));
    for (size_t i = 0; i < fixture->problems.count; i++) {
        const struct json_problem *problem = &fixture->problems.items[i];
        struct position position = source_position(&fixture->source, problem->span.begin);
        buffer_format(&fixture->out, "%s%s@%zu:%zu+%u", i > 0 ? " " : "", names[problem->kind],
                      position.line, position.column, problem->span.end - problem->span.begin);
    }
    return fixture->out.data;
}

/* Reads TEXT in the relaxed way and compares what was read and what was listed. */
static void assert_relaxed(const char *text, const char *expected, const char *problems)
{
    struct fixture fixture;
    struct span span = begin(&fixture, slice_from(text));
    const struct json_value *value =
        json_read_relaxed(&fixture.arena, &fixture.arena, span, &fixture.problems);
    if (expected == NULL)
        assert_null(value);
    else
        assert_string_equal(value == NULL ? "" : written(&fixture, value), expected);
    assert_string_equal(listed(&fixture), problems);
    end(&fixture);
}

static void test_relaxed_reads_strict_json(void **state)
{
    (void)state;
    assert_relaxed("{\"a\": [1, -2.5e3, true, false, null, \"x\\n\\u00e9\\ud83d\\ude00\"]}",
                   "{\"a\": [1, -2.5e3, true, false, null, \"x\\n\xC3\xA9\xF0\x9F\x98\x80\"]}", "");
    assert_relaxed(" [ ] ", "[]", "");
    assert_relaxed("{\"&quot;\": \"a &quot; b, &amp;\"}", "{\"&quot;\": \"a &quot; b, &amp;\"}",
                   "");
    assert_relaxed("{\"a\": \"it's \xE2\x80\x9C"
                   "fine\xE2\x80\x9D // not a comment\"}",
                   "{\"a\": \"it's \xE2\x80\x9C"
                   "fine\xE2\x80\x9D // not a comment\"}",
                   "");
}

static void test_relaxed_commas(void **state)
{
    (void)state;
    assert_relaxed("{\"a\": 1,\n}", "{\"a\": 1}", "trailing-comma@1:8+1");
    assert_relaxed("[1, 2, ]", "[1, 2]", "trailing-comma@1:6+1");
    assert_relaxed("{\n  \"a\": 1\n  \"b\": 2\n}", "{\"a\": 1, \"b\": 2}", "missing-comma@2:9+0");
    assert_relaxed("{\"a\": \"x\" \"b\": \"y\"}", "{\"a\": \"x\", \"b\": \"y\"}",
                   "missing-comma@1:10+0");
    assert_relaxed("[{} {}]", "[{}, {}]", "missing-comma@1:4+0");
    assert_relaxed("[1,, 2]", "[1, 2]", "unexpected@1:4+1");
    assert_relaxed("{\"a\": 1; \"b\": 2}", "{\"a\": 1, \"b\": 2}", "unexpected@1:8+1");
    assert_relaxed("{\"a\"\xEF\xBC\x9A 1\xEF\xBC\x8C\"b\": 2}", "{\"a\": 1, \"b\": 2}",
                   "unexpected@1:5+3 unexpected@1:8+3");
}

static void test_relaxed_comments_and_space(void **state)
{
    (void)state;
    assert_relaxed("{ /* x */ \"a\": 1, // y\n \"b\": 2 }", "{\"a\": 1, \"b\": 2}",
                   "comment@1:3+7 comment@1:19+4");
    assert_relaxed("{\"a\": 1 <!-- x -->}", "{\"a\": 1}", "comment@1:9+10");
    assert_relaxed("{ /* open\n \"a\": 1}", "{\"a\": 1}", "comment@1:3+7");
    assert_relaxed("{\n\xC2\xA0\xC2\xA0\"a\":\xE3\x80\x80"
                   "1}",
                   "{\"a\": 1}", "space@2:1+4 space@2:7+3");
}

static void test_relaxed_quotes(void **state)
{
    (void)state;
    assert_relaxed("{&quot;a&quot;: &quot;b &amp; &lt;c&gt;&quot;}", "{\"a\": \"b & <c>\"}",
                   "quote@1:2+13 quote@1:17+29");
    assert_relaxed("{\n  \"a&quot;: &quot;b\"\n}", "{\"a\": \"b\"}", "quote@2:3+8 quote@2:13+8");
    assert_relaxed("{'a': 'b', \xE2\x80\x9C"
                   "c\xE2\x80\x9D: 1}",
                   "{\"a\": \"b\", \"c\": 1}", "quote@1:2+3 quote@1:7+3 quote@1:12+7");
    assert_relaxed("{\"a\": \"b\xE2\x80\x9D, \n\"c\": 1}", "{\"a\": \"b\", \"c\": 1}",
                   "quote@1:7+5");
    assert_relaxed("{\"a\": \"say \"hi\" to\", \"b\": 1}",
                   "{\"a\": \"say \\\"hi\\\" to\", \"b\": 1}", "escape@1:12+1");
    assert_relaxed("{\"a: \"x\", \"b\": 1}", "{\"a\": \"x\", \"b\": 1}", "missing-close@1:4+0");
    assert_relaxed("{\"a\": \"x,\n\"b\": 1}", "{\"a\": \"x\", \"b\": 1}", "missing-close@1:9+0");
    assert_relaxed("{\"a\": x y\", \"b\": 1}", "{\"a\": \"x y\", \"b\": 1}", "missing-close@1:7+0");
}

static void test_relaxed_strings(void **state)
{
    (void)state;
    assert_relaxed("{\"a\": \"one\n  two\", \"b\": 1}", "{\"a\": \"one\\n  two\", \"b\": 1}",
                   "control@1:11+1");
    assert_relaxed("{\"a\": \"C:\\path\\d\"}", "{\"a\": \"C:\\\\path\\\\d\"}",
                   "escape@1:10+2 escape@1:15+2");
    assert_relaxed("{\"a\": \"\\ud800x\"}", "{\"a\": \"\xEF\xBF\xBDx\"}", "escape@1:8+6");
    assert_relaxed("{\"a\": \"b\" | \"c\" | \"d\"}", "{\"a\": \"b | c | d\"}",
                   "unexpected@1:11+1 unexpected@1:17+1");
}

static void test_relaxed_words(void **state)
{
    (void)state;
    assert_relaxed("{a: 1, @odata.type: \"x\"}", "{\"a\": 1, \"@odata.type\": \"x\"}",
                   "key@1:2+1 key@1:8+11");
    assert_relaxed("{\"a\": string, \"b\": Collection(Edm.String), \"c\": 2018-01-01T00:00:00Z}",
                   "{\"a\": \"string\", \"b\": \"Collection(Edm.String)\", "
                   "\"c\": \"2018-01-01T00:00:00Z\"}",
                   "value@1:7+6 value@1:20+22 value@1:49+20");
    assert_relaxed("{\"a\": True, \"b\": NULL}", "{\"a\": true, \"b\": null}",
                   "value@1:7+4 value@1:18+4");
    assert_relaxed("{\"a\": &lt;id&gt;}", "{\"a\": \"<id>\"}", "value@1:7+10");
    assert_relaxed("{\"a\": 1 (optional), \"b\": 2}", "{\"a\": \"1 (optional)\", \"b\": 2}",
                   "value@1:7+12");
    assert_relaxed("{\"a\": \"x\" (optional), \"b\": 2}", "{\"a\": \"x\", \"b\": 2}",
                   "unexpected@1:11+10");
}

static void test_relaxed_numbers(void **state)
{
    (void)state;
    assert_relaxed("[0000000000, 007, +1, .5, 5., -.5]", "[0, 7, 1, 0.5, 5, -0.5]",
                   "number@1:2+10 number@1:14+3 number@1:19+2 number@1:23+2 number@1:27+2 "
                   "number@1:31+3");
    assert_relaxed("{\"a\": [-, 1e, 0x10]}", "{\"a\": [\"-\", \"1e\", \"0x10\"]}",
                   "value@1:8+1 value@1:11+2 value@1:15+4");
}

static void test_relaxed_ellipses(void **state)
{
    (void)state;
    assert_relaxed("{ ... }", "{}", "ellipsis@1:3+3");
    assert_relaxed("[ ... ]", "[]", "ellipsis@1:3+3");
    assert_relaxed("{\"a\": {\"@odata.type\": ...}, \"...\"}", "{\"a\": {\"@odata.type\": null}}",
                   "ellipsis@1:23+3 ellipsis@1:29+5");
    assert_relaxed("{\"a\": 1, ...\n \"b\": [{}, \xE2\x80\xA6]}", "{\"a\": 1, \"b\": [{}]}",
                   "ellipsis@1:10+3 ellipsis@2:12+3");
    assert_relaxed("{\"a\": \"...\", \"...\": 1}", "{\"a\": \"...\", \"...\": 1}", "");
}

static void test_relaxed_keys(void **state)
{
    (void)state;
    assert_relaxed("{\"a\": 1, \"a\": 2}", "{\"a\": 1, \"a\": 2}", "duplicate@1:10+3");
    assert_relaxed("{\"a\" 1, \"b\" {}}", "{\"a\": 1, \"b\": {}}",
                   "missing-colon@1:5+0 missing-colon@1:12+0");
    assert_relaxed("{\"a\", \"b\": }", "{\"a\": null, \"b\": null}",
                   "missing-colon@1:5+0 unexpected@1:11+0");
    assert_relaxed("{\"a\":\n\"b\": 1}", "{\"a\": null, \"b\": 1}",
                   "unexpected@1:6+0 missing-comma@1:6+0");
    assert_relaxed("{\"a: : null}", "{\"a\": null}", "missing-close@1:4+0 unexpected@1:6+1");
}

static void test_relaxed_brackets(void **state)
{
    (void)state;
    assert_relaxed("{\"a\": [1, 2", "{\"a\": [1, 2]}", "missing-close@1:12+0 missing-close@1:12+0");
    assert_relaxed("{\"a\": [1, 2}", "{\"a\": [1, 2]}", "missing-close@1:12+0");
    assert_relaxed("{\"a\": [{\"b\": 1], \"c\": 2}", "{\"a\": [{\"b\": 1}], \"c\": 2}",
                   "missing-close@1:15+0");
    assert_relaxed("{\"a\": [\"x\", \"b\": 1}", "{\"a\": [\"x\"], \"b\": 1}",
                   "missing-close@1:12+0");
    assert_relaxed("{\"a\": [\"b\": 1]}", "{\"a\": [{\"b\": 1}]}",
                   "missing-close@1:8+0 missing-close@1:14+0");
    assert_relaxed("\"a\": 1,\n\"b\": 2", "{\"a\": 1, \"b\": 2}",
                   "missing-close@1:1+0 missing-close@2:7+0");
    assert_relaxed("{\"a\": 1},\n \"b\": 2}", "{\"a\": 1, \"b\": 2}", "unexpected@1:8+1");
    assert_relaxed("{{\"a\": 1}}", "{\"a\": 1}", "unexpected@1:2+1");
    assert_relaxed("{\"a\": 1]}", "{\"a\": 1}", "unexpected@1:8+1");
}

static void test_relaxed_surroundings(void **state)
{
    (void)state;
    assert_relaxed("HTTP/1.1 200 OK\nA: {id}\n\n{\"a\": 1}\nmore\n", "{\"a\": 1}",
                   "unexpected@1:1+23 trailing-text@5:1+4");
    assert_relaxed("{\"a\": 1}\n{\"b\": 2}", "{\"a\": 1}", "trailing-text@2:1+8");
    assert_relaxed("+---+\n| A | --> [B]\n+---+", NULL, "");
    assert_relaxed("GET /users/{id}", NULL, "");
    assert_relaxed("\"text\"", NULL, "");
    assert_relaxed("42", NULL, "");
    assert_relaxed("", NULL, "");
    assert_relaxed("{", "{}", "missing-close@1:2+0");
}

static void test_relaxed_reads_its_span_only(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture, SLICE("{\"x\": [1, 2, {}]}"));
    struct span span = {&fixture.source, 6, 11};
    const struct json_value *value =
        json_read_relaxed(&fixture.arena, &fixture.arena, span, &fixture.problems);
    assert_string_equal(written(&fixture, value), "[1, 2]");
    assert_string_equal(listed(&fixture), "missing-close@1:12+0");
    end(&fixture);
}

static void test_spans(void **state)
{
    (void)state;
    struct fixture fixture;
    struct span span = begin(&fixture, SLICE("{\n  \"a\": \"b\", \"c\": [1, {}]\n}"));
    const struct json_value *strict =
        json_read_strict(&fixture.arena, &fixture.arena, span, &fixture.problem);
    const struct json_value *relaxed =
        json_read_relaxed(&fixture.arena, &fixture.arena, span, &fixture.problems);
    const struct json_value *values[] = {strict, relaxed};
    for (size_t i = 0; i < 2; i++) {
        const struct json_value *a = json_get(values[i], SLICE("a"));
        const struct json_value *c = json_get(values[i], SLICE("c"));
        assert_true(slice_equal(span_text(values[i]->span), fixture.source.text));
        assert_true(slice_equal(span_text(a->key_span), SLICE("\"a\"")));
        assert_true(slice_equal(span_text(a->span), SLICE("\"b\"")));
        assert_true(slice_equal(span_text(c->span), SLICE("[1, {}]")));
        assert_true(slice_equal(span_text(c->first->span), SLICE("1")));
        assert_true(slice_equal(span_text(c->last->span), SLICE("{}")));
        assert_int_equal(c->count, 2);
    }
    end(&fixture);
}

static slice nested(struct fixture *fixture, size_t depth)
{
    buffer_clear(&fixture->out);
    buffer_append_repeated(&fixture->out, '[', depth);
    buffer_append_repeated(&fixture->out, ']', depth);
    return arena_copy(&fixture->arena, buffer_slice(&fixture->out));
}

static void test_depth(void **state)
{
    (void)state;
    for (size_t depth = JSON_DEPTH_MAX; depth <= JSON_DEPTH_MAX + 1; depth++) {
        struct fixture fixture;
        begin(&fixture, (slice){0});
        source_init(&fixture.source, &fixture.arena, SLICE("t"), nested(&fixture, depth));
        struct span span = span_of_file(&fixture.source);
        const struct json_value *strict =
            json_read_strict(&fixture.arena, &fixture.arena, span, &fixture.problem);
        const struct json_value *relaxed =
            json_read_relaxed(&fixture.arena, &fixture.arena, span, &fixture.problems);
        assert_int_equal(strict != NULL, depth <= JSON_DEPTH_MAX);
        assert_int_equal(relaxed != NULL, depth <= JSON_DEPTH_MAX);
        if (depth > JSON_DEPTH_MAX) {
            assert_int_equal(fixture.problem.kind, JSON_PROBLEM_DEPTH);
            assert_int_equal(fixture.problem.span.begin, JSON_DEPTH_MAX);
            assert_int_equal(fixture.problems.items[0].kind, JSON_PROBLEM_DEPTH);
        } else {
            assert_true(json_equal(strict, relaxed));
            assert_int_equal(strlen(written(&fixture, strict)), 2 * depth);
        }
        end(&fixture);
    }
}

static void test_deep_trees_are_written_as_null(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture, (slice){0});
    struct json_value *root = json_new(&fixture.arena, JSON_ARRAY);
    struct json_value *inner = root;
    for (size_t i = 0; i < 100000; i++)
        inner = json_append(inner, json_new(&fixture.arena, JSON_ARRAY));
    assert_int_equal(strlen(written(&fixture, root)), 2 * JSON_DEPTH_MAX + 4);
    assert_false(json_equal(root, root));
    end(&fixture);
}

static void assert_refused(const char *text, enum json_problem_kind kind, size_t begin_at)
{
    struct fixture fixture;
    struct span span = begin(&fixture, slice_from(text));
    assert_null(json_read_strict(&fixture.arena, &fixture.arena, span, &fixture.problem));
    assert_int_equal(fixture.problem.kind, kind);
    assert_int_equal(fixture.problem.span.begin, begin_at);
    assert_in_range(fixture.problem.span.end, begin_at, strlen(text));
    end(&fixture);
}

static void test_strict_refuses(void **state)
{
    (void)state;
    assert_refused("", JSON_PROBLEM_MISSING_CLOSE, 0);
    assert_refused("{\"a\": 1,}", JSON_PROBLEM_TRAILING_COMMA, 7);
    assert_refused("[1,]", JSON_PROBLEM_TRAILING_COMMA, 2);
    assert_refused("[1 2]", JSON_PROBLEM_MISSING_COMMA, 3);
    assert_refused("{\"a\" 1}", JSON_PROBLEM_MISSING_COLON, 4);
    assert_refused("{a: 1}", JSON_PROBLEM_UNEXPECTED, 1);
    assert_refused("[01]", JSON_PROBLEM_NUMBER, 1);
    assert_refused("[1.]", JSON_PROBLEM_NUMBER, 1);
    assert_refused("[-]", JSON_PROBLEM_NUMBER, 1);
    assert_refused("[+1]", JSON_PROBLEM_UNEXPECTED, 1);
    assert_refused("[\"\\x\"]", JSON_PROBLEM_ESCAPE, 2);
    assert_refused("[\"\\ud800\"]", JSON_PROBLEM_ESCAPE, 2);
    assert_refused("[\"a\nb\"]", JSON_PROBLEM_CONTROL, 3);
    assert_refused("[\"a", JSON_PROBLEM_MISSING_CLOSE, 1);
    assert_refused("[1", JSON_PROBLEM_MISSING_CLOSE, 2);
    assert_refused("{\"a\": 1, \"\\u0061\": 2}", JSON_PROBLEM_DUPLICATE_KEY, 9);
    assert_refused("{} x", JSON_PROBLEM_TRAILING_TEXT, 3);
    assert_refused("[truth]", JSON_PROBLEM_UNEXPECTED, 1);
    assert_refused("[\"\xFF\"]", JSON_PROBLEM_UNEXPECTED, 2);
}

static void test_many_keys(void **state)
{
    (void)state;
    struct fixture fixture;
    struct buffer text;
    buffer_init(&text);
    buffer_append_char(&text, '{');
    for (int i = 0; i < 20000; i++)
        buffer_format(&text, "\"k%d\": %d, ", i, i);
    buffer_append(&text, SLICE("\"k7\": 1}"));
    struct span span = begin(&fixture, buffer_slice(&text));
    const struct json_value *value =
        json_read_relaxed(&fixture.arena, &fixture.arena, span, &fixture.problems);
    assert_int_equal(value->count, 20001);
    assert_int_equal(fixture.problems.count, 1);
    assert_int_equal(fixture.problems.items[0].kind, JSON_PROBLEM_DUPLICATE_KEY);
    assert_true(slice_equal(json_get(value, SLICE("k7"))->text, SLICE("1")));
    assert_null(json_read_strict(&fixture.arena, &fixture.arena, span, &fixture.problem));
    assert_int_equal(fixture.problem.kind, JSON_PROBLEM_DUPLICATE_KEY);
    end(&fixture);
    buffer_finish(&text);
}

static void test_build_and_write(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture, (slice){0});
    struct arena *arena = &fixture.arena;
    struct json_value *object = json_new(arena, JSON_OBJECT);
    json_add_string(arena, object, SLICE("text"), SLICE("\"\\\x01\t\xE5\xAD\x97"));
    json_add_boolean(arena, object, SLICE("yes"), true);
    json_add_integer(arena, object, SLICE("n"), -42);
    json_append(json_add_array(arena, object, SLICE("list")), json_new_string(arena, SLICE("x")));
    json_add_object(arena, object, SLICE("empty"));
    json_add(object, SLICE("none"), json_new(arena, JSON_NULL));
    assert_string_equal(written(&fixture, object),
                        "{\"text\": \"\\\"\\\\\\u0001\\t\xE5\xAD\x97\", \"yes\": true, \"n\": -42, "
                        "\"list\": [\"x\"], \"empty\": {}, \"none\": null}");
    buffer_clear(&fixture.out);
    json_write(object, true, &fixture.out);
    assert_string_equal(fixture.out.data, "{\n"
                                          "  \"text\": \"\\\"\\\\\\u0001\\t\xE5\xAD\x97\",\n"
                                          "  \"yes\": true,\n"
                                          "  \"n\": -42,\n"
                                          "  \"list\": [\n"
                                          "    \"x\"\n"
                                          "  ],\n"
                                          "  \"empty\": {},\n"
                                          "  \"none\": null\n"
                                          "}");
    assert_true(json_get_boolean(object, SLICE("yes")));
    assert_false(json_get_boolean(object, SLICE("text")));
    assert_true(slice_equal(json_get_text(object, SLICE("n")), SLICE("")));
    assert_null(json_get(object, SLICE("absent")));
    assert_null(json_get(NULL, SLICE("absent")));
    assert_null(json_get(json_get(object, SLICE("list")), SLICE("")));
    end(&fixture);
}

static bool equal_texts(const char *a, const char *b)
{
    struct fixture x;
    struct fixture y;
    struct span span_x = begin(&x, slice_from(a));
    struct span span_y = begin(&y, slice_from(b));
    struct json_value *value_x = json_read_relaxed(&x.arena, &x.arena, span_x, &x.problems);
    struct json_value *value_y = json_read_relaxed(&y.arena, &y.arena, span_y, &y.problems);
    bool equal = json_equal(value_x, value_y);
    assert_int_equal(equal, json_equal(value_y, value_x));
    end(&x);
    end(&y);
    return equal;
}

static void test_equal(void **state)
{
    (void)state;
    assert_true(equal_texts("{\"a\": 1, \"b\": [true, null]}", "{\"b\": [true, null], \"a\": 1}"));
    assert_true(equal_texts("{\"a\": 1, \"a\": 2}", "{\"a\": 2}"));
    assert_false(equal_texts("{\"a\": 1}", "{\"a\": 1.0}"));
    assert_false(equal_texts("{\"a\": 1}", "{\"a\": \"1\"}"));
    assert_false(equal_texts("{\"a\": 1}", "{\"a\": 1, \"b\": 1}"));
    assert_false(equal_texts("[1, 2]", "[2, 1]"));
    assert_false(equal_texts("[1]", "[1, 2]"));
    assert_false(equal_texts("[true]", "[false]"));
}

static void test_problem_texts(void **state)
{
    (void)state;
    for (int i = 0; i < JSON_PROBLEM_KIND_COUNT; i++)
        assert_true(strlen(json_problem_text((enum json_problem_kind)i)) > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_relaxed_reads_strict_json),
        cmocka_unit_test(test_relaxed_commas),
        cmocka_unit_test(test_relaxed_comments_and_space),
        cmocka_unit_test(test_relaxed_quotes),
        cmocka_unit_test(test_relaxed_strings),
        cmocka_unit_test(test_relaxed_words),
        cmocka_unit_test(test_relaxed_numbers),
        cmocka_unit_test(test_relaxed_ellipses),
        cmocka_unit_test(test_relaxed_keys),
        cmocka_unit_test(test_relaxed_brackets),
        cmocka_unit_test(test_relaxed_surroundings),
        cmocka_unit_test(test_relaxed_reads_its_span_only),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_deep_trees_are_written_as_null),
        cmocka_unit_test(test_strict_refuses),
        cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_build_and_write),
        cmocka_unit_test(test_equal),
        cmocka_unit_test(test_problem_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
