/* Front matter: the "key: value" lines between two "---" lines at the top of a page. */
#ifndef DOCMODEL_MARKDOWN_FRONT_MATTER_H
#define DOCMODEL_MARKDOWN_FRONT_MATTER_H

#include "markdown/document.h"

/*
 * Reads the front matter into DOCUMENT, also when all of it is folded into one line. Returns how
 * many lines of the page it takes, marks included; 0 when there is none or its end is missing.
 */
size_t front_matter_read(struct arena *arena, struct arena *scratch, const struct source *source,
                         struct document *document);

#endif
