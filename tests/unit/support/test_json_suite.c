/*
 * Runs the strict JSON reader on a folder of files whose names say the verdict: y_ must be read, n_
 * must be refused, i_ is left open. The relaxed reader must agree on what is read and must survive
 * the rest. Exits with 77, which ctest shows as skipped, when the folder is absent.
 */
#include "support/fs.h"
#include "support/json.h"

#include <stdio.h>

#define SKIPPED 77

static bool is_container(const struct json_value *value)
{
    return value->kind == JSON_OBJECT || value->kind == JSON_ARRAY;
}

/* The suite counts an object with two members of one name as good; our manifests must not. */
static bool is_duplicate(const struct json_value *value, const struct json_problem *problem)
{
    return value == NULL && problem->kind == JSON_PROBLEM_DUPLICATE_KEY;
}

static bool check_file(slice name, slice text)
{
    struct arena arena;
    struct source source;
    struct json_problem problem = {0};
    struct json_problems problems = {0};
    arena_init(&arena);
    source_init(&source, &arena, name, text);
    const struct json_value *strict =
        json_read_strict(&arena, &arena, span_of_file(&source), &problem);
    const struct json_value *relaxed =
        json_read_relaxed(&arena, &arena, span_of_file(&source), &problems);
    bool good = true;
    if (slice_starts_with(name, SLICE("y_")))
        good = strict != NULL || is_duplicate(strict, &problem);
    else if (slice_starts_with(name, SLICE("n_")))
        good = strict == NULL && problem.span.end <= source.text.len;
    if (strict != NULL && is_container(strict))
        good = good && relaxed != NULL && problems.count == 0 && json_equal(strict, relaxed);
    if (!good)
        printf("FAILED %.*s: %s\n", SLICE_ARGS(name),
               strict != NULL ? "was read" : json_problem_text(problem.kind));
    arena_finish(&arena);
    return good;
}

int main(int argc, char **argv)
{
    const struct fs *fs = fs_native();
    struct arena arena;
    struct fs_entry *entries = NULL;
    size_t count = 0;
    size_t failures = 0;
    arena_init(&arena);
    int error = argc < 2 ? 0 : fs_list_sorted(fs, &arena, argv[1], &entries, &count);
    if (error != 0)
        printf("skipped: %s: %s\n", argv[1], fs_error_text(error));
    for (size_t i = 0; i < count; i++) {
        struct buffer text;
        buffer_init(&text);
        slice path = fs_join(&arena, slice_from(argv[1]), entries[i].name);
        failures += fs->read(fs->context, path.ptr, SOURCE_SIZE_MAX, &text) != 0 ||
                    !check_file(entries[i].name, buffer_slice(&text));
        buffer_finish(&text);
    }
    printf("%zu files, %zu failures\n", count, failures);
    arena_finish(&arena);
    if (error != 0)
        return SKIPPED;
    return count > 0 && failures == 0 ? 0 : 1;
}
