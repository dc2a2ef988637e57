/* Bringing an output folder up to date, manifests and dependency files. */
#include "cli/depfile.h"
#include "cli/manifest.h"
#include "cli/output.h"
#include "memory_fs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define FILES(...)                                                     \
    ((struct file_set){(struct rendered_file[]){__VA_ARGS__},          \
                       sizeof((struct rendered_file[]){__VA_ARGS__}) / \
                           sizeof(struct rendered_file)})
#define FILE_OF(path, text)          \
    {                                \
        {(path), sizeof(path) - 1},  \
        {                            \
            (text), sizeof(text) - 1 \
        }                            \
    }

/* A commit into "out", with what it reported. */
struct commit {
    struct arena arena;
    struct diagnostics diagnostics;
    struct output_result result;
    bool good;
};

static void commit_run(struct commit *commit, struct memory_fs *memory, struct file_set files)
{
    arena_init(&commit->arena);
    diagnostics_init(&commit->diagnostics, &commit->arena);
    commit->good = output_commit(&commit->arena, &memory->fs, SLICE("out"), &files,
                                 &commit->diagnostics, &commit->result);
}

static void commit_finish(struct commit *commit)
{
    arena_finish(&commit->arena);
}

static void commit_good(struct memory_fs *memory, struct file_set files, size_t written,
                        size_t unchanged, size_t removed)
{
    struct commit commit;
    commit_run(&commit, memory, files);
    assert_true(commit.good);
    assert_int_equal(commit.diagnostics.count, 0);
    assert_int_equal(commit.result.written_count, written);
    assert_int_equal(commit.result.unchanged_count, unchanged);
    assert_int_equal(commit.result.removed_count, removed);
    commit_finish(&commit);
}

static void commit_bad(struct memory_fs *memory, struct file_set files, enum diagnostic_code code,
                       const char *path)
{
    struct commit commit;
    commit_run(&commit, memory, files);
    assert_false(commit.good);
    assert_int_equal(commit.diagnostics.count, 1);
    assert_int_equal(commit.diagnostics.items[0]->code, code);
    assert_true(slice_equal(commit.diagnostics.items[0]->path, slice_from(path)));
    commit_finish(&commit);
}

static int setup(void **state)
{
    static struct memory_fs memory;
    memory_fs_init(&memory);
    *state = &memory;
    return 0;
}

static int teardown(void **state)
{
    memory_fs_finish(*state);
    return 0;
}

static void test_files_are_written_once(void **state)
{
    struct memory_fs *memory = *state;
    struct file_set files = FILES(FILE_OF("a.txt", "A"), FILE_OF("x/b.txt", "B"));
    commit_good(memory, files, 2, 0, 0);
    assert_string_equal(memory_fs_text(memory, "out/x/b.txt"), "B");
    assert_string_equal(memory_fs_text(memory, "out/" MANIFEST_NAME),
                        "docmodel-manifest 1 complete\na.txt\nx/b.txt\n");
    size_t writes = memory->writes;
    commit_good(memory, files, 0, 2, 0);
    assert_int_equal(memory->writes, writes);
}

static void test_only_changed_files_are_written(void **state)
{
    struct memory_fs *memory = *state;
    commit_good(memory, FILES(FILE_OF("a", "1"), FILE_OF("b", "1"), FILE_OF("c", "1")), 3, 0, 0);
    commit_good(memory, FILES(FILE_OF("a", "1"), FILE_OF("b", "22"), FILE_OF("c", "")), 2, 1, 0);
    assert_string_equal(memory_fs_text(memory, "out/b"), "22");
    assert_string_equal(memory_fs_text(memory, "out/c"), "");
    assert_string_equal(memory_fs_text(memory, "out/" MANIFEST_NAME),
                        "docmodel-manifest 1 complete\na\nb\nc\n");
}

static void test_stale_files_are_removed(void **state)
{
    struct memory_fs *memory = *state;
    commit_good(memory, FILES(FILE_OF("a", "1"), FILE_OF("x/y/b", "1"), FILE_OF("x/c", "1")), 3, 0,
                0);
    memory_fs_put(memory, "out/x/mine", "M");
    commit_good(memory, FILES(FILE_OF("a", "1")), 0, 1, 2);
    assert_null(memory_fs_text(memory, "out/x/y/b"));
    assert_int_equal(memory->fs.kind(memory, "out/x/y"), FS_ABSENT);
    assert_string_equal(memory_fs_text(memory, "out/x/mine"), "M");
    assert_string_equal(memory_fs_text(memory, "out/" MANIFEST_NAME),
                        "docmodel-manifest 1 complete\na\n");
}

