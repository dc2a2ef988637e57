/* The listing of documentation sets, on a file system in memory. */
#include "unit.h"

#include "extract/locale.h"
#include "extract/page.h"
#include "extract_fixture.h"

#include <errno.h>
#include <string.h>

/* Files by their paths; a path that ends in "/" is a folder without further entries. */
struct tree {
    const char *const *paths;
    const char *unreadable;   /* a folder that cannot be listed; may be NULL */
    const struct link *links; /* NULL: none */
};

/* A path that leads to another, which ends in no link itself; each is an entry of the tree, too. */
struct link {
    const char *path; /* NULL ends a list */
    const char *target;
};

/* Replaces the first component that is a link, as often as there is one. */
static int resolve_tree(void *context, const char *path, struct buffer *out)
{
    const struct tree *tree = context;
    buffer_append(out, slice_from(path));
    for (const struct link *link = tree->links; link->path != NULL; link++) {
        size_t length = strlen(link->path);
        slice now = buffer_slice(out);
        if (!slice_starts_with(now, slice_from(link->path)) ||
            (now.len > length && now.ptr[length] != '/'))
            continue;
        struct buffer next;
        buffer_init(&next);
        buffer_append(&next, slice_from(link->target));
        buffer_append(&next, slice_skip(now, length));
        buffer_finish(out);
        *out = next;
        link = tree->links - 1;
    }
    return 0;
}

static int list_tree(void *context, const char *path,
                     void (*visit)(void *visitor, slice name, enum fs_kind kind), void *visitor)
{
    const struct tree *tree = context;
    size_t length = strlen(path);
    slice seen = {0};
    if (tree->unreadable != NULL && strcmp(path, tree->unreadable) == 0)
        return EACCES;
    /* The last first: a listing has no order. */
    size_t count = 0;
    while (tree->paths[count] != NULL)
        count++;
    while (count-- > 0) {
        slice entry = slice_from(tree->paths[count]);
        if (!slice_starts_with(entry, (slice){path, length}) || entry.len <= length + 1 ||
            entry.ptr[length] != '/')
            continue;
        slice name;
        slice rest;
        bool folder = slice_cut(slice_skip(entry, length + 1), '/', &name, &rest);
        if (!slice_equal(name, seen))
            visit(visitor, name, folder ? FS_DIRECTORY : FS_FILE);
        seen = name;
    }
    return 0;
}

static int list_linked_tree(void *context, const char *path,
                            void (*visit)(void *visitor, slice name, enum fs_kind kind),
                            void *visitor)
{
    struct buffer real;
    buffer_init(&real);
    resolve_tree(context, path, &real);
    int error = list_tree(context, real.data, visit, visitor);
    buffer_finish(&real);
    return error;
}

static void list(const struct tree *tree, const char *folder, struct arena *arena,
                 struct diagnostics *diagnostics, struct page_files *files)
{
    struct tree copy = *tree;
    struct fs fs = {.context = &copy, .list = list_tree};
    if (tree->links != NULL) {
        fs.list = list_linked_tree;
        fs.resolve = resolve_tree;
    }
    arena_init(arena);
    diagnostics_init(diagnostics, arena);
    page_files_list(arena, &fs, extract_vocab(), slice_from(folder), diagnostics, files);
}

static void expect(const struct tree *tree, const char *folder, const char *expected)
{
    struct arena arena;
    struct diagnostics diagnostics;
    struct page_files files = {0};
    struct buffer out;
    list(tree, folder, &arena, &diagnostics, &files);
    buffer_init(&out);
    buffer_append(&out, SLICE(""));
    for (size_t i = 0; i < files.count; i++)
        buffer_format(&out, "%.*s %.*s %.*s\n", SLICE_ARGS(files.items[i].shown),
                      SLICE_ARGS(files.items[i].locale), SLICE_ARGS(files.items[i].version));
    assert_string_equal(out.data != NULL ? out.data : "", expected);
    assert_int_equal(diagnostics.count, 0);
    buffer_finish(&out);
    arena_finish(&arena);
}

