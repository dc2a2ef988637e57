/* Fences: the lines that open and close code blocks. */
#ifndef DOCMODEL_MARKDOWN_FENCE_H
#define DOCMODEL_MARKDOWN_FENCE_H

#include "support/slice.h"

struct fence {
    char mark;     /* a backtick or a tilde */
    size_t length; /* how many */
    slice info;    /* the info string, trimmed */
};

/* Whether LINE, without its indentation, opens a fence. */
bool fence_opens(slice line, struct fence *fence);

/* Whether LINE, without its indentation, closes FENCE. */
bool fence_closes(slice line, const struct fence *fence);

#endif
