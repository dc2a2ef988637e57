/*
 * Any bytes as a page: read, built into a model, printed. Every span must lie in the page, names
 * must not be empty, and a page that is ignored must have a reason.
 */
#include "fuzz.h"

#include "extract/page.h"
#include "model/export.h"
#include "model/model.h"

#include <stdlib.h>

static const struct vocab *shared_vocab(void)
{
    static struct arena arena;
    static const struct vocab *vocab;
    if (vocab == NULL) {
        struct diagnostics diagnostics;
        arena_init(&arena);
        diagnostics_init(&diagnostics, &arena);
        vocab = vocab_load(&arena, fs_native(), DOCMODEL_SOURCE_DIR "/generator/vocab/data",
                           &diagnostics);
        if (vocab == NULL)
            abort();
    }
    return vocab;
}

static void check_span(struct span span)
{
    if (span.source == NULL)
        return;
    if (span.begin > span.end || span.end > span.source->text.len)
        abort();
}

static void check_values(const struct value_list *values)
{
    for (size_t i = 0; i < values->count; i++) {
        check_span(values->items[i].span);
        if (values->items[i].name.len == 0)
            abort();
    }
}

static void check_type(const struct type_facts *type)
{
    check_span(type->span);
    check_span(type->description_span);
    check_span(type->json);
    if (type->name.len == 0)
        abort();
    for (size_t i = 0; i < type->property_count; i++) {
        const struct property_facts *property = &type->properties[i];
        check_span(property->span);
        check_span(property->type.span);
        check_span(property->description_span);
        check_values(&property->values);
        if (property->name.len == 0)
            abort();
    }
    for (size_t i = 0; i < type->member_count; i++) {
        check_span(type->members[i].span);
        check_values(&type->members[i].values);
    }
}

static void check_facts(const struct page_facts *facts)
{
    if (facts->kind == PAGE_IGNORED && facts->reason.len == 0)
        abort();
    for (size_t i = 0; i < facts->type_count; i++)
        check_type(&facts->types[i]);
    for (size_t i = 0; i < facts->enumeration_count; i++) {
        check_span(facts->enumerations[i].span);
        check_values(&facts->enumerations[i].members);
    }
    for (size_t i = 0; i < facts->example_count; i++)
        check_span(facts->examples[i].span);
}

static void export_model(struct arena *arena, const struct page_facts *facts,
                         struct diagnostics *diagnostics)
{
    struct model_options options = {.primary_locale = SLICE("en-US")};
    struct buffer out;
    const struct model_set *models = model_build(arena, &facts, 1, &options, diagnostics);
    buffer_init(&out);
    model_export_json(models, &out);
    model_export_tsv(models, &out);
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics->count; i++) {
        check_span(diagnostics->items[i]->span);
        diagnostic_print(diagnostics->items[i], NULL, &out);
    }
    buffer_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena scratch;
    const struct page_options options = {
        .default_locale = SLICE("en-US"), .default_version = SLICE("v1.0"), .scratch = &scratch};
    const struct page_file file = {
        .path = SLICE("page.md"),
        .shown = SLICE("en-US/api-reference/beta/resources/page.md"),
        .locale = SLICE("en-US"),
        .version = SLICE("beta"),
    };
    const slice text = {(const char *)data, size};
    struct diagnostics diagnostics;
    struct page_facts facts;
    struct arena arena;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    arena_init(&scratch);
    page_read_text(&arena, text, &file, shared_vocab(), &options, &diagnostics, &facts);
    arena_finish(&scratch);
    check_facts(&facts);
    export_model(&arena, &facts, &diagnostics);
    arena_finish(&arena);
    return 0;
}
