#include "render/c_names.h"

#include "render/c_name.h"
#include "support/map.h"
#include "support/sort.h"

/* A file's or folder's name, with room for "_2", an extension and a prefix within 100. */
#define FILE_NAME_MAX 84

/* The folders of a namespace; longer ones are one folder. So no path is too long to be opened. */
#define FOLDERS_MAX 160

struct suffix {
    const char *key;
    const char *text; /* behind the name */
};

static const struct suffix type_suffixes[C_TYPE_NAME_COUNT] = {
    [C_TYPE_DESCRIPTOR] = {"descriptor", "_descriptor"},
    [C_TYPE_NEW] = {"new", "_new"},
    [C_TYPE_INIT] = {"init", "_init"},
    [C_TYPE_PARSE] = {"parse", "_parse"},
    [C_TYPE_WRITE] = {"write", "_write"},
    [C_TYPE_COPY] = {"copy", "_copy"},
    [C_TYPE_FROM] = {"from", "_from"},
    [C_TYPE_FIELDS] = {"fields", "_fields"},
    [C_TYPE_RULES] = {"rules", "_rules"},
    [C_TYPE_PAGE] = {"page", "_page"},
    [C_TYPE_PAGE_DESCRIPTOR] = {"page_descriptor", "_descriptor"},
    [C_TYPE_PAGE_PARSE] = {"page_parse", "_parse"},
    [C_TYPE_PAGE_FIELDS] = {"page_fields", "_fields"},
    [C_TYPE_PAGE_TEST] = {"page_test", "_test"},
    [C_TYPE_GUARD] = {"guard", "_H"},
    [C_TYPE_TEST] = {"test", "_test"},
    [C_TYPE_EXAMPLES] = {"examples", "_examples"},
    [C_TYPE_VALUES] = {"values", "_values"},
    [C_TYPE_TEXTS] = {"texts", "_texts"},
};

static const struct suffix enumeration_suffixes[C_ENUMERATION_NAME_COUNT] = {
    [C_ENUMERATION_FIELD] = {"field", "_field"},
    [C_ENUMERATION_DESCRIPTOR] = {"descriptor", "_descriptor"},
    [C_ENUMERATION_OF] = {"of", "_of"},
    [C_ENUMERATION_FROM_TEXT] = {"from_text", "_from_text"},
    [C_ENUMERATION_TO_TEXT] = {"to_text", "_to_text"},
    [C_ENUMERATION_MEMBERS] = {"members", "_members"},
    [C_ENUMERATION_TEXTS] = {"texts", "_texts"},
    [C_ENUMERATION_UNRECOGNIZED] = {"unrecognized", "_UNRECOGNIZED"},
    [C_ENUMERATION_ABSENT] = {"absent", "_ABSENT"},
    [C_ENUMERATION_GUARD] = {"guard", "_H"},
    [C_ENUMERATION_TEST] = {"test", "_test"},
    [C_ENUMERATION_TEST_MEMBERS] = {"test_members", "_test_members"},
};

static const struct suffix api_suffixes[C_API_NAME_COUNT] = {
    [C_API_TYPES] = {"types", "types"},
    [C_API_TYPES_ITEMS] = {"types_items", "types_items"},
    [C_API_GUARD] = {"guard", "MODELS_H"},
    [C_API_GENERATION] = {"generation", "GENERATION"},
    [C_API_GENERATION_GUARD] = {"generation_guard", "GENERATION_H"},
    [C_API_TEST_CASES] = {"test_cases", "test_cases"},
    [C_API_TEST_ENUMERATIONS] = {"test_enumerations", "test_enumerations"},
};

slice c_type_name_key(enum c_type_name name)
{
    return slice_from(type_suffixes[name].key);
}

slice c_enumeration_name_key(enum c_enumeration_name name)
{
    return slice_from(enumeration_suffixes[name].key);
}

slice c_api_name_key(enum c_api_name name)
{
    return slice_from(api_suffixes[name].key);
}

/* ---- the pass ---- */

struct pass {
    struct arena *arena;
    struct arena scratch;
    struct c_names *names;
    struct map identifiers; /* struct taken, by name; of all APIs */
};

/* A name that is given, and the number that the next one who wants it may get. */
struct taken {
    unsigned next;
};

static bool take(struct pass *pass, struct map *map, slice name)
{
    if (map_get(map, name) != NULL)
        return false;
    struct taken *taken = arena_alloc(&pass->scratch, sizeof *taken);
    taken->next = 2;
    map_put(map, name, taken);
    return true;
}

