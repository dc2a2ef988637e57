#include "prompts.h"

#include <graph/result_info.h>

#include <stdio.h>
#include <string.h>

bool prompts_add(struct prompts *prompts, const char *context)
{
    if (prompts->count == PROMPTS_MAX)
        return false;
    struct prompt prompt = {.context = dm_arena_copy(prompts->arena, context, strlen(context))};
    if (prompt.context == NULL)
        return false;
    prompts->items[prompts->count++] = prompt;
    return true;
}

struct prompt *prompts_find(struct prompts *prompts, const char *context)
{
    for (size_t i = 0; context != NULL && i < prompts->count; i++) {
        if (strcmp(prompts->items[i].context, context) == 0)
            return &prompts->items[i];
    }
    return NULL;
}

/* An object that was not sent is a NULL pointer, a number that was not sent has no value: asking
 * `has` tells "code 0" from "no code". */
static void print_result(const graph_result_info *result)
{
    if (result == NULL)
        return;
    if (result->code.has)
        printf(", code %d", (int)result->code.value);
    if (result->subcode.has)
        printf(", subcode %d", (int)result->subcode.value);
    if (result->message != NULL)
        printf(": %s", result->message);
}

void prompts_update(struct prompts *prompts, struct prompt *prompt, const char *source,
                    const graph_comms_operation *operation)
{
    /* The message's arena is reset before the next message, so what shall stay is copied. */
    if (prompt->operation_id == NULL && operation->id != NULL)
        prompt->operation_id = dm_arena_copy(prompts->arena, operation->id, strlen(operation->id));

    const char *id = prompt->operation_id != NULL ? prompt->operation_id : "unknown";
    printf("%s: %s: operation %s ", prompt->context, source, id);
    if (prompt->ended) {
        printf("has ended already\n");
        return;
    }
    switch (operation->status.value) {
    case GRAPH_COMMS_OPERATION_STATUS_COMPLETED:
        printf("completed");
        print_result(operation->result_info);
        prompt->ended = true;
        break;
    case GRAPH_COMMS_OPERATION_STATUS_FAILED:
        printf("failed");
        print_result(operation->result_info);
        prompt->ended = true;
        break;
    case GRAPH_COMMS_OPERATION_STATUS_NOT_STARTED:
    case GRAPH_COMMS_OPERATION_STATUS_RUNNING:
        printf("goes on");
        break;
    case GRAPH_COMMS_OPERATION_STATUS_ABSENT:
        printf("has no status");
        break;
    case GRAPH_COMMS_OPERATION_STATUS_UNRECOGNIZED:
        /* A value that is newer than the documentation. It is no error, and its text is there. */
        printf("has the status \"%s\", which is new; waiting", operation->status.text);
        break;
    }
    printf("\n");
}
