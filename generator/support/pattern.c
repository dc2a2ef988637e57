#include "support/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Far more than any pattern of a name needs, and over in a fraction of a second. */
#define MATCH_LIMIT 1000000
#define DEPTH_LIMIT 10000
#define HEAP_LIMIT  20000 /* KiB */

struct pattern {
    pcre2_code *code;
    pcre2_match_context *limits;
};

static void *allocate(size_t size, void *arena)
{
    return arena_alloc(arena, size);
}

/* What is in an arena goes with it. */
static void release(void *memory, void *arena)
{
    (void)memory;
    (void)arena;
}

const struct pattern *pattern_create(struct arena *arena, slice source, size_t *error_offset)
{
    const uint32_t flags =
        PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_CASELESS | PCRE2_ANCHORED | PCRE2_ENDANCHORED;
    pcre2_general_context *memory = pcre2_general_context_create(allocate, release, arena);
    pcre2_compile_context *compile = pcre2_compile_context_create(memory);
    struct pattern *pattern = arena_alloc(arena, sizeof *pattern);
    int error = 0;
    PCRE2_SIZE offset = 0;
    PCRE2_SPTR text = (PCRE2_SPTR)(source.ptr != NULL ? source.ptr : "");
    pattern->code = pcre2_compile(text, source.len, flags, &error, &offset, compile);
    if (pattern->code == NULL) {
        *error_offset = offset;
        return NULL;
    }
    pattern->limits = pcre2_match_context_create(memory);
    pcre2_set_match_limit(pattern->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(pattern->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(pattern->limits, HEAP_LIMIT);
    return pattern;
}

bool pattern_covers(const struct pattern *pattern, slice subject)
{
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    if (data == NULL)
        arena_exhausted(sizeof(PCRE2_SIZE));
    PCRE2_SPTR text = (PCRE2_SPTR)(subject.ptr != NULL ? subject.ptr : "");
    int count = pcre2_match(pattern->code, text, subject.len, 0, 0, data, pattern->limits);
    pcre2_match_data_free(data);
    return count >= 0; /* 0: more groups than there is room for */
}
