#include "internal.h"

#include <float.h>

/* Whether an operation on doubles rounds to a double, once. */
#if defined(FLT_EVAL_METHOD) && (FLT_EVAL_METHOD == 0 || FLT_EVAL_METHOD == 1)
#define DM_EXACT_DOUBLES 1
#else
#define DM_EXACT_DOUBLES 0
#endif

/* A JSON number taken apart: digits without leading and trailing zeros, and where the point is. */
struct decimal {
    const char *digits; /* first significant digit; a point may stand between digits */
    size_t count;       /* significant digits; 0 is zero */
    int64_t point;      /* value = 0.d1d2d3... * 10^point */
    bool negative;
};

#define EXPONENT_LIMIT INT64_C(100000000000)

static int64_t read_exponent(const char *p, const char *end)
{
    bool negative = *p == '-';
    int64_t exponent = 0;
    if (*p == '-' || *p == '+')
        p++;
    for (; p < end && exponent < EXPONENT_LIMIT; p++)
        exponent = exponent * 10 + (*p - '0');
    return negative ? -exponent : exponent;
}

static struct decimal take_apart(const char *text, size_t size)
{
    struct decimal d = {text, 0, 0, false};
    const char *end = text + size;
    const char *p = text;
    if (p < end && *p == '-') {
        d.negative = true;
        p++;
    }
    size_t seen = 0;
    bool fraction = false;
    for (; p < end && *p != 'e' && *p != 'E'; p++) {
        if (*p == '.') {
            fraction = true;
            continue;
        }
        if (seen > 0 || *p != '0') {
            if (seen++ == 0)
                d.digits = p;
            if (*p != '0')
                d.count = seen;
            if (!fraction)
                d.point++;
        } else if (fraction) {
            d.point--;
        }
    }
    if (p < end && d.count > 0)
        d.point += read_exponent(p + 1, end);
    if (d.count == 0)
        d.point = 0;
    return d;
}

static char next_digit(const char **digits)
{
    if (**digits == '.')
        ++*digits;
    return *(*digits)++;
}

bool dm_number_equal(dm_json a, dm_json b)
{
    struct decimal x = take_apart(a.data, a.size);
    struct decimal y = take_apart(b.data, b.size);
    if (x.count != y.count || x.point != y.point || (x.count > 0 && x.negative != y.negative))
        return false;
    for (size_t i = 0; i < x.count; i++) {
        if (next_digit(&x.digits) != next_digit(&y.digits))
            return false;
    }
    return true;
}

bool dm_number_is(const char *text, size_t size)
{
    struct dm_reader reader;
    dm_reader_init(&reader, NULL, text, size, NULL, NULL);
    return size > 0 && dm_scan_number(&reader, text) == text + size;
}

dm_status dm_number_integer(const char *text, size_t size, int64_t *value)
{
    struct decimal d = take_apart(text, size);
    uint64_t sum = 0;
    if (d.count > 0 && d.point < (int64_t)d.count)
        return DM_ERROR_VALUE;
    if (d.point > 19)
        return DM_ERROR_RANGE;
    for (int64_t i = 0; i < d.point; i++) {
        uint64_t digit = i < (int64_t)d.count ? (uint64_t)(next_digit(&d.digits) - '0') : 0;
        if (sum > (UINT64_MAX - digit) / 10)
            return DM_ERROR_RANGE;
        sum = sum * 10 + digit;
    }
    if (sum > (uint64_t)INT64_MAX + (d.negative ? 1 : 0))
        return DM_ERROR_RANGE;
    *value = d.negative ? (sum > 0 ? -(int64_t)(sum - 1) - 1 : 0) : (int64_t)sum;
    return DM_OK;
}

/* ---- Large natural numbers, little end first, for correct rounding where doubles end ---- */

#define WORDS      200
#define MAX_DIGITS 780 /* more decide nothing but whether there is more */

struct natural {
    uint32_t words[WORDS];
    size_t count;
};

static void natural_set(struct natural *n, uint64_t value)
{
    n->count = 0;
    for (; value > 0; value >>= 32)
        n->words[n->count++] = (uint32_t)value;
}

static void natural_scale(struct natural *n, uint32_t factor, uint32_t plus)
{
    uint64_t carry = plus;
    for (size_t i = 0; i < n->count; i++) {
        carry += (uint64_t)n->words[i] * factor;
        n->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry > 0 && n->count < WORDS)
        n->words[n->count++] = (uint32_t)carry;
}

static void natural_power10(struct natural *n, int64_t exponent)
{
    for (; exponent >= 9; exponent -= 9)
        natural_scale(n, 1000000000, 0);
    for (; exponent > 0; exponent--)
        natural_scale(n, 10, 0);
}

