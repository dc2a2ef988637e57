/* Compiles a fixed share of the sources at once, by docmodel. Do not edit. */
#define DM_TABLES
#include "comms_notification.c"
#include "comms_notifications.c"
#include "comms_operation.c"
#include "derived_sample.c"
#include "entity.c"
#include "record_operation.c"
#include "result_info.c"
#include "sample.c"
#include "sample_color.c"
#include "sample_rights.c"
