#include "model/identity.h"

#include "model/precedence.h"
#include "support/sort.h"

#include <string.h>

void identity_split(slice qualified, slice *name_space, slice *name)
{
    size_t dot = slice_find_last_byte(qualified, '.');
    if (dot == SLICE_NONE) {
        *name_space = (slice){0};
        *name = qualified;
        return;
    }
    *name_space = slice_take(qualified, dot);
    *name = slice_skip(qualified, dot + 1);
}

slice identity_join(struct arena *arena, slice name_space, slice name)
{
    if (name_space.len == 0)
        return name;
    size_t dot = name_space.len;
    char *joined = arena_alloc(arena, dot + 1 + name.len + 1);
    memcpy(joined, name_space.ptr, dot);
    joined[dot] = '.';
    if (name.len > 0)
        memcpy(joined + dot + 1, name.ptr, name.len);
    return (slice){joined, dot + 1 + name.len};
}

static slice plain_name(slice written)
{
    slice name = slice_trim(written);
    while (name.len > 0 && name.ptr[0] == '#')
        name = slice_skip(name, 1);
    return name;
}

/* A namespace, and how many names of the set are in it. */
struct usage {
    slice name_space;
    size_t count;
};

struct usages {
    struct map map;
    struct usage **items;
    size_t count;
};

static void count_usage(struct build *build, struct usages *usages, slice qualified)
{
    slice name_space, name;
    identity_split(plain_name(qualified), &name_space, &name);
    if (name_space.len == 0)
        return;
    struct usage *usage = map_get(&usages->map, name_space);
    if (usage == NULL) {
        usage = arena_alloc(build->scratch, sizeof *usage);
        usage->name_space = name_space;
        map_put(&usages->map, name_space, usage);
        usages->items =
            arena_extend(build->scratch, usages->items, usages->count, sizeof(struct usage *));
        usages->items[usages->count++] = usage;
    }
    usage->count++;
}

/* The namespace that most names are in; of equals the one that sorts first. */
static slice find_general_namespace(struct build *build)
{
    struct usages usages = {0};
    map_init(&usages.map, build->scratch);
    for (size_t i = 0; i < build->page_count; i++) {
        const struct page_facts *facts = build->pages[i].facts;
        for (size_t j = 0; j < facts->type_count; j++)
            count_usage(build, &usages, facts->types[j].name);
        for (size_t j = 0; j < facts->enumeration_count; j++)
            count_usage(build, &usages, facts->enumerations[j].name);
    }
    const struct usage *best = NULL;
    for (size_t i = 0; i < usages.count; i++) {
        const struct usage *u = usages.items[i];
        if (best == NULL || u->count > best->count ||
            (u->count == best->count && slice_compare(u->name_space, best->name_space) < 0))
            best = u;
    }
    return best != NULL ? best->name_space : (slice){0};
}

/* The namespace of the first qualified name on the page, else the one in general use. */
static slice page_namespace(const struct build *build, const struct page_facts *facts)
{
    slice name_space, name;
    for (size_t i = 0; i < facts->type_count; i++) {
        identity_split(plain_name(facts->types[i].name), &name_space, &name);
        if (name_space.len > 0)
            return name_space;
    }
    for (size_t i = 0; i < facts->enumeration_count; i++) {
        identity_split(plain_name(facts->enumerations[i].name), &name_space, &name);
        if (name_space.len > 0)
            return name_space;
    }
    return build->general;
}

static slice qualify(struct build *build, const struct page_facts *facts, slice written)
{
    slice name = plain_name(written);
    if (slice_find_byte(name, '.') != SLICE_NONE)
        return name;
    return identity_join(build->arena, page_namespace(build, facts), name);
}

static struct named *find_or_add_named(struct build *build, slice qualified)
{
    struct named *named = map_get(&build->by_qualified, qualified);
    if (named == NULL) {
        named = arena_alloc(build->scratch, sizeof *named);
        map_put(&build->by_qualified, qualified, named);
    }
    return named;
}

