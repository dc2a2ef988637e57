#include "render/mustache_lookup.h"

#include "support/suggest.h"

#include <stdio.h>

static const slice list_names[] = {{"-first", 6}, {"-last", 5}, {"-index", 6}};

/* -first, -last and -index of the element CONTEXT. False for every other name. */
static bool look_up_position(const struct mustache_context *context, slice name,
                             struct mustache_found *found)
{
    struct json_value *made = &found->made;
    if (slice_equal(name, list_names[2])) {
        int len = snprintf(found->digits, sizeof found->digits, "%zu", context->index);
        *made = (struct json_value){.kind = JSON_NUMBER, .text = {found->digits, (size_t)len}};
    } else {
        bool first = slice_equal(name, list_names[0]);
        if (!first && !slice_equal(name, list_names[1]))
            return false;
        bool holds = first ? context->index == 1 : context->index == context->count;
        *made = (struct json_value){
            .kind = JSON_BOOLEAN, .boolean = holds, .text = holds ? SLICE("true") : SLICE("false")};
    }
    found->value = made;
    return true;
}

static void look_up_first(const struct mustache_context *context, slice name,
                          struct mustache_found *found)
{
    bool position = slice_starts_with(name, SLICE("-"));
    for (; context != NULL && found->value == NULL; context = context->outer) {
        found->value = json_get(context->value, name);
        if (found->value == NULL && position && context->in_list &&
            look_up_position(context, name, found))
            return;
    }
}

void mustache_look_up(const struct mustache_context *context, const struct mustache_node *node,
                      struct mustache_found *found)
{
    found->value = NULL;
    if (node->part_count == 0) {
        found->value = context->value;
        return;
    }
    look_up_first(context, node->parts[0], found);
    for (size_t i = 1; i < node->part_count && found->value != NULL; i++)
        found->value = json_get(found->value, node->parts[i]);
}

static void offer_keys(struct suggestion *suggestion, const struct json_value *object)
{
    if (object == NULL || object->kind != JSON_OBJECT)
        return;
    for (const struct json_value *m = object->first; m != NULL; m = m->next)
        suggest_offer(suggestion, m->key);
}

/* A member of an object in sight that is called NAME: `name` where `type.name` is meant. */
static slice find_below(struct arena *arena, const struct mustache_context *context, slice name)
{
    for (; context != NULL; context = context->outer) {
        if (context->value->kind != JSON_OBJECT)
            continue;
        for (const struct json_value *m = context->value->first; m != NULL; m = m->next)
            if (json_get(m, name) != NULL)
                return arena_format(arena, "%.*s.%.*s", SLICE_ARGS(m->key), SLICE_ARGS(name));
    }
    return (slice){0};
}

static slice nearest_first_part(const struct mustache_context *context, slice name)
{
    struct suggestion suggestion;
    suggest_init(&suggestion, name, false);
    bool in_list = false;
    for (; context != NULL; context = context->outer) {
        offer_keys(&suggestion, context->value);
        in_list = in_list || context->in_list;
    }
    for (size_t i = 0; in_list && i < sizeof list_names / sizeof list_names[0]; i++)
        suggest_offer(&suggestion, list_names[i]);
    return suggestion.best;
}

/* NODE's name with its part at INDEX replaced by PART. */
static slice replace_part(struct arena *arena, const struct mustache_node *node, size_t index,
                          slice part)
{
    slice wrong = node->parts[index];
    size_t before = (size_t)(wrong.ptr - node->name.ptr);
    slice behind = slice_skip(node->name, before + wrong.len);
    return arena_format(arena, "%.*s%.*s%.*s", SLICE_ARGS(slice_take(node->name, before)),
                        SLICE_ARGS(part), SLICE_ARGS(behind));
}

slice mustache_nearest_name(struct arena *arena, const struct mustache_context *context,
                            const struct mustache_node *node)
{
    if (node->part_count == 0)
        return (slice){0};
    struct mustache_found found = {0};
    look_up_first(context, node->parts[0], &found);
    if (found.value == NULL) {
        slice near = nearest_first_part(context, node->parts[0]);
        if (near.len > 0)
            return replace_part(arena, node, 0, near);
        return node->part_count == 1 ? find_below(arena, context, node->parts[0]) : (slice){0};
    }
    size_t i = 1;
    const struct json_value *object = found.value;
    for (; i < node->part_count; i++) {
        const struct json_value *next = json_get(object, node->parts[i]);
        if (next == NULL)
            break;
        object = next;
    }
    struct suggestion suggestion;
    suggest_init(&suggestion, i < node->part_count ? node->parts[i] : (slice){0}, false);
    offer_keys(&suggestion, object);
    return suggestion.best.len > 0 && i < node->part_count
               ? replace_part(arena, node, i, suggestion.best)
               : (slice){0};
}
