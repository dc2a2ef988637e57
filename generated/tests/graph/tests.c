/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
/* What this file includes: 451313c394f8ae86. */
#include "driver.h"

#include <graph/models.h>

#include "comms_notification.c"
#include "comms_notifications.c"
#include "comms_operation.c"
#include "entity.c"
#include "result_info.c"

static const struct driver_type *const graph_test_cases[] = {
    &graph_comms_notification_test,
    &graph_comms_notifications_test,
    &graph_comms_operation_test,
    &graph_comms_operation_page_test,
    &graph_entity_test,
    &graph_entity_page_test,
    &graph_result_info_test,
};

static const struct driver_enumeration *const graph_test_enumerations[] = {
    &graph_comms_notification_change_type_test,
    &graph_comms_operation_status_test,
};

int main(void)
{
    const struct driver_suite suite = {
        "graph_v1",
        graph_types,
        graph_test_cases,
        sizeof graph_test_cases / sizeof graph_test_cases[0],
        graph_test_enumerations,
        2,
    };
    return driver_run(&suite);
}
