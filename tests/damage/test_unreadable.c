/*
 * A page that the system refuses to read, and a folder that it refuses to list. The refusal comes
 * through the file-system seam, since a test that runs as root can read everything.
 */
#include "cli/cli.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define DOCS DOCMODEL_SOURCE_DIR "/docs-input"

/* The path that cannot be read; a part of it is enough. */
struct refusal {
    const char *path;
};

static bool is_refused(void *context, const char *path)
{
    const struct refusal *refusal = context;
    return slice_ends_with(slice_from(path), slice_from(refusal->path));
}

static enum fs_kind refusing_kind(void *context, const char *path)
{
    (void)context;
    return fs_native()->kind(NULL, path);
}

static int refusing_read(void *context, const char *path, size_t limit, struct buffer *out)
{
    return is_refused(context, path) ? EACCES : fs_native()->read(NULL, path, limit, out);
}

static int refusing_list(void *context, const char *path,
                         void (*visit)(void *visitor, slice name, enum fs_kind kind), void *visitor)
{
    return is_refused(context, path) ? EACCES : fs_native()->list(NULL, path, visit, visitor);
}

/* These tests write nothing. */
static int refusing_stage(void *context, const char *path, slice text, struct buffer *temporary)
{
    (void)context;
    (void)path;
    (void)text;
    (void)temporary;
    return EROFS;
}

static int refusing_change(void *context, const char *path)
{
    (void)context;
    (void)path;
    return EROFS;
}

/* Runs docmodel on docs-input without what is at PATH. */
static enum cli_status run_without(const char *path, const char *command, const char *option,
                                   struct buffer *out, struct buffer *err)
{
    struct refusal refusal = {path};
    const struct fs fs = {.context = &refusal,
                          .kind = refusing_kind,
                          .read = refusing_read,
                          .list = refusing_list,
                          .stage = refusing_stage,
                          .make_directory = refusing_change,
                          .remove = refusing_change};
    struct cli_environment environment = {.fs = &fs, .processors = 2};
    const char *argv[] = {"docmodel",         command, "--docs=" DOCS,
                          "--data-dir=" DATA, option,  "-Wno-locale-drift"};
    buffer_init(out);
    buffer_init(err);
    return cli_run((int)(sizeof argv / sizeof argv[0]), argv, &environment, out, err);
}

static size_t count(const struct buffer *text, const char *wanted)
{
    size_t found = 0;
    slice rest = buffer_slice(text);
    for (size_t at; (at = slice_find(rest, slice_from(wanted))) != SLICE_NONE; found++)
        rest = slice_skip(rest, at + 1);
    return found;
}

static void test_a_page_cannot_be_read(void **state)
{
    (void)state;
    struct buffer out, err;
    enum cli_status status =
        run_without("beta/resources/recordoperation.md", "check", "--quiet", &out, &err);
    assert_int_equal(status, CLI_INPUT_ERRORS);
    assert_string_equal(err.data, "en-US/api-reference/beta/resources/recordoperation.md: error: "
                                  "the page cannot be read: permission denied [file-unreadable]\n");
    buffer_finish(&out);
    buffer_finish(&err);
}

static void test_the_other_pages_still_compile(void **state)
{
    (void)state;
    struct buffer out, err;
    enum cli_status status =
        run_without("beta/resources/recordoperation.md", "model", "--keep-going", &out, &err);
    assert_int_equal(status, CLI_INPUT_ERRORS);
    assert_int_equal(count(&out, "\"microsoft.graph.commsOperation\""), 2);
    assert_int_equal(count(&out, "\"microsoft.graph.recordOperation\""), 0);
    buffer_finish(&out);
    buffer_finish(&err);
}

static void test_nothing_is_output_otherwise(void **state)
{
    (void)state;
    struct buffer out, err;
    enum cli_status status =
        run_without("beta/resources/recordoperation.md", "model", "--format=tsv", &out, &err);
    assert_int_equal(status, CLI_INPUT_ERRORS);
    assert_int_equal(out.len, 0);
    assert_int_equal(count(&err, "docmodel: nothing is output because of errors; --keep-going "
                                 "outputs the rest\n"),
                     1);
    buffer_finish(&out);
    buffer_finish(&err);
}

static void test_a_folder_cannot_be_listed(void **state)
{
    (void)state;
    struct buffer out, err;
    enum cli_status status =
        run_without("en-US/api-reference/v1.0/resources", "check", "--quiet", &out, &err);
    assert_int_equal(status, CLI_INPUT_ERRORS);
    assert_int_equal(count(&err, "en-US/api-reference/v1.0/resources: error: "), 1);
    assert_int_equal(count(&err, "permission denied [file-unreadable]\n"), 1);
    buffer_finish(&out);
    buffer_finish(&err);
}

static void test_the_vocabulary_cannot_be_read(void **state)
{
    (void)state;
    struct buffer out, err;
    enum cli_status status = run_without("vocab/es.tsv", "check", "--quiet", &out, &err);
    assert_int_equal(status, CLI_USAGE);
    assert_int_equal(count(&err, "vocab/es.tsv: error: "), 1);
    assert_int_equal(count(&err, "permission denied"), 1);
    buffer_finish(&out);
    buffer_finish(&err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_cannot_be_read),
        cmocka_unit_test(test_the_other_pages_still_compile),
        cmocka_unit_test(test_nothing_is_output_otherwise),
        cmocka_unit_test(test_a_folder_cannot_be_listed),
        cmocka_unit_test(test_the_vocabulary_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