static slice without_end(slice name)
{
    while (name.len > 0 && name.ptr[name.len - 1] == '_')
        name.len--;
    return name;
}

/* A keyword's "_" gives way to the number: C++ reserves names with two of them in a row. */
static slice claim(struct pass *pass, struct map *map, slice wanted)
{
    if (take(pass, map, wanted))
        return wanted;
    struct taken *taken = map_get(map, wanted);
    slice stem = without_end(wanted);
    for (;;) {
        slice numbered = arena_format(pass->arena, "%.*s_%u", SLICE_ARGS(stem), taken->next++);
        if (take(pass, map, numbered))
            return numbered;
    }
}

static slice claim_around(struct pass *pass, slice name, const struct suffix *suffix)
{
    slice wanted = arena_join(pass->arena, name, slice_from(suffix->text));
    if (ascii_is_upper(suffix->text[0]) ||
        (suffix->text[0] == '_' && ascii_is_upper(suffix->text[1])))
        wanted = c_name_upper(pass->arena, wanted);
    return claim(pass, &pass->identifiers, c_name_identifier(pass->arena, wanted));
}

/* ---- APIs ---- */

/* "v1" for "v1.0", "beta" for "beta". */
static slice component_of(struct arena *arena, slice version)
{
    while (slice_ends_with(version, SLICE(".0")))
        version.len -= 2;
    return c_name_snake(arena, version);
}

static bool is_inside(slice inner, slice outer)
{
    return slice_starts_with(inner, outer) && inner.len > outer.len && inner.ptr[outer.len] == '.';
}

/* The namespace of most types, or one around it that has types, too. */
static slice find_root(struct arena *scratch, const struct model *model)
{
    struct map counts;
    map_init(&counts, scratch);
    slice root = {0};
    size_t most = 0;
    for (size_t i = 0; i < model->type_count; i++) {
        slice name_space = model->types[i]->name_space;
        size_t *count = map_get(&counts, name_space);
        if (count == NULL) {
            count = arena_alloc(scratch, sizeof *count);
            map_put(&counts, name_space, count);
        }
        (*count)++;
        if (*count > most || (*count == most && slice_compare(name_space, root) < 0)) {
            most = *count;
            root = name_space;
        }
    }
    for (size_t i = 0; i < model->type_count; i++) {
        if (is_inside(root, model->types[i]->name_space))
            root = model->types[i]->name_space;
    }
    return root;
}

static int compare_by_length(const void *a_item, const void *b_item)
{
    const struct c_api_names *a = a_item;
    const struct c_api_names *b = b_item;
    if (a->model->version.len != b->model->version.len)
        return a->model->version.len > b->model->version.len ? -1 : 1;
    return slice_compare(a->model->version, b->model->version);
}

/* Beside "v2.0", which is "v2", the component of a "v2" is "v2_2". */
static void name_components(struct pass *pass, struct c_names *names)
{
    struct map taken;
    map_init_ignore_case(&taken, &pass->scratch);
    sort_items(names->apis, names->count, sizeof *names->apis, compare_by_length);
    for (size_t i = 0; i < names->count; i++) {
        struct c_api_names *api = &names->apis[i];
        api->component = claim(pass, &taken, component_of(pass->arena, api->model->version));
    }
}

static void name_api(struct pass *pass, struct c_api_names *api, slice prefix, bool exact)
{
    struct arena *arena = pass->arena;
    const struct c_names *names = pass->names;
    const struct model *model = api->model;
    if ((names->count == 1 && exact) || slice_equal(model->version, SLICE("v1.0")))
        api->prefix = prefix;
    else
        api->prefix =
            arena_format(arena, "%.*s%.*s_", SLICE_ARGS(prefix), SLICE_ARGS(api->component));
    api->folder = without_end(api->prefix);
    if (api->folder.len == 0)
        api->folder = names->project;
    api->target =
        arena_format(arena, "%.*s_%.*s", SLICE_ARGS(names->project), SLICE_ARGS(api->component));
    api->root = find_root(&pass->scratch, model);
    api->types = arena_alloc_array(arena, model->type_count, sizeof *api->types);
    api->enumerations =
        arena_alloc_array(arena, model->enumeration_count, sizeof *api->enumerations);
}

/* ---- types and enumerations ---- */

