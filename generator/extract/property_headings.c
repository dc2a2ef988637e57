#include "extract/property_headings.h"

#include "extract/description.h"
#include "extract/property_list.h"
#include "extract/type_cell.h"

/* A label is a word or two. */
#define LABEL_MAX ((size_t)40)

/* ---- Parts: "label: text", on lines of their own or strong ---- */

static size_t piece_length(const struct inline_piece *piece)
{
    return piece->kind == INLINE_BREAK ? 1 : piece->text.len;
}

/* Where the part ends that begins at offset BEGIN. */
static size_t part_end(const struct inline_content *content, size_t begin)
{
    size_t at = 0;
    for (size_t i = 0; i < content->count; i++) {
        const struct inline_piece *piece = &content->pieces[i];
        if (at > begin && (piece->kind == INLINE_BREAK || piece->strong))
            return at;
        at += piece_length(piece);
    }
    return at;
}

/* The length of a label and its colon at the begin of TEXT, or 0; *role: which column it names. */
static size_t read_label(const struct reading *reading, slice text, enum vocab_column *role)
{
    for (size_t at = 1; at < text.len && at < LABEL_MAX; at++) {
        slice rest = slice_skip(text, at);
        size_t colon = slice_starts_with(rest, SLICE(":"))              ? 1
                       : slice_starts_with(rest, SLICE("\xef\xbc\x9a")) ? 3
                                                                        : 0;
        if (colon == 0)
            continue;
        *role = vocab_column(reading->words, slice_trim(slice_take(text, at)));
        return *role != COLUMN_UNKNOWN ? at + colon : 0;
    }
    return 0;
}

/* ---- What parts say ---- */

static void describe(const struct reading *reading, const struct inline_content *part,
                     struct property_facts *property)
{
    slice before = property->description;
    struct span span = property->description_span;
    if (part->text.len == 0)
        return;
    description_read(reading, part, property);
    if (before.len == 0)
        return;
    property->description = arena_format(reading->arena, "%.*s %.*s", SLICE_ARGS(before),
                                         SLICE_ARGS(property->description));
    property->description_span = span;
}

/* What stands behind the type is text: "String. What it is." */
static void read_type(const struct reading *reading, const struct inline_content *value,
                      struct property_facts *property)
{
    size_t at = property_list_read_type(reading, value, 0, property);
    if (at == 0) {
        type_cell_read(reading, value, &property->type);
        return;
    }
    struct inline_content rest = property_list_part(reading, value, at, value->whole.len);
    describe(reading, &rest, property);
}

static void read_answer(const struct reading *reading, enum vocab_column question, slice words,
                        struct property_facts *property)
{
    enum vocab_column answer = vocab_answer(reading->words, question, words);
    if (answer == COLUMN_UNKNOWN)
        return;
    bool yes = answer == COLUMN_YES;
    if (question == COLUMN_REQUIRED)
        property->required = yes;
    else if (question == COLUMN_READ_ONLY)
        property->read_only = yes;
    else
        property->nullable = yes ? NULLABLE_YES : NULLABLE_NO;
}

/* Reads what stands behind a label, or in a column, of that role; says false if it is of no use. */
static bool read_value(const struct reading *reading, enum vocab_column role,
                       const struct inline_content *value, struct property_facts *property)
{
    switch (role) {
    case COLUMN_TYPE:
        read_type(reading, value, property);
        return true;
    case COLUMN_REQUIRED:
    case COLUMN_READ_ONLY:
    case COLUMN_NULLABLE:
        read_answer(reading, role, value->text, property);
        return true;
    case COLUMN_DESCRIPTION:
        describe(reading, value, property);
        return true;
    default:
        return false;
    }
}

static void read_part(const struct reading *reading, const struct inline_content *part,
                      struct property_facts *property)
{
    enum vocab_column role = COLUMN_UNKNOWN;
    size_t label = read_label(reading, part->whole, &role);
    struct inline_content value = property_list_part(reading, part, label, part->whole.len);
    if (read_value(reading, role, &value, property))
        return;
    bool untyped = property->type.span.source == NULL;
    if (untyped && property_list_read_type(reading, part, 0, property) > 0)
        read_type(reading, part, property);
    else
        describe(reading, part, property);
}

/* A table of two columns, labels and what they are of: "| Type | String |". Its header may be the
 * first of them. Says whether it is one. */
static bool read_attributes(const struct reading *reading, const struct table *table,
                            struct property_facts *property)
{
    if (table->columns != 2 ||
        vocab_column(reading->words, document_header(reading->document, table)[1].text) ==
            COLUMN_TYPE)
        return false;
    const struct inline_content *cells = document_header(reading->document, table);
    for (size_t i = 0;; i++) {
        enum vocab_column role = vocab_column(reading->words, cells[0].text);
        if (i > 0 || role == COLUMN_TYPE)
            read_value(reading, role, &cells[1], property);
        if (i == table->row_count)
            break;
        cells = document_cells(reading->document, table, i);
    }
    return property->type.span.source != NULL;
}

static void read_paragraph(const struct reading *reading, const struct block *block,
                           struct property_facts *property)
{
    const struct inline_content *content = document_content(reading->document, block);
    bool value = property_list_is_item(block) && content->count > 0 &&
                 content->pieces[0].kind == INLINE_CODE;
    if (value) {
        property_list_read_value(reading, block, property);
        return;
    }
    for (size_t begin = 0, end; begin < content->whole.len; begin = end) {
        end = part_end(content, begin);
        while (begin < end && ascii_is_space(content->whole.ptr[begin]))
            begin++;
        struct inline_content part = property_list_part(reading, content, begin, end);
        read_part(reading, &part, property);
    }
}

/* ---- Headings ---- */

/* Reads what stands below a heading up to the next one; returns where that is. *table: a table
 * does. */
static size_t read_below(const struct reading *reading, size_t at, struct property_facts *property,
                         bool *table)
{
    const struct document *document = reading->document;
    *table = false;
    for (; at < document->block_count && document->blocks[at].kind != BLOCK_HEADING; at++) {
        const struct block *block = &document->blocks[at];
        if (block->kind == BLOCK_TABLE && !read_attributes(reading, &block->table, property))
            *table = true;
        if (block->kind == BLOCK_PARAGRAPH && !block->quoted)
            read_paragraph(reading, block, property);
    }
    return at;
}

void property_headings_read(const struct reading *reading, size_t *index,
                            struct property_table *list)
{
    const struct document *document = reading->document;
    unsigned level = document->blocks[*index].level;
    size_t at = *index + 1;
    while (at < document->block_count) {
        const struct block *block = &document->blocks[at++];
        struct property_row row = {.facts.relationship = list->relationship};
        bool table;
        if (block->kind != BLOCK_HEADING)
            continue;
        if (block->level <= level) {
            at--;
            break;
        }
        if (!property_list_read_item(reading, block, &row))
            continue;
        at = read_below(reading, at, &row.facts, &table);
        bool typed = row.facts.type.span.source != NULL;
        row.vague = row.vague && !typed;
        if (table && !typed)
            continue;
        list->rows =
            arena_extend(reading->scratch, list->rows, list->row_count, sizeof *list->rows);
        list->rows[list->row_count++] = row;
    }
    *index = at;
}