static size_t natural_bits(const struct natural *n)
{
    size_t bits = n->count * 32;
    if (n->count == 0)
        return 0;
    for (uint32_t top = n->words[n->count - 1]; !(top & 0x80000000u); top <<= 1)
        bits--;
    return bits;
}

static void natural_shift(struct natural *n, size_t bits)
{
    size_t words = bits / 32;
    if (n->count == 0 || n->count + words + 1 > WORDS)
        return;
    memmove(n->words + words, n->words, n->count * sizeof *n->words);
    memset(n->words, 0, words * sizeof *n->words);
    n->count += words;
    if (bits % 32 > 0)
        natural_scale(n, (uint32_t)1 << (bits % 32), 0);
}

static int natural_compare(const struct natural *a, const struct natural *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;) {
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    }
    return 0;
}

/* a -= b, where a >= b. */
static void natural_subtract(struct natural *a, const struct natural *b)
{
    uint64_t borrow = 0;
    for (size_t i = 0; i < a->count; i++) {
        uint64_t take = (i < b->count ? b->words[i] : 0) + borrow;
        borrow = a->words[i] < take;
        a->words[i] = (uint32_t)(a->words[i] - take);
    }
    while (a->count > 0 && a->words[a->count - 1] == 0)
        a->count--;
}

