/* From en-US/api-reference/beta/resources/entity.md by docmodel. Do not edit: change the page or templates/c, and build.
 * Descriptions: CC-BY-4.0. */
#ifndef GRAPH_BETA_ENTITY_H
#define GRAPH_BETA_ENTITY_H

#include <docmodel/runtime.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

/** microsoft.graph.entity: what has an id. Abstract: objects are of a derived type. */
typedef struct graph_beta_entity {
    dm_object object; /**< type, arena, explicit nulls, members that no page documents */
    /** Read-only. Key. (String, entity.md:15) */
    const char *id;
    /** Whether it is archived. (Boolean, entity.md:16) */
    dm_bool archived;
} graph_beta_entity;

/** Describes graph_beta_entity to the runtime. */
extern DM_DATA const dm_type graph_beta_entity_descriptor;

/** @return a new empty object, or NULL when there is no memory. */
static inline graph_beta_entity *graph_beta_entity_new(dm_arena *arena)
{
    return DM_AS(graph_beta_entity *, dm_new(arena, &graph_beta_entity_descriptor));
}

/** Makes a structure in the caller's own memory an empty object. */
static inline void graph_beta_entity_init(graph_beta_entity *self, dm_arena *arena)
{
    dm_init(&self->object, &graph_beta_entity_descriptor, arena);
}

/** Parses one object; see dm_parse. A JSON null is DM_OK and NULL. */
static inline dm_status graph_beta_entity_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_entity **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_entity_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_entity *, object);
    return status;
}

/** Writes an object; see dm_write. NULL is written as null. */
static inline dm_status graph_beta_entity_write(dm_arena *arena, const graph_beta_entity *self, const dm_write_options *options, const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, &graph_beta_entity_descriptor, self ? &self->object : NULL, options, text, size, error);
}

/** @return a deep copy; NULL for NULL and when there is no memory. */
static inline graph_beta_entity *graph_beta_entity_copy(dm_arena *arena, const graph_beta_entity *self)
{
    return DM_AS(graph_beta_entity *, dm_copy(arena, &graph_beta_entity_descriptor, self ? &self->object : NULL));
}

/** @return the same object when it is of this type, otherwise NULL. NULL gives NULL. */
static inline graph_beta_entity *graph_beta_entity_from(const dm_object *object)
{
    return DM_AS(graph_beta_entity *, dm_cast(object, &graph_beta_entity_descriptor));
}

DM_END_DECLARATIONS

#endif
