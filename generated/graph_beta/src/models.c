/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
/* Declares what it lists instead of including all headers, and so is compiled again only when a type
 * comes or goes. */
#define DM_TABLES
#include <docmodel/runtime.h>

DM_BEGIN_DECLARATIONS

extern DM_DATA const dm_types graph_beta_types;
extern DM_DATA const dm_type graph_beta_comms_notification_descriptor;
extern DM_DATA const dm_type graph_beta_comms_notifications_descriptor;
extern DM_DATA const dm_type graph_beta_comms_operation_descriptor;
extern DM_DATA const dm_type graph_beta_entity_descriptor;
extern DM_DATA const dm_type graph_beta_operation_descriptor;
extern DM_DATA const dm_type graph_beta_record_operation_descriptor;
extern DM_DATA const dm_type graph_beta_result_info_descriptor;

DM_END_DECLARATIONS

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
