/* The file-system seam, the thread pool and patterns. */
#include "support/fs.h"
#include "support/pattern.h"
#include "support/pool.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct workspace {
    struct arena arena;
    slice folder;
};

static int make_workspace(void **state)
{
    static char template[] = "docmodel-test-XXXXXX";
    struct workspace *workspace = calloc(1, sizeof *workspace);
    memcpy(template, "docmodel-test-XXXXXX", sizeof template);
    if (workspace == NULL || mkdtemp(template) == NULL)
        return -1;
    arena_init(&workspace->arena);
    workspace->folder = slice_from(template);
    *state = workspace;
    return 0;
}

static void empty_folder(struct workspace *workspace, const char *path)
{
    struct fs_entry *entries = NULL;
    size_t count = 0;
    const struct fs *fs = fs_native();
    fs_list_sorted(fs, &workspace->arena, path, &entries, &count);
    for (size_t i = 0; i < count; i++) {
        const char *child = fs_join(&workspace->arena, slice_from(path), entries[i].name).ptr;
        if (entries[i].kind == FS_DIRECTORY)
            empty_folder(workspace, child);
        fs->remove(fs->context, child);
    }
}

static int remove_workspace(void **state)
{
    struct workspace *workspace = *state;
    empty_folder(workspace, workspace->folder.ptr);
    fs_native()->remove(NULL, workspace->folder.ptr);
    arena_finish(&workspace->arena);
    free(workspace);
    return 0;
}

static const char *path_in(struct workspace *workspace, const char *name)
{
    return fs_join(&workspace->arena, workspace->folder, slice_from(name)).ptr;
}

static void test_fs_write_and_read(void **state)
{
    struct workspace *workspace = *state;
    const struct fs *fs = fs_native();
    const char *path = path_in(workspace, "a.txt");
    struct buffer text;
    buffer_init(&text);
    assert_int_equal(fs->kind(fs->context, path), FS_ABSENT);
    assert_int_equal(fs->read(fs->context, path, 10, &text), ENOENT);
    assert_int_equal(fs_write(fs, path, SLICE("hello")), 0);
    assert_int_equal(fs->kind(fs->context, path), FS_FILE);
    assert_int_equal(fs_write(fs, path, SLICE("hello!")), 0);
    assert_int_equal(fs->read(fs->context, path, 6, &text), 0);
    assert_string_equal(text.data, "hello!");
    assert_int_equal(fs->read(fs->context, path, 5, &text), EFBIG);
    assert_int_equal(fs->read(fs->context, workspace->folder.ptr, 5, &text), EISDIR);
    assert_int_equal(fs->remove(fs->context, path), 0);
    assert_int_equal(fs->remove(fs->context, path), ENOENT);
    buffer_finish(&text);
}

static void test_fs_write_leaves_nothing_behind(void **state)
{
    struct workspace *workspace = *state;
    const struct fs *fs = fs_native();
    struct fs_entry *entries = NULL;
    size_t count = 0;
    const char *folder = path_in(workspace, "taken");
    assert_int_equal(fs->make_directory(fs->context, folder), 0);
    assert_int_equal(fs_write(fs, folder, SLICE("x")), EISDIR);
    assert_int_equal(fs_write(fs, path_in(workspace, "no/file"), SLICE("x")), ENOENT);
    assert_int_equal(fs_list_sorted(fs, &workspace->arena, workspace->folder.ptr, &entries, &count),
                     0);
    assert_int_equal(count, 1);
}

static void test_fs_list(void **state)
{
    struct workspace *workspace = *state;
    const struct fs *fs = fs_native();
    struct fs_entry *entries = NULL;
    size_t count = 0;
    assert_int_equal(fs->make_directory(fs->context, path_in(workspace, "m//n/o/")), 0);
    assert_int_equal(fs->make_directory(fs->context, path_in(workspace, "m")), 0);
    assert_int_equal(fs->kind(fs->context, path_in(workspace, "m/n/o")), FS_DIRECTORY);
    assert_int_equal(fs_write(fs, path_in(workspace, "z"), SLICE("")), 0);
    assert_int_equal(fs_write(fs, path_in(workspace, "B"), SLICE("")), 0);
    assert_int_equal(fs->make_directory(fs->context, path_in(workspace, "z/under")), ENOTDIR);
    assert_int_equal(fs_list_sorted(fs, &workspace->arena, workspace->folder.ptr, &entries, &count),
                     0);
    assert_int_equal(count, 3);
    assert_true(slice_equal(entries[0].name, SLICE("B")));
    assert_true(slice_equal(entries[1].name, SLICE("m")));
    assert_int_equal(entries[1].kind, FS_DIRECTORY);
    assert_true(slice_equal(entries[2].name, SLICE("z")));
    assert_int_equal(entries[2].kind, FS_FILE);
    assert_int_equal(
        fs_list_sorted(fs, &workspace->arena, path_in(workspace, "z"), &entries, &count), ENOTDIR);
    assert_int_equal(count, 0);
}

