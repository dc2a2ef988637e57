/*
 * From en-US/api-reference/beta/resources/entity.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
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

/**
 * microsoft.graph.entity: The type that all entities derive from: whatever has an identity of its
 * own. It is abstract; a response holds one of the types derived from it. (entity.md:37)
 * Abstract: objects are of a derived type.
 */
typedef struct graph_beta_entity {
    dm_object object; /**< type, arena, explicit nulls, members that no page documents */
    /**
     * Tells the entity apart from all others of its kind. Key. Read-only. (String, key,
     * entity.md:21)
     */
    const char *id;
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

/** A page of entity objects, as lists of them are answered. */
typedef struct graph_beta_entity_page {
    dm_object object; /**< type, arena, explicit nulls, other members */
    const char *context; /**< `@odata.context` */
    dm_int64 count; /**< `@odata.count` */
    const char *next_link; /**< `@odata.nextLink`: where the next page is, NULL on the last */
    const char *delta_link; /**< `@odata.deltaLink`: where later changes are */
    /** The elements. */
    struct {
        graph_beta_entity **items;
        size_t count;
        bool has;
    } value;
} graph_beta_entity_page;

/** Describes graph_beta_entity_page to the runtime. */
extern DM_DATA const dm_type graph_beta_entity_page_descriptor;

/** Parses a page; see dm_parse. */
static inline dm_status graph_beta_entity_page_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_entity_page **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_entity_page_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_entity_page *, object);
    return status;
}

DM_END_DECLARATIONS

#endif
