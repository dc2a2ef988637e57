/*
 * Plays prompts in calls and prints how each ended: a small application on the models of the
 * generated library graph::v1, to be read and copied from.
 *
 * A real one would get its messages from an HTTP library. This one reads them from its standard
 * input, a line each, in the order in which they arrived:
 *
 *     request CONTEXT          we are about to send playPrompt with this clientContext
 *     response CONTEXT JSON    the answer to that request: an operation, or null
 *     notification JSON        a body that the service posted: commsNotifications
 */
#include "prompts.h"

#include <graph/comms_notification.h>
#include <graph/comms_notifications.h>

#include <stdio.h>
#include <string.h>

#define LINE_MAX_SIZE 65536

/*
 * Reads one operation; *operation is NULL for a JSON null. The service sends a type derived from
 * commsOperation that no page documents (#microsoft.graph.playPromptOperation). It is read as the
 * commsOperation that it is; members that only the derived type has are kept, see dm_unknown, and
 * its name is in object.type_name. Returns false, and says why, when the text is no such JSON.
 */
static bool read_operation(dm_arena *arena, const char *json, size_t size,
                           graph_comms_operation **operation)
{
    dm_error error;
    if (graph_comms_operation_parse(arena, json, size, NULL, operation, &error) == DM_OK)
        return true;
    dm_error_print(stderr, &error);
    return false;
}

/* The response of playPrompt. We know which request it answers, whatever it says. */
static void on_response(struct prompts *prompts, dm_arena *arena, const char *context,
                        const char *json)
{
    graph_comms_operation *operation;
    struct prompt *prompt = prompts_find(prompts, context);
    if (prompt == NULL || !read_operation(arena, json, strlen(json), &operation))
        return;
    if (operation != NULL)
        prompts_update(prompts, prompt, "response", operation);
    else
        printf("%s: response: no operation yet, notifications will tell\n", prompt->context);
}

/* One entity of a notification. It can be of any type: a call, a participant, an operation. */
static void on_entity(struct prompts *prompts, dm_arena *arena, dm_json entity)
{
    graph_comms_operation *operation;
    if (dm_json_kind_of(entity) != DM_JSON_OBJECT)
        return;
    if (!read_operation(arena, entity.data, entity.size, &operation))
        return;
    struct prompt *prompt = prompts_find(prompts, operation->client_context);
    if (prompt != NULL)
        prompts_update(prompts, prompt, "notification", operation);
    else
        printf("notification: %s is none of ours\n",
               operation->object.type_name != NULL ? operation->object.type_name : "an entity");
}

/* A body that the service posted: a batch of notifications. */
static void on_notifications(struct prompts *prompts, dm_arena *arena, const char *json)
{
    graph_comms_notifications *batch;
    dm_error error;
    if (graph_comms_notifications_parse(arena, json, strlen(json), NULL, &batch, &error) != DM_OK) {
        dm_error_print(stderr, &error);
        return;
    }
    for (size_t i = 0; batch != NULL && i < batch->value.count; i++) {
        const graph_comms_notification *notification = batch->value.items[i];
        if (notification == NULL)
            continue;
        /* commsNotification is an open type: resourceData is not among its properties, but it is
         * kept as JSON, one entity or an array of them. */
        dm_json data = dm_unknown(&notification->object, "resourceData");
        if (dm_json_kind_of(data) == DM_JSON_ARRAY) {
            dm_json_iterator element = {0};
            while (dm_json_next(data, &element))
                on_entity(prompts, arena, element.value);
        } else {
            on_entity(prompts, arena, data);
        }
    }
}

/* Cuts the first word off a line. */
static char *next_word(char **line)
{
    char *word = *line;
    char *end = word + strcspn(word, " ");
    *line = *end != '\0' ? end + 1 : end;
    *end = '\0';
    return word;
}

static void on_line(struct prompts *prompts, dm_arena *arena, char *line)
{
    const char *kind = next_word(&line);
    if (strcmp(kind, "request") == 0) {
        if (!prompts_add(prompts, line))
            fprintf(stderr, "no room for %s\n", line);
    } else if (strcmp(kind, "response") == 0) {
        const char *context = next_word(&line);
        on_response(prompts, arena, context, line);
    } else if (strcmp(kind, "notification") == 0) {
        on_notifications(prompts, arena, line);
    }
}

int main(void)
{
    static char line[LINE_MAX_SIZE];
    struct prompts prompts = {.arena = dm_arena_create(NULL)};
    dm_arena *message = dm_arena_create(NULL); /* what one message needs */
    if (prompts.arena == NULL || message == NULL) {
        fprintf(stderr, "no memory\n");
        return 1;
    }
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        on_line(&prompts, message, line);
        dm_arena_reset(message); /* forgets the message, keeps the memory for the next */
    }
    size_t waiting = 0;
    for (size_t i = 0; i < prompts.count; i++)
        waiting += !prompts.items[i].ended;
    printf("%zu prompts, %zu still waiting\n", prompts.count, waiting);

    dm_arena_destroy(message);
    dm_arena_destroy(prompts.arena);
    return 0;
}
