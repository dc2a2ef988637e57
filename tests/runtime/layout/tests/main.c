/* The tests of these models, by docmodel. Do not edit: change the pages or templates/c, and build. */
#include "driver.h"
#include <graph_beta/models.h>

extern const struct driver_type graph_beta_record_operation_cases;
extern const struct driver_type graph_beta_sample_cases;

extern const struct driver_enumeration graph_beta_record_operation_completion_reason_cases;
extern const struct driver_enumeration graph_beta_sample_rights_cases;

static const struct driver_type *const types[] = {
    &graph_beta_record_operation_cases,
    &graph_beta_sample_cases,
};

static const struct driver_enumeration *const enumerations[] = {
    &graph_beta_record_operation_completion_reason_cases,
    &graph_beta_sample_rights_cases,
};

int main(void)
{
    struct driver_suite suite = {"graph_beta", {NULL, 0}, types, 2, enumerations, 2};
    suite.types = graph_beta_types;
    return driver_run(&suite);
}
