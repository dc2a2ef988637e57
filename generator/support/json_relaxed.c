#include "support/json_lex.h"
#include "support/json_text.h"

struct relaxed_reader {
    struct json_lexer lexer;
    unsigned depth;
    unsigned open_objects;
    unsigned open_arrays;
    bool failed; /* nested too deeply */
};

/* What is known between two members or elements. */
struct sequence {
    bool needs_comma; /* something stands before */
    bool after_ellipsis;
    bool after_comma;
    size_t comma; /* where the last comma stands */
    size_t comma_len;
};

static const slice literals[] = {{"null", 4}, {"false", 5}, {"true", 4}};

#define LITERAL_COUNT (sizeof literals / sizeof literals[0])

static struct json_value *relaxed_value(struct relaxed_reader *reader);
static bool relaxed_members(struct relaxed_reader *reader, struct json_value *object,
                            struct map *keys);

static struct json_mark relaxed_peek(struct relaxed_reader *reader)
{
    return json_lex_peek(&reader->lexer);
}

static void relaxed_problem_at(struct relaxed_reader *reader, enum json_problem_kind kind,
                               size_t at)
{
    json_lex_problem(&reader->lexer, kind, at, at);
}

/* Skips a mark that makes no sense where it stands. */
static void relaxed_skip(struct relaxed_reader *reader, struct json_mark mark)
{
    mark.ordinary = false;
    json_lex_take(&reader->lexer, mark);
}

/* The entry into an object or array; false, and everything stops, when it is too deep. */
static bool relaxed_enter(struct relaxed_reader *reader)
{
    if (reader->depth == JSON_DEPTH_MAX) {
        json_lex_problem(&reader->lexer, JSON_PROBLEM_DEPTH, reader->lexer.at,
                         reader->lexer.at + 1);
        reader->failed = true;
        return false;
    }
    reader->depth++;
    return true;
}

static void sequence_take_comma(struct relaxed_reader *reader, struct json_mark mark,
                                struct sequence *sequence)
{
    if (!sequence->needs_comma) {
        relaxed_skip(reader, mark);
        return;
    }
    *sequence =
        (struct sequence){.after_comma = true, .comma = reader->lexer.at, .comma_len = mark.len};
    json_lex_take(&reader->lexer, mark);
}

static void sequence_take_ellipsis(struct relaxed_reader *reader, struct json_mark mark,
                                   struct sequence *sequence)
{
    json_lex_take(&reader->lexer, mark);
    *sequence = (struct sequence){.needs_comma = true, .after_ellipsis = true};
}

/* Before a member or element: lists the comma that is missing in front of it. */
static void sequence_begin_item(struct relaxed_reader *reader, struct sequence *sequence)
{
    if (sequence->needs_comma && !sequence->after_ellipsis)
        relaxed_problem_at(reader, JSON_PROBLEM_MISSING_COMMA, reader->lexer.last_end);
    *sequence = (struct sequence){.needs_comma = true};
}

static void sequence_close(struct relaxed_reader *reader, struct json_mark mark,
                           const struct sequence *sequence)
{
    if (sequence->after_comma)
        json_lex_problem(&reader->lexer, JSON_PROBLEM_TRAILING_COMMA, sequence->comma,
                         sequence->comma + sequence->comma_len);
    json_lex_take(&reader->lexer, mark);
}

static bool text_is_ellipsis(slice text)
{
    return slice_equal(text, SLICE("...")) || slice_equal(text, SLICE("\xE2\x80\xA6"));
}

/* True if the string at lexer.at is a key: a colon follows it. Reads ahead and goes back. */
static bool relaxed_next_is_key(struct relaxed_reader *reader)
{
    struct json_lexer saved = reader->lexer;
    struct json_problems problems = *saved.problems;
    json_lex_string(&reader->lexer, false);
    bool is_key = relaxed_peek(reader).kind == MARK_COLON;
    reader->lexer = saved;
    saved.problems->count = problems.count;
    return is_key;
}

