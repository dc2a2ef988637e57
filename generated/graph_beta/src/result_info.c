/*
 * From en-US/api-reference/beta/resources/resultinfo.md by docmodel. Do not edit: change the page
 * or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph_beta/result_info.h>

static _Alignas(void *) const struct graph_beta_result_info_fields {
    dm_field fields[3];
    uint16_t order[3];
    struct {
        char code[sizeof "code"];
        char message[sizeof "message"];
        char subcode[sizeof "subcode"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.resultInfo")];
} graph_beta_result_info_fields = {
    {
        DM_FIELD(graph_beta_result_info_fields, 1, graph_beta_result_info, code, DM_INT32, 0),
        DM_FIELD(graph_beta_result_info_fields, 2, graph_beta_result_info, message, DM_STRING, 0),
        DM_FIELD(graph_beta_result_info_fields, 3, graph_beta_result_info, subcode, DM_INT32, 0),
    },
    {0, 1, 2},
    {
        "code",
        "message",
        "subcode",
    },
    "microsoft.graph.resultInfo",
};
DM_TABLE_CHECK(graph_beta_result_info_fields);

_Alignas(void *) const dm_type graph_beta_result_info_descriptor = {
    graph_beta_result_info_fields.name,
    NULL,
    graph_beta_result_info_fields.fields,
    graph_beta_result_info_fields.order,
    NULL,
    sizeof(graph_beta_result_info),
    3,
    0,
    0,
};
