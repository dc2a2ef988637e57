/**
 * @file
 * JSON of no declared type: slices of JSON text, checked once and read on demand.
 *
 * A dm_json of an object lives as long as that object's arena. Every dm_json that the runtime gives
 * is well-formed. One that a program makes from its own text goes through dm_json_parse first,
 * since the readers below trust it.
 *
 * Include <docmodel/runtime.h>; it includes this file.
 */
#ifndef DOCMODEL_JSON_H
#define DOCMODEL_JSON_H

#include <docmodel/base.h>

#ifdef __cplusplus
extern "C" {
#endif

struct dm_parse_options;

/** One JSON value as text, without white space around it. Not NUL-terminated. */
typedef struct dm_json {
    const char *data; /**< NULL when there is no value */
    size_t size;      /**< 0 when there is no value */
} dm_json;

/** What a JSON value is. */
typedef enum dm_json_kind {
    DM_JSON_NONE = 0, /**< no value: absent */
    DM_JSON_NULL = 1,
    DM_JSON_BOOLEAN = 2,
    DM_JSON_NUMBER = 3,
    DM_JSON_STRING = 4,
    DM_JSON_ARRAY = 5,
    DM_JSON_OBJECT = 6
} dm_json_kind;

/**
 * Checks a text as strictly as dm_parse does, any kind of value, and copies it into the arena.
 * @param arena where the copy lies.
 * @param text UTF-8.
 * @param size its bytes.
 * @param options limits; the rest of them does not matter here. May be NULL.
 * @param json receives the value without the white space around it.
 * @param error receives the reason of a failure; may be NULL.
 */
DM_API dm_status dm_json_parse(dm_arena *arena, const char *text, size_t size,
                               const struct dm_parse_options *options, dm_json *json,
                               dm_error *error);

/** As dm_json_parse, without a copy: the value lies in the caller's text. Needs no arena. */
DM_API dm_status dm_json_check(const char *text, size_t size,
                               const struct dm_parse_options *options, dm_json *json,
                               dm_error *error);

/** @return what the value is. */
DM_API dm_json_kind dm_json_kind_of(dm_json json);

/**
 * Finds a value by JSON pointer (RFC 6901): "" is the value itself, "/a/0/b~1c" goes down.
 * Of members with the same name the last one counts.
 * @return the value, or one of kind DM_JSON_NONE.
 */
DM_API dm_json dm_json_at(dm_json json, const char *pointer);

/** @return the object's member of that name, or one of kind DM_JSON_NONE. */
DM_API dm_json dm_json_member(dm_json json, const char *name);

/** @return the number of members or elements; 0 for other kinds. Counts by reading through. */
DM_API size_t dm_json_count(dm_json json);

/** A place in an array or object. Start with a zeroed one. */
typedef struct dm_json_iterator {
    const char *next; /**< for the runtime */
    dm_json name;     /**< the member's name as a JSON string with its quotes; none in arrays */
    dm_json value;    /**< the member's or element's value */
} dm_json_iterator;

/**
 * Goes to the next member or element:
 * `dm_json_iterator it = {0}; while (dm_json_next(json, &it)) use(it.value);`
 * @return false behind the last one, and at once for a value that is no array or object.
 */
DM_API bool dm_json_next(dm_json json, dm_json_iterator *iterator);

/** @return true for a JSON true; false for everything else. */
DM_API bool dm_json_is_true(dm_json json);

/** Reads a number, or a string that holds one, that is an integer and fits. DM_ERROR_TYPE or
 *  DM_ERROR_RANGE otherwise. */
DM_API dm_status dm_json_int64(dm_json json, int64_t *value);

/** Reads a number, a string that holds one, or "INF", "-INF", "NaN"; correctly rounded. */
DM_API dm_status dm_json_double(dm_json json, double *value);

/**
 * Unescapes a string (or an iterator's name) into the arena.
 * @param arena where the text lies.
 * @param json the string.
 * @param text receives NUL-terminated UTF-8.
 * @param size receives its length, needed where NULs are allowed; may be NULL.
 * @return DM_ERROR_TYPE when the value is no string.
 */
DM_API dm_status dm_json_text(dm_arena *arena, dm_json json, const char **text, size_t *size);

/** @return whether the value is a string of exactly this text, once unescaped. */
DM_API bool dm_json_is_text(dm_json json, const char *text);

/** Writes a C string as a JSON string into the arena. The text must be UTF-8. */
DM_API dm_status dm_json_of_text(dm_arena *arena, const char *text, dm_json *json);

/**
 * Compares as JSON values: numbers by their exact decimal value, strings unescaped, members in any
 * order, the last of repeated members. Two values of kind DM_JSON_NONE are equal.
 *
 * As in merges and patches, it takes no memory but the stack, 8 KB more than by its depth. So
 * objects whose members stand in different orders are read through once for each 256 names they
 * have in all: 1,000 members take about a millisecond, 10,000 some 40, 100,000 some seconds.
 */
DM_API bool dm_json_equal(dm_json a, dm_json b);

#ifdef __cplusplus
}
#endif

#endif