static bool relaxed_line_ended(const struct relaxed_reader *reader, size_t from)
{
    slice between = slice_skip(slice_take(reader->lexer.text, reader->lexer.at), from);
    return slice_find_byte(between, '\n') != SLICE_NONE;
}

static struct json_value *relaxed_new(struct relaxed_reader *reader, enum json_kind kind,
                                      size_t begin, size_t end)
{
    struct json_value *value = json_new(reader->lexer.scratch, kind);
    value->span = span_make(reader->lexer.source, begin, end);
    return value;
}

/* The value that a key lacks: null, and a problem unless an ellipsis stands for it. */
static struct json_value *relaxed_absent_value(struct relaxed_reader *reader)
{
    struct json_mark mark = relaxed_peek(reader);
    if (mark.kind == MARK_ELLIPSIS) {
        json_lex_take(&reader->lexer, mark);
        return relaxed_new(reader, JSON_NULL, reader->lexer.at - mark.len, reader->lexer.at);
    }
    size_t at = reader->lexer.last_end;
    relaxed_problem_at(reader, JSON_PROBLEM_UNEXPECTED, at);
    return relaxed_new(reader, JSON_NULL, at, at);
}

static struct json_value *relaxed_member_value(struct relaxed_reader *reader)
{
    size_t colon_end = reader->lexer.last_end;
    struct json_mark mark = relaxed_peek(reader);
    bool absent = mark.kind == MARK_ELLIPSIS || mark.kind == MARK_COMMA ||
                  mark.kind == MARK_CLOSE_OBJECT || mark.kind == MARK_CLOSE_ARRAY ||
                  mark.kind == MARK_END;
    if (!absent && mark.kind == MARK_QUOTE && relaxed_line_ended(reader, colon_end))
        absent = relaxed_next_is_key(reader);
    return absent ? relaxed_absent_value(reader) : relaxed_value(reader);
}

static void relaxed_check_duplicate(struct relaxed_reader *reader, struct json_value *object,
                                    struct json_value *member, struct map *keys)
{
    if (!json_text_is_new_key(object, keys, member))
        json_lex_problem(&reader->lexer, JSON_PROBLEM_DUPLICATE_KEY, member->key_span.begin,
                         member->key_span.end);
}

static void relaxed_add_member(struct relaxed_reader *reader, struct json_value *object,
                               struct map *keys, struct span key_span, slice key)
{
    struct json_value *value = relaxed_member_value(reader);
    if (value == NULL)
        return;
    value->key = key;
    value->key_span = key_span;
    relaxed_check_duplicate(reader, object, value, keys);
    json_append(object, value);
}

/* Behind a quoted key: its colon. False if nothing that follows belongs to the key. */
static bool relaxed_colon(struct relaxed_reader *reader)
{
    size_t key_end = reader->lexer.at;
    struct json_mark mark = relaxed_peek(reader);
    if (mark.kind == MARK_COLON) {
        json_lex_take(&reader->lexer, mark);
        while (mark = relaxed_peek(reader), mark.kind == MARK_COLON)
            relaxed_skip(reader, mark);
        return true;
    }
    relaxed_problem_at(reader, JSON_PROBLEM_MISSING_COLON, key_end);
    if (relaxed_line_ended(reader, key_end))
        return false;
    if (mark.kind == MARK_QUOTE)
        return !relaxed_next_is_key(reader);
    return mark.kind == MARK_WORD || mark.kind == MARK_OPEN_OBJECT || mark.kind == MARK_OPEN_ARRAY;
}

