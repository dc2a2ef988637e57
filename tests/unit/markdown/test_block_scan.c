/* The block scan, and skeletons, against cmark, on random documents of lines that open, close and
 * interrupt each other; BLOCK_SCAN_DOCUMENTS says how many. */
#include "markdown/block_scan.h"
#include "support/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define DOCUMENTS  20000
#define LINES_MOST 12

static const char *const lines[] = {
    "",
    "",
    "",
    "   ",
    "x",
    "x",
    "text that goes on",
    "| a | b |",
    "\xe6\x96\x87",
    "# heading",
    "###",
    "####### x",
    "#x",
    "  ## heading",
    "    # indented",
    "```",
    "``` json",
    "  ```",
    "    ```",
    "````",
    "``` a`b",
    "``x``",
    "~~~",
    "~~",
    "<!-- comment -->",
    "<!-- begins",
    "ends -->",
    "  <!--",
    "    <!-- x",
    "<!-->",
    "-->",
    "- item",
    "* item",
    "+ item",
    "*bold*",
    "**",
    "***",
    "* * *",
    "-",
    "--",
    "---",
    "- - -",
    "-5",
    "+",
    "_ _ _",
    "___",
    "__x__",
    "=",
    "===",
    "==x",
    "1. one",
    "2) two",
    "1.",
    "12",
    "1234567890. x",
    "> quote",
    ">  more",
    ">",
    "> [!NOTE]",
    ">[x [y](z)]: z",
    "[!INCLUDE [x](y)]",
    "[x [y",
    ">",
    ">> x",
    "> ```",
    "> <!-- x",
    "- ```",
    "  continued",
    "    code",
    "\tcode",
    "  \tcode",
    " x",
    "   x",
    "<div>",
    "</div>",
    "<a name=\"x\"></a>",
    "<br>",
    "<pre>",
    "</pre>",
    "<?x",
    "[a]: b",
    "[a]: b 'title'",
    "[a]:",
    "b",
    "'title'",
    "[!NOTE]",
    "[a](b)",
    "\\# x",
    "&nbsp;",
    "\x01x",
    "\x0bx",
    "(x)",
};

/* Of what lists are made of; a skeleton has their text cut. */
static const char *const items[] = {
    "",
    "",
    "x",
    "text that goes on",
    "- item",
    "- [a](b)",
    "+ [a] b",
    "* | a",
    "- [a]: b",
    "- [a](b)]: c",
    "- [a",
    "1. [a](b)",
    "2. item",
    "3) [x [y](z)]",
    "-     code",
    "- - [a](b)",
    "- # heading",
    "1. - item",
    "- > x",
    "    - x",
    "  - [a](b)",
    "12345678901. x",
    "-x",
    "* * *",
    "- 'x'",
    "---",
    "===",
};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static void make_document(uint32_t *state, const char *const *parts, size_t part_count,
                          struct buffer *text)
{
    buffer_clear(text);
    for (size_t count = 1 + next_random(state) % LINES_MOST; count > 0; count--) {
        do {
            const char *part = parts[next_random(state) % part_count];
            buffer_append(text, slice_from(part));
        } while (next_random(state) % 4 == 0);
        buffer_append_char(text, '\n');
    }
}

static void print_blocks(const struct commonmark_blocks *blocks, struct buffer *out)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct commonmark_block *b = &blocks->items[i];
        /* For others it says more of how cmark works than of the text. */
        bool ends = b->kind == COMMONMARK_PARAGRAPH || b->kind == COMMONMARK_CODE;
        buffer_format(out, "kind %d at %zu:%zu to %zu, %zu lines, level %u%s%s\n", (int)b->kind,
                      b->line, b->column, ends ? b->last_line : 0, b->lines, b->level,
                      b->quoted ? ", quoted" : "", b->listed ? ", listed" : "");
    }
}

/* What cmark makes of TEXT, or of its skeleton. */
static void print_cmark(struct arena *arena, slice text, struct buffer *out)
{
    struct commonmark_blocks blocks;
    commonmark_read_blocks(arena, text, &blocks);
    print_blocks(&blocks, out);
}

static void compare(slice text, const struct buffer *expected, const struct buffer *found)
{
    if (slice_equal(buffer_slice(expected), buffer_slice(found)))
        return;
    fail_msg("%.*s-- expected:\n%.*s-- found:\n%.*s", SLICE_ARGS(text),
             SLICE_ARGS(buffer_slice(expected)), SLICE_ARGS(buffer_slice(found)));
}

static void check_scan(struct arena *arena, const struct skeleton *skeleton, slice cut,
                       struct buffer *expected, struct buffer *found)
{
    struct commonmark_blocks blocks;
    print_cmark(arena, cut, expected);
    block_scan_read(arena, skeleton, &blocks);
    print_blocks(&blocks, found);
}

/* WHOLE: compares cmark on all of the text with cmark on the skeleton, else that with the scan. */
static void check_document(slice text, bool whole, struct buffer *expected, struct buffer *found)
{
    struct arena arena;
    struct source source;
    struct skeleton skeleton;
    struct buffer cut;
    buffer_clear(expected);
    buffer_clear(found);
    buffer_init(&cut);
    arena_init(&arena);
    source_init(&source, &arena, SLICE("x.md"), text);
    skeleton_init(&skeleton, &arena, &source, 0);
    skeleton_append(&skeleton, 1, source.line_count, &cut);
    if (whole) {
        /* The skeleton ends the last line, too, which is empty. */
        print_cmark(&arena, arena_join(&arena, text, SLICE("\n")), expected);
        print_cmark(&arena, buffer_slice(&cut), found);
    } else {
        check_scan(&arena, &skeleton, buffer_slice(&cut), expected, found);
    }
    buffer_finish(&cut);
    arena_finish(&arena);
    compare(text, expected, found);
}

static void check_documents(const char *const *parts, size_t part_count, bool whole)
{
    const char *count = getenv("BLOCK_SCAN_DOCUMENTS");
    long documents = count != NULL ? atol(count) : DOCUMENTS;
    uint32_t random = 1;
    struct buffer text, expected, found;
    buffer_init(&text);
    buffer_init(&expected);
    buffer_init(&found);
    for (long i = 0; i < documents; i++) {
        make_document(&random, parts, part_count, &text);
        check_document(buffer_slice(&text), whole, &expected, &found);
    }
    buffer_finish(&found);
    buffer_finish(&expected);
    buffer_finish(&text);
}

static void test_like_cmark(void **state)
{
    (void)state;
    check_documents(lines, sizeof lines / sizeof *lines, false);
}

static void test_items_cut(void **state)
{
    (void)state;
    check_documents(items, sizeof items / sizeof *items, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_like_cmark),
        cmocka_unit_test(test_items_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
