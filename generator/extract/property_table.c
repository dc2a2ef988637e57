#include "extract/property_table.h"

#include "extract/columns.h"
#include "extract/description.h"
#include "extract/identifier.h"
#include "extract/limits.h"
#include "extract/memo.h"
#include "extract/property_headings.h"
#include "extract/property_list.h"
#include "extract/type_cell.h"
#include "extract/value_list.h"

#include <string.h>

static struct property_columns find_layout(const struct table *table, const struct columns *columns)
{
    struct property_columns layout = {.count = table->columns,
                                      .name = columns_find(columns, COLUMN_PROPERTY)};
    if (layout.name == COLUMN_NONE)
        layout.name = columns_find(columns, COLUMN_RELATIONSHIP);
    if (layout.name == COLUMN_NONE)
        layout.name = 0;
    layout.type = columns_find(columns, COLUMN_TYPE);
    if (layout.type == COLUMN_NONE)
        layout.type = columns_find(columns, COLUMN_RETURN_TYPE);
    if (layout.type == COLUMN_NONE)
        layout.type = columns_find_unknown(columns, layout.name + 1);
    layout.description = columns_find(columns, COLUMN_DESCRIPTION);
    if (layout.description == COLUMN_NONE)
        layout.description = columns_find_unknown(
            columns, (layout.type == COLUMN_NONE ? layout.name : layout.type) + 1);
    /* "Value" in a table of properties is what they mean, as in "Значение". */
    if (layout.description == COLUMN_NONE)
        layout.description = columns_find(columns, COLUMN_VALUE);
    if (layout.type == layout.name)
        layout.type = COLUMN_NONE;
    layout.required = columns_find(columns, COLUMN_REQUIRED);
    layout.read_only = columns_find(columns, COLUMN_READ_ONLY);
    layout.nullable = columns_find(columns, COLUMN_NULLABLE);
    return layout;
}

/* Marks around a name that are none of it: "**x**;", "x*", "`x`:". */
static slice trim_name(slice text)
{
    text = slice_trim(text);
    if (text.len > 0 && identifier_is_char(text.ptr[0]) &&
        identifier_is_char(text.ptr[text.len - 1])) /* nearly all */
        return text;
    while (text.len > 0 && strchr(";:,.*", text.ptr[text.len - 1]) != NULL)
        text = slice_trim(slice_take(text, text.len - 1));
    while (text.len > 0 && strchr("*", text.ptr[0]) != NULL)
        text = slice_trim(slice_skip(text, 1));
    return text;
}

static size_t name_length(slice text)
{
    size_t length = 0;
    while (length < text.len &&
           (identifier_is_char(text.ptr[length]) || strchr("@.", text.ptr[length]) != NULL))
        length++;
    return length;
}

/* Whether REST, behind a name, sets a remark apart: "(deprecated)", "- preview", "<sup>1</sup>". In
 * "x-ray" it does not. */
static bool is_remark(slice rest)
{
    bool hyphenated = rest.len > 1 && rest.ptr[0] == '-' && identifier_is_char(rest.ptr[1]);
    if (hyphenated)
        return false;
    rest = slice_trim(rest);
    return rest.len == 0 || strchr("(*[,;:<-", rest.ptr[0]) != NULL ||
           slice_starts_with(rest, SLICE("\xef\xbc\x88"));
}

/* NAME: the identifier that the cell is, or all its words; *remark: the rest. */
static bool read_name(const struct inline_content *cell, slice *name, slice *remark)
{
    slice text = trim_name(cell->text);
    size_t length = name_length(text);
    slice head = trim_name(slice_take(text, length));
    slice rest = slice_skip(text, length);
    *remark = (slice){0};
    if (identifier_is_property(head) && is_remark(rest)) {
        *name = head;
        *remark = rest;
        return true;
    }
    for (size_t i = 0; i < cell->count; i++) {
        slice code = trim_name(cell->pieces[i].text);
        if (cell->pieces[i].kind == INLINE_CODE && identifier_is_property(code)) {
            *name = code;
            *remark = text;
            return true;
        }
    }
    *name = text;
    return false;
}

static const struct inline_content *cell_at(const struct inline_content *cells,
                                            const struct property_columns *layout, size_t index)
{
    return index < layout->count ? &cells[index] : NULL;
}

static bool is_strong(const struct inline_content *cell)
{
    for (size_t i = 0; i < cell->count; i++)
        if (!cell->pieces[i].strong && slice_trim(cell->pieces[i].text).len > 0)
            return false;
    return cell->count > 0;
}

