/* Values that no page shows, under every property of every kind: whatever it is, it comes back,
 * from a copy, a patch, a setter and a reading as another type, too; of two of one name the last
 * counts. */
#include "support.h"

#include <stdio.h>

/* clang-format off */
static const char *const values[] = {
    "null", "true", "false",
    "0", "-0", "-0.0", "1.0", "10", "1E5", "1e2", "0.1", "255", "256", "-1", "2147483648",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
    "1e400", "-1e400", "1e-400", "5e-324", "1.7976931348623157e308", "3.4028235e38", "3.5e38",
    "12345678901234567890.12345678901234567890",
    "\"\"", "\" \"", "\"5\"", "\"05\"", "\"+5\"", "\"-0\"", "\"5.0\"", "\"1\\u0030\"",
    "\"NaN\"", "\"INF\"", "\"-INF\"", "\"Infinity\"", "\"true\"", "\"TRUE\"",
    "\"red\"", "\"RED\"", "\"re\\u0064\"", "\"mauve\"", "\"read,write\"", "\"read, write\"",
    "\"read,,write\"", "\"read,read\"",
    "\"a\\u0000b\"", "\"\\ud83d\\ude00\"", "\"\\u00e9\"", "\"\\/\"", "\"\\b\\f\\n\\r\\t\"",
    "\"\xef\xbb\xbf\"", "\"\x7f\"",
    "[]", "[null]", "[null,null]", "[\"a\",null,\"b\"]", "[1,null,2]", "[1,2.5,\"3\"]",
    "[\"red\",null]", "[\"red\",5]", "[{}]", "[{},null]", "[[]]", "[[1],[2]]",
    "{}", "{\"a\":1}", "{\"a\":null}", "{\"\":1}", "{\"u\":1,\"u\":2}",
    "{\"title\":\"x\",\"zz\":[1,{\"q\":null}]}", "{\"id\":\"1\",\"id\":null}",
    "{\"id\":null,\"id\":\"1\"}", "{\"\\u0069d\":\"e\"}", "{\"i\\u0064@odata.type\":\"#String\"}",
    "{\"@odata.type\":\"#microsoft.graph.derivedSample\",\"last\":true}",
    "{\"last\":true,\"@odata.type\":\"microsoft.graph.DERIVEDsample\"}",
    "{\"@odata.type\":null}", "{\"@odata.type\":5}", "{\"@odata.type\":\"\"}",
    "{\"@odata.type\":\"#\"}", "[{\"@odata.type\":\"#x.y\"},{\"title\":null}]",
};
/* clang-format on */

#define VALUES (sizeof values / sizeof *values)

static const dm_type *const type = &graph_beta_derived_sample_descriptor;

/* @return the name of the type's property, or of one that it does not have behind the last. */
static const char *name_of(size_t index)
{
    static const char *const others[] = {"zzz", "id@odata.type"};
    return index < type->field_count ? dm_field_name(&type->fields[index])
                                     : others[index - type->field_count];
}

#define NAMES (type->field_count + 2u)

static void assert_json(const char *what, const char *text, const char *expected)
{
    if (!same_json(text, expected))
        fail_msg("%s: %s, not %s", what, text, expected);
}

static void assert_comes_back(dm_arena *arena, const char *name, const char *value)
{
    char text[300];
    const char *pretty;
    dm_json json = {value, strlen(value)};
    dm_object *other;
    dm_write_options options = {.pretty = true};
    snprintf(text, sizeof text, "{\"%s\":%s}", name, value);
    dm_object *object = parsed(arena, type, text);
    assert_json("written", written(arena, object), text);
    assert_int_equal(dm_write(arena, object, &options, &pretty, NULL, NULL), DM_OK);
    assert_json("pretty", pretty, text);
    assert_json("copied", written(arena, dm_copy(arena, NULL, object)), text);
    assert_int_equal(dm_convert(arena, object, &dm_any_descriptor, NULL, &other, NULL), DM_OK);
    assert_json("converted", written(arena, other), text);
    assert_int_equal(dm_get(arena, object, name, &json), DM_OK);
    assert_json("got", dm_arena_copy(arena, json.data, json.size), value);
    other = dm_new(arena, type);
    assert_int_equal(dm_set(other, name, json), DM_OK);
    assert_json("set", written(arena, other), text);
}

