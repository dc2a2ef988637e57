/*
 * From en-US/api-reference/v1.0/resources/commsnotification.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_COMMS_NOTIFICATION_H
#define GRAPH_COMMS_NOTIFICATION_H

#include <docmodel/runtime.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph/generation.h>
#endif

DM_BEGIN_DECLARATIONS

/** Values of commsNotification.changeType (commsnotification.md:19). */
typedef enum graph_comms_notification_change_type {
    GRAPH_COMMS_NOTIFICATION_CHANGE_TYPE_UNRECOGNIZED = -1, /**< not documented; the text tells */
    GRAPH_COMMS_NOTIFICATION_CHANGE_TYPE_ABSENT = 0, /**< absent or null */
    GRAPH_COMMS_NOTIFICATION_CHANGE_TYPE_CREATED = 1, /**< "created" */
    GRAPH_COMMS_NOTIFICATION_CHANGE_TYPE_UPDATED = 2, /**< "updated" */
    GRAPH_COMMS_NOTIFICATION_CHANGE_TYPE_DELETED = 3, /**< "deleted" */
} graph_comms_notification_change_type;

/** Holds a value of graph_comms_notification_change_type, and its text as it came. */
typedef struct graph_comms_notification_change_type_field {
    graph_comms_notification_change_type value; /**< 0 when there is none */
    const char *text; /**< NULL when there is none; writers then take the value's own */
} graph_comms_notification_change_type_field;

/** The members and their texts. */
extern DM_DATA const dm_enum graph_comms_notification_change_type_descriptor;

/** @return a field that holds a value. */
static inline graph_comms_notification_change_type_field graph_comms_notification_change_type_of(graph_comms_notification_change_type value)
{
    graph_comms_notification_change_type_field field = {value, NULL};
    return field;
}

/** @return the value of a text: exactly, then ignoring case; else GRAPH_COMMS_NOTIFICATION_CHANGE_TYPE_UNRECOGNIZED. */
static inline graph_comms_notification_change_type graph_comms_notification_change_type_from_text(const char *text)
{
    return DM_ENUM(graph_comms_notification_change_type, dm_enum_of_text(&graph_comms_notification_change_type_descriptor, text));
}

/** @return the text of a documented value, otherwise NULL. */
static inline const char *graph_comms_notification_change_type_to_text(graph_comms_notification_change_type value)
{
    return dm_enum_to_text(&graph_comms_notification_change_type_descriptor, DM_ENUM(int, value));
}

/**
 * microsoft.graph.commsNotification: Says that a resource of cloud communications, such as a call
 * or an operation on it, has changed. Notifications are sent in batches: see commsNotifications.
 * (commsnotification.md:37)
 * Open type: it may have further members, see dm_unknown.
 */
typedef struct graph_comms_notification {
    dm_object object; /**< type, arena, explicit nulls, members that no page documents */
    /**
     * What happened. Possible values are: `created`, `updated`, `deleted`.
     * (commsnotification.md:19)
     */
    graph_comms_notification_change_type_field change_type;
    /** The URL of the resource that has changed. (String, commsnotification.md:20) */
    const char *resource_url;
} graph_comms_notification;

/** Describes graph_comms_notification to the runtime. */
extern DM_DATA const dm_type graph_comms_notification_descriptor;

/** @return a new empty object, or NULL when there is no memory. */
static inline graph_comms_notification *graph_comms_notification_new(dm_arena *arena)
{
    return DM_AS(graph_comms_notification *, dm_new(arena, &graph_comms_notification_descriptor));
}

/** Makes a structure in the caller's own memory an empty object. */
static inline void graph_comms_notification_init(graph_comms_notification *self, dm_arena *arena)
{
    dm_init(&self->object, &graph_comms_notification_descriptor, arena);
}

/** Parses one object; see dm_parse. A JSON null is DM_OK and NULL. */
static inline dm_status graph_comms_notification_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_comms_notification **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_comms_notification_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_comms_notification *, object);
    return status;
}

/** Writes an object; see dm_write. NULL is written as null. */
static inline dm_status graph_comms_notification_write(dm_arena *arena, const graph_comms_notification *self, const dm_write_options *options, const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, &graph_comms_notification_descriptor, self ? &self->object : NULL, options, text, size, error);
}

/** @return a deep copy; NULL for NULL and when there is no memory. */
static inline graph_comms_notification *graph_comms_notification_copy(dm_arena *arena, const graph_comms_notification *self)
{
    return DM_AS(graph_comms_notification *, dm_copy(arena, &graph_comms_notification_descriptor, self ? &self->object : NULL));
}

/** @return the same object when it is of this type, otherwise NULL. NULL gives NULL. */
static inline graph_comms_notification *graph_comms_notification_from(const dm_object *object)
{
    return DM_AS(graph_comms_notification *, dm_cast(object, &graph_comms_notification_descriptor));
}

DM_END_DECLARATIONS

#endif
