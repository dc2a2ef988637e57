#include "vocab/language.h"

#include "support/utf8.h"

struct name {
    const char *text;
    int value;
};

static const struct name sections[] = {
    {"properties", SECTION_PROPERTIES},
    {"relationships", SECTION_RELATIONSHIPS},
    {"json", SECTION_JSON},
    {"methods", SECTION_METHODS},
    {"members", SECTION_MEMBERS},
    {"example", SECTION_EXAMPLE},
    {"derived-types", SECTION_DERIVED_TYPES},
    {"other", SECTION_OTHER},
    {NULL, 0},
};

static const struct name columns[] = {
    {"property", COLUMN_PROPERTY},
    {"relationship", COLUMN_RELATIONSHIP},
    {"type", COLUMN_TYPE},
    {"description", COLUMN_DESCRIPTION},
    {"member", COLUMN_MEMBER},
    {"value", COLUMN_VALUE},
    {"required", COLUMN_REQUIRED},
    {"read-only", COLUMN_READ_ONLY},
    {"nullable", COLUMN_NULLABLE},
    {"method", COLUMN_METHOD},
    {"return-type", COLUMN_RETURN_TYPE},
    {"other", COLUMN_OTHER},
    {NULL, 0},
};

/* They stand among the columns, since "Required" is a header and an answer. */
static const struct name answers[] = {
    {"yes", COLUMN_YES},
    {"no", COLUMN_NO},
    {NULL, 0},
};

static const struct name shapes[] = {
    {"locale", SHAPE_OF_LOCALE},
    {"language", SHAPE_OF_LANGUAGE},
    {"version", SHAPE_OF_VERSION},
    {NULL, 0},
};

static const struct name phrases[] = {
    {"possible-values", PHRASE_POSSIBLE_VALUES},
    {"values-follow", PHRASE_VALUES_FOLLOW},
    {"read-only", PHRASE_READ_ONLY},
    {"nullable", PHRASE_NULLABLE},
    {"not-nullable", PHRASE_NOT_NULLABLE},
    {"required", PHRASE_REQUIRED},
    {"key", PHRASE_KEY},
    {"deprecated", PHRASE_DEPRECATED},
    {"none", PHRASE_NONE},
    {"inherits-from", PHRASE_INHERITS_FROM},
    {"inherited-from", PHRASE_INHERITED_FROM},
    {"base-of", PHRASE_BASE_OF},
    {"abstract", PHRASE_ABSTRACT},
    {"open", PHRASE_OPEN},
    {"max-length", PHRASE_MAX_LENGTH},
    {"min-length", PHRASE_MIN_LENGTH},
    {"exact-length", PHRASE_EXACT_LENGTH},
    {"length-range", PHRASE_LENGTH_RANGE},
    {"maximum", PHRASE_MAXIMUM},
    {"minimum", PHRASE_MINIMUM},
    {"and-below", PHRASE_AND_BELOW},
    {"exclusive", PHRASE_EXCLUSIVE},
    {"exclusive-maximum", PHRASE_EXCLUSIVE_MAXIMUM},
    {"exclusive-minimum", PHRASE_EXCLUSIVE_MINIMUM},
    {"range", PHRASE_RANGE},
    {"max-items", PHRASE_MAX_ITEMS},
    {"beta", PHRASE_BETA},
    {"flags", PHRASE_FLAGS},
    {"ignored", PHRASE_COUNT},
    {NULL, 0},
};

static const char *const primitives[] = {
    "Edm.Binary", "Edm.Boolean",  "Edm.Byte",   "Edm.Date",   "Edm.DateTimeOffset", "Edm.Decimal",
    "Edm.Double", "Edm.Duration", "Edm.Guid",   "Edm.Int16",  "Edm.Int32",          "Edm.Int64",
    "Edm.SByte",  "Edm.Single",   "Edm.Stream", "Edm.String", "Edm.TimeOfDay",
};

static const struct name *find_name(const struct name *names, slice wanted)
{
    for (; names->text != NULL; names++)
        if (slice_equal(wanted, slice_from(names->text)))
            return names;
    return NULL;
}

bool language_is_primitive(slice name)
{
    if (!slice_starts_with(name, SLICE("Edm.")))
        return false;
    for (size_t i = 0; i < sizeof primitives / sizeof *primitives; i++)
        if (slice_equal(name, slice_from(primitives[i])))
            return true;
    return false;
}

