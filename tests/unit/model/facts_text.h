/*
 * Page facts from compact text, so that a test of the model states its pages in a few lines.
 *
 *     page LOCALE VERSION STEM [HANDOFF]
 *     type NAME [unannotated] [entity] [complex] [open] [abstract] [media] [deprecated] [methods]
 * [key=NAME] base annotation|prose|front-matter|row REFERENCE derived REFERENCE row NAME REFERENCE
 * [read-only] [required] [key] [nullable] [not-nullable] [words] [values=a,b] [max=256]
 * [from=REFERENCE] rel NAME REFERENCE ...             (as row) json NAME
 * nothing|string|integer|fraction|boolean|object [array] [type=REFERENCE] [values=a,b] enum NAME
 * [fragment=SLUG] [flags] member NAME [NUMBER] [unquoted] example TYPE {...}
 *
 * The language "qx" has no vocabulary. Each line may end in " // description". A reference is
 * "Edm.String", "[]Edm.String" for a collection, "name@page#fragment", "words=name" where they
 * differ, "?sentence" or "-" for nothing. "words" marks a name cell that holds no identifier. Every
 * page is a source of its own, whose first line is the page line.
 */
#ifndef DOCMODEL_TESTS_MODEL_FACTS_TEXT_H
#define DOCMODEL_TESTS_MODEL_FACTS_TEXT_H

#include "model/model.h"

struct facts_fixture {
    struct arena arena;
    struct diagnostics diagnostics;
    struct model_options options;
    const struct page_facts **pages;
    size_t page_count;
    const struct model_set *models;
};

/* Primary locale en-US, merge by the primary locale. */
void facts_init(struct facts_fixture *fixture);
void facts_finish(struct facts_fixture *fixture);

/* Adds the pages of TEXT, which must outlive the fixture. A malformed line fails the test. */
void facts_add(struct facts_fixture *fixture, const char *text);

/* Builds the models of all pages added so far. */
void facts_build(struct facts_fixture *fixture);

/* Both at once; returns the first model. */
const struct model *facts_model(struct facts_fixture *fixture, const char *text);

/* A type, property or enumeration that must be there, or the test fails. */
const struct model_type *facts_type(const struct model *model, const char *qualified);
const struct model_property *facts_property(const struct model *model, const char *qualified,
                                            const char *name);
const struct model_enumeration *facts_enumeration(const struct model *model, const char *qualified);

/* Asserts that the type of a property is TYPE: "Edm.String", "[]microsoft.graph.user". */
void facts_assert_type(const struct model *model, const char *qualified, const char *name,
                       const char *type);

/* How many diagnostics have CODE; *first is the first of them, if there is one. */
size_t facts_count(const struct facts_fixture *fixture, enum diagnostic_code code,
                   const struct diagnostic **first);

/* Asserts that SPAN begins at LINE and COLUMN. */
void facts_assert_position(struct span span, size_t line, size_t column);

void facts_assert_slice(slice actual, const char *expected);

#endif
