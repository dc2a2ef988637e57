/*
 * Any bytes as documentation's JSON and as strict JSON. What either reader takes is written in both
 * forms, and the strict reader must read that as an equal value.
 */
#include "fuzz.h"

#include "support/json.h"
#include "support/utf8.h"

#include <stdlib.h>

static bool has_duplicate_keys(const struct json_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (problems->items[i].kind == JSON_PROBLEM_DUPLICATE_KEY)
            return true;
    }
    return false;
}

static void check_round_trip(struct arena *arena, const struct json_value *value, bool pretty)
{
    struct json_problem problem;
    struct source source;
    struct buffer out;
    buffer_init(&out);
    json_write(value, pretty, &out);
    source_init(&source, arena, SLICE("written.json"), buffer_slice(&out));
    const struct json_value *again =
        json_read_strict(arena, arena, span_of_file(&source), &problem);
    if (again == NULL || !json_equal(value, again))
        abort();
    buffer_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    slice text = {(const char *)data, size};
    if (utf8_find_invalid(text) != SLICE_NONE)
        return 0; /* pages are checked before their JSON is read */

    struct arena arena;
    struct source source;
    struct json_problem problem;
    struct json_problems problems = {0};
    arena_init(&arena);
    source_init(&source, &arena, SLICE("fuzz.json"), text);
    const struct json_value *strict =
        json_read_strict(&arena, &arena, span_of_file(&source), &problem);
    const struct json_value *relaxed =
        json_read_relaxed(&arena, &arena, span_of_file(&source), &problems);
    if (strict != NULL)
        check_round_trip(&arena, strict, true);
    if (relaxed != NULL && !has_duplicate_keys(&problems))
        check_round_trip(&arena, relaxed, false);
    arena_finish(&arena);
    return 0;
}
