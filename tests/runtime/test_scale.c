/* Documents as large or as nested as they may be, and of the most unlucky shapes, take a time that
 * grows about as their size. What grows as its square would take minutes here, what doubles with
 * each level would never end; the bound is far from both, since machines differ and sanitizers
 * slow. */
#include "support.h"

#include <stdio.h>
#include <time.h>

#define MANY          100000
#define UNTYPED       20000 /* members in any order of an untyped object: time has a square in it */
#define BOUND_SECONDS 60

static const dm_type *const type = &graph_beta_entity_descriptor;

struct text {
    char *data;
    size_t size;
};

static struct text text_make(size_t room)
{
    struct text text = {malloc(room), 0};
    assert_non_null(text.data);
    return text;
}

static void add(struct text *text, const char *part)
{
    size_t length = strlen(part);
    memcpy(text->data + text->size, part, length + 1);
    text->size += length;
}

/* {"m0":0,"m1":1,...}, or the other way round; names may have an escape. */
static struct text many_members(int count, bool backwards, bool escaped)
{
    struct text text = text_make((size_t)count * 32 + 8);
    add(&text, "{");
    for (int i = 0; i < count; i++) {
        char member[48];
        int n = backwards ? count - 1 - i : i;
        snprintf(member, sizeof member, "%s\"%s%d\":%d", i > 0 ? "," : "",
                 escaped ? "\\u006d" : "m", n, n);
        add(&text, member);
    }
    add(&text, "}");
    return text;
}

static void assert_quick(clock_t start)
{
    assert_true((double)(clock() - start) / CLOCKS_PER_SEC < BOUND_SECONDS);
}

static dm_object *parsed_text(dm_arena *arena, struct text text)
{
    dm_object *object = NULL;
    dm_error error;
    if (dm_parse(arena, type, text.data, text.size, NULL, &object, &error) != DM_OK)
        fail_msg("%s", error.message);
    return object;
}

static void members_that_are_not_documented(void **state)
{
    (void)state;
    clock_t start = clock();
    struct text forwards = many_members(MANY, false, false);
    struct text backwards = many_members(MANY, true, true);
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *a = parsed_text(arena, forwards);
    dm_object *b = parsed_text(arena, backwards);
    const char *patch;
    assert_true(dm_equal(a, b));
    for (int i = 0; i < MANY; i++) {
        char name[16];
        snprintf(name, sizeof name, "m%d", i);
        assert_int_equal(dm_set(b, name, (dm_json){"[]", 2}), DM_OK);
        if (i % 2 == 0)
            assert_true(dm_remove(b, name));
    }
    assert_false(dm_equal(a, b));
    assert_int_equal(dm_write_patch(arena, a, b, NULL, &patch, NULL, NULL), DM_OK);
    assert_int_equal(dm_merge(a, parsed(arena, type, patch)), DM_OK);
    assert_true(dm_equivalent(a, b));
    assert_quick(start);
    dm_arena_destroy(arena);
    free(forwards.data);
    free(backwards.data);
}

/* ---- Names that are chosen to be slow ---- */

#define PAIRS 17

