/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_BETA_MODELS_H
#define GRAPH_BETA_MODELS_H

#include <docmodel/runtime.h>
#include <graph_beta/comms_notification.h>
#include <graph_beta/comms_notifications.h>
#include <graph_beta/comms_operation.h>
#include <graph_beta/entity.h>
#include <graph_beta/operation.h>
#include <graph_beta/record_operation.h>
#include <graph_beta/result_info.h>

DM_BEGIN_DECLARATIONS

/** Every type, for dm_parse_options::types and reflection. Naming it links all of them. */
extern DM_DATA const dm_types graph_beta_types;

DM_END_DECLARATIONS

#endif
