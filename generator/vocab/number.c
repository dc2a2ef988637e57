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

/* Whether the point or comma at AT, three digits behind it, might be a decimal mark: no other mark
 * follows. */
static bool is_lone_mark(slice text, size_t at)
{
    size_t next = at + 4;
    bool mark = text.ptr[at] == '.' || text.ptr[at] == ',';
    bool more = is_digit_at(text, next + 1) && (text.ptr[next] == '.' || text.ptr[next] == ',');
    return mark && !more;
}

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || c == '_';
}

/* The digits behind a point or comma at AT, or 0. */
static size_t fraction_length(slice text, size_t at)
{
    bool points = at < text.len && (text.ptr[at] == '.' || text.ptr[at] == ',');
    return points ? count_digits(text, at + 1) : 0;
}

/* "10 万" is 100,000: a character that multiplies what stands before it, in Chinese, Japanese,
 * Korean. */
static bool multiplies(uint32_t c)
{
    static const uint32_t characters[] = {0x4E07, 0x842C, 0x5104, 0x4EBF, 0x5146, 0x5343,
                                          0x767E, 0xB9CC, 0xC5B5, 0xCC9C, 0xBC31};
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        if (characters[i] == c)
            return true;
    return false;
}

/* What follows makes "1.2.3", "3rd" or "4 MB" of the digits. */
static bool goes_on(slice text, size_t at)
{
    if (at >= text.len)
        return false;
    char c = text.ptr[at];
    if (is_word_byte(c) || ((c == '.' || c == ',') && is_digit_at(text, at + 1)))
        return true;
    if ((c & 0x80) != 0)
        return multiplies(utf8_decode(text, &(size_t){at}));
    size_t unit = c == ' ' ? at + 1 : at;
    return unit + 1 < text.len && ascii_is_upper(text.ptr[unit]) && text.ptr[unit + 1] == 'B';
}

static void add_digits(struct decimal *value, slice text, size_t at, size_t count)
{
    for (size_t i = 0; i < count; i++)
        value->digits = value->digits * 10 + (text.ptr[at + i] - '0');
}

static bool is_sign_at(slice text, size_t at)
{
    return at < text.len && (text.ptr[at] == '-' || text.ptr[at] == '+');
}

/* Whether the mark at AT, with three digits behind it, is decimal by READING; *doubt: who knows? */
static bool is_decimal_mark(slice text, size_t at, enum number_reading reading, bool *doubt)
{
    bool lone = is_lone_mark(text, at);
    *doubt =
        lone && (reading == NUMBER_UNDECIDED || (reading == NUMBER_COMMA && text.ptr[at] == ','));
    return lone && reading == NUMBER_POINT && text.ptr[at] == '.';
}

/* Adds the groups of three digits from AT on, which one mark separates; returns where they end. */
static size_t add_groups(struct decimal *value, slice text, size_t at, size_t *total)
{
    char mark = at < text.len ? text.ptr[at] : '\0';
    size_t separator;
    while (*total <= NUMBER_DIGITS_MAX && at < text.len && text.ptr[at] == mark &&
           (separator = separator_length(text, at)) > 0) {
        add_digits(value, text, at + separator, 3);
        at += separator + 3;
        *total += 3;
    }
    return at;
}

size_t number_read(slice text, size_t at, enum number_reading reading, struct decimal *value)
{
    bool negative = at < text.len && text.ptr[at] == '-';
    *value = decimal_of(0);
    if (at > 0 && (is_word_byte(text.ptr[at - 1]) || text.ptr[at - 1] == '.'))
        return SLICE_NONE;
    at += is_sign_at(text, at) ? 1 : 0;
    size_t total = count_digits(text, at);
    bool groups = total > 0 && total <= 3 && text.ptr[at] != '0';
    bool doubt = false;
    if (total == 0 || total > NUMBER_DIGITS_MAX)
        return SLICE_NONE;
    add_digits(value, text, at, total);
    at += total;
    size_t whole = at;
    if (groups && separator_length(text, at) > 0 && !is_decimal_mark(text, at, reading, &doubt))
        at = add_groups(value, text, at, &total);
    bool again = at > whole && at < text.len && text.ptr[at] == text.ptr[whole];
    size_t fraction = again ? 0 : fraction_length(text, at);
    if (doubt || total + fraction > NUMBER_DIGITS_MAX)
        return SLICE_NONE;
    add_digits(value, text, at + 1, fraction);
    at += fraction > 0 ? fraction + 1 : 0;
    value->digits = negative ? -value->digits : value->digits;
    value->scale = (unsigned)fraction;
    *value = decimal_normalise(*value);
    return goes_on(text, at) ? SLICE_NONE : at;
}

static size_t skip_digits_back(slice text, size_t at)
{
    while (at > 0 && ascii_is_digit(text.ptr[at - 1]))
        at--;
    return at;
}

size_t number_begin(slice text, size_t end)
{
    size_t at = skip_digits_back(text, end);
    if (at > 1 && at < end && (text.ptr[at - 1] == '.' || text.ptr[at - 1] == ',') &&
        ascii_is_digit(text.ptr[at - 2]) && end - at != 3)
        end = at - 1; /* of what stands before the fraction */
    at = skip_digits_back(text, end);
    while (end - at == 3 && at > 1) {
        size_t before = at - 1;
        while (before > 0 && ((unsigned char)text.ptr[before] & 0xC0) == 0x80)
            before--;
        if (before == 0 || separator_length(text, before) == 0 ||
            !ascii_is_digit(text.ptr[before - 1]))
            break;
        end = before;
        at = skip_digits_back(text, before);
    }
    bool sign = at > 0 && is_sign_at(text, at - 1) && (at == 1 || text.ptr[at - 2] == ' ');
    return sign ? at - 1 : at;
}

size_t number_find(slice text, size_t from)
{
    for (size_t at = from; at < text.len; at++) {
        if (!ascii_is_digit(text.ptr[at]))
            continue;
        bool sign =
            at > from && is_sign_at(text, at - 1) && (at == 1 || !is_word_byte(text.ptr[at - 2]));
        return sign ? at - 1 : at;
    }
    return SLICE_NONE;
}
