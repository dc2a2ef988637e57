/*
 * From es-ES/api-reference/beta/resources/operation.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph_beta/operation.h>

static const dm_enum_member graph_beta_operation_status_members[] = {
    {DM_TEXT("notStarted"), DM_NO_NUMBER, 1},
    {DM_TEXT("running"), DM_NO_NUMBER, 2},
    {DM_TEXT("completed"), DM_NO_NUMBER, 3},
    {DM_TEXT("failed"), DM_NO_NUMBER, 4},
};

const dm_enum graph_beta_operation_status_descriptor = {DM_TEXT("microsoft.graph.operation.status"), graph_beta_operation_status_members, 4, false};

static const dm_field graph_beta_operation_fields[] = {
    DM_FIELD(graph_beta_operation, id, "id", DM_STRING, DM_READ_ONLY | DM_KEY, NULL),
    DM_FIELD(graph_beta_operation, created_date_time, "createdDateTime", DM_DATE_TIME_OFFSET, 0, NULL),
    DM_FIELD(graph_beta_operation, last_action_date_time, "lastActionDateTime", DM_DATE_TIME_OFFSET, 0, NULL),
    DM_FIELD(graph_beta_operation, status, "status", DM_ENUMERATION, DM_READ_ONLY, &graph_beta_operation_status_descriptor),
};

static const uint16_t graph_beta_operation_order[] = {1, 0, 2, 3};

const dm_type graph_beta_operation_descriptor = {
    DM_TEXT("microsoft.graph.operation"),
    &graph_beta_entity_descriptor,
    graph_beta_operation_fields,
    graph_beta_operation_order,
    NULL,
    sizeof(graph_beta_operation),
    4,
    0,
    DM_ENTITY,
};

static const dm_field graph_beta_operation_page_fields[] = {
    DM_FIELD(graph_beta_operation_page, context, "@odata.context", DM_STRING, 0, NULL),
    DM_FIELD(graph_beta_operation_page, count, "@odata.count", DM_INT64, 0, NULL),
    DM_FIELD(graph_beta_operation_page, next_link, "@odata.nextLink", DM_STRING, 0, NULL),
    DM_FIELD(graph_beta_operation_page, delta_link, "@odata.deltaLink", DM_STRING, 0, NULL),
    DM_FIELD(graph_beta_operation_page, value, "value", DM_OBJECT, DM_COLLECTION, &graph_beta_operation_descriptor),
};

static const uint16_t graph_beta_operation_page_order[] = {0, 1, 3, 2, 4};

const dm_type graph_beta_operation_page_descriptor = {
    DM_TEXT("Collection(microsoft.graph.operation)"),
    NULL,
    graph_beta_operation_page_fields,
    graph_beta_operation_page_order,
    NULL,
    sizeof(graph_beta_operation_page),
    5,
    0,
    DM_OPEN,
};
