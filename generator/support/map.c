#include "support/map.h"

#include <stdint.h>

#define FIRST_CAPACITY ((size_t)16)

struct map_entry {
    slice key;
    void *value; /* NULL: free */
    size_t hash;
};

void map_init(struct map *map, struct arena *arena)
{
    *map = (struct map){.arena = arena};
}

void map_init_ignore_case(struct map *map, struct arena *arena)
{
    *map = (struct map){.arena = arena, .ignore_case = true};
}

static size_t map_hash(const struct map *map, slice key)
{
    return map->ignore_case ? slice_hash_ignore_case(key) : slice_hash(key);
}

static bool map_key_matches(const struct map *map, const struct map_entry *entry, slice key,
                            size_t hash)
{
    if (entry->hash != hash)
        return false;
    return map->ignore_case ? slice_equal_ignore_case(entry->key, key)
                            : slice_equal(entry->key, key);
}

/* The entry of KEY, or the free one where it belongs. The table is never full. */
static struct map_entry *map_probe(const struct map *map, slice key, size_t hash)
{
    size_t mask = map->capacity - 1;
    size_t i = hash & mask;
    while (map->entries[i].value != NULL && !map_key_matches(map, &map->entries[i], key, hash))
        i = (i + 1) & mask;
    return &map->entries[i];
}

static void map_resize(struct map *map, size_t capacity)
{
    struct map old = *map;
    map->capacity = capacity;
    map->entries = arena_alloc_array(map->arena, map->capacity, sizeof *map->entries);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.entries[i].value != NULL)
            *map_probe(map, old.entries[i].key, old.entries[i].hash) = old.entries[i];
}

static size_t most_keys(size_t capacity)
{
    return capacity / 4 * 3;
}

void map_reserve(struct map *map, size_t count)
{
    size_t capacity = map->capacity == 0 ? FIRST_CAPACITY : map->capacity;
    while (most_keys(capacity) < count && capacity <= SIZE_MAX / 2)
        capacity *= 2;
    if (capacity > map->capacity)
        map_resize(map, capacity);
}

/* The entry of KEY, made free and counted if there was none. */
static struct map_entry *map_claim(struct map *map, slice key)
{
    if (map->count >= most_keys(map->capacity))
        map_reserve(map, map->count + 1);
    size_t hash = map_hash(map, key);
    struct map_entry *entry = map_probe(map, key, hash);
    if (entry->value == NULL) {
        entry->key = key;
        entry->hash = hash;
        map->count++;
    }
    return entry;
}

void *map_get(const struct map *map, slice key)
{
    if (map->capacity == 0)
        return NULL;
    return map_probe(map, key, map_hash(map, key))->value;
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
