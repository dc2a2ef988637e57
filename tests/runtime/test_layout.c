/* The data layout: offsets of inherited members, casts, writes through base and derived types. */
#include "support.h"

#define SAME_OFFSET(derived, base, path, member) \
    assert_int_equal(offsetof(derived, path.member), offsetof(derived, member))

static void test_inherited_members_lie_in_the_base(void **state)
{
    (void)state;
    SAME_OFFSET(graph_beta_record_operation, graph_beta_comms_operation, as_comms_operation,
                object);
    SAME_OFFSET(graph_beta_record_operation, graph_beta_comms_operation, as_comms_operation,
                status);
    SAME_OFFSET(graph_beta_sample, graph_beta_entity, as_entity, archived);
    SAME_OFFSET(graph_beta_derived_sample, graph_beta_sample, as_sample, title);
    SAME_OFFSET(graph_beta_derived_sample, graph_beta_sample, as_sample, archived);
    SAME_OFFSET(graph_beta_derived_sample, graph_beta_sample, as_sample, last);
    SAME_OFFSET(graph_beta_derived_sample, graph_beta_entity, as_entity, archived);
    assert_true(offsetof(graph_beta_derived_sample, flag) >= sizeof(graph_beta_sample));
    assert_true(offsetof(graph_beta_sample, title) >= sizeof(graph_beta_entity));
}

static void test_tables_begin_with_the_base(void **state)
{
    (void)state;
    for (size_t i = 0; i < graph_beta_types.count; i++) {
        const dm_type *type = graph_beta_types.items[i];
        for (size_t f = 0; type->base && f < type->base->field_count; f++) {
            assert_string_equal(dm_field_name(&type->fields[f]),
                                dm_field_name(&type->base->fields[f]));
            assert_int_equal(type->fields[f].offset, type->base->fields[f].offset);
        }
        for (size_t f = 0; f < type->field_count; f++)
            assert_ptr_equal(dm_field_find(type, dm_field_name(&type->fields[f])),
                             &type->fields[f]);
        assert_null(dm_field_find(type, "no such property"));
        assert_null(dm_field_find(type, ""));
    }
}

__attribute__((noinline)) static int32_t write_both(graph_beta_derived_sample *derived,
                                                    graph_beta_sample *base)
{
    derived->int32_value = dm_int32_of(1);
    base->int32_value = dm_int32_of(2);
    return derived->int32_value.value;
}

__attribute__((noinline)) static const char *write_texts(graph_beta_record_operation *derived,
                                                         graph_beta_comms_operation *base)
{
    derived->id = "derived";
    base->id = "base";
    return derived->id;
}

__attribute__((noinline)) static size_t write_collections(graph_beta_derived_sample *derived,
                                                          graph_beta_sample *base)
{
    derived->children.count = 3;
    base->children.count = 4;
    return derived->children.count;
}

static void test_base_and_derived_are_one_object(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_derived_sample *sample = graph_beta_derived_sample_new(arena);
    graph_beta_record_operation *operation = graph_beta_record_operation_new(arena);
    assert_int_equal(write_both(sample, &sample->as_sample), 2);
    assert_int_equal(write_collections(sample, &sample->as_sample), 4);
    assert_string_equal(write_texts(operation, &operation->as_comms_operation), "base");
    dm_arena_destroy(arena);
}

static void test_casts_are_checked(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_derived_sample *derived = graph_beta_derived_sample_new(arena);
    graph_beta_sample *sample = graph_beta_sample_new(arena);
    assert_ptr_equal(graph_beta_derived_sample_from(graph_beta_sample_from(&derived->as_entity)),
                     derived);
    assert_null(graph_beta_derived_sample_from(sample));
    assert_null(graph_beta_derived_sample_from(NULL));
    assert_ptr_equal(graph_beta_entity_from(&derived->object), derived);
    assert_null(graph_beta_result_info_from(&derived->object));
    dm_arena_destroy(arena);
}

static void test_zeroed_structure_is_an_empty_object(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_comms_operation operation = {0};
    graph_beta_result_info info = {0};
    const char *text;
    assert_int_equal(graph_beta_comms_operation_write(arena, &operation, NULL, &text, NULL, NULL),
                     DM_OK);
    assert_string_equal(text, "{}");
    operation.status =
        graph_beta_comms_operation_status_of(GRAPH_BETA_COMMS_OPERATION_STATUS_FAILED);
    info.code = dm_int32_of(0);
    operation.result_info = &info;
    assert_int_equal(graph_beta_comms_operation_write(arena, &operation, NULL, &text, NULL, NULL),
                     DM_OK);
    assert_string_equal(text, "{\"resultInfo\":{\"code\":0},\"status\":\"failed\"}");
    dm_error error;
    assert_int_equal(dm_write(arena, &operation.object, NULL, &text, NULL, &error),
                     DM_ERROR_ARGUMENT);
    assert_int_equal(graph_beta_comms_operation_write(arena, NULL, NULL, &text, NULL, NULL), DM_OK);
    assert_string_equal(text, "null");
    dm_arena_destroy(arena);
}

static void test_enumerations_both_ways(void **state)
{
    (void)state;
    assert_int_equal(graph_beta_comms_operation_status_from_text("completed"),
                     GRAPH_BETA_COMMS_OPERATION_STATUS_COMPLETED);
    assert_int_equal(graph_beta_comms_operation_status_from_text("COMPLETED"),
                     GRAPH_BETA_COMMS_OPERATION_STATUS_COMPLETED);
    assert_int_equal(graph_beta_comms_operation_status_from_text("x"), -1);
    assert_int_equal(graph_beta_comms_operation_status_from_text(NULL), 0);
    assert_string_equal(
        graph_beta_comms_operation_status_to_text(GRAPH_BETA_COMMS_OPERATION_STATUS_RUNNING),
        "running");
    assert_null(
        graph_beta_comms_operation_status_to_text(GRAPH_BETA_COMMS_OPERATION_STATUS_ABSENT));
    assert_int_equal(graph_beta_sample_rights_from_text("own, Read,fly"), 5);
}

static void test_subtypes(void **state)
{
    (void)state;
    size_t position = 0;
    const dm_type *type =
        dm_subtype_next(graph_beta_types, &graph_beta_entity_descriptor, &position);
    assert_ptr_equal(type, &graph_beta_derived_sample_descriptor);
    type = dm_subtype_next(graph_beta_types, &graph_beta_entity_descriptor, &position);
    assert_ptr_equal(type, &graph_beta_sample_descriptor);
    assert_null(dm_subtype_next(graph_beta_types, &graph_beta_entity_descriptor, &position));
    assert_ptr_equal(dm_type_find(graph_beta_types, "#Microsoft.Graph.RESULTINFO"),
                     &graph_beta_result_info_descriptor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inherited_members_lie_in_the_base),
        cmocka_unit_test(test_tables_begin_with_the_base),
        cmocka_unit_test(test_base_and_derived_are_one_object),
        cmocka_unit_test(test_casts_are_checked),
        cmocka_unit_test(test_zeroed_structure_is_an_empty_object),
        cmocka_unit_test(test_enumerations_both_ways),
        cmocka_unit_test(test_subtypes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
