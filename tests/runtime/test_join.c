/* Members of two untyped objects, by name: comparing, patching and merging objects with fewer and
 * with more members than the runtime has places for, in any order, against plain loops over all
 * members. All memory that anything may take is a fixed block. */
#include "support.h"

#include <stdio.h>

static const dm_type *const type = &graph_beta_entity_descriptor;

static uint32_t random_state = 1;

static uint32_t pick(uint32_t limit)
{
    random_state = random_state * 1664525u + 1013904223u;
    return (random_state >> 8) % limit;
}

/* ---- Texts ---- */

enum { TEXT = 1 << 20, NAMES = 1200 };

struct text {
    char bytes[TEXT];
    size_t used;
};

static void add(struct text *text, const char *piece)
{
    size_t length = strlen(piece);
    assert_true(text->used + length < TEXT);
    memcpy(text->bytes + text->used, piece, length + 1);
    text->used += length;
}

/* A name, spelled in one of several ways. Some are the beginnings of others, and some end in
 * characters that sort before or behind a quote. */
static void add_name(struct text *text, uint32_t number)
{
    static const char *const first[] = {"n", "\\u006e", "\\u006E"};
    static const char *const last[] = {"", "!", "\\u0022", "\xc3\xa9", "\\ud83d\\ude00"};
    static const char *const again[] = {"", "\\u0021", "\\\"", "\\u00E9", "\xf0\x9f\x98\x80"};
    char digits[12];
    snprintf(digits, sizeof digits, "%u", (unsigned)(number / 5));
    add(text, "\"");
    add(text, first[pick(8) < 6 ? 0 : 1 + pick(2)]);
    add(text, digits);
    add(text, (pick(2) ? last : again)[number % 5]);
    add(text, "\": ");
}

static void add_value(struct text *text, uint32_t number, int depth);

/* The names below `count`, shuffled; of `odd` members one is another name or value, or comes
 * twice. */
static void add_members(struct text *text, uint32_t count, uint32_t odd, int depth)
{
    static uint32_t orders[4][NAMES];
    uint32_t *order = orders[depth];
    assert_true(count <= NAMES);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t other = pick(i + 1);
        order[i] = order[other];
        order[other] = i;
    }
    add(text, "{");
    for (uint32_t i = 0; i < count; i++) {
        bool changed = odd > 0 && pick(odd) == 0;
        uint32_t name = changed && pick(2) ? count + pick(9) : order[i];
        if (changed && pick(2))
            order[pick(count)] = name;
        add(text, i > 0 ? " ," : "");
        add_name(text, name);
        add_value(text, changed ? pick(20) : name, depth);
    }
    add(text, "}");
}

static void add_value(struct text *text, uint32_t number, int depth)
{
    static const char *const values[] = {"null", "1",     "1.0", "\"x\"", "[1,{\"a\":2}]",
                                         "{}",   "false", "[]",  "\"y\"", "10e-1"};
    if (number % 16 == 7 && depth > 0)
        add_members(text, number % 3 * 6, 7, depth - 1);
    else
        add(text, values[number % 10]);
}

static dm_json object_of(struct text *text, uint32_t count, uint32_t odd, int depth)
{
    dm_json json;
    text->used = 0;
    add_members(text, count, odd, depth);
    assert_int_equal(dm_json_check(text->bytes, text->used, NULL, &json, NULL), DM_OK);
    return json;
}

/* ---- The same, plainly ---- */

static dm_json last_of(dm_json object, dm_json name)
{
    static char block[256];
    const char *text;
    dm_json found = {NULL, 0};
    dm_json_iterator it = {0};
    dm_arena *arena = dm_arena_create_fixed(block, sizeof block);
    assert_int_equal(dm_json_text(arena, name, &text, NULL), DM_OK);
    while (dm_json_next(object, &it)) {
        if (dm_json_is_text(it.name, text))
            found = it.value;
    }
    return found;
}

static bool plainly_equal(dm_json a, dm_json b, bool loose);

