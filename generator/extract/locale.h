/* Locales and versions by the shape of their names. Internal to extract/. */
#ifndef DOCMODEL_EXTRACT_LOCALE_H
#define DOCMODEL_EXTRACT_LOCALE_H

#include "support/arena.h"

/* Shaped like a locale with a region: "en-US", "zh-Hans-CN". Letter case does not matter. */
bool locale_is_shaped(slice text);

/* With the usual letter case: "pt-BR", "zh-Hans-CN". */
slice locale_normalise(struct arena *arena, slice text);

/* Shaped like an API version: "beta", "v1", "v1.0". */
bool version_is_shaped(slice text);

#endif