static void test_a_file_becomes_a_folder_and_back(void **state)
{
    struct memory_fs *memory = *state;
    commit_good(memory, FILES(FILE_OF("a", "1")), 1, 0, 0);
    commit_good(memory, FILES(FILE_OF("a/b", "1")), 1, 0, 1);
    assert_string_equal(memory_fs_text(memory, "out/a/b"), "1");
    commit_good(memory, FILES(FILE_OF("a", "1")), 1, 0, 1);
    assert_string_equal(memory_fs_text(memory, "out/a"), "1");
}

/* Where a stale file's folder stood, there may be a file of the user's by now. */
static void test_a_file_in_a_folders_place_is_kept(void **state)
{
    struct memory_fs *memory = *state;
    commit_good(memory, FILES(FILE_OF("a", "1"), FILE_OF("x/b", "1")), 2, 0, 0);
    assert_int_equal(memory->fs.remove(memory, "out/x/b"), 0);
    assert_int_equal(memory->fs.remove(memory, "out/x"), 0);
    memory_fs_put(memory, "out/x", "mine");
    commit_good(memory, FILES(FILE_OF("a", "1")), 0, 1, 0);
    assert_string_equal(memory_fs_text(memory, "out/x"), "mine");
}

static void test_files_of_others_are_kept(void **state)
{
    struct memory_fs *memory = *state;
    memory_fs_put(memory, "out/b", "mine");
    slice before = memory_fs_dump(memory);
    commit_bad(memory, FILES(FILE_OF("a", "1"), FILE_OF("b", "1")), DIAG_OUTPUT_NOT_OURS, "out/b");
    assert_true(slice_equal(memory_fs_dump(memory), before));
    commit_good(memory, FILES(FILE_OF("a", "1"), FILE_OF("b", "mine")), 1, 1, 0);
}

static void test_a_lost_file_is_written_again(void **state)
{
    struct memory_fs *memory = *state;
    struct file_set files = FILES(FILE_OF("a", "1"), FILE_OF("b", "1"));
    commit_good(memory, files, 2, 0, 0);
    assert_int_equal(memory->fs.remove(memory, "out/a"), 0);
    commit_good(memory, files, 1, 1, 0);
    commit_good(memory, FILES(FILE_OF("b", "1")), 0, 1, 1);
    memory_fs_put(memory, "out/a", "mine now");
    commit_bad(memory, files, DIAG_OUTPUT_NOT_OURS, "out/a");
}

static void test_damaged_manifests_stop_everything(void **state)
{
    struct memory_fs *memory = *state;
    static const char *const damaged[] = {
        "",
        "something else\na\n",
        "docmodel-manifest 1 unsure\na\n",
        "docmodel-manifest 1 complete\n../etc/passwd\n",
        "docmodel-manifest 1 complete\n/etc/passwd\n",
        "docmodel-manifest 1 complete\nb\na\n",
        "docmodel-manifest 1 complete\na\na\n",
        "docmodel-manifest 1 complete\na//b\n",
        "docmodel-manifest 1 complete\n.docmodel-manifest\n",
    };
    for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++) {
        memory_fs_put(memory, "out/" MANIFEST_NAME, damaged[i]);
        slice before = memory_fs_dump(memory);
        commit_bad(memory, FILES(FILE_OF("a", "1")), DIAG_OUTPUT_MANIFEST_MALFORMED,
                   "out/" MANIFEST_NAME);
        assert_true(slice_equal(memory_fs_dump(memory), before));
    }
}

static void test_paths_stay_inside(void **state)
{
    struct memory_fs *memory = *state;
    commit_bad(memory, FILES(FILE_OF("../a", "1")), DIAG_OUTPUT_UNWRITABLE, "../a");
    commit_bad(memory, FILES(FILE_OF("/a", "1")), DIAG_OUTPUT_UNWRITABLE, "/a");
    commit_bad(memory, FILES(FILE_OF("a/./b", "1")), DIAG_OUTPUT_UNWRITABLE, "a/./b");
    commit_bad(memory, FILES(FILE_OF("a\\b", "1")), DIAG_OUTPUT_UNWRITABLE, "a\\b");
    commit_bad(memory, FILES(FILE_OF("a\nb", "1")), DIAG_OUTPUT_UNWRITABLE, "a\nb");
    assert_int_equal(memory->count, 0);
}

static void test_failures_are_reported(void **state)
{
    struct memory_fs *memory = *state;
    struct file_set files = FILES(FILE_OF("a", "1"), FILE_OF("b", "1"));
    memory->locked = "out/b";
    commit_bad(memory, files, DIAG_OUTPUT_UNWRITABLE, "out/b");
    memory->locked = NULL;
    commit_good(memory, files, 2, 0, 0);
    memory->locked = "out/" MANIFEST_NAME;
    commit_bad(memory, files, DIAG_OUTPUT_UNWRITABLE, "out/" MANIFEST_NAME);
    memory->locked = NULL;
    memory_fs_put(memory, "out", "a file");
    memory->entries[0].kind = FS_FILE;
    assert_true(slice_equal(memory->entries[0].path, SLICE("out")));
    commit_bad(memory, files, DIAG_OUTPUT_UNWRITABLE, "out");
}

