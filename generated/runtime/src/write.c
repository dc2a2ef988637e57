#include "internal.h"

#include <float.h>

DM_INLINE void put_literal(struct dm_out *out, const char *text)
{
    dm_out_put(out, text, strlen(text));
}

/* ---- Numbers ---- */

static void put_integer(struct dm_out *out, int64_t value)
{
    char text[DM_NUMBER_SIZE];
    dm_out_put(out, text, dm_number_write_integer(value, text));
}

static bool put_special(struct dm_out *out, double value)
{
    if (value >= -DBL_MAX && value <= DBL_MAX)
        return false;
    put_literal(out, value > DBL_MAX ? "\"INF\"" : value < -DBL_MAX ? "\"-INF\"" : "\"NaN\"");
    return true;
}

static void put_number(struct dm_out *out, dm_kind kind, const char *value)
{
    char text[DM_NUMBER_SIZE];
    if (kind == DM_BOOLEAN) {
        bool v;
        memcpy(&v, value, sizeof v);
        put_literal(out, v ? "true" : "false");
    } else if (kind == DM_BYTE) {
        put_integer(out, (uint8_t)*value);
    } else if (kind == DM_SBYTE) {
        put_integer(out, (int8_t)*value);
    } else if (kind == DM_INT16) {
        int16_t v;
        memcpy(&v, value, sizeof v);
        put_integer(out, v);
    } else if (kind == DM_INT32) {
        int32_t v;
        memcpy(&v, value, sizeof v);
        put_integer(out, v);
    } else if (kind == DM_INT64) {
        int64_t v;
        memcpy(&v, value, sizeof v);
        put_integer(out, v);
    } else if (kind == DM_SINGLE) {
        float v;
        memcpy(&v, value, sizeof v);
        if (!put_special(out, (double)v))
            dm_out_put(out, text, dm_number_write_single(v, text));
    } else {
        double v;
        memcpy(&v, value, sizeof v);
        if (!put_special(out, v))
            dm_out_put(out, text, dm_number_write_double(v, text));
    }
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
    case DM_OBJECT:
        dm_write_object(out, dm_value_object(item), dm_field_detail(field));
        break;
    case DM_ENUMERATION:
        put_enumeration(out, dm_field_detail(field), item);
        break;
    case DM_FLAGS:
        put_flags(out, dm_field_detail(field), item);
        break;
    case DM_STREAM:
    case DM_UNTYPED:
        put_json(out, item);
        break;
    case DM_BOOLEAN:
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
    case DM_SINGLE:
    case DM_DOUBLE:
        put_number(out, (dm_kind)field->kind, item);
        break;
    default:
        put_text(out, (dm_kind)field->kind, dm_value_text(item));
        break;
    }
}

static bool enter(struct dm_out *out)
{
    if (out->depth >= out->max_depth) {
        dm_out_fail(out, DM_ERROR_DEPTH, "nested deeper than the limit; perhaps in a circle");
        return false;
    }
    out->depth++;
    return true;
}

/* Puts the first texts, as long as they are plain, in compact form. @return how many. */
static size_t put_plain_items(struct dm_out *out, const struct dm_list *list, struct dm_step *step)
{
    const char *const *texts = list->items;
    size_t i = 0;
    for (; i < list->count && texts[i]; i++) {
        step->number = i;
        size_t length = strlen(texts[i]);
        char *p = dm_out_room(out, length + 3);
        if (DM_UNLIKELY(!p || !dm_out_copy_plain(p + 2, texts[i], length)))
            break;
        memcpy(p, i > 0 ? ",\"" : "[\"", 2);
        p[length + 2] = '"';
        out->used += length + 3;
    }
    return i;
}

