/* From en-US/api-reference/beta/resources/samplerights.md by docmodel. Do not edit: change the page or templates/c, and build. */
#include "driver.h"
#include <graph_beta/sample_rights.h>

static const struct driver_member graph_beta_sample_rights_names[] = {
    {"read", GRAPH_BETA_SAMPLE_RIGHTS_READ},
    {"write", GRAPH_BETA_SAMPLE_RIGHTS_WRITE},
    {"own", GRAPH_BETA_SAMPLE_RIGHTS_OWN},
};

extern const struct driver_enumeration graph_beta_sample_rights_cases;
const struct driver_enumeration graph_beta_sample_rights_cases = {&graph_beta_sample_rights_descriptor, graph_beta_sample_rights_names, 3};