static void add_type_source(struct build *build, struct build_page *page,
                            const struct type_facts *facts)
{
    slice qualified = qualify(build, page->facts, facts->name);
    if (qualified.len == 0)
        return;
    struct named *named = find_or_add_named(build, qualified);
    struct build_type *type = named->type;
    if (type == NULL) {
        type = arena_alloc(build->scratch, sizeof *type);
        type->qualified = qualified;
        named->type = type;
        build->types = arena_extend(build->scratch, build->types, build->type_count,
                                    sizeof(struct build_type *));
        build->types[build->type_count++] = type;
    }
    struct type_source source = {.page = page, .facts = facts};
    type->sources = arena_extend(build->scratch, type->sources, type->source_count, sizeof source);
    type->sources[type->source_count++] = source;
    page->types[page->type_count++] = type;
}

static struct build_enumeration *new_enumeration(struct build *build, slice qualified)
{
    struct build_enumeration *enumeration = arena_alloc(build->scratch, sizeof *enumeration);
    enumeration->qualified = qualified;
    build->enumerations =
        arena_extend(build->scratch, build->enumerations, build->enumeration_count,
                     sizeof(struct build_enumeration *));
    build->enumerations[build->enumeration_count++] = enumeration;
    return enumeration;
}

static void push_enumeration_source(struct build *build, struct build_enumeration *enumeration,
                                    const struct enumeration_source *source)
{
    enumeration->sources = arena_extend(build->scratch, enumeration->sources,
                                        enumeration->source_count, sizeof *source);
    enumeration->sources[enumeration->source_count++] = *source;
}

static void add_enumeration_source(struct build *build, struct build_page *page,
                                   const struct enumeration_facts *facts)
{
    slice qualified = qualify(build, page->facts, facts->name);
    size_t at = page->enumeration_count++;
    if (qualified.len == 0)
        return;
    struct named *named = find_or_add_named(build, qualified);
    if (named->enumeration == NULL)
        named->enumeration = new_enumeration(build, qualified);
    page->enumerations[at] = named->enumeration;
    struct enumeration_source source = {.page = page, .facts = facts};
    push_enumeration_source(build, named->enumeration, &source);
}

static void collect_sources(struct build *build)
{
    for (size_t i = 0; i < build->page_count; i++) {
        struct build_page *page = &build->pages[i];
        page->types =
            arena_alloc_array(build->scratch, page->facts->type_count, sizeof(struct build_type *));
        page->enumerations = arena_alloc_array(build->scratch, page->facts->enumeration_count,
                                               sizeof(struct build_enumeration *));
        for (size_t j = 0; j < page->facts->type_count; j++)
            add_type_source(build, page, &page->facts->types[j]);
        for (size_t j = 0; j < page->facts->enumeration_count; j++)
            add_enumeration_source(build, page, &page->facts->enumerations[j]);
    }
}

/* Whether A comes before B for the type called NAME, letting the locale DECIDING go first. */
static bool type_source_before(const struct type_source *a, const struct type_source *b, slice name,
                               slice deciding)
{
    const struct precedence_place pa = {&a->page->facts->page, a->page->primary,
                                        a->facts->annotated};
    const struct precedence_place pb = {&b->page->facts->page, b->page->primary,
                                        b->facts->annotated};
    return precedence_compare_places(&pa, &pb, name, deciding) < 0;
}

/* Insertion sorts: the lists are short, and equals keep the order of the pages. */
static void sort_type_sources(struct type_source *items, size_t count, slice name, slice deciding)
{
    for (size_t i = 1; i < count; i++) {
        struct type_source moved = items[i];
        size_t j = i;
        for (; j > 0 && type_source_before(&moved, &items[j - 1], name, deciding); j--)
            items[j] = items[j - 1];
        items[j] = moved;
    }
}

static bool enumeration_source_before(const struct enumeration_source *a,
                                      const struct enumeration_source *b, slice name,
                                      slice deciding)
{
    const struct precedence_place pa = {&a->page->facts->page, a->page->primary, true};
    const struct precedence_place pb = {&b->page->facts->page, b->page->primary, true};
    return precedence_compare_places(&pa, &pb, name, deciding) < 0;
}

static void sort_enumeration_sources(struct enumeration_source *items, size_t count, slice name,
                                     slice deciding)
{
    for (size_t i = 1; i < count; i++) {
        struct enumeration_source moved = items[i];
        size_t j = i;
        for (; j > 0 && enumeration_source_before(&moved, &items[j - 1], name, deciding); j--)
            items[j] = items[j - 1];
        items[j] = moved;
    }
}

