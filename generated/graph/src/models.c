/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
/* What this file includes: dde3bd3b6f45d247. */
#define DM_TABLES
#include <graph/models.h>

static const dm_type *const graph_types_items[] = {
    &graph_comms_notification_descriptor,
    &graph_comms_notifications_descriptor,
    &graph_comms_operation_descriptor,
    &graph_entity_descriptor,
    &graph_result_info_descriptor,
};

const dm_types graph_types = {graph_types_items, 5};
