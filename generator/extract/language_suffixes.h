/* Pages whose file names say their language: "x.fr.md" beside "x.md". Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_LANGUAGE_SUFFIXES_H
#define DOCMODEL_EXTRACT_LANGUAGE_SUFFIXES_H

#include "extract/page.h"

/*
 * Gives a locale to those of FILES that have none and a name such as "x.fr.md" or "x.pt-BR.md", if
 * "x.md" or "x" in another language lies beside it for at least half of the pages with that suffix:
 * "user.id.md" alone is not Indonesian. "x.md" keeps no locale and so is of the primary one.
 */
void language_suffixes_settle(struct arena *arena, const struct vocab *vocab,
                              struct page_files *files);

#endif
