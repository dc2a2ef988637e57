#include "support/json.h"

struct json_writer {
    struct buffer *out;
    bool pretty;
};

static void write_escape(unsigned char c, struct buffer *out)
{
    static const char shorthands[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (size_t i = 0; i + 1 < sizeof shorthands; i += 2) {
        if ((unsigned char)shorthands[i] == c) {
            buffer_append_char(out, '\\');
            buffer_append_char(out, shorthands[i + 1]);
            return;
        }
    }
    buffer_format(out, "\\u%04x", (unsigned)c);
}

void json_write_text(slice text, struct buffer *out)
{
    size_t plain = 0; /* where the bytes that need no escape begin */
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        buffer_append(out, slice_skip(slice_take(text, i), plain));
        write_escape(c, out);
        plain = i + 1;
    }
    buffer_append(out, slice_skip(text, plain));
}

void json_write_string(slice text, struct buffer *out)
{
    buffer_append_char(out, '"');
    json_write_text(text, out);
    buffer_append_char(out, '"');
}

static void write_line_begin(const struct json_writer *writer, unsigned depth)
{
    if (!writer->pretty)
        return;
    buffer_append_char(writer->out, '\n');
    buffer_append_repeated(writer->out, ' ', (size_t)depth * 2);
}

static void write_value(const struct json_writer *writer, const struct json_value *value,
                        unsigned depth);

static void write_container(const struct json_writer *writer, const struct json_value *container,
                            unsigned depth)
{
    bool object = container->kind == JSON_OBJECT;
    buffer_append_char(writer->out, object ? '{' : '[');
    for (const struct json_value *child = container->first; child != NULL; child = child->next) {
        if (child != container->first)
            buffer_append(writer->out, writer->pretty ? SLICE(",") : SLICE(", "));
        write_line_begin(writer, depth + 1);
        if (object) {
            json_write_string(child->key, writer->out);
            buffer_append(writer->out, SLICE(": "));
        }
        write_value(writer, child, depth + 1);
    }
    if (container->first != NULL)
        write_line_begin(writer, depth);
    buffer_append_char(writer->out, object ? '}' : ']');
}

static void write_value(const struct json_writer *writer, const struct json_value *value,
                        unsigned depth)
{
    switch (value->kind) {
    case JSON_NULL:
        buffer_append(writer->out, SLICE("null"));
        break;
    case JSON_BOOLEAN:
        buffer_append(writer->out, value->boolean ? SLICE("true") : SLICE("false"));
        break;
    case JSON_NUMBER:
        buffer_append(writer->out, value->text);
        break;
    case JSON_STRING:
        json_write_string(value->text, writer->out);
        break;
    case JSON_ARRAY:
    case JSON_OBJECT:
        if (depth >= JSON_DEPTH_MAX)
            buffer_append(writer->out, SLICE("null"));
        else
            write_container(writer, value, depth);
        break;
    }
}

void json_write(const struct json_value *value, bool pretty, struct buffer *out)
{
    struct json_writer writer = {out, pretty};
    write_value(&writer, value, 0);
}
