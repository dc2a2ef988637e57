/*
 * Any bytes as a response, to the generated library: what dm_parse_any takes is written and read
 * again as an equal object; every accessor of the result is walked. The first byte decides the
 * options and whether the text is parsed in place.
 */
#include "fuzz.h"

#include <graph_beta/models.h>

#include <stdlib.h>
#include <string.h>

static void check_json(const char *text, size_t size)
{
    dm_json json;
    dm_json_iterator iterator = {0};
    if (dm_json_check(text, size, NULL, &json, NULL) != DM_OK)
        return;
    int64_t integer;
    double number;
    while (dm_json_next(json, &iterator)) {
        (void)dm_json_int64(iterator.value, &integer);
        (void)dm_json_double(iterator.value, &number);
        (void)dm_json_count(iterator.value);
    }
    if (!dm_json_equal(json, json))
        abort();
}

static void check_round_trip(dm_arena *arena, const dm_object *object,
                             const dm_parse_options *options)
{
    dm_write_options write = {.type_names = DM_TYPE_NAMES_ALWAYS};
    dm_object *again;
    const char *text;
    size_t size;
    if (object == NULL)
        return;
    if (dm_write(arena, object, NULL, &text, &size, NULL) != DM_OK)
        abort();
    if (dm_parse(arena, object->type, text, size, options, &again, NULL) != DM_OK)
        abort();
    if (!dm_equal(object, again))
        abort();
    if (dm_write(arena, object, &write, &text, &size, NULL) != DM_OK)
        abort();
    dm_object *copy = dm_copy(arena, NULL, object);
    if (copy == NULL || !dm_equal(object, copy))
        abort();
    (void)dm_validate(object, true, NULL, NULL);
}

static void parse_in_place(dm_arena *arena, const char *text, size_t size,
                           const dm_parse_options *options)
{
    dm_object *object;
    char *buffer = malloc(size + 1);
    if (buffer == NULL)
        abort();
    if (size > 0)
        memcpy(buffer, text, size);
    buffer[size] = '\0';
    if (dm_parse_in_place(arena, &graph_beta_record_operation_descriptor, buffer, size, options,
                          &object, NULL) == DM_OK)
        check_round_trip(arena, object, options);
    free(buffer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    dm_parse_options options = {.types = graph_beta_types};
    options.strict_types = (data[0] & 1) != 0;
    options.allow_nul = (data[0] & 2) != 0;
    const char *text = (const char *)data + 1;
    size--;

    dm_object *object;
    dm_arena *arena = dm_arena_create(NULL);
    if (arena == NULL)
        abort();
    check_json(text, size);
    if (dm_parse_any(arena, text, size, &options, &object, NULL) == DM_OK)
        check_round_trip(arena, object, &options);
    parse_in_place(arena, text, size, &options);
    dm_arena_destroy(arena);
    return 0;
}
