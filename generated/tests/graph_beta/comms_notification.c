/*
 * From en-US/api-reference/beta/resources/commsnotification.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph_beta/comms_notification.h>

static const struct driver_member graph_beta_comms_notification_change_type_test_members[] = {
    {"created", GRAPH_BETA_COMMS_NOTIFICATION_CHANGE_TYPE_CREATED},
    {"updated", GRAPH_BETA_COMMS_NOTIFICATION_CHANGE_TYPE_UPDATED},
    {"deleted", GRAPH_BETA_COMMS_NOTIFICATION_CHANGE_TYPE_DELETED},
};

static const struct driver_enumeration graph_beta_comms_notification_change_type_test = {&graph_beta_comms_notification_change_type_descriptor, graph_beta_comms_notification_change_type_test_members, 3};

static const struct driver_value graph_beta_comms_notification_values[] = {
    {"/@odata.type", "\"#microsoft.graph.commsNotification\""},
    {"/changeType", "\"updated\""},
    {"/resourceUrl", "\"/communications/calls/57dab8b1/operations/0fe0623f\""},
    {"/resourceData/@odata.type", "\"#microsoft.graph.recordOperation\""},
    {"/resourceData/clientContext", "\"greeting-1\""},
    {"/resourceData/id", "\"0fe0623f\""},
    {"/resourceData/status", "\"completed\""},
};

static const struct driver_example graph_beta_comms_notification_examples[] = {
    {
        "en-US/api-reference/beta/resources/commsnotification.md",
        55,
        "{\n"
        "  \"@odata.type\": \"#microsoft.graph.commsNotification\",\n"
        "  \"changeType\": \"updated\",\n"
        "  \"resourceUrl\": \"/communications/calls/57dab8b1/operations/0fe0623f\",\n"
        "  \"resourceData\": {\n"
        "    \"@odata.type\": \"#microsoft.graph.recordOperation\",\n"
        "    \"clientContext\": \"greeting-1\",\n"
        "    \"id\": \"0fe0623f\",\n"
        "    \"status\": \"completed\"\n"
        "  }\n"
        "}",
        graph_beta_comms_notification_values + 0,
        7,
    },
};

static const struct driver_type graph_beta_comms_notification_test = {&graph_beta_comms_notification_descriptor, graph_beta_comms_notification_examples, 1};
