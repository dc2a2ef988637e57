#include "writer.h"

static dm_status check(struct dm_reader *reader, dm_json *json)
{
    const char *p = dm_scan_space(reader->start, reader->end);
    const char *begin = p;
    p = dm_scan_value(reader, p);
    if (!p)
        return reader->status;
    json->data = begin;
    json->size = (size_t)(p - begin);
    p = dm_scan_space(p, reader->end);
    if (p < reader->end)
        dm_reader_expected(reader, p, "text behind the value");
    return reader->status;
}

dm_status dm_json_check(const char *text, size_t size, const dm_parse_options *options,
                        dm_json *json, dm_error *error)
{
    struct dm_reader reader;
    dm_json found = {NULL, 0};
    if (!text && size > 0)
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no text");
    dm_reader_init(&reader, NULL, text ? text : "", size, options, error);
    if (dm_reader_check_size(&reader, size))
        check(&reader, &found);
    if (json)
        *json = reader.status == DM_OK ? found : (dm_json){NULL, 0};
    return reader.status;
}

dm_status dm_json_parse(dm_arena *arena, const char *text, size_t size,
                        const dm_parse_options *options, dm_json *json, dm_error *error)
{
    dm_json found;
    if (!arena || !json)
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no arena, or no place for the value");
    dm_status status = dm_json_check(text, size, options, &found, error);
    json->data = NULL;
    json->size = 0;
    if (status != DM_OK)
        return status;
    json->data = dm_arena_copy(arena, found.data, found.size);
    if (!json->data)
        return dm_error_set(error, DM_ERROR_MEMORY, "no memory");
    json->size = found.size;
    return DM_OK;
}

dm_json_kind dm_json_kind_of(dm_json json)
{
    return json.data && json.size > 0 ? dm_scan_kind(*json.data) : DM_JSON_NONE;
}

bool dm_json_next(dm_json json, dm_json_iterator *iterator)
{
    dm_json_kind kind = dm_json_kind_of(json);
    if (kind != DM_JSON_ARRAY && kind != DM_JSON_OBJECT)
        return false;
    const char *end = json.data + json.size;
    const char *p = dm_scan_space(iterator->next ? iterator->next : json.data + 1, end);
    if (p < end && *p == ',')
        p = dm_scan_space(p + 1, end);
    if (p >= end || *p == ']' || *p == '}')
        return false;
    if (kind == DM_JSON_OBJECT) {
        const char *name_end = dm_scan_skip(p, end);
        iterator->name.data = p;
        iterator->name.size = (size_t)(name_end - p);
        p = dm_scan_space(name_end, end);
        p = dm_scan_space(p < end ? p + 1 : p, end);
    }
    iterator->next = dm_scan_skip(p, end);
    iterator->value.data = p;
    iterator->value.size = (size_t)(iterator->next - p);
    return true;
}

size_t dm_json_count(dm_json json)
{
    size_t count = 0;
    dm_json_iterator it = {0};
    while (dm_json_next(json, &it))
        count++;
    return count;
}

/* Compares a JSON string with a text of which `size` bytes count. */
static bool is_text(dm_json json, const char *text, size_t size)
{
    if (dm_json_kind_of(json) != DM_JSON_STRING)
        return false;
    const char *p = json.data + 1;
    const char *end = json.data + json.size - 1;
    while (p < end) {
        char bytes[8];
        size_t step = dm_scan_char(p);
        size_t length = dm_scan_unescape(p, p + step, bytes);
        if (length > size || memcmp(bytes, text, length) != 0)
            return false;
        text += length;
        size -= length;
        p += step;
    }
    return size == 0;
}

bool dm_json_is_text(dm_json json, const char *text)
{
    return text && is_text(json, text, strlen(text));
}

dm_json dm_json_member(dm_json json, const char *name)
{
    dm_json found = {NULL, 0};
    dm_json_iterator it = {0};
    if (!name || dm_json_kind_of(json) != DM_JSON_OBJECT)
        return found;
    while (dm_json_next(json, &it)) {
        if (dm_json_is_text(it.name, name))
            found = it.value;
    }
    return found;
}

static dm_json element(dm_json json, const char *step, size_t length)
{
    dm_json none = {NULL, 0};
    dm_json_iterator it = {0};
    size_t index = 0;
    if (length == 0 || length > 18 || (length > 1 && *step == '0'))
        return none;
    for (size_t i = 0; i < length; i++) {
        if (step[i] < '0' || step[i] > '9')
            return none;
        index = index * 10 + (size_t)(step[i] - '0');
    }
    while (dm_json_next(json, &it)) {
        if (index-- == 0)
            return it.value;
    }
    return none;
}

/* A pointer's step with its ~0 and ~1. */
static bool is_step(dm_json name, const char *step, size_t length)
{
    const char *p = name.data + 1;
    const char *end = name.data + name.size - 1;
    char bytes[8];
    const char *step_end = step + length;
    while (p < end) {
        size_t width = dm_scan_char(p);
        size_t count = dm_scan_unescape(p, p + width, bytes);
        p += width;
        for (size_t i = 0; i < count; i++) {
            char c = step < step_end ? *step++ : '\0';
            if (c == '~' && step < step_end)
                c = *step++ == '0' ? '~' : '/';
            if (c != bytes[i])
                return false;
        }
    }
    return step == step_end;
}

