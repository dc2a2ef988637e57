#include "vocab/vocab.h"

#include "support/utf8.h"
#include "vocab/language.h"
#include "vocab/type_words.h"

#include <pthread.h>

/* What pages of one language are read with: words of all languages that apply, merged when they are
 * first asked for, since few pages use more than a few languages. */
struct vocab_words {
    const struct vocab *vocab;
    const struct language *own; /* NULL for a language without a file */
    /* To be asked about headings in this order: the added file, the page's own language, English,
       then all others, since pages mix languages. */
    const struct language **asked;
    size_t asked_count;
    bool merged;
    struct language types; /* type columns, and the words of all columns */
    struct phrase_table phrases;
};

/* A language and what its pages are read with. */
struct vocab_language {
    struct language own;
    struct vocab_words words;
};

struct vocab {
    struct arena *arena;
    struct vocab_language **languages; /* sorted by file name */
    size_t count;
    struct map names;               /* "zh-CN", ignoring case, to that language */
    struct map bases;               /* "zh" to the first language of that base */
    struct language added;          /* words of vocab_add_file; they win */
    const struct language *english; /* applies to every page; NULL without en.tsv */
    struct vocab_words *foreign;    /* for pages in a language without a file */
    struct language every;          /* columns and types of all languages */
    pthread_mutex_t *merging;       /* of the thread that merges words, in ARENA */
};

static const slice extension = {".tsv", 4};

/* A file of that name or that says that it serves the locale ("zh-Hant" serves "zh-Hant-TW"), else
 * one of its language: "es-MX" is served by "es", "pt-PT" by "pt-BR". */
static struct vocab_language *find_language(const struct vocab *vocab, slice locale)
{
    slice base, region;
    for (slice name = locale; name.len > 0;) {
        struct vocab_language *language = map_get(&vocab->names, name);
        if (language != NULL)
            return language;
        size_t last = slice_find_last_byte(name, '-');
        name = slice_take(name, last == SLICE_NONE ? 0 : last);
    }
    slice_cut(locale, '-', &base, &region);
    return map_get(&vocab->bases, base);
}

static void add_phrases(struct phrase_table *table, const struct language *language)
{
    for (size_t i = 0; language != NULL && i < language->phrase_count; i++)
        phrase_table_add(table, &language->phrases[i]);
}

/* A page may use phrases of its language, of English and of the added file. */
static void merge_phrases(const struct vocab *vocab, const struct language *own,
                          struct phrase_table *table)
{
    struct arena scratch;
    arena_init(&scratch);
    phrase_table_init(table, &scratch);
    add_phrases(table, own);
    if (own != vocab->english)
        add_phrases(table, vocab->english);
    add_phrases(table, &vocab->added);
    phrase_table_finish(table, vocab->arena);
    arena_finish(&scratch);
}

/*
 * Collection words and the like are of the page's language and of English; names of types and
 * columns of all languages, since pages mix them. A page in an unknown language may use everything
 * of all.
 */
static void merge_types(const struct vocab *vocab, const struct language *own,
                        struct language *types)
{
    const struct language *first[] = {&vocab->added, own, own != NULL ? vocab->english : NULL};
    language_init(types, vocab->arena, SLICE(""));
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        if (first[i] == NULL)
            continue;
        language_append_columns(types, first[i]);
        language_append_types(types, first[i]);
        language_append_patterns(types, first[i]);
    }
    for (size_t i = 0; own == NULL && i < vocab->count; i++) {
        language_append_types(types, &vocab->languages[i]->own);
        language_append_patterns(types, &vocab->languages[i]->own);
    }
    types->others = &vocab->every;
}

/* Columns and types of all languages, those of English before others. */
static void merge_every(struct vocab *vocab)
{
    language_init(&vocab->every, vocab->arena, SLICE(""));
    for (size_t i = 0; i <= vocab->count; i++) {
        const struct language *language = i == 0 ? vocab->english : &vocab->languages[i - 1]->own;
        if (language == NULL)
            continue;
        language_append_columns(&vocab->every, language);
        language_append_types(&vocab->every, language);
    }
}

static void order_languages(const struct vocab *vocab, struct vocab_words *words)
{
    const struct language *first[] = {&vocab->added, words->own, vocab->english};
    words->asked = arena_alloc_array(vocab->arena, vocab->count + 1, sizeof *words->asked);
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (first[i] != NULL && (i == 0 || first[i] != first[i - 1]))
            words->asked[words->asked_count++] = first[i];
    for (size_t i = 0; i < vocab->count; i++) {
        const struct language *language = &vocab->languages[i]->own;
        if (language != words->own && language != vocab->english)
            words->asked[words->asked_count++] = language;
    }
}

const struct vocab_words *vocab_words(const struct vocab *vocab, slice locale)
{
    struct vocab_language *language = find_language(vocab, locale);
    struct vocab_words *words = language != NULL ? &language->words : vocab->foreign;
    pthread_mutex_lock(vocab->merging);
    if (!words->merged) {
        merge_types(vocab, words->own, &words->types);
        merge_phrases(vocab, words->own != NULL ? words->own : vocab->english, &words->phrases);
        words->merged = true;
    }
    pthread_mutex_unlock(vocab->merging);
    return words;
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
    language_init(&vocab->added, arena, SLICE(""));
    map_init_ignore_case(&vocab->names, arena);
    map_init_ignore_case(&vocab->bases, arena);
    vocab->foreign = arena_alloc(arena, sizeof *vocab->foreign);
    vocab->foreign->vocab = vocab;
    vocab->merging = arena_alloc(arena, sizeof(pthread_mutex_t));
    pthread_mutex_init(vocab->merging, NULL);
    return vocab;
}

