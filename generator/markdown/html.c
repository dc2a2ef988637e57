#include "markdown/html.h"

static const char *const elements[] = {
    "a",          "abbr",   "address",  "article", "aside",    "audio",    "b",        "big",
    "blockquote", "body",   "br",       "button",  "canvas",   "caption",  "center",   "cite",
    "code",       "col",    "colgroup", "data",    "dd",       "del",      "details",  "dfn",
    "dialog",     "div",    "dl",       "dt",      "em",       "embed",    "fieldset", "figcaption",
    "figure",     "font",   "footer",   "form",    "h1",       "h2",       "h3",       "h4",
    "h5",         "h6",     "head",     "header",  "hr",       "html",     "i",        "iframe",
    "img",        "input",  "ins",      "kbd",     "label",    "legend",   "li",       "link",
    "main",       "map",    "mark",     "meta",    "nav",      "nobr",     "noscript", "object",
    "ol",         "option", "p",        "param",   "picture",  "pre",      "q",        "rp",
    "rt",         "ruby",   "s",        "samp",    "script",   "section",  "select",   "small",
    "source",     "span",   "strike",   "strong",  "style",    "sub",      "summary",  "sup",
    "svg",        "table",  "tbody",    "td",      "template", "textarea", "tfoot",    "th",
    "thead",      "title",  "tr",       "tt",      "u",        "ul",       "var",      "video",
    "wbr",
};

slice html_tag_name(slice tag)
{
    size_t begin = slice_starts_with(tag, SLICE("</")) ? 2 : 1;
    size_t end = begin;
    while (end < tag.len && (ascii_is_alnum(tag.ptr[end]) || tag.ptr[end] == '-'))
        end++;
    return slice_skip(slice_take(tag, end), begin);
}

bool html_is_element(slice name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (slice_equal_ignore_case(name, slice_from(elements[i])))
            return true;
    return false;
}

bool html_is_block(slice name)
{
    static const char *const blocks[] = {"li", "ul", "ol", "p", "div", "tr", "td", "th"};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (slice_equal_ignore_case(name, slice_from(blocks[i])))
            return true;
    return false;
}

static slice attribute_value(slice rest)
{
    rest = slice_trim(rest);
    if (rest.len == 0 || rest.ptr[0] != '=')
        return (slice){0};
    rest = slice_trim(slice_skip(rest, 1));
    if (rest.len == 0)
        return rest;
    char quote = rest.ptr[0];
    slice value = rest;
    if (quote == '"' || quote == '\'') {
        slice_cut(slice_skip(rest, 1), quote, &value, &rest);
        return value;
    }
    size_t end = 0;
    while (end < value.len && !ascii_is_space(value.ptr[end]) && value.ptr[end] != '>')
        end++;
    return slice_take(value, end);
}

slice html_attribute(slice tag, slice name)
{
    size_t from = 1 + html_tag_name(tag).len;
    for (size_t i = from; i + 1 < tag.len; i++) {
        slice rest = slice_skip(tag, i);
        if (!ascii_is_space(tag.ptr[i - 1]) || !slice_starts_with_ignore_case(rest, name))
            continue;
        slice value = attribute_value(slice_skip(rest, name.len));
        if (value.len > 0)
            return value;
    }
    return (slice){0};
}

slice html_anchor(slice tag)
{
    slice name = html_attribute(tag, SLICE("name"));
    return name.len > 0 ? name : html_attribute(tag, SLICE("id"));
}

size_t html_find_tag(slice text, size_t from, slice name)
{
    while (from < text.len) {
        size_t next = slice_find_byte(slice_skip(text, from), '<');
        if (next == SLICE_NONE)
            break;
        from += next;
        if (slice_equal_ignore_case(html_tag_name(slice_skip(text, from)), name))
            return from;
        from++;
    }
    return SLICE_NONE;
}

bool html_find_element(slice text, size_t from, slice name, size_t *begin, size_t *end,
                       bool *closed)
{
    size_t at = html_find_tag(text, from, name);
    while (at != SLICE_NONE && text.ptr[at + 1] == '/')
        at = html_find_tag(text, at + 1, name);
    *begin = at;
    *end = text.len;
    *closed = false;
    while (at != SLICE_NONE && text.ptr[at + 1] != '/')
        at = html_find_tag(text, at + 1, name);
    size_t mark = at != SLICE_NONE ? slice_find_byte(slice_skip(text, at), '>') : SLICE_NONE;
    *closed = mark != SLICE_NONE;
    if (*closed)
        *end = at + mark + 1;
    return *begin != SLICE_NONE;
}

bool html_find_comment(slice text, size_t from, struct html_comment *comment)
{
    size_t at = slice_find(slice_skip(text, from), SLICE("<!--"));
    if (at == SLICE_NONE)
        return false;
    comment->begin = from + at;
    comment->body_begin = comment->begin + 4;
    slice rest = slice_skip(text, comment->body_begin);
    /* "<!-->" and "<!--->" are whole, empty comments. */
    size_t tiny = slice_starts_with(rest, SLICE(">"))    ? 1
                  : slice_starts_with(rest, SLICE("->")) ? 2
                                                         : 0;
    size_t length = tiny > 0 ? 0 : slice_find(rest, SLICE("-->"));
    bool closed = length != SLICE_NONE;
    comment->body_end = closed ? comment->body_begin + length : text.len;
    comment->end = closed ? comment->body_end + (tiny > 0 ? tiny : 3) : text.len;
    return true;
}
