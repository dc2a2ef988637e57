#include "internal.h"

static dm_status merge_objects(dm_object *object, const dm_object *patch, const dm_type *type,
                               size_t depth);

static bool same_type(const dm_object *a, const dm_object *b, const dm_type *declared)
{
    const dm_type *type = dm_type_of(a, declared);
    return type && type == dm_type_of(b, declared) &&
           dm_value_same_name(dm_value_type_name(a, type), dm_value_type_name(b, type));
}

static bool copy_mark(dm_object *object, const struct dm_mark *mark)
{
    dm_json value = mark->value;
    if (value.size > 0) {
        value.data = dm_arena_copy(object->arena, value.data, value.size);
        if (!value.data)
            return false;
    }
    return dm_extras_set_mark(object, object->arena, mark->offset, (enum dm_mark_kind)mark->kind,
                              value);
}

static dm_status merge_value(dm_object *object, const dm_object *patch, const dm_field *field,
                             size_t depth)
{
    char *to = (char *)object + field->offset;
    const char *from = dm_member_const(patch, field);
    if (field->kind == DM_OBJECT && !(field->flags & DM_COLLECTION) && dm_value_has(field, to)) {
        dm_object *own;
        memcpy(&own, to, sizeof own);
        if (same_type(own, dm_value_object(from), field->detail))
            return merge_objects(own, dm_value_object(from), field->detail, depth + 1);
    }
    dm_extras_drop_marks(object, field->offset);
    if (!dm_copy_value(object->arena, field, to, from, depth + 1))
        return DM_ERROR_MEMORY;
    const struct dm_mark *original = dm_extras_mark(patch, field->offset, DM_MARK_ORIGINAL);
    return !original || copy_mark(object, original) ? DM_OK : DM_ERROR_MEMORY;
}

static dm_status merge_field(dm_object *object, const dm_object *patch, const dm_field *field,
                             size_t depth)
{
    if (dm_value_has(field, dm_member_const(patch, field)))
        return merge_value(object, patch, field, depth);
    const struct dm_mark *mark = dm_extras_mark(patch, field->offset, DM_MARK_RAW);
    if (!mark)
        mark = dm_extras_mark(patch, field->offset, DM_MARK_NULL);
    if (!mark)
        return DM_OK;
    dm_value_clear(field, (char *)object + field->offset);
    return copy_mark(object, mark) ? DM_OK : DM_ERROR_MEMORY;
}

static dm_status merge_unknown(dm_object *object, const dm_object *patch)
{
    const struct dm_extras *extras = patch->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        const struct dm_unknown *unknown = &extras->unknown[i];
        if (!unknown->name)
            continue;
        dm_json value = {NULL, unknown->value.size};
        const char *name = dm_arena_copy(object->arena, unknown->name, unknown->name_length);
        value.data = dm_arena_copy(object->arena, unknown->value.data, value.size);
        if (!name || !value.data ||
            !dm_extras_set_unknown(object, object->arena, name, unknown->name_length, value))
            return DM_ERROR_MEMORY;
    }
    return DM_OK;
}

static dm_status merge_objects(dm_object *object, const dm_object *patch, const dm_type *type,
                               size_t depth)
{
    dm_status status = DM_OK;
    type = dm_type_of(patch, type);
    if (depth >= DM_MAX_DEPTH)
        return DM_ERROR_DEPTH;
    if (!object->arena)
        return DM_ERROR_ARGUMENT;
    for (size_t i = 0; i < type->field_count && status == DM_OK; i++)
        status = merge_field(object, patch, &type->fields[i], depth);
    if (status == DM_OK && patch->type_name && !object->type_name) {
        object->type_name =
            dm_arena_copy(object->arena, patch->type_name, strlen(patch->type_name));
        status = object->type_name ? DM_OK : DM_ERROR_MEMORY;
    }
    return status == DM_OK ? merge_unknown(object, patch) : status;
}

dm_status dm_merge(dm_object *object, const dm_object *patch)
{
    if (!object || !object->type ||
        (patch && patch->type && !dm_type_is(object->type, patch->type)))
        return dm_edit_fail(object, DM_ERROR_ARGUMENT);
    if (!patch || patch == object)
        return DM_OK;
    dm_status status = merge_objects(object, patch, object->type, 0);
    return status == DM_OK ? DM_OK : dm_edit_fail(object, status);
}
