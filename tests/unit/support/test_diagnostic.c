/* Diagnostics: what is printed, in which order, and the table of codes. */
#include "support/diagnostic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct diagnostics diagnostics;
    struct source source;
    struct buffer printed;
};

static void begin(struct fixture *fixture, slice text)
{
    *fixture = (struct fixture){0};
    arena_init(&fixture->arena);
    buffer_init(&fixture->printed);
    diagnostics_init(&fixture->diagnostics, &fixture->arena);
    source_init(&fixture->source, &fixture->arena, SLICE("zh-CN/page.md"), text);
}

static void end(struct fixture *fixture)
{
    buffer_finish(&fixture->printed);
    arena_finish(&fixture->arena);
}

static struct span span_at(struct fixture *fixture, slice wanted)
{
    size_t at = slice_find(fixture->source.text, wanted);
    assert_int_not_equal(at, SLICE_NONE);
    return span_make(&fixture->source, at, at + wanted.len);
}

static void print_all(struct fixture *fixture, const struct diagnostic_settings *settings)
{
    buffer_clear(&fixture->printed);
    for (size_t i = 0; i < fixture->diagnostics.count; i++)
        diagnostic_print(fixture->diagnostics.items[i], settings, &fixture->printed);
}

/* Reports one warning about WANTED, or the point behind it, in TEXT. */
static void assert_printed(const char *text, const char *wanted, const char *expected)
{
    struct fixture fixture;
    begin(&fixture, slice_from(text));
    struct span span = span_at(&fixture, slice_from(wanted));
    diagnostics_report(&fixture.diagnostics, DIAG_TYPE_UNKNOWN, span, "no type `%s`", "x");
    print_all(&fixture, NULL);
    assert_string_equal(fixture.printed.data, expected);
    end(&fixture);
}

static void test_caret_under_chinese(void **state)
{
    (void)state;
    assert_printed("# \xE6\xA0\x87\xE9\xA2\x98\n"
                   "| \xE5\xB1\x9E\xE6\x80\xA7 | \xE5\xAD\x97\xE7\xAC\xA6\xE4\xB8\xB2 | x |\n",
                   "\xE5\xAD\x97\xE7\xAC\xA6\xE4\xB8\xB2",
                   "zh-CN/page.md:2:8: warning: no type `x` [type-unknown]\n"
                   "| \xE5\xB1\x9E\xE6\x80\xA7 | \xE5\xAD\x97\xE7\xAC\xA6\xE4\xB8\xB2 | x |\n"
                   "         ^~~~~~\n");
}

static void test_caret_and_combining_marks(void **state)
{
    (void)state;
    /* an e with an acute accent of its own */
    assert_printed("cafe\xCC\x81 bad\n", "bad",
                   "zh-CN/page.md:1:7: warning: no type `x` [type-unknown]\n"
                   "cafe\xCC\x81 bad\n"
                   "     ^~~\n");
    assert_printed("e\xCC\x81", "\xCC\x81",
                   "zh-CN/page.md:1:2: warning: no type `x` [type-unknown]\n"
                   "e\xCC\x81\n"
                   " ^\n");
}

static void test_tabs(void **state)
{
    (void)state;
    assert_printed("\ta\tbad\n", "bad",
                   "zh-CN/page.md:1:4: warning: no type `x` [type-unknown]\n"
                   "    a   bad\n"
                   "        ^~~\n");
    assert_printed("a\tb", "\t",
                   "zh-CN/page.md:1:2: warning: no type `x` [type-unknown]\n"
                   "a   b\n"
                   " ^~~\n");
}

static void test_control_characters_are_replaced(void **state)
{
    (void)state;
    assert_printed("a\x1B[31m bad \xE2\x80\xAE\r\n", "bad",
                   "zh-CN/page.md:1:8: warning: no type `x` [type-unknown]\n"
                   "a\xEF\xBF\xBD[31m bad \xEF\xBF\xBD\n"
                   "       ^~~\n");
}

static void test_span_over_lines(void **state)
{
    (void)state;
    assert_printed("ab {\n  c\n}\n", "{\n  c\n}",
                   "zh-CN/page.md:1:4: warning: no type `x` [type-unknown]\n"
                   "ab {\n"
                   "   ^\n");
}