static bool load_file(struct vocab *vocab, const struct fs *fs, const char *folder, slice file,
                      struct diagnostics *diagnostics)
{
    struct vocab_language *language = arena_alloc(vocab->arena, sizeof *language);
    struct language *own = &language->own;
    language->words = (struct vocab_words){.vocab = vocab, .own = own};
    language_init(own, vocab->arena,
                  arena_copy(vocab->arena, slice_take(file, file.len - extension.len)));
    vocab->languages =
        arena_extend(vocab->arena, vocab->languages, vocab->count, sizeof(struct vocab_language *));
    vocab->languages[vocab->count++] = language;
    map_put_new(&vocab->names, own->name, language);
    map_put_new(&vocab->bases, own->base, language);
    if (slice_equal(own->name, SLICE("en")))
        vocab->english = own;
    bool sound = read_file(vocab->arena, fs, fs_join(vocab->arena, slice_from(folder), file), own,
                           diagnostics);
    for (size_t i = 0; i < own->locale_count; i++)
        map_put_new(&vocab->names, own->locales[i], language);
    return sound;
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
    merge_every(vocab);
    for (size_t i = 0; i < vocab->count; i++)
        order_languages(vocab, &vocab->languages[i]->words);
    order_languages(vocab, vocab->foreign);
    return sound ? vocab : NULL;
}

bool vocab_add_file(struct vocab *vocab, struct arena *arena, const struct fs *fs, const char *path,
                    struct diagnostics *diagnostics)
{
    return read_file(arena, fs, slice_from(path), &vocab->added, diagnostics);
}

bool vocab_knows_locale(const struct vocab *vocab, slice locale)
{
    slice base, region;
    slice_cut(locale, '-', &base, &region);
    for (size_t i = 0; i < vocab->added.locale_count; i++)
        if (slice_equal_ignore_case(vocab->added.locales[i], locale) ||
            slice_equal_ignore_case(vocab->added.locales[i], base))
            return true;
    return find_language(vocab, locale) != NULL;
}

enum vocab_section vocab_section(const struct vocab_words *vocabulary, slice slug, slice words)
{
    enum vocab_section section = SECTION_UNKNOWN;
    struct words_key key;
    slice subject;
    for (size_t i = 0; i < vocabulary->asked_count; i++)
        if ((section = language_slug(vocabulary->asked[i], slug)) != SECTION_UNKNOWN)
            return section;
    words = words_trim(words);
    if (!words_key_fold(words, &key))
        return section;
    for (size_t i = 0; i < vocabulary->asked_count && section == SECTION_UNKNOWN; i++)
        section = language_section(vocabulary->asked[i], words, key.text, &subject);
    return section;
}

bool vocab_is_whole_slug(const struct vocab *vocab, slice slug)
{
    for (size_t i = 0; i < vocab->foreign->asked_count; i++)
        if (language_is_whole_slug(vocab->foreign->asked[i], slug))
            return true;
    return false;
}

bool vocab_is_shaped(const struct vocab *vocab, enum vocab_shape shape, slice name)
{
    for (size_t i = 0; i < vocab->foreign->asked_count; i++)
        if (language_is_shaped(vocab->foreign->asked[i], shape, name))
            return true;
    return false;
}

slice vocab_section_subject(const struct vocab_words *vocabulary, slice slug, slice words)
{
    struct words_key key;
    slice subject = {0};
    words = words_trim(words);
    if (vocab_is_whole_slug(vocabulary->vocab, slug) || !words_key_fold(words, &key))
        return subject;
    for (size_t i = 0; i < vocabulary->asked_count; i++)
        if (language_section(vocabulary->asked[i], words, key.text, &subject) != SECTION_UNKNOWN)
            return subject;
    return subject;
}

enum vocab_column vocab_column(const struct vocab_words *vocabulary, slice words)
{
    struct words_key key;
    return words_key_of(words, &key) ? language_column(&vocabulary->types, key.text)
                                     : COLUMN_UNKNOWN;
}

enum vocab_column vocab_answer(const struct vocab_words *vocabulary, enum vocab_column question,
                               slice words)
{
    enum vocab_column said = vocab_column(vocabulary, words);
    if (said == question)
        return COLUMN_YES;
    return said == COLUMN_YES || said == COLUMN_NO ? said : COLUMN_UNKNOWN;
}

enum number_reading vocab_numbers(const struct vocab_words *vocabulary)
{
    enum number_reading added = vocabulary->vocab->added.numbers;
    if (added != NUMBER_UNDECIDED || vocabulary->own == NULL)
        return added;
    return vocabulary->own->numbers;
}

void vocab_type(const struct vocab_words *vocabulary, struct arena *arena, slice words,
                struct vocab_type *type)
{
    type_words_read(arena, &vocabulary->types, words, type);
}

void vocab_scan(const struct vocab_words *vocabulary, slice text, struct vocab_scan *scan)
{
    phrase_table_scan(&vocabulary->phrases, text, PHRASE_COUNT, scan);
}

bool vocab_find(const struct vocab_words *vocabulary, enum vocab_phrase phrase, slice text,
                struct vocab_match *match)
{
    struct vocab_scan scan;
    phrase_table_scan(&vocabulary->phrases, text, phrase, &scan);
    if (scan.found[phrase])
        *match = scan.matches[phrase];
    return scan.found[phrase];
}

bool vocab_is(const struct vocab_words *vocabulary, enum vocab_phrase phrase, slice text)
{
    struct vocab_match match;
    return vocab_find(vocabulary, phrase, text, &match) &&
           words_trim(slice_take(text, match.begin)).len == 0 &&
           words_trim(slice_skip(text, match.end)).len == 0;
}
