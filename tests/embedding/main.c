/* Reads one text with two models libraries, which share one runtime. */
#include <calls/comms_operation.h>
#include <rec/record_operation.h>

#include <stdio.h>
#include <string.h>

static const char text[] =
    "{\"@odata.type\": \"#microsoft.graph.recordOperation\","
    " \"completionReason\": \"stopToneDetected\", \"status\": \"completed\"}";

int main(void)
{
    dm_arena *arena = dm_arena_create(NULL);
    calls_comms_operation *operation;
    rec_record_operation *recording;
    dm_error error;
    if (calls_comms_operation_parse(arena, text, strlen(text), NULL, &operation, &error) != DM_OK ||
        rec_record_operation_parse(arena, text, strlen(text), NULL, &recording, &error) != DM_OK)
        return dm_error_print(stderr, &error);
    printf("%s, %s\n", calls_comms_operation_status_to_text(operation->status.value),
           recording->completion_reason.text);
    dm_arena_destroy(arena);
    return 0;
}