/* NAME_SPACE without the API's root. */
static slice inner_namespace(const struct c_api_names *api, slice name_space)
{
    if (slice_equal(name_space, api->root))
        return (slice){0};
    if (is_inside(name_space, api->root))
        return slice_skip(name_space, api->root.len + 1);
    return name_space;
}

/* The parts of a namespace in snake case, each with "_" behind it, or "/" in the path of a FILE. */
static slice join_namespace(struct pass *pass, slice rest, bool file)
{
    struct buffer joined;
    buffer_init(&joined);
    while (rest.len > 0) {
        slice part;
        slice_cut(rest, '.', &part, &rest);
        part = c_name_snake(pass->arena, part);
        if (file)
            part = c_name_file(pass->arena, part, FILE_NAME_MAX);
        buffer_append(&joined, part);
        buffer_append_char(&joined, file ? '/' : '_');
    }
    slice result = arena_copy(pass->arena, buffer_slice(&joined));
    buffer_finish(&joined);
    return result;
}

/* NAME_SPACE and NAME in snake case: an identifier, or the path of a FILE. */
static slice join_snake(struct pass *pass, const struct c_api_names *api, slice name_space,
                        slice name, bool file)
{
    slice rest = inner_namespace(api, name_space);
    slice result = join_namespace(pass, rest, file);
    if (file && result.len > FOLDERS_MAX) {
        result = c_name_file(pass->arena, join_namespace(pass, rest, false), FILE_NAME_MAX);
        result = arena_join(pass->arena, result, SLICE("/"));
    }
    name = c_name_snake(pass->arena, name);
    if (file)
        name = c_name_file(pass->arena, name, FILE_NAME_MAX);
    return arena_join(pass->arena, result, name);
}

/* "beta_foo", "v2_foo": what v1.0 calls so would take the names of another version's "foo". */
static bool begins_with_version(slice stem)
{
    slice word, rest;
    if (!slice_cut(stem, '_', &word, &rest) || rest.len == 0)
        return false;
    bool numbered = word.len > 1 && word.ptr[0] == 'v';
    for (size_t i = 1; i < word.len; i++)
        numbered &= ascii_is_digit(word.ptr[i]);
    return numbered || slice_equal(word, SLICE("beta"));
}

static slice claim_type(struct pass *pass, const struct c_api_names *api, slice name_space,
                        slice name)
{
    slice stem = join_snake(pass, api, name_space, name, false);
    if (begins_with_version(stem))
        stem = arena_join(pass->arena, SLICE("x"), stem);
    slice wanted = c_name_identifier(pass->arena, arena_join(pass->arena, api->prefix, stem));
    return claim(pass, &pass->identifiers, wanted);
}

/* A documented type or enumeration. */
struct documented {
    slice name_space;
    slice name;
    slice qualified;
    struct c_type_names *type;
    struct c_enumeration_names *enumeration;
};

static size_t count_dots(slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == '.';
    return count;
}

static int compare_documented(const void *a_item, const void *b_item)
{
    const struct documented *a = a_item;
    const struct documented *b = b_item;
    size_t a_dots = count_dots(a->qualified);
    size_t b_dots = count_dots(b->qualified);
    if (a_dots != b_dots)
        return a_dots < b_dots ? -1 : 1;
    int order = slice_compare(a->qualified, b->qualified);
    /* A type and an enumeration of one name: the model has one of them only, but in any case. */
    return order != 0 ? order : (a->type == NULL) - (b->type == NULL);
}

static struct documented *list_documented(struct pass *pass, struct c_api_names *api, size_t *count)
{
    const struct model *model = api->model;
    struct documented *list = arena_alloc_array(
        &pass->scratch, model->type_count + model->enumeration_count, sizeof *list);
    size_t used = 0;
    for (size_t i = 0; i < model->type_count; i++) {
        const struct model_type *type = model->types[i];
        list[used++] = (struct documented){type->name_space, type->name, type->qualified,
                                           &api->types[i], NULL};
    }
    for (size_t i = 0; i < model->enumeration_count; i++) {
        const struct model_enumeration *e = model->enumerations[i];
        if (!e->in_place)
            list[used++] = (struct documented){e->name_space, e->name, e->qualified, NULL,
                                               &api->enumerations[i]};
    }
    sort_items(list, used, sizeof *list, compare_documented);
    *count = used;
    return list;
}

