#include "internal.h"

#define DAY_SECONDS 86400
#define BILLION     INT64_C(1000000000)

/* ---- Calendar ---- */

static bool is_leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int32_t month_length(int32_t year, int32_t month)
{
    static const int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year));
}

static bool is_day(dm_day day)
{
    return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
           day.day <= month_length(day.year, day.month);
}

/* Years begin in March here, so that a leap day is their last. */
int32_t dm_day_number(dm_day day)
{
    int32_t year = day.year - (day.month <= 2);
    int32_t era = year / 400;
    int32_t of_era = year % 400;
    int32_t month = (day.month + 9) % 12;
    int32_t of_year = (153 * month + 2) / 5 + day.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

dm_day dm_day_of_number(int32_t number)
{
    dm_day day = {0, 0, 0};
    if (number < -719162 || number > 2932896)
        return day;
    int32_t shifted = number + 719468;
    int32_t era = shifted / 146097;
    int32_t rest = shifted % 146097;
    int32_t of_era = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
    int32_t of_year = rest - (365 * of_era + of_era / 4 - of_era / 100);
    int32_t month = (5 * of_year + 2) / 153;
    day.day = of_year - (153 * month + 2) / 5 + 1;
    day.month = month < 10 ? month + 3 : month - 9;
    day.year = era * 400 + of_era + (day.month <= 2);
    return day;
}

/* ---- Reading ---- */

/* @return whether there are so many digits; goes behind them. */
static bool take_digits(const char **p, int count, int32_t *value)
{
    int32_t sum = 0;
    for (int i = 0; i < count; i++) {
        if ((*p)[i] < '0' || (*p)[i] > '9')
            return false;
        sum = sum * 10 + ((*p)[i] - '0');
    }
    *p += count;
    *value = sum;
    return true;
}

static bool take_char(const char **p, char c)
{
    if (**p != c)
        return false;
    ++*p;
    return true;
}

static dm_status take_day(const char **p, dm_day *day)
{
    if (!take_digits(p, 4, &day->year) || !take_char(p, '-') || !take_digits(p, 2, &day->month) ||
        !take_char(p, '-') || !take_digits(p, 2, &day->day))
        return DM_ERROR_VALUE;
    return is_day(*day) ? DM_OK : DM_ERROR_RANGE;
}

dm_status dm_time_take_fraction(const char **p, int32_t *nanoseconds)
{
    int32_t unit = 100000000;
    int32_t sum = 0;
    dm_status status = DM_OK;
    if (**p < '0' || **p > '9')
        return DM_ERROR_VALUE;
    for (; **p >= '0' && **p <= '9'; ++*p) {
        sum += unit * (**p - '0');
        if (unit == 0 && **p != '0')
            status = DM_ERROR_RANGE;
        unit /= 10;
    }
    *nanoseconds = sum;
    return status;
}

/* hh:mm, hh:mm:ss or hh:mm:ss.fraction. */
static dm_status take_time(const char **p, int32_t *seconds, int32_t *nanoseconds)
{
    int32_t hour;
    int32_t minute;
    int32_t second = 0;
    dm_status status = DM_OK;
    *nanoseconds = 0;
    if (!take_digits(p, 2, &hour) || !take_char(p, ':') || !take_digits(p, 2, &minute))
        return DM_ERROR_VALUE;
    if (take_char(p, ':')) {
        if (!take_digits(p, 2, &second))
            return DM_ERROR_VALUE;
        if (take_char(p, '.'))
            status = dm_time_take_fraction(p, nanoseconds);
    }
    if (status == DM_OK && (hour > 23 || minute > 59 || second > 59))
        status = DM_ERROR_RANGE;
    *seconds = hour * 3600 + minute * 60 + second;
    return status;
}

static dm_status take_offset(const char **p, int32_t *minutes)
{
    int32_t hour;
    int32_t minute;
    bool behind = **p == '-';
    *minutes = 0;
    if (take_char(p, 'Z') || take_char(p, 'z'))
        return DM_OK;
    if (!take_char(p, '+') && !take_char(p, '-'))
        return DM_ERROR_VALUE;
    if (!take_digits(p, 2, &hour) || !take_char(p, ':') || !take_digits(p, 2, &minute))
        return DM_ERROR_VALUE;
    if (hour > 23 || minute > 59)
        return DM_ERROR_RANGE;
    *minutes = behind ? -(hour * 60 + minute) : hour * 60 + minute;
    return DM_OK;
}

/* The form comes first: a text of another form is no value, whatever its numbers. */
static dm_status worse(dm_status a, dm_status b)
{
    return a == DM_ERROR_VALUE || b == DM_OK ? a : b;
}

dm_status dm_date_time_offset_read(const char *text, dm_instant *instant)
{
    dm_day day;
    int32_t seconds;
    dm_instant result;
    if (!text || !instant)
        return DM_ERROR_ARGUMENT;
    dm_status status = take_day(&text, &day);
    if (status == DM_ERROR_VALUE || (!take_char(&text, 'T') && !take_char(&text, 't')))
        return DM_ERROR_VALUE;
    status = worse(take_time(&text, &seconds, &result.nanoseconds), status);
    if (status == DM_ERROR_VALUE)
        return status;
    status = worse(take_offset(&text, &result.offset_minutes), status);
    if (*text != '\0')
        return DM_ERROR_VALUE;
    if (status != DM_OK)
        return status;
    result.seconds =
        (int64_t)dm_day_number(day) * DAY_SECONDS + seconds - (int64_t)result.offset_minutes * 60;
    *instant = result;
    return DM_OK;
}

dm_status dm_date_read(const char *text, dm_day *day)
{
    dm_day result;
    if (!text || !day)
        return DM_ERROR_ARGUMENT;
    dm_status status = take_day(&text, &result);
    if (status == DM_ERROR_VALUE || *text != '\0')
        return DM_ERROR_VALUE;
    if (status == DM_OK)
        *day = result;
    return status;
}

dm_status dm_time_of_day_read(const char *text, int64_t *nanoseconds)
{
    int32_t seconds;
    int32_t fraction;
    if (!text || !nanoseconds)
        return DM_ERROR_ARGUMENT;
    dm_status status = take_time(&text, &seconds, &fraction);
    if (status == DM_ERROR_VALUE || *text != '\0')
        return DM_ERROR_VALUE;
    if (status == DM_OK)
        *nanoseconds = seconds * BILLION + fraction;
    return status;
}

/* ---- Writing ---- */

static char *put_digits(char *p, int32_t value, int count)
{
    for (int i = count; i-- > 0; value /= 10)
        p[i] = (char)('0' + value % 10);
    return p + count;
}

static char *put_day(char *p, dm_day day)
{
    p = put_digits(p, day.year, 4);
    *p++ = '-';
    p = put_digits(p, day.month, 2);
    *p++ = '-';
    return put_digits(p, day.day, 2);
}

char *dm_time_put_fraction(char *p, int32_t nanoseconds)
{
    if (nanoseconds == 0)
        return p;
    *p++ = '.';
    p = put_digits(p, nanoseconds, 9);
    while (p[-1] == '0')
        p--;
    return p;
}

static char *put_time(char *p, int32_t seconds, int32_t nanoseconds)
{
    p = put_digits(p, seconds / 3600, 2);
    *p++ = ':';
    p = put_digits(p, seconds / 60 % 60, 2);
    *p++ = ':';
    p = put_digits(p, seconds % 60, 2);
    return dm_time_put_fraction(p, nanoseconds);
}

static char *put_offset(char *p, int32_t minutes)
{
    if (minutes == 0) {
        *p++ = 'Z';
        return p;
    }
    *p++ = minutes < 0 ? '-' : '+';
    minutes = minutes < 0 ? -minutes : minutes;
    p = put_digits(p, minutes / 60, 2);
    *p++ = ':';
    return put_digits(p, minutes % 60, 2);
}

const char *dm_date_time_offset_write(dm_arena *arena, dm_instant instant)
{
    char text[48];
    if (instant.nanoseconds < 0 || instant.nanoseconds >= BILLION ||
        instant.offset_minutes < -1439 || instant.offset_minutes > 1439 ||
        instant.seconds < -(INT64_C(1) << 40) || instant.seconds > INT64_C(1) << 40)
        return NULL;
    int64_t local = instant.seconds + (int64_t)instant.offset_minutes * 60;
    int64_t number = local / DAY_SECONDS - (local % DAY_SECONDS < 0);
    if (number < INT32_MIN || number > INT32_MAX)
        return NULL;
    dm_day day = dm_day_of_number((int32_t)number);
    if (day.year == 0)
        return NULL;
    char *p = put_day(text, day);
    *p++ = 'T';
    p = put_time(p, (int32_t)(local - number * DAY_SECONDS), instant.nanoseconds);
    p = put_offset(p, instant.offset_minutes);
    return dm_arena_copy(arena, text, (size_t)(p - text));
}

const char *dm_date_write(dm_arena *arena, dm_day day)
{
    char text[16];
    if (!is_day(day))
        return NULL;
    return dm_arena_copy(arena, text, (size_t)(put_day(text, day) - text));
}

const char *dm_time_of_day_write(dm_arena *arena, int64_t nanoseconds)
{
    char text[24];
    if (nanoseconds < 0 || nanoseconds >= DAY_SECONDS * BILLION)
        return NULL;
    char *end = put_time(text, (int32_t)(nanoseconds / BILLION), (int32_t)(nanoseconds % BILLION));
    return dm_arena_copy(arena, text, (size_t)(end - text));
}
