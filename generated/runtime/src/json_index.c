#include "internal.h"

#include <stdlib.h>

/* Members of an object that are searched one by one. More are sorted, or comparing two objects of n
 * members in different order would take n * n steps. */
#define SEARCHED 32

struct dm_json_entry {
    dm_json name;
    dm_json value;
};

/* The bytes of a JSON string's inside, unescaped character by character. */
struct characters {
    const char *next;
    const char *end;
    char bytes[8];
    size_t have;
};

static bool more_characters(struct characters *c)
{
    if (c->have == 0 && c->next < c->end) {
        size_t step = dm_scan_char(c->next);
        c->have = dm_scan_unescape(c->next, c->next + step, c->bytes);
        c->next += step;
    }
    return c->have > 0;
}

static void drop_bytes(struct characters *c, size_t count)
{
    c->have -= count;
    memmove(c->bytes, c->bytes + count, c->have);
}

static int compare_escaped(dm_json a, dm_json b)
{
    struct characters x = {a.data + 1, a.data + a.size - 1, {0}, 0};
    struct characters y = {b.data + 1, b.data + b.size - 1, {0}, 0};
    for (;;) {
        bool more_x = more_characters(&x);
        bool more_y = more_characters(&y);
        if (!more_x || !more_y)
            return (int)more_x - (int)more_y;
        size_t common = x.have < y.have ? x.have : y.have;
        int order = memcmp(x.bytes, y.bytes, common);
        if (order != 0)
            return order;
        drop_bytes(&x, common);
        drop_bytes(&y, common);
    }
}

int dm_json_compare_strings(dm_json a, dm_json b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = memcmp(a.data, b.data, common);
    if (order == 0 && a.size == b.size)
        return 0;
    if (memchr(a.data, '\\', a.size) || memchr(b.data, '\\', b.size))
        return compare_escaped(a, b);
    /* The closing quote of the shorter one must not take part in the order. */
    order = memcmp(a.data, b.data, common - 1);
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

/* Repeated members keep their order, whatever qsort does: all lie in one text. */
static int compare_entries(const void *a, const void *b)
{
    const struct dm_json_entry *x = a;
    const struct dm_json_entry *y = b;
    int order = dm_json_compare_strings(x->name, y->name);
    return order != 0 ? order : (x->name.data > y->name.data) - (x->name.data < y->name.data);
}

void dm_json_index_init(struct dm_json_index *index, dm_json json)
{
    dm_json_iterator it = {0};
    size_t count = dm_json_count(json);
    index->json = json;
    index->count = 0;
    index->entries = count > SEARCHED && count <= SIZE_MAX / sizeof *index->entries
                         ? malloc(count * sizeof *index->entries)
                         : NULL;
    if (!index->entries)
        return;
    while (dm_json_next(json, &it)) {
        struct dm_json_entry entry = {it.name, it.value};
        index->entries[index->count++] = entry;
    }
    qsort(index->entries, index->count, sizeof *index->entries, compare_entries);
}

static dm_json last_named(dm_json json, dm_json name)
{
    dm_json found = {NULL, 0};
    dm_json_iterator it = {0};
    while (dm_json_next(json, &it)) {
        if (dm_json_compare_strings(it.name, name) == 0)
            found = it.value;
    }
    return found;
}

dm_json dm_json_index_find(const struct dm_json_index *index, dm_json name)
{
    dm_json none = {NULL, 0};
    size_t low = 0; /* entries before it have names up to the one that is searched */
    size_t high = index->count;
    if (!index->entries)
        return last_named(index->json, name);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (dm_json_compare_strings(index->entries[middle].name, name) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || dm_json_compare_strings(index->entries[low - 1].name, name) != 0)
        return none;
    return index->entries[low - 1].value;
}

bool dm_json_index_next(const struct dm_json_index *index, dm_json_iterator *it)
{
    while (dm_json_next(index->json, it)) {
        if (dm_json_index_find(index, it->name).data == it->value.data)
            return true;
    }
    return false;
}

void dm_json_index_finish(struct dm_json_index *index)
{
    free(index->entries);
}
