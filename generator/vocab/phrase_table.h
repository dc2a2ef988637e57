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

struct phrase_words {
    enum vocab_phrase phrase; /* PHRASE_COUNT: words that are to be passed over */
    struct words_pattern pattern;
    bool at_begin; /* only where a sentence or clause begins */
    uint32_t next; /* words with the same literal to search for, as an index; 0: none */
};

/*
 * What the literals that are searched for have in common is read once: they stand in a tree of
 * their characters. Nodes are named by their index; 0 is none.
 */
struct phrase_node {
    uint32_t character; /* folded */
    uint32_t child;     /* the first node of the character behind this one */
    uint32_t next;      /* another node of the same place */
    uint32_t words;     /* whose literal ends here, as an index */
};

#define PHRASE_TABLE_HEADS  256
#define PHRASE_TABLE_BEGINS 1024

struct phrase_table {
    struct arena *arena;        /* while words are added */
    struct phrase_words *words; /* from 1 */
    size_t count;
    struct phrase_node *nodes; /* from 1 */
    size_t node_count;
    uint32_t heads[PHRASE_TABLE_HEADS];   /* of the lists of first nodes, by their character */
    uint32_t begins[PHRASE_TABLE_BEGINS]; /* bits of what literals begin with, see may_begin */
};

/* Words are added in SCRATCH, until the table is finished. */
void phrase_table_init(struct phrase_table *table, struct arena *scratch);

/* Reads "^words {} words"; returns false when they are malformed. */
bool phrase_words_read(struct arena *arena, enum vocab_phrase phrase, slice text,
                       struct phrase_words *words);

void phrase_table_add(struct phrase_table *table, const struct phrase_words *words);

/* Puts the table into ARENA, its nodes in the order in which they are asked for. To be called when
 * all is added. */
void phrase_table_finish(struct phrase_table *table, struct arena *arena);

/*
 * The first match of each phrase in TEXT; matches of phrases that are not found stay as they are.
 * With ONLY less than PHRASE_COUNT
 * the search ends at the first match of that phrase.
 */
void phrase_table_scan(const struct phrase_table *table, slice text, enum vocab_phrase only,
                       struct vocab_scan *scan);

#endif
