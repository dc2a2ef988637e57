#include "extract/enumeration.h"

#include "extract/columns.h"
#include "extract/identifier.h"
#include "extract/naming.h"
#include "extract/prose.h"
#include "extract/value_list.h"

#include <limits.h>

/* Slugs of sections of values: "status-values". */
#define VALUES_SUFFIX SLICE("-values")

/* A translated heading without anchor: its words say whose values they are, as far as they are
 * written like a name. */
static slice name_in_words(const struct reading *reading, const struct block *heading)
{
    slice words = heading->content.text;
    slice subject = vocab_section_subject(reading->words, heading->slug, words);
    slice rest = subject;
    slice name = identifier_next(&rest);
    return name.len == subject.len && identifier_is_marked(name) ? name : (slice){0};
}

slice enumeration_heading_name(const struct reading *reading, const struct block *heading)
{
    slice stem = document_heading(reading->document, heading)->slug;
    if (vocab_is_whole_slug(reading->vocab, stem))
        return (slice){0};
    if (!slice_ends_with(stem, VALUES_SUFFIX))
        return heading->anchored ? (slice){0} : name_in_words(reading, heading);
    stem = slice_take(stem, stem.len - VALUES_SUFFIX.len);
    if (stem.len == 0 || slice_find_byte(stem, '-') != SLICE_NONE)
        return (slice){0};
    /* The slug has no capitals; the heading's words may be translated, but not if they match. */
    slice rest = heading->content.text;
    for (slice word = identifier_next(&rest); word.len > 0; word = identifier_next(&rest))
        if (identifier_lowers_to(word, stem))
            return word;
    return identifier_is_simple(stem) ? stem : (slice){0};
}

/* A whole number, decimal or hexadecimal, perhaps with a sign; nothing else in TEXT. */
static bool read_number(slice text, long long *number)
{
    text = slice_trim(text);
    bool negative = slice_starts_with(text, SLICE("-"));
    if (negative)
        text = slice_skip(text, 1);
    unsigned base = slice_starts_with_ignore_case(text, SLICE("0x")) ? 16 : 10;
    if (base == 16)
        text = slice_skip(text, 2);
    if (text.len == 0)
        return false;
    long long value = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = ascii_to_lower(text.ptr[i]);
        int digit = ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : INT_MAX;
        if (digit >= (int)base || value > (LLONG_MAX - digit) / (long long)base)
            return false;
        value = value * (long long)base + digit;
    }
    *number = negative ? -value : value;
    return true;
}

struct layout {
    size_t name;
    size_t number; /* COLUMN_NONE without one */
    size_t description;
};

static bool is_number_column(const struct reading *reading, const struct table *table,
                             size_t column)
{
    long long number;
    for (size_t i = 0; i < table->row_count; i++)
        if (!read_number(document_cells(reading->document, table, i)[column].text, &number))
            return false;
    return table->row_count > 0;
}

static struct layout find_layout(const struct reading *reading, const struct table *table,
                                 const struct columns *columns)
{
    struct layout layout = {.name = columns_find(columns, COLUMN_MEMBER)};
    size_t value = columns_find(columns, COLUMN_VALUE);
    if (layout.name == COLUMN_NONE && value != COLUMN_NONE &&
        !is_number_column(reading, table, value))
        layout.name = value;
    if (layout.name == COLUMN_NONE)
        layout.name = 0;
    layout.number = value != COLUMN_NONE && value != layout.name ? value : COLUMN_NONE;
    size_t next = layout.name + 1;
    if (layout.number == COLUMN_NONE && next < columns->count &&
        is_number_column(reading, table, next))
        layout.number = next;
    layout.description = columns_find(columns, COLUMN_DESCRIPTION);
    if (layout.description == COLUMN_NONE) {
        layout.description = columns_find_unknown(columns, next);
        if (layout.description != COLUMN_NONE && layout.description == layout.number)
            layout.description = columns_find_unknown(columns, layout.number + 1);
    }
    return layout;
}

static bool member_name(const struct inline_content *cell, struct value_facts *member)
{
    for (size_t i = 0; i < cell->count && !member->quoted; i++) {
        slice code = slice_trim(cell->pieces[i].text);
        if (cell->pieces[i].kind != INLINE_CODE || code.len == 0)
            continue;
        member->name = code;
        member->quoted = true;
    }
    if (!member->quoted)
        member->name = slice_trim(cell->text);
    while (slice_ends_with(member->name, SLICE(".")) || slice_ends_with(member->name, SLICE(",")))
        member->name = slice_take(member->name, member->name.len - 1);
    member->span = cell->span;
    /* No value at all is no member. */
    return member->name.len > 0 && !slice_equal(member->name, SLICE("null"));
}

