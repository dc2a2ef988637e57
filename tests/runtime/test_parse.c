/* Parsing: what is kept, converted, reported, refused, and where errors are said to be. */
#include "support.h"

/* Parses as a sample and compares what is written. */
static void round_trip(const char *text, const char *expected)
{
    dm_arena *arena = dm_arena_create(NULL);
    assert_string_equal(written(arena, parsed(arena, &graph_beta_sample_descriptor, text)),
                        expected);
    dm_arena_destroy(arena);
}

static void test_unknown_members_are_kept(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed(arena, &graph_beta_comms_operation_descriptor,
                               "{\"subCode\":\"x\",\"id\":\"1\",\"n\":{\"a\": [1, 2.50] },"
                               "\"a\\u0041b\":null}");
    assert_string_equal(written(arena, object),
                        "{\"id\":\"1\",\"subCode\":\"x\",\"n\":{\"a\":[1,2.50]},\"aAb\":null}");
    assert_true(dm_json_is_text(dm_unknown(object, "subCode"), "x"));
    assert_int_equal(dm_json_kind_of(dm_unknown(object, "aAb")), DM_JSON_NULL);
    assert_int_equal(dm_json_kind_of(dm_unknown(object, "id")), DM_JSON_NONE);
    dm_json value = {"[ ]", 3};
    assert_int_equal(dm_set(object, "subCode", value), DM_OK);
    assert_true(dm_remove(object, "n"));
    dm_unknown_iterator it = {0};
    assert_true(dm_unknown_next(object, &it));
    assert_string_equal(it.name, "subCode");
    assert_true(dm_unknown_next(object, &it));
    assert_string_equal(it.name, "aAb");
    assert_false(dm_unknown_next(object, &it));
    assert_string_equal(written(arena, object), "{\"id\":\"1\",\"subCode\":[],\"aAb\":null}");
    dm_arena_destroy(arena);
}

static void test_many_unknown_members(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = dm_new(arena, &dm_any_descriptor);
    char name[32];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 500; i++) {
            snprintf(name, sizeof name, "member%d", i);
            dm_json value = {round ? "1" : "0", 1};
            assert_int_equal(dm_set(object, name, value), DM_OK);
        }
    }
    size_t count = 0;
    for (dm_unknown_iterator it = {0}; dm_unknown_next(object, &it); count++)
        assert_int_equal(*it.value.data, '1');
    assert_int_equal(count, 500);
    assert_true(dm_remove(object, "member77"));
    assert_int_equal(dm_unknown(object, "member77").size, 0);
    assert_int_equal(dm_unknown(object, "member78").size, 1);
    dm_arena_destroy(arena);
}

static void test_repeated_members_the_last_counts(void **state)
{
    (void)state;
    round_trip("{\"title\":\"a\",\"title\":\"b\"}", "{\"title\":\"b\"}");
    round_trip("{\"x\":1,\"y\":2,\"x\":3}", "{\"x\":3,\"y\":2}");
    round_trip("{\"int32Value\":\"busy\",\"int32Value\":4}", "{\"int32Value\":4}");
    round_trip("{\"int32Value\":4,\"int32Value\":\"busy\"}", "{\"int32Value\":\"busy\"}");
    round_trip("{\"int32Value\":null,\"int32Value\":\"busy\"}", "{\"int32Value\":\"busy\"}");
    round_trip("{\"int32Value\":\"busy\",\"int32Value\":null}", "{\"int32Value\":null}");
    round_trip("{\"doubleValue\":1.0,\"doubleValue\":1}", "{\"doubleValue\":1}");
    round_trip("{\"tags\":[\"a\"],\"tags\":[5,\"b\"],\"tags\":[]}", "{\"tags\":[]}");
    round_trip("{\"parent\":{\"title\":\"a\"},\"parent\":{}}", "{\"parent\":{}}");
}

