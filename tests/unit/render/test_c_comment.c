/* Comments: nothing that a page says leaves them or changes what stands behind them. */
#include "render/c_comment.h"

#include "test_cmocka.h"

#include "support/utf8.h"

static void assert_text(struct arena *arena, const char *text, const char *expected)
{
    assert_string_equal(c_comment_text(arena, slice_from(text), true).ptr, expected);
}

static void comments_cannot_end_or_begin_inside(void **state)
{
    assert_text(*state, "a */ b", "a * / b");
    assert_text(*state, "**/", "** /");
    assert_text(*state, "/* x", "/ * x");
    assert_text(*state, "`*/`", "`* /`");
    assert_text(*state, "/*/", "/ * /");
    assert_text(*state, "http://x // y", "http://x // y");
    assert_text(*state, "*\xE2\x80\x8B/", "* /");
}

static void commands_of_doxygen_are_escaped_outside_of_code(void **state)
{
    assert_text(*state, "@odata.type and a@b.c", "\\@odata.type and a@b.c");
    assert_text(*state, "`@odata.type` \\n `\\n`", "`@odata.type` \\\\n `\\n`");
    assert_text(*state, "<b>x</b> 1 < 2", "\\<b>x</b> 1 < 2");
    assert_text(*state, "alias@domain, a@b-c.d; a@b.", "alias\\@domain, a@b-c.d; a\\@b.");
    assert_text(*state, "#FF0000 (#RRGGBB) C# #1 a#b `#c`", "\\#FF0000 (\\#RRGGBB) C# #1 a#b `#c`");
}

static void global_names_are_no_links(void **state)
{
    assert_text(*state, "[x]::f() a::b ::c", "[x]\\::f() a::b \\::c");
    assert_text(*state, "`[x]::f()` `a::b`", "'[x]\\::f()' `a::b`");
}

static void trigraphs_and_backticks(void **state)
{
    assert_text(*state, "what?\?/", "what?\? /");
    assert_text(*state, "what??", "what??");
    assert_text(*state, "a `b` c` d", "a `b` c' d");
}

static void english_is_ascii(void **state)
{
    assert_text(*state, "It\xE2\x80\x99s \xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x80\x93 caf\xC3\xA9",
                "It's \"quoted\" - cafe");
    assert_text(*state,
                "a\xC2\xA0"
                "b",
                "a b");
    assert_text(*state, "\xE7\x8A\xB6", "<U+72B6>");
    assert_text(*state, "bad \xFF byte", "bad ? byte");
}

static void other_languages_keep_their_letters(void **state)
{
    slice text = c_comment_text(*state, SLICE("La operaci\xC3\xB3n"), false);
    assert_string_equal(text.ptr, "La operaci\xC3\xB3n");
    /* marks that change the direction of text are no letters of any language */
    text = c_comment_text(*state,
                          SLICE("a\xE2\x80\xAE"
                                "b\xEF\xBB\xBF"),
                          false);
    assert_string_equal(text.ptr, "ab");
}

static void white_space_is_folded(void **state)
{
    assert_text(*state, "  a \t\n b\r\n", "a b");
    assert_text(*state,
                "a\x01\x7F"
                "b",
                "a b");
    assert_text(*state, "", "");
}

static slice line_at(const struct json_value *lines, size_t index)
{
    const struct json_value *line = lines->first;
    while (index-- > 0)
        line = line->next;
    return line->text;
}

static void short_texts_take_one_line(void **state)
{
    slice text = SLICE("The operation ID.");
    struct json_value *lines = c_comment_lines(*state, &text, 1, C_COMMENT_DOC, 4);
    assert_int_equal(lines->count, 1);
    assert_string_equal(line_at(lines, 0).ptr, "/** The operation ID. */");
    lines = c_comment_lines(*state, &text, 1, C_COMMENT_PLAIN, 0);
    assert_string_equal(line_at(lines, 0).ptr, "/* The operation ID. */");
    text = (slice){0};
    assert_int_equal(c_comment_lines(*state, &text, 1, C_COMMENT_DOC, 4)->count, 0);
}

