#include "support/json_lex.h"

#include "support/json_text.h"
#include "support/utf8.h"

struct spelling {
    slice text;
    enum json_mark_kind kind;
    bool ordinary;
};

/* Of two that begin alike the longer stands first. */
static const struct spelling spellings[] = {
    {{"{", 1}, MARK_OPEN_OBJECT, true},
    {{"}", 1}, MARK_CLOSE_OBJECT, true},
    {{"[", 1}, MARK_OPEN_ARRAY, true},
    {{"]", 1}, MARK_CLOSE_ARRAY, true},
    {{":", 1}, MARK_COLON, true},
    {{",", 1}, MARK_COMMA, true},
    {{"\"", 1}, MARK_QUOTE, true},
    {{"&quot;", 6}, MARK_QUOTE, false},
    {{"&#34;", 5}, MARK_QUOTE, false},
    {{"\\\"", 2}, MARK_QUOTE, false},
    {{"'", 1}, MARK_QUOTE, false},
    {{"\xE2\x80\x98", 3}, MARK_QUOTE, false},   /* U+2018 */
    {{"\xE2\x80\x99", 3}, MARK_QUOTE, false},   /* U+2019 */
    {{"\xE2\x80\x9C", 3}, MARK_QUOTE, false},   /* U+201C */
    {{"\xE2\x80\x9D", 3}, MARK_QUOTE, false},   /* U+201D */
    {{"\xEF\xBC\x82", 3}, MARK_QUOTE, false},   /* U+FF02 */
    {{"\xE2\x80\xA6", 3}, MARK_ELLIPSIS, true}, /* U+2026 */
    {{";", 1}, MARK_COMMA, false},
    {{"\xEF\xBC\x8C", 3}, MARK_COMMA, false}, /* U+FF0C */
    {{"\xE3\x80\x81", 3}, MARK_COMMA, false}, /* U+3001 */
    {{"=", 1}, MARK_COLON, false},
    {{"\xEF\xBC\x9A", 3}, MARK_COLON, false},        /* U+FF1A */
    {{"\xEF\xBD\x9B", 3}, MARK_OPEN_OBJECT, false},  /* U+FF5B */
    {{"\xEF\xBD\x9D", 3}, MARK_CLOSE_OBJECT, false}, /* U+FF5D */
};

static const struct {
    slice name;
    uint32_t code_point;
} entities[] = {
    {{"&quot;", 6}, '"'}, {{"&#34;", 5}, '"'}, {{"&apos;", 6}, '\''}, {{"&#39;", 5}, '\''},
    {{"&amp;", 5}, '&'},  {{"&lt;", 4}, '<'},  {{"&gt;", 4}, '>'},    {{"&nbsp;", 6}, 0xA0},
};

static const struct {
    slice open;
    slice close;
} comment_styles[] = {{{"/*", 2}, {"*/", 2}}, {{"<!--", 4}, {"-->", 3}}};

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* Quotes inside a string that is not escaped are looked for no further than this; see
 * lex_closing_quote. */
#define INNER_QUOTES_MAX 8

static size_t find_last(slice text, slice wanted)
{
    size_t found = SLICE_NONE;
    size_t at;
    for (size_t from = 0; (at = slice_find(slice_skip(text, from), wanted)) != SLICE_NONE;)
        from = (found = from + at) + 1;
    return found;
}

void json_lex_init(struct json_lexer *lexer, struct arena *arena, struct arena *scratch,
                   struct span span, struct json_problems *problems)
{
    slice text = span.source->text;
    *lexer = (struct json_lexer){
        .arena = arena,
        .scratch = scratch,
        .source = span.source,
        .problems = problems,
        .text = {text.ptr != NULL ? text.ptr : "", span.end < text.len ? span.end : text.len},
        .at = span.begin,
        .last_end = span.begin,
    };
    slice inside = slice_skip(lexer->text, span.begin);
    for (size_t i = 0; i < COUNT_OF(comment_styles); i++) {
        size_t last = find_last(inside, comment_styles[i].close);
        lexer->last_comment_closes[i] = last == SLICE_NONE ? SLICE_NONE : span.begin + last;
    }
}

