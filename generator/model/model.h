/*
 * The intermediate model: one canonical, immutable description of each API version, every fact with
 * its origin.
 *
 * Built once from the facts of all pages, const afterwards. Types and enumerations are sorted by
 * qualified name, properties and members stand in page order. Nothing here knows of C or templates.
 */
#ifndef DOCMODEL_MODEL_MODEL_H
#define DOCMODEL_MODEL_MODEL_H

#include "extract/facts.h"
#include "model/edm.h"
#include "support/diagnostic.h"

/* Where a fact stands: on a page, or in a file of corrections (model/corrections.h), for which PAGE
 * has a source but no locale. */
struct origin {
    const struct page *page; /* NULL: nowhere, it was concluded */
    struct span span;
};

/* One source that was read for a fact. */
struct evidence {
    struct origin origin;
    slice words; /* what it says, as a reader sees it */
    bool taken;  /* the decision follows it */
};

/* How a fact came about: every source that was read, and the rule that decided. */
struct decision {
    const char *rule;          /* one line for people, from the table in model/precedence.c */
    struct evidence *evidence; /* those taken first */
    size_t evidence_count;
};

/* What a decision is about, where a node has several. */
enum model_fact_kind {
    FACT_NAME,
    FACT_NAVIGATION,
    FACT_READ_ONLY,
    FACT_REQUIRED,
    FACT_KEY,
    FACT_NULLABLE,
    FACT_MIN_LENGTH,
    FACT_MAX_LENGTH,
    FACT_MINIMUM,
    FACT_MAXIMUM,
    FACT_EXCLUSIVE_MINIMUM,
    FACT_EXCLUSIVE_MAXIMUM,
    FACT_MAX_ITEMS,
    FACT_OPEN,
    FACT_ABSTRACT,
    FACT_MEDIA,
    FACT_DEPRECATED,
    FACT_FLAGS,
    FACT_NUMBER,
    FACT_DESCRIPTION /* only of a corrected one: the texts have origins of their own */
};

struct model_fact {
    enum model_fact_kind kind;
    slice locale; /* of a description, else empty */
    struct decision decision;
};

/* How the facts of one node came about, but for those that have a field of their own. Sorted by
 * kind and locale; one that no source states has no item. */
struct model_facts {
    struct model_fact *items;
    size_t count;
};

/* A description in one locale. */
struct localized_text {
    slice locale;
    slice text;
    struct origin origin;
};

struct localized_texts {
    struct localized_text *items; /* the primary locale's first, then sorted by locale */
    size_t count;
};

struct model_type;
struct model_enumeration;

enum type_use_kind {
    USE_PRIMITIVE,
    USE_ENUMERATION,
    USE_STRUCTURED, /* an entity or complex type */
    USE_UNTYPED     /* any JSON: unresolved, or documented so */
};

/* The type of a property. */
struct type_use {
    enum type_use_kind kind;
    bool collection;
    enum edm_primitive primitive;                /* USE_PRIMITIVE */
    const struct model_enumeration *enumeration; /* USE_ENUMERATION */
    const struct model_type *structured;         /* USE_STRUCTURED */
};

struct model_property {
    slice name; /* the JSON name; letter case counts */
    const struct model_type *owner;
    struct type_use type;
    bool navigation;
    bool read_only;
    bool required;
    bool key;
    bool deprecated;
    bool rendered; /* false: only translations list it, and the merge is by the primary locale */
    enum nullability nullable;
    struct limit *limits; /* those that suit the type, one a kind, or NULL: none is stated */
    const struct model_property *repeats; /* the inherited property that this one lists again */
    struct localized_texts descriptions;
    struct origin origin;     /* of the row or member that gave the name */
    struct decision decision; /* of its type */
    struct model_facts facts;
};

static inline struct limit model_limit(const struct model_property *property, enum limit_kind kind)
{
    return property->limits != NULL ? property->limits[kind] : (struct limit){0};
}

enum type_kind { KIND_ENTITY, KIND_COMPLEX };

/* Why something that only translations describe is not rendered; see model/supply.h. */
enum withheld { WITHHELD_NOT, WITHHELD_AHEAD, WITHHELD_REPLACED, WITHHELD_RENAMED };

