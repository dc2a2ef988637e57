#include "writer.h"

#include <float.h>

DM_INLINE void put_literal(struct dm_out *out, const char *text)
{
    dm_out_put(out, text, strlen(text));
}

/* ---- Numbers ---- */

static int64_t load_integer(dm_kind kind, const char *value)
{
    int16_t i16;
    int32_t i32;
    int64_t i64;
    switch (kind) {
    case DM_BYTE:
        return (uint8_t)*value;
    case DM_SBYTE:
        return (int8_t)*value;
    case DM_INT16:
        memcpy(&i16, value, sizeof i16);
        return i16;
    case DM_INT32:
        memcpy(&i32, value, sizeof i32);
        return i32;
    default:
        memcpy(&i64, value, sizeof i64);
        return i64;
    }
}

/* @return the length of a Single's or Double's text. */
static size_t write_floating(dm_kind kind, const char *value, char *text)
{
    float single = 0;
    double v;
    if (kind == DM_SINGLE) {
        memcpy(&single, value, sizeof single);
        v = (double)single;
    } else {
        memcpy(&v, value, sizeof v);
    }
    if (!(v >= -DBL_MAX && v <= DBL_MAX)) {
        const char *special = v > DBL_MAX ? "\"INF\"" : v < -DBL_MAX ? "\"-INF\"" : "\"NaN\"";
        memcpy(text, special, strlen(special));
        return strlen(special);
    }
    return kind == DM_SINGLE ? dm_number_write_single(single, text)
                             : dm_number_write_double(v, text);
}

static void put_number(struct dm_out *out, dm_kind kind, const char *value)
{
    char text[DM_NUMBER_SIZE];
    if (kind >= DM_SINGLE)
        dm_out_put(out, text, write_floating(kind, value, text));
    else
        dm_out_put(out, text, dm_number_write_integer(load_integer(kind, value), text));
}

static void put_boolean(struct dm_out *out, const char *value)
{
    bool v;
    memcpy(&v, value, sizeof v);
    put_literal(out, v ? "true" : "false");
}

/* ---- Enumerations ---- */

/* The text as it came, while it still means the value; else the member's name. */
static void put_enumeration(struct dm_out *out, const dm_enum *enumeration, const char *member)
{
    dm_enum_field field;
    memcpy(&field, member, sizeof field);
    const char *text = field.text;
    if (!text || dm_enum_of_text(enumeration, text) != field.value)
        text = dm_enum_to_text(enumeration, field.value);
    if (text)
        dm_out_string(out, text, strlen(text));
    else if (field.value == 0)
        put_literal(out, "null");
    else
        dm_out_fail(out, DM_ERROR_VALUE, "an enumeration's value that has no text");
}

static void put_flags(struct dm_out *out, const dm_enum *enumeration, const char *member)
{
    dm_flags flags;
    uint32_t left;
    bool first = true;
    memcpy(&flags, member, sizeof flags);
    if (!flags.text && flags.bits == 0) {
        put_literal(out, "null");
        return;
    }
    if (flags.text && dm_flags_of_text(enumeration, flags.text) == flags.bits) {
        dm_out_string(out, flags.text, strlen(flags.text));
        return;
    }
    left = flags.bits;
    dm_out_put(out, "\"", 1);
    const char *name = enumeration->texts;
    for (size_t i = 0; i < enumeration->member_count; i++, name += strlen(name) + 1) {
        uint32_t bits = dm_enum_value(enumeration, i);
        if ((bits & flags.bits) != bits || (bits & left) == 0)
            continue;
        left &= ~bits;
        dm_out_put(out, ",", first ? 0 : 1);
        put_literal(out, name);
        first = false;
    }
    dm_out_put(out, "\"", 1);
    if (left != 0)
        dm_out_fail(out, DM_ERROR_VALUE, "bits that no member of the flags enumeration has");
}

/* ---- Values ---- */

/* Puts a property's name behind its lead where there is room, with DM_OUT_SLACK. A table has at
 * least so many bytes behind its names, too. @return behind the name. */
DM_INLINE char *put_name_at(struct dm_out *out, char *p, const dm_field *field)
{
    const char *name = dm_field_name(field);
    size_t length = field->name_length;
    p[0] = out->lead;
    p[1] = '"';
    p += 2;
    memcpy(p, name, DM_OUT_SLACK);
    for (size_t i = DM_OUT_SLACK; DM_UNLIKELY(i < length); i += DM_OUT_SLACK)
        memcpy(p + i, name + i, DM_OUT_SLACK);
    return p + length;
}

