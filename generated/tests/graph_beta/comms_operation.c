/*
 * From en-US/api-reference/beta/resources/commsoperation.md and
 * zh-CN/api-reference/beta/resources/commsoperation.md by docmodel. Do not edit: change the pages
 * or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 * Listed by the zh-CN page only, handed off 12/20/2018, and rendered with --merge union only:
 * createdDateTime, lastActionDateTime.
 */
#include "driver.h"

#include <graph_beta/comms_operation.h>

static const struct driver_member graph_beta_comms_operation_status_test_members[] = {
    {"notStarted", GRAPH_BETA_COMMS_OPERATION_STATUS_NOT_STARTED},
    {"running", GRAPH_BETA_COMMS_OPERATION_STATUS_RUNNING},
    {"completed", GRAPH_BETA_COMMS_OPERATION_STATUS_COMPLETED},
    {"failed", GRAPH_BETA_COMMS_OPERATION_STATUS_FAILED},
};

static const struct driver_enumeration graph_beta_comms_operation_status_test = {&graph_beta_comms_operation_status_descriptor, graph_beta_comms_operation_status_test_members, 4};

static const struct driver_value graph_beta_comms_operation_values[] = {
    {"/clientContext", "\"callId: 91f01516-9c69-43bb-8ea1-de114c977276, cacheInstance: 91f01516-9c69-43bb-8ea1-de114c977276, state: welcome\""},
    {"/id", "\"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\""},
    {"/resultInfo/@odata.type", "\"#microsoft.graph.resultInfo\""},
    {"/resultInfo/code", "200"},
    {"/status", "\"completed\""},
    {"/clientContext", "\"clientOperationId: 91f01516-9c69-43bb-8ea1-de114c977276\""},
    {"/id", "\"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\""},
    {"/resultInfo/@odata.type", "\"#microsoft.graph.resultInfo\""},
    {"/resultInfo/code", "200"},
    {"/status", "\"completed\""},
    {"/clientContext", "\"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\""},
    {"/createdDateTime", "\"2018-09-06T15:58:41Z\""},
    {"/id", "\"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\""},
    {"/lastActionDateTime", "\"2018-09-06T15:58:41Z\""},
    {"/resultInfo/@odata.type", "\"#microsoft.graph.resultInfo\""},
    {"/resultInfo/code", "\"200\""},
    {"/status", "\"completed\""},
};

static const struct driver_example graph_beta_comms_operation_examples[] = {
    {
        "en-US/api-reference/beta/resources/commsoperation.md",
        62,
        "{\n"
        "  \"clientContext\": \"callId: 91f01516-9c69-43bb-8ea1-de114c977276, cacheInstance: 91f01516-9c69-43bb-8ea1-de114c977276, state: welcome\",\n"
        "  \"id\": \"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\",\n"
        "  \"resultInfo\": {\n"
        "    \"@odata.type\": \"#microsoft.graph.resultInfo\",\n"
        "    \"code\": 200\n"
        "  },\n"
        "  \"status\": \"completed\"\n"
        "}",
        graph_beta_comms_operation_values + 0,
        5,
    },
    {
        "en-US/api-reference/beta/resources/commsoperation.md",
        93,
        "{\n"
        "  \"clientContext\": \"clientOperationId: 91f01516-9c69-43bb-8ea1-de114c977276\",\n"
        "  \"id\": \"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\",\n"
        "  \"resultInfo\": {\n"
        "    \"@odata.type\": \"#microsoft.graph.resultInfo\",\n"
        "    \"code\": 200\n"
        "  },\n"
        "  \"status\": \"completed\"\n"
        "}",
        graph_beta_comms_operation_values + 5,
        5,
    },
    {
        "zh-CN/api-reference/beta/resources/commsoperation.md",
        64,
        "{\n"
        "  \"clientContext\": \"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\",\n"
        "  \"createdDateTime\": \"2018-09-06T15:58:41Z\",\n"
        "  \"id\": \"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\",\n"
        "  \"lastActionDateTime\": \"2018-09-06T15:58:41Z\",\n"
        "  \"resultInfo\": {\n"
        "    \"@odata.type\": \"#microsoft.graph.resultInfo\",\n"
        "    \"code\": \"200\"\n"
        "  },\n"
        "  \"status\": \"completed\"\n"
        "}",
        graph_beta_comms_operation_values + 10,
        7,
    },
};

static const struct driver_type graph_beta_comms_operation_test = {&graph_beta_comms_operation_descriptor, graph_beta_comms_operation_examples, 3};

static const struct driver_type graph_beta_comms_operation_page_test = {&graph_beta_comms_operation_page_descriptor, NULL, 0};
