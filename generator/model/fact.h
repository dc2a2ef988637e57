/* Facts of one node and the evidence for them, while the model is being built. */
#ifndef DOCMODEL_MODEL_FACT_H
#define DOCMODEL_MODEL_FACT_H

#include "model/model.h"

/* The decision about KIND, which is added if there is none yet. Valid until the next call. */
struct decision *fact_decision(struct arena *arena, struct model_facts *facts,
                               enum model_fact_kind kind);

/* The same about the description in LOCALE. */
struct decision *fact_text_decision(struct arena *arena, struct model_facts *facts, slice locale);

/* Adds a source behind those that DECISION has, all of which came from here. */
void fact_add_evidence(struct arena *arena, struct decision *decision, struct origin origin,
                       slice words, bool taken);

/*
 * Puts a correction before what DECISION rests on, which is overruled thereby. REASON may be empty.
 * WORDS must outlive the decision.
 */
void fact_overrule(struct arena *arena, struct decision *decision, struct origin origin,
                   slice words, slice reason);

/* Where the fact that DECISION is about stands: the place of the first source taken, else
 * OTHERWISE. DECISION may be NULL. */
struct origin fact_origin(const struct decision *decision, struct origin otherwise);

#endif
