#include "extract/property_list.h"

#include "extract/description.h"
#include "extract/identifier.h"
#include "extract/type_cell.h"
#include "extract/value_list.h"

#include <string.h>

/* ---- Items ---- */

/* What stands before the block on its line. */
static slice line_before(const struct block *block)
{
    slice text = slice_take(block->span.source->text, block->span.begin);
    size_t end = slice_find_last_byte(text, '\n');
    return end == SLICE_NONE ? text : slice_skip(text, end + 1);
}

bool property_list_is_item(const struct block *block)
{
    slice before = slice_trim(line_before(block));
    return block->kind == BLOCK_PARAGRAPH && block->listed && !block->quoted && before.len > 0 &&
           strchr("-*+.)", before.ptr[before.len - 1]) != NULL;
}

bool property_list_is_definition(const struct block *block)
{
    slice term, definition;
    bool plain = block->kind == BLOCK_PARAGRAPH && !block->listed && !block->quoted;
    return plain && slice_cut(span_text(block->span), '\n', &term, &definition) &&
           slice_starts_with(slice_trim(definition), SLICE(": "));
}

/* ---- Parts of a text ---- */

static slice cut(slice text, size_t begin, size_t end)
{
    return slice_skip(slice_take(text, end), begin);
}

struct inline_content property_list_part(const struct reading *reading,
                                         const struct inline_content *content, size_t begin,
                                         size_t end)
{
    struct inline_content part = {.span = content->span};
    size_t at = 0;
    part.pieces = arena_alloc_array(reading->scratch, content->count, sizeof *part.pieces);
    for (size_t i = 0; i < content->count; i++) {
        struct inline_piece piece = content->pieces[i];
        size_t length = piece.kind == INLINE_BREAK ? 1 : piece.text.len;
        size_t from = begin > at ? begin - at : 0;
        size_t to = end < at + length ? (end > at ? end - at : 0) : length;
        at += length;
        if (from >= to)
            continue;
        if (piece.kind != INLINE_BREAK)
            piece.text = cut(piece.text, from, to);
        part.pieces[part.count++] = piece;
    }
    part.whole = cut(content->whole, begin, end);
    part.text = slice_trim(part.whole);
    if (part.count > 0)
        part.span = (struct span){content->span.source, part.pieces[0].span.begin,
                                  part.pieces[part.count - 1].span.end};
    return part;
}

/* ---- Marks ---- */

/* The length of blanks and one mark between the parts of an item at AT: ": ", " - ", " – ". */
static size_t mark_length(slice text, size_t at)
{
    static const slice marks[] = {
        {":", 1}, {"-", 1}, {"\xe2\x80\x93", 3}, {"\xe2\x80\x94", 3}, {"\xef\xbc\x9a", 3},
        {"=", 1}};
    size_t begin = at;
    while (at < text.len && ascii_is_space(text.ptr[at]))
        at++;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        slice rest = slice_skip(text, at);
        bool dash = marks[i].len == 3 || marks[i].ptr[0] == '-';
        bool apart = !dash || at > begin || marks[i].len == 3;
        if (!slice_starts_with(rest, marks[i]) || !apart)
            continue;
        at += marks[i].len;
        while (at < text.len && ascii_is_space(text.ptr[at]))
            at++;
        return at - begin;
    }
    return 0;
}

/* The length of a bracket that opens at AT, in ASCII or full width, or 0. */
static size_t opening_length(slice text, size_t at)
{
    slice rest = slice_skip(text, at);
    return slice_starts_with(rest, SLICE("("))              ? 1
           : slice_starts_with(rest, SLICE("\xef\xbc\x88")) ? 3
                                                            : 0;
}

/* The offset of the bracket that closes the one at AT, or SLICE_NONE. */
static size_t find_closing(slice text, size_t at)
{
    size_t depth = 0;
    if (text.ptr[at] != '(') {
        size_t wide = slice_find(slice_skip(text, at), SLICE("\xef\xbc\x89"));
        return wide == SLICE_NONE ? SLICE_NONE : at + wide;
    }
    for (; at < text.len; at++) {
        depth += text.ptr[at] == '(';
        if (text.ptr[at] == ')' && --depth == 0)
            return at;
    }
    return SLICE_NONE;
}

