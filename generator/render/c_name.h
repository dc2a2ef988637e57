/*
 * Identifiers of C: from names of an API to names that compile as C11 and as C++20.
 *
 * Everything here looks at one name only; names that collide are told apart by names.h. Nothing is
 * ever truncated.
 */
#ifndef DOCMODEL_RENDER_C_NAME_H
#define DOCMODEL_RENDER_C_NAME_H

#include "support/arena.h"

/*
 * TEXT in snake case, of the characters a-z, 0-9 and single "_" inside: "commsOperation" gives
 * "comms_operation", "iOSDeviceURLs" "i_os_device_urls", "@odata.type" "odata_type", "Not Ready"
 * "not_ready". Latin letters lose their marks; every other character that is no ASCII becomes
 * "u" and its hexadecimal number. A text without letters and digits is spelled so as a whole:
 * "*" gives "u002a". Never empty; may begin with a digit.
 */
slice c_name_snake(struct arena *arena, slice text);

/* The same in capitals. */
slice c_name_screaming(struct arena *arena, slice text);

/* TEXT, in snake case, in capitals. */
slice c_name_upper(struct arena *arena, slice text);

/*
 * SNAKE as an identifier of its own: "x" goes in front of a digit, and "_" behind a keyword of C11,
 * C23 or C++20 and behind names that common headers and compilers define as macros (errno, linux).
 */
slice c_name_identifier(struct arena *arena, slice snake);

/* Whether NAME is such a keyword or macro. */
bool c_name_is_reserved(slice name);

/*
 * A file's or folder's name for SNAKE, without an extension: "_" goes behind names of devices that
 * Windows does not allow (con, nul, com1), and what is longer than LIMIT bytes (at least 32) is cut
 * and ended by a hash of the whole.
 */
slice c_name_file(struct arena *arena, slice snake, size_t limit);

#endif
