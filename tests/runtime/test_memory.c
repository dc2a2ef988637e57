/* Memory: every allocation fails once, fixed blocks, reuse, in-place parsing, every prefix. */
#include "support.h"

static const char everything[] =
    "{\"@odata.type\":\"#microsoft.graph.derivedSample\",\"id\":\"1\",\"flag\":true,"
    "\"title\":\"a\\u00e4\\n\",\"amount\":\"1.50\",\"int32Value\":\"200\",\"doubleValue\":1.10,"
    "\"colors\":[\"red\",\"x\"],\"rights\":\"read\",\"tags\":[\"a\",5,null],\"int32s\":[1,2],"
    "\"parent\":{\"@odata.type\":\"x\",\"title\":null},\"children\":[{\"x\":{\"y\":[1]}},null],"
    "\"operation\":{\"id\":\"1\",\"recordResourceLocation\":\"l\","
    "\"@odata.type\":\"#microsoft.graph.recordOperation\"},"
    "\"data\":{\"a\":1},\"extraData\":[1],\"bools\":\"Busy\",\"oth\\u0065r\":[ ]}";

static const dm_type *const type = &graph_beta_sample_descriptor;

struct budget {
    size_t left;
    size_t live;
};

static void *limited_allocate(void *context, size_t size)
{
    struct budget *budget = context;
    void *block = budget->left > 0 ? malloc(size) : NULL;
    if (block) {
        budget->left--;
        budget->live++;
    }
    return block;
}

static void limited_release(void *context, void *block, size_t size)
{
    struct budget *budget = context;
    (void)size;
    budget->live--;
    free(block);
}

static dm_arena *limited_arena(struct budget *budget, size_t left)
{
    dm_allocator allocator = {limited_allocate, limited_release, budget, 16, 0};
    budget->left = left;
    budget->live = 0;
    return dm_arena_create(&allocator);
}

/* Everything that allocates, until something fails. */
static dm_status use_all(dm_arena *arena)
{
    dm_parse_options options = {.types = graph_beta_types};
    dm_object *object;
    dm_object *converted;
    dm_error error;
    const char *text;
    dm_status status =
        dm_parse(arena, type, everything, strlen(everything), &options, &object, &error);
    if (status != DM_OK) {
        assert_int_equal(error.code, status);
        return status;
    }
    dm_object *copy = dm_copy(arena, NULL, object);
    if (!copy)
        return DM_ERROR_MEMORY;
    graph_beta_sample *sample = DM_AS(graph_beta_sample *, copy);
    dm_set_null(copy, &sample->title);
    dm_set_empty(copy, &sample->tags);
    dm_append(copy, &sample->tags, dm_copy_text(copy, "x"));
    dm_set(copy, "n", (dm_json){"[1]", 3});
    status = dm_write_patch(arena, object, copy, NULL, &text, NULL, &error);
    if (status != DM_OK)
        return status;
    status = dm_convert(arena, object, &graph_beta_entity_descriptor, NULL, &converted, &error);
    if (status != DM_OK)
        return status;
    status = dm_merge(object, copy);
    return status != DM_OK ? status : dm_write(arena, object, NULL, &text, NULL, &error);
}

static void test_every_allocation_can_fail(void **state)
{
    (void)state;
    size_t allowed = 0;
    for (;; allowed++) {
        struct budget budget;
        dm_arena *arena = limited_arena(&budget, allowed);
        if (!arena) {
            assert_int_equal(allowed, 0);
            continue;
        }
        dm_status status = use_all(arena);
        dm_arena_destroy(arena);
        assert_int_equal(budget.live, 0);
        if (status == DM_OK)
            break;
        assert_int_equal(status, DM_ERROR_MEMORY);
    }
    assert_true(allowed > 40);
}

static void test_fixed_block(void **state)
{
    (void)state;
    static char block[8192];
    bool done = false;
    for (size_t size = 0; size + 1 < sizeof block; size += 37) {
        dm_object *object;
        dm_arena *arena = dm_arena_create_fixed(block + 1, size);
        if (!arena)
            continue;
        dm_status status =
            dm_parse(arena, type, everything, strlen(everything), NULL, &object, NULL);
        done = status == DM_OK;
        if (done)
            break;
        assert_int_equal(status, DM_ERROR_MEMORY);
    }
    assert_true(done);
}

static void test_limit_of_an_arena(void **state)
{
    (void)state;
    dm_allocator allocator = {.limit = 10000};
    dm_arena *arena = dm_arena_create(&allocator);
    size_t held;
    while (dm_arena_allocate(arena, 100)) {
    }
    dm_arena_usage(arena, &held);
    assert_true(held <= 10000);
    assert_true(held > 5000);
    dm_arena_destroy(arena);
}

static void test_reuse_allocates_nothing(void **state)
{
    (void)state;
    struct budget budget = {1000, 0};
    dm_allocator allocator = {limited_allocate, limited_release, &budget, 0, 0};
    dm_arena *arena = dm_arena_create(&allocator);
    for (int i = 0; i < 5; i++) {
        if (i == 2)
            budget.left = 0;
        dm_arena_reset(arena);
        dm_object *object = parsed(arena, type, everything);
        assert_true(same_json(written(arena, object), everything));
    }
    dm_arena_destroy(arena);
    assert_int_equal(budget.live, 0);
}