/* Kills the second of two runs at each of its changes; the run after it must repair everything. */
static void test_killed_runs_are_recovered(void **state)
{
    (void)state;
    struct file_set first = FILES(FILE_OF("a", "11"), FILE_OF("d", "11"), FILE_OF("x/b", "11"));
    struct file_set second =
        FILES(FILE_OF("a", "22"), FILE_OF("d/e", "22"), FILE_OF("y/b", "22"), FILE_OF("z/b", "22"));
    struct memory_fs clean;
    memory_fs_init(&clean);
    memory_fs_put(&clean, "out/mine", "M");
    commit_good(&clean, second, 4, 0, 0);
    slice expected = memory_fs_dump(&clean);
    bool killed = true;
    for (size_t left = 0; killed; left++) {
        struct memory_fs memory;
        struct commit commit;
        memory_fs_init(&memory);
        memory_fs_put(&memory, "out/mine", "M");
        commit_good(&memory, first, 3, 0, 0);
        memory.left = left;
        commit_run(&commit, &memory, second);
        killed = memory.cut;
        assert_int_equal(commit.good, !killed);
        commit_finish(&commit);
        memory.left = SLICE_NONE;
        memory.cut = false;
        commit_run(&commit, &memory, second);
        assert_true(commit.good);
        commit_finish(&commit);
        assert_string_equal(memory_fs_dump(&memory).ptr, expected.ptr);
        memory_fs_finish(&memory);
        assert_in_range(left, 0, 100);
    }
    memory_fs_finish(&clean);
}

/* The same for the first run, into a folder that does not exist. */
static void test_a_killed_first_run_is_recovered(void **state)
{
    (void)state;
    struct file_set files = FILES(FILE_OF("a", "11"), FILE_OF("x/b", "11"));
    bool killed = true;
    for (size_t left = 0; killed; left++) {
        struct memory_fs memory;
        struct commit commit;
        memory_fs_init(&memory);
        memory.left = left;
        commit_run(&commit, &memory, files);
        killed = memory.cut;
        commit_finish(&commit);
        memory.left = SLICE_NONE;
        memory.cut = false;
        commit_run(&commit, &memory, files);
        assert_true(commit.good);
        commit_finish(&commit);
        assert_string_equal(memory_fs_dump(&memory).ptr,
                            "out/\nout/.docmodel-manifest\ndocmodel-manifest 1 complete\na\nx/b\n"
                            "out/a\n11out/x/\nout/x/b\n11");
        memory_fs_finish(&memory);
        assert_in_range(left, 0, 100);
    }
}

/* Lets the disk become full at each byte of a second run: the files stay those of the first. */
static void test_a_full_disk_leaves_the_old_files(void **state)
{
    (void)state;
    struct file_set first = FILES(FILE_OF("a", "11"), FILE_OF("d", "11"), FILE_OF("x/b", "11"));
    struct file_set second =
        FILES(FILE_OF("a", "22"), FILE_OF("d", "222"), FILE_OF("y/b", "22"), FILE_OF("z/b", "22"));
    bool full = true;
    for (size_t room = 0; full; room++) {
        struct memory_fs memory;
        struct commit commit;
        memory_fs_init(&memory);
        commit_good(&memory, first, 3, 0, 0);
        memory.room = room;
        commit_run(&commit, &memory, second);
        full = !commit.good;
        assert_true(!full || commit.diagnostics.items[0]->code == DIAG_OUTPUT_UNWRITABLE);
        commit_finish(&commit);
        bool placed = memory_fs_text(&memory, "out/x/b") == NULL;
        assert_string_equal(memory_fs_text(&memory, "out/a"), placed ? "22" : "11");
        assert_string_equal(memory_fs_text(&memory, "out/d"), placed ? "222" : "11");
        assert_true((memory_fs_text(&memory, "out/y/b") != NULL) == placed);
        assert_int_equal(slice_find(memory_fs_dump(&memory), SLICE(".tmp")), SLICE_NONE);
        memory.room = SLICE_NONE;
        commit_run(&commit, &memory, second);
        assert_true(commit.good);
        commit_finish(&commit);
        assert_string_equal(memory_fs_text(&memory, "out/" MANIFEST_NAME),
                            "docmodel-manifest 1 complete\na\nd\ny/b\nz/b\n");
        assert_int_equal(memory.fs.kind(&memory, "out/x"), FS_ABSENT);
        memory_fs_finish(&memory);
        assert_in_range(room, 0, 1000);
    }
}

