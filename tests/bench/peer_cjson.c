#include "peers.h"

#include <cjson/cJSON.h>

#include <stdlib.h>
#include <string.h>

/* ---- A tree into structures ---- */

static char *map_text(const cJSON *json)
{
    return cJSON_IsString(json) ? bench_copy(json->valuestring, strlen(json->valuestring)) : NULL;
}

static dm_bool map_bool(const cJSON *json)
{
    return cJSON_IsBool(json) ? dm_bool_of(cJSON_IsTrue(json)) : (dm_bool){false, false};
}

static dm_int32 map_int(const cJSON *json)
{
    return cJSON_IsNumber(json) ? dm_int32_of(json->valueint) : (dm_int32){0, false};
}

static dm_texts map_texts(const cJSON *json)
{
    dm_texts texts = {NULL, 0, cJSON_IsArray(json)};
    const cJSON *item;
    if (!texts.has || !json->child)
        return texts;
    char **items = bench_malloc((size_t)cJSON_GetArraySize(json) * sizeof *items);
    cJSON_ArrayForEach(item, json) items[texts.count++] = map_text(item);
    texts.items = (const char *const *)items;
    return texts;
}

#define MAP_TYPE_NAME(member, name, type) object->member = map_text(member_of(json, name));
#define MAP_TEXT(member, name, type)      object->member = map_text(member_of(json, name));
#define MAP_GUID(member, name, type)      object->member = map_text(member_of(json, name));
#define MAP_TIME(member, name, type)      object->member = map_text(member_of(json, name));
#define MAP_BOOL(member, name, type)      object->member = map_bool(member_of(json, name));
#define MAP_INT(member, name, type)       object->member = map_int(member_of(json, name));
#define MAP_TEXTS(member, name, type)     object->member = map_texts(member_of(json, name));
#define MAP_GUIDS(member, name, type)     object->member = map_texts(member_of(json, name));
#define MAP_OBJECT(member, name, type)    object->member = map_##type(member_of(json, name));
#define MAP_OBJECTS(member, name, type)                                                         \
    const cJSON *list = member_of(json, name);                                                  \
    const cJSON *item;                                                                          \
    object->member.has = cJSON_IsArray(list);                                                   \
    if (object->member.has && list->child) {                                                    \
        object->member.items = bench_malloc((size_t)cJSON_GetArraySize(list) * sizeof(void *)); \
        cJSON_ArrayForEach(item, list) object->member.items[object->member.count++] =           \
            map_##type(item);                                                                   \
    }
#define MAP(form, member, name, type)  \
    {                                  \
        MAP_##form(member, name, type) \
    }
#define DEFINE_MAP(model, LIST)                                      \
    static struct bench_##model *map_##model(const cJSON *json)      \
    {                                                                \
        if (!cJSON_IsObject(json))                                   \
            return NULL;                                             \
        struct bench_##model *object = bench_calloc(sizeof *object); \
        object->object.type = &bench_##model##_type;                 \
        LIST(MAP)                                                    \
        return object;                                               \
    }

static const cJSON *member_of(const cJSON *json, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(json, name);
}

BENCH_TYPES(DEFINE_MAP)

static void *parse(const struct bench_document *document)
{
    void *object;
    cJSON *json = cJSON_ParseWithLength(document->text, document->size);
    bench_expect(json != NULL, "cJSON reads no document");
    if (document->root == BENCH_ROOT_PAGE)
        object = map_page(json);
    else if (document->root == BENCH_ROOT_USER)
        object = map_user(json);
    else
        object = map_notifications(json);
    cJSON_Delete(json);
    return object;
}

/* ---- Structures into a tree ---- */

/* As quick as cJSON allows: names are constants, which the tree does not copy. What the documents
 * leave out is null. */
static void add_item(cJSON *json, const char *name, cJSON *item)
{
    cJSON_AddItemToObjectCS(json, name, item);
}

static cJSON *make_text(const char *text)
{
    return text ? cJSON_CreateString(text) : cJSON_CreateNull();
}

static cJSON *make_texts(const dm_texts *texts)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < texts->count; i++)
        cJSON_AddItemToArray(list, cJSON_CreateString(texts->items[i]));
    return list;
}

#define BUILD_TYPE_NAME(member, name, type) add_item(json, name, make_text(object->member));
#define BUILD_TEXT(member, name, type)      add_item(json, name, make_text(object->member));
#define BUILD_GUID(member, name, type)      add_item(json, name, make_text(object->member));
#define BUILD_TIME(member, name, type)      add_item(json, name, make_text(object->member));
#define BUILD_BOOL(member, name, type)      add_item(json, name, cJSON_CreateBool(object->member.value));
#define BUILD_INT(member, name, type) \
    add_item(json, name, cJSON_CreateNumber(object->member.value));
#define BUILD_TEXTS(member, name, type)  add_item(json, name, make_texts(&object->member));
#define BUILD_GUIDS(member, name, type)  add_item(json, name, make_texts(&object->member));
#define BUILD_OBJECT(member, name, type) add_item(json, name, build_##type(object->member));
#define BUILD_OBJECTS(member, name, type)                                  \
    cJSON *list = cJSON_CreateArray();                                     \
    for (size_t i = 0; i < object->member.count; i++)                      \
        cJSON_AddItemToArray(list, build_##type(object->member.items[i])); \
    add_item(json, name, list);
#define BUILD(form, member, name, type)  \
    {                                    \
        BUILD_##form(member, name, type) \
    }
#define DEFINE_BUILD(type, LIST)                                  \
    static cJSON *build_##type(const struct bench_##type *object) \
    {                                                             \
        if (!object)                                              \
            return cJSON_CreateNull();                            \
        cJSON *json = cJSON_CreateObject();                       \
        LIST(BUILD)                                               \
        return json;                                              \
    }

BENCH_TYPES(DEFINE_BUILD)

static char *write(const void *object, enum bench_root root)
{
    cJSON *json;
    if (root == BENCH_ROOT_PAGE)
        json = build_page(object);
    else if (root == BENCH_ROOT_USER)
        json = build_user(object);
    else
        json = build_notifications(object);
    char *text = cJSON_PrintUnformatted(json);
    cJSON_Delete(json);
    return text;
}

/* Hooks of its own keep cJSON from realloc, so they are there only while counting. */
static void count(bool counted)
{
    cJSON_Hooks hooks = {bench_malloc, free};
    cJSON_InitHooks(counted ? &hooks : NULL);
}

const struct bench_peer bench_cjson = {"cJSON", parse, write, count};
