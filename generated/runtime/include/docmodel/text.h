/**
 * @file
 * Checked conversions between the text kinds (Date, DateTimeOffset, Duration, Guid, Binary ...) and
 * C values. Objects keep these kinds as text, exactly as they came; only these functions interpret.
 *
 * Every reader returns DM_ERROR_ARGUMENT for NULL, DM_ERROR_VALUE for a text of another form,
 * DM_ERROR_RANGE for one of the right form that does not exist (30 February) or does not fit, and
 * leaves its results alone then. Digits of a fraction past the ninth must be 0, else
 * DM_ERROR_RANGE. Every writer returns text in the arena, or NULL when there is no
 * memory or the value is out of range. The calendar is the proleptic Gregorian one, years 1 to
 * 9999.
 *
 * Include <docmodel/runtime.h>; it includes this file.
 */
#ifndef DOCMODEL_TEXT_H
#define DOCMODEL_TEXT_H

#include <docmodel/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef const char *dm_binary;           /**< Edm.Binary: base64 or base64url */
typedef const char *dm_date;             /**< Edm.Date: 2021-02-28 */
typedef const char *dm_date_time_offset; /**< Edm.DateTimeOffset: 2021-02-28T12:30:00.5+01:00 */
typedef const char *dm_decimal;          /**< Edm.Decimal: the digits */
typedef const char *dm_duration;         /**< Edm.Duration: P1DT2H3M4.5S */
typedef const char *dm_guid;             /**< Edm.Guid: 8-4-4-4-12 hexadecimal digits */
typedef const char *dm_time_of_day;      /**< Edm.TimeOfDay: 12:30:00.5 */

/** A moment, and the offset that it was written with. */
typedef struct dm_instant {
    int64_t seconds;        /**< since 1970-01-01T00:00:00Z, negative before */
    int32_t nanoseconds;    /**< 0 to 999999999, always forward in time */
    int32_t offset_minutes; /**< of the local time written, -1439 to 1439; 0 for Z */
} dm_instant;

/** A length of time. Months and seconds are apart since no month has a fixed number of seconds. */
typedef struct dm_span {
    int64_t months;      /**< years and months; 0 in what OData itself calls a duration */
    int64_t seconds;     /**< weeks, days, hours, minutes and seconds */
    int32_t nanoseconds; /**< -999999999 to 999999999; no two of the three differ in sign */
} dm_span;

/** A calendar day. */
typedef struct dm_day {
    int32_t year;  /**< 1 to 9999 */
    int32_t month; /**< 1 to 12 */
    int32_t day;   /**< 1 to 31 */
} dm_day;

/** Reads a DateTimeOffset. The T and Z may be small; seconds may be missing. An offset is required.
 */
DM_API dm_status dm_date_time_offset_read(const char *text, dm_instant *instant);

/** Writes a DateTimeOffset in its offset, with as many digits of a second as needed. */
DM_API const char *dm_date_time_offset_write(dm_arena *arena, dm_instant instant);

/** Reads a Date. */
DM_API dm_status dm_date_read(const char *text, dm_day *day);

/** Writes a Date. */
DM_API const char *dm_date_write(dm_arena *arena, dm_day day);

/** @return the days from 1970-01-01 to that day, which must exist. */
DM_API int32_t dm_day_number(dm_day day);

/** @return the day that many days after 1970-01-01; all zero outside of the years 1 to 9999. */
DM_API dm_day dm_day_of_number(int32_t number);

/** Reads a TimeOfDay as nanoseconds since midnight. Seconds may be missing. */
DM_API dm_status dm_time_of_day_read(const char *text, int64_t *nanoseconds);

/** Writes a TimeOfDay. */
DM_API const char *dm_time_of_day_write(dm_arena *arena, int64_t nanoseconds);

/** Reads a Duration: years, months and weeks included, and a fraction, behind a point or a comma,
 *  in the last part that is not of months (ISO 8601). */
DM_API dm_status dm_duration_read(const char *text, dm_span *span);

/** Writes a Duration in its shortest form; none of no length is "PT0S". */
DM_API const char *dm_duration_write(dm_arena *arena, dm_span span);

/** Reads a Guid into 16 bytes in the order of its digits. Braces are not allowed. */
DM_API dm_status dm_guid_read(const char *text, uint8_t bytes[16]);

/** Writes a Guid with small letters. */
DM_API const char *dm_guid_write(dm_arena *arena, const uint8_t bytes[16]);

/** Decodes base64 or base64url, padded or not, into the arena. DM_ERROR_MEMORY is possible. */
DM_API dm_status dm_binary_read(dm_arena *arena, const char *text, const uint8_t **bytes,
                                size_t *size);

/** Encodes as padded base64. */
DM_API const char *dm_binary_write(dm_arena *arena, const void *bytes, size_t size);

/** Encodes as base64url without padding. */
DM_API const char *dm_binary_write_url(dm_arena *arena, const void *bytes, size_t size);

/** Reads a decimal number exactly as value * 10^-scale, with scale 0 to 18. */
DM_API dm_status dm_decimal_read(const char *text, int64_t *value, int32_t *scale);

/** Writes value * 10^-scale. */
DM_API const char *dm_decimal_write(dm_arena *arena, int64_t value, int32_t scale);

#ifdef __cplusplus
}
#endif

#endif