/* Finds which locale decides, lets its pages go first and names the type as they do. */
static void settle_type(struct build *build, struct build_type *type)
{
    slice name_space, name;
    identity_split(type->qualified, &name_space, &name);
    sort_type_sources(type->sources, type->source_count, name, (slice){0});
    slice deciding = type->sources[0].page->facts->page.locale;
    if (!type->sources[0].page->primary) /* else its locale goes first already */
        sort_type_sources(type->sources, type->source_count, name, deciding);
    for (size_t i = 0; i < type->source_count; i++)
        type->sources[i].deciding =
            slice_equal(type->sources[i].page->facts->page.locale, deciding);
    type->qualified = qualify(build, type->sources[0].page->facts, type->sources[0].facts->name);
    identity_split(type->qualified, &type->name_space, &type->name);
    type->result = arena_alloc(build->arena, sizeof *type->result);
}

static void settle_enumeration(struct build *build, struct build_enumeration *enumeration)
{
    slice name_space, name;
    struct enumeration_source *sources = enumeration->sources;
    identity_split(enumeration->qualified, &name_space, &name);
    sort_enumeration_sources(sources, enumeration->source_count, name, (slice){0});
    slice deciding = sources[0].page->facts->page.locale;
    if (!sources[0].page->primary)
        sort_enumeration_sources(sources, enumeration->source_count, name, deciding);
    for (size_t i = 0; i < enumeration->source_count; i++)
        sources[i].deciding = slice_equal(sources[i].page->facts->page.locale, deciding);
    if (sources[0].facts != NULL)
        enumeration->qualified = qualify(build, sources[0].page->facts, sources[0].facts->name);
    identity_split(enumeration->qualified, &enumeration->name_space, &enumeration->name);
    enumeration->result = arena_alloc(build->arena, sizeof *enumeration->result);
}

static size_t count_shown(const struct build_type *type)
{
    size_t shown = 0;
    for (size_t i = 0; i < type->source_count; i++)
        shown += type->sources[i].facts->property_count + type->sources[i].facts->member_count;
    return shown;
}

static size_t count_listed(const struct build_enumeration *enumeration)
{
    size_t listed = 0;
    for (size_t i = 0; i < enumeration->source_count; i++)
        listed += enumeration->sources[i].facts->members.count;
    return listed;
}

/* Drops the half of a name that is both a type and an enumeration. */
static void separate(struct build *build, struct named *named)
{
    if (named->type == NULL || named->enumeration == NULL)
        return;
    bool type_stays = count_shown(named->type) > 0 || count_listed(named->enumeration) == 0;
    struct span type_span = named->type->sources[0].facts->span;
    struct span enumeration_span = named->enumeration->sources[0].facts->span;
    slice name = named->type->qualified;
    if (count_shown(named->type) > 0 && count_listed(named->enumeration) > 0) {
        struct diagnostic *d = diagnostics_report(
            build->diagnostics, DIAG_DUPLICATE_DEFINITION, enumeration_span,
            "%.*s is documented as an enumeration here and as a type elsewhere; the type is used",
            SLICE_ARGS(name));
        diagnostics_note(build->diagnostics, d, type_span, "the type is documented here");
    }
    if (type_stays)
        named->enumeration = NULL;
    else
        named->type = NULL;
}

static void drop_separated(struct build *build)
{
    size_t kept = 0;
    for (size_t i = 0; i < build->type_count; i++) {
        struct named *named = map_get(&build->by_qualified, build->types[i]->qualified);
        separate(build, named);
        if (named->type == build->types[i])
            build->types[kept++] = build->types[i];
    }
    build->type_count = kept;
    kept = 0;
    for (size_t i = 0; i < build->enumeration_count; i++) {
        struct named *named = map_get(&build->by_qualified, build->enumerations[i]->qualified);
        if (named->enumeration == build->enumerations[i])
            build->enumerations[kept++] = build->enumerations[i];
    }
    build->enumeration_count = kept;
}

static int compare_types(const void *a, const void *b)
{
    const struct build_type *const *ta = a;
    const struct build_type *const *tb = b;
    return slice_compare((*ta)->qualified, (*tb)->qualified);
}

