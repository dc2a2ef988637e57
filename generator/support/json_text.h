/* What the two JSON readers share: escapes, numbers and keys. Private to support/. */
#ifndef DOCMODEL_SUPPORT_JSON_TEXT_H
#define DOCMODEL_SUPPORT_JSON_TEXT_H

#include "support/buffer.h"
#include "support/json.h"
#include "support/map.h"

/*
 * Reads the escape at *offset of TEXT, which is a backslash, appends what it stands for and moves
 * *offset behind it (a pair of surrogates is one escape). An escape that RFC 8259 does not know, or
 * a lone surrogate, appends nothing, leaves *offset and returns false.
 */
bool json_text_unescape(slice text, size_t *offset, struct buffer *out);

/* How many bytes at the beginning of TEXT are a number of RFC 8259; 0 for none. */
size_t json_text_number(slice text);

/* How many bytes at the beginning of TEXT are decimal digits. */
size_t json_text_digits(slice text);

/* True if OBJECT, of whose members KEYS knows, has none with the key of MEMBER, which is about to
 * be appended. KEYS is the object's own and empty at first. */
bool json_text_is_new_key(const struct json_value *object, struct map *keys,
                          struct json_value *member);

#endif
