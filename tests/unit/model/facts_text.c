#include "facts_text.h"

#include "extract/spelled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What is being read. */
struct reader {
    struct arena *arena;
    struct page_facts *page;
    struct type_facts *type;
    struct enumeration_facts *enumeration;
};

#define PUSH(arena, items, count) \
    ((items) = arena_extend((arena), (items), (count), sizeof *(items)), &(items)[(count)++])

static slice next_word(slice *rest)
{
    slice word;
    *rest = slice_trim(*rest);
    slice_cut(*rest, ' ', &word, rest);
    return word;
}

static bool is_word(slice word, const char *expected)
{
    return slice_equal(word, slice_from(expected));
}

static bool take_option(slice word, const char *name, slice *value)
{
    slice key;
    return slice_cut(word, '=', &key, value) && is_word(key, name);
}

static long long number_of(slice text)
{
    long long number = 0;
    for (size_t i = 0; i < text.len; i++) {
        assert_true(ascii_is_digit(text.ptr[i]));
        number = number * 10 + (text.ptr[i] - '0');
    }
    return number;
}

static struct type_reference read_reference(struct reader *r, slice word)
{
    struct type_reference reference = {.words = word};
    assert_true(word.len > 0);
    if (is_word(word, "-"))
        return (struct type_reference){0};
    reference.span = span_of(r->page->page.source, word);
    if (slice_starts_with(word, SLICE("[]"))) {
        reference.collection = true;
        word = slice_skip(word, 2);
    }
    if (slice_starts_with(word, SLICE("?"))) {
        reference.sentence = true;
        word = slice_skip(word, 1);
    }
    if (slice_find_byte(word, '=') != SLICE_NONE)
        slice_cut(word, '=', &reference.words, &word);
    struct type_link link;
    slice_cut(word, '#', &word, &link.fragment);
    slice_cut(word, '@', &reference.name, &link.stem);
    if (link.stem.len == 0 && link.fragment.len > 0)
        link.stem = r->page->page.stem;
    if (link.stem.len > 0) {
        struct type_link *kept = arena_alloc(r->arena, sizeof *kept);
        *kept = link;
        reference.link = kept;
    }
    reference.primitive =
        slice_starts_with(reference.name, SLICE("Edm.")) && !is_word(reference.name, "Edm.Untyped");
    if (reference.primitive && reference.link != NULL)
        reference.words = slice_skip(reference.name, 4); /* as a link's text would have it */
    return reference;
}

static struct value_list read_values(struct reader *r, slice text)
{
    struct value_list list = {0};
    while (text.len > 0) {
        slice name;
        slice_cut(text, ',', &name, &text);
        struct value_facts *value = PUSH(r->arena, list.items, list.count);
        *value = (struct value_facts){
            .name = name, .quoted = true, .span = span_of(r->page->page.source, name)};
    }
    return list;
}

static void add_limit(struct reader *r, struct property_facts *row, enum limit_kind kind,
                      slice value)
{
    if (row->limits == NULL)
        row->limits = arena_alloc_array(r->arena, LIMIT_COUNT, sizeof *row->limits);
    row->limits[kind] = (struct limit){true, decimal_of(number_of(value))};
}

static void read_page(struct reader *r, struct facts_fixture *f, slice text, slice rest)
{
    struct source *source = arena_alloc(r->arena, sizeof *source);
    struct page_facts *page = arena_alloc(r->arena, sizeof *page);
    *r = (struct reader){.arena = r->arena, .page = page};
    page->page.locale = next_word(&rest);
    page->page.version = next_word(&rest);
    page->page.stem = next_word(&rest);
    page->page.handoff = next_word(&rest);
    page->page.translated = page->page.handoff.len > 0;
    page->page.wordless = slice_starts_with(page->page.locale, SLICE("qx"));
    assert_true(page->page.stem.len > 0);
    source_init(source, r->arena,
                arena_format(r->arena, "%.*s/%.*s/%.*s.md", SLICE_ARGS(page->page.locale),
                             SLICE_ARGS(page->page.version), SLICE_ARGS(page->page.stem)),
                text);
    page->page.source = source;
    *PUSH(r->arena, f->pages, f->page_count) = page;
}