static const struct tree locales = {.paths = (const char *const[]){
                                        "docs/zh-cn/api-reference/beta/resources/b.md",
                                        "docs/en-US/api-reference/v1.0/resources/sub/c.md",
                                        "docs/en-US/api-reference/v1.0/resources/a.md",
                                        "docs/en-US/api-reference/v1.0/resources/note.txt",
                                        "docs/en-US/api-reference/v1.0/api/a-get.md",
                                        "docs/en-US/api-reference/includes/x.md",
                                        "docs/en-US/api-reference/toc.md",
                                        "docs/.git/api-reference/v1.0/resources/hidden.md",
                                        NULL,
                                    }};

static void test_folder_of_locales(void **state)
{
    (void)state;
    expect(&locales, "docs",
           "en-US/api-reference/v1.0/resources/a.md en-US v1.0\n"
           "en-US/api-reference/v1.0/resources/sub/c.md en-US v1.0\n"
           "zh-cn/api-reference/beta/resources/b.md zh-CN beta\n");
}

static void test_one_checkout(void **state)
{
    (void)state;
    expect(&locales, "docs/en-US",
           "en-US/api-reference/v1.0/resources/a.md en-US v1.0\n"
           "en-US/api-reference/v1.0/resources/sub/c.md en-US v1.0\n");
}

static void test_folder_of_resources(void **state)
{
    (void)state;
    expect(&locales, "docs/en-US/api-reference/v1.0/resources/sub",
           "en-US/api-reference/v1.0/resources/sub/c.md en-US v1.0\n");
}

/* Outside of the named folder only a language with a vocabulary, or right above a reference. */
static void test_folders_outside_that_look_like_locales(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){
                                  "my-ui/docs/a.md", "my-ui/docs/nb-NO/a.md", "de-DE/docs/b.md",
                                  "nb-NO/api-reference/v1.0/resources/c.md", "my-ui/d.md", NULL}};
    (void)state;
    expect(&tree, "my-ui/docs", "a.md  \nnb-NO/a.md nb-NO \n");
    expect(&tree, "de-DE/docs", "de-DE/docs/b.md de-DE \n");
    expect(&tree, "nb-NO/api-reference/v1.0",
           "nb-NO/api-reference/v1.0/resources/c.md nb-NO v1.0\n");
    expect(&tree, "my-ui", "my-ui/d.md my-UI \nmy-ui/docs/a.md my-UI \nnb-NO/a.md nb-NO \n");
}

static void test_reference_without_locale(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){"api-reference/v2/resources/x.md",
                                                             "api-reference/v2/api/y.md", NULL}};
    (void)state;
    expect(&tree, "api-reference", "v2/resources/x.md  v2\n");
}

static void test_any_folder(void **state)
{
    const struct tree tree = {
        .paths = (const char *const[]){"pages/x.md", "pages/sub/Y.MD", "pages/includes/z.md",
                                       "pages/beta/q.md", "pages/api/w.md", NULL}};
    (void)state;
    expect(&tree, "pages", "beta/q.md  beta\nsub/Y.MD  \nx.md  \n");
}

static void test_folder_called_like_a_page_is_listed(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){"pages/x.md/inner.md", NULL}};
    (void)state;
    expect(&tree, "pages", "x.md  \n");
}

static void test_unreadable_folder_is_reported(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){"pages/x.md", "pages/sub/y.md", NULL},
                              .unreadable = "pages/sub"};
    struct arena arena;
    struct diagnostics diagnostics;
    struct page_files files = {0};
    (void)state;
    list(&tree, "pages", &arena, &diagnostics, &files);
    assert_int_equal(files.count, 1);
    assert_int_equal(diagnostics.count, 1);
    assert_int_equal(diagnostics.items[0]->code, DIAG_FILE_UNREADABLE);
    assert_true(slice_equal(diagnostics.items[0]->path, SLICE("sub")));
    arena_finish(&arena);
}

