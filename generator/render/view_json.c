#include "render/view_json.h"

struct json_value *view_json_append(struct arena *arena, struct json_value *array, const char *kind,
                                    struct json_value *keys)
{
    struct json_value *wrapper = json_append(array, json_new(arena, JSON_OBJECT));
    return json_add(wrapper, slice_from(kind), keys);
}

void view_json_section(struct arena *arena, struct json_value *object, const char *key,
                       const char *kind, struct json_value *keys)
{
    if (keys == NULL) {
        json_add(object, slice_from(key), json_new(arena, JSON_NULL));
        return;
    }
    json_add(json_add_object(arena, object, slice_from(key)), slice_from(kind), keys);
}

void view_json_text(struct arena *arena, struct json_value *object, const char *key, slice text)
{
    json_add_string(arena, object, slice_from(key), text);
}

void view_json_flag(struct arena *arena, struct json_value *object, const char *key, bool flag)
{
    json_add_boolean(arena, object, slice_from(key), flag);
}

void view_json_number(struct arena *arena, struct json_value *object, const char *key,
                      size_t number)
{
    json_add_integer(arena, object, slice_from(key), (long long)number);
}

struct json_value *view_json_list(struct arena *arena, struct json_value *object, const char *key)
{
    return json_add_array(arena, object, slice_from(key));
}

void view_json_add(struct json_value *object, const char *key, struct json_value *value)
{
    json_add(object, slice_from(key), value);
}
