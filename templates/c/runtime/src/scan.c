#include "internal.h"

const dm_parse_options dm_parse_defaults = {{NULL, 0}, false, false, 0, 0, 0, 0, NULL, NULL};

static size_t limit_or(size_t limit, size_t standard)
{
    return limit > 0 ? limit : standard;
}

void dm_reader_init(struct dm_reader *reader, dm_arena *arena, const char *text, size_t size,
                    const dm_parse_options *options, dm_error *error)
{
    reader->start = text;
    reader->end = text + size;
    reader->arena = arena;
    reader->options = options ? options : &dm_parse_defaults;
    reader->max_depth = limit_or(reader->options->max_depth, DM_DEFAULT_MAX_DEPTH);
    if (reader->max_depth > DM_MAX_DEPTH)
        reader->max_depth = DM_MAX_DEPTH;
    reader->max_members = limit_or(reader->options->max_members, DM_DEFAULT_MAX_MEMBERS);
    reader->max_string = limit_or(reader->options->max_string, DM_DEFAULT_MAX_STRING);
    reader->depth = 0;
    reader->error = error;
    reader->status = DM_OK;
    reader->finding = DM_FOUND_ILL_FITTING;
    reader->ill_at = text;
    reader->step = NULL;
    reader->raw = NULL;
    reader->scratch = (char *)reader->scratch_first;
    reader->scratch_used = 0;
    reader->found_any = false;
    reader->scratch_size = sizeof reader->scratch_first;
}

DM_COLD const char *dm_reader_fail(struct dm_reader *reader, dm_status status, const char *where,
                                   const char *message)
{
    if (reader->status != DM_OK)
        return NULL;
    reader->status = status;
    dm_error_set(reader->error, status, message);
    if (reader->error) {
        dm_error_locate(reader->error, reader->start, where);
        dm_step_pointer(reader->step, reader->raw, where, reader->error->pointer,
                        sizeof reader->error->pointer);
    }
    return NULL;
}

DM_COLD const char *dm_reader_expected(struct dm_reader *reader, const char *where,
                                       const char *message)
{
    if (where >= reader->end)
        return dm_reader_fail(reader, DM_ERROR_TRUNCATED, reader->end,
                              "the text ends before the value does");
    if (where == reader->start && reader->end - where >= 3 && memcmp(where, "\xef\xbb\xbf", 3) == 0)
        message = "a byte order mark, which must not stand before JSON";
    return dm_reader_fail(reader, DM_ERROR_SYNTAX, where, message);
}

bool dm_reader_check_size(struct dm_reader *reader, size_t size)
{
    if (size <= limit_or(reader->options->max_size, DM_DEFAULT_MAX_SIZE))
        return true;
    dm_error_set(reader->error, DM_ERROR_SIZE, "the text is longer than the limit");
    reader->status = DM_ERROR_SIZE;
    return false;
}

dm_json_kind dm_scan_kind(char c)
{
    switch (c) {
    case '{':
        return DM_JSON_OBJECT;
    case '[':
        return DM_JSON_ARRAY;
    case '"':
        return DM_JSON_STRING;
    case 't':
    case 'f':
        return DM_JSON_BOOLEAN;
    case 'n':
        return DM_JSON_NULL;
    default:
        return c == '-' || (c >= '0' && c <= '9') ? DM_JSON_NUMBER : DM_JSON_NONE;
    }
}

/* ---- Strings ---- */

const char *dm_scan_plain(const char *p, const char *end)
{
    return dm_scan_plain_inline(p, end);
}

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

