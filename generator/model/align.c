#include "model/align.h"

#include "model/edm.h"
#include "model/spelling.h"

/* So many rows in alphabetical order are no accident, if they are so many of five. */
#define SORTED_ROWS_MIN     4
#define SORTED_ROWS_OF_FIVE 4

/* How many members are looked at for a row before all are searched: most stand in its order. */
#define MEMBERS_AHEAD ((size_t)4)

struct aligning {
    const struct build *build;
    const struct build_page *page;
    const struct type_facts *facts;
    struct aligned_row *rows;
    size_t *row_of; /* for each member: its row, or SLICE_NONE */
    bool *named;    /* for each row: its cell is a name, see spelling_keeps_row */
    bool *landmark; /* for each row: it stands in the alphabetical order of its table */
    bool parallel;  /* the rows that have names stand in the order of the members */
};

static void match(struct aligning *a, size_t row, size_t member, enum alignment how)
{
    a->rows[row] = (struct aligned_row){
        .name = a->facts->members[member].name, .member = &a->facts->members[member], .how = how};
    if (a->row_of[member] == SLICE_NONE)
        a->row_of[member] = row;
}

/* ---- By name ---- */

/* No two members have the same name, so the order of the search does not matter. */
static void match_in_order(struct aligning *a)
{
    size_t next = 0;
    for (size_t i = 0; i < a->facts->property_count; i++) {
        size_t end = next + MEMBERS_AHEAD;
        for (size_t j = next; j < a->facts->member_count && j < end; j++)
            if (slice_equal(a->facts->members[j].name, a->facts->properties[i].name)) {
                match(a, i, j, ALIGNED_BY_NAME);
                next = j + 1;
                break;
            }
    }
}

static bool has_open_members(const struct aligning *a)
{
    for (size_t j = 0; j < a->facts->member_count; j++)
        if (a->row_of[j] == SLICE_NONE)
            return true;
    return false;
}

/* Members that no row has yet are found by name, the first of that name. */
static void match_by_name(struct aligning *a, struct map *members)
{
    if (!has_open_members(a))
        return;
    for (size_t j = 0; j < a->facts->member_count; j++)
        if (a->row_of[j] == SLICE_NONE)
            map_put_new(members, a->facts->members[j].name,
                        (void *)(uintptr_t)&a->facts->members[j]);
    for (size_t i = 0; i < a->facts->property_count; i++) {
        const struct member_facts *member = map_get(members, a->facts->properties[i].name);
        if (a->rows[i].member == NULL && member != NULL)
            match(a, i, (size_t)(member - a->facts->members), ALIGNED_BY_NAME);
    }
}

/* A name that is surely one and that the JSON lacks takes no other name from it. */
static bool is_nameless(const struct aligning *a, size_t row)
{
    return a->rows[row].member == NULL && !a->named[row];
}

/* Finds out which cells without a member are names; says whether all are. */
static bool find_names(struct aligning *a)
{
    bool all = true;
    for (size_t i = 0; i < a->facts->property_count; i++)
        if (a->rows[i].member == NULL) {
            a->named[i] = spelling_keeps_row(a->build->spelling, &a->page->facts->page,
                                             &a->facts->properties[i]);
            all &= a->named[i];
        }
    return all;
}

/* JSON shows few relationships, so the place of their rows tells nothing. */
static bool is_open_row(const struct aligning *a, size_t row)
{
    return !a->facts->properties[row].relationship && is_nameless(a, row);
}

/* Any member with "@" that has no row is an annotation. */
static bool is_open_member(const struct aligning *a, size_t member)
{
    return a->row_of[member] == SLICE_NONE &&
           slice_find_byte(a->facts->members[member].name, '@') == SLICE_NONE;
}

static size_t count_open_rows(const struct aligning *a, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += is_open_row(a, i);
    return count;
}

static size_t count_open_members(const struct aligning *a, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t j = from; j < to; j++)
        count += is_open_member(a, j);
    return count;
}

/* ---- By fit ---- */

/* What values look like in JSON. */
enum look { LOOK_UNKNOWN, LOOK_TEXT, LOOK_NUMBER, LOOK_BOOLEAN, LOOK_NAMED };

