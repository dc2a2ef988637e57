/* From en-US/api-reference/beta/resources/samplecolor.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/sample_color.h>

static const dm_enum_member graph_beta_sample_color_members[] = {
    {DM_TEXT("red"), 0, 1},
    {DM_TEXT("darkBlue"), 1, 2},
    {DM_TEXT("unknownFutureValue"), 127, 3},
};

const dm_enum graph_beta_sample_color_descriptor = {DM_TEXT("microsoft.graph.sampleColor"), graph_beta_sample_color_members, 3, false};
