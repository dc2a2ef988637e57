#include "internal.h"

static const uint16_t no_order[] = {0};

const dm_type dm_any_descriptor = {
    "Edm.ComplexType", NULL, NULL, no_order, NULL, sizeof(dm_object), 0, 0, DM_OPEN,
};

bool dm_type_is(const dm_type *type, const dm_type *base)
{
    while (type && type != base)
        type = type->base;
    return type && base;
}

const dm_type *dm_type_find(dm_types types, const char *name)
{
    if (!name)
        return NULL;
    name += *name == '#';
    for (size_t i = 0; i < types.count; i++) {
        if (dm_value_same_name(types.items[i]->name, name))
            return types.items[i];
    }
    return NULL;
}

const dm_type *dm_subtype_next(dm_types types, const dm_type *base, size_t *position)
{
    while (*position < types.count) {
        const dm_type *type = types.items[(*position)++];
        if (type != base && dm_type_is(type, base))
            return type;
    }
    return NULL;
}

const dm_field *dm_field_find(const dm_type *type, const char *name)
{
    return type && name ? dm_read_find(type, name, strlen(name), type->field_count) : NULL;
}

const dm_field *dm_field_at(const dm_object *object, const void *member)
{
    if (!object || !object->type || !member)
        return NULL;
    uintptr_t offset = (uintptr_t)member - (uintptr_t)object;
    for (size_t i = 0; i < object->type->field_count; i++) {
        if (object->type->fields[i].offset == offset)
            return &object->type->fields[i];
    }
    return NULL;
}

void *dm_member(dm_object *object, const dm_field *field)
{
    return (char *)object + field->offset;
}

dm_object *dm_cast(const dm_object *object, const dm_type *type)
{
    return object && dm_type_is(object->type, type) ? (dm_object *)(uintptr_t)object : NULL;
}

static const char *next_text(const char *text)
{
    return text + strlen(text) + 1;
}

uint32_t dm_enum_value(const dm_enum *enumeration, size_t index)
{
    return enumeration->members ? enumeration->members[index].value : (uint32_t)index + 1;
}

int dm_enum_of_text(const dm_enum *enumeration, const char *text)
{
    const char *name = enumeration->texts;
    if (!text)
        return 0;
    for (size_t i = 0; i < enumeration->member_count; i++, name = next_text(name)) {
        if (strcmp(name, text) == 0)
            return (int)dm_enum_value(enumeration, i);
    }
    name = enumeration->texts;
    for (size_t i = 0; i < enumeration->member_count; i++, name = next_text(name)) {
        if (dm_value_same_name(name, text))
            return (int)dm_enum_value(enumeration, i);
    }
    return -1;
}

const char *dm_enum_to_text(const dm_enum *enumeration, int value)
{
    const char *name = enumeration->texts;
    for (size_t i = 0; value > 0 && i < enumeration->member_count; i++, name = next_text(name)) {
        if (dm_enum_value(enumeration, i) == (uint32_t)value)
            return name;
    }
    return NULL;
}

static bool is_listed(const char *name, const char *text, size_t length, bool fold)
{
    for (size_t i = 0; i < length; i++) {
        char a = name[i];
        char b = text[i];
        if (fold && a >= 'A' && a <= 'Z')
            a = (char)(a - 'A' + 'a');
        if (fold && b >= 'A' && b <= 'Z')
            b = (char)(b - 'A' + 'a');
        if (a != b)
            return false;
    }
    return name[length] == '\0';
}

size_t dm_enum_index(const dm_enum *enumeration, const char *text, size_t length)
{
    for (int fold = 0; fold < 2; fold++) {
        const char *name = enumeration->texts;
        for (size_t i = 0; i < enumeration->member_count; i++, name = next_text(name)) {
            if (is_listed(name, text, length, fold > 0))
                return i;
        }
    }
    return enumeration->member_count;
}

uint32_t dm_flags_read(const dm_enum *enumeration, const char *text, bool *all_known)
{
    uint32_t bits = 0;
    *all_known = true;
    while (text && *text) {
        text += strspn(text, " ,");
        size_t length = strcspn(text, ",");
        size_t trimmed = length;
        while (trimmed > 0 && text[trimmed - 1] == ' ')
            trimmed--;
        size_t index = dm_enum_index(enumeration, text, trimmed);
        if (index < enumeration->member_count)
            bits |= dm_enum_value(enumeration, index);
        else if (trimmed > 0)
            *all_known = false;
        text += length;
    }
    return bits;
}

uint32_t dm_flags_of_text(const dm_enum *enumeration, const char *text)
{
    bool all_known;
    return dm_flags_read(enumeration, text, &all_known);
}
