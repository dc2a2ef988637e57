#include "extract/json_members.h"

#include "extract/identifier.h"
#include "extract/memo.h"
#include "extract/type_cell.h"
#include "extract/value_list.h"

#include <string.h>

bool json_members_looks_like(const struct block *fence)
{
    slice text = slice_trim(span_text(fence->body));
    return slice_starts_with(text, SLICE("{")) || slice_starts_with(text, SLICE("["));
}

/* An ellipsis and a comment are how documentation leaves out and explains: no mistakes. */
static bool is_mistake(const struct json_problem *problem)
{
    return problem->kind != JSON_PROBLEM_ELLIPSIS && problem->kind != JSON_PROBLEM_COMMENT;
}

static void report_problems(struct reading *reading, const struct json_problems *problems)
{
    struct diagnostic *diagnostic = NULL;
    unsigned notes = 0;
    for (size_t i = 0; i < problems->count; i++) {
        const struct json_problem *problem = &problems->items[i];
        if (!is_mistake(problem))
            continue;
        if (diagnostic == NULL)
            diagnostic = diagnostics_report(reading->diagnostics, DIAG_JSON_MALFORMED,
                                            problem->span, "%s", json_problem_text(problem->kind));
        else if (notes++ < 3)
            diagnostics_note(reading->diagnostics, diagnostic, problem->span, "%s",
                             json_problem_text(problem->kind));
    }
}

/* EXPECTED: the block is annotated, so that it should hold JSON. */
static void report_unreadable(struct reading *reading, const struct block *fence,
                              const struct json_problems *problems, bool expected)
{
    for (size_t i = 0; i < problems->count; i++)
        if (problems->items[i].kind == JSON_PROBLEM_DEPTH) {
            diagnostics_report(reading->diagnostics, DIAG_JSON_UNREADABLE, problems->items[i].span,
                               "objects and arrays are nested more than %d deep, so that the code "
                               "block is ignored: write {} in place of inner ones",
                               JSON_DEPTH_MAX);
            return;
        }
    if (expected)
        diagnostics_report(
            reading->diagnostics, DIAG_JSON_UNREADABLE, fence->span,
            "the code block is annotated as JSON of a type, but holds no JSON object");
}

struct json_value *json_members_read_block(struct reading *reading, struct arena *values,
                                           const struct block *fence, bool expected)
{
    struct json_problems problems = {0};
    struct json_value *value = json_read_relaxed(reading->arena, values, fence->body, &problems);
    if (value != NULL) {
        report_problems(reading, &problems);
    } else {
        report_unreadable(reading, fence, &problems, expected);
    }
    return value;
}

const struct json_value *json_members_object(const struct json_value *value)
{
    while (value != NULL && value->kind == JSON_ARRAY)
        value = value->first;
    return value != NULL && value->kind == JSON_OBJECT ? value : NULL;
}

static bool is_printable(slice key)
{
    for (size_t i = 0; i < key.len; i++)
        if ((unsigned char)key.ptr[i] < 0x20 || key.ptr[i] == 0x7f)
            return false;
    return key.len > 0;
}

/* What is being read of one representation. */
struct members {
    struct member_facts *items; /* in scratch memory */
    size_t count;
    struct map names; /* of large objects */
    bool samples;     /* there are keys that only tables make names */
};

/* Control information, or a key that is no identifier and the name of no row: that of a sample. */
static bool is_no_member(const struct property_tables *tables, slice key, struct members *members)
{
    bool named = identifier_is_property(key);
    if (!named && is_printable(key)) {
        members->samples = true;
        named = property_tables_call(tables, key);
    }
    return !named || slice_find(key, SLICE("@odata.")) != SLICE_NONE;
}

static enum member_shape shape_of(const struct json_value *value)
{
    switch (value->kind) {
    case JSON_STRING:
        return SHAPE_STRING;
    case JSON_BOOLEAN:
        return SHAPE_BOOLEAN;
    case JSON_OBJECT:
        return SHAPE_OBJECT;
    case JSON_NUMBER:
        for (size_t i = 0; i < value->text.len; i++)
            if (value->text.ptr[i] == '.' || value->text.ptr[i] == 'e' || value->text.ptr[i] == 'E')
                return SHAPE_FRACTION;
        return SHAPE_INTEGER;
    default:
        return SHAPE_NOTHING;
    }
}

static bool try_placeholder(const struct reading *reading, slice words,
                            struct type_reference *reference)
{
    struct vocab_type type = {0};
    words = slice_trim(words);
    if (words.len == 0)
        return false;
    lookup_type(reading->lookup, words, &type);
    if (!type.primitive)
        return false;
    reference->name = type.name;
    reference->primitive = true;
    reference->collection = type.collection;
    return true;
}

/* A string that stands for a type: "String (timestamp)", "Int32", "microsoft.graph.user". */
static void read_placeholder(const struct reading *reading, slice text,
                             struct type_reference *reference)
{
    slice outer;
    slice inner;
    slice name = identifier_of_odata(text, &reference->collection);
    if (identifier_is_dotted(name) && slice_find_byte(name, '.') != SLICE_NONE) {
        reference->name = name;
        reference->primitive = slice_starts_with(name, SLICE("Edm."));
        return;
    }
    reference->collection = false;
    bool remarked = slice_cut(text, '(', &outer, &inner);
    slice_cut(inner, ')', &inner, &(slice){0});
    /* "String (timestamp)": how JSON writes it, and what it is. */
    if (remarked && try_placeholder(reading, outer, reference) &&
        slice_equal(reference->name, SLICE("Edm.String")) &&
        try_placeholder(reading, inner, reference))
        return;
    if (!try_placeholder(reading, text, reference) && remarked)
        try_placeholder(reading, outer, reference);
}

