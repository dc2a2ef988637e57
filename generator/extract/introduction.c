#include "extract/introduction.h"

#include "extract/prose.h"

static bool says(const struct reading *reading, enum vocab_phrase phrase, slice text)
{
    struct vocab_match match;
    return vocab_find(reading->words, phrase, text, &match);
}

static void read_front_matter(const struct reading *reading, struct type_facts *type)
{
    const struct document *document = reading->document;
    for (size_t i = 0; i < document->front_matter_count; i++) {
        const struct front_matter_entry *entry = &document->front_matter[i];
        if (slice_equal_ignore_case(entry->key, SLICE("description"))) {
            type->description = slice_trim(entry->value);
            type->description_span = entry->span;
        }
    }
}

static void read_flags(const struct reading *reading, size_t index, struct type_facts *type)
{
    const struct vocab_scan *scan = prose_phrases(reading, index);
    struct prose prose;
    type->abstract = type->abstract || scan->found[PHRASE_ABSTRACT];
    type->open = type->open || scan->found[PHRASE_OPEN];
    /* Warnings stand in quotes; elsewhere the word may be about a part of the type. */
    if (!scan->found[PHRASE_DEPRECATED])
        return;
    prose_of_block(reading, index, &prose);
    if (reading->document->blocks[index].quoted ||
        prose_is_sentence(prose.text, &scan->matches[PHRASE_DEPRECATED]))
        type->deprecated = true;
}

void introduction_read(const struct reading *reading, struct type_facts *type)
{
    const struct document *document = reading->document;
    if (reading->title != NULL) {
        type->title = reading->title->content.text;
        if (says(reading, PHRASE_DEPRECATED, type->title))
            type->deprecated = true;
    }
    for (size_t i = 0; i < document->block_count && reading->places[i].intro; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_PARAGRAPH)
            continue;
        read_flags(reading, i, type);
        if (type->description.len > 0 || reading->for_diagnostics)
            continue;
        type->description = reading_description(reading, block);
        if (type->description.len > 0)
            type->description_span = document_content(document, block)->span;
    }
    if (type->description.len == 0)
        read_front_matter(reading, type);
}
