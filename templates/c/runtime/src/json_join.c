#include "internal.h"

/* Members of two objects by name, without memory of its own: names are gathered in order, as many
 * at a time as there are places for them, by reading both objects through once. So objects of n
 * members that fit take n * log n steps, and larger ones n * n / places. */

/* The bytes of a JSON string's inside, unescaped. */
struct inside {
    const char *next;
    char bytes[8]; /* of an escape */
    size_t size;
    size_t taken;
};

/* @return a byte, or -1 at the end. */
static int take_byte(struct inside *inside)
{
    if (inside->taken == inside->size) {
        if (*inside->next == '"')
            return -1;
        if (*inside->next != '\\')
            return (unsigned char)*inside->next++;
        size_t step = dm_scan_char(inside->next);
        inside->size = dm_scan_unescape(inside->next, inside->next + step, inside->bytes);
        inside->taken = 0;
        inside->next += step;
    }
    return (unsigned char)inside->bytes[inside->taken++];
}

int dm_json_compare_strings(const char *a, const char *b)
{
    do {
        a++;
        b++;
    } while (*a == *b && *a != '"' && *a != '\\');
    struct inside x = {a, {0}, 0, 0};
    struct inside y = {b, {0}, 0, 0};
    int p;
    int q;
    do {
        p = take_byte(&x);
        q = take_byte(&y);
    } while (p == q && p >= 0);
    return p - q;
}

static const char *name_of(const struct dm_json_place *place)
{
    return place->members[0] ? place->members[0] : place->members[1];
}

/* @return the first gathered place whose name is not before this one. */
static size_t find(const struct dm_json_join *join, const char *name, bool *found)
{
    size_t low = 0;
    size_t high = join->count;
    *found = false;
    while (low < high && !*found) {
        size_t middle = low + (high - low) / 2;
        int order = dm_json_compare_strings(name_of(&join->places[middle]), name);
        *found = order == 0;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return high;
}

/* Gathers a member; where there is no place for it, or for another one behind it, more is to do. */
static void gather(struct dm_json_join *join, const char *name, int side)
{
    bool found;
    if (join->bound && dm_json_compare_strings(name, join->bound) <= 0)
        return;
    bool full = join->count == join->room;
    if (full && dm_json_compare_strings(name, name_of(&join->places[join->count - 1])) > 0) {
        join->more = true;
        return;
    }
    size_t at = find(join, name, &found);
    struct dm_json_place *place = &join->places[at];
    if (!found) {
        join->more = join->more || full;
        join->count += !full;
        memmove(place + 1, place, (join->count - at - 1) * sizeof *place);
        memset(place, 0, sizeof *place);
    }
    place->members[side] = name; /* the last of repeated ones */
}

static bool is_before(const struct dm_json_place *a, const struct dm_json_place *b)
{
    if (!a->members[0] || !b->members[0])
        return a->members[0] || (!b->members[0] && a->members[1] < b->members[1]);
    return a->members[0] < b->members[0];
}

/* Members come out as they stand in their objects. (qsort may take memory.) */
static void sort_by_place(struct dm_json_place *places, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct dm_json_place place = places[i];
        size_t at = i;
        for (; at > 0 && is_before(&place, &places[at - 1]); at--)
            places[at] = places[at - 1];
        places[at] = place;
    }
}

static void gather_piece(struct dm_json_join *join)
{
    join->count = 0;
    join->next = 0;
    join->more = false;
    for (int side = 0; side < 2; side++) {
        dm_json_iterator it = {join->from[side], {NULL, 0}, {NULL, 0}};
        while (dm_json_next(join->objects[side], &it))
            gather(join, it.name.data, side);
    }
    if (join->count == 0)
        return;
    join->bound = name_of(&join->places[join->count - 1]);
    sort_by_place(join->places, join->count);
}

void dm_json_join_begin(struct dm_json_join *join, dm_json a, dm_json b, struct dm_json_places rest)
{
    size_t half = rest.count / 2;
    memset(join, 0, sizeof *join);
    join->objects[0] = a;
    join->objects[1] = b;
    join->rest = rest;
    join->places = half > DM_JSON_OWN ? rest.places : join->own;
    join->room = half > DM_JSON_OWN ? half : DM_JSON_OWN;
    join->more = true;
}

bool dm_json_join_next(struct dm_json_join *join, struct dm_json_pair *pair)
{
    dm_json *values[2] = {&pair->a, &pair->b};
    if (join->next == join->count) {
        if (!join->more)
            return false;
        gather_piece(join);
        if (join->count == 0)
            return false;
    }
    struct dm_json_place *place = &join->places[join->next++];
    memset(pair, 0, sizeof *pair);
    for (int side = 1; side >= 0; side--) {
        dm_json_iterator it = {place->members[side], {NULL, 0}, {NULL, 0}};
        if (it.next && dm_json_next(join->objects[side], &it)) {
            *values[side] = it.value;
            pair->name = it.name;
        }
    }
    return true;
}

struct dm_json_places dm_json_join_rest(const struct dm_json_join *join)
{
    struct dm_json_places rest = join->rest;
    if (join->places != join->own) {
        rest.places += join->count;
        rest.count -= join->count;
    }
    return rest;
}