static void put_text(struct dm_out *out, dm_kind kind, const char *text)
{
    size_t length = text ? strlen(text) : 0;
    if (!text)
        put_literal(out, "null");
    else if (kind == DM_DECIMAL && dm_number_is(text, length))
        dm_out_put(out, text, length);
    else
        dm_out_string(out, text, length);
}

static void put_json(struct dm_out *out, const char *member)
{
    dm_json json;
    memcpy(&json, member, sizeof json);
    if (json.size > 0)
        dm_out_json(out, json);
    else
        put_literal(out, "null");
}

static void put_item(struct dm_out *out, const dm_field *field, const char *item)
{
    switch ((dm_kind)field->kind) {
    case DM_BOOLEAN:
        put_boolean(out, item);
        break;
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
    case DM_SINGLE:
    case DM_DOUBLE:
        put_number(out, (dm_kind)field->kind, item);
        break;
    case DM_ENUMERATION:
        put_enumeration(out, dm_field_detail(field), item);
        break;
    case DM_FLAGS:
        put_flags(out, dm_field_detail(field), item);
        break;
    case DM_OBJECT:
        dm_write_object(out, dm_value_object(item), dm_field_detail(field));
        break;
    case DM_STREAM:
    case DM_UNTYPED:
        put_json(out, item);
        break;
    default:
        put_text(out, (dm_kind)field->kind, dm_value_text(item));
        break;
    }
}

/* What is by far the most common, a text without escapes in compact form, in one go.
 * @param field its property; NULL: an element of a collection.
 * @return whether it was one; if not, nothing is written. */
DM_INLINE bool put_plain_text(struct dm_out *out, const dm_field *field, const char *text)
{
    size_t length = strlen(text);
    size_t room = (size_t)(out->stop - out->next);
    char *p = out->next;
    if (DM_UNLIKELY(room < (field ? field->name_length : 0u) + length + 6 + DM_OUT_SLACK))
        return false;
    if (field) {
        p = put_name_at(out, p, field);
        memcpy(p, "\":\"", 4);
        p += 3;
    } else {
        p[0] = out->lead;
        p[1] = '"';
        p += 2;
    }
    if (DM_UNLIKELY(!dm_out_copy_plain(p, text, length)))
        return false;
    p[length] = '"';
    out->next = p + length + 1;
    out->lead = ',';
    return true;
}

/* Puts the first texts, as long as they are plain. @return how many. */
static size_t put_plain_items(struct dm_out *out, const struct dm_list *list)
{
    const char *const *texts = list->items;
    size_t i = 0;
    while (i < list->count && texts[i] && put_plain_text(out, NULL, texts[i]))
        i++;
    return i;
}

static void put_items(struct dm_out *out, const dm_field *field, const struct dm_list *list)
{
    size_t i = 0;
    if (dm_value_is_string(field) && !out->options->pretty)
        i = put_plain_items(out, list);
    if (i == list->count)
        return;
    size_t size = dm_value_element_size(field);
    for (; i < list->count; i++) {
        dm_out_begin_item(out);
        put_item(out, field, (const char *)list->items + i * size);
        if (DM_UNLIKELY(out->status != DM_OK)) {
            dm_out_within(out, NULL, i);
            return;
        }
    }
}

static void put_objects(struct dm_out *out, const struct dm_list *list, const dm_type *declared)
{
    const dm_object *const *objects = list->items;
    bool outermost = out->items == 0;
    if (outermost)
        out->items = list->count;
    for (size_t i = 0; i < list->count; i++) {
        if (outermost)
            out->done = i;
        dm_out_begin_item(out);
        dm_write_object(out, objects[i], declared);
        if (DM_UNLIKELY(out->status != DM_OK)) {
            dm_out_within(out, NULL, i);
            return;
        }
    }
    if (outermost)
        out->items = 0;
}

static void put_collection(struct dm_out *out, const dm_field *field, const char *member)
{
    struct dm_list list;
    memcpy(&list, member, sizeof list);
    if (list.count == 0) {
        dm_out_put(out, "[]", 2);
        return;
    }
    if (!dm_out_may_open(out))
        return;
    dm_out_open(out, '[');
    if (field->kind == DM_OBJECT)
        put_objects(out, &list, dm_field_detail(field));
    else
        put_items(out, field, &list);
    dm_out_close(out, ']');
}

void dm_write_value(struct dm_out *out, const dm_field *field, const char *member)
{
    if (field->flags & DM_COLLECTION)
        put_collection(out, field, member);
    else
        put_item(out, field, member);
}

/* ---- Objects ---- */

