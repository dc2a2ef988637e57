/*
 * Facts: what one page says, before any other page is asked.
 *
 * Facts are raw: located, possibly incomplete, possibly contradictory. Natural language stops here:
 * words of a locale are turned into the flags, references and names below, and nothing behind this
 * stage looks at them again. Identity, precedence and repair between pages are the model's.
 */
#ifndef DOCMODEL_EXTRACT_FACTS_H
#define DOCMODEL_EXTRACT_FACTS_H

#include "support/decimal.h"
#include "support/json.h"
#include "support/source.h"

/* A page and where it belongs. */
struct page {
    const struct source *source;
    slice locale;    /* "en-US"; letter case normalised */
    slice version;   /* "v1.0", "beta" */
    slice handoff;   /* ms.lasthandoff as written ("12/20/2018"), or empty */
    bool translated; /* by machine: its words may be wrong, its code is not */
    bool wordless;   /* its language has no vocabulary */
    slice stem;      /* file name without ".md", lower case: what links lead to */
};

/* Where a link to a page leads. */
struct type_link {
    slice stem;     /* of the page, lower case */
    slice fragment; /* without "#", lower case; may be empty */
};

/* What a reference to a type says, unresolved. */
struct type_reference {
    slice words;     /* as a reader sees them */
    slice name;      /* "Edm.Int32", "microsoft.graph.user", "resultInfo"; empty: no name stated */
    bool primitive;  /* NAME is an Edm primitive type */
    bool collection; /* a collection word or sign was there */
    bool sentence;   /* the words are prose, not a type */
    const struct type_link *link; /* NULL: leads to no page */
    struct span span;             /* source NULL: nothing stated */
};

/* Both are empty without a link. */
static inline slice type_reference_stem(const struct type_reference *reference)
{
    return reference->link != NULL ? reference->link->stem : (slice){0};
}

static inline slice type_reference_fragment(const struct type_reference *reference)
{
    return reference->link != NULL ? reference->link->fragment : (slice){0};
}

/* One listed value of an enumeration, or of a property that lists its values. */
struct value_facts {
    slice name; /* as written; letter case counts */
    slice description;
    bool numbered;
    long long number;
    bool quoted; /* stood in backticks or in JSON, so that no translation touched it */
    struct span span;
};

struct value_list {
    struct value_facts *items;
    size_t count;
};

/* Limits of a property's values, inclusive but for those that say so. */
enum limit_kind {
    LIMIT_MIN_LENGTH, /* characters of a text */
    LIMIT_MAX_LENGTH,
    LIMIT_MINIMUM, /* of a number */
    LIMIT_MAXIMUM,
    LIMIT_EXCLUSIVE_MINIMUM, /* a number that values are above */
    LIMIT_EXCLUSIVE_MAXIMUM, /* a number that values are below */
    LIMIT_MAX_ITEMS,         /* of a collection */
    LIMIT_COUNT
};

struct limit {
    bool stated;
    struct decimal value; /* of lengths and items: whole and above 0 */
};

enum nullability { NULLABLE_UNSTATED, NULLABLE_YES, NULLABLE_NO };

/* One row of a property or relationship table. */
struct property_facts {
    slice name;      /* the identifier of the name cell, or its words when they are none */
    bool identifier; /* NAME is shaped like one, or is a key of the JSON as it stands */
    bool relationship;
    bool read_only;
    bool required;
    bool key;
    bool deprecated;
    uint8_t nullable; /* enum nullability */
    struct type_reference type;
    slice description; /* for comments: code in backticks, other markup removed */
    struct span description_span;
    /* NULL unless it says that it is inherited; which type from may be left open. */
    const struct type_reference *inherited_from;
    struct limit *limits; /* one a kind, or NULL: none is stated; some may not suit the type */
    struct value_list values;
    struct span span; /* of the name cell */
};

/* What a row states for one kind of limit. */
static inline struct limit property_limit(const struct property_facts *property,
                                          enum limit_kind kind)
{
    return property->limits != NULL ? property->limits[kind] : (struct limit){0};
}

/* What a member of a JSON representation shows. */
enum member_shape {
    SHAPE_NOTHING, /* null or an empty array */
    SHAPE_STRING,
    SHAPE_INTEGER,
    SHAPE_FRACTION,
    SHAPE_BOOLEAN,
    SHAPE_OBJECT
};