size_t dm_scan_utf8(const char *p, const char *end)
{
    unsigned char lead = (unsigned char)*p;
    size_t room = (size_t)(end - p);
    if (lead >= 0xc2 && lead <= 0xdf)
        return room >= 2 && is_tail(p[1]) ? 2 : 0;
    if ((lead & 0xf0) == 0xe0) {
        if (room < 3 || !is_tail(p[1]) || !is_tail(p[2]))
            return 0;
        unsigned char second = (unsigned char)p[1];
        return (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ? 0 : 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        if (room < 4 || !is_tail(p[1]) || !is_tail(p[2]) || !is_tail(p[3]))
            return 0;
        unsigned char second = (unsigned char)p[1];
        return (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f) ? 0 : 4;
    }
    return 0;
}

bool dm_scan_is_plain(const char *p, const char *end)
{
    while ((p = dm_scan_plain_inline(p, end)) < end) {
        do {
            size_t length = (unsigned char)*p < 0x80 ? 0 : dm_scan_utf8(p, end);
            if (length == 0)
                return false;
            p += length;
        } while (p < end && (unsigned char)*p >= 0x80);
    }
    return true;
}

/* @return the unit of four hexadecimal digits, or -1. */
static int hex_unit(const char *p, const char *end)
{
    int unit = 0;
    if (end - p < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        int digit = dm_scan_hex_digit(p[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static const char *bad_unit(struct dm_reader *reader, const char *p)
{
    for (const char *q = p; q < p + 4; q++) {
        if (q >= reader->end || dm_scan_hex_digit(*q) < 0)
            return dm_reader_expected(reader, q, "expected four hexadecimal digits behind \\u");
    }
    return dm_reader_expected(reader, p, "expected four hexadecimal digits behind \\u");
}

/* @param p at the backslash. */
static const char *scan_escape(struct dm_reader *reader, const char *p, unsigned *features)
{
    const char *end = reader->end;
    if (end - p < 2)
        return dm_reader_expected(reader, end, "");
    if (p[1] != 'u') {
        if (p[1] != '\0' && strchr("\"\\/bfnrt", p[1]))
            return p + 2;
        return dm_reader_expected(reader, p + 1, "no such escape in a string");
    }
    int unit = hex_unit(p + 2, end);
    if (unit < 0)
        return bad_unit(reader, p + 2);
    if (unit == 0) {
        *features |= DM_TEXT_NUL;
        if (!reader->options->allow_nul)
            return dm_reader_fail(reader, DM_ERROR_NUL, p, "an escaped NUL in a string");
    }
    if (unit < 0xd800 || unit > 0xdfff)
        return p + 6;
    if (unit > 0xdbff)
        return dm_reader_fail(reader, DM_ERROR_UTF8, p,
                              "the second half of a surrogate pair alone");
    if (end - p < 8 || p[6] != '\\' || p[7] != 'u') {
        if (end - p < 7 || (end - p < 8 && p[6] == '\\'))
            return dm_reader_expected(reader, end, "");
        return dm_reader_fail(reader, DM_ERROR_UTF8, p, "the first half of a surrogate pair alone");
    }
    int second = hex_unit(p + 8, end);
    if (second < 0)
        return bad_unit(reader, p + 8);
    if (second < 0xdc00 || second > 0xdfff)
        return dm_reader_fail(reader, DM_ERROR_UTF8, p, "the first half of a surrogate pair alone");
    return p + 12;
}

/* Whether the text ends within a character that more bytes could complete. */
static bool is_cut(const char *p, const char *end)
{
    char low[4] = {'\x80', '\x80', '\x80', '\x80'};
    char high[4] = {'\xbf', '\xbf', '\xbf', '\xbf'};
    size_t room = (size_t)(end - p);
    if (room >= sizeof low)
        return false;
    memcpy(low, p, room);
    memcpy(high, p, room);
    return dm_scan_utf8(low, low + sizeof low) > room ||
           dm_scan_utf8(high, high + sizeof high) > room;
}

static const char *bad_byte(struct dm_reader *reader, const char *p)
{
    if (p >= reader->end || is_cut(p, reader->end))
        return dm_reader_expected(reader, reader->end, "");
    if ((unsigned char)*p < 0x20)
        return dm_reader_fail(reader, DM_ERROR_SYNTAX, p, "a control character in a string");
    return dm_reader_fail(reader, DM_ERROR_UTF8, p, "bytes in a string that are not UTF-8");
}

const char *dm_scan_string(struct dm_reader *reader, const char *begin, const char *p,
                           unsigned *features)
{
    const char *end = reader->end;
    for (;;) {
        p = dm_scan_plain_inline(p, end);
        if (DM_UNLIKELY(p >= end))
            return bad_byte(reader, p);
        if (DM_LIKELY(*p == '"'))
            break;
        if (*p == '\\') {
            *features |= DM_TEXT_ESCAPED;
            p = scan_escape(reader, p, features);
            if (!p)
                return NULL;
            continue;
        }
        do {
            size_t length = (unsigned char)*p < 0x80 ? 0 : dm_scan_utf8(p, end);
            if (length == 0)
                return bad_byte(reader, p);
            p += length;
        } while (p < end && (unsigned char)*p >= 0x80);
    }
    if (DM_UNLIKELY((size_t)(p - begin) > reader->max_string))
        return dm_reader_fail(reader, DM_ERROR_LENGTH, begin, "a string longer than the limit");
    return p;
}

static char *put_utf8(char *to, int32_t c)
{
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xc0 | (c >> 6));
        *to++ = (char)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        *to++ = (char)(0xe0 | (c >> 12));
        *to++ = (char)(0x80 | ((c >> 6) & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
    } else {
        *to++ = (char)(0xf0 | (c >> 18));
        *to++ = (char)(0x80 | ((c >> 12) & 0x3f));
        *to++ = (char)(0x80 | ((c >> 6) & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
    }
    return to;
}

/* @return the character of an escape of one letter. */
static char escaped_letter(char letter)
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return letter;
    }
}

size_t dm_scan_unescape(const char *from, const char *end, char *to)
{
    char *begin = to;
    for (;;) {
        const char *slash = memchr(from, '\\', (size_t)(end - from));
        size_t plain = (size_t)((slash ? slash : end) - from);
        memcpy(to, from, plain);
        to += plain;
        if (!slash)
            return (size_t)(to - begin);
        from = slash + 2;
        if (slash[1] != 'u') {
            *to++ = escaped_letter(slash[1]);
            continue;
        }
        int32_t c = hex_unit(from, end);
        from += 4;
        if (c >= 0xd800 && c <= 0xdbff) {
            c = 0x10000 + ((c - 0xd800) << 10) + (hex_unit(from + 2, end) - 0xdc00);
            from += 6;
        }
        to = put_utf8(to, c);
    }
}

size_t dm_scan_char(const char *p)
{
    if (*p != '\\')
        return 1;
    if (p[1] != 'u')
        return 2;
    int unit = hex_unit(p + 2, p + 6);
    return unit >= 0xd800 && unit <= 0xdbff ? 12 : 6;
}

/* ---- Numbers, words ---- */

static bool is_digit(const char *p, const char *end)
{
    return p < end && *p >= '0' && *p <= '9';
}

const char *dm_scan_number(struct dm_reader *reader, const char *p)
{
    const char *end = reader->end;
    if (p < end && *p == '-')
        p++;
    if (!is_digit(p, end))
        return dm_reader_expected(reader, p, "expected a digit");
    if (*p == '0' && is_digit(p + 1, end))
        return dm_reader_fail(reader, DM_ERROR_SYNTAX, p + 1, "a digit behind a leading 0");
    while (is_digit(p, end))
        p++;
    if (p < end && *p == '.') {
        p++;
        if (!is_digit(p, end))
            return dm_reader_expected(reader, p, "expected a digit behind the decimal point");
        while (is_digit(p, end))
            p++;
    }
    if (p < end && (*p == 'e' || *p == 'E')) {
        p++;
        if (p < end && (*p == '+' || *p == '-'))
            p++;
        if (!is_digit(p, end))
            return dm_reader_expected(reader, p, "expected a digit in the exponent");
        while (is_digit(p, end))
            p++;
    }
    return p;
}

static const char *scan_word(struct dm_reader *reader, const char *p, const char *word)
{
    for (; *word; word++, p++) {
        if (p >= reader->end || *p != *word)
            return dm_reader_expected(reader, p, "expected a value");
    }
    return p;
}

/* @return behind a string, number or word. */
static const char *scan_simple(struct dm_reader *reader, const char *p)
{
    unsigned features = 0;
    switch (*p) {
    case '"':
        p = dm_scan_string(reader, p + 1, p + 1, &features);
        return p ? p + 1 : NULL;
    case 't':
        return scan_word(reader, p, "true");
    case 'f':
        return scan_word(reader, p, "false");
    case 'n':
        return scan_word(reader, p, "null");
    default:
        if (dm_scan_kind(*p) != DM_JSON_NUMBER)
            return dm_reader_expected(reader, p, "expected a value");
        return dm_scan_number(reader, p);
    }
}

/* ---- Arrays and objects ---- */

static const char *scan_name(struct dm_reader *reader, const char *p)
{
    unsigned features = 0;
    if (p >= reader->end || *p != '"')
        return dm_reader_expected(reader, p, "expected a member's name in quotes");
    p = dm_scan_string(reader, p + 1, p + 1, &features);
    if (!p)
        return NULL;
    p = dm_scan_space(p + 1, reader->end);
    if (p >= reader->end || *p != ':')
        return dm_reader_expected(reader, p, "expected ':' behind a member's name");
    return dm_scan_space(p + 1, reader->end);
}

/* One level of nesting: members so far, doubled, and 1 in objects. */
struct nest {
    size_t levels[DM_MAX_DEPTH];
    size_t depth;
};

/* Goes down one level. @return at the first member's value, behind an empty container (and then
 * not down), or NULL. */
static const char *open_level(struct dm_reader *reader, struct nest *nest, const char *p)
{
    bool object = *p == '{';
    if (reader->depth + nest->depth >= reader->max_depth)
        return dm_reader_fail(reader, DM_ERROR_DEPTH, p, "nested deeper than the limit");
    nest->levels[nest->depth++] = 2 + (size_t)object;
    p = dm_scan_space(p + 1, reader->end);
    if (p < reader->end && *p == (object ? '}' : ']')) {
        nest->levels[nest->depth - 1] = 0;
        return p + 1;
    }
    return object ? scan_name(reader, p) : p;
}

/* Behind a value: closes levels and goes on behind a comma. @return at the next value, or behind
 * the outermost one (nest->depth is 0 then), or NULL. */
static const char *close_levels(struct dm_reader *reader, struct nest *nest, const char *p)
{
    while (nest->depth > 0) {
        size_t *level = &nest->levels[nest->depth - 1];
        bool object = *level & 1;
        p = dm_scan_space(p, reader->end);
        if (p < reader->end && *p == ',') {
            if (*level / 2 >= reader->max_members)
                return dm_reader_fail(reader, DM_ERROR_MEMBERS, p, "more members than the limit");
            *level += 2;
            p = dm_scan_space(p + 1, reader->end);
            return object ? scan_name(reader, p) : p;
        }
        if (p >= reader->end || *p != (object ? '}' : ']'))
            return dm_reader_expected(reader, p,
                                      object ? "expected ',' or '}'" : "expected ',' or ']'");
        nest->depth--;
        p++;
    }
    return p;
}

static const char *scan_nested(struct dm_reader *reader, const char *p)
{
    struct nest nest;
    nest.depth = 0;
    do {
        if (p >= reader->end)
            return dm_reader_expected(reader, p, "");
        if (*p == '{' || *p == '[') {
            p = open_level(reader, &nest, p);
            if (p && nest.levels[nest.depth - 1] != 0)
                continue;
            nest.depth--;
        } else {
            p = scan_simple(reader, p);
        }
        if (p)
            p = close_levels(reader, &nest, p);
    } while (p && nest.depth > 0);
    return p;
}

const char *dm_scan_value(struct dm_reader *reader, const char *p)
{
    if (p >= reader->end)
        return dm_reader_expected(reader, p, "expected a value");
    if (*p != '{' && *p != '[')
        return scan_simple(reader, p);
    reader->raw = p;
    p = scan_nested(reader, p);
    reader->raw = NULL;
    return p;
}

static const char *skip_string(const char *p, const char *end)
{
    for (p++; p < end && *p != '"' && *p != '\0'; p++) {
        if (*p == '\\')
            p++;
    }
    return p < end ? p + 1 : end;
}

const char *dm_scan_skip(const char *p, const char *end)
{
    size_t depth = 0;
    while (p < end) {
        if (*p == '"') {
            p = skip_string(p, end);
        } else if (*p == '{' || *p == '[') {
            depth++;
            p++;
            continue;
        } else if (*p == '}' || *p == ']') {
            if (depth == 0)
                return p;
            depth--;
            p++;
        } else if (depth > 0) {
            p++;
            continue;
        } else {
            while (p < end && *p != ',' && *p != '}' && *p != ']' && *p != ':' &&
                   dm_scan_space(p, end) == p)
                p++;
        }
        if (depth == 0)
            return p;
    }
    return end;
}
