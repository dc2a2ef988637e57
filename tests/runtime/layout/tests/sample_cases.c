/* From en-US/api-reference/beta/resources/sample.md by docmodel. Do not edit: change the page or templates/c, and build. */
#include "driver.h"
#include <graph_beta/sample.h>

extern const struct driver_type graph_beta_sample_cases;
const struct driver_type graph_beta_sample_cases = {&graph_beta_sample_descriptor, NULL, 0};