/* A decimal number may come as a text. */
static enum look look_of_primitive(slice name)
{
    enum edm_primitive primitive = edm_find(name);
    if (primitive == EDM_PRIMITIVE_COUNT || primitive == EDM_DECIMAL || primitive == EDM_STREAM)
        return LOOK_UNKNOWN;
    if (primitive == EDM_BOOLEAN)
        return LOOK_BOOLEAN;
    return primitive >= EDM_BYTE && primitive <= EDM_DOUBLE ? LOOK_NUMBER : LOOK_TEXT;
}

static enum look look_of_row(const struct type_reference *type)
{
    if (type->sentence || type->span.source == NULL)
        return LOOK_UNKNOWN;
    return type->primitive ? look_of_primitive(type->name) : LOOK_NAMED;
}

static enum look look_of_member(const struct member_facts *member)
{
    if (member->type.primitive)
        return look_of_primitive(member->type.name);
    switch (member->shape) {
    case SHAPE_STRING:
        return LOOK_TEXT;
    case SHAPE_INTEGER:
    case SHAPE_FRACTION:
        return LOOK_NUMBER;
    case SHAPE_BOOLEAN:
        return LOOK_BOOLEAN;
    case SHAPE_OBJECT:
        return LOOK_NAMED;
    case SHAPE_NOTHING:
        break;
    }
    return LOOK_UNKNOWN;
}

static slice short_name(slice name)
{
    size_t dot = slice_find_last_byte(name, '.');
    return dot == SLICE_NONE ? name : slice_skip(name, dot + 1);
}

/* Of two names of types, by the words or by the link; translated words say nothing. */
static bool names_agree(const struct type_reference *row, const struct type_reference *member)
{
    slice name = short_name(member->name);
    return slice_equal_ignore_case(short_name(row->name), name) ||
           slice_ends_with_ignore_case(type_reference_stem(row), name);
}

/* Whether both name the same type. The collection word may be lost in translation. */
static bool types_agree(const struct property_facts *row, const struct member_facts *member)
{
    return look_of_member(member) == LOOK_NAMED && member->type.name.len > 0 &&
           look_of_row(&row->type) == LOOK_NAMED && names_agree(&row->type, &member->type);
}

static bool is_before(slice a, slice b)
{
    return slice_compare_ignore_case(a, b) < 0;
}

/* The rows that have names, and for each how long the longest sorted row of rows is that ends with
 * it, and which row stands before it there. */
struct sorting {
    size_t *rows;
    size_t *length;
    size_t *before;
    size_t count;
};

/* In a sorted table the row above has the longest, so that the others need not be compared. */
static void sort_row(const struct aligning *a, struct sorting *sorting, size_t at)
{
    sorting->length[at] = 1;
    sorting->before[at] = SLICE_NONE;
    for (size_t i = at; i-- > 0;)
        if (sorting->length[i] + 1 >= sorting->length[at] &&
            !is_before(a->rows[sorting->rows[at]].name, a->rows[sorting->rows[i]].name)) {
            sorting->length[at] = sorting->length[i] + 1;
            sorting->before[at] = i;
        }
}

/* Marks the rows of a table that is sorted but for a few. */
static void find_landmarks(struct aligning *a)
{
    struct arena *scratch = a->build->scratch;
    size_t last = 0, count = a->facts->property_count;
    struct sorting sorting = {.rows = arena_alloc_array(scratch, count, sizeof(size_t)),
                              .length = arena_alloc_array(scratch, count, sizeof(size_t)),
                              .before = arena_alloc_array(scratch, count, sizeof(size_t))};
    for (size_t i = 0; i < count; i++) {
        if (a->rows[i].member == NULL)
            continue;
        sorting.rows[sorting.count] = i;
        sort_row(a, &sorting, sorting.count);
        if (sorting.length[sorting.count] > sorting.length[last])
            last = sorting.count;
        sorting.count++;
    }
    if (sorting.count == 0 || sorting.length[last] < SORTED_ROWS_MIN ||
        sorting.length[last] * 5 < sorting.count * SORTED_ROWS_OF_FIVE)
        return;
    for (; last != SLICE_NONE; last = sorting.before[last])
        a->landmark[sorting.rows[last]] = true;
}

