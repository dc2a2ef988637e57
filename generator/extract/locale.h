/* Names of locales. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_LOCALE_H
#define DOCMODEL_EXTRACT_LOCALE_H

#include "support/arena.h"

/* With the usual letter case and hyphens: "pt-BR" for "PT_br", "zh-Hans-CN". */
slice locale_normalise(struct arena *arena, slice text);

#endif
