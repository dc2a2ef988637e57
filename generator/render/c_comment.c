#include "render/c_comment.h"

#include "render/transliterate.h"
#include "support/utf8.h"

#include <inttypes.h>
#include <string.h>

/* ---- one line of safe text ---- */

static bool is_invisible(uint32_t code_point)
{
    const char *ascii = transliterate(code_point);
    bool mark = code_point >= 0x0300 && code_point <= 0x036F;
    return ascii != NULL && ascii[0] == '\0' && !mark;
}

/* Appends the characters of TEXT, white space folded, in the character set that is asked for. */
static void append_characters(struct buffer *out, slice text, bool ascii)
{
    bool gap = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_decode(text, &at);
        if (code_point < 0x20 || code_point == 0x7F || utf8_is_space(code_point)) {
            gap = true;
            continue;
        }
        if (is_invisible(code_point) || (code_point >= 0x80 && code_point < 0xA0))
            continue;
        if (gap && out->len > 0)
            buffer_append_char(out, ' ');
        gap = false;
        const char *plain = transliterate(code_point);
        if (!ascii || code_point < 0x80)
            utf8_append(out, code_point);
        else if (plain != NULL)
            buffer_append(out, slice_from(plain));
        else
            buffer_format(out, "<U+%04" PRIX32 ">", code_point);
    }
}

static bool is_word(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Whether the '@' AT stands in an address such as "ann@example.com". */
static bool is_address(slice text, size_t at)
{
    size_t end = at + 1;
    while (end < text.len && (is_word(text.ptr[end]) || text.ptr[end] == '-'))
        end++;
    return at > 0 && is_word(text.ptr[at - 1]) && end > at + 1 && end + 1 < text.len &&
           text.ptr[end] == '.' && is_word(text.ptr[end + 1]);
}

/* Whether a name of the outermost scope, such as "::foo", seems to begin AT, which Doxygen looks
 * up. */
static bool is_global_name(slice text, size_t at)
{
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    return slice_starts_with(slice_skip(text, at), SLICE("::")) && at + 2 < text.len &&
           ascii_is_alpha(text.ptr[at + 2]) && !is_word(before) && before != ':';
}

/* Whether Doxygen would take the character AT, outside of code, for a mark of its own. */
static bool is_mark(slice text, size_t at)
{
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    char after = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    switch (text.ptr[at]) {
    case '\\':
        return true;
    case '@':
        return after != ' ' && !is_address(text, at);
    case '#':
        return !is_word(before) && ascii_is_alpha(after);
    case ':':
        return is_global_name(text, at);
    case '<':
        return ascii_is_alpha(after) && !slice_starts_with(slice_skip(text, at), SLICE("<U+"));
    default:
        return false;
    }
}

/* Whether the characters A and B, next to each other, must be kept apart: they would begin or end a
 * comment. */
static bool must_part(char a, char b)
{
    return (a == '*' && b == '/') || (a == '/' && b == '*');
}

static bool ends_trigraph(slice text, size_t at)
{
    return at >= 2 && text.ptr[at - 1] == '?' && text.ptr[at - 2] == '?' &&
           memchr("=/'()!<>-", text.ptr[at], 9) != NULL;
}

static size_t count_backticks(slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == '`';
    return count;
}

/* Whether the code that begins with the backtick AT can stay code: Doxygen looks up global names in
 * code, too, where they cannot be escaped. */
static bool can_be_code(slice text, size_t at)
{
    for (size_t i = at + 1; i < text.len && text.ptr[i] != '`'; i++)
        if (is_global_name(text, i))
            return false;
    return true;
}

static void append_safe(struct buffer *out, slice text)
{
    size_t left = count_backticks(text);
    bool inside = false; /* between two backticks */
    bool code = false;   /* which stay */
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '`') {
            bool begins = !inside && left > 1;
            bool stays = begins ? can_be_code(text, i) : code;
            left--;
            inside = begins;
            code = begins && stays;
            c = stays ? '`' : '\'';
        }
        if ((i > 0 && must_part(text.ptr[i - 1], c)) || ends_trigraph(text, i))
            buffer_append_char(out, ' ');
        if (!code && is_mark(text, i))
            buffer_append_char(out, '\\');
        buffer_append_char(out, c);
    }
}

slice c_comment_text(struct arena *arena, slice text, bool ascii)
{
    struct buffer characters;
    struct buffer out;
    buffer_init(&characters);
    buffer_init(&out);
    append_characters(&characters, text, ascii);
    append_safe(&out, buffer_slice(&characters));
    slice result = arena_copy(arena, buffer_slice(&out));
    buffer_finish(&characters);
    buffer_finish(&out);
    return result;
}

