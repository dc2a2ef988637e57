/*
 * What the parts of this stage share while a model is being built. Private to generator/model.
 *
 * A build works on the pages of one API version. Its structures live in the scratch arena and are
 * gone when the model stands; they point to the nodes of the model that they fill in. The order of
 * the parts is that of model_build.c.
 */
#ifndef DOCMODEL_MODEL_BUILD_H
#define DOCMODEL_MODEL_BUILD_H

#include "model/model.h"
#include "support/map.h"

struct build_type;
struct build_enumeration;

/* A page, and what it describes. */
struct build_page {
    const struct page_facts *facts;
    bool primary; /* of the primary locale */
    struct build_type **types;
    size_t type_count;
    struct build_enumeration **enumerations; /* one for each enumeration of the facts */
    size_t enumeration_count;
};

/* One page's description of a type. */
struct type_source {
    const struct build_page *page;
    const struct type_facts *facts;
    bool deciding; /* of the locale that decides about the type */
    bool related;  /* outside of its rows, it names base types or derived ones */
    bool inherits; /* its rows say from which type they are; known with the properties */
};

/* A row or a JSON member that belongs to a property. */
struct row_source {
    const struct type_source *source;
    const struct property_facts *facts;
    const struct row_meaning *meaning; /* NULL: not asked for yet; see resolve_row */
    bool repaired; /* the order of the rows gave the name, not what the cell says */
};

struct member_source {
    const struct type_source *source;
    const struct member_facts *facts;
};

struct build_property {
    slice name;
    struct build_property *same; /* in BY_NAME: another one whose name differs in letter case */
    bool drift;                  /* listed by translations only */
    bool confirmed;              /* drift: the translation's JSON shows it too */
    bool lists;                  /* a row or member of it lists values */
    struct row_source *rows;     /* of the deciding locale first */
    size_t row_count;
    struct member_source *members; /* likewise */
    size_t member_count;
    struct model_property *result;
};

struct build_type {
    slice qualified;
    slice name_space;
    slice name;
    struct type_source *sources; /* of the deciding locale first */
    size_t source_count;
    struct build_property **properties;
    size_t property_count;
    struct map by_name; /* of many: the first build_property of a name, letter case ignored */
    bool navigates;     /* a property is a relationship */
    bool has_methods;
    bool kind_stated; /* by a source */
    struct build_type *base;
    size_t depth; /* number of documented ancestors */
    struct model_type *result;
};

/* A property that lists values. */
struct listing_property {
    const struct build_type *type;
    const struct build_property *property;
};

struct enumeration_source {
    const struct build_page *page;
    const struct enumeration_facts *facts; /* NULL: ROW names and lists it */
    const struct property_facts *row;
    bool deciding;
};

/* One value that a property lists. */
struct listed_value {
    const struct value_facts *facts;
    const struct build_page *page;
};

struct listed_values {
    struct listed_value *items;
    size_t count;
};

struct build_enumeration {
    slice qualified; /* empty for one that is listed in place */
    slice name_space;
    slice name;
    struct enumeration_source *sources;
    size_t source_count;
    struct listed_values listed; /* see listed_members.h */
    bool used;                   /* a row is of it */
    bool incomplete;             /* the names of some members are not known */
    struct model_enumeration *result;
};

/* What a name stands for: at most one of the two is set. */
struct named {
    struct build_type *type;
    struct build_enumeration *enumeration;
};

/* All that bear one short name, or list one set of members. */
struct named_list {
    struct named *items;
    size_t count;
    bool asked;   /* for the only thing called so, when there were several */
    bool plainer; /* ... of which one is left: see identity_forget_enumeration */
};

/* All pages that a link may lead to. */
struct page_list {
    struct build_page **items;
    size_t count;
    bool alike; /* they describe the same types and no enumerations, whatever their locale */
};

struct row_meaning;
struct spelling;

struct build {
    struct arena *arena;   /* of the model */
    struct arena *scratch; /* of the build */
    struct arena *brief;   /* of one table or enumeration; rewound for the next */
    struct diagnostics *diagnostics;
    const struct model_options *options;
    struct model *model;
    slice version;
    const struct model *stable; /* for a preview: the newest version that is none; else NULL */
    const struct spelling *spelling;
    slice general; /* the namespace in general use */

    struct build_page *pages; /* the primary locale's first, then by path */
    size_t page_count;
    struct build_type **types; /* sorted by qualified name once collected */
    size_t type_count;
    struct build_enumeration **enumerations; /* sorted likewise; those in place come last */
    size_t enumeration_count;
    struct listing_property *listing; /* in the order of types and properties */
    size_t listing_count;

    const struct row_meaning **plain; /* what primitive types mean; see resolve_plain */

    struct map by_qualified; /* struct named, letter case ignored */
    struct map by_short;     /* struct named_list, letter case ignored */
    struct map by_stem;      /* struct page_list */
    bool lower_members;      /* nearly all enumerations begin their members with small letters */
    struct map by_values;    /* struct named_list of enumerations, by their set of members */
};

/* The origin of something on PAGE. */
static inline struct origin build_origin(const struct build_page *page, struct span span)
{
    return (struct origin){&page->facts->page, span};
}

/* That of MEMBER or of what it shows, by a span that it has. */
static inline struct origin build_member_origin(const struct member_source *member,
                                                struct span span)
{
    return build_origin(member->source->page, type_member_span(member->source->facts, span));
}

#endif
