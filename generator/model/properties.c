#include "model/properties.h"

#include "model/align.h"
#include "model/resolve.h"

/* So many properties of a type are searched faster than a map; more are indexed. */
#define SEARCHED_PROPERTIES ((size_t)32)

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

static bool is_indexed(const struct build_type *type)
{
    return type->property_count > SEARCHED_PROPERTIES;
}

struct build_property *properties_find(const struct build_type *type, slice name)
{
    if (is_indexed(type)) {
        struct build_property *property = map_get(&type->by_name, name);
        while (property != NULL && !slice_equal(property->name, name))
            property = property->same;
        return property;
    }
    for (size_t i = 0; i < type->property_count; i++)
        if (slice_equal(type->properties[i]->name, name))
            return type->properties[i];
    return NULL;
}

static struct build_property *find_ignore_case(struct build_type *type, slice name)
{
    struct build_property *found = properties_find(type, name);
    if (found != NULL)
        return found;
    if (is_indexed(type))
        return map_get(&type->by_name, name);
    for (size_t i = 0; i < type->property_count; i++)
        if (slice_equal_ignore_case(type->properties[i]->name, name))
            return type->properties[i];
    return NULL;
}

/* The same; most rows stand in the order of the properties, so that the one at *next is tried
 * first.
 */
static struct build_property *find_next(struct build_type *type, size_t *next, slice name)
{
    size_t at = (*next)++;
    if (at < type->property_count && slice_equal(type->properties[at]->name, name))
        return type->properties[at];
    return find_ignore_case(type, name);
}

static void index_property(struct build_type *type, struct build_property *property)
{
    struct build_property *first = map_put_new(&type->by_name, property->name, property);
    if (first != property) {
        property->same = first->same;
        first->same = property;
    }
}

static struct build_property *add_property(struct build *build, struct build_type *type, slice name)
{
    struct build_property *property = arena_alloc(build->scratch, sizeof *property);
    property->name = name;
    type->properties = arena_extend(build->scratch, type->properties, type->property_count,
                                    sizeof(struct build_property *));
    type->properties[type->property_count++] = property;
    if (type->property_count == SEARCHED_PROPERTIES + 1)
        for (size_t i = 0; i < SEARCHED_PROPERTIES; i++)
            index_property(type, type->properties[i]);
    if (is_indexed(type))
        index_property(type, property);
    return property;
}

static void add_row(struct build *build, struct build_property *property,
                    const struct type_source *source, const struct property_facts *facts,
                    bool repaired)
{
    struct row_source row = {source, facts, resolve_plain(build, &facts->type), repaired};
    property->lists |= facts->values.count > 0;
    property->rows = arena_extend(build->scratch, property->rows, property->row_count, sizeof row);
    property->rows[property->row_count++] = row;
}

static void add_member(struct build *build, struct build_property *property,
                       const struct type_source *source, const struct member_facts *facts)
{
    struct member_source member = {source, facts};
    property->lists |= facts->values.count > 0;
    property->members =
        arena_extend(build->scratch, property->members, property->member_count, sizeof member);
    property->members[property->member_count++] = member;
}

/* Says what a row was taken for, under the code for pages that decide or that for others. */
static void report_repair(struct build *build, const struct type_source *source,
                          const struct property_facts *facts, const struct aligned_row *row)
{
    static const char *const reasons[] = {
        [ALIGNED_BY_FIT] = "the only member of the JSON representation that fits",
        [ALIGNED_BY_ORDER] = "after the order of the JSON representation",
        [ALIGNED_BY_PRIMARY] = "as the page that decides calls the row in its place",
        [ALIGNED_BY_OTHERS] = "as other pages call a collection of such a type",
    };
    enum diagnostic_code code =
        source->deciding ? DIAG_TRANSLATED_NAME : DIAG_TRANSLATED_NAME_BESIDE;
    if (row->how == ALIGNED_NOT)
        diagnostics_report(build->diagnostics, code, facts->span,
                           "\"%.*s\" is no name that the JSON representation has; the row is "
                           "ignored",
                           SLICE_ARGS(facts->name));
    else if (align_is_repair(row))
        diagnostics_report(build->diagnostics, code, facts->span,
                           "\"%.*s\" is taken for \"%.*s\", %s", SLICE_ARGS(facts->name),
                           SLICE_ARGS(row->name), reasons[row->how]);
}

/* The rows of a page that decides: each names a property. */
static void collect_deciding(struct build *build, struct build_type *type,
                             struct type_source *source)
{
    const struct type_facts *facts = source->facts;
    struct aligned_row *rows = align_rows(build, source->page, facts);
    source->related = facts->base_count + facts->derived_count > 0;
    align_name_by_others(build, facts, rows);
    for (size_t i = 0; i < facts->property_count; i++) {
        report_repair(build, source, &facts->properties[i], &rows[i]);
        source->inherits |= facts->properties[i].inherited_from != NULL;
        if (rows[i].name.len == 0 || is_control(rows[i].name))
            continue;
        struct build_property *property = properties_find(type, rows[i].name);
        if (property == NULL)
            property = add_property(build, type, rows[i].name);
        add_row(build, property, source, &facts->properties[i], align_is_repair(&rows[i]));
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
            property = add_property(build, type, member->name);
        add_member(build, property, source, member);
    }
}

