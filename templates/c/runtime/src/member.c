#include "writer.h"

dm_json dm_unknown(const dm_object *object, const char *name)
{
    dm_json none = {NULL, 0};
    const struct dm_unknown *unknown =
        object && name ? dm_extras_unknown(object, name, strlen(name)) : NULL;
    return unknown ? unknown->value : none;
}

bool dm_unknown_next(const dm_object *object, dm_unknown_iterator *iterator)
{
    const struct dm_extras *extras = object ? object->extras : NULL;
    while (extras && iterator->next < extras->unknown_count) {
        const struct dm_unknown *unknown = &extras->unknown[iterator->next++];
        if (!dm_extras_is_there(unknown))
            continue;
        iterator->name = unknown->name;
        iterator->value = unknown->value;
        return true;
    }
    return false;
}

static dm_status set_unknown(dm_object *object, const char *name, dm_json value)
{
    size_t length = strlen(name);
    const char *own_name = dm_arena_copy(object->arena, name, length);
    if (!own_name || !dm_extras_set_unknown(object, object->arena, own_name, length, value))
        return DM_ERROR_MEMORY;
    return DM_OK;
}

static dm_status set_field(dm_object *object, const dm_field *field, dm_json value)
{
    struct dm_reader reader;
    dm_parse_options options = dm_parse_defaults;
    options.allow_nul = true;
    dm_reader_init(&reader, object->arena, value.data, value.size, &options, NULL);
    dm_read_member(&reader, value.data, object, field);
    return reader.status;
}

dm_status dm_set(dm_object *object, const char *name, dm_json value)
{
    if (!object || !object->type || !name || dm_json_kind_of(value) == DM_JSON_NONE)
        return dm_edit_fail(object, DM_ERROR_ARGUMENT);
    const char *copy = object->arena ? dm_arena_copy(object->arena, value.data, value.size) : NULL;
    if (!copy)
        return dm_edit_fail(object, DM_ERROR_MEMORY);
    value.data = copy;
    const dm_field *field = dm_field_find(object->type, name);
    dm_status status = field ? set_field(object, field, value) : set_unknown(object, name, value);
    return status == DM_OK ? DM_OK : dm_edit_fail(object, status);
}

static dm_status get_field(dm_arena *arena, const dm_object *object, const dm_field *field,
                           dm_json *value)
{
    struct dm_out out;
    const void *member = dm_member_const(object, field);
    const struct dm_mark *original = dm_extras_mark(object, field->offset, DM_MARK_ORIGINAL);
    dm_state state = dm_state_of(object, member);
    if (state == DM_ABSENT)
        return DM_ERROR_UNKNOWN;
    dm_out_begin(&out, arena, NULL);
    if (state == DM_NULL)
        dm_out_put(&out, "null", 4);
    else if (state == DM_RAW)
        dm_out_json(&out, dm_raw_of(object, member));
    else if (original && dm_value_matches(field, member, original->value))
        dm_out_json(&out, original->value);
    else
        dm_write_value(&out, field, member);
    return dm_out_finish(&out, &value->data, &value->size, NULL);
}

dm_status dm_get(dm_arena *arena, const dm_object *object, const char *name, dm_json *value)
{
    if (!arena || !object || !name || !value)
        return DM_ERROR_ARGUMENT;
    value->data = NULL;
    value->size = 0;
    const dm_field *field = dm_field_find(object->type, name);
    if (field)
        return get_field(arena, object, field, value);
    *value = dm_unknown(object, name);
    return value->size > 0 ? DM_OK : DM_ERROR_UNKNOWN;
}

bool dm_remove(dm_object *object, const char *name)
{
    if (!object || !name)
        return false;
    const dm_field *field = dm_field_find(object->type, name);
    if (field) {
        void *member = dm_member(object, field);
        bool there = dm_state_of(object, member) != DM_ABSENT;
        dm_set_absent(object, member);
        return there;
    }
    struct dm_unknown *unknown = dm_extras_unknown(object, name, strlen(name));
    if (unknown)
        dm_extras_remove(unknown);
    return unknown != NULL;
}

dm_status dm_convert(dm_arena *arena, const dm_object *object, const dm_type *type,
                     const dm_parse_options *options, dm_object **converted, dm_error *error)
{
    const char *text;
    size_t size;
    dm_parse_options own = options ? *options : dm_parse_defaults;
    if (!arena || !type || !converted)
        return dm_error_set(error, DM_ERROR_ARGUMENT,
                            "no arena, no type or no place for the object");
    *converted = NULL;
    if (!object)
        return DM_OK;
    dm_status status = dm_write(arena, object, NULL, &text, &size, error);
    if (status != DM_OK)
        return status;
    own.allow_nul = true;
    /* The text is the arena's own. */
    return dm_parse_in_place(arena, type, (char *)(uintptr_t)text, size, &own, converted, error);
}
