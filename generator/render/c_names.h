/*
 * The names of everything in the generated C of a run, told apart in one pass.
 *
 * The pass covers every final identifier with file scope (types, enumerators, functions,
 * descriptors, statics, guards of headers) of all APIs of the run, since they can be linked into
 * one program; members of structures within each structure and its bases; and files within an API,
 * letter case ignored. A name that is taken gets "_2", "_3" behind it. Documented names are given
 * first: types and enumerations with names (those in the fewest namespaces first, then by qualified
 * name), then enumerations that are listed in place, then members of enumerations, then what is
 * made up around them. Names depend on the models only, never on what is selected or merged.
 */
#ifndef DOCMODEL_RENDER_C_NAMES_H
#define DOCMODEL_RENDER_C_NAMES_H

#include "model/model.h"

/* The most shards an API can have; more are taken for this many. Their files have names, too. */
#define C_NAMES_SHARDS_MAX 1024

/* What is made up around a type: its own name with something behind it. */
enum c_type_name {
    C_TYPE_DESCRIPTOR,
    C_TYPE_NEW,
    C_TYPE_INIT,
    C_TYPE_PARSE,
    C_TYPE_WRITE,
    C_TYPE_COPY,
    C_TYPE_FROM,
    C_TYPE_FIELDS,
    C_TYPE_RULES,
    C_TYPE_PAGE,
    C_TYPE_PAGE_DESCRIPTOR,
    C_TYPE_PAGE_PARSE,
    C_TYPE_PAGE_FIELDS,
    C_TYPE_PAGE_TEST,
    C_TYPE_GUARD,
    C_TYPE_TEST,
    C_TYPE_EXAMPLES,
    C_TYPE_VALUES,
    C_TYPE_TEXTS,
    C_TYPE_NAME_COUNT
};

/* ... around an enumeration ... */
enum c_enumeration_name {
    C_ENUMERATION_FIELD,
    C_ENUMERATION_DESCRIPTOR,
    C_ENUMERATION_OF,
    C_ENUMERATION_FROM_TEXT,
    C_ENUMERATION_TO_TEXT,
    C_ENUMERATION_MEMBERS,
    C_ENUMERATION_TEXTS,
    C_ENUMERATION_UNRECOGNIZED,
    C_ENUMERATION_ABSENT,
    C_ENUMERATION_GUARD,
    C_ENUMERATION_TEST,
    C_ENUMERATION_TEST_MEMBERS,
    C_ENUMERATION_NAME_COUNT
};

/* ... and around an API. */
enum c_api_name {
    C_API_TYPES,
    C_API_TYPES_ITEMS,
    C_API_GUARD,
    C_API_GENERATION,
    C_API_GENERATION_GUARD,
    C_API_TEST_CASES,
    C_API_TEST_ENUMERATIONS,
    C_API_NAME_COUNT
};

/* The keys under which templates see them: "descriptor", "new", ... */
slice c_type_name_key(enum c_type_name name);
slice c_enumeration_name_key(enum c_enumeration_name name);
slice c_api_name_key(enum c_api_name name);

struct c_type_names {
    slice name;   /* "graph_call_records_session" */
    slice file;   /* "call_records/session": below a folder, without an extension */
    slice member; /* "as_call_records_session": what a derived type calls its base */
    slice around[C_TYPE_NAME_COUNT];
    slice *properties; /* by index in the type's properties */
};

struct c_enumeration_names {
    slice name;
    slice file; /* empty in place */
    slice around[C_ENUMERATION_NAME_COUNT];
    slice *members; /* by index */
};

struct c_api_names {
    const struct model *model;
    slice prefix;    /* "graph_beta_"; may be empty */
    slice folder;    /* "graph_beta" */
    slice component; /* "beta", "v1" */
    slice target;    /* "graph_beta", "graph_v1" */
    slice root;      /* the namespace that no name mentions */
    slice around[C_API_NAME_COUNT];
    struct c_type_names *types;               /* by index in the model */
    struct c_enumeration_names *enumerations; /* by index in the model */
};

struct c_names {
    slice project; /* "graph" */
    slice option;  /* "GRAPH" */
    struct c_api_names *apis;
    size_t count;
};

/*
 * Names everything of COUNT models. PREFIX is that of v1.0; other versions put their own behind it,
 * unless there is but one and the prefix is EXACT, its own. Everything is in ARENA.
 */
const struct c_names *c_names_make(struct arena *arena, const struct model *const *models,
                                   size_t count, slice prefix, bool exact);

const struct c_api_names *c_names_api(const struct c_names *names, const struct model *model);
const struct c_type_names *c_names_type(const struct c_names *names, const struct model_type *type);
const struct c_enumeration_names *c_names_enumeration(const struct c_names *names,
                                                      const struct model_enumeration *enumeration);

/* The name of a property's member in the structure of its owner, and of those derived from it. */
slice c_names_property(const struct c_names *names, const struct model_property *property);

#endif
