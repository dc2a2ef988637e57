/* Short ways to make the values that views consist of. Private to generator/render. */
#ifndef DOCMODEL_RENDER_VIEW_JSON_H
#define DOCMODEL_RENDER_VIEW_JSON_H

#include "support/json.h"

/* Adds {KIND: KEYS} to an array. Returns KEYS. */
struct json_value *view_json_append(struct arena *arena, struct json_value *array, const char *kind,
                                    struct json_value *keys);

/* Adds {KIND: KEYS} under KEY, or null when KEYS is NULL. */
void view_json_section(struct arena *arena, struct json_value *object, const char *key,
                       const char *kind, struct json_value *keys);

void view_json_text(struct arena *arena, struct json_value *object, const char *key, slice text);
void view_json_flag(struct arena *arena, struct json_value *object, const char *key, bool flag);
void view_json_number(struct arena *arena, struct json_value *object, const char *key,
                      size_t number);
struct json_value *view_json_list(struct arena *arena, struct json_value *object, const char *key);
void view_json_add(struct json_value *object, const char *key, struct json_value *value);

#endif
