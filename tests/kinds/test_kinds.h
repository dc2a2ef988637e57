/* What the tests of the library `kinds` share. */
#ifndef TEST_KINDS_H
#define TEST_KINDS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <kinds/models.h>

/* Parses a text of that type, with all types to select from; fails the test if it is refused. */
dm_object *read_as(dm_arena *arena, const dm_type *type, const char *text);

/* Demands that an object is written as that text, byte by byte. */
void assert_written(dm_arena *arena, const dm_object *object, const char *expected);

/* The tests of test_types.c and test_rules.c. @return how many failed. */
int run_type_tests(void);
int run_rule_tests(void);

#endif
