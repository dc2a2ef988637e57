/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_MODELS_H
#define GRAPH_MODELS_H

#include <docmodel/runtime.h>
#include <graph/comms_notification.h>
#include <graph/comms_notifications.h>
#include <graph/comms_operation.h>
#include <graph/entity.h>
#include <graph/result_info.h>

DM_BEGIN_DECLARATIONS

/** Every type, for dm_parse_options::types and reflection. Naming it links all of them. */
extern DM_DATA const dm_types graph_types;

DM_END_DECLARATIONS

#endif
