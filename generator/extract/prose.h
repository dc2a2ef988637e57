/* Prose: the text of inline content together with its pieces. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_PROSE_H
#define DOCMODEL_EXTRACT_PROSE_H

#include "extract/reading.h"

struct prose {
    slice text; /* all pieces; a break is a line end */
    const struct inline_content *content;
    size_t *begins; /* where each piece begins in TEXT */
};

/* Text in *prose is in the arena of READING, or borrowed from CONTENT; the rest in its scratch. */
void prose_read(const struct reading *reading, const struct inline_content *content,
                struct prose *prose);

/* That of the paragraph at INDEX. */
void prose_of_block(const struct reading *reading, size_t index, struct prose *prose);

/* The phrases in it. They are looked for once a text: most paragraphs need not be read for them. */
const struct vocab_scan *prose_phrases(const struct reading *reading, size_t index);

/* prose_sentence_end where no letter, digit or blank stands. */
size_t prose_sentence_mark(slice text, size_t at);

/* Whether a sentence ends at TEXT[at]; the length of what ends it, or 0. A line end does, too. */
static inline size_t prose_sentence_end(slice text, size_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];
    bool plain = ascii_is_alnum((char)c) || c == ' ' || (c & 0xC0) == 0x80; /* nearly all */
    return plain ? 0 : prose_sentence_mark(text, at);
}

/* Whether a sentence or clause begins at offset AT: at the begin or behind a punctuation mark. */
bool prose_begins_clause(slice text, size_t at);

/* Whether MATCH is a sentence of TEXT, or a clause in parentheses, by itself ("Required."). */
bool prose_is_sentence(slice text, const struct vocab_match *match);

/* Where the sentence begins that holds offset AT. */
size_t prose_sentence_begin(slice text, size_t at);

/* Whether MATCH begins in the first sentence of TEXT, or opens a later one: "Deprecated: use x". */
bool prose_leads(slice text, const struct vocab_match *match);

/* The first link piece at or behind offset FROM of the text, or SLICE_NONE. */
size_t prose_find_link(const struct prose *prose, size_t from);

/* The link piece behind piece INDEX, or SLICE_NONE. */
size_t prose_next_link(const struct prose *prose, size_t index);

/* The link that a phrase is about: in its subject, else behind it in the same sentence, else the
 * nearest before it in the same sentence; SLICE_NONE when there is none. */
size_t prose_find_subject(const struct prose *prose, const struct vocab_match *match);

/* The offset behind piece INDEX. */
size_t prose_piece_end(const struct prose *prose, size_t index);

#endif