static void test_folders_are_added(void **state)
{
    const struct tree tree = {
        .paths = (const char *const[]){"new/fr/x.md", "new/en/x.md", "old/y.md", NULL}};
    struct tree copy = tree;
    struct fs fs = {.context = &copy, .list = list_tree};
    struct arena arena;
    struct diagnostics diagnostics;
    struct page_files files = {0};
    (void)state;
    list(&tree, "old", &arena, &diagnostics, &files);
    page_files_list(&arena, &fs, extract_vocab(), SLICE("empty"), &diagnostics, &files);
    assert_int_equal(files.count, 1);
    page_files_list(&arena, &fs, extract_vocab(), SLICE("new"), &diagnostics, &files);
    assert_int_equal(files.count, 3);
    assert_true(slice_equal(files.items[0].path, SLICE("old/y.md")));
    assert_int_equal(files.items[0].locale.len, 0);
    assert_true(slice_equal(files.items[1].locale, SLICE("en")));
    assert_true(slice_equal(files.items[2].locale, SLICE("fr")));
    arena_finish(&arena);
}

/* A folder that holds itself, as a link can make it. */
static int list_forever(void *context, const char *path,
                        void (*visit)(void *visitor, slice name, enum fs_kind kind), void *visitor)
{
    (void)context;
    (void)path;
    visit(visitor, SLICE("again"), FS_DIRECTORY);
    return 0;
}

static void test_depth_is_limited(void **state)
{
    const struct fs fs = {.list = list_forever};
    struct arena arena;
    struct diagnostics diagnostics;
    struct page_files files = {0};
    (void)state;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    page_files_list(&arena, &fs, extract_vocab(), SLICE("pages"), &diagnostics, &files);
    assert_int_equal(files.count, 0);
    assert_int_equal(diagnostics.count, 1);
    arena_finish(&arena);
}

static void test_circles_of_links_are_walked_once(void **state)
{
    const struct tree tree = {
        .paths = (const char *const[]){"docs/x.md", "docs/loop/", "docs/sub/y.md", "docs/sub/up/",
                                       "docs/sub/side/", "docs/zone/back/", "docs/zone/z.md", NULL},
        .links = (const struct link[]){{"docs/loop", "docs"},
                                       {"docs/sub/up", "docs"},
                                       {"docs/sub/side", "docs/zone"},
                                       {"docs/zone/back", "docs/sub"},
                                       {NULL, NULL}}};
    (void)state;
    expect(&tree, "docs", "sub/y.md  \nx.md  \nzone/z.md  \n");
}

/* Whether its other names come before or behind it in a listing. */
static void test_a_folder_goes_by_its_own_name(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){"docs/en-US/", "docs/aa/", "docs/zz/",
                                                             "docs/en-US/x.md", "docs/yy/",
                                                             "store/deep/y.md", NULL},
                              .links = (const struct link[]){{"docs/aa", "docs/en-US"},
                                                             {"docs/zz", "docs/en-US"},
                                                             {"docs/yy", "store"},
                                                             {NULL, NULL}}};
    (void)state;
    expect(&tree, "docs", "en-US/x.md en-US \nyy/deep/y.md  \n");
    expect(&tree, "docs/aa", "x.md  \n");
}

static void test_folders_of_languages(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){
                                  "docs/en/v1.0/a.md", "docs/en/v1.0/b.md", "docs/fr/v1.0/a.md",
                                  "docs/fr/v1.0/c.md", "docs/fr/v1.0/b.md", "docs/pt_BR/v1.0/a.md",
                                  "docs/zh-hans/v1.0/a.md", NULL}};
    (void)state;
    expect(&tree, "docs",
           "en/v1.0/a.md en v1.0\n"
           "en/v1.0/b.md en v1.0\n"
           "fr/v1.0/a.md fr v1.0\n"
           "fr/v1.0/b.md fr v1.0\n"
           "fr/v1.0/c.md fr v1.0\n"
           "pt_BR/v1.0/a.md pt-BR v1.0\n"
           "zh-hans/v1.0/a.md zh-Hans v1.0\n");
}

