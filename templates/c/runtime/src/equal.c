#include "internal.h"

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_enumeration(const char *a, const char *b)
{
    dm_enum_field x;
    dm_enum_field y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x.value == y.value && (x.value >= 0 || same_text(x.text, y.text));
}

static bool same_flags(const dm_enum *enumeration, const char *a, const char *b)
{
    dm_flags x;
    dm_flags y;
    bool x_known;
    bool y_known;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    if (x.bits != y.bits)
        return false;
    if (x.bits == 0 && !x.text != !y.text)
        return false;
    dm_flags_read(enumeration, x.text, &x_known);
    dm_flags_read(enumeration, y.text, &y_known);
    return same_text(x.text, y.text) || (x_known && y_known);
}

static bool same_floating(const dm_field *field, const char *a, const char *b)
{
    double x;
    double y;
    if (field->kind == DM_SINGLE) {
        float narrow;
        memcpy(&narrow, a, sizeof narrow);
        x = (double)narrow;
        memcpy(&narrow, b, sizeof narrow);
        y = (double)narrow;
    } else {
        memcpy(&x, a, sizeof x);
        memcpy(&y, b, sizeof y);
    }
    return x < y || x > y ? false : (x >= y) || (!(x >= x) && !(y >= y));
}

static bool same_item(const dm_field *field, const char *a, const char *b, enum dm_equal_mode mode,
                      size_t depth)
{
    switch ((dm_kind)field->kind) {
    case DM_ENUMERATION:
        return same_enumeration(a, b);
    case DM_FLAGS:
        return same_flags(dm_field_detail(field), a, b);
    case DM_OBJECT:
        return dm_equal_objects(dm_value_object(a), dm_value_object(b), dm_field_detail(field),
                                mode, depth);
    case DM_STREAM:
    case DM_UNTYPED: {
        dm_json x;
        dm_json y;
        memcpy(&x, a, sizeof x);
        memcpy(&y, b, sizeof y);
        return dm_json_patch_equal(x, y, mode);
    }
    case DM_SINGLE:
    case DM_DOUBLE:
        return same_floating(field, a, b);
    case DM_BOOLEAN:
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
        return memcmp(a, b, dm_value_element_size(field)) == 0;
    default:
        return same_text(dm_value_text(a), dm_value_text(b));
    }
}

static bool same_values(const dm_field *field, const char *a, const char *b,
                        enum dm_equal_mode mode, size_t depth)
{
    struct dm_list x;
    struct dm_list y;
    size_t size = dm_value_element_size(field);
    if (!(field->flags & DM_COLLECTION))
        return same_item(field, a, b, mode, depth);
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    if (x.count != y.count)
        return false;
    for (size_t i = 0; i < x.count; i++) {
        /* What is in a collection is replaced with it, nulls and all. */
        if (!same_item(field, (const char *)x.items + i * size, (const char *)y.items + i * size,
                       DM_EQUAL_STRICT, depth))
            return false;
    }
    return true;
}

bool dm_equal_member(const dm_object *a, const dm_object *b, const dm_field *field,
                     enum dm_equal_mode mode, size_t depth)
{
    dm_json none = {NULL, 0};
    const char *x = dm_member_const(a, field);
    const char *y = dm_member_const(b, field);
    bool has = dm_value_has(field, x);
    if (has != dm_value_has(field, y))
        return false;
    if (has)
        return same_values(field, x, y, mode, depth);
    const struct dm_mark *raw_x = dm_extras_mark(a, field->offset, DM_MARK_RAW);
    const struct dm_mark *raw_y = dm_extras_mark(b, field->offset, DM_MARK_RAW);
    if (raw_x || raw_y)
        return dm_json_patch_equal(raw_x ? raw_x->value : none, raw_y ? raw_y->value : none, mode);
    bool null_x = dm_extras_mark(a, field->offset, DM_MARK_NULL) != NULL;
    bool null_y = dm_extras_mark(b, field->offset, DM_MARK_NULL) != NULL;
    return null_x == null_y || mode == DM_EQUAL_LOOSE || (mode == DM_EQUAL_PATCH && null_x);
}

static bool unknown_within(const dm_object *a, const dm_object *b, bool loose, bool compare,
                           enum dm_equal_mode mode)
{
    const struct dm_extras *extras = a->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        const struct dm_unknown *x = &extras->unknown[i];
        if (!dm_extras_is_there(x))
            continue;
        const struct dm_unknown *y = dm_extras_unknown(b, x->name, x->name_length);
        if (!y && loose && dm_json_kind_of(x->value) == DM_JSON_NULL)
            continue;
        if (!y || (compare && !dm_json_patch_equal(x->value, y->value, mode)))
            return false;
    }
    return true;
}

bool dm_equal_unknown(const dm_object *a, const dm_object *b, enum dm_equal_mode mode)
{
    return unknown_within(a, b, mode != DM_EQUAL_STRICT, true, mode) &&
           unknown_within(b, a, mode == DM_EQUAL_LOOSE, false, mode);
}

bool dm_equal_objects(const dm_object *a, const dm_object *b, const dm_type *declared,
                      enum dm_equal_mode mode, size_t depth)
{
    if (!a || !b)
        return a == b;
    const dm_type *type = dm_type_of(a, declared);
    if (a == b)
        return true;
    if (depth >= DM_MAX_DEPTH || !type || type != dm_type_of(b, declared))
        return false;
    if (!dm_value_same_name(dm_value_type_name(a, type), dm_value_type_name(b, type)))
        return false;
    for (size_t i = 0; i < type->field_count; i++) {
        if (!dm_equal_member(a, b, &type->fields[i], mode, depth + 1))
            return false;
    }
    return dm_equal_unknown(a, b, mode);
}

bool dm_equal(const dm_object *a, const dm_object *b)
{
    return dm_equal_objects(a, b, NULL, DM_EQUAL_STRICT, 0);
}

bool dm_equivalent(const dm_object *a, const dm_object *b)
{
    return dm_equal_objects(a, b, NULL, DM_EQUAL_LOOSE, 0);
}
