/* What is not a matter of facts: unusable files, positions of diagnostics, identity from text. */
#include "extract_fixture.h"
#include "unit.h"

#include <errno.h>
#include <string.h>

static void expect_diagnostics(const char *page, enum page_kind kind, const char *expected)
{
    struct extract_fixture fixture;
    extract_init(&fixture);
    extract_read(&fixture, "en-US/v1.0/page.md", slice_from(page));
    facts_dump_diagnostics(&fixture.diagnostics, &fixture.out);
    assert_string_equal(fixture.out.data != NULL ? fixture.out.data : "", expected);
    assert_int_equal(fixture.facts.kind, kind);
    extract_finish(&fixture);
}

static void test_empty_page(void **state)
{
    (void)state;
    expect_diagnostics("", PAGE_UNUSABLE, "1:1: empty-page: the page is empty\n");
    expect_diagnostics("\xef\xbb\xbf \n\t\xc2\xa0\n", PAGE_UNUSABLE,
                       "1:1: empty-page: the page is empty\n");
}

static void test_invalid_utf8(void **state)
{
    (void)state;
    expect_diagnostics("# x\n\xc3\xa9\xc3\xa9 caf\xe9\n", PAGE_UNUSABLE,
                       "2:7: invalid-utf8: the byte 0xE9 is not UTF-8: save the page in that "
                       "encoding\n");
}

#define ANNOTATED \
    "# x resource type\n\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"a.x\"} -->\n"

static void test_missing_comma(void **state)
{
    (void)state;
    expect_diagnostics(ANNOTATED "```json\n{\n  \"a\": 1\n  \"b\": 2\n}\n```\n", PAGE_TYPE,
                       "6:9: json-malformed: a comma is missing between two members or elements\n");
}

static void test_json_that_is_none(void **state)
{
    (void)state;
    expect_diagnostics(
        ANNOTATED "```json\nnothing\n```\n\n## Properties\n\n| Property | Type |\n|--|--|\n| a | "
                  "String |\n",
        PAGE_TYPE,
        "4:1: json-unreadable: the code block is annotated as JSON of a type, but holds no JSON "
        "object\n");
}

static void test_kinds_of_blocks(void **state)
{
    (void)state;
    expect_diagnostics("# x resource type\n\n<!-- {\"blockType\": \"ressource\", \"@odata.type\": "
                       "\"a.x\"} -->\n```json\n{\"id\": \"1\"}\n```\n",
                       PAGE_TYPE,
                       "3:20: annotation-malformed: \"ressource\" is no kind of block; it is taken "
                       "for \"resource\": write that\n");
    expect_diagnostics("# Notes\n\n<!-- {\"blockType\": \"source\"} -->\n```json\n{}\n```\n\n<!-- "
                       "{\"blockType\": \"requests\"} -->\n```http\nGET /x\n```\n",
                       PAGE_OVERVIEW,
                       "8:20: annotation-malformed: \"requests\" is no kind of block; it is taken "
                       "for \"request\": write that\n");
}

static void test_annotation_that_is_none(void **state)
{
    (void)state;
    expect_diagnostics("# Notes\n\n<!-- blockType: resource -->\n```json\n{}\n```\n", PAGE_OVERVIEW,
                       "3:1: annotation-malformed: the annotation of a code block cannot be read "
                       "and is ignored\n");
}

static void test_type_without_name(void **state)
{
    (void)state;
    expect_diagnostics("# All of it\n\n<!-- {\"blockType\": \"resource\"} -->\n```json\n{\"a\": "
                       "1}\n```\n",
                       PAGE_UNUSABLE,
                       "3:1: type-missing: the annotation names no type: add \"@odata.type\"\n");
}

static void test_type_without_facts(void **state)
{
    (void)state;
    expect_diagnostics(ANNOTATED "```json\nnothing\n```\n", PAGE_UNUSABLE,
                       "3:47: type-missing: the page names the type 'a.x', but states no property "
                       "of it\n4:1: json-unreadable: the code block is annotated as JSON of a "
                       "type, but holds no JSON object\n");
}

static void test_broken_table_leaves_json(void **state)
{
    struct extract_fixture fixture;
    const char *page = ANNOTATED "```json\n{\"a\": 1}\n```\n\n## Properties\n\n"
                                 "| Property | Type |\n| a | String |\n| b | String |\n";
    (void)state;
    extract_init(&fixture);
    extract_read(&fixture, "en-US/v1.0/page.md", slice_from(page));
    assert_int_equal(fixture.diagnostics.count, 1);
    assert_int_equal(fixture.diagnostics.items[0]->code, DIAG_TABLE_MALFORMED);
    assert_int_equal(fixture.facts.type_count, 1);
    assert_int_equal(fixture.facts.types[0].property_count, 0);
    assert_int_equal(fixture.facts.types[0].member_count, 1);
    extract_finish(&fixture);
}

