#include "internal.h"

static dm_status merge_objects(dm_object *object, const dm_object *patch, const dm_type *type,
                               size_t depth);

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

/* ---- Objects that become another type ---- */

static bool move_marks(dm_object *to, const dm_object *from, uint32_t offset)
{
    for (int kind = DM_MARK_NULL; kind <= DM_MARK_ORIGINAL; kind++) {
        const struct dm_mark *mark = dm_extras_mark(from, offset, (enum dm_mark_kind)kind);
        if (mark &&
            !dm_extras_set_mark(to, to->arena, offset, (enum dm_mark_kind)kind, mark->value))
            return false;
    }
    return true;
}

/* Sets a member by the name that it has in JSON, property or not. */
static dm_status set_member(dm_object *to, const char *name, size_t length, dm_json value)
{
    const dm_field *field = dm_read_find(to->type, name, length, 0);
    if (field)
        return dm_set(to, dm_field_name(field), value);
    const char *own = dm_arena_copy(to->arena, name, length);
    value.data = dm_arena_copy(to->arena, value.data, value.size);
    return own && value.data && dm_extras_set_unknown(to, to->arena, own, length, value)
               ? DM_OK
               : DM_ERROR_MEMORY;
}

/* What both types share stays as it is; the rest goes over by its name in JSON. */
static dm_status retype(const dm_object *from, const dm_type *type, dm_object **result)
{
    dm_status status = DM_OK;
    const dm_type *base = from->type;
    dm_object *to = dm_new(from->arena, type);
    while (base && !dm_type_is(type, base))
        base = base->base;
    if (!to)
        return DM_ERROR_MEMORY;
    to->failure = from->failure;
    for (size_t i = 0; i < from->type->field_count && status == DM_OK; i++) {
        const dm_field *field = &from->type->fields[i];
        dm_json value;
        if (base && i < base->field_count) {
            memcpy((char *)to + field->offset, dm_member_const(from, field), dm_value_size(field));
            status = move_marks(to, from, field->offset) ? DM_OK : DM_ERROR_MEMORY;
        } else if (dm_state_of(from, dm_member_const(from, field)) != DM_ABSENT) {
            status = dm_get(to->arena, from, dm_field_name(field), &value);
            if (status == DM_OK)
                status = set_member(to, dm_field_name(field), field->name_length, value);
        }
    }
    const struct dm_extras *extras = from->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count && status == DM_OK; i++) {
        const struct dm_unknown *unknown = &extras->unknown[i];
        if (dm_extras_is_there(unknown))
            status = set_member(to, unknown->name, unknown->name_length, unknown->value);
    }
    *result = to;
    return status;
}

/* @return the type that an object has once a patch is merged into it: its own, unless the patch
 * names or is another. */
static const dm_type *merged_type(const dm_object *own, const dm_object *patch,
                                  const dm_type *declared)
{
    const dm_type *type = dm_type_of(patch, declared);
    bool says = patch->type_name || type != declared;
    bool same =
        dm_value_same_name(dm_value_type_name(own, declared), dm_value_type_name(patch, declared));
    return dm_type_is(own->type, type) && (!says || same) ? own->type : type;
}

/* ---- Members ---- */

static dm_status merge_object(dm_object *object, const dm_object *patch, const dm_field *field,
                              size_t depth)
{
    char *member = (char *)object + field->offset;
    dm_object *own;
    memcpy(&own, member, sizeof own);
    if (!own->type || !own->arena) {
        own = dm_copy_object(object->arena, own, dm_field_detail(field), depth + 1);
        if (!own)
            return DM_ERROR_MEMORY;
    }
    const dm_type *type = merged_type(own, patch, dm_field_detail(field));
    dm_status status = type == own->type ? DM_OK : retype(own, type, &own);
    if (status != DM_OK)
        return status;
    memcpy(member, &own, sizeof own);
    return merge_objects(own, patch, dm_type_of(patch, dm_field_detail(field)), depth + 1);
}

static dm_status merge_json(dm_object *object, const char *patch, char *member)
{
    dm_json own;
    dm_json change;
    memcpy(&own, member, sizeof own);
    memcpy(&change, patch, sizeof change);
    dm_status status = dm_json_patch_merge(object->arena, own, change, &own);
    if (status == DM_OK)
        memcpy(member, &own, sizeof own);
    return status;
}