/* One that no vocabulary serves, beside English. */
static void test_folders_of_other_languages(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){"docs/en-us/a.md", "docs/io/a.md",
                                                             "docs/hr/a.md", "docs/uk/b.md", NULL}};
    (void)state;
    expect(&tree, "docs",
           "en-us/a.md en-US \n"
           "hr/a.md hr \n"
           "io/a.md  \n"
           "uk/b.md  \n");
}

/* The pages around the folder are what it translates, also into a language without words. */
static void test_translations_in_folders_beside_the_pages(void **state)
{
    const struct tree tree = {
        .paths = (const char *const[]){"docs/a.md", "docs/b.md", "docs/fr/a.md", "docs/fr/c.md",
                                       "docs/hr/c.md", "docs/hr/d.md", "docs/types/e.md",
                                       "docs/types/vi/e.md", "docs/vi/types/e.md", NULL}};
    (void)state;
    expect(&tree, "docs",
           "a.md  \n"
           "b.md  \n"
           "fr/a.md fr \n"
           "fr/c.md fr \n"
           "hr/c.md  \n"
           "hr/d.md  \n"
           "types/e.md  \n"
           "vi/e.md vi \n"
           "vi/types/e.md vi \n");
}

/* A language alone is a locale right above the reference, where nothing stands beside it. */
static void test_language_above_the_reference(void **state)
{
    const struct tree tree = {
        .paths = (const char *const[]){"docs/de/api-reference/beta/resources/a.md", NULL}};
    (void)state;
    expect(&tree, "docs/de/api-reference", "de/api-reference/beta/resources/a.md de beta\n");
}

/* Departments and products that are called like languages. */
static void test_a_folder_of_originals(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){
                                  "docs/en/a.md", "docs/en/b.md", "docs/en/c.md", "docs/en/d.md",
                                  "docs/en/e.md", "docs/fr/a.md", "docs/fr/c.md", "docs/fr/x.md",
                                  "docs/it/a.md", "docs/it/y.md", "docs/it/z.md", NULL}};
    (void)state;
    expect(&tree, "docs",
           "en/a.md en \n"
           "en/b.md en \n"
           "en/c.md en \n"
           "en/d.md en \n"
           "en/e.md en \n"
           "fr/a.md fr \n"
           "fr/c.md fr \n"
           "fr/x.md fr \n"
           "it/a.md  \n"
           "it/y.md  \n"
           "it/z.md  \n");
}

static void test_languages_in_names_of_files(void **state)
{
    const struct tree tree = {.paths = (const char *const[]){
                                  "docs/a.de.md", "docs/a.md", "docs/a.pt-br.md", "docs/b.fr.md",
                                  "docs/b.uk.md", "docs/u.id.md", "docs/v.id.md", "docs/w.id.md",
                                  "docs/w.md", "docs/x.hu.md", NULL}};
    (void)state;
    expect(&tree, "docs",
           "a.de.md de \n"
           "a.md  \n"
           "a.pt-br.md pt-BR \n"
           "b.fr.md fr \n"
           "b.uk.md uk \n"
           "u.id.md  \n"
           "v.id.md  \n"
           "w.id.md  \n"
           "w.md  \n"
           "x.hu.md  \n");
}

static void test_folders_that_are_no_languages(void **state)
{
    const struct tree tree = {
        .paths = (const char *const[]){"docs/ad/user.md", "docs/en/intro.md", "docs/hr/user.md",
                                       "docs/io/intro.md", "docs/it/license.md", "docs/it/user.md",
                                       "docs/it/usage.md", "docs/my-shop/user.md", NULL}};
    (void)state;
    expect(&tree, "docs",
           "ad/user.md  \n"
           "en/intro.md  \n"
           "hr/user.md  \n"
           "io/intro.md  \n"
           "it/license.md  \n"
           "it/usage.md  \n"
           "it/user.md  \n"
           "my-shop/user.md  \n");
}

