#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void test_empty_page(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE(""));
    assert_int_equal(page.document.block_count, 0);
    fixture_finish(&page);
}

static void test_front_matter(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("---\r\ntitle: \"tea: green\"\r\nauthor: 'ann'\r\nempty:\r\n"
                              "long: one\r\n  two\r\n---\r\n# Tea\r\n"));
    assert_int_equal(page.document.front_matter_count, 4);
    fixture_assert_text(document_front_matter(&page.document, SLICE("Title")), "tea: green");
    fixture_assert_text(document_front_matter(&page.document, SLICE("author")), "ann");
    fixture_assert_text(document_front_matter(&page.document, SLICE("empty")), "");
    fixture_assert_text(document_front_matter(&page.document, SLICE("long")), "one two");
    fixture_assert_text(document_front_matter(&page.document, SLICE("absent")), "");
    fixture_assert_span(page.document.front_matter[1].span, 3, 1, "author: 'ann'");
    fixture_assert_span(fixture_block(&page, BLOCK_HEADING, 0)->span, 8, 1, "# Tea");
    assert_int_equal(page.document.block_count, 1);
    fixture_finish(&page);
}

static void test_front_matter_folded(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page,
                 SLICE("---\ntitle： \"cup\" description： \"holds Tea: hot\" doc_type： pageType\n"
                       "---\n\n# Cup\n"));
    fixture_assert_text(document_front_matter(&page.document, SLICE("title")), "cup");
    fixture_assert_text(document_front_matter(&page.document, SLICE("description")),
                        "holds Tea: hot");
    fixture_assert_text(document_front_matter(&page.document, SLICE("doc_type")), "pageType");
    fixture_finish(&page);
    fixture_read(&page, SLICE("--- title: cup author: ann ---\n# Cup\n"));
    fixture_assert_text(document_front_matter(&page.document, SLICE("author")), "ann");
    assert_int_equal(page.document.block_count, 1);
    fixture_finish(&page);
}

static void test_front_matter_is_only_at_the_top(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("---\n\nNo key here.\n\n---\nkey: value\n"));
    assert_int_equal(page.document.front_matter_count, 0);
    fixture_assert_text(fixture_paragraph(&page, 0)->text, "No key here.");
    fixture_finish(&page);
}

static void test_front_matter_without_end(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("---\ntitle: cup\n\n# Cup\n\n|a|b|\n|-|-|\n|---|---|\n"));
    fixture_assert_text(document_front_matter(&page.document, SLICE("title")), "cup");
    fixture_assert_span(fixture_block(&page, BLOCK_HEADING, 0)->span, 4, 1, "# Cup");
    fixture_finish(&page);
}

static void test_byte_order_mark(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("\xef\xbb\xbf# Tea"));
    fixture_assert_span(fixture_block(&page, BLOCK_HEADING, 0)->span, 1, 1, "# Tea");
    fixture_finish(&page);
}

static void test_heading_slugs(void **state)
{
    (void)state;
    static const struct {
        slice line;
        const char *slug;
        const char *text;
        bool anchored;
    } cases[] = {
        {{"## JSON representation", 22}, "json-representation", "JSON representation", false},
        {{"## <a name=\"properties\"></a>Propiedades", 39}, "properties", "Propiedades", true},
        {{"## <a id='Members'></a>Miembros ##", 34}, "members", "Miembros", true},
        {{"### What's `new`, *here*?", 25}, "whats-new-here", "What's new, here?", false},
        {{"## \xd0\xa1\xd0\xb2\xd0\xbe\xd0\xb9\xd1\x81\xd1\x82\xd0\xb2\xd0\xb0", 19},
         "\xd1\x81\xd0\xb2\xd0\xbe\xd0\xb9\xd1\x81\xd1\x82\xd0\xb2\xd0\xb0",
         "\xd0\xa1\xd0\xb2\xd0\xbe\xd0\xb9\xd1\x81\xd1\x82\xd0\xb2\xd0\xb0",
         false},
        {{"##", 2}, "", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture page;
        fixture_read(&page, cases[i].line);
        const struct block *heading = fixture_heading(&page, 0);
        fixture_assert_text(heading->slug, cases[i].slug);
        fixture_assert_text(heading->content.text, cases[i].text);
        assert_int_equal(heading->anchored, cases[i].anchored);
        fixture_finish(&page);
    }
}

static void test_setext_heading(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("Cups and\nsaucers\n---\n"));
    const struct block *heading = fixture_heading(&page, 0);
    assert_int_equal(heading->level, 2);
    fixture_assert_text(heading->slug, "cups-and-saucers");
    fixture_finish(&page);
}

static void test_comments(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("<!-- one --><!--{\n\n \"k\": 1\n}-->\ntext <!-- three --> more\n\n"
                              "- item\n  <!-- four\n\n  still -->\n\n<!-->\n"));
    fixture_assert_span(fixture_block(&page, BLOCK_COMMENT, 0)->body, 1, 5, " one ");
    fixture_assert_span(fixture_block(&page, BLOCK_COMMENT, 1)->body, 1, 17, "{\n\n \"k\": 1\n}");
    fixture_assert_span(fixture_block(&page, BLOCK_COMMENT, 2)->span, 5, 6, "<!-- three -->");
    fixture_assert_text(fixture_paragraph(&page, 0)->text, "text  more");
    fixture_assert_span(fixture_block(&page, BLOCK_COMMENT, 3)->body, 8, 7, " four\n\n  still ");
    assert_true(fixture_block(&page, BLOCK_COMMENT, 3)->listed);
    fixture_assert_span(fixture_block(&page, BLOCK_COMMENT, 4)->span, 12, 1, "<!-->");
    fixture_finish(&page);
}