static void look_at_order(struct aligning *a)
{
    const struct member_facts *last = NULL;
    a->parallel = true;
    for (size_t i = 0; i < a->facts->property_count; i++) {
        const struct member_facts *member = a->rows[i].member;
        if (member != NULL && last != NULL)
            a->parallel &= member > last;
        if (member != NULL)
            last = member;
    }
    find_landmarks(a);
}

/* Whether NAME at ROW leaves a sorted table sorted. */
static bool place_fits(const struct aligning *a, size_t row, slice name)
{
    size_t above = row, below = row + 1;
    while (above > 0 && !a->landmark[above - 1])
        above--;
    while (below < a->facts->property_count && !a->landmark[below])
        below++;
    return (above == 0 || !is_before(name, a->rows[above - 1].name)) &&
           (below == a->facts->property_count || !is_before(a->rows[below].name, name));
}

/* How well a row and a member that are both left go together. */
enum fit {
    FIT_NOT,
    FIT_LOOSE,    /* but for one being a collection, or a text in place of a number */
    FIT_POSSIBLE, /* neither the type nor the place contradicts */
    FIT_SURE      /* the types have one name */
};

/* Values of an enumeration are texts, and samples show derived types. */
static enum fit fit_of_types(const struct property_facts *row, const struct member_facts *member)
{
    enum look r = look_of_row(&row->type), m = look_of_member(member);
    if (r == LOOK_UNKNOWN || m == LOOK_UNKNOWN)
        return FIT_POSSIBLE;
    if (r != m && !(r == LOOK_NAMED && m == LOOK_TEXT))
        return m == LOOK_TEXT && member->type.name.len == 0 ? FIT_LOOSE : FIT_NOT;
    return row->type.collection == member->collection ? FIT_POSSIBLE : FIT_LOOSE;
}

static enum fit fit_of(const struct aligning *a, size_t row, size_t member)
{
    const struct property_facts *property = &a->facts->properties[row];
    const struct member_facts *facts = &a->facts->members[member];
    if (!is_nameless(a, row) || !is_open_member(a, member))
        return FIT_NOT;
    if (types_agree(property, facts))
        return FIT_SURE;
    if (property->relationship)
        return FIT_NOT;
    return place_fits(a, row, facts->name) ? fit_of_types(property, facts) : FIT_NOT;
}

/* The only member that goes with ROW at least as well as LEAST, or SLICE_NONE. */
static size_t find_only_member(const struct aligning *a, size_t row, enum fit least)
{
    size_t found = SLICE_NONE;
    for (size_t j = 0; j < a->facts->member_count; j++) {
        if (fit_of(a, row, j) < least)
            continue;
        if (found != SLICE_NONE)
            return SLICE_NONE;
        found = j;
    }
    return found;
}

static bool is_only_row(const struct aligning *a, size_t row, size_t member, enum fit least)
{
    for (size_t i = 0; i < a->facts->property_count; i++)
        if (i != row && fit_of(a, i, member) >= least)
            return false;
    return true;
}

/* Each match may leave another row only one member. */
static void match_by_fit(struct aligning *a, enum fit least)
{
    bool matched = true;
    while (matched) {
        matched = false;
        for (size_t i = 0; i < a->facts->property_count; i++) {
            size_t member = is_nameless(a, i) ? find_only_member(a, i, least) : SLICE_NONE;
            if (member == SLICE_NONE || !is_only_row(a, i, member, least))
                continue;
            match(a, i, member, ALIGNED_BY_FIT);
            matched = true;
        }
    }
}

/* ---- By order ---- */

static size_t next_open_member(const struct aligning *a, size_t member)
{
    while (!is_open_member(a, member))
        member++;
    return member;
}

/* The rows FROM..TO-1 that are left and the members FIRST..LAST-1 that are. */
struct gap {
    size_t from, to, first, last;
};

static bool gap_fits(const struct aligning *a, const struct gap *gap)
{
    size_t member = gap->first;
    for (size_t i = gap->from; i < gap->to; i++) {
        if (!is_open_row(a, i))
            continue;
        member = next_open_member(a, member);
        if (fit_of(a, i, member++) == FIT_NOT)
            return false;
    }
    return true;
}

