#include "vocab/number.h"

#include "support/utf8.h"

#define NARROW_NO_BREAK_SPACE 0x202FU

static bool is_digit_at(slice text, size_t at)
{
    return at < text.len && ascii_is_digit(text.ptr[at]);
}

static size_t count_digits(slice text, size_t at)
{
    size_t count = 0;
    while (is_digit_at(text, at + count))
        count++;
    return count;
}

/* The length of what separates thousands at AT, three digits and no more behind it; else 0. */
static size_t separator_length(slice text, size_t at)
{
    if (at >= text.len)
        return 0;
    size_t next = at;
    uint32_t c = utf8_decode(text, &next);
    bool separates =
        c == ',' || c == '.' || c == '\'' || c == NARROW_NO_BREAK_SPACE || utf8_is_space(c);
    return separates && count_digits(text, next) == 3 ? next - at : 0;
}

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || c == '_';
}

/* What follows makes "0.5", "3rd" or "4 MB" of the digits. */
static bool goes_on(slice text, size_t at)
{
    if (at >= text.len)
        return false;
    char c = text.ptr[at];
    if (is_word_byte(c) || ((c == '.' || c == ',') && is_digit_at(text, at + 1)))
        return true;
    size_t unit = c == ' ' ? at + 1 : at;
    return unit + 1 < text.len && ascii_is_upper(text.ptr[unit]) && text.ptr[unit + 1] == 'B';
}

size_t number_read(slice text, size_t at, long long *value)
{
    bool negative = at < text.len && text.ptr[at] == '-';
    if (at > 0 && (is_word_byte(text.ptr[at - 1]) || text.ptr[at - 1] == '.'))
        return SLICE_NONE;
    at += negative ? 1 : 0;
    size_t digits = count_digits(text, at);
    bool groups = digits > 0 && digits <= 3 && text.ptr[at] != '0';
    size_t total = digits;
    for (*value = 0; digits > 0 && total <= NUMBER_DIGITS_MAX; total += digits) {
        for (; digits > 0; digits--, at++)
            *value = *value * 10 + (text.ptr[at] - '0');
        size_t separator = groups ? separator_length(text, at) : 0;
        at += separator;
        digits = separator > 0 ? 3 : 0;
    }
    *value = negative ? -*value : *value;
    return total == 0 || digits > 0 || goes_on(text, at) ? SLICE_NONE : at;
}

size_t number_begin(slice text, size_t end)
{
    size_t at = end;
    while (at > 0 && ascii_is_digit(text.ptr[at - 1]))
        at--;
    while (end - at == 3 && at > 1) {
        size_t before = at - 1;
        while (before > 0 && ((unsigned char)text.ptr[before] & 0xC0) == 0x80)
            before--;
        if (before == 0 || separator_length(text, before) == 0 ||
            !ascii_is_digit(text.ptr[before - 1]))
            break;
        end = before;
        for (at = before; at > 0 && ascii_is_digit(text.ptr[at - 1]);)
            at--;
    }
    bool minus = at > 0 && text.ptr[at - 1] == '-' && (at == 1 || text.ptr[at - 2] == ' ');
    return minus ? at - 1 : at;
}

size_t number_find(slice text, size_t from)
{
    for (size_t at = from; at < text.len; at++) {
        if (!ascii_is_digit(text.ptr[at]))
            continue;
        bool minus =
            at > from && text.ptr[at - 1] == '-' && (at == 1 || !is_word_byte(text.ptr[at - 2]));
        return minus ? at - 1 : at;
    }
    return SLICE_NONE;
}