static void test_points(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture, SLICE("ab\ncd"));
    struct span line_end = {&fixture.source, 2, 2};
    struct span file_end = {&fixture.source, 5, 5};
    diagnostics_report(&fixture.diagnostics, DIAG_JSON_MALFORMED, line_end, "here");
    diagnostics_report(&fixture.diagnostics, DIAG_JSON_MALFORMED, file_end, "there");
    print_all(&fixture, NULL);
    assert_string_equal(fixture.printed.data,
                        "zh-CN/page.md:1:3: warning: here [json-malformed]\nab\n  ^\n"
                        "zh-CN/page.md:2:3: warning: there [json-malformed]\ncd\n  ^\n");
    end(&fixture);
}

static void test_whole_file_and_blank_lines(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture, SLICE("one\ntwo\n  \n"));
    diagnostics_report(&fixture.diagnostics, DIAG_TYPE_MISSING, span_of_file(&fixture.source),
                       "no type");
    diagnostics_report(&fixture.diagnostics, DIAG_JSON_MALFORMED,
                       (struct span){&fixture.source, 9, 9}, "blank");
    print_all(&fixture, NULL);
    assert_string_equal(fixture.printed.data,
                        "zh-CN/page.md:1:1: error: no type [type-missing]\n"
                        "zh-CN/page.md:3:2: warning: blank [json-malformed]\n");
    end(&fixture);
}

static void test_paths_and_notes(void **state)
{
    (void)state;
    struct fixture fixture;
    begin(&fixture, SLICE("| a | String |\n| a | Int32 |\n"));
    struct diagnostic *diagnostic =
        diagnostics_report(&fixture.diagnostics, DIAG_CONFLICTING_TYPES,
                           span_at(&fixture, SLICE("String")), "`a` has two types");
    diagnostics_note(&fixture.diagnostics, diagnostic, span_at(&fixture, SLICE("Int32")),
                     "`%s` here", "Int32");
    diagnostics_note(&fixture.diagnostics, diagnostic, (struct span){0}, "mend one");
    diagnostics_report_path(&fixture.diagnostics, DIAG_FILE_UNREADABLE, SLICE("a/b.md"),
                            "cannot be read: %s", "is a folder");
    diagnostics_report(&fixture.diagnostics, DIAG_FILE_UNREADABLE, (struct span){0}, "line\nend");
    print_all(&fixture, NULL);
    assert_string_equal(fixture.printed.data,
                        "zh-CN/page.md:1:7: warning: `a` has two types [conflicting-types]\n"
                        "| a | String |\n"
                        "      ^~~~~~\n"
                        "zh-CN/page.md:2:7: note: `Int32` here\n"
                        "| a | Int32 |\n"
                        "      ^~~~~\n"
                        "note: mend one\n"
                        "a/b.md: error: cannot be read: is a folder [file-unreadable]\n"
                        "error: line end [file-unreadable]\n");
    end(&fixture);
}

/* The second and third line of what is printed about the bytes [begin, end) of TEXT. */
static void print_lines(struct fixture *fixture, size_t begin_at, size_t end_at, slice *line,
                        slice *carets)
{
    diagnostics_report(&fixture->diagnostics, DIAG_TYPE_UNKNOWN,
                       span_make(&fixture->source, begin_at, end_at), "x");
    print_all(fixture, NULL);
    slice rest = buffer_slice(&fixture->printed);
    slice message = {0};
    assert_true(slice_next_line(&rest, &message));
    assert_true(slice_next_line(&rest, line));
    assert_true(slice_next_line(&rest, carets));
    assert_int_equal(rest.len, 0);
}

