/* The lines of why.h. Internal to it. */
#ifndef DOCMODEL_MODEL_WHY_TEXT_H
#define DOCMODEL_MODEL_WHY_TEXT_H

#include "model/model.h"
#include "support/buffer.h"

/* "  LABEL: VALUE", the head of what follows. */
void why_text_fact(struct buffer *out, const char *label, slice value);

/* "    LABEL: TEXT" */
void why_text_note(struct buffer *out, slice label, slice text);

/* "    LABEL: PLACE (LOCALE)" and the words on lines of their own, if there are any. */
void why_text_source(struct buffer *out, const char *label, const struct origin *origin,
                     slice words);

/* "    TEXT (PLACE)", one of several. */
void why_text_item(struct buffer *out, slice text, const struct origin *origin);

/* The rule, then each source, those that were taken first. */
void why_text_decision(struct buffer *out, const struct decision *decision);

#endif