static void test_conversions_are_lossless(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{\"int32Value\":\"200\"}",
        "{\"int32Value\":1e2}",
        "{\"int32Value\":7.00}",
        "{\"int64Value\":\"-9223372036854775808\"}",
        "{\"int64Value\":-0}",
        "{\"enabled\":\"True\"}",
        "{\"doubleValue\":1.10}",
        "{\"doubleValue\":-0.0}",
        "{\"doubleValue\":\"INF\"}",
        "{\"doubleValue\":\"NaN\"}",
        "{\"doubleValue\":0.30000000000000004}",
        "{\"doubleValue\":123456789012345678901234567890}",
        "{\"singleValue\":0.10000000149011612}",
        "{\"title\":12.50}",
        "{\"amount\":\"12.50\"}",
        "{\"amount\":-1e400}",
        "{\"tags\":[\"a\",5,\"\\n\"]}",
        "{\"int32s\":[1,\"2\",3.0]}",
        "{\"rights\":\"own, fly\"}",
        "{\"color\":\"DARKBLUE\"}",
        "{\"doubles\":[1.0,2.50]}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        round_trip(texts[i], texts[i]);
}

static void test_changed_numbers_are_written_anew(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *sample = DM_AS(
        graph_beta_sample *, parsed(arena, &graph_beta_sample_descriptor,
                                    "{\"int32Value\":\"200\",\"doubleValue\":1.10,\"title\":7,"
                                    "\"color\":\"RED\",\"rights\":\"read,fly\"}"));
    assert_int_equal(sample->int32_value.value, 200);
    assert_string_equal(sample->title, "7");
    sample->int32_value = dm_int32_of(201);
    sample->double_value = dm_double_of(2.5);
    sample->title = "8";
    sample->color.value = GRAPH_BETA_SAMPLE_COLOR_DARK_BLUE;
    sample->rights.bits |= GRAPH_BETA_SAMPLE_RIGHTS_OWN;
    assert_string_equal(written(arena, &sample->object),
                        "{\"title\":\"8\",\"int32Value\":201,\"doubleValue\":2.5,"
                        "\"color\":\"darkBlue\",\"rights\":\"read,own\"}");
    dm_arena_destroy(arena);
}

struct found {
    char text[1024];
};

static void note(void *context, const dm_report *report)
{
    struct found *found = context;
    size_t used = strlen(found->text);
    snprintf(found->text + used, sizeof found->text - used, "%d %s %.*s\n", (int)report->finding,
             report->pointer, (int)report->value.size, report->value.data);
}

static void test_ill_fitting_values_are_kept_and_reported(void **state)
{
    (void)state;
    struct found found = {""};
    dm_parse_options options = {.report = note, .report_context = &found};
    const char *text = "{\"children\":[{\"tags\":\"Busy\",\"int32Value\":\"datetime-value\"},"
                       "{\"byteValue\":256,\"color\":\"mauve\",\"x\":1}],"
                       "\"int32s\":[1,null],\"parent\":[],\"title\":true,\"extraData\":{},"
                       "\"tags\":[\"a\\n\",\"b\",[\"c\"]],\"int64Value\":\"1\"}";
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    assert_int_equal(
        dm_parse(arena, &graph_beta_sample_descriptor, text, strlen(text), &options, &object, NULL),
        DM_OK);
    assert_string_equal(found.text, "1 /children/0/tags \"Busy\"\n"
                                    "1 /children/0/int32Value \"datetime-value\"\n"
                                    "2 /children/1/byteValue 256\n"
                                    "4 /children/1/color \"mauve\"\n"
                                    "5 /children/1/x 1\n"
                                    "1 /int32s [1,null]\n"
                                    "1 /parent []\n"
                                    "1 /title true\n"
                                    "1 /extraData {}\n"
                                    "1 /tags [\"a\\n\",\"b\",[\"c\"]]\n"
                                    "3 /int64Value \"1\"\n");
    graph_beta_sample *sample = DM_AS(graph_beta_sample *, object);
    assert_int_equal(dm_state_of(object, &sample->tags), DM_RAW);
    assert_false(sample->tags.has);
    assert_int_equal(dm_json_count(dm_raw_of(object, &sample->tags)), 3);
    assert_true(same_json(written(arena, object), text));
    dm_arena_destroy(arena);
}

struct values {
    size_t count;
    const char *text; /* that is parsed */
};

/* Every reported value is JSON, as it came. */
static void check_value(void *context, const dm_report *report)
{
    struct values *values = context;
    char copy[64];
    dm_json checked;
    assert_true(report->value.size < sizeof copy);
    memcpy(copy, report->value.data, report->value.size);
    copy[report->value.size] = '\0';
    assert_int_equal(dm_json_check(copy, report->value.size, NULL, &checked, NULL), DM_OK);
    assert_int_equal(checked.size, report->value.size);
    assert_non_null(strstr(values->text, copy));
    values->count++;
}

static void test_reported_values_are_json(void **state)
{
    (void)state;
    static const char text[] =
        "{\"color\":\"mauve\",\"colors\":[\"red\",\"\\u007a\\\"z\",\"zz\",\"blue\"],"
        "\"operation\":{\"@odata.type\":\"#a.b\",\"status\":\"n\\tw\"},"
        "\"parent\":{\"@odata.type\":\"#microsoft.graph.\\u0065ntity\",\"color\":3},"
        "\"x\":\"y\",\"byteValue\":256,\"int32Value\":\"7\",\"title\":12,\"tags\":[\"a\",1,\"b\"]}";
    char own[sizeof text];
    struct values values = {0, text};
    dm_parse_options options = {
        .types = graph_beta_types, .report = check_value, .report_context = &values};
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    assert_int_equal(dm_parse(arena, &graph_beta_sample_descriptor, text, sizeof text - 1, &options,
                              &object, NULL),
                     DM_OK);
    assert_int_equal(values.count, 13);
    assert_true(same_json(written(arena, object), text));
    memcpy(own, text, sizeof text);
    assert_int_equal(dm_parse_in_place(arena, &graph_beta_sample_descriptor, own, sizeof text - 1,
                                       &options, &object, NULL),
                     DM_OK);
    assert_int_equal(values.count, 26);
    assert_true(same_json(written(arena, object), text));
    dm_arena_destroy(arena);
}

static void test_byte_order_mark(void **state)
{
    (void)state;
    static const char text[] = "\xef\xbb\xbf{\"id\":\"1\"}";
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    dm_json json;
    dm_error error;
    assert_int_equal(dm_parse(arena, &graph_beta_sample_descriptor, text, sizeof text - 1, NULL,
                              &object, &error),
                     DM_ERROR_SYNTAX);
    assert_string_equal(error.message, "a byte order mark, which must not stand before JSON");
    assert_int_equal(error.offset, 0);
    assert_int_equal(dm_json_check(text, sizeof text - 1, NULL, &json, &error), DM_ERROR_SYNTAX);
    assert_string_equal(error.message, "a byte order mark, which must not stand before JSON");
    dm_arena_destroy(arena);
}

static void test_strict_types(void **state)
{
    (void)state;
    dm_parse_options options = {.strict_types = true};
    const char *text = "{\"children\":[{},\n {\"tags\":[\"a\",{}]}]}";
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    dm_error error;
    assert_int_equal(dm_parse(arena, &graph_beta_sample_descriptor, text, strlen(text), &options,
                              &object, &error),
                     DM_ERROR_TYPE);
    assert_null(object);
    assert_string_equal(error.pointer, "/children/1/tags");
    assert_string_equal(error.message, "this value is no collection of String");
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 10);
    assert_int_equal(error.offset, 26);
    dm_arena_destroy(arena);
}

