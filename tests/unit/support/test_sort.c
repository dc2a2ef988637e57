#include "support/sort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ITEMS_MAX ((size_t)100)

static size_t comparisons;

static int compare_numbers(const void *a, const void *b)
{
    const int *left = a, *right = b;
    comparisons++;
    return (*left > *right) - (*left < *right);
}

static void expect_sorted(int *items, size_t count)
{
    sort_items(items, count, sizeof *items, compare_numbers);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(items[i], i);
}

static void test_order(void **state)
{
    int items[ITEMS_MAX];
    (void)state;
    for (size_t i = 0; i < ITEMS_MAX; i++)
        items[i] = (int)(ITEMS_MAX - 1 - i);
    expect_sorted(items, ITEMS_MAX);
    items[ITEMS_MAX - 2] = (int)ITEMS_MAX - 1; /* the last two */
    items[ITEMS_MAX - 1] = (int)ITEMS_MAX - 2;
    expect_sorted(items, ITEMS_MAX);
}

static void test_sorted_lists(void **state)
{
    int items[ITEMS_MAX];
    (void)state;
    for (size_t i = 0; i < ITEMS_MAX; i++)
        items[i] = (int)i;
    comparisons = 0;
    expect_sorted(items, ITEMS_MAX);
    assert_int_equal(comparisons, ITEMS_MAX - 1);
}

static void test_nothing(void **state)
{
    (void)state;
    comparisons = 0;
    sort_items(NULL, 0, sizeof(int), compare_numbers);
    assert_int_equal(comparisons, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_sorted_lists),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