static uint32_t fnv(uint32_t hash, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

/* Two texts of six letters that lead from one state of the hash to the same. @return that state. */
static uint32_t find_pair(uint32_t hash, char pair[2][6])
{
    static uint32_t seen[1 << 18]; /* numbers + 1 of texts, by the hash's low bits */
    memset(seen, 0, sizeof seen);
    for (uint32_t n = 0;; n++) {
        char other[6];
        for (int i = 0; i < 6; i++) {
            pair[0][i] = (char)('a' + (n >> (4 * i)) % 16);
        }
        uint32_t next = fnv(hash, pair[0], 6);
        uint32_t *slot = &seen[next % (sizeof seen / sizeof *seen)];
        for (int i = 0; i < 6 && *slot > 0; i++)
            other[i] = (char)('a' + ((*slot - 1) >> (4 * i)) % 16);
        if (*slot > 0 && fnv(hash, other, 6) == next) {
            memcpy(pair[1], other, 6);
            return next;
        }
        *slot = n + 1;
    }
}

/* 131,072 names of one FNV hash: each way through 17 pairs of texts that collide. */
static struct text colliding_members(void)
{
    char pairs[PAIRS][2][6];
    uint32_t hash = 2166136261u;
    for (int i = 0; i < PAIRS; i++)
        hash = find_pair(hash, pairs[i]);
    struct text text = text_make(((size_t)1 << PAIRS) * (PAIRS * 6 + 8));
    text.data[text.size++] = '{';
    for (uint32_t n = 0; n < (uint32_t)1 << PAIRS; n++) {
        text.data[text.size++] = n > 0 ? ',' : ' ';
        text.data[text.size++] = '"';
        for (int i = 0; i < PAIRS; i++, text.size += 6)
            memcpy(text.data + text.size, pairs[i][n >> i & 1], 6);
        assert_int_equal(fnv(2166136261u, text.data + text.size - PAIRS * 6, PAIRS * 6), hash);
        add(&text, "\":1");
    }
    add(&text, "}");
    return text;
}

static void assert_written_back(struct text text)
{
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parsed_text(arena, text);
    dm_object *copy = dm_copy(arena, NULL, object);
    assert_non_null(copy);
    assert_true(dm_equal(object, copy));
    const char *json = written(arena, copy);
    assert_true(dm_json_equal((dm_json){json, strlen(json)}, (dm_json){text.data, text.size}));
    dm_arena_destroy(arena);
}

static void names_that_collide(void **state)
{
    (void)state;
    clock_t start = clock();
    struct text text = colliding_members();
    assert_written_back(text);
    assert_quick(start);
    free(text.data);
}

/* "", "a", "aa", ...: the deepest tree of names that a text of its size can have. */
static void names_that_begin_alike(void **state)
{
    (void)state;
    clock_t start = clock();
    enum { NAMES = 3000 };
    struct text text = text_make((size_t)NAMES * (NAMES / 2 + 8));
    add(&text, "{");
    for (size_t n = 0; n < NAMES; n++) {
        add(&text, n > 0 ? ",\"" : "\"");
        memset(text.data + text.size, 'a', n);
        text.size += n;
        add(&text, "\":1");
    }
    add(&text, "}");
    assert_written_back(text);
    assert_quick(start);
    free(text.data);
}

/* Names of few different bytes, NUL and 0xff among them as far as UTF-8 and JSON allow, set, found
 * and removed at random, against a plain list. */
static void names_of_any_bytes(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "b", "\xc3\xbf", "\xf4\x8f\xbf\xbf", "\x7f", "\x01"};
    enum { NAMES = 200 };
    static char names[NAMES][24];
    bool there[NAMES] = {false};
    uint32_t seed = 1;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = dm_new(arena, type);
    for (size_t n = 0; n < NAMES; n++) {
        do {
            names[n][0] = '\0';
            for (seed = seed * 1103515245u + 12345; seed >> 16 & 3;
                 seed = seed * 1103515245u + 12345)
                if (strlen(names[n]) < 16)
                    strcat(names[n], letters[(seed >> 20) % 6]);
        } while (dm_unknown(object, names[n]).size > 0);
        assert_int_equal(dm_set(object, names[n], (dm_json){"0", 1}), DM_OK);
        there[n] = true;
    }
    for (size_t round = 0; round < 5000; round++) {
        seed = seed * 1103515245u + 12345;
        size_t n = (seed >> 8) % NAMES;
        if (seed >> 30) {
            assert_int_equal(dm_remove(object, names[n]), there[n]);
            there[n] = false;
        } else {
            assert_int_equal(dm_set(object, names[n], (dm_json){"1", 1}), DM_OK);
            there[n] = true;
        }
        for (size_t i = round % 7; i < NAMES; i += 7)
            assert_int_equal(dm_unknown(object, names[i]).size, there[i]);
    }
    dm_arena_destroy(arena);
}

static void members_of_one_name(void **state)
{
    (void)state;
    clock_t start = clock();
    static const char *const members[] = {"\"id\":null", "\"id\":\"x\"", "\"id\":[1]", "\"u\":1"};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        struct text text = text_make(MANY * 16 + 8);
        dm_arena *arena = dm_arena_create(NULL);
        add(&text, "{");
        for (int k = 0; k < MANY; k++) {
            add(&text, members[i]);
            add(&text, k + 1 < MANY ? "," : "}");
        }
        dm_object *object = parsed_text(arena, text);
        assert_int_equal(strlen(written(arena, object)), strlen(members[i]) + 2);
        dm_arena_destroy(arena);
        free(text.data);
    }
    assert_quick(start);
}

