/* Decimal numbers, exactly: 0.5 is 5 and one digit behind the point. */
#ifndef DOCMODEL_SUPPORT_DECIMAL_H
#define DOCMODEL_SUPPORT_DECIMAL_H

#include "support/arena.h"

/* DIGITS, the last SCALE of which stand behind the point. Without zeros at the end, so that equal
 * numbers have equal members. */
struct decimal {
    long long digits;
    unsigned scale;
};

struct decimal decimal_of(long long whole);

/* The same number without zeros at the end behind the point. */
struct decimal decimal_normalise(struct decimal number);

/* Reads all of TEXT, such as "-12.50". Returns false if it is none, or its digits do not fit. */
bool decimal_read(slice text, struct decimal *number);

/* As JSON and C write it: "-0.5". */
slice decimal_text(struct arena *arena, struct decimal number);

bool decimal_equal(struct decimal a, struct decimal b);

/* The nearest binary number. */
double decimal_double(struct decimal number);

#endif
