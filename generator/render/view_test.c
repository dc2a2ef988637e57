#include "render/c_literal.h"
#include "render/view.h"
#include "render/view_json.h"
#include "render/view_text.h"
#include "support/utf8.h"

#include <inttypes.h>

/*
 * The data of one type's tests. All values of all examples stand in one table, all texts that are
 * too long for a literal in one array, so that each needs one name only.
 */
struct test_data {
    const struct view *view;
    const struct c_type_names *names;
    struct json_value *cases;
    struct json_value *values;
    struct buffer texts; /* initializers of characters, behind each text a 0 */
    size_t text_count;   /* characters in it */
};

static slice finish(struct arena *arena, struct buffer *buffer)
{
    slice result = arena_copy(arena, buffer_slice(buffer));
    buffer_finish(buffer);
    return result;
}

/* ---- values ---- */

/* Appends a step of a JSON pointer (RFC 6901). */
static void append_step(struct buffer *pointer, slice name)
{
    buffer_append_char(pointer, '/');
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] == '~')
            buffer_append(pointer, SLICE("~0"));
        else if (name.ptr[i] == '/')
            buffer_append(pointer, SLICE("~1"));
        else
            buffer_append_char(pointer, name.ptr[i]);
    }
}

static void add_value(struct test_data *data, slice pointer, const struct json_value *value)
{
    struct arena *arena = data->view->arena;
    struct buffer text;
    buffer_init(&text);
    json_write(value, false, &text);
    struct json_value *keys = json_new(arena, JSON_OBJECT);
    view_json_text(arena, keys, "pointer", c_literal(arena, pointer));
    view_json_text(arena, keys, "json", c_literal(arena, finish(arena, &text)));
    view_json_append(arena, data->values, "value", keys);
}

/* Adds the scalars in VALUE. Nesting is that of the reader, JSON_DEPTH_MAX at most. Of repeated
 * members the last counts. */
static void add_values(struct test_data *data, struct buffer *pointer,
                       const struct json_value *value)
{
    if (value->kind != JSON_ARRAY && value->kind != JSON_OBJECT) {
        add_value(data, buffer_slice(pointer), value);
        return;
    }
    size_t index = 0;
    for (const struct json_value *child = value->first; child != NULL; child = child->next) {
        size_t len = pointer->len;
        if (value->kind == JSON_ARRAY)
            buffer_format(pointer, "/%zu", index++);
        else if (json_get(value, child->key) == child)
            append_step(pointer, child->key);
        else
            continue;
        add_values(data, pointer, child);
        pointer->len = len;
    }
}

/* ---- texts ---- */

static void append_character(struct buffer *out, char c)
{
    if (c == '\'' || c == '\\')
        buffer_format(out, "'\\%c', ", c);
    else
        buffer_format(out, "'%c', ", c);
}

/* Appends a character of a JSON string as its escape, two for those beyond U+FFFF. */
static void append_escape(struct buffer *out, uint32_t code_point)
{
    if (code_point > 0xFFFF) {
        uint32_t rest = code_point - 0x10000;
        buffer_format(out, "\\u%04" PRIx32, 0xD800 + (rest >> 10));
        code_point = 0xDC00 + (rest & 0x3FF);
    }
    buffer_format(out, "\\u%04" PRIx32, code_point);
}

/* VALUE as JSON in ASCII. What is not ASCII stands in strings only, where it can be escaped. */
static slice ascii_json(struct arena *arena, const struct json_value *value, bool pretty)
{
    struct buffer text;
    struct buffer out;
    buffer_init(&text);
    buffer_init(&out);
    json_write(value, pretty, &text);
    slice written = buffer_slice(&text);
    for (size_t at = 0; at < written.len;) {
        uint32_t code_point = utf8_decode(written, &at);
        if (code_point < 0x80)
            buffer_append_char(&out, (char)code_point);
        else
            append_escape(&out, code_point);
    }
    buffer_finish(&text);
    return finish(arena, &out);
}

