/* Pages read with a memo give what they give without one. */
#include "extract/memo.h"
#include "extract_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define HEAD "# cup resource type\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n"
#define FULL                                                                                       \
    "|size|String|The size. The possible values are: `small`, `large`. Read-only. Inherited from " \
    "[thing](thing.md).|\n"
#define SELF "|lid|[cup](#cup)|Another cup.|\n"

static void read_with(struct extract_fixture *fixture, struct memo *memo, const char *shown,
                      const char *text)
{
    struct arena scratch;
    const struct page_options options = {.default_locale = SLICE("en-US"),
                                         .default_version = SLICE("v1.0"),
                                         .scratch = &scratch,
                                         .memo = memo};
    const struct page_file file = {.path = slice_from(shown), .shown = slice_from(shown)};
    arena_init(&scratch);
    page_read_text(&fixture->arena, slice_from(text), &file, extract_vocab(), &options,
                   &fixture->diagnostics, &fixture->facts);
    arena_finish(&scratch);
}

/* SECOND says the same whether or not FIRST was read before it. */
static void expect_same(const char *first, const char *second)
{
    struct extract_fixture alone;
    struct extract_fixture after;
    struct memo memo;
    extract_init(&alone);
    extract_init(&after);
    memo_init(&memo, &after.arena);
    read_with(&alone, NULL, "second.md", second);
    read_with(&after, &memo, "first.md", first);
    diagnostics_init(&after.diagnostics, &after.arena); /* only those of the second count */
    read_with(&after, &memo, "second.md", second);
    assert_string_equal(extract_dump(&after), extract_dump(&alone));
    extract_finish(&alone);
    extract_finish(&after);
}

static void test_same_rows_elsewhere(void **state)
{
    (void)state;
    expect_same(HEAD FULL, "Before.\n\n" HEAD "|id|String|The key.|\n" FULL);
}

static void test_other_columns(void **state)
{
    (void)state;
    expect_same("# cup resource type\n\n## Properties\n\n|Property|Type|\n|--|--|\n|id|size|\n",
                "# cup resource type\n\n## Properties\n\n|Type|Property|\n|--|--|\n|id|size|\n");
}

static void test_relationships(void **state)
{
    (void)state;
    expect_same(HEAD FULL, "# cup resource type\n\n## Relationships\n\n"
                           "|Relationship|Type|Description|\n|:--|:--|:--|\n" FULL);
}

static void test_links_to_the_page_itself(void **state)
{
    (void)state;
    expect_same(HEAD SELF, "Before.\n\n" HEAD SELF);
}

static void test_rows_that_go_on(void **state)
{
    (void)state;
    expect_same(HEAD "|id|String|The\nkey.|\n", "> " HEAD "|id|String|The\n> key.|\n");
}

static void test_reference_links(void **state)
{
    (void)state;
    expect_same(HEAD "|id|[key][1]|The key.|\n", HEAD "|id|[key][1]|The key.|\n\n[1]: key.md\n");
}

/* Each page says the same whichever of the others was read before it. */
static void expect_same_in_pairs(const char *const *pages, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++)
            expect_same(pages[i], pages[k]);
}

/* What a paragraph says depends on the page's link definitions, and on whether it is a quote. */
static void test_paragraphs(void **state)
{
    (void)state;
    static const char *const pages[] = {
        HEAD FULL "\n## More\n\nThis type is [abstract][1].\n\nIt inherits from [thing][2].\n",
        HEAD FULL "\n## More\n\nThis type is [abstract][1].\n\nIt inherits from [thing][2].\n\n"
                  "[1]: a.md\n[2]: thing.md\n",
        "# cup resource type\n\nThis type is [abstract][1]. It is deprecated by a lid.\n\n" FULL,
        "# cup resource type\n\nThis type is [abstract][1]. It is deprecated by a lid.\n\n" FULL
        "\n[1]: a.md\n",
        "# cup resource type\n\n> This type is [abstract][1]. It is deprecated by a lid.\n\n" FULL,
        "# cup resource type\n\n> This type\n> is abstract.\n\n" FULL,
        "# cup resource type\n\nThis type\nis abstract.\n\n" FULL,
    };
    expect_same_in_pairs(pages, sizeof pages / sizeof *pages);
}

#define TITLE  "# cup resource type\n\n"
#define MARKS  "|:--|:--|:--|\n"
#define HEADER "|Property|Type|Description|\n" MARKS