static dm_status merge_value(dm_object *object, const dm_object *patch, const dm_field *field,
                             size_t depth)
{
    char *to = (char *)object + field->offset;
    const char *from = dm_member_const(patch, field);
    bool pair = !(field->flags & DM_COLLECTION) && dm_value_has(field, to);
    if (pair && field->kind == DM_OBJECT)
        return merge_object(object, dm_value_object(from), field, depth);
    if (pair && (field->kind == DM_UNTYPED || field->kind == DM_STREAM))
        return merge_json(object, from, to);
    dm_extras_drop_marks(object, field->offset);
    if (!dm_copy_value(object->arena, field, to, from, depth + 1))
        return DM_ERROR_MEMORY;
    const struct dm_mark *original = dm_extras_mark(patch, field->offset, DM_MARK_ORIGINAL);
    return !original || copy_mark(object, original) ? DM_OK : DM_ERROR_MEMORY;
}

static dm_status merge_field(dm_object *object, const dm_object *patch, const dm_field *field,
                             size_t depth)
{
    char *to = (char *)object + field->offset;
    if (dm_value_has(field, dm_member_const(patch, field)))
        return merge_value(object, patch, field, depth);
    const struct dm_mark *mark = dm_extras_mark(patch, field->offset, DM_MARK_RAW);
    if (!mark)
        mark = dm_extras_mark(patch, field->offset, DM_MARK_NULL);
    if (!mark)
        return DM_OK;
    struct dm_mark *own = dm_extras_mark(object, field->offset, DM_MARK_RAW);
    if (own && mark->kind == DM_MARK_RAW && !dm_value_has(field, to))
        return dm_json_patch_merge(object->arena, own->value, mark->value, &own->value);
    dm_value_clear(field, to);
    return copy_mark(object, mark) ? DM_OK : DM_ERROR_MEMORY;
}

/* A member that is unknown to the patch's type may be a property of the object's. */
static dm_status merge_unknown(dm_object *object, const struct dm_unknown *change)
{
    const dm_field *field = dm_read_find(object->type, change->name, change->name_length, 0);
    const struct dm_unknown *unknown =
        field ? NULL : dm_extras_unknown(object, change->name, change->name_length);
    dm_json own = unknown ? unknown->value : (dm_json){NULL, 0};
    dm_json value = change->value;
    dm_status status = DM_OK;
    if (dm_extras_is_type_name(change))
        object->type_name = NULL;
    if (field && dm_state_of(object, dm_member_const(object, field)) != DM_ABSENT)
        status = dm_get(object->arena, object, dm_field_name(field), &own);
    if (status == DM_OK && own.size > 0)
        status = dm_json_patch_merge(object->arena, own, value, &value);
    return status == DM_OK ? set_member(object, change->name, change->name_length, value) : status;
}

static dm_status merge_type_name(dm_object *object, const dm_object *patch, const dm_type *type)
{
    struct dm_unknown *same = dm_extras_unknown(object, "@odata.type", 11);
    if (same && patch->type_name)
        dm_extras_remove(same);
    if (!patch->type_name || type != object->type ||
        (object->type_name &&
         dm_value_same_name(dm_value_type_name(object, type), dm_value_type_name(patch, type))))
        return DM_OK;
    object->type_name = dm_arena_copy(object->arena, patch->type_name, strlen(patch->type_name));
    return object->type_name ? DM_OK : DM_ERROR_MEMORY;
}

static dm_status merge_objects(dm_object *object, const dm_object *patch, const dm_type *type,
                               size_t depth)
{
    if (depth >= DM_MAX_DEPTH)
        return DM_ERROR_DEPTH;
    if (!object->arena)
        return DM_ERROR_ARGUMENT;
    dm_status status = merge_type_name(object, patch, type);
    for (size_t i = 0; i < type->field_count && status == DM_OK; i++)
        status = merge_field(object, patch, &type->fields[i], depth);
    const struct dm_extras *extras = patch->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count && status == DM_OK; i++) {
        if (dm_extras_is_there(&extras->unknown[i]))
            status = merge_unknown(object, &extras->unknown[i]);
    }
    return status;
}

dm_status dm_merge(dm_object *object, const dm_object *patch)
{
    if (!object || !object->type ||
        (patch && patch->type && !dm_type_is(object->type, patch->type)))
        return dm_edit_fail(object, DM_ERROR_ARGUMENT);
    if (!patch || patch == object)
        return DM_OK;
    dm_status status = merge_objects(object, patch, dm_type_of(patch, object->type), 0);
    return status == DM_OK ? DM_OK : dm_edit_fail(object, status);
}
