/* What the runtime's tests share. */
#ifndef RUNTIME_TEST_SUPPORT_H
#define RUNTIME_TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <docmodel/service.h>
#include <graph_beta/models.h>

/* Parses a text that must be right. */
static inline dm_object *parsed(dm_arena *arena, const dm_type *type, const char *text)
{
    dm_object *object = NULL;
    dm_error error;
    dm_parse_options options = {.types = graph_beta_types, .allow_nul = true};
    if (dm_parse(arena, type, text, strlen(text), &options, &object, &error) != DM_OK) {
        dm_error_print(stderr, &error);
        fail_msg("does not parse: %s", text);
    }
    return object;
}

/* Writes an object that must be writable. */
static inline const char *written(dm_arena *arena, const dm_object *object)
{
    const char *text = NULL;
    dm_error error;
    if (dm_write(arena, object, NULL, &text, NULL, &error) != DM_OK) {
        dm_error_print(stderr, &error);
        fail_msg("cannot be written");
    }
    return text;
}

/* Compares texts as JSON values. */
static inline bool same_json(const char *a, const char *b)
{
    dm_json x;
    dm_json y;
    dm_parse_options options = {.allow_nul = true};
    assert_int_equal(dm_json_check(a, strlen(a), &options, &x, NULL), DM_OK);
    assert_int_equal(dm_json_check(b, strlen(b), &options, &y, NULL), DM_OK);
    return dm_json_equal(x, y);
}

#endif
