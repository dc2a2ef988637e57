#include "model/properties.h"

#include "model/spelling.h"

/* ---- Names of rows ---- */

/* Annotations of OData ("@odata.type", "photo@odata.mediaEtag") are no properties. */
static bool is_control(slice name)
{
    return slice_find(name, SLICE("@odata.")) != SLICE_NONE;
}

/* Any member with "@" that has no row is an annotation too. */
static bool is_annotation(slice name)
{
    return slice_find_byte(name, '@') != SLICE_NONE;
}

struct alignment {
    const struct build *build;
    const struct build_page *page;
    const struct type_facts *facts;
    struct aligned_row *rows;
    size_t *row_of; /* for each member: its row, or SLICE_NONE */
};

static void match(struct alignment *a, size_t row, size_t member)
{
    a->rows[row].name = a->facts->members[member].name;
    a->rows[row].member = &a->facts->members[member];
    if (a->row_of[member] == SLICE_NONE)
        a->row_of[member] = row;
}

/* Members that no row has yet are found by name, the first of that name. */
static void match_by_name(struct alignment *a, struct map *members)
{
    for (size_t j = 0; j < a->facts->member_count; j++)
        if (a->row_of[j] == SLICE_NONE)
            map_put_new(members, a->facts->members[j].name, &a->facts->members[j]);
    for (size_t i = 0; i < a->facts->property_count; i++) {
        const struct member_facts *member = map_get(members, a->facts->properties[i].name);
        if (a->rows[i].member == NULL && member != NULL)
            match(a, i, (size_t)(member - a->facts->members));
    }
}

/* A name that is surely one and that the JSON lacks takes no other name from it. */
static bool is_open_row(const struct alignment *a, size_t row)
{
    const struct property_facts *facts = &a->facts->properties[row];
    return a->rows[row].member == NULL && !facts->relationship &&
           !spelling_keeps_row(a->build, a->page, facts);
}

static bool is_open_member(const struct alignment *a, size_t member)
{
    return a->row_of[member] == SLICE_NONE && !is_annotation(a->facts->members[member].name);
}

/* Matches the rows FROM..TO-1 that are left, in order, with the members that are left between
 * FIRST and LAST-1, if there are as many. */
static void match_gap(struct alignment *a, size_t from, size_t to, size_t first, size_t last)
{
    size_t rows = 0, members = 0;
    for (size_t i = from; i < to; i++)
        rows += is_open_row(a, i);
    for (size_t j = first; j < last; j++)
        members += is_open_member(a, j);
    if (rows == 0 || rows != members)
        return;
    size_t j = first;
    for (size_t i = from; i < to; i++) {
        if (!is_open_row(a, i))
            continue;
        while (!is_open_member(a, j))
            j++;
        match(a, i, j);
        a->rows[i].repaired = true;
    }
}

/* Walks over the rows that match and lie in the order of the members. */
static void match_gaps(struct alignment *a)
{
    size_t from = 0, first = 0;
    for (size_t i = 0; i < a->facts->property_count; i++) {
        if (a->rows[i].member == NULL)
            continue;
        size_t member = (size_t)(a->rows[i].member - a->facts->members);
        if (member < first)
            continue;
        match_gap(a, from, i, first, member);
        from = i + 1;
        first = member + 1;
    }
    match_gap(a, from, a->facts->property_count, first, a->facts->member_count);
    match_gap(a, 0, a->facts->property_count, 0, a->facts->member_count);
}

static bool is_taken(const struct alignment *a, slice name)
{
    for (size_t i = 0; i < a->facts->property_count; i++)
        if (slice_equal_ignore_case(a->rows[i].name, name))
            return true;
    return false;
}

/* Rows that have no name yet are called as rows of other pages with such a type. */
static void name_by_type(struct alignment *a)
{
    for (size_t i = 0; i < a->facts->property_count; i++) {
        slice name = a->rows[i].name.len > 0
                         ? (slice){0}
                         : spelling_learned_name(a->build, &a->facts->properties[i]);
        if (name.len == 0 || is_taken(a, name))
            continue;
        a->rows[i].name = name;
        a->rows[i].repaired = true;
        a->rows[i].learned = true;
    }
}

struct aligned_row *properties_align(const struct build *build, const struct build_page *page,
                                     const struct type_facts *facts)
{
    struct arena *scratch = build->scratch;
    struct alignment a = {
        .build = build,
        .page = page,
        .facts = facts,
        .rows = arena_alloc_array(scratch, facts->property_count, sizeof(struct aligned_row)),
        .row_of = arena_alloc_array(scratch, facts->member_count, sizeof(size_t)),
    };
    for (size_t j = 0; j < facts->member_count; j++)
        a.row_of[j] = SLICE_NONE;
    struct map exact, folded;
    map_init(&exact, scratch);
    map_init_ignore_case(&folded, scratch);
    match_by_name(&a, &exact);
    match_by_name(&a, &folded);
    match_gaps(&a);
    for (size_t i = 0; i < facts->property_count; i++)
        if (a.rows[i].member == NULL && spelling_keeps_row(build, page, &facts->properties[i]))
            a.rows[i].name = facts->properties[i].name;
    name_by_type(&a);
    return a.rows;
}

/* ---- Collecting ---- */

struct build_property *properties_find(const struct build_type *type, slice name)
{
    return map_get(&type->by_name, name);
}

static struct build_property *find_ignore_case(struct build_type *type, slice name)
{
    struct build_property *found = properties_find(type, name);
    return found != NULL ? found : map_get(&type->by_folded_name, name);
}