/* A place in the array of long texts, where TEXT is added. */
static slice long_text(struct test_data *data, slice text)
{
    slice expression =
        arena_format(data->view->arena, "%.*s + %zu", SLICE_ARGS(data->names->around[C_TYPE_TEXTS]),
                     data->text_count);
    for (size_t i = 0; i < text.len; i++)
        append_character(&data->texts, text.ptr[i]);
    buffer_append(&data->texts, SLICE("0, "));
    data->text_count += text.len + 1;
    return expression;
}

/* The lines of an expression of C for the JSON text of VALUE: literals, a line of the text each;
 * else, for a text that is too long, one literal without line ends, or a place in an array. */
static void add_text(struct test_data *data, const struct json_value *value,
                     struct json_value *lines)
{
    struct arena *arena = data->view->arena;
    slice text = ascii_json(arena, value, true);
    if (text.len > C_LITERAL_MAX) {
        text = ascii_json(arena, value, false);
        bool fits = text.len <= C_LITERAL_MAX;
        json_append(lines,
                    json_new_string(arena, fits ? c_literal(arena, text) : long_text(data, text)));
        return;
    }
    while (text.len > 0) {
        size_t end = slice_find_byte(text, '\n');
        size_t len = end == SLICE_NONE ? text.len : end + 1;
        json_append(lines, json_new_string(arena, c_literal(arena, slice_take(text, len))));
        text = slice_skip(text, len);
    }
}

/* ---- examples ---- */

static void add_case(struct test_data *data, const struct json_value *object, struct origin origin)
{
    struct arena *arena = data->view->arena;
    size_t before = data->values->count;
    struct buffer pointer;
    buffer_init(&pointer);
    add_values(data, &pointer, object);
    buffer_finish(&pointer);

    size_t count = data->values->count - before;
    slice values = SLICE("NULL");
    if (count > 0)
        values = arena_format(arena, "%.*s + %zu", SLICE_ARGS(data->names->around[C_TYPE_VALUES]),
                              before);
    struct json_value *keys = json_new(arena, JSON_OBJECT);
    slice path = origin.page != NULL ? origin.page->source->path : (slice){0};
    view_json_text(arena, keys, "page", c_literal(arena, path));
    view_json_number(arena, keys, "line", span_line(origin.span));
    add_text(data, object, view_json_list(arena, keys, "text"));
    view_json_text(arena, keys, "values", values);
    view_json_number(arena, keys, "value_count", count);
    view_json_append(arena, data->cases, "case", keys);
}

/* An example of a collection holds its objects in an array, or in the member "value" of a page. */
static void add_example(struct test_data *data, const struct model_example *example)
{
    const struct json_value *value = example->value;
    if (example->collection && value->kind == JSON_OBJECT &&
        json_get(value, SLICE("value")) != NULL)
        value = json_get(value, SLICE("value"));
    if (value->kind == JSON_OBJECT)
        add_case(data, value, example->origin);
    if (value->kind != JSON_ARRAY)
        return;
    for (const struct json_value *item = value->first; item != NULL; item = item->next) {
        if (item->kind == JSON_OBJECT)
            add_case(data, item, example->origin);
    }
}

void view_type_add_tests(const struct view *view, const struct model_type *type,
                         struct json_value *keys)
{
    struct arena *arena = view->arena;
    struct test_data data = {.view = view, .names = c_names_type(view->run->names, type)};
    data.cases = view_json_list(arena, keys, "cases");
    data.values = view_json_list(arena, keys, "case_values");
    buffer_init(&data.texts);
    for (size_t i = 0; i < type->example_count; i++)
        add_example(&data, &type->examples[i]);

    view_json_flag(arena, keys, "has_cases", data.cases->count > 0);
    view_json_flag(arena, keys, "has_case_values", data.values->count > 0);
    view_json_number(arena, keys, "case_count", data.cases->count);
    slice texts = finish(arena, &data.texts);
    texts.len -= texts.len > 0 ? 2 : 0; /* without the last comma */
    view_json_flag(arena, keys, "has_long_texts", texts.len > 0);
    view_json_text(arena, keys, "long_texts", texts);
}
