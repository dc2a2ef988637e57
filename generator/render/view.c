#include "render/view.h"

#include "render/view_json.h"
#include "render/view_text.h"
#include "support/sort.h"

#include <inttypes.h>

/* ---- the project ---- */

/* A view of the same run about another API. */
static struct view view_about(const struct view *view, size_t index)
{
    const struct selection *selection = &view->run->selections[index];
    return (struct view){view->arena, view->run, selection,
                         c_names_api(view->run->names, selection->model)};
}

static struct json_value *api_keys(const struct view *view, enum view_lists lists);

void view_add_project(const struct view *view, struct json_value *root, enum view_lists lists)
{
    struct arena *arena = view->arena;
    const struct c_names *names = view->run->names;
    struct json_value *project = json_add_object(arena, root, SLICE("project"));
    view_json_text(arena, project, "name", names->project);
    view_json_text(arena, project, "generator", SLICE("docmodel"));
    bool described = !view->run->options->no_descriptions;
    view_json_text(arena, project, "license", described ? SLICE("CC-BY-4.0") : (slice){0});
    view_json_add(project, "notice", view_notice_texts(view));
    struct json_value *c = json_add_object(arena, project, SLICE("c"));
    view_json_text(arena, c, "option", names->option);
    view_json_add(c, "notice", view_general_notice(view));
    if (lists == VIEW_NO_LISTS)
        return;
    struct json_value *apis = view_json_list(arena, project, "apis");
    for (size_t i = 0; i < view->run->count; i++) {
        struct view about = view_about(view, i);
        view_json_append(arena, apis, "api", api_keys(&about, lists));
    }
}

struct json_value *view_once(struct arena *arena, const struct view_run *run, enum view_lists lists)
{
    struct view view = {arena, run, NULL, NULL};
    struct json_value *root = json_new(arena, JSON_OBJECT);
    view_add_project(&view, root, lists);
    return root;
}

/* ---- namespaces ---- */

static int compare_texts(const void *a, const void *b)
{
    const slice *left = a;
    const slice *right = b;
    return slice_compare(*left, *right);
}

slice *view_namespaces(const struct view *view, size_t *count)
{
    const struct model *model = view->selection->model;
    slice *list =
        arena_alloc_array(view->arena, model->type_count + model->enumeration_count, sizeof *list);
    size_t used = 0;
    for (size_t i = 0; i < model->type_count; i++) {
        if (view->selection->types[i])
            list[used++] = model->types[i]->name_space;
    }
    for (size_t i = 0; i < model->enumeration_count; i++) {
        if (view->selection->enumerations[i] && !model->enumerations[i]->in_place)
            list[used++] = model->enumerations[i]->name_space;
    }
    sort_items(list, used, sizeof *list, compare_texts);
    *count = 0;
    for (size_t i = 0; i < used; i++) {
        if (*count == 0 || !slice_equal(list[*count - 1], list[i]))
            list[(*count)++] = list[i];
    }
    return list;
}

