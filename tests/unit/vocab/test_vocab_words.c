/* What stands in the type cells and descriptions of pages, line by line from words.tsv. */
#include "support/source.h"
#include "vocab/vocab.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static struct vocab *vocab;

static const struct {
    const char *name;
    enum vocab_phrase phrase;
} phrases[] = {
    {"read-only", PHRASE_READ_ONLY},
    {"required", PHRASE_REQUIRED},
    {"nullable", PHRASE_NULLABLE},
    {"not-nullable", PHRASE_NOT_NULLABLE},
    {"key", PHRASE_KEY},
    {"deprecated", PHRASE_DEPRECATED},
    {"inherited-from", PHRASE_INHERITED_FROM},
    {"inherits-from", PHRASE_INHERITS_FROM},
    {"abstract", PHRASE_ABSTRACT},
    {"open", PHRASE_OPEN},
    {"max-length", PHRASE_MAX_LENGTH},
    {"min-length", PHRASE_MIN_LENGTH},
    {"length-range", PHRASE_LENGTH_RANGE},
    {"maximum", PHRASE_MAXIMUM},
    {"minimum", PHRASE_MINIMUM},
    {"exclusive-maximum", PHRASE_EXCLUSIVE_MAXIMUM},
    {"exclusive-minimum", PHRASE_EXCLUSIVE_MINIMUM},
    {"exact-length", PHRASE_EXACT_LENGTH},
    {"range", PHRASE_RANGE},
    {"max-items", PHRASE_MAX_ITEMS},
};

static bool says(slice locale, slice what, slice text)
{
    struct vocab_scan scan;
    vocab_scan(vocab_words(vocab, locale), text, &scan);
    if (slice_equal(what, SLICE("possible-values")))
        return scan.found[PHRASE_POSSIBLE_VALUES] || scan.found[PHRASE_VALUES_FOLLOW];
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (slice_equal(what, slice_from(phrases[i].name)))
            return scan.found[phrases[i].phrase];
    fail_msg("no phrase: %.*s", SLICE_ARGS(what));
    return false;
}

/* A text that says the opposite holds no other sentence. */
static bool is_as_written(slice locale, slice what, slice text)
{
    struct vocab_type type;
    slice kind, name;
    slice_cut(what, ' ', &kind, &name);
    if (slice_equal(kind, SLICE("type")) || slice_equal(kind, SLICE("collection"))) {
        vocab_type(vocab_words(vocab, locale), &arena, text, &type);
        return slice_equal(type.name, name) &&
               type.collection == slice_equal(kind, SLICE("collection"));
    }
    if (slice_equal(kind, SLICE("not")))
        return !says(locale, name, text);
    return says(locale, what, text);
}

static void every_line(void **state)
{
    struct buffer bytes;
    slice line, locale, what, text;
    size_t wrong = 0, count = 0;
    (void)state;
    buffer_init(&bytes);
    assert_int_equal(fs_native()->read(fs_native()->context,
                                       DOCMODEL_SOURCE_DIR "/tests/unit/vocab/words.tsv",
                                       SOURCE_SIZE_MAX, &bytes),
                     0);
    for (slice rest = buffer_slice(&bytes); slice_next_line(&rest, &line);) {
        if (line.ptr[0] == '#')
            continue;
        assert_true(slice_cut(line, '\t', &locale, &what) && slice_cut(what, '\t', &what, &text));
        count++;
        if (is_as_written(locale, what, text))
            continue;
        wrong++;
        print_error("%.*s: not %.*s: \"%.*s\"\n", SLICE_ARGS(locale), SLICE_ARGS(what),
                    SLICE_ARGS(text));
    }
    buffer_finish(&bytes);
    assert_true(count > 1000);
    assert_int_equal(wrong, 0);
}

static int load(void **state)
{
    struct diagnostics diagnostics;
    (void)state;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    vocab =
        vocab_load(&arena, fs_native(), DOCMODEL_SOURCE_DIR "/generator/vocab/data", &diagnostics);
    return vocab != NULL ? 0 : -1;
}

static int finish(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_line)};
    return cmocka_run_group_tests(tests, load, finish);
}