void dm_write_name(struct dm_out *out, const char *name, size_t length)
{
    dm_out_begin_item(out);
    dm_out_string(out, name, length);
    dm_out_colon(out);
}

/* Begins a property's member. */
static void put_name(struct dm_out *out, const dm_field *field)
{
    char *p = out->spell ? NULL : dm_out_room(out, field->name_length + 4u + DM_OUT_SLACK);
    if (DM_UNLIKELY(!p)) {
        dm_write_name(out, dm_field_name(field), field->name_length);
        return;
    }
    p = put_name_at(out, p, field);
    memcpy(p, "\":", 2);
    out->next = p + 2;
    out->lead = ',';
}

void dm_write_type_member(struct dm_out *out, const dm_object *object, const dm_type *type)
{
    dm_write_name(out, "@odata.type", 11);
    if (object->type_name) {
        dm_out_string(out, object->type_name, strlen(object->type_name));
    } else if (type == &dm_any_descriptor) {
        put_literal(out, "null");
    } else {
        put_literal(out, "\"#");
        put_literal(out, type->name);
        put_literal(out, "\"");
    }
    if (out->status != DM_OK)
        dm_out_within(out, "@odata.type", 11);
}

void dm_write_type_name(struct dm_out *out, const dm_object *object, const dm_type *declared)
{
    dm_type_names names = out->options->type_names;
    const dm_type *type = dm_type_of(object, declared);
    if (names == DM_TYPE_NAMES_NEVER)
        return;
    if (!object->type_name &&
        ((names == DM_TYPE_NAMES_NEEDED && type == declared) || type == &dm_any_descriptor ||
         dm_extras_unknown(object, "@odata.type", 11)))
        return;
    dm_write_type_member(out, object, type);
}

/* A null in compact form, in one go. @return whether there was room. */
DM_INLINE bool put_plain_null(struct dm_out *out, const dm_field *field)
{
    char *p = out->next;
    if (DM_UNLIKELY((size_t)(out->stop - p) < field->name_length + 8u + DM_OUT_SLACK))
        return false;
    p = put_name_at(out, p, field);
    memcpy(p, "\":null", 6);
    out->next = p + 6;
    out->lead = ',';
    return true;
}

/* A property without a value: an explicit null, or what did not fit. */
static void put_instead(struct dm_out *out, const dm_object *object, const dm_field *field)
{
    const struct dm_mark *mark = dm_extras_instead(object, field->offset);
    if (!mark)
        return;
    if (mark->kind == DM_MARK_NULL && !out->spell && put_plain_null(out, field))
        return;
    put_name(out, field);
    if (mark->kind == DM_MARK_RAW)
        dm_out_json(out, mark->value);
    else
        dm_out_put(out, "null", 4);
}

static void put_value(struct dm_out *out, const dm_object *object, const dm_field *field)
{
    const char *member = dm_member_const(object, field);
    const struct dm_mark *original = NULL;
    put_name(out, field);
    if (object->extras && object->extras->originals)
        original = dm_extras_mark(object, field->offset, DM_MARK_ORIGINAL);
    if (DM_UNLIKELY(original != NULL) && dm_value_matches(field, member, original->value))
        dm_out_json(out, original->value);
    else if (field->flags & DM_COLLECTION)
        put_collection(out, field, member);
    else
        put_item(out, field, member);
}

static void put_unknown(struct dm_out *out, const struct dm_extras *extras)
{
    for (uint32_t i = 0; i < extras->unknown_count; i++) {
        const struct dm_unknown *unknown = &extras->unknown[i];
        if (!dm_extras_is_there(unknown))
            continue;
        dm_write_name(out, unknown->name, unknown->name_length);
        dm_out_json(out, unknown->value);
        if (out->status != DM_OK) {
            dm_out_within(out, unknown->name, unknown->name_length);
            return;
        }
    }
}

/* dm_value_has, quicker for what is common. */
DM_INLINE bool has_value(const dm_field *field, const char *member)
{
    struct dm_list list;
    if (field->flags & DM_COLLECTION) {
        memcpy(&list, member, sizeof list);
        return list.has;
    }
    if (field->kind <= DM_BINARY || field->kind == DM_OBJECT)
        return dm_value_text(member) != NULL;
    return dm_value_has(field, member);
}

