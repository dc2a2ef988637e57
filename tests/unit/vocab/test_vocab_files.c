#include "vocab/vocab.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define DATA DOCMODEL_SOURCE_DIR "/generator/vocab/data"

/* A folder that holds one file, "en.tsv", with TEXT; or none, when TEXT is NULL. */
static int read_one(void *context, const char *path, size_t limit, struct buffer *out)
{
    (void)limit;
    if (strstr(path, "en.tsv") == NULL && strstr(path, "added") == NULL)
        return ENOENT;
    buffer_append(out, slice_from(*(const char *const *)context));
    return 0;
}

static int list_one(void *context, const char *path,
                    void (*visit)(void *visitor, slice name, enum fs_kind kind), void *visitor)
{
    (void)path;
    if (*(const char *const *)context == NULL)
        return ENOENT;
    visit(visitor, SLICE("en.tsv"), FS_FILE);
    visit(visitor, SLICE("README.md"), FS_FILE);
    return 0;
}

struct loaded {
    struct arena arena;
    struct diagnostics diagnostics;
    const char *text;
    struct fs fs;
    struct vocab *vocab;
};

static void load(struct loaded *loaded, const char *text)
{
    *loaded = (struct loaded){.text = text, .fs = {.read = read_one, .list = list_one}};
    loaded->fs.context = &loaded->text;
    arena_init(&loaded->arena);
    diagnostics_init(&loaded->diagnostics, &loaded->arena);
    loaded->vocab = vocab_load(&loaded->arena, &loaded->fs, "words", &loaded->diagnostics);
}

static void test_shipped_files(void **state)
{
    (void)state;
    struct arena arena;
    struct diagnostics diagnostics;
    struct fs_entry *entries;
    size_t count;
    size_t files = 0;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    assert_non_null(vocab_load(&arena, fs_native(), DATA, &diagnostics));
    assert_int_equal(diagnostics.count, 0);
    assert_int_equal(fs_list_sorted(fs_native(), &arena, DATA, &entries, &count), 0);
    for (size_t i = 0; i < count; i++)
        files += slice_ends_with(entries[i].name, SLICE(".tsv"));
    assert_true(files >= 16);
    arena_finish(&arena);
}

/* Readers find a word by its kind and canonical name: lines are sorted by both. */
static void assert_sorted(slice text)
{
    slice line;
    slice last = {0};
    while (slice_next_line(&text, &line)) {
        slice kind, rest, canonical, words;
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        assert_true(slice_cut(line, '\t', &kind, &rest));
        assert_true(slice_cut(rest, '\t', &canonical, &words));
        slice key = {line.ptr, kind.len + 1 + canonical.len};
        if (slice_compare(last, key) > 0)
            fail_msg("\"%.*s\" is out of order", SLICE_ARGS(line));
        last = key;
    }
}

static void test_shipped_files_are_sorted(void **state)
{
    (void)state;
    struct arena arena;
    struct fs_entry *entries;
    size_t count;
    arena_init(&arena);
    assert_int_equal(fs_list_sorted(fs_native(), &arena, DATA, &entries, &count), 0);
    for (size_t i = 0; i < count; i++) {
        struct buffer text;
        buffer_init(&text);
        slice path = fs_join(&arena, SLICE(DATA), entries[i].name);
        const struct fs *fs = fs_native();
        assert_int_equal(fs->read(fs->context, path.ptr, SOURCE_SIZE_MAX, &text), 0);
        assert_sorted(buffer_slice(&text));
        buffer_finish(&text);
    }
    arena_finish(&arena);
}

static void test_malformed_lines(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "section\tproperties",
        "section properties Properties",
        "section\tproperties\t ",
        "section\tproperties\tA\tB",
        "section\tpropertys\tProperties",
        "column\tcolour\tColour",
        "phrase\thello\tHello",
        "type\tEdm.Integer\tinteger",
        "collection\tany\tcollection",
        "collection\tany\t{}",
        "collection\tsome\t{} collection",
        "phrase\tread-only\t{}",
        "phrase\tinherits-from\t{} of {}",
        "slug\tmembers\t*-a-*",
        "colour\tred\tRed",
        "number\tdecimal\t;",
        "number\tthousands\t,",
        "column\ttype\tType\ncolumn\tvalue\ttype",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct loaded loaded;
        load(&loaded, lines[i]);
        if (loaded.vocab != NULL)
            fail_msg("\"%s\" was accepted", lines[i]);
        assert_int_equal(loaded.diagnostics.count, 1);
        assert_int_equal(loaded.diagnostics.items[0]->code, DIAG_VOCABULARY_MALFORMED);
        arena_finish(&loaded.arena);
    }
}

static void test_place_of_a_malformed_line(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "# words\n\ncolumn\ttype\tType\ncolumn\tcolour\tColour\n");
    assert_int_equal(loaded.diagnostics.count, 1);
    struct span span = loaded.diagnostics.items[0]->span;
    assert_int_equal(source_position(span.source, span.begin).line, 4);
    assert_true(slice_equal(loaded.diagnostics.items[0]->text, SLICE("no column is called that")));
    arena_finish(&loaded.arena);
}

