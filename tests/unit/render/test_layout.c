/*
 * The C pack against the layout that was written by hand (tests/runtime/layout): the same code, up
 * to comments, texts of deprecation and constraints that the model does not have.
 */
#include "fixture.h"

#include "test_cmocka.h"

#define LAYOUT DOCMODEL_SOURCE_DIR "/tests/runtime/layout"
#define PACK   DOCMODEL_SOURCE_DIR "/templates/c"

static slice read_file(struct arena *arena, slice path)
{
    struct buffer text;
    buffer_init(&text);
    if (fs_native()->read(NULL, path.ptr, 1 << 20, &text) != 0)
        fail_msg("%.*s is missing", SLICE_ARGS(path));
    slice result = arena_copy(arena, buffer_slice(&text));
    buffer_finish(&text);
    return result;
}

static void render_c(struct fixture *fixture, struct file_set *set)
{
    const struct pack *pack =
        pack_load(fixture->arena, fs_native(), SLICE(PACK), &fixture->diagnostics);
    assert_non_null(pack);
    assert_true(render_files(fixture->arena, &fixture->set, fixture->selections, 1, pack,
                             &fixture->options, &fixture->diagnostics, set));
}

static slice find_file(const struct file_set *set, slice path)
{
    for (size_t i = 0; i < set->count; i++) {
        if (slice_equal(set->items[i].path, path))
            return set->items[i].text;
    }
    fail_msg("%.*s is not made", SLICE_ARGS(path));
    return (slice){0};
}

/* Appends TEXT without what stands between BEGIN and END, and these. */
static slice without(struct arena *arena, slice text, slice begin, slice end)
{
    struct buffer out;
    buffer_init(&out);
    for (;;) {
        size_t at = slice_find(text, begin);
        if (at == SLICE_NONE)
            break;
        buffer_append(&out, slice_take(text, at));
        text = slice_skip(text, at + begin.len);
        text = slice_skip(text, slice_find(text, end) + end.len);
    }
    buffer_append(&out, text);
    slice result = arena_copy(arena, buffer_slice(&out));
    buffer_finish(&out);
    return result;
}

/* CODE as lines without comments, blank lines, and what the two cannot have in common. */
static slice bare(struct arena *arena, slice code)
{
    code = without(arena, code, SLICE("/*"), SLICE("*/"));
    code = without(arena, code, SLICE(" DM_DEPRECATED("), SLICE(")"));
    struct buffer out;
    buffer_init(&out);
    slice line;
    while (slice_next_line(&code, &line)) {
        bool rule = slice_find(line, SLICE("DM_RULE_M")) != SLICE_NONE;
        while (line.len > 0 && line.ptr[line.len - 1] == ' ')
            line.len--;
        bool runtime = slice_equal(line, SLICE("#include <docmodel/runtime.h>"));
        bool rules = slice_equal(line, SLICE("    1,")) || slice_equal(line, SLICE("    3,"));
        bool digest = slice_find(line, SLICE("_GENERATION 0x")) != SLICE_NONE;
        if (line.len == 0 || digest || rule || runtime || rules)
            continue;
        buffer_append(&out, line);
        buffer_append_char(&out, '\n');
    }
    slice result = arena_copy(arena, buffer_slice(&out));
    buffer_finish(&out);
    return result;
}

/* CODE without what is made for pages of lists, which the layout shows for one type only. */
static slice without_page(struct arena *arena, slice code)
{
    size_t page = slice_find(code, SLICE("_page"));
    if (page == SLICE_NONE)
        return code;
    size_t begin = slice_find_last_byte(slice_take(code, page), '\n') + 1;
    size_t end = slice_find(code, SLICE("DM_END_DECLARATIONS"));
    return arena_join(arena, slice_take(code, begin), slice_skip(code, end));
}

/* Fails with the first line that differs. */
static void assert_same_code(struct arena *arena, slice name, slice made, slice expected)
{
    made = bare(arena, made);
    expected = bare(arena, expected);
    if (slice_find(expected, SLICE("_page")) == SLICE_NONE)
        made = without_page(arena, made);
    while (made.len > 0 || expected.len > 0) {
        slice made_line = {0};
        slice expected_line = {0};
        slice_next_line(&made, &made_line);
        slice_next_line(&expected, &expected_line);
        if (!slice_equal(made_line, expected_line))
            fail_msg("%.*s has \"%.*s\", not \"%.*s\"", SLICE_ARGS(name), SLICE_ARGS(made_line),
                     SLICE_ARGS(expected_line));
    }
}