static void test_long_lines_are_cut(void **state)
{
    (void)state;
    struct buffer text;
    buffer_init(&text);
    buffer_append_repeated(&text, 'a', 3000);
    buffer_append(&text, SLICE("BAD"));
    buffer_append_repeated(&text, 'z', 3000);
    struct fixture fixture;
    slice line = {0};
    slice carets = {0};
    begin(&fixture, buffer_slice(&text));
    print_lines(&fixture, 3000, 3003, &line, &carets);
    assert_in_range(line.len, 100, 160);
    assert_true(slice_starts_with(line, SLICE("...a")));
    assert_true(slice_ends_with(line, SLICE("z...")));
    assert_int_equal(slice_find(carets, SLICE("^~~")), slice_find(line, SLICE("BAD")));
    assert_int_equal(carets.len, slice_find(line, SLICE("BAD")) + 3);
    end(&fixture);

    begin(&fixture, buffer_slice(&text));
    print_lines(&fixture, 6001, 6003, &line, &carets);
    assert_true(slice_ends_with(line, SLICE("zz")));
    assert_int_equal(carets.len, line.len);
    assert_true(slice_ends_with(carets, SLICE(" ^~")));
    end(&fixture);

    begin(&fixture, buffer_slice(&text));
    print_lines(&fixture, 0, 6003, &line, &carets);
    assert_true(slice_starts_with(line, SLICE("aaa")));
    assert_true(slice_starts_with(carets, SLICE("^~~")));
    assert_in_range(carets.len, 100, 160);
    end(&fixture);
    buffer_finish(&text);
}

static void test_long_chinese_lines_are_cut(void **state)
{
    (void)state;
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < 500; i++)
        buffer_append(&text, SLICE("\xE5\xAD\x97"));
    buffer_append(&text, SLICE("BAD"));
    struct fixture fixture;
    slice line = {0};
    slice carets = {0};
    begin(&fixture, buffer_slice(&text));
    print_lines(&fixture, 1500, 1503, &line, &carets);
    size_t characters = slice_find(line, SLICE("BAD")) - 3;
    assert_int_equal(characters % 3, 0);
    assert_int_equal(slice_find(carets, SLICE("^~~")), 3 + characters / 3 * 2);
    end(&fixture);
    buffer_finish(&text);
}

static void test_sort(void **state)
{
    (void)state;
    struct fixture fixture;
    struct diagnostics page;
    struct source other;
    begin(&fixture, SLICE("ab"));
    source_init(&other, &fixture.arena, SLICE("en-US/page.md"), SLICE("ab"));
    diagnostics_init(&page, &fixture.arena);
    struct span first = {&fixture.source, 0, 1};
    struct span second = {&fixture.source, 1, 2};
    diagnostics_report(&page, DIAG_TYPE_UNKNOWN, second, "d");
    diagnostics_report(&page, DIAG_TYPE_UNKNOWN, first, "c");
    diagnostics_report(&page, DIAG_JSON_MALFORMED, first, "z");
    diagnostics_report(&page, DIAG_TYPE_UNKNOWN, first, "b");
    diagnostics_report(&page, DIAG_TYPE_UNKNOWN, second, "d");
    diagnostics_report(&fixture.diagnostics, DIAG_TYPE_UNKNOWN, (struct span){&other, 1, 1}, "a");
    diagnostics_append(&fixture.diagnostics, &page);
    diagnostics_sort(&fixture.diagnostics);
    struct buffer order;
    buffer_init(&order);
    for (size_t i = 0; i < fixture.diagnostics.count; i++)
        buffer_append(&order, fixture.diagnostics.items[i]->text);
    assert_string_equal(order.data, "azbcd");
    buffer_finish(&order);
    end(&fixture);
}