/* What stands in the column of numbers and is none; that of a translation may be "1-d" for 1. */
static void report_numbers(const struct reading *reading, const struct table *table, size_t column)
{
    long long number;
    size_t wrong = 0;
    struct span first = {0};
    for (size_t i = 0; i < table->row_count; i++) {
        const struct inline_content *cell = &document_cells(reading->document, table, i)[column];
        if (cell->text.len > 0 && !read_number(cell->text, &number) && wrong++ == 0)
            first = cell->span;
    }
    if (wrong > 0)
        diagnostics_report(reading->diagnostics, DIAG_TABLE_MALFORMED, first,
                           "this is no whole number, so that its member has none (%zu of %zu rows "
                           "of the table)",
                           wrong, table->row_count);
}

static void read_table(const struct reading *reading, const struct table *table, bool translated,
                       struct value_list *members)
{
    struct columns columns;
    columns_read(reading, table, &columns);
    if (columns.count == 0)
        return;
    struct layout layout = find_layout(reading, table, &columns);
    if (layout.number != COLUMN_NONE && !translated)
        report_numbers(reading, table, layout.number);
    for (size_t i = 0; i < table->row_count; i++) {
        const struct inline_content *cells = document_cells(reading->document, table, i);
        struct value_facts member = {0};
        if (!member_name(&cells[layout.name], &member))
            continue;
        if (layout.number != COLUMN_NONE)
            member.numbered = read_number(cells[layout.number].text, &member.number);
        if (layout.description != COLUMN_NONE)
            member.description =
                inline_content_for_comment(reading->arena, &cells[layout.description]);
        value_list_add(reading->arena, members, &member);
    }
}

/* Takes "(3)" from the begin of what follows a name. */
static slice take_number(slice rest, struct value_facts *member)
{
    slice number, behind;
    if (!slice_starts_with(rest, SLICE("(")) ||
        !slice_cut(slice_skip(rest, 1), ')', &number, &behind) ||
        !read_number(slice_trim(number), &member->number))
        return rest;
    member->numbered = true;
    return slice_trim(behind);
}

/* What stands behind a colon or dash, or all of TEXT. */
static slice behind_mark(slice text)
{
    static const char *const marks[] = {":", "-", "\xe2\x80\x93", "\xe2\x80\x94", "\xef\xbc\x9a"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts_with(text, slice_from(marks[i])))
            return slice_trim(slice_skip(text, slice_from(marks[i]).len));
    return text;
}

/* An item of a list: "- `running` (1): the operation goes on". */
static void read_item(const struct reading *reading, const struct block *block,
                      struct value_list *members)
{
    const struct inline_content *content = document_content(reading->document, block);
    struct value_facts member = {.quoted = true, .span = block->span};
    if (content->count == 0 || content->pieces[0].kind != INLINE_CODE)
        return;
    member.name = slice_trim(content->pieces[0].text);
    slice text = inline_content_for_comment(reading->arena, content);
    size_t end = slice_find(slice_skip(text, 1), SLICE("`"));
    if (slice_starts_with(text, SLICE("`")) && end != SLICE_NONE)
        member.description =
            behind_mark(take_number(slice_trim(slice_skip(text, end + 2)), &member));
    if (member.name.len > 0)
        value_list_add(reading->arena, members, &member);
}

static struct enumeration_facts *add_enumeration(const struct reading *reading, slice name,
                                                 struct page_facts *facts)
{
    name = identifier_qualify(reading->arena, reading->name_space, name);
    for (size_t i = 0; i < facts->enumeration_count; i++)
        if (slice_equal(facts->enumerations[i].name, name))
            return &facts->enumerations[i];
    facts->enumerations = arena_extend(reading->arena, facts->enumerations,
                                       facts->enumeration_count, sizeof *facts->enumerations);
    struct enumeration_facts *added = &facts->enumerations[facts->enumeration_count++];
    added->name = name;
    return added;
}

/* The text below the heading of an enumeration. */
static void read_prose(const struct reading *reading, size_t index,
                       struct enumeration_facts *enumeration)
{
    if (prose_phrases(reading, index)->found[PHRASE_FLAGS])
        enumeration->flags = true;
    if (enumeration->description.len == 0 && !reading->for_diagnostics)
        enumeration->description = reading_description(reading, &reading->document->blocks[index]);
}

/* Whether the table lists members though no heading says so, as on the page of an enumeration. */
static bool lists_members(const struct reading *reading, const struct table *table)
{
    struct columns columns;
    columns_read(reading, table, &columns);
    return columns_find(&columns, COLUMN_MEMBER) != COLUMN_NONE ||
           (columns_find(&columns, COLUMN_VALUE) != COLUMN_NONE &&
            columns_find(&columns, COLUMN_TYPE) == COLUMN_NONE);
}