static void untyped_objects_in_any_order(void **state)
{
    (void)state;
    clock_t start = clock();
    struct text forwards = many_members(UNTYPED, false, true);
    struct text backwards = many_members(UNTYPED, true, false);
    dm_json a = {forwards.data, forwards.size};
    dm_json b = {backwards.data, backwards.size};
    assert_true(dm_json_equal(a, b));
    backwards.data[backwards.size - 2] = '7'; /* of the last member, "m0" */
    assert_false(dm_json_equal(a, b));
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *before = dm_new(arena, type);
    dm_object *after = dm_new(arena, type);
    const char *patch;
    assert_int_equal(dm_set(before, "open", a), DM_OK);
    assert_int_equal(dm_set(after, "open", b), DM_OK);
    assert_int_equal(dm_write_patch(arena, before, after, NULL, &patch, NULL, NULL), DM_OK);
    assert_string_equal(patch, "{\"open\":{\"m0\":7}}");
    assert_int_equal(dm_merge(before, parsed(arena, type, patch)), DM_OK);
    assert_true(dm_equal(before, after));
    assert_quick(start);
    dm_arena_destroy(arena);
    free(forwards.data);
    free(backwards.data);
}

/* Each name twice, and only the second counts. */
static void repeated_names(void **state)
{
    (void)state;
    clock_t start = clock();
    struct text one = text_make(UNTYPED * 32);
    struct text other = text_make(UNTYPED * 32);
    add(&one, "{");
    add(&other, "{");
    for (int i = 0; i < UNTYPED; i++) {
        char member[40];
        bool second = i >= UNTYPED / 2;
        snprintf(member, sizeof member, "%s\"m%d\":", i > 0 ? "," : "", i % (UNTYPED / 2));
        add(&one, member);
        add(&one, second ? "0" : "1");
        add(&other, member);
        add(&other, second ? "0" : "2");
    }
    add(&one, "}");
    add(&other, "}");
    assert_true(dm_json_equal((dm_json){one.data, one.size}, (dm_json){other.data, other.size}));
    other.data[other.size - 2] = '3';
    assert_false(dm_json_equal((dm_json){one.data, one.size}, (dm_json){other.data, other.size}));
    assert_quick(start);
    free(one.data);
    free(other.data);
}

/* On each level the first member is the same, large one, and the others change places. */
static void nested_in_any_order(void **state)
{
    (void)state;
    clock_t start = clock();
    struct text a = text_make(DM_MAX_DEPTH * 64);
    struct text b = text_make(DM_MAX_DEPTH * 64);
    for (int i = 0; i < DM_MAX_DEPTH - 1; i++) {
        add(&a, "{\"a\":");
        add(&b, "{\"a\":");
    }
    add(&a, "1");
    add(&b, "1");
    for (int i = 0; i < DM_MAX_DEPTH - 1; i++) {
        add(&a, ",\"b\":2,\"c\":3}");
        add(&b, ",\"c\":3,\"b\":2}");
    }
    assert_true(dm_json_equal((dm_json){a.data, a.size}, (dm_json){b.data, b.size}));
    dm_parse_options options = {.max_depth = DM_MAX_DEPTH};
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    assert_int_equal(dm_parse(arena, type, a.data, a.size, &options, &object, NULL), DM_OK);
    assert_int_equal(dm_parse(arena, type, b.data, b.size, &options, &object, NULL), DM_OK);
    assert_quick(start);
    dm_arena_destroy(arena);
    free(a.data);
    free(b.data);
}

/* In the caller's buffer, so that the test needs little more memory than the text. */
static void a_long_string(void **state)
{
    (void)state;
    enum { LONG = 100000000 };
    clock_t start = clock();
    struct text text = text_make(LONG + 16);
    dm_parse_options options = {.max_string = LONG, .max_size = LONG + 16};
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object;
    dm_error error;
    add(&text, "{\"id\":\"");
    memset(text.data + text.size, 'x', LONG);
    text.size += LONG;
    add(&text, "\"}");
    assert_int_equal(
        dm_parse_in_place(arena, type, text.data, text.size, &options, &object, &error), DM_OK);
    assert_int_equal(strlen(DM_AS(graph_beta_entity *, object)->id), LONG);
    options.max_string = LONG - 1;
    text.data[text.size - 2] = '"';
    assert_int_equal(
        dm_parse_in_place(arena, type, text.data, text.size, &options, &object, &error),
        DM_ERROR_LENGTH);
    assert_quick(start);
    dm_arena_destroy(arena);
    free(text.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_that_are_not_documented),
        cmocka_unit_test(names_that_collide),
        cmocka_unit_test(names_that_begin_alike),
        cmocka_unit_test(names_of_any_bytes),
        cmocka_unit_test(members_of_one_name),
        cmocka_unit_test(untyped_objects_in_any_order),
        cmocka_unit_test(repeated_names),
        cmocka_unit_test(nested_in_any_order),
        cmocka_unit_test(a_long_string),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
