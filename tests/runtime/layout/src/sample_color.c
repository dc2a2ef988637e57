/* From en-US/api-reference/beta/resources/samplecolor.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/sample_color.h>

static const dm_enum_member graph_beta_sample_color_members[] = {
    {"red", 0, 1},
    {"darkBlue", 1, 2},
    {"unknownFutureValue", 127, 3},
};

const dm_enum graph_beta_sample_color_descriptor = {"microsoft.graph.sampleColor", graph_beta_sample_color_members, 3, false};
