/**
 * @file
 * Stands in for cmocka where there is none for the target: the part of its interface that the tests
 * of the runtime and of generated models use, with the same meaning. For the tests of this folder
 * only.
 */
#ifndef PORTABLE_CMOCKA_H
#define PORTABLE_CMOCKA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/** A test. It gets the address of its state. */
typedef void (*CMUnitTestFunction)(void **state);

/** What runs before or after a test; here never called, and always NULL. */
typedef int (*CMFixtureFunction)(void **state);

/** One test of a group. */
struct CMUnitTest {
    const char *name;                /**< for messages */
    CMUnitTestFunction test_func;    /**< the test */
    CMFixtureFunction setup_func;    /**< NULL */
    CMFixtureFunction teardown_func; /**< NULL */
    void *initial_state;             /**< what the test's argument points to */
};

/** A test named after its function. */
#define cmocka_unit_test(function)   \
    {                                \
#function, function, 0, 0, 0 \
    }

/** Ends the running test, and counts it as failed. */
#if defined(__GNUC__)
__attribute__((noreturn))
#endif
void portable_fail(const char *file, int line, const char *message, ...);

/** Runs tests one after another. @return how many failed. */
int _cmocka_run_group_tests(const char *name, const struct CMUnitTest *tests, size_t count,
                            CMFixtureFunction setup, CMFixtureFunction teardown);

/** As cmocka's: runs an array of tests. */
#define cmocka_run_group_tests(tests, setup, teardown) \
    _cmocka_run_group_tests(#tests, tests, sizeof(tests) / sizeof(tests)[0], setup, teardown)

/** Compare two integers, texts or blocks of memory, as cmocka's assertions do. */
void portable_integers(unsigned long long a, unsigned long long b, const char *file, int line);
/** See portable_integers. */
void portable_texts(const char *a, const char *b, const char *file, int line);
/** See portable_integers. */
void portable_blocks(const void *a, const void *b, size_t size, const char *file, int line);
/** Demands what `text` says. */
void portable_demand(int holds, const char *text, const char *file, int line);

#define fail_msg(...)      portable_fail(__FILE__, __LINE__, __VA_ARGS__)
#define fail()             portable_fail(__FILE__, __LINE__, "failed")
#define assert_true(c)     portable_demand(!!(c), #c, __FILE__, __LINE__)
#define assert_false(c)    portable_demand(!(c), "not " #c, __FILE__, __LINE__)
#define assert_null(p)     portable_demand((p) == NULL, #p " is NULL", __FILE__, __LINE__)
#define assert_non_null(p) portable_demand((p) != NULL, #p " is not NULL", __FILE__, __LINE__)
#define assert_ptr_equal(a, b) \
    portable_demand((const void *)(a) == (const void *)(b), #a " is " #b, __FILE__, __LINE__)
#define assert_int_equal(a, b) \
    portable_integers((unsigned long long)(a), (unsigned long long)(b), __FILE__, __LINE__)
#define assert_string_equal(a, b)       portable_texts(a, b, __FILE__, __LINE__)
#define assert_memory_equal(a, b, size) portable_blocks(a, b, size, __FILE__, __LINE__)

#endif
