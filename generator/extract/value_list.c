#include "extract/value_list.h"

#include "extract/identifier.h"
#include "extract/lookup.h"

#include <string.h>

/* Longer code is an expression, not a value. */
#define VALUE_LENGTH_MAX 100

/* "and", "oder": words of so many bytes may join the last two items of a list. */
#define CONJUNCTION_MAX 6

/* One with another number stays, so that the model can tell of it. */
static bool is_repeated(const struct value_facts *value, const struct value_facts *other)
{
    return slice_equal(value->name, other->name) &&
           !(value->numbered && other->numbered && value->number != other->number);
}

void value_list_add(struct arena *arena, struct value_list *values, const struct value_facts *value)
{
    for (size_t i = 0; i < values->count; i++)
        if (is_repeated(value, &values->items[i]))
            return;
    values->items = arena_extend(arena, values->items, values->count, sizeof *values->items);
    values->items[values->count++] = *value;
}

static slice trim_value(slice text)
{
    text = slice_trim(text);
    while (text.len > 0 && strchr(",;'\"", text.ptr[text.len - 1]) != NULL)
        text = slice_trim(slice_take(text, text.len - 1));
    while (text.len > 0 && strchr("'\"", text.ptr[0]) != NULL)
        text = slice_trim(slice_skip(text, 1));
    return text;
}

static bool is_value(slice text)
{
    if (text.len == 0 || text.len > VALUE_LENGTH_MAX || slice_equal(text, SLICE("null")))
        return false;
    if (strchr("$/@{", text.ptr[0]) != NULL || slice_find(text, SLICE(": ")) != SLICE_NONE)
        return false;
    /* Calls, comparisons and placeholders ("#<data-id>") are no values. */
    return slice_find_byte(text, '(') == SLICE_NONE && slice_find_byte(text, '=') == SLICE_NONE &&
           slice_find_byte(text, '<') == SLICE_NONE;
}

static void add_value(struct arena *arena, slice name, struct span span, bool quoted,
                      struct value_list *values)
{
    struct value_facts value = {.name = trim_value(name), .quoted = quoted, .span = span};
    if (is_value(value.name))
        value_list_add(arena, values, &value);
}

/* Adds the parts of TEXT between separators if all are identifiers; else says false. */
static bool add_parts(struct arena *arena, slice text, char separator, struct span span,
                      struct value_list *values)
{
    if (slice_find_byte(text, separator) == SLICE_NONE)
        return false;
    slice part;
    slice rest = text;
    bool more = true;
    while (more) {
        more = slice_cut(rest, separator, &part, &rest);
        part = trim_value(part);
        if (part.len > 0 && !identifier_is_dotted(part))
            return false;
    }
    rest = text;
    more = true;
    while (more) {
        more = slice_cut(rest, separator, &part, &rest);
        add_value(arena, part, span, true, values);
    }
    return true;
}

/* "`a``b`", two values with nothing between them, is one span of code to Markdown. */
static void add_code(struct arena *arena, const struct inline_piece *piece,
                     struct value_list *values)
{
    slice rest = piece->text;
    for (size_t at = slice_find(rest, SLICE("``")); at != SLICE_NONE;
         at = slice_find(rest, SLICE("``"))) {
        add_value(arena, slice_take(rest, at), piece->span, true, values);
        rest = slice_skip(rest, at + 2);
    }
    if (!add_parts(arena, rest, ',', piece->span, values) &&
        !add_parts(arena, rest, '|', piece->span, values))
        add_value(arena, rest, piece->span, true, values);
}

/* Where in the sentences behind the phrase the reader is. */
struct cursor {
    size_t from;         /* text before is not looked at */
    bool begun;          /* the sentence that holds the list was reached */
    bool ended;          /* and left */
    bool at_start;       /* at the start of a sentence or line */
    bool more_announced; /* a header's name was met */
};

