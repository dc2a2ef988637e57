/* From en-US/api-reference/beta/resources/samplerights.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/sample_rights.h>

static _Alignas(1) const struct graph_beta_sample_rights_texts {
    char text_1[sizeof "read"];
    char text_2[sizeof "write"];
    char text_3[sizeof "own"];
    char name[sizeof "microsoft.graph.sampleRights"];
} graph_beta_sample_rights_texts = {
    "read",
    "write",
    "own",
    "microsoft.graph.sampleRights",
};

static const dm_enum_member graph_beta_sample_rights_members[] = {
    {1, 1},
    {2, 2},
    {4, 4},
};

_Alignas(void *) const dm_enum graph_beta_sample_rights_descriptor = {graph_beta_sample_rights_texts.name, (const char *)&graph_beta_sample_rights_texts, graph_beta_sample_rights_members, 3, true};
