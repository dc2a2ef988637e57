/* Patches as a service sees them: merged at the level of JSON by RFC 7396, written here on its own,
 * they give what the object after is, where null and absent count as the same. */
#include "random_text.h"
#include "support.h"

/* ---- RFC 7396 on texts ---- */

static dm_json member_of(dm_json object, dm_json name)
{
    const char *text;
    dm_arena *arena = dm_arena_create(NULL);
    assert_int_equal(dm_json_text(arena, name, &text, NULL), DM_OK);
    dm_json found = dm_json_member(object, text);
    dm_arena_destroy(arena);
    return found;
}

static void add_slice(struct text *text, dm_json json)
{
    assert_true(text->used + json.size < sizeof text->bytes);
    memcpy(text->bytes + text->used, json.data, json.size);
    text->used += json.size;
    text->bytes[text->used] = '\0';
}

static void add_merged(struct text *text, dm_json target, dm_json patch);

static void add_merged_member(struct text *text, dm_json name, dm_json target, dm_json patch)
{
    add(text, text->bytes[text->used - 1] == '{' ? "" : ",");
    add_slice(text, name);
    add(text, ":");
    add_merged(text, target, patch);
}

/* Nulls of the target stay as they are, those of the patch remove. */
static void add_merged(struct text *text, dm_json target, dm_json patch)
{
    dm_json none = {NULL, 0};
    dm_json_iterator it = {0};
    if (dm_json_kind_of(patch) != DM_JSON_OBJECT) {
        add_slice(text, patch);
        return;
    }
    if (dm_json_kind_of(target) != DM_JSON_OBJECT)
        target = none;
    add(text, "{");
    while (dm_json_next(target, &it)) {
        dm_json change = member_of(patch, it.name);
        if (member_of(target, it.name).data != it.value.data)
            continue;
        if (change.size == 0) {
            add(text, text->bytes[text->used - 1] == '{' ? "" : ",");
            add_slice(text, it.name);
            add(text, ":");
            add_slice(text, it.value);
        } else if (dm_json_kind_of(change) != DM_JSON_NULL) {
            add_merged_member(text, it.name, it.value, change);
        }
    }
    memset(&it, 0, sizeof it);
    while (dm_json_next(patch, &it)) {
        if (member_of(target, it.name).size == 0 &&
            member_of(patch, it.name).data == it.value.data &&
            dm_json_kind_of(it.value) != DM_JSON_NULL)
            add_merged_member(text, it.name, none, it.value);
    }
    add(text, "}");
}

static dm_json json_of(const char *text)
{
    dm_json json;
    assert_int_equal(dm_json_check(text, strlen(text), NULL, &json, NULL), DM_OK);
    return json;
}

/* Merges; with NULL for the target gives the patch without its nulls. */
static const char *merged_text(struct text *text, const char *target, const char *patch)
{
    dm_json none = {NULL, 0};
    text->used = 0;
    text->bytes[0] = '\0';
    add_merged(text, target ? json_of(target) : none, json_of(patch));
    return text->bytes;
}

/* The appendix of RFC 7396, as far as its patches are objects or replace whole. */
static void test_own_merging(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"},
        {"{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}"},
        {"{\"a\":\"b\"}", "{\"a\":null}", "{}"},
        {"{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}"},
        {"{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"},
        {"{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", "{\"a\":{\"b\":\"d\"}}"},
        {"{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}"},
        {"[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]"},
        {"{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1}"},
        {"[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}"},
        {"{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}"},
    };
    static struct text text;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(merged_text(&text, cases[i][0], cases[i][1]), cases[i][2]);
}

/* ---- The law ---- */

static const char *patch_of(dm_arena *arena, const dm_object *before, const dm_object *after)
{
    const char *patch = NULL;
    dm_error error;
    if (dm_write_patch(arena, before, after, NULL, &patch, NULL, &error) != DM_OK) {
        dm_error_print(stderr, &error);
        fail_msg("no patch");
    }
    return patch;
}

/* Compares texts as objects of a type, without their nulls. */
static bool same_objects(dm_arena *arena, const dm_type *type, const char *a, const char *b)
{
    static struct text text;
    dm_object *x = parsed(arena, type, merged_text(&text, NULL, a));
    dm_object *y = parsed(arena, type, merged_text(&text, NULL, b));
    return dm_equal(x, y);
}