static void relaxed_quoted_member(struct relaxed_reader *reader, struct json_value *object,
                                  struct map *keys, struct sequence *sequence)
{
    size_t begin = reader->lexer.at;
    size_t before = reader->lexer.last_end;
    size_t problem_count = reader->lexer.problems->count;
    slice key = json_lex_string(&reader->lexer, true);
    struct span key_span = span_make(reader->lexer.source, begin, reader->lexer.at);
    if (text_is_ellipsis(key) && relaxed_peek(reader).kind != MARK_COLON) {
        reader->lexer.problems->count = problem_count;
        json_lex_problem(&reader->lexer, JSON_PROBLEM_ELLIPSIS, begin, key_span.end);
        *sequence = (struct sequence){.needs_comma = true, .after_ellipsis = true};
        return;
    }
    if (sequence->needs_comma && !sequence->after_ellipsis)
        relaxed_problem_at(reader, JSON_PROBLEM_MISSING_COMMA, before);
    *sequence = (struct sequence){.needs_comma = true};
    if (relaxed_colon(reader)) {
        relaxed_add_member(reader, object, keys, key_span, key);
        return;
    }
    struct json_value *nothing = relaxed_new(reader, JSON_NULL, key_span.end, key_span.end);
    nothing->key = key;
    nothing->key_span = key_span;
    relaxed_check_duplicate(reader, object, nothing, keys);
    json_append(object, nothing);
}

static void relaxed_bare_member(struct relaxed_reader *reader, struct json_value *object,
                                struct map *keys, struct sequence *sequence)
{
    size_t begin = reader->lexer.at;
    size_t len = json_lex_key_word(&reader->lexer);
    if (len == 0) {
        bool lacks_quote = false;
        json_lex_word(&reader->lexer, &lacks_quote);
        json_lex_problem(&reader->lexer, JSON_PROBLEM_UNEXPECTED, begin, reader->lexer.at);
        sequence->after_ellipsis = true; /* like an ellipsis, a remark needs no comma */
        return;
    }
    sequence_begin_item(reader, sequence);
    slice key = slice_take(slice_skip(reader->lexer.text, begin), len);
    reader->lexer.at = begin + len;
    reader->lexer.last_end = reader->lexer.at;
    json_lex_problem(&reader->lexer, JSON_PROBLEM_UNQUOTED_KEY, begin, begin + len);
    if (relaxed_colon(reader))
        relaxed_add_member(reader, object, keys,
                           span_make(reader->lexer.source, begin, begin + len), key);
}

/* A brace or bracket where a key should be: the members of the former count as ours. */
static void relaxed_keyless(struct relaxed_reader *reader, struct json_value *object,
                            struct map *keys, struct sequence *sequence, struct json_mark mark)
{
    sequence_begin_item(reader, sequence);
    if (mark.kind == MARK_OPEN_ARRAY) {
        size_t begin = reader->lexer.at;
        json_lex_problem(&reader->lexer, JSON_PROBLEM_UNEXPECTED, begin, begin + mark.len);
        relaxed_value(reader);
        return;
    }
    if (!relaxed_enter(reader))
        return;
    relaxed_skip(reader, mark);
    relaxed_members(reader, object, keys);
    reader->depth--;
}

/* An end that is not ours. True if an outer object or array waits for it, and ours ends here. */
static bool relaxed_foreign_close(struct relaxed_reader *reader, struct json_mark mark)
{
    unsigned waiting = mark.kind == MARK_CLOSE_OBJECT ? reader->open_objects : reader->open_arrays;
    if (waiting == 0) {
        relaxed_skip(reader, mark);
        return false;
    }
    relaxed_problem_at(reader, JSON_PROBLEM_MISSING_CLOSE, reader->lexer.last_end);
    return true;
}

