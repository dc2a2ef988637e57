/* A page that is read from a literal, for the tests of this folder. */
#ifndef DOCMODEL_TESTS_MARKDOWN_FIXTURE_H
#define DOCMODEL_TESTS_MARKDOWN_FIXTURE_H

#include "markdown/document.h"

struct fixture {
    struct arena arena;
    struct source source;
    struct diagnostics diagnostics;
    struct document document;
};

void fixture_read(struct fixture *fixture, slice text);
void fixture_finish(struct fixture *fixture);

/* The COUNT-th block of KIND, from 0; the test fails when there is none. */
const struct block *fixture_block(const struct fixture *fixture, enum block_kind kind,
                                  size_t count);

/* The COUNT-th heading, its text and slug read. */
const struct block *fixture_heading(const struct fixture *fixture, size_t count);

/* The text of the COUNT-th paragraph. */
const struct inline_content *fixture_paragraph(const struct fixture *fixture, size_t count);

/* Fails the test unless ACTUAL is EXPECTED. */
void fixture_assert_text(slice actual, const char *expected);

/* Fails the test unless SPAN begins at LINE and COLUMN and covers EXPECTED. */
void fixture_assert_span(struct span span, size_t line, size_t column, const char *expected);

/* Fails the test unless there is exactly one diagnostic, of CODE, at LINE and COLUMN. */
void fixture_assert_diagnostic(const struct fixture *fixture, enum diagnostic_code code,
                               size_t line, size_t column, const char *text);

#endif