static void check_law(dm_arena *arena, const dm_object *before, const dm_object *after)
{
    static struct text text;
    const char *from = written(arena, before);
    const char *to = written(arena, after);
    const char *patch = patch_of(arena, before, after);
    const char *service = merged_text(&text, from, patch);
    if (!same_objects(arena, after->type, service, to))
        fail_msg("before %s\nafter  %s\npatch  %s\nmerged %s", from, to, patch, service);
    dm_object *merged = dm_copy(arena, NULL, before);
    assert_int_equal(dm_merge(merged, parsed(arena, after->type, patch)), DM_OK);
    if (!dm_equivalent(merged, after) ||
        !same_objects(arena, after->type, written(arena, merged), to))
        fail_msg("before %s\nafter  %s\npatch  %s\ndm_merge %s", from, to, patch,
                 written(arena, merged));
}

static dm_object *random_object(dm_arena *arena, const dm_type *type)
{
    static struct text text;
    static const char *const names[] = {"", "\"@odata.type\":\"#somewhere.else\"",
                                        "\"@odata.type\":\"#else.where\""};
    text.used = 0;
    add(&text, "{");
    add(&text, names[pick(3)]);
    add_members(&text, type, 3);
    add(&text, "}");
    return parsed(arena, type, text.bytes);
}

static void test_law(void **state)
{
    (void)state;
    static const dm_type *const types[] = {
        &graph_beta_sample_descriptor, &graph_beta_derived_sample_descriptor,
        &graph_beta_comms_operation_descriptor, &graph_beta_record_operation_descriptor,
        &dm_any_descriptor};
    dm_arena *arena = dm_arena_create(NULL);
    for (int i = 0; i < 5000; i++) {
        const dm_type *type = types[pick(5)];
        dm_arena_reset(arena);
        dm_object *before = random_object(arena, type);
        check_law(arena, before, random_object(arena, type));
    }
    dm_arena_destroy(arena);
}

/* ---- Examples ---- */

struct example {
    const char *before;
    const char *after;
    const char *patch;
};

static void check_example(const dm_type *type, const struct example *example)
{
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *before = parsed(arena, type, example->before);
    dm_object *after = parsed(arena, type, example->after);
    assert_string_equal(patch_of(arena, before, after), example->patch);
    check_law(arena, before, after);
    dm_arena_destroy(arena);
}

static void test_members_of_raw_objects(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"{\"u\":{\"x\":1,\"y\":2}}", "{\"u\":{\"x\":1}}", "{\"u\":{\"y\":null}}"},
        {"{\"u\":{\"x\":1,\"y\":2}}", "{\"u\":{\"y\":2.0,\"x\":1}}", "{}"},
        {"{\"u\":{\"x\":{\"a\":1,\"b\":[1]}}}", "{\"u\":{\"x\":{\"a\":2,\"b\":[1]}}}",
         "{\"u\":{\"x\":{\"a\":2}}}"},
        {"{\"u\":{\"x\":1}}", "{\"u\":{}}", "{\"u\":{\"x\":null}}"},
        {"{\"u\":{\"x\":1}}", "{\"u\":[1]}", "{\"u\":[1]}"},
        {"{\"u\":[{\"x\":1}]}", "{\"u\":[{\"x\":1,\"y\":null}]}", "{\"u\":[{\"x\":1,\"y\":null}]}"},
        {"{\"u\":7}", "{\"u\":{}}", "{\"u\":{}}"},
        {"{\"u\":{\"x\":null}}", "{\"u\":{}}", "{}"},
        {"{\"u\":{}}", "{\"u\":{\"x\":null}}", "{\"u\":{\"x\":null}}"},
        {"{\"u\":{\"x\":null,\"y\":1}}", "{\"u\":{\"y\":2}}", "{\"u\":{\"y\":2}}"},
        {"{}", "{\"u\":{\"x\":null,\"y\":1}}", "{\"u\":{\"x\":null,\"y\":1}}"},
        {"{\"data\":{\"x\":1,\"y\":2}}", "{\"data\":{\"x\":1}}", "{\"data\":{\"y\":null}}"},
        {"{\"content\":{\"x\":1,\"y\":2}}", "{\"content\":{\"y\":2}}",
         "{\"content\":{\"x\":null}}"},
        {"{\"data\":{\"x\":1}}", "{\"data\":\"x\"}", "{\"data\":\"x\"}"},
        {"{\"data\":{\"x\":1}}", "{}", "{\"data\":null}"},
        {"{\"extraData\":[{\"x\":1,\"y\":2}]}", "{\"extraData\":[{\"x\":1}]}",
         "{\"extraData\":[{\"x\":1}]}"},
        {"{\"title\":{\"x\":1,\"y\":2}}", "{\"title\":{\"x\":1}}", "{\"title\":{\"y\":null}}"},
        {"{\"tags\":{\"x\":1}}", "{\"tags\":[\"x\"]}", "{\"tags\":[\"x\"]}"},
        {"{\"u\":{\"\\u0078\":1,\"y\":2}}", "{\"u\":{\"x\":3,\"x\":1}}", "{\"u\":{\"y\":null}}"},
        {"{\"u\":{\"x\":1,\"x\":2}}", "{\"u\":{\"z\":0,\"z\":1}}", "{\"u\":{\"z\":1,\"x\":null}}"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        check_example(&graph_beta_sample_descriptor, &examples[i]);
}

