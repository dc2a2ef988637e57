/* From en-US/api-reference/beta/resources/commsnotifications.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/comms_notifications.h>

extern const dm_type graph_beta_comms_notification_descriptor;

static const dm_field graph_beta_comms_notifications_fields[] = {
    DM_FIELD(graph_beta_comms_notifications, value, "value", DM_OBJECT, DM_COLLECTION, &graph_beta_comms_notification_descriptor),
};

static const uint16_t graph_beta_comms_notifications_order[] = {0};

const dm_type graph_beta_comms_notifications_descriptor = {
    DM_TEXT("microsoft.graph.commsNotifications"),
    NULL,
    graph_beta_comms_notifications_fields,
    graph_beta_comms_notifications_order,
    NULL,
    sizeof(graph_beta_comms_notifications),
    1,
    0,
    0,
};