static void test_headings(void **state)
{
    (void)state;
    static const char *const pages[] = {
        TITLE "## Properties\n\n" HEADER FULL,
        TITLE "## More\n\n### Properties\n\n" HEADER FULL,
        TITLE "## 2. Properties\n\n" HEADER FULL,
        TITLE "Properties\n---\n\n" HEADER FULL,
        TITLE "## [Properties][1]\n\n" HEADER FULL,
        TITLE "## [Properties][1]\n\n" HEADER FULL "\n[1]: a.md\n",
        TITLE "## <a name=\"members\"></a>Properties\n\n" HEADER FULL,
        TITLE "## Properties <!-- more -->\n\n" HEADER FULL,
        TITLE "## More\n\n" HEADER FULL,
        "## Properties\n\n" HEADER FULL,
    };
    expect_same_in_pairs(pages, sizeof pages / sizeof *pages);
}

static void test_headers(void **state)
{
    (void)state;
    static const char *const pages[] = {
        TITLE HEADER FULL,
        TITLE "|Property|Type|Description|\n|:--|:--|:--|:--|\n" FULL,
        TITLE "|[Type][1]|Property|Description|\n" MARKS FULL,
        TITLE "|[Type][1]|Property|Description|\n" MARKS FULL "\n[1]: a.md\n",
        TITLE "|Property <!-- x -->|Type|Description|\n" MARKS FULL,
        TITLE "Property|Type|Description\n" MARKS FULL,
        TITLE MARKS FULL,
        TITLE "<table><tr><th>Property</th><th>Type</th></tr>"
              "<tr><td>size</td><td>String</td></tr></table>\n",
    };
    expect_same_in_pairs(pages, sizeof pages / sizeof *pages);
}

#define REPRESENTATION(members)                                                                \
    "\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"cup\", \"baseType\": \"thing\"} " \
    "-->\n"                                                                                    \
    "```json\n{\"size\": \"String\", " members "}\n```\n"
#define JSON                                                                        \
    REPRESENTATION("\"hue\": \"red | blue\", \"lids\": \"Zeichenfolgensammlung\", " \
                   "\"deep\": {\"@odata.type\": \"thing\"}")
/* Members without listed values, which pages share. */
#define PLAIN   REPRESENTATION("\"lids\": [\"Zeichenfolge\"], \"deep\": {\"@odata.type\": \"thing\"}")
#define ENGLISH REPRESENTATION("\"lids\": 1, \"deep\": [null]")
#define SAMPLE  REPRESENTATION("\"x y\": 1")
#define GERMAN  "---\nms.contentlocale: de-DE\n---\n"
#define BROKEN                                                     \
    "\n<!-- {\"blockType\": \"resorce\" \"openType\": true} -->\n" \
    "```json\n{\"size\": \"String\" \"lid\": 1}\n```\n"

static void test_same_json_elsewhere(void **state)
{
    (void)state;
    expect_same(HEAD FULL JSON, "Before.\n\n" HEAD FULL JSON);
    expect_same(HEAD FULL PLAIN, "Before.\n\n" HEAD FULL PLAIN);
}

/* What is wrong with a text is wrong in every page that has it. */
static void test_reports_in_each_page(void **state)
{
    (void)state;
    struct extract_fixture fixture;
    struct memo memo;
    extract_init(&fixture);
    memo_init(&memo, &fixture.arena);
    read_with(&fixture, &memo, "first.md", HEAD FULL BROKEN);
    size_t reported = fixture.diagnostics.count;
    assert_int_equal(reported, 3);
    read_with(&fixture, &memo, "second.md", HEAD FULL BROKEN);
    assert_int_equal(fixture.diagnostics.count, 2 * reported);
    extract_finish(&fixture);
}

static void test_json_in_another_language(void **state)
{
    (void)state;
    expect_same(HEAD FULL JSON, GERMAN HEAD FULL JSON);
    expect_same(HEAD FULL PLAIN, GERMAN HEAD FULL PLAIN);
    expect_same(HEAD FULL ENGLISH, GERMAN HEAD FULL ENGLISH);
}

/* A row makes a key a name that is a sample elsewhere. */
static void test_samples_of_keys(void **state)
{
    (void)state;
    expect_same(HEAD FULL SAMPLE, HEAD "|x y|Int32|A number.|\n" SAMPLE);
    expect_same(HEAD "|x y|Int32|A number.|\n" SAMPLE, HEAD FULL SAMPLE);
}