static void cursor_pass_text(struct cursor *cursor, slice text, size_t begin)
{
    size_t i = begin < cursor->from ? cursor->from - begin : 0;
    while (i < text.len) {
        size_t end = prose_sentence_end(text, i);
        if (end > 0) {
            cursor->ended = cursor->begun;
            cursor->at_start = true;
        } else if (!ascii_is_space(text.ptr[i]) && strchr("-*(\"':", text.ptr[i]) == NULL) {
            cursor->at_start = false;
        }
        i += end > 0 ? end : 1;
    }
}

static bool is_header_name(slice code)
{
    size_t colon = slice_find(code, SLICE(": "));
    return colon != SLICE_NONE && colon > 0;
}

/* Takes one code piece; returns false where the list ends. */
static bool cursor_pass_code(struct cursor *cursor, struct arena *arena,
                             const struct inline_piece *piece, struct value_list *values)
{
    if (slice_starts_with(slice_trim(piece->text), SLICE("$")))
        return false;
    if (is_header_name(piece->text)) {
        cursor->more_announced = true;
        return true;
    }
    if (!cursor->ended || cursor->at_start || cursor->more_announced)
        add_code(arena, piece, values);
    cursor->begun = true;
    cursor->at_start = false;
    return true;
}

static void read_code(const struct reading *reading, const struct prose *prose, size_t from,
                      struct value_list *values)
{
    struct cursor cursor = {.from = from};
    for (size_t i = 0; i < prose->content->count; i++) {
        const struct inline_piece *piece = &prose->content->pieces[i];
        if (prose_piece_end(prose, i) <= from)
            continue;
        if (piece->kind == INLINE_CODE) {
            if (!cursor_pass_code(&cursor, reading->arena, piece, values))
                return;
        } else if (piece->kind == INLINE_BREAK) {
            cursor_pass_text(&cursor, SLICE("\n"), prose->begins[i]);
        } else {
            cursor_pass_text(&cursor, piece->text, prose->begins[i]);
        }
    }
}

static void read_strong(const struct reading *reading, const struct prose *prose, size_t from,
                        struct value_list *values)
{
    for (size_t i = 0; i < prose->content->count; i++) {
        const struct inline_piece *piece = &prose->content->pieces[i];
        if (piece->strong && prose->begins[i] >= from &&
            identifier_is_simple(trim_value(piece->text)))
            add_value(reading->arena, piece->text, piece->span, false, values);
    }
    if (values->count < 2)
        values->count = 0;
}

/* Adds the last item of a list of plain words: "c", "and c" or "b and c". */
static bool add_last_item(const struct reading *reading, const struct prose *prose, slice part,
                          struct value_list *values)
{
    slice words[3];
    size_t count = 0;
    bool more = true;
    while (more) {
        slice word;
        more = slice_cut(part, ' ', &word, &part);
        word = trim_value(word);
        if (word.len == 0)
            continue;
        if (count == 3)
            return false;
        words[count++] = word;
    }
    bool joined = count > 1 && words[count - 2].len <= CONJUNCTION_MAX;
    if (count == 0 || (count > 1 && !joined) || !identifier_is_simple(words[count - 1]) ||
        !identifier_is_simple(words[0]))
        return false;
    if (count == 3)
        add_value(reading->arena, words[0], prose->content->span, false, values);
    add_value(reading->arena, words[count - 1], prose->content->span, false, values);
    return true;
}

/* Plain words: "Possible values: Busy, Free and Away." All must be identifiers, or none counts. */
static void read_plain(const struct reading *reading, const struct prose *prose, size_t from,
                       struct value_list *values)
{
    slice text = slice_skip(prose->text, from);
    while (text.len > 0 && strchr(": \n([{", text.ptr[0]) != NULL)
        text = slice_skip(text, 1);
    size_t end = 0;
    while (end < text.len && strchr(")]}", text.ptr[end]) == NULL &&
           prose_sentence_end(text, end) == 0)
        end++;
    slice rest = slice_take(text, end);
    slice part = rest;
    bool good = slice_find_byte(rest, ',') != SLICE_NONE;
    while (good && slice_cut(rest, ',', &part, &rest)) {
        good = identifier_is_simple(trim_value(part));
        if (good)
            add_value(reading->arena, part, prose->content->span, false, values);
    }
    if (!good || !add_last_item(reading, prose, part, values))
        values->count = 0;
}

