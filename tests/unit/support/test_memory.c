/* Arenas, buffers and maps. */
#include "support/buffer.h"
#include "support/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_arena_alloc(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    char *empty = arena_alloc(&arena, 0);
    char *other = arena_alloc(&arena, 0);
    assert_ptr_not_equal(empty, other);
    for (size_t size = 1; size < 200000; size = size * 3 + 1) {
        unsigned char *bytes = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xAA, size);
    }
    arena_finish(&arena);
    assert_non_null(arena_alloc(&arena, 1)); /* usable again */
    arena_finish(&arena);
}

static void test_arena_extend(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    size_t *items = NULL;
    for (size_t count = 0; count < 1000; count++) {
        items = arena_extend(&arena, items, count, sizeof *items);
        assert_int_equal(items[count], 0);
        items[count] = count + 1;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i + 1);
    arena_finish(&arena);
}

static void test_arena_rewind(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    arena_rewind(&arena); /* of one that holds nothing */
    for (size_t round = 0; round < 20; round++) {
        arena_rewind(&arena);
        for (size_t size = 1; size < 40000 + round * 20000; size = size * 3 + 1) {
            unsigned char *bytes = arena_alloc(&arena, size);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(bytes[i], 0);
            memset(bytes, 0xAA, size);
        }
    }
    arena_finish(&arena);
}

/* Lists that are last in the arena grow where they are, others move. */
static void test_arena_extend_two(void **state)
{
    (void)state;
    struct arena arena;
    struct {
        char bytes[24];
    } * lists[2] = {NULL, NULL};
    arena_init(&arena);
    for (size_t count = 0; count < 3000; count++) {
        for (size_t k = 0; k < 2; k++) {
            lists[k] = arena_extend(&arena, lists[k], count, sizeof *lists[k]);
            assert_int_equal(lists[k][count].bytes[23], 0);
            memset(&lists[k][count], (int)(count % 100 + k + 1), sizeof *lists[k]);
        }
    }
    for (size_t i = 0; i < 3000; i++)
        for (size_t k = 0; k < 2; k++)
            for (size_t b = 0; b < 24; b++)
                assert_int_equal(lists[k][i].bytes[b], i % 100 + k + 1);
    arena_finish(&arena);
}

static void test_arena_text(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(arena_copy(&arena, slice_take(SLICE("abc"), 2)).ptr, "ab");
    assert_string_equal(arena_copy(&arena, (slice){0}).ptr, "");
    slice joined = arena_join(&arena, SLICE("ab"), SLICE("c"));
    assert_string_equal(joined.ptr, "abc");
    assert_int_equal(joined.len, 3);
    slice text = arena_format(&arena, "%d-%.*s", 7, SLICE_ARGS(joined));
    assert_string_equal(text.ptr, "7-abc");
    assert_int_equal(text.len, 5);
    arena_finish(&arena);
}

static jmp_buf exhausted;

static void note_exhausted(size_t wanted)
{
    (void)wanted;
    longjmp(exhausted, 1);
}

static void test_arena_exhausted(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    arena_set_exhausted(note_exhausted);
    bool returned = false;
    if (setjmp(exhausted) == 0) {
        arena_alloc_array(&arena, SIZE_MAX / 4, 8);
        returned = true;
    }
    assert_false(returned);
    arena_set_exhausted(NULL);
    arena_finish(&arena);
}

static void test_buffer(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer);
    assert_int_equal(buffer_slice(&buffer).len, 0);
    buffer_append(&buffer, (slice){0});
    assert_string_equal(buffer.data, "");
    buffer_append(&buffer, SLICE("ab"));
    buffer_append_char(&buffer, 'c');
    buffer_append_repeated(&buffer, '-', 3);
    buffer_format(&buffer, "%s%u", "x", 5U);
    assert_string_equal(buffer.data, "abc---x5");
    assert_int_equal(buffer.len, 8);
    memcpy(buffer_reserve(&buffer, 2), "yz", 3);
    buffer.len += 2;
    assert_string_equal(buffer.data, "abc---x5yz");
    buffer_clear(&buffer);
    assert_string_equal(buffer.data, "");
    for (size_t i = 0; i < 5000; i++)
        buffer_append_char(&buffer, (char)('a' + i % 26));
    assert_int_equal(buffer.len, 5000);
    assert_int_equal(buffer.data[4999], 'a' + 4999 % 26);
    buffer_finish(&buffer);
    assert_null(buffer.data);
}