static void read_type(struct reader *r, slice rest)
{
    r->type = PUSH(r->arena, r->page->types, r->page->type_count);
    *r->type = (struct type_facts){.annotated = true};
    r->type->name = next_word(&rest);
    r->type->span = span_of(r->page->page.source, r->type->name);
    for (slice word = next_word(&rest); word.len > 0; word = next_word(&rest)) {
        slice value;
        if (is_word(word, "unannotated"))
            r->type->annotated = false;
        else if (is_word(word, "entity"))
            r->type->stated_kind = KIND_STATED_ENTITY;
        else if (is_word(word, "complex"))
            r->type->stated_kind = KIND_STATED_COMPLEX;
        else if (is_word(word, "open"))
            r->type->open = true;
        else if (is_word(word, "abstract"))
            r->type->abstract = true;
        else if (is_word(word, "media"))
            r->type->media = true;
        else if (is_word(word, "deprecated"))
            r->type->deprecated = true;
        else if (is_word(word, "methods"))
            r->type->has_methods = true;
        else if (take_option(word, "key", &value))
            r->type->key_property = value;
        else
            fail_msg("unknown word of a type: %.*s", SLICE_ARGS(word));
    }
}

static void read_base(struct reader *r, slice rest)
{
    static const char *const names[] = {"annotation", "prose", "front-matter", "row"};
    struct base_facts *base = PUSH(r->arena, r->type->bases, r->type->base_count);
    slice kind = next_word(&rest);
    size_t i = 0;
    while (i < 4 && !is_word(kind, names[i]))
        i++;
    assert_true(i < 4);
    *base = (struct base_facts){(enum base_evidence)i, read_reference(r, next_word(&rest))};
}

static void read_row_word(struct reader *r, struct property_facts *row, slice word)
{
    slice value;
    if (is_word(word, "read-only"))
        row->read_only = true;
    else if (is_word(word, "required"))
        row->required = true;
    else if (is_word(word, "key"))
        row->key = true;
    else if (is_word(word, "nullable"))
        row->nullable = NULLABLE_YES;
    else if (is_word(word, "not-nullable"))
        row->nullable = NULLABLE_NO;
    else if (is_word(word, "words"))
        row->identifier = false;
    else if (take_option(word, "values", &value))
        row->values = read_values(r, value);
    else if (take_option(word, "max", &value))
        add_limit(r, row, LIMIT_MAX_LENGTH, value);
    else if (take_option(word, "minimum", &value))
        add_limit(r, row, LIMIT_MINIMUM, value);
    else if (take_option(word, "maximum", &value))
        add_limit(r, row, LIMIT_MAXIMUM, value);
    else if (take_option(word, "max-items", &value))
        add_limit(r, row, LIMIT_MAX_ITEMS, value);
    else if (take_option(word, "from", &value)) {
        struct type_reference *from = arena_alloc(r->arena, sizeof *from);
        *from = read_reference(r, value);
        row->inherited_from = from;
    } else
        fail_msg("unknown word of a row: %.*s", SLICE_ARGS(word));
}

static void read_row(struct reader *r, slice rest, slice description, bool relationship)
{
    struct property_facts *row = PUSH(r->arena, r->type->properties, r->type->property_count);
    *row = (struct property_facts){.identifier = true, .relationship = relationship};
    row->name = next_word(&rest);
    row->span = span_of(r->page->page.source, row->name);
    row->type = read_reference(r, next_word(&rest));
    row->description = description;
    row->description_span = span_of(r->page->page.source, description);
    for (slice word = next_word(&rest); word.len > 0; word = next_word(&rest))
        read_row_word(r, row, word);
}

