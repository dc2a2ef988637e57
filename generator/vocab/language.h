/* Languages: the words of one vocabulary file, by what they are looked up for. */
#ifndef DOCMODEL_VOCAB_LANGUAGE_H
#define DOCMODEL_VOCAB_LANGUAGE_H

#include "support/map.h"
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

struct language {
    slice name; /* "zh-CN" */
    slice base; /* "zh" */
    struct arena *arena;
    struct map sections; /* folded words to names of language_section_find */
    struct map columns;
    struct map types; /* folded words to a slice, the canonical name */
    slice *type_keys; /* in file order */
    size_t type_count;
    struct language_section *patterns; /* of sections with "{}" */
    size_t pattern_count;
    struct language_slug *slugs;
    size_t slug_count;
    struct words_pattern *collections; /* longest first */
    size_t collection_count;
    struct words_pattern *qualifiers; /* what may follow a type without changing it */
    size_t qualifier_count;
    struct phrase_words *phrases;
    size_t phrase_count;
    struct phrase_table table; /* these phrases and those of other languages that apply */
};

void language_init(struct language *language, struct arena *arena, slice name);

/*
 * Adds one line of a file. Returns NULL, or what is wrong with it: a clause that people read.
 */
const char *language_add_line(struct language *language, slice line);

/* *subject is what "{}" stands for, else empty. SECTION_UNKNOWN, COLUMN_UNKNOWN, an empty slice
 * when the words are not known. */
enum vocab_section language_section(const struct language *language, slice words, slice *subject);
enum vocab_section language_slug(const struct language *language, slice slug);
bool language_is_whole_slug(const struct language *language, slice slug);
enum vocab_column language_column(const struct language *language, slice words);
slice language_type(const struct language *language, slice folded);

/* Adds the type words of OTHER that LANGUAGE does not have. */
void language_add_types(struct language *language, const struct language *other);

/* Whether NAME is a primitive type of OData. */
bool language_is_primitive(slice name);

#endif
