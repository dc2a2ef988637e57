/* Patterns: PCRE2 in UTF mode. The only file that includes <pcre2.h> is pattern.c. */
#ifndef DOCMODEL_SUPPORT_PATTERN_H
#define DOCMODEL_SUPPORT_PATTERN_H

#include "support/arena.h"

struct pattern;

/*
 * Compiles SOURCE, a Perl-compatible pattern without \C. It lives as long as ARENA, and may be used
 * by any number of threads at once. Returns NULL with *error_offset for one that is not valid.
 */
const struct pattern *pattern_create(struct arena *arena, slice source, size_t *error_offset);

/*
 * Whether the pattern matches all of SUBJECT, letter case ignored. One that is not valid UTF-8, or
 * would need more than a bounded number of steps, does not match.
 */
bool pattern_covers(const struct pattern *pattern, slice subject);

#endif
