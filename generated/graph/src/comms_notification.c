/*
 * From en-US/api-reference/v1.0/resources/commsnotification.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph/comms_notification.h>

static _Alignas(1) const struct graph_comms_notification_change_type_texts {
    char text_1[sizeof "created"];
    char text_2[sizeof "updated"];
    char text_3[sizeof "deleted"];
    char name[sizeof "microsoft.graph.commsNotification.changeType"];
} graph_comms_notification_change_type_texts = {
    "created",
    "updated",
    "deleted",
    "microsoft.graph.commsNotification.changeType",
};

_Alignas(void *) const dm_enum graph_comms_notification_change_type_descriptor = {graph_comms_notification_change_type_texts.name, (const char *)&graph_comms_notification_change_type_texts, NULL, 3, false};

static _Alignas(void *) const struct graph_comms_notification_fields {
    struct {
        const void *change_type;
    } details;
    dm_field fields[2];
    uint16_t order[2];
    struct {
        char change_type[sizeof "changeType"];
        char resource_url[sizeof "resourceUrl"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.commsNotification")];
} graph_comms_notification_fields = {
    {
        &graph_comms_notification_change_type_descriptor,
    },
    {
        DM_FIELD_OF(graph_comms_notification_fields, 1, graph_comms_notification, change_type, DM_ENUMERATION, 0),
        DM_FIELD(graph_comms_notification_fields, 2, graph_comms_notification, resource_url, DM_STRING, 0),
    },
    {0, 1},
    {
        "changeType",
        "resourceUrl",
    },
    "microsoft.graph.commsNotification",
};
DM_TABLE_CHECK(graph_comms_notification_fields);

_Alignas(void *) const dm_type graph_comms_notification_descriptor = {
    graph_comms_notification_fields.name,
    NULL,
    graph_comms_notification_fields.fields,
    graph_comms_notification_fields.order,
    NULL,
    sizeof(graph_comms_notification),
    2,
    0,
    DM_OPEN,
};
