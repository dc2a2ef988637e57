#include "support/sort.h"

#include "support/arena.h"

#include <stdlib.h>
#include <string.h>

/* Each run that waits is more than twice as long as the next. */
#define RUNS_MAX (sizeof(size_t) * 8)

struct sorting {
    char *items;
    size_t count;
    size_t size;
    int (*compare)(const void *, const void *);
    char *room; /* for COUNT items; NULL until something is merged */
};

static char *item_at(const struct sorting *s, size_t index)
{
    return s->items + index * s->size;
}

/* The end of the items that are sorted from BEGIN on. */
static size_t run_end(const struct sorting *s, size_t begin)
{
    size_t end = begin + 1;
    while (end < s->count && s->compare(item_at(s, end - 1), item_at(s, end)) <= 0)
        end++;
    return end;
}

static void make_room(struct sorting *s)
{
    s->room = s->room != NULL ? s->room : malloc(s->count * s->size);
    if (s->room == NULL)
        arena_exhausted(s->count * s->size);
}

/* Merges the sorted runs BEGIN..MIDDLE-1 and MIDDLE..END-1. */
static void merge(struct sorting *s, size_t begin, size_t middle, size_t end)
{
    make_room(s);
    const char *left = s->room, *right = item_at(s, middle);
    const char *left_end = left + (middle - begin) * s->size, *right_end = item_at(s, end);
    char *to = item_at(s, begin);
    memcpy(s->room, to, (middle - begin) * s->size);
    while (left < left_end && right < right_end) {
        const char **from = s->compare(left, right) <= 0 ? &left : &right;
        memcpy(to, *from, s->size);
        *from += s->size;
        to += s->size;
    }
    memcpy(to, left, (size_t)(left_end - left)); /* what is left on the right stands there */
}

void sort_items(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    struct sorting s = {items, count, size, compare, NULL};
    size_t begins[RUNS_MAX + 1]; /* of the runs that wait; then where the next one begins */
    size_t waiting = 0;
    begins[0] = 0;
    while (begins[waiting] < count) {
        begins[waiting + 1] = run_end(&s, begins[waiting]);
        waiting++;
        /* Runs of like length go together; at the end, all. */
        while (waiting > 1) {
            size_t *last = &begins[waiting - 1];
            if (last[1] < count && last[0] - last[-1] > 2 * (last[1] - last[0]))
                break;
            merge(&s, last[-1], last[0], last[1]);
            last[0] = last[1];
            waiting--;
        }
    }
    free(s.room);
}
