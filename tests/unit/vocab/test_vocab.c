#include "vocab/number.h"
#include "vocab/vocab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define DATA DOCMODEL_SOURCE_DIR "/generator/vocab/data"

static struct arena arena;
static struct vocab *vocab;

static int load(void **state)
{
    (void)state;
    struct diagnostics diagnostics;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    vocab = vocab_load(&arena, fs_native(), DATA, &diagnostics);
    return vocab != NULL && diagnostics.count == 0 ? 0 : -1;
}

static int finish(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

static void assert_text(slice actual, const char *expected)
{
    if (!slice_equal(actual, slice_from(expected)))
        fail_msg("\"%.*s\" is not \"%s\"", SLICE_ARGS(actual), expected);
}

static void assert_section(const char *locale, const char *slug, const char *words,
                           enum vocab_section expected)
{
    enum vocab_section section =
        vocab_section(vocab_words(vocab, slice_from(locale)), slice_from(slug), slice_from(words));
    if (section != expected)
        fail_msg("%s, \"%s\", \"%s\": %d is not %d", locale, slug, words, (int)section,
                 (int)expected);
}

static void assert_column(const char *locale, const char *words, enum vocab_column expected)
{
    enum vocab_column column =
        vocab_column(vocab_words(vocab, slice_from(locale)), slice_from(words));
    if (column != expected)
        fail_msg("%s, \"%s\": %d is not %d", locale, words, (int)column, (int)expected);
}

static void assert_type(const char *locale, const char *words, const char *name, bool primitive,
                        bool collection)
{
    struct vocab_type type;
    vocab_type(vocab_words(vocab, slice_from(locale)), &arena, slice_from(words), &type);
    if (type.primitive != primitive || type.collection != collection)
        fail_msg("%s, \"%s\": primitive %d, collection %d", locale, words, type.primitive,
                 type.collection);
    assert_text(type.name, name);
}

/* Fails unless PHRASE is found in TEXT where EXPECTED stands, about SUBJECT. */
static void assert_found(const char *locale, enum vocab_phrase phrase, const char *text,
                         const char *expected, const char *subject)
{
    struct vocab_match match;
    slice whole = slice_from(text);
    if (!vocab_find(vocab_words(vocab, slice_from(locale)), phrase, whole, &match))
        fail_msg("%s: nothing found in \"%s\"", locale, text);
    assert_text(slice_skip(slice_take(whole, match.end), match.begin), expected);
    assert_text(vocab_subject(slice_from(text), &match), subject);
}

static void assert_not_found(const char *locale, enum vocab_phrase phrase, const char *text)
{
    struct vocab_match match;
    if (vocab_find(vocab_words(vocab, slice_from(locale)), phrase, slice_from(text), &match))
        fail_msg("%s: found at %zu in \"%s\"", locale, match.begin, text);
}

static void test_locales(void **state)
{
    (void)state;
    static const char *const known[] = {"en-US", "es-ES", "es-MX", "zh-CN", "zh-TW", "pt-BR",
                                        "pt-PT", "DE-de", "fr",    "tr-TR", "sv-SE", "nl-NL",
                                        "cs-CZ", "pl-PL", "ko-KR", "ru-RU", "it-IT", "ja-JP"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_true(vocab_knows_locale(vocab, slice_from(known[i])));
    assert_false(vocab_knows_locale(vocab, SLICE("xx-XX")));
    assert_found("zh-HK", PHRASE_READ_ONLY, "\u552f\u8b80\u3002", "\u552f\u8b80", "");
    assert_found("zh-Hant-TW", PHRASE_READ_ONLY, "\u552f\u8b80\u3002", "\u552f\u8b80", "");
    assert_not_found("zh-SG", PHRASE_READ_ONLY, "\u552f\u8b80\u3002");
    assert_false(vocab_knows_locale(vocab, SLICE("")));
}

static void test_sections(void **state)
{
    (void)state;
    assert_section("en-US", "properties", "", SECTION_PROPERTIES);
    assert_section("es-ES", "JSON-Representation", "x", SECTION_JSON);
    assert_section("en-US", "color-values", "", SECTION_MEMBERS);
    assert_section("en-US", "example-of-tea", "", SECTION_EXAMPLE);
    assert_section("en-US", "see-also", "", SECTION_OTHER);
    assert_section("en-US", "brewing", "Brewing", SECTION_UNKNOWN);
    /* The slug outranks the words. */
    assert_section("fr-FR", "relationships", "Propri\u00e9t\u00e9s", SECTION_RELATIONSHIPS);
    assert_section("ru-RU", "",
                   "\u0421\u0412\u041e\u0419\u0421\u0422\u0412\u0410:", SECTION_PROPERTIES);
    assert_section("ja-JP", "", "\u8272\u306e\u5024", SECTION_MEMBERS);
    assert_section("de-DE", "", "Beispiel 1", SECTION_EXAMPLE);
    /* A language without a file, words of another. */
    assert_section("xx-XX", "", "Vlastnosti", SECTION_PROPERTIES);
}

static void test_columns(void **state)
{
    (void)state;
    assert_column("en-US", "**Property name**", COLUMN_PROPERTY);
    assert_column("es-ES", "Tipo de valor devuelto", COLUMN_RETURN_TYPE);
    assert_column("zh-CN", "\u8bf4\u660e", COLUMN_DESCRIPTION);
    assert_column("ja-JP", "Member", COLUMN_MEMBER);
    assert_column("en-US", "Int value", COLUMN_VALUE);
    assert_column("en-US", "Weather", COLUMN_UNKNOWN);
    assert_column("en-US", "", COLUMN_UNKNOWN);
}

static void test_primitive_types(void **state)
{
    (void)state;
    assert_type("en-US", "String", "Edm.String", true, false);
    assert_type("en-US", "edm.int32", "Edm.Int32", true, false);
    assert_type("en-US", " bool. ", "Edm.Boolean", true, false);
    assert_type("en-US", "string, maximum size 20", "Edm.String", true, false);
    assert_type("en-US", "string (url)", "Edm.String", true, false);
    assert_type("en-US", "String (timestamp)", "Edm.DateTimeOffset", true, false);
    assert_type("en-US", "byte[]", "Edm.Binary", true, false);
    assert_type("es-ES", "\u00bfDateTimeOffset?", "Edm.DateTimeOffset", true, false);
    assert_type("ja-JP", "\u6587\u5b57\u5217\u578b (String)", "Edm.String", true, false);
    assert_type("ja-JP", "2 \u884c\u5206", "Edm.Double", true, false);
    assert_type("zh-CN", "\u671f\u9650", "Edm.Duration", true, false);
    assert_type("de-DE", "Zeichenfolge", "Edm.String", true, false);
    /* A page mixes languages. */
    assert_type("en-US", "Cha\u00eene", "Edm.String", true, false);
}

static void test_collections(void **state)
{
    (void)state;
    assert_type("en-US", "String collection", "Edm.String", true, true);
    assert_type("en-US", "Collection(Edm.Int64)", "Edm.Int64", true, true);
    assert_type("en-US", "Collection of cups", "cups", false, true);
    assert_type("en-US", "teaCup[]", "teaCup", false, true);
    /* A link that leads nowhere is no array. */
    assert_type("en-US", "[teaCup][]", "teaCup", false, false);
    assert_type("en-US", "[teaCup][] collection", "teaCup", false, true);
    assert_type("en-US", "Collection([teaCup][])", "teaCup", false, true);
    assert_type("en-US", "cupCollection", "cupCollection", false, false);
    assert_type("es-ES", "Colecci\u00f3n de cadenas", "Edm.String", true, true);
    assert_type("es-ES", "COLECCI\u00d3N teaCup", "teaCup", false, true);
    assert_type("zh-CN", "\u96c6\u5408\uff08\u5b57\u7b26\u4e32\uff09", "Edm.String", true, true);
    assert_type("zh-CN", "teaCup\u96c6\u5408", "teaCup", false, true);
    assert_type("ja-JP", "\u6587\u5b57\u5217\u306e\u30b3\u30ec\u30af\u30b7\u30e7\u30f3",
                "Edm.String", true, true);
    assert_type("ko-KR", "teaCup \uceec\ub809\uc158", "teaCup", false, true);
    assert_type("ru-RU", "\u041a\u043e\u043b\u043b\u0435\u043a\u0446\u0438\u044f teaCup", "teaCup",
                false, true);
    assert_type("de-DE", "teaCup-Sammlung", "teaCup", false, true);
    assert_type("en-US", "collection", "collection", false, false);
}

static void test_other_types(void **state)
{
    (void)state;
    assert_type("en-US", "tea.cup", "tea.cup", false, false);
    assert_type("en-US", "teaCup object", "teaCup", false, false);
    assert_type("en-US", "cup or pot", "cup or pot", false, false);
    assert_type("en-US", "", "", false, false);
    assert_type("en-US", "))((", "))((", false, false);
}

static void test_phrases(void **state)
{
    (void)state;
    assert_found("en-US", PHRASE_POSSIBLE_VALUES, "Size. POSSIBLE  values are: a, b",
                 "POSSIBLE  values are", "");
    assert_found("ja-JP", PHRASE_POSSIBLE_VALUES, "\u53ef\u80fd\u306a\u5024\u306f\u3001 a",
                 "\u53ef\u80fd\u306a\u5024\u306f", "");
    assert_found("zh-CN", PHRASE_READ_ONLY, "ID\u3002\u53ea\u8bfb\u3002", "\u53ea\u8bfb", "");
    assert_found("zh-CN", PHRASE_READ_ONLY, "ID. Read-only.", "Read-only", "");
    assert_not_found("en-US", PHRASE_READ_ONLY, "The spread-only cup");
    assert_not_found("en-US", PHRASE_READ_ONLY, "Cups with read-only access");
    assert_found("ru-RU", PHRASE_READ_ONLY,
                 "\u0422\u041e\u041b\u042c\u041a\u041e \u0434\u043b\u044f "
                 "\u0447\u0442\u0435\u043d\u0438\u044f",
                 "\u0422\u041e\u041b\u042c\u041a\u041e \u0434\u043b\u044f "
                 "\u0447\u0442\u0435\u043d\u0438\u044f",
                 "");
}

static void test_longer_phrases_hide_shorter_ones(void **state)
{
    (void)state;
    assert_found("en-US", PHRASE_NOT_NULLABLE, "Not nullable.", "Not nullable", "");
    assert_not_found("en-US", PHRASE_NULLABLE, "Not nullable.");
    assert_found("en-US", PHRASE_NULLABLE, "Not nullable. Nullable", "Nullable", "");
    assert_not_found("es-ES", PHRASE_NULLABLE, "No admite valores NULL");
    assert_not_found("ja-JP", PHRASE_NULLABLE,
                     "null \u8a31\u5bb9\u3067\u306f\u3042\u308a\u307e\u305b\u3093");
}

static void test_phrases_that_begin_a_sentence(void **state)
{
    (void)state;
    assert_found("en-US", PHRASE_REQUIRED, "The cup. Required.", "Required", "");
    assert_found("en-US", PHRASE_KEY, "Key. The cup", "Key.", "");
    assert_not_found("en-US", PHRASE_KEY, "The product key.");
    assert_not_found("en-US", PHRASE_REQUIRED, "The values are optional, required");
    assert_not_found("en-US", PHRASE_REQUIRED, "Required if the cup is full");
    assert_found("en-US", PHRASE_DEPRECATED, "cup (deprecated)", "deprecated", "");
}

static void test_subjects(void **state)
{
    (void)state;
    assert_found("en-US", PHRASE_INHERITED_FROM, "Size. Inherited from tea.cup. Read-only",
                 "Inherited from tea.cup", "tea.cup");
    assert_found("en-US", PHRASE_INHERITS_FROM, "It inherits from cup", "inherits from cup", "cup");
    assert_found("ja-JP", PHRASE_INHERITED_FROM,
                 "\u5927\u304d\u3055\u3002 teaCup \u304b\u3089\u7d99\u627f\u3057\u307e\u3059",
                 "teaCup \u304b\u3089\u7d99\u627f", "teaCup");
    assert_found("zh-CN", PHRASE_INHERITED_FROM, "\u4ece cup \u7ee7\u627f\u3002",
                 "\u4ece cup \u7ee7\u627f", "cup");
    assert_found("en-US", PHRASE_BASE_OF, "The base type for cup and pot.",
                 "base type for cup and pot", "cup and pot");
}

static void test_lengths(void **state)
{
    (void)state;
    assert_found("en-US", PHRASE_MAX_LENGTH, "Cup. Max limit is 256 chars.",
                 "Max limit is 256 chars", "256");
    assert_found("en-US", PHRASE_MAX_LENGTH, "The maximum length is 64 characters (short)",
                 "maximum length is 64 characters", "64");
    assert_not_found("en-US", PHRASE_MAX_LENGTH, "The maximum number of characters");
    assert_found("fr-FR", PHRASE_MAX_LENGTH, "Le nom de 10 000 caract\u00e8res maximum",
                 "10 000 caract\u00e8res maximum", "10 000");
    assert_found("ja-JP", PHRASE_MAX_LENGTH, "\u540d\u524d\u306f 64 \u6587\u5b57\u4ee5\u5185",
                 "64 \u6587\u5b57\u4ee5\u5185", "64");
}

static void test_ranges(void **state)
{
    (void)state;
    assert_found("en-US", PHRASE_RANGE, "It must be between -5 and 5, inclusive",
                 "be between -5 and 5", "-5 and 5");
    assert_found("en-US", PHRASE_LENGTH_RANGE, "Between 3 and 32 characters.",
                 "Between 3 and 32 characters", "3 and 32");
    assert_found("ko-KR", PHRASE_RANGE, "\uac12\uc740 4~127 \uc0ac\uc774\uc785\ub2c8\ub2e4",
                 "4~127 \uc0ac\uc774\uc785\ub2c8\ub2e4", "4~127");
    assert_not_found("en-US", PHRASE_RANGE, "It must be between 4 and the next");
    assert_not_found("en-US", PHRASE_RANGE, "It must be between the walls 4 and 5");
}

static void assert_decimal(const char *text, size_t at, long long digits, unsigned scale,
                           size_t end)
{
    struct decimal value = {0};
    assert_int_equal(number_read(slice_from(text), at, NUMBER_WHOLE, &value), end);
    assert_int_equal(value.digits, digits);
    assert_int_equal(value.scale, scale);
}

static void assert_number(const char *text, size_t at, long long expected, size_t end)
{
    assert_decimal(text, at, expected, 0, end);
}

static void assert_no_number(const char *text, size_t at)
{
    struct decimal value;
    assert_int_equal(number_read(slice_from(text), at, NUMBER_WHOLE, &value), SLICE_NONE);
}

static void assert_reading(enum number_reading reading, const char *text, double expected)
{
    struct decimal value;
    size_t end = number_read(slice_from(text), 0, reading, &value);
    assert_int_equal(end, strlen(text));
    assert_true(decimal_double(value) == expected);
}

static void test_marks_in_numbers(void **state)
{
    struct decimal value;
    (void)state;
    assert_reading(NUMBER_WHOLE, "1.125", 1125);
    assert_reading(NUMBER_POINT, "1.125", 1.125);
    assert_reading(NUMBER_COMMA, "1.125", 1125);
    assert_reading(NUMBER_POINT, "1,125", 1125);
    assert_reading(NUMBER_WHOLE, "1,125", 1125);
    assert_int_equal(number_read(SLICE("1,125"), 0, NUMBER_COMMA, &value), SLICE_NONE);
    assert_int_equal(number_read(SLICE("1,125"), 0, NUMBER_UNDECIDED, &value), SLICE_NONE);
    assert_int_equal(number_read(SLICE("1.125"), 0, NUMBER_UNDECIDED, &value), SLICE_NONE);
    assert_int_equal(number_read(SLICE("1.125.5"), 0, NUMBER_WHOLE, &value), SLICE_NONE);
    assert_reading(NUMBER_UNDECIDED, "0.125", 0.125);
    assert_reading(NUMBER_UNDECIDED, "1,048,576", 1048576);
    assert_reading(NUMBER_UNDECIDED, "1,048.125", 1048.125);
    assert_reading(NUMBER_POINT, "1.048,5", 1048.5);
    assert_reading(NUMBER_POINT, "12.5", 12.5);
    assert_reading(NUMBER_COMMA, "12,5", 12.5);
    assert_reading(NUMBER_UNDECIDED, "10 000", 10000);
}

static void test_numbers(void **state)
{
    (void)state;
    assert_number("256", 0, 256, 3);
    assert_number("1,024 chars", 0, 1024, 5);
    assert_number("1.000.000.", 0, 1000000, 9);
    assert_number("10\u00a0000", 0, 10000, 7);
    assert_number("7 10000", 0, 7, 1);
    assert_number("2019 256", 0, 2019, 4);
    assert_number("-90", 0, -90, 3);
    assert_number("1-90", 2, 90, 4);
    assert_number("999999999999999999", 0, 999999999999999999, 18);
    assert_no_number("1000000000000000000", 0);
    assert_number("+90", 0, 90, 3);
    assert_number("3.0", 0, 3, 3);
    assert_decimal("0.5", 0, 5, 1, 3);
    assert_decimal("-0,25.", 0, -25, 2, 5);
    assert_decimal("0.125", 0, 125, 3, 5);
    assert_decimal("1,024.5 m", 0, 10245, 1, 7);
    assert_no_number("1.2.3", 0);
    assert_no_number("9.22337E+18", 0);
    assert_no_number("0.5", 2);
    assert_no_number("0.1234567890123456789", 0);
    assert_no_number("4 MB", 0);
    assert_no_number("64KB", 0);
    assert_no_number("3rd", 0);
    assert_no_number("x64", 1);
    assert_no_number("-", 0);
    assert_no_number("", 0);
    assert_no_number("10\u4e07", 0);
    assert_int_equal(number_find(SLICE("from -3 on"), 0), 5);
    assert_int_equal(number_find(SLICE("1-3"), 1), 2);
    assert_int_equal(number_find(SLICE("none"), 0), SLICE_NONE);
    assert_int_equal(number_begin(SLICE("of 10 000"), 9), 3);
    assert_int_equal(number_begin(SLICE("in -5"), 5), 3);
    assert_int_equal(number_begin(SLICE("of 0.5"), 6), 3);
    assert_int_equal(number_begin(SLICE("of 1,024.75"), 11), 3);
    assert_int_equal(number_begin(SLICE("none"), 4), 4);
}

static void test_scan(void **state)
{
    (void)state;
    struct vocab_scan scan;
    vocab_scan(vocab_words(vocab, SLICE("en-US")), SLICE("Read-only. Nullable. Read-only."), &scan);
    assert_true(scan.found[PHRASE_READ_ONLY] && scan.found[PHRASE_NULLABLE]);
    assert_false(scan.found[PHRASE_KEY]);
    assert_int_equal(scan.matches[PHRASE_READ_ONLY].begin, 0);
    vocab_scan(vocab_words(vocab, SLICE("en-US")), SLICE(""), &scan);
    assert_false(scan.found[PHRASE_READ_ONLY]);
}

static void test_whole_texts(void **state)
{
    (void)state;
    assert_true(vocab_is(vocab_words(vocab, SLICE("en-US")), PHRASE_NONE, SLICE(" None. ")));
    assert_true(vocab_is(vocab_words(vocab, SLICE("zh-CN")), PHRASE_NONE, SLICE("\u65e0\u3002")));
    assert_true(vocab_is(vocab_words(vocab, SLICE("de-DE")), PHRASE_NONE, SLICE("Keine")));
    assert_true(vocab_is(vocab_words(vocab, SLICE("en-US")), PHRASE_KEY, SLICE("Key.")));
    assert_false(vocab_is(vocab_words(vocab, SLICE("en-US")), PHRASE_NONE, SLICE("None of them")));
    assert_false(vocab_is(vocab_words(vocab, SLICE("en-US")), PHRASE_NONE, SLICE("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_locales),
        cmocka_unit_test(test_sections),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_primitive_types),
        cmocka_unit_test(test_collections),
        cmocka_unit_test(test_other_types),
        cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_longer_phrases_hide_shorter_ones),
        cmocka_unit_test(test_phrases_that_begin_a_sentence),
        cmocka_unit_test(test_subjects),
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_marks_in_numbers),
        cmocka_unit_test(test_scan),
        cmocka_unit_test(test_whole_texts),
    };
    return cmocka_run_group_tests(tests, load, finish);
}