static void put_collection(struct dm_out *out, const dm_field *field, const char *member)
{
    struct dm_list list;
    size_t size = dm_value_element_size(field);
    struct dm_step step = {out->step, NULL, 0};
    memcpy(&list, member, sizeof list);
    if (list.count == 0) {
        put_literal(out, "[]");
        return;
    }
    if (!enter(out))
        return;
    out->step = &step;
    bool outermost = out->items == 0;
    if (outermost) {
        out->item = &step;
        out->items = list.count;
    }
    size_t i =
        dm_value_is_string(field) && !out->options->pretty ? put_plain_items(out, &list, &step) : 0;
    for (; i < list.count && out->status == DM_OK; i++) {
        step.number = i;
        dm_out_char(out, i > 0 ? ',' : '[');
        dm_out_line(out, out->depth);
        put_item(out, field, (const char *)list.items + i * size);
    }
    out->step = step.up;
    out->items = outermost ? 0 : out->items;
    out->depth--;
    dm_out_line(out, out->depth);
    dm_out_char(out, ']');
}

void dm_write_value(struct dm_out *out, const dm_field *field, const char *member)
{
    if (field->flags & DM_COLLECTION)
        put_collection(out, field, member);
    else
        put_item(out, field, member);
}

/* ---- Objects ---- */

void dm_write_name(struct dm_out *out, const char *name, size_t length, bool *first)
{
    bool pretty = out->options->pretty;
    char *room = pretty ? NULL : dm_out_room(out, length + 3 + !*first);
    if (DM_LIKELY(room != NULL)) {
        out->used = (size_t)(dm_write_name_at(room, name, length, *first) - out->buffer);
    } else {
        dm_out_put(out, ",", *first ? 0 : 1);
        dm_out_line(out, out->depth);
        dm_out_string(out, name, length);
        dm_out_put(out, ": ", pretty ? 2 : 1);
    }
    *first = false;
}

void dm_write_type_name(struct dm_out *out, const dm_object *object, const dm_type *declared,
                        bool *first)
{
    dm_type_names names = out->options->type_names;
    const dm_type *type = dm_type_of(object, declared);
    if (names == DM_TYPE_NAMES_NEVER)
        return;
    if (!object->type_name &&
        ((names == DM_TYPE_NAMES_NEEDED && type == declared) || type == &dm_any_descriptor))
        return;
    dm_write_name(out, "@odata.type", 11, first);
    if (object->type_name) {
        dm_out_string(out, object->type_name, strlen(object->type_name));
        return;
    }
    put_literal(out, "\"#");
    put_literal(out, type->name);
    dm_out_put(out, "\"", 1);
}

/* A null in compact form, in one go. @return whether it was written. */
DM_INLINE bool put_plain_null(struct dm_out *out, const dm_field *field, bool first)
{
    char *p = out->options->pretty ? NULL : dm_out_room(out, (size_t)field->name_length + 8);
    if (DM_UNLIKELY(!p))
        return false;
    p = dm_write_name_at(p, dm_field_name(field), field->name_length, first);
    memcpy(p, "null", 4);
    out->used = (size_t)(p - out->buffer) + 4;
    return true;
}

static void put_instead(struct dm_out *out, const dm_object *object, const dm_field *field,
                        bool *first)
{
    const struct dm_mark *mark = dm_extras_instead(object, field->offset);
    if (!mark || (out->options->omit_read_only && (field->flags & DM_READ_ONLY)))
        return;
    if (mark->kind == DM_MARK_NULL && put_plain_null(out, field, *first)) {
        *first = false;
        return;
    }
    dm_write_name(out, dm_field_name(field), field->name_length, first);
    if (mark->kind == DM_MARK_RAW)
        dm_out_json(out, mark->value);
    else
        dm_out_put(out, "null", 4);
}

/* The most common member, a plain text in compact form, in one go. @return whether it was one; if
 * not, nothing is written. */
DM_INLINE bool put_plain_text(struct dm_out *out, const dm_field *field, const char *text,
                              bool first)
{
    size_t length = strlen(text);
    char *p = dm_out_room(out, field->name_length + length + 5 + !first);
    if (DM_UNLIKELY(!p))
        return false;
    p = dm_write_name_at(p, dm_field_name(field), field->name_length, first);
    *p = '"';
    if (DM_UNLIKELY(!dm_out_copy_plain(p + 1, text, length)))
        return false;
    p[length + 1] = '"';
    out->used = (size_t)(p - out->buffer) + length + 2;
    return true;
}