static void test_fs_join(void **state)
{
    struct workspace *workspace = *state;
    struct arena *arena = &workspace->arena;
    assert_string_equal(fs_join(arena, SLICE("a"), SLICE("b")).ptr, "a/b");
    assert_string_equal(fs_join(arena, SLICE("a/"), SLICE("b")).ptr, "a/b");
    assert_string_equal(fs_join(arena, SLICE(""), SLICE("b")).ptr, "b");
    assert_string_equal(fs_join(arena, SLICE("."), SLICE("b")).ptr, "b");
    assert_string_equal(fs_error_text(ENOENT), "no such file or folder");
    assert_int_not_equal(strlen(fs_error_text(-12345)), 0);
}

static void test_fs_resolve(void **state)
{
    struct workspace *workspace = *state;
    struct arena *arena = &workspace->arena;
    const struct fs *fs = fs_native();
    const struct fs without = {0};
    assert_int_equal(fs->make_directory(fs->context, path_in(workspace, "own")), 0);
    assert_int_equal(symlink("own", path_in(workspace, "other")), 0);
    slice own = fs_resolve(fs, arena, slice_from(path_in(workspace, "own")));
    slice other = fs_resolve(fs, arena, slice_from(path_in(workspace, "other")));
    assert_string_equal(own.ptr, other.ptr);
    assert_true(slice_ends_with(own, SLICE("/own")));
    assert_string_equal(fs_resolve(fs, arena, SLICE("there/is/none")).ptr, "there/is/none");
    assert_string_equal(fs_resolve(&without, arena, SLICE("a/../b")).ptr, "a/../b");
}

#define POOL_ITEMS 5000

struct tally {
    atomic_int hits[POOL_ITEMS];
    unsigned workers;
};

static void count_hit(void *context, unsigned worker, size_t index)
{
    struct tally *tally = context;
    assert_true(worker < tally->workers);
    atomic_fetch_add(&tally->hits[index], 1);
}

static void test_pool(void **state)
{
    (void)state;
    static const unsigned jobs[] = {0, 1, 2, 7, POOL_JOBS_MAX + 9};
    for (size_t j = 0; j < sizeof jobs / sizeof jobs[0]; j++) {
        static struct tally tally;
        memset(&tally, 0, sizeof tally);
        tally.workers = pool_workers(jobs[j]);
        assert_in_range(tally.workers, 1, POOL_JOBS_MAX);
        pool_run(jobs[j], POOL_ITEMS, count_hit, &tally);
        for (size_t i = 0; i < POOL_ITEMS; i++)
            assert_int_equal(atomic_load(&tally.hits[i]), 1);
        pool_run(jobs[j], 0, count_hit, NULL);
    }
    assert_in_range(pool_default_jobs(), 1, POOL_JOBS_MAX);
}

static void test_pattern(void **state)
{
    (void)state;
    struct arena arena;
    size_t offset = 0;
    arena_init(&arena);
    const struct pattern *pattern =
        pattern_create(&arena, SLICE("(caf\xC3\xA9)+|(x)(y)?"), &offset);
    assert_non_null(pattern);
    assert_true(pattern_covers(pattern, SLICE("CAF\xC3\x89")));
    assert_true(pattern_covers(pattern, SLICE("xy")));
    assert_false(pattern_covers(pattern, SLICE("xyz")));
    assert_false(pattern_covers(pattern, SLICE("an x")));
    assert_false(pattern_covers(pattern, (slice){0}));
    assert_false(pattern_covers(pattern, SLICE("\xFFx"))); /* not UTF-8 */
    arena_finish(&arena);
}

static void test_pattern_errors(void **state)
{
    (void)state;
    struct arena arena;
    size_t offset = 0;
    arena_init(&arena);
    assert_null(pattern_create(&arena, SLICE("ab(c"), &offset));
    assert_int_equal(offset, 4);
    assert_null(pattern_create(&arena, SLICE("\\C"), &offset));
    assert_non_null(pattern_create(&arena, (slice){0}, &offset));

    const struct pattern *costly = pattern_create(&arena, SLICE("(a+)+"), &offset);
    assert_false(pattern_covers(costly, SLICE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")));
    assert_true(pattern_covers(costly, SLICE("aaaa")));
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_fs_write_and_read, make_workspace, remove_workspace),
        cmocka_unit_test_setup_teardown(test_fs_write_leaves_nothing_behind, make_workspace,
                                        remove_workspace),
        cmocka_unit_test_setup_teardown(test_fs_list, make_workspace, remove_workspace),
        cmocka_unit_test_setup_teardown(test_fs_join, make_workspace, remove_workspace),
        cmocka_unit_test_setup_teardown(test_fs_resolve, make_workspace, remove_workspace),
        cmocka_unit_test(test_pool),
        cmocka_unit_test(test_pattern),
        cmocka_unit_test(test_pattern_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