/* Files that every API has. */
static void reserve_files(struct pass *pass, struct map *files)
{
    take(pass, files, SLICE("models"));
    take(pass, files, SLICE("generation"));
    take(pass, files, SLICE("tests"));
    for (unsigned i = 0; i < C_NAMES_SHARDS_MAX; i++)
        take(pass, files, arena_format(&pass->scratch, "shard_%u", i));
}

static void name_documented(struct pass *pass, struct c_api_names *api)
{
    struct map files;
    map_init_ignore_case(&files, &pass->scratch);
    reserve_files(pass, &files);
    size_t count;
    struct documented *list = list_documented(pass, api, &count);
    for (size_t i = 0; i < count; i++) {
        slice name = claim_type(pass, api, list[i].name_space, list[i].name);
        slice file =
            claim(pass, &files, join_snake(pass, api, list[i].name_space, list[i].name, true));
        if (list[i].type != NULL) {
            list[i].type->name = name;
            list[i].type->file = file;
            list[i].type->member =
                arena_join(pass->arena, SLICE("as_"), slice_skip(name, api->prefix.len));
        } else {
            list[i].enumeration->name = name;
            list[i].enumeration->file = file;
        }
    }
}

static void name_in_place(struct pass *pass, struct c_api_names *api)
{
    for (size_t i = 0; i < api->model->enumeration_count; i++) {
        const struct model_enumeration *e = api->model->enumerations[i];
        if (!e->in_place)
            continue;
        const struct model_type *owner = e->property->owner;
        slice wanted =
            arena_format(pass->arena, "%.*s_%.*s", SLICE_ARGS(api->types[owner->index].name),
                         SLICE_ARGS(c_name_snake(pass->arena, e->property->name)));
        api->enumerations[i].name = claim(pass, &pass->identifiers, wanted);
    }
}

static void name_members(struct pass *pass, struct c_api_names *api)
{
    for (size_t i = 0; i < api->model->enumeration_count; i++) {
        const struct model_enumeration *e = api->model->enumerations[i];
        struct c_enumeration_names *names = &api->enumerations[i];
        slice upper = c_name_upper(pass->arena, names->name);
        names->members = arena_alloc_array(pass->arena, e->member_count, sizeof(slice));
        for (size_t m = 0; m < e->member_count; m++) {
            slice member = c_name_screaming(pass->arena, e->members[m].name);
            slice wanted =
                arena_format(pass->arena, "%.*s_%.*s", SLICE_ARGS(upper), SLICE_ARGS(member));
            names->members[m] = claim(pass, &pass->identifiers, wanted);
        }
    }
}

/* Names of a type that hang on its page, a second type that is made up for it. */
static bool is_of_page(size_t name)
{
    return name >= C_TYPE_PAGE && name <= C_TYPE_PAGE_TEST;
}

static void name_around(struct pass *pass, struct c_api_names *api)
{
    for (size_t i = 0; i < api->model->type_count; i++) {
        struct c_type_names *names = &api->types[i];
        for (size_t n = 0; n < C_TYPE_NAME_COUNT; n++) {
            if (!is_of_page(n))
                names->around[n] = claim_around(pass, names->name, &type_suffixes[n]);
        }
    }
    for (size_t i = 0; i < api->model->enumeration_count; i++) {
        struct c_enumeration_names *names = &api->enumerations[i];
        for (size_t n = 0; n < C_ENUMERATION_NAME_COUNT; n++)
            names->around[n] = claim_around(pass, names->name, &enumeration_suffixes[n]);
    }
    for (size_t n = 0; n < C_API_NAME_COUNT; n++)
        api->around[n] = claim_around(pass, api->prefix, &api_suffixes[n]);
}

/* The page of `onenote` must not take a name from `onenotePage`, so pages go last. */
static void name_pages(struct pass *pass, struct c_api_names *api)
{
    for (size_t i = 0; i < api->model->type_count; i++) {
        struct c_type_names *names = &api->types[i];
        for (size_t n = C_TYPE_PAGE; n <= C_TYPE_PAGE_TEST; n++) {
            slice stem = n == C_TYPE_PAGE ? names->name : names->around[C_TYPE_PAGE];
            names->around[n] = claim_around(pass, stem, &type_suffixes[n]);
        }
    }
}

/* ---- members of structures ---- */

/* Takes what the structure of TYPE has from its base already. */
static void take_inherited(struct pass *pass, const struct c_api_names *api,
                           const struct model_type *type, struct map *taken, struct map *by_name)
{
    take(pass, taken, SLICE("object"));
    for (const struct model_type *base = type->base; base != NULL; base = base->base) {
        const struct c_type_names *names = &api->types[base->index];
        take(pass, taken, names->member);
        for (size_t i = 0; i < base->property_count; i++) {
            take(pass, taken, names->properties[i]);
            map_put_new(by_name, base->properties[i].name, &names->properties[i]);
        }
    }
}

