#include "fixture.h"

#include "test_cmocka.h"

#include <stdlib.h>

void fixture_init(struct fixture *fixture, struct arena *arena)
{
    *fixture = (struct fixture){.arena = arena};
    fixture->set.primary_locale = SLICE("en-US");
    fixture->options.prefix = SLICE("graph_");
    diagnostics_init(&fixture->diagnostics, arena);
}

struct model *fixture_model(struct fixture *fixture, const char *version)
{
    struct model *model = arena_alloc(fixture->arena, sizeof *model);
    model->version = slice_from(version);
    fixture->set.models = arena_extend(fixture->arena, fixture->set.models, fixture->set.count,
                                       sizeof(struct model *));
    fixture->set.models[fixture->set.count++] = model;
    return model;
}

const struct page *fixture_page(struct fixture *fixture, const char *path, const char *locale)
{
    static const char text[] = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
                               "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
                               "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
    struct source *source = arena_alloc(fixture->arena, sizeof *source);
    source_init(source, fixture->arena, slice_from(path), slice_from(text));
    struct page *page = arena_alloc(fixture->arena, sizeof *page);
    page->source = source;
    page->locale = slice_from(locale);
    return page;
}

struct origin fixture_origin(const struct page *page, size_t line)
{
    return (struct origin){page, span_make(page->source, line - 1, line - 1)};
}

static void split(const char *qualified, slice *name_space, slice *name)
{
    slice whole = slice_from(qualified);
    size_t dot = slice_find_last_byte(whole, '.');
    *name_space = slice_take(whole, dot);
    *name = slice_skip(whole, dot + 1);
}

static const struct page *page_of(struct fixture *fixture, const struct model *model, slice name)
{
    char *lower = arena_alloc(fixture->arena, name.len + 1);
    for (size_t i = 0; i < name.len; i++)
        lower[i] = ascii_to_lower(name.ptr[i]);
    slice path = arena_format(fixture->arena, "en-US/api-reference/%.*s/resources/%s.md",
                              SLICE_ARGS(model->version), lower);
    return fixture_page(fixture, path.ptr, "en-US");
}

struct model_type *fixture_type(struct fixture *fixture, struct model *model, const char *name,
                                enum type_kind kind, const struct model_type *base)
{
    struct arena *arena = fixture->arena;
    struct model_type *type = arena_alloc(arena, sizeof *type);
    type->model = model;
    type->qualified = slice_from(name);
    split(name, &type->name_space, &type->name);
    type->kind = kind;
    type->base = base;
    type->base_name = base != NULL ? base->qualified : (slice){0};
    type->properties = arena_alloc_array(arena, FIXTURE_MOST, sizeof *type->properties);
    type->pages = arena_alloc_array(arena, 4, sizeof(const struct page *));
    type->pages[type->page_count++] = page_of(fixture, model, type->name);
    type->origin = fixture_origin(type->pages[0], 12);
    model->types =
        arena_extend(arena, model->types, model->type_count, sizeof(struct model_type *));
    model->types[model->type_count++] = type;
    return type;
}

struct localized_texts fixture_text(struct fixture *fixture, const char *locale, const char *text,
                                    struct origin origin)
{
    struct localized_text *item = arena_alloc(fixture->arena, sizeof *item);
    *item = (struct localized_text){slice_from(locale), slice_from(text), origin};
    return (struct localized_texts){item, text != NULL ? 1 : 0};
}

struct model_property *fixture_property(struct fixture *fixture, struct model_type *type,
                                        const char *name, struct type_use use, const char *text,
                                        size_t line)
{
    struct model_property *property = &type->properties[type->property_count++];
    assert_true(type->property_count <= FIXTURE_MOST);
    property->name = slice_from(name);
    property->owner = type;
    property->type = use;
    property->rendered = true;
    property->limits = arena_alloc_array(fixture->arena, LIMIT_COUNT, sizeof *property->limits);
    property->origin = fixture_origin(type->pages[0], line);
    property->descriptions = fixture_text(fixture, "en-US", text, property->origin);
    return property;
}