static void test_type_name_selects_a_derived_type(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    static const char *const texts[] = {
        "{\"@odata.type\":\"#microsoft.graph.recordOperation\",\"id\":\"1\","
        "\"completionReason\":\"playBeepFailed\"}",
        "{\"@odata.type\":\"Microsoft.Graph.RECORDOPERATION\",\"id\":\"1\","
        "\"completionReason\":\"playBeepFailed\"}",
        "{\"completionReason\":\"playBeepFailed\",\"id\":\"1\",\"x\":2,"
        "\"@odata.type\":\"#microsoft.graph.recordOperation\"}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char text[512];
        snprintf(text, sizeof text, "{\"operation\":%s}", texts[i]);
        graph_beta_sample *sample =
            DM_AS(graph_beta_sample *, parsed(arena, &graph_beta_sample_descriptor, text));
        graph_beta_record_operation *operation =
            graph_beta_record_operation_from(sample->operation);
        assert_non_null(operation);
        assert_int_equal(operation->completion_reason.value,
                         GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_PLAY_BEEP_FAILED);
        assert_string_equal(operation->id, "1");
        assert_true(same_json(written(arena, &sample->object), text));
    }
    dm_arena_destroy(arena);
}

static void test_unselected_types_are_kept_whole(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    const char *text = "{\"@odata.type\":\"#microsoft.graph.recordOperation\",\"id\":\"1\","
                       "\"recordResourceLocation\":\"x\"}";
    graph_beta_comms_operation *operation;
    assert_int_equal(
        graph_beta_comms_operation_parse(arena, text, strlen(text), NULL, &operation, NULL), DM_OK);
    assert_null(graph_beta_record_operation_from(operation));
    assert_string_equal(operation->id, "1");
    assert_string_equal(written(arena, &operation->object), text);
    dm_object *converted;
    assert_int_equal(dm_convert(arena, &operation->object, &graph_beta_record_operation_descriptor,
                                NULL, &converted, NULL),
                     DM_OK);
    graph_beta_record_operation *record =
        graph_beta_record_operation_from(graph_beta_comms_operation_from(converted));
    assert_string_equal(record->record_resource_location, "x");
    assert_string_equal(written(arena, converted), text);
    dm_parse_options options = {.types = graph_beta_types};
    dm_object *any;
    assert_int_equal(dm_parse_any(arena, text, strlen(text), &options, &any, NULL), DM_OK);
    assert_ptr_equal(any->type, &graph_beta_record_operation_descriptor);
    assert_int_equal(dm_parse_any(arena, text, strlen(text), NULL, &any, NULL), DM_OK);
    assert_ptr_equal(any->type, &dm_any_descriptor);
    assert_string_equal(written(arena, any), text);
    dm_arena_destroy(arena);
}

