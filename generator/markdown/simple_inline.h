/*
 * Simple inlines: text with nothing but code spans, plain links, strong words, breaks and an anchor
 * in it, which is nearly all of what cells and headings hold. Reading it here gives what cmark
 * gives, and saves handing it over.
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
    slice anchor; /* the tag <a name="..."> that TEXT begins with, or empty */
};

/*
 * Reads TEXT, a single line of a page that defines the targets of reference links (DEFINES) or
 * nowhere does. Returns false when it has to be left to cmark.
 */
bool simple_inline_read(slice text, bool defines, struct simple_inline *result);

#endif
