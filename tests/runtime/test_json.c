/* JSON of no declared type. */
#include "support.h"

static dm_json json_of(const char *text)
{
    dm_json json;
    dm_parse_options options = {.allow_nul = true};
    assert_int_equal(dm_json_check(text, strlen(text), &options, &json, NULL), DM_OK);
    return json;
}

static const char document[] =
    " {\"a\" : [1, {\"b/c\": \"x\\ny\"}, [] ], \"m~n\": null, \"\": true,"
    " \"\\ud83d\\ude00\": 1.50, \"a\": [2, 3 ]} ";

static void test_pointers(void **state)
{
    (void)state;
    dm_json json = json_of(document);
    int64_t number;
    assert_int_equal(dm_json_kind_of(json), DM_JSON_OBJECT);
    assert_int_equal(dm_json_count(json), 5);
    assert_int_equal(dm_json_int64(dm_json_at(json, "/a/1"), &number), DM_OK);
    assert_int_equal(number, 3);
    assert_int_equal(dm_json_kind_of(dm_json_at(json, "/m~0n")), DM_JSON_NULL);
    assert_true(dm_json_is_true(dm_json_at(json, "/")));
    assert_int_equal(dm_json_kind_of(dm_json_at(json, "/\xf0\x9f\x98\x80")), DM_JSON_NUMBER);
    assert_int_equal(dm_json_at(json, "/a/2").size, 0);
    assert_int_equal(dm_json_at(json, "/a/01").size, 0);
    assert_int_equal(dm_json_at(json, "/a/-").size, 0);
    assert_int_equal(dm_json_at(json, "a").size, 0);
    assert_int_equal(dm_json_at(json, "").size, json.size);
    json = json_of("[{\"b/c\":[\"x\\ny\"]}]");
    assert_true(dm_json_is_text(dm_json_at(json, "/0/b~1c/0"), "x\ny"));
}

static void test_texts(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    const char *text;
    size_t size;
    dm_json json = json_of("\"\\u00e4\\u20ac\\ud834\\udd1e\\\"\\\\\\/\\b\\f\\n\\r\\t\"");
    assert_int_equal(dm_json_text(arena, json, &text, &size), DM_OK);
    assert_string_equal(text, "\xc3\xa4\xe2\x82\xac\xf0\x9d\x84\x9e\"\\/\b\f\n\r\t");
    assert_int_equal(size, strlen(text));
    assert_true(dm_json_is_text(json, text));
    dm_json again;
    assert_int_equal(dm_json_of_text(arena, text, &again), DM_OK);
    assert_true(dm_json_equal(json, again));
    assert_int_equal(dm_json_text(arena, json_of("\"a\\u0000b\""), &text, &size), DM_OK);
    assert_int_equal(size, 3);
    assert_int_equal(dm_json_text(arena, json_of("1"), &text, NULL), DM_ERROR_TYPE);
    assert_int_equal(dm_json_of_text(arena, "\xff", &again), DM_ERROR_UTF8);
    dm_arena_destroy(arena);
}

static void test_numbers(void **state)
{
    (void)state;
    int64_t number;
    double real;
    assert_int_equal(dm_json_int64(json_of("-9223372036854775808"), &number), DM_OK);
    assert_true(number == INT64_MIN);
    assert_int_equal(dm_json_int64(json_of("9223372036854775808"), &number), DM_ERROR_RANGE);
    assert_int_equal(dm_json_int64(json_of("1e18"), &number), DM_OK);
    assert_int_equal(dm_json_int64(json_of("12300e-2"), &number), DM_OK);
    assert_int_equal(number, 123);
    assert_int_equal(dm_json_int64(json_of("0.5"), &number), DM_ERROR_TYPE);
    assert_int_equal(dm_json_int64(json_of("true"), &number), DM_ERROR_TYPE);
    assert_int_equal(dm_json_double(json_of("1e400"), &real), DM_ERROR_RANGE);
    assert_int_equal(dm_json_double(json_of("\"-INF\""), &real), DM_OK);
    assert_true(real < -1e308);
}