/* What a name led to is remembered, and must be the same as looking it up. */
static void test_many_type_names(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    static const char *const names[] = {
        "recordOperation", "RecordOperation", "x", "y", "z", "sample",
        "commsOperation",  "resultInfo",      "X", "a", "b", "c"};
    char text[4096] = "{\"value\":[";
    size_t used = strlen(text);
    for (size_t i = 0; i < 40; i++)
        used += (size_t)snprintf(text + used, sizeof text - used,
                                 "%s{\"@odata.type\":\"#microsoft.graph.%s\"}", i > 0 ? "," : "",
                                 names[(i * 5) % 12]);
    snprintf(text + used, sizeof text - used, "]}");
    graph_beta_comms_operation_page *page =
        DM_AS(graph_beta_comms_operation_page *,
              parsed(arena, &graph_beta_comms_operation_page_descriptor, text));
    for (size_t i = 0; i < 40; i++) {
        const dm_type *type = (i * 5) % 12 < 2 ? &graph_beta_record_operation_descriptor
                                               : &graph_beta_comms_operation_descriptor;
        assert_ptr_equal(page->value.items[i]->object.type, type);
    }
    assert_string_equal(written(arena, &page->object), text);
    dm_arena_destroy(arena);
}

static void test_type_names_are_written(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    const char *text;
    graph_beta_sample *sample = graph_beta_sample_new(arena);
    graph_beta_record_operation *record = graph_beta_record_operation_new(arena);
    sample->operation = &record->as_comms_operation;
    assert_string_equal(written(arena, &sample->object),
                        "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\"}}");
    dm_write_options options = {.type_names = DM_TYPE_NAMES_ALWAYS};
    assert_int_equal(dm_write(arena, &sample->object, &options, &text, NULL, NULL), DM_OK);
    assert_string_equal(text, "{\"@odata.type\":\"#microsoft.graph.sample\",\"operation\":{"
                              "\"@odata.type\":\"#microsoft.graph.recordOperation\"}}");
    options.type_names = DM_TYPE_NAMES_NEVER;
    assert_int_equal(dm_write(arena, &sample->object, &options, &text, NULL, NULL), DM_OK);
    assert_string_equal(text, "{\"operation\":{}}");
    dm_arena_destroy(arena);
}