/* Whether each member that counts in a has its like in b. */
static bool plainly_within(dm_json a, dm_json b, bool loose)
{
    dm_json_iterator it = {0};
    while (dm_json_next(a, &it)) {
        if (last_of(a, it.name).data != it.value.data)
            continue;
        dm_json other = last_of(b, it.name);
        if (loose && other.size == 0 && dm_json_kind_of(it.value) == DM_JSON_NULL)
            continue;
        if (other.size == 0 || !plainly_equal(it.value, other, loose))
            return false;
    }
    return true;
}

/* With `loose`, a null is the same as no member. */
static bool plainly_equal(dm_json a, dm_json b, bool loose)
{
    if (dm_json_kind_of(a) != DM_JSON_OBJECT || dm_json_kind_of(b) != DM_JSON_OBJECT)
        return dm_json_equal(a, b);
    return plainly_within(a, b, loose) && plainly_within(b, a, loose);
}

/* ---- Both ---- */

static struct text before;
static struct text after;
static char block[1 << 22]; /* all memory of the tests below */

static dm_object *object_with(dm_arena *arena, dm_json json)
{
    dm_object *object = dm_new(arena, type);
    assert_non_null(object);
    assert_int_equal(dm_set(object, "open", json), DM_OK);
    return object;
}

/* @return whether the two are equal, as the plain loops find. */
static bool compare(dm_json a, dm_json b)
{
    bool equal = plainly_equal(a, b, false);
    dm_arena *arena = dm_arena_create_fixed(block, sizeof block);
    dm_object *x = object_with(arena, a);
    dm_object *y = object_with(arena, b);
    const char *patch;
    assert_int_equal(dm_json_equal(a, b), equal);
    assert_int_equal(dm_equal(x, y), equal);
    assert_int_equal(dm_equivalent(x, y), plainly_equal(a, b, true));
    assert_int_equal(dm_write_patch(arena, x, y, NULL, &patch, NULL, NULL), DM_OK);
    if (equal)
        assert_string_equal(patch, "{}");
    assert_int_equal(dm_merge(x, parsed(arena, type, patch)), DM_OK);
    assert_true(plainly_equal(dm_unknown(x, "open"), b, true));
    assert_true(dm_equivalent(x, y));
    return equal;
}

static void test_random_objects(void **state)
{
    static const uint32_t counts[] = {0, 1, 2, 8, 9, 33, 64, 150, 300};
    unsigned equal = 0;
    unsigned different = 0;
    (void)state;
    for (int round = 0; round < 108; round++) {
        uint32_t count = counts[round % 9];
        random_state = (uint32_t)round / 2;
        dm_json a = object_of(&before, count, round % 3 ? 5 : 0, 3);
        random_state = (uint32_t)round / 2 + (round % 4 ? 0 : 1000);
        dm_json b = object_of(&after, count, round % 3 ? 5 + (uint32_t)round % 2 : 0, 3);
        *(compare(a, b) ? &equal : &different) += 1;
    }
    assert_true(equal > 10);
    assert_true(different > 10);
}

/* As many members as there are places, one more and one less, and twice as many. */
static void test_as_many_as_there_are_places(void **state)
{
    static const uint32_t counts[] = {7, 8, 9, 127, 128, 129, 255, 256, 257, 513};
    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        random_state = 1;
        dm_json a = object_of(&before, counts[i], 0, 0);
        random_state = 2;
        dm_json b = object_of(&after, counts[i], 0, 0);
        assert_true(compare(a, b));
        object_of(&after, counts[i] - 1, 0, 0);
        assert_false(compare(a, (dm_json){after.bytes, after.used}));
        assert_false(compare((dm_json){after.bytes, after.used}, a));
    }
}

/* Names in the order in which they are gathered, and the other way round: no name makes room for
 * another. Each name is merged once. */
