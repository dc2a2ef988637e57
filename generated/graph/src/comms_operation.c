/*
 * From en-US/api-reference/v1.0/resources/commsoperation.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph/comms_operation.h>

extern const dm_type graph_result_info_descriptor;

static const dm_enum_member graph_comms_operation_status_members[] = {
    {DM_TEXT("notStarted"), DM_NO_NUMBER, 1},
    {DM_TEXT("running"), DM_NO_NUMBER, 2},
    {DM_TEXT("completed"), DM_NO_NUMBER, 3},
    {DM_TEXT("failed"), DM_NO_NUMBER, 4},
};

const dm_enum graph_comms_operation_status_descriptor = {DM_TEXT("microsoft.graph.commsOperation.status"), graph_comms_operation_status_members, 4, false};

static const dm_field graph_comms_operation_fields[] = {
    DM_FIELD(graph_comms_operation, client_context, "clientContext", DM_STRING, 0, NULL),
    DM_FIELD(graph_comms_operation, id, "id", DM_STRING, DM_READ_ONLY, NULL),
    DM_FIELD(graph_comms_operation, result_info, "resultInfo", DM_OBJECT, DM_READ_ONLY, &graph_result_info_descriptor),
    DM_FIELD(graph_comms_operation, status, "status", DM_ENUMERATION, DM_READ_ONLY, &graph_comms_operation_status_descriptor),
};

static const uint16_t graph_comms_operation_order[] = {0, 1, 2, 3};

static const dm_rule graph_comms_operation_rules[] = {
    {256, 0, DM_RULE_MAX_LENGTH},
};

const dm_type graph_comms_operation_descriptor = {
    DM_TEXT("microsoft.graph.commsOperation"),
    NULL,
    graph_comms_operation_fields,
    graph_comms_operation_order,
    graph_comms_operation_rules,
    sizeof(graph_comms_operation),
    4,
    1,
    DM_ENTITY,
};

static const dm_field graph_comms_operation_page_fields[] = {
    DM_FIELD(graph_comms_operation_page, context, "@odata.context", DM_STRING, 0, NULL),
    DM_FIELD(graph_comms_operation_page, count, "@odata.count", DM_INT64, 0, NULL),
    DM_FIELD(graph_comms_operation_page, next_link, "@odata.nextLink", DM_STRING, 0, NULL),
    DM_FIELD(graph_comms_operation_page, delta_link, "@odata.deltaLink", DM_STRING, 0, NULL),
    DM_FIELD(graph_comms_operation_page, value, "value", DM_OBJECT, DM_COLLECTION, &graph_comms_operation_descriptor),
};

static const uint16_t graph_comms_operation_page_order[] = {0, 1, 3, 2, 4};

const dm_type graph_comms_operation_page_descriptor = {
    DM_TEXT("Collection(microsoft.graph.commsOperation)"),
    NULL,
    graph_comms_operation_page_fields,
    graph_comms_operation_page_order,
    NULL,
    sizeof(graph_comms_operation_page),
    5,
    0,
    DM_OPEN,
};
