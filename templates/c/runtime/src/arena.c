#include "internal.h"

#include <stdalign.h>
#include <stdlib.h>

#define BLOCK_SIZE 4096

static void *default_allocate(void *context, size_t size)
{
    (void)context;
    return malloc(size);
}

static void default_release(void *context, void *block, size_t size)
{
    (void)context;
    (void)size;
    free(block);
}

static size_t header_size(void)
{
    size_t unit = alignof(max_align_t);
    return (sizeof(struct dm_block) + unit - 1) / unit * unit;
}

/* What an arena itself takes of its memory, before its first block. */
static size_t own_size(void)
{
    size_t unit = alignof(max_align_t);
    return (sizeof(dm_arena) + unit - 1) / unit * unit;
}

static char *block_bytes(struct dm_block *block)
{
    return (char *)block + header_size();
}

static void enter_block(dm_arena *arena, struct dm_block *block)
{
    arena->current = block;
    arena->next = block ? block_bytes(block) : NULL;
    arena->stop = block ? block_bytes(block) + block->size : NULL;
}

/* Lays an arena out at the start of memory for it, with the rest as its first block. */
static dm_arena *lay_out_arena(void *memory, size_t size)
{
    dm_arena *arena = memory;
    memset(arena, 0, sizeof *arena);
    arena->own = (struct dm_block *)(void *)((char *)memory + own_size());
    arena->own->next = NULL;
    arena->own->size = size - own_size() - header_size();
    arena->held = size;
    arena->first = arena->own;
    enter_block(arena, arena->own);
    return arena;
}

/* The first block comes with the arena, so that a small document needs one allocation. */
dm_arena *dm_arena_create(const dm_allocator *allocator)
{
    dm_allocator own = {0};
    if (allocator)
        own = *allocator;
    if (!own.allocate) {
        own.allocate = default_allocate;
        own.release = default_release;
    }
    if (own.block_size == 0)
        own.block_size = BLOCK_SIZE;
    size_t least = own_size() + header_size();
    if (own.block_size > SIZE_MAX / 2 || (own.limit > 0 && own.limit < least))
        return NULL;
    size_t size = least + own.block_size;
    if (own.limit > 0 && size > own.limit)
        size = own.limit;
    void *memory = own.allocate(own.context, size);
    if (!memory)
        return NULL;
    dm_arena *arena = lay_out_arena(memory, size);
    arena->allocator = own;
    return arena;
}

dm_arena *dm_arena_create_fixed(void *block, size_t size)
{
    if (!block)
        return NULL;
    size_t unit = alignof(max_align_t);
    size_t skip = (unit - (size_t)((uintptr_t)block % unit)) % unit;
    if (size < skip + own_size() + header_size())
        return NULL;
    dm_arena *arena = lay_out_arena((char *)block + skip, size - skip);
    arena->fixed = true;
    arena->held = size;
    return arena;
}

void dm_arena_destroy(dm_arena *arena)
{
    if (!arena || arena->fixed)
        return;
    dm_allocator own = arena->allocator;
    struct dm_block *block = arena->first;
    size_t size = own_size() + header_size() + arena->own->size;
    while (block && own.release) {
        struct dm_block *next = block->next;
        if (block != arena->own)
            own.release(own.context, block, header_size() + block->size);
        block = next;
    }
    if (own.release)
        own.release(own.context, arena, size);
}

/* The largest block comes first, so that a text or document lies in one piece, and one that grows
 * is not copied through all the smaller blocks again. */
static void put_largest_first(dm_arena *arena)
{
    struct dm_block **largest = &arena->first;
    for (struct dm_block **link = &arena->first; *link; link = &(*link)->next) {
        if ((*link)->size > (*largest)->size)
            largest = link;
    }
    struct dm_block *block = *largest;
    if (!block)
        return;
    *largest = block->next;
    block->next = arena->first;
    arena->first = block;
}

