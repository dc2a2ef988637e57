/*
 * Pages and what is read from them: each page under pages/ and each of the five seeds has a file of
 * facts beside it or under seeds/. With the argument "update" the files are written anew.
 */
#include "extract_fixture.h"
#include "unit.h"

#include <stdio.h>
#include <string.h>

#define PAGES      DOCMODEL_SOURCE_DIR "/tests/unit/extract/pages"
#define SEEDS      DOCMODEL_SOURCE_DIR "/docs-input"
#define SEED_FACTS DOCMODEL_SOURCE_DIR "/tests/unit/extract/seeds"

static const struct page_options options = {.default_locale = {"en-US", 5},
                                            .default_version = {"v1.0", 4}};
static bool update;

static slice read_golden(struct arena *arena, slice path)
{
    struct buffer bytes;
    buffer_init(&bytes);
    int error = fs_native()->read(fs_native()->context, path.ptr, SOURCE_SIZE_MAX, &bytes);
    slice text = error == 0 ? arena_copy(arena, buffer_slice(&bytes)) : (slice){0};
    buffer_finish(&bytes);
    return text;
}

static void check_page(const struct page_file *file, slice golden)
{
    struct extract_fixture fixture;
    extract_init(&fixture);
    page_read(&fixture.arena, fs_native(), file, extract_vocab(), &options, &fixture.diagnostics,
              &fixture.facts);
    const char *facts = extract_dump(&fixture);
    if (update)
        assert_int_equal(fs_write(fs_native(), golden.ptr, slice_from(facts)), 0);
    slice expected = read_golden(&fixture.arena, golden);
    if (expected.len == 0)
        print_error("%s: there are no facts to compare with\n", golden.ptr);
    assert_string_equal(facts, expected.ptr != NULL ? expected.ptr : "");
    extract_finish(&fixture);
}

/* "pages/en-US/v1.0/x.md" has "pages/en-US/v1.0/x.facts". */
static slice facts_beside(struct arena *arena, slice page)
{
    return arena_format(arena, "%.*s.facts", SLICE_ARGS(slice_take(page, page.len - 3)));
}

static void test_pages(void **state)
{
    struct arena arena;
    struct diagnostics diagnostics;
    struct page_files files = {0};
    (void)state;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    page_files_list(&arena, fs_native(), extract_vocab(), SLICE(PAGES), &diagnostics, &files);
    assert_true(files.count > 20);
    for (size_t i = 0; i < files.count; i++)
        check_page(&files.items[i], facts_beside(&arena, files.items[i].path));
    arena_finish(&arena);
}

static void test_seeds(void **state)
{
    static const char *const seeds[] = {
        "en-US/api-reference/beta/resources/commsoperation.md",
        "en-US/api-reference/beta/resources/recordoperation.md",
        "en-US/api-reference/v1.0/resources/commsoperation.md",
        "es-ES/api-reference/beta/resources/operation.md",
        "zh-CN/api-reference/beta/resources/commsoperation.md",
    };
    struct arena arena;
    struct diagnostics diagnostics;
    struct page_files files = {0};
    size_t found = 0;
    (void)state;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    page_files_list(&arena, fs_native(), extract_vocab(), SLICE(SEEDS), &diagnostics, &files);
    for (size_t i = 0; i < files.count; i++)
        for (size_t s = 0; s < sizeof seeds / sizeof seeds[0]; s++)
            if (slice_equal(files.items[i].shown, slice_from(seeds[s]))) {
                const struct page_file *file = &files.items[i];
                slice name =
                    arena_format(&arena, SEED_FACTS "/%.*s.%.*s.%s.facts", SLICE_ARGS(file->locale),
                                 SLICE_ARGS(file->version), strrchr(seeds[s], '/') + 1);
                check_page(file, name);
                found++;
            }
    assert_int_equal(found, sizeof seeds / sizeof seeds[0]);
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_seeds),
    };
    update = argc > 1 && strcmp(argv[1], "update") == 0;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
