#include "model/assemble.h"

#include "model/locale.h"
#include "model/resolve.h"
#include "support/sort.h"

/* ---- Properties ---- */

/* What rows say besides the type: the first that says it counts. */
static void merge_row(struct build *build, struct model_property *result,
                      const struct property_facts *facts)
{
    result->navigation |= facts->relationship;
    result->read_only |= facts->read_only;
    result->required |= facts->required;
    result->key |= facts->key;
    result->deprecated |= facts->deprecated;
    if (result->nullable == NULLABLE_UNSTATED)
        result->nullable = facts->nullable;
    if (facts->limits == NULL)
        return;
    if (result->limits == NULL)
        result->limits = arena_alloc_array(build->arena, LIMIT_COUNT, sizeof *result->limits);
    for (int i = 0; i < LIMIT_COUNT; i++)
        if (!result->limits[i].stated)
            result->limits[i] = facts->limits[i];
}

static struct origin origin_of_property(const struct build_property *property)
{
    if (property->row_count > 0)
        return build_origin(property->rows[0].source->page, property->rows[0].facts->span);
    return build_member_origin(&property->members[0], property->members[0].facts->span);
}

static void fill_property(struct build *build, struct build_type *type,
                          struct build_property *property, struct model_property *result)
{
    property->result = result;
    result->name = property->name;
    result->owner = type->result;
    result->rendered =
        !property->drift || (property->confirmed && build->options->merge == MERGE_UNION);
    result->origin = origin_of_property(property);
    result->key = type->result->key_property.len > 0 &&
                  slice_equal(property->name, type->result->key_property);
    for (size_t i = 0; i < property->row_count; i++) {
        const struct row_source *row = &property->rows[i];
        if (row->source->deciding || property->drift)
            merge_row(build, result, row->facts);
        locale_add_text(build, &result->descriptions, row->source->page, row->facts->description,
                        row->facts->description_span);
    }
    type->navigates |= result->navigation;
}

static void fill_properties(struct build *build, struct build_type *type)
{
    struct model_type *result = type->result;
    result->properties =
        arena_alloc_array(build->arena, type->property_count, sizeof *result->properties);
    result->property_count = type->property_count;
    for (size_t i = 0; i < type->property_count; i++)
        fill_property(build, type, type->properties[i], &result->properties[i]);
}

/* ---- Types ---- */

static void add_page(struct build *build, struct model_type *result, const struct page *page)
{
    for (size_t i = 0; i < result->page_count; i++)
        if (result->pages[i] == page)
            return;
    result->pages =
        arena_extend(build->arena, result->pages, result->page_count, sizeof(const struct page *));
    result->pages[result->page_count++] = page;
}

static void merge_source(struct build *build, struct build_type *type,
                         const struct type_source *source)
{
    struct model_type *result = type->result;
    const struct type_facts *facts = source->facts;
    type->has_methods |= facts->has_methods;
    type->kind_stated |= facts->stated_kind != KIND_UNSTATED;
    add_page(build, result, &source->page->facts->page);
    locale_add_text(build, &result->descriptions, source->page, facts->description,
                    facts->description_span);
    if (!source->deciding)
        return;
    if (result->key_property.len == 0)
        result->key_property = facts->key_property;
    result->open |= facts->open;
    result->abstract |= facts->abstract;
    result->media |= facts->media;
    result->deprecated |= facts->deprecated;
}

void assemble_type(struct build *build, struct build_type *type, size_t index)
{
    struct model_type *result = type->result;
    const struct type_source *first = &type->sources[0];
    result->index = index;
    result->model = build->model;
    result->qualified = type->qualified;
    result->name_space = type->name_space;
    result->name = type->name;
    result->title = first->facts->title;
    result->origin = build_origin(first->page, first->facts->span);
    for (size_t i = 0; i < type->source_count; i++)
        merge_source(build, type, &type->sources[i]);
    fill_properties(build, type);
}

/* ---- Examples ---- */

static bool page_decides(const struct build_type *type, const struct build_page *page)
{
    return slice_equal(type->sources[0].page->facts->page.locale, page->facts->page.locale);
}

static void add_example(struct build *build, struct model_type *result,
                        const struct build_page *page, const struct example_facts *facts)
{
    result->examples = arena_extend(build->arena, result->examples, result->example_count,
                                    sizeof *result->examples);
    result->examples[result->example_count++] =
        (struct model_example){facts->value, facts->collection, build_origin(page, facts->span)};
}

static void add_examples_of_page(struct build *build, const struct build_page *page, bool deciding)
{
    for (size_t i = 0; i < page->facts->example_count; i++) {
        const struct example_facts *facts = &page->facts->examples[i];
        struct type_reference reference = {.name = facts->type};
        struct build_type *type = resolve_type(build, page, build->general, &reference);
        if (type != NULL && facts->value != NULL && page_decides(type, page) == deciding)
            add_example(build, type->result, page, facts);
    }
}

void assemble_examples(struct build *build)
{
    for (int deciding = 1; deciding >= 0; deciding--)
        for (size_t i = 0; i < build->page_count; i++)
            add_examples_of_page(build, &build->pages[i], deciding == 1);
}

/* ---- The model ---- */

static int compare_enumerations(const void *a, const void *b)
{
    const struct model_enumeration *const *ea = a;
    const struct model_enumeration *const *eb = b;
    int order = slice_compare((*ea)->qualified, (*eb)->qualified);
    return order != 0 ? order : (int)(*ea)->in_place - (int)(*eb)->in_place;
}

void assemble_model(struct build *build)
{
    struct model *model = build->model;
    model->type_count = build->type_count;
    model->types = arena_alloc_array(build->arena, build->type_count, sizeof(struct model_type *));
    for (size_t i = 0; i < build->type_count; i++)
        model->types[i] = build->types[i]->result;
    model->enumeration_count = build->enumeration_count;
    model->enumerations = arena_alloc_array(build->arena, build->enumeration_count,
                                            sizeof(struct model_enumeration *));
    for (size_t i = 0; i < build->enumeration_count; i++)
        model->enumerations[i] = build->enumerations[i]->result;
    sort_items(model->enumerations, build->enumeration_count, sizeof(struct model_enumeration *),
               compare_enumerations);
    for (size_t i = 0; i < build->enumeration_count; i++)
        model->enumerations[i]->index = i;
}