static void read_value(const struct reading *reading, const struct json_value *value,
                       struct member_facts *member)
{
    member->shape = shape_of(value);
    if (value->kind == JSON_OBJECT) {
        slice name = json_get_text(value, SLICE("@odata.type"));
        if (name.len > 0)
            type_cell_read_odata(name, value->span, &member->type);
    } else if (value->kind == JSON_STRING) {
        value_list_read_alternation(reading->arena, value->text, value->span, &member->values);
        member->type.words = value->text;
        member->type.span = value->span;
        if (member->values.count == 0)
            read_placeholder(reading, slice_trim(value->text), &member->type);
    }
}

/* Objects of more members find repeated names by a map, so that large ones take no squared time. */
#define SCANNED_NAMES_MAX 64

static bool is_repeated(struct members *members, const struct json_value *object, slice name)
{
    if (object->count > SCANNED_NAMES_MAX)
        return map_put(&members->names, name, members) != NULL;
    for (size_t i = 0; i < members->count; i++)
        if (slice_equal(members->items[i].name, name))
            return true;
    return false;
}

static void read_members(const struct reading *reading, const struct json_value *object,
                         const struct property_tables *tables, struct members *members)
{
    for (const struct json_value *m = object->first; m != NULL; m = m->next) {
        struct member_facts member = {.name = slice_trim(m->key), .span = m->key_span};
        if (is_no_member(tables, member.name, members) || is_repeated(members, object, member.name))
            continue;
        const struct json_value *shown = m;
        member.collection = m->kind == JSON_ARRAY;
        while (shown != NULL && shown->kind == JSON_ARRAY)
            shown = shown->first;
        if (shown != NULL)
            read_value(reading, shown, &member);
        members->items =
            arena_extend(reading->scratch, members->items, members->count, sizeof *members->items);
        members->items[members->count++] = member;
    }
}

/* ---- Representations that pages have in common ---- */

struct known_members {
    const struct vocab_words *words; /* that placeholders were looked up in */
    struct span body;
    const struct member_facts *items;
    size_t count;
    bool values; /* some member lists values */
};

static struct member_facts *copy_members(struct arena *arena, const struct member_facts *items,
                                         size_t count)
{
    struct member_facts *copy = arena_alloc_array(arena, count, sizeof *copy);
    return memcpy(copy, items, count * sizeof *copy);
}

/* What the placeholder of a MEMBER says in the page's language. */
static struct type_reference placeholder_again(const struct reading *reading,
                                               const struct member_facts *member)
{
    struct type_reference type = member->type;
    if (member->shape != SHAPE_STRING || member->values.count > 0)
        return type;
    type = (struct type_reference){.words = type.words, .span = type.span};
    read_placeholder(reading, slice_trim(type.words), &type);
    return type;
}

static bool reads_alike(const struct reading *reading, const struct known_members *known)
{
    for (size_t i = 0; known->words != reading->words && i < known->count; i++) {
        const struct type_reference *type = &known->items[i].type;
        struct type_reference again = placeholder_again(reading, &known->items[i]);
        if (!slice_equal(again.name, type->name) || again.primitive != type->primitive ||
            again.collection != type->collection)
            return false;
    }
    return true;
}

static void take_over(const struct reading *reading, const struct known_members *known,
                      struct type_facts *type)
{
    type->members = known->items;
    type->member_count = known->count;
    type->members_in = known->body;
    if (!known->values && reads_alike(reading, known))
        return;
    struct member_facts *own = copy_members(reading->arena, known->items, known->count);
    for (size_t i = 0; i < known->count; i++) {
        if (known->words != reading->words)
            own[i].type = placeholder_again(reading, &own[i]);
        memo_move_values(reading->arena, known->body, type->json, &own[i].values);
    }
    type->members = own;
}

static void keep(struct reading *reading, const struct type_facts *type)
{
    struct known_members *kept = arena_alloc(reading->arena, sizeof *kept);
    *kept = (struct known_members){.words = reading->words,
                                   .body = type->json,
                                   .items = type->members,
                                   .count = type->member_count};
    for (size_t i = 0; i < type->member_count; i++)
        kept->values |= type->members[i].values.count > 0;
    map_put_new(&reading->memo->members, span_text(type->json), kept);
}

void json_members_read(struct reading *reading, const struct block *fence, bool expected,
                       const struct property_tables *tables, struct type_facts *type)
{
    const struct known_members *same = map_get(&reading->memo->members, span_text(fence->body));
    struct members members = {0};
    type->json = fence->body;
    type->members_in = fence->body;
    if (same != NULL) {
        take_over(reading, same, type);
        return;
    }
    size_t reported = reading->diagnostics->count;
    map_init(&members.names, reading->scratch);
    const struct json_value *object =
        json_members_object(json_members_read_block(reading, reading->scratch, fence, expected));
    if (object == NULL)
        return;
    read_members(reading, object, tables, &members);
    if (members.count > 0)
        type->members = copy_members(reading->arena, members.items, members.count);
    type->member_count = members.count;
    if (!members.samples && reading->diagnostics->count == reported)
        keep(reading, type);
}
