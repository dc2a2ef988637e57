#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The text of a cell; row 0 is the header. */
static slice cell(const struct fixture *page, size_t row, size_t column)
{
    const struct table *table = &fixture_block(page, BLOCK_TABLE, 0)->table;
    assert_true(column < table->columns && row <= table->row_count);
    return row == 0 ? document_header(&page->document, table)[column].text
                    : document_cells(&page->document, table, row - 1)[column].text;
}

static void test_plain_table(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("## Cups\n| Name | Type |\n|:---|---:|\n| size  | Int32 |\n"));
    const struct block *block = fixture_block(&page, BLOCK_TABLE, 0);
    assert_int_equal(block->table.columns, 2);
    assert_int_equal(block->table.row_count, 1);
    fixture_assert_text(cell(&page, 0, 1), "Type");
    const struct inline_content *cells = document_cells(&page.document, &block->table, 0);
    fixture_assert_span(cells[0].span, 4, 3, "size");
    fixture_assert_span(cells[1].pieces[0].span, 4, 11, "Int32");
    fixture_assert_span(block->table.rows[0].span, 4, 1, "| size  | Int32 |");
    assert_int_equal(page.diagnostics.count, 0);
    fixture_finish(&page);
}

static void test_prose_above(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("These are\nthe cups:\n|A|B|\n|-|-|\n|1|2|\n"));
    fixture_assert_text(fixture_paragraph(&page, 0)->text, "These are the cups:");
    fixture_assert_text(cell(&page, 1, 1), "2");
    fixture_finish(&page);
}

static void test_rows_without_outer_pipes(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("A | B\n--- | ---\none | two\nthree | four |\n"));
    fixture_assert_text(cell(&page, 1, 0), "one");
    fixture_assert_text(cell(&page, 2, 1), "four");
    fixture_finish(&page);
}

static void test_short_and_long_rows(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("|A|B|C|\n|-|-|-|\n|one|\n|1|2|3| |\n|1|2|3|4|5|\n"));
    const struct table *table = &fixture_block(&page, BLOCK_TABLE, 0)->table;
    fixture_assert_text(cell(&page, 1, 2), "");
    assert_int_equal(document_cells(&page.document, table, 0)[2].count, 0);
    fixture_assert_text(cell(&page, 2, 2), "3");
    fixture_assert_text(cell(&page, 3, 2), "3|4|5");
    fixture_assert_diagnostic(&page, DIAG_TABLE_MALFORMED, 5, 8,
                              "the row has 5 cells, its table 3 columns; the rest is read as text "
                              "of the last cell");
    fixture_finish(&page);
}

static void test_pipes_that_separate_nothing(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("|A|B|\n|-|-|\n|`a|b`|x\\|y|\n|`a|b`|\n|`a\\|b` \\|| z|\n"));
    fixture_assert_text(cell(&page, 1, 0), "a|b");
    fixture_assert_text(cell(&page, 1, 1), "x|y");
    /* Two stray backticks in two cells are no code span. */
    fixture_assert_text(cell(&page, 2, 0), "`a");
    fixture_assert_text(cell(&page, 2, 1), "b`");
    fixture_assert_text(cell(&page, 3, 0), "a|b |");
    fixture_assert_text(cell(&page, 3, 1), "z");
    assert_int_equal(page.diagnostics.count, 0);
    fixture_finish(&page);
}

static void test_continued_cells(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("|A|B|\n|-|-|\n|1|first\nsecond `x`\nthird.|\n|\n|2|next|\n"));
    const struct table *table = &fixture_block(&page, BLOCK_TABLE, 0)->table;
    assert_int_equal(table->row_count, 2);
    fixture_assert_text(cell(&page, 1, 1), "first second x third.");
    fixture_assert_span(table->rows[0].cells[1].pieces[1].span, 4, 9, "x");
    fixture_assert_span(table->rows[0].cells[1].span, 3, 4, "first\nsecond `x`\nthird.");
    fixture_assert_text(cell(&page, 2, 1), "next");
    fixture_finish(&page);
}

