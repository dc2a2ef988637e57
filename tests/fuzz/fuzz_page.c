/* Any bytes as a page: read, built into a model, printed. Every span must lie in the page. */
#include "fuzz.h"

#include "extract/page.h"
#include "model/export.h"
#include "model/model.h"

#include <stdlib.h>

static struct arena vocab_arena;

static const struct vocab *load_vocab(void)
{
    static const struct vocab *vocab;
    if (vocab == NULL) {
        struct diagnostics diagnostics;
        arena_init(&vocab_arena);
        diagnostics_init(&diagnostics, &vocab_arena);
        vocab = vocab_load(&vocab_arena, fs_native(), DOCMODEL_SOURCE_DIR "/generator/vocab/data",
                           &diagnostics);
        if (vocab == NULL)
            abort();
    }
    return vocab;
}

static void check_span(struct span span)
{
    if (span.source != NULL && (span.begin > span.end || span.end > span.source->text.len))
        abort();
}

static void check_facts(const struct page_facts *facts)
{
    for (size_t t = 0; t < facts->type_count; t++) {
        const struct type_facts *type = &facts->types[t];
        check_span(type->span);
        check_span(type->json);
        for (size_t p = 0; p < type->property_count; p++) {
            check_span(type->properties[p].span);
            check_span(type->properties[p].row);
            check_span(type->properties[p].type.span);
        }
        for (size_t m = 0; m < type->member_count; m++)
            check_span(type->members[m].span);
    }
    for (size_t e = 0; e < facts->example_count; e++)
        check_span(facts->examples[e].span);
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
    struct arena arena;
    struct diagnostics diagnostics;
    struct page_facts facts = {0};
    struct page_file file = {
        .path = SLICE("page.md"),
        .shown = SLICE("en-US/api-reference/beta/resources/page.md"),
        .locale = SLICE("en-US"),
        .version = SLICE("beta"),
    };
    struct page_options options = {SLICE("en-US"), SLICE("v1.0")};
    slice text = {(const char *)data, size};

    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    page_read_text(&arena, text, &file, load_vocab(), &options, &diagnostics, &facts);
    check_facts(&facts);
    export_model(&arena, &facts, &diagnostics);
    arena_finish(&arena);
    return 0;
}