/* ---- Names ---- */

/* Where the name ends that the item begins with, or 0; *certain: code, or no word of a language. */
static size_t read_name(const struct inline_content *content, slice *name, bool *certain)
{
    slice text = content->whole;
    size_t length = 0;
    if (content->count == 0 || content->pieces[0].kind == INLINE_LINK)
        return 0;
    while (length < text.len && (identifier_is_char(text.ptr[length]) || text.ptr[length] == '@' ||
                                 text.ptr[length] == '.'))
        length++;
    *name = slice_take(text, length);
    while (slice_ends_with(*name, SLICE(".")))
        *name = slice_take(*name, name->len - 1);
    const struct inline_piece *first = &content->pieces[0];
    bool code = first->kind == INLINE_CODE;
    bool alone = code || first->strong;
    *certain = code || identifier_is_marked(*name);
    if (!identifier_is_property(*name) || (alone && name->len < slice_trim(first->text).len &&
                                           mark_length(first->text, name->len) == 0))
        return 0;
    return name->len;
}

/* ---- Types ---- */

static bool is_type(const struct type_reference *type, const struct inline_content *part)
{
    bool code = part->count == 1 && part->pieces[0].kind == INLINE_CODE;
    return !type->sentence &&
           (type->primitive || type->link != NULL || slice_equal(type->name, SLICE("Json")) ||
            (type->name.len > 0 && (code || identifier_is_marked(type->name))));
}

/* "required", "optional", "read-only" is no type. */
static bool is_remark(const struct reading *reading, slice text)
{
    enum vocab_column said = vocab_column(reading->words, text);
    struct vocab_match match;
    return said != COLUMN_UNKNOWN || vocab_find(reading->words, PHRASE_REQUIRED, text, &match) ||
           vocab_find(reading->words, PHRASE_READ_ONLY, text, &match);
}

/* The type in brackets at AT; returns where what follows begins. */
static size_t read_bracket(const struct reading *reading, const struct inline_content *content,
                           size_t at, struct property_facts *property)
{
    size_t end = find_closing(content->whole, at);
    if (end == SLICE_NONE)
        return at;
    size_t length = opening_length(content->whole, at);
    struct inline_content part = property_list_part(reading, content, at + length, end);
    struct type_reference type = {0};
    type_cell_read(reading, &part, &type);
    if (!type.sentence && (is_type(&type, &part) || !is_remark(reading, part.text)))
        property->type = type;
    description_read_remark(reading, part.text, property);
    end += length;
    return end < content->whole.len && strchr(".,;", content->whole.ptr[end]) != NULL ? end + 1
                                                                                      : end;
}

/* Where the part at AT ends: at a sentence's end or the next mark. */
static size_t part_end(slice text, size_t at)
{
    while (at < text.len && prose_sentence_end(text, at) == 0 && mark_length(text, at) == 0 &&
           strchr(",;", text.ptr[at]) == NULL)
        at++;
    return at;
}

size_t property_list_read_type(const struct reading *reading, const struct inline_content *content,
                               size_t at, struct property_facts *property)
{
    size_t end = part_end(content->whole, at);
    struct inline_content part = property_list_part(reading, content, at, end);
    struct type_reference type = {0};
    if (part.text.len == 0)
        return at;
    type_cell_read(reading, &part, &type);
    if (!is_type(&type, &part))
        return at;
    property->type = type;
    description_read_remark(reading, part.text, property);
    if (end == content->whole.len)
        return end;
    size_t mark = mark_length(content->whole, end);
    size_t stop = mark > 0 ? mark : prose_sentence_end(content->whole, end);
    return end + (stop > 0 ? stop : 1);
}

/* ---- Items as rows ---- */