struct model_enumeration *fixture_enumeration(struct fixture *fixture, struct model *model,
                                              const char *name,
                                              const struct model_property *property)
{
    struct arena *arena = fixture->arena;
    struct model_enumeration *enumeration = arena_alloc(arena, sizeof *enumeration);
    enumeration->model = model;
    enumeration->members = arena_alloc_array(arena, FIXTURE_MOST, sizeof *enumeration->members);
    if (property != NULL) {
        enumeration->in_place = true;
        enumeration->property = property;
        enumeration->qualified = arena_format(
            arena, "%.*s.%.*s", SLICE_ARGS(property->owner->qualified), SLICE_ARGS(property->name));
        enumeration->name_space = property->owner->name_space;
        enumeration->origin = property->origin;
    } else {
        enumeration->qualified = slice_from(name);
        split(name, &enumeration->name_space, &enumeration->name);
        enumeration->origin = fixture_origin(page_of(fixture, model, enumeration->name), 12);
    }
    model->enumerations = arena_extend(arena, model->enumerations, model->enumeration_count,
                                       sizeof(struct model_enumeration *));
    model->enumerations[model->enumeration_count++] = enumeration;
    return enumeration;
}

struct model_member *fixture_member(struct model_enumeration *enumeration, const char *name)
{
    struct model_member *member = &enumeration->members[enumeration->member_count++];
    assert_true(enumeration->member_count <= FIXTURE_MOST);
    member->name = slice_from(name);
    member->origin = enumeration->origin;
    return member;
}

struct type_use fixture_primitive(enum edm_primitive primitive)
{
    return (struct type_use){.kind = USE_PRIMITIVE, .primitive = primitive};
}

struct type_use fixture_object(const struct model_type *type)
{
    return (struct type_use){.kind = USE_STRUCTURED, .structured = type};
}

struct type_use fixture_enumerated(const struct model_enumeration *enumeration)
{
    return (struct type_use){.kind = USE_ENUMERATION, .enumeration = enumeration};
}

struct type_use fixture_untyped(void)
{
    return (struct type_use){.kind = USE_UNTYPED};
}

struct type_use fixture_many(struct type_use use)
{
    use.collection = true;
    return use;
}

void fixture_example(struct fixture *fixture, struct model_type *type, const char *text,
                     size_t line)
{
    struct source *source = arena_alloc(fixture->arena, sizeof *source);
    source_init(source, fixture->arena, SLICE("example"), slice_from(text));
    struct json_problem problem;
    struct json_value *value =
        json_read_strict(fixture->arena, fixture->arena, span_of_file(source), &problem);
    assert_non_null(value);
    type->examples =
        arena_extend(fixture->arena, type->examples, type->example_count, sizeof *type->examples);
    type->examples[type->example_count++] =
        (struct model_example){value, false, fixture_origin(type->pages[0], line)};
}

static int compare_types(const void *a, const void *b)
{
    const struct model_type *const *left = a;
    const struct model_type *const *right = b;
    return slice_compare((*left)->qualified, (*right)->qualified);
}

static int compare_enumerations(const void *a, const void *b)
{
    const struct model_enumeration *const *left = a;
    const struct model_enumeration *const *right = b;
    return slice_compare((*left)->qualified, (*right)->qualified);
}

void fixture_finish(struct fixture *fixture)
{
    for (size_t m = 0; m < fixture->set.count; m++) {
        struct model *model = fixture->set.models[m];
        if (model->type_count > 0)
            qsort(model->types, model->type_count, sizeof(struct model_type *), compare_types);
        if (model->enumeration_count > 0)
            qsort(model->enumerations, model->enumeration_count, sizeof(struct model_enumeration *),
                  compare_enumerations);
        for (size_t i = 0; i < model->type_count; i++)
            model->types[i]->index = i;
        for (size_t i = 0; i < model->enumeration_count; i++)
            model->enumerations[i]->index = i;
        selection_build(fixture->arena, model, NULL, 0, NULL, &fixture->selections[m]);
    }
}

const struct json_value *fixture_context(struct fixture *fixture, const char *name)
{
    return render_context(fixture->arena, &fixture->set, fixture->selections, fixture->set.count,
                          &fixture->options, slice_from(name));
}

const struct json_value *fixture_at(const struct json_value *value, const char *keys)
{
    slice rest = slice_from(keys);
    while (value != NULL && rest.len > 0) {
        slice key;
        slice_cut(rest, '/', &key, &rest);
        if (value->kind == JSON_ARRAY) {
            size_t index = (size_t)strtoul(key.ptr, NULL, 10);
            for (value = value->first; value != NULL && index > 0; index--)
                value = value->next;
        } else {
            value = json_get(value, key);
        }
    }
    return value;
}

slice fixture_text_at(const struct json_value *value, const char *keys)
{
    const struct json_value *found = fixture_at(value, keys);
    if (found == NULL)
        fail_msg("nothing at %s", keys);
    return found->text;
}
