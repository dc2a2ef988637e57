/*
 * Any bytes as a sample, the hand-written type with a property of each kind: typed and untyped
 * reading agree, nothing is lost in writing, copying, converting or patching, and what was read of
 * half of the bytes can be patched into what was read of the other half.
 */
#include "fuzz.h"

#include <graph_beta/models.h>

#include <stdlib.h>
#include <string.h>

static void require(bool condition)
{
    if (!condition)
        abort();
}

static dm_object *parse(dm_arena *arena, const char *text, size_t size)
{
    dm_parse_options options = {.types = graph_beta_types, .allow_nul = true};
    dm_object *object = NULL;
    dm_error error;
    dm_status status =
        dm_parse(arena, &graph_beta_sample_descriptor, text, size, &options, &object, &error);
    dm_status untyped = dm_json_check(text, size, &options, NULL, NULL);
    require(status == untyped || status == DM_ERROR_TYPE);
    require(status == DM_OK || (error.code == status && error.offset <= size));
    return object;
}

static void check_lossless(dm_arena *arena, const dm_object *object, const char *text, size_t size)
{
    dm_parse_options options = {.allow_nul = true};
    dm_json before;
    dm_json after;
    const char *again;
    dm_object *converted;
    require(dm_write(arena, object, NULL, &again, &after.size, NULL) == DM_OK);
    require(dm_json_check(text, size, &options, &before, NULL) == DM_OK);
    require(dm_json_check(again, after.size, &options, &after, NULL) == DM_OK);
    require(dm_json_equal(before, after));
    dm_object *copy = dm_copy(arena, NULL, object);
    require(copy != NULL && dm_equal(copy, object));
    dm_status status =
        dm_convert(arena, object, &graph_beta_result_info_descriptor, NULL, &converted, NULL);
    require(status == DM_OK);
    require(dm_write(arena, converted, NULL, &again, &after.size, NULL) == DM_OK);
    require(dm_json_check(again, after.size, &options, &after, NULL) == DM_OK);
    require(dm_json_equal(before, after));
}

static void check_patch(dm_arena *arena, const dm_object *before, const dm_object *after)
{
    const char *patch;
    size_t size;
    if (before->type != after->type)
        return;
    require(dm_write_patch(arena, before, after, NULL, &patch, &size, NULL) == DM_OK);
    dm_object *change = parse(arena, patch, size);
    dm_object *merged = dm_copy(arena, NULL, before);
    require(change != NULL && merged != NULL);
    /* The outermost type's name is no member: a patch cannot change it. */
    merged->type_name = after->type_name;
    change->type_name = NULL;
    require(dm_merge(merged, change) == DM_OK);
    require(dm_equivalent(merged, after));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    dm_arena *arena = dm_arena_create(NULL);
    require(arena != NULL);
    const char *split = size > 0 ? memchr(text, '\n', size) : NULL;
    size_t first = split ? (size_t)(split - text) : size;
    dm_object *before = parse(arena, text, first);
    dm_object *after = split ? parse(arena, split + 1, size - first - 1) : NULL;
    if (before != NULL)
        check_lossless(arena, before, text, first);
    if (before != NULL && after != NULL)
        check_patch(arena, before, after);
    dm_arena_destroy(arena);
    return 0;
}
