#include "internal.h"

static bool copy_text(dm_arena *arena, char *to, const char *from)
{
    const char *text = dm_value_text(from);
    const char *copy = text ? dm_arena_copy(arena, text, strlen(text)) : NULL;
    memcpy(to, &copy, sizeof copy);
    return copy || !text;
}

static bool copy_json(dm_arena *arena, dm_json *to, dm_json from)
{
    to->data = NULL;
    to->size = from.size;
    if (from.size == 0)
        return true;
    to->data = dm_arena_copy(arena, from.data, from.size);
    return to->data != NULL;
}

static bool copy_item(dm_arena *arena, const dm_field *field, char *to, const char *from,
                      size_t depth)
{
    switch ((dm_kind)field->kind) {
    case DM_OBJECT: {
        const dm_object *object = dm_value_object(from);
        dm_object *copy =
            object ? dm_copy_object(arena, object, dm_field_detail(field), depth) : NULL;
        memcpy(to, &copy, sizeof copy);
        return copy || !object;
    }
    case DM_ENUMERATION:
        memcpy(to, from, sizeof(dm_enum_field));
        return copy_text(arena, to + offsetof(dm_enum_field, text),
                         from + offsetof(dm_enum_field, text));
    case DM_FLAGS:
        memcpy(to, from, sizeof(dm_flags));
        return copy_text(arena, to + offsetof(dm_flags, text), from + offsetof(dm_flags, text));
    case DM_STREAM:
    case DM_UNTYPED: {
        dm_json json;
        memcpy(&json, from, sizeof json);
        bool done = copy_json(arena, &json, json);
        memcpy(to, &json, sizeof json);
        return done;
    }
    case DM_BOOLEAN:
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
    case DM_SINGLE:
    case DM_DOUBLE:
        memcpy(to, from,
               field->flags & DM_COLLECTION ? dm_value_element_size(field) : dm_value_size(field));
        return true;
    default:
        return copy_text(arena, to, from);
    }
}

bool dm_copy_value(dm_arena *arena, const dm_field *field, char *to, const char *from, size_t depth)
{
    struct dm_list list;
    size_t size = dm_value_element_size(field);
    if (!(field->flags & DM_COLLECTION))
        return copy_item(arena, field, to, from, depth);
    memcpy(&list, from, sizeof list);
    if (list.count > 0) {
        if (list.count > SIZE_MAX / size)
            return false;
        char *items = dm_arena_take(arena, list.count * size);
        for (size_t i = 0; items && i < list.count; i++) {
            if (!copy_item(arena, field, items + i * size, (const char *)list.items + i * size,
                           depth))
                return false;
        }
        if (!items)
            return false;
        list.items = items;
    }
    memcpy(to, &list, sizeof list);
    return true;
}

static bool copy_extras(dm_arena *arena, dm_object *to, const dm_object *from)
{
    const struct dm_extras *extras = from->extras;
    for (uint32_t i = 0; extras && i < extras->mark_count; i++) {
        struct dm_mark mark = extras->marks[i];
        if (mark.kind == DM_MARK_CAPACITY)
            continue;
        if (!copy_json(arena, &mark.value, mark.value) ||
            !dm_extras_set_mark(to, arena, mark.offset, (enum dm_mark_kind)mark.kind, mark.value))
            return false;
    }
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        struct dm_unknown unknown = extras->unknown[i];
        if (!dm_extras_is_there(&unknown))
            continue;
        const char *name = dm_arena_copy(arena, unknown.name, unknown.name_length);
        if (!name || !copy_json(arena, &unknown.value, unknown.value) ||
            !dm_extras_set_unknown(to, arena, name, unknown.name_length, unknown.value))
            return false;
    }
    return true;
}

dm_object *dm_copy_object(dm_arena *arena, const dm_object *object, const dm_type *declared,
                          size_t depth)
{
    const dm_type *type = dm_type_of(object, declared);
    if (!type || depth >= DM_MAX_DEPTH)
        return NULL;
    dm_object *copy = dm_new(arena, type);
    if (!copy)
        return NULL;
    copy->failure = object->failure;
    if (!copy_text(arena, (char *)&copy->type_name, (const char *)&object->type_name))
        return NULL;
    for (size_t i = 0; i < type->field_count; i++) {
        const dm_field *field = &type->fields[i];
        const char *from = dm_member_const(object, field);
        if (dm_value_has(field, from) &&
            !dm_copy_value(arena, field, (char *)copy + field->offset, from, depth + 1))
            return NULL;
    }
    return copy_extras(arena, copy, object) ? copy : NULL;
}

dm_object *dm_copy(dm_arena *arena, const dm_type *declared, const dm_object *object)
{
    return arena && object ? dm_copy_object(arena, object, declared, 0) : NULL;
}
