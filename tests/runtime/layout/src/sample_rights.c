/* From en-US/api-reference/beta/resources/samplerights.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/sample_rights.h>

static const dm_enum_member graph_beta_sample_rights_members[] = {
    {DM_TEXT("read"), 1, 1},
    {DM_TEXT("write"), 2, 2},
    {DM_TEXT("own"), 4, 4},
};

const dm_enum graph_beta_sample_rights_descriptor = {DM_TEXT("microsoft.graph.sampleRights"), graph_beta_sample_rights_members, 3, true};
