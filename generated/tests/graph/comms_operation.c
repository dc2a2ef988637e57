/*
 * From en-US/api-reference/v1.0/resources/commsoperation.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph/comms_operation.h>

static const struct driver_member graph_comms_operation_status_test_members[] = {
    {"notStarted", GRAPH_COMMS_OPERATION_STATUS_NOT_STARTED},
    {"running", GRAPH_COMMS_OPERATION_STATUS_RUNNING},
    {"completed", GRAPH_COMMS_OPERATION_STATUS_COMPLETED},
    {"failed", GRAPH_COMMS_OPERATION_STATUS_FAILED},
};

static const struct driver_enumeration graph_comms_operation_status_test = {&graph_comms_operation_status_descriptor, graph_comms_operation_status_test_members, 4};

static const struct driver_type graph_comms_operation_test = {&graph_comms_operation_descriptor, NULL, 0};

static const struct driver_type graph_comms_operation_page_test = {&graph_comms_operation_page_descriptor, NULL, 0};
