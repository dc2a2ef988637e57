/* cmocka, and tests that get an arena of their own as their state. */
#ifndef TESTS_UNIT_RENDER_TEST_CMOCKA_H
#define TESTS_UNIT_RENDER_TEST_CMOCKA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/arena.h"

static inline int test_make_arena(void **state)
{
    static struct arena arena;
    arena_init(&arena);
    *state = &arena;
    return 0;
}

static inline int test_drop_arena(void **state)
{
    arena_finish(*state);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, test_make_arena, test_drop_arena)

#endif
