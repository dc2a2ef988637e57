/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
/* What this file includes: 741ea5363859b6d4. */
#define DM_TABLES
#include <graph_beta/models.h>

static const dm_type *const graph_beta_types_items[] = {
    &graph_beta_comms_notification_descriptor,
    &graph_beta_comms_notifications_descriptor,
    &graph_beta_comms_operation_descriptor,
    &graph_beta_entity_descriptor,
    &graph_beta_operation_descriptor,
    &graph_beta_record_operation_descriptor,
    &graph_beta_result_info_descriptor,
};

const dm_types graph_beta_types = {graph_beta_types_items, 7};