static void put_field(struct dm_out *out, const dm_object *object, const dm_field *field,
                      bool *first)
{
    const char *member = dm_member_const(object, field);
    const struct dm_mark *original = NULL;
    if (out->options->omit_read_only && (field->flags & DM_READ_ONLY))
        return;
    dm_write_name(out, dm_field_name(field), field->name_length, first);
    if (object->extras && object->extras->originals)
        original = dm_extras_mark(object, field->offset, DM_MARK_ORIGINAL);
    if (original && dm_value_matches(field, member, original->value))
        dm_out_json(out, original->value);
    else
        dm_write_value(out, field, member);
}

static void put_unknown(struct dm_out *out, const dm_object *object, bool *first)
{
    const struct dm_extras *extras = object->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        const struct dm_unknown *unknown = &extras->unknown[i];
        if (!unknown->name)
            continue;
        dm_out_put(out, ",", *first ? 0 : 1);
        dm_out_line(out, out->depth);
        dm_out_string(out, unknown->name, unknown->name_length);
        dm_out_put(out, ": ", out->options->pretty ? 2 : 1);
        dm_out_json(out, unknown->value);
        *first = false;
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

static void put_members(struct dm_out *out, const dm_object *object, const dm_type *declared,
                        bool *first)
{
    const dm_type *type = dm_type_of(object, declared);
    struct dm_step step = {out->step, NULL, DM_NO_STEP};
    bool simple = !out->options->pretty && !out->options->omit_read_only &&
                  !(object->extras && object->extras->originals);
    out->step = &step;
    if (object->type_name || type != declared || out->options->type_names == DM_TYPE_NAMES_ALWAYS)
        dm_write_type_name(out, object, declared, first);
    for (size_t i = 0; i < type->field_count; i++) {
        const dm_field *field = &type->fields[i];
        step.name = dm_field_name(field);
        step.number = field->name_length;
        if (simple && dm_value_is_string(field) && !(field->flags & DM_COLLECTION)) {
            const char *text = dm_value_text(dm_member_const(object, field));
            if (!text) {
                if (object->extras && (object->extras->mark_bits & dm_extras_bit(field->offset)))
                    put_instead(out, object, field, first);
                continue;
            }
            if (put_plain_text(out, field, text, *first)) {
                *first = false;
                continue;
            }
        }
        if (!has_value(field, dm_member_const(object, field))) {
            if (object->extras && (object->extras->mark_bits & dm_extras_bit(field->offset)))
                put_instead(out, object, field, first);
            continue;
        }
        put_field(out, object, field, first);
        if (out->status != DM_OK)
            break;
    }
    put_unknown(out, object, first);
    out->step = step.up;
}

void dm_write_object(struct dm_out *out, const dm_object *object, const dm_type *declared)
{
    bool first = true;
    if (!object) {
        put_literal(out, "null");
        return;
    }
    if (object->failure != DM_OK) {
        dm_out_fail(out, object->failure, "an earlier setter of the object failed");
        return;
    }
    if (!dm_type_of(object, declared)) {
        dm_out_fail(out, DM_ERROR_ARGUMENT, "an object that knows no type");
        return;
    }
    if (!enter(out))
        return;
    dm_out_char(out, '{');
    put_members(out, object, declared, &first);
    out->depth--;
    if (!first)
        dm_out_line(out, out->depth);
    dm_out_char(out, '}');
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
    size_t length = 0;
    if (!declared && object)
        declared = object->type;
    dm_out_begin(&out, NULL, options);
    out.buffer = buffer;
    out.capacity = buffer ? capacity : 0;
    dm_write_object(&out, object, declared);
    dm_status status = dm_out_finish(&out, NULL, &length, error);
    if (size)
        *size = status == DM_OK ? length : 0;
    if (status == DM_OK && length + 1 > out.capacity) {
        if (out.capacity > 0)
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
    dm_out_begin(&out, NULL, options);
    out.buffer = buffer;
    out.capacity = sizeof buffer;
    out.sink = sink;
    out.context = context;
    dm_write_object(&out, object, declared);
    if (out.status == DM_OK && out.used > 0 && !sink(context, buffer, out.used))
        dm_out_fail(&out, DM_ERROR_SINK, "the callback said stop");
    return dm_out_finish(&out, NULL, NULL, error);
}
