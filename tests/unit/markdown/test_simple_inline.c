/* What is read without cmark against cmark, on random lines of pieces that open, close and
 * interrupt each other; SIMPLE_INLINE_LINES says how many. */
#include "markdown/inline_content.h"
#include "markdown/simple_inline.h"
#include "support/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define LINES       40000
#define PIECES_MOST 9

static const char *const pieces[] = {
    "a",
    "b c",
    " ",
    ".",
    ":",
    ",",
    "(",
    ")",
    "**",
    "**",
    "**",
    "*",
    "_",
    "`",
    "`x`",
    "[",
    "]",
    "[x]",
    "[]",
    "(y)",
    "[x](y)",
    "![",
    "[!N [x](y)]",
    "<br>",
    "<b>",
    "</a>",
    "&",
    "&amp;",
    "\\",
    "<a name=\"n\"></a>",
    "<a name=\"n\">",
    "\xef\xbc\x9a",
    "\xe6\x96\x87",
    "\xe3\x80\x80",
    "\xc2\xa0",
    "\xc3\xa9",
    "\xe3\x80\x8c",
    "\xef\xbc\x89",
    "\xd0\xb6",
    "\xe2\x82\xac",
};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static void make_line(uint32_t *state, struct buffer *line)
{
    buffer_clear(line);
    for (size_t count = 1 + next_random(state) % PIECES_MOST; count > 0; count--)
        buffer_append(line,
                      slice_from(pieces[next_random(state) % (sizeof pieces / sizeof *pieces)]));
}

static void print_tag(void *context, size_t owner, slice tag, size_t offset)
{
    assert_int_equal(owner, 7);
    if (slice_starts_with(tag, SLICE("<a")))
        buffer_format(context, "tag %.*s at %zu\n", SLICE_ARGS(tag), offset);
}

static void print_content(const struct inline_content *content, struct buffer *out)
{
    buffer_format(out, "\"%.*s\"\n", SLICE_ARGS(content->text));
    for (size_t i = 0; i < content->count; i++) {
        const struct inline_piece *piece = &content->pieces[i];
        buffer_format(out, "kind %d \"%.*s\" to \"%.*s\" at %u-%u%s%s\n", (int)piece->kind,
                      SLICE_ARGS(piece->text), SLICE_ARGS(piece->target), piece->span.begin,
                      piece->span.end, piece->strong ? ", strong" : "",
                      piece->emphasis ? ", emphasis" : "");
    }
}

/* Reads LINE as one part; WHOLE: with an empty one behind it, so that cmark has to read it. */
static void read_line(slice line, bool whole, struct buffer *out)
{
    struct arena arena;
    struct source source;
    struct inline_content content;
    struct buffer tags;
    buffer_init(&tags);
    arena_init(&arena);
    source_init(&source, &arena, SLICE("x.md"), line);
    struct inline_batch batch = {.arena = &arena,
                                 .scratch = &arena,
                                 .source = &source,
                                 .on_tag = print_tag,
                                 .context = &tags};
    struct inline_part parts[2] = {{source.text, JOIN_DIRECTLY},
                                   {slice_skip(source.text, source.text.len), JOIN_DIRECTLY}};
    buffer_clear(out);
    inline_batch_add(&batch, parts, whole ? 2 : 1, 7, &content);
    inline_batch_run(&batch, (slice){"", 0});
    print_content(&content, out);
    buffer_append(out, buffer_slice(&tags));
    buffer_finish(&tags);
    arena_finish(&arena);
}

static void test_like_cmark(void **state)
{
    (void)state;
    const char *count = getenv("SIMPLE_INLINE_LINES");
    long many = count != NULL ? atol(count) : LINES;
    uint32_t random = 1;
    long simple = 0;
    struct simple_inline read;
    struct buffer line, expected, found;
    buffer_init(&line);
    buffer_init(&expected);
    buffer_init(&found);
    for (long i = 0; i < many; i++) {
        make_line(&random, &line);
        slice text = slice_trim(buffer_slice(&line));
        simple += text.len > 0 && simple_inline_read(text, false, &read);
        read_line(text, true, &expected);
        read_line(text, false, &found);
        if (!slice_equal(buffer_slice(&expected), buffer_slice(&found)))
            fail_msg("%.*s\n-- cmark:\n%.*s-- simple:\n%.*s", SLICE_ARGS(text),
                     SLICE_ARGS(buffer_slice(&expected)), SLICE_ARGS(buffer_slice(&found)));
    }
    assert_true(simple > many / 10); /* else nothing was compared */
    buffer_finish(&found);
    buffer_finish(&expected);
    buffer_finish(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_like_cmark)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