/* One member of a JSON representation; a key that is no identifier counts when
 * a row of the page is called so, else it is a sample and left out. */
struct member_facts {
    slice name;
    enum member_shape shape; /* of the value, or of an array's first element */
    bool collection;
    struct type_reference type; /* from "@odata.type", or a placeholder ("String (timestamp)") */
    struct value_list values;   /* of "a | b | c" */
    struct span span;           /* of the key */
};

enum base_evidence {
    BASE_BY_ANNOTATION,   /* "baseType" */
    BASE_BY_PROSE,        /* "Inherits from [x]" */
    BASE_BY_FRONT_MATTER, /* the same in the description */
    BASE_BY_ROW           /* "Inherited from [x]" in a row */
};

struct base_facts {
    enum base_evidence evidence;
    struct type_reference type;
};

/* What an annotation says of the kind of a type ("complexType"). */
enum stated_kind { KIND_UNSTATED, KIND_STATED_ENTITY, KIND_STATED_COMPLEX };

/* What a page says of one structured type. */
struct type_facts {
    slice name;       /* qualified, as the annotation has it ("microsoft.graph.x"), or the best that
                         stands in its place: word of the title, JSON, anchor of a translated title
                         (in lower case), file name; short if the page states no namespace */
    bool annotated;   /* NAME comes from an annotation */
    struct span span; /* where the name stands */
    slice title;      /* H1 */
    slice description;
    struct span description_span;
    struct base_facts *bases;
    size_t base_count;
    struct type_reference *derived; /* types that the page says are derived from this one */
    size_t derived_count;
    slice key_property;
    enum stated_kind stated_kind;
    bool open;
    bool abstract;
    bool media;
    bool deprecated;
    bool has_methods; /* a methods table with rows */
    struct property_facts *properties;
    size_t property_count;
    const struct member_facts *members; /* of the JSON representation; see type_member_span */
    size_t member_count;
    struct span json;       /* the body of the JSON representation; source NULL without one */
    struct span members_in; /* the same, or another page's of the same text, which gave MEMBERS */
};

/* The place of a span that a member of TYPE has: pages with the same JSON share its members. Values
 * of members need it not: members that list some are shared by none. */
static inline struct span type_member_span(const struct type_facts *type, struct span span)
{
    bool shown = type->json.source != NULL;
    return shown ? span_move(span, type->members_in, type->json) : span;
}

/*
 * What a page says of an enumeration that it documents by name. A section "x values" of a type that
 * has a string property x is none: its values are the property's.
 */
struct enumeration_facts {
    slice name; /* qualified if the page says so, else short; in lower case where a translated
                   heading has lost it and the anchor gives it */
    struct span span;
    slice fragment; /* slug of its section, for links ("status-values"); may be empty */
    slice description;
    struct value_list members;
    bool flags;
};

/* A JSON block that shows an instance. */
struct example_facts {
    slice type; /* from its annotation, else the type of the page */
    struct json_value *value;
    struct span span; /* of the JSON text */
    bool collection;  /* the annotation says that it is a collection of TYPE */
    bool truncated;
};

/* What a page spells in code, and so as the service does (see spelled.h). */
struct spelled {
    slice *words; /* of JSON, listed values and descriptions, but such as no language writes */
    size_t word_count;
    const struct property_facts **rows; /* that may tell what other rows of their type are called */
    size_t row_count;
};

enum page_kind {
    PAGE_TYPE,
    PAGE_ENUMERATION,
    PAGE_BOTH,
    PAGE_OVERVIEW, /* prose about an area; states no type */
    PAGE_IGNORED,  /* no resource page: REASON says why */
    PAGE_UNUSABLE  /* an error was reported */
};

struct page_facts {
    struct page page;
    enum page_kind kind;
    slice reason; /* PAGE_IGNORED: why, in words */
    slice title;  /* H1 */
    struct type_facts *types;
    size_t type_count;
    struct enumeration_facts *enumerations;
    size_t enumeration_count;
    struct example_facts *examples;
    size_t example_count;
    struct spelled spelled;
};

#endif
