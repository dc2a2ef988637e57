/* Numbers as people write them in prose: "256", "1,024", "10.000", "10 000", "-90", "0.5", "0,5".
 */
#ifndef DOCMODEL_VOCAB_NUMBER_H
#define DOCMODEL_VOCAB_NUMBER_H

#include "support/decimal.h"

/* Numbers of more digits are none. */
#define NUMBER_DIGITS_MAX 18

/* What one point or comma with three digits behind it is; where a zero is all that stands before,
 * or another mark follows, there is no question. */
enum number_reading {
    NUMBER_WHOLE, /* the number is whole: it separates thousands */
    NUMBER_POINT, /* a point is decimal, a comma is not */
    NUMBER_COMMA, /* a point separates thousands; a comma may, too, since pages keep English ones */
    NUMBER_UNDECIDED
};

/*
 * Reads the number at TEXT[at]; one that READING leaves undecided is none. Returns the offset
 * behind it, or SLICE_NONE when none stands there by itself: a version ("1.2.3"), a size in bytes
 * ("4 MB"), part of a word ("3rd", "Base64").
 */
size_t number_read(slice text, size_t at, enum number_reading reading, struct decimal *value);

/* Where the number begins that ends with the digit before END; END when there is none. */
size_t number_begin(slice text, size_t end);

/* The offset of the first digit, or of the sign before it, from FROM on; SLICE_NONE without one.
 */
size_t number_find(slice text, size_t from);

#endif