/* The name that an annotation below the same heading gives, or empty. */
static slice name_in_annotation(const struct reading *reading,
                                const struct annotations *annotations, const struct place *place)
{
    const struct annotation *a = annotations_find_enumeration(annotations, NULL);
    while (a != NULL && reading->places[a->fence_index].heading != place->heading)
        a = annotations_find_enumeration(annotations, a);
    return a != NULL ? a->type : (slice){0};
}

/* What a property of this page calls its type in a link to the section, or empty. */
static slice name_in_links(const struct reading *reading, const struct page_facts *facts,
                           const struct place *place)
{
    for (size_t i = 0; place->heading != NULL && i < facts->type_count; i++)
        for (size_t j = 0; j < facts->types[i].property_count; j++) {
            const struct type_reference *type = &facts->types[i].properties[j].type;
            const struct type_link *link = type->link;
            if (link != NULL && link->fragment.len > 0 && slice_equal(link->stem, reading->stem) &&
                slice_equal(link->fragment,
                            document_heading(reading->document, place->heading)->slug) &&
                identifier_is_dotted(type->name))
                return identifier_short(type->name);
        }
    return (slice){0};
}

static slice name_for(const struct reading *reading, const struct annotations *annotations,
                      const struct page_facts *facts, const struct place *place, slice page_name)
{
    slice annotated = name_in_annotation(reading, annotations, place);
    if (annotated.len > 0 || place->heading == NULL)
        return annotated.len > 0 ? annotated : page_name;
    slice slug = document_heading(reading->document, place->heading)->slug;
    slice own = enumeration_heading_name(reading, place->heading);
    if (own.len == 0)
        own = name_in_links(reading, facts, place);
    if (own.len > 0)
        return own;
    bool of_page =
        !slice_ends_with(slug, VALUES_SUFFIX) || vocab_is_whole_slug(reading->vocab, slug);
    return of_page ? page_name : (slice){0};
}

/* A section without a meaning of its own that properties link to as their type, and a table in it
 * that states no types. */
static bool is_linked_block(const struct reading *reading, const struct page_facts *facts,
                            size_t index)
{
    const struct block *block = &reading->document->blocks[index];
    const struct place *place = &reading->places[index];
    struct columns columns;
    if ((place->section != SECTION_UNKNOWN && !place->nested) ||
        (block->kind != BLOCK_TABLE && !block->listed) ||
        name_in_links(reading, facts, place).len == 0)
        return false;
    if (block->kind == BLOCK_TABLE)
        columns_read(reading, &block->table, &columns);
    return block->kind != BLOCK_TABLE || columns_find(&columns, COLUMN_TYPE) == COLUMN_NONE;
}

static bool is_members_block(const struct reading *reading, const struct page_facts *facts,
                             size_t index, slice page_name)
{
    const struct block *block = &reading->document->blocks[index];
    const struct place *place = &reading->places[index];
    if (place->section == SECTION_MEMBERS)
        return block->kind == BLOCK_TABLE || block->kind == BLOCK_PARAGRAPH;
    if (is_linked_block(reading, facts, index))
        return true;
    return block->kind == BLOCK_TABLE && page_name.len > 0 && place->heading == NULL &&
           lists_members(reading, &block->table);
}

static void read_block(const struct reading *reading, size_t index, slice name,
                       struct page_facts *facts)
{
    const struct block *block = &reading->document->blocks[index];
    const struct block *heading = reading->places[index].heading;
    struct enumeration_facts *enumeration = add_enumeration(reading, name, facts);
    if (enumeration->span.source == NULL) {
        const struct block *named = heading != NULL ? heading : reading->title;
        enumeration->span =
            named != NULL ? document_content(reading->document, named)->span : block->span;
        if (heading != NULL)
            enumeration->fragment = heading->slug;
    }
    if (block->kind == BLOCK_TABLE)
        read_table(reading, &block->table, facts->page.translated, &enumeration->members);
    else if (block->listed)
        read_item(reading, block, &enumeration->members);
    else if (enumeration->members.count == 0)
        read_prose(reading, index, enumeration);
}

/* Of ["red"], {"red": 0} or {"colour": "red | green"}. */
static void add_json_members(const struct reading *reading, const struct json_value *value,
                             struct value_list *members)
{
    struct value_list listed = {0};
    bool keyed = value->key.len > 0;
    struct value_facts member = {
        .name = slice_trim(keyed ? value->key : value->text), .quoted = true, .span = value->span};
    member.numbered = value->kind == JSON_NUMBER && read_number(value->text, &member.number);
    if (value->kind == JSON_STRING)
        value_list_read_alternation(reading->arena, value->text, value->span, &listed);
    else if (!member.numbered)
        return;
    for (size_t i = 0; i < listed.count; i++)
        value_list_add(reading->arena, members, &listed.items[i]);
    if (listed.count == 0 && keyed == member.numbered && member.name.len > 0)
        value_list_add(reading->arena, members, &member);
}

