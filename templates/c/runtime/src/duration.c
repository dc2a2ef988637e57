#include "internal.h"

/* A duration's parts in their order: sign, years to days, T, hours to seconds. */
struct part {
    char letter;
    bool time; /* stands behind the T */
    int64_t months;
    int64_t seconds;
};

static const struct part parts[] = {
    {'Y', false, 12, 0},  {'M', false, 1, 0}, {'W', false, 0, 604800}, {'D', false, 0, 86400},
    {'H', true, 0, 3600}, {'M', true, 0, 60}, {'S', true, 0, 1},
};

static bool add(int64_t *sum, int64_t count, int64_t unit)
{
    if (unit > 0 && count > (INT64_MAX - *sum) / unit)
        return false;
    *sum += count * unit;
    return true;
}

static dm_status take_count(const char **p, int64_t *count)
{
    dm_status status = DM_OK;
    const char *begin = *p;
    *count = 0;
    for (; **p >= '0' && **p <= '9'; ++*p) {
        int64_t digit = **p - '0';
        if (*count > (INT64_MAX - digit) / 10)
            status = DM_ERROR_RANGE;
        else
            *count = *count * 10 + digit;
    }
    return *p == begin ? DM_ERROR_VALUE : status;
}

/* @return the index of the part that the letter ends, from `next` on, or -1. */
static int find_part(char letter, bool time, int next)
{
    for (int i = next; i < (int)(sizeof parts / sizeof *parts); i++) {
        if (parts[i].letter == letter && parts[i].time == time)
            return i;
    }
    return -1;
}

/* Adds billionths of a part: of a week they fit into 64 bits. */
static bool add_fraction(dm_span *span, int32_t billionths, const struct part *part)
{
    int64_t nanoseconds = billionths * part->seconds;
    span->nanoseconds = (int32_t)(nanoseconds % 1000000000);
    return add(&span->seconds, nanoseconds / 1000000000, 1);
}

/* One number with its letter. The last one may have a fraction, unless months are meant. */
static dm_status take_part(const char **p, bool time, int *next, dm_span *span)
{
    int64_t count;
    int32_t billionths = 0;
    dm_status status = take_count(p, &count);
    if (status == DM_ERROR_VALUE)
        return status;
    bool fraction = **p == '.' || **p == ',';
    if (fraction) {
        ++*p;
        dm_status digits = dm_time_take_fraction(p, &billionths);
        status = digits == DM_OK ? status : digits;
        if (status == DM_ERROR_VALUE)
            return status;
    }
    int index = find_part(**p, time, *next);
    if (index < 0 || (fraction && (parts[index].months > 0 || (*p)[1] != '\0')))
        return DM_ERROR_VALUE;
    ++*p;
    *next = index + 1;
    if (!add(&span->months, count, parts[index].months) ||
        !add(&span->seconds, count, parts[index].seconds) ||
        !add_fraction(span, billionths, &parts[index]))
        return DM_ERROR_RANGE;
    return status;
}

dm_status dm_duration_read(const char *text, dm_span *span)
{
    dm_span sum = {0, 0, 0};
    dm_status status = DM_OK;
    bool time = false;
    int next = 0;
    if (!text || !span)
        return DM_ERROR_ARGUMENT;
    bool negative = *text == '-';
    text += *text == '-' || *text == '+';
    if (*text++ != 'P' || *text == '\0')
        return DM_ERROR_VALUE;
    while (*text != '\0') {
        if (*text == 'T' && !time) {
            time = true;
            text++;
        }
        dm_status part = take_part(&text, time, &next, &sum);
        if (part == DM_ERROR_VALUE)
            return part;
        status = part == DM_OK ? status : part;
    }
    if (status != DM_OK)
        return status;
    span->months = negative ? -sum.months : sum.months;
    span->seconds = negative ? -sum.seconds : sum.seconds;
    span->nanoseconds = negative ? -sum.nanoseconds : sum.nanoseconds;
    return DM_OK;
}

static char *put_part(char *p, int64_t count, char letter)
{
    if (count == 0)
        return p;
    p += dm_number_write_integer(count, p);
    *p++ = letter;
    return p;
}

static char *put_seconds(char *p, int64_t seconds, int32_t nanoseconds)
{
    if (seconds == 0 && nanoseconds == 0)
        return p;
    p += dm_number_write_integer(seconds, p);
    p = dm_time_put_fraction(p, nanoseconds);
    *p++ = 'S';
    return p;
}

const char *dm_duration_write(dm_arena *arena, dm_span span)
{
    char text[128];
    char *p = text;
    bool negative = span.months < 0 || span.seconds < 0 || span.nanoseconds < 0;
    if ((negative && (span.months > 0 || span.seconds > 0 || span.nanoseconds > 0)) ||
        span.months == INT64_MIN || span.seconds == INT64_MIN || span.nanoseconds <= -1000000000 ||
        span.nanoseconds >= 1000000000)
        return NULL;
    int64_t months = negative ? -span.months : span.months;
    int64_t seconds = negative ? -span.seconds : span.seconds;
    int32_t nanoseconds = negative ? -span.nanoseconds : span.nanoseconds;
    if (negative)
        *p++ = '-';
    *p++ = 'P';
    char *begin = p;
    p = put_part(p, months / 12, 'Y');
    p = put_part(p, months % 12, 'M');
    p = put_part(p, seconds / 86400, 'D');
    if (seconds % 86400 > 0 || nanoseconds > 0 || p == begin)
        *p++ = 'T';
    p = put_part(p, seconds % 86400 / 3600, 'H');
    p = put_part(p, seconds % 3600 / 60, 'M');
    p = put_seconds(p, seconds % 60, nanoseconds);
    if (p[-1] == 'T') {
        *p++ = '0';
        *p++ = 'S';
    }
    return dm_arena_copy(arena, text, (size_t)(p - text));
}
