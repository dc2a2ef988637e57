#include "render/view.h"
#include "render/view_json.h"
#include "render/view_text.h"

bool view_has_type(const struct view *view, const struct model_type *type)
{
    return view->selection->types[type->index];
}

bool view_has_enumeration(const struct view *view, const struct model_enumeration *enumeration)
{
    return view->selection->enumerations[enumeration->index];
}

/* A property that repeats one which only translations list stands by itself, unless that one is
 * rendered, too. */
bool view_is_own(const struct model_property *property)
{
    return property->rendered && (property->repeats == NULL || !property->repeats->rendered);
}

size_t view_type_depth(const struct model_type *type)
{
    size_t depth = 0;
    for (; type != NULL; type = type->base)
        depth++;
    return depth;
}

const struct model_property **view_all_properties(const struct view *view,
                                                  const struct model_type *type, size_t *count)
{
    size_t depth = view_type_depth(type);
    size_t most = 0;
    const struct model_type **chain = arena_alloc_array(view->arena, depth, sizeof(*chain));
    for (size_t at = depth; at > 0; type = type->base) {
        chain[--at] = type;
        most += type->property_count;
    }
    const struct model_property **list = arena_alloc_array(view->arena, most, sizeof(*list));
    *count = 0;
    for (size_t i = 0; i < depth; i++) {
        for (size_t p = 0; p < chain[i]->property_count; p++) {
            if (view_is_own(&chain[i]->properties[p]))
                list[(*count)++] = &chain[i]->properties[p];
        }
    }
    return list;
}

/* ---- keys ---- */

static void add_names(const struct view *view, const struct model_type *type,
                      struct json_value *keys)
{
    struct arena *arena = view->arena;
    view_json_text(arena, keys, "name", type->name);
    view_json_text(arena, keys, "qualified", type->qualified);
    view_json_text(arena, keys, "namespace", type->name_space);
    view_json_text(arena, keys, "kind",
                   type->kind == KIND_ENTITY ? SLICE("entity") : SLICE("complex"));
    view_json_flag(arena, keys, "entity", type->kind == KIND_ENTITY);
    view_json_flag(arena, keys, "open", type->open);
    view_json_flag(arena, keys, "abstract", type->abstract);
    view_json_flag(arena, keys, "media", type->media);
    view_json_flag(arena, keys, "deprecated", type->deprecated);
}

static void add_base(const struct view *view, const struct model_type *type,
                     struct json_value *keys)
{
    struct json_value *base = NULL;
    if (type->base_name.len > 0 || type->base != NULL) {
        slice qualified = type->base != NULL ? type->base->qualified : type->base_name;
        slice rest = qualified;
        size_t dot = slice_find_last_byte(qualified, '.');
        if (dot != SLICE_NONE)
            rest = slice_skip(qualified, dot + 1);
        base = json_new(view->arena, JSON_OBJECT);
        view_json_text(view->arena, base, "name", rest);
        view_json_text(view->arena, base, "qualified", qualified);
        view_json_flag(view->arena, base, "documented", type->base != NULL);
    }
    view_json_section(view->arena, keys, "base", "base", base);
}

static void add_pages(const struct view *view, const struct model_type *type,
                      struct json_value *keys)
{
    struct json_value *pages = view_json_list(view->arena, keys, "pages");
    for (size_t i = 0; i < type->page_count; i++) {
        struct json_value *page = json_new(view->arena, JSON_OBJECT);
        view_json_text(view->arena, page, "path", type->pages[i]->source->path);
        view_json_text(view->arena, page, "locale", type->pages[i]->locale);
        view_json_text(view->arena, page, "handoff", type->pages[i]->handoff);
        view_json_append(view->arena, pages, "page", page);
    }
}

static void add_properties(const struct view *view, const struct model_type *type,
                           struct json_value *keys)
{
    size_t count;
    const struct model_property **all = view_all_properties(view, type, &count);
    struct json_value *own = view_json_list(view->arena, keys, "properties");
    struct json_value *every = view_json_list(view->arena, keys, "all_properties");
    for (size_t i = 0; i < count; i++) {
        view_json_append(view->arena, every, "property", view_property_keys(view, type, all[i], 4));
        if (all[i]->owner == type)
            view_json_append(view->arena, own, "property",
                             view_property_keys(view, type, all[i], 4));
    }
    view_json_flag(view->arena, keys, "has_properties", own->count > 0);
}

