/* A property of each kind, alone and as a collection, without naming one: values, nulls, absence,
 * each changed into each by a patch; then what is particular to numbers, flags and enumerations. */
#include "test_kinds.h"

#define TYPE        (&kinds_specimen_descriptor)
#define KINDS       ((size_t)DM_UNTYPED + 1)
#define MOST_VALUES 7

/* Values of each kind: the first and the second differ in every way that matters. */
static const char *const values[KINDS][MOST_VALUES] = {
    [DM_STRING] = {"\"\"", "\"a\\u0001\\\\\\\" \xf0\x9f\x98\x80\""},
    [DM_GUID] = {"\"91f01516-9c69-43bb-8ea1-de114c977276\"", "\"\""},
    [DM_DECIMAL] = {"12.50", "-79228162514264337593543950335", "\"0.0000000000000000000000000001\"",
                    "1E+2"},
    [DM_DATE] = {"\"0001-01-01\"", "\"9999-12-31\""},
    [DM_TIME_OF_DAY] = {"\"00:00:00\"", "\"23:59:59.999999999999\""},
    [DM_DATE_TIME_OFFSET] = {"\"2020-02-29T23:59:59.1234567-00:30\"", "\"not yet\""},
    [DM_DURATION] = {"\"-P1DT2H3M4.5S\"", "\"PT0S\""},
    [DM_BINARY] = {"\"_-8\"", "\"AAEC\""},
    [DM_BOOLEAN] = {"false", "true", "\"True\""},
    [DM_BYTE] = {"0", "255", "\"7\"", "1e1"},
    [DM_SBYTE] = {"0", "-128", "127"},
    [DM_INT16] = {"0", "-32768", "32767"},
    [DM_INT32] = {"0", "-2147483648", "2147483647", "1.0"},
    [DM_INT64] = {"0", "-9223372036854775808", "9223372036854775807", "\"9007199254740993\""},
    [DM_SINGLE] = {"0", "3.4028235e+38", "\"INF\"", "\"-INF\"", "\"NaN\"", "1.10"},
    [DM_DOUBLE] = {"0", "5e-324", "\"INF\"", "\"-INF\"", "\"NaN\"", "-0.0",
                   "0.1000000000000000055511151231257827"},
    [DM_ENUMERATION] = {"\"unknownFutureValue\"", "\"a later one\"", "\"\""},
    [DM_FLAGS] = {"\"read,write\"", "\"\"", "\"read, later\"", "\"WRITE\""},
    [DM_OBJECT] = {"{}", "{\"weight\":1.50,\"more\":[null]}"},
    [DM_STREAM] = {"\"x\"", "{\"a\":[1.0]}"},
    [DM_UNTYPED] = {"{\"a\":null,\"a\":[1e0]}", "[]", "false", "0", "\"\\u00e4\""},
};

/* Values that no property of the kind can hold. */
static const char *const unfit[KINDS] = {
    [DM_STRING] = "{}",        [DM_GUID] = "true",
    [DM_DECIMAL] = "[]",       [DM_DATE] = "[1]",
    [DM_TIME_OF_DAY] = "{}",   [DM_DATE_TIME_OFFSET] = "false",
    [DM_DURATION] = "[\"\"]",  [DM_BINARY] = "{}",
    [DM_BOOLEAN] = "1",        [DM_BYTE] = "256",
    [DM_SBYTE] = "-129",       [DM_INT16] = "32768",
    [DM_INT32] = "2147483648", [DM_INT64] = "9223372036854775808",
    [DM_SINGLE] = "3.5e38",    [DM_DOUBLE] = "\"inf\"",
    [DM_ENUMERATION] = "1",    [DM_FLAGS] = "[\"read\"]",
    [DM_OBJECT] = "\"Busy\"",
};

dm_object *read_as(dm_arena *arena, const dm_type *type, const char *text)
{
    dm_parse_options options;
    dm_object *object = NULL;
    dm_error error;
    memset(&options, 0, sizeof options);
    options.types = kinds_types;
    if (dm_parse(arena, type, text, strlen(text), &options, &object, &error) != DM_OK)
        fail_msg("%s: %s at %s", text, error.message, error.pointer);
    return object;
}

