#include "model/listed_members.h"

#include "model/resolve.h"
#include "model/spelling.h"

/* ---- Gathering ---- */

static void add_values(struct build *build, const struct build_page *page,
                       const struct value_list *list, struct listed_values *listed)
{
    for (size_t i = 0; i < list->count; i++) {
        struct listed_value value = {&list->items[i], page};
        bool known = !value.facts->quoted || value.facts->name.len == 0;
        for (size_t j = 0; j < listed->count && !known; j++)
            known = slice_equal_ignore_case(listed->items[j].facts->name, value.facts->name);
        if (known)
            continue;
        listed->items = arena_extend(build->scratch, listed->items, listed->count, sizeof value);
        listed->items[listed->count++] = value;
    }
}

/* The enumeration that ROW is of; else NULL. */
static struct build_enumeration *find_enumeration(const struct build *build,
                                                  const struct build_type *type,
                                                  const struct build_property *property,
                                                  struct row_source *row)
{
    if (row->repaired)
        return NULL;
    const struct row_meaning *meaning = resolve_row(build, type, property, row);
    bool found = meaning->resolution == RESOLVED && meaning->use.kind == USE_ENUMERATION;
    return found ? build->enumerations[meaning->use.enumeration->index] : NULL;
}

/* Pages that decide, and those of the locale that the enumeration's own page is of. */
static bool may_list(const struct build_property *property, const struct row_source *row,
                     const struct build_enumeration *enumeration)
{
    const struct page *page = &row->source->page->facts->page;
    const struct page *own = &enumeration->sources[0].page->facts->page;
    return own->translated &&
           (row->source->deciding || property->drift || slice_equal(page->locale, own->locale));
}

static void gather_property(struct build *build, const struct build_type *type,
                            const struct build_property *property)
{
    for (size_t i = 0; i < property->row_count; i++) {
        struct row_source *row = &property->rows[i];
        struct build_enumeration *enumeration = find_enumeration(build, type, property, row);
        if (enumeration == NULL)
            continue;
        enumeration->used = true;
        if (!may_list(property, row, enumeration))
            continue;
        add_values(build, row->source->page, &row->facts->values, &enumeration->listed);
        for (size_t j = 0; j < property->member_count; j++)
            if (property->members[j].source == row->source)
                add_values(build, row->source->page, &property->members[j].facts->values,
                           &enumeration->listed);
    }
}

void listed_members_gather(struct build *build)
{
    for (size_t i = 0; i < build->type_count; i++)
        for (size_t j = 0; j < build->types[i]->property_count; j++)
            gather_property(build, build->types[i], build->types[i]->properties[j]);
}

/* ---- Names ---- */

struct naming {
    const struct value_list *members;
    const struct listed_values *listed;
    const struct value_facts **names; /* for each member */
    bool *used;                       /* of the listed values */
};

static size_t find_listed(const struct listed_values *listed, slice name)
{
    for (size_t i = 0; i < listed->count; i++)
        if (slice_equal_ignore_case(listed->items[i].facts->name, name))
            return i;
    return SLICE_NONE;
}

/* Of two spellings of a name: machine translation begins cells with a capital. */
static const struct value_facts *closer_to_code(const struct value_facts *member,
                                                const struct value_facts *listed)
{
    bool raised = ascii_is_upper(member->name.ptr[0]) && ascii_is_lower(listed->name.ptr[0]);
    return raised && !member->quoted ? listed : member;
}

/* Names the members that need no help; says whether they have the order of the list. */
static bool name_plain(const struct build *build, const struct build_page *page, struct naming *n)
{
    bool ordered = true;
    size_t last = 0;
    for (size_t i = 0; i < n->members->count; i++) {
        const struct value_facts *member = &n->members->items[i];
        size_t at = find_listed(n->listed, member->name);
        if (at != SLICE_NONE) {
            ordered = ordered && at >= last;
            last = at;
            n->used[at] = true;
        }
        if (at != SLICE_NONE)
            n->names[i] = closer_to_code(member, n->listed->items[at].facts);
        else if (member->quoted ||
                 spelling_is_kept(build->spelling, &page->facts->page, member->name))
            n->names[i] = member;
    }
    return ordered;
}

static size_t count_unnamed(const struct naming *n)
{
    size_t count = 0;
    for (size_t i = 0; i < n->members->count; i++)
        count += n->names[i] == NULL;
    return count;
}

static size_t count_unused(const struct naming *n)
{
    size_t count = 0;
    for (size_t i = 0; i < n->listed->count; i++)
        count += !n->used[i];
    return count;
}

static void name_in_order(struct build *build, struct naming *n)
{
    size_t at = 0;
    for (size_t i = 0; i < n->members->count; i++) {
        if (n->names[i] != NULL)
            continue;
        while (n->used[at])
            at++;
        n->used[at] = true;
        n->names[i] = n->listed->items[at].facts;
        diagnostics_report(
            build->diagnostics, DIAG_TRANSLATED_NAME, n->members->items[i].span,
            "the member \"%.*s\" is taken for \"%.*s\", after what properties of its type list",
            SLICE_ARGS(n->members->items[i].name), SLICE_ARGS(n->names[i]->name));
    }
}

