#include "support/decimal.h"

#include <limits.h>

struct decimal decimal_of(long long whole)
{
    return (struct decimal){whole, 0};
}

struct decimal decimal_normalise(struct decimal number)
{
    while (number.scale > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        number.scale--;
    }
    return number;
}

/* Adds a digit to a number below zero, where there is room for one more than above it. */
static bool add_digit(long long *digits, char c)
{
    int digit = c - '0';
    if (!ascii_is_digit(c) || *digits < (LLONG_MIN + digit) / 10)
        return false;
    *digits = *digits * 10 - digit;
    return true;
}

bool decimal_read(slice text, struct decimal *number)
{
    bool negative = text.len > 0 && text.ptr[0] == '-';
    slice rest = slice_skip(text, text.len > 0 && (negative || text.ptr[0] == '+') ? 1 : 0);
    slice whole, fraction;
    bool pointed = slice_cut(rest, '.', &whole, &fraction);
    *number = (struct decimal){0};
    if (whole.len == 0 || (pointed && fraction.len == 0))
        return false;
    for (size_t i = 0; i < whole.len; i++)
        if (!add_digit(&number->digits, whole.ptr[i]))
            return false;
    for (size_t i = 0; i < fraction.len; i++, number->scale++)
        if (!add_digit(&number->digits, fraction.ptr[i]))
            return false;
    if (!negative && number->digits == LLONG_MIN)
        return false;
    if (!negative)
        number->digits = -number->digits;
    *number = decimal_normalise(*number);
    return true;
}

slice decimal_text(struct arena *arena, struct decimal number)
{
    bool negative = number.digits < 0;
    int places = (int)number.scale + (negative ? 2 : 1); /* with the sign */
    slice digits = arena_format(arena, "%0*lld", places, number.digits);
    if (number.scale == 0)
        return digits;
    slice fraction = slice_skip(digits, digits.len - number.scale);
    return arena_format(arena, "%.*s.%.*s", (int)(digits.len - fraction.len), digits.ptr,
                        SLICE_ARGS(fraction));
}

bool decimal_equal(struct decimal a, struct decimal b)
{
    return a.digits == b.digits && a.scale == b.scale;
}

double decimal_double(struct decimal number)
{
    double power = 1;
    for (unsigned i = 0; i < number.scale; i++)
        power *= 10;
    return (double)number.digits / power;
}
