/* Absent, null and a value are three things for every kind, in both directions. */
#include "support.h"

struct example {
    const char *name;
    const char *value;
};

static const struct example examples[] = {
    {"title", "\"x\""},
    {"token", "\"91f01516-9c69-43bb-8ea1-de114c977276\""},
    {"amount", "12.50"},
    {"birthday", "\"2021-02-28\""},
    {"opens", "\"08:30:00\""},
    {"lasts", "\"PT5M\""},
    {"thumbnail", "\"AAEC\""},
    {"enabled", "false"},
    {"byteValue", "255"},
    {"sbyteValue", "-128"},
    {"int16Value", "-32768"},
    {"int32Value", "-2147483648"},
    {"int64Value", "9223372036854775807"},
    {"singleValue", "1.5"},
    {"doubleValue", "0.1"},
    {"color", "\"darkBlue\""},
    {"colors", "[\"red\",\"blueish\"]"},
    {"rights", "\"read,write\""},
    {"tags", "[\"a\",null,\"\"]"},
    {"bools", "[true,false]"},
    {"int32s", "[1,-2]"},
    {"int64s", "[]"},
    {"doubles", "[0.5,1e300]"},
    {"parent", "{\"title\":\"up\"}"},
    {"children", "[{\"title\":\"a\"},null,{}]"},
    {"operation", "{\"status\":\"running\"}"},
    {"content", "\"AAEC\""},
    {"data", "{\"any\":[1,2.50]}"},
    {"extraData", "[null,1,{\"a\":[]}]"},
    {"oldName", "\"\""},
    {"last", "true"},
    {"id", "\"1\""},
    {"archived", "true"},
};

#define EXAMPLES (sizeof examples / sizeof *examples)

static void make_text(char *text, size_t size, const char *name, const char *value)
{
    snprintf(text, size, "{\"%s\":%s}", name, value);
}

static void test_every_property_has_an_example(void **state)
{
    (void)state;
    assert_int_equal(graph_beta_sample_descriptor.field_count, EXAMPLES);
}

static void test_values(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < EXAMPLES; i++) {
        char text[256];
        make_text(text, sizeof text, examples[i].name, examples[i].value);
        dm_object *object = parsed(arena, &graph_beta_sample_descriptor, text);
        const dm_field *field = dm_field_find(object->type, examples[i].name);
        assert_non_null(field);
        assert_int_equal(dm_state_of(object, dm_member(object, field)), DM_VALUE);
        assert_string_equal(written(arena, object), text);
    }
    dm_arena_destroy(arena);
}

static void test_nulls(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < EXAMPLES; i++) {
        char text[256];
        make_text(text, sizeof text, examples[i].name, "null");
        dm_object *object = parsed(arena, &graph_beta_sample_descriptor, text);
        void *member = dm_member(object, dm_field_find(object->type, examples[i].name));
        assert_int_equal(dm_state_of(object, member), DM_NULL);
        assert_string_equal(written(arena, object), text);
        assert_int_equal(dm_set_absent(object, member), DM_OK);
        assert_int_equal(dm_state_of(object, member), DM_ABSENT);
        assert_string_equal(written(arena, object), "{}");
        assert_int_equal(dm_set_null(object, member), DM_OK);
        assert_string_equal(written(arena, object), text);
        dm_json json = {examples[i].value, strlen(examples[i].value)};
        assert_int_equal(dm_set(object, examples[i].name, json), DM_OK);
        assert_int_equal(dm_state_of(object, member), DM_VALUE);
        make_text(text, sizeof text, examples[i].name, examples[i].value);
        assert_string_equal(written(arena, object), text);
        assert_int_equal(dm_get(arena, object, examples[i].name, &json), DM_OK);
        assert_int_equal(json.size, strlen(examples[i].value));
        assert_true(dm_remove(object, examples[i].name));
        assert_false(dm_remove(object, examples[i].name));
    }
    dm_arena_destroy(arena);
}

