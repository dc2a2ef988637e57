/*
 * From en-US/api-reference/beta/resources/resultinfo.md by docmodel. Do not edit: change the page
 * or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph_beta/result_info.h>

static const struct driver_value graph_beta_result_info_values[] = {
    {"/@odata.type", "\"#microsoft.graph.resultInfo\""},
    {"/code", "200"},
    {"/message", "\"The call was ended by a participant.\""},
    {"/subcode", "5003"},
};

static const struct driver_example graph_beta_result_info_examples[] = {
    {
        "en-US/api-reference/beta/resources/resultinfo.md",
        58,
        "{\n"
        "  \"@odata.type\": \"#microsoft.graph.resultInfo\",\n"
        "  \"code\": 200,\n"
        "  \"message\": \"The call was ended by a participant.\",\n"
        "  \"subcode\": 5003\n"
        "}",
        graph_beta_result_info_values + 0,
        4,
    },
};

static const struct driver_type graph_beta_result_info_test = {&graph_beta_result_info_descriptor, graph_beta_result_info_examples, 1};
