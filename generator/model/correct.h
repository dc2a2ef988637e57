/*
 * Applying corrections, the last part of a build: what they say overrules what the pages say, and
 * what follows from it (who repeats whom, the kinds of derived types) is put right.
 *
 * Lines are applied in their order, so that a later one sees what earlier ones did. A line whose
 * target does not exist is reported (correction-target-missing), as is one that changes nothing
 * (correction-unneeded).
 */
#ifndef DOCMODEL_MODEL_CORRECT_H
#define DOCMODEL_MODEL_CORRECT_H

#include "model/corrections.h"
#include "model/model.h"

/* Applies CORRECTIONS to the COUNT models of all versions. New nodes are in ARENA. */
void correct_models(struct arena *arena, const struct corrections *corrections,
                    struct model *const *models, size_t count, slice primary_locale,
                    struct diagnostics *diagnostics);

/* ---- For the parts: correct_type.c, correct_property.c, correct_enumeration.c ---- */

/* A line, and the model that it is being applied to. */
struct correcting {
    struct arena *arena;
    struct diagnostics *diagnostics;
    slice primary_locale;
    const struct correction *entry;
    slice value;          /* of the entry */
    struct origin origin; /* of the entry */
    struct model *model;

    size_t found;             /* in how many models the target exists */
    size_t agreed;            /* in how many the pages say the same */
    struct origin agreed_at;  /* where they do */
    slice agreed_text;        /* what to say about it; empty: the usual */
    slice missing;            /* what does not exist, in words; empty: nothing so far */
    enum correction_field at; /* the field that names it */
    bool refused;             /* something else was reported */

    struct model_type *
        *touched; /* their properties or bases changed, which concerns derived ones */
    size_t touched_count;
};

void correct_type(struct correcting *c, struct model_type *type);
void correct_property(struct correcting *c, struct model_type *type);
void correct_enumeration(struct correcting *c, struct model_enumeration *enumeration);
void correct_member(struct correcting *c, struct model_enumeration *enumeration);

/* Adds the type or enumeration that the entry names, which there is none of. */
void correct_add_node(struct correcting *c);

/* Puts in order what follows from all corrections of the model: the order of types, who repeats
 * whom, the names and owners of enumerations in place. */
void correct_settle(struct correcting *c);

/* Reports that the line cannot be applied, at the field that is wrong. */
void correct_refuse(struct correcting *c, enum diagnostic_code code, enum correction_field field,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Reports that the entry's value names nothing. NEAREST may be empty. */
void correct_refuse_name(struct correcting *c, slice nearest);

/* Notes that the target does not exist: NAME is no WHAT. NEAREST may be empty. */
void correct_miss(struct correcting *c, enum correction_field field, const char *what, slice name,
                  slice nearest);

/* Notes that the fact is so already, at ORIGIN. */
void correct_agree(struct correcting *c, struct origin origin);

/* Records that the entry overrules DECISION with WORDS. */
void correct_overrule(struct correcting *c, struct decision *decision, slice words);

/* Sets a flag to the entry's value. Returns whether that changed it. */
bool correct_flag(struct correcting *c, struct model_facts *facts, enum model_fact_kind kind,
                  struct origin otherwise, bool *flag);

/* Sets or removes the description in the entry's locale. Returns whether that changed it. */
bool correct_description(struct correcting *c, struct model_facts *facts,
                         struct localized_texts *texts);

/* Notes that properties or the base of TYPE changed, and that the entry is one of its sources. */
void correct_touch(struct correcting *c, struct model_type *type);

/* The type or enumeration that NAME means in NAME_SPACE: qualified, or in that namespace or one
 * around it, or the only one of that name; letter case ignored. */
struct model_type *correct_find_type(const struct correcting *c, slice name_space, slice name);
struct model_enumeration *correct_find_enumeration(const struct correcting *c, slice name_space,
                                                   slice name);

/* The qualified name nearest to NAME, or nothing. */
slice correct_nearest(const struct correcting *c, slice name, bool enumerations);

/* Whether what is called OLD may be called QUALIFIED, the entry's value; if not, that is reported.
 */
bool correct_name_is_free(struct correcting *c, slice old, slice qualified);

/* Every property of the model with a type of STRUCTURED or ENUMERATION (one is NULL) is of type USE
 * now, by the entry. */
void correct_replace_uses(struct correcting *c, const struct model_type *structured,
                          const struct model_enumeration *enumeration, struct type_use use);

#endif