void assert_written(dm_arena *arena, const dm_object *object, const char *expected)
{
    const char *text = NULL;
    assert_int_equal(dm_write(arena, object, NULL, &text, NULL, NULL), DM_OK);
    assert_string_equal(text, expected);
}

/* `{"name": value}`, the value in an array where a list is wanted. */
static void put_one(char text[512], const dm_field *field, bool list, const char *value)
{
    snprintf(text, 512, "{\"%s\":%s%s%s}", dm_field_name(field), list ? "[" : "", value,
             list ? "]" : "");
}

/* The same in an array where the property is a collection. */
static void put_member(char text[512], const dm_field *field, const char *value)
{
    put_one(text, field, field->flags & DM_COLLECTION, value);
}

/* Absent, null, an empty collection where there is one, then each value. @return false: no more. */
static bool state_text(char text[512], const dm_field *field, size_t index)
{
    bool list = field->flags & DM_COLLECTION;
    if (index == 0)
        snprintf(text, 512, "{}");
    else if (index == 1)
        snprintf(text, 512, "{\"%s\":null}", dm_field_name(field));
    else if (index == 2)
        snprintf(text, 512, list ? "{\"%s\":[]}" : "{\"%s\":null}", dm_field_name(field));
    else if (index - 3 < MOST_VALUES && values[field->kind][index - 3])
        put_member(text, field, values[field->kind][index - 3]);
    else
        return false;
    return true;
}

static void every_kind_is_there(void **state)
{
    bool there[2][KINDS] = {{false}};
    (void)state;
    for (size_t i = 0; i < TYPE->field_count; i++)
        there[TYPE->fields[i].flags & DM_COLLECTION][TYPE->fields[i].kind] = true;
    for (size_t kind = 0; kind < KINDS; kind++)
        if (!there[0][kind] || !there[1][kind])
            fail_msg("no property of kind %zu, or no collection", kind);
}

static void each_state_comes_back(void **state)
{
    char text[512];
    dm_arena *arena = dm_arena_create(NULL);
    dm_arena *second = dm_arena_create(NULL);
    (void)state;
    for (size_t i = 0; i < TYPE->field_count; i++) {
        const dm_field *field = &TYPE->fields[i];
        for (size_t at = 0; state_text(text, field, at); at++) {
            dm_object *object = read_as(arena, TYPE, text);
            dm_state expected = at == 0 ? DM_ABSENT : strstr(text, ":null}") ? DM_NULL : DM_VALUE;
            assert_int_equal(dm_state_of(object, dm_member(object, field)), expected);
            assert_written(arena, object, text);
            dm_object *copy = dm_copy(second, NULL, object);
            assert_true(dm_equal(object, copy));
            dm_arena_reset(arena);
            assert_written(second, copy, text);
            dm_arena_reset(second);
        }
    }
    dm_arena_destroy(arena);
    dm_arena_destroy(second);
}

static void setters_make_each_state(void **state)
{
    char text[512];
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    for (size_t i = 0; i < TYPE->field_count; i++) {
        const dm_field *field = &TYPE->fields[i];
        for (size_t at = 0; state_text(text, field, at); at++) {
            dm_object *object = read_as(arena, TYPE, text);
            assert_int_equal(dm_set_null(object, dm_member(object, field)), DM_OK);
            state_text(text, field, 1);
            assert_written(arena, object, text);
            assert_int_equal(dm_set_absent(object, dm_member(object, field)), DM_OK);
            assert_written(arena, object, "{}");
            if (field->flags & DM_COLLECTION) {
                assert_int_equal(dm_set_empty(object, dm_member(object, field)), DM_OK);
                state_text(text, field, 2);
                assert_written(arena, object, text);
            }
            dm_arena_reset(arena);
        }
    }
    dm_arena_destroy(arena);
}

