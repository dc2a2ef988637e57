/* Folders that are called by a language alone: "docs/fr/". Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_LANGUAGE_FOLDERS_H
#define DOCMODEL_EXTRACT_LANGUAGE_FOLDERS_H

#include "extract/page.h"

/*
 * Gives a locale to the FILES that have none and stand in a folder that is called by a language, if
 * at least half of the pages of that folder have a page in their place in a folder beside it: of
 * a locale or of another language that VOCAB has words of; of English, if it has none of this one.
 * A folder with the originals of half of what such folders hold is one, too, however many pages of
 * it have no translation. So "docs/it/" and "docs/hr/" are no locales, but "docs/hr/" beside
 * "docs/en/" is. A page in the folder around it counts, too: "docs/hr/x.md" translates "docs/x.md",
 * which keeps no locale and so is of the primary one.
 */
void language_folders_settle(struct arena *arena, const struct vocab *vocab,
                             struct page_files *files);

#endif