static void natural_add(struct natural *a, const struct natural *b)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < b->count || carry > 0; i++) {
        if (i >= WORDS)
            return;
        if (i >= a->count)
            a->words[a->count++] = 0;
        carry += (uint64_t)a->words[i] + (i < b->count ? b->words[i] : 0);
        a->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

/* ---- Decimal to binary ---- */

/* The form of a binary floating-point kind: value = significand * 2^exponent. */
struct form {
    int bits;         /* of the significand */
    int min_exponent; /* of a subnormal's unit */
    int max_exponent; /* of the largest significand's unit */
};

static const struct form double_form = {53, -1074, 971};
static const struct form single_form = {24, -149, 104};

static double scale2(double value, int exponent)
{
    for (; exponent > 0; exponent--)
        value *= 2;
    for (; exponent < 0; exponent++)
        value /= 2;
    return value;
}

static double infinity(void)
{
    return (double)DBL_MAX * 2;
}

static void read_digits(struct decimal d, struct natural *n, int64_t *exponent)
{
    size_t count = d.count < MAX_DIGITS ? d.count : MAX_DIGITS;
    natural_set(n, 0);
    for (size_t i = 0; i < count; i++) {
        uint32_t digit = (uint32_t)(next_digit(&d.digits) - '0');
        if (n->count == 0)
            natural_set(n, digit);
        else
            natural_scale(n, 10, digit);
    }
    *exponent = d.point - (int64_t)count;
    if (count < d.count) {
        natural_scale(n, 10, 1); /* the last of the digits left out is not 0 */
        --*exponent;
    }
}

/* The quotient of n and m with so many bits, the remainder's weight in *rest: 0, less than a half,
 * a half, more. n < m * 2^bits. */
static uint64_t divide(struct natural *n, struct natural *m, int bits, int *rest)
{
    uint64_t quotient = 0;
    for (int i = 0; i < bits; i++) {
        natural_shift(n, 1);
        quotient <<= 1;
        if (natural_compare(n, m) >= 0) {
            natural_subtract(n, m);
            quotient |= 1;
        }
    }
    natural_shift(n, 1);
    *rest = n->count == 0 ? 0 : natural_compare(n, m) + 2;
    return quotient;
}

/* Rounds the exact value to the nearest, ties to even. */
DM_COLD static double round_exactly(struct decimal d, const struct form *form)
{
    struct natural n;
    struct natural m;
    int64_t power;
    if (d.count == 0 || d.point < -400)
        return 0;
    if (d.point > 400)
        return infinity();
    read_digits(d, &n, &power);
    natural_set(&m, 1);
    natural_power10(power > 0 ? &n : &m, power > 0 ? power : -power);
    /* 2^exponent <= n / m < 2^(exponent + 2), then exactly + 1 */
    int exponent = (int)natural_bits(&n) - (int)natural_bits(&m) - 1;
    natural_shift(exponent < 0 ? &n : &m, (size_t)(exponent < 0 ? -exponent : exponent));
    natural_shift(&m, 1);
    if (natural_compare(&n, &m) >= 0) {
        natural_shift(&m, 1);
        exponent++;
    }
    exponent++; /* n / m is now below 1, and at least a half: value = n / m * 2^exponent */
    int bits = form->bits;
    if (exponent - bits < form->min_exponent)
        bits = exponent - form->min_exponent;
    if (bits < 0)
        return 0;
    int rest = 0;
    uint64_t significand = divide(&n, &m, bits, &rest);
    if (rest == 3 || (rest == 2 && (significand & 1)))
        significand++;
    int unit = exponent - bits;
    if (significand >> form->bits) {
        significand >>= 1;
        unit++;
    }
    return unit > form->max_exponent ? infinity() : scale2((double)significand, unit);
}

static const double powers10[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* Where digits and power are exact doubles, one operation rounds once. */
static bool round_quickly(struct decimal d, double *value)
{
#if DM_EXACT_DOUBLES
    int64_t power = d.point - (int64_t)d.count;
    if (d.count > 15 || power > 22 || power < -22)
        return false;
    uint64_t digits = 0;
    for (size_t i = 0; i < d.count; i++)
        digits = digits * 10 + (uint64_t)(next_digit(&d.digits) - '0');
    *value = power < 0 ? (double)digits / powers10[-power] : (double)digits * powers10[power];
    return true;
#else
    (void)d;
    (void)value;
    return false;
#endif
}

double dm_number_double(const char *text, size_t size)
{
    struct decimal d = take_apart(text, size);
    double value;
    if (!round_quickly(d, &value))
        value = round_exactly(d, &double_form);
    return d.negative ? -value : value;
}

float dm_number_single(const char *text, size_t size)
{
    struct decimal d = take_apart(text, size);
    double value = round_exactly(d, &single_form);
    return (float)(d.negative ? -value : value);
}

/* ---- Binary to decimal: the shortest digits that round back ---- */

/* Digits of a value as natural numbers: value = number / unit; half the way to its neighbours is
 * low / unit and high / unit. */
struct shortest {
    struct natural number;
    struct natural unit;
    struct natural low;
    struct natural high;
    bool even; /* the ends of the interval round to the value */
};

static void shortest_begin(struct shortest *s, uint64_t significand, int exponent, bool at_power)
{
    natural_set(&s->number, significand);
    natural_set(&s->unit, 1);
    natural_set(&s->low, 1);
    natural_shift(&s->number, (size_t)(exponent > 0 ? exponent : 0) + 1u + at_power);
    natural_shift(&s->unit, (size_t)(exponent < 0 ? -exponent : 0) + 1u + at_power);
    natural_shift(&s->low, (size_t)(exponent > 0 ? exponent : 0));
    s->high = s->low;
    natural_shift(&s->high, at_power);
    s->even = (significand & 1) == 0;
}

static int compare_sum(const struct natural *a, const struct natural *b, const struct natural *c)
{
    struct natural sum = *a;
    natural_add(&sum, b);
    return natural_compare(&sum, c);
}

static bool reaches_unit(const struct shortest *s)
{
    int order = compare_sum(&s->number, &s->high, &s->unit);
    return s->even ? order >= 0 : order > 0;
}

static void shortest_times10(struct shortest *s)
{
    natural_scale(&s->number, 10, 0);
    natural_scale(&s->low, 10, 0);
    natural_scale(&s->high, 10, 0);
}

/* @return the point: value = 0.digits * 10^point. */
static int shortest_scale(struct shortest *s, double value)
{
    int point = 0;
    for (double v = value; v >= 1e9; v /= 1e9) {
        natural_power10(&s->unit, 9);
        point += 9;
    }
    for (double v = value; v < 1e-9; v *= 1e9) {
        for (int i = 0; i < 9; i++)
            shortest_times10(s);
        point -= 9;
    }
    while (reaches_unit(s)) {
        natural_scale(&s->unit, 10, 0);
        point++;
    }
    for (;;) {
        struct shortest next = *s;
        shortest_times10(&next);
        if (reaches_unit(&next))
            return point;
        *s = next;
        point--;
    }
}

static size_t shortest_digits(struct shortest *s, char *digits)
{
    size_t count = 0;
    for (;;) {
        char digit = '0';
        shortest_times10(s);
        while (natural_compare(&s->number, &s->unit) >= 0) {
            natural_subtract(&s->number, &s->unit);
            digit++;
        }
        int below = natural_compare(&s->number, &s->low);
        bool down = s->even ? below <= 0 : below < 0;
        bool up = reaches_unit(s);
        if (down || up) {
            struct natural twice = s->number;
            natural_shift(&twice, 1);
            if (up && (!down || natural_compare(&twice, &s->unit) > 0))
                digit++;
            digits[count++] = digit;
            return count;
        }
        digits[count++] = digit;
    }
}

static size_t put_unsigned(uint64_t value, char *text)
{
    size_t count = 1;
    for (uint64_t rest = value; rest >= 10; rest /= 10)
        count++;
    for (size_t i = count; i > 0; value /= 10)
        text[--i] = (char)('0' + value % 10);
    return count;
}

/* Values with at most 15 digits, by far the most, need no large numbers. */
static size_t quick_digits(double value, char *digits, int *point)
{
    for (int k = 0; k <= (DM_EXACT_DOUBLES ? 15 : -1); k++) {
        double scaled = value * powers10[k];
        if (scaled >= 1e15)
            return 0;
        uint64_t whole = (uint64_t)(scaled + 0.5);
        if (whole == 0 || (double)whole / powers10[k] != value)
            continue;
        size_t count = put_unsigned(whole, digits);
        *point = (int)count - k;
        while (count > 1 && digits[count - 1] == '0')
            count--;
        return count;
    }
    return 0;
}

static uint64_t split(double value, const struct form *form, int *exponent)
{
    int e = 0;
    double top = scale2(1, form->bits);
    while (value >= top && e < form->max_exponent) {
        value /= 2;
        e++;
    }
    while (value < top / 2 && e > form->min_exponent) {
        value *= 2;
        e--;
    }
    *exponent = e;
    return (uint64_t)value;
}

DM_COLD static size_t exact_digits(double value, const struct form *form, char *digits, int *point)
{
    struct shortest s;
    int exponent;
    uint64_t significand = split(value, form, &exponent);
    bool at_power = significand == (uint64_t)1 << (form->bits - 1) && exponent > form->min_exponent;
    shortest_begin(&s, significand, exponent, at_power);
    *point = shortest_scale(&s, value);
    return shortest_digits(&s, digits);
}

/* As ECMAScript writes numbers: plain from 1e-6 to below 1e21, else with an exponent. */
static size_t lay_out(const char *digits, size_t count, int point, char *text)
{
    char *p = text;
    if (point > 21 || point < -5) {
        *p++ = digits[0];
        if (count > 1) {
            *p++ = '.';
            memcpy(p, digits + 1, count - 1);
            p += count - 1;
        }
        *p++ = 'e';
        *p++ = point > 0 ? '+' : '-';
        p += put_unsigned((uint64_t)(point > 0 ? point - 1 : 1 - point), p);
        return (size_t)(p - text);
    }
    if (point <= 0) {
        memcpy(p, "0.000000", (size_t)(2 - point));
        p += 2 - point;
        memcpy(p, digits, count);
        return (size_t)(p + count - text);
    }
    for (size_t i = 0; i < count || i < (size_t)point; i++) {
        if (i == (size_t)point)
            *p++ = '.';
        *p++ = i < count ? digits[i] : '0';
    }
    return (size_t)(p - text);
}

static size_t write_number(double value, const struct form *form, char *text)
{
    char digits[24];
    int point = 0;
    size_t sign = 0;
    double zero = 0;
    if (value < 0 || (value == 0 && memcmp(&value, &zero, sizeof zero) != 0)) {
        text[sign++] = '-';
        value = -value;
    }
    if (value == 0) {
        text[sign] = '0';
        return sign + 1;
    }
    size_t count = 0;
    if (form == &double_form)
        count = quick_digits(value, digits, &point);
    if (count == 0)
        count = exact_digits(value, form, digits, &point);
    return sign + lay_out(digits, count, point, text + sign);
}

size_t dm_number_write_double(double value, char *text)
{
    return write_number(value, &double_form, text);
}

size_t dm_number_write_single(float value, char *text)
{
    return write_number((double)value, &single_form, text);
}

size_t dm_number_write_integer(int64_t value, char *text)
{
    if (value >= 0)
        return put_unsigned((uint64_t)value, text);
    *text = '-';
    return 1 + put_unsigned((uint64_t)(-(value + 1)) + 1, text + 1);
}

bool dm_number_plain(const char *text, size_t size)
{
    struct decimal d = take_apart(text, size);
    if (d.count == 0)
        return size == 1;
    if (d.count > 15 || d.point > 15 || d.point < -5)
        return false;
    size_t whole = d.point > 0 ? (size_t)d.point : 1;
    size_t fraction = (int64_t)d.count > d.point ? (size_t)((int64_t)d.count - d.point) + 1 : 0;
    return size == (d.negative ? 1u : 0u) + whole + fraction && memchr(text, 'e', size) == NULL &&
           memchr(text, 'E', size) == NULL;
}