dm_json dm_json_at(dm_json json, const char *pointer)
{
    dm_json none = {NULL, 0};
    if (!pointer)
        return none;
    while (*pointer && json.size > 0) {
        if (*pointer++ != '/')
            return none;
        size_t length = strcspn(pointer, "/");
        dm_json found = none;
        dm_json_iterator it = {0};
        if (dm_json_kind_of(json) == DM_JSON_ARRAY) {
            found = element(json, pointer, length);
        } else if (dm_json_kind_of(json) == DM_JSON_OBJECT) {
            while (dm_json_next(json, &it)) {
                if (is_step(it.name, pointer, length))
                    found = it.value;
            }
        }
        json = found;
        pointer += length;
    }
    return json.size > 0 ? json : none;
}

bool dm_json_is_true(dm_json json)
{
    return json.size == 4 && json.data && memcmp(json.data, "true", 4) == 0;
}

dm_status dm_json_int64(dm_json json, int64_t *value)
{
    bool plain;
    dm_json_kind kind = dm_json_kind_of(json);
    if (!value)
        return DM_ERROR_ARGUMENT;
    if (kind != DM_JSON_NUMBER && kind != DM_JSON_STRING)
        return DM_ERROR_TYPE;
    return dm_value_of_raw(DM_INT64, json, value, &plain);
}

dm_status dm_json_double(dm_json json, double *value)
{
    bool plain;
    dm_json_kind kind = dm_json_kind_of(json);
    if (!value)
        return DM_ERROR_ARGUMENT;
    if (kind != DM_JSON_NUMBER && kind != DM_JSON_STRING)
        return DM_ERROR_TYPE;
    return dm_value_of_raw(DM_DOUBLE, json, value, &plain);
}

dm_status dm_json_text(dm_arena *arena, dm_json json, const char **text, size_t *size)
{
    if (!arena || !text)
        return DM_ERROR_ARGUMENT;
    if (dm_json_kind_of(json) != DM_JSON_STRING)
        return DM_ERROR_TYPE;
    char *copy = dm_arena_take(arena, json.size);
    if (!copy)
        return DM_ERROR_MEMORY;
    size_t length = dm_scan_unescape(json.data + 1, json.data + json.size - 1, copy);
    copy[length] = '\0';
    *text = copy;
    if (size)
        *size = length;
    return DM_OK;
}

dm_status dm_json_of_text(dm_arena *arena, const char *text, dm_json *json)
{
    struct dm_out out;
    if (!arena || !text || !json)
        return DM_ERROR_ARGUMENT;
    dm_out_begin(&out, arena, NULL);
    dm_out_string(&out, text, strlen(text));
    return dm_out_finish(&out, &json->data, &json->size, NULL);
}

/* ---- Comparison ---- */

static bool equal_arrays(dm_json a, dm_json b, struct dm_json_places places)
{
    dm_json_iterator x = {0};
    dm_json_iterator y = {0};
    for (;;) {
        bool more = dm_json_next(a, &x);
        if (more != dm_json_next(b, &y))
            return false;
        if (!more)
            return true;
        if (!dm_json_equal_within(x.value, y.value, places))
            return false;
    }
}

static bool same_names(dm_json a, dm_json b)
{
    dm_json_iterator x = {0};
    dm_json_iterator y = {0};
    for (;;) {
        bool more = dm_json_next(a, &x);
        if (more != dm_json_next(b, &y))
            return false;
        if (!more)
            return true;
        if (dm_json_compare_strings(x.name.data, y.name.data) != 0)
            return false;
    }
}

static bool equal_joined(struct dm_json_join *join)
{
    struct dm_json_pair pair;
    while (dm_json_join_next(join, &pair)) {
        if (pair.a.size == 0 || pair.b.size == 0 ||
            !dm_json_equal_within(pair.a, pair.b, dm_json_join_rest(join)))
            return false;
    }
    return true;
}

/* @return whether a later member has the name of the one at which the iterator is. */
static bool is_overruled(dm_json json, dm_json_iterator it)
{
    const char *name = it.name.data;
    while (dm_json_next(json, &it)) {
        if (dm_json_compare_strings(it.name.data, name) == 0)
            return true;
    }
    return false;
}

/* Members of the same names in the same order. Values differ only where they do not count; after
 * the first such, only those that do are compared. */
static bool equal_in_order(dm_json a, dm_json b, struct dm_json_join *join)
{
    dm_json_iterator x = {0};
    dm_json_iterator y = {0};
    while (dm_json_next(a, &x) && dm_json_next(b, &y)) {
        if (dm_json_equal_within(x.value, y.value, join->rest))
            continue;
        join->from[0] = x.next;
        join->from[1] = y.next;
        return is_overruled(a, x) && equal_joined(join);
    }
    return true;
}

/* Names are compared before any value, and no value twice, or time would double with each level. */
static bool equal_objects(dm_json a, dm_json b, struct dm_json_places places)
{
    struct dm_json_join join;
    dm_json_join_begin(&join, a, b, places);
    return same_names(a, b) ? equal_in_order(a, b, &join) : equal_joined(&join);
}

bool dm_json_equal_within(dm_json a, dm_json b, struct dm_json_places places)
{
    dm_json_kind kind = dm_json_kind_of(a);
    if (kind != dm_json_kind_of(b))
        return false;
    switch (kind) {
    case DM_JSON_NONE:
    case DM_JSON_NULL:
        return true;
    case DM_JSON_BOOLEAN:
        return *a.data == *b.data;
    case DM_JSON_NUMBER:
        return dm_number_equal(a, b);
    case DM_JSON_STRING:
        return dm_json_compare_strings(a.data, b.data) == 0;
    case DM_JSON_ARRAY:
        return equal_arrays(a, b, places);
    default:
        return equal_objects(a, b, places);
    }
}

bool dm_json_equal(dm_json a, dm_json b)
{
    struct dm_json_place places[DM_JSON_PLACES];
    return dm_json_equal_within(a, b, (struct dm_json_places){places, DM_JSON_PLACES});
}