/* What only translations list and nothing renders. */
static void add_drift(const struct view *view, const struct model_type *type,
                      struct json_value *keys)
{
    struct json_value *list = view_json_list(view->arena, keys, "drift");
    for (size_t i = 0; i < type->property_count; i++) {
        const struct model_property *property = &type->properties[i];
        if (property->rendered)
            continue;
        const struct page *page = property->origin.page;
        struct json_value *drift = json_new(view->arena, JSON_OBJECT);
        view_json_text(view->arena, drift, "name", property->name);
        view_json_text(view->arena, drift, "locale", page != NULL ? page->locale : (slice){0});
        view_json_text(view->arena, drift, "handoff", page != NULL ? page->handoff : (slice){0});
        view_add_origin(view, drift, property->origin);
        view_json_append(view->arena, list, "drift", drift);
    }
}

static void add_enumerations(const struct view *view, const struct model_type *type,
                             struct json_value *keys)
{
    struct json_value *list = view_json_list(view->arena, keys, "enumerations");
    const struct model *model = type->model;
    for (size_t i = 0; i < model->enumeration_count; i++) {
        const struct model_enumeration *e = model->enumerations[i];
        if (e->in_place && e->property->owner == type && view_has_enumeration(view, e))
            view_json_append(view->arena, list, "enumeration", view_enumeration_keys(view, e));
    }
}

static slice written(const struct view *view, const struct json_value *value, bool pretty)
{
    struct buffer text;
    buffer_init(&text);
    json_write(value, pretty, &text);
    slice result = arena_copy(view->arena, buffer_slice(&text));
    buffer_finish(&text);
    return result;
}

static void add_examples(const struct view *view, const struct model_type *type,
                         struct json_value *keys)
{
    struct json_value *list = view_json_list(view->arena, keys, "examples");
    for (size_t i = 0; i < type->example_count; i++) {
        struct json_value *example = json_new(view->arena, JSON_OBJECT);
        view_json_text(view->arena, example, "json", written(view, type->examples[i].value, true));
        view_json_flag(view->arena, example, "collection", type->examples[i].collection);
        view_add_origin(view, example, type->examples[i].origin);
        view_json_append(view->arena, list, "example", example);
    }
}

/* ---- views ---- */

static void add_brief_c(const struct view *view, const struct model_type *type,
                        struct json_value *keys)
{
    struct arena *arena = view->arena;
    const struct c_type_names *names = c_names_type(view->run->names, type);
    struct json_value *c = json_add_object(arena, keys, SLICE("c"));
    view_json_text(arena, c, "name", names->name);
    for (size_t n = 0; n < C_TYPE_NAME_COUNT; n++)
        json_add_string(arena, c, c_type_name_key((enum c_type_name)n), names->around[n]);
    view_json_text(arena, c, "file", names->file);
    view_json_text(arena, c, "header",
                   arena_format(arena, "%.*s/%.*s.h", SLICE_ARGS(view->names->folder),
                                SLICE_ARGS(names->file)));
}

struct json_value *view_type_brief(const struct view *view, const struct model_type *type)
{
    struct json_value *keys = json_new(view->arena, JSON_OBJECT);
    add_names(view, type, keys);
    add_brief_c(view, type, keys);
    return keys;
}

struct json_value *view_type_keys(const struct view *view, const struct model_type *type)
{
    struct arena *arena = view->arena;
    struct json_value *keys = json_new(arena, JSON_OBJECT);
    add_names(view, type, keys);
    view_json_text(arena, keys, "title", type->title);
    view_json_text(arena, keys, "description", view_description(view, &type->descriptions));
    view_json_text(arena, keys, "key_property", type->key_property);
    add_base(view, type, keys);
    view_add_origin(view, keys, type->origin);
    add_pages(view, type, keys);
    add_properties(view, type, keys);
    add_drift(view, type, keys);
    add_enumerations(view, type, keys);
    add_examples(view, type, keys);
    add_brief_c(view, type, keys);
    view_type_add_c(view, type, json_get(keys, SLICE("c")));
    view_type_add_tests(view, type, json_get(keys, SLICE("c")));
    return keys;
}

struct json_value *view_type(const struct view *view, const struct model_type *type)
{
    struct json_value *root = json_new(view->arena, JSON_OBJECT);
    view_add_project(view, root, VIEW_NO_LISTS);
    view_add_api(view, root, VIEW_NO_LISTS);
    json_add(root, SLICE("type"), view_type_keys(view, type));
    return root;
}

struct json_value *view_enumeration(const struct view *view,
                                    const struct model_enumeration *enumeration)
{
    struct json_value *root = json_new(view->arena, JSON_OBJECT);
    view_add_project(view, root, VIEW_NO_LISTS);
    view_add_api(view, root, VIEW_NO_LISTS);
    json_add(root, SLICE("enumeration"), view_enumeration_keys(view, enumeration));
    return root;
}