void json_lex_problem(struct json_lexer *lexer, enum json_problem_kind kind, size_t begin,
                      size_t end)
{
    struct json_problems *problems = lexer->problems;
    problems->items =
        arena_extend(lexer->scratch, problems->items, problems->count, sizeof *problems->items);
    problems->items[problems->count++] =
        (struct json_problem){kind, span_make(lexer->source, begin, end)};
}

static slice lex_rest(const struct json_lexer *lexer, size_t offset)
{
    return slice_skip(lexer->text, offset);
}

/* The entity at the beginning of REST, or -1. */
static int lex_entity(slice rest)
{
    for (size_t i = 0; i < COUNT_OF(entities); i++)
        if (slice_starts_with(rest, entities[i].name))
            return (int)i;
    return -1;
}

struct json_mark json_lex_mark(const struct json_lexer *lexer, size_t offset)
{
    slice rest = lex_rest(lexer, offset);
    if (rest.len == 0)
        return (struct json_mark){MARK_END, 0, true};
    size_t dots = 0;
    while (dots < rest.len && rest.ptr[dots] == '.')
        dots++;
    if (dots >= 2)
        return (struct json_mark){MARK_ELLIPSIS, dots, true};
    if (ascii_is_alnum(rest.ptr[0]))
        return (struct json_mark){MARK_WORD, 1, true};
    for (size_t i = 0; i < COUNT_OF(spellings); i++)
        if (slice_starts_with(rest, spellings[i].text))
            return (struct json_mark){spellings[i].kind, spellings[i].text.len,
                                      spellings[i].ordinary};
    return (struct json_mark){MARK_WORD, 1, true};
}

/* How many bytes of white space that RFC 8259 does not know begin REST. */
static size_t lex_odd_space(slice rest)
{
    if (rest.len == 0)
        return 0;
    if (rest.ptr[0] == '\f' || rest.ptr[0] == '\v')
        return 1;
    if (slice_starts_with(rest, SLICE("&nbsp;")))
        return 6;
    if ((unsigned char)rest.ptr[0] < 0x80)
        return 0;
    size_t len = 0;
    uint32_t code_point = utf8_decode(rest, &len);
    return utf8_is_space(code_point) || code_point == 0x200B || code_point == 0xFEFF ? len : 0;
}

static bool lex_plain_space(slice rest)
{
    return rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\t' || rest.ptr[0] == '\n' ||
                            rest.ptr[0] == '\r');
}

static size_t lex_line_length(slice rest)
{
    size_t len = slice_find_byte(rest, '\n');
    if (len == SLICE_NONE)
        return rest.len;
    return len > 0 && rest.ptr[len - 1] == '\r' ? len - 1 : len;
}

/* The length of the comment at OFFSET, or 0. One that is not closed ends with its line. */
static size_t lex_comment(const struct json_lexer *lexer, size_t offset)
{
    slice rest = lex_rest(lexer, offset);
    if (slice_starts_with(rest, SLICE("//")))
        return lex_line_length(rest);
    for (size_t i = 0; i < COUNT_OF(comment_styles); i++) {
        slice open = comment_styles[i].open;
        slice close = comment_styles[i].close;
        if (!slice_starts_with(rest, open))
            continue;
        size_t last = lexer->last_comment_closes[i];
        if (last == SLICE_NONE || last < offset + open.len)
            return lex_line_length(rest);
        return open.len + slice_find(slice_skip(rest, open.len), close) + close.len;
    }
    return 0;
}

struct json_mark json_lex_peek(struct json_lexer *lexer)
{
    for (;;) {
        slice rest = lex_rest(lexer, lexer->at);
        size_t begin = lexer->at;
        size_t len = 0;
        if (lex_plain_space(rest)) {
            lexer->at++;
            continue;
        }
        while ((len = lex_odd_space(lex_rest(lexer, lexer->at))) > 0)
            lexer->at += len;
        if (lexer->at > begin) {
            json_lex_problem(lexer, JSON_PROBLEM_SPACE, begin, lexer->at);
            continue;
        }
        len = lex_comment(lexer, begin);
        if (len == 0)
            return json_lex_mark(lexer, lexer->at);
        lexer->at += len;
        json_lex_problem(lexer, JSON_PROBLEM_COMMENT, begin, lexer->at);
    }
}

