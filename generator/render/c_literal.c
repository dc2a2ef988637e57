#include "render/c_literal.h"

static char simple_escape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\n':
        return 'n';
    case '\t':
        return 't';
    case '\r':
        return 'r';
    default:
        return '\0';
    }
}

static void append_byte(struct buffer *out, char c, char before)
{
    unsigned char byte = (unsigned char)c;
    char escape = simple_escape(c);
    if (escape != '\0') {
        buffer_append_char(out, '\\');
        buffer_append_char(out, escape);
    } else if (byte < 0x20 || byte >= 0x7F) {
        /* Three digits always: an octal escape takes no more, whatever follows. */
        buffer_format(out, "\\%03o", (unsigned)byte);
    } else {
        if (c == '?' && before == '?')
            buffer_append_char(out, '\\');
        buffer_append_char(out, c);
    }
}

void c_literal_append(struct buffer *out, slice text)
{
    buffer_append_char(out, '"');
    for (size_t i = 0; i < text.len; i++)
        append_byte(out, text.ptr[i], i > 0 ? text.ptr[i - 1] : '\0');
    buffer_append_char(out, '"');
}

slice c_literal(struct arena *arena, slice text)
{
    struct buffer out;
    buffer_init(&out);
    c_literal_append(&out, text);
    slice literal = arena_copy(arena, buffer_slice(&out));
    buffer_finish(&out);
    return literal;
}

size_t c_literal_part(slice text, size_t limit)
{
    if (text.len <= limit)
        return text.len;
    size_t line = slice_find_last_byte(slice_take(text, limit), '\n');
    if (line != SLICE_NONE && line >= limit / 2)
        return line + 1;
    size_t end = limit;
    while (end > 0 && limit - end < 3 && ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
        end--;
    return end > 0 ? end : limit;
}
