/* From en-US/api-reference/beta/resources/recordoperation.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/record_operation.h>

extern const dm_type graph_beta_result_info_descriptor;

static _Alignas(1) const struct graph_beta_record_operation_completion_reason_texts {
    char text_1[sizeof "operationCanceled"];
    char text_2[sizeof "stopToneDetected"];
    char text_3[sizeof "maxRecordDurationReached"];
    char text_4[sizeof "initialSilenceTimeout"];
    char text_5[sizeof "maxSilenceTimeout"];
    char text_6[sizeof "playPromptFailed"];
    char text_7[sizeof "playBeepFailed"];
    char text_8[sizeof "mediaReceiveTimeout"];
    char text_9[sizeof "unspecifiedError"];
    char name[sizeof "microsoft.graph.recordOperation.completionReason"];
} graph_beta_record_operation_completion_reason_texts = {
    "operationCanceled",
    "stopToneDetected",
    "maxRecordDurationReached",
    "initialSilenceTimeout",
    "maxSilenceTimeout",
    "playPromptFailed",
    "playBeepFailed",
    "mediaReceiveTimeout",
    "unspecifiedError",
    "microsoft.graph.recordOperation.completionReason",
};

_Alignas(void *) const dm_enum graph_beta_record_operation_completion_reason_descriptor = {graph_beta_record_operation_completion_reason_texts.name, (const char *)&graph_beta_record_operation_completion_reason_texts, NULL, 9, false};

static _Alignas(void *) const struct graph_beta_record_operation_fields {
    struct {
        const void *result_info;
        const void *status;
        const void *completion_reason;
    } details;
    dm_field fields[8];
    uint16_t order[8];
    struct {
        char client_context[sizeof "clientContext"];
        char id[sizeof "id"];
        char result_info[sizeof "resultInfo"];
        char status[sizeof "status"];
        char completion_reason[sizeof "completionReason"];
        char created_date_time[sizeof "createdDateTime"];
        char last_action_date_time[sizeof "lastActionDateTime"];
        char record_resource_location[sizeof "recordResourceLocation"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.recordOperation")];
} graph_beta_record_operation_fields = {
    {
        &graph_beta_result_info_descriptor,
        &graph_beta_comms_operation_status_descriptor,
        &graph_beta_record_operation_completion_reason_descriptor,
    },
    {
        DM_FIELD(graph_beta_record_operation_fields, 1, graph_beta_record_operation, client_context, DM_STRING, 0),
        DM_FIELD(graph_beta_record_operation_fields, 2, graph_beta_record_operation, id, DM_STRING, DM_READ_ONLY | DM_KEY),
        DM_FIELD_OF(graph_beta_record_operation_fields, 3, graph_beta_record_operation, result_info, DM_OBJECT, DM_READ_ONLY),
        DM_FIELD_OF(graph_beta_record_operation_fields, 4, graph_beta_record_operation, status, DM_ENUMERATION, DM_READ_ONLY),
        DM_FIELD_OF(graph_beta_record_operation_fields, 5, graph_beta_record_operation, completion_reason, DM_ENUMERATION, 0),
        DM_FIELD(graph_beta_record_operation_fields, 6, graph_beta_record_operation, created_date_time, DM_DATE_TIME_OFFSET, 0),
        DM_FIELD(graph_beta_record_operation_fields, 7, graph_beta_record_operation, last_action_date_time, DM_DATE_TIME_OFFSET, 0),
        DM_FIELD(graph_beta_record_operation_fields, 8, graph_beta_record_operation, record_resource_location, DM_STRING, 0),
    },
    {0, 4, 5, 1, 6, 7, 2, 3},
    {
        "clientContext",
        "id",
        "resultInfo",
        "status",
        "completionReason",
        "createdDateTime",
        "lastActionDateTime",
        "recordResourceLocation",
    },
    "microsoft.graph.recordOperation",
};
DM_TABLE_CHECK(graph_beta_record_operation_fields);

_Alignas(void *) const dm_type graph_beta_record_operation_descriptor = {
    graph_beta_record_operation_fields.name,
    &graph_beta_comms_operation_descriptor,
    graph_beta_record_operation_fields.fields,
    graph_beta_record_operation_fields.order,
    NULL,
    sizeof(graph_beta_record_operation),
    8,
    0,
    DM_ENTITY,
};
