#include "support/json.h"

#include "support/json_text.h"
#include "support/utf8.h"

struct strict_reader {
    struct arena *arena;
    struct arena *scratch;
    const struct source *source;
    const char *text;
    size_t at;
    size_t end;
    unsigned depth;
    struct json_problem *problem;
};

static struct json_value *strict_value(struct strict_reader *reader);

/* Always false, so that readers can fail with `return strict_fail(...)`. */
static bool strict_fail(struct strict_reader *reader, enum json_problem_kind kind, size_t begin,
                        size_t end)
{
    *reader->problem = (struct json_problem){kind, span_make(reader->source, begin, end)};
    return false;
}

static bool strict_unexpected(struct strict_reader *reader)
{
    bool at_end = reader->at >= reader->end;
    return strict_fail(reader, at_end ? JSON_PROBLEM_MISSING_CLOSE : JSON_PROBLEM_UNEXPECTED,
                       reader->at, at_end ? reader->at : reader->at + 1);
}

/* The next byte that is not white space, or NUL at the end. */
static char strict_peek(struct strict_reader *reader)
{
    while (reader->at < reader->end) {
        char c = reader->text[reader->at];
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return c;
        reader->at++;
    }
    return '\0';
}

static bool strict_accept(struct strict_reader *reader, char wanted)
{
    if (strict_peek(reader) != wanted || reader->at >= reader->end)
        return false;
    reader->at++;
    return true;
}

/* Finds the closing quote and checks what stands before it. *PLAIN: that is ASCII and no escape. */
static bool strict_scan_string(struct strict_reader *reader, size_t *close, bool *plain)
{
    *plain = true;
    for (size_t i = reader->at + 1; i < reader->end; i++) {
        unsigned char c = (unsigned char)reader->text[i];
        if (c < 0x80 && c > '"' && c != '\\')
            continue;
        if (c == '"') {
            *close = i;
            return true;
        }
        if (c < 0x20)
            return strict_fail(reader, JSON_PROBLEM_CONTROL, i, i + 1);
        *plain = *plain && c < 0x80 && c != '\\';
        i += c == '\\';
    }
    return strict_fail(reader, JSON_PROBLEM_MISSING_CLOSE, reader->at, reader->at + 1);
}

static bool strict_unescape(struct strict_reader *reader, slice raw, slice *text)
{
    struct buffer decoded;
    buffer_init(&decoded);
    size_t at = 0;
    bool good = true;
    while (good && at < raw.len) {
        if (raw.ptr[at] == '\\')
            good = json_text_unescape(raw, &at, &decoded);
        else
            buffer_append_char(&decoded, raw.ptr[at++]);
    }
    if (good)
        *text = arena_copy(reader->arena, buffer_slice(&decoded));
    buffer_finish(&decoded);
    size_t begin = (size_t)(raw.ptr - reader->text) + at;
    return good || strict_fail(reader, JSON_PROBLEM_ESCAPE, begin, begin + 2);
}

static bool strict_string(struct strict_reader *reader, slice *text, struct span *span)
{
    size_t close = 0;
    bool plain = false;
    if (!strict_scan_string(reader, &close, &plain))
        return false;
    size_t begin = reader->at + 1;
    slice raw = {reader->text + begin, close - begin};
    size_t invalid = plain ? SLICE_NONE : utf8_find_invalid(raw);
    if (invalid != SLICE_NONE)
        return strict_fail(reader, JSON_PROBLEM_UNEXPECTED, begin + invalid, begin + invalid + 1);
    *span = span_make(reader->source, reader->at, close + 1);
    reader->at = close + 1;
    *text = raw;
    return plain || slice_find_byte(raw, '\\') == SLICE_NONE || strict_unescape(reader, raw, text);
}

static bool strict_member(struct strict_reader *reader, struct json_value *object, struct map *keys)
{
    slice key = {0};
    struct span key_span = {0};
    if (strict_peek(reader) != '"')
        return strict_unexpected(reader);
    if (!strict_string(reader, &key, &key_span))
        return false;
    if (!strict_accept(reader, ':'))
        return strict_fail(reader, JSON_PROBLEM_MISSING_COLON, key_span.end, key_span.end);
    struct json_value *value = strict_value(reader);
    if (value == NULL)
        return false;
    value->key = key;
    value->key_span = key_span;
    if (!json_text_is_new_key(object, keys, value))
        return strict_fail(reader, JSON_PROBLEM_DUPLICATE_KEY, key_span.begin, key_span.end);
    json_append(object, value);
    return true;
}