void dm_arena_reset(dm_arena *arena)
{
    if (!arena)
        return;
    arena->filled = 0;
    put_largest_first(arena);
    enter_block(arena, arena->first);
}

/* A new block goes behind the current one, before the blocks that an earlier document filled. */
static bool add_block(dm_arena *arena, size_t size)
{
    dm_allocator *own = &arena->allocator;
    size_t whole = header_size() + size;
    if (arena->fixed || whole < size)
        return false;
    if (own->limit && (arena->held > own->limit || whole > own->limit - arena->held))
        return false;
    struct dm_block *block = own->allocate(own->context, whole);
    if (!block)
        return false;
    block->size = size;
    struct dm_block **link = arena->current ? &arena->current->next : &arena->first;
    block->next = *link;
    *link = block;
    arena->held += whole;
    return true;
}

static size_t current_used(const dm_arena *arena)
{
    return arena->current ? arena->current->size - (size_t)(arena->stop - arena->next) : 0;
}

static void go_on(dm_arena *arena)
{
    arena->filled += current_used(arena);
    enter_block(arena, arena->current ? arena->current->next : arena->first);
}

/* Enters a block that holds so many bytes: a kept one, else a new one. */
static bool find_block(dm_arena *arena, size_t size, size_t wish)
{
    for (;;) {
        struct dm_block *next = arena->current ? arena->current->next : arena->first;
        if (!next)
            break;
        if (next->size < size && arena->current && add_block(arena, wish)) {
            go_on(arena);
            return true;
        }
        go_on(arena);
        if (arena->current->size >= size)
            return true;
    }
    if (!add_block(arena, wish) && (wish == size || !add_block(arena, size)))
        return false;
    go_on(arena);
    return true;
}

/* Blocks grow with what the arena holds, so that their number stays small; tests that ask for
 * small blocks get them. */
static size_t wished_size(const dm_arena *arena, size_t size)
{
    size_t wish = arena->allocator.block_size;
    if (wish >= BLOCK_SIZE && wish < arena->held / 2)
        wish = arena->held / 2;
    return wish > size ? wish : size;
}

void *dm_arena_take_more(dm_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    size_t whole = (size + 7) & ~(size_t)7;
    if (whole > (size_t)(arena->stop - arena->next) || !arena->current) {
        if (!find_block(arena, whole, wished_size(arena, whole)))
            return NULL;
    }
    void *result = arena->next;
    arena->next += whole;
    return result;
}

void dm_arena_reserve(dm_arena *arena, size_t size)
{
    if (arena->allocator.block_size < BLOCK_SIZE || size > SIZE_MAX / 4)
        return;
    if ((size_t)(arena->stop - arena->next) >= size)
        return;
    struct dm_block *next = arena->current ? arena->current->next : arena->first;
    if (next && next->size >= size)
        go_on(arena);
    else if (!next && add_block(arena, wished_size(arena, size)))
        go_on(arena);
}

void *dm_arena_allocate(dm_arena *arena, size_t size)
{
    size_t unit = alignof(max_align_t);
    if (!arena || size > SIZE_MAX / 2)
        return NULL;
    char *memory = dm_arena_take(arena, (size ? size : 1) + (unit > 8 ? unit - 8 : 0));
    if (!memory)
        return NULL;
    memory += (unit - (size_t)((uintptr_t)memory % unit)) % unit;
    memset(memory, 0, size);
    return memory;
}

char *dm_arena_copy(dm_arena *arena, const char *text, size_t size)
{
    if (!arena || size == SIZE_MAX || (!text && size > 0))
        return NULL;
    char *copy = dm_arena_take(arena, size + 1);
    if (!copy)
        return NULL;
    if (size > 0)
        memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

size_t dm_arena_usage(const dm_arena *arena, size_t *held)
{
    if (held)
        *held = arena ? arena->held : 0;
    return arena ? arena->filled + current_used(arena) : 0;
}
