/*
 * From en-US/api-reference/beta/resources/commsnotification.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph_beta/comms_notification.h>

static const dm_enum_member graph_beta_comms_notification_change_type_members[] = {
    {DM_TEXT("created"), DM_NO_NUMBER, 1},
    {DM_TEXT("updated"), DM_NO_NUMBER, 2},
    {DM_TEXT("deleted"), DM_NO_NUMBER, 3},
};

const dm_enum graph_beta_comms_notification_change_type_descriptor = {DM_TEXT("microsoft.graph.commsNotification.changeType"), graph_beta_comms_notification_change_type_members, 3, false};

static const dm_field graph_beta_comms_notification_fields[] = {
    DM_FIELD(graph_beta_comms_notification, change_type, "changeType", DM_ENUMERATION, 0, &graph_beta_comms_notification_change_type_descriptor),
    DM_FIELD(graph_beta_comms_notification, resource_url, "resourceUrl", DM_STRING, 0, NULL),
};

static const uint16_t graph_beta_comms_notification_order[] = {0, 1};

const dm_type graph_beta_comms_notification_descriptor = {
    DM_TEXT("microsoft.graph.commsNotification"),
    NULL,
    graph_beta_comms_notification_fields,
    graph_beta_comms_notification_order,
    NULL,
    sizeof(graph_beta_comms_notification),
    2,
    0,
    DM_OPEN,
};
