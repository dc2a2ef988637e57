#include "markdown/fence.h"

static size_t run_length(slice line)
{
    size_t length = 0;
    while (length < line.len && line.ptr[length] == line.ptr[0])
        length++;
    return length;
}

bool fence_opens(slice line, struct fence *fence)
{
    if (line.len < 3 || (line.ptr[0] != '`' && line.ptr[0] != '~'))
        return false;
    *fence = (struct fence){.mark = line.ptr[0], .length = run_length(line)};
    fence->info = slice_trim(slice_skip(line, fence->length));
    if (fence->mark == '`' && slice_find_byte(fence->info, '`') != SLICE_NONE)
        return false;
    return fence->length >= 3;
}

bool fence_closes(slice line, const struct fence *fence)
{
    struct fence other;
    return fence_opens(line, &other) && other.mark == fence->mark &&
           other.length >= fence->length && other.info.len == 0;
}
