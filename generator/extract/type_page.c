#include "extract/type_page.h"

#include "extract/base.h"
#include "extract/identifier.h"
#include "extract/introduction.h"
#include "extract/json_members.h"
#include "extract/property_table.h"
#include "extract/type_cell.h"

#include <string.h>

static struct type_facts *find_type(struct page_facts *facts, slice name)
{
    for (size_t i = 0; i < facts->type_count; i++)
        if (slice_equal(facts->types[i].name, name))
            return &facts->types[i];
    return NULL;
}

static struct type_facts *add_type(struct arena *arena, struct page_facts *facts, slice name)
{
    facts->types = arena_extend(arena, facts->types, facts->type_count, sizeof *facts->types);
    struct type_facts *type = &facts->types[facts->type_count++];
    type->name = name;
    return type;
}

static struct type_facts *find_main(const struct page_facts *facts, slice title_name)
{
    for (size_t i = 0; i < facts->type_count; i++)
        if (slice_equal_ignore_case(identifier_short(facts->types[i].name), title_name))
            return &facts->types[i];
    return facts->type_count > 0 ? &facts->types[0] : NULL;
}

const struct type_facts *type_page_main(const struct page_facts *facts, slice title_name)
{
    return find_main(facts, title_name);
}

static void take_annotation(struct reading *reading, const struct annotation *annotation,
                            struct type_facts *type)
{
    type->open = type->open || annotation->open;
    type->abstract = type->abstract || annotation->abstract;
    type->media = type->media || annotation->media;
    if (type->stated_kind == KIND_UNSTATED)
        type->stated_kind = annotation->stated_kind;
    if (type->key_property.len == 0)
        type->key_property = annotation->key_property;
    if (annotation->base_type.len > 0) {
        struct type_reference base = {0};
        type_cell_read_odata(annotation->base_type, annotation->base_type_span, &base);
        base_add(reading->arena, BASE_BY_ANNOTATION, &base, type);
    }
}

/* The "@odata.type" that the JSON of a code block states for itself. */
static slice name_in_json(struct reading *reading, const struct block *fence)
{
    struct json_problems problems = {0};
    if (fence == NULL || !json_members_looks_like(fence))
        return (slice){0};
    const struct json_value *value =
        json_read_relaxed(reading->arena, reading->scratch, fence->body, &problems);
    return identifier_of_odata(json_get_text(json_members_object(value), SLICE("@odata.type")),
                               NULL);
}

/* The qualified name of the type that an annotation is about, or empty. */
static slice name_of(struct reading *reading, const struct annotation *annotation, slice title_name)
{
    slice name = annotation->type;
    if (name.len == 0)
        name = name_in_json(reading, annotation->fence);
    if (name.len == 0)
        name = title_name;
    if (!identifier_is_dotted(name))
        return (slice){0};
    return identifier_qualify(reading->arena, reading->name_space, name);
}

static void report_nameless(struct reading *reading, const struct annotation *a)
{
    if (a->type.len > 0)
        diagnostics_report(reading->diagnostics, DIAG_TYPE_MISSING, a->type_span,
                           "\"%.*s\" is no name of a type: write letters, digits and dots",
                           SLICE_ARGS(a->type));
    else
        diagnostics_report(reading->diagnostics, DIAG_TYPE_MISSING, a->span,
                           "the annotation names no type: add \"@odata.type\"");
}

static void read_annotated(struct reading *reading, const struct annotations *annotations,
                           slice title_name, struct page_facts *facts,
                           enum type_page_outcome *outcome)
{
    for (size_t i = 0; i < annotations->count; i++) {
        const struct annotation *a = &annotations->items[i];
        if (a->subject != ABOUT_TYPE)
            continue;
        slice name = name_of(reading, a, title_name);
        if (name.len == 0) {
            report_nameless(reading, a);
            *outcome = TYPE_PAGE_BROKEN;
            continue;
        }
        struct type_facts *type = find_type(facts, name);
        if (type == NULL) {
            type = add_type(reading->arena, facts, name);
            type->annotated = a->type.len > 0;
            type->span = type->annotated ? a->type_span : a->span;
        }
        take_annotation(reading, a, type);
    }
}