static void test_one_block_a_document(void **state)
{
    (void)state;
    struct budget budget = {1000, 0};
    dm_allocator allocator = {limited_allocate, limited_release, &budget, 0, 0};
    dm_arena *arena = dm_arena_create(&allocator);
    parsed(arena, type, everything);
    assert_true(1000 - budget.left <= 3);
    dm_arena_destroy(arena);
}

static bool add_codes(void *context, dm_object *item)
{
    const graph_beta_result_info *info = DM_AS(graph_beta_result_info *, item);
    int64_t *sum = context;
    *sum += info->code.value;
    return strlen(info->message) == 1000;
}

/* A long page is read within a small block, since the arena is reset before each element. */
static void test_large_page_in_a_small_block(void **state)
{
    (void)state;
    enum { ITEMS = 1000, ITEM = 1040 };
    static char block[4096];
    char *text = malloc(ITEMS * ITEM + 64);
    assert_non_null(text);
    size_t used = (size_t)sprintf(text, "{\"@odata.nextLink\":\"n\",\"value\":[");
    for (int i = 0; i < ITEMS; i++)
        used += (size_t)sprintf(text + used, "%s{\"code\":%d,\"message\":\"%01000d\"}",
                                i > 0 ? "," : "", i, i);
    used += (size_t)sprintf(text + used, "]}");
    int64_t sum = 0;
    dm_object *rest;
    dm_arena *arena = dm_arena_create_fixed(block, sizeof block);
    assert_int_equal(dm_visit(arena, &graph_beta_result_info_descriptor, text, used, NULL,
                              add_codes, &sum, &rest, NULL),
                     DM_OK);
    assert_int_equal(sum, ITEMS * (ITEMS - 1) / 2);
    assert_true(dm_json_is_text(dm_unknown(rest, "@odata.nextLink"), "n"));
    free(text);
}

static void test_in_place(void **state)
{
    (void)state;
    char buffer[sizeof everything];
    dm_object *object;
    dm_error error;
    dm_arena *arena = dm_arena_create(NULL);
    memcpy(buffer, everything, sizeof everything);
    assert_int_equal(dm_parse_in_place(arena, type, buffer, strlen(buffer), NULL, &object, &error),
                     DM_OK);
    assert_true(same_json(written(arena, object), everything));
    graph_beta_sample *sample = DM_AS(graph_beta_sample *, object);
    assert_true(sample->id > buffer && sample->id < buffer + sizeof buffer);
    memcpy(buffer, everything, sizeof everything);
    assert_int_equal(
        dm_parse_in_place(arena, type, buffer, strlen(buffer) - 1, NULL, &object, &error),
        DM_ERROR_ARGUMENT);
    dm_arena_destroy(arena);
}

/* A copy that ends where its memory does, so that a sanitizer sees each byte read behind it. */
static void test_every_prefix_fails(void **state)
{
    (void)state;
    for (size_t size = 0; size < strlen(everything); size++) {
        dm_arena *arena = dm_arena_create(NULL);
        dm_object *object;
        dm_error error;
        char *prefix = malloc(size + 1);
        assert_non_null(prefix);
        memcpy(prefix, everything, size);
        prefix[size] = '\0';
        dm_status status = dm_parse(arena, type, prefix, size, NULL, &object, &error);
        assert_int_equal(status, DM_ERROR_TRUNCATED);
        assert_int_equal(error.offset, size);
        assert_null(object);
        char *exact = realloc(prefix, size ? size : 1);
        assert_int_equal(dm_json_check(exact, size, NULL, NULL, NULL), DM_ERROR_TRUNCATED);
        free(exact);
        dm_arena_destroy(arena);
    }
}

/* Any single byte changed: an answer, right or wrong, and what is accepted is written as it was. */
static void test_every_changed_byte(void **state)
{
    (void)state;
    static const char bytes[] = "\0\"\\{}[]:,0n\xc3 ";
    dm_parse_options options = {.types = graph_beta_types};
    dm_arena *arena = dm_arena_create(NULL);
    char text[sizeof everything];
    for (size_t i = 0; i < strlen(everything) * (sizeof bytes - 1); i++) {
        dm_object *object;
        dm_json json;
        const char *again;
        size_t size;
        memcpy(text, everything, sizeof text);
        text[i / (sizeof bytes - 1)] = bytes[i % (sizeof bytes - 1)];
        dm_arena_reset(arena);
        dm_status status = dm_parse(arena, type, text, sizeof text - 1, &options, &object, NULL);
        dm_status checked = dm_json_check(text, sizeof text - 1, NULL, &json, NULL);
        assert_true(status == checked || status == DM_ERROR_TYPE);
        if (status != DM_OK)
            continue;
        assert_int_equal(dm_write(arena, object, NULL, &again, &size, NULL), DM_OK);
        assert_true(dm_json_equal(json, (dm_json){again, size}));
    }
    dm_arena_destroy(arena);
}

