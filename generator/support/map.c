#include "support/map.h"

#include <stdint.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)16)

/* Slots are small and decide most questions, so that few of them need more of memory than one line
 * of the processor's cache. Entries stand in the order in which they came, the latest together. */
struct map_slot {
    uint32_t hash;
    uint32_t entry; /* its number from 1; 0: free */
};

struct map_entry {
    slice key;
    void *value;
};

void map_init(struct map *map, struct arena *arena)
{
    *map = (struct map){.arena = arena};
}

void map_init_ignore_case(struct map *map, struct arena *arena)
{
    *map = (struct map){.arena = arena, .ignore_case = true};
}

static uint32_t map_hash(const struct map *map, slice key)
{
    return (uint32_t)(map->ignore_case ? slice_hash_ignore_case(key) : slice_hash(key));
}

static bool map_key_matches(const struct map *map, const struct map_slot *slot, slice key,
                            uint32_t hash)
{
    if (slot->hash != hash)
        return false;
    slice found = map->entries[slot->entry - 1].key;
    return map->ignore_case ? slice_equal_ignore_case(found, key) : slice_equal(found, key);
}

/* The slot of KEY, or the free one where it belongs. The table is never full. */
static struct map_slot *map_probe(const struct map *map, slice key, uint32_t hash)
{
    size_t mask = map->capacity - 1;
    size_t i = hash & mask;
    while (map->slots[i].entry != 0 && !map_key_matches(map, &map->slots[i], key, hash))
        i = (i + 1) & mask;
    return &map->slots[i];
}

static size_t most_keys(size_t capacity)
{
    return capacity / 4 * 3;
}

static void map_resize(struct map *map, size_t capacity)
{
    struct map_slot *slots = arena_alloc_array(map->arena, capacity, sizeof *slots);
    for (size_t old = 0; old < map->capacity; old++) {
        size_t i = map->slots[old].hash & (capacity - 1);
        while (slots[i].entry != 0)
            i = (i + 1) & (capacity - 1);
        slots[i] = map->slots[old];
    }
    struct map_entry *entries = arena_alloc_array(map->arena, most_keys(capacity), sizeof *entries);
    if (map->count > 0)
        memcpy(entries, map->entries, map->count * sizeof *entries);
    map->slots = slots;
    map->entries = entries;
    map->capacity = capacity;
}

void map_reserve(struct map *map, size_t count)
{
    size_t capacity = map->capacity == 0 ? FIRST_CAPACITY : map->capacity;
    while (most_keys(capacity) < count && capacity <= SIZE_MAX / 2)
        capacity *= 2;
    if (capacity > map->capacity)
        map_resize(map, capacity);
}

/* The entry of KEY, made if there was none. */
static struct map_entry *map_claim(struct map *map, slice key)
{
    if (map->count >= most_keys(map->capacity))
        map_reserve(map, map->count + 1);
    uint32_t hash = map_hash(map, key);
    struct map_slot *slot = map_probe(map, key, hash);
    if (slot->entry == 0) {
        if (map->count == UINT32_MAX)
            arena_exhausted(SIZE_MAX);
        map->entries[map->count++].key = key;
        *slot = (struct map_slot){hash, (uint32_t)map->count};
    }
    return &map->entries[slot->entry - 1];
}

void *map_get(const struct map *map, slice key)
{
    if (map->capacity == 0)
        return NULL;
    const struct map_slot *slot = map_probe(map, key, map_hash(map, key));
    return slot->entry != 0 ? map->entries[slot->entry - 1].value : NULL;
}

void *map_put(struct map *map, slice key, void *value)
{
    struct map_entry *entry = map_claim(map, key);
    void *before = entry->value;
    entry->value = value;
    return before;
}

void *map_put_new(struct map *map, slice key, void *value)
{
    struct map_entry *entry = map_claim(map, key);
    if (entry->value == NULL)
        entry->value = value;
    return entry->value;
}