/* The first block that represents the type of that name: outside of examples if there is one. */
static const struct annotation *find_representation(struct reading *reading,
                                                    const struct annotations *annotations,
                                                    slice title_name, slice type_name)
{
    const struct annotation *found = NULL;
    for (size_t i = 0; i < annotations->count; i++) {
        const struct annotation *a = &annotations->items[i];
        if (a->subject != ABOUT_TYPE || a->fence == NULL ||
            !slice_equal(name_of(reading, a, title_name), type_name))
            continue;
        if (reading->places[a->fence_index].section != SECTION_EXAMPLE)
            return a;
        if (found == NULL)
            found = a;
    }
    return found;
}

/* The first JSON block of a JSON section that no annotation gives to something else. */
static const struct block *find_plain_json(const struct reading *reading,
                                           const struct annotations *annotations)
{
    for (size_t i = 0; i < reading->document->block_count; i++) {
        const struct block *block = &reading->document->blocks[i];
        if (block->kind != BLOCK_FENCE || reading->places[i].section != SECTION_JSON ||
            !json_members_looks_like(block))
            continue;
        const struct annotation *a = annotations_find(annotations, i);
        if (a == NULL || a->subject == ABOUT_TYPE || a->subject == ABOUT_NOTHING)
            return block;
    }
    return NULL;
}

/* That, or under whatever heading one that says that it is of the type NAME. */
static const struct block *find_own_json(struct reading *reading,
                                         const struct annotations *annotations, slice name)
{
    const struct block *found = find_plain_json(reading, annotations);
    for (size_t i = 0; found == NULL && i < reading->document->block_count; i++) {
        const struct block *block = &reading->document->blocks[i];
        bool open = block->kind == BLOCK_FENCE && annotations_find(annotations, i) == NULL &&
                    reading->places[i].section == SECTION_UNKNOWN;
        slice shown = open ? name_in_json(reading, block) : (slice){0};
        if (shown.len > 0 &&
            slice_equal_ignore_case(identifier_short(shown), identifier_short(name)))
            found = block;
    }
    return found;
}

static void read_representations(struct reading *reading, const struct annotations *annotations,
                                 const struct property_tables *tables, slice title_name,
                                 struct page_facts *facts)
{
    for (size_t i = 0; i < facts->type_count; i++) {
        struct type_facts *type = &facts->types[i];
        const struct annotation *a =
            find_representation(reading, annotations, title_name, type->name);
        if (a != NULL) {
            json_members_read(reading, a->fence, true, tables, type);
            continue;
        }
        const struct block *plain = find_own_json(reading, annotations, type->name);
        if (plain != NULL && facts->type_count == 1)
            json_members_read(reading, plain, false, tables, type);
    }
}

static bool heading_names(const struct reading *reading, size_t block,
                          const struct type_facts *type)
{
    const struct block *heading = reading->places[block].heading;
    slice rest = heading != NULL ? document_content(reading->document, heading)->text : (slice){0};
    for (slice word = identifier_next(&rest); word.len > 0; word = identifier_next(&rest))
        if (slice_equal_ignore_case(identifier_short(word), identifier_short(type->name)))
            return true;
    return false;
}

/* What rows of other tables of the page call the type that they link to by the heading of TABLE. */
static slice name_in_links(const struct reading *reading, const struct property_tables *tables,
                           const struct property_table *table)
{
    const struct block *heading = reading->places[table->block].heading;
    for (size_t i = 0; heading != NULL && i < tables->count; i++)
        for (size_t r = 0; &tables->items[i] != table && r < tables->items[i].row_count; r++) {
            const struct type_reference *type = &tables->items[i].rows[r].facts.type;
            const struct type_link *link = type->link;
            if (link != NULL && link->fragment.len > 0 && slice_equal(link->stem, reading->stem) &&
                slice_equal(link->fragment, document_heading(reading->document, heading)->slug) &&
                identifier_is_dotted(type->name))
                return identifier_short(type->name);
        }
    return (slice){0};
}

/* Types that have no page, but a section of this one with a table of their properties. */
static void add_linked_types(struct reading *reading, struct property_tables *tables,
                             struct page_facts *facts)
{
    for (size_t i = 0; i < tables->count; i++) {
        struct property_table *table = &tables->items[i];
        slice name = table->certain || table->guessed || table->list
                         ? (slice){0}
                         : name_in_links(reading, tables, table);
        if (name.len == 0)
            continue;
        name = identifier_qualify(reading->arena, reading->name_space, name);
        table->type = name;
        if (find_type(facts, name) != NULL)
            continue;
        add_type(reading->arena, facts, name)->span =
            document_content(reading->document, reading->places[table->block].heading)->span;
    }
}