/* Reads members until the object ends. Returns true if a brace of its own ended it. */
static bool relaxed_members(struct relaxed_reader *reader, struct json_value *object,
                            struct map *keys)
{
    struct sequence sequence = {0};
    while (!reader->failed) {
        struct json_mark mark = relaxed_peek(reader);
        switch (mark.kind) {
        case MARK_END:
            relaxed_problem_at(reader, JSON_PROBLEM_MISSING_CLOSE, reader->lexer.last_end);
            return false;
        case MARK_CLOSE_OBJECT:
            sequence_close(reader, mark, &sequence);
            return true;
        case MARK_CLOSE_ARRAY:
            if (relaxed_foreign_close(reader, mark))
                return false;
            break;
        case MARK_COMMA:
            sequence_take_comma(reader, mark, &sequence);
            break;
        case MARK_COLON:
            relaxed_skip(reader, mark);
            break;
        case MARK_ELLIPSIS:
            sequence_take_ellipsis(reader, mark, &sequence);
            break;
        case MARK_OPEN_OBJECT:
        case MARK_OPEN_ARRAY:
            relaxed_keyless(reader, object, keys, &sequence, mark);
            break;
        case MARK_QUOTE:
            relaxed_quoted_member(reader, object, keys, &sequence);
            break;
        case MARK_WORD:
            relaxed_bare_member(reader, object, keys, &sequence);
            break;
        }
    }
    return false;
}

static struct json_value *relaxed_object(struct relaxed_reader *reader)
{
    if (!relaxed_enter(reader))
        return NULL;
    struct json_value *object = relaxed_new(reader, JSON_OBJECT, reader->lexer.at, 0);
    struct map keys;
    map_init(&keys, reader->lexer.scratch);
    json_lex_take(&reader->lexer, relaxed_peek(reader));
    reader->open_objects++;
    relaxed_members(reader, object, &keys);
    reader->open_objects--;
    reader->depth--;
    span_end_at(&object->span, reader->lexer.last_end);
    return object;
}

/*
 * A key in an array. In an empty one the braces around the members are missing; in another the
 * array's bracket is missing, and the key belongs to the object outside. Returns false then.
 */
static bool relaxed_key_in_array(struct relaxed_reader *reader, struct json_value *array,
                                 struct sequence *sequence)
{
    relaxed_problem_at(reader, JSON_PROBLEM_MISSING_CLOSE, reader->lexer.last_end);
    if (array->first != NULL && reader->open_objects > 0) {
        if (sequence->after_comma) {
            reader->lexer.at = sequence->comma;
            reader->lexer.last_end = sequence->comma;
        }
        return false;
    }
    if (!relaxed_enter(reader))
        return false;
    struct json_value *object = relaxed_new(reader, JSON_OBJECT, reader->lexer.at, 0);
    struct map keys;
    map_init(&keys, reader->lexer.scratch);
    relaxed_members(reader, object, &keys);
    reader->depth--;
    span_end_at(&object->span, reader->lexer.last_end);
    json_append(array, object);
    *sequence = (struct sequence){.needs_comma = true};
    return true;
}

/* Adds the value at lexer.at to ARRAY. Returns false if the array ends instead. */
static bool relaxed_element(struct relaxed_reader *reader, struct json_value *array,
                            struct sequence *sequence, struct json_mark mark)
{
    if (mark.kind == MARK_QUOTE && relaxed_next_is_key(reader))
        return relaxed_key_in_array(reader, array, sequence);
    sequence_begin_item(reader, sequence);
    struct json_value *element = relaxed_value(reader);
    if (element != NULL)
        json_append(array, element);
    return true;
}

static void relaxed_elements(struct relaxed_reader *reader, struct json_value *array)
{
    struct sequence sequence = {0};
    while (!reader->failed) {
        struct json_mark mark = relaxed_peek(reader);
        switch (mark.kind) {
        case MARK_END:
            relaxed_problem_at(reader, JSON_PROBLEM_MISSING_CLOSE, reader->lexer.last_end);
            return;
        case MARK_CLOSE_ARRAY:
            sequence_close(reader, mark, &sequence);
            return;
        case MARK_CLOSE_OBJECT:
            if (relaxed_foreign_close(reader, mark))
                return;
            break;
        case MARK_COMMA:
            sequence_take_comma(reader, mark, &sequence);
            break;
        case MARK_COLON:
            relaxed_skip(reader, mark);
            break;
        case MARK_ELLIPSIS:
            sequence_take_ellipsis(reader, mark, &sequence);
            break;
        case MARK_OPEN_OBJECT:
        case MARK_OPEN_ARRAY:
        case MARK_QUOTE:
        case MARK_WORD:
            if (!relaxed_element(reader, array, &sequence, mark))
                return;
            break;
        }
    }
}