/* An instance that a page shows. */
struct model_example {
    const struct json_value *value;
    bool collection;
    struct origin origin;
};

struct model_type {
    size_t index; /* in its model's types */
    const struct model *model;
    slice qualified; /* "microsoft.graph.callRecords.session" */
    slice name_space;
    slice name;
    enum type_kind kind;
    const struct model_type *base; /* NULL: none, or not among the pages */
    slice base_name;               /* qualified, also when the base has no page; empty: none */
    /* Qualified: the root of entity types, for an entity type whose base nobody states. Most likely
     * right, but a guess, and not rendered. Empty: none. */
    slice implied_base;
    slice title; /* H1 of the primary page */
    slice key_property;
    bool open;
    bool abstract;
    bool media;
    bool deprecated;
    enum withheld withheld; /* not rendered unless asked for by name */
    struct localized_texts descriptions;
    struct model_property *properties; /* those listed for the type, repeated ones included */
    size_t property_count;
    struct model_example *examples;
    size_t example_count;
    struct origin origin;      /* of the name, on the page that decides */
    const struct page **pages; /* all that describe it, the deciding one first */
    size_t page_count;
    struct decision base_decision;
    struct decision kind_decision;
    struct model_facts facts;
};

struct model_member {
    slice name;
    bool numbered;
    long long number;
    struct localized_texts descriptions;
    struct origin origin;
    struct model_facts facts;
};

struct model_enumeration {
    size_t index; /* in its model's enumerations */
    const struct model *model;
    /* A documented one has a name; one that is only listed in place is named after the type that
     * first lists it along the base chain, and the property. */
    bool in_place;
    slice qualified; /* in place: qualified owner, ".", property */
    slice name_space;
    slice name;                            /* empty in place */
    const struct model_property *property; /* in place: where it is first listed; else NULL */
    bool flags;
    bool evolvable; /* lists unknownFutureValue */
    enum withheld withheld;
    struct localized_texts descriptions;
    struct model_member *members;
    size_t member_count;
    struct origin origin;
    struct model_facts facts;
};

/* All of one API version. */
struct model {
    slice version; /* "v1.0" */
    struct model_type **types;
    size_t type_count;
    struct model_enumeration **enumerations;
    size_t enumeration_count;
};

/* The models of all versions, sorted by version. */
struct model_set {
    struct model **models;
    size_t count;
    slice primary_locale;
};

struct corrections;

enum merge { MERGE_PRIMARY, MERGE_UNION };

struct model_options {
    slice primary_locale;
    enum merge merge;
    const struct corrections *corrections; /* NULL: none */
    /* Leaves out who states the flags and the like of types, properties and members (their
     * `facts`). Only "docmodel why" and corrections look at that. */
    bool without_facts;
    /* Leaves out descriptions, too, and what speaks for and against types of properties: all that
     * is wanted are the diagnostics, and what there is in numbers. */
    bool for_diagnostics;
};

/*
 * Builds the models from the facts of COUNT pages, given in any order. Everything is in ARENA or
 * borrowed from the facts, which must outlive it. Never fails: what cannot be concluded is
 * reported and left untyped.
 */
const struct model_set *model_build(struct arena *arena, const struct page_facts *const *pages,
                                    size_t count, const struct model_options *options,
                                    struct diagnostics *diagnostics);

/* The type or enumeration of that qualified name (letter case counts), or NULL. */
const struct model_type *model_find_type(const struct model *model, slice qualified);
const struct model_enumeration *model_find_enumeration(const struct model *model, slice qualified);

/* The property of that name, the type's own or inherited, or NULL. */
const struct model_property *model_find_property(const struct model_type *type, slice name);

/* How that fact came about, or NULL. */
const struct decision *model_decision(const struct model_facts *facts, enum model_fact_kind kind);

/* How the description in LOCALE came about if it was corrected, else NULL. */
const struct decision *model_text_decision(const struct model_facts *facts, slice locale);

/* The text in LOCALE, else in the primary locale, else the first; NULL when there is none. */
const struct localized_text *model_text(const struct localized_texts *texts, slice locale);

bool model_same_use(const struct type_use *a, const struct type_use *b);

/* "Edm.Int32", "microsoft.graph.user", "Edm.Untyped"; without the collection. */
slice model_type_use_name(const struct type_use *use);

#endif