static struct type_facts *find_owner(const struct reading *reading, struct page_facts *facts,
                                     const struct property_table *table)
{
    struct type_facts *best = &facts->types[0];
    size_t most = 0;
    if (table->type.len > 0)
        return find_type(facts, table->type);
    for (size_t i = 0; i < facts->type_count && facts->type_count > 1; i++) {
        struct type_facts *type = &facts->types[i];
        if (heading_names(reading, table->block, type))
            return type;
        size_t confirmed = property_table_confirmed(table, type->members, type->member_count);
        if (confirmed > most) {
            most = confirmed;
            best = type;
        }
    }
    return best;
}

/* Whether all names are translated, so that JSON could confirm none. */
static bool has_only_words(const struct property_table *table)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].facts.identifier)
            return false;
    return true;
}

static bool belongs(const struct property_table *table, const struct type_facts *owner)
{
    if (table->certain || table->relationship || owner->member_count == 0)
        return true;
    if (owner->property_count == 0 && has_only_words(table))
        return true;
    return property_table_confirmed(table, owner->members, owner->member_count) > 0;
}

/* Properties are large and most types have one table or two: they get just the room they need. */
static void add_properties(struct arena *arena, const struct property_table *table,
                           struct type_facts *type)
{
    size_t count = type->property_count + table->row_count;
    struct property_facts *properties = arena_alloc_array(arena, count, sizeof *properties);
    if (type->property_count > 0)
        memcpy(properties, type->properties, type->property_count * sizeof *properties);
    for (size_t i = 0; i < table->row_count; i++)
        properties[type->property_count + i] = table->rows[i].facts;
    type->properties = properties;
    type->property_count = count;
}

static bool has_member(const struct type_facts *type, slice name)
{
    for (size_t i = 0; i < type->member_count; i++)
        if (slice_equal(type->members[i].name, name))
            return true;
    return false;
}

/* Bullets without a type are properties if JSON has them; else what is surely a name is reported,
 * and what may be a word ("Note: ...") is none. */
static void settle_list(struct reading *reading, const struct type_facts *owner,
                        struct property_table *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->row_count; i++) {
        const struct property_facts *row = &list->rows[i].facts;
        bool known = row->type.span.source != NULL || has_member(owner, row->name);
        if (list->rows[i].vague && !known)
            continue;
        if (!known)
            diagnostics_report(reading->diagnostics, DIAG_TYPE_UNKNOWN, row->span,
                               "\"%.*s\" is listed without a type that can be told from its "
                               "description; it is kept as raw JSON: write \"%.*s (String): ...\"",
                               SLICE_ARGS(row->name), SLICE_ARGS(row->name));
        list->rows[kept++] = list->rows[i];
    }
    list->row_count = kept;
}

static bool has_properties(const struct type_facts *type)
{
    for (size_t i = 0; i < type->property_count; i++)
        if (!type->properties[i].relationship)
            return true;
    return false;
}

/* A table that only its shape speaks for: of properties that JSON knows, or, beside one of those,
 * of relationships. */
static bool guess_belongs(struct property_table *table, const struct type_facts *owner,
                          const struct type_facts *guessed)
{
    size_t confirmed = property_table_confirmed(table, owner->members, owner->member_count);
    table->relationship = confirmed == 0 && table->links;
    if (guessed == owner)
        return table->relationship;
    return !has_properties(owner) && confirmed > 0 && 2 * confirmed >= table->row_count;
}

/* Tables that need no guess come first. */
static void read_tables(struct reading *reading, struct property_tables *tables,
                        struct page_facts *facts)
{
    const struct type_facts *guessed = NULL; /* the type whose properties such a table gave */
    for (size_t i = 0; i < 2 * tables->count; i++) {
        struct property_table *table = &tables->items[i % tables->count];
        if (table->guessed != (i >= tables->count))
            continue;
        struct type_facts *owner = find_owner(reading, facts, table);
        if (table->guessed ? !guess_belongs(table, owner, guessed) : !belongs(table, owner))
            continue;
        if (table->guessed)
            guessed = owner;
        for (size_t r = 0; r < table->row_count; r++)
            table->rows[r].facts.relationship = table->relationship;
        if (table->list)
            settle_list(reading, owner, table);
        property_table_take_keys(table, owner->members, owner->member_count);
        add_properties(reading->arena, table, owner);
    }
}