static void test_null_after_value_and_back(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < EXAMPLES; i++) {
        char text[512];
        char one[256];
        snprintf(text, sizeof text, "{\"%s\":%s,\"%s\":null}", examples[i].name, examples[i].value,
                 examples[i].name);
        make_text(one, sizeof one, examples[i].name, "null");
        assert_string_equal(written(arena, parsed(arena, &graph_beta_sample_descriptor, text)),
                            one);
        snprintf(text, sizeof text, "{\"%s\":null,\"%s\":%s}", examples[i].name, examples[i].name,
                 examples[i].value);
        make_text(one, sizeof one, examples[i].name, examples[i].value);
        assert_string_equal(written(arena, parsed(arena, &graph_beta_sample_descriptor, text)),
                            one);
    }
    dm_arena_destroy(arena);
}

static void test_absent(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed(arena, &graph_beta_sample_descriptor, " { } ");
    for (size_t i = 0; i < EXAMPLES; i++) {
        void *member = dm_member(object, &object->type->fields[i]);
        assert_int_equal(dm_state_of(object, member), DM_ABSENT);
    }
    assert_string_equal(written(arena, object), "{}");
    dm_arena_destroy(arena);
}

static void test_set_empty(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *sample = graph_beta_sample_new(arena);
    dm_set_empty(&sample->object, &sample->title);
    dm_set_empty(&sample->object, &sample->enabled);
    dm_set_empty(&sample->object, &sample->int64_value);
    dm_set_empty(&sample->object, &sample->rights);
    dm_set_empty(&sample->object, &sample->tags);
    dm_set_empty(&sample->object, &sample->children);
    dm_set_empty(&sample->object, &sample->parent);
    assert_string_equal(written(arena, &sample->object),
                        "{\"title\":\"\",\"enabled\":false,\"int64Value\":0,\"rights\":\"\","
                        "\"tags\":[],\"parent\":{},\"children\":[]}");
    int not_a_member = 0;
    assert_int_equal(dm_set_null(&sample->object, &not_a_member), DM_ERROR_ARGUMENT);
    const char *text;
    assert_int_equal(dm_write(arena, &sample->object, NULL, &text, NULL, NULL), DM_ERROR_ARGUMENT);
    dm_arena_destroy(arena);
}

static void test_value_beats_null(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *sample = graph_beta_sample_new(arena);
    dm_set_null(&sample->object, &sample->enabled);
    sample->enabled = dm_bool_of(false);
    assert_int_equal(dm_state_of(&sample->object, &sample->enabled), DM_VALUE);
    assert_string_equal(written(arena, &sample->object), "{\"enabled\":false}");
    dm_arena_destroy(arena);
}

static void test_append(void **state)
{
    (void)state;
    static const char *const own[] = {"a", "b", "c", "d", "e"};
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *sample = graph_beta_sample_new(arena);
    sample->tags.items = own;
    sample->tags.count = 5;
    sample->tags.has = true;
    for (int32_t i = 0; i < 20; i++) {
        assert_int_equal(dm_append(&sample->object, &sample->tags, "x"), DM_OK);
        assert_int_equal(dm_append(&sample->object, &sample->int32s, &i), DM_OK);
    }
    assert_int_equal(sample->tags.count, 25);
    assert_string_equal(sample->tags.items[4], "e");
    assert_string_equal(own[4], "e");
    assert_int_equal(sample->int32s.items[19], 19);
    graph_beta_sample *child = graph_beta_sample_new(arena);
    assert_int_equal(dm_append(&sample->object, &sample->children, child), DM_OK);
    assert_int_equal(dm_append(&sample->object, &sample->children, NULL), DM_OK);
    assert_ptr_equal(sample->children.items[0], child);
    graph_beta_sample_color_field color = graph_beta_sample_color_of(GRAPH_BETA_SAMPLE_COLOR_RED);
    assert_int_equal(dm_append(&sample->object, &sample->colors, &color), DM_OK);
    assert_int_equal(dm_append(&sample->object, &sample->title, "x"), DM_ERROR_ARGUMENT);
    dm_arena_destroy(arena);
}