static bool only_name(const struct inline_content *cells, const struct property_columns *layout)
{
    for (size_t i = 0; i < layout->count; i++)
        if (i != layout->name && cells[i].text.len > 0)
            return false;
    return true;
}

static enum vocab_column answer_of(const struct reading *reading,
                                   const struct inline_content *cells,
                                   const struct property_columns *layout, size_t index,
                                   enum vocab_column question)
{
    const struct inline_content *cell = cell_at(cells, layout, index);
    return cell != NULL ? vocab_answer(reading->words, question, cell->text) : COLUMN_UNKNOWN;
}

/* What columns of their own say counts before what sentences say. */
static void read_answers(const struct reading *reading, const struct inline_content *cells,
                         const struct property_columns *layout, struct property_facts *property)
{
    enum vocab_column required =
        answer_of(reading, cells, layout, layout->required, COLUMN_REQUIRED);
    enum vocab_column read_only =
        answer_of(reading, cells, layout, layout->read_only, COLUMN_READ_ONLY);
    enum vocab_column nullable =
        answer_of(reading, cells, layout, layout->nullable, COLUMN_NULLABLE);
    if (required != COLUMN_UNKNOWN)
        property->required = required == COLUMN_YES;
    if (read_only != COLUMN_UNKNOWN)
        property->read_only = read_only == COLUMN_YES;
    if (nullable != COLUMN_UNKNOWN)
        property->nullable = nullable == COLUMN_YES ? NULLABLE_YES : NULLABLE_NO;
}

/* Most type cells are a name and nothing else. */
static bool is_more_than_name(slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!identifier_is_char(text.ptr[i]))
            return true;
    return false;
}

static void read_type(const struct reading *reading, const struct inline_content *cell,
                      struct property_facts *property)
{
    struct type_reference *type = &property->type;
    type_cell_read(reading, cell, type);
    if (!is_more_than_name(cell->text))
        return;
    if (value_list_read_type(reading, cell, &property->values))
        *type = (struct type_reference){.words = type->words,
                                        .name = SLICE("Edm.String"),
                                        .primitive = true,
                                        .span = type->span};
    description_read_remark(reading, cell->text, property);
    limits_read_size(reading, cell->text, property);
}

static bool read_row(const struct reading *reading, const struct inline_content *cells,
                     const struct property_columns *layout, struct property_row *row)
{
    struct property_facts *property = &row->facts;
    const struct inline_content *name = cell_at(cells, layout, layout->name);
    const struct inline_content *type = cell_at(cells, layout, layout->type);
    const struct inline_content *text = cell_at(cells, layout, layout->description);
    slice remark;
    if (name == NULL || name->text.len == 0)
        return false;
    row->words = trim_name(name->text);
    property->identifier = read_name(name, &property->name, &remark);
    bool heading =
        only_name(cells, layout) && (is_strong(name) || !property->identifier) && layout->count > 1;
    if (heading || property->name.len == 0)
        return false;
    property->span = name->span;
    if (type != NULL && type->text.len > 0)
        read_type(reading, type, property);
    if (text != NULL)
        description_read(reading, text, property);
    description_read_remark(reading, remark, property);
    read_answers(reading, cells, layout, property);
    return true;
}

/* Reads row INDEX, or takes over what a row with the same text says that is KNOWN. */
static bool read_row_once(const struct reading *reading, const struct table *table, size_t index,
                          const struct property_columns *layout, struct row_group *known,
                          struct property_row *row)
{
    struct span span = table->rows[index].span;
    if (known != NULL && row_group_find(known, span, row))
        return true;
    if (!read_row(reading, document_cells(reading->document, table, index), layout, row))
        return false;
    if (known != NULL)
        row_group_add(known, reading->stem, span, row);
    return true;
}

/* A row without a name, but with a type: it is no property that anything could be done with. */
static bool lacks_name(const struct inline_content *cells, const struct property_columns *layout)
{
    const struct inline_content *type = cell_at(cells, layout, layout->type);
    return cells[layout->name].text.len == 0 && type != NULL && type->text.len > 0;
}

/* Text in a row without a name goes on with the description above. */
static void continue_description(struct arena *arena, const struct inline_content *cells,
                                 const struct property_columns *layout,
                                 struct property_facts *above)
{
    const struct inline_content *text = cell_at(cells, layout, layout->description);
    if (text == NULL || text->text.len == 0 || cells[layout->name].text.len > 0)
        return;
    slice more = inline_content_for_comment(arena, text);
    bool first = above->description.len == 0;
    above->description =
        first ? more
              : arena_format(arena, "%.*s %.*s", SLICE_ARGS(above->description), SLICE_ARGS(more));
}