static void put_members(struct dm_out *out, const dm_object *object, const dm_type *type)
{
    const struct dm_extras *extras = object->extras;
    const dm_field *field = type->fields; /* NULL without fields */
    uint64_t marks = extras ? extras->mark_bits : 0;
    unsigned omitted = out->options->omit_read_only ? DM_READ_ONLY : 0;
    unsigned plain = out->spell || (extras && extras->originals) ? 0 : DM_ONE_STRING;
    for (size_t left = type->field_count; left > 0; left--, field++) {
        const char *member = dm_member_const(object, field);
        unsigned facts = field->flags & (plain | omitted);
        bool has;
        if (DM_LIKELY(facts == DM_ONE_STRING)) {
            const char *text = dm_value_text(member);
            has = text != NULL;
            if (DM_LIKELY(has && put_plain_text(out, field, text)))
                continue;
        } else {
            if (DM_UNLIKELY(facts & DM_READ_ONLY))
                continue;
            has = has_value(field, member);
        }
        if (has)
            put_value(out, object, field);
        else if (marks & dm_extras_bit(field->offset))
            put_instead(out, object, field);
        if (DM_UNLIKELY(out->status != DM_OK)) {
            dm_out_within(out, dm_field_name(field), field->name_length);
            return;
        }
    }
    if (extras && extras->unknown_count > 0)
        put_unknown(out, extras);
}

DM_COLD static void fail_object(struct dm_out *out, const dm_object *object)
{
    if (object->failure != DM_OK)
        dm_out_fail(out, object->failure, "an earlier setter of the object failed");
    else
        dm_out_fail(out, DM_ERROR_ARGUMENT, "an object that knows no type");
}

void dm_write_object(struct dm_out *out, const dm_object *object, const dm_type *declared)
{
    if (!object) {
        dm_out_put(out, "null", 4);
        return;
    }
    const dm_type *type = dm_type_of(object, declared);
    if (DM_UNLIKELY(object->failure != DM_OK || !type)) {
        fail_object(out, object);
        return;
    }
    if (!dm_out_may_open(out))
        return;
    dm_out_open(out, '{');
    if (object->type_name || type != declared || out->options->type_names == DM_TYPE_NAMES_ALWAYS)
        dm_write_type_name(out, object, declared);
    bool spell = out->spell;
    if (DM_UNLIKELY(type->flags & DM_ESCAPES))
        out->spell = true; /* what stands within it, too */
    if (DM_LIKELY(out->status == DM_OK))
        put_members(out, object, type);
    out->spell = spell;
    dm_out_close(out, '}');
}

/* ---- Entries ---- */

dm_status dm_write_as(dm_arena *arena, const dm_type *declared, const dm_object *object,
                      const dm_write_options *options, const char **text, size_t *size,
                      dm_error *error)
{
    struct dm_out out;
    if (text)
        *text = NULL;
    if (size)
        *size = 0;
    if (!arena || !text)
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no arena, or no place for the text");
    dm_out_begin(&out, arena, options);
    dm_write_object(&out, object, declared);
    return dm_out_finish(&out, text, size, error);
}

dm_status dm_write(dm_arena *arena, const dm_object *object, const dm_write_options *options,
                   const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, object ? object->type : NULL, object, options, text, size, error);
}

dm_status dm_write_buffer(const dm_type *declared, const dm_object *object,
                          const dm_write_options *options, char *buffer, size_t capacity,
                          size_t *size, dm_error *error)
{
    struct dm_out out;
    char none[1]; /* a place for no bytes */
    size_t length = 0;
    if (!declared && object)
        declared = object->type;
    if (!buffer)
        capacity = 0;
    dm_out_begin_buffer(&out, capacity > 0 ? buffer : none, capacity, options);
    dm_write_object(&out, object, declared);
    dm_status status = dm_out_finish(&out, NULL, &length, error);
    if (size)
        *size = status == DM_OK ? length : 0;
    if (status == DM_OK && length + 1 > capacity) {
        if (capacity > 0)
            buffer[0] = '\0';
        return dm_error_set(error, DM_ERROR_CAPACITY, "the buffer is too small");
    }
    return status;
}

dm_status dm_write_to(const dm_type *declared, const dm_object *object,
                      const dm_write_options *options, dm_sink *sink, void *context,
                      dm_error *error)
{
    struct dm_out out;
    char buffer[512];
    if (!sink)
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no callback");
    if (!declared && object)
        declared = object->type;
    dm_out_begin_buffer(&out, buffer, sizeof buffer, options);
    out.sink = sink;
    out.context = context;
    dm_write_object(&out, object, declared);
    if (out.status == DM_OK && out.next > buffer && !sink(context, buffer, dm_out_used(&out)))
        dm_out_fail(&out, DM_ERROR_SINK, "the callback said stop");
    return dm_out_finish(&out, NULL, NULL, error);
}