/* Matches what is left in order, if there are as many rows as members, and either one of each or
 * such as may belong together. */
static void match_gap(struct aligning *a, struct gap gap)
{
    size_t rows = count_open_rows(a, gap.from, gap.to);
    if (rows == 0 || rows != count_open_members(a, gap.first, gap.last) ||
        (rows > 1 && !gap_fits(a, &gap)))
        return;
    size_t member = gap.first;
    for (size_t i = gap.from; i < gap.to; i++) {
        if (!is_open_row(a, i))
            continue;
        member = next_open_member(a, member);
        match(a, i, member++, ALIGNED_BY_ORDER);
    }
}

/* Walks over the rows that match and lie in the order of the members. What is left over of several
 * gaps is matched in order only where the order of rows and members is the same. */
static void match_by_order(struct aligning *a)
{
    size_t from = 0, first = 0;
    for (size_t i = 0; i < a->facts->property_count; i++) {
        if (a->rows[i].member == NULL)
            continue;
        size_t member = (size_t)(a->rows[i].member - a->facts->members);
        if (member < first)
            continue;
        match_gap(a, (struct gap){from, i, first, member});
        from = i + 1;
        first = member + 1;
    }
    match_gap(a, (struct gap){from, a->facts->property_count, first, a->facts->member_count});
    if (a->parallel || count_open_rows(a, 0, a->facts->property_count) == 1)
        match_gap(a, (struct gap){0, a->facts->property_count, 0, a->facts->member_count});
}

/* ---- By what other pages say ---- */

static bool is_taken(const struct aligned_row *rows, size_t count, slice name)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal_ignore_case(rows[i].name, name))
            return true;
    return false;
}

void align_name(struct aligned_row *row, const struct property_facts *facts, slice name,
                enum alignment how)
{
    bool said = slice_equal(name, facts->name);
    *row = (struct aligned_row){.name = name, .how = said ? ALIGNED_BY_NAME : how};
}

void align_name_by_others(const struct build *build, const struct type_facts *facts,
                          struct aligned_row *rows)
{
    for (size_t i = 0; i < facts->property_count; i++) {
        if (rows[i].name.len > 0)
            continue;
        slice name = spelling_learned_name(build->spelling, &facts->properties[i]);
        if (name.len > 0 && !is_taken(rows, facts->property_count, name))
            align_name(&rows[i], &facts->properties[i], name, ALIGNED_BY_OTHERS);
    }
}

static void keep_names(struct aligning *a)
{
    for (size_t i = 0; i < a->facts->property_count; i++) {
        slice name = a->facts->properties[i].name;
        if (a->rows[i].member == NULL && a->named[i])
            a->rows[i] = (struct aligned_row){.name = name, .how = ALIGNED_BY_NAME};
    }
}

struct aligned_row *align_rows(const struct build *build, const struct build_page *page,
                               const struct type_facts *facts)
{
    struct arena *scratch = build->brief;
    arena_rewind(scratch);
    struct aligning a = {
        .build = build,
        .page = page,
        .facts = facts,
        .rows = arena_alloc_array(scratch, facts->property_count, sizeof(struct aligned_row)),
        .row_of = arena_alloc_array(scratch, facts->member_count, sizeof(size_t)),
        .named = arena_alloc_array(scratch, facts->property_count, sizeof(bool)),
        .landmark = arena_alloc_array(scratch, facts->property_count, sizeof(bool)),
    };
    for (size_t j = 0; j < facts->member_count; j++)
        a.row_of[j] = SLICE_NONE;
    struct map exact, folded;
    map_init(&exact, scratch);
    map_init_ignore_case(&folded, scratch);
    match_in_order(&a);
    match_by_name(&a, &exact);
    match_by_name(&a, &folded);
    if (!find_names(&a) && count_open_members(&a, 0, facts->member_count) > 0) {
        look_at_order(&a);
        match_by_fit(&a, FIT_SURE);
        match_by_fit(&a, FIT_POSSIBLE);
        match_by_order(&a);
    }
    keep_names(&a);
    return a.rows;
}
