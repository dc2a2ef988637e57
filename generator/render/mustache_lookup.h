/* Names and what they stand for. Private to the template engine. */
#ifndef DOCMODEL_RENDER_MUSTACHE_LOOKUP_H
#define DOCMODEL_RENDER_MUSTACHE_LOOKUP_H

#include "render/mustache_node.h"
#include "support/json.h"

/* A value that names are looked up in; the innermost first. */
struct mustache_context {
    const struct json_value *value;
    const struct mustache_context *outer;
    bool in_list;
    size_t index; /* in a list, from 1 */
    size_t count; /* of the list */
};

struct mustache_found {
    const struct json_value *value; /* NULL: the name stands for nothing */
    struct json_value made;         /* what VALUE points to for -first, -last and -index */
    char digits[24];
};

/* Looks up the name of NODE. *found must stay where it is as long as its value is used. */
void mustache_look_up(const struct mustache_context *context, const struct mustache_node *node,
                      struct mustache_found *found);

/* The known name that is nearest to NODE's, which stands for nothing; empty if none is near. */
slice mustache_nearest_name(struct arena *arena, const struct mustache_context *context,
                            const struct mustache_node *node);

#endif