/* The map points into the array, which therefore has room for all from the start. */
static struct build_property *add_property(struct build_type *type, slice name)
{
    struct build_property *property = &type->properties[type->property_count++];
    property->name = name;
    map_put(&type->by_name, name, property);
    map_put_new(&type->by_folded_name, name, property);
    return property;
}

static void add_row(struct build *build, struct build_property *property,
                    const struct type_source *source, const struct property_facts *facts,
                    bool repaired)
{
    struct row_source row = {source, facts, repaired};
    property->rows = arena_extend(build->scratch, property->rows, property->row_count, sizeof row);
    property->rows[property->row_count++] = row;
}

static void add_member(struct build *build, struct build_property *property,
                       const struct type_source *source, const struct member_facts *facts)
{
    struct member_source member = {source, facts};
    property->members =
        arena_extend(build->scratch, property->members, property->member_count, sizeof member);
    property->members[property->member_count++] = member;
}

static void report_repair(struct build *build, const struct property_facts *facts,
                          const struct aligned_row *row)
{
    if (row->name.len == 0)
        diagnostics_report(build->diagnostics, DIAG_TRANSLATED_NAME, facts->span,
                           "\"%.*s\" is no name that the JSON representation has; the row is "
                           "ignored",
                           SLICE_ARGS(facts->name));
    else if (row->learned)
        diagnostics_report(build->diagnostics, DIAG_TRANSLATED_NAME, facts->span,
                           "\"%.*s\" is taken for \"%.*s\", as other pages call a collection of "
                           "such a type",
                           SLICE_ARGS(facts->name), SLICE_ARGS(row->name));
    else if (row->repaired)
        diagnostics_report(build->diagnostics, DIAG_TRANSLATED_NAME, facts->span,
                           "\"%.*s\" is taken for \"%.*s\", after the order of the JSON "
                           "representation",
                           SLICE_ARGS(facts->name), SLICE_ARGS(row->name));
}

/* The rows of a page that decides: each names a property. */
static void collect_deciding(struct build *build, struct build_type *type,
                             const struct type_source *source)
{
    const struct type_facts *facts = source->facts;
    struct aligned_row *rows = properties_align(build, source->page, facts);
    for (size_t i = 0; i < facts->property_count; i++) {
        report_repair(build, &facts->properties[i], &rows[i]);
        if (rows[i].name.len == 0 || is_control(rows[i].name))
            continue;
        struct build_property *property = properties_find(type, rows[i].name);
        if (property == NULL)
            property = add_property(type, rows[i].name);
        add_row(build, property, source, &facts->properties[i], rows[i].repaired);
    }
}

static void collect_deciding_members(struct build *build, struct build_type *type,
                                     const struct type_source *source)
{
    for (size_t j = 0; j < source->facts->member_count; j++) {
        const struct member_facts *member = &source->facts->members[j];
        struct build_property *property = find_ignore_case(type, member->name);
        if (property == NULL && (is_annotation(member->name) || member->name.len == 0))
            continue;
        if (property == NULL)
            property = add_property(type, member->name);
        add_member(build, property, source, member);
    }
}

/* Only translations list it: it is kept if their JSON, or the shape of the cell, vouches for it. */
static struct build_property *add_drift(struct build_type *type, const struct type_source *source,
                                        const struct property_facts *facts,
                                        const struct aligned_row *row)
{
    bool confirmed = row->member != NULL && !row->repaired;
    if (!confirmed && (row->repaired || !facts->identifier || source->facts->member_count > 0))
        return NULL;
    struct build_property *property = add_property(type, row->name);
    property->drift = true;
    property->confirmed = confirmed;
    return property;
}

static void collect_translation(struct build *build, struct build_type *type,
                                const struct type_source *source)
{
    const struct type_facts *facts = source->facts;
    struct aligned_row *rows = properties_align(build, source->page, facts);
    for (size_t i = 0; i < facts->property_count; i++) {
        if (rows[i].name.len == 0 || is_control(rows[i].name))
            continue;
        struct build_property *property = find_ignore_case(type, rows[i].name);
        if (property == NULL)
            property = add_drift(type, source, &facts->properties[i], &rows[i]);
        if (property == NULL)
            continue;
        property->confirmed |= rows[i].member != NULL && !rows[i].repaired;
        add_row(build, property, source, &facts->properties[i], rows[i].repaired);
        if (rows[i].member != NULL)
            add_member(build, property, source, rows[i].member);
    }
}

static size_t count_names(const struct build_type *type)
{
    size_t count = 0;
    for (size_t i = 0; i < type->source_count; i++)
        count += type->sources[i].facts->property_count + type->sources[i].facts->member_count;
    return count;
}

static void collect_type(struct build *build, struct build_type *type)
{
    map_init(&type->by_name, build->scratch);
    map_init_ignore_case(&type->by_folded_name, build->scratch);
    type->properties =
        arena_alloc_array(build->scratch, count_names(type), sizeof *type->properties);
    for (size_t i = 0; i < type->source_count; i++)
        if (type->sources[i].deciding)
            collect_deciding(build, type, &type->sources[i]);
    for (size_t i = 0; i < type->source_count; i++)
        if (type->sources[i].deciding)
            collect_deciding_members(build, type, &type->sources[i]);
    for (size_t i = 0; i < type->source_count; i++)
        if (!type->sources[i].deciding)
            collect_translation(build, type, &type->sources[i]);
}

void properties_collect(struct build *build)
{
    for (size_t i = 0; i < build->type_count; i++)
        collect_type(build, build->types[i]);
}
