#include "extract/example.h"

#include "extract/identifier.h"
#include "extract/json_members.h"

static void add_example(struct arena *arena, struct page_facts *facts,
                        const struct example_facts *example)
{
    facts->examples =
        arena_extend(arena, facts->examples, facts->example_count, sizeof *facts->examples);
    facts->examples[facts->example_count++] = *example;
}

static bool is_representation(const struct page_facts *facts, const struct block *fence)
{
    for (size_t i = 0; i < facts->type_count; i++)
        if (facts->types[i].json.source != NULL && facts->types[i].json.begin == fence->body.begin)
            return true;
    return false;
}

static bool knows(const struct type_facts *type, slice name)
{
    for (size_t i = 0; i < type->member_count; i++)
        if (slice_equal(type->members[i].name, name))
            return true;
    for (size_t i = 0; i < type->property_count; i++)
        if (slice_equal(type->properties[i].name, name))
            return true;
    return false;
}

static bool shows(const struct json_value *object, const struct type_facts *type)
{
    size_t known = 0;
    if (object->kind != JSON_OBJECT)
        return false;
    for (const struct json_value *m = object->first; m != NULL; m = m->next)
        known += knows(type, m->key);
    return known > 0 && 2 * known >= object->count;
}

static void read_annotated(struct reading *reading, const struct annotation *annotation,
                           const struct type_facts *about, struct page_facts *facts)
{
    bool instance = annotation->subject == ABOUT_EXAMPLE ||
                    (annotation->subject == ABOUT_TYPE && about != NULL);
    if (!instance || is_representation(facts, annotation->fence))
        return;
    struct json_value *value =
        json_members_read_block(reading, reading->arena, annotation->fence, true);
    slice type = identifier_qualify(reading->arena, reading->name_space, annotation->type);
    if (type.len == 0 && about != NULL)
        type = about->name;
    if (value == NULL || type.len == 0)
        return;
    const struct example_facts shown = {.type = type,
                                        .value = value,
                                        .span = annotation->fence->body,
                                        .collection = annotation->collection,
                                        .truncated = annotation->truncated};
    add_example(reading->arena, facts, &shown);
}

static void read_plain(struct reading *reading, size_t index, const struct type_facts *about,
                       struct page_facts *facts)
{
    const struct block *block = &reading->document->blocks[index];
    struct json_problems problems = {0};
    if (about == NULL || reading->places[index].section != SECTION_EXAMPLE ||
        !json_members_looks_like(block) || is_representation(facts, block))
        return;
    struct json_value *value =
        json_read_relaxed(reading->arena, reading->arena, block->body, &problems);
    if (value == NULL || !shows(value, about))
        return;
    struct example_facts example = {.type = about->name, .value = value, .span = block->body};
    add_example(reading->arena, facts, &example);
}

void example_read_all(struct reading *reading, const struct annotations *annotations,
                      const struct type_facts *about, struct page_facts *facts)
{
    for (size_t i = 0; i < reading->document->block_count; i++) {
        if (reading->document->blocks[i].kind != BLOCK_FENCE)
            continue;
        const struct annotation *annotation = annotations_find(annotations, i);
        if (annotation != NULL)
            read_annotated(reading, annotation, about, facts);
        else
            read_plain(reading, i, about, facts);
    }
}
