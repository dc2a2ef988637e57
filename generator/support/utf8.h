/* UTF-8: validation, decoding, display width and case folding. Unicode 15. */
#ifndef DOCMODEL_SUPPORT_UTF8_H
#define DOCMODEL_SUPPORT_UTF8_H

#include "support/arena.h"
#include "support/buffer.h"

#include <stdint.h>

/* The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629), or SLICE_NONE. */
size_t utf8_find_invalid(slice text);

/*
 * Whether a character of three bytes stands at OFFSET, as nearly all of East Asian text is: no
 * longer than need be (E0 80..9F) and no surrogate (ED A0..BF), which the first two bytes decide.
 */
static inline bool utf8_is_three(slice text, size_t offset)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr + offset;
    if (text.len - offset < 3)
        return false;
    unsigned begin = (unsigned)bytes[0] << 8 | bytes[1];
    return begin - 0xE0A0U < 0xEFC0U - 0xE0A0U && begin - 0xEDA0U >= 0x20 &&
           ((bytes[1] ^ 0x80U) | (bytes[2] ^ 0x80U)) < 0x40;
}

/* utf8_decode for characters of other lengths, and for what is not well-formed. */
uint32_t utf8_decode_rare(slice text, size_t *offset);

/*
 * Decodes the character at *offset and moves *offset behind it. A byte that is not well-formed
 * gives U+FFFD and counts as one byte. *offset must be less than text.len.
 */
static inline uint32_t utf8_decode(slice text, size_t *offset)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr + *offset;
    if (bytes[0] < 0x80) {
        ++*offset;
        return bytes[0];
    }
    if (!utf8_is_three(text, *offset))
        return utf8_decode_rare(text, offset);
    *offset += 3;
    return (bytes[0] & 0x0FU) << 12 | (bytes[1] & 0x3FU) << 6 | (bytes[2] & 0x3FU);
}

/* Appends CODE_POINT; surrogates and values above U+10FFFF become U+FFFD. */
void utf8_append(struct buffer *buffer, uint32_t code_point);

/* Number of characters. */
size_t utf8_length(slice text);

/* Terminal cells of one character: 0 for combining marks, 2 for wide East Asian ones and emoji. */
unsigned utf8_width(uint32_t code_point);

/* One character in lower case, by the simple mapping of Latin, Greek, Cyrillic, full-width forms.
 */
uint32_t utf8_to_lower(uint32_t code_point);

/* White space of any kind, U+00A0 and U+3000 among it. */
bool utf8_is_space(uint32_t code_point);

/*
 * TEXT in lower case (simple mapping; Latin, Greek, Cyrillic, full-width forms), white space of any
 * kind (U+00A0 and U+3000 too) folded to single spaces and trimmed. For comparing words of pages.
 */
slice utf8_fold(struct arena *arena, slice text);

#endif
