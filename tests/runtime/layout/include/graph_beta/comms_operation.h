/* From en-US/api-reference/beta/resources/commsoperation.md by docmodel. Do not edit: change the page or templates/c, and build.
 * Descriptions: CC-BY-4.0. */
#ifndef GRAPH_BETA_COMMS_OPERATION_H
#define GRAPH_BETA_COMMS_OPERATION_H

#include <docmodel/runtime.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

struct graph_beta_result_info;

/** Values of commsOperation.status (commsoperation.md:26). */
typedef enum graph_beta_comms_operation_status {
    GRAPH_BETA_COMMS_OPERATION_STATUS_UNRECOGNIZED = -1, /**< not documented; the text tells */
    GRAPH_BETA_COMMS_OPERATION_STATUS_ABSENT = 0, /**< absent or null */
    GRAPH_BETA_COMMS_OPERATION_STATUS_NOT_STARTED = 1, /**< "notStarted" */
    GRAPH_BETA_COMMS_OPERATION_STATUS_RUNNING = 2, /**< "running" */
    GRAPH_BETA_COMMS_OPERATION_STATUS_COMPLETED = 3, /**< "completed" */
    GRAPH_BETA_COMMS_OPERATION_STATUS_FAILED = 4, /**< "failed" */
} graph_beta_comms_operation_status;

/** Holds a value of graph_beta_comms_operation_status, and its text as it came. */
typedef struct graph_beta_comms_operation_status_field {
    graph_beta_comms_operation_status value; /**< 0 when there is none */
    const char *text; /**< NULL when there is none; writers then take the value's own */
} graph_beta_comms_operation_status_field;

/** The members and their texts. */
extern DM_DATA const dm_enum graph_beta_comms_operation_status_descriptor;

/** @return a field that holds a value. */
static inline graph_beta_comms_operation_status_field graph_beta_comms_operation_status_of(graph_beta_comms_operation_status value)
{
    graph_beta_comms_operation_status_field field = {value, NULL};
    return field;
}

/** @return the value of a text: exactly, then ignoring case; else GRAPH_BETA_COMMS_OPERATION_STATUS_UNRECOGNIZED. */
static inline graph_beta_comms_operation_status graph_beta_comms_operation_status_from_text(const char *text)
{
    return DM_ENUM(graph_beta_comms_operation_status, dm_enum_of_text(&graph_beta_comms_operation_status_descriptor, text));
}

/** @return the text of a documented value, otherwise NULL. */
static inline const char *graph_beta_comms_operation_status_to_text(graph_beta_comms_operation_status value)
{
    return dm_enum_to_text(&graph_beta_comms_operation_status_descriptor, DM_ENUM(int, value));
}

/** microsoft.graph.commsOperation: the status of certain long-running operations. */
typedef struct graph_beta_comms_operation {
    dm_object object; /**< type, arena, explicit nulls, members that no page documents */
    /** The client context. (String, commsoperation.md:23) */
    const char *client_context;
    /** The operation id. Read-only. Server generated. (String, commsoperation.md:24) */
    const char *id;
    /** The result information. Read-only. Server generated. (resultInfo, commsoperation.md:25) */
    struct graph_beta_result_info *result_info;
    /** Possible values are: notStarted, running, completed, failed. Read-only. (commsoperation.md:26) */
    graph_beta_comms_operation_status_field status;
} graph_beta_comms_operation;

/** Describes graph_beta_comms_operation to the runtime. */
extern DM_DATA const dm_type graph_beta_comms_operation_descriptor;

/** @return a new empty object, or NULL when there is no memory. */
static inline graph_beta_comms_operation *graph_beta_comms_operation_new(dm_arena *arena)
{
    return DM_AS(graph_beta_comms_operation *, dm_new(arena, &graph_beta_comms_operation_descriptor));
}

/** Makes a structure in the caller's own memory an empty object. */
static inline void graph_beta_comms_operation_init(graph_beta_comms_operation *self, dm_arena *arena)
{
    dm_init(&self->object, &graph_beta_comms_operation_descriptor, arena);
}

/** Parses one object; see dm_parse. A JSON null is DM_OK and NULL. */
static inline dm_status graph_beta_comms_operation_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_comms_operation **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_comms_operation_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_comms_operation *, object);
    return status;
}

/** Writes an object; see dm_write. NULL is written as null. */
static inline dm_status graph_beta_comms_operation_write(dm_arena *arena, const graph_beta_comms_operation *self, const dm_write_options *options, const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, &graph_beta_comms_operation_descriptor, self ? &self->object : NULL, options, text, size, error);
}

/** @return a deep copy; NULL for NULL and when there is no memory. */
static inline graph_beta_comms_operation *graph_beta_comms_operation_copy(dm_arena *arena, const graph_beta_comms_operation *self)
{
    return DM_AS(graph_beta_comms_operation *, dm_copy(arena, &graph_beta_comms_operation_descriptor, self ? &self->object : NULL));
}

/** @return the same object when it is of this type, otherwise NULL. NULL gives NULL. */
static inline graph_beta_comms_operation *graph_beta_comms_operation_from(const dm_object *object)
{
    return DM_AS(graph_beta_comms_operation *, dm_cast(object, &graph_beta_comms_operation_descriptor));
}

/** A page of commsOperation objects, as lists of them are answered. */
typedef struct graph_beta_comms_operation_page {
    dm_object object; /**< type, arena, explicit nulls, other members */
    const char *context; /**< `@odata.context` */
    dm_int64 count; /**< `@odata.count` */
    const char *next_link; /**< `@odata.nextLink`: where the next page is, NULL on the last */
    const char *delta_link; /**< `@odata.deltaLink`: where later changes are */
    /** The elements. */
    struct {
        graph_beta_comms_operation **items;
        size_t count;
        bool has;
    } value;
} graph_beta_comms_operation_page;

/** Describes graph_beta_comms_operation_page to the runtime. */
extern DM_DATA const dm_type graph_beta_comms_operation_page_descriptor;

/** Parses a page; see dm_parse. */
static inline dm_status graph_beta_comms_operation_page_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_comms_operation_page **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_comms_operation_page_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_comms_operation_page *, object);
    return status;
}

DM_END_DECLARATIONS

#endif
