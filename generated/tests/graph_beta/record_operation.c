/*
 * From en-US/api-reference/beta/resources/recordoperation.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph_beta/record_operation.h>

static const struct driver_member graph_beta_record_operation_completion_reason_test_members[] = {
    {"operationCanceled", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_OPERATION_CANCELED},
    {"stopToneDetected", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_STOP_TONE_DETECTED},
    {"maxRecordDurationReached", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_MAX_RECORD_DURATION_REACHED},
    {"initialSilenceTimeout", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_INITIAL_SILENCE_TIMEOUT},
    {"maxSilenceTimeout", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_MAX_SILENCE_TIMEOUT},
    {"playPromptFailed", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_PLAY_PROMPT_FAILED},
    {"playBeepFailed", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_PLAY_BEEP_FAILED},
    {"mediaReceiveTimeout", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_MEDIA_RECEIVE_TIMEOUT},
    {"unspecifiedError", GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_UNSPECIFIED_ERROR},
};

static const struct driver_enumeration graph_beta_record_operation_completion_reason_test = {&graph_beta_record_operation_completion_reason_descriptor, graph_beta_record_operation_completion_reason_test_members, 9};

static const struct driver_value graph_beta_record_operation_values[] = {
    {"/clientContext", "\"d45324c1-fcb5-430a-902c-f20af696537c\""},
    {"/id", "\"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\""},
    {"/recordResourceLocation", "\"https://resource.location/ABB33D04-3A2C-4D78-996F-9EEEF55EF119\""},
    {"/resultInfo/code", "\"200\""},
    {"/resultInfo/subCode", "\"callTerminated\""},
    {"/status", "\"completed\""},
};

static const struct driver_example graph_beta_record_operation_examples[] = {
    {
        "en-US/api-reference/beta/resources/recordoperation.md",
        55,
        "{\n"
        "  \"clientContext\": \"d45324c1-fcb5-430a-902c-f20af696537c\",\n"
        "  \"id\": \"ABB33D04-3A2C-4D78-996F-9EEEF55EF119\",\n"
        "  \"recordResourceLocation\": \"https://resource.location/ABB33D04-3A2C-4D78-996F-9EEEF55EF119\",\n"
        "  \"resultInfo\": {\n"
        "    \"code\": \"200\",\n"
        "    \"subCode\": \"callTerminated\"\n"
        "  },\n"
        "  \"status\": \"completed\"\n"
        "}",
        graph_beta_record_operation_values + 0,
        6,
    },
};

static const struct driver_type graph_beta_record_operation_test = {&graph_beta_record_operation_descriptor, graph_beta_record_operation_examples, 1};

static const struct driver_type graph_beta_record_operation_page_test = {&graph_beta_record_operation_page_descriptor, NULL, 0};
