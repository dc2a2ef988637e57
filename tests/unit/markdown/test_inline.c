#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct inline_content *content(const struct fixture *page)
{
    return fixture_paragraph(page, 0);
}

static void assert_piece(const struct inline_content *content, size_t index, enum inline_kind kind,
                         const char *text, const char *source)
{
    assert_true(index < content->count);
    assert_int_equal(content->pieces[index].kind, kind);
    fixture_assert_text(content->pieces[index].text, text);
    fixture_assert_text(span_text(content->pieces[index].span), source);
}

static void test_code_spans(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("Values: `a`, `` b`c ``\u3001 `d`"));
    assert_int_equal(content(&page)->count, 6);
    assert_piece(content(&page), 0, INLINE_TEXT, "Values: ", "Values: ");
    assert_piece(content(&page), 1, INLINE_CODE, "a", "a");
    assert_piece(content(&page), 3, INLINE_CODE, "b`c", "b`c");
    fixture_assert_span(content(&page)->pieces[5].span, 1, 26, "d");
    fixture_assert_text(content(&page)->text, "Values: a, b`c\u3001 d");
    fixture_finish(&page);
}

static void test_links(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("[**Colección** `x`](my%20x.md#y) [cup][] [tea][t] <https://a.b/c> "
                              "[lost][] ![pic](p.png)\n\n[cup]: cup.md\n[t]: tea.md \"Tea\"\n"));
    const struct inline_content *line = content(&page);
    assert_piece(line, 0, INLINE_LINK, "Colección x", "[**Colección** `x`](my%20x.md#y)");
    fixture_assert_text(line->pieces[0].target, "my x.md#y");
    assert_true(line->pieces[0].strong);
    assert_piece(line, 2, INLINE_LINK, "cup", "[cup][]");
    fixture_assert_text(line->pieces[2].target, "cup.md");
    assert_piece(line, 4, INLINE_LINK, "tea", "[tea][t]");
    fixture_assert_text(line->pieces[4].target, "tea.md");
    assert_piece(line, 6, INLINE_LINK, "https://a.b/c", "<https://a.b/c>");
    assert_piece(line, 7, INLINE_TEXT, " [lost][] ", " [lost][] ");
    assert_piece(line, 8, INLINE_IMAGE, "pic", "![pic](p.png)");
    assert_int_equal(page.document.block_count, 1);
    fixture_finish(&page);
}

static void test_percent_escapes_that_are_no_text(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("[a](%FF.md) [b](100%.md)"));
    fixture_assert_text(content(&page)->pieces[0].target, "%FF.md");
    fixture_assert_text(content(&page)->pieces[2].target, "100%.md");
    fixture_finish(&page);
}

static void test_breaks_and_tags(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page,
                 SLICE("one<br>two<BR/>three  \nfour <sup>5</sup> <server> <a name=\"x\"></a>"
                       "end"));
    const struct inline_content *line = content(&page);
    fixture_assert_text(line->text, "one two three four 5 <server> end");
    assert_piece(line, 1, INLINE_BREAK, "", "<br>");
    assert_piece(line, 3, INLINE_BREAK, "", "<BR/>");
    assert_int_equal(line->pieces[5].kind, INLINE_BREAK);
    fixture_finish(&page);
}

static void test_emphasis(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("a **b** *c* snake_case_name 2 * 3"));
    const struct inline_content *line = content(&page);
    fixture_assert_text(line->text, "a b c snake_case_name 2 * 3");
    assert_piece(line, 1, INLINE_TEXT, "b", "b");
    assert_true(line->pieces[1].strong);
    assert_false(line->pieces[1].emphasis);
    assert_true(line->pieces[3].emphasis);
    assert_false(line->pieces[4].strong || line->pieces[4].emphasis);
    fixture_finish(&page);
}

static void test_entities_and_escapes(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("a &lt;b&gt; \\*c\\* AT&T &nbsp;"));
    fixture_assert_text(content(&page)->text, "a <b> *c* AT&T");
    fixture_finish(&page);
}

static void test_text_that_looks_like_blocks(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("|A|B|C|D|\n|-|-|-|-|\n|# `x` #|- `y`|1. `z` \\ #|> `q`|\n"));
    const struct inline_content *cells =
        document_cells(&page.document, &fixture_block(&page, BLOCK_TABLE, 0)->table, 0);
    fixture_assert_text(cells[0].text, "# x #");
    fixture_assert_text(cells[1].text, "- y");
    fixture_assert_text(cells[2].text, "1. z \\ #");
    fixture_assert_text(cells[3].text, "> q");
    fixture_finish(&page);
}

static void test_control_characters(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("a\rb `c`\n\nd\0e `f`\n"));
    fixture_assert_text(fixture_paragraph(&page, 0)->text, "a b c");
    fixture_assert_span(fixture_paragraph(&page, 1)->pieces[1].span, 3, 6, "f");
    fixture_finish(&page);
}

static void test_for_comment(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("The  `id` of\n[it](x.md),<br/>**once**. `` a`b ``"));
    fixture_assert_text(inline_content_for_comment(&page.arena, content(&page)),
                        "The `id` of it, once. `` a`b ``");
    fixture_finish(&page);
}

/* TEXT with each run of white space as one blank, none at its ends; for comparison. */
static void fold_plainly(const char *text, size_t length, char *folded)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        bool blank = text[i] == ' ' || text[i] == '\t';
        if (!blank && count > 0 && i > 0 && (text[i - 1] == ' ' || text[i - 1] == '\t'))
            folded[count++] = ' ';
        if (!blank)
            folded[count++] = text[i];
    }
    folded[count] = '\0';
}

/* White space at any place of texts that are longer and shorter than a few words. */
static void test_for_comment_at_any_place(void **state)
{
    (void)state;
    static const char *const blanks[] = {" ", "  ", "\t", " \t", "\t "};
    char text[32], folded[sizeof text];
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof text * sizeof text * 5; i++) {
        slice blank = slice_from(blanks[i % 5]);
        size_t length = i / 5 % sizeof text;
        size_t at = i / 5 / sizeof text;
        if (at + blank.len > length)
            continue;
        memset(text, 'x', sizeof text);
        memcpy(text + at, blank.ptr, blank.len);
        slice all = {text, length};
        struct inline_piece piece = {.kind = INLINE_TEXT, .text = all};
        struct inline_content content = {.text = slice_trim(all), .pieces = &piece, .count = 1};
        fold_plainly(text, length, folded);
        fixture_assert_text(inline_content_for_comment(&arena, &content), folded);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_code_spans),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_percent_escapes_that_are_no_text),
        cmocka_unit_test(test_breaks_and_tags),
        cmocka_unit_test(test_emphasis),
        cmocka_unit_test(test_entities_and_escapes),
        cmocka_unit_test(test_text_that_looks_like_blocks),
        cmocka_unit_test(test_control_characters),
        cmocka_unit_test(test_for_comment),
        cmocka_unit_test(test_for_comment_at_any_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
