/*
 * Comments of C from the text of pages: safe, readable, wrapped.
 *
 * Text of pages is what anybody typed. In a comment nothing of it can end or begin a comment,
 * splice a line, form a trigraph, change the direction of text, or be taken for a command of
 * Doxygen.
 */
#ifndef DOCMODEL_RENDER_C_COMMENT_H
#define DOCMODEL_RENDER_C_COMMENT_H

#include "support/arena.h"
#include "support/json.h"

/* Display columns of a line, indentation included. Single words may be longer. */
#define C_COMMENT_COLUMNS 100

/* The deepest indentation that counts; deeper comments are wrapped as if they stood there. */
#define C_COMMENT_INDENT_MAX 60

enum c_comment_style {
    C_COMMENT_PLAIN, /* begins with slash and asterisk */
    C_COMMENT_DOC    /* begins with slash and two asterisks */
};

/*
 * TEXT on one line. ASCII turns typographic characters into plain ones and everything else that is
 * no ASCII into <U+XXXX>; otherwise it stays, but for control characters. Code in backticks stays
 * as it is, outside of it the marks of Doxygen's commands are escaped; an odd backtick becomes an
 * apostrophe.
 */
slice c_comment_text(struct arena *arena, slice text, bool ascii);

/*
 * The lines of a comment that holds COUNT paragraphs, each the result of c_comment_text, as an
 * array of strings: one line if everything fits, else a block. INDENT is the number of columns in
 * front of it, which the lines do not contain. Empty paragraphs are left out; without any text the
 * array is empty.
 */
struct json_value *c_comment_lines(struct arena *arena, const slice *paragraphs, size_t count,
                                   enum c_comment_style style, size_t indent);

#endif