/* "name (Type): text" or "name: Type. text"; *marked: something sets the name apart. */
static size_t read_type(const struct reading *reading, const struct inline_content *content,
                        size_t at, struct property_facts *property, bool *marked)
{
    slice text = content->whole;
    size_t begin = at;
    while (at < text.len && ascii_is_space(text.ptr[at]))
        at++;
    if (opening_length(text, at) > 0)
        at = read_bracket(reading, content, at, property);
    else
        at = begin;
    size_t mark = mark_length(text, at);
    *marked = mark > 0 || at > begin;
    at += mark;
    return property->type.span.source == NULL
               ? property_list_read_type(reading, content, at, property)
               : at;
}

bool property_list_read_item(const struct reading *reading, const struct block *block,
                             struct property_row *row)
{
    struct property_facts *property = &row->facts;
    const struct inline_content *content = document_content(reading->document, block);
    bool certain, marked;
    size_t at = read_name(content, &property->name, &certain);
    if (at == 0)
        return false;
    bool alone = content->pieces[0].kind == INLINE_CODE || content->pieces[0].strong;
    struct inline_content name = property_list_part(reading, content, 0, at);
    row->words = property->name;
    property->identifier = true;
    property->span = name.span;
    at = read_type(reading, content, at, property, &marked);
    row->vague = !certain && property->type.span.source == NULL;
    struct inline_content rest = property_list_part(reading, content, at, content->whole.len);
    if (block->kind == BLOCK_HEADING ? rest.text.len > 0 : !marked && !alone)
        return false;
    if (rest.text.len > 0)
        description_read(reading, &rest, property);
    return true;
}

void property_list_read_value(const struct reading *reading, const struct block *block,
                              struct property_facts *above)
{
    const struct inline_content *content = document_content(reading->document, block);
    if (content->count == 0 || content->pieces[0].kind != INLINE_CODE)
        return;
    struct value_facts value = {
        .name = slice_trim(content->pieces[0].text), .quoted = true, .span = block->span};
    size_t end = content->pieces[0].text.len;
    size_t mark = mark_length(content->whole, end);
    struct inline_content rest =
        property_list_part(reading, content, end + mark, content->whole.len);
    value.description = mark > 0 ? inline_content_for_comment(reading->arena, &rest) : (slice){0};
    value_list_add(reading->arena, &above->values, &value);
}

static void add_row(const struct reading *reading, const struct property_row *row,
                    struct property_table *list)
{
    list->rows = arena_extend(reading->scratch, list->rows, list->row_count, sizeof *list->rows);
    list->rows[list->row_count++] = *row;
}

static void read_definitions(const struct reading *reading, size_t *index,
                             struct property_table *list)
{
    const struct document *document = reading->document;
    for (; *index < document->block_count; ++*index) {
        const struct block *block = &document->blocks[*index];
        struct property_row row = {.facts.relationship = list->relationship};
        if (!property_list_is_definition(block))
            return;
        if (!property_list_read_item(reading, block, &row))
            continue;
        row.vague = false; /* nobody defines "Note" */
        add_row(reading, &row, list);
    }
}

void property_list_read(const struct reading *reading, size_t *index, struct property_table *list)
{
    if (property_list_is_definition(&reading->document->blocks[*index])) {
        read_definitions(reading, index, list);
        return;
    }
    const struct document *document = reading->document;
    size_t column = line_before(&document->blocks[*index]).len;
    bool open = false; /* the last item of the list was a property */
    for (; *index < document->block_count; ++*index) {
        const struct block *block = &document->blocks[*index];
        struct property_row row = {.facts.relationship = list->relationship};
        if (block->kind != BLOCK_PARAGRAPH || !block->listed || block->quoted)
            return;
        size_t depth = line_before(block).len;
        if (!property_list_is_item(block) || depth > column) {
            if (open && depth > column && property_list_is_item(block))
                property_list_read_value(reading, block, &list->rows[list->row_count - 1].facts);
            continue;
        }
        open = property_list_read_item(reading, block, &row);
        if (open)
            add_row(reading, &row, list);
    }
}
