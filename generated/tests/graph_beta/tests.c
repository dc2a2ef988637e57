/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
/* What this file includes: 1678e7cdf451f074. */
#include "driver.h"

#include <graph_beta/models.h>

#include "comms_notification.c"
#include "comms_notifications.c"
#include "comms_operation.c"
#include "entity.c"
#include "operation.c"
#include "record_operation.c"
#include "result_info.c"

static const struct driver_type *const graph_beta_test_cases[] = {
    &graph_beta_comms_notification_test,
    &graph_beta_comms_notifications_test,
    &graph_beta_comms_operation_test,
    &graph_beta_comms_operation_page_test,
    &graph_beta_entity_test,
    &graph_beta_entity_page_test,
    &graph_beta_operation_test,
    &graph_beta_operation_page_test,
    &graph_beta_record_operation_test,
    &graph_beta_record_operation_page_test,
    &graph_beta_result_info_test,
};

static const struct driver_enumeration *const graph_beta_test_enumerations[] = {
    &graph_beta_comms_notification_change_type_test,
    &graph_beta_comms_operation_status_test,
    &graph_beta_operation_status_test,
    &graph_beta_record_operation_completion_reason_test,
};

int main(void)
{
    const struct driver_suite suite = {
        "graph_beta",
        graph_beta_types,
        graph_beta_test_cases,
        sizeof graph_beta_test_cases / sizeof graph_beta_test_cases[0],
        graph_beta_test_enumerations,
        4,
    };
    return driver_run(&suite);
}
