/* The law of patches, on random objects: merging dm_write_patch(before, after) into before gives
 * after, null and absent being the same. */
#include "random_text.h"
#include "support.h"

static dm_object *random_object(dm_arena *arena, struct text *text, const dm_type *type)
{
    text->used = 0;
    add(text, "{");
    add_members(text, type, 3);
    add(text, "}");
    return parsed(arena, type, text->bytes);
}

static void test_law(void **state)
{
    (void)state;
    static struct text first;
    static struct text second;
    dm_arena *arena = dm_arena_create(NULL);
    for (int i = 0; i < 3000; i++) {
        const char *patch;
        dm_arena_reset(arena);
        const dm_type *type =
            pick(3) ? &graph_beta_sample_descriptor : &graph_beta_derived_sample_descriptor;
        dm_object *before = random_object(arena, &first, type);
        dm_object *after = random_object(arena, &second, type);
        assert_int_equal(dm_write_patch(arena, before, after, NULL, &patch, NULL, NULL), DM_OK);
        dm_object *merged = dm_copy(arena, NULL, before);
        assert_true(dm_equal(merged, before));
        assert_int_equal(dm_merge(merged, parsed(arena, type, patch)), DM_OK);
        if (!dm_equivalent(merged, after))
            fail_msg("before %s\nafter  %s\npatch  %s\nmerged %s", first.bytes, second.bytes, patch,
                     written(arena, merged));
        assert_int_equal(dm_write_patch(arena, merged, after, NULL, &patch, NULL, NULL), DM_OK);
        merged = dm_copy(arena, NULL, before);
        assert_int_equal(dm_write_patch(arena, merged, before, NULL, &patch, NULL, NULL), DM_OK);
        assert_string_equal(patch, "{}");
    }
    dm_arena_destroy(arena);
}

static void test_from_nothing_and_back(void **state)
{
    (void)state;
    static struct text text;
    dm_arena *arena = dm_arena_create(NULL);
    for (int i = 0; i < 2000; i++) {
        const char *patch;
        dm_arena_reset(arena);
        dm_object *object = random_object(arena, &text, &graph_beta_sample_descriptor);
        dm_object *empty = dm_new(arena, object->type);
        assert_true(same_json(written(arena, object), text.bytes));
        assert_int_equal(dm_write_patch(arena, empty, object, NULL, &patch, NULL, NULL), DM_OK);
        assert_true(same_json(patch, text.bytes));
        assert_int_equal(dm_write_patch(arena, NULL, object, NULL, &patch, NULL, NULL), DM_OK);
        assert_true(same_json(patch, text.bytes));
        dm_object *again = parsed(arena, object->type, written(arena, object));
        assert_true(dm_equal(again, object));
        dm_object *converted;
        assert_int_equal(dm_convert(arena, object, &dm_any_descriptor, NULL, &converted, NULL),
                         DM_OK);
        assert_true(same_json(written(arena, converted), text.bytes));
    }
    dm_arena_destroy(arena);
}

static void test_examples(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    const char *patch;
    dm_object *before = parsed(arena, &graph_beta_sample_descriptor,
                               "{\"title\":\"a\",\"int32Value\":1,\"parent\":{\"title\":\"p\","
                               "\"tags\":[\"x\"]},\"id\":\"1\",\"old\":1}");
    graph_beta_sample *after = DM_AS(graph_beta_sample *, dm_copy(arena, NULL, before));
    after->title = NULL;
    after->int32_value = dm_int32_of(0);
    after->parent->title = "q";
    after->id = "2";
    dm_set_null(&after->object, &after->enabled);
    dm_remove(&after->object, "old");
    dm_write_options options = {.omit_read_only = true};
    assert_int_equal(dm_write_patch(arena, before, &after->object, &options, &patch, NULL, NULL),
                     DM_OK);
    assert_string_equal(patch, "{\"title\":null,\"enabled\":null,\"int32Value\":0,"
                               "\"parent\":{\"title\":\"q\"},\"old\":null}");
    dm_error error;
    assert_int_equal(dm_write_patch(arena, before, dm_new(arena, &graph_beta_entity_descriptor),
                                    NULL, &patch, NULL, &error),
                     DM_ERROR_ARGUMENT);
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_law),
        cmocka_unit_test(test_from_nothing_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
