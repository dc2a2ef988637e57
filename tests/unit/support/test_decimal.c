#include "support/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_read(const char *text, long long digits, unsigned scale, const char *written)
{
    struct arena arena;
    struct decimal number;
    arena_init(&arena);
    assert_true(decimal_read(slice_from(text), &number));
    assert_int_equal(number.digits, digits);
    assert_int_equal(number.scale, scale);
    assert_string_equal(decimal_text(&arena, number).ptr, written);
    arena_finish(&arena);
}

static void numbers_are_read_and_written_exactly(void **state)
{
    (void)state;
    assert_read("12", 12, 0, "12");
    assert_read("-0.5", -5, 1, "-0.5");
    assert_read("+0.050", 5, 2, "0.05");
    assert_read("-12.25", -1225, 2, "-12.25");
    assert_read("3.00", 3, 0, "3");
    assert_read("0.0", 0, 0, "0");
    assert_read("-9223372036854775808", INT64_MIN, 0, "-9223372036854775808");
}

static void what_is_no_number_is_refused(void **state)
{
    static const char *const texts[] = {
        "", "-", ".5", "5.", "1e3", "x", "1,5", "1.2.3", "9223372036854775808"};
    struct decimal number;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(decimal_read(slice_from(texts[i]), &number));
}

static void doubles_are_the_nearest(void **state)
{
    (void)state;
    assert_true(decimal_double((struct decimal){1, 1}) == 0.1);
    assert_true(decimal_double((struct decimal){-725, 2}) == -7.25);
    assert_true(decimal_equal(decimal_normalise((struct decimal){50, 1}), decimal_of(5)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_and_written_exactly),
        cmocka_unit_test(what_is_no_number_is_refused),
        cmocka_unit_test(doubles_are_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
