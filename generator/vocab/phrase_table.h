/*
 * Phrase tables: all phrases of a language (and those of English), found in one pass over a text.
 *
 * At each place the longest words win over shorter ones of any phrase, and what they cover is not
 * looked at again, so that "not nullable" holds no "nullable".
 */
#ifndef DOCMODEL_VOCAB_PHRASE_TABLE_H
#define DOCMODEL_VOCAB_PHRASE_TABLE_H

#include "vocab/vocab.h"
#include "vocab/words.h"

#include <stdint.h>

/* How many characters of words are compared before all others; at least 2. */
#define PHRASE_PREFIX 4

struct phrase_words {
    enum vocab_phrase phrase; /* PHRASE_COUNT: words that are to be passed over */
    struct words_pattern pattern;
    bool at_begin; /* only where a sentence or clause begins */
    /* The first characters of the literal that is searched, up to its first blank; 0 behind them.
     */
    uint32_t prefix[PHRASE_PREFIX];
};

#define PHRASE_TABLE_BUCKETS 1024

struct phrase_table {
    struct arena *arena;
    struct phrase_words *words; /* by bucket after phrase_table_sort */
    size_t count;
    /* Words whose first two characters hash to B: from buckets[B] to buckets[B + 1]. */
    uint32_t buckets[PHRASE_TABLE_BUCKETS + 1];
};

void phrase_table_init(struct phrase_table *table, struct arena *arena);

/* Reads "^words {} words"; returns false when they are malformed. */
bool phrase_words_read(struct arena *arena, enum vocab_phrase phrase, slice text,
                       struct phrase_words *words);

void phrase_table_add(struct phrase_table *table, const struct phrase_words *words);

/* Has to follow the last phrase_table_add. */
void phrase_table_sort(struct phrase_table *table);

/*
 * The first match of each phrase in TEXT; *scan is zeroed before. With ONLY less than PHRASE_COUNT
 * the search ends at the first match of that phrase.
 */
void phrase_table_scan(const struct phrase_table *table, slice text, enum vocab_phrase only,
                       struct vocab_scan *scan);

#endif
