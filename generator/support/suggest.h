/* Suggestions: the right name that a wrong one is nearest to. */
#ifndef DOCMODEL_SUPPORT_SUGGEST_H
#define DOCMODEL_SUPPORT_SUGGEST_H

#include "support/slice.h"

/* Longer names are neither compared nor suggested. */
#define SUGGEST_LENGTH_MAX 128

/* No distance: longer than SUGGEST_LENGTH_MAX. */
#define SUGGEST_FAR ((size_t)-1)

/*
 * How many characters must be inserted, deleted, replaced or swapped with their neighbour to turn A
 * into B, ignoring the case of ASCII letters.
 */
size_t suggest_distance(slice a, slice b);

/* The same to the nearest beginning of B. */
size_t suggest_prefix_distance(slice a, slice b);

struct suggestion {
    slice wrong;
    slice best; /* empty: nothing is near */
    size_t distance;
    bool prefix; /* compare with beginnings */
};

/* Starts a search for the name nearest to WRONG. */
void suggest_init(struct suggestion *suggestion, slice wrong, bool prefix);

/* Offers one right name. Of equally near ones the first offered is kept. */
void suggest_offer(struct suggestion *suggestion, slice name);

#endif