static void test_one_column_and_no_rows(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("|A|\n|-|\n|x|\n\n|B|C|\n|-|-|\n"));
    fixture_assert_text(cell(&page, 1, 0), "x");
    const struct table *second = &fixture_block(&page, BLOCK_TABLE, 1)->table;
    assert_int_equal(second->columns, 2);
    assert_int_equal(second->row_count, 0);
    fixture_finish(&page);
}

static void test_tables_in_containers(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page,
                 SLICE("> |A|B|\n> |-|-|\n> |1|2|\n\n- text\n\n  |C|D|\n  |-|-|\n  |3|4|\n"));
    const struct block *quoted = fixture_block(&page, BLOCK_TABLE, 0);
    const struct block *listed = fixture_block(&page, BLOCK_TABLE, 1);
    fixture_assert_span(document_cells(&page.document, &quoted->table, 0)[0].span, 3, 4, "1");
    assert_true(quoted->quoted);
    fixture_assert_span(document_cells(&page.document, &listed->table, 0)[1].span, 9, 6, "4");
    assert_true(listed->listed);
    fixture_finish(&page);
}

static void test_tables_in_comments_and_fences_are_none(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("<!--\n|A|B|\n|-|-|\n|1|2|\n|x --> y|\n\n```\n|A|B|\n|-|-|\n```\n"));
    for (size_t i = 0; i < page.document.block_count; i++)
        assert_int_not_equal(page.document.blocks[i].kind, BLOCK_TABLE);
    fixture_assert_span(fixture_block(&page, BLOCK_COMMENT, 0)->body, 1, 5,
                        "\n|A|B|\n|-|-|\n|1|2|\n|x ");
    fixture_finish(&page);
}

static void test_missing_delimiter_row(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("## Cups\n\n|A|B|\n|1|2|\n|3|4|\n"));
    fixture_assert_text(fixture_paragraph(&page, 0)->text, "|A|B| |1|2| |3|4|");
    fixture_assert_diagnostic(&page, DIAG_TABLE_MALFORMED, 3, 1,
                              "these rows are no table: the delimiter row (| --- | --- |) under "
                              "the header row is missing");
    fixture_finish(&page);
}

static void test_missing_header_row(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("Cups:\n\n|-|-|\n|1|2|\n"));
    fixture_assert_text(cell(&page, 0, 0), "");
    fixture_assert_text(cell(&page, 1, 1), "2");
    fixture_assert_diagnostic(&page, DIAG_TABLE_MALFORMED, 3, 1,
                              "the delimiter row has no header row above it");
    fixture_finish(&page);
}

static void test_header_and_delimiter_differ(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("|A|B|C|\n|-|-|\n|1|2|3|\n"));
    fixture_assert_text(cell(&page, 1, 2), "3");
    fixture_assert_diagnostic(&page, DIAG_TABLE_MALFORMED, 2, 1,
                              "the delimiter row has 2 cells, the header row 3");
    fixture_finish(&page);
}

static void test_comment_in_a_cell(void **state)
{
    (void)state;
    struct fixture page;
    fixture_read(&page, SLICE("|A|B|\n|-|-|\n|1 <!-- note --> |2|\n"));
    fixture_assert_text(cell(&page, 1, 0), "1");
    fixture_assert_span(fixture_block(&page, BLOCK_COMMENT, 0)->body, 3, 8, " note ");
    fixture_finish(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_table),
        cmocka_unit_test(test_prose_above),
        cmocka_unit_test(test_rows_without_outer_pipes),
        cmocka_unit_test(test_short_and_long_rows),
        cmocka_unit_test(test_pipes_that_separate_nothing),
        cmocka_unit_test(test_continued_cells),
        cmocka_unit_test(test_one_column_and_no_rows),
        cmocka_unit_test(test_tables_in_containers),
        cmocka_unit_test(test_tables_in_comments_and_fences_are_none),
        cmocka_unit_test(test_missing_delimiter_row),
        cmocka_unit_test(test_missing_header_row),
        cmocka_unit_test(test_header_and_delimiter_differ),
        cmocka_unit_test(test_comment_in_a_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