static struct json_value *relaxed_array(struct relaxed_reader *reader)
{
    if (!relaxed_enter(reader))
        return NULL;
    struct json_value *array = relaxed_new(reader, JSON_ARRAY, reader->lexer.at, 0);
    json_lex_take(&reader->lexer, relaxed_peek(reader));
    reader->open_arrays++;
    relaxed_elements(reader, array);
    reader->open_arrays--;
    reader->depth--;
    span_end_at(&array->span, reader->lexer.last_end);
    return array;
}

/* `"a" | "b"`: alternatives outside of the quotes, joined as if they stood inside. */
static void relaxed_alternatives(struct relaxed_reader *reader, struct json_value *value)
{
    while (relaxed_peek(reader).kind == MARK_WORD &&
           reader->lexer.text.ptr[reader->lexer.at] == '|') {
        json_lex_problem(&reader->lexer, JSON_PROBLEM_UNEXPECTED, reader->lexer.at,
                         reader->lexer.at + 1);
        reader->lexer.at++;
        struct json_mark mark = relaxed_peek(reader);
        if (mark.kind != MARK_QUOTE)
            return;
        slice next = json_lex_string(&reader->lexer, false);
        value->text = arena_format(reader->lexer.arena, "%.*s | %.*s", SLICE_ARGS(value->text),
                                   SLICE_ARGS(next));
    }
}

static struct json_value *relaxed_string(struct relaxed_reader *reader)
{
    struct json_value *value = relaxed_new(reader, JSON_STRING, reader->lexer.at, 0);
    value->text = json_lex_string(&reader->lexer, false);
    span_end_at(&value->span, reader->lexer.at);
    relaxed_alternatives(reader, value);
    return value;
}

/* The number that WORD means although it is not written as RFC 8259 has it, or an empty slice. */
static slice relaxed_number(struct arena *arena, slice word)
{
    slice sign = slice_take(word, word.len > 0 && word.ptr[0] == '-');
    slice rest = slice_skip(word, word.len > 0 && (word.ptr[0] == '-' || word.ptr[0] == '+'));
    slice whole = slice_take(rest, json_text_digits(rest));
    rest = slice_skip(rest, whole.len);
    bool point = slice_starts_with(rest, SLICE("."));
    rest = slice_skip(rest, point);
    slice fraction = slice_take(rest, point ? json_text_digits(rest) : 0);
    rest = slice_skip(rest, fraction.len);
    if (rest.len > 0 || whole.len + fraction.len == 0)
        return (slice){0};
    while (whole.len > 1 && whole.ptr[0] == '0')
        whole = slice_skip(whole, 1);
    if (whole.len == 0)
        whole = SLICE("0");
    return arena_format(arena, "%.*s%.*s%s%.*s", SLICE_ARGS(sign), SLICE_ARGS(whole),
                        fraction.len > 0 ? "." : "", SLICE_ARGS(fraction));
}

/* What a bare word is if it is none of the literals: a number, or a string without quotes. */
static void relaxed_classify(struct relaxed_reader *reader, struct json_value *value, slice word)
{
    size_t begin = value->span.begin;
    size_t end = value->span.end;
    value->kind = JSON_NUMBER;
    value->text = word;
    if (json_text_number(word) == word.len)
        return;
    slice number = relaxed_number(reader->lexer.arena, word);
    if (number.len > 0) {
        value->text = number;
        json_lex_problem(&reader->lexer, JSON_PROBLEM_NUMBER, begin, end);
        return;
    }
    value->kind = JSON_STRING;
    json_lex_problem(&reader->lexer, JSON_PROBLEM_UNQUOTED_VALUE, begin, end);
}