static void test_nested_objects_and_their_types(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"{\"parent\":{\"title\":\"a\",\"id\":\"1\"}}", "{\"parent\":{\"id\":\"1\"}}",
         "{\"parent\":{\"title\":null}}"},
        {"{\"parent\":{\"title\":\"a\"}}", "{\"parent\":{}}", "{\"parent\":{\"title\":null}}"},
        {"{\"parent\":{\"title\":\"a\"}}", "{\"parent\":null}", "{\"parent\":null}"},
        {"{\"children\":[{\"title\":\"a\",\"id\":\"1\"}]}", "{\"children\":[{\"id\":\"1\"}]}",
         "{\"children\":[{\"id\":\"1\"}]}"},
        {"{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\",\"id\":\"1\","
         "\"createdDateTime\":\"x\",\"more\":1}}",
         "{\"operation\":{\"id\":\"1\",\"status\":\"failed\"}}",
         "{\"operation\":{\"@odata.type\":\"#microsoft.graph.commsOperation\","
         "\"status\":\"failed\",\"createdDateTime\":null,\"more\":null}}"},
        {"{\"operation\":{\"id\":\"1\",\"createdDateTime\":\"x\",\"more\":{\"a\":1,\"b\":2}}}",
         "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\",\"id\":\"1\","
         "\"createdDateTime\":\"y\",\"more\":{\"a\":1}}}",
         "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\","
         "\"createdDateTime\":\"y\",\"more\":{\"b\":null}}}"},
        {"{\"operation\":{\"@odata.type\":\"#a.b\",\"id\":\"1\"}}",
         "{\"operation\":{\"id\":\"1\"}}",
         "{\"operation\":{\"@odata.type\":\"#microsoft.graph.commsOperation\"}}"},
        {"{\"@odata.type\":5}", "{\"@odata.type\":\"#a.b\"}", "{\"@odata.type\":\"#a.b\"}"},
        {"{\"@odata.type\":5}", "{\"@odata.type\":\"#microsoft.graph.sample\",\"id\":\"1\"}",
         "{\"@odata.type\":\"#microsoft.graph.sample\",\"id\":\"1\"}"},
        {"{\"@odata.type\":5}", "{}", "{\"@odata.type\":null}"},
        {"{\"@odata.type\":\"#microsoft.graph.sample\"}", "{\"@odata.type\":[1]}",
         "{\"@odata.type\":[1]}"},
        {"{\"@odata.type\":\"#a.b\",\"id\":\"1\"}", "{\"@odata.type\":\"c.d\",\"id\":\"1\"}",
         "{\"@odata.type\":\"c.d\"}"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        check_example(&graph_beta_sample_descriptor, &examples[i]);
}

/* A type beside recordOperation: what both have by one name differs in kind. */
struct other_operation {
    graph_beta_comms_operation base;
    dm_json completion_reason;
    graph_beta_result_info *record_resource_location;
};