void language_init(struct language *language, struct arena *arena, slice name)
{
    slice region;
    *language = (struct language){.name = name, .arena = arena, .numbers = NUMBER_UNDECIDED};
    slice_cut(name, '-', &language->base, &region);
    map_init(&language->sections.map, arena);
    map_init(&language->columns.map, arena);
    map_init(&language->types.map, arena);
}

/* Puts MEANING under KEY unless that has one. Returns what KEY means now. */
static void *put_meaning(struct arena *arena, struct language_words *words, slice key,
                         void *meaning)
{
    void *known = map_put_new(&words->map, key, meaning);
    if (known == meaning) {
        words->keys = arena_extend(arena, words->keys, words->count, sizeof *words->keys);
        words->keys[words->count++] = key;
    }
    return known;
}

static const char *add_key(struct language *language, struct language_words *words, slice key,
                           void *meaning)
{
    if (key.len == 0)
        return "the words are nothing but punctuation";
    if (put_meaning(language->arena, words, arena_copy(language->arena, key), meaning) != meaning)
        return "the words stand in this file already";
    return NULL;
}

/* Puts MEANING under the folded TEXT, which a lookup folds in the same way. */
static const char *add_words(struct language *language, struct language_words *words, slice text,
                             void *meaning)
{
    struct words_key key;
    if (!words_key_of(text, &key))
        return "the words are too long";
    return add_key(language, words, key.text, meaning);
}

static const char *add_section(struct language *language, slice canonical, slice words)
{
    const struct name *name = find_name(sections, canonical);
    if (name == NULL)
        return "no section is called that";
    if (slice_find(words, SLICE("{}")) == SLICE_NONE)
        return add_words(language, &language->sections, words, (void *)name);
    struct language_section section = {.section = (enum vocab_section)name->value};
    if (!words_pattern_read(language->arena, words, &section.pattern))
        return "the words hold nothing but \"{}\", or hold it twice";
    language->patterns =
        arena_extend(language->arena, language->patterns, language->pattern_count, sizeof section);
    language->patterns[language->pattern_count++] = section;
    return NULL;
}

static const char *add_slug(struct language *language, slice canonical, slice words)
{
    const struct name *name = find_name(sections, canonical);
    if (name == NULL)
        return "no section is called that";
    struct language_slug slug = {.section = (enum vocab_section)name->value};
    slug.open = slice_cut(words, '*', &slug.before, &slug.after);
    if (slice_find_byte(slug.after, '*') != SLICE_NONE)
        return "a slug holds at most one \"*\"";
    language->slugs =
        arena_extend(language->arena, language->slugs, language->slug_count, sizeof slug);
    language->slugs[language->slug_count++] = slug;
    return NULL;
}

static const char *add_column(struct language *language, const struct name *names, slice canonical,
                              slice words)
{
    const struct name *name = find_name(names, canonical);
    if (name == NULL)
        return names == answers ? "an answer is yes or no" : "no column is called that";
    return add_words(language, &language->columns, words, (void *)name);
}

static const char *add_type_pattern(struct language *language, slice canonical, slice words)
{
    struct language_type type = {.name = canonical};
    if (!words_pattern_read(language->arena, words, &type.pattern))
        return "the words hold nothing but \"{}\", or hold it twice";
    language->type_patterns = arena_extend(language->arena, language->type_patterns,
                                           language->type_pattern_count, sizeof type);
    language->type_patterns[language->type_pattern_count++] = type;
    return NULL;
}

static const char *add_type(struct language *language, slice canonical, slice words)
{
    if (slice_starts_with(canonical, SLICE("Edm.")) && !language_is_primitive(canonical))
        return "no primitive type is called that";
    if (slice_find(words, SLICE("{}")) != SLICE_NONE)
        return add_type_pattern(language, canonical, words);
    slice *name = arena_alloc(language->arena, sizeof *name);
    *name = canonical;
    /* Brackets count: "Byte[]" is no "Byte". */
    struct words_key key;
    if (!words_key_fold(words, &key))
        return "the words are too long";
    return add_key(language, &language->types, key.text, name);
}

static size_t pattern_length(const struct words_pattern *pattern)
{
    return pattern->before.len + pattern->after.len;
}