void json_lex_take(struct json_lexer *lexer, struct json_mark mark)
{
    size_t begin = lexer->at;
    lexer->at += mark.len;
    lexer->last_end = lexer->at;
    if (mark.kind == MARK_ELLIPSIS)
        json_lex_problem(lexer, JSON_PROBLEM_ELLIPSIS, begin, lexer->at);
    else if (!mark.ordinary)
        json_lex_problem(lexer, JSON_PROBLEM_UNEXPECTED, begin, lexer->at);
}

/* The offset of the line end at or behind OFFSET. */
static size_t lex_line_end(const struct json_lexer *lexer, size_t offset)
{
    return offset + lex_line_length(lex_rest(lexer, offset));
}

static bool lex_is_single(slice quote)
{
    return slice_equal(quote, SLICE("'")) || slice_equal(quote, SLICE("\xE2\x80\x98")) ||
           slice_equal(quote, SLICE("\xE2\x80\x99"));
}

/* True if CLOSE can close what OPEN opened: the same, or quotes of the same number of strokes. */
static bool lex_closes(slice open, slice close)
{
    if (slice_equal(open, SLICE("\"")))
        return slice_equal(close, open);
    if (slice_equal(open, SLICE("\\\"")))
        return slice_equal(close, open);
    return lex_is_single(open) == lex_is_single(close);
}

/* True for the first byte of every spelling of a quote. */
static bool lex_may_be_quote(char c)
{
    return c == '"' || c == '\'' || c == '&' || c == '\\' || (unsigned char)c == 0xE2 ||
           (unsigned char)c == 0xEF;
}

/*
 * The offset of the next quote behind FROM that can close OPEN, or SLICE_NONE; *len is the quote's.
 * ON_LINE: the search ends with the line. (The end of the line is not looked for before: a whole
 * document may stand on one.)
 */
static size_t lex_next_quote(const struct json_lexer *lexer, slice open, size_t from, bool on_line,
                             size_t *len)
{
    bool escapes = !slice_equal(open, SLICE("\\\""));
    for (size_t i = from; i < lexer->text.len; i++) {
        char c = lexer->text.ptr[i];
        if (c == '\n' && on_line)
            return SLICE_NONE;
        if (escapes && c == '\\') {
            i += i + 1 < lexer->text.len && lexer->text.ptr[i + 1] != '\n';
            continue;
        }
        if (!lex_may_be_quote(c))
            continue;
        struct json_mark mark = json_lex_mark(lexer, i);
        if (mark.kind == MARK_QUOTE && lex_closes(open, slice_take(lex_rest(lexer, i), mark.len))) {
            *len = mark.len;
            return i;
        }
    }
    return SLICE_NONE;
}

/* What a string can be followed by: the offset of the first byte behind blanks. */
static size_t lex_skip_blanks(const struct json_lexer *lexer, size_t offset)
{
    while (offset < lexer->text.len &&
           (lexer->text.ptr[offset] == ' ' || lexer->text.ptr[offset] == '\t'))
        offset++;
    return offset;
}

/* True if what stands at OFFSET can follow a string. */
static bool lex_can_follow(const struct json_lexer *lexer, size_t offset)
{
    offset = lex_skip_blanks(lexer, offset);
    slice rest = lex_rest(lexer, offset);
    if (rest.len == 0 || lex_plain_space(rest) || lex_odd_space(rest) > 0 ||
        lex_comment(lexer, offset) > 0)
        return true;
    struct json_mark mark = json_lex_mark(lexer, offset);
    return mark.kind != MARK_WORD || rest.ptr[0] == '|' || rest.ptr[0] == '(';
}

/*
 * The quote that closes a string whose first candidate is at FIRST. A quote that nothing can follow
 * is one that should have been escaped, if a better one stands on the line and the text between
 * does not look like another member.
 */
