/*
 * Languages: the words of one vocabulary file, by what they are looked up for. A language that
 * words of several were appended to answers for all of them at once.
 */
#ifndef DOCMODEL_VOCAB_LANGUAGE_H
#define DOCMODEL_VOCAB_LANGUAGE_H

#include "support/map.h"
#include "support/pattern.h"
#include "vocab/phrase_table.h"

struct language_section {
    struct words_pattern pattern;
    enum vocab_section section;
};

struct language_slug {
    slice before; /* of the "*" */
    slice after;
    bool open; /* there is a "*" */
    enum vocab_section section;
};

/* What a type column's words with "{}" mean, whatever that stands for: "map of {}". */
struct language_type {
    struct words_pattern pattern;
    slice name;
};

/* What names of a kind look like. */
struct language_shape {
    enum vocab_shape shape;
    const struct pattern *pattern;
};

/* Folded words and what they mean. */
struct language_words {
    struct map map;
    slice *keys; /* of the map, in the order of their lines */
    size_t count;
};

struct language {
    slice name; /* "zh-CN" */
    slice base; /* "zh" */
    struct arena *arena;
    enum number_reading numbers; /* NUMBER_UNDECIDED unless the file says so */
    slice *locales;              /* that the file serves besides its name: "zh-HK" */
    size_t locale_count;
    struct language_words sections;
    struct language_words columns;
    struct language_words types;
    struct language_section *patterns; /* of sections with "{}" */
    size_t pattern_count;
    struct language_slug *slugs;
    size_t slug_count;
    struct language_type *type_patterns;
    size_t type_pattern_count;
    struct words_pattern *collections; /* longest first, language by language */
    size_t collection_count;
    struct words_pattern *qualifiers; /* what may follow a type without changing it */
    size_t qualifier_count;
    const struct language *others; /* asked for columns and types last; NULL without any */
    struct phrase_words *phrases;
    size_t phrase_count;
    struct language_shape *shapes;
    size_t shape_count;
};

void language_init(struct language *language, struct arena *arena, slice name);

/*
 * Adds one line of a file. Returns NULL, or what is wrong with it: a clause that people read.
 */
const char *language_add_line(struct language *language, slice line);

/*
 * SECTION_UNKNOWN, COLUMN_UNKNOWN, an empty slice when the words are not known. FOLDED words come
 * from words_key_of, or words_key_fold for types; WORDS are those of words_trim. *subject is what
 * "{}" stands for, else empty.
 */
enum vocab_section language_section(const struct language *language, slice words, slice folded,
                                    slice *subject);
enum vocab_section language_slug(const struct language *language, slice slug);
bool language_is_shaped(const struct language *language, enum vocab_shape shape, slice name);
bool language_is_whole_slug(const struct language *language, slice slug);
enum vocab_column language_column(const struct language *language, slice folded);
slice language_type(const struct language *language, slice folded);
slice language_type_pattern(const struct language *language, slice words, slice folded);

/* Adds words of OTHER behind those of LANGUAGE; what is known already keeps its meaning. */
void language_append_columns(struct language *language, const struct language *other);
void language_append_types(struct language *language, const struct language *other);

/* The same for words with "{}": of types, of collections, and qualifiers. */
void language_append_patterns(struct language *language, const struct language *other);

/* Whether NAME is a primitive type of OData. */
bool language_is_primitive(slice name);

#endif
