/* From en-US/api-reference/beta/resources/recordoperation.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/record_operation.h>

extern const dm_type graph_beta_result_info_descriptor;

static const dm_enum_member graph_beta_record_operation_completion_reason_members[] = {
    {DM_TEXT("operationCanceled"), DM_NO_NUMBER, 1},
    {DM_TEXT("stopToneDetected"), DM_NO_NUMBER, 2},
    {DM_TEXT("maxRecordDurationReached"), DM_NO_NUMBER, 3},
    {DM_TEXT("initialSilenceTimeout"), DM_NO_NUMBER, 4},
    {DM_TEXT("maxSilenceTimeout"), DM_NO_NUMBER, 5},
    {DM_TEXT("playPromptFailed"), DM_NO_NUMBER, 6},
    {DM_TEXT("playBeepFailed"), DM_NO_NUMBER, 7},
    {DM_TEXT("mediaReceiveTimeout"), DM_NO_NUMBER, 8},
    {DM_TEXT("unspecifiedError"), DM_NO_NUMBER, 9},
};

const dm_enum graph_beta_record_operation_completion_reason_descriptor = {DM_TEXT("microsoft.graph.recordOperation.completionReason"), graph_beta_record_operation_completion_reason_members, 9, false};

static const dm_field graph_beta_record_operation_fields[] = {
    DM_FIELD(graph_beta_record_operation, client_context, "clientContext", DM_STRING, 0, NULL),
    DM_FIELD(graph_beta_record_operation, id, "id", DM_STRING, DM_READ_ONLY | DM_KEY, NULL),
    DM_FIELD(graph_beta_record_operation, result_info, "resultInfo", DM_OBJECT, DM_READ_ONLY, &graph_beta_result_info_descriptor),
    DM_FIELD(graph_beta_record_operation, status, "status", DM_ENUMERATION, DM_READ_ONLY, &graph_beta_comms_operation_status_descriptor),
    DM_FIELD(graph_beta_record_operation, completion_reason, "completionReason", DM_ENUMERATION, 0, &graph_beta_record_operation_completion_reason_descriptor),
    DM_FIELD(graph_beta_record_operation, created_date_time, "createdDateTime", DM_DATE_TIME_OFFSET, 0, NULL),
    DM_FIELD(graph_beta_record_operation, last_action_date_time, "lastActionDateTime", DM_DATE_TIME_OFFSET, 0, NULL),
    DM_FIELD(graph_beta_record_operation, record_resource_location, "recordResourceLocation", DM_STRING, 0, NULL),
};

static const uint16_t graph_beta_record_operation_order[] = {0, 4, 5, 1, 6, 7, 2, 3};

const dm_type graph_beta_record_operation_descriptor = {
    DM_TEXT("microsoft.graph.recordOperation"),
    &graph_beta_comms_operation_descriptor,
    graph_beta_record_operation_fields,
    graph_beta_record_operation_order,
    NULL,
    sizeof(graph_beta_record_operation),
    8,
    0,
    DM_ENTITY,
};
