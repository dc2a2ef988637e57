/*
 * Lookups: what words of pages mean, remembered from page to page. Internal to extract/.
 *
 * Headings, headers of tables, words of type columns and paragraphs such as "Here is a JSON
 * representation of the resource" are the same in thousands of pages. Each is looked up in the
 * vocabulary once a language. That saves time and changes nothing else.
 */
#ifndef DOCMODEL_EXTRACT_LOOKUP_H
#define DOCMODEL_EXTRACT_LOOKUP_H

#include "support/map.h"
#include "vocab/vocab.h"

/* The phrases of a text that is written in some way. */
struct known_phrases {
    struct vocab_scan scan;
    bool plain; /* it is written as it reads */
};

struct lookup {
    slice locale;
    const struct vocab_words *words; /* of that locale */
    bool wordless;                   /* no vocabulary file serves it */
    struct arena *arena; /* holds what is remembered, and every text that is asked for */
    struct map types;
    /* These by how a text is written: see reading_written. */
    struct map headers;  /* struct columns */
    struct map sections; /* enum vocab_section */
    struct map phrases;  /* struct known_phrases */
};

void lookup_init(struct lookup *lookup, struct arena *arena, const struct vocab *vocab,
                 slice locale);

/* As vocab_type, but that TEXT may be anywhere: it is copied. */
void lookup_type(struct lookup *lookup, slice text, struct vocab_type *type);

/* The phrases of TEXT, remembered by how it is WRITTEN; else, where that is empty, in SCRATCH. */
const struct known_phrases *lookup_phrases(struct lookup *lookup, struct arena *scratch,
                                           slice written, slice text);

/* Those of TEXT, which may be anywhere, as it stands: for short texts that recur. */
const struct vocab_scan *lookup_words(struct lookup *lookup, struct arena *scratch, slice text);

#endif
