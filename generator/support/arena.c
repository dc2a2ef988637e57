#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, MAP_POPULATE */

#include "support/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/*
 * Chunks double in size, so that a large arena has few, up to what still lies in the processor's
 * cache when it is used: their pages are asked for, and cleared, all at once, since each page that
 * the system has to be asked for by itself takes half as long again.
 */
#define CHUNK_FIRST  ((size_t)64 << 10)
#define CHUNK_LAST   ((size_t)256 << 10)
#define USUAL_LENGTH ((size_t)512) /* of formatted text */

#ifndef MAP_POPULATE /* of Linux; elsewhere pages come when they are used */
#define MAP_POPULATE 0
#endif

/* Bytes that are not handed out yet are zero. */
struct arena_chunk {
    struct arena_chunk *older;
    size_t capacity;
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

static void arena_free_chunks(struct arena_chunk *chunk)
{
    while (chunk != NULL) {
        struct arena_chunk *older = chunk->older;
        munmap(chunk, sizeof *chunk + chunk->capacity);
        chunk = older;
    }
}

void arena_finish(struct arena *arena)
{
    arena_free_chunks(arena->newest);
    arena_init(arena);
}

void arena_rewind(struct arena *arena)
{
    struct arena_chunk *kept = arena->newest;
    if (kept == NULL)
        return;
    char *bytes = (char *)kept->bytes;
    memset(bytes, 0, kept->capacity - arena->free_size);
    arena->free_begin = bytes;
    arena->free_size = kept->capacity;
    arena_free_chunks(kept->older);
    kept->older = NULL;
}

static struct arena_chunk *arena_new_chunk(size_t capacity)
{
    const int kind = MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE;
    size_t size = sizeof(struct arena_chunk) + capacity;
    struct arena_chunk *chunk = mmap(NULL, size, PROT_READ | PROT_WRITE, kind, -1, 0);
    if (chunk == MAP_FAILED)
        arena_exhausted(capacity);
    chunk->capacity = capacity;
    return chunk;
}

static size_t arena_next_capacity(const struct arena *arena)
{
    size_t size = arena->chunk_size + sizeof(struct arena_chunk);
    size = arena->chunk_size == 0 ? CHUNK_FIRST : size < CHUNK_LAST ? size * 2 : size;
    return size - sizeof(struct arena_chunk);
}

/* Large pieces get a chunk of their own, so that the rest of the current one is not lost. */
void *arena_alloc_chunk(struct arena *arena, size_t size)
{
    if (size > ARENA_LARGEST)
        arena_exhausted(size);
    size_t rounded = arena_round_up(size);
    size_t capacity = arena_next_capacity(arena);
    bool own = rounded > capacity / 4;
    struct arena_chunk *chunk = arena_new_chunk(own ? rounded : capacity);
    char *bytes = (char *)chunk->bytes;
    if (own && arena->newest != NULL) {
        chunk->older = arena->newest->older;
        arena->newest->older = chunk;
        return bytes;
    }
    chunk->older = arena->newest;
    arena->newest = chunk;
    arena->chunk_size = capacity;
    arena->free_begin = bytes + rounded;
    arena->free_size = chunk->capacity - rounded;
    return bytes;
}

/* Whether what follows ITEMS is free, and enough, to let it grow from SIZE to twice that. */
static bool arena_grow(struct arena *arena, const void *items, size_t size)
{
    size_t old = arena_round_up(size);
    size_t more = arena_round_up(size * 2) - old;
    if ((const char *)items + old != arena->free_begin || more > arena->free_size)
        return false;
    arena->free_begin += more;
    arena->free_size -= more;
    return true;
}

void *arena_extend_full(struct arena *arena, void *items, size_t count, size_t size)
{
    if (count == 0)
        return arena_alloc_array(arena, arena_first_extent(size), size);
    if (count > ARENA_LARGEST / 2)
        arena_exhausted(SIZE_MAX);
    if (size <= ARENA_LARGEST / 2 / count && arena_grow(arena, items, count * size))
        return items;
    void *larger = arena_alloc_array(arena, count * 2, size);
    return memcpy(larger, items, count * size);
}

slice arena_copy(struct arena *arena, slice s)
{
    return arena_join(arena, s, (slice){0});
}

slice arena_join(struct arena *arena, slice a, slice b)
{
    if (a.len > ARENA_LARGEST || b.len >= ARENA_LARGEST - a.len)
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
    char most[USUAL_LENGTH];
    va_list again;
    va_copy(again, arguments);
    int len = vsnprintf(most, sizeof most, format, arguments);
    slice text = {most, len < 0 ? 0 : (size_t)len};
    if (text.len < sizeof most) {
        text = arena_copy(arena, text);
    } else {
        char *bytes = arena_alloc(arena, text.len + 1);
        vsnprintf(bytes, text.len + 1, format, again);
        text.ptr = bytes;
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
