#include "extract/locale.h"

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