/* Compares the files of FOLDER with those that were made below the folder of the API. */
static size_t compare_folder(struct arena *arena, const struct file_set *set, const char *folder)
{
    struct fs_entry *entries;
    size_t count;
    slice path = fs_join(arena, SLICE(LAYOUT), slice_from(folder));
    assert_int_equal(fs_list_sorted(fs_native(), arena, path.ptr, &entries, &count), 0);
    for (size_t i = 0; i < count; i++) {
        slice name = fs_join(arena, slice_from(folder), entries[i].name);
        slice made = find_file(set, fs_join(arena, SLICE("graph_beta"), name));
        slice expected = read_file(arena, fs_join(arena, SLICE(LAYOUT), name));
        assert_same_code(arena, name, made, expected);
    }
    return count;
}

static void the_pack_makes_the_layout(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    fixture_layout(&fixture);
    struct file_set set;
    render_c(&fixture, &set);
    assert_int_equal(compare_folder(*state, &set, "include/graph_beta"), 12);
    assert_int_equal(compare_folder(*state, &set, "src"), 12);
}

/* The pack's lists of the runtime's files, which a build without CMake relies on. */
static void assert_list(struct arena *arena, const char *partial, const char *folder,
                        const char *extension)
{
    struct buffer expected;
    buffer_init(&expected);
    struct fs_entry *entries;
    size_t count;
    slice path = fs_join(arena, SLICE(PACK), slice_from(folder));
    assert_int_equal(fs_list_sorted(fs_native(), arena, path.ptr, &entries, &count), 0);
    for (size_t i = 0; i < count; i++) {
        if (slice_ends_with(entries[i].name, slice_from(extension)))
            buffer_format(&expected, "%s/%.*s\n", folder, SLICE_ARGS(entries[i].name));
    }
    slice text = read_file(arena, fs_join(arena, SLICE(PACK "/partials"), slice_from(partial)));
    assert_string_equal(text.ptr, expected.data);
    buffer_finish(&expected);
}

static void the_runtime_is_listed(void **state)
{
    assert_list(*state, "runtime_sources.mustache", "runtime/shards", ".c");
    assert_list(*state, "runtime_included.mustache", "runtime/src", "");
    assert_list(*state, "runtime_headers.mustache", "runtime/include/docmodel", ".h");
}

/* @return the text of all shards of the runtime. */
static slice runtime_shards(struct arena *arena)
{
    slice folder = SLICE(PACK "/runtime/shards");
    struct fs_entry *entries;
    size_t count;
    slice all = SLICE("");
    assert_int_equal(fs_list_sorted(fs_native(), arena, folder.ptr, &entries, &count), 0);
    for (size_t i = 0; i < count; i++)
        all = arena_join(arena, all, read_file(arena, fs_join(arena, folder, entries[i].name)));
    return all;
}

static void every_source_of_the_runtime_is_in_one_shard(void **state)
{
    slice shards = runtime_shards(*state);
    struct fs_entry *entries;
    size_t count;
    assert_int_equal(fs_list_sorted(fs_native(), *state, PACK "/runtime/src", &entries, &count), 0);
    assert_true(count > 20);
    for (size_t i = 0; i < count; i++) {
        slice name = entries[i].name;
        slice line = arena_format(*state, "#include \"../src/%.*s\"\n", SLICE_ARGS(name));
        size_t at = slice_find(shards, line);
        assert_int_equal(at != SLICE_NONE, slice_ends_with(name, SLICE(".c")));
        if (at != SLICE_NONE)
            assert_int_equal(slice_find(slice_skip(shards, at + 1), line), SLICE_NONE);
    }
}

static size_t count_shards(struct fixture *fixture, unsigned shards, size_t *sources)
{
    fixture->options.shards = shards;
    struct file_set set;
    render_c(fixture, &set);
    size_t count = 0;
    *sources = 0;
    for (size_t i = 0; i < set.count; i++) {
        if (slice_find(set.items[i].path, SLICE("/src/shard_")) == SLICE_NONE)
            continue;
        count++;
        slice rest = set.items[i].text;
        slice line;
        while (slice_next_line(&rest, &line))
            *sources += slice_starts_with(line, SLICE("#include \""));
    }
    return count;
}

static void every_source_is_in_one_shard(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    fixture_layout(&fixture);
    size_t sources;
    assert_int_equal(count_shards(&fixture, 0, &sources), 1);
    assert_int_equal(sources, 10);
    assert_int_equal(count_shards(&fixture, 7, &sources), 7);
    assert_int_equal(sources, 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_pack_makes_the_layout),
        TEST(the_runtime_is_listed),
        TEST(every_source_is_in_one_shard),
        TEST(every_source_of_the_runtime_is_in_one_shard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
