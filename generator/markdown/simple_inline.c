#include "markdown/simple_inline.h"

#include "support/utf8.h"

#include <string.h>

/* A place in the text, and what was read before it. */
struct scanner {
    slice text;
    bool defines;
    size_t at;
    size_t plain; /* where the text that is not yet a piece begins */
    size_t link;  /* where a link has to stand, or SLICE_NONE */
    bool strong;  /* between "**" and "**" */
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
        .strong = scanner->strong,
        .text = text,
        .target = target,
        .span = span_make(NULL, begin, end),
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

/* Bytes that make a link one for cmark: of its label, of its target. */
enum link_byte { NOT_IN_LABEL = 1, NOT_IN_TARGET = 2, NOT_IN_EITHER = 3 };

static const unsigned char link_bytes[256] = {
    ['['] = NOT_IN_LABEL,  ['*'] = NOT_IN_LABEL,   ['_'] = NOT_IN_LABEL,  ['!'] = NOT_IN_LABEL,
    ['`'] = NOT_IN_EITHER, ['\\'] = NOT_IN_EITHER, ['<'] = NOT_IN_EITHER, ['&'] = NOT_IN_EITHER,
    [' '] = NOT_IN_TARGET, ['\t'] = NOT_IN_TARGET, ['('] = NOT_IN_TARGET, ['>'] = NOT_IN_TARGET,
    ['"'] = NOT_IN_TARGET, ['\''] = NOT_IN_TARGET,
};

static bool holds_none(slice text, enum link_byte kind)
{
    for (size_t i = 0; i < text.len; i++)
        if ((link_bytes[(unsigned char)text.ptr[i]] & kind) != 0)
            return false;
    return true;
}

static bool is_link(const struct scanner *scanner, slice *label, slice *target)
{
    size_t begin = scanner->at;
    size_t close = find(scanner, begin, ']');
    if (close == SLICE_NONE || close == begin + 1 || at_or_nul(scanner->text, close + 1) != '(' ||
        (begin > 0 && scanner->text.ptr[begin - 1] == '!'))
        return false;
    size_t end = find(scanner, close, ')');
    *label = part(scanner, begin + 1, close);
    *target = end != SLICE_NONE ? part(scanner, close + 2, end) : (slice){NULL, 0};
    return end != SLICE_NONE && holds_none(*label, NOT_IN_LABEL) &&
           holds_none(*target, NOT_IN_TARGET);
}

/*
 * Whether the bracket at the scanner's place is text: one that no target follows, "[x]", or one
 * around a link, "[!INCLUDE [x](x.md)]". That link is still to be read.
 */
static bool is_plain_bracket(struct scanner *scanner)
{
    size_t next = scanner->at + 1;
    char before = scanner->at > 0 ? scanner->text.ptr[scanner->at - 1] : ' ';
    while (next < scanner->text.len && strchr("[]`\\<", scanner->text.ptr[next]) == NULL)
        next++;
    char found = at_or_nul(scanner->text, next);
    if (scanner->defines || before == '!' || (found != '[' && found != ']'))
        return false;
    if (found == '[')
        scanner->link = next;
    return found == '[' || at_or_nul(scanner->text, next + 1) != '(';
}

static bool read_bracket(struct scanner *scanner)
{
    slice label, target;
    size_t begin = scanner->at;
    if (is_link(scanner, &label, &target)) {
        size_t end = (size_t)(target.ptr - scanner->text.ptr) + target.len + 1;
        scanner->link = SLICE_NONE;
        return add_plain(scanner, begin) &&
               add_piece(scanner, INLINE_LINK, begin, end, label, target) && resume(scanner, end);
    }
    if (scanner->link == begin || !is_plain_bracket(scanner))
        return false;
    scanner->at++;
    return true;
}

/* What stands beside "**", as far as it decides whether strong text may begin or end there. */
enum side { SIDE_BLANK, SIDE_MARK, SIDE_LETTER, SIDE_UNKNOWN };

static enum side side_of(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_space((char)c)   ? SIDE_BLANK
               : ascii_is_alnum((char)c) ? SIDE_LETTER
               : c > ' ' && c != 0x7F    ? SIDE_MARK
                                         : SIDE_UNKNOWN;
    bool letter = (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
                  (c >= 0x400 && c <= 0x481) || (c >= 0x3041 && c <= 0x3096) ||
                  (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x4E00 && c <= 0x9FA5) ||
                  (c >= 0xAC00 && c <= 0xD7A3);
    bool mark = c == 0x3001 || c == 0x3002 || (c >= 0x3008 && c <= 0x3011) || c == 0xFF01 ||
                c == 0xFF08 || c == 0xFF09 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B ||
                c == 0xFF1F;
    return letter ? SIDE_LETTER : mark ? SIDE_MARK : SIDE_UNKNOWN;
}

static enum side side_before(slice text, size_t at)
{
    size_t begin = at;
    while (begin > 0 && ((unsigned char)text.ptr[--begin] & 0xC0) == 0x80)
        continue;
    return at > 0 ? side_of(utf8_decode(text, &begin)) : SIDE_BLANK;
}

static enum side side_behind(slice text, size_t at)
{
    return at < text.len ? side_of(utf8_decode(text, &at)) : SIDE_BLANK;
}

/* Whether strong text that has INSIDE at its end may end where OUTSIDE follows, or so begin. */
static bool is_flanked(enum side inside, enum side outside)
{
    return inside == SIDE_LETTER ||
           (inside == SIDE_MARK && (outside == SIDE_BLANK || outside == SIDE_MARK));
}

static bool read_strong(struct scanner *scanner)
{
    slice text = scanner->text;
    size_t at = scanner->at;
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    if (before == '*' || at_or_nul(text, at + 1) != '*' || at_or_nul(text, at + 2) == '*')
        return false;
    enum side left = side_before(text, at);
    enum side right = side_behind(text, at + 2);
    bool flanked = scanner->strong ? is_flanked(left, right) : is_flanked(right, left);
    if (!flanked || !add_plain(scanner, at))
        return false;
    scanner->strong = !scanner->strong;
    return resume(scanner, at + 2);
}

/* Takes the anchor that headings of translated pages begin with: <a name="slug"></a>. */
static void skip_anchor(struct scanner *scanner)
{
    static const slice open = {"<a name=\"", 9};
    static const slice close = {"></a>", 5};
    slice text = scanner->text;
    if (!slice_starts_with(text, open))
        return;
    size_t quote = find(scanner, open.len, '"');
    if (quote == SLICE_NONE || !slice_starts_with(slice_skip(text, quote + 1), close))
        return;
    scanner->result->anchor = slice_take(text, quote + 2);
    resume(scanner, quote + 1 + close.len);
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
        return read_bracket(scanner);
    if (c == '*')
        return read_strong(scanner);
    if (c == '<')
        return read_break(scanner);
    /* Inside a word an underscore is no emphasis; a lone ampersand is no entity. */
    bool plain = (c == '_' && ascii_is_alnum(before) && ascii_is_alnum(next)) ||
                 (c == '&' && !ascii_is_alnum(next) && next != '#');
    scanner->at++;
    return plain;
}

/* Bytes that may begin markup. */
static const bool specials[256] = {
    ['`'] = true, ['['] = true,  ['<'] = true,  ['&'] = true,  ['_'] = true,
    ['*'] = true, ['\\'] = true, ['\r'] = true, ['\0'] = true,
};

static size_t skip_plain(slice text, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    /* Most bytes are plain: four of them with one branch. */
    while (text.len - at >= 4 && !(specials[bytes[at]] | specials[bytes[at + 1]] |
                                   specials[bytes[at + 2]] | specials[bytes[at + 3]]))
        at += 4;
    while (at < text.len && !specials[bytes[at]])
        at++;
    return at;
}

bool simple_inline_read(slice text, bool defines, struct simple_inline *result)
{
    struct scanner scanner = {
        .text = text, .defines = defines, .link = SLICE_NONE, .result = result};
    result->count = 0;
    result->anchor = (slice){NULL, 0};
    skip_anchor(&scanner);
    while ((scanner.at = skip_plain(text, scanner.at)) < text.len)
        if (!read_special(&scanner, text.ptr[scanner.at]))
            return false;
    return !scanner.strong && add_plain(&scanner, text.len);
}