static size_t lex_closing_quote(const struct json_lexer *lexer, slice open, size_t first,
                                size_t *len)
{
    size_t at = first;
    size_t at_len = *len;
    for (int tries = 0; tries < INNER_QUOTES_MAX && at != SLICE_NONE; tries++) {
        if (lex_can_follow(lexer, at + at_len)) {
            size_t behind = lex_skip_blanks(lexer, at + at_len);
            if (at != first && json_lex_mark(lexer, behind).kind == MARK_COLON)
                return first;
            *len = at_len;
            return at;
        }
        char behind = lex_rest(lexer, at + at_len).ptr[0];
        if (tries == 0 && !ascii_is_alnum(behind) && (unsigned char)behind < 0x80)
            return first;
        at = lex_next_quote(lexer, open, at + at_len, true, &at_len);
    }
    return first;
}

/* True if what stands at OFFSET can follow a string that is a value, and surely is no key's. */
static bool lex_ends_value(const struct json_lexer *lexer, size_t offset)
{
    enum json_mark_kind behind = json_lex_mark(lexer, lex_skip_blanks(lexer, offset)).kind;
    return lex_can_follow(lexer, offset) && behind != MARK_QUOTE && behind != MARK_COLON;
}

struct string_extent {
    size_t begin;     /* of the text */
    size_t end;       /* of the text */
    size_t close_len; /* of the closing quote; 0: it is missing */
};

/* A string that no quote closes on its line: it may go on over the line end, or lack its quote. */
static void lex_unclosed(const struct json_lexer *lexer, slice open, bool key,
                         struct string_extent *extent)
{
    size_t len = 0;
    size_t line_end = lex_line_end(lexer, extent->begin);
    size_t next = lex_next_quote(lexer, open, line_end, false, &len);
    if (next != SLICE_NONE && !key && lex_ends_value(lexer, next + len)) {
        extent->end = next;
        extent->close_len = len;
        return;
    }
    slice rest = slice_take(lex_rest(lexer, extent->begin), line_end - extent->begin);
    size_t colon = key ? slice_find_byte(rest, ':') : SLICE_NONE;
    rest = slice_take(rest, colon);
    while (rest.len > 0 &&
           (ascii_is_space(rest.ptr[rest.len - 1]) || rest.ptr[rest.len - 1] == ',' ||
            rest.ptr[rest.len - 1] == '}' || rest.ptr[rest.len - 1] == ']'))
        rest.len--;
    extent->end = extent->begin + rest.len;
}

/* A key such as `"name: "x"`: what seems to close it opens its value. */
static bool lex_key_lacks_close(const struct json_lexer *lexer, struct string_extent *extent)
{
    slice text = slice_take(lex_rest(lexer, extent->begin), extent->end - extent->begin);
    slice trimmed = slice_trim(text);
    struct json_mark behind =
        json_lex_mark(lexer, lex_skip_blanks(lexer, extent->end + extent->close_len));
    if (behind.kind == MARK_COLON)
        return false;
    size_t colon = slice_find_byte(trimmed, ':');
    if (colon == SLICE_NONE || colon == 0)
        return false;
    for (size_t i = 0; i < colon; i++)
        if (!ascii_is_alnum(trimmed.ptr[i]) && trimmed.ptr[i] != '_' && trimmed.ptr[i] != '.' &&
            trimmed.ptr[i] != '@')
            return false;
    slice behind_colon = slice_trim(slice_skip(trimmed, colon + 1));
    if (behind_colon.len > 0 && behind_colon.ptr[0] != '"')
        return false;
    extent->end = (size_t)(trimmed.ptr - lexer->text.ptr) + colon;
    extent->close_len = 0;
    return true;
}

/* True if QUOTE, found by lex_next_quote, closes a key for certain: a colon follows it. */
static bool lex_closes_key(const struct json_lexer *lexer, size_t quote, size_t len)
{
    return quote != SLICE_NONE &&
           json_lex_mark(lexer, lex_skip_blanks(lexer, quote + len)).kind == MARK_COLON;
}

