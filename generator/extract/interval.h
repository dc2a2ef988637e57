/* Intervals: limits of a number in signs, which every language has. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_INTERVAL_H
#define DOCMODEL_EXTRACT_INTERVAL_H

#include "vocab/number.h"

struct interval_bound {
    bool stated;
    bool exclusive;
    struct decimal value;
};

struct interval {
    struct interval_bound low;
    struct interval_bound high;
};

/*
 * Reads the interval that TEXT states, which is about a number:
 *
 *     [0, 10]   [0, 10)   (0; 10]   [0, ∞)   [0-10]   (0–10)   0..10
 *     0 ≤ x ≤ 1   10 > x >= 0
 *     (≥ 0)   level: > 0, <= 100.   level: 1 - 100.
 *
 * "(0, 10)" is one only behind a colon or "∈". Returns false if there is none, or if there are
 * several that differ: then they are about different cases. READING is how numbers are written; a
 * comma that is alone between brackets is no part of one. Uses SCRATCH.
 */
bool interval_read(struct arena *scratch, slice text, enum number_reading reading,
                   struct interval *interval);

#endif
