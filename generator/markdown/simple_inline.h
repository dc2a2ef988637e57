/*
 * Simple inlines: text with nothing but code spans, plain links and breaks in it, which is most of
 * what cells hold. Reading it here gives what cmark gives, and saves handing it over.
 */
#ifndef DOCMODEL_MARKDOWN_SIMPLE_INLINE_H
#define DOCMODEL_MARKDOWN_SIMPLE_INLINE_H

#include "markdown/document.h"

/* The most pieces that are read here; a text with more is left to cmark. */
#define SIMPLE_INLINE_MAX 64

struct simple_inline {
    struct inline_piece
        pieces[SIMPLE_INLINE_MAX]; /* spans relative to the text, targets as written */
    size_t count;
};

/* Reads TEXT, a single line. Returns false when it has to be left to cmark. */
bool simple_inline_read(slice text, struct simple_inline *result);

#endif
