#include "cmocka.h"

#include <stdio.h>
#include <string.h>

static jmp_buf end_of_test;

void portable_fail(const char *file, int line, const char *message, ...)
{
    va_list arguments;
    fprintf(stderr, "%s:%d: ", file, line);
    va_start(arguments, message);
    vfprintf(stderr, message, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    longjmp(end_of_test, 1);
}

void portable_demand(int holds, const char *text, const char *file, int line)
{
    if (!holds)
        portable_fail(file, line, "this does not hold: %s", text);
}

void portable_integers(unsigned long long a, unsigned long long b, const char *file, int line)
{
    if (a != b)
        portable_fail(file, line, "%llu, not %llu", a, b);
}

void portable_texts(const char *a, const char *b, const char *file, int line)
{
    if (!a || !b || strcmp(a, b) != 0)
        portable_fail(file, line, "\"%s\", not \"%s\"", a ? a : "(null)", b ? b : "(null)");
}

void portable_blocks(const void *a, const void *b, size_t size, const char *file, int line)
{
    if (memcmp(a, b, size) != 0)
        portable_fail(file, line, "other bytes");
}

int _cmocka_run_group_tests(const char *name, const struct CMUnitTest *tests, size_t count,
                            CMFixtureFunction setup, CMFixtureFunction teardown)
{
    volatile size_t failed = 0;
    (void)setup;
    (void)teardown;
    for (volatile size_t i = 0; i < count; i++) {
        void *state = tests[i].initial_state;
        if (setjmp(end_of_test) == 0) {
            tests[i].test_func(&state);
        } else {
            fprintf(stderr, "%s: FAILED\n", tests[i].name);
            failed++;
        }
    }
    printf("%s: %zu tests, %zu failed\n", name, count, (size_t)failed);
    return (int)failed;
}
