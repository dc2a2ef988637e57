/*
 * From en-US/api-reference/v1.0/resources/commsnotifications.md by docmodel. Do not edit: change
 * the page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph/comms_notifications.h>

extern const dm_type graph_comms_notification_descriptor;

static _Alignas(void *) const struct graph_comms_notifications_fields {
    struct {
        const void *value;
    } details;
    dm_field fields[1];
    uint16_t order[1];
    struct {
        char value[sizeof "value"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.commsNotifications")];
} graph_comms_notifications_fields = {
    {
        &graph_comms_notification_descriptor,
    },
    {
        DM_FIELD_OF(graph_comms_notifications_fields, 1, graph_comms_notifications, value, DM_OBJECT, DM_COLLECTION),
    },
    {0},
    {
        "value",
    },
    "microsoft.graph.commsNotifications",
};
DM_TABLE_CHECK(graph_comms_notifications_fields);

_Alignas(void *) const dm_type graph_comms_notifications_descriptor = {
    graph_comms_notifications_fields.name,
    NULL,
    graph_comms_notifications_fields.fields,
    graph_comms_notifications_fields.order,
    NULL,
    sizeof(graph_comms_notifications),
    1,
    0,
    0,
};
