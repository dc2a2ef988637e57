/*
 * The view: what templates see, as JSON. Private to generator/render; templates/README.md is the
 * guide to every key.
 *
 * Each kind of thing has its keys under its own name ("type.name"); below it, "c" holds what only C
 * needs, as finished text. A value of a section is null, or an object, or an array of objects, with
 * one member that has the name of its kind, so that names inside of the section begin with it.
 */
#ifndef DOCMODEL_RENDER_VIEW_H
#define DOCMODEL_RENDER_VIEW_H

#include "model/selection.h"
#include "render/c_names.h"
#include "render/render.h"
#include "support/json.h"

/* What every view of a run is made from; const once it is made. */
struct view_run {
    const struct model_set *models;
    const struct selection *selections; /* one an API */
    size_t count;
    const struct c_names *names;
    const struct render_options *options;
};

/* One view: an arena, and the API that it is about. */
struct view {
    struct arena *arena;
    const struct view_run *run;
    const struct selection *selection; /* NULL in views of the whole project */
    const struct c_api_names *names;   /* of the selection's API */
};

/* What the lists of types and enumerations hold. */
enum view_lists {
    VIEW_NO_LISTS,
    VIEW_BRIEF, /* the names of each */
    VIEW_WHOLE  /* all keys of each; bases before the types that are derived from them */
};

/* ---- roots: the view of one file, by kind ---- */

struct json_value *view_once(struct arena *arena, const struct view_run *run,
                             enum view_lists lists);
struct json_value *view_api(const struct view *view, enum view_lists lists);
struct json_value *view_namespace(const struct view *view, slice name_space, enum view_lists lists);
struct json_value *view_type(const struct view *view, const struct model_type *type);
struct json_value *view_enumeration(const struct view *view,
                                    const struct model_enumeration *enumeration);
struct json_value *view_of_shard(const struct view *view, unsigned shard);

/* The namespaces of the selected types and enumerations, sorted. */
slice *view_namespaces(const struct view *view, size_t *count);

/* How many shards the API has. */
unsigned view_shard_count(const struct view *view);

/* ---- parts ---- */

/* "project" and "api" as members of ROOT. */
void view_add_project(const struct view *view, struct json_value *root, enum view_lists lists);
void view_add_api(const struct view *view, struct json_value *root, enum view_lists lists);

/* The keys of a type, and of one that is only mentioned. */
struct json_value *view_type_keys(const struct view *view, const struct model_type *type);
struct json_value *view_type_brief(const struct view *view, const struct model_type *type);
struct json_value *view_enumeration_brief(const struct view *view,
                                          const struct model_enumeration *enumeration);

/* The keys of an enumeration, in place or not. */
struct json_value *view_enumeration_keys(const struct view *view,
                                         const struct model_enumeration *enumeration);

/* Whether the enumeration is one of flags in C: each member has bits, its number or its own. One
 * that is said to be, but has numbers that no enumerator can have, is an ordinary one. */
bool view_is_flags(const struct model_enumeration *enumeration);

/* The keys of PROPERTY as it stands in TYPE, which may inherit it; INDENT is that of its comment.
 */
struct json_value *view_property_keys(const struct view *view, const struct model_type *type,
                                      const struct model_property *property, size_t indent);

/* The keys of C of a type, with its tables. */
void view_type_add_c(const struct view *view, const struct model_type *type,
                     struct json_value *keys);

/* The data of a type's tests: its examples, and each value in them. */
void view_type_add_tests(const struct view *view, const struct model_type *type,
                         struct json_value *keys);

/* How many types TYPE has above it and is itself, so that a base has fewer. */
size_t view_type_depth(const struct model_type *type);

/* The rendered properties of TYPE, inherited ones first, each name once. */
const struct model_property **view_all_properties(const struct view *view,
                                                  const struct model_type *type, size_t *count);

/* Whether the API has TYPE or ENUMERATION selected. */
bool view_has_type(const struct view *view, const struct model_type *type);
bool view_has_enumeration(const struct view *view, const struct model_enumeration *enumeration);

/* Whether the property is listed by TYPE itself and stands in its output. */
bool view_is_own(const struct model_property *property);

#endif
