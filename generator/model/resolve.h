/* Resolution: from a reference on a page to what it means among the pages of its version. */
#ifndef DOCMODEL_MODEL_RESOLVE_H
#define DOCMODEL_MODEL_RESOLVE_H

#include "model/build.h"

enum resolution {
    RESOLVED,
    RESOLVED_UNTYPED,  /* the reference says that values have several forms, or any */
    UNRESOLVED_ABSENT, /* nothing is stated */
    UNRESOLVED_SENTENCE,
    UNRESOLVED_NAME,
    UNRESOLVED_LINK /* it leads to no page, and the name is not known either */
};

/* Whether the reference may be a word of a language without a vocabulary: plain, and no link. */
bool resolve_is_foreign_word(const struct build_page *page, const struct type_reference *reference);

/*
 * What REFERENCE on PAGE, written in a type of NAME_SPACE, means. A link to the values of an
 * enumeration, or to a page that documents an enumeration only, is stronger than a primitive word.
 * A name is looked for on the page that the link leads to, then as it is, in NAME_SPACE and the
 * namespaces around it, in the one in general use, then anywhere if only one thing is called so;
 * then the link alone decides. Letter case is ignored throughout. *use is set for RESOLVED only.
 */
enum resolution resolve_reference(const struct build *build, const struct build_page *page,
                                  slice name_space, const struct type_reference *reference,
                                  struct type_use *use);

/* What the type that a row states means. USE is set as by resolve_reference. */
struct row_meaning {
    enum resolution resolution;
    struct type_use use;
};

/* What TYPE means if it is primitive and no link, so that nothing else can be meant; else NULL. All
 * that mean the same share it. */
const struct row_meaning *resolve_plain(struct build *build, const struct type_reference *type);

/*
 * What the type means that ROW, one of the rows of PROPERTY of TYPE, states. It is resolved once,
 * and rows of a property that say the same share it.
 */
const struct row_meaning *resolve_row(const struct build *build, const struct build_type *type,
                                      const struct build_property *property,
                                      struct row_source *row);

/* Makes resolve_row resolve the rows again that name what has become the only thing called so. */
void resolve_forget_plainer(struct build *build);

/* The structured type that REFERENCE means, or NULL. */
struct build_type *resolve_type(const struct build *build, const struct build_page *page,
                                slice name_space, const struct type_reference *reference);

/*
 * The qualified name that REFERENCE states, whether documented or not: as it is, or completed with
 * the namespace in general use. Empty when it states no identifier.
 */
slice resolve_stated_name(const struct build *build, const struct type_reference *reference);

#endif
