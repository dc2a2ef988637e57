#include "vocab/vocab.h"

#include "support/utf8.h"
#include "vocab/language.h"
#include "vocab/type_words.h"

struct vocab {
    struct arena *arena;
    struct language **languages; /* sorted by file name */
    size_t count;
    struct language *added;      /* words of vocab_add_file; they win */
    struct language *english;    /* applies to every page; NULL without en.tsv */
    struct language *every_type; /* type words of all languages, English ones first */
};

static const slice extension = {".tsv", 4};

/* Same locale, else same language: "es-MX" is served by "es", "pt-PT" by "pt-BR". */
static const struct language *find_language(const struct vocab *vocab, slice locale)
{
    const struct language *related = NULL;
    slice base, region;
    slice_cut(locale, '-', &base, &region);
    for (size_t i = 0; i < vocab->count && locale.len > 0; i++) {
        const struct language *language = vocab->languages[i];
        if (slice_equal_ignore_case(language->name, locale))
            return language;
        if (related == NULL && slice_equal_ignore_case(language->base, base))
            related = language;
    }
    return related;
}

static void add_phrases(struct phrase_table *table, const struct language *language)
{
    for (size_t i = 0; language != NULL && i < language->phrase_count; i++)
        phrase_table_add(table, &language->phrases[i]);
}

/* A page may use phrases of its language, of English and of the added file. */
static void build_table(struct vocab *vocab, struct language *language)
{
    phrase_table_init(&language->table, vocab->arena);
    add_phrases(&language->table, language);
    if (language != vocab->english)
        add_phrases(&language->table, vocab->english);
    if (language != vocab->added)
        add_phrases(&language->table, vocab->added);
    phrase_table_sort(&language->table);
}

static void merge_types(struct vocab *vocab)
{
    vocab->every_type = arena_alloc(vocab->arena, sizeof *vocab->every_type);
    language_init(vocab->every_type, vocab->arena, SLICE(""));
    if (vocab->english != NULL)
        language_add_types(vocab->every_type, vocab->english);
    for (size_t i = 0; i < vocab->count; i++)
        language_add_types(vocab->every_type, vocab->languages[i]);
}

static void build_tables(struct vocab *vocab)
{
    merge_types(vocab);
    for (size_t i = 0; i < vocab->count; i++)
        build_table(vocab, vocab->languages[i]);
    build_table(vocab, vocab->added);
}

static bool read_lines(struct arena *arena, slice path, slice text, struct language *language,
                       struct diagnostics *diagnostics)
{
    struct source *source = arena_alloc(arena, sizeof *source);
    bool sound = true;
    source_init(source, arena, path, text);
    slice rest = source->text;
    slice line;
    while (slice_next_line(&rest, &line)) {
        const char *problem = language_add_line(language, line);
        if (problem == NULL)
            continue;
        diagnostics_report(diagnostics, DIAG_VOCABULARY_MALFORMED, span_of(source, line), "%s",
                           problem);
        sound = false;
    }
    return sound;
}

static bool read_file(struct arena *arena, const struct fs *fs, slice path,
                      struct language *language, struct diagnostics *diagnostics)
{
    struct buffer bytes;
    buffer_init(&bytes);
    int error = fs->read(fs->context, path.ptr, SOURCE_SIZE_MAX, &bytes);
    slice text = arena_copy(arena, buffer_slice(&bytes));
    buffer_finish(&bytes);
    if (error != 0) {
        diagnostics_report_path(diagnostics, DIAG_FILE_UNREADABLE, path,
                                "the vocabulary cannot be read: %s", fs_error_text(error));
        return false;
    }
    if (utf8_find_invalid(text) != SLICE_NONE) {
        diagnostics_report_path(diagnostics, DIAG_VOCABULARY_MALFORMED, path,
                                "the vocabulary is not UTF-8");
        return false;
    }
    return read_lines(arena, path, text, language, diagnostics);
}

static struct vocab *create(struct arena *arena)
{
    struct vocab *vocab = arena_alloc(arena, sizeof *vocab);
    vocab->arena = arena;
    vocab->added = arena_alloc(arena, sizeof *vocab->added);
    language_init(vocab->added, arena, SLICE(""));
    return vocab;
}

static bool load_file(struct vocab *vocab, const struct fs *fs, const char *folder, slice file,
                      struct diagnostics *diagnostics)
{
    struct language *language = arena_alloc(vocab->arena, sizeof *language);
    language_init(language, vocab->arena,
                  arena_copy(vocab->arena, slice_take(file, file.len - extension.len)));
    vocab->languages =
        arena_extend(vocab->arena, vocab->languages, vocab->count, sizeof(struct language *));
    vocab->languages[vocab->count++] = language;
    if (slice_equal(language->name, SLICE("en")))
        vocab->english = language;
    return read_file(vocab->arena, fs, fs_join(vocab->arena, slice_from(folder), file), language,
                     diagnostics);
}

