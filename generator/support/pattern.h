/* Patterns: PCRE2 in UTF mode. The only file that includes <pcre2.h> is pattern.c. */
#ifndef DOCMODEL_SUPPORT_PATTERN_H
#define DOCMODEL_SUPPORT_PATTERN_H

#include "support/slice.h"

#define PATTERN_GROUPS_MAX 16

struct pattern;

struct pattern_match {
    slice groups[PATTERN_GROUPS_MAX]; /* 0: the whole match; ptr NULL for a group not taken part */
    size_t count;
};

enum { PATTERN_CASELESS = 1, PATTERN_EXTENDED = 2 };

/*
 * Compiles SOURCE. Returns NULL with *error_offset for a pattern that is not valid. A pattern may
 * be used by any number of threads at once.
 */
struct pattern *pattern_create(slice source, unsigned options, size_t *error_offset);
void pattern_destroy(struct pattern *pattern);

/*
 * Searches SUBJECT, which is valid UTF-8, from byte FROM. The groups are slices of SUBJECT. A match
 * that needs more than a bounded number of steps counts as none.
 */
bool pattern_search(const struct pattern *pattern, slice subject, size_t from,
                    struct pattern_match *match);

#endif
