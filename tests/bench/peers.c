/* The peers: a document tree, mapped by the same tables into equal structures, each text and each
 * structure by malloc, as their users do by hand. */
#include "user.h"

#include <cjson/cJSON.h>
#include <jansson.h>

#include <stdlib.h>
#include <string.h>

struct list {
    void **items;
    size_t count;
    bool has;
};

static size_t sum_of_maps;

static void *allocate(size_t size)
{
    void *memory = calloc(1, size ? size : 1);
    if (!memory)
        abort();
    return memory;
}

static char *copy(const char *text)
{
    size_t size = strlen(text) + 1;
    sum_of_maps += size;
    return memcpy(allocate(size), text, size);
}

static void free_object(void *object, const dm_type *type)
{
    for (size_t i = 0; object && i < type->field_count; i++) {
        const dm_field *field = &type->fields[i];
        char *member = (char *)object + field->offset;
        struct list list;
        void *pointer;
        if (field->flags & DM_COLLECTION) {
            memcpy(&list, member, sizeof list);
            for (size_t n = 0; n < list.count; n++) {
                if (field->kind == DM_OBJECT)
                    free_object(list.items[n], field->detail);
                else
                    free(list.items[n]);
            }
            free(list.items);
        } else if (field->kind != DM_BOOLEAN && field->kind != DM_INT32) {
            memcpy(&pointer, member, sizeof pointer);
            if (field->kind == DM_OBJECT)
                free_object(pointer, field->detail);
            else
                free(pointer);
        }
    }
    free(object);
}

static void set_number(const dm_field *field, char *member, double number)
{
    dm_bool boolean = dm_bool_of(number > 0);
    if (field->kind == DM_BOOLEAN) {
        memcpy(member, &boolean, sizeof boolean);
    } else {
        dm_int32 integer = dm_int32_of((int32_t)number);
        memcpy(member, &integer, sizeof integer);
    }
}

/* ---- cJSON ---- */

static void *map_cjson(const cJSON *json, const dm_type *type);

static void *map_cjson_item(const cJSON *json, const dm_field *field)
{
    if (field->kind == DM_OBJECT)
        return map_cjson(json, field->detail);
    return cJSON_IsString(json) ? copy(json->valuestring) : NULL;
}

static void map_cjson_field(const cJSON *json, const dm_field *field, char *member)
{
    if (cJSON_IsNull(json))
        return;
    if (field->flags & DM_COLLECTION) {
        struct list list = {NULL, (size_t)cJSON_GetArraySize(json), true};
        const cJSON *item;
        size_t n = 0;
        list.items = allocate(list.count * sizeof(void *));
        cJSON_ArrayForEach(item, json) list.items[n++] = map_cjson_item(item, field);
        memcpy(member, &list, sizeof list);
    } else if (field->kind == DM_BOOLEAN || field->kind == DM_INT32) {
        set_number(field, member, cJSON_IsBool(json) ? cJSON_IsTrue(json) : json->valuedouble);
    } else {
        void *item = map_cjson_item(json, field);
        memcpy(member, &item, sizeof item);
    }
}

static void *map_cjson(const cJSON *json, const dm_type *type)
{
    char *object = allocate(type->size);
    for (size_t i = 0; i < type->field_count; i++) {
        const cJSON *member = cJSON_GetObjectItemCaseSensitive(json, type->fields[i].name);
        if (member)
            map_cjson_field(member, &type->fields[i], object + type->fields[i].offset);
    }
    return object;
}

size_t bench_cjson_parse(const char *text, size_t size)
{
    cJSON *json = cJSON_ParseWithLength(text, size);
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(json, "value");
    sum_of_maps = 0;
    free_object(map_cjson(json, value ? &bench_page_type : &bench_user_type),
                value ? &bench_page_type : &bench_user_type);
    cJSON_Delete(json);
    return sum_of_maps;
}

void *bench_cjson_load(const char *text, size_t size)
{
    return cJSON_ParseWithLength(text, size);
}

size_t bench_cjson_write(void *document)
{
    char *text = cJSON_PrintUnformatted(document);
    size_t size = text ? strlen(text) : 0;
    free(text);
    return size;
}

/* ---- jansson ---- */

static void *map_jansson(const json_t *json, const dm_type *type);

static void *map_jansson_item(const json_t *json, const dm_field *field)
{
    if (field->kind == DM_OBJECT)
        return map_jansson(json, field->detail);
    return json_is_string(json) ? copy(json_string_value(json)) : NULL;
}

static void map_jansson_field(const json_t *json, const dm_field *field, char *member)
{
    if (json_is_null(json))
        return;
    if (field->flags & DM_COLLECTION) {
        struct list list = {NULL, json_array_size(json), true};
        list.items = allocate(list.count * sizeof(void *));
        for (size_t n = 0; n < list.count; n++)
            list.items[n] = map_jansson_item(json_array_get(json, n), field);
        memcpy(member, &list, sizeof list);
    } else if (field->kind == DM_BOOLEAN || field->kind == DM_INT32) {
        set_number(field, member,
                   json_is_boolean(json) ? (double)json_is_true(json)
                                         : (double)json_integer_value(json));
    } else {
        void *item = map_jansson_item(json, field);
        memcpy(member, &item, sizeof item);
    }
}

static void *map_jansson(const json_t *json, const dm_type *type)
{
    char *object = allocate(type->size);
    for (size_t i = 0; i < type->field_count; i++) {
        const json_t *member = json_object_get(json, type->fields[i].name);
        if (member)
            map_jansson_field(member, &type->fields[i], object + type->fields[i].offset);
    }
    return object;
}

size_t bench_jansson_parse(const char *text, size_t size)
{
    json_t *json = json_loadb(text, size, 0, NULL);
    const dm_type *type = json_object_get(json, "value") ? &bench_page_type : &bench_user_type;
    sum_of_maps = 0;
    free_object(map_jansson(json, type), type);
    json_decref(json);
    return sum_of_maps;
}