static void read_json(struct reader *r, slice rest)
{
    static const char *const shapes[] = {"nothing",  "string",  "integer",
                                         "fraction", "boolean", "object"};
    struct member_facts *members = (void *)(uintptr_t)r->type->members;
    struct member_facts *member = PUSH(r->arena, members, r->type->member_count);
    r->type->members = members;
    *member = (struct member_facts){.name = next_word(&rest)};
    member->span = span_of(r->page->page.source, member->name);
    slice shape = next_word(&rest), value;
    size_t i = 0;
    while (i < 6 && !is_word(shape, shapes[i]))
        i++;
    assert_true(i < 6);
    member->shape = (enum member_shape)i;
    for (slice word = next_word(&rest); word.len > 0; word = next_word(&rest)) {
        if (is_word(word, "array"))
            member->collection = true;
        else if (take_option(word, "type", &value))
            member->type = read_reference(r, value);
        else if (take_option(word, "values", &value))
            member->values = read_values(r, value);
        else
            fail_msg("unknown word of a member: %.*s", SLICE_ARGS(word));
    }
}

static void read_enumeration(struct reader *r, slice rest, slice description)
{
    r->enumeration = PUSH(r->arena, r->page->enumerations, r->page->enumeration_count);
    *r->enumeration = (struct enumeration_facts){.name = next_word(&rest)};
    r->enumeration->span = span_of(r->page->page.source, r->enumeration->name);
    r->enumeration->description = description;
    for (slice word = next_word(&rest); word.len > 0; word = next_word(&rest)) {
        slice value;
        if (is_word(word, "flags"))
            r->enumeration->flags = true;
        else if (take_option(word, "fragment", &value))
            r->enumeration->fragment = value;
        else
            fail_msg("unknown word of an enumeration: %.*s", SLICE_ARGS(word));
    }
}

static void read_member(struct reader *r, slice rest, slice description)
{
    struct value_list *list = &r->enumeration->members;
    struct value_facts *value = PUSH(r->arena, list->items, list->count);
    *value = (struct value_facts){.name = next_word(&rest), .quoted = true};
    value->description = description;
    value->span = span_of(r->page->page.source, value->name);
    for (slice word = next_word(&rest); word.len > 0; word = next_word(&rest)) {
        if (is_word(word, "unquoted")) {
            value->quoted = false;
            continue;
        }
        value->numbered = true;
        value->number = number_of(word);
    }
}

static void read_example(struct reader *r, slice rest)
{
    struct json_problems problems = {0};
    struct example_facts *example = PUSH(r->arena, r->page->examples, r->page->example_count);
    *example = (struct example_facts){.type = next_word(&rest)};
    example->span = span_of(r->page->page.source, slice_trim(rest));
    example->value = json_read_relaxed(r->arena, r->arena, example->span, &problems);
    assert_non_null(example->value);
}

static void read_line(struct reader *r, slice line)
{
    slice rest = line, description = {0};
    size_t comment = slice_find(line, SLICE(" // "));
    if (comment != SLICE_NONE) {
        rest = slice_take(line, comment);
        description = slice_skip(line, comment + 4);
    }
    slice word = next_word(&rest);
    if (word.len == 0)
        return;
    if (is_word(word, "type"))
        read_type(r, rest);
    else if (is_word(word, "base"))
        read_base(r, rest);
    else if (is_word(word, "derived"))
        *PUSH(r->arena, r->type->derived, r->type->derived_count) =
            read_reference(r, next_word(&rest));
    else if (is_word(word, "row") || is_word(word, "rel"))
        read_row(r, rest, description, is_word(word, "rel"));
    else if (is_word(word, "json"))
        read_json(r, rest);
    else if (is_word(word, "enum"))
        read_enumeration(r, rest, description);
    else if (is_word(word, "member"))
        read_member(r, rest, description);
    else if (is_word(word, "example"))
        read_example(r, rest);
    else
        fail_msg("unknown line: %.*s", SLICE_ARGS(line));
}

