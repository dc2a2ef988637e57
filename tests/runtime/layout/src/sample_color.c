/* From en-US/api-reference/beta/resources/samplecolor.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/sample_color.h>

static _Alignas(1) const struct graph_beta_sample_color_texts {
    char text_1[sizeof "red"];
    char text_2[sizeof "darkBlue"];
    char text_3[sizeof "unknownFutureValue"];
    char name[sizeof "microsoft.graph.sampleColor"];
} graph_beta_sample_color_texts = {
    "red",
    "darkBlue",
    "unknownFutureValue",
    "microsoft.graph.sampleColor",
};

static const dm_enum_member graph_beta_sample_color_members[] = {
    {0, 1},
    {1, 2},
    {127, 3},
};

_Alignas(void *) const dm_enum graph_beta_sample_color_descriptor = {graph_beta_sample_color_texts.name, (const char *)&graph_beta_sample_color_texts, graph_beta_sample_color_members, 3, false};