/* What the code block of an annotation lists; tables, read before, have more to say. */
static void read_annotated(struct reading *reading, const struct annotation *annotation,
                           struct page_facts *facts)
{
    struct json_problems problems = {0};
    struct enumeration_facts *enumeration = add_enumeration(reading, annotation->type, facts);
    const struct json_value *value =
        json_read_relaxed(reading->arena, reading->scratch, annotation->fence->body, &problems);
    enumeration->span = annotation->type_span;
    for (const struct json_value *m = value != NULL ? value->first : NULL; m != NULL; m = m->next)
        add_json_members(reading, m, &enumeration->members);
}

static void drop_empty(struct page_facts *facts)
{
    size_t kept = 0;
    for (size_t i = 0; i < facts->enumeration_count; i++)
        if (facts->enumerations[i].members.count > 0)
            facts->enumerations[kept++] = facts->enumerations[i];
    facts->enumeration_count = kept;
}

/* The introduction of a page that is about one enumeration. */
static void read_introduction(const struct reading *reading, slice page_name,
                              struct page_facts *facts)
{
    if (page_name.len == 0 || facts->enumeration_count != 1)
        return;
    for (size_t i = 0; i < reading->document->block_count && reading->places[i].intro; i++)
        if (reading->document->blocks[i].kind == BLOCK_PARAGRAPH)
            read_prose(reading, i, &facts->enumerations[0]);
}

/* On a page that is called after an enumeration, or that counts plain names: what its only table
 * lists, whatever the heading and header say. */
static bool is_only_list(const struct reading *reading, size_t index)
{
    const struct table *table = &reading->document->blocks[index].table;
    slice name;
    struct columns columns;
    columns_read(reading, table, &columns);
    if (reading->places[index].section != SECTION_UNKNOWN || columns.count < 2 ||
        columns_find(&columns, COLUMN_TYPE) != COLUMN_NONE ||
        columns_find(&columns, COLUMN_METHOD) != COLUMN_NONE)
        return false;
    for (size_t i = 0; i < table->row_count; i++)
        if (!identifier_is_simple(document_cells(reading->document, table, i)[0].text))
            return false;
    return naming_read_title(reading, &name) == NAMING_ENUMERATION ||
           is_number_column(reading, table, 1);
}

static void guess_members(struct reading *reading, slice page_name, struct page_facts *facts)
{
    size_t found = SLICE_NONE;
    for (size_t i = 0; i < reading->document->block_count; i++) {
        if (reading->document->blocks[i].kind != BLOCK_TABLE)
            continue;
        if (found != SLICE_NONE || !is_only_list(reading, i))
            return;
        found = i;
    }
    if (found != SLICE_NONE)
        read_block(reading, found, page_name, facts);
}

void enumeration_read_all(struct reading *reading, const struct annotations *annotations,
                          slice page_name, struct page_facts *facts)
{
    const struct annotation *annotation = annotations_find_enumeration(annotations, NULL);
    if (annotation != NULL && annotations_find_enumeration(annotations, annotation) == NULL)
        page_name = annotation->type;
    for (size_t i = 0; i < reading->document->block_count; i++) {
        if (!is_members_block(reading, facts, i, page_name))
            continue;
        slice name = name_for(reading, annotations, facts, &reading->places[i], page_name);
        if (name.len > 0)
            read_block(reading, i, name, facts);
    }
    for (; annotation != NULL; annotation = annotations_find_enumeration(annotations, annotation))
        read_annotated(reading, annotation, facts);
    bool named = page_name.len > 0 && reading->name_space.len > 0;
    if (named && facts->enumeration_count == 0 && facts->type_count == 0)
        guess_members(reading, page_name, facts);
    drop_empty(facts);
    read_introduction(reading, page_name, facts);
}

static struct property_facts *find_text_property(struct type_facts *type, slice name)
{
    for (size_t i = 0; i < type->property_count; i++) {
        struct property_facts *property = &type->properties[i];
        if (slice_equal(property->name, name) && property->type.link == NULL &&
            slice_equal(property->type.name, SLICE("Edm.String")))
            return property;
    }
    return NULL;
}

void enumeration_give_to_properties(const struct reading *reading, struct type_facts *type,
                                    struct page_facts *facts)
{
    size_t kept = 0;
    for (size_t i = 0; i < facts->enumeration_count; i++) {
        struct enumeration_facts *enumeration = &facts->enumerations[i];
        struct property_facts *property =
            find_text_property(type, identifier_short(enumeration->name));
        if (property == NULL) {
            facts->enumerations[kept++] = *enumeration;
            continue;
        }
        for (size_t m = 0; m < enumeration->members.count; m++)
            value_list_add(reading->arena, &property->values, &enumeration->members.items[m]);
    }
    facts->enumeration_count = kept;
}
