/* What programs do with generated types besides reading and writing one: envelopes, annotations,
 * conversion, objects that name their own type, reflection, validation, two versions at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <docmodel/service.h>
#include <graph/models.h>
#include <graph_beta/models.h>

static dm_parse_options beta_options(void)
{
    dm_parse_options options;
    memset(&options, 0, sizeof options);
    options.types = graph_beta_types;
    return options;
}

static void assert_written(dm_arena *arena, const dm_object *object, const char *expected)
{
    const char *text = NULL;
    assert_int_equal(dm_write(arena, object, NULL, &text, NULL, NULL), DM_OK);
    assert_string_equal(text, expected);
}

/* A page, whose elements are of derived types; it comes back byte by byte. */
static void pages(void **state)
{
    static const char text[] =
        "{\"@odata.context\":\"x#y\",\"@odata.count\":7,\"@odata.nextLink\":\"https://a/?b\","
        "\"@odata.deltaLink\":\"https://c\",\"value\":[{\"@odata.type\":"
        "\"#microsoft.graph.recordOperation\",\"recordingAccessToken\":\"t\","
        "\"recordingLocation\":\"l\",\"id\":\"1\"},{\"id\":\"2\",\"status\":\"failed\"}],"
        "\"@search\":[1]}";
    graph_beta_comms_operation_page *page;
    dm_parse_options options = beta_options();
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    assert_int_equal(
        graph_beta_comms_operation_page_parse(arena, text, strlen(text), &options, &page, NULL),
        DM_OK);
    assert_int_equal(page->count.value, 7);
    assert_string_equal(page->next_link, "https://a/?b");
    assert_string_equal(page->delta_link, "https://c");
    assert_int_equal(page->value.count, 2);
    assert_non_null(graph_beta_record_operation_from(page->value.items[0]));
    assert_null(graph_beta_record_operation_from(page->value.items[1]));
    assert_int_equal(page->value.items[1]->status.value, GRAPH_BETA_COMMS_OPERATION_STATUS_FAILED);
    const char *again;
    dm_json before;
    dm_json after;
    assert_int_equal(dm_write(arena, &page->object, NULL, &again, NULL, NULL), DM_OK);
    assert_int_equal(dm_json_check(text, strlen(text), NULL, &before, NULL), DM_OK);
    assert_int_equal(dm_json_check(again, strlen(again), NULL, &after, NULL), DM_OK);
    assert_true(dm_json_equal(before, after));
    dm_arena_destroy(arena);
}

/* What a delta query says of a deleted entity, and annotations of an instance and of a property. */
static void annotations(void **state)
{
    static const char text[] =
        "{\"@odata.etag\":\"W/\\\"1\\\"\",\"id\":\"1\",\"@removed\":{\"reason\":\"deleted\"},"
        "\"resultInfo@odata.type\":\"#x\",\"@microsoft.graph.downloadUrl\":\"https://d\"}";
    graph_comms_operation *operation;
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    assert_int_equal(graph_comms_operation_parse(arena, text, strlen(text), NULL, &operation, NULL),
                     DM_OK);
    dm_json removed = dm_unknown(&operation->object, "@removed");
    assert_true(dm_json_is_text(dm_json_member(removed, "reason"), "deleted"));
    assert_true(dm_json_is_text(dm_unknown(&operation->object, "@odata.etag"), "W/\"1\""));
    assert_true(dm_json_is_text(dm_unknown(&operation->object, "resultInfo@odata.type"), "#x"));
    const char *again;
    dm_json before;
    dm_json after;
    assert_int_equal(graph_comms_operation_write(arena, operation, NULL, &again, NULL, NULL),
                     DM_OK);
    assert_int_equal(dm_json_check(text, strlen(text), NULL, &before, NULL), DM_OK);
    assert_int_equal(dm_json_check(again, strlen(again), NULL, &after, NULL), DM_OK);
    assert_true(dm_json_equal(before, after));
    assert_true(dm_remove(&operation->object, "@removed"));
    assert_int_equal(dm_json_kind_of(dm_unknown(&operation->object, "@removed")), DM_JSON_NONE);
    dm_arena_destroy(arena);
}

static void service_errors(void **state)
{
    static const char text[] =
        "{\"error\":{\"code\":\"itemNotFound\",\"message\":\"m\",\"innerError\":{\"code\":"
        "\"inner\","
        "\"request-id\":\"r\",\"more\":1},\"details\":[{\"code\":\"d\",\"target\":\"t\"}]}}";
    dm_service_response *response;
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    assert_int_equal(dm_service_response_parse(arena, text, strlen(text), NULL, &response, NULL),
                     DM_OK);
    assert_string_equal(response->error->code, "itemNotFound");
    assert_string_equal(response->error->inner_error->request_id, "r");
    assert_string_equal(response->error->details.items[0]->target, "t");
    assert_int_equal(dm_service_response_parse(arena, "{\"id\":\"1\"}", 10, NULL, &response, NULL),
                     DM_OK);
    assert_null(response->error);
    dm_arena_destroy(arena);
}

