/* The law of patches, on random objects: merging dm_write_patch(before, after) into before gives
 * after, null and absent being the same. */
#include "support.h"

static uint32_t random_state = 12345;

static uint32_t pick(uint32_t limit)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % limit;
}

struct text {
    char bytes[65536];
    size_t used;
};

static void add(struct text *text, const char *piece)
{
    size_t length = strlen(piece);
    assert_true(text->used + length < sizeof text->bytes);
    memcpy(text->bytes + text->used, piece, length + 1);
    text->used += length;
}

static void add_object(struct text *text, const dm_type *type, int depth);

static void add_raw(struct text *text)
{
    static const char *const values[] = {"1",  "\"x\"",    "true",       "[1,null,{\"a\":2}]",
                                         "{}", "\"Busy\"", "{\"q\":[]}", "-0.50"};
    add(text, values[pick(8)]);
}

static void add_value(struct text *text, const dm_field *field, int depth)
{
    static const char *const texts[] = {"\"a\"", "\"\"", "\"\\u00e4\\n\"", "\"zz\"", "12"};
    static const char *const numbers[] = {"0", "1", "-7", "\"5\"", "100"};
    static const char *const reals[] = {"0", "1.50", "-2e3", "\"NaN\"", "0.1"};
    static const char *const colors[] = {"\"red\"", "\"RED\"", "\"mauve\"", "\"darkBlue\"",
                                         "\"x\""};
    static const char *const rights[] = {"\"read\"", "\"own,fly\"", "\"\"", "\"read, own\"",
                                         "\"x\""};
    switch ((dm_kind)field->kind) {
    case DM_OBJECT:
        add_object(text, field->detail, depth);
        break;
    case DM_ENUMERATION:
        add(text, colors[pick(5)]);
        break;
    case DM_FLAGS:
        add(text, rights[pick(5)]);
        break;
    case DM_BOOLEAN:
        add(text, pick(2) ? "true" : "false");
        break;
    case DM_SINGLE:
    case DM_DOUBLE:
        add(text, reals[pick(5)]);
        break;
    case DM_STREAM:
    case DM_UNTYPED:
        add_raw(text);
        break;
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
        add(text, numbers[pick(5)]);
        break;
    default:
        add(text, texts[pick(5)]);
        break;
    }
}

static void add_member(struct text *text, const dm_field *field, int depth)
{
    uint32_t what = pick(12);
    if (what == 0) {
        add(text, "null");
    } else if (what == 1) {
        add_raw(text);
    } else if (field->flags & DM_COLLECTION) {
        add(text, "[");
        for (uint32_t i = pick(3); i > 0; i--) {
            add_value(text, field, depth);
            add(text, i > 1 ? "," : "");
        }
        add(text, "]");
    } else {
        add_value(text, field, depth);
    }
}

static void add_object(struct text *text, const dm_type *type, int depth)
{
    static const char *const unknown[] = {"\"one\":", "\"two\":", "\"three\":", "\"\\u0022q\":"};
    const char *comma = "";
    add(text, "{");
    if (type == &graph_beta_comms_operation_descriptor && pick(3) == 0) {
        add(text, "\"@odata.type\":\"#microsoft.graph.recordOperation\"");
        type = &graph_beta_record_operation_descriptor;
        comma = ",";
    }
    for (size_t i = 0; i < type->field_count; i++) {
        const dm_field *field = &type->fields[i];
        if (pick(4) != 0 || (field->kind == DM_OBJECT && depth == 0))
            continue;
        add(text, comma);
        add(text, "\"");
        add(text, field->name);
        add(text, "\":");
        add_member(text, field, depth - 1);
        comma = ",";
    }
    for (size_t i = 0; i < 4; i++) {
        if (pick(5) != 0)
            continue;
        add(text, comma);
        add(text, unknown[i]);
        if (pick(4) == 0)
            add(text, "null");
        else
            add_raw(text);
        comma = ",";
    }
    add(text, "}");
}

static dm_object *random_object(dm_arena *arena, struct text *text)
{
    text->used = 0;
    add_object(text, &graph_beta_sample_descriptor, 3);
    return parsed(arena, &graph_beta_sample_descriptor, text->bytes);
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
        dm_object *before = random_object(arena, &first);
        dm_object *after = random_object(arena, &second);
        assert_int_equal(dm_write_patch(arena, before, after, NULL, &patch, NULL, NULL), DM_OK);
        dm_object *merged = dm_copy(arena, NULL, before);
        assert_true(dm_equal(merged, before));
        assert_int_equal(dm_merge(merged, parsed(arena, &graph_beta_sample_descriptor, patch)),
                         DM_OK);
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
        dm_object *object = random_object(arena, &text);
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
