#include "extract/locale.h"

slice locale_normalise(struct arena *arena, slice text)
{
    char *copy = arena_alloc(arena, text.len + 1);
    for (size_t i = 0, begin = 0; i <= text.len; i++) {
        bool ends = i == text.len || text.ptr[i] == '-' || text.ptr[i] == '_';
        if (!ends)
            continue;
        bool region = begin > 0 && i - begin <= 3;
        for (size_t j = begin; j < i; j++)
            copy[j] = region || (begin > 0 && j == begin) ? ascii_to_upper(text.ptr[j])
                                                          : ascii_to_lower(text.ptr[j]);
        if (i < text.len)
            copy[i] = '-';
        begin = i + 1;
    }
    return (slice){copy, text.len};
}