struct vocab *vocab_load(struct arena *arena, const struct fs *fs, const char *folder,
                         struct diagnostics *diagnostics)
{
    struct vocab *vocab = create(arena);
    struct fs_entry *entries;
    size_t count;
    bool sound = true;
    int error = fs_list_sorted(fs, arena, folder, &entries, &count);
    if (error != 0) {
        diagnostics_report_path(diagnostics, DIAG_FILE_UNREADABLE, slice_from(folder),
                                "the vocabulary cannot be listed: %s", fs_error_text(error));
        return NULL;
    }
    for (size_t i = 0; i < count; i++)
        if (slice_ends_with(entries[i].name, extension) && entries[i].name.len > extension.len)
            sound = load_file(vocab, fs, folder, entries[i].name, diagnostics) && sound;
    build_tables(vocab);
    return sound ? vocab : NULL;
}

bool vocab_add_file(struct vocab *vocab, struct arena *arena, const struct fs *fs, const char *path,
                    struct diagnostics *diagnostics)
{
    bool sound = read_file(arena, fs, slice_from(path), vocab->added, diagnostics);
    build_tables(vocab);
    return sound;
}

bool vocab_knows_locale(const struct vocab *vocab, slice locale)
{
    return find_language(vocab, locale) != NULL;
}

/*
 * The STEP-th language to be asked about words of a page: the added file, the page's own, English,
 * then all in turn, since pages mix languages. NULL behind the last.
 */
static const struct language *language_at(const struct vocab *vocab, slice locale, size_t step)
{
    const struct language *own = step <= 1 ? find_language(vocab, locale) : NULL;
    if (step == 0)
        return vocab->added;
    if (step == 1)
        return own != NULL ? own : vocab->added;
    if (step == 2)
        return vocab->english != NULL ? vocab->english : vocab->added;
    return step - 3 < vocab->count ? vocab->languages[step - 3] : NULL;
}

enum vocab_section vocab_section(const struct vocab *vocab, slice locale, slice slug, slice words)
{
    enum vocab_section section = SECTION_UNKNOWN;
    const struct language *language;
    slice subject;
    for (size_t i = 0; (language = language_at(vocab, locale, i)) != NULL; i++)
        if ((section = language_slug(language, slug)) != SECTION_UNKNOWN)
            return section;
    for (size_t i = 0; (language = language_at(vocab, locale, i)) != NULL; i++)
        if ((section = language_section(language, words, &subject)) != SECTION_UNKNOWN)
            return section;
    return section;
}

bool vocab_is_whole_slug(const struct vocab *vocab, slice slug)
{
    const struct language *language;
    for (size_t i = 0; (language = language_at(vocab, (slice){0}, i)) != NULL; i++)
        if (language_is_whole_slug(language, slug))
            return true;
    return false;
}

slice vocab_section_subject(const struct vocab *vocab, slice locale, slice slug, slice words)
{
    const struct language *language;
    slice subject = {0};
    if (vocab_is_whole_slug(vocab, slug))
        return subject;
    for (size_t i = 0; (language = language_at(vocab, locale, i)) != NULL; i++)
        if (language_section(language, words, &subject) != SECTION_UNKNOWN)
            return subject;
    return subject;
}

enum vocab_column vocab_column(const struct vocab *vocab, slice locale, slice words)
{
    enum vocab_column column = COLUMN_UNKNOWN;
    const struct language *language;
    for (size_t i = 0; (language = language_at(vocab, locale, i)) != NULL; i++)
        if ((column = language_column(language, words)) != COLUMN_UNKNOWN)
            break;
    return column;
}

/*
 * Collection words and the like are asked of the page's language and of English; names of types of
 * all languages, since pages mix them. A page in an unknown language asks everything of all.
 */
void vocab_type(const struct vocab *vocab, struct arena *arena, slice locale, slice words,
                struct vocab_type *type)
{
    const struct language *own = find_language(vocab, locale);
    const struct language *few[] = {vocab->added, own, vocab->english};
    struct type_languages languages = {few, own == NULL || vocab->english == NULL ? 2 : 3,
                                       vocab->every_type};
    if (own == NULL) {
        const struct language **items =
            arena_alloc_array(arena, vocab->count + 1, sizeof(const struct language *));
        items[0] = vocab->added;
        for (size_t i = 0; i < vocab->count; i++)
            items[i + 1] = vocab->languages[i];
        languages.items = items;
        languages.count = vocab->count + 1;
    }
    type_words_read(arena, &languages, words, type);
}

static const struct phrase_table *table_of(const struct vocab *vocab, slice locale)
{
    const struct language *language = find_language(vocab, locale);
    if (language == NULL)
        language = vocab->english != NULL ? vocab->english : vocab->added;
    return &language->table;
}

void vocab_scan(const struct vocab *vocab, slice locale, slice text, struct vocab_scan *scan)
{
    phrase_table_scan(table_of(vocab, locale), text, PHRASE_COUNT, scan);
}

bool vocab_find(const struct vocab *vocab, slice locale, enum vocab_phrase phrase, slice text,
                struct vocab_match *match)
{
    struct vocab_scan scan;
    phrase_table_scan(table_of(vocab, locale), text, phrase, &scan);
    *match = scan.matches[phrase];
    return scan.found[phrase];
}

bool vocab_is(const struct vocab *vocab, slice locale, enum vocab_phrase phrase, slice text)
{
    struct vocab_match match;
    return vocab_find(vocab, locale, phrase, text, &match) &&
           words_trim(slice_take(text, match.begin)).len == 0 &&
           words_trim(slice_skip(text, match.end)).len == 0;
}