static void test_every_value_comes_back(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < NAMES * VALUES; i++) {
        assert_comes_back(arena, name_of(i / VALUES), values[i % VALUES]);
        dm_arena_reset(arena);
    }
    dm_arena_destroy(arena);
}

static void test_each_after_each(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < NAMES * VALUES * VALUES; i += 7) { /* a seventh of them, of all shapes */
        const char *name = name_of(i / VALUES / VALUES);
        const char *one = values[i / VALUES % VALUES];
        const char *two = values[i % VALUES];
        char text[400];
        const char *patch;
        snprintf(text, sizeof text, "{\"%s\":%s}", name, one);
        dm_object *before = parsed(arena, type, text);
        snprintf(text, sizeof text, "{\"%s\":%s}", name, two);
        dm_object *after = parsed(arena, type, text);
        assert_int_equal(dm_write_patch(arena, before, after, NULL, &patch, NULL, NULL), DM_OK);
        assert_int_equal(dm_merge(before, parsed(arena, type, patch)), DM_OK);
        dm_object *any = parsed(arena, &dm_any_descriptor, written(arena, before));
        if (!dm_equivalent(before, after) &&
            !dm_equivalent(any, parsed(arena, &dm_any_descriptor, text)))
            fail_msg("%s, then %s: %s", one, text, written(arena, before));
        snprintf(text, sizeof text, "{\"%s\":%s,\"%s\":%s}", name, one, name, two);
        assert_true(dm_equal(parsed(arena, type, text), after));
        dm_arena_reset(arena);
    }
    dm_arena_destroy(arena);
}

/* ---- Names that JSON escapes ---- */

struct odd_names {
    dm_object object;
    const char *quote;
    dm_int32 slash;
    dm_texts control;
};

static const struct odd_table {
    dm_field fields[3];
    uint16_t order[3];
    struct {
        char quote[sizeof "a\"b"];
        char slash[sizeof "c\\d"];
        char control[sizeof "e\tf"];
    } names;
    char name[DM_TABLE_NAME("test.oddNames")];
} odd_table = {
    {
        DM_FIELD(odd_table, 1, struct odd_names, quote, DM_STRING, 0),
        DM_FIELD(odd_table, 2, struct odd_names, slash, DM_INT32, 0),
        DM_FIELD(odd_table, 3, struct odd_names, control, DM_STRING, DM_COLLECTION),
    },
    {0, 1, 2},
    {"a\"b", "c\\d", "e\tf"},
    "test.oddNames",
};
DM_TABLE_CHECK(odd_table);

static const dm_type odd_type = {
    odd_table.name, NULL, odd_table.fields, odd_table.order, NULL, sizeof(struct odd_names), 3, 0,
    DM_ESCAPES};

static void test_names_with_escapes(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{\"a\\\"b\":\"x\",\"c\\\\d\":5,\"e\\tf\":[\"y\"],\"g\\\"\":1}",
        "{\"a\\\"b\":null,\"c\\\\d\":null,\"e\\tf\":null}",
        "{\"a\\\"b\":[1],\"c\\\\d\":1.0,\"e\\tf\":[2]}",
    };
    static const char wrong[] = "{\"a\"b\":\"x\"}";
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    const char *patch;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        object = parsed(arena, &odd_type, texts[i]);
        assert_string_equal(written(arena, object), texts[i]);
        assert_int_equal(
            dm_write_patch(arena, dm_new(arena, &odd_type), object, NULL, &patch, NULL, NULL),
            DM_OK);
        assert_string_equal(patch, texts[i]);
    }
    object = parsed(arena, &odd_type, texts[0]);
    assert_string_equal(DM_AS(struct odd_names *, object)->quote, "x");
    assert_int_equal(DM_AS(struct odd_names *, object)->slash.value, 5);
    assert_int_equal(dm_parse(arena, &odd_type, wrong, sizeof wrong - 1, NULL, &object, NULL),
                     DM_ERROR_SYNTAX);
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_value_comes_back),
        cmocka_unit_test(test_each_after_each),
        cmocka_unit_test(test_names_with_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
