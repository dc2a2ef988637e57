/*
 * From es-ES/api-reference/beta/resources/operation.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_BETA_OPERATION_H
#define GRAPH_BETA_OPERATION_H

#include <docmodel/runtime.h>
#include <graph_beta/entity.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

/** Values of operation.status (operation.md:28). */
typedef enum graph_beta_operation_status {
    GRAPH_BETA_OPERATION_STATUS_UNRECOGNIZED = -1, /**< not documented; the text tells */
    GRAPH_BETA_OPERATION_STATUS_ABSENT = 0, /**< absent or null */
    GRAPH_BETA_OPERATION_STATUS_NOT_STARTED = 1, /**< "notStarted" */
    GRAPH_BETA_OPERATION_STATUS_RUNNING = 2, /**< "running" */
    GRAPH_BETA_OPERATION_STATUS_COMPLETED = 3, /**< "completed" */
    GRAPH_BETA_OPERATION_STATUS_FAILED = 4, /**< "failed" */
} graph_beta_operation_status;

/** Holds a value of graph_beta_operation_status, and its text as it came. */
typedef struct graph_beta_operation_status_field {
    graph_beta_operation_status value; /**< 0 when there is none */
    const char *text; /**< NULL when there is none; writers then take the value's own */
} graph_beta_operation_status_field;

/** The members and their texts. */
extern DM_DATA const dm_enum graph_beta_operation_status_descriptor;

/** @return a field that holds a value. */
static inline graph_beta_operation_status_field graph_beta_operation_status_of(graph_beta_operation_status value)
{
    graph_beta_operation_status_field field = {value, NULL};
    return field;
}

/** @return the value of a text: exactly, then ignoring case; else GRAPH_BETA_OPERATION_STATUS_UNRECOGNIZED. */
static inline graph_beta_operation_status graph_beta_operation_status_from_text(const char *text)
{
    return DM_ENUM(graph_beta_operation_status, dm_enum_of_text(&graph_beta_operation_status_descriptor, text));
}

/** @return the text of a documented value, otherwise NULL. */
static inline const char *graph_beta_operation_status_to_text(graph_beta_operation_status value)
{
    return dm_enum_to_text(&graph_beta_operation_status_descriptor, DM_ENUM(int, value));
}

/**
 * microsoft.graph.operation: El estado de una operación de larga duración. (operation.md:42)
 * Base type: entity (operation.md:41).
 */
typedef struct graph_beta_operation {
    union {
        graph_beta_entity as_entity; /**< the same object as its base type */
        DM_ANONYMOUS struct {
            dm_object object; /**< type, arena, explicit nulls, members that no page documents */
            /**
             * Tells the entity apart from all others of its kind. Key. Read-only. (String, key,
             * en-US entity.md:21)
             */
            const char *id;
        };
    };
    /** La hora de inicio de la operación. (DateTimeOffset, operation.md:25) */
    dm_date_time_offset created_date_time;
    /** Hora de la última acción de la operación. (DateTimeOffset, operation.md:27) */
    dm_date_time_offset last_action_date_time;
    /**
     * Los valores posibles son: `notStarted`, `running`, `completed` y `failed`. Solo lectura.
     * (read-only, operation.md:28)
     */
    graph_beta_operation_status_field status;
} graph_beta_operation;

/** Describes graph_beta_operation to the runtime. */
extern DM_DATA const dm_type graph_beta_operation_descriptor;

/** @return a new empty object, or NULL when there is no memory. */
static inline graph_beta_operation *graph_beta_operation_new(dm_arena *arena)
{
    return DM_AS(graph_beta_operation *, dm_new(arena, &graph_beta_operation_descriptor));
}

/** Makes a structure in the caller's own memory an empty object. */
static inline void graph_beta_operation_init(graph_beta_operation *self, dm_arena *arena)
{
    dm_init(&self->object, &graph_beta_operation_descriptor, arena);
}

/** Parses one object; see dm_parse. A JSON null is DM_OK and NULL. */
static inline dm_status graph_beta_operation_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_operation **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_operation_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_operation *, object);
    return status;
}

/** Writes an object; see dm_write. NULL is written as null. */
static inline dm_status graph_beta_operation_write(dm_arena *arena, const graph_beta_operation *self, const dm_write_options *options, const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, &graph_beta_operation_descriptor, self ? &self->object : NULL, options, text, size, error);
}

/** @return a deep copy; NULL for NULL and when there is no memory. */
static inline graph_beta_operation *graph_beta_operation_copy(dm_arena *arena, const graph_beta_operation *self)
{
    return DM_AS(graph_beta_operation *, dm_copy(arena, &graph_beta_operation_descriptor, self ? &self->object : NULL));
}

/** @return the same object when it is of this type, otherwise NULL. NULL gives NULL. */
static inline graph_beta_operation *graph_beta_operation_from(const graph_beta_entity *base)
{
    return DM_AS(graph_beta_operation *, dm_cast(base ? &base->object : NULL, &graph_beta_operation_descriptor));
}

/** A page of operation objects, as lists of them are answered. */
typedef struct graph_beta_operation_page {
    dm_object object; /**< type, arena, explicit nulls, other members */
    const char *context; /**< `@odata.context` */
    dm_int64 count; /**< `@odata.count` */
    const char *next_link; /**< `@odata.nextLink`: where the next page is, NULL on the last */
    const char *delta_link; /**< `@odata.deltaLink`: where later changes are */
    /** The elements. */
    struct {
        graph_beta_operation **items;
        size_t count;
        bool has;
    } value;
} graph_beta_operation_page;

/** Describes graph_beta_operation_page to the runtime. */
extern DM_DATA const dm_type graph_beta_operation_page_descriptor;

/** Parses a page; see dm_parse. */
static inline dm_status graph_beta_operation_page_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_operation_page **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_operation_page_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_operation_page *, object);
    return status;
}

DM_END_DECLARATIONS

#endif
