#include "extract/locale.h"

static bool all_letters(slice text, size_t least, size_t most)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_alpha(text.ptr[i]))
            return false;
    return text.len >= least && text.len <= most;
}

bool locale_is_shaped(slice text)
{
    slice language;
    slice rest;
    if (!slice_cut(text, '-', &language, &rest) || !all_letters(language, 2, 3))
        return false;
    slice script;
    slice region;
    if (!slice_cut(rest, '-', &script, &region))
        return all_letters(rest, 2, 2);
    return all_letters(script, 4, 4) && all_letters(region, 2, 2);
}

slice locale_normalise(struct arena *arena, slice text)
{
    char *copy = arena_alloc(arena, text.len + 1);
    size_t last = slice_find_last_byte(text, '-');
    size_t first = slice_find_byte(text, '-');
    for (size_t i = 0; i < text.len; i++) {
        bool region = last != SLICE_NONE && i > last;
        bool script = !region && first != SLICE_NONE && i == first + 1;
        copy[i] = region || script ? ascii_to_upper(text.ptr[i]) : ascii_to_lower(text.ptr[i]);
    }
    return (slice){copy, text.len};
}

bool version_is_shaped(slice text)
{
    if (slice_equal_ignore_case(text, SLICE("beta")))
        return true;
    if (text.len < 2 || ascii_to_lower(text.ptr[0]) != 'v' || !ascii_is_digit(text.ptr[1]))
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]) && text.ptr[i] != '.')
            return false;
    return true;
}