static void read_rows(const struct reading *reading, const struct table *table,
                      const struct columns *columns, struct property_table *out)
{
    struct property_columns layout = find_layout(table, columns);
    bool alone = reading->document->definitions.len > 0;
    struct row_group *known = alone ? NULL : memo_row_group(reading->memo, reading->words, &layout);
    for (size_t i = 0; i < table->row_count; i++) {
        struct property_row row = {0};
        if (read_row_once(reading, table, i, &layout, known, &row)) {
            row.facts.relationship = out->relationship;
            out->rows =
                arena_extend(reading->scratch, out->rows, out->row_count, sizeof *out->rows);
            out->rows[out->row_count++] = row;
            continue;
        }
        const struct inline_content *cells = document_cells(reading->document, table, i);
        if (lacks_name(cells, &layout) && !out->guessed)
            diagnostics_report(reading->diagnostics, DIAG_TABLE_MALFORMED, cells[layout.type].span,
                               "the row states a type, but no name: it is ignored");
        else if (out->row_count > 0)
            continue_description(reading->arena, cells, &layout,
                                 &out->rows[out->row_count - 1].facts);
    }
}

/* "The following properties are inherited from [x]:" directly above the table. */
static void read_lead(const struct reading *reading, size_t block, struct property_table *table)
{
    struct prose prose;
    if (block == 0 || reading->document->blocks[block - 1].kind != BLOCK_PARAGRAPH)
        return;
    const struct vocab_scan *scan = prose_phrases(reading, block - 1);
    if (!scan->found[PHRASE_INHERITED_FROM])
        return;
    prose_of_block(reading, block - 1, &prose);
    struct type_reference *from = arena_alloc(reading->arena, sizeof *from);
    description_read_subject(reading, &prose, &scan->matches[PHRASE_INHERITED_FROM], from);
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].facts.inherited_from == NULL)
            table->rows[i].facts.inherited_from = from;
}

static bool header_names_properties(const struct columns *columns)
{
    bool name = columns_find(columns, COLUMN_PROPERTY) != COLUMN_NONE ||
                columns_find(columns, COLUMN_RELATIONSHIP) != COLUMN_NONE;
    return name && columns_find(columns, COLUMN_TYPE) != COLUMN_NONE;
}

static bool header_lists_members(const struct columns *columns)
{
    return columns_find(columns, COLUMN_MEMBER) != COLUMN_NONE;
}

static bool is_methods(const struct place *place, const struct columns *columns)
{
    bool named = place->section == SECTION_UNKNOWN || place->section == SECTION_OTHER;
    return place->section == SECTION_METHODS ||
           (named && columns_find(columns, COLUMN_METHOD) != COLUMN_NONE);
}

static bool in_properties(const struct place *place)
{
    return place->section == SECTION_PROPERTIES || place->section == SECTION_RELATIONSHIPS;
}

/* Whether the table lists properties; *certain when the section alone says so. */
static bool lists_properties(const struct place *place, const struct columns *columns, bool first,
                             bool *certain)
{
    *certain = false;
    if (columns->count < 2 || header_lists_members(columns))
        return false;
    if (in_properties(place)) {
        *certain = first && !place->nested;
        return *certain || header_names_properties(columns) ||
               (!columns->known && columns->count >= 3);
    }
    return place->section != SECTION_METHODS && place->section != SECTION_MEMBERS &&
           header_names_properties(columns);
}

/* A table that only its shape may make one of properties: in no section and without a column that
 * is something else. */
static bool may_list_properties(const struct place *place, const struct columns *columns)
{
    return columns->count >= 2 && place->section == SECTION_UNKNOWN &&
           columns_find(columns, COLUMN_MEMBER) == COLUMN_NONE &&
           columns_find(columns, COLUMN_METHOD) == COLUMN_NONE &&
           columns_find(columns, COLUMN_OTHER) == COLUMN_NONE;
}

/* Names of methods are links, those of relationships are not. */
static bool rows_link(const struct document *document, const struct table *table,
                      const struct property_table *rows)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const struct inline_content *name = document_cells(document, table, i);
        for (size_t j = 0; table->columns > 0 && j < name->count; j++)
            if (name->pieces[j].kind == INLINE_LINK)
                return false;
    }
    for (size_t i = 0; i < rows->row_count; i++)
        if (!rows->rows[i].facts.identifier || rows->rows[i].facts.type.link == NULL)
            return false;
    return rows->row_count > 0;
}