static void name_properties(struct pass *pass, struct c_api_names *api,
                            const struct model_type *type)
{
    struct map taken;
    struct map by_name; /* the C name of an inherited property, by its JSON name */
    map_init(&taken, &pass->scratch);
    map_init(&by_name, &pass->scratch);
    take_inherited(pass, api, type, &taken, &by_name);
    struct c_type_names *names = &api->types[type->index];
    names->properties = arena_alloc_array(pass->arena, type->property_count, sizeof(slice));
    for (size_t i = 0; i < type->property_count; i++) {
        const slice *inherited = map_get(&by_name, type->properties[i].name);
        if (inherited != NULL) {
            names->properties[i] = *inherited;
            continue;
        }
        slice wanted = c_name_snake(pass->arena, type->properties[i].name);
        if (slice_equal(wanted, SLICE("object")))
            wanted = SLICE("object_");
        wanted = c_name_identifier(pass->arena, wanted);
        names->properties[i] = claim(pass, &taken, wanted);
        map_put_new(&by_name, type->properties[i].name, &names->properties[i]);
    }
}

/* Bases go first; PENDING has room for every type of the model. */
static void name_all_properties(struct pass *pass, struct c_api_names *api)
{
    size_t count = api->model->type_count;
    const struct model_type **pending = arena_alloc_array(&pass->scratch, count, sizeof(*pending));
    for (size_t i = 0; i < count; i++) {
        size_t depth = 0;
        const struct model_type *type = api->model->types[i];
        for (; type != NULL && api->types[type->index].properties == NULL; type = type->base)
            pending[depth++] = type;
        while (depth > 0)
            name_properties(pass, api, pending[--depth]);
    }
}

/* ---- everything ---- */

static int compare_apis(const void *a_item, const void *b_item)
{
    const struct c_api_names *a = a_item;
    const struct c_api_names *b = b_item;
    if (a->prefix.len != b->prefix.len)
        return a->prefix.len < b->prefix.len ? -1 : 1;
    return slice_compare(a->model->version, b->model->version);
}

const struct c_names *c_names_make(struct arena *arena, const struct model *const *models,
                                   size_t count, slice prefix, bool exact)
{
    struct pass pass = {.arena = arena};
    struct c_names *names = arena_alloc(arena, sizeof *names);
    pass.names = names;
    arena_init(&pass.scratch);
    map_init(&pass.identifiers, &pass.scratch);

    names->project = without_end(prefix);
    if (names->project.len == 0)
        names->project = SLICE("models");
    names->option = c_name_upper(arena, names->project);
    names->count = count;
    names->apis = arena_alloc_array(arena, count, sizeof *names->apis);
    for (size_t i = 0; i < count; i++)
        names->apis[i].model = models[i];
    name_components(&pass, names);
    for (size_t i = 0; i < count; i++)
        name_api(&pass, &names->apis[i], prefix, exact);
    sort_items(names->apis, count, sizeof *names->apis, compare_apis);

    static void (*const steps[])(struct pass *, struct c_api_names *) = {
        name_documented, name_in_place, name_members, name_around, name_pages, name_all_properties};
    for (size_t step = 0; step < sizeof steps / sizeof steps[0]; step++) {
        for (size_t i = 0; i < count; i++)
            steps[step](&pass, &names->apis[i]);
    }
    arena_finish(&pass.scratch);
    return names;
}

const struct c_api_names *c_names_api(const struct c_names *names, const struct model *model)
{
    for (size_t i = 0; i < names->count; i++) {
        if (names->apis[i].model == model)
            return &names->apis[i];
    }
    return NULL;
}

const struct c_type_names *c_names_type(const struct c_names *names, const struct model_type *type)
{
    return &c_names_api(names, type->model)->types[type->index];
}

const struct c_enumeration_names *c_names_enumeration(const struct c_names *names,
                                                      const struct model_enumeration *enumeration)
{
    return &c_names_api(names, enumeration->model)->enumerations[enumeration->index];
}

slice c_names_property(const struct c_names *names, const struct model_property *property)
{
    const struct model_type *owner = property->owner;
    return c_names_type(names, owner)->properties[property - owner->properties];
}
