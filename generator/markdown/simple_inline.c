#include "markdown/simple_inline.h"

/* A place in the text, and what was read before it. */
struct scanner {
    slice text;
    size_t at;
    size_t plain; /* where the text that is not yet a piece begins */
    struct simple_inline *result;
};

static bool add_piece(struct scanner *scanner, enum inline_kind kind, size_t begin, size_t end,
                      slice text, slice target)
{
    struct simple_inline *result = scanner->result;
    if (result->count == SIMPLE_INLINE_MAX)
        return false;
    result->pieces[result->count++] = (struct inline_piece){
        .kind = kind,
        .text = text,
        .target = target,
        .span = {.begin = begin, .end = end},
    };
    return true;
}

static slice part(const struct scanner *scanner, size_t begin, size_t end)
{
    return slice_skip(slice_take(scanner->text, end), begin);
}

/* Makes a piece of the plain text before END. */
static bool add_plain(struct scanner *scanner, size_t end)
{
    size_t begin = scanner->plain;
    return begin == end ||
           add_piece(scanner, INLINE_TEXT, begin, end, part(scanner, begin, end), (slice){NULL, 0});
}

/* Goes on behind END with plain text. */
static bool resume(struct scanner *scanner, size_t end)
{
    scanner->at = scanner->plain = end;
    return true;
}

static size_t find(const struct scanner *scanner, size_t from, char wanted)
{
    size_t at = slice_find_byte(slice_skip(scanner->text, from), wanted);
    return at == SLICE_NONE ? SLICE_NONE : from + at;
}

static char at_or_nul(slice text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

/* One blank at either end is no part of the code, unless all of it is blank. */
static slice code_text(slice code)
{
    bool blanks = code.len >= 2 && code.ptr[0] == ' ' && code.ptr[code.len - 1] == ' ';
    return blanks && slice_trim(code).len > 0 ? slice_take(slice_skip(code, 1), code.len - 2)
                                              : code;
}

static bool read_code(struct scanner *scanner)
{
    size_t begin = scanner->at + 1;
    size_t end = find(scanner, begin, '`');
    /* Longer runs of backticks are left to cmark. */
    if (end == SLICE_NONE || end == begin || at_or_nul(scanner->text, end + 1) == '`')
        return false;
    slice code = code_text(part(scanner, begin, end));
    begin = (size_t)(code.ptr - scanner->text.ptr);
    return add_plain(scanner, scanner->at) &&
           add_piece(scanner, INLINE_CODE, begin, begin + code.len, code, (slice){NULL, 0}) &&
           resume(scanner, end + 1);
}

static bool holds_none_of(slice text, slice bytes)
{
    for (size_t i = 0; i < text.len; i++)
        if (slice_find_byte(bytes, text.ptr[i]) != SLICE_NONE)
            return false;
    return true;
}

static bool read_link(struct scanner *scanner)
{
    size_t begin = scanner->at;
    size_t close = find(scanner, begin, ']');
    if (close == SLICE_NONE || close == begin + 1 || at_or_nul(scanner->text, close + 1) != '(' ||
        (begin > 0 && scanner->text.ptr[begin - 1] == '!'))
        return false;
    size_t end = find(scanner, close, ')');
    slice label = part(scanner, begin + 1, close);
    slice target = end != SLICE_NONE ? part(scanner, close + 2, end) : (slice){NULL, 0};
    if (end == SLICE_NONE || !holds_none_of(label, SLICE("[`\\<&*_!")) ||
        !holds_none_of(target, SLICE(" \t(<>\\&\"'`")))
        return false;
    return add_plain(scanner, begin) &&
           add_piece(scanner, INLINE_LINK, begin, end + 1, label, target) &&
           resume(scanner, end + 1);
}

static bool read_break(struct scanner *scanner)
{
    static const slice forms[] = {{"<br>", 4}, {"<br/>", 5}, {"<br />", 6}};
    slice rest = slice_skip(scanner->text, scanner->at);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (slice_starts_with_ignore_case(rest, forms[i]))
            return add_plain(scanner, scanner->at) &&
                   add_piece(scanner, INLINE_BREAK, scanner->at, scanner->at + forms[i].len,
                             SLICE(""), (slice){NULL, 0}) &&
                   resume(scanner, scanner->at + forms[i].len);
    return false;
}

/* Reads what begins with the special character at the scanner's place. */
static bool read_special(struct scanner *scanner, char c)
{
    slice text = scanner->text;
    char next = at_or_nul(text, scanner->at + 1);
    char before = scanner->at > 0 ? text.ptr[scanner->at - 1] : '\0';
    if (c == '`')
        return read_code(scanner);
    if (c == '[')
        return read_link(scanner);
    if (c == '<')
        return read_break(scanner);
    /* Inside a word an underscore is no emphasis; a lone ampersand is no entity. */
    bool plain = (c == '_' && ascii_is_alnum(before) && ascii_is_alnum(next)) ||
                 (c == '&' && !ascii_is_alnum(next) && next != '#');
    scanner->at++;
    return plain;
}

bool simple_inline_read(slice text, struct simple_inline *result)
{
    struct scanner scanner = {.text = text, .result = result};
    result->count = 0;
    while (scanner.at < text.len) {
        switch (text.ptr[scanner.at]) {
        case '`':
        case '[':
        case '<':
        case '&':
        case '_':
        case '*':
        case '\\':
        case '\r':
        case '\0':
            if (!read_special(&scanner, text.ptr[scanner.at]))
                return false;
            break;
        default:
            scanner.at++;
            break;
        }
    }
    return add_plain(&scanner, text.len);
}
