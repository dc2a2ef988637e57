/*
 * Any bytes as a documentation page. Whatever is read must lie inside the page: each span within
 * its source, each page of a kind, and an ignored one with a reason.
 */
#include "fuzz.h"

#include "extract/page.h"

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
        check_span(property->row);
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct page_options options = {SLICE("en-US"), SLICE("v1.0")};
    const struct page_file file = {.path = SLICE("page.md"), .shown = SLICE("page.md")};
    struct diagnostics diagnostics;
    struct page_facts facts;
    struct buffer printed;
    struct arena arena;
    arena_init(&arena);
    buffer_init(&printed);
    diagnostics_init(&diagnostics, &arena);
    slice text = arena_copy(&arena, (slice){(const char *)data, size});
    page_read_text(&arena, text, &file, shared_vocab(), &options, &diagnostics, &facts);
    check_facts(&facts);
    for (size_t i = 0; i < diagnostics.count; i++)
        diagnostic_print(diagnostics.items[i], NULL, &printed);
    buffer_finish(&printed);
    arena_finish(&arena);
    return 0;
}
