#include "internal.h"

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
    if (*capacity > UINT32_MAX / 4 || *capacity > SIZE_MAX / 4 / size)
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

/* They are found by a crit-bit tree: a fork looks at one bit of a name, at which the names below it
 * differ first. The way to a name has at most as many forks as the name has bits, whatever the
 * others are; so no choice of names makes a document slower than its size does, as it could with
 * hashes. */

/* Bits of a name: one that tells whether there is such a byte, then the eight of the byte. */
#define BYTE_BITS 9

/* @return those bits of a byte. */
static unsigned bits_of(const char *name, size_t length, size_t place)
{
    return place < length ? 0x100u | (unsigned char)name[place] : 0;
}

static bool bit_of(const char *name, size_t length, uint64_t bit)
{
    unsigned bits = bits_of(name, length, (size_t)(bit / BYTE_BITS));
    return bits >> (BYTE_BITS - 1 - bit % BYTE_BITS) & 1;
}

/* @return the first bit at which two different names differ. */
static uint64_t first_difference(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t place = 0;
    while (bits_of(a, a_length, place) == bits_of(b, b_length, place))
        place++;
    unsigned differ = bits_of(a, a_length, place) ^ bits_of(b, b_length, place);
    uint64_t bit = (uint64_t)place * BYTE_BITS;
    for (unsigned high = 1u << (BYTE_BITS - 1); !(differ & high); high >>= 1)
        bit++;
    return bit;
}

/* A link is twice a position in the array; one more: to the fork that came with that member. */
static bool is_fork(uint32_t link)
{
    return link & 1;
}

/* @return the only member that can have the name, removed or not; NULL: there is none at all. */
static struct dm_unknown *candidate(const struct dm_extras *extras, const char *name, size_t length)
{
    if (extras->unknown_count == 0)
        return NULL;
    uint32_t link = extras->root;
    while (is_fork(link)) {
        const struct dm_unknown *fork = &extras->unknown[link / 2];
        link = fork->links[bit_of(name, length, fork->bit)];
    }
    return &extras->unknown[link / 2];
}

static bool is_named(const struct dm_unknown *unknown, const char *name, size_t length)
{
    return unknown && unknown->name_length == length &&
           (length == 0 || memcmp(unknown->name, name, length) == 0);
}

struct dm_unknown *dm_extras_unknown(const dm_object *object, const char *name, size_t length)
{
    struct dm_unknown *found = object->extras ? candidate(object->extras, name, length) : NULL;
    return is_named(found, name, length) && dm_extras_is_there(found) ? found : NULL;
}

/* Links the member behind the last one, which differs from the candidate for its name. */
static void add_to_tree(struct dm_extras *extras, const struct dm_unknown *nearest)
{
    uint32_t position = extras->unknown_count;
    struct dm_unknown *added = &extras->unknown[position];
    uint32_t *link = &extras->root;
    if (nearest) {
        added->bit =
            first_difference(added->name, added->name_length, nearest->name, nearest->name_length);
        while (is_fork(*link) && extras->unknown[*link / 2].bit < added->bit) {
            struct dm_unknown *fork = &extras->unknown[*link / 2];
            link = &fork->links[bit_of(added->name, added->name_length, fork->bit)];
        }
        bool side = bit_of(added->name, added->name_length, added->bit);
        added->links[side] = position * 2;
        added->links[!side] = *link;
    }
    *link = position * 2 + (nearest != NULL);
}

bool dm_extras_set_unknown(dm_object *object, dm_arena *arena, const char *name, size_t length,
                           dm_json value)
{
    struct dm_extras *extras = extras_of(object, arena);
    if (!extras)
        return false;
    struct dm_unknown *nearest = candidate(extras, name, length);
    if (is_named(nearest, name, length)) {
        nearest->value = value;
        return true;
    }
    struct dm_unknown *unknown = grow_list(arena, extras->unknown, extras->unknown_count,
                                           &extras->unknown_capacity, sizeof *unknown);
    if (!unknown)
        return false;
    nearest = nearest ? unknown + (nearest - extras->unknown) : NULL;
    extras->unknown = unknown;
    unknown += extras->unknown_count;
    unknown->name = name;
    unknown->name_length = length;
    unknown->value = value;
    add_to_tree(extras, nearest);
    extras->unknown_count++;
    return true;
}
