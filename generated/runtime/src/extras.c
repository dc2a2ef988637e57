#include "internal.h"

#define INDEX_FROM 16 /* unknown members, from which on an index pays */

static struct dm_extras *extras_of(dm_object *object, dm_arena *arena)
{
    if (!object->extras) {
        object->extras = dm_arena_take(arena, sizeof *object->extras);
        if (object->extras) {
            memset(object->extras, 0, offsetof(struct dm_extras, first));
            object->extras->marks = object->extras->first;
            object->extras->mark_capacity =
                sizeof object->extras->first / sizeof *object->extras->first;
        }
    }
    return object->extras;
}

/* @return an array for one more item, or NULL. */
static void *grow_list(dm_arena *arena, void *items, uint32_t count, uint32_t *capacity,
                       size_t size)
{
    if (count < *capacity)
        return items;
    if (*capacity > UINT32_MAX / 4)
        return NULL;
    uint32_t more = *capacity ? *capacity * 2 : 2;
    void *copy = dm_arena_take(arena, more * size);
    if (!copy)
        return NULL;
    if (count > 0)
        memcpy(copy, items, count * size);
    *capacity = more;
    return copy;
}

/* ---- Marks: no more than four a property ---- */

struct dm_mark *dm_extras_mark(const dm_object *object, uint32_t offset, enum dm_mark_kind kind)
{
    struct dm_extras *extras = object->extras;
    if (!extras)
        return NULL;
    for (uint32_t i = 0; i < extras->mark_count; i++) {
        if (extras->marks[i].offset == offset && extras->marks[i].kind == (uint32_t)kind)
            return &extras->marks[i];
    }
    return NULL;
}

bool dm_extras_drop_marks(dm_object *object, uint32_t offset)
{
    struct dm_extras *extras = object->extras;
    bool found = false;
    if (!extras || !(extras->mark_bits & dm_extras_bit(offset)))
        return false;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < extras->mark_count; i++) {
        struct dm_mark mark = extras->marks[i];
        if (mark.offset != offset || mark.kind == DM_MARK_CAPACITY)
            extras->marks[kept++] = mark;
        else if (mark.kind != DM_MARK_ORIGINAL)
            found = true;
    }
    extras->mark_count = kept;
    return found;
}

bool dm_extras_set_mark(dm_object *object, dm_arena *arena, uint32_t offset, enum dm_mark_kind kind,
                        dm_json value)
{
    struct dm_extras *extras = extras_of(object, arena);
    if (!extras)
        return false;
    if (extras->mark_bits & dm_extras_bit(offset)) {
        struct dm_mark *same = dm_extras_mark(object, offset, kind);
        if (same && kind == DM_MARK_CAPACITY) {
            same->value = value;
            return true;
        }
        if (kind != DM_MARK_CAPACITY)
            dm_extras_drop_marks(object, offset);
    }
    struct dm_mark *marks =
        grow_list(arena, extras->marks, extras->mark_count, &extras->mark_capacity, sizeof *marks);
    if (!marks)
        return false;
    extras->marks = marks;
    struct dm_mark *mark = &marks[extras->mark_count++];
    mark->value = value;
    mark->offset = offset;
    mark->kind = (uint32_t)kind;
    extras->mark_bits |= dm_extras_bit(offset);
    extras->originals = extras->originals || kind == DM_MARK_ORIGINAL;
    return true;
}

const struct dm_mark *dm_extras_instead(const dm_object *object, uint32_t offset)
{
    const struct dm_extras *extras = object->extras;
    if (!extras || !(extras->mark_bits & dm_extras_bit(offset)))
        return NULL;
    for (uint32_t i = 0; i < extras->mark_count; i++) {
        if (extras->marks[i].offset == offset && extras->marks[i].kind <= DM_MARK_RAW)
            return &extras->marks[i];
    }
    return NULL;
}

/* ---- Unknown members ---- */

static uint32_t hash(const char *name, size_t length)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < length; i++)
        h = (h ^ (unsigned char)name[i]) * 16777619u;
    return h ^ (h >> 15);
}

static bool is_named(const struct dm_unknown *unknown, const char *name, size_t length)
{
    return unknown->name && unknown->name_length == length &&
           (length == 0 || memcmp(unknown->name, name, length) == 0);
}

struct dm_unknown *dm_extras_unknown(const dm_object *object, const char *name, size_t length)
{
    struct dm_extras *extras = object->extras;
    if (!extras)
        return NULL;
    if (extras->index) {
        uint32_t mask = extras->index_size - 1;
        for (uint32_t i = hash(name, length) & mask; extras->index[i]; i = (i + 1) & mask) {
            struct dm_unknown *unknown = &extras->unknown[extras->index[i] - 1];
            if (is_named(unknown, name, length))
                return unknown;
        }
        return NULL;
    }
    for (uint32_t i = 0; i < extras->unknown_count; i++) {
        if (is_named(&extras->unknown[i], name, length))
            return &extras->unknown[i];
    }
    return NULL;
}

static void enter_index(struct dm_extras *extras, uint32_t position)
{
    const struct dm_unknown *unknown = &extras->unknown[position];
    uint32_t mask = extras->index_size - 1;
    if (!unknown->name)
        return;
    uint32_t i = hash(unknown->name, unknown->name_length) & mask;
    while (extras->index[i])
        i = (i + 1) & mask;
    extras->index[i] = position + 1;
}

/* Keeps the index at most half full. */
static bool extend_index(struct dm_extras *extras, dm_arena *arena)
{
    if (extras->unknown_count < INDEX_FROM || extras->unknown_count * 2 < extras->index_size)
        return true;
    uint32_t size = extras->index_size ? extras->index_size * 2 : INDEX_FROM * 4;
    uint32_t *index = dm_arena_take(arena, size * sizeof *index);
    if (!index)
        return false;
    memset(index, 0, size * sizeof *index);
    extras->index = index;
    extras->index_size = size;
    for (uint32_t i = 0; i < extras->unknown_count; i++)
        enter_index(extras, i);
    return true;
}

bool dm_extras_set_unknown(dm_object *object, dm_arena *arena, const char *name, size_t length,
                           dm_json value)
{
    struct dm_extras *extras = extras_of(object, arena);
    if (!extras)
        return false;
    struct dm_unknown *same = dm_extras_unknown(object, name, length);
    if (same) {
        same->value = value;
        return true;
    }
    struct dm_unknown *unknown = grow_list(arena, extras->unknown, extras->unknown_count,
                                           &extras->unknown_capacity, sizeof *unknown);
    if (!unknown)
        return false;
    extras->unknown = unknown;
    if (!extend_index(extras, arena))
        return false;
    unknown += extras->unknown_count++;
    unknown->name = name;
    unknown->name_length = length;
    unknown->value = value;
    if (extras->index)
        enter_index(extras, extras->unknown_count - 1);
    return true;
}
