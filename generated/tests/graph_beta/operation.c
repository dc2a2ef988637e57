/*
 * From es-ES/api-reference/beta/resources/operation.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph_beta/operation.h>

static const struct driver_member graph_beta_operation_status_test_members[] = {
    {"notStarted", GRAPH_BETA_OPERATION_STATUS_NOT_STARTED},
    {"running", GRAPH_BETA_OPERATION_STATUS_RUNNING},
    {"completed", GRAPH_BETA_OPERATION_STATUS_COMPLETED},
    {"failed", GRAPH_BETA_OPERATION_STATUS_FAILED},
};

static const struct driver_enumeration graph_beta_operation_status_test = {&graph_beta_operation_status_descriptor, graph_beta_operation_status_test_members, 4};

static const struct driver_value graph_beta_operation_values[] = {
    {"/createdDateTime", "\"2018-09-06T15:58:41Z\""},
    {"/id", "\"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\""},
    {"/lastActionDateTime", "\"2018-09-06T15:58:41Z\""},
    {"/status", "\"completed\""},
};

static const struct driver_example graph_beta_operation_examples[] = {
    {
        "es-ES/api-reference/beta/resources/operation.md",
        60,
        "{\n"
        "  \"createdDateTime\": \"2018-09-06T15:58:41Z\",\n"
        "  \"id\": \"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\",\n"
        "  \"lastActionDateTime\": \"2018-09-06T15:58:41Z\",\n"
        "  \"status\": \"completed\"\n"
        "}",
        graph_beta_operation_values + 0,
        4,
    },
};

static const struct driver_type graph_beta_operation_test = {&graph_beta_operation_descriptor, graph_beta_operation_examples, 1};

static const struct driver_type graph_beta_operation_page_test = {&graph_beta_operation_page_descriptor, NULL, 0};