static void test_equality(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        {"1.0", "1"},
        {"1e2", "100"},
        {"-0", "0"},
        {"0.00", "0e9"},
        {"123456789012345678901234567890", "1.2345678901234567890123456789e29"},
        {"\"\\u0041\"", "\"A\""},
        {"\"\\ud83d\\ude00x\"", "\"\xf0\x9f\x98\x80x\""},
        {"{\"a\":1,\"b\":[2]}", " { \"b\" : [ 2.0 ], \"a\":1}"},
        {"{\"a\":0,\"a\":1}", "{\"a\":1}"},
        {"{}", "{ }"},
    };
    static const char *const other[][2] = {
        {"1", "-1"},
        {"1", "10"},
        {"1", "\"1\""},
        {"\"a\"", "\"ab\""},
        {"[1,2]", "[2,1]"},
        {"[1]", "[1,1]"},
        {"{\"a\":1}", "{}"},
        {"{\"a\":1,\"a\":2}", "{\"a\":1}"},
        {"true", "false"},
        {"null", "false"},
        {"9007199254740993", "9007199254740992"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_true(dm_json_equal(json_of(same[i][0]), json_of(same[i][1])));
        assert_true(dm_json_equal(json_of(same[i][1]), json_of(same[i][0])));
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        assert_false(dm_json_equal(json_of(other[i][0]), json_of(other[i][1])));
        assert_false(dm_json_equal(json_of(other[i][1]), json_of(other[i][0])));
    }
}

/* A text of 100 objects within each other around a number. */
static dm_json nest(char text[8192], const char *open, char core, const char *close)
{
    dm_json json;
    char *p = text;
    for (int i = 0; i < 100; i++)
        p += sprintf(p, "%s", open);
    *p++ = core;
    for (int i = 0; i < 100; i++)
        p += sprintf(p, "%s", close);
    assert_int_equal(dm_json_check(text, (size_t)(p - text), NULL, &json, NULL), DM_OK);
    return json;
}

/* Each value is compared once, wherever it differs: otherwise the time doubles with each level. */
static void test_equality_of_deep_objects(void **state)
{
    static const struct {
        const char *open;
        const char *close;
        const char *other_open;
        const char *other_close;
    } forms[] = {
        {"{\"a\":", "}", "{ \"a\":", "}"},
        {"{\"a\":1,\"a\":", "}", "{\"a\":2,\"a\":", "}"},
        {"{\"x\":0,\"a\":", ",\"y\":1}", "{\"y\":1,\"a\":", ",\"x\":0}"},
        {"{\"a\":{},\"y\":0,\"a\":", "}", "{\"y\":0,\"a\":", "}"},
    };
    static char text[8192];
    static char other[8192];
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        dm_json json = nest(text, forms[i].open, '1', forms[i].close);
        assert_true(
            dm_json_equal(json, nest(other, forms[i].other_open, '1', forms[i].other_close)));
        assert_false(
            dm_json_equal(json, nest(other, forms[i].other_open, '2', forms[i].other_close)));
    }
}

static void test_pretty(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed(arena, &graph_beta_sample_descriptor,
                               "{\"tags\":[\"a\"],\"parent\":{},\"children\":[{\"title\":\"b\"}],"
                               "\"x\":{\"y\":[1,{ }, []],\"z\":\"{\"}}");
    dm_write_options options = {.pretty = true};
    const char *text;
    assert_int_equal(dm_write(arena, object, &options, &text, NULL, NULL), DM_OK);
    assert_string_equal(text, "{\n  \"tags\": [\n    \"a\"\n  ],\n  \"parent\": {},\n"
                              "  \"children\": [\n    {\n      \"title\": \"b\"\n    }\n  ],\n"
                              "  \"x\": {\n    \"y\": [\n      1,\n      {},\n      []\n    ],\n"
                              "    \"z\": \"{\"\n  }\n}");
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pointers),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_equality),
        cmocka_unit_test(test_equality_of_deep_objects),
        cmocka_unit_test(test_pretty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