static const struct other_table {
    struct {
        const void *result_info;
        const void *status;
        const void *record_resource_location;
    } details;
    dm_field fields[6];
    uint16_t order[6];
    struct {
        char client_context[sizeof "clientContext"];
        char id[sizeof "id"];
        char result_info[sizeof "resultInfo"];
        char status[sizeof "status"];
        char completion_reason[sizeof "completionReason"];
        char record_resource_location[sizeof "recordResourceLocation"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.otherOperation")];
} other_table = {
    {&graph_beta_result_info_descriptor, &graph_beta_comms_operation_status_descriptor,
     &graph_beta_result_info_descriptor},
    {
        DM_FIELD(other_table, 1, graph_beta_comms_operation, client_context, DM_STRING, 0),
        DM_FIELD(other_table, 2, graph_beta_comms_operation, id, DM_STRING, DM_READ_ONLY | DM_KEY),
        DM_FIELD_OF(other_table, 3, graph_beta_comms_operation, result_info, DM_OBJECT,
                    DM_READ_ONLY),
        DM_FIELD_OF(other_table, 4, graph_beta_comms_operation, status, DM_ENUMERATION,
                    DM_READ_ONLY),
        DM_FIELD(other_table, 5, struct other_operation, completion_reason, DM_UNTYPED, 0),
        DM_FIELD_OF(other_table, 6, struct other_operation, record_resource_location, DM_OBJECT, 0),
    },
    {0, 4, 1, 5, 2, 3},
    {"clientContext", "id", "resultInfo", "status", "completionReason", "recordResourceLocation"},
    "microsoft.graph.otherOperation",
};
DM_TABLE_CHECK(other_table);

static const dm_type other_descriptor = {other_table.name,
                                         &graph_beta_comms_operation_descriptor,
                                         other_table.fields,
                                         other_table.order,
                                         NULL,
                                         sizeof(struct other_operation),
                                         6,
                                         0,
                                         0};

static dm_object *parsed_with_other(dm_arena *arena, const char *text)
{
    static const dm_type *const items[] = {&other_descriptor,
                                           &graph_beta_record_operation_descriptor};
    dm_parse_options options = {.types = {items, 2}};
    dm_object *object = NULL;
    assert_int_equal(
        dm_parse(arena, &graph_beta_sample_descriptor, text, strlen(text), &options, &object, NULL),
        DM_OK);
    return object;
}

static void test_one_derived_type_to_another(void **state)
{
    (void)state;
    static const char other[] =
        "{\"operation\":{\"@odata.type\":\"#microsoft.graph.otherOperation\",\"id\":\"1\","
        "\"resultInfo\":{\"message\":\"m\"},\"completionReason\":{\"a\":1},"
        "\"recordResourceLocation\":{\"message\":\"m\",\"code\":1.0},\"u\":{\"x\":1}}}";
    static const char record[] =
        "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\",\"id\":\"1\","
        "\"resultInfo\":{\"code\":7},\"completionReason\":\"later\",\"status\":5,"
        "\"recordResourceLocation\":\"here\",\"createdDateTime\":null,\"u\":{\"y\":1}}}";
    static const char unnamed[] =
        "{\"operation\":{\"completionReason\":{\"b\":1},\"recordResourceLocation\":{\"code\":2},"
        "\"createdDateTime\":\"x\",\"clientContext\":null}}";
    static const char *const texts[] = {
        other,
        record,
        unnamed,
        "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\"}}",
        "{\"operation\":{}}",
        "{}",
    };
    static struct text text;
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < 36; i++) {
        dm_object *before = parsed_with_other(arena, texts[i / 6]);
        dm_object *after = parsed_with_other(arena, texts[i % 6]);
        const char *patch = patch_of(arena, before, after);
        const char *service = merged_text(&text, texts[i / 6], patch);
        assert_true(dm_equivalent(parsed_with_other(arena, service), after));
        dm_object *merged = dm_copy(arena, NULL, before);
        assert_int_equal(dm_merge(merged, parsed_with_other(arena, patch)), DM_OK);
        assert_true(dm_equivalent(merged, after));
        assert_true(dm_equivalent(parsed_with_other(arena, written(arena, merged)), after));
    }
    dm_arena_destroy(arena);
}

/* A patch that names no type changes the object that is there, whatever its type. */
static void test_merging_without_a_type(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed(
        arena, &graph_beta_sample_descriptor,
        "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\",\"id\":\"1\","
        "\"createdDateTime\":\"x\",\"u\":{\"a\":1}},\"data\":{\"b\":{\"c\":1}},\"n\":{\"x\":1}}");
    dm_object *patch = parsed(arena, &graph_beta_sample_descriptor,
                              "{\"operation\":{\"status\":\"failed\",\"createdDateTime\":\"y\","
                              "\"u\":{\"b\":2}},\"data\":{\"b\":{\"d\":2}},\"n\":{\"y\":2}}");
    assert_int_equal(dm_merge(object, patch), DM_OK);
    assert_string_equal(
        written(arena, object),
        "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\",\"id\":\"1\","
        "\"status\":\"failed\",\"createdDateTime\":\"y\",\"u\":{\"a\":1,\"b\":2}},"
        "\"data\":{\"b\":{\"c\":1,\"d\":2}},\"n\":{\"x\":1,\"y\":2}}");
    object = parsed(arena, &graph_beta_record_operation_descriptor, "{\"createdDateTime\":\"x\"}");
    patch = parsed(arena, &graph_beta_comms_operation_descriptor,
                   "{\"id\":\"1\",\"createdDateTime\":null,\"completionReason\":\"later\"}");
    assert_int_equal(dm_merge(object, patch), DM_OK);
    assert_string_equal(written(arena, object), "{\"id\":\"1\",\"completionReason\":\"later\","
                                                "\"createdDateTime\":null}");
    dm_arena_destroy(arena);
}

/* What two types share is taken over with its nulls, raw values and digits. */
static void test_merging_another_type(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed_with_other(
        arena, "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\","
               "\"clientContext\":7.0,\"id\":null,\"status\":[\"x\"]}}");
    dm_object *patch = parsed_with_other(
        arena, "{\"operation\":{\"@odata.type\":\"#microsoft.graph.otherOperation\"}}");
    assert_int_equal(dm_merge(object, patch), DM_OK);
    assert_string_equal(written(arena, object),
                        "{\"operation\":{\"@odata.type\":\"#microsoft.graph.otherOperation\","
                        "\"clientContext\":7.0,\"id\":null,\"status\":[\"x\"]}}");
    graph_beta_sample *sample = DM_AS(graph_beta_sample *, object);
    assert_ptr_equal(sample->operation->object.type, &other_descriptor);
    dm_arena_destroy(arena);
}

/* A patch that was read without the list of types names the type that is there. */
/* What takes the place of a type's name without being one stands alone. */
static void test_merging_no_name(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed(arena, &graph_beta_sample_descriptor,
                               "{\"parent\":{\"@odata.type\":\"#microsoft.graph.derivedSample\","
                               "\"last\":true}}");
    dm_object *patch = parsed(arena, &graph_beta_sample_descriptor,
                              "{\"parent\":{\"@odata.type\":5,\"last\":null}}");
    assert_int_equal(dm_merge(object, patch), DM_OK);
    assert_string_equal(written(arena, object), "{\"parent\":{\"last\":null,\"@odata.type\":5}}");
    dm_arena_destroy(arena);
}

static void test_merging_the_type_by_name(void **state)
{
    (void)state;
    static const char text[] =
        "{\"operation\":{\"@odata.type\":\"microsoft.graph.RECORDoperation\","
        "\"createdDateTime\":\"y\",\"id\":\"2\"}}";
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *patch;
    dm_object *object = parsed(
        arena, &graph_beta_sample_descriptor,
        "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation\",\"id\":\"1\"}}");
    assert_int_equal(
        dm_parse(arena, &graph_beta_sample_descriptor, text, sizeof text - 1, NULL, &patch, NULL),
        DM_OK);
    assert_int_equal(dm_merge(object, patch), DM_OK);
    graph_beta_record_operation *operation =
        graph_beta_record_operation_from(DM_AS(graph_beta_sample *, object)->operation);
    assert_non_null(operation);
    assert_string_equal(operation->id, "2");
    assert_string_equal(operation->created_date_time, "y");
    dm_arena_destroy(arena);
}

/* Objects that a program put together itself, without an arena or type of their own. */
static void test_objects_on_the_stack(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample parent = {0};
    graph_beta_sample *object = graph_beta_sample_new(arena);
    parent.title = "a";
    object->parent = &parent;
    dm_object *patch =
        parsed(arena, &graph_beta_sample_descriptor, "{\"parent\":{\"id\":\"1\",\"u\":2}}");
    assert_int_equal(dm_merge(&object->object, patch), DM_OK);
    assert_string_equal(written(arena, &object->object),
                        "{\"parent\":{\"id\":\"1\",\"title\":\"a\",\"u\":2}}");
    assert_null(parent.id);
    dm_arena_destroy(arena);
}

static void test_pretty_patches(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    const char *patch;
    dm_write_options options = {.pretty = true};
    dm_object *before = parsed(arena, &graph_beta_sample_descriptor,
                               "{\"parent\":{\"u\":{\"x\":1,\"y\":2}},\"v\":{\"a\":[]}}");
    dm_object *after = parsed(arena, &graph_beta_sample_descriptor,
                              "{\"parent\":{\"u\":{\"x\":[1],\"z\":{\"q\":1}}},\"v\":{\"a\":[]}}");
    assert_int_equal(dm_write_patch(arena, before, after, &options, &patch, NULL, NULL), DM_OK);
    assert_string_equal(patch, "{\n"
                               "  \"parent\": {\n"
                               "    \"u\": {\n"
                               "      \"x\": [\n"
                               "        1\n"
                               "      ],\n"
                               "      \"z\": {\n"
                               "        \"q\": 1\n"
                               "      },\n"
                               "      \"y\": null\n"
                               "    }\n"
                               "  }\n"
                               "}");
    dm_arena_destroy(arena);
}

/* ---- Failures ---- */

static dm_status patch_status(dm_arena *arena, const dm_object *before, const dm_object *after)
{
    const char *patch = "";
    dm_error error;
    dm_status status = dm_write_patch(arena, before, after, NULL, &patch, NULL, &error);
    assert_int_equal(status, status == DM_OK ? DM_OK : error.code);
    assert_true((patch != NULL) == (status == DM_OK));
    return status;
}

static void test_failed_setters_are_reported(void **state)
{
    (void)state;
    char block[4096];
    int elsewhere;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *before = graph_beta_sample_new(arena);
    graph_beta_sample *after = graph_beta_sample_new(arena);
    dm_set_empty(&before->object, &before->parent);
    dm_set_empty(&after->object, &after->parent);
    assert_int_equal(patch_status(arena, &before->object, &after->object), DM_OK);
    after->parent->title = "x";
    dm_set_null(&after->parent->object, &elsewhere);
    assert_int_equal(patch_status(arena, &before->object, &after->object), DM_ERROR_ARGUMENT);
    after->parent = NULL;
    assert_int_equal(patch_status(arena, &before->object, &after->object), DM_OK);
    dm_arena *small = dm_arena_create_fixed(block, sizeof block);
    graph_beta_sample *full = graph_beta_sample_new(small);
    assert_non_null(full);
    while (dm_copy_text(&full->object, "a text that fills the arena"))
        continue;
    assert_int_equal(patch_status(arena, &before->object, &full->object), DM_ERROR_MEMORY);
    dm_set_null(&after->object, &elsewhere);
    assert_int_equal(patch_status(arena, &before->object, &after->object), DM_ERROR_ARGUMENT);
    assert_int_equal(patch_status(arena, NULL, &after->object), DM_ERROR_ARGUMENT);
    dm_arena_destroy(arena);
}

static void test_circles_end(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *before = graph_beta_sample_new(arena);
    graph_beta_sample *after = graph_beta_sample_new(arena);
    before->parent = before;
    after->parent = after;
    after->title = "x";
    assert_int_equal(patch_status(arena, &before->object, &after->object), DM_ERROR_DEPTH);
    assert_int_equal(patch_status(arena, NULL, &after->object), DM_ERROR_DEPTH);
    before->parent =
        DM_AS(graph_beta_sample *, dm_new(arena, &graph_beta_derived_sample_descriptor));
    assert_int_equal(patch_status(arena, &before->object, &after->object), DM_ERROR_DEPTH);
    dm_arena_destroy(arena);
}

static void test_little_memory(void **state)
{
    (void)state;
    static char block[8192];
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *before = parsed(arena, &graph_beta_sample_descriptor,
                               "{\"operation\":{\"@odata.type\":\"#microsoft.graph.recordOperation"
                               "\",\"createdDateTime\":\"x\",\"u\":{\"a\":1}},\"v\":{\"a\":1}}");
    dm_object *after =
        parsed(arena, &graph_beta_sample_descriptor,
               "{\"operation\":{\"id\":\"1\",\"u\":{\"b\":1}},\"v\":{\"b\":{\"c\":1}}}");
    const char *patch = patch_of(arena, before, after);
    dm_object *change = parsed(arena, &graph_beta_sample_descriptor, patch);
    size_t done = 0;
    for (size_t size = 0; size < sizeof block; size += 8) {
        const char *text;
        dm_arena *small = dm_arena_create_fixed(block, size);
        dm_status status =
            small ? dm_write_patch(small, before, after, NULL, &text, NULL, NULL) : DM_ERROR_MEMORY;
        assert_true(status == DM_OK || status == DM_ERROR_MEMORY);
        if (status == DM_OK)
            assert_string_equal(text, patch);
        small = dm_arena_create_fixed(block, size);
        dm_object *merged = small ? dm_copy(small, NULL, before) : NULL;
        if (!merged)
            continue;
        status = dm_merge(merged, change);
        assert_true(status == DM_OK || status == DM_ERROR_MEMORY);
        if (status == DM_OK)
            assert_true(dm_equivalent(merged, after));
        done += status == DM_OK;
    }
    assert_true(done > 0);
    dm_arena_destroy(arena);
}

/* ---- Flags ---- */

struct holder {
    dm_object object;
    struct {
        dm_flags *items;
        size_t count;
        bool has;
    } rights;
};

static const struct holder_table {
    struct {
        const void *rights;
    } details;
    dm_field fields[1];
    uint16_t order[1];
    struct {
        char rights[sizeof "rights"];
    } names;
} holder_table = {
    {&graph_beta_sample_rights_descriptor},
    {DM_FIELD_OF(holder_table, 1, struct holder, rights, DM_FLAGS, DM_COLLECTION)},
    {0},
    {"rights"},
};

static const dm_type holder_descriptor = {"microsoft.graph.holder",
                                          NULL,
                                          holder_table.fields,
                                          holder_table.order,
                                          NULL,
                                          sizeof(struct holder),
                                          1,
                                          0,
                                          0};

/* No bits: a text without members, one that no page documents, and a null are three things. */
static void test_flags_without_bits(void **state)
{
    (void)state;
    static const char *const texts[] = {"{\"rights\":[\"\"]}", "{\"rights\":[null]}",
                                        "{\"rights\":[\"zzz\"]}", "{\"rights\":[\"read\"]}"};
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < 16; i++) {
        dm_object *before = parsed(arena, &holder_descriptor, texts[i / 4]);
        dm_object *after = parsed(arena, &holder_descriptor, texts[i % 4]);
        assert_int_equal(dm_equal(before, after), i / 4 == i % 4);
        assert_string_equal(patch_of(arena, before, after), i / 4 == i % 4 ? "{}" : texts[i % 4]);
    }
    graph_beta_sample *none = graph_beta_sample_new(arena);
    graph_beta_sample *some = graph_beta_sample_new(arena);
    some->rights.text = "zzz";
    assert_false(dm_equal(&none->object, &some->object));
    assert_false(dm_equal(&some->object, &none->object));
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own_merging),
        cmocka_unit_test(test_law),
        cmocka_unit_test(test_members_of_raw_objects),
        cmocka_unit_test(test_nested_objects_and_their_types),
        cmocka_unit_test(test_one_derived_type_to_another),
        cmocka_unit_test(test_merging_without_a_type),
        cmocka_unit_test(test_merging_another_type),
        cmocka_unit_test(test_merging_no_name),
        cmocka_unit_test(test_merging_the_type_by_name),
        cmocka_unit_test(test_objects_on_the_stack),
        cmocka_unit_test(test_pretty_patches),
        cmocka_unit_test(test_failed_setters_are_reported),
        cmocka_unit_test(test_circles_end),
        cmocka_unit_test(test_little_memory),
        cmocka_unit_test(test_flags_without_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
