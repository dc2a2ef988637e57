/* Models made by hand, for tests of what is rendered from them. */
#ifndef TESTS_UNIT_RENDER_FIXTURE_H
#define TESTS_UNIT_RENDER_FIXTURE_H

#include "model/selection.h"
#include "render/render.h"

/* How many properties a type of a fixture can have, and members an enumeration. */
#define FIXTURE_MOST 48

/* A run in the making. Types and properties keep their place; order them as the model would:
 * fixture_finish sorts. */
struct fixture {
    struct arena *arena;
    struct model_set set;
    struct selection selections[4];
    struct render_options options;
    struct diagnostics diagnostics;
};

/* The prefix is "graph_", the primary locale en-US. */
void fixture_init(struct fixture *fixture, struct arena *arena);

struct model *fixture_model(struct fixture *fixture, const char *version);

/* A page of 99 lines; PATH is shown as it is. */
const struct page *fixture_page(struct fixture *fixture, const char *path, const char *locale);

struct origin fixture_origin(const struct page *page, size_t line);

/* NAME is qualified; the page is en-US/api-reference/VERSION/resources/NAME.md, its line 12. */
struct model_type *fixture_type(struct fixture *fixture, struct model *model, const char *name,
                                enum type_kind kind, const struct model_type *base);

/* A property in LINE of its type's page. TEXT, which may be NULL, describes it in English. */
struct model_property *fixture_property(struct fixture *fixture, struct model_type *type,
                                        const char *name, struct type_use use, const char *text,
                                        size_t line);

/* NAME is qualified; or NULL, for one that is listed in place in PROPERTY. */
struct model_enumeration *fixture_enumeration(struct fixture *fixture, struct model *model,
                                              const char *name,
                                              const struct model_property *property);

/* Members without numbers; fixture_member returns the one that it adds. */
struct model_member *fixture_member(struct model_enumeration *enumeration, const char *name);

struct localized_texts fixture_text(struct fixture *fixture, const char *locale, const char *text,
                                    struct origin origin);

struct type_use fixture_primitive(enum edm_primitive primitive);
struct type_use fixture_object(const struct model_type *type);
struct type_use fixture_enumerated(const struct model_enumeration *enumeration);
struct type_use fixture_untyped(void);
struct type_use fixture_many(struct type_use use);

/* An example: JSON in TEXT. */
void fixture_example(struct fixture *fixture, struct model_type *type, const char *text,
                     size_t line);

/* Sorts everything, and selects all of it. */
void fixture_finish(struct fixture *fixture);

/* The view of the type or enumeration called NAME, or of everything when it is empty. */
const struct json_value *fixture_context(struct fixture *fixture, const char *name);

/* The value that KEYS, names between slashes and indices, lead to ("type/c/comment/0"), or NULL. */
const struct json_value *fixture_at(const struct json_value *value, const char *keys);

/* Its text; fails the test when there is none. */
slice fixture_text_at(const struct json_value *value, const char *keys);

/* The model that tests/runtime/layout shows, as version beta, with the prefix "graph_beta_". */
void fixture_layout(struct fixture *fixture);

#endif
