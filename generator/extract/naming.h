/* Naming: what a page without an annotation calls its type. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_NAMING_H
#define DOCMODEL_EXTRACT_NAMING_H

#include "extract/reading.h"

enum naming_kind {
    NAMING_NONE,
    NAMING_TYPE,       /* "x resource type", "x complex type", "x facet" */
    NAMING_ENUMERATION /* "x enum type" */
};

/*
 * What the title says the page is about, by its slug, and the name in it: the word of the title
 * that the slug begins with, else one that is the file's name, else what the slug begins with, in
 * lower case. The name is empty when the title has none.
 */
enum naming_kind naming_read_title(const struct reading *reading, slice *name);

#endif