static size_t width_of(slice text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len;)
        width += utf8_width(utf8_decode(text, &at));
    return width;
}

static void long_texts_are_wrapped_at_100_columns(void **state)
{
    char words[601];
    for (size_t i = 0; i < 600; i++)
        words[i] = i % 6 == 5 ? ' ' : 'w';
    words[600] = '\0';
    slice paragraphs[] = {slice_from(words), SLICE("End.")};
    struct json_value *lines = c_comment_lines(*state, paragraphs, 2, C_COMMENT_DOC, 12);
    assert_string_equal(line_at(lines, 0).ptr, "/**");
    assert_string_equal(line_at(lines, lines->count - 2).ptr, " * End.");
    assert_string_equal(line_at(lines, lines->count - 1).ptr, " */");
    assert_int_equal(width_of(line_at(lines, 1)), 86); /* 88 would hold no further word of 5 */
    for (size_t i = 0; i < lines->count; i++)
        assert_true(width_of(line_at(lines, i)) <= 88);
}

static void the_longest_single_line_has_100_columns(void **state)
{
    char word[101];
    memset(word, 'w', 100);
    word[89] = '\0';
    slice text = slice_from(word);
    struct json_value *lines = c_comment_lines(*state, &text, 1, C_COMMENT_DOC, 4);
    assert_int_equal(lines->count, 1);
    assert_int_equal(lines->first->text.len, 96);
    word[89] = 'w';
    word[90] = '\0';
    text = slice_from(word);
    assert_int_equal(c_comment_lines(*state, &text, 1, C_COMMENT_DOC, 4)->count, 3);
}

static void wide_characters_wrap_without_spaces(void **state)
{
    char text[3 * 120 + 1];
    for (size_t i = 0; i < 120; i++)
        memcpy(text + 3 * i, i % 40 == 39 ? "\xE3\x80\x82" : "\xE7\x8A\xB6", 3);
    text[sizeof text - 1] = '\0';
    slice paragraph = slice_from(text);
    struct json_value *lines = c_comment_lines(*state, &paragraph, 1, C_COMMENT_DOC, 0);
    assert_true(lines->count > 3);
    for (size_t i = 0; i < lines->count; i++) {
        assert_true(width_of(line_at(lines, i)) <= 100);
        assert_false(slice_starts_with(line_at(lines, i), SLICE(" * \xE3\x80\x82")));
    }
}

static void no_line_ends_in_a_backslash(void **state)
{
    char text[120];
    memset(text, 'w', 100);
    memcpy(text + 90, " `x\\ y`", 8);
    slice paragraph = slice_from(text);
    struct json_value *lines = c_comment_lines(*state, &paragraph, 1, C_COMMENT_DOC, 4);
    assert_string_equal(line_at(lines, 2).ptr, " * `x\\ y`");
    slice end[] = {SLICE("one"), SLICE("C:\\")};
    lines = c_comment_lines(*state, end, 2, C_COMMENT_DOC, 4);
    assert_string_equal(line_at(lines, 2).ptr, " * C:&#92;");
}

static void deep_indentation_is_bounded(void **state)
{
    slice text = SLICE("some words of a comment");
    struct json_value *lines = c_comment_lines(*state, &text, 1, C_COMMENT_DOC, 100000);
    assert_int_equal(lines->count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(comments_cannot_end_or_begin_inside),
        TEST(commands_of_doxygen_are_escaped_outside_of_code),
        TEST(global_names_are_no_links),
        TEST(trigraphs_and_backticks),
        TEST(english_is_ascii),
        TEST(other_languages_keep_their_letters),
        TEST(white_space_is_folded),
        TEST(short_texts_take_one_line),
        TEST(long_texts_are_wrapped_at_100_columns),
        TEST(the_longest_single_line_has_100_columns),
        TEST(wide_characters_wrap_without_spaces),
        TEST(no_line_ends_in_a_backslash),
        TEST(deep_indentation_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