static void test_bytes_that_are_no_text(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "column\ttype\tT\xff\n");
    assert_null(loaded.vocab);
    assert_int_equal(loaded.diagnostics.items[0]->code, DIAG_VOCABULARY_MALFORMED);
    arena_finish(&loaded.arena);
}

static void test_absent_folder(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, NULL);
    assert_null(loaded.vocab);
    assert_int_equal(loaded.diagnostics.items[0]->code, DIAG_FILE_UNREADABLE);
    arena_finish(&loaded.arena);
}

static void test_added_words_win(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "column\ttype\tKind\ntype\tEdm.String\tText\nphrase\tnone\tNothing\n");
    assert_non_null(loaded.vocab);
    loaded.text = "column\tvalue\tkind\r\ntype\tEdm.Guid\ttext\r\nphrase\tread-only\tSealed\r\n"
                  "collection\tany\tbunch of {}\r\nslug\tproperties\tcup-parts\r\n"
                  "locale\tany\tda\n";
    assert_false(vocab_knows_locale(loaded.vocab, SLICE("da-DK")));
    assert_true(
        vocab_add_file(loaded.vocab, &loaded.arena, &loaded.fs, "added.tsv", &loaded.diagnostics));
    assert_true(vocab_knows_locale(loaded.vocab, SLICE("da-DK")));
    slice locale = SLICE("en-US");
    struct vocab_type type;
    struct vocab_match match;
    assert_int_equal(vocab_column(vocab_words(loaded.vocab, locale), SLICE("Kind")), COLUMN_VALUE);
    vocab_type(vocab_words(loaded.vocab, locale), &loaded.arena, SLICE("bunch of text"), &type);
    assert_true(type.collection && slice_equal(type.name, SLICE("Edm.Guid")));
    assert_true(vocab_find(vocab_words(loaded.vocab, locale), PHRASE_READ_ONLY,
                           SLICE("A sealed cup"), &match));
    assert_true(vocab_is(vocab_words(loaded.vocab, locale), PHRASE_NONE, SLICE("nothing")));
    assert_int_equal(
        vocab_section(vocab_words(loaded.vocab, locale), SLICE("cup-parts"), SLICE("")),
        SECTION_PROPERTIES);
    arena_finish(&loaded.arena);
}

/* Places are told apart by the first characters; each may be written in several ways. */
static void test_beginnings_of_phrases(void **state)
{
    (void)state;
    static const char *const sealed[] = {
        "ab",
        "A b",
        "a\tb",
        "a \n  b",
        "a\u00a0b",
        "\uff21 b",
        "a \uff42",
        "\uff41\u3000\uff22",
        "it\u2019s",
        "IT'S",
        "q",
        "(Q)",
        "\u00e9t\u00e9",
        "\u00c9T\u00c9",
        "u\u00f1o",
        "U\u00d1O",
    };
    static const char *const open[] = {"abc", "a c", "ac b", "its", "qu", "uno", "\u00e9", "a"};
    struct loaded loaded;
    struct vocab_match match;
    load(&loaded, "phrase\tread-only\tab\nphrase\tread-only\ta b\nphrase\tread-only\tit's\n"
                  "phrase\tread-only\tq\nphrase\tread-only\t\u00e9t\u00e9\n"
                  "phrase\tread-only\tu\u00f1o\n");
    assert_non_null(loaded.vocab);
    const struct vocab_words *words = vocab_words(loaded.vocab, SLICE("en-US"));
    for (size_t i = 0; i < sizeof sealed / sizeof *sealed; i++)
        if (!vocab_find(words, PHRASE_READ_ONLY, slice_from(sealed[i]), &match))
            fail_msg("\"%s\" is not found", sealed[i]);
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (vocab_find(words, PHRASE_READ_ONLY, slice_from(open[i]), &match))
            fail_msg("\"%s\" is found", open[i]);
    arena_finish(&loaded.arena);
}

static void test_added_file_that_is_wrong(void **state)
{
    (void)state;
    struct loaded loaded;
    load(&loaded, "column\ttype\tKind\n");
    loaded.text = "nonsense\n";
    assert_false(
        vocab_add_file(loaded.vocab, &loaded.arena, &loaded.fs, "added.tsv", &loaded.diagnostics));
    assert_false(
        vocab_add_file(loaded.vocab, &loaded.arena, &loaded.fs, "absent", &loaded.diagnostics));
    assert_int_equal(loaded.diagnostics.count, 2);
    arena_finish(&loaded.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped_files),
        cmocka_unit_test(test_shipped_files_are_sorted),
        cmocka_unit_test(test_malformed_lines),
        cmocka_unit_test(test_place_of_a_malformed_line),
        cmocka_unit_test(test_bytes_that_are_no_text),
        cmocka_unit_test(test_absent_folder),
        cmocka_unit_test(test_added_words_win),
        cmocka_unit_test(test_beginnings_of_phrases),
        cmocka_unit_test(test_added_file_that_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
