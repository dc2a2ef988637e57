#include "support/pattern.h"

#include "support/arena.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

/* Far more than any pattern needs on a page's line, and over in a fraction of a second. */
#define MATCH_LIMIT 1000000
#define DEPTH_LIMIT 10000
#define HEAP_LIMIT  20000 /* KiB */

struct pattern {
    pcre2_code *code;
    pcre2_match_context *limits;
};

struct pattern *pattern_create(slice source, unsigned options, size_t *error_offset)
{
    uint32_t flags = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C;
    if (options & PATTERN_CASELESS)
        flags |= PCRE2_CASELESS;
    if (options & PATTERN_EXTENDED)
        flags |= PCRE2_EXTENDED;
    int error = 0;
    PCRE2_SIZE offset = 0;
    PCRE2_SPTR text = (PCRE2_SPTR)(source.ptr != NULL ? source.ptr : "");
    pcre2_code *code = pcre2_compile(text, source.len, flags, &error, &offset, NULL);
    if (code == NULL) {
        *error_offset = offset;
        return NULL;
    }
    /* Without a just-in-time compiler the interpreter does the same, only slower. */
    (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    pcre2_match_context *limits = pcre2_match_context_create(NULL);
    struct pattern *pattern = malloc(sizeof *pattern);
    if (limits == NULL || pattern == NULL)
        arena_exhausted(sizeof *pattern);
    pcre2_set_match_limit(limits, MATCH_LIMIT);
    pcre2_set_depth_limit(limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(limits, HEAP_LIMIT);
    *pattern = (struct pattern){code, limits};
    return pattern;
}

void pattern_destroy(struct pattern *pattern)
{
    if (pattern == NULL)
        return;
    pcre2_match_context_free(pattern->limits);
    pcre2_code_free(pattern->code);
    free(pattern);
}

static void pattern_copy_groups(slice subject, pcre2_match_data *data, size_t count,
                                struct pattern_match *match)
{
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(data);
    *match = (struct pattern_match){.count = count};
    for (size_t i = 0; i < count; i++) {
        PCRE2_SIZE begin = offsets[2 * i];
        PCRE2_SIZE end = offsets[2 * i + 1];
        /* \K in a look-ahead can put a match's end before its begin. */
        if (begin != PCRE2_UNSET && begin <= end)
            match->groups[i] = (slice){subject.ptr + begin, end - begin};
    }
}

bool pattern_search(const struct pattern *pattern, slice subject, size_t from,
                    struct pattern_match *match)
{
    if (subject.ptr == NULL)
        subject.ptr = "";
    if (from > subject.len)
        return false;
    pcre2_match_data *data = pcre2_match_data_create(PATTERN_GROUPS_MAX, NULL);
    if (data == NULL)
        arena_exhausted(PATTERN_GROUPS_MAX * sizeof(PCRE2_SIZE));
    PCRE2_SPTR text = (PCRE2_SPTR)subject.ptr;
    int count = pcre2_match(pattern->code, text, subject.len, from, 0, data, pattern->limits);
    if (count == PCRE2_ERROR_JIT_STACKLIMIT)
        count = pcre2_match(pattern->code, text, subject.len, from, PCRE2_NO_JIT, data,
                            pattern->limits);
    if (count >= 0) /* 0: more groups than there is room for */
        pattern_copy_groups(subject, data, count == 0 ? PATTERN_GROUPS_MAX : (size_t)count, match);
    pcre2_match_data_free(data);
    return count >= 0;
}