/* In the order of their qualified names, but bases before what is derived from them. */
static int compare_depths(const void *a, const void *b)
{
    const struct model_type *left = *(const struct model_type *const *)a;
    const struct model_type *right = *(const struct model_type *const *)b;
    size_t depths[] = {view_type_depth(left), view_type_depth(right)};
    if (depths[0] != depths[1])
        return depths[0] < depths[1] ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

/* Whether what is in WANTED is listed in the namespace; in every one when that is NULL. */
static bool is_within(slice wanted, const slice *name_space)
{
    return name_space == NULL || slice_equal(wanted, *name_space);
}

static void add_types(const struct view *view, struct json_value *keys, const slice *name_space,
                      bool whole)
{
    const struct model *model = view->selection->model;
    const struct model_type **types =
        arena_alloc_array(view->arena, model->type_count, sizeof(*types));
    size_t count = 0;
    for (size_t i = 0; i < model->type_count; i++) {
        const struct model_type *type = model->types[i];
        if (view_has_type(view, type) && is_within(type->name_space, name_space))
            types[count++] = type;
    }
    if (whole)
        sort_items(types, count, sizeof(*types), compare_depths);
    struct json_value *list = view_json_list(view->arena, keys, "types");
    for (size_t i = 0; i < count; i++)
        view_json_append(view->arena, list, "type",
                         whole ? view_type_keys(view, types[i]) : view_type_brief(view, types[i]));
}

static void add_enumerations(const struct view *view, struct json_value *keys,
                             const slice *name_space, bool whole)
{
    const struct model *model = view->selection->model;
    struct json_value *list = view_json_list(view->arena, keys, "enumerations");
    for (size_t i = 0; i < model->enumeration_count; i++) {
        const struct model_enumeration *e = model->enumerations[i];
        if (view_has_enumeration(view, e) && !e->in_place && is_within(e->name_space, name_space))
            view_json_append(view->arena, list, "enumeration",
                             whole ? view_enumeration_keys(view, e)
                                   : view_enumeration_brief(view, e));
    }
}

/* Adds the selected types and named enumerations; of one namespace, or of all when it is NULL. */
static void add_contents(const struct view *view, struct json_value *keys, const slice *name_space,
                         enum view_lists lists)
{
    add_types(view, keys, name_space, lists == VIEW_WHOLE);
    add_enumerations(view, keys, name_space, lists == VIEW_WHOLE);
}

struct json_value *view_namespace(const struct view *view, slice name_space, enum view_lists lists)
{
    struct json_value *root = json_new(view->arena, JSON_OBJECT);
    view_add_project(view, root, VIEW_NO_LISTS);
    view_add_api(view, root, VIEW_NO_LISTS);
    struct json_value *keys = json_add_object(view->arena, root, SLICE("namespace"));
    view_json_text(view->arena, keys, "name", name_space);
    add_contents(view, keys, &name_space, lists);
    return root;
}

/* ---- files and shards of C ---- */

/* A file of an API, and the qualified name that decides its shard. */
struct c_file {
    slice file;
    slice qualified;
};

static int compare_files(const void *a, const void *b)
{
    const struct c_file *left = a;
    const struct c_file *right = b;
    return slice_compare(left->file, right->file);
}

/* The files of the selected types and named enumerations, sorted. */
static struct c_file *list_files(const struct view *view, size_t *count)
{
    const struct model *model = view->selection->model;
    struct c_file *files =
        arena_alloc_array(view->arena, model->type_count + model->enumeration_count, sizeof *files);
    *count = 0;
    for (size_t i = 0; i < model->type_count; i++) {
        if (view->selection->types[i])
            files[(*count)++] =
                (struct c_file){view->names->types[i].file, model->types[i]->qualified};
    }
    for (size_t i = 0; i < model->enumeration_count; i++) {
        if (view->selection->enumerations[i] && !model->enumerations[i]->in_place)
            files[(*count)++] = (struct c_file){view->names->enumerations[i].file,
                                                model->enumerations[i]->qualified};
    }
    sort_items(files, *count, sizeof *files, compare_files);
    return files;
}

/* Few steps, so that a type that is added seldom moves the others: about 100 types a shard, which
 * is where compiling is fastest. */
unsigned view_shard_count(const struct view *view)
{
    unsigned wanted = view->run->options->shards;
    if (wanted > 0)
        return wanted < C_NAMES_SHARDS_MAX ? wanted : C_NAMES_SHARDS_MAX;
    size_t types = view->selection->type_count;
    if (types <= 128)
        return 1;
    if (types <= 1024)
        return 8;
    return 32;
}

static unsigned shard_of(slice qualified, unsigned count)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < qualified.len; i++)
        hash = (hash ^ (unsigned char)qualified.ptr[i]) * 16777619U;
    return (hash ^ (hash >> 16)) % count;
}

static void append_path(const struct view *view, struct json_value *list, const char *kind,
                        slice path)
{
    struct json_value *keys = json_new(view->arena, JSON_OBJECT);
    view_json_text(view->arena, keys, "path", path);
    view_json_append(view->arena, list, kind, keys);
}

static struct json_value *shard_keys(const struct view *view, unsigned shard, bool lists)
{
    struct arena *arena = view->arena;
    struct json_value *keys = json_new(arena, JSON_OBJECT);
    view_json_number(arena, keys, "index", shard);
    if (!lists)
        return keys;
    struct json_value *sources = view_json_list(arena, keys, "sources");
    size_t count;
    const struct c_file *files = list_files(view, &count);
    for (size_t i = 0; i < count; i++) {
        if (shard_of(files[i].qualified, view_shard_count(view)) == shard)
            append_path(view, sources, "source", arena_join(arena, files[i].file, SLICE(".c")));
    }
    return keys;
}

struct json_value *view_of_shard(const struct view *view, unsigned shard)
{
    struct json_value *root = json_new(view->arena, JSON_OBJECT);
    view_add_project(view, root, VIEW_NO_LISTS);
    view_add_api(view, root, VIEW_NO_LISTS);
    view_json_add(root, "shard", shard_keys(view, shard, true));
    return root;
}

static void add_files(const struct view *view, struct json_value *c)
{
    struct arena *arena = view->arena;
    struct json_value *headers = view_json_list(arena, c, "headers");
    struct json_value *sources = view_json_list(arena, c, "sources");
    size_t count;
    const struct c_file *files = list_files(view, &count);
    for (size_t i = 0; i < count; i++) {
        append_path(view, headers, "header",
                    arena_format(arena, "%.*s/%.*s.h", SLICE_ARGS(view->names->folder),
                                 SLICE_ARGS(files[i].file)));
        append_path(view, sources, "source", arena_join(arena, files[i].file, SLICE(".c")));
    }
    struct json_value *shards = view_json_list(arena, c, "shards");
    for (unsigned i = 0; i < view_shard_count(view); i++)
        view_json_append(arena, shards, "shard", shard_keys(view, i, false));
}

