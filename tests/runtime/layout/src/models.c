/* Every type of these models, by docmodel. Do not edit: change the pages or templates/c, and build. */
#define DM_TABLES
#include <docmodel/runtime.h>

DM_BEGIN_DECLARATIONS

extern DM_DATA const dm_types graph_beta_types;
extern DM_DATA const dm_type graph_beta_comms_notification_descriptor;
extern DM_DATA const dm_type graph_beta_comms_notifications_descriptor;
extern DM_DATA const dm_type graph_beta_comms_operation_descriptor;
extern DM_DATA const dm_type graph_beta_derived_sample_descriptor;
extern DM_DATA const dm_type graph_beta_entity_descriptor;
extern DM_DATA const dm_type graph_beta_record_operation_descriptor;
extern DM_DATA const dm_type graph_beta_result_info_descriptor;
extern DM_DATA const dm_type graph_beta_sample_descriptor;

DM_END_DECLARATIONS

static const dm_type *const graph_beta_types_items[] = {
    &graph_beta_comms_notification_descriptor,
    &graph_beta_comms_notifications_descriptor,
    &graph_beta_comms_operation_descriptor,
    &graph_beta_derived_sample_descriptor,
    &graph_beta_entity_descriptor,
    &graph_beta_record_operation_descriptor,
    &graph_beta_result_info_descriptor,
    &graph_beta_sample_descriptor,
};

const dm_types graph_beta_types = {graph_beta_types_items, 8};