static void test_buffer_in_arena(void **state)
{
    (void)state;
    struct arena arena;
    struct buffer buffer;
    arena_init(&arena);
    buffer_init_in(&buffer, &arena);
    buffer_append(&buffer, SLICE("ab"));
    slice before = buffer_slice(&buffer);
    for (size_t i = 0; i < 5000; i++)
        buffer_append_char(&buffer, (char)('a' + i % 26));
    slice text = buffer_slice(&buffer);
    buffer_finish(&buffer);
    assert_int_equal(text.len, 5002);
    assert_true(slice_starts_with(text, SLICE("ababcd")));
    assert_true(slice_equal(before, SLICE("ab")));
    assert_int_equal(text.ptr[text.len], '\0');
    arena_finish(&arena);
}

static void test_map(void **state)
{
    (void)state;
    struct arena arena;
    struct map map;
    static int values[1000];
    arena_init(&arena);
    map_init(&map, &arena);
    assert_null(map_get(&map, SLICE("a")));
    for (int i = 0; i < 1000; i++)
        assert_null(map_put(&map, arena_format(&arena, "key%d", i), &values[i]));
    assert_int_equal(map.count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_ptr_equal(map_get(&map, arena_format(&arena, "key%d", i)), &values[i]);
    assert_null(map_get(&map, SLICE("KEY1")));
    assert_ptr_equal(map_put(&map, SLICE("key1"), &values[9]), &values[1]);
    assert_ptr_equal(map_put_new(&map, SLICE("key1"), &values[5]), &values[9]);
    assert_ptr_equal(map_put_new(&map, SLICE("new"), &values[5]), &values[5]);
    assert_int_equal(map.count, 1001);
    assert_ptr_equal(map_put_new(&map, (slice){0}, &values[0]), &values[0]);
    assert_ptr_equal(map_get(&map, SLICE("")), &values[0]);
    arena_finish(&arena);
}

static void test_map_with_room(void **state)
{
    (void)state;
    static int values[100];
    struct arena arena;
    struct map map;
    arena_init(&arena);
    map_init(&map, &arena);
    map_put(&map, SLICE("before"), &values[0]);
    map_reserve(&map, 100);
    const struct map_entry *entries = map.entries;
    for (int i = 1; i < 100; i++)
        map_put(&map, arena_format(&arena, "key%d", i), &values[i]);
    assert_ptr_equal(map.entries, entries);
    map_reserve(&map, 0);
    assert_ptr_equal(map.entries, entries);
    assert_ptr_equal(map_get(&map, SLICE("before")), &values[0]);
    assert_ptr_equal(map_get(&map, SLICE("key99")), &values[99]);
    arena_finish(&arena);
}

static void test_map_ignore_case(void **state)
{
    (void)state;
    struct arena arena;
    struct map map;
    int value = 0;
    arena_init(&arena);
    map_init_ignore_case(&map, &arena);
    map_put(&map, SLICE("RecordOperation.md"), &value);
    assert_ptr_equal(map_get(&map, SLICE("recordoperation.MD")), &value);
    assert_null(map_get(&map, SLICE("recordoperation")));
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_alloc),
        cmocka_unit_test(test_arena_extend),
        cmocka_unit_test(test_arena_rewind),
        cmocka_unit_test(test_arena_extend_two),
        cmocka_unit_test(test_arena_text),
        cmocka_unit_test(test_arena_exhausted),
        cmocka_unit_test(test_buffer),
        cmocka_unit_test(test_buffer_in_arena),
        cmocka_unit_test(test_map),
        cmocka_unit_test(test_map_with_room),
        cmocka_unit_test(test_map_ignore_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