static void test_temporary_files_of_others_are_kept(void **state)
{
    struct memory_fs *memory = *state;
    memory_fs_put(memory, "out/notes.12-3.tmp", "mine");
    memory_fs_put(memory, "out/a.tmp", "mine");
    commit_good(memory, FILES(FILE_OF("a", "1")), 1, 0, 0);
    assert_string_equal(memory_fs_text(memory, "out/notes.12-3.tmp"), "mine");
    assert_string_equal(memory_fs_text(memory, "out/a.tmp"), "mine");
}

static void test_names_of_temporary_files(void **state)
{
    (void)state;
    static const char *const others[] = {"a",        "a.tmp",      "a.1.tmp",   "a.1-.tmp",
                                         "a.-2.tmp", "a1-2.tmp",   ".1-2.tmp",  "a.1-2.tmp2",
                                         "",         "a.x1-2.tmp", "a.1-2x.tmp"};
    slice target = {0};
    assert_true(fs_is_temporary(SLICE("a.b.71-0.tmp"), &target));
    assert_true(slice_equal(target, SLICE("a.b")));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (fs_is_temporary(slice_from(others[i]), &target))
            fail_msg("%s", others[i]);
}

static void test_manifests_round_trip(void **state)
{
    (void)state;
    struct arena arena;
    struct buffer text;
    struct manifest manifest, other;
    arena_init(&arena);
    buffer_init(&text);
    slice source = SLICE("docmodel-manifest 1 writing\na\nb/c\n");
    assert_true(manifest_read(&arena, source, &manifest));
    assert_false(manifest.complete);
    manifest_write(&manifest, &text);
    assert_true(slice_equal(buffer_slice(&text), source));
    assert_true(manifest_has(&manifest, SLICE("b/c")));
    assert_false(manifest_has(&manifest, SLICE("b")));
    assert_true(manifest_read(&arena, SLICE("docmodel-manifest 1 complete\nb\nb/c\nd\n"), &other));
    struct manifest both = manifest_unite(&arena, &manifest, &other);
    assert_int_equal(both.count, 4);
    assert_true(slice_equal(both.paths[0], SLICE("a")));
    assert_true(slice_equal(both.paths[3], SLICE("d")));
    buffer_finish(&text);
    arena_finish(&arena);
}

static void test_depfiles_are_sorted_and_escaped(void **state)
{
    struct memory_fs *memory = *state;
    struct depfile depfile = {0};
    struct buffer text;
    buffer_init(&text);
    memory_fs_put(memory, "pack/src/b c.txt", "");
    memory_fs_put(memory, "pack/a$#.txt", "");
    assert_int_equal(depfile_add_folder(&depfile, &memory->arena, &memory->fs, SLICE("pack")), 0);
    depfile_add(&depfile, &memory->arena, SLICE("en.tsv"));
    depfile_add(&depfile, &memory->arena, SLICE("en.tsv"));
    depfile_write(&depfile, SLICE("the stamp"), &text);
    assert_string_equal(text.data, "the\\ stamp: \\\n  en.tsv \\\n  pack/a$$\\#.txt \\\n"
                                   "  pack/src/b\\ c.txt\n");
    buffer_finish(&text);
    assert_int_not_equal(depfile_add_folder(&depfile, &memory->arena, &memory->fs, SLICE("absent")),
                         0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_files_are_written_once, setup, teardown),
        cmocka_unit_test_setup_teardown(test_only_changed_files_are_written, setup, teardown),
        cmocka_unit_test_setup_teardown(test_stale_files_are_removed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_file_becomes_a_folder_and_back, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_file_in_a_folders_place_is_kept, setup, teardown),
        cmocka_unit_test_setup_teardown(test_files_of_others_are_kept, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_lost_file_is_written_again, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_manifests_stop_everything, setup, teardown),
        cmocka_unit_test_setup_teardown(test_paths_stay_inside, setup, teardown),
        cmocka_unit_test_setup_teardown(test_failures_are_reported, setup, teardown),
        cmocka_unit_test(test_killed_runs_are_recovered),
        cmocka_unit_test(test_a_killed_first_run_is_recovered),
        cmocka_unit_test(test_a_full_disk_leaves_the_old_files),
        cmocka_unit_test_setup_teardown(test_temporary_files_of_others_are_kept, setup, teardown),
        cmocka_unit_test(test_names_of_temporary_files),
        cmocka_unit_test(test_manifests_round_trip),
        cmocka_unit_test_setup_teardown(test_depfiles_are_sorted_and_escaped, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
