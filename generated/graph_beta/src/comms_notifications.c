/*
 * From en-US/api-reference/beta/resources/commsnotifications.md by docmodel. Do not edit: change
 * the page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph_beta/comms_notifications.h>

extern const dm_type graph_beta_comms_notification_descriptor;

static _Alignas(void *) const struct graph_beta_comms_notifications_fields {
    struct {
        const void *value;
    } details;
    dm_field fields[1];
    uint16_t order[1];
    struct {
        char value[sizeof "value"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.commsNotifications")];
} graph_beta_comms_notifications_fields = {
    {
        &graph_beta_comms_notification_descriptor,
    },
    {
        DM_FIELD_OF(graph_beta_comms_notifications_fields, 1, graph_beta_comms_notifications, value, DM_OBJECT, DM_COLLECTION),
    },
    {0},
    {
        "value",
    },
    "microsoft.graph.commsNotifications",
};
DM_TABLE_CHECK(graph_beta_comms_notifications_fields);

_Alignas(void *) const dm_type graph_beta_comms_notifications_descriptor = {
    graph_beta_comms_notifications_fields.name,
    NULL,
    graph_beta_comms_notifications_fields.fields,
    graph_beta_comms_notifications_fields.order,
    NULL,
    sizeof(graph_beta_comms_notifications),
    1,
    0,
    0,
};
