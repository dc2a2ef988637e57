#include "writer.h"

static void write_patch(struct dm_out *out, const dm_object *before, const dm_object *after,
                        const dm_type *declared);

struct patch {
    const dm_object *object; /* what is written */
    const dm_type *declared;
    bool first; /* nothing is written yet, but perhaps the type's name */
};

/* Begins a member; the type's name stands before the first one. */
static void begin_member(struct dm_out *out, struct patch *patch, const char *name, size_t length)
{
    if (patch->first)
        dm_write_type_name(out, patch->object, patch->declared);
    if (out->status != DM_OK)
        return; /* and it is still the first, which is not where the failure was */
    patch->first = false;
    dm_write_name(out, name, length);
}

static dm_json json_of(const char *member)
{
    dm_json json;
    memcpy(&json, member, sizeof json);
    return json;
}

/* Objects of different types are compared as what they are in JSON: both are written behind the
 * text so far, then what differs, which is moved there. A buffer that grows leaves its old block as
 * it was, so that the two texts stay. Both name their types, since no type is the declared one in
 * a place where the service has another. */
static void patch_retyped(struct dm_out *out, const dm_object *before, const dm_object *after,
                          const dm_type *declared)
{
    const dm_write_options *saved = out->options;
    dm_write_options options = *saved;
    size_t start = dm_out_used(out);
    options.pretty = false;
    if (options.type_names != DM_TYPE_NAMES_NEVER)
        options.type_names = DM_TYPE_NAMES_ALWAYS;
    out->options = &options;
    dm_write_object(out, before, declared);
    size_t middle = dm_out_used(out);
    dm_write_object(out, after, declared);
    size_t end = dm_out_used(out);
    out->options = saved;
    if (out->status != DM_OK)
        return;
    dm_json from = {out->buffer + start, middle - start};
    dm_json to = {out->buffer + middle, end - middle};
    dm_json_patch_put(out, from, to);
    if (out->status != DM_OK)
        return;
    memmove(out->buffer + start, out->buffer + end, dm_out_used(out) - end);
    out->next -= end - start;
}

static void patch_object(struct dm_out *out, const dm_object *before, const dm_object *after,
                         const dm_type *declared)
{
    if (dm_type_of(before, declared) == dm_type_of(after, declared))
        write_patch(out, before, after, declared);
    else
        patch_retyped(out, before, after, declared);
}

static void patch_value(struct dm_out *out, const dm_object *before, const dm_object *after,
                        const dm_field *field)
{
    const char *from = dm_member_const(before, field);
    const char *to = dm_member_const(after, field);
    const struct dm_mark *original = dm_extras_mark(after, field->offset, DM_MARK_ORIGINAL);
    bool pair = !(field->flags & DM_COLLECTION) && dm_value_has(field, from);
    if (pair && field->kind == DM_OBJECT)
        patch_object(out, dm_value_object(from), dm_value_object(to), dm_field_detail(field));
    else if (pair && (field->kind == DM_UNTYPED || field->kind == DM_STREAM))
        dm_json_patch_put(out, json_of(from), json_of(to));
    else if (original && dm_value_matches(field, to, original->value))
        dm_out_json(out, original->value);
    else
        dm_write_value(out, field, to);
}

static void patch_raw(struct dm_out *out, const dm_object *before, const dm_field *field,
                      dm_json raw)
{
    dm_json none = {NULL, 0};
    const struct dm_mark *mark = dm_value_has(field, dm_member_const(before, field))
                                     ? NULL
                                     : dm_extras_mark(before, field->offset, DM_MARK_RAW);
    dm_json_patch_put(out, mark ? mark->value : none, raw);
}

