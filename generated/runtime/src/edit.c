#include "internal.h"

dm_object *dm_new(dm_arena *arena, const dm_type *type)
{
    dm_object *object = arena && type ? dm_arena_take(arena, type->size) : NULL;
    if (object)
        dm_init(object, type, arena);
    return object;
}

void dm_init(dm_object *object, const dm_type *type, dm_arena *arena)
{
    if (!object || !type)
        return;
    memset(object, 0, type->size);
    object->type = type;
    object->arena = arena;
}

dm_status dm_edit_fail(dm_object *object, dm_status status)
{
    if (object && object->failure == DM_OK)
        object->failure = status;
    return status;
}

dm_state dm_state_of(const dm_object *object, const void *member)
{
    const dm_field *field = dm_field_at(object, member);
    if (!field)
        return DM_ABSENT;
    if (dm_value_has(field, dm_member_const(object, field)))
        return DM_VALUE;
    if (dm_extras_mark(object, field->offset, DM_MARK_RAW))
        return DM_RAW;
    return dm_extras_mark(object, field->offset, DM_MARK_NULL) ? DM_NULL : DM_ABSENT;
}

dm_json dm_raw_of(const dm_object *object, const void *member)
{
    dm_json none = {NULL, 0};
    const dm_field *field = dm_field_at(object, member);
    if (!field || dm_state_of(object, member) != DM_RAW)
        return none;
    return dm_extras_mark(object, field->offset, DM_MARK_RAW)->value;
}

dm_status dm_set_absent(dm_object *object, void *member)
{
    const dm_field *field = dm_field_at(object, member);
    if (!field)
        return dm_edit_fail(object, DM_ERROR_ARGUMENT);
    dm_value_clear(field, member);
    dm_extras_drop_marks(object, field->offset);
    return DM_OK;
}

dm_status dm_set_null(dm_object *object, void *member)
{
    dm_json none = {NULL, 0};
    dm_status status = dm_set_absent(object, member);
    if (status != DM_OK)
        return status;
    const dm_field *field = dm_field_at(object, member);
    if (!object->arena ||
        !dm_extras_set_mark(object, object->arena, field->offset, DM_MARK_NULL, none))
        return dm_edit_fail(object, DM_ERROR_MEMORY);
    return DM_OK;
}

static bool set_empty_object(dm_object *object, const dm_field *field, void *member)
{
    dm_object *value = dm_new(object->arena, dm_field_detail(field));
    memcpy(member, &value, sizeof value);
    return value != NULL;
}

static void set_zero(const dm_field *field, void *member)
{
    static const dm_json empty_text = {"\"\"", 2};
    static const char *const text = "";
    bool has = true;
    char *has_at = (char *)member + dm_value_has_offset(field);
    switch ((dm_kind)field->kind) {
    case DM_ENUMERATION:
        break;
    case DM_FLAGS:
        memcpy((char *)member + offsetof(dm_flags, text), &text, sizeof text);
        break;
    case DM_STREAM:
    case DM_UNTYPED:
        memcpy(member, &empty_text, sizeof empty_text);
        break;
    case DM_BOOLEAN:
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
    case DM_SINGLE:
    case DM_DOUBLE:
        memcpy(has_at, &has, sizeof has);
        break;
    default:
        memcpy(member, &text, sizeof text);
        break;
    }
}

dm_status dm_set_empty(dm_object *object, void *member)
{
    struct dm_list list;
    const dm_field *field = dm_field_at(object, member);
    memset(&list, 0, sizeof list);
    list.has = true;
    if (!field || (field->kind == DM_ENUMERATION && !(field->flags & DM_COLLECTION)))
        return dm_edit_fail(object, DM_ERROR_ARGUMENT);
    dm_set_absent(object, member);
    if (field->flags & DM_COLLECTION)
        memcpy(member, &list, sizeof list);
    else if (field->kind != DM_OBJECT)
        set_zero(field, member);
    else if (!set_empty_object(object, field, member))
        return dm_edit_fail(object, DM_ERROR_MEMORY);
    return DM_OK;
}

const char *dm_copy_text(dm_object *object, const char *text)
{
    if (!object || !text)
        return NULL;
    char *copy = object->arena ? dm_arena_copy(object->arena, text, strlen(text)) : NULL;
    if (!copy)
        dm_edit_fail(object, DM_ERROR_MEMORY);
    return copy;
}

/* @return an array of the object's own with room for one item more, or NULL. The capacity stands
 * in a mark together with the array that it belongs to. */
static char *room_for_item(dm_object *object, const dm_field *field, const struct dm_list *list)
{
    size_t size = dm_value_element_size(field);
    const struct dm_mark *mark = dm_extras_mark(object, field->offset, DM_MARK_CAPACITY);
    if (mark && mark->value.data == (const char *)list->items && mark->value.size > list->count)
        return (char *)(uintptr_t)list->items;
    size_t capacity = list->count < 4 ? 4 : list->count * 2;
    if (!object->arena || capacity > SIZE_MAX / 2 / size)
        return NULL;
    char *items = dm_arena_take(object->arena, capacity * size);
    dm_json value = {items, capacity};
    if (!items ||
        !dm_extras_set_mark(object, object->arena, field->offset, DM_MARK_CAPACITY, value))
        return NULL;
    if (list->count > 0)
        memcpy(items, list->items, list->count * size);
    return items;
}

dm_status dm_append(dm_object *object, void *member, const void *item)
{
    struct dm_list list;
    const dm_field *field = dm_field_at(object, member);
    if (!field || !(field->flags & DM_COLLECTION))
        return dm_edit_fail(object, DM_ERROR_ARGUMENT);
    bool pointer = field->kind <= DM_BINARY || field->kind == DM_OBJECT;
    if (!item && !pointer)
        return dm_edit_fail(object, DM_ERROR_ARGUMENT);
    size_t size = dm_value_element_size(field);
    memcpy(&list, member, sizeof list);
    char *items = room_for_item(object, field, &list);
    if (!items)
        return dm_edit_fail(object, DM_ERROR_MEMORY);
    dm_extras_drop_marks(object, field->offset);
    memcpy(items + list.count * size, pointer ? (const void *)&item : item, size);
    list.items = items;
    list.count++;
    list.has = true;
    memcpy(member, &list, sizeof list);
    return DM_OK;
}
