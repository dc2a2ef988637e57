#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

void fixture_read(struct fixture *fixture, slice text)
{
    arena_init(&fixture->arena);
    diagnostics_init(&fixture->diagnostics, &fixture->arena);
    source_init(&fixture->source, &fixture->arena, SLICE("page.md"), text);
    document_read(&fixture->arena, &fixture->arena, &fixture->source, &fixture->diagnostics,
                  &fixture->document);
}

void fixture_finish(struct fixture *fixture)
{
    arena_finish(&fixture->arena);
}

const struct block *fixture_block(const struct fixture *fixture, enum block_kind kind, size_t count)
{
    for (size_t i = 0; i < fixture->document.block_count; i++)
        if (fixture->document.blocks[i].kind == kind && count-- == 0)
            return &fixture->document.blocks[i];
    fail_msg("the page has no such block");
    return NULL;
}

const struct block *fixture_heading(const struct fixture *fixture, size_t count)
{
    return document_heading(&fixture->document, fixture_block(fixture, BLOCK_HEADING, count));
}

const struct inline_content *fixture_paragraph(const struct fixture *fixture, size_t count)
{
    return document_content(&fixture->document, fixture_block(fixture, BLOCK_PARAGRAPH, count));
}

void fixture_assert_text(slice actual, const char *expected)
{
    slice wanted = slice_from(expected);
    if (!slice_equal(actual, wanted))
        fail_msg("\"%.*s\" is not \"%s\"", SLICE_ARGS(actual), expected);
}

void fixture_assert_span(struct span span, size_t line, size_t column, const char *expected)
{
    struct position position = source_position(span.source, span.begin);
    fixture_assert_text(span_text(span), expected);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

void fixture_assert_diagnostic(const struct fixture *fixture, enum diagnostic_code code,
                               size_t line, size_t column, const char *text)
{
    assert_int_equal(fixture->diagnostics.count, 1);
    const struct diagnostic *diagnostic = fixture->diagnostics.items[0];
    struct position position = source_position(diagnostic->span.source, diagnostic->span.begin);
    assert_int_equal(diagnostic->code, code);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
    fixture_assert_text(diagnostic->text, text);
}
