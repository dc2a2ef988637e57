#include "extract/identifier.h"

bool identifier_is_simple(slice text)
{
    if (text.len == 0 || ascii_is_digit(text.ptr[0]))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!identifier_is_char(text.ptr[i]))
            return false;
    return true;
}

bool identifier_is_dotted(slice text)
{
    for (size_t at = 0;; at++) {
        size_t begin = at;
        while (at < text.len && identifier_is_char(text.ptr[at]))
            at++;
        if (at == begin || ascii_is_digit(text.ptr[begin]))
            return false;
        if (at == text.len || text.ptr[at] != '.')
            return at == text.len;
    }
}

bool identifier_is_property(slice text)
{
    if (identifier_is_dotted(text))
        return true;
    size_t at = slice_find_byte(text, '@');
    return at != SLICE_NONE && (at == 0 || identifier_is_simple(slice_take(text, at))) &&
           identifier_is_dotted(slice_skip(text, at + 1));
}

bool identifier_is_marked(slice text)
{
    if (!identifier_is_dotted(text))
        return false;
    for (size_t i = 1; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '.' || c == '_')
            return true;
        if ((ascii_is_upper(c) || ascii_is_digit(c)) && ascii_is_lower(text.ptr[i - 1]))
            return true;
    }
    return false;
}

slice identifier_next(slice *rest)
{
    size_t begin = 0;
    while (begin < rest->len && !identifier_is_char(rest->ptr[begin]))
        begin++;
    size_t end = begin;
    while (end < rest->len &&
           (identifier_is_char(rest->ptr[end]) ||
            (rest->ptr[end] == '.' && end + 1 < rest->len && ascii_is_alnum(rest->ptr[end + 1]))))
        end++;
    slice found = slice_take(slice_skip(*rest, begin), end - begin);
    *rest = slice_skip(*rest, end);
    return found;
}

slice identifier_short(slice name)
{
    size_t dot = slice_find_last_byte(name, '.');
    return dot == SLICE_NONE ? name : slice_skip(name, dot + 1);
}

slice identifier_name_space(slice name)
{
    size_t dot = slice_find_last_byte(name, '.');
    return slice_take(name, dot == SLICE_NONE ? 0 : dot);
}

slice identifier_qualify(struct arena *arena, slice name_space, slice name)
{
    if (name.len == 0 || name_space.len == 0 || slice_find_byte(name, '.') != SLICE_NONE)
        return name;
    return arena_format(arena, "%.*s.%.*s", SLICE_ARGS(name_space), SLICE_ARGS(name));
}

slice identifier_lower(struct arena *arena, slice text)
{
    if (identifier_lowers_to(text, text))
        return text;
    char *copy = arena_alloc(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        copy[i] = ascii_to_lower(text.ptr[i]);
    return (slice){copy, text.len};
}

bool identifier_lowers_to(slice text, slice lower)
{
    if (text.len != lower.len)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (ascii_to_lower(text.ptr[i]) != lower.ptr[i])
            return false;
    return true;
}

slice identifier_of_odata(slice text, bool *collection)
{
    const slice prefix = SLICE("Collection(");
    text = slice_trim(text);
    if (slice_starts_with(text, SLICE("#")))
        text = slice_trim(slice_skip(text, 1));
    bool wrapped = slice_starts_with_ignore_case(text, prefix) && slice_ends_with(text, SLICE(")"));
    if (wrapped) {
        text = slice_skip(text, prefix.len);
        text = slice_trim(slice_take(text, text.len - 1));
        if (slice_starts_with(text, SLICE("#")))
            text = slice_trim(slice_skip(text, 1));
    }
    if (collection != NULL)
        *collection = wrapped;
    return text;
}
