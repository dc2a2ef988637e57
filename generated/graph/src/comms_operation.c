/*
 * From en-US/api-reference/v1.0/resources/commsoperation.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph/comms_operation.h>

extern const dm_type graph_result_info_descriptor;

static _Alignas(1) const struct graph_comms_operation_status_texts {
    char text_1[sizeof "notStarted"];
    char text_2[sizeof "running"];
    char text_3[sizeof "completed"];
    char text_4[sizeof "failed"];
    char name[sizeof "microsoft.graph.commsOperation.status"];
} graph_comms_operation_status_texts = {
    "notStarted",
    "running",
    "completed",
    "failed",
    "microsoft.graph.commsOperation.status",
};

_Alignas(void *) const dm_enum graph_comms_operation_status_descriptor = {graph_comms_operation_status_texts.name, (const char *)&graph_comms_operation_status_texts, NULL, 4, false};

static _Alignas(void *) const struct graph_comms_operation_fields {
    struct {
        const void *result_info;
        const void *status;
    } details;
    dm_field fields[4];
    uint16_t order[4];
    struct {
        char client_context[sizeof "clientContext"];
        char id[sizeof "id"];
        char result_info[sizeof "resultInfo"];
        char status[sizeof "status"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.commsOperation")];
} graph_comms_operation_fields = {
    {
        &graph_result_info_descriptor,
        &graph_comms_operation_status_descriptor,
    },
    {
        DM_FIELD(graph_comms_operation_fields, 1, graph_comms_operation, client_context, DM_STRING, 0),
        DM_FIELD(graph_comms_operation_fields, 2, graph_comms_operation, id, DM_STRING, DM_READ_ONLY),
        DM_FIELD_OF(graph_comms_operation_fields, 3, graph_comms_operation, result_info, DM_OBJECT, DM_READ_ONLY),
        DM_FIELD_OF(graph_comms_operation_fields, 4, graph_comms_operation, status, DM_ENUMERATION, DM_READ_ONLY),
    },
    {0, 1, 2, 3},
    {
        "clientContext",
        "id",
        "resultInfo",
        "status",
    },
    "microsoft.graph.commsOperation",
};
DM_TABLE_CHECK(graph_comms_operation_fields);

static const dm_rule graph_comms_operation_rules[] = {
    {256, 0, DM_RULE_MAX_LENGTH, 0},
};

_Alignas(void *) const dm_type graph_comms_operation_descriptor = {
    graph_comms_operation_fields.name,
    NULL,
    graph_comms_operation_fields.fields,
    graph_comms_operation_fields.order,
    graph_comms_operation_rules,
    sizeof(graph_comms_operation),
    4,
    1,
    DM_ENTITY,
};

static _Alignas(void *) const struct graph_comms_operation_page_fields {
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
    char name[DM_TABLE_NAME("Collection(microsoft.graph.commsOperation)")];
} graph_comms_operation_page_fields = {
    {
        &graph_comms_operation_descriptor,
    },
    {
        DM_FIELD(graph_comms_operation_page_fields, 1, graph_comms_operation_page, context, DM_STRING, 0),
        DM_FIELD(graph_comms_operation_page_fields, 2, graph_comms_operation_page, count, DM_INT64, 0),
        DM_FIELD(graph_comms_operation_page_fields, 3, graph_comms_operation_page, next_link, DM_STRING, 0),
        DM_FIELD(graph_comms_operation_page_fields, 4, graph_comms_operation_page, delta_link, DM_STRING, 0),
        DM_FIELD_OF(graph_comms_operation_page_fields, 5, graph_comms_operation_page, value, DM_OBJECT, DM_COLLECTION),
    },
    {0, 1, 3, 2, 4},
    {
        "@odata.context",
        "@odata.count",
        "@odata.nextLink",
        "@odata.deltaLink",
        "value",
    },
    "Collection(microsoft.graph.commsOperation)",
};
DM_TABLE_CHECK(graph_comms_operation_page_fields);

_Alignas(void *) const dm_type graph_comms_operation_page_descriptor = {
    graph_comms_operation_page_fields.name,
    NULL,
    graph_comms_operation_page_fields.fields,
    graph_comms_operation_page_fields.order,
    NULL,
    sizeof(graph_comms_operation_page),
    5,
    0,
    DM_OPEN,
};
