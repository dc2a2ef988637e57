/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
/* Compiles a fixed share of the sources at once, which is several times faster than one by one.
 * What it includes: 729ad0c5fd49f3d9. So a build that knows this file alone by name compiles it again. */
#define DM_TABLES
#include <docmodel/runtime.h>

#include "comms_notification.c"
#include "comms_notifications.c"
#include "comms_operation.c"
#include "entity.c"
#include "operation.c"
#include "record_operation.c"
#include "result_info.c"
