/*
 * Arenas: memory that is allocated piece by piece and released as a whole.
 *
 * docmodel has three lifetimes, each with its arena, passed explicitly: the run (sources, model,
 * diagnostics), the page (blocks) and the output file (view, expansion). An arena is not
 * thread-safe; each worker has its own.
 *
 * A program that turns documents of a few megabytes into headers cannot go on without memory: when
 * the system has none, the handler of arena_set_exhausted is called and must not return. Callers
 * therefore never see NULL.
 */
#ifndef DOCMODEL_SUPPORT_ARENA_H
#define DOCMODEL_SUPPORT_ARENA_H

#include "support/slice.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* The largest piece, in bytes; more counts as exhausted memory. */
#define ARENA_LARGEST (SIZE_MAX / 2)

/* How many items of SIZE bytes the first room of arena_extend holds: most lists are short, and of
 * large things there is often one. */
static inline size_t arena_first_extent(size_t size)
{
    return size <= 64 ? 4 : 1;
}

struct arena_chunk;

struct arena {
    struct arena_chunk *newest;
    char *free_begin;  /* the unused part of the newest chunk */
    size_t free_size;  /* its bytes: a multiple of the alignment */
    size_t chunk_size; /* of the newest chunk that is not one large piece */
};

/* Names what to do when the system has no memory. HANDLER must not return; the default aborts. */
void arena_set_exhausted(void (*handler)(size_t wanted));

/* Calls that handler; for other owners of memory. WANTED is the size that could not be had. */
_Noreturn void arena_exhausted(size_t wanted);

void arena_init(struct arena *arena);

/* Releases everything that was allocated; the arena may be used again. */
void arena_finish(struct arena *arena);

/*
 * Takes back everything that was allocated, but keeps memory for what comes next: for work that is
 * done again and again.
 */
void arena_rewind(struct arena *arena);

/* SIZE, at least 1, as a multiple of what aligns any type; 0 where that is too large. */
static inline size_t arena_round_up(size_t size)
{
    const size_t alignment = _Alignof(max_align_t);
    return (size + (size == 0) + alignment - 1) / alignment * alignment;
}

/* The rest of arena_alloc: for what the newest chunk has no room for. */
void *arena_alloc_chunk(struct arena *arena, size_t size);

/* SIZE zeroed bytes, aligned for any type; SIZE 0 gives a valid, unique pointer. */
static inline void *arena_alloc(struct arena *arena, size_t size)
{
    size_t rounded = arena_round_up(size);
    char *bytes = arena->free_begin;
    if (rounded == 0 || rounded > arena->free_size)
        return arena_alloc_chunk(arena, size);
    arena->free_begin += rounded;
    arena->free_size -= rounded;
    return bytes;
}

/* COUNT zeroed items of SIZE bytes; an overflowing product counts as exhausted memory. */
static inline void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > ARENA_LARGEST / size)
        arena_exhausted(SIZE_MAX);
    return arena_alloc(arena, count * size);
}

/* The rest of arena_extend: for a list that is full. */
void *arena_extend_full(struct arena *arena, void *items, size_t count, size_t size);

/*
 * Makes room for one more item. ITEMS holds COUNT items of SIZE bytes and must come from earlier
 * calls of this function, each of which was followed by the storing of one item (capacities are
 * powers of two, so none needs to be kept). Returns where the items stand now; the new one is
 * zeroed.
 *
 *     list->items = arena_extend(arena, list->items, list->count, sizeof *list->items);
 *     list->items[list->count++] = item;
 */
static inline void *arena_extend(struct arena *arena, void *items, size_t count, size_t size)
{
    bool full = count == 0 || (count >= arena_first_extent(size) && (count & (count - 1)) == 0);
    return full ? arena_extend_full(arena, items, count, size) : items;
}

/* A copy of S, followed by a NUL that is not counted. */
slice arena_copy(struct arena *arena, slice s);

/* The bytes of A followed by those of B, and an uncounted NUL. */
slice arena_join(struct arena *arena, slice a, slice b);

/* Formatted text in the arena, with an uncounted NUL. No floating-point conversions. */
slice arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
slice arena_vformat(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