static void test_what_cannot_be_written(void **state)
{
    (void)state;
    const char *text = "";
    dm_error error;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *sample = graph_beta_sample_new(arena);
    graph_beta_sample *child = graph_beta_sample_new(arena);
    dm_append(&sample->object, &sample->children, child);
    child->title = "a\xff";
    assert_int_equal(dm_write(arena, &sample->object, NULL, &text, NULL, &error), DM_ERROR_UTF8);
    assert_null(text);
    assert_string_equal(error.pointer, "/children/0/title");
    child->title = NULL;
    child->color.value = GRAPH_BETA_SAMPLE_COLOR_UNRECOGNIZED;
    assert_int_equal(dm_write(arena, &sample->object, NULL, &text, NULL, &error), DM_ERROR_VALUE);
    assert_string_equal(error.pointer, "/children/0/color");
    child->color.text = "mauve";
    assert_string_equal(written(arena, &sample->object), "{\"children\":[{\"color\":\"mauve\"}]}");
    child->rights.bits = 8;
    assert_int_equal(dm_write(arena, &sample->object, NULL, &text, NULL, &error), DM_ERROR_VALUE);
    child->rights.bits = 0;
    child->parent = sample;
    assert_int_equal(dm_write(arena, &sample->object, NULL, &text, NULL, &error), DM_ERROR_DEPTH);
    assert_memory_equal(error.pointer, "/children/0/parent/children/0/", 30);
    assert_int_equal(strlen(error.pointer), sizeof error.pointer - 1);
    assert_string_equal(error.pointer + sizeof error.pointer - 4, "...");
    assert_null(dm_copy(arena, NULL, &sample->object));
    assert_int_equal(dm_validate(&sample->object, false, NULL, NULL), DM_ERROR_DEPTH);
    dm_arena_destroy(arena);
}

/* A failure's place names an unknown member and an element, too, and is escaped. */
static void test_places_of_failures(void **state)
{
    (void)state;
    static const char bad[] = "b\xff";
    const char *texts[] = {"fine", NULL, bad};
    const char *text;
    dm_error error;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *sample = graph_beta_sample_new(arena);
    graph_beta_sample *parent = graph_beta_sample_new(arena);
    sample->parent = parent;
    parent->tags.items = texts;
    parent->tags.count = 3;
    parent->tags.has = true;
    for (int pretty = 0; pretty < 2; pretty++) {
        dm_write_options options = {.pretty = pretty == 1};
        assert_int_equal(dm_write(arena, &sample->object, &options, &text, NULL, &error),
                         DM_ERROR_UTF8);
        assert_string_equal(error.pointer, "/parent/tags/2");
    }
    assert_int_equal(dm_write_patch(arena, &graph_beta_sample_new(arena)->object, &sample->object,
                                    NULL, &text, NULL, &error),
                     DM_ERROR_UTF8);
    assert_string_equal(error.pointer, "/parent/tags/2");
    sample->object.type_name = bad;
    assert_int_equal(dm_write(arena, &sample->object, NULL, &text, NULL, &error), DM_ERROR_UTF8);
    assert_string_equal(error.pointer, "/@odata.type");
    assert_int_equal(
        dm_write_patch(arena, &parent->object, &sample->object, NULL, &text, NULL, &error),
        DM_ERROR_UTF8);
    assert_string_equal(error.pointer, "/@odata.type");
    dm_arena_destroy(arena);
}

static void test_texts_that_need_escapes(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    char text[64];
    for (size_t length = 0; length < 40; length++) {
        for (size_t at = 0; at < length; at++) {
            graph_beta_sample sample = {0};
            const char *json;
            memset(text, 'a', length);
            text[length] = '\0';
            text[at] = "\n\"\\\x7f\x01"[(at + length) % 5];
            sample.title = text;
            dm_arena_reset(arena);
            assert_int_equal(graph_beta_sample_write(arena, &sample, NULL, &json, NULL, NULL),
                             DM_OK);
            graph_beta_sample *again =
                DM_AS(graph_beta_sample *, parsed(arena, &graph_beta_sample_descriptor, json));
            assert_string_equal(again->title, text);
        }
    }
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_property_has_an_example),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_nulls),
        cmocka_unit_test(test_null_after_value_and_back),
        cmocka_unit_test(test_absent),
        cmocka_unit_test(test_set_empty),
        cmocka_unit_test(test_value_beats_null),
        cmocka_unit_test(test_append),
        cmocka_unit_test(test_what_cannot_be_written),
        cmocka_unit_test(test_places_of_failures),
        cmocka_unit_test(test_texts_that_need_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