static struct json_value *relaxed_word(struct relaxed_reader *reader)
{
    size_t begin = reader->lexer.at;
    bool lacks_quote = false;
    slice word = json_lex_word(&reader->lexer, &lacks_quote);
    struct json_value *value = relaxed_new(reader, JSON_NULL, begin, reader->lexer.at);
    if (lacks_quote) {
        value->kind = JSON_STRING;
        value->text = word;
        return value;
    }
    for (size_t i = 0; i < LITERAL_COUNT; i++) {
        if (!slice_equal_ignore_case(word, literals[i]))
            continue;
        if (!slice_equal(word, literals[i]))
            json_lex_problem(&reader->lexer, JSON_PROBLEM_UNQUOTED_VALUE, begin, reader->lexer.at);
        value->kind = i == 0 ? JSON_NULL : JSON_BOOLEAN;
        value->boolean = i == 2;
        value->text = i == 0 ? (slice){0} : literals[i];
        return value;
    }
    relaxed_classify(reader, value, word);
    return value;
}

/* Reads what stands at lexer.at, which begins a value. NULL if it is nested too deeply. */
static struct json_value *relaxed_value(struct relaxed_reader *reader)
{
    switch (relaxed_peek(reader).kind) {
    case MARK_OPEN_OBJECT:
        return relaxed_object(reader);
    case MARK_OPEN_ARRAY:
        return relaxed_array(reader);
    case MARK_QUOTE:
        return relaxed_string(reader);
    default:
        return relaxed_word(reader);
    }
}

static bool relaxed_begins_line(const struct json_lexer *lexer, size_t begin, size_t offset)
{
    while (offset > begin && ascii_is_space(lexer->text.ptr[offset - 1])) {
        offset--;
        if (lexer->text.ptr[offset] == '\n')
            return true;
    }
    return offset == begin;
}

/* True if TEXT begins with a number or a literal. */
static bool relaxed_begins_scalar(slice text)
{
    if (json_text_number(text) > 0)
        return true;
    for (size_t i = 0; i < LITERAL_COUNT; i++)
        if (slice_starts_with(text, literals[i]) &&
            (text.len == literals[i].len || !ascii_is_alnum(text.ptr[literals[i].len])))
            return true;
    return false;
}

/* True if the brace or bracket at OFFSET seems to begin JSON, not a path's {id} or a drawing. */
static bool relaxed_begins_value(const struct json_lexer *lexer, size_t begin, size_t offset)
{
    struct json_mark open = json_lex_mark(lexer, offset);
    if (open.kind != MARK_OPEN_OBJECT && open.kind != MARK_OPEN_ARRAY)
        return false;
    struct json_problems ignored = {0};
    struct json_lexer ahead = *lexer;
    ahead.problems = &ignored;
    ahead.at = offset + open.len;
    struct json_mark next = json_lex_peek(&ahead);
    bool quoted = next.kind == MARK_QUOTE || next.kind == MARK_ELLIPSIS;
    if (open.kind == MARK_OPEN_OBJECT)
        return quoted || next.kind == MARK_CLOSE_OBJECT || next.kind == MARK_END ||
               next.kind == MARK_OPEN_OBJECT || json_lex_key_word(&ahead) > 0;
    if (!relaxed_begins_line(lexer, begin, offset))
        return false;
    return quoted || next.kind == MARK_OPEN_OBJECT || next.kind == MARK_OPEN_ARRAY ||
           next.kind == MARK_CLOSE_ARRAY ||
           (next.kind == MARK_WORD && relaxed_begins_scalar(slice_skip(ahead.text, ahead.at)));
}

/* Moves to where the first object or array begins. False if there is none. */
static bool relaxed_find_value(struct relaxed_reader *reader)
{
    struct json_lexer *lexer = &reader->lexer;
    size_t begin = lexer->at;
    size_t at = begin;
    while (at < lexer->text.len && !relaxed_begins_value(lexer, begin, at))
        at++;
    if (at == lexer->text.len)
        return false;
    slice before = slice_trim(slice_take(slice_skip(lexer->text, begin), at - begin));
    if (before.len > 0) {
        size_t offset = (size_t)(before.ptr - lexer->text.ptr);
        json_lex_problem(lexer, JSON_PROBLEM_UNEXPECTED, offset, offset + before.len);
    }
    lexer->at = at;
    return true;
}

