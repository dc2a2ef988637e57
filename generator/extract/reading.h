/*
 * A page while it is being read: what the parts of this stage share. Internal to extract/.
 */
#ifndef DOCMODEL_EXTRACT_READING_H
#define DOCMODEL_EXTRACT_READING_H

#include "extract/facts.h"
#include "markdown/document.h"
#include "support/diagnostic.h"
#include "vocab/vocab.h"

/* Where a block stands. */
struct place {
    enum vocab_section section;
    const struct block *heading; /* the nearest one above; NULL before the first */
    bool nested; /* that heading has no meaning of its own: SECTION is of one further up */
    bool intro;  /* before the first heading below the title */
    const struct vocab_scan *phrases; /* see prose_phrases; NULL until they are asked for */
};

struct reading {
    struct arena *arena;
    struct arena *scratch; /* for what no fact refers to */
    const struct source *source;
    const struct document *document;
    const struct vocab *vocab;
    const struct vocab_words *words; /* of the page's locale */
    struct memo *memo;
    struct lookup *lookup; /* of WORDS, in MEMO */
    struct diagnostics *diagnostics;
    bool for_diagnostics; /* see struct page_options */
    slice locale;
    slice stem;                /* of the file name, lower case */
    slice name_space;          /* of the "Namespace:" line, or empty */
    const struct block *title; /* the heading that names the page; NULL without one */
    struct place *places;      /* one per block of the document */
};

/* Finds the title and the place of each block. */
void reading_find_places(struct reading *reading);

/* How the text at SPAN is written, where that alone says what it says; else empty. Further lines
 * may be marked as those of a quote, and link definitions of the page be used. */
slice reading_written(const struct reading *reading, struct span span);

/* Reads the line "Namespace: a.b" below the title, by its shape: its label is of any language. */
void reading_find_name_space(struct reading *reading);

/* The text of a paragraph for comments if it describes what the page is about, without the
 * "Namespace:" line; empty for quotes, lists, directives ("[!INCLUDE ...]") and titles that are
 * none ("#x" without a blank). */
slice reading_description(const struct reading *reading, const struct block *block);

#endif
