/* String literals of C: any bytes as text that a compiler reads back as the same bytes. */
#ifndef DOCMODEL_RENDER_C_LITERAL_H
#define DOCMODEL_RENDER_C_LITERAL_H

#include "support/arena.h"
#include "support/buffer.h"

/* How many characters a literal may have by the limits of C99 and later (5.2.4.1); adjacent
 * literals count as one. */
#define C_LITERAL_MAX 4095

/*
 * Appends TEXT as one literal with its quotes. Quotes, backslashes and control characters are
 * escaped; bytes that are not ASCII become octal escapes, so that no source character set matters;
 * no trigraph stands in the result.
 */
void c_literal_append(struct buffer *out, slice text);

/* The same, in ARENA. */
slice c_literal(struct arena *arena, slice text);

/*
 * The length of the first part of TEXT that a literal can hold: all of it, or at most LIMIT bytes,
 * behind a line end if there is one in the second half, else between two characters of UTF-8.
 */
size_t c_literal_part(slice text, size_t limit);

#endif