static void test_comment_without_end(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("# Tea\n<!-- to the\n\nend"));
    fixture_assert_span(fixture_block(&page, BLOCK_COMMENT, 0)->body, 2, 5, " to the\n\nend");
    fixture_finish(&page);
}

static void test_fences(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page,
                 SLICE("```json\n{}\n\n1\n```\n\n~~~~\n```\n~~~~\n\n- a\n  ``` http \n  GET\n"
                       "  ```\n\n> ```\n> quoted\n\n    indented\n"));
    const struct block *fence = fixture_block(&page, BLOCK_FENCE, 0);
    fixture_assert_text(fence->info, "json");
    fixture_assert_span(fence->body, 2, 1, "{}\n\n1");
    assert_true(fence->closed);
    fixture_assert_span(fixture_block(&page, BLOCK_FENCE, 1)->body, 8, 1, "```");
    fence = fixture_block(&page, BLOCK_FENCE, 2);
    fixture_assert_text(fence->info, "http");
    fixture_assert_span(fence->body, 13, 1, "  GET");
    assert_true(fence->listed);
    fence = fixture_block(&page, BLOCK_FENCE, 3);
    fixture_assert_span(fence->body, 17, 1, "> quoted");
    assert_true(fence->quoted);
    assert_false(fence->closed);
    fixture_assert_span(fixture_block(&page, BLOCK_FENCE, 4)->body, 19, 1, "    indented");
    fixture_finish(&page);
}

static void test_fence_without_end(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("# Tea\n\n```json\n{}\nlast"));
    const struct block *fence = fixture_block(&page, BLOCK_FENCE, 0);
    assert_false(fence->closed);
    fixture_assert_span(fence->body, 4, 1, "{}\nlast");
    fixture_assert_diagnostic(&page, DIAG_UNCLOSED_FENCE, 3, 1,
                              "the code block that begins here is not closed");
    fixture_finish(&page);
}

static void test_fence_without_text(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("# Tea\n```\n"));
    fixture_assert_span(fixture_block(&page, BLOCK_FENCE, 0)->body, 3, 1, "");
    fixture_finish(&page);
    fixture_read(&page, SLICE("# Tea\n```"));
    fixture_assert_span(fixture_block(&page, BLOCK_FENCE, 0)->body, 2, 4, "");
    fixture_finish(&page);
}

/* The rest of the page is not lost in a block whose closing line is missing. */
static void test_fence_is_closed_where_it_must_end(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("```json\n{\"a\": 1}\n\n## Example\n\n```json\n{\"b\": 2}\n```\n"));
    fixture_assert_span(fixture_block(&page, BLOCK_FENCE, 0)->body, 2, 1, "{\"a\": 1}");
    fixture_assert_text(fixture_heading(&page, 0)->slug, "example");
    fixture_assert_span(fixture_block(&page, BLOCK_FENCE, 1)->body, 7, 1, "{\"b\": 2}");
    fixture_assert_diagnostic(&page, DIAG_UNCLOSED_FENCE, 1, 1,
                              "the code block that begins here is not closed");
    fixture_finish(&page);
}

static void test_fence_in_a_longer_fence_is_text(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("````\n```json\n\n# no heading\n```\n````\n"));
    assert_int_equal(page.document.block_count, 1);
    assert_int_equal(page.diagnostics.count, 0);
    fixture_finish(&page);
}

static void test_html(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("<div>\n|a|b|\n|-|-|\n</div>\n\n> quoted text\nlazy end\n"));
    fixture_assert_span(fixture_block(&page, BLOCK_HTML, 0)->span, 1, 1,
                        "<div>\n|a|b|\n|-|-|\n</div>");
    const struct block *quoted = fixture_block(&page, BLOCK_PARAGRAPH, 0);
    assert_true(quoted->quoted);
    fixture_assert_text(document_content(&page.document, quoted)->text, "quoted text lazy end");
    assert_int_equal(page.document.block_count, 2);
    fixture_finish(&page);
}

static void test_deep_nesting(void **state)
{
    (void)state;
    enum { DEPTH = 5000 };
    struct fixture page;
    char *text = malloc(DEPTH);
    assert_non_null(text);
    for (size_t i = 0; i < DEPTH; i++)
        text[i] = '>';
    fixture_read(&page, (slice){text, DEPTH});
    assert_int_equal(page.document.block_count, 0);
    fixture_finish(&page);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_page),
        cmocka_unit_test(test_front_matter),
        cmocka_unit_test(test_front_matter_folded),
        cmocka_unit_test(test_front_matter_is_only_at_the_top),
        cmocka_unit_test(test_front_matter_without_end),
        cmocka_unit_test(test_byte_order_mark),
        cmocka_unit_test(test_heading_slugs),
        cmocka_unit_test(test_setext_heading),
        cmocka_unit_test(test_comments),
        cmocka_unit_test(test_comment_without_end),
        cmocka_unit_test(test_fences),
        cmocka_unit_test(test_fence_without_end),
        cmocka_unit_test(test_fence_without_text),
        cmocka_unit_test(test_fence_is_closed_where_it_must_end),
        cmocka_unit_test(test_fence_in_a_longer_fence_is_text),
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_deep_nesting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