struct mistake {
    const char *text;
    dm_status code;
    size_t offset;
    const char *pointer;
};

static void test_errors_are_located(void **state)
{
    (void)state;
    static const struct mistake mistakes[] = {
        {"", DM_ERROR_TRUNCATED, 0, ""},
        {"  ", DM_ERROR_TRUNCATED, 2, ""},
        {"{", DM_ERROR_TRUNCATED, 1, ""},
        {"[]", DM_ERROR_TYPE, 0, ""},
        {"\"x\"", DM_ERROR_TYPE, 0, ""},
        {"{} x", DM_ERROR_SYNTAX, 3, ""},
        {"{\"title\" \"x\"}", DM_ERROR_SYNTAX, 9, "/title"},
        {"{\"title\":\"x\",}", DM_ERROR_SYNTAX, 13, ""},
        {"{\"title\":\"\x01\"}", DM_ERROR_SYNTAX, 10, "/title"},
        {"{\"title\":\"\xff\"}", DM_ERROR_UTF8, 10, "/title"},
        {"{\"title\":\"a\\ud800\"}", DM_ERROR_UTF8, 11, "/title"},
        {"{\"title\":\"\\u0000\"}", DM_ERROR_NUL, 10, "/title"},
        {"{\"title\":\"\\x\"}", DM_ERROR_SYNTAX, 11, "/title"},
        {"{\"children\":[{},{\"int32Value\":01}]}", DM_ERROR_SYNTAX, 31, "/children/1/int32Value"},
        {"{\"data\":{\"a\":[1,{\"b\":[tru]}]}}", DM_ERROR_SYNTAX, 25, "/data/a/1/b/0"},
        {"{\"x\":[[],[1,2", DM_ERROR_TRUNCATED, 13, "/x/1/1"},
        {"{\"enabled\":tru", DM_ERROR_TRUNCATED, 14, "/enabled"},
        {"{\"tags\":[\"a\" \"b\"]}", DM_ERROR_SYNTAX, 13, "/tags/1"},
        {"{\"int32Value\":-}", DM_ERROR_SYNTAX, 15, "/int32Value"},
        {"{\"doubleValue\":1.}", DM_ERROR_SYNTAX, 17, "/doubleValue"},
    };
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        dm_arena *arena = dm_arena_create(NULL);
        dm_object *object;
        dm_error error;
        const char *text = mistakes[i].text;
        dm_status status = dm_parse(arena, &graph_beta_sample_descriptor, text, strlen(text), NULL,
                                    &object, &error);
        if (status != mistakes[i].code || error.offset != mistakes[i].offset ||
            strcmp(error.pointer, mistakes[i].pointer) != 0) {
            dm_error_print(stderr, &error);
            fail_msg("wrong for %s", text);
        }
        assert_null(object);
        dm_arena_destroy(arena);
    }
}

static dm_status parse_with(const dm_parse_options *options, const char *text)
{
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    dm_json json;
    dm_status typed =
        dm_parse(arena, &graph_beta_sample_descriptor, text, strlen(text), options, &object, NULL);
    assert_int_equal(dm_json_check(text, strlen(text), options, &json, NULL), typed);
    dm_arena_destroy(arena);
    return typed;
}