static void patch_field(struct dm_out *out, struct patch *patch, const dm_object *before,
                        const dm_object *after, const dm_field *field)
{
    const char *to = dm_member_const(after, field);
    if (out->options->omit_read_only && (field->flags & DM_READ_ONLY))
        return;
    if (dm_equal_member(before, after, field, DM_EQUAL_PATCH, 0))
        return;
    begin_member(out, patch, dm_field_name(field), field->name_length);
    if (dm_value_has(field, to)) {
        patch_value(out, before, after, field);
        return;
    }
    const struct dm_mark *raw = dm_extras_mark(after, field->offset, DM_MARK_RAW);
    if (raw)
        patch_raw(out, before, field, raw->value);
    else
        dm_out_put(out, "null", 4);
}

static void patch_unknown(struct dm_out *out, struct patch *patch, const dm_object *before,
                          const dm_object *after)
{
    dm_json none = {NULL, 0};
    const struct dm_extras *extras = after->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        const struct dm_unknown *to = &extras->unknown[i];
        if (!dm_extras_is_there(to))
            continue;
        const struct dm_unknown *from = dm_extras_unknown(before, to->name, to->name_length);
        if (from && dm_json_patch_equal(from->value, to->value, DM_EQUAL_PATCH))
            continue;
        begin_member(out, patch, to->name, to->name_length);
        dm_json_patch_put(out, from ? from->value : none, to->value);
    }
    extras = before->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        const struct dm_unknown *from = &extras->unknown[i];
        if (!dm_extras_is_there(from) || dm_json_kind_of(from->value) == DM_JSON_NULL ||
            (after->type_name && dm_extras_is_type_name(from)) ||
            dm_extras_unknown(after, from->name, from->name_length))
            continue;
        begin_member(out, patch, from->name, from->name_length);
        dm_out_put(out, "null", 4);
    }
}

/* An object that bears another name than before says so, even if it is the declared one. */
static void patch_type_name(struct dm_out *out, struct patch *patch, const dm_object *before)
{
    const dm_object *after = patch->object;
    const dm_type *type = dm_type_of(after, patch->declared);
    const char *name = dm_value_type_name(after, type);
    bool other = !dm_value_same_name(dm_value_type_name(before, type), name) ||
                 (after->type_name && dm_extras_unknown(before, "@odata.type", 11));
    if (!other || out->options->type_names == DM_TYPE_NAMES_NEVER)
        return;
    patch->first = false;
    dm_write_type_member(out, after, type);
}

static void patch_members(struct dm_out *out, struct patch *patch, const dm_object *before,
                          const dm_object *after)
{
    const dm_type *type = dm_type_of(after, patch->declared);
    for (size_t i = 0; i < type->field_count && out->status == DM_OK; i++) {
        const dm_field *field = &type->fields[i];
        patch_field(out, patch, before, after, field);
        if (out->status != DM_OK && !patch->first)
            dm_out_within(out, dm_field_name(field), field->name_length);
    }
    patch_unknown(out, patch, before, after);
}

static void write_patch(struct dm_out *out, const dm_object *before, const dm_object *after,
                        const dm_type *declared)
{
    struct patch patch = {after, declared, true};
    if (after->failure != DM_OK) {
        dm_out_fail(out, after->failure, "an earlier setter of the object failed");
        return;
    }
    if (!dm_out_may_open(out))
        return;
    dm_out_open(out, '{');
    patch_type_name(out, &patch, before);
    patch_members(out, &patch, before, after);
    dm_out_close(out, '}');
}

dm_status dm_write_patch(dm_arena *arena, const dm_object *before, const dm_object *after,
                         const dm_write_options *options, const char **text, size_t *size,
                         dm_error *error)
{
    struct dm_out out;
    if (!before)
        return dm_write(arena, after, options, text, size, error);
    if (text)
        *text = NULL;
    if (size)
        *size = 0;
    if (!arena || !text || !after || !after->type)
        return dm_error_set(error, DM_ERROR_ARGUMENT,
                            "no arena, no object or no place for the text");
    dm_out_begin(&out, arena, options);
    if (before->type && before->type != after->type)
        dm_out_fail(&out, DM_ERROR_ARGUMENT, "the two objects are of different types");
    else
        write_patch(&out, before, after, after->type);
    return dm_out_finish(&out, text, size, error);
}
