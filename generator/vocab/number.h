/* Numbers as people write them in prose: "256", "1,024", "10.000", "10 000", "-90", "0.5", "0,5".
 * Three digits behind a point or comma are thousands, unless a zero is all that stands before. */
#ifndef DOCMODEL_VOCAB_NUMBER_H
#define DOCMODEL_VOCAB_NUMBER_H

#include "support/decimal.h"

/* Numbers of more digits are none. */
#define NUMBER_DIGITS_MAX 18

/*
 * Reads the number at TEXT[at]. Returns the offset behind it, or SLICE_NONE when none stands there
 * by itself: a version ("1.2.3"), a size in bytes ("4 MB"), part of a word ("3rd", "Base64").
 */
size_t number_read(slice text, size_t at, struct decimal *value);

/* Where the number begins that ends with the digit before END; END when there is none. */
size_t number_begin(slice text, size_t end);

/* The offset of the first digit, or of the sign before it, from FROM on; SLICE_NONE without one.
 */
size_t number_find(slice text, size_t from);

#endif
