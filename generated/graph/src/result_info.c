/*
 * From en-US/api-reference/v1.0/resources/resultinfo.md by docmodel. Do not edit: change the page
 * or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph/result_info.h>

static const dm_field graph_result_info_fields[] = {
    DM_FIELD(graph_result_info, code, "code", DM_INT32, 0, NULL),
    DM_FIELD(graph_result_info, message, "message", DM_STRING, 0, NULL),
    DM_FIELD(graph_result_info, subcode, "subcode", DM_INT32, 0, NULL),
};

static const uint16_t graph_result_info_order[] = {0, 1, 2};

const dm_type graph_result_info_descriptor = {
    DM_TEXT("microsoft.graph.resultInfo"),
    NULL,
    graph_result_info_fields,
    graph_result_info_order,
    NULL,
    sizeof(graph_result_info),
    3,
    0,
    0,
};
