/*
 * From en-US/api-reference/v1.0/resources/resultinfo.md by docmodel. Do not edit: change the page
 * or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph/result_info.h>

static const struct driver_value graph_result_info_values[] = {
    {"/@odata.type", "\"#microsoft.graph.resultInfo\""},
    {"/code", "200"},
    {"/message", "\"The call was ended by a participant.\""},
    {"/subcode", "5003"},
};

static const struct driver_example graph_result_info_examples[] = {
    {
        "en-US/api-reference/v1.0/resources/resultinfo.md",
        56,
        "{\n"
        "  \"@odata.type\": \"#microsoft.graph.resultInfo\",\n"
        "  \"code\": 200,\n"
        "  \"message\": \"The call was ended by a participant.\",\n"
        "  \"subcode\": 5003\n"
        "}",
        graph_result_info_values + 0,
        4,
    },
};

static const struct driver_type graph_result_info_test = {&graph_result_info_descriptor, graph_result_info_examples, 1};
