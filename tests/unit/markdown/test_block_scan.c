/* The block scan against cmark, on random documents of lines that open, close and interrupt each
 * other; BLOCK_SCAN_DOCUMENTS says how many. */
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

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static void make_document(uint32_t *state, struct buffer *text)
{
    buffer_clear(text);
    for (size_t count = 1 + next_random(state) % LINES_MOST; count > 0; count--) {
        do {
            const char *part = lines[next_random(state) % (sizeof lines / sizeof *lines)];
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

static void check_document(slice text, struct buffer *expected, struct buffer *found)
{
    struct arena arena;
    struct source source;
    struct skeleton skeleton;
    struct buffer cut;
    struct commonmark_blocks blocks;
    buffer_clear(expected);
    buffer_clear(found);
    buffer_init(&cut);
    arena_init(&arena);
    source_init(&source, &arena, SLICE("x.md"), text);
    skeleton_init(&skeleton, &arena, &source, 0);
    skeleton_append(&skeleton, 1, source.line_count, &cut);
    commonmark_read_blocks(&arena, buffer_slice(&cut), &blocks);
    buffer_finish(&cut);
    print_blocks(&blocks, expected);
    block_scan_read(&arena, &skeleton, &blocks);
    print_blocks(&blocks, found);
    arena_finish(&arena);
    if (slice_equal(buffer_slice(expected), buffer_slice(found)))
        return;
    fail_msg("%.*s-- cmark:\n%.*s-- scan:\n%.*s", SLICE_ARGS(text),
             SLICE_ARGS(buffer_slice(expected)), SLICE_ARGS(buffer_slice(found)));
}

static void test_like_cmark(void **state)
{
    (void)state;
    const char *count = getenv("BLOCK_SCAN_DOCUMENTS");
    long documents = count != NULL ? atol(count) : DOCUMENTS;
    uint32_t random = 1;
    struct buffer text, expected, found;
    buffer_init(&text);
    buffer_init(&expected);
    buffer_init(&found);
    for (long i = 0; i < documents; i++) {
        make_document(&random, &text);
        check_document(buffer_slice(&text), &expected, &found);
    }
    buffer_finish(&found);
    buffer_finish(&expected);
    buffer_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_like_cmark)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
