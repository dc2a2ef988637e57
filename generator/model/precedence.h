/*
 * Precedence: every rule that decides between sources which disagree, in one place.
 *
 * The rules are tables that are read from the top; the first that applies decides. They look at
 * claims that other parts have read and resolved, and at nothing else. README.md gives the reasons.
 */
#ifndef DOCMODEL_MODEL_PRECEDENCE_H
#define DOCMODEL_MODEL_PRECEDENCE_H

#include "model/model.h"

/* Where a description stands, as far as precedence between pages asks. */
struct precedence_place {
    const struct page *page;
    bool primary;   /* of the primary locale */
    bool annotated; /* the name comes from an annotation */
};

/*
 * Orders two descriptions of what is called NAME: negative when A goes first. DECIDING is the
 * locale that decides, or empty while that is open.
 */
int precedence_compare_places(const struct precedence_place *a, const struct precedence_place *b,
                              slice name, slice deciding);

/* What one source claims about the type of a property. */
struct claim {
    bool stated;   /* the source says something */
    bool resolved; /* ... that is a type */
    bool sentence; /* ... that is prose */
    struct type_use use;
    struct origin origin;
    slice words;
};

/* All that is claimed about the type of one property. */
struct type_claims {
    struct claim row;         /* the table of the deciding locale */
    struct claim json;        /* the JSON representation */
    struct claim inherited;   /* the documented ancestor that lists the property first */
    struct claim documented;  /* the enumeration that has exactly the listed values */
    struct claim in_place;    /* the listed values themselves */
    struct claim stable;      /* the same property in a version that is no preview */
    struct claim translation; /* the table of another locale */
    enum member_shape shape;  /* of the JSON */
    bool documents_values;    /* DOCUMENTED is only a list of the values of this property */
};

/* Which claim a rule takes. */
enum type_claim {
    CLAIM_NONE,
    CLAIM_ROW,
    CLAIM_JSON,
    CLAIM_INHERITED,
    CLAIM_DOCUMENTED,
    CLAIM_IN_PLACE,
    CLAIM_STABLE,
    CLAIM_TRANSLATION
};

/* Whether the row and the JSON, which are all that is looked at, say only String, or what is no
 * known type: then a stable version is asked. */
bool precedence_is_vague(const struct type_claims *claims);

/* Decides about the type; *rule is the text of the rule. CLAIM_NONE: the property is untyped. */
enum type_claim precedence_type(const struct type_claims *claims, const char **rule);

/* Evidence for a base type, the strongest first. */
enum base_rank {
    BASE_ANNOTATED,
    BASE_PROSE,
    BASE_FRONT_MATTER,
    BASE_ROW,
    BASE_ROOT,          /* any of the above that names a type called "entity" */
    BASE_NAMED_BY_BASE, /* a page says which types are derived from its own */
    BASE_TRANSLATED,    /* any of the above in a locale that does not decide */
    BASE_RANK_COUNT
};

/* The text of the rule, for decisions. */
const char *precedence_base_rule(enum base_rank rank);

/* What is counted about all types of one family: a base and everything that is derived from it. */
enum kind_claim {
    KIND_CALLED_ENTITY,  /* types that an annotation calls so */
    KIND_CALLED_COMPLEX, /* likewise */
    KIND_KEYED,          /* types with a key property, by annotation or in a row */
    KIND_ROOTED,         /* types that are called "entity" or name it as their base */
    KIND_RELATED,        /* relationships of other types that point at the family */
    KIND_HELD,           /* properties of other types that point at it */
    KIND_RELATES,        /* relationships of its own */
    KIND_METHODS,        /* types that have methods */
    KIND_IDS,            /* types that list a property "id" */
    KIND_CLAIM_COUNT
};

struct kind_claims {
    size_t count[KIND_CLAIM_COUNT];
};

/* Decides; *rule is the text of the rule, *shown what it went by (KIND_CLAIM_COUNT: nothing). */
enum type_kind precedence_kind(const struct kind_claims *claims, const char **rule,
                               enum kind_claim *shown);

#endif
