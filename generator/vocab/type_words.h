/* Type words: what stands in a type column. */
#ifndef DOCMODEL_VOCAB_TYPE_WORDS_H
#define DOCMODEL_VOCAB_TYPE_WORDS_H

#include "vocab/language.h"

/* Reads WORDS as vocab_type says, with all that LANGUAGE knows of types. */
void type_words_read(struct arena *arena, const struct language *language, slice words,
                     struct vocab_type *type);

#endif