/* ---- the API ---- */

/* Every selected enumeration, also those in place. */
static void add_all_enumerations(const struct view *view, struct json_value *c)
{
    const struct model *model = view->selection->model;
    struct json_value *list = view_json_list(view->arena, c, "all_enumerations");
    for (size_t i = 0; i < model->enumeration_count; i++) {
        const struct model_enumeration *e = model->enumerations[i];
        if (view_has_enumeration(view, e) &&
            (!e->in_place || view_has_type(view, e->property->owner)))
            view_json_append(view->arena, list, "enumeration", view_enumeration_brief(view, e));
    }
    view_json_flag(view->arena, c, "has_enumerations", list->count > 0);
    view_json_number(view->arena, c, "enumeration_count", list->count);
}

static uint64_t hash_text(uint64_t hash, slice text)
{
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * UINT64_C(1099511628211);
    return (hash ^ 0xFF) * UINT64_C(1099511628211); /* the end of the text counts */
}

static uint64_t hash_type(uint64_t hash, const struct view *view, const struct model_type *type)
{
    size_t count;
    const struct model_property **all = view_all_properties(view, type, &count);
    hash = hash_text(hash, view->names->types[type->index].name);
    hash = hash_text(hash, type->base != NULL ? type->base->qualified : (slice){0});
    for (size_t i = 0; i < count; i++) {
        const struct type_use *use = &all[i]->type;
        hash = hash_text(hash, all[i]->name);
        hash = hash_text(hash, model_type_use_name(use));
        hash = hash_text(hash, use->collection ? SLICE("many") : SLICE("one"));
        hash = hash_text(hash,
                         selection_has_use(view->selection, use) ? SLICE("typed") : SLICE("raw"));
    }
    return hash;
}

static uint64_t hash_enumeration(uint64_t hash, const struct model_enumeration *enumeration)
{
    hash = hash_text(hash, enumeration->qualified);
    hash = hash_text(hash, enumeration->flags ? SLICE("flags") : SLICE("one"));
    for (size_t i = 0; i < enumeration->member_count; i++)
        hash = hash_text(hash, enumeration->members[i].name);
    return hash;
}

/* Tells whether two generations have one binary interface: the bases of structures, the names,
 * order and types of their members, and the members of enumerations, whose order makes their
 * values. */
static slice layout_hash(const struct view *view)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    const struct model *model = view->selection->model;
    for (size_t i = 0; i < model->type_count; i++)
        if (view->selection->types[i])
            hash = hash_type(hash, view, model->types[i]);
    for (size_t i = 0; i < model->enumeration_count; i++)
        if (view_has_enumeration(view, model->enumerations[i]))
            hash = hash_enumeration(hash, model->enumerations[i]);
    return arena_format(view->arena, "%016" PRIx64, hash);
}

static struct json_value *api_keys(const struct view *view, enum view_lists lists)
{
    struct arena *arena = view->arena;
    const struct c_api_names *names = view->names;
    struct json_value *keys = json_new(arena, JSON_OBJECT);
    view_json_text(arena, keys, "version", names->model->version);
    view_json_text(arena, keys, "namespace", names->root);
    view_json_number(arena, keys, "type_count", view->selection->type_count);
    view_json_flag(arena, keys, "has_types", view->selection->type_count > 0);
    if (lists != VIEW_NO_LISTS) {
        size_t count;
        slice *namespaces = view_namespaces(view, &count);
        struct json_value *list = view_json_list(arena, keys, "namespaces");
        for (size_t i = 0; i < count; i++) {
            struct json_value *name_space = json_new(arena, JSON_OBJECT);
            view_json_text(arena, name_space, "name", namespaces[i]);
            view_json_append(arena, list, "namespace", name_space);
        }
        add_contents(view, keys, NULL, lists);
    }
    struct json_value *c = json_add_object(arena, keys, SLICE("c"));
    view_json_text(arena, c, "prefix", names->prefix);
    view_json_text(arena, c, "folder", names->folder);
    view_json_text(arena, c, "component", names->component);
    view_json_text(arena, c, "target", names->target);
    view_json_text(arena, c, "umbrella", arena_join(arena, names->folder, SLICE("/models.h")));
    for (size_t n = 0; n < C_API_NAME_COUNT; n++)
        json_add_string(arena, c, c_api_name_key((enum c_api_name)n), names->around[n]);
    if (lists != VIEW_NO_LISTS) {
        view_json_text(arena, c, "layout", layout_hash(view));
        add_files(view, c);
        add_all_enumerations(view, c);
    }
    return keys;
}

void view_add_api(const struct view *view, struct json_value *root, enum view_lists lists)
{
    json_add(root, SLICE("api"), api_keys(view, lists));
}

struct json_value *view_api(const struct view *view, enum view_lists lists)
{
    struct json_value *root = json_new(view->arena, JSON_OBJECT);
    view_add_project(view, root, VIEW_NO_LISTS);
    view_add_api(view, root, lists);
    return root;
}
