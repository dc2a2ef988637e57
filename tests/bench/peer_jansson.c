#include "peers.h"

#include <jansson.h>

#include <stdlib.h>

/* ---- A tree into structures ---- */

static char *map_text(const json_t *json)
{
    return json_is_string(json) ? bench_copy(json_string_value(json), json_string_length(json))
                                : NULL;
}

static dm_bool map_bool(const json_t *json)
{
    return json_is_boolean(json) ? dm_bool_of(json_is_true(json)) : (dm_bool){false, false};
}

static dm_int32 map_int(const json_t *json)
{
    return json_is_integer(json) ? dm_int32_of((int32_t)json_integer_value(json))
                                 : (dm_int32){0, false};
}

static dm_texts map_texts(const json_t *json)
{
    dm_texts texts = {NULL, json_array_size(json), json_is_array(json)};
    if (texts.count == 0)
        return texts;
    char **items = bench_malloc(texts.count * sizeof *items);
    for (size_t i = 0; i < texts.count; i++)
        items[i] = map_text(json_array_get(json, i));
    texts.items = (const char *const *)items;
    return texts;
}

#define MAP_TYPE_NAME(member, name, type) object->member = map_text(json_object_get(json, name));
#define MAP_TEXT(member, name, type)      object->member = map_text(json_object_get(json, name));
#define MAP_GUID(member, name, type)      object->member = map_text(json_object_get(json, name));
#define MAP_TIME(member, name, type)      object->member = map_text(json_object_get(json, name));
#define MAP_BOOL(member, name, type)      object->member = map_bool(json_object_get(json, name));
#define MAP_INT(member, name, type)       object->member = map_int(json_object_get(json, name));
#define MAP_TEXTS(member, name, type)     object->member = map_texts(json_object_get(json, name));
#define MAP_GUIDS(member, name, type)     object->member = map_texts(json_object_get(json, name));
#define MAP_OBJECT(member, name, type)    object->member = map_##type(json_object_get(json, name));
#define MAP_OBJECTS(member, name, type)                                             \
    const json_t *list = json_object_get(json, name);                               \
    object->member.has = json_is_array(list);                                       \
    object->member.count = json_array_size(list);                                   \
    if (object->member.count > 0)                                                   \
        object->member.items = bench_malloc(object->member.count * sizeof(void *)); \
    for (size_t i = 0; i < object->member.count; i++)                               \
        object->member.items[i] = map_##type(json_array_get(list, i));
#define MAP(form, member, name, type)  \
    {                                  \
        MAP_##form(member, name, type) \
    }
#define DEFINE_MAP(model, LIST)                                      \
    static struct bench_##model *map_##model(const json_t *json)     \
    {                                                                \
        if (!json_is_object(json))                                   \
            return NULL;                                             \
        struct bench_##model *object = bench_calloc(sizeof *object); \
        object->object.type = &bench_##model##_type;                 \
        LIST(MAP)                                                    \
        return object;                                               \
    }

BENCH_TYPES(DEFINE_MAP)

static void *parse(const struct bench_document *document)
{
    void *object;
    json_t *json = json_loadb(document->text, document->size, 0, NULL);
    bench_expect(json != NULL, "jansson reads no document");
    if (document->root == BENCH_ROOT_PAGE)
        object = map_page(json);
    else if (document->root == BENCH_ROOT_USER)
        object = map_user(json);
    else
        object = map_notifications(json);
    json_decref(json);
    return object;
}

/* ---- Structures into a tree ---- */

/* What the documents leave out is null in them. */
static json_t *build_text(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *build_texts(const dm_texts *texts)
{
    json_t *list = json_array();
    for (size_t i = 0; i < texts->count; i++)
        json_array_append_new(list, build_text(texts->items[i]));
    return list;
}

#define ADD(name, value)                    json_object_set_new(json, name, value);
#define BUILD_TYPE_NAME(member, name, type) ADD(name, build_text(object->member))
#define BUILD_TEXT(member, name, type)      ADD(name, build_text(object->member))
#define BUILD_GUID(member, name, type)      ADD(name, build_text(object->member))
#define BUILD_TIME(member, name, type)      ADD(name, build_text(object->member))
#define BUILD_BOOL(member, name, type) \
    if (object->member.has)            \
    ADD(name, json_boolean(object->member.value))
#define BUILD_INT(member, name, type) \
    if (object->member.has)           \
    ADD(name, json_integer(object->member.value))
#define BUILD_TEXTS(member, name, type) \
    if (object->member.has)             \
    ADD(name, build_texts(&object->member))
#define BUILD_GUIDS(member, name, type)  BUILD_TEXTS(member, name, type)
#define BUILD_OBJECT(member, name, type) ADD(name, build_##type(object->member))
#define BUILD_OBJECTS(member, name, type)                                   \
    json_t *list = json_array();                                            \
    for (size_t i = 0; i < object->member.count; i++)                       \
        json_array_append_new(list, build_##type(object->member.items[i])); \
    ADD(name, list)
#define BUILD(form, member, name, type)  \
    {                                    \
        BUILD_##form(member, name, type) \
    }
#define DEFINE_BUILD(type, LIST)                                   \
    static json_t *build_##type(const struct bench_##type *object) \
    {                                                              \
        if (!object)                                               \
            return json_null();                                    \
        json_t *json = json_object();                              \
        LIST(BUILD)                                                \
        return json;                                               \
    }

BENCH_TYPES(DEFINE_BUILD)

static char *write(const void *object, enum bench_root root)
{
    json_t *json;
    if (root == BENCH_ROOT_PAGE)
        json = build_page(object);
    else if (root == BENCH_ROOT_USER)
        json = build_user(object);
    else
        json = build_notifications(object);
    char *text = json_dumps(json, JSON_COMPACT);
    json_decref(json);
    return text;
}

static void count(bool counted)
{
    json_set_alloc_funcs(counted ? bench_malloc : malloc, free);
}

const struct bench_peer bench_jansson = {"jansson", parse, write, count};
