/* The same random texts through jansson: accepted by both or by neither, and equal as values. */
#include "support.h"

#include <jansson.h>

static uint64_t random_state = 1;

static uint32_t pick(uint32_t limit)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(random_state >> 33) % limit;
}

struct text {
    char bytes[8192];
    size_t used;
};

static void add(struct text *text, const char *piece)
{
    size_t length = strlen(piece);
    if (text->used + length < sizeof text->bytes) {
        memcpy(text->bytes + text->used, piece, length);
        text->used += length;
    }
}

static void add_value(struct text *text, int depth)
{
    static const char *const simple[] = {"null",
                                         "true",
                                         "false",
                                         "0",
                                         "-1",
                                         "3.25",
                                         "1e3",
                                         "123456789012",
                                         "\"\"",
                                         "\"a\"",
                                         "\"\\u00e4\\n\"",
                                         "\"\xc3\xa4\"",
                                         "\"\\ud83d\\ude00\"",
                                         "-0.5e-2",
                                         "[]",
                                         " { } "};
    uint32_t what = pick(depth > 0 ? 20 : 14);
    if (what < 16) {
        add(text, simple[what]);
        return;
    }
    bool object = what < 18;
    add(text, object ? "{" : "[");
    for (uint32_t i = 0, count = pick(4); i < count; i++) {
        static const char *const names[] = {"\"a\": ", "\"b\":", "\"\\u0063\" :", "\"d/e\":"};
        add(text, i > 0 ? "," : "");
        add(text, object ? names[i] : "");
        add_value(text, depth - 1);
    }
    add(text, object ? "}" : "]\n");
}

static bool same_value(dm_json json, const json_t *other);

static bool same_members(dm_json json, const json_t *other)
{
    dm_json_iterator it = {0};
    size_t count = 0;
    dm_arena *arena = dm_arena_create(NULL);
    bool same = true;
    while (same && dm_json_next(json, &it)) {
        const char *name;
        same = dm_json_text(arena, it.name, &name, NULL) == DM_OK &&
               same_value(dm_json_member(json, name), json_object_get(other, name));
        /* Of repeated members the last one counts. */
        count += dm_json_member(json, name).data == it.value.data;
    }
    dm_arena_destroy(arena);
    return same && count == json_object_size(other);
}

static bool same_elements(dm_json json, const json_t *other)
{
    dm_json_iterator it = {0};
    size_t count = 0;
    while (dm_json_next(json, &it)) {
        if (!same_value(it.value, json_array_get(other, count++)))
            return false;
    }
    return count == json_array_size(other);
}

static bool same_value(dm_json json, const json_t *other)
{
    int64_t integer = 0;
    double real = 0;
    if (!other)
        return false;
    switch (dm_json_kind_of(json)) {
    case DM_JSON_NULL:
        return json_is_null(other);
    case DM_JSON_BOOLEAN:
        return json_is_boolean(other) && dm_json_is_true(json) == json_is_true(other);
    case DM_JSON_NUMBER:
        if (json_is_integer(other))
            return dm_json_int64(json, &integer) == DM_OK && integer == json_integer_value(other);
        return dm_json_double(json, &real) == DM_OK && real == json_real_value(other);
    case DM_JSON_STRING:
        return json_is_string(other) && dm_json_is_text(json, json_string_value(other));
    case DM_JSON_ARRAY:
        return json_is_array(other) && same_elements(json, other);
    default:
        return json_is_object(other) && same_members(json, other);
    }
}

/* Some bytes changed, so that about half of the texts are wrong. */
static void damage(struct text *text)
{
    static const char bytes[] = "{}[]\",:0.e-\\u\x01\xff 1t";
    for (uint32_t i = pick(3); i > 0 && text->used > 0; i--)
        text->bytes[pick((uint32_t)text->used)] = bytes[pick(sizeof bytes - 1)];
}

static void test_same_answers(void **state)
{
    (void)state;
    static struct text text;
    size_t accepted = 0;
    for (int i = 0; i < 40000; i++) {
        dm_json json;
        text.used = 0;
        add_value(&text, 5);
        damage(&text);
        json_error_t error;
        json_t *other = json_loadb(text.bytes, text.used, JSON_DECODE_ANY, &error);
        dm_status status = dm_json_check(text.bytes, text.used, NULL, &json, NULL);
        /* jansson refuses numbers beyond a double or a 64-bit integer: no part of the grammar. */
        bool overflow = !other && json_error_code(&error) == json_error_numeric_overflow;
        bool judged = (status == DM_OK || other) && !overflow;
        if (judged && (status != DM_OK || !other || !same_value(json, other)))
            fail_msg("%s, jansson %s: %.*s", dm_status_text(status), other ? "ok" : "no",
                     (int)text.used, text.bytes);
        accepted += status == DM_OK;
        json_decref(other);
    }
    assert_true(accepted > 10000 && accepted < 39000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_same_answers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
