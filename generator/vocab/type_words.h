/* Type words: what stands in a type column. */
#ifndef DOCMODEL_VOCAB_TYPE_WORDS_H
#define DOCMODEL_VOCAB_TYPE_WORDS_H

#include "vocab/language.h"

/* The languages that are asked, in this order, about every kind of words. */
struct type_languages {
    const struct language *const *items;
    size_t count;
    const struct language *every_type; /* asked for names of types last; may be NULL */
};

/* Reads WORDS as vocab_type says. */
void type_words_read(struct arena *arena, const struct type_languages *languages, slice words,
                     struct vocab_type *type);

#endif
