/* From en-US/api-reference/beta/resources/resultinfo.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/result_info.h>

static const dm_field graph_beta_result_info_fields[] = {
    DM_FIELD(graph_beta_result_info, code, "code", DM_INT32, 0, NULL),
    DM_FIELD(graph_beta_result_info, message, "message", DM_STRING, 0, NULL),
    DM_FIELD(graph_beta_result_info, subcode, "subcode", DM_STRING, 0, NULL),
};

static const uint16_t graph_beta_result_info_order[] = {0, 1, 2};

const dm_type graph_beta_result_info_descriptor = {
    DM_TEXT("microsoft.graph.resultInfo"),
    NULL,
    graph_beta_result_info_fields,
    graph_beta_result_info_order,
    NULL,
    sizeof(graph_beta_result_info),
    3,
    0,
    0,
};
