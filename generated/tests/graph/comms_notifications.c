/*
 * From en-US/api-reference/v1.0/resources/commsnotifications.md by docmodel. Do not edit: change
 * the page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph/comms_notifications.h>

static const struct driver_value graph_comms_notifications_values[] = {
    {"/@odata.type", "\"#microsoft.graph.commsNotifications\""},
    {"/value/0/@odata.type", "\"#microsoft.graph.commsNotification\""},
    {"/value/0/changeType", "\"created\""},
    {"/value/0/resourceUrl", "\"/communications/calls/57dab8b1/operations/0fe0623f\""},
    {"/value/0/resourceData/@odata.type", "\"#microsoft.graph.playPromptOperation\""},
    {"/value/0/resourceData/clientContext", "\"greeting-1\""},
    {"/value/0/resourceData/id", "\"0fe0623f\""},
    {"/value/0/resourceData/status", "\"running\""},
    {"/value/1/@odata.type", "\"#microsoft.graph.commsNotification\""},
    {"/value/1/changeType", "\"updated\""},
    {"/value/1/resourceUrl", "\"/communications/calls/57dab8b1/operations\""},
    {"/value/1/resourceData/0/@odata.type", "\"#microsoft.graph.playPromptOperation\""},
    {"/value/1/resourceData/0/clientContext", "\"greeting-1\""},
    {"/value/1/resourceData/0/id", "\"0fe0623f\""},
    {"/value/1/resourceData/0/resultInfo/code", "200"},
    {"/value/1/resourceData/0/resultInfo/subcode", "0"},
    {"/value/1/resourceData/0/status", "\"completed\""},
    {"/value/1/resourceData/1/@odata.type", "\"#microsoft.graph.playPromptOperation\""},
    {"/value/1/resourceData/1/clientContext", "\"greeting-2\""},
    {"/value/1/resourceData/1/id", "\"7b1f05a9\""},
    {"/value/1/resourceData/1/resultInfo/code", "500"},
    {"/value/1/resourceData/1/resultInfo/message", "\"The prompt could not be read.\""},
    {"/value/1/resourceData/1/resultInfo/subcode", "8508"},
    {"/value/1/resourceData/1/status", "\"failed\""},
};

static const struct driver_example graph_comms_notifications_examples[] = {
    {
        "en-US/api-reference/v1.0/resources/commsnotifications.md",
        50,
        "{\n"
        "  \"@odata.type\": \"#microsoft.graph.commsNotifications\",\n"
        "  \"value\": [\n"
        "    {\n"
        "      \"@odata.type\": \"#microsoft.graph.commsNotification\",\n"
        "      \"changeType\": \"created\",\n"
        "      \"resourceUrl\": \"/communications/calls/57dab8b1/operations/0fe0623f\",\n"
        "      \"resourceData\": {\n"
        "        \"@odata.type\": \"#microsoft.graph.playPromptOperation\",\n"
        "        \"clientContext\": \"greeting-1\",\n"
        "        \"id\": \"0fe0623f\",\n"
        "        \"status\": \"running\"\n"
        "      }\n"
        "    },\n"
        "    {\n"
        "      \"@odata.type\": \"#microsoft.graph.commsNotification\",\n"
        "      \"changeType\": \"updated\",\n"
        "      \"resourceUrl\": \"/communications/calls/57dab8b1/operations\",\n"
        "      \"resourceData\": [\n"
        "        {\n"
        "          \"@odata.type\": \"#microsoft.graph.playPromptOperation\",\n"
        "          \"clientContext\": \"greeting-1\",\n"
        "          \"id\": \"0fe0623f\",\n"
        "          \"resultInfo\": {\n"
        "            \"code\": 200,\n"
        "            \"subcode\": 0\n"
        "          },\n"
        "          \"status\": \"completed\"\n"
        "        },\n"
        "        {\n"
        "          \"@odata.type\": \"#microsoft.graph.playPromptOperation\",\n"
        "          \"clientContext\": \"greeting-2\",\n"
        "          \"id\": \"7b1f05a9\",\n"
        "          \"resultInfo\": {\n"
        "            \"code\": 500,\n"
        "            \"message\": \"The prompt could not be read.\",\n"
        "            \"subcode\": 8508\n"
        "          },\n"
        "          \"status\": \"failed\"\n"
        "        }\n"
        "      ]\n"
        "    }\n"
        "  ]\n"
        "}",
        graph_comms_notifications_values + 0,
        24,
    },
};

static const struct driver_type graph_comms_notifications_test = {&graph_comms_notifications_descriptor, graph_comms_notifications_examples, 1};