static struct string_extent lex_string_extent(const struct json_lexer *lexer, slice open, bool key)
{
    struct string_extent extent = {.begin = lexer->at + open.len};
    size_t len = 0;
    size_t quote = lex_next_quote(lexer, open, extent.begin, true, &len);
    bool plain = slice_equal(open, SLICE("\""));
    if (plain && (key ? !lex_closes_key(lexer, quote, len) : quote == SLICE_NONE)) {
        open = SLICE("&quot;"); /* what a plain quote has opened can be closed by an entity */
        quote = lex_next_quote(lexer, open, extent.begin, true, &len);
    }
    if (quote == SLICE_NONE) {
        lex_unclosed(lexer, plain ? SLICE("\"") : open, key, &extent);
        return extent;
    }
    extent.end = lex_closing_quote(lexer, open, quote, &len);
    extent.close_len = len;
    if (key)
        lex_key_lacks_close(lexer, &extent);
    return extent;
}

/* What of a string is listed once only. */
struct string_faults {
    bool control;
    bool inner_quote;
};

static void lex_decode_backslash(struct json_lexer *lexer, slice raw, size_t *at,
                                 struct buffer *out)
{
    if (json_text_unescape(raw, at, out))
        return;
    size_t begin = (size_t)(raw.ptr - lexer->text.ptr) + *at;
    size_t len = raw.len - *at < 2 ? 1 : 2;
    if (len == 2 && raw.ptr[*at + 1] == 'u') {
        while (len < 6 && *at + len < raw.len && ascii_is_alnum(raw.ptr[*at + len]))
            len++;
        utf8_append(out, 0xFFFD);
        *at += len;
    } else {
        buffer_append_char(out, raw.ptr[(*at)++]);
    }
    json_lex_problem(lexer, JSON_PROBLEM_ESCAPE, begin, begin + len);
}

/* Decodes one byte, escape or entity of a string. */
static void lex_decode_next(struct json_lexer *lexer, slice raw, bool plain,
                            struct string_faults *faults, size_t *at, struct buffer *out)
{
    size_t offset = (size_t)(raw.ptr - lexer->text.ptr) + *at;
    char c = raw.ptr[*at];
    int entity = plain ? -1 : lex_entity(slice_skip(raw, *at));
    if (c == '\\') {
        lex_decode_backslash(lexer, raw, at, out);
        return;
    }
    if (entity >= 0) {
        utf8_append(out, entities[entity].code_point);
        *at += entities[entity].name.len;
        return;
    }
    if ((unsigned char)c < 0x20 && !faults->control) {
        json_lex_problem(lexer, JSON_PROBLEM_CONTROL, offset, offset + 1);
        faults->control = true;
    }
    if (plain && c == '"' && !faults->inner_quote) {
        json_lex_problem(lexer, JSON_PROBLEM_ESCAPE, offset, offset + 1);
        faults->inner_quote = true;
    }
    buffer_append_char(out, c);
    (*at)++;
}

static slice lex_decode(struct json_lexer *lexer, slice raw, bool plain)
{
    struct string_faults faults = {0};
    struct buffer decoded;
    buffer_init(&decoded);
    size_t at = 0;
    while (at < raw.len)
        lex_decode_next(lexer, raw, plain, &faults, &at, &decoded);
    slice result = buffer_slice(&decoded);
    result = slice_equal(result, raw) ? raw : arena_copy(lexer->arena, result);
    buffer_finish(&decoded);
    return result;
}

slice json_lex_string(struct json_lexer *lexer, bool key)
{
    size_t begin = lexer->at;
    struct json_mark mark = json_lex_mark(lexer, begin);
    slice open = slice_take(lex_rest(lexer, begin), mark.len);
    struct string_extent extent = lex_string_extent(lexer, open, key);
    slice raw = slice_take(lex_rest(lexer, extent.begin), extent.end - extent.begin);
    slice close = slice_take(lex_rest(lexer, extent.end), extent.close_len);
    lexer->at = extent.end + extent.close_len;
    lexer->last_end = lexer->at;
    if (!mark.ordinary || (close.len > 0 && !slice_equal(close, open)))
        json_lex_problem(lexer, JSON_PROBLEM_QUOTE, begin, lexer->at);
    slice text = lex_decode(lexer, raw, mark.ordinary);
    if (close.len == 0)
        json_lex_problem(lexer, JSON_PROBLEM_MISSING_CLOSE, extent.end, extent.end);
    return text;
}

