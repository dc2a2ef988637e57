/*
 * Prompts that were asked to be played, and what has become of them.
 *
 * The service tells about an operation twice: in the response of the request, and in notifications
 * that it posts to the application. The two come in either order, so a notification can speak of an
 * operation whose id the application has never seen. What joins them is clientContext, a text that
 * the application makes up, sends with the request, and finds in every message about it.
 */
#ifndef PROMPTS_H
#define PROMPTS_H

#include <graph/comms_operation.h>

#define PROMPTS_MAX 16

struct prompt {
    const char *context;      /* the clientContext that was sent */
    const char *operation_id; /* NULL until a message tells it */
    bool ended;               /* completed or failed: nothing more will come */
};

struct prompts {
    dm_arena *arena; /* holds the texts above, longer than any message lives */
    struct prompt items[PROMPTS_MAX];
    size_t count;
};

/* Remembers a request that is about to be sent. Returns false when there is no room. */
bool prompts_add(struct prompts *prompts, const char *context);

/* The prompt of that clientContext, or NULL: NULL and texts of other requests are allowed. */
struct prompt *prompts_find(struct prompts *prompts, const char *context);

/*
 * Takes in what a message from SOURCE ("response", "notification") says about a prompt, and prints
 * what is new. A message that is older than what is known already changes nothing.
 */
void prompts_update(struct prompts *prompts, struct prompt *prompt, const char *source,
                    const graph_comms_operation *operation);

#endif
