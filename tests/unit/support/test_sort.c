#include "support/sort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ITEMS_MAX ((size_t)3000)

/* What is sorted by KEY; PLACE is where it stood. */
struct item {
    uint32_t key;
    uint32_t place;
};

static size_t comparisons;

static int compare_items(const void *a, const void *b)
{
    const struct item *left = a, *right = b;
    comparisons++;
    return (left->key > right->key) - (left->key < right->key);
}

static int compare_places(const void *a, const void *b)
{
    const struct item *left = a, *right = b;
    int order = compare_items(a, b);
    return order != 0 ? order : (left->place > right->place) - (left->place < right->place);
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* COUNT items with keys below LIMIT, put together from runs of RUN sorted ones. */
static void make_items(struct item *items, size_t count, size_t run, uint32_t limit)
{
    uint32_t state = (uint32_t)(count * 31 + run);
    for (size_t i = 0; i < count; i++) {
        items[i] = (struct item){next_random(&state) % limit, (uint32_t)i};
        if (i % run > 0 && items[i].key < items[i - 1].key)
            items[i].key = items[i - 1].key;
    }
}

/* Compares with the library's sort, which is told to keep the places of equals. */
static void check_sorted(size_t count, size_t run, uint32_t limit)
{
    static struct item items[ITEMS_MAX], expected[ITEMS_MAX];
    make_items(items, count, run, limit);
    memcpy(expected, items, sizeof items);
    qsort(expected, count, sizeof *expected, compare_places);
    sort_items(items, count, sizeof *items, compare_items);
    assert_memory_equal(items, expected, count * sizeof *items);
}

static void test_order(void **state)
{
    static const size_t counts[] = {1, 2, 3, 4, 5, 7, 64, 100, 1000, ITEMS_MAX};
    static const size_t runs[] = {1, 2, 3, 50, 700, ITEMS_MAX};
    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (size_t j = 0; j < sizeof runs / sizeof *runs; j++) {
            check_sorted(counts[i], runs[j], 2);
            check_sorted(counts[i], runs[j], 100);
            check_sorted(counts[i], runs[j], UINT32_MAX);
        }
}

/* Each run is shorter than the one before it. */
static void test_shrinking_runs(void **state)
{
    static struct item items[ITEMS_MAX];
    size_t count = 0;
    (void)state;
    for (uint32_t run = 70; run > 0; run--)
        for (uint32_t i = 0; i < run; i++)
            items[count++] = (struct item){i, run};
    sort_items(items, count, sizeof *items, compare_items);
    for (size_t i = 1; i < count; i++) {
        assert_true(items[i - 1].key <= items[i].key);
        assert_true(items[i - 1].key < items[i].key || items[i - 1].place > items[i].place);
    }
}

static void test_nothing(void **state)
{
    (void)state;
    comparisons = 0;
    sort_items(NULL, 0, sizeof(struct item), compare_items);
    assert_int_equal(comparisons, 0);
}

/* What the header promises about lists that are sorted, or are four sorted ones in a row. */
static void test_comparisons(void **state)
{
    static struct item items[ITEMS_MAX];
    (void)state;
    make_items(items, ITEMS_MAX, ITEMS_MAX, UINT32_MAX);
    comparisons = 0;
    sort_items(items, ITEMS_MAX, sizeof *items, compare_items);
    assert_int_equal(comparisons, ITEMS_MAX - 1);
    make_items(items, ITEMS_MAX, ITEMS_MAX / 4, UINT32_MAX);
    comparisons = 0;
    sort_items(items, ITEMS_MAX, sizeof *items, compare_items);
    assert_true(comparisons < ITEMS_MAX * 3 + 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_shrinking_runs),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_comparisons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
