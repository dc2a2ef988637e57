/*
 * Maps from slices to pointers. Keys are borrowed and must outlive the map. There is no iteration:
 * output order must never come from a map.
 */
#ifndef DOCMODEL_SUPPORT_MAP_H
#define DOCMODEL_SUPPORT_MAP_H

#include "support/arena.h"

struct map_slot;
struct map_entry;

struct map {
    struct arena *arena; /* holds the table */
    struct map_slot *slots;
    size_t capacity; /* of slots: a power of two, or 0 */
    struct map_entry *entries;
    size_t count;
    bool ignore_case; /* of the ASCII letters, in keys */
};

void map_init(struct map *map, struct arena *arena);
void map_init_ignore_case(struct map *map, struct arena *arena);

/* Makes room for COUNT keys in all, so that the table need not grow on the way. */
void map_reserve(struct map *map, size_t count);

/* What was put under KEY, or NULL. */
void *map_get(const struct map *map, slice key);

/* Puts VALUE, which is not NULL, under KEY and returns what stood there before, or NULL. */
void *map_put(struct map *map, slice key, void *value);

/* Puts VALUE under KEY unless something stands there. Returns what stands there now. */
void *map_put_new(struct map *map, slice key, void *value);

#endif