static bool lex_ends_key(const struct json_lexer *lexer, size_t offset)
{
    struct json_mark mark = json_lex_mark(lexer, offset);
    if (mark.kind != MARK_WORD && mark.kind != MARK_ELLIPSIS)
        return true;
    slice rest = lex_rest(lexer, offset);
    return rest.ptr[0] == '\n' || rest.ptr[0] == '\r' || lex_comment(lexer, offset) > 0;
}

size_t json_lex_key_word(const struct json_lexer *lexer)
{
    size_t at = lexer->at;
    while (!lex_ends_key(lexer, at))
        at++;
    if (json_lex_mark(lexer, at).kind != MARK_COLON)
        return 0;
    return slice_trim(slice_take(lex_rest(lexer, lexer->at), at - lexer->at)).len;
}

/* True if a bare value ends at OFFSET; *depth counts the brackets that it has opened itself. */
static bool lex_ends_word(const struct json_lexer *lexer, size_t offset, unsigned *depth)
{
    slice rest = lex_rest(lexer, offset);
    char c = rest.len == 0 ? '\n' : rest.ptr[0];
    if (c == '\n' || c == '\r' || c == '"')
        return true;
    bool after_blank = offset > 0 && ascii_is_space(lexer->text.ptr[offset - 1]);
    if ((c == '/' || c == '<') && after_blank && lex_comment(lexer, offset) > 0)
        return true;
    if (c == '(' || c == '[' || c == '{') {
        (*depth)++;
    } else if (c == ')' || c == ']' || c == '}') {
        if (*depth == 0)
            return c != ')';
        (*depth)--;
    }
    return *depth == 0 &&
           (c == ',' || c == ';' || slice_starts_with(rest, SLICE("\xEF\xBC\x8C"))); /* U+FF0C */
}

static slice lex_decode_entities(struct json_lexer *lexer, slice raw)
{
    if (slice_find_byte(raw, '&') == SLICE_NONE)
        return raw;
    struct buffer decoded;
    buffer_init(&decoded);
    for (size_t at = 0; at < raw.len;) {
        int entity = lex_entity(slice_skip(raw, at));
        if (entity >= 0)
            utf8_append(&decoded, entities[entity].code_point);
        else
            buffer_append_char(&decoded, raw.ptr[at]);
        at += entity >= 0 ? entities[entity].name.len : 1;
    }
    slice result = arena_copy(lexer->arena, buffer_slice(&decoded));
    buffer_finish(&decoded);
    return result;
}

/* `x: word",`: the quote that should open the word is missing, and this is the one that closes it.
 */
static bool lex_unopened(struct json_lexer *lexer, size_t begin)
{
    slice rest = lex_rest(lexer, lexer->at);
    if (rest.len == 0 || rest.ptr[0] != '"' || !lex_ends_value(lexer, lexer->at + 1))
        return false;
    lexer->at++;
    lexer->last_end = lexer->at;
    json_lex_problem(lexer, JSON_PROBLEM_MISSING_CLOSE, begin, begin);
    return true;
}

slice json_lex_word(struct json_lexer *lexer, bool *lacks_quote)
{
    unsigned depth = 0;
    size_t begin = lexer->at;
    size_t at = begin;
    while (!lex_ends_word(lexer, at, &depth) || at == begin) {
        int entity = lex_entity(lex_rest(lexer, at));
        at += entity >= 0 ? entities[entity].name.len : 1;
    }
    slice raw = slice_take(lex_rest(lexer, begin), at - begin);
    while (raw.len > 1 && ascii_is_space(raw.ptr[raw.len - 1]))
        raw.len--;
    lexer->at = begin + raw.len;
    lexer->last_end = lexer->at;
    *lacks_quote = lex_unopened(lexer, begin);
    return lex_decode_entities(lexer, raw);
}
