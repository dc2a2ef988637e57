#include "support/suggest.h"

static size_t suggest_min(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The optimal string alignment distance, three rows at a time; BEST is the least in the last row.
 */
static size_t suggest_align(slice a, slice b, size_t *best)
{
    size_t rows[3][SUGGEST_LENGTH_MAX + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b.len; j++)
        last[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            char x = ascii_to_lower(a.ptr[i - 1]), y = ascii_to_lower(b.ptr[j - 1]);
            now[j] = suggest_min(last[j], now[j - 1]) + 1;
            now[j] = suggest_min(now[j], last[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == ascii_to_lower(b.ptr[j - 2]) &&
                y == ascii_to_lower(a.ptr[i - 2]))
                now[j] = suggest_min(now[j], before[j - 2] + 1);
        }
        size_t *free_row = before;
        before = last;
        last = now;
        now = free_row;
    }
    *best = last[0];
    for (size_t j = 1; j <= b.len; j++)
        *best = suggest_min(*best, last[j]);
    return last[b.len];
}

size_t suggest_distance(slice a, slice b)
{
    size_t best;
    if (a.len > SUGGEST_LENGTH_MAX || b.len > SUGGEST_LENGTH_MAX)
        return SUGGEST_FAR;
    return suggest_align(a, b, &best);
}

size_t suggest_prefix_distance(slice a, slice b)
{
    size_t best;
    if (a.len > SUGGEST_LENGTH_MAX || b.len > SUGGEST_LENGTH_MAX)
        return SUGGEST_FAR;
    (void)suggest_align(a, b, &best);
    return best;
}

void suggest_init(struct suggestion *suggestion, slice wrong, bool prefix)
{
    /* One slip in three letters still looks like a slip; more is another word. */
    size_t limit = (wrong.len + 2) / 3;
    *suggestion = (struct suggestion){.wrong = wrong, .distance = limit + 1, .prefix = prefix};
}

void suggest_offer(struct suggestion *suggestion, slice name)
{
    size_t distance = suggestion->prefix ? suggest_prefix_distance(suggestion->wrong, name)
                                         : suggest_distance(suggestion->wrong, name);
    if (distance < suggestion->distance) {
        suggestion->distance = distance;
        suggestion->best = name;
    }
}