static void test_limits(void **state)
{
    (void)state;
    dm_parse_options options = {.max_size = 12};
    assert_int_equal(parse_with(&options, "{\"x\":\"123\"} "), DM_OK);
    assert_int_equal(parse_with(&options, "{\"x\":\"123\"}  "), DM_ERROR_SIZE);
    options = (dm_parse_options){.max_string = 5};
    assert_int_equal(parse_with(&options, "{\"title\":\"12345\"}"), DM_OK);
    assert_int_equal(parse_with(&options, "{\"title\":\"123456\"}"), DM_ERROR_LENGTH);
    assert_int_equal(parse_with(&options, "{\"x\":\"123456\"}"), DM_ERROR_LENGTH);
    options = (dm_parse_options){.max_members = 2};
    assert_int_equal(parse_with(&options, "{\"x\":[1,2],\"tags\":[\"a\",\"b\"]}"), DM_OK);
    assert_int_equal(parse_with(&options, "{\"x\":[1,2,3]}"), DM_ERROR_MEMBERS);
    assert_int_equal(parse_with(&options, "{\"tags\":[\"a\",\"b\",\"c\"]}"), DM_ERROR_MEMBERS);
    assert_int_equal(parse_with(&options, "{\"a\":1,\"b\":2,\"c\":3}"), DM_ERROR_MEMBERS);
    options = (dm_parse_options){.max_depth = 3};
    assert_int_equal(parse_with(&options, "{\"children\":[{\"data\":1}]}"), DM_OK);
    assert_int_equal(parse_with(&options, "{\"children\":[{\"data\":[]}]}"), DM_ERROR_DEPTH);
    assert_int_equal(parse_with(&options, "{\"parent\":{\"parent\":{\"parent\":{}}}}"),
                     DM_ERROR_DEPTH);
    assert_int_equal(parse_with(&options, "{\"x\":[[1]]}"), DM_OK);
    assert_int_equal(parse_with(&options, "{\"x\":[[[]]]}"), DM_ERROR_DEPTH);
}

static void test_depth_never_exceeds_the_stack(void **state)
{
    (void)state;
    enum { LEVELS = DM_MAX_DEPTH + 1 };
    static char text[LEVELS * 12];
    dm_parse_options options = {.max_depth = SIZE_MAX};
    size_t used = 0;
    for (int i = 0; i < LEVELS; i++) {
        memcpy(text + used, "{\"parent\":", 10);
        used += 10;
    }
    text[used] = '1';
    memset(text + used + 1, '}', LEVELS);
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    assert_int_equal(dm_parse(arena, &graph_beta_sample_descriptor, text, used + 1 + LEVELS,
                              &options, &object, NULL),
                     DM_ERROR_DEPTH);
    assert_int_equal(dm_parse(arena, &graph_beta_sample_descriptor, text + 10, used - 10 + LEVELS,
                              &options, &object, NULL),
                     DM_OK);
    const char *written_text;
    dm_write_options write = {.max_depth = SIZE_MAX};
    assert_int_equal(dm_write(arena, object, &write, &written_text, NULL, NULL), DM_OK);
    assert_non_null(dm_copy(arena, NULL, object));
    dm_arena_destroy(arena);
}

static void test_null_and_pages(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_comms_operation *operation;
    assert_int_equal(graph_beta_comms_operation_parse(arena, " null ", 6, NULL, &operation, NULL),
                     DM_OK);
    assert_null(operation);
    const char *text = "{\"@odata.context\":\"c\",\"@odata.count\":2,\"@odata.nextLink\":\"n\","
                       "\"value\":[{\"id\":\"1\"},{\"id\":\"2\",\"@odata.etag\":\"e\"}],"
                       "\"@microsoft.graph.tips\":\"t\"}";
    graph_beta_comms_operation_page *page;
    assert_int_equal(
        graph_beta_comms_operation_page_parse(arena, text, strlen(text), NULL, &page, NULL), DM_OK);
    assert_int_equal(page->count.value, 2);
    assert_string_equal(page->next_link, "n");
    assert_string_equal(page->value.items[1]->id, "2");
    assert_string_equal(written(arena, &page->object), text);
    dm_arena_destroy(arena);
}

static bool count_items(void *context, dm_object *item)
{
    size_t *count = context;
    assert_non_null(item);
    return ++*count < 4;
}