static int fail_to_read(void *context, const char *path, size_t limit, struct buffer *out)
{
    (void)path;
    (void)limit;
    (void)out;
    return *(const int *)context;
}

static void expect_failure(int error, enum diagnostic_code code, const char *text)
{
    const struct page_options options = {.default_locale = SLICE("en-US"),
                                         .default_version = SLICE("v1.0")};
    const struct page_file file = {.path = SLICE("docs/x.md"), .shown = SLICE("x.md")};
    const struct fs fs = {.context = &error, .read = fail_to_read};
    struct extract_fixture fixture;
    extract_init(&fixture);
    page_read(&fixture.arena, &fs, &file, extract_vocab(), &options, &fixture.diagnostics,
              &fixture.facts);
    assert_int_equal(fixture.facts.kind, PAGE_UNUSABLE);
    assert_int_equal(fixture.diagnostics.count, 1);
    const struct diagnostic *diagnostic = fixture.diagnostics.items[0];
    assert_int_equal(diagnostic->code, code);
    assert_true(slice_equal(diagnostic->path, SLICE("x.md")));
    assert_true(slice_find(diagnostic->text, slice_from(text)) != SLICE_NONE);
    extract_finish(&fixture);
}

/* Diagnostics need no limits, and of descriptions the code in them and nothing else. */
static void test_facts_for_diagnostics(void **state)
{
    (void)state;
    static const char text[] = "# cup resource type\n\nA cup.\n\n## Properties\n\n"
                               "|Property|Type|Description|\n|--|--|--|\n"
                               "|size|String(9)|Required. At most 8 characters.|\n"
                               "|lid|String|Not for `openCup`.|\n"
                               "|hue|String|An escaped \\` is kept.|\n";
    struct page_options options = {.default_locale = SLICE("en-US"),
                                   .default_version = SLICE("v1.0")};
    const struct page_file file = {.path = SLICE("docs/cup.md"), .shown = SLICE("cup.md")};
    for (int round = 0; round < 2; round++) {
        options.for_diagnostics = round == 1;
        struct extract_fixture fixture;
        extract_init(&fixture);
        page_read_text(&fixture.arena, SLICE(text), &file, extract_vocab(), &options,
                       &fixture.diagnostics, &fixture.facts);
        const struct type_facts *cup = &fixture.facts.types[0];
        assert_int_equal(cup->property_count, 3);
        assert_int_equal(cup->description.len > 0, !options.for_diagnostics);
        assert_int_equal(cup->properties[0].description.len > 0, !options.for_diagnostics);
        assert_true(cup->properties[0].required);
        assert_int_equal(property_limit(&cup->properties[0], LIMIT_MAX_LENGTH).stated,
                         !options.for_diagnostics);
        assert_true(slice_equal(cup->properties[1].description, SLICE("Not for `openCup`.")));
        assert_true(slice_equal(cup->properties[2].description, SLICE("An escaped ` is kept.")));
        extract_finish(&fixture);
    }
}

/* Members, listed values and code are witnesses, but for what no language writes. A row whose name
 * begins as that of its type does may tell what such things are called. */
static void test_what_a_page_spells(void **state)
{
    static const char *const words[] = {"handle", "lids", "red", "pour out"};
    struct extract_fixture fixture;
    (void)state;
    extract_init(&fixture);
    extract_read(&fixture, "en-US/v1.0/cup.md",
                 SLICE(ANNOTATED "```json\n{\"handle\": 1, \"openCup\": 2, \"lids\": []}\n```\n\n"
                                 "## Properties\n\n"
                                 "|Property|Type|Description|\n|--|--|--|\n"
                                 "|handle|Int32|Not for `openCup` and `7`, but `pour out`.|\n"
                                 "|hue|String|Possible values are: `red`, `dark_blue`.|\n"
                                 "|lids|cup collection|\n"
                                 "|covers|coverLid collection|\n"
                                 "|lampAssignments|lampAssignment collection|\n"
                                 "|assignments|lampAssignment collection|\n"));
    const struct spelled *spelled = &fixture.facts.spelled;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t at = 0;
        while (at < spelled->word_count && !slice_equal(spelled->words[at], slice_from(words[i])))
            at++;
        assert_true(at < spelled->word_count);
    }
    for (size_t i = 0; i < spelled->word_count; i++)
        assert_false(slice_equal(spelled->words[i], SLICE("openCup")) ||
                     slice_equal(spelled->words[i], SLICE("dark_blue")) ||
                     slice_equal(spelled->words[i], SLICE("7")) ||
                     slice_equal(spelled->words[i], SLICE("hue")));
    assert_int_equal(spelled->row_count, 1);
    assert_true(slice_equal(spelled->rows[0]->name, SLICE("assignments")));
    extract_finish(&fixture);
}

