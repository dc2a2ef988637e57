/* Letters and punctuation of Unicode as ASCII, for English comments and for identifiers. */
#ifndef DOCMODEL_RENDER_TRANSLITERATE_H
#define DOCMODEL_RENDER_TRANSLITERATE_H

#include <stdint.h>

/*
 * What stands for CODE_POINT in ASCII: Latin letters without their marks (U+00C0 to U+017F),
 * typographic quotes, dashes, spaces and a few signs. The empty text for characters without width
 * (soft hyphen, zero-width space, marks of direction). NULL for everything else and for ASCII.
 */
const char *transliterate(uint32_t code_point);

#endif