static bool strict_child(struct strict_reader *reader, struct json_value *container,
                         struct map *keys)
{
    if (container->kind == JSON_OBJECT)
        return strict_member(reader, container, keys);
    struct json_value *element = strict_value(reader);
    if (element != NULL)
        json_append(container, element);
    return element != NULL;
}

/* Behind a child: true for a comma with another child to come; *closed at the end. */
static bool strict_separator(struct strict_reader *reader, char close, bool *closed)
{
    *closed = strict_accept(reader, close);
    if (*closed)
        return true;
    size_t comma = reader->at;
    if (!strict_accept(reader, ',')) {
        char c = strict_peek(reader);
        bool value = c == '"' || c == '{' || c == '[' || ascii_is_alnum(c);
        return value ? strict_fail(reader, JSON_PROBLEM_MISSING_COMMA, comma, comma)
                     : strict_unexpected(reader);
    }
    if (strict_peek(reader) == close)
        return strict_fail(reader, JSON_PROBLEM_TRAILING_COMMA, comma, comma + 1);
    return true;
}

static bool strict_children(struct strict_reader *reader, struct json_value *container)
{
    char close = container->kind == JSON_OBJECT ? '}' : ']';
    struct map keys;
    map_init(&keys, reader->scratch);
    reader->at++;
    bool closed = strict_accept(reader, close);
    while (!closed)
        if (!strict_child(reader, container, &keys) || !strict_separator(reader, close, &closed))
            return false;
    return true;
}

static bool strict_literal(struct strict_reader *reader, struct json_value *value)
{
    static const struct {
        slice word;
        enum json_kind kind;
    } literals[] = {
        {{"true", 4}, JSON_BOOLEAN}, {{"false", 5}, JSON_BOOLEAN}, {{"null", 4}, JSON_NULL}};
    slice rest = {reader->text + reader->at, reader->end - reader->at};
    for (size_t i = 0; i < sizeof literals / sizeof literals[0]; i++) {
        if (!slice_starts_with(rest, literals[i].word))
            continue;
        value->kind = literals[i].kind;
        value->boolean = i == 0;
        value->text =
            value->kind == JSON_BOOLEAN ? slice_take(rest, literals[i].word.len) : (slice){0};
        reader->at += literals[i].word.len;
        return true;
    }
    return strict_unexpected(reader);
}

static bool strict_number(struct strict_reader *reader, struct json_value *value)
{
    slice rest = {reader->text + reader->at, reader->end - reader->at};
    size_t len = json_text_number(rest);
    bool goes_on = len < rest.len && (ascii_is_alnum(rest.ptr[len]) || rest.ptr[len] == '.');
    if (len == 0 || goes_on)
        return strict_fail(reader, JSON_PROBLEM_NUMBER, reader->at, reader->at + len + 1);
    value->kind = JSON_NUMBER;
    value->text = slice_take(rest, len);
    reader->at += len;
    return true;
}

static bool strict_container(struct strict_reader *reader, struct json_value *value)
{
    if (reader->depth == JSON_DEPTH_MAX)
        return strict_fail(reader, JSON_PROBLEM_DEPTH, reader->at, reader->at + 1);
    value->kind = reader->text[reader->at] == '{' ? JSON_OBJECT : JSON_ARRAY;
    reader->depth++;
    bool good = strict_children(reader, value);
    reader->depth--;
    return good;
}

static struct json_value *strict_value(struct strict_reader *reader)
{
    char c = strict_peek(reader);
    struct json_value *value = json_new(reader->scratch, JSON_NULL);
    size_t begin = reader->at;
    bool good = false;
    if (c == '{' || c == '[') {
        good = strict_container(reader, value);
    } else if (c == '"') {
        value->kind = JSON_STRING;
        good = strict_string(reader, &value->text, &value->span);
    } else if (c == '-' || ascii_is_digit(c)) {
        good = strict_number(reader, value);
    } else {
        good = strict_literal(reader, value);
    }
    value->span = span_make(reader->source, begin, reader->at);
    return good ? value : NULL;
}

struct json_value *json_read_strict(struct arena *arena, struct arena *scratch, struct span span,
                                    struct json_problem *problem)
{
    struct strict_reader reader = {
        .arena = arena,
        .scratch = scratch,
        .source = span.source,
        .text = span.source->text.ptr != NULL ? span.source->text.ptr : "",
        .at = span.begin,
        .end = span.end,
        .problem = problem,
    };
    struct json_value *value = strict_value(&reader);
    if (value == NULL)
        return NULL;
    strict_peek(&reader);
    if (reader.at < reader.end) {
        strict_fail(&reader, JSON_PROBLEM_TRAILING_TEXT, reader.at, reader.end);
        return NULL;
    }
    return value;
}
