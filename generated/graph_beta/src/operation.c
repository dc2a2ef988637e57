/*
 * From es-ES/api-reference/beta/resources/operation.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph_beta/operation.h>

static _Alignas(1) const struct graph_beta_operation_status_texts {
    char text_1[sizeof "notStarted"];
    char text_2[sizeof "running"];
    char text_3[sizeof "completed"];
    char text_4[sizeof "failed"];
    char name[sizeof "microsoft.graph.operation.status"];
} graph_beta_operation_status_texts = {
    "notStarted",
    "running",
    "completed",
    "failed",
    "microsoft.graph.operation.status",
};

_Alignas(void *) const dm_enum graph_beta_operation_status_descriptor = {graph_beta_operation_status_texts.name, (const char *)&graph_beta_operation_status_texts, NULL, 4, false};

static _Alignas(void *) const struct graph_beta_operation_fields {
    struct {
        const void *status;
    } details;
    dm_field fields[4];
    uint16_t order[4];
    struct {
        char id[sizeof "id"];
        char created_date_time[sizeof "createdDateTime"];
        char last_action_date_time[sizeof "lastActionDateTime"];
        char status[sizeof "status"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.operation")];
} graph_beta_operation_fields = {
    {
        &graph_beta_operation_status_descriptor,
    },
    {
        DM_FIELD(graph_beta_operation_fields, 1, graph_beta_operation, id, DM_STRING, DM_READ_ONLY | DM_KEY),
        DM_FIELD(graph_beta_operation_fields, 2, graph_beta_operation, created_date_time, DM_DATE_TIME_OFFSET, 0),
        DM_FIELD(graph_beta_operation_fields, 3, graph_beta_operation, last_action_date_time, DM_DATE_TIME_OFFSET, 0),
        DM_FIELD_OF(graph_beta_operation_fields, 4, graph_beta_operation, status, DM_ENUMERATION, DM_READ_ONLY),
    },
    {1, 0, 2, 3},
    {
        "id",
        "createdDateTime",
        "lastActionDateTime",
        "status",
    },
    "microsoft.graph.operation",
};
DM_TABLE_CHECK(graph_beta_operation_fields);

_Alignas(void *) const dm_type graph_beta_operation_descriptor = {
    graph_beta_operation_fields.name,
    &graph_beta_entity_descriptor,
    graph_beta_operation_fields.fields,
    graph_beta_operation_fields.order,
    NULL,
    sizeof(graph_beta_operation),
    4,
    0,
    DM_ENTITY,
};

static _Alignas(void *) const struct graph_beta_operation_page_fields {
    struct {
        const void *value;
    } details;
    dm_field fields[5];
    uint16_t order[5];
    struct {
        char context[sizeof "@odata.context"];
        char count[sizeof "@odata.count"];
        char next_link[sizeof "@odata.nextLink"];
        char delta_link[sizeof "@odata.deltaLink"];
        char value[sizeof "value"];
    } names;
    char name[DM_TABLE_NAME("Collection(microsoft.graph.operation)")];
} graph_beta_operation_page_fields = {
    {
        &graph_beta_operation_descriptor,
    },
    {
        DM_FIELD(graph_beta_operation_page_fields, 1, graph_beta_operation_page, context, DM_STRING, 0),
        DM_FIELD(graph_beta_operation_page_fields, 2, graph_beta_operation_page, count, DM_INT64, 0),
        DM_FIELD(graph_beta_operation_page_fields, 3, graph_beta_operation_page, next_link, DM_STRING, 0),
        DM_FIELD(graph_beta_operation_page_fields, 4, graph_beta_operation_page, delta_link, DM_STRING, 0),
        DM_FIELD_OF(graph_beta_operation_page_fields, 5, graph_beta_operation_page, value, DM_OBJECT, DM_COLLECTION),
    },
    {0, 1, 3, 2, 4},
    {
        "@odata.context",
        "@odata.count",
        "@odata.nextLink",
        "@odata.deltaLink",
        "value",
    },
    "Collection(microsoft.graph.operation)",
};
DM_TABLE_CHECK(graph_beta_operation_page_fields);

_Alignas(void *) const dm_type graph_beta_operation_page_descriptor = {
    graph_beta_operation_page_fields.name,
    NULL,
    graph_beta_operation_page_fields.fields,
    graph_beta_operation_page_fields.order,
    NULL,
    sizeof(graph_beta_operation_page),
    5,
    0,
    DM_OPEN,
};