static void expect_shapes(enum vocab_shape shape, const char *const *good, const char *const *bad)
{
    for (; *good != NULL; good++)
        if (!vocab_is_shaped(extract_vocab(), shape, slice_from(*good)))
            fail_msg("not known: %s", *good);
    for (; *bad != NULL; bad++)
        if (vocab_is_shaped(extract_vocab(), shape, slice_from(*bad)))
            fail_msg("taken: %s", *bad);
}

static void test_locale_shapes(void **state)
{
    static const char *const good[] = {"en-US",  "zh-cn", "PT-br",   "zh-Hans-CN", "fil-PH",
                                       "es-419", "en_US", "zh-Hant", "sr_Latn_RS", NULL};
    static const char *const bad[] = {"en", "v1.0",  "en-USA",        "e-US",    "my-shop",
                                      "",   "a-b-c", "api-reference", "en-US-x", NULL};
    (void)state;
    expect_shapes(SHAPE_OF_LOCALE, good, bad);
    struct arena arena;
    arena_init(&arena);
    assert_true(slice_equal(locale_normalise(&arena, SLICE("ZH-hans-cn")), SLICE("zh-Hans-CN")));
    assert_true(slice_equal(locale_normalise(&arena, SLICE("PT-br")), SLICE("pt-BR")));
    assert_true(slice_equal(locale_normalise(&arena, SLICE("pt_br")), SLICE("pt-BR")));
    assert_true(slice_equal(locale_normalise(&arena, SLICE("zh-hans")), SLICE("zh-Hans")));
    assert_true(slice_equal(locale_normalise(&arena, SLICE("ES-419")), SLICE("es-419")));
    assert_true(slice_equal(locale_normalise(&arena, SLICE("FR")), SLICE("fr")));
    assert_true(slice_equal(locale_normalise(&arena, SLICE("")), SLICE("")));
    arena_finish(&arena);
}

static void test_version_shapes(void **state)
{
    static const char *const good[] = {"v1.0",       "Beta",    "v2",      "v1.0.3",
                                       "v2-preview", "2024-05", "preview", "2024-05-01-preview",
                                       NULL};
    static const char *const bad[] = {"v", "value", "v1.0x", "1.0", "betas", "2024", NULL};
    (void)state;
    expect_shapes(SHAPE_OF_VERSION, good, bad);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folder_of_locales),
        cmocka_unit_test(test_one_checkout),
        cmocka_unit_test(test_folder_of_resources),
        cmocka_unit_test(test_folders_outside_that_look_like_locales),
        cmocka_unit_test(test_reference_without_locale),
        cmocka_unit_test(test_any_folder),
        cmocka_unit_test(test_folder_called_like_a_page_is_listed),
        cmocka_unit_test(test_unreadable_folder_is_reported),
        cmocka_unit_test(test_folders_are_added),
        cmocka_unit_test(test_depth_is_limited),
        cmocka_unit_test(test_circles_of_links_are_walked_once),
        cmocka_unit_test(test_a_folder_goes_by_its_own_name),
        cmocka_unit_test(test_folders_of_languages),
        cmocka_unit_test(test_folders_of_other_languages),
        cmocka_unit_test(test_translations_in_folders_beside_the_pages),
        cmocka_unit_test(test_language_above_the_reference),
        cmocka_unit_test(test_a_folder_of_originals),
        cmocka_unit_test(test_languages_in_names_of_files),
        cmocka_unit_test(test_folders_that_are_no_languages),
        cmocka_unit_test(test_locale_shapes),
        cmocka_unit_test(test_version_shapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