static void test_copy_is_deep(void **state)
{
    (void)state;
    char buffer[sizeof everything];
    dm_object *object;
    dm_parse_options options = {.types = graph_beta_types};
    dm_arena *first = dm_arena_create(NULL);
    dm_arena *second = dm_arena_create(NULL);
    memcpy(buffer, everything, sizeof everything);
    assert_int_equal(
        dm_parse_in_place(first, type, buffer, strlen(buffer), &options, &object, NULL), DM_OK);
    dm_object *copy = dm_copy(second, NULL, object);
    assert_true(dm_equal(object, copy));
    memset(buffer, 'x', sizeof buffer);
    dm_arena_destroy(first);
    assert_true(same_json(written(second, copy), everything));
    assert_null(dm_copy(second, NULL, NULL));
    dm_arena_destroy(second);
}

struct sink {
    char text[4096];
    size_t used;
    size_t room;
};

static bool collect(void *context, const char *text, size_t size)
{
    struct sink *sink = context;
    if (size > sink->room - sink->used)
        return false;
    memcpy(sink->text + sink->used, text, size);
    sink->used += size;
    return true;
}

/* What is expected of a list is only a wish: with any memory it is written, or there is none, and
 * what was there is written in at most twice the text's size behind it. */
static void test_lists_in_tight_memory(void **state)
{
    static char text[9000];
    static char block[40000];
    dm_arena *own = dm_arena_create(NULL);
    size_t used = 0;
    (void)state;
    memcpy(text, "{\"children\":[", 13);
    used = 13;
    for (int i = 0; i < 100; i++) {
        /* Elements that become longer and shorter, so that the expectation is wrong both ways. */
        int width = i < 10 ? 60 : i % 7;
        used += (size_t)snprintf(text + used, sizeof text - used, "%s{\"title\":\"%0*d\"}",
                                 i ? "," : "", width, i);
    }
    memcpy(text + used, "]}", 3);
    used += 2;
    dm_object *object = parsed(own, type, text);
    size_t fitting = 0;
    for (size_t size = 200; size <= sizeof block; size += 37) {
        const char *again = NULL;
        size_t length = 0;
        dm_arena *arena = dm_arena_create_fixed(block, size);
        dm_status status = dm_write(arena, object, NULL, &again, &length, NULL);
        assert_true(status == DM_OK || (status == DM_ERROR_MEMORY && !again));
        if (status == DM_OK) {
            assert_int_equal(length, used);
            assert_string_equal(again, text);
            fitting = fitting ? fitting : size;
        }
    }
    assert_true(fitting >= used && fitting <= used + 400);
    for (size_t limit = 1000; limit <= 40000; limit += 371) {
        const char *again = NULL;
        dm_allocator allocator = {NULL, NULL, NULL, 0, limit};
        dm_arena *arena = dm_arena_create(&allocator);
        dm_status status = dm_write(arena, object, NULL, &again, NULL, NULL);
        assert_int_equal(status, again ? DM_OK : DM_ERROR_MEMORY);
        if (again)
            assert_string_equal(again, text);
        else
            assert_true(limit < 3 * used + 1000);
        dm_arena_destroy(arena);
    }
    dm_arena_destroy(own);
}

static void test_buffers_and_callbacks(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed(arena, type, everything);
    const char *text = written(arena, object);
    size_t length = strlen(text);
    char *buffer = malloc(length + 1);
    size_t size;
    for (size_t capacity = 0; capacity <= length; capacity++) {
        assert_int_equal(dm_write_buffer(NULL, object, NULL, buffer, capacity, &size, NULL),
                         DM_ERROR_CAPACITY);
        assert_int_equal(size, length);
    }
    assert_int_equal(dm_write_buffer(NULL, object, NULL, buffer, length + 1, &size, NULL), DM_OK);
    assert_string_equal(buffer, text);
    free(buffer);
    struct sink sink = {"", 0, sizeof sink.text};
    assert_int_equal(dm_write_to(NULL, object, NULL, collect, &sink, NULL), DM_OK);
    assert_int_equal(sink.used, length);
    assert_memory_equal(sink.text, text, length);
    sink.room = length - 1;
    sink.used = 0;
    assert_int_equal(dm_write_to(NULL, object, NULL, collect, &sink, NULL), DM_ERROR_SINK);
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_allocation_can_fail),
        cmocka_unit_test(test_fixed_block),
        cmocka_unit_test(test_limit_of_an_arena),
        cmocka_unit_test(test_reuse_allocates_nothing),
        cmocka_unit_test(test_one_block_a_document),
        cmocka_unit_test(test_large_page_in_a_small_block),
        cmocka_unit_test(test_in_place),
        cmocka_unit_test(test_every_prefix_fails),
        cmocka_unit_test(test_every_changed_byte),
        cmocka_unit_test(test_copy_is_deep),
        cmocka_unit_test(test_lists_in_tight_memory),
        cmocka_unit_test(test_buffers_and_callbacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
