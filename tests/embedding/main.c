/*
 * Reads one text with two models libraries, which share one runtime. With an argument it prints the
 * size of a structure instead, once the library has said that it compiled the same.
 */
#include <calls/comms_operation.h>
#include <rec/record_operation.h>

#include <stdio.h>
#include <string.h>

static const char text[] =
    "{\"@odata.type\": \"#microsoft.graph.recordOperation\","
    " \"completionReason\": \"stopToneDetected\", \"status\": \"completed\"}";

static int print_size(void)
{
    if (rec_record_operation_descriptor.size != sizeof(rec_record_operation))
        return 1;
    printf("%zu\n", sizeof(rec_record_operation));
    return 0;
}

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1)
        return print_size();
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
