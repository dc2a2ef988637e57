#include "extract/memo.h"

#include "extract/property_table.h"

#include <string.h>

struct known_row {
    struct property_row row;
    struct span span;
};

struct row_group {
    const struct vocab_words *words;
    struct property_columns columns;
    struct arena *arena;
    struct map rows; /* struct known_row by its text */
};

void memo_init(struct memo *memo, struct arena *arena)
{
    *memo = (struct memo){.arena = arena};
    map_init(&memo->members, arena);
    map_init(&memo->annotations, arena);
}

struct row_group *memo_row_group(struct memo *memo, const struct vocab_words *words,
                                 const struct property_columns *columns)
{
    for (size_t i = 0; i < memo->row_count; i++) {
        struct row_group *group = memo->rows[i];
        if (group->words == words && memcmp(&group->columns, columns, sizeof *columns) == 0)
            return group;
    }
    struct row_group *group = arena_alloc(memo->arena, sizeof *group);
    *group = (struct row_group){.words = words, .columns = *columns, .arena = memo->arena};
    map_init(&group->rows, memo->arena);
    memo->rows = arena_extend(memo->arena, memo->rows, memo->row_count, sizeof *memo->rows);
    memo->rows[memo->row_count++] = group;
    return group;
}

void memo_move_values(struct arena *arena, struct span from, struct span to,
                      struct value_list *values)
{
    const struct value_list given = *values;
    if (given.count == 0)
        return;
    *values = (struct value_list){0};
    for (size_t i = 0; i < given.count; i++) {
        values->items = arena_extend(arena, values->items, i, sizeof *values->items);
        values->items[i] = given.items[i];
        values->items[i].span = span_move(values->items[i].span, from, to);
    }
    values->count = given.count;
}

/* Makes PROPERTY, which was said by the row FROM, one of TO, which has the same text. */
static void move(struct arena *arena, struct span from, struct span to,
                 struct property_facts *property)
{
    property->type.span = span_move(property->type.span, from, to);
    property->description_span = span_move(property->description_span, from, to);
    property->span = span_move(property->span, from, to);
    if (property->inherited_from != NULL) {
        struct type_reference *inherited = arena_alloc(arena, sizeof *inherited);
        *inherited = *property->inherited_from;
        inherited->span = span_move(inherited->span, from, to);
        property->inherited_from = inherited;
    }
    memo_move_values(arena, from, to, &property->values);
}

bool row_group_find(const struct row_group *group, struct span span, struct property_row *row)
{
    const struct known_row *known = map_get(&group->rows, span_text(span));
    if (known == NULL)
        return false;
    *row = known->row;
    move(group->arena, known->span, span, &row->facts);
    return true;
}

/* "#x" leads to the page itself. */
static bool depends_on_page(slice stem, const struct property_facts *property)
{
    const struct type_reference *inherited = property->inherited_from;
    return slice_equal(type_reference_stem(&property->type), stem) ||
           (inherited != NULL && slice_equal(type_reference_stem(inherited), stem));
}

void row_group_add(struct row_group *group, slice stem, struct span span,
                   const struct property_row *row)
{
    slice text = span_text(span);
    /* Lines behind the first one depend on what their block stands in. */
    if (slice_find_byte(text, '\n') != SLICE_NONE || depends_on_page(stem, &row->facts))
        return;
    struct known_row *known = arena_alloc(group->arena, sizeof *known);
    *known = (struct known_row){*row, span};
    memo_move_values(group->arena, span, span, &known->row.facts.values);
    map_put_new(&group->rows, text, known);
}

struct lookup *memo_lookup(struct memo *memo, const struct vocab *vocab, slice locale)
{
    for (size_t i = 0; i < memo->lookup_count; i++)
        if (slice_equal(memo->lookups[i]->locale, locale))
            return memo->lookups[i];
    struct lookup *lookup = arena_alloc(memo->arena, sizeof *lookup);
    lookup_init(lookup, memo->arena, vocab, locale);
    memo->lookups =
        arena_extend(memo->arena, memo->lookups, memo->lookup_count, sizeof *memo->lookups);
    memo->lookups[memo->lookup_count++] = lookup;
    return lookup;
}
