#include "internal.h"

static void write_patch(struct dm_out *out, const dm_object *before, const dm_object *after,
                        const dm_type *declared);

struct patch {
    const dm_object *object; /* what is written */
    const dm_type *declared;
    bool first; /* nothing is written yet, not even the type's name */
};

/* Begins a member; the type's name stands before the first one. */
static void begin_member(struct dm_out *out, struct patch *patch, const char *name, size_t length)
{
    bool first = patch->first;
    if (first)
        dm_write_type_name(out, patch->object, patch->declared, &first);
    if (out->options->pretty || memchr(name, '"', length) || memchr(name, '\\', length)) {
        dm_out_put(out, ",", first ? 0 : 1);
        dm_out_line(out, out->depth);
        dm_out_string(out, name, length);
        dm_out_put(out, ": ", out->options->pretty ? 2 : 1);
    } else {
        dm_out_put(out, ",", first ? 0 : 1);
        dm_out_string(out, name, length);
        dm_out_put(out, ":", 1);
    }
    patch->first = false;
}

/* Objects of one type and name are patched member by member, others replaced. */
static bool same_type(const dm_object *a, const dm_object *b, const dm_type *declared)
{
    const dm_type *type = dm_type_of(a, declared);
    return type && type == dm_type_of(b, declared) &&
           dm_value_same_name(dm_value_type_name(a, type), dm_value_type_name(b, type));
}

static void patch_value(struct dm_out *out, const dm_object *before, const dm_object *after,
                        const dm_field *field)
{
    const char *from = dm_member_const(before, field);
    const char *to = dm_member_const(after, field);
    const struct dm_mark *original = dm_extras_mark(after, field->offset, DM_MARK_ORIGINAL);
    if (field->kind == DM_OBJECT && !(field->flags & DM_COLLECTION) && dm_value_has(field, from) &&
        same_type(dm_value_object(from), dm_value_object(to), field->detail))
        write_patch(out, dm_value_object(from), dm_value_object(to), field->detail);
    else if (original && dm_value_matches(field, to, original->value))
        dm_out_json(out, original->value);
    else
        dm_write_value(out, field, to);
}

static void patch_field(struct dm_out *out, struct patch *patch, const dm_object *before,
                        const dm_object *after, const dm_field *field)
{
    const char *to = dm_member_const(after, field);
    if (out->options->omit_read_only && (field->flags & DM_READ_ONLY))
        return;
    if (dm_equal_member(before, after, field, DM_EQUAL_PATCH, 0))
        return;
    begin_member(out, patch, field->name, field->name_length);
    if (dm_value_has(field, to)) {
        patch_value(out, before, after, field);
        return;
    }
    const struct dm_mark *raw = dm_extras_mark(after, field->offset, DM_MARK_RAW);
    if (raw)
        dm_out_json(out, raw->value);
    else
        dm_out_put(out, "null", 4);
}

static void patch_unknown(struct dm_out *out, struct patch *patch, const dm_object *before,
                          const dm_object *after)
{
    const struct dm_extras *extras = after->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        const struct dm_unknown *to = &extras->unknown[i];
        if (!to->name)
            continue;
        const struct dm_unknown *from = dm_extras_unknown(before, to->name, to->name_length);
        if (from && dm_json_equal(from->value, to->value))
            continue;
        begin_member(out, patch, to->name, to->name_length);
        dm_out_json(out, to->value);
    }
    extras = before->extras;
    for (uint32_t i = 0; extras && i < extras->unknown_count; i++) {
        const struct dm_unknown *from = &extras->unknown[i];
        if (!from->name || dm_json_kind_of(from->value) == DM_JSON_NULL ||
            dm_extras_unknown(after, from->name, from->name_length))
            continue;
        begin_member(out, patch, from->name, from->name_length);
        dm_out_put(out, "null", 4);
    }
}

static void patch_members(struct dm_out *out, struct patch *patch, const dm_object *before,
                          const dm_object *after)
{
    const dm_type *type = dm_type_of(after, patch->declared);
    struct dm_step step = {out->step, NULL, DM_NO_STEP};
    out->step = &step;
    for (size_t i = 0; i < type->field_count && out->status == DM_OK; i++) {
        step.name = type->fields[i].name;
        step.number = type->fields[i].name_length;
        patch_field(out, patch, before, after, &type->fields[i]);
    }
    patch_unknown(out, patch, before, after);
    out->step = step.up;
}

static void write_patch(struct dm_out *out, const dm_object *before, const dm_object *after,
                        const dm_type *declared)
{
    struct patch patch = {after, declared, true};
    if (after->failure != DM_OK) {
        dm_out_fail(out, after->failure, "an earlier setter of the object failed");
        return;
    }
    if (out->depth >= out->max_depth) {
        dm_out_fail(out, DM_ERROR_DEPTH, "nested deeper than the limit; perhaps in a circle");
        return;
    }
    out->depth++;
    dm_out_put(out, "{", 1);
    patch_members(out, &patch, before, after);
    out->depth--;
    if (!patch.first)
        dm_out_line(out, out->depth);
    dm_out_put(out, "}", 1);
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