/* Rows that begin with the same tag say different things. */
static void test_rows_of_html(void **state)
{
    (void)state;
    static const char page[] = "# cup resource type\n\n## Properties\n\n<table>\n"
                               "<tr><th>Property</th><th>Type</th></tr>\n"
                               "<tr><td>size</td><td>String</td></tr>\n"
                               "<tr><td>lid</td><td>Boolean</td></tr>\n</table>\n";
    struct extract_fixture fixture;
    struct memo memo;
    extract_init(&fixture);
    memo_init(&memo, &fixture.arena);
    read_with(&fixture, &memo, "page.md", page);
    assert_int_equal(fixture.facts.types[0].property_count, 2);
    const struct property_facts *lid = &fixture.facts.types[0].properties[1];
    assert_true(slice_equal(lid->name, SLICE("lid")));
    assert_true(slice_equal(lid->type.name, SLICE("Edm.Boolean")));
    extract_finish(&fixture);
}

static void test_spans_of_values(void **state)
{
    (void)state;
    struct extract_fixture fixture;
    struct memo memo;
    extract_init(&fixture);
    memo_init(&memo, &fixture.arena);
    read_with(&fixture, &memo, "first.md", HEAD FULL);
    const struct property_facts *first = &fixture.facts.types[0].properties[0];
    read_with(&fixture, &memo, "second.md", "Before.\n\n" HEAD FULL);
    const struct property_facts *second = &fixture.facts.types[0].properties[0];
    assert_int_equal(second->values.count, 2);
    for (size_t i = 0; i < 2; i++) {
        struct span value = second->values.items[i].span;
        assert_int_equal(span_line(value), span_line(first->values.items[i].span) + 2);
        assert_true(slice_equal(span_text(value), span_text(first->values.items[i].span)));
    }
    assert_int_equal(memo.row_count, 1);
    extract_finish(&fixture);
}

static void test_words_of_types(void **state)
{
    (void)state;
    static const char *const words[] = {"String", "String collection", "no type at all"};
    const struct vocab_words *english = vocab_words(extract_vocab(), SLICE("en-US"));
    struct arena arena;
    struct memo memo;
    arena_init(&arena);
    memo_init(&memo, &arena);
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            struct vocab_type alone, kept;
            vocab_type(english, &arena, slice_from(words[i]), &alone);
            lookup_type(memo_lookup(&memo, extract_vocab(), SLICE("en-US")), slice_from(words[i]),
                        &kept);
            assert_true(slice_equal(kept.name, alone.name));
            assert_int_equal(kept.primitive, alone.primitive);
            assert_int_equal(kept.collection, alone.collection);
        }
    struct vocab_type english_type, german_type;
    lookup_type(memo_lookup(&memo, extract_vocab(), SLICE("en-US")), SLICE("Zeichenfolgensammlung"),
                &english_type);
    lookup_type(memo_lookup(&memo, extract_vocab(), SLICE("de-DE")), SLICE("Zeichenfolgensammlung"),
                &german_type);
    assert_false(english_type.collection);
    assert_true(german_type.collection);
    assert_int_equal(memo.lookup_count, 2);
    arena_finish(&arena);
}

static void test_phrases(void **state)
{
    (void)state;
    static const char *const texts[] = {"Nothing of note.", "Read-only. Inherited from thing.",
                                        "This type is abstract.", ""};
    const struct vocab_words *words = vocab_words(extract_vocab(), SLICE("en-US"));
    struct arena arena;
    struct lookup lookup;
    arena_init(&arena);
    lookup_init(&lookup, &arena, extract_vocab(), SLICE("en-US"));
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            slice text = slice_from(texts[i]);
            const struct known_phrases *known = map_get(&lookup.phrases, text);
            assert_true((known != NULL) == (round > 0 && text.len > 0));
            if (known == NULL)
                known = lookup_phrases(&lookup, &arena, text, text);
            struct vocab_scan scan;
            vocab_scan(words, text, &scan);
            assert_memory_equal(known->scan.found, scan.found, sizeof scan.found);
            for (size_t p = 0; p < PHRASE_COUNT; p++)
                if (scan.found[p])
                    assert_memory_equal(&known->scan.matches[p], &scan.matches[p],
                                        sizeof scan.matches[p]);
            assert_true(known->plain);
        }
    /* What a paragraph says that is written with marks is not what its letters say. */
    assert_false(lookup_phrases(&lookup, &arena, SLICE("*Key*."), SLICE("Key."))->plain);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_rows_elsewhere),
        cmocka_unit_test(test_other_columns),
        cmocka_unit_test(test_relationships),
        cmocka_unit_test(test_links_to_the_page_itself),
        cmocka_unit_test(test_rows_that_go_on),
        cmocka_unit_test(test_reference_links),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_same_json_elsewhere),
        cmocka_unit_test(test_reports_in_each_page),
        cmocka_unit_test(test_json_in_another_language),
        cmocka_unit_test(test_samples_of_keys),
        cmocka_unit_test(test_rows_of_html),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_headers),
        cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_spans_of_values),
        cmocka_unit_test(test_words_of_types),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