/* ---- wrapping ---- */

struct lines {
    struct arena *arena;
    struct json_value *array;
    struct buffer line; /* the text of the current line, without " * " */
    size_t width;       /* its display columns */
    size_t columns;     /* how many it may have */
};

static size_t width_of(slice text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len;)
        width += utf8_width(utf8_decode(text, &at));
    return width;
}

static void append_line(struct lines *lines, const char *before, slice text, const char *after)
{
    slice line = arena_format(lines->arena, "%s%.*s%s", before, SLICE_ARGS(text), after);
    json_append(lines->array, json_new_string(lines->arena, line));
}

static void end_line(struct lines *lines)
{
    slice text = buffer_slice(&lines->line);
    if (text.len == 0)
        return;
    /* A backslash at the end would splice the next line on; Doxygen knows the entity. */
    if (slice_ends_with(text, SLICE("\\"))) {
        while (lines->line.len > 0 && lines->line.data[lines->line.len - 1] == '\\')
            lines->line.len--;
        buffer_append(&lines->line, SLICE("&#92;"));
        text = buffer_slice(&lines->line);
    }
    append_line(lines, " * ", text, "");
    buffer_clear(&lines->line);
    lines->width = 0;
}

/* Whether a line may begin at a wide character: not at closing punctuation, which belongs to what
 * stands before it. */
static bool may_begin_line(uint32_t code_point)
{
    static const uint32_t closing[] = {0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F,
                                       0x3011, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A,
                                       0xFF1B, 0xFF1F, 0x30FC, 0x30FB};
    for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++) {
        if (closing[i] == code_point)
            return false;
    }
    return utf8_width(code_point) == 2;
}

/* The end of the unbreakable piece that begins at FROM: words end at spaces, and in front of and
 * behind wide characters. */
static size_t piece_end(slice text, size_t from)
{
    size_t at = from;
    bool wide = utf8_width(utf8_decode(text, &at)) == 2;
    while (at < text.len && text.ptr[at] != ' ') {
        size_t next = at;
        uint32_t code_point = utf8_decode(text, &next);
        bool next_wide = utf8_width(code_point) == 2;
        if (may_begin_line(code_point) || (wide && !next_wide && ascii_is_alnum(text.ptr[at])))
            break;
        wide = next_wide;
        at = next;
    }
    return at;
}

static void append_paragraph(struct lines *lines, slice text)
{
    bool space = false;
    for (size_t at = 0; at < text.len;) {
        if (text.ptr[at] == ' ') {
            space = true;
            at++;
            continue;
        }
        size_t end = piece_end(text, at);
        slice piece = {text.ptr + at, end - at};
        size_t width = width_of(piece);
        if (lines->line.len > 0 && lines->width + space + width > lines->columns)
            end_line(lines);
        if (space && lines->line.len > 0) {
            buffer_append_char(&lines->line, ' ');
            lines->width++;
        }
        buffer_append(&lines->line, piece);
        lines->width += width;
        space = false;
        at = end;
    }
    end_line(lines);
}

static size_t count_texts(const slice *paragraphs, size_t count, slice *only)
{
    size_t texts = 0;
    for (size_t i = 0; i < count; i++) {
        if (paragraphs[i].len > 0) {
            texts++;
            *only = paragraphs[i];
        }
    }
    return texts;
}

struct json_value *c_comment_lines(struct arena *arena, const slice *paragraphs, size_t count,
                                   enum c_comment_style style, size_t indent)
{
    const char *open = style == C_COMMENT_DOC ? "/**" : "/*";
    size_t room =
        C_COMMENT_COLUMNS - (indent < C_COMMENT_INDENT_MAX ? indent : C_COMMENT_INDENT_MAX);
    struct lines lines = {.arena = arena, .array = json_new(arena, JSON_ARRAY)};
    slice only = {0};
    size_t texts = count_texts(paragraphs, count, &only);
    if (texts == 0)
        return lines.array;
    if (texts == 1 && strlen(open) + width_of(only) + 4 <= room) {
        append_line(&lines, style == C_COMMENT_DOC ? "/** " : "/* ", only, " */");
        return lines.array;
    }
    buffer_init(&lines.line);
    lines.columns = room - 3;
    append_line(&lines, open, (slice){0}, "");
    for (size_t i = 0; i < count; i++)
        append_paragraph(&lines, paragraphs[i]);
    append_line(&lines, " */", (slice){0}, "");
    buffer_finish(&lines.line);
    return lines.array;
}
