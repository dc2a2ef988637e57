#include "internal.h"

struct visit {
    dm_arena *arena;
    const dm_type *type;
    const char *text; /* the whole page */
    const dm_parse_options *options;
    dm_visitor *visitor;
    void *context;
    dm_error *error;
    const char *prefix; /* of pointers: "/value" in a page */
};

/* Places an element's error in the page. */
static void relocate(struct visit *visit, const char *item, size_t index)
{
    char own[DM_ERROR_POINTER_SIZE];
    dm_error *error = visit->error;
    if (!error)
        return;
    memcpy(own, error->pointer, sizeof own);
    dm_error_locate(error, visit->text, item + error->offset);
    snprintf(error->pointer, sizeof error->pointer, "%s/%zu%.200s", visit->prefix, index, own);
}

static dm_status visit_item(struct visit *visit, dm_json item, size_t index)
{
    dm_object *object = NULL;
    dm_arena_reset(visit->arena);
    dm_status status = dm_parse(visit->arena, visit->type, item.data, item.size, visit->options,
                                &object, visit->error);
    if (status != DM_OK) {
        relocate(visit, item.data, index);
        return status;
    }
    if (!visit->visitor(visit->context, object))
        return dm_error_set(visit->error, DM_ERROR_SINK, "the callback said stop");
    return DM_OK;
}

static dm_status visit_items(struct visit *visit, dm_json array)
{
    dm_json_iterator it = {0};
    dm_status status = DM_OK;
    for (size_t i = 0; status == DM_OK && dm_json_next(array, &it); i++)
        status = visit_item(visit, it.value, i);
    return status;
}

dm_status dm_visit_rest(dm_arena *arena, dm_json page, dm_object **rest, dm_error *error)
{
    dm_json_iterator it = {0};
    dm_arena_reset(arena);
    dm_object *object = dm_new(arena, &dm_any_descriptor);
    if (!object)
        return dm_error_set(error, DM_ERROR_MEMORY, "no memory");
    while (dm_json_kind_of(page) == DM_JSON_OBJECT && dm_json_next(page, &it)) {
        const char *name = NULL;
        if (dm_json_is_text(it.name, "value"))
            continue;
        dm_status status = dm_json_text(arena, it.name, &name, NULL);
        if (status == DM_OK)
            status = dm_set(object, name, it.value);
        if (status != DM_OK)
            return dm_error_set(error, status, "no memory");
    }
    *rest = object;
    return DM_OK;
}

dm_status dm_visit(dm_arena *arena, const dm_type *item_type, const char *text, size_t size,
                   const dm_parse_options *options, dm_visitor *visitor, void *context,
                   dm_object **rest, dm_error *error)
{
    struct visit visit = {arena, item_type, text, options, visitor, context, error, "/value"};
    dm_json page;
    if (rest)
        *rest = NULL;
    if (!arena || !item_type || !visitor)
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no arena, type or callback");
    dm_status status = dm_json_check(text, size, options, &page, error);
    if (status != DM_OK)
        return status;
    dm_json items = page;
    if (dm_json_kind_of(page) == DM_JSON_OBJECT)
        items = dm_json_member(page, "value");
    else
        visit.prefix = "";
    if (dm_json_kind_of(items) != DM_JSON_ARRAY)
        return dm_error_set(error, DM_ERROR_TYPE, "expected a page or an array");
    status = visit_items(&visit, items);
    return status == DM_OK && rest ? dm_visit_rest(arena, page, rest, error) : status;
}
