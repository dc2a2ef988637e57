#include "support/json_text.h"

#include "support/utf8.h"

static bool read_hex(slice text, size_t offset, uint32_t *value)
{
    if (text.len < 4 || offset > text.len - 4)
        return false;
    *value = 0;
    for (size_t i = offset; i < offset + 4; i++) {
        char c = ascii_to_lower(text.ptr[i]);
        if (!ascii_is_digit(c) && (c < 'a' || c > 'f'))
            return false;
        *value = *value << 4 | (uint32_t)(ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return true;
}

static bool is_escape_u(slice text, size_t offset)
{
    return offset + 1 < text.len && text.ptr[offset] == '\\' && text.ptr[offset + 1] == 'u';
}

static bool unescape_code_point(slice text, size_t *offset, struct buffer *out)
{
    uint32_t high = 0;
    uint32_t low = 0;
    if (!read_hex(text, *offset + 2, &high) || (high >= 0xDC00 && high <= 0xDFFF))
        return false;
    if (high < 0xD800 || high > 0xDBFF) {
        utf8_append(out, high);
        *offset += 6;
        return true;
    }
    if (!is_escape_u(text, *offset + 6) || !read_hex(text, *offset + 8, &low) || low < 0xDC00 ||
        low > 0xDFFF)
        return false;
    utf8_append(out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    *offset += 12;
    return true;
}

bool json_text_unescape(slice text, size_t *offset, struct buffer *out)
{
    static const char shorthands[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
    if (is_escape_u(text, *offset))
        return unescape_code_point(text, offset, out);
    if (*offset + 1 >= text.len)
        return false;
    for (size_t i = 0; i + 1 < sizeof shorthands; i += 2) {
        if (shorthands[i] == text.ptr[*offset + 1]) {
            buffer_append_char(out, shorthands[i + 1]);
            *offset += 2;
            return true;
        }
    }
    return false;
}

size_t json_text_digits(slice text)
{
    size_t len = 0;
    while (len < text.len && ascii_is_digit(text.ptr[len]))
        len++;
    return len;
}

/* The length of MARK and the digits behind it; 0 if either is missing. */
static size_t marked_digits(slice text, size_t mark)
{
    size_t digits = json_text_digits(slice_skip(text, mark));
    return digits == 0 ? 0 : mark + digits;
}

size_t json_text_number(slice text)
{
    size_t at = text.len > 0 && text.ptr[0] == '-';
    size_t digits = json_text_digits(slice_skip(text, at));
    if (digits == 0)
        return 0;
    at += text.ptr[at] == '0' ? 1 : digits;
    if (at < text.len && text.ptr[at] == '.')
        at += marked_digits(slice_skip(text, at), 1);
    slice rest = slice_skip(text, at);
    if (rest.len > 1 && ascii_to_lower(rest.ptr[0]) == 'e') {
        bool sign = rest.ptr[1] == '+' || rest.ptr[1] == '-';
        at += marked_digits(rest, sign ? 2 : 1);
    }
    return at;
}

/* Objects with more members than this find their duplicate keys by the map. */
#define SCANNED_KEYS_MAX 8

bool json_text_is_new_key(const struct json_value *object, struct map *keys,
                          struct json_value *member)
{
    if (object->count < SCANNED_KEYS_MAX)
        return json_get(object, member->key) == NULL;
    if (keys->count == 0)
        for (struct json_value *m = object->first; m != NULL; m = m->next)
            map_put(keys, m->key, m);
    return map_put(keys, member->key, member) == NULL;
}