/* What a service has after a patch: the law, for each state of each property into each other. */
static void patches_lead_from_each_state_to_each(void **state)
{
    char from[512];
    char to[512];
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    for (size_t i = 0; i < TYPE->field_count; i++) {
        const dm_field *field = &TYPE->fields[i];
        for (size_t a = 0; state_text(from, field, a); a++) {
            for (size_t b = 0; state_text(to, field, b); b++) {
                const char *patch;
                dm_arena_reset(arena);
                dm_object *before = read_as(arena, TYPE, from);
                dm_object *after = read_as(arena, TYPE, to);
                assert_int_equal(dm_write_patch(arena, before, after, NULL, &patch, NULL, NULL),
                                 DM_OK);
                if (strcmp(from, to) == 0)
                    assert_string_equal(patch, "{}");
                assert_int_equal(dm_merge(before, read_as(arena, TYPE, patch)), DM_OK);
                if (!dm_equivalent(before, after))
                    fail_msg("%s, then %s, is not %s", from, patch, to);
            }
        }
    }
    dm_arena_destroy(arena);
}

struct findings {
    size_t count;
    dm_finding last;
    char pointer[64];
};

static void note_finding(void *context, const dm_report *report)
{
    struct findings *findings = context;
    findings->count++;
    findings->last = report->finding;
    snprintf(findings->pointer, sizeof findings->pointer, "%s", report->pointer);
}

/* @return whether it is an integer beyond its range, and no other misfit. */
static bool is_beyond(const dm_field *field)
{
    return field->kind >= DM_BYTE && field->kind <= DM_SINGLE;
}

static void what_does_not_fit_is_kept_and_reported(void **state)
{
    char text[512];
    char pointer[64];
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    for (size_t i = 0; i < TYPE->field_count; i++) {
        const dm_field *field = &TYPE->fields[i];
        if (!unfit[field->kind])
            continue;
        struct findings findings = {0, 0, ""};
        dm_parse_options options;
        dm_object *object;
        dm_error error;
        memset(&options, 0, sizeof options);
        options.report = note_finding;
        options.report_context = &findings;
        put_member(text, field, unfit[field->kind]);
        assert_int_equal(dm_parse(arena, TYPE, text, strlen(text), &options, &object, &error),
                         DM_OK);
        assert_int_equal(findings.count, 1);
        assert_int_equal(findings.last,
                         is_beyond(field) ? DM_FOUND_OUT_OF_RANGE : DM_FOUND_ILL_FITTING);
        snprintf(pointer, sizeof pointer, "/%s", dm_field_name(field));
        assert_string_equal(findings.pointer, pointer);
        assert_int_equal(dm_state_of(object, dm_member(object, field)), DM_RAW);
        assert_written(arena, object, text);
        options.strict_types = true;
        assert_int_equal(dm_parse(arena, TYPE, text, strlen(text), &options, &object, &error),
                         DM_ERROR_TYPE);
        assert_null(object);
        assert_true(error.line == 1 && error.column <= error.offset + 1);
        assert_int_equal(strncmp(error.pointer, pointer, strlen(pointer)), 0);
        dm_arena_reset(arena);
    }
    dm_arena_destroy(arena);
}

/* A collection where one value is declared, and the other way round, is kept as well. */
static void a_collection_is_no_value(void **state)
{
    char text[512];
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    for (size_t i = 0; i < TYPE->field_count; i++) {
        const dm_field *field = &TYPE->fields[i];
        bool list = field->flags & DM_COLLECTION;
        if (field->kind >= DM_STREAM && !list)
            continue;
        put_one(text, field, !list, values[field->kind][0]);
        dm_object *object = read_as(arena, TYPE, text);
        assert_int_equal(dm_state_of(object, dm_member(object, &TYPE->fields[i])), DM_RAW);
        assert_written(arena, object, text);
        dm_arena_reset(arena);
    }
    dm_arena_destroy(arena);
}

/* The members that a text of flags lists and no page documents are reported once. */
static void flags_that_are_not_documented_are_reported(void **state)
{
    static const char text[] = "{\"shadeValue\":\"dark\",\"grantsValue\":\"read, "
                               "later,2nd\",\"grantsValues\":[\"later\",\"\",\"write\"]}";
    struct findings findings = {0, 0, ""};
    dm_parse_options options;
    kinds_specimen *specimen;
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    memset(&options, 0, sizeof options);
    options.report = note_finding;
    options.report_context = &findings;
    assert_int_equal(kinds_specimen_parse(arena, text, strlen(text), &options, &specimen, NULL),
                     DM_OK);
    assert_int_equal(specimen->grants_value.bits, KINDS_GRANTS_READ);
    assert_int_equal(findings.count, 2);
    assert_int_equal(findings.last, DM_FOUND_UNRECOGNIZED);
    assert_string_equal(findings.pointer, "/grantsValues/0");
    assert_written(arena, &specimen->object, text);
    dm_arena_destroy(arena);
}