static void test_settings(void **state)
{
    (void)state;
    struct fixture fixture;
    struct diagnostic_settings settings = {0};
    begin(&fixture, SLICE("ab"));
    struct span span = {&fixture.source, 0, 1};
    diagnostics_report(&fixture.diagnostics, DIAG_TYPE_UNKNOWN, span, "a");
    diagnostics_report(&fixture.diagnostics, DIAG_JSON_MALFORMED, span, "b");
    diagnostics_report(&fixture.diagnostics, DIAG_TYPE_MISSING, span, "c");
    assert_int_equal(diagnostics_count(&fixture.diagnostics, NULL, DIAG_ERROR), 1);
    assert_int_equal(diagnostics_count(&fixture.diagnostics, NULL, DIAG_WARNING), 3);
    assert_true(diagnostic_settings_apply(&settings, SLICE("no-json-malformed")));
    assert_true(diagnostic_settings_apply(&settings, SLICE("error=type-unknown")));
    assert_int_equal(diagnostics_count(&fixture.diagnostics, &settings, DIAG_ERROR), 2);
    assert_int_equal(diagnostics_count(&fixture.diagnostics, &settings, DIAG_WARNING), 2);
    print_all(&fixture, &settings);
    assert_string_equal(fixture.printed.data,
                        "zh-CN/page.md:1:1: error: a [type-unknown]\nab\n^\n"
                        "zh-CN/page.md:1:1: error: c [type-missing]\nab\n^\n");
    assert_true(diagnostic_settings_apply(&settings, SLICE("json-malformed")));
    assert_true(diagnostic_settings_apply(&settings, SLICE("error")));
    assert_int_equal(diagnostics_count(&fixture.diagnostics, &settings, DIAG_ERROR), 3);
    assert_int_equal(diagnostic_code_severity(DIAG_TRANSLATED_NAME_BESIDE, NULL), DIAG_OFF);
    assert_int_equal(diagnostic_code_severity(DIAG_TRANSLATED_NAME_BESIDE, &settings), DIAG_OFF);
    assert_true(diagnostic_settings_apply(&settings, SLICE("translated-name-beside")));
    assert_int_equal(diagnostic_code_severity(DIAG_TRANSLATED_NAME_BESIDE, &settings), DIAG_ERROR);
    assert_false(diagnostic_settings_apply(&settings, SLICE("no-such-code")));
    assert_false(diagnostic_settings_apply(&settings, SLICE("error=")));
    assert_false(diagnostic_settings_apply(&settings, SLICE("")));
    end(&fixture);
}

static bool is_kebab_case(slice name)
{
    bool letter_before = false;
    for (size_t i = 0; i < name.len; i++) {
        bool word = ascii_is_lower(name.ptr[i]) || ascii_is_digit(name.ptr[i]);
        if (!word && (name.ptr[i] != '-' || !letter_before))
            return false;
        letter_before = word;
    }
    return letter_before;
}

static void assert_no_trailing_blanks(slice text)
{
    slice line = {0};
    assert_true(text.len > 0 && !slice_ends_with(text, SLICE("\n")));
    while (slice_next_line(&text, &line)) {
        assert_true(line.len > 0);
        assert_false(ascii_is_space(line.ptr[line.len - 1]));
    }
}

static void test_codes(void **state)
{
    (void)state;
    slice before = {0};
    for (size_t i = 0; i < DIAG_CODE_COUNT; i++) {
        const struct diagnostic_code_info *info = diagnostic_code_info((enum diagnostic_code)i);
        slice name = slice_from(info->name);
        assert_true(is_kebab_case(name));
        assert_false(slice_equal(name, SLICE("error")));
        if (slice_starts_with(name, SLICE("no-"))) /* -W no-CODE stays plain */
            assert_int_equal(diagnostic_code_find(slice_skip(name, 3)), DIAG_CODE_COUNT);
        if (slice_compare(before, name) >= 0)
            fail_msg("%s does not stand in its place", info->name);
        before = name;
        assert_int_equal(diagnostic_code_find(name), i);
        slice summary = slice_from(info->summary);
        assert_no_trailing_blanks(summary);
        assert_int_equal(slice_find_byte(summary, '\n'), SLICE_NONE);
        assert_false(slice_ends_with(summary, SLICE(".")));
        assert_no_trailing_blanks(slice_from(info->explanation));
        assert_true(slice_ends_with(slice_from(info->explanation), SLICE(".")));
    }
    assert_int_equal(diagnostic_code_find(SLICE("no-such-code")), DIAG_CODE_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_caret_under_chinese),
        cmocka_unit_test(test_caret_and_combining_marks),
        cmocka_unit_test(test_tabs),
        cmocka_unit_test(test_control_characters_are_replaced),
        cmocka_unit_test(test_span_over_lines),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_whole_file_and_blank_lines),
        cmocka_unit_test(test_paths_and_notes),
        cmocka_unit_test(test_long_lines_are_cut),
        cmocka_unit_test(test_long_chinese_lines_are_cut),
        cmocka_unit_test(test_sort),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