/* An object names its own type; without one it is kept whole, and converted once that is known. */
static void unknown_types(void **state)
{
    static const char named[] =
        "{\"@odata.type\":\"microsoft.graph.recordoperation\",\"id\":\"1\"}";
    static const char other[] = "{\"@odata.type\":\"#microsoft.graph.playPromptOperation\","
                                "\"clientContext\":\"c\",\"x\":[1]}";
    dm_object *object;
    dm_object *converted;
    dm_object *back;
    dm_parse_options options = beta_options();
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    assert_int_equal(dm_parse_any(arena, named, strlen(named), &options, &object, NULL), DM_OK);
    assert_ptr_equal(object->type, &graph_beta_record_operation_descriptor);
    assert_written(arena, object, named);
    assert_int_equal(dm_parse_any(arena, other, strlen(other), &options, &object, NULL), DM_OK);
    assert_ptr_equal(object->type, &dm_any_descriptor);
    assert_int_equal(dm_convert(arena, object, &graph_beta_comms_operation_descriptor, &options,
                                &converted, NULL),
                     DM_OK);
    const graph_beta_comms_operation *operation = graph_beta_comms_operation_from(converted);
    assert_non_null(operation);
    assert_string_equal(operation->client_context, "c");
    assert_written(arena, converted, other);
    assert_int_equal(
        dm_convert(arena, converted, &graph_beta_result_info_descriptor, &options, &back, NULL),
        DM_OK);
    assert_true(dm_json_is_text(dm_unknown(back, "clientContext"), "c"));
    dm_arena_destroy(arena);
}

/* Every property is found by its name, and subtypes are listed. */
static void reflection(void **state)
{
    size_t position = 0;
    size_t count = 0;
    bool found = false;
    (void)state;
    for (const dm_type *type =
             dm_subtype_next(graph_beta_types, &graph_beta_comms_operation_descriptor, &position);
         type; type = dm_subtype_next(graph_beta_types, &graph_beta_comms_operation_descriptor,
                                      &position)) {
        found = found || type == &graph_beta_record_operation_descriptor;
        assert_true(dm_type_is(type, &graph_beta_comms_operation_descriptor));
        count++;
    }
    assert_true(found && count > 0);
    const dm_type *type = dm_type_find(graph_beta_types, "#Microsoft.Graph.RecordOperation");
    assert_ptr_equal(type, &graph_beta_record_operation_descriptor);
    for (size_t i = 0; i < type->field_count; i++)
        assert_ptr_equal(dm_field_find(type, dm_field_name(&type->fields[i])), &type->fields[i]);
    assert_null(dm_field_find(type, "ID"));
}

static void count_violation(void *context, const char *pointer, const char *message)
{
    size_t *count = context;
    assert_string_equal(pointer, "/clientContext");
    assert_non_null(message);
    (*count)++;
}

/* "Max limit is 256 chars": at the limit, and behind it. */
static void validation(void **state)
{
    char text[258];
    size_t count = 0;
    graph_comms_operation operation;
    (void)state;
    memset(text, 'x', sizeof text);
    text[256] = '\0';
    graph_comms_operation_init(&operation, NULL);
    operation.client_context = text;
    assert_int_equal(dm_validate(&operation.object, false, count_violation, &count), DM_OK);
    text[256] = 'x';
    text[257] = '\0';
    assert_int_equal(dm_validate(&operation.object, false, count_violation, &count), DM_ERROR_RULE);
    assert_int_equal(count, 1);
}

/* What is written through the base is read through the derived type, and the other way. */
static void bases_and_derived_types(void **state)
{
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_record_operation *record = graph_beta_record_operation_new(arena);
    graph_beta_comms_operation *base = &record->as_comms_operation;
    (void)state;
    record->client_context = "derived";
    base->client_context = "base";
    assert_string_equal(record->client_context, "base");
    record->id = "1";
    base->id = "2";
    record->id = "3";
    assert_string_equal(base->id, "3");
    assert_ptr_equal(graph_beta_record_operation_from(base), record);
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages),
        cmocka_unit_test(annotations),
        cmocka_unit_test(service_errors),
        cmocka_unit_test(unknown_types),
        cmocka_unit_test(reflection),
        cmocka_unit_test(validation),
        cmocka_unit_test(bases_and_derived_types),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