/* ---- Names from other pages ---- */

/* The member of OTHER that the INDEX-th one is: of the same number, else in the same place of a
 * list of the same length in which no named member stands elsewhere. */
static const struct value_facts *find_counterpart(const struct naming *n, size_t index,
                                                  const struct value_list *other)
{
    const struct value_facts *member = &n->members->items[index];
    for (size_t i = 0; i < other->count && member->numbered; i++)
        if (other->items[i].numbered && other->items[i].number == member->number)
            return &other->items[i];
    if (other->count != n->members->count)
        return NULL;
    for (size_t i = 0; i < other->count; i++) {
        const struct value_facts *a = &n->members->items[i], *b = &other->items[i];
        bool renumbered = a->numbered && b->numbered && a->number != b->number;
        bool moved = n->names[i] != NULL && !slice_equal_ignore_case(n->names[i]->name, b->name);
        if (renumbered || moved)
            return NULL;
    }
    return &other->items[index];
}

/* Whether PAGES list the members of ENUMERATION, which has the same short name. */
static bool is_same(const struct build_enumeration *enumeration,
                    const struct spelled_enumeration *other)
{
    return slice_find_byte(other->facts->name, '.') == SLICE_NONE ||
           slice_equal_ignore_case(other->facts->name, enumeration->qualified);
}

static bool is_taken(const struct naming *n, slice name)
{
    for (size_t i = 0; i < n->members->count; i++)
        if (n->names[i] != NULL && slice_equal_ignore_case(n->names[i]->name, name))
            return true;
    return false;
}

/* What the pages of other versions and locales call the INDEX-th member, if they agree. */
static slice find_elsewhere(const struct build *build, const struct build_enumeration *enumeration,
                            const struct naming *n, size_t index)
{
    const struct spelled_enumerations *pages =
        map_get(&build->spelling->enumerations, enumeration->name);
    slice name = {0};
    for (size_t i = 0; pages != NULL && i < pages->count; i++) {
        const struct value_facts *value =
            is_same(enumeration, &pages->items[i])
                ? find_counterpart(n, index, &pages->items[i].facts->members)
                : NULL;
        if (value == NULL ||
            (!value->quoted &&
             !spelling_is_kept(build->spelling, &pages->items[i].page->page, value->name)))
            continue;
        if (name.len > 0 && !slice_equal_ignore_case(name, value->name))
            return (slice){0};
        if (name.len == 0 || slice_compare(value->name, name) > 0) /* small letters go last */
            name = value->name;
    }
    return is_taken(n, name) ? (slice){0} : name;
}

static void name_elsewhere(struct build *build, const struct build_enumeration *enumeration,
                           struct naming *n)
{
    for (size_t i = 0; i < n->members->count; i++) {
        slice name = {0};
        if (n->names[i] == NULL && n->members->items[i].name.len > 0)
            name = find_elsewhere(build, enumeration, n, i);
        if (name.len == 0)
            continue;
        struct value_facts *named = arena_alloc(build->brief, sizeof *named);
        *named = n->members->items[i];
        named->name = name;
        n->names[i] = named;
        if (slice_equal(n->members->items[i].name, name))
            continue;
        diagnostics_report(build->diagnostics, DIAG_TRANSLATED_NAME, named->span,
                           "the member \"%.*s\" is taken for \"%.*s\", which has its number or "
                           "place on pages of other versions or languages",
                           SLICE_ARGS(n->members->items[i].name), SLICE_ARGS(name));
    }
}

/* One report for all members that are lost. */
static void report_unnamed(struct build *build, struct build_enumeration *enumeration,
                           const struct naming *n)
{
    size_t count = count_unnamed(n), i = 0;
    if (count == 0)
        return;
    enumeration->incomplete = true;
    while (n->names[i] != NULL)
        i++;
    diagnostics_report(build->diagnostics, DIAG_TRANSLATED_NAME, n->members->items[i].span,
                       "\"%.*s\" is a translation that nothing spells in code; %zu of the %zu "
                       "members of %.*s are left out",
                       SLICE_ARGS(n->members->items[i].name), count, n->members->count,
                       SLICE_ARGS(enumeration->qualified));
}

const struct value_facts **listed_members_name(struct build *build,
                                               struct build_enumeration *enumeration,
                                               const struct enumeration_source *source)
{
    struct naming n = {
        .members = source->facts != NULL ? &source->facts->members : &source->row->values,
        .listed = &enumeration->listed,
    };
    n.names = arena_alloc_array(build->brief, n.members->count, sizeof(struct value_facts *));
    n.used = arena_alloc_array(build->brief, n.listed->count, sizeof *n.used);
    bool ordered = name_plain(build, source->page, &n);
    size_t unnamed = count_unnamed(&n);
    if (ordered && unnamed > 0 && unnamed == count_unused(&n))
        name_in_order(build, &n);
    if (unnamed > 0)
        name_elsewhere(build, enumeration, &n);
    report_unnamed(build, enumeration, &n);
    return n.names;
}