/* Longer words come first: "collection of {}" before "collection {}". */
static const char *add_pattern(struct language *language, slice words,
                               struct words_pattern **patterns, size_t *count)
{
    struct words_pattern pattern;
    if (!words_pattern_read(language->arena, words, &pattern) || !pattern.open)
        return "the words need one \"{}\", and something beside it";
    *patterns = arena_extend(language->arena, *patterns, *count, sizeof **patterns);
    size_t at = (*count)++;
    for (; at > 0 && pattern_length(&(*patterns)[at - 1]) < pattern_length(&pattern); at--)
        (*patterns)[at] = (*patterns)[at - 1];
    (*patterns)[at] = pattern;
    return NULL;
}

static const char *add_phrase(struct language *language, slice canonical, slice words)
{
    const struct name *name = find_name(phrases, canonical);
    struct phrase_words phrase;
    if (name == NULL)
        return "no phrase is called that";
    if (!phrase_words_read(language->arena, (enum vocab_phrase)name->value, words, &phrase))
        return "the words hold nothing but \"{}\", or hold it twice";
    language->phrases =
        arena_extend(language->arena, language->phrases, language->phrase_count, sizeof phrase);
    language->phrases[language->phrase_count++] = phrase;
    return NULL;
}

static const char *add_shape(struct language *language, slice canonical, slice words)
{
    const struct name *name = find_name(shapes, canonical);
    size_t offset;
    if (name == NULL)
        return "no shape is called that";
    struct language_shape shape = {(enum vocab_shape)name->value,
                                   pattern_create(language->arena, words, &offset)};
    if (shape.pattern == NULL)
        return "the words are no pattern that PCRE2 understands";
    language->shapes =
        arena_extend(language->arena, language->shapes, language->shape_count, sizeof shape);
    language->shapes[language->shape_count++] = shape;
    return NULL;
}

static const char *add_locale(struct language *language, slice words)
{
    language->locales = arena_extend(language->arena, language->locales, language->locale_count,
                                     sizeof *language->locales);
    language->locales[language->locale_count++] = slice_trim(words);
    return NULL;
}

static const char *add_number(struct language *language, slice canonical, slice words)
{
    bool point = slice_equal(slice_trim(words), SLICE("."));
    if (!slice_equal(canonical, SLICE("decimal")) ||
        (!point && !slice_equal(slice_trim(words), SLICE(","))))
        return "what is said of numbers is their \"decimal\" mark, \".\" or \",\"";
    language->numbers = point ? NUMBER_POINT : NUMBER_COMMA;
    return NULL;
}

const char *language_add_line(struct language *language, slice line)
{
    slice kind, canonical, words;
    if (slice_trim(line).len == 0 || line.ptr[0] == '#')
        return NULL;
    if (!slice_cut(line, '\t', &kind, &canonical) ||
        !slice_cut(canonical, '\t', &canonical, &words) ||
        slice_find_byte(words, '\t') != SLICE_NONE || slice_trim(words).len == 0)
        return "a line has three fields with a tab between them: kind, canonical name, words";
    if (slice_equal(kind, SLICE("section")))
        return add_section(language, canonical, words);
    if (slice_equal(kind, SLICE("locale")) && slice_equal(canonical, SLICE("any")))
        return add_locale(language, words);
    if (slice_equal(kind, SLICE("slug")))
        return add_slug(language, canonical, words);
    if (slice_equal(kind, SLICE("column")))
        return add_column(language, columns, canonical, words);
    if (slice_equal(kind, SLICE("answer")))
        return add_column(language, answers, canonical, words);
    if (slice_equal(kind, SLICE("type")))
        return add_type(language, canonical, words);
    if (slice_equal(kind, SLICE("number")))
        return add_number(language, canonical, words);
    if (slice_equal(kind, SLICE("phrase")))
        return add_phrase(language, canonical, words);
    if (slice_equal(kind, SLICE("shape")))
        return add_shape(language, canonical, words);
    if (slice_equal(kind, SLICE("collection")) && slice_equal(canonical, SLICE("any")))
        return add_pattern(language, words, &language->collections, &language->collection_count);
    if (slice_equal(kind, SLICE("qualifier")) && slice_equal(canonical, SLICE("any")))
        return add_pattern(language, words, &language->qualifiers, &language->qualifier_count);
    return "the kind is none of answer, collection, column, locale, number, phrase, qualifier, "
           "section, shape, slug, type, or its canonical name is unknown";
}