void value_list_read_prose(const struct reading *reading, const struct prose *prose, size_t from,
                           struct value_list *values)
{
    read_code(reading, prose, from, values);
    if (values->count == 0)
        read_strong(reading, prose, from, values);
    if (values->count == 0)
        read_plain(reading, prose, from, values);
}

/* A literal of a union: in quotes, or code that begins with a small letter as no name of a type
 * does, and is no word for one (`string` | `null`). */
static bool add_literal(const struct reading *reading, slice part, bool code, struct span span,
                        struct value_list *values)
{
    struct vocab_type type = {0};
    part = slice_trim(part);
    bool quoted = part.len > 2 && (part.ptr[0] == '"' || part.ptr[0] == '\'') &&
                  part.ptr[part.len - 1] == part.ptr[0];
    slice name = trim_value(part);
    if (slice_equal_ignore_case(name, SLICE("null")))
        return true;
    if (!identifier_is_simple(name))
        return false;
    if (!quoted)
        vocab_type(reading->words, reading->arena, name, &type);
    if (!quoted && (!code || !ascii_is_lower(name.ptr[0]) || !slice_equal(type.name, name)))
        return false;
    add_value(reading->arena, name, span, true, values);
    return true;
}

/* `red` | `blue`, or "red" | 'blue': nothing else may stand there. */
static bool read_union(const struct reading *reading, const struct inline_content *cell,
                       struct value_list *values)
{
    for (size_t i = 0; i < cell->count; i++) {
        const struct inline_piece *piece = &cell->pieces[i];
        slice part, rest = piece->text;
        bool code = piece->kind == INLINE_CODE;
        for (bool more = true; more;) {
            more = slice_cut(rest, '|', &part, &rest);
            if (slice_trim(part).len > 0 && !add_literal(reading, part, code, piece->span, values))
                return false;
        }
    }
    return values->count >= 2;
}

bool value_list_read_type(const struct reading *reading, const struct inline_content *cell,
                          struct value_list *values)
{
    struct vocab_match match;
    struct prose prose;
    bool all = slice_find_byte(cell->text, '|') != SLICE_NONE && read_union(reading, cell, values);
    if (!all)
        values->count = 0;
    if (all ||
        !lookup_words(reading->lookup, reading->scratch, cell->text)->found[PHRASE_POSSIBLE_VALUES])
        return all;
    prose_read(reading, cell, &prose);
    if (vocab_find(reading->words, PHRASE_POSSIBLE_VALUES, prose.text, &match))
        value_list_read_prose(reading, &prose, match.end, values);
    return false;
}

void value_list_read_adjoining(const struct reading *reading, const struct prose *prose,
                               size_t from, struct value_list *values)
{
    for (size_t i = 0; i < prose->content->count; i++) {
        if (prose->begins[i] < from || prose->content->pieces[i].kind != INLINE_CODE)
            continue;
        slice between = slice_skip(slice_take(prose->text, prose->begins[i]), from);
        if (slice_trim(between).len == 0)
            read_code(reading, prose, from, values);
        break;
    }
    if (values->count < 2)
        values->count = 0;
}

void value_list_read_alternation(struct arena *arena, slice text, struct span span,
                                 struct value_list *values)
{
    slice part;
    slice rest = text;
    bool more = slice_find_byte(text, '|') != SLICE_NONE;
    while (more) {
        more = slice_cut(rest, '|', &part, &rest);
        add_value(arena, part, span, true, values);
    }
    if (values->count < 2)
        values->count = 0;
}
