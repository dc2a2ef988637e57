/* Random JSON texts of the types in layout/: properties of each kind, values that do not fit,
 * nulls, members that no type knows, types that the text names or leaves out. The same ones in each
 * run. */
#ifndef RUNTIME_TEST_RANDOM_TEXT_H
#define RUNTIME_TEST_RANDOM_TEXT_H

#include "support.h"

static uint32_t random_state = 12345;

static inline uint32_t pick(uint32_t limit)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % limit;
}

/* A text that is being made. */
struct text {
    char bytes[65536];
    size_t used;
};

static inline void add(struct text *text, const char *piece)
{
    size_t length = strlen(piece);
    assert_true(text->used + length < sizeof text->bytes);
    memcpy(text->bytes + text->used, piece, length + 1);
    text->used += length;
}

static inline void add_object(struct text *text, const dm_type *type, int depth);

static inline void add_raw(struct text *text, int depth);

/* An object of few names, so that two of them have some in common; some come twice. */
static inline void add_raw_object(struct text *text, int depth)
{
    static const char *const names[] = {
        "\"q\":", "\"\\u0071\":", "\"a\": ", "\"code\":", "\"\\ud83d\\ude00\":"};
    add(text, "{ ");
    for (uint32_t left = pick(4); left > 0; left--) {
        add(text, names[pick(5)]);
        if (pick(4) == 0)
            add(text, "null");
        else
            add_raw(text, depth - 1);
        add(text, left > 1 ? "," : "");
    }
    add(text, "}");
}

/* Any value but null. */
static inline void add_raw(struct text *text, int depth)
{
    static const char *const values[] = {"1",  "\"x\"",    "true",           "[1,null,{\"a\":2}]",
                                         "{}", "\"Busy\"", "[{\"q\":null}]", "-0.50"};
    if (depth > 0 && pick(2))
        add_raw_object(text, depth);
    else
        add(text, values[pick(8)]);
}

static inline void add_value(struct text *text, const dm_field *field, int depth)
{
    static const char *const texts[] = {"\"a\"", "\"\"", "\"\\u00e4\\n\"", "\"zz\"", "12"};
    static const char *const numbers[] = {"0", "1", "-7", "\"5\"", "100"};
    static const char *const reals[] = {"0", "1.50", "-2e3", "\"NaN\"", "0.1"};
    static const char *const colors[] = {"\"red\"", "\"RED\"", "\"mauve\"", "\"darkBlue\"",
                                         "\"x\""};
    static const char *const rights[] = {"\"read\"", "\"own,fly\"", "\"\"", "\"read, own\"",
                                         "\"x\""};
    switch ((dm_kind)field->kind) {
    case DM_OBJECT:
        add_object(text, dm_field_detail(field), depth);
        break;
    case DM_ENUMERATION:
        add(text, colors[pick(5)]);
        break;
    case DM_FLAGS:
        add(text, rights[pick(5)]);
        break;
    case DM_BOOLEAN:
        add(text, pick(2) ? "true" : "false");
        break;
    case DM_SINGLE:
    case DM_DOUBLE:
        add(text, reals[pick(5)]);
        break;
    case DM_STREAM:
    case DM_UNTYPED:
        add_raw(text, 3);
        break;
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
        add(text, numbers[pick(5)]);
        break;
    default:
        add(text, texts[pick(5)]);
        break;
    }
}

static inline void add_member(struct text *text, const dm_field *field, int depth)
{
    uint32_t what = pick(12);
    if (what == 0) {
        add(text, "null");
    } else if (what == 1) {
        add_raw(text, 3);
    } else if (field->flags & DM_COLLECTION) {
        add(text, "[");
        for (uint32_t i = pick(3); i > 0; i--) {
            add_value(text, field, depth);
            add(text, i > 1 ? "," : "");
        }
        add(text, "]");
    } else {
        add_value(text, field, depth);
    }
}

/* Writes an object's type, or none, and gives the type that its properties are taken from: for
 * some the text names another, or none, so that they arrive as unknown members. */
static inline const dm_type *add_type(struct text *text, const dm_type *type)
{
    static const char *const names[] = {"", "\"@odata.type\":\"#microsoft.graph.recordOperation\"",
                                        "\"@odata.type\":\"microsoft.graph.COMMSoperation\"",
                                        "\"@odata.type\":\"#microsoft.graph.derivedSample\"",
                                        "\"@odata.type\":\"#somewhere.else\""};
    uint32_t which = pick(5);
    if (type == &graph_beta_comms_operation_descriptor) {
        add(text, names[which]);
        return pick(2) ? &graph_beta_record_operation_descriptor : type;
    }
    if (type == &graph_beta_sample_descriptor && which >= 3) {
        add(text, names[which]);
        return pick(2) ? &graph_beta_derived_sample_descriptor : type;
    }
    return type;
}

static inline void add_members(struct text *text, const dm_type *type, int depth)
{
    static const char *const unknown[] = {"\"one\":", "\"two\":", "\"three\":", "\"\\u0022q\":"};
    for (size_t i = 0; i < type->field_count; i++) {
        const dm_field *field = &type->fields[i];
        if (pick(4) != 0 || (field->kind == DM_OBJECT && depth == 0))
            continue;
        add(text, text->bytes[text->used - 1] == '{' ? "\"" : ",\"");
        add(text, dm_field_name(field));
        add(text, "\":");
        add_member(text, field, depth - 1);
    }
    for (size_t i = 0; i < 4; i++) {
        if (pick(3) != 0)
            continue;
        add(text, text->bytes[text->used - 1] == '{' ? "" : ",");
        add(text, unknown[i]);
        if (pick(4) == 0)
            add(text, "null");
        else
            add_raw(text, 3);
    }
}

static inline void add_object(struct text *text, const dm_type *type, int depth)
{
    add(text, "{");
    add_members(text, add_type(text, type), depth);
    add(text, "}");
}

#endif
