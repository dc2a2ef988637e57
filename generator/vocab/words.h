/*
 * Words: comparing the words of pages with those of the vocabulary, on the page's own bytes.
 *
 * Vocabulary words are folded when they are loaded, text is folded character by character while it
 * is compared, so that offsets stay those of the text. Folding ignores letter case, and which of
 * several signs for a blank, an apostrophe, a dash or a full-width character is written.
 */
#ifndef DOCMODEL_VOCAB_WORDS_H
#define DOCMODEL_VOCAB_WORDS_H

#include "support/arena.h"

#include <stdint.h>

/* words_fold_character for characters beyond ASCII, but for those that stand for themselves. */
uint32_t words_fold_wide(uint32_t c);

/* A character as it is compared: in lower case, and white space, apostrophes, dashes and full-width
 * characters of any kind as those of ASCII. */
static inline uint32_t words_fold_character(uint32_t c)
{
    /* Most text of pages in these scripts needs no table. */
    bool east_asian = (c > 0x3000 && c < 0xA000) || (c >= 0xAC00 && c < 0xD800);
    if (c >= 0x80)
        return east_asian ? c : words_fold_wide(c);
    return ascii_is_space((char)c) ? ' ' : (uint32_t)(unsigned char)ascii_to_lower((char)c);
}

/* Letters of scripts that put blanks between words. */
static inline bool words_is_spaced_letter(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_alnum((char)c);
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x52F);
}

/* The longest folded words that are looked up, in bytes; longer ones are prose and unknown. */
#define WORDS_KEY_MAX ((size_t)256)

struct words_key {
    char bytes[WORDS_KEY_MAX];
    slice text; /* of BYTES */
};

/* Folds TEXT into KEY, white space to single blanks. Returns false when it is too long. */
bool words_key_fold(slice text, struct words_key *key);

/* The same without punctuation around TEXT. */
bool words_key_of(slice text, struct words_key *key);

/* Without white space and punctuation of any script at either end. */
slice words_trim(slice text);

/* The same at the beginning alone. */
slice words_trim_begin(slice text);

/* Whether no word goes on over the border at AT. */
bool words_is_border(slice text, size_t at);

/* Where the white space ends that begins at AT. */
size_t words_skip_spaces(slice text, size_t at);

/*
 * Whether the folded LITERAL stands in TEXT at AT, as whole words. A blank in LITERAL stands for
 * white space of any length. Returns the offset behind it, or SLICE_NONE.
 */
size_t words_match(slice text, size_t at, slice literal);

/* The offset of the first place from FROM on where words_match succeeds, *end set; or SLICE_NONE.
 */
size_t words_find(slice text, size_t from, slice literal, size_t *end);

/* Whether the character at AT ends a sentence or opens a bracket, where another begins. */
bool words_ends_sentence(slice text, size_t at);

/* Whether the character at AT ends a sentence or a clause. */
bool words_ends_clause(slice text, size_t at);

/* Where the clause ends that goes on at FROM; looks at no more than LONGEST bytes. */
size_t words_clause_end(slice text, size_t from, size_t longest);

/* How many letters of another word stand before words that are glued to it: "Versammlung" is no
 * "{}sammlung". */
#define WORDS_GLUED_MIN ((size_t)4)

/* Words with at most one "{}" in them. */
struct words_pattern {
    slice before; /* folded */
    slice after;  /* folded */
    bool open;    /* there is a "{}" */
    bool glued;   /* it is part of a word: "{}sammlung" */
};

/* Reads WORDS; returns false when there is more than one "{}", or nothing else. */
bool words_pattern_read(struct arena *arena, slice words, struct words_pattern *pattern);

/* words_pattern_covers for a TEXT whose folded form begins and ends like PATTERN. */
bool words_pattern_covers_text(const struct words_pattern *pattern, slice text, slice *subject);

/*
 * Whether PATTERN covers all of TEXT, whose folded form is FOLDED; *subject is what stands for
 * "{}", trimmed of white space.
 */
static inline bool words_pattern_covers(const struct words_pattern *pattern, slice text,
                                        slice folded, slice *subject)
{
    /* The folded form is a cheap test; the subject comes from the text. */
    return slice_starts_with(folded, pattern->before) && slice_ends_with(folded, pattern->after) &&
           words_pattern_covers_text(pattern, text, subject);
}

#endif