static bool has_section(const struct reading *reading, enum vocab_section section)
{
    for (size_t i = 0; i < reading->document->block_count; i++)
        if (reading->places[i].section == section)
            return true;
    return false;
}

static bool is_resource_page(const struct reading *reading)
{
    slice doc_type = document_front_matter(reading->document, SLICE("doc_type"));
    return slice_starts_with_ignore_case(doc_type, SLICE("resourcePage"));
}

/* Whether the text says what type this one derives from, or that it is abstract. */
static bool derives(struct reading *reading)
{
    struct type_facts probe = {0};
    introduction_read(reading, &probe);
    base_read(reading, &probe);
    return probe.base_count > 0 || probe.abstract;
}

/* Whether a page without annotations documents a type. */
static bool documents_type(struct reading *reading, enum naming_kind naming, slice title_name,
                           const struct block *json, slice shown)
{
    bool placed = reading->name_space.len > 0 && title_name.len > 0;
    bool listed = has_section(reading, SECTION_PROPERTIES);
    bool related = has_section(reading, SECTION_RELATIONSHIPS);
    if (naming == NAMING_ENUMERATION)
        return false;
    if (naming == NAMING_TYPE)
        return listed || related || json != NULL || derives(reading);
    /* Two of these are enough. */
    return (json != NULL) + (shown.len > 0) + listed + placed + is_resource_page(reading) >= 2;
}

static void read_unannotated(struct reading *reading, const struct annotations *annotations,
                             enum naming_kind naming, slice title_name, struct page_facts *facts,
                             enum type_page_outcome *outcome)
{
    slice own = title_name.len > 0 ? title_name : reading->stem;
    const struct block *json = find_own_json(reading, annotations, own);
    slice shown = name_in_json(reading, json);
    if (!documents_type(reading, naming, title_name, json, shown))
        return;
    slice name = title_name;
    if (name.len == 0)
        name = shown;
    else if (slice_equal_ignore_case(identifier_short(shown), name))
        name = identifier_short(shown); /* for its letter case: JSON is not translated */
    if (name.len == 0 && identifier_is_simple(reading->stem))
        name = reading->stem;
    if (name.len == 0) {
        *outcome = TYPE_PAGE_UNNAMED;
        return;
    }
    struct type_facts *type = add_type(
        reading->arena, facts, identifier_qualify(reading->arena, reading->name_space, name));
    type->span =
        reading->title != NULL ? reading->title->content.span : span_of_file(reading->source);
}

/* A type that is named and nothing else, because what is said of it cannot be read. */
static bool says_nothing(const struct reading *reading, const struct type_facts *type)
{
    return type->property_count == 0 && type->member_count == 0 && type->json.source != NULL &&
           !has_section(reading, SECTION_PROPERTIES) &&
           slice_find_byte(span_text(type->json), '{') == SLICE_NONE;
}

static void drop_empty(struct reading *reading, struct page_facts *facts,
                       enum type_page_outcome *outcome)
{
    size_t kept = 0;
    for (size_t i = 0; i < facts->type_count; i++) {
        struct type_facts *type = &facts->types[i];
        if (!says_nothing(reading, type)) {
            facts->types[kept++] = *type;
            continue;
        }
        diagnostics_report(reading->diagnostics, DIAG_TYPE_MISSING, type->span,
                           "the page names the type '%.*s', but states no property of it",
                           SLICE_ARGS(type->name));
        *outcome = TYPE_PAGE_BROKEN;
    }
    facts->type_count = kept;
}

void type_page_read(struct reading *reading, const struct annotations *annotations,
                    enum naming_kind naming, slice title_name, struct page_facts *facts,
                    enum type_page_outcome *outcome)
{
    struct property_tables tables = {0};
    *outcome = TYPE_PAGE_PLAIN;
    property_tables_read(reading, &tables);
    read_annotated(reading, annotations, title_name, facts, outcome);
    if (facts->type_count == 0)
        read_unannotated(reading, annotations, naming, title_name, facts, outcome);
    if (facts->type_count == 0)
        return;
    read_representations(reading, annotations, &tables, title_name, facts);
    add_linked_types(reading, &tables, facts);
    read_tables(reading, &tables, facts);
    drop_empty(reading, facts, outcome);
    struct type_facts *about = find_main(facts, title_name);
    if (about == NULL)
        return;
    about->has_methods = tables.has_methods;
    introduction_read(reading, about);
    base_read(reading, about);
}