static void test_sorted_members(void **state)
{
    enum { MEMBERS = 600 };
    dm_json values[2];
    struct text *texts[] = {&before, &after};
    (void)state;
    for (int side = 0; side < 2; side++) {
        texts[side]->used = 0;
        for (int i = 0; i < MEMBERS; i++) {
            char member[32];
            int n = side ? MEMBERS - 1 - i : i;
            snprintf(member, sizeof member, "%s\"m%03d\":%d", i ? "," : "{", n, n);
            add(texts[side], member);
        }
        add(texts[side], "}");
        values[side] = (dm_json){texts[side]->bytes, texts[side]->used};
    }
    assert_true(compare(values[0], values[1]));
    dm_arena *arena = dm_arena_create_fixed(block, sizeof block);
    dm_object *object = object_with(arena, values[0]);
    after.bytes[strlen("{\"m599\":")] = '7'; /* 799, of the name behind all others */
    assert_false(compare(values[0], values[1]));
    assert_int_equal(dm_merge(object, object_with(arena, values[1])), DM_OK);
    assert_int_equal(dm_json_count(dm_unknown(object, "open")), MEMBERS);
    assert_true(dm_json_equal(dm_unknown(object, "open"), values[1]));
}

/* Each level has more members than it has places. */
static void test_wide_objects_within_each_other(void **state)
{
    enum { LEVELS = 12, WIDE = 300 };
    struct text *texts[] = {&before, &after};
    dm_json values[2];
    (void)state;
    for (int side = 0; side < 2; side++) {
        texts[side]->used = 0;
        for (int i = 0; i < LEVELS * WIDE; i++) {
            char member[32];
            int n = side ? WIDE - 1 - i % WIDE : i % WIDE;
            snprintf(member, sizeof member, "%s\"m%d\":%d", i % WIDE ? "," : "{", n, n);
            add(texts[side], member);
            if (i % WIDE == WIDE - 1)
                add(texts[side], i < LEVELS * WIDE - 1 ? ",\"down\":" : "");
        }
        for (int i = 0; i < LEVELS; i++)
            add(texts[side], "}");
        assert_int_equal(
            dm_json_check(texts[side]->bytes, texts[side]->used, NULL, &values[side], NULL), DM_OK);
    }
    dm_arena *arena = dm_arena_create_fixed(block, sizeof block);
    dm_object *x = object_with(arena, values[0]);
    assert_true(dm_json_equal(values[0], values[1]));
    strstr(after.bytes + after.used - 40, "\"m0\":0")[5] = '7'; /* of the innermost */
    assert_false(dm_json_equal(values[0], values[1]));
    assert_int_equal(dm_merge(x, object_with(arena, values[1])), DM_OK);
    assert_true(dm_json_equal(dm_unknown(x, "open"), values[1]));
}

/* Members of a merged object stand where they stood, new ones behind them. */
static void test_order_is_kept(void **state)
{
    static char text[65536];
    dm_arena *arena = dm_arena_create_fixed(text, sizeof text);
    dm_object *object = object_with(arena, (dm_json){"{\"z\":1,\"a\":2,\"m\":3,\"a\":4}", 25});
    dm_json patch = {"{\"q\":5,\"m\":6,\"b\":7}", 19};
    const char *changed;
    (void)state;
    assert_int_equal(dm_merge(object, object_with(arena, patch)), DM_OK);
    assert_string_equal(written(arena, object),
                        "{\"open\":{\"z\":1,\"m\":6,\"a\":4,\"q\":5,\"b\":7}}");
    dm_object *rest = object_with(arena, (dm_json){"{\"q\":1,\"b\":7}", 13});
    assert_int_equal(dm_write_patch(arena, object, rest, NULL, &changed, NULL, NULL), DM_OK);
    assert_string_equal(changed, "{\"open\":{\"q\":1,\"z\":null,\"m\":null,\"a\":null}}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_objects),
        cmocka_unit_test(test_as_many_as_there_are_places),
        cmocka_unit_test(test_sorted_members),
        cmocka_unit_test(test_wide_objects_within_each_other),
        cmocka_unit_test(test_order_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