static bool has_table(const struct reading *reading, const struct block *heading)
{
    for (size_t i = 0; i < reading->document->block_count; i++)
        if (reading->document->blocks[i].kind == BLOCK_TABLE &&
            reading->places[i].heading == heading)
            return true;
    return false;
}

static void add_table(const struct reading *reading, const struct property_table *table,
                      struct property_tables *tables)
{
    tables->items =
        arena_extend(reading->scratch, tables->items, tables->count, sizeof *tables->items);
    tables->items[tables->count++] = *table;
}

/* Reads bullets in a section of properties without a table; returns the last block of them. */
static size_t read_list(const struct reading *reading, size_t index, struct property_tables *tables)
{
    const struct place *place = &reading->places[index];
    struct property_table list = {.block = index, .list = true, .certain = !place->nested};
    list.relationship = place->section == SECTION_RELATIONSHIPS;
    const struct block *block = &reading->document->blocks[index];
    if ((!property_list_is_item(block) && !property_list_is_definition(block)) ||
        has_table(reading, place->heading))
        return index;
    property_list_read(reading, &index, &list);
    read_lead(reading, list.block, &list);
    if (list.row_count > 0)
        add_table(reading, &list, tables);
    return index - 1;
}

/* Reads a section of properties with a heading each; returns the last block of it. */
static size_t read_headings(const struct reading *reading, size_t index,
                            struct property_tables *tables)
{
    const struct place *place = &reading->places[index];
    const struct block *heading = &reading->document->blocks[index];
    struct property_table list = {.block = index, .list = true, .certain = !place->nested};
    list.relationship = place->section == SECTION_RELATIONSHIPS;
    size_t end = index;
    if (place->heading != heading || place->nested || has_table(reading, heading))
        return index;
    property_headings_read(reading, &end, &list);
    if (list.row_count == 0)
        return index;
    add_table(reading, &list, tables);
    return end - 1;
}

void property_tables_read(struct reading *reading, struct property_tables *tables)
{
    const struct block *section = NULL; /* heading whose first table was met */
    for (size_t i = 0; i < reading->document->block_count; i++) {
        const struct block *block = &reading->document->blocks[i];
        const struct place *place = &reading->places[i];
        struct property_table table = {.block = i};
        struct columns columns;
        if (block->kind == BLOCK_PARAGRAPH && in_properties(place))
            i = read_list(reading, i, tables);
        if (block->kind == BLOCK_HEADING && in_properties(place))
            i = read_headings(reading, i, tables);
        if (block->kind != BLOCK_TABLE)
            continue;
        columns_read(reading, &block->table, &columns);
        if (is_methods(place, &columns)) {
            tables->has_methods = tables->has_methods || block->table.row_count > 0;
            continue;
        }
        bool first = section != place->heading;
        table.guessed = !lists_properties(place, &columns, first, &table.certain);
        if (table.guessed && !may_list_properties(place, &columns))
            continue;
        section = place->heading;
        table.relationship = place->section == SECTION_RELATIONSHIPS ||
                             (place->section != SECTION_PROPERTIES &&
                              columns_find(&columns, COLUMN_RELATIONSHIP) != COLUMN_NONE);
        read_rows(reading, &block->table, &columns, &table);
        read_lead(reading, i, &table);
        table.links = table.guessed && rows_link(reading->document, &block->table, &table);
        add_table(reading, &table, tables);
    }
}

bool property_tables_call(const struct property_tables *tables, slice key)
{
    for (size_t i = 0; i < tables->count; i++)
        for (size_t r = 0; r < tables->items[i].row_count; r++)
            if (slice_equal(tables->items[i].rows[r].words, key))
                return true;
    return false;
}

static bool has_member(const struct member_facts *members, size_t count, slice name)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(members[i].name, name))
            return true;
    return false;
}

void property_table_take_keys(struct property_table *table, const struct member_facts *members,
                              size_t member_count)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const struct property_row *row = &table->rows[i];
        struct property_facts *property = &table->rows[i].facts;
        if (slice_equal(property->name, row->words) && property->identifier)
            continue;
        if (!has_member(members, member_count, row->words))
            continue;
        property->name = row->words;
        property->identifier = true;
    }
}

size_t property_table_confirmed(const struct property_table *table,
                                const struct member_facts *members, size_t member_count)
{
    size_t confirmed = 0;
    for (size_t i = 0; i < table->row_count; i++)
        if (has_member(members, member_count, table->rows[i].facts.name) ||
            has_member(members, member_count, table->rows[i].words))
            confirmed++;
    return confirmed;
}
