/* Rules that the pages state: values at each limit and one behind it. */
#include "test_kinds.h"

static const struct {
    const char *text;
    bool creating;
    const char *pointer; /* of the one violation; NULL: there is none */
} cases[] = {
    {"{\"sbyteValue\":-5}", false, NULL},
    {"{\"sbyteValue\":5}", false, NULL},
    {"{\"sbyteValue\":-6}", false, "/sbyteValue"},
    {"{\"sbyteValue\":6}", false, "/sbyteValue"},
    {"{\"int16Value\":10}", false, NULL},
    {"{\"int16Value\":-1}", false, "/int16Value"},
    {"{\"int32Value\":100}", false, NULL},
    {"{\"int32Value\":101}", false, "/int32Value"},
    {"{\"int64Value\":1}", false, NULL},
    {"{\"int64Value\":\"9223372036854775807\"}", false, "/int64Value"},
    {"{\"singleValue\":1}", false, NULL},
    {"{\"singleValue\":1.0000001}", false, "/singleValue"},
    {"{\"doubleValue\":-90}", false, NULL},
    {"{\"doubleValue\":\"NaN\"}", false, NULL},
    {"{\"doubleValue\":\"-INF\"}", false, "/doubleValue"},
    {"{\"decimalValue\":5.00}", false, NULL},
    {"{\"decimalValue\":5.01}", false, "/decimalValue"},
    {"{\"decimalValue\":\"-1E-9\"}", false, "/decimalValue"},
    {"{\"decimalValue\":\"many\"}", false, NULL},
    {"{\"stringValue\":\"\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4"
     "\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\"}",
     false, NULL},
    {"{\"stringValue\":\"123456789012345678901\"}", false, "/stringValue"},
    {"{\"stringValues\":[\"123\",null,\"\",\"\"]}", false, NULL},
    {"{\"stringValues\":[\"123\",\"1234\"]}", false, "/stringValues/1"},
    {"{\"stringValues\":[\"\",\"\",\"\",\"\",\"\"]}", false, "/stringValues"},
    {"{\"int32Values\":[0,10]}", false, NULL},
    {"{\"int32Values\":[0,10,11]}", false, "/int32Values/2"},
    {"{\"sbyteValues\":[1]}", false, NULL},
    {"{\"sbyteValues\":[1,0]}", false, "/sbyteValues/1"},
    {"{\"int16Values\":[-1,0,2]}", false, NULL},
    {"{\"int16Values\":[-2]}", false, "/int16Values/0"},
    {"{\"int16Values\":[3]}", false, "/int16Values/0"},
    {"{\"singleValues\":[0.1,-0.49]}", false, NULL}, /* the nearest Single is above 0.1 */
    {"{\"singleValues\":[0.10000001]}", false, "/singleValues/0"},
    {"{\"singleValues\":[-0.5]}", false, "/singleValues/0"},
    {"{\"doubleValues\":[0.29999999999999993,0.25000000000000006,\"NaN\"]}", false, NULL},
    {"{\"doubleValues\":[0.3]}", false, "/doubleValues/0"},
    {"{\"doubleValues\":[0.25]}", false, "/doubleValues/0"},
    {"{\"decimalValues\":[1000.49]}", false, NULL},
    {"{\"decimalValues\":[1000.5]}", false, "/decimalValues/0"},
    {"{\"decimalValues\":[1000.50]}", false, "/decimalValues/0"},
    {"{\"guidValue\":null}", false, "/guidValue"},
    {"{\"guidValue\":\"\"}", false, NULL},
    {"{\"byteValue\":256}", false, "/byteValue"}, /* kept raw, and no Byte */
    {"{}", false, NULL},
    {"{}", true, "/stringValue"},
    {"{\"stringValue\":null}", true, "/stringValue"},
    {"{\"stringValue\":\"\"}", true, NULL},
    {"{\"relatives\":[null,{\"@odata.type\":\"#microsoft.graph.uniqueSpecimen\",\"owner\":"
     "{\"@odata.type\":\"#microsoft.graph.specimen\",\"int16Value\":11}}]}",
     false, "/relatives/1/owner/int16Value"},
};

struct violations {
    size_t count;
    char pointer[64];
};

static void note_violation(void *context, const char *pointer, const char *message)
{
    struct violations *violations = context;
    violations->count++;
    snprintf(violations->pointer, sizeof violations->pointer, "%s", pointer);
    assert_true(strlen(message) > 0);
}

static void limits_hold_up_to_the_last_value(void **state)
{
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct violations violations = {0, ""};
        dm_object *object = read_as(arena, &kinds_specimen_descriptor, cases[i].text);
        dm_status status = dm_validate(object, cases[i].creating, note_violation, &violations);
        if (status != (cases[i].pointer ? DM_ERROR_RULE : DM_OK))
            fail_msg("%s: %s", cases[i].text, dm_status_text(status));
        assert_int_equal(violations.count, cases[i].pointer ? 1 : 0);
        assert_string_equal(violations.pointer, cases[i].pointer ? cases[i].pointer : "");
        assert_int_equal(dm_validate(object, cases[i].creating, NULL, NULL), status);
        dm_arena_reset(arena);
    }
    assert_int_equal(dm_validate(NULL, true, NULL, NULL), DM_OK);
    dm_arena_destroy(arena);
}

static void keep_message(void *context, const char *pointer, const char *message)
{
    (void)pointer;
    snprintf(context, 96, "%s", message);
}

static void messages_name_the_limit(void **state)
{
    static const char *const texts[][2] = {
        {"{\"singleValues\":[-0.5]}", "not above the documented limit of -0.5"},
        {"{\"decimalValues\":[1001]}", "not below the documented limit of 1000.5"},
        {"{\"doubleValue\":91}", "above the documented limit of 90"},
    };
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char message[96] = "";
        dm_object *object = read_as(arena, &kinds_specimen_descriptor, texts[i][0]);
        assert_int_equal(dm_validate(object, false, keep_message, message), DM_ERROR_RULE);
        assert_string_equal(message, texts[i][1]);
    }
    dm_arena_destroy(arena);
}

static void circles_end(void **state)
{
    kinds_part part;
    kinds_part *items[1] = {&part};
    (void)state;
    kinds_part_init(&part, NULL);
    part.parts.items = items;
    part.parts.count = 1;
    part.parts.has = true;
    assert_int_equal(dm_validate(&part.object, false, NULL, NULL), DM_ERROR_DEPTH);
}

int run_rule_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_hold_up_to_the_last_value),
        cmocka_unit_test(messages_name_the_limit),
        cmocka_unit_test(circles_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