static int compare_enumerations(const void *a, const void *b)
{
    const struct build_enumeration *const *ea = a;
    const struct build_enumeration *const *eb = b;
    return slice_compare((*ea)->qualified, (*eb)->qualified);
}

static void index_short_name(struct build *build, slice name, struct named named)
{
    struct named_list *list = map_get(&build->by_short, name);
    if (list == NULL) {
        list = arena_alloc(build->scratch, sizeof *list);
        map_put(&build->by_short, name, list);
    }
    list->items = arena_extend(build->scratch, list->items, list->count, sizeof named);
    list->items[list->count++] = named;
}

static bool describe_same(const struct build_page *a, const struct build_page *b)
{
    bool same = a->type_count == b->type_count && a->enumeration_count + b->enumeration_count == 0;
    for (size_t i = 0; same && i < a->type_count; i++)
        same = a->types[i] == b->types[i];
    return same;
}

static void index_pages(struct build *build)
{
    for (size_t i = 0; i < build->page_count; i++) {
        struct build_page *page = &build->pages[i];
        struct page_list *list = map_get(&build->by_stem, page->facts->page.stem);
        if (list == NULL) {
            list = arena_alloc(build->scratch, sizeof *list);
            map_put(&build->by_stem, page->facts->page.stem, list);
        }
        list->items =
            arena_extend(build->scratch, list->items, list->count, sizeof(struct build_page *));
        list->items[list->count++] = page;
        list->alike = (list->count == 1 || list->alike) && describe_same(list->items[0], page);
    }
}

/* Leaves out what was dropped, which was not settled. */
static void clear_page(struct build_page *page)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->type_count; i++)
        if (page->types[i]->result != NULL)
            page->types[kept++] = page->types[i];
    page->type_count = kept;
    for (size_t i = 0; i < page->enumeration_count; i++)
        if (page->enumerations[i] != NULL && page->enumerations[i]->result == NULL)
            page->enumerations[i] = NULL;
}

void identity_collect(struct build *build)
{
    build->general = find_general_namespace(build);
    collect_sources(build);
    drop_separated(build);
    for (size_t i = 0; i < build->type_count; i++)
        settle_type(build, build->types[i]);
    for (size_t i = 0; i < build->enumeration_count; i++)
        settle_enumeration(build, build->enumerations[i]);
    sort_items(build->types, build->type_count, sizeof(struct build_type *), compare_types);
    sort_items(build->enumerations, build->enumeration_count, sizeof(struct build_enumeration *),
               compare_enumerations);
    for (size_t i = 0; i < build->type_count; i++)
        index_short_name(build, build->types[i]->name, (struct named){build->types[i], NULL});
    for (size_t i = 0; i < build->enumeration_count; i++)
        index_short_name(build, build->enumerations[i]->name,
                         (struct named){NULL, build->enumerations[i]});
    for (size_t i = 0; i < build->page_count; i++)
        clear_page(&build->pages[i]);
    index_pages(build);
}

bool identity_forget_enumeration(struct build *build, const struct build_enumeration *enumeration)
{
    struct named *named = map_get(&build->by_qualified, enumeration->qualified);
    struct named_list *list = map_get(&build->by_short, enumeration->name);
    if (named != NULL && named->enumeration == enumeration)
        named->enumeration = NULL;
    size_t kept = 0;
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (list->items[i].enumeration != enumeration)
            list->items[kept++] = list->items[i];
    if (list != NULL) {
        list->count = kept;
        list->plainer = kept == 1 && list->asked;
    }
    for (size_t i = 0; i < build->page_count; i++)
        for (size_t j = 0; j < build->pages[i].enumeration_count; j++)
            if (build->pages[i].enumerations[j] == enumeration)
                build->pages[i].enumerations[j] = NULL;
    return list != NULL && list->plainer;
}

struct build_enumeration *identity_add_enumeration(struct build *build, slice name_space,
                                                   slice name,
                                                   const struct enumeration_source *source)
{
    slice qualified = identity_join(build->arena, name_space, name);
    struct named *named = find_or_add_named(build, qualified);
    if (named->enumeration == NULL) {
        named->enumeration = new_enumeration(build, qualified);
        push_enumeration_source(build, named->enumeration, source);
        settle_enumeration(build, named->enumeration);
        index_short_name(build, named->enumeration->name, (struct named){NULL, named->enumeration});
    }
    return named->enumeration;
}