static void test_unreadable_files(void **state)
{
    (void)state;
    expect_failure(EACCES, DIAG_FILE_UNREADABLE, fs_error_text(EACCES));
    expect_failure(EISDIR, DIAG_FILE_UNREADABLE, fs_error_text(EISDIR));
    expect_failure(EFBIG, DIAG_FILE_TOO_LARGE, "64 MiB");
}

/* Locale and version where the path names none. */
static void expect_identity(const char *shown, const char *page, const char *locale,
                            const char *version)
{
    struct extract_fixture fixture;
    extract_init(&fixture);
    extract_read(&fixture, shown, slice_from(page));
    assert_true(slice_equal(fixture.facts.page.locale, slice_from(locale)));
    assert_true(slice_equal(fixture.facts.page.version, slice_from(version)));
    extract_finish(&fixture);
}

static void test_identity(void **state)
{
    (void)state;
    expect_identity("x.md", "# x\n", "en-US", "v1.0");
    expect_identity("fr-FR/v2/x.md", "# x\n", "fr-FR", "v2");
    expect_identity("x.md", "---\nms.contentlocale: pt-br\n---\n# x\n", "pt-BR", "v1.0");
    expect_identity("x.md", "# x\n\n[!INCLUDE [beta-disclaimer](../beta-disclaimer.md)]\n", "en-US",
                    "beta");
    expect_identity("x.md",
                    "# x\n\n> **Important:** APIs under the /beta version are subject to change.\n",
                    "en-US", "beta");
    expect_identity("en-US/v1.0/x.md", "# x\n\n[!INCLUDE [beta-disclaimer](a.md)]\n", "en-US",
                    "v1.0");
}

static void test_any_bytes(void **state)
{
    static const char *const pages[] = {
        "|",
        "|--|",
        "<!--",
        "<!-- {",
        "<!-- {\"blockType\": } -->\n```\n",
        "```",
        "# \n## \n|a|\n|-|\n||",
        "---\n",
        "---\n---\n",
        "[](x.md)",
        "## Properties\n|a|b|\n|-|-|\n|[](x.md)|[](y.md)|\n",
        "## x values\n|a|\n|-|\n|``|\n",
        "> # x\n> - | a |\n",
        "# <a name=\"\"></a>\n",
        "Namespace:",
        "a:b.c",
        ":a.b",
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        struct extract_fixture fixture;
        extract_init(&fixture);
        extract_read(&fixture, "en-US/v1.0/page.md", slice_from(pages[i]));
        assert_non_null(page_kind_name(fixture.facts.kind));
        extract_finish(&fixture);
    }
}

static void test_deep_pages(void **state)
{
    struct extract_fixture fixture;
    struct buffer page;
    (void)state;
    buffer_init(&page);
    buffer_append(&page, SLICE(ANNOTATED "```json\n"));
    for (int i = 0; i < 5000; i++)
        buffer_append(&page, SLICE("{\"a\":["));
    buffer_append(&page, SLICE("\n```\n"));
    buffer_append_repeated(&page, '>', 5000);
    extract_init(&fixture);
    extract_read(&fixture, "en-US/v1.0/page.md", buffer_slice(&page));
    facts_dump_diagnostics(&fixture.diagnostics, &fixture.out);
    assert_string_equal(
        fixture.out.data,
        "5:385: json-unreadable: objects and arrays are nested more than 128 deep, so that the "
        "code block is ignored: write {} in place of inner ones\n");
    extract_finish(&fixture);
    buffer_finish(&page);
}

static void test_many_members(void **state)
{
    struct extract_fixture fixture;
    struct buffer page;
    (void)state;
    buffer_init(&page);
    buffer_append(&page, SLICE(ANNOTATED "```json\n{"));
    for (int i = 0; i < 1000; i++)
        buffer_format(&page, "\"a%d\": %d,", i % 500, i);
    buffer_append(&page, SLICE("\"z\": 1}\n```\n"));
    extract_init(&fixture);
    extract_read(&fixture, "en-US/v1.0/page.md", buffer_slice(&page));
    assert_int_equal(fixture.facts.types[0].member_count, 501);
    extract_finish(&fixture);
    buffer_finish(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_page),
        cmocka_unit_test(test_invalid_utf8),
        cmocka_unit_test(test_missing_comma),
        cmocka_unit_test(test_json_that_is_none),
        cmocka_unit_test(test_kinds_of_blocks),
        cmocka_unit_test(test_annotation_that_is_none),
        cmocka_unit_test(test_type_without_name),
        cmocka_unit_test(test_type_without_facts),
        cmocka_unit_test(test_broken_table_leaves_json),
        cmocka_unit_test(test_what_a_page_spells),
        cmocka_unit_test(test_unreadable_files),
        cmocka_unit_test(test_identity),
        cmocka_unit_test(test_any_bytes),
        cmocka_unit_test(test_facts_for_diagnostics),
        cmocka_unit_test(test_deep_pages),
        cmocka_unit_test(test_many_members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
