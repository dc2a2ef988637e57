/*
 * From en-US/api-reference/beta/resources/commsnotifications.md by docmodel. Do not edit: change
 * the page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_BETA_COMMS_NOTIFICATIONS_H
#define GRAPH_BETA_COMMS_NOTIFICATIONS_H

#include <docmodel/runtime.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

struct graph_beta_comms_notification;

/**
 * microsoft.graph.commsNotifications: A batch of notifications. This is the body that the service
 * posts to the callback address of an application. (commsnotifications.md:35)
 */
typedef struct graph_beta_comms_notifications {
    dm_object object; /**< type, arena, explicit nulls, members that no page documents */
    /**
     * The notifications, in the order of the changes. (Collection of commsNotification,
     * commsnotifications.md:21)
     */
    struct {
        struct graph_beta_comms_notification **items;
        size_t count;
        bool has;
    } value;
} graph_beta_comms_notifications;

/** Describes graph_beta_comms_notifications to the runtime. */
extern DM_DATA const dm_type graph_beta_comms_notifications_descriptor;

/** @return a new empty object, or NULL when there is no memory. */
static inline graph_beta_comms_notifications *graph_beta_comms_notifications_new(dm_arena *arena)
{
    return DM_AS(graph_beta_comms_notifications *, dm_new(arena, &graph_beta_comms_notifications_descriptor));
}

/** Makes a structure in the caller's own memory an empty object. */
static inline void graph_beta_comms_notifications_init(graph_beta_comms_notifications *self, dm_arena *arena)
{
    dm_init(&self->object, &graph_beta_comms_notifications_descriptor, arena);
}

/** Parses one object; see dm_parse. A JSON null is DM_OK and NULL. */
static inline dm_status graph_beta_comms_notifications_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_comms_notifications **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_comms_notifications_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_comms_notifications *, object);
    return status;
}

/** Writes an object; see dm_write. NULL is written as null. */
static inline dm_status graph_beta_comms_notifications_write(dm_arena *arena, const graph_beta_comms_notifications *self, const dm_write_options *options, const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, &graph_beta_comms_notifications_descriptor, self ? &self->object : NULL, options, text, size, error);
}

/** @return a deep copy; NULL for NULL and when there is no memory. */
static inline graph_beta_comms_notifications *graph_beta_comms_notifications_copy(dm_arena *arena, const graph_beta_comms_notifications *self)
{
    return DM_AS(graph_beta_comms_notifications *, dm_copy(arena, &graph_beta_comms_notifications_descriptor, self ? &self->object : NULL));
}

/** @return the same object when it is of this type, otherwise NULL. NULL gives NULL. */
static inline graph_beta_comms_notifications *graph_beta_comms_notifications_from(const dm_object *object)
{
    return DM_AS(graph_beta_comms_notifications *, dm_cast(object, &graph_beta_comms_notifications_descriptor));
}

DM_END_DECLARATIONS

#endif
