/* Raw HTML: tags by name and attribute, and comments. */
#ifndef DOCMODEL_MARKDOWN_HTML_H
#define DOCMODEL_MARKDOWN_HTML_H

#include "support/slice.h"

/* The name of the element that TAG opens or closes ("br" of "<br/>"), or empty. */
slice html_tag_name(slice tag);

/* Whether NAME, in any letter case, is an element of HTML; "<server>" in prose is not markup. */
bool html_is_element(slice name);

/* Whether the element NAME begins a line of its own and ends it: list items, paragraphs, cells. */
bool html_is_block(slice name);

/* The value of an attribute of TAG, letter case of NAME ignored, or empty. */
slice html_attribute(slice tag, slice name);

/* The name or id that TAG gives to its place ("<a name='x'>"), or empty. */
slice html_anchor(slice tag);

/* The offset of the next tag, opening or closing, of element NAME from FROM on, or SLICE_NONE. */
size_t html_find_tag(slice text, size_t from, slice name);

/* The first element NAME of TEXT from FROM on: *begin is where its tag opens, *end is behind the
 * first tag that closes one (the end of TEXT where none does, *closed then false). */
bool html_find_element(slice text, size_t from, slice name, size_t *begin, size_t *end,
                       bool *closed);

struct html_comment {
    size_t begin;      /* of "<!--" in the text that was searched */
    size_t body_begin; /* behind it */
    size_t body_end;   /* of "-->", or of the text */
    size_t end;        /* behind it */
};

/* The first comment of TEXT from FROM on. One that is not closed runs to the end of TEXT. */
bool html_find_comment(slice text, size_t from, struct html_comment *comment);

#endif
