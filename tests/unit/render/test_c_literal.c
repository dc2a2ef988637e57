/* String literals: every byte arrives. */
#include "render/c_literal.h"

#include "test_cmocka.h"

static void assert_literal(struct arena *arena, slice text, const char *expected)
{
    assert_string_equal(c_literal(arena, text).ptr, expected);
}

static void quotes_and_controls_are_escaped(void **state)
{
    assert_literal(*state, SLICE(""), "\"\"");
    assert_literal(*state, SLICE("clientContext"), "\"clientContext\"");
    assert_literal(*state, SLICE("a\"b\\c"), "\"a\\\"b\\\\c\"");
    assert_literal(*state, SLICE("a\n\t\r"), "\"a\\n\\t\\r\"");
    assert_literal(*state, SLICE("\0001\x7F"), "\"\\0001\\177\"");
}

static void other_bytes_are_octal(void **state)
{
    assert_literal(*state, SLICE("\xE7\x8A\xB6"), "\"\\347\\212\\266\"");
    assert_literal(*state,
                   SLICE("\xFF"
                         "0"),
                   "\"\\3770\"");
}

static void no_trigraph_remains(void **state)
{
    assert_literal(*state, SLICE("?\?="), "\"?\\?=\"");
    assert_literal(*state, SLICE("?\?\?\?/"), "\"?\\?\\?\\?/\"");
    assert_literal(*state, SLICE("really?"), "\"really?\"");
}

static void parts_end_at_lines_or_characters(void **state)
{
    (void)state;
    assert_int_equal(c_literal_part(SLICE("short"), 10), 5);
    assert_int_equal(c_literal_part(SLICE("0123456\n9abc"), 10), 8);
    assert_int_equal(c_literal_part(SLICE("\n123456789abc"), 10), 10);
    assert_int_equal(c_literal_part(SLICE("12345678\xE7\x8A\xB6"), 10), 8);
    assert_int_equal(c_literal_part(SLICE("\x80\x80\x80\x80\x80"), 4), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(quotes_and_controls_are_escaped),
        TEST(other_bytes_are_octal),
        TEST(no_trigraph_remains),
        TEST(parts_end_at_lines_or_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
