#include "extract/base.h"

#include "extract/description.h"
#include "extract/identifier.h"
#include "extract/lookup.h"
#include "extract/type_cell.h"

void base_add(struct arena *arena, enum base_evidence evidence, const struct type_reference *from,
              struct type_facts *type)
{
    if (from->name.len == 0 && from->link == NULL)
        return;
    for (size_t i = 0; i < type->base_count; i++)
        if (type->bases[i].evidence == evidence &&
            slice_equal(type->bases[i].type.name, from->name) &&
            slice_equal(type_reference_stem(&type->bases[i].type), type_reference_stem(from)))
            return;
    type->bases = arena_extend(arena, type->bases, type->base_count, sizeof *type->bases);
    type->bases[type->base_count++] = (struct base_facts){.evidence = evidence, .type = *from};
}

static void add_derived(struct arena *arena, const struct type_reference *derived,
                        struct type_facts *type)
{
    if (derived->name.len == 0 && derived->link == NULL)
        return;
    type->derived = arena_extend(arena, type->derived, type->derived_count, sizeof *type->derived);
    type->derived[type->derived_count++] = *derived;
}

/* The description is nearly always the first paragraph of the page once more. */
static bool inherits(const struct reading *reading, slice description, struct vocab_match *match)
{
    const struct known_phrases *known = map_get(&reading->lookup->phrases, description);
    if (known == NULL || !known->plain)
        return vocab_find(reading->words, PHRASE_INHERITS_FROM, description, match);
    *match = known->scan.matches[PHRASE_INHERITS_FROM];
    return known->scan.found[PHRASE_INHERITS_FROM];
}

static void read_front_matter(const struct reading *reading, struct type_facts *type)
{
    const struct document *document = reading->document;
    for (size_t i = 0; i < document->front_matter_count; i++) {
        const struct front_matter_entry *entry = &document->front_matter[i];
        struct inline_piece piece = {
            .kind = INLINE_TEXT, .text = entry->value, .span = entry->span};
        struct inline_content content = {.whole = entry->value,
                                         .text = entry->value,
                                         .pieces = &piece,
                                         .count = 1,
                                         .span = entry->span};
        struct type_reference from = {0};
        struct vocab_match match;
        struct prose prose;
        if (!slice_equal_ignore_case(entry->key, SLICE("description")) ||
            !inherits(reading, entry->value, &match))
            continue;
        prose_read(reading, &content, &prose);
        description_read_subject(reading, &prose, &match, &from);
        base_add(reading->arena, BASE_BY_FRONT_MATTER, &from, type);
    }
}

static void add_derived_link(const struct reading *reading, const struct prose *prose, size_t link,
                             struct type_facts *type)
{
    struct type_reference derived = {0};
    type_cell_read_link(reading, &prose->content->pieces[link], &derived);
    if (!slice_equal_ignore_case(derived.name, identifier_short(type->name)))
        add_derived(reading->arena, &derived, type);
}

/* "[B] and [C] are subclasses of A": the links of the sentence, before the phrase. */
static void read_derived_before(const struct reading *reading, const struct prose *prose,
                                const struct vocab_match *match, struct type_facts *type)
{
    size_t link = prose_find_link(prose, prose_sentence_begin(prose->text, match->begin));
    while (link != SLICE_NONE && prose->begins[link] < match->begin) {
        add_derived_link(reading, prose, link, type);
        link = prose_next_link(prose, link);
    }
}

/*
 * "a concrete implementation of A (such as [B])", "the base type for [B], [C] and [D]". The first
 * link may stand behind full stops ("I.E."), but further ones belong to the list only if they are
 * near.
 */
static void read_derived_prose(const struct reading *reading, const struct prose *prose,
                               const struct vocab_match *match, struct type_facts *type)
{
    size_t link = prose_find_link(prose, match->begin);
    if (link == SLICE_NONE)
        read_derived_before(reading, prose, match, type);
    while (link != SLICE_NONE) {
        add_derived_link(reading, prose, link, type);
        size_t end = prose_piece_end(prose, link);
        link = prose_next_link(prose, link);
        if (link != SLICE_NONE && prose->begins[link] - end > BASE_LIST_GAP_MAX)
            break;
    }
}

static void read_derived_item(const struct reading *reading, const struct prose *prose,
                              struct type_facts *type)
{
    struct type_reference derived = {0};
    size_t link = prose_find_link(prose, 0);
    if (link == SLICE_NONE)
        return;
    type_cell_read_link(reading, &prose->content->pieces[link], &derived);
    add_derived(reading->arena, &derived, type);
}

static void read_prose(const struct reading *reading, size_t index, struct type_facts *type)
{
    const struct block *block = &reading->document->blocks[index];
    enum vocab_section section = reading->places[index].section;
    const struct vocab_scan *scan = prose_phrases(reading, index);
    struct prose prose;
    struct type_reference from = {0};
    bool item = section == SECTION_DERIVED_TYPES && block->listed;
    bool base = section != SECTION_EXAMPLE && section != SECTION_METHODS &&
                section != SECTION_DERIVED_TYPES && scan->found[PHRASE_INHERITS_FROM];
    if (!base && !item && !scan->found[PHRASE_BASE_OF])
        return;
    prose_of_block(reading, index, &prose);
    if (base) {
        description_read_subject(reading, &prose, &scan->matches[PHRASE_INHERITS_FROM], &from);
        base_add(reading->arena, BASE_BY_PROSE, &from, type);
    }
    if (item)
        read_derived_item(reading, &prose, type);
    else if (scan->found[PHRASE_BASE_OF])
        read_derived_prose(reading, &prose, &scan->matches[PHRASE_BASE_OF], type);
}

static void read_derived_table(const struct reading *reading, const struct table *table,
                               struct type_facts *type)
{
    for (size_t i = 0; i < table->row_count && table->columns > 0; i++) {
        struct type_reference derived = {0};
        type_cell_read(reading, document_cells(reading->document, table, i), &derived);
        if (!derived.primitive && !derived.sentence)
            add_derived(reading->arena, &derived, type);
    }
}

void base_read(struct reading *reading, struct type_facts *type)
{
    const struct document *document = reading->document;
    read_front_matter(reading, type);
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind == BLOCK_PARAGRAPH)
            read_prose(reading, i, type);
        else if (block->kind == BLOCK_TABLE && reading->places[i].section == SECTION_DERIVED_TYPES)
            read_derived_table(reading, &block->table, type);
    }
    for (size_t i = 0; i < type->property_count; i++)
        if (type->properties[i].inherited_from != NULL)
            base_add(reading->arena, BASE_BY_ROW, type->properties[i].inherited_from, type);
}