/* The text up to the next page line. */
static slice page_text(slice text)
{
    size_t next = slice_find(slice_skip(text, 1), SLICE("\npage "));
    return next == SLICE_NONE ? text : slice_take(text, next + 2);
}

static void end_page(struct reader *r)
{
    if (r->page != NULL)
        spelled_read(r->arena, r->page);
}

void facts_add(struct facts_fixture *fixture, const char *text)
{
    struct reader r = {.arena = &fixture->arena};
    slice rest = slice_from(text), line;
    for (slice before = rest; slice_next_line(&rest, &line); before = rest) {
        slice words = line;
        if (slice_starts_with(line, SLICE("page "))) {
            next_word(&words);
            end_page(&r);
            read_page(&r, fixture, page_text(before), words);
        } else {
            read_line(&r, line);
        }
    }
    end_page(&r);
}

void facts_init(struct facts_fixture *fixture)
{
    *fixture = (struct facts_fixture){.options = {.primary_locale = SLICE("en-US")}};
    arena_init(&fixture->arena);
    diagnostics_init(&fixture->diagnostics, &fixture->arena);
}

void facts_finish(struct facts_fixture *fixture)
{
    arena_finish(&fixture->arena);
}

void facts_build(struct facts_fixture *fixture)
{
    fixture->models = model_build(&fixture->arena, fixture->pages, fixture->page_count,
                                  &fixture->options, &fixture->diagnostics);
    diagnostics_sort(&fixture->diagnostics);
}

const struct model *facts_model(struct facts_fixture *fixture, const char *text)
{
    facts_add(fixture, text);
    facts_build(fixture);
    assert_true(fixture->models->count > 0);
    return fixture->models->models[0];
}

const struct model_type *facts_type(const struct model *model, const char *qualified)
{
    const struct model_type *type = model_find_type(model, slice_from(qualified));
    if (type == NULL)
        fail_msg("no type %s", qualified);
    return type;
}

const struct model_property *facts_property(const struct model *model, const char *qualified,
                                            const char *name)
{
    const struct model_type *type = facts_type(model, qualified);
    for (size_t i = 0; i < type->property_count; i++)
        if (slice_equal(type->properties[i].name, slice_from(name)))
            return &type->properties[i];
    fail_msg("%s has no property %s", qualified, name);
    return NULL;
}

const struct model_enumeration *facts_enumeration(const struct model *model, const char *qualified)
{
    const struct model_enumeration *found = model_find_enumeration(model, slice_from(qualified));
    if (found == NULL)
        fail_msg("no enumeration %s", qualified);
    return found;
}

void facts_assert_type(const struct model *model, const char *qualified, const char *name,
                       const char *type)
{
    const struct model_property *property = facts_property(model, qualified, name);
    slice expected = slice_from(type);
    assert_int_equal(property->type.collection, slice_starts_with(expected, SLICE("[]")));
    if (property->type.collection)
        expected = slice_skip(expected, 2);
    facts_assert_slice(model_type_use_name(&property->type), expected.ptr);
}

size_t facts_count(const struct facts_fixture *fixture, enum diagnostic_code code,
                   const struct diagnostic **first)
{
    size_t count = 0;
    for (size_t i = 0; i < fixture->diagnostics.count; i++)
        if (fixture->diagnostics.items[i]->code == code && count++ == 0 && first != NULL)
            *first = fixture->diagnostics.items[i];
    return count;
}

void facts_assert_position(struct span span, size_t line, size_t column)
{
    assert_non_null(span.source);
    struct position position = source_position(span.source, span.begin);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

void facts_assert_slice(slice actual, const char *expected)
{
    if (!slice_equal(actual, slice_from(expected)))
        fail_msg("\"%.*s\" is not \"%s\"", SLICE_ARGS(actual), expected);
}