/* The whole text is the inside of an object. */
static struct json_value *relaxed_braceless(struct relaxed_reader *reader)
{
    size_t begin = reader->lexer.at;
    struct json_value *object = relaxed_new(reader, JSON_OBJECT, begin, 0);
    struct map keys;
    map_init(&keys, reader->lexer.scratch);
    reader->depth++;
    relaxed_problem_at(reader, JSON_PROBLEM_MISSING_CLOSE, begin);
    relaxed_members(reader, object, &keys);
    reader->depth--;
    span_end_at(&object->span, reader->lexer.last_end);
    return object;
}

/* More members behind the last brace: that brace was one too many, or came too early. */
static bool relaxed_resume(struct relaxed_reader *reader, struct json_value *object)
{
    struct json_mark mark = relaxed_peek(reader);
    struct json_lexer saved = reader->lexer;
    size_t brace = object->span.end - 1;
    if (object->kind != JSON_OBJECT || object->first == NULL)
        return false;
    if (mark.kind == MARK_COMMA) {
        reader->lexer.at += mark.len;
        mark = relaxed_peek(reader);
    }
    if (mark.kind != MARK_QUOTE || !relaxed_next_is_key(reader)) {
        reader->lexer = saved;
        return false;
    }
    json_lex_problem(&reader->lexer, JSON_PROBLEM_UNEXPECTED, brace, brace + 1);
    struct map keys;
    map_init(&keys, reader->lexer.scratch);
    reader->depth++;
    relaxed_members(reader, object, &keys);
    reader->depth--;
    span_end_at(&object->span, reader->lexer.last_end);
    return !reader->failed;
}

static void relaxed_list_rest(struct relaxed_reader *reader)
{
    slice rest = slice_trim(slice_skip(reader->lexer.text, reader->lexer.at));
    if (relaxed_peek(reader).kind == MARK_END || rest.len == 0)
        return;
    size_t begin = (size_t)(rest.ptr - reader->lexer.text.ptr);
    json_lex_problem(&reader->lexer, JSON_PROBLEM_TRAILING_TEXT, begin, begin + rest.len);
}

static struct json_value *relaxed_read(struct arena *arena, struct arena *scratch, struct span span,
                                       struct json_problems *problems)
{
    struct relaxed_reader reader = {.depth = 0};
    json_lex_init(&reader.lexer, arena, scratch, span, problems);
    struct json_mark first = relaxed_peek(&reader);
    struct json_value *value = NULL;
    if (first.kind == MARK_QUOTE && relaxed_next_is_key(&reader)) {
        value = relaxed_braceless(&reader);
    } else if (relaxed_find_value(&reader)) {
        value = relaxed_value(&reader);
    } else {
        problems->count = 0;
        return NULL;
    }
    while (!reader.failed && relaxed_resume(&reader, value))
        continue;
    if (reader.failed)
        return NULL;
    relaxed_list_rest(&reader);
    return value;
}

/* Most JSON of pages needs no recovery, and the strict reader is faster. */
static struct json_value *relaxed_read_sound(struct arena *arena, struct arena *scratch,
                                             struct span span)
{
    struct json_problem problem;
    slice text = slice_trim(span_text(span));
    bool container = text.len > 0 && (text.ptr[0] == '{' || text.ptr[0] == '[');
    return container ? json_read_strict(arena, scratch, span, &problem) : NULL;
}

struct json_value *json_read_relaxed(struct arena *arena, struct arena *scratch, struct span span,
                                     struct json_problems *problems)
{
    *problems = (struct json_problems){0};
    struct json_value *sound = relaxed_read_sound(arena, scratch, span);
    return sound != NULL ? sound : relaxed_read(arena, scratch, span, problems);
}