enum vocab_section language_section(const struct language *language, slice words, slice folded,
                                    slice *subject)
{
    *subject = (slice){0};
    const struct name *name = map_get(&language->sections.map, folded);
    if (name != NULL)
        return (enum vocab_section)name->value;
    words = words_trim(words);
    for (size_t i = 0; i < language->pattern_count; i++) {
        if (words_pattern_covers(&language->patterns[i].pattern, words, folded, subject))
            return language->patterns[i].section;
    }
    *subject = (slice){0};
    return SECTION_UNKNOWN;
}

bool language_is_shaped(const struct language *language, enum vocab_shape shape, slice name)
{
    for (size_t i = 0; i < language->shape_count; i++)
        if (language->shapes[i].shape == shape && pattern_covers(language->shapes[i].pattern, name))
            return true;
    return false;
}

static bool slug_matches(const struct language_slug *known, slice slug)
{
    if (!known->open)
        return slice_equal_ignore_case(known->before, slug);
    return slug.len >= known->before.len + known->after.len &&
           slice_starts_with_ignore_case(slug, known->before) &&
           slice_ends_with_ignore_case(slug, known->after);
}

enum vocab_section language_slug(const struct language *language, slice slug)
{
    enum vocab_section section = SECTION_UNKNOWN;
    for (size_t i = 0; i < language->slug_count; i++) {
        if (!slug_matches(&language->slugs[i], slug))
            continue;
        /* A whole slug outranks one with a "*". */
        if (!language->slugs[i].open)
            return language->slugs[i].section;
        if (section == SECTION_UNKNOWN)
            section = language->slugs[i].section;
    }
    return section;
}

bool language_is_whole_slug(const struct language *language, slice slug)
{
    for (size_t i = 0; i < language->slug_count; i++)
        if (!language->slugs[i].open && slug_matches(&language->slugs[i], slug))
            return true;
    return false;
}

enum vocab_column language_column(const struct language *language, slice folded)
{
    const struct name *name = NULL;
    for (; language != NULL && name == NULL; language = language->others)
        name = map_get(&language->columns.map, folded);
    return name != NULL ? (enum vocab_column)name->value : COLUMN_UNKNOWN;
}

slice language_type(const struct language *language, slice folded)
{
    const slice *name = NULL;
    for (; language != NULL && name == NULL; language = language->others)
        name = map_get(&language->types.map, folded);
    return name != NULL ? *name : (slice){0};
}

slice language_type_pattern(const struct language *language, slice words, slice folded)
{
    slice subject;
    for (size_t i = 0; i < language->type_pattern_count; i++)
        if (words_pattern_covers(&language->type_patterns[i].pattern, words, folded, &subject))
            return language->type_patterns[i].name;
    return (slice){0};
}

static void append_words(struct arena *arena, struct language_words *words,
                         const struct language_words *others)
{
    for (size_t i = 0; i < others->count; i++)
        put_meaning(arena, words, others->keys[i], map_get(&others->map, others->keys[i]));
}

void language_append_columns(struct language *language, const struct language *other)
{
    append_words(language->arena, &language->columns, &other->columns);
}

void language_append_types(struct language *language, const struct language *other)
{
    append_words(language->arena, &language->types, &other->types);
}

static void append_patterns(struct arena *arena, struct words_pattern **patterns, size_t *count,
                            const struct words_pattern *others, size_t other_count)
{
    for (size_t i = 0; i < other_count; i++) {
        *patterns = arena_extend(arena, *patterns, *count, sizeof **patterns);
        (*patterns)[(*count)++] = others[i];
    }
}

void language_append_patterns(struct language *language, const struct language *other)
{
    append_patterns(language->arena, &language->collections, &language->collection_count,
                    other->collections, other->collection_count);
    append_patterns(language->arena, &language->qualifiers, &language->qualifier_count,
                    other->qualifiers, other->qualifier_count);
    for (size_t i = 0; i < other->type_pattern_count; i++) {
        language->type_patterns =
            arena_extend(language->arena, language->type_patterns, language->type_pattern_count,
                         sizeof *language->type_patterns);
        language->type_patterns[language->type_pattern_count++] = other->type_patterns[i];
    }
}
