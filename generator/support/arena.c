#include "support/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE    ((size_t)64 << 10)
#define FIRST_EXTENT  ((size_t)4)
#define ALIGNMENT     _Alignof(max_align_t)
#define ROUND_UP(n)   (((n) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)
#define LARGEST_ALLOC (SIZE_MAX / 2)

struct arena_chunk {
    struct arena_chunk *older;
    max_align_t bytes[];
};

static void (*exhausted_handler)(size_t wanted);

void arena_set_exhausted(void (*handler)(size_t wanted))
{
    exhausted_handler = handler;
}

_Noreturn void arena_exhausted(size_t wanted)
{
    if (exhausted_handler != NULL)
        exhausted_handler(wanted);
    abort();
}

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

void arena_finish(struct arena *arena)
{
    struct arena_chunk *chunk = arena->newest;
    while (chunk != NULL) {
        struct arena_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
    arena_init(arena);
}

/* Large pieces get a chunk of their own, so that the rest of the current one is not lost. */
static char *arena_add_chunk(struct arena *arena, size_t size)
{
    bool own = size > CHUNK_SIZE / 4;
    size_t capacity = own ? size : CHUNK_SIZE;
    struct arena_chunk *chunk = malloc(sizeof *chunk + capacity);
    if (chunk == NULL)
        arena_exhausted(capacity);
    char *bytes = (char *)chunk->bytes;
    if (own && arena->newest != NULL) {
        chunk->older = arena->newest->older;
        arena->newest->older = chunk;
        return bytes;
    }
    chunk->older = arena->newest;
    arena->newest = chunk;
    arena->free_begin = bytes + size;
    arena->free_end = bytes + capacity;
    return bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > LARGEST_ALLOC)
        arena_exhausted(size);
    size_t rounded = size == 0 ? ALIGNMENT : ROUND_UP(size);
    char *bytes = arena->free_begin;
    if (bytes == NULL || rounded > (size_t)(arena->free_end - bytes))
        bytes = arena_add_chunk(arena, rounded);
    else
        arena->free_begin += rounded;
    return memset(bytes, 0, rounded);
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > LARGEST_ALLOC / size)
        arena_exhausted(SIZE_MAX);
    return arena_alloc(arena, count * size);
}

void *arena_extend(struct arena *arena, void *items, size_t count, size_t size)
{
    if (count == 0)
        return arena_alloc_array(arena, FIRST_EXTENT, size);
    if (count < FIRST_EXTENT || (count & (count - 1)) != 0)
        return items;
    if (count > LARGEST_ALLOC / 2)
        arena_exhausted(SIZE_MAX);
    void *larger = arena_alloc_array(arena, count * 2, size);
    return memcpy(larger, items, count * size);
}

slice arena_copy(struct arena *arena, slice s)
{
    return arena_join(arena, s, (slice){0});
}

slice arena_join(struct arena *arena, slice a, slice b)
{
    if (a.len > LARGEST_ALLOC || b.len >= LARGEST_ALLOC - a.len)
        arena_exhausted(SIZE_MAX);
    char *bytes = arena_alloc(arena, a.len + b.len + 1);
    if (a.len > 0)
        memcpy(bytes, a.ptr, a.len);
    if (b.len > 0)
        memcpy(bytes + a.len, b.ptr, b.len);
    return (slice){bytes, a.len + b.len};
}

slice arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int len = vsnprintf(NULL, 0, format, arguments);
    slice text = {0};
    if (len >= 0) {
        char *bytes = arena_alloc(arena, (size_t)len + 1);
        vsnprintf(bytes, (size_t)len + 1, format, again);
        text = (slice){bytes, (size_t)len};
    }
    va_end(again);
    return text;
}

slice arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    slice text = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return text;
}