static void test_visit(void **state)
{
    (void)state;
    const char *text = "{\"@odata.nextLink\":\"n\",\"value\":[{\"id\":\"1\"},{\"id\":\"2\"},{}]}";
    dm_arena *arena = dm_arena_create(NULL);
    size_t count = 0;
    dm_object *rest;
    dm_error error;
    const dm_type *type = &graph_beta_comms_operation_descriptor;
    assert_int_equal(
        dm_visit(arena, type, text, strlen(text), NULL, count_items, &count, &rest, &error), DM_OK);
    assert_int_equal(count, 3);
    assert_true(dm_json_is_text(dm_unknown(rest, "@odata.nextLink"), "n"));
    assert_int_equal(
        dm_visit(arena, type, text, strlen(text), NULL, count_items, &count, &rest, &error),
        DM_ERROR_SINK);
    text = "{\"value\":[{},{\"id\":[]}]}";
    dm_parse_options options = {.strict_types = true};
    count = 0;
    assert_int_equal(
        dm_visit(arena, type, text, strlen(text), &options, count_items, &count, NULL, &error),
        DM_ERROR_TYPE);
    assert_string_equal(error.pointer, "/value/1/id");
    assert_int_equal(error.offset, 19);
    dm_arena_destroy(arena);
}

static void test_service_error(void **state)
{
    (void)state;
    const char *text =
        "{\"error\":{\"code\":\"badRequest\",\"message\":\"m\",\"innerError\":{\"code\":\"x\","
        "\"date\":\"2021-01-01T00:00:00\",\"request-id\":\"r\"},\"details\":[{\"code\":\"d\"}]}}";
    dm_arena *arena = dm_arena_create(NULL);
    dm_service_response *response;
    assert_int_equal(dm_service_response_parse(arena, text, strlen(text), NULL, &response, NULL),
                     DM_OK);
    assert_string_equal(response->error->code, "badRequest");
    assert_string_equal(response->error->inner_error->request_id, "r");
    assert_string_equal(response->error->details.items[0]->code, "d");
    assert_true(same_json(written(arena, &response->object), text));
    dm_arena_destroy(arena);
}

static void test_validate(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed(arena, &graph_beta_sample_descriptor,
                               "{\"title\":\"\u00e41234567\",\"int32Value\":100}");
    assert_int_equal(dm_validate(object, true, NULL, NULL), DM_OK);
    object = parsed(arena, &graph_beta_sample_descriptor, "{\"title\":\"123456789\"}");
    assert_int_equal(dm_validate(object, true, NULL, NULL), DM_ERROR_RULE);
    object = parsed(arena, &graph_beta_sample_descriptor, "{\"int32Value\":101}");
    assert_int_equal(dm_validate(object, false, NULL, NULL), DM_ERROR_RULE);
    object = parsed(arena, &graph_beta_sample_descriptor, "{\"int32Value\":-1}");
    assert_int_equal(dm_validate(object, false, NULL, NULL), DM_ERROR_RULE);
    object = parsed(arena, &graph_beta_sample_descriptor, "{\"parent\":{}}");
    assert_int_equal(dm_validate(object, false, NULL, NULL), DM_OK);
    assert_int_equal(dm_validate(object, true, NULL, NULL), DM_ERROR_RULE);
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unknown_members_are_kept),
        cmocka_unit_test(test_many_unknown_members),
        cmocka_unit_test(test_repeated_members_the_last_counts),
        cmocka_unit_test(test_conversions_are_lossless),
        cmocka_unit_test(test_changed_numbers_are_written_anew),
        cmocka_unit_test(test_ill_fitting_values_are_kept_and_reported),
        cmocka_unit_test(test_reported_values_are_json),
        cmocka_unit_test(test_byte_order_mark),
        cmocka_unit_test(test_strict_types),
        cmocka_unit_test(test_type_name_selects_a_derived_type),
        cmocka_unit_test(test_unselected_types_are_kept_whole),
        cmocka_unit_test(test_many_type_names),
        cmocka_unit_test(test_type_names_are_written),
        cmocka_unit_test(test_errors_are_located),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_depth_never_exceeds_the_stack),
        cmocka_unit_test(test_null_and_pages),
        cmocka_unit_test(test_visit),
        cmocka_unit_test(test_service_error),
        cmocka_unit_test(test_validate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
