/* Introductions: what the title and the text below it say of a type. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_INTRODUCTION_H
#define DOCMODEL_EXTRACT_INTRODUCTION_H

#include "extract/reading.h"

/* Sets title, description and the flags that prose states (abstract, open, deprecated). */
void introduction_read(const struct reading *reading, struct type_facts *type);

#endif