static void a_program_sets_flags_and_enumerations(void **state)
{
    dm_arena *arena = dm_arena_create(NULL);
    kinds_specimen *specimen = kinds_specimen_new(arena);
    kinds_shade_field shade = kinds_shade_of(KINDS_SHADE_DARK);
    dm_flags grants = kinds_grants_of(KINDS_GRANTS_WRITE | KINDS_GRANTS_SHARE);
    (void)state;
    specimen->shade_value = kinds_shade_of(KINDS_SHADE_LIGHT);
    specimen->size_value = kinds_specimen_size_value_of(KINDS_SPECIMEN_SIZE_VALUE_4TH);
    specimen->grants_value = kinds_grants_of(0);
    assert_int_equal(dm_append(&specimen->object, &specimen->shade_values, &shade), DM_OK);
    assert_int_equal(dm_append(&specimen->object, &specimen->grants_values, &grants), DM_OK);
    assert_written(arena, &specimen->object,
                   "{\"shadeValue\":\"light\",\"grantsValue\":\"\",\"sizeValue\":\"4th\","
                   "\"shadeValues\":[\"dark\"],\"grantsValues\":[\"write,share\"]}");
    specimen->grants_value.bits = 1u << 20;
    const char *text;
    assert_int_equal(dm_write(arena, &specimen->object, NULL, &text, NULL, NULL), DM_ERROR_VALUE);
    dm_arena_destroy(arena);
}

static void read_only_properties_are_left_out(void **state)
{
    static const char text[] =
        "{\"id\":\"1\",\"label\":\"l\",\"dateTimeOffsetValue\":null,"
        "\"owner\":{\"@odata.type\":\"#microsoft.graph.note\",\"id\":\"2\"}}";
    dm_write_options options;
    const char *written;
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    memset(&options, 0, sizeof options);
    options.omit_read_only = true;
    dm_object *object = read_as(arena, TYPE, text);
    assert_int_equal(dm_write(arena, object, &options, &written, NULL, NULL), DM_OK);
    assert_string_equal(written,
                        "{\"label\":\"l\",\"owner\":{\"@odata.type\":\"#microsoft.graph.note\"}}");
    dm_arena_destroy(arena);
}

/* Names that C cannot have, with the members that they became. */
static void odd_names_are_members(void **state)
{
    dm_arena *arena = dm_arena_create(NULL);
    kinds_specimen *specimen = kinds_specimen_new(arena);
    (void)state;
    specimen->class_ = "c";
    specimen->errno_ = "e";
    specimen->null = "n";
    specimen->object_ = "o";
    specimen->as_thing_2 = "a";
    specimen->has_dash = "d";
    specimen->x3rd = "3";
    specimen->grosse = dm_double_of(1.5);
    specimen->odd_name = "@";
    assert_written(arena, &specimen->object,
                   "{\"class\":\"c\",\"errno\":\"e\",\"NULL\":\"n\",\"object\":\"o\","
                   "\"as_thing\":\"a\",\"has-dash\":\"d\",\"3rd\":\"3\",\"gr\xc3\xb6\xc3\x9f"
                   "e\":1.5,\"@odd.name\":\"@\"}");
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_there),
        cmocka_unit_test(each_state_comes_back),
        cmocka_unit_test(setters_make_each_state),
        cmocka_unit_test(patches_lead_from_each_state_to_each),
        cmocka_unit_test(what_does_not_fit_is_kept_and_reported),
        cmocka_unit_test(a_collection_is_no_value),
        cmocka_unit_test(flags_that_are_not_documented_are_reported),
        cmocka_unit_test(a_program_sets_flags_and_enumerations),
        cmocka_unit_test(read_only_properties_are_left_out),
        cmocka_unit_test(odd_names_are_members),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return failed + run_type_tests() + run_rule_tests();
}