/* Only translations list it: it is kept if their JSON, or the shape of the cell, vouches for it. */
static struct build_property *add_drift(struct build *build, struct build_type *type,
                                        const struct type_source *source,
                                        const struct property_facts *facts,
                                        const struct aligned_row *row)
{
    bool confirmed = row->member != NULL && !align_is_repair(row);
    if (!confirmed &&
        (align_is_repair(row) || !facts->identifier || source->facts->member_count > 0))
        return NULL;
    struct build_property *property = add_property(build, type, row->name);
    property->drift = true;
    property->confirmed = confirmed;
    return property;
}

/* ---- Rows of a translation beside those of the page that decides ---- */

struct pairing {
    const struct property_facts *rows; /* of the page that decides */
    size_t count;
    slice *names; /* their names; empty where there is none, or where the translation has it */
};

static const struct type_source *first_deciding(const struct build_type *type)
{
    for (size_t i = 0; i < type->source_count; i++)
        if (type->sources[i].deciding && type->sources[i].facts->property_count > 0)
            return &type->sources[i];
    return NULL;
}

static void pairing_init(struct build *build, const struct build_type *type,
                         const struct type_source *deciding, struct pairing *pairing)
{
    *pairing = (struct pairing){deciding->facts->properties, deciding->facts->property_count, NULL};
    pairing->names = arena_alloc_array(build->scratch, pairing->count, sizeof *pairing->names);
    for (size_t i = 0; i < type->property_count; i++) {
        const struct build_property *property = type->properties[i];
        for (size_t r = 0; r < property->row_count; r++)
            if (property->rows[r].source == deciding)
                pairing->names[property->rows[r].facts - pairing->rows] = property->name;
    }
}

/* The row of that name from FROM on, or their number. */
static size_t find_row(const struct pairing *pairing, size_t from, slice name)
{
    size_t at = from;
    while (at < pairing->count && !slice_equal_ignore_case(pairing->names[at], name))
        at++;
    return at;
}

/* Names the rows [BEGIN, END) after those of [FROM, TO) if they are as many and of one kind. */
static void pair_rows(const struct pairing *pairing, const struct property_facts *facts,
                      struct aligned_row *rows, size_t begin, size_t end, size_t from, size_t to)
{
    bool pairs = end - begin == to - from;
    for (size_t i = 0; pairs && i < end - begin; i++)
        pairs = facts[begin + i].relationship == pairing->rows[from + i].relationship;
    for (size_t i = 0; pairs && i < end - begin; i++)
        align_name(&rows[begin + i], &facts[begin + i], pairing->names[from + i],
                   ALIGNED_BY_PRIMARY);
}

/* Rows that nothing on their own page names are called like those of the page that decides, if as
 * many stand there between the same two neighbours. */
static void name_after_primary(struct build *build, const struct build_type *type,
                               const struct type_facts *facts, struct aligned_row *rows)
{
    struct pairing pairing;
    const struct type_source *deciding = first_deciding(type);
    if (deciding == NULL)
        return;
    pairing_init(build, type, deciding, &pairing);
    size_t from = 0; /* behind the last row of the page that decides which both have */
    for (size_t begin = 0; begin < facts->property_count;) {
        size_t end = begin;
        while (end < facts->property_count && rows[end].name.len == 0)
            end++;
        bool last = end == facts->property_count;
        size_t to = last ? pairing.count : find_row(&pairing, from, rows[end].name);
        if (to < pairing.count || last) {
            pair_rows(&pairing, facts->properties, rows, begin, end, from, to);
            from = to + 1;
        }
        begin = end + 1;
    }
}

static bool has_nameless(const struct aligned_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].name.len == 0)
            return true;
    return false;
}

static void collect_translation(struct build *build, struct build_type *type,
                                struct type_source *source)
{
    const struct type_facts *facts = source->facts;
    struct aligned_row *rows = align_rows(build, source->page, facts);
    source->related = facts->base_count + facts->derived_count > 0;
    if (has_nameless(rows, facts->property_count))
        name_after_primary(build, type, facts, rows);
    align_name_by_others(build, facts, rows);
    size_t next = 0;
    for (size_t i = 0; i < facts->property_count; i++) {
        report_repair(build, source, &facts->properties[i], &rows[i]);
        source->inherits |= facts->properties[i].inherited_from != NULL;
        if (rows[i].name.len == 0 || is_control(rows[i].name))
            continue;
        struct build_property *property = find_next(type, &next, rows[i].name);
        if (property == NULL)
            property = add_drift(build, type, source, &facts->properties[i], &rows[i]);
        if (property == NULL)
            continue;
        property->confirmed |= rows[i].member != NULL && !align_is_repair(&rows[i]);
        add_row(build, property, source, &facts->properties[i], align_is_repair(&rows[i]));
        if (rows[i].member != NULL)
            add_member(build, property, source, rows[i].member);
    }
}

static void list_listing(struct build *build, const struct build_type *type)
{
    for (size_t i = 0; i < type->property_count; i++) {
        if (!type->properties[i]->lists)
            continue;
        build->listing = arena_extend(build->scratch, build->listing, build->listing_count,
                                      sizeof *build->listing);
        build->listing[build->listing_count++] =
            (struct listing_property){type, type->properties[i]};
    }
}

void properties_collect(struct build *build, struct build_type *type)
{
    map_init_ignore_case(&type->by_name, build->scratch);
    for (size_t i = 0; i < type->source_count; i++)
        if (type->sources[i].deciding)
            collect_deciding(build, type, &type->sources[i]);
    for (size_t i = 0; i < type->source_count; i++)
        if (type->sources[i].deciding)
            collect_deciding_members(build, type, &type->sources[i]);
    for (size_t i = 0; i < type->source_count; i++)
        if (!type->sources[i].deciding)
            collect_translation(build, type, &type->sources[i]);
    list_listing(build, type);
}
