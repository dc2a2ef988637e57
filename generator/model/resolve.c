#include "model/resolve.h"

#include "extract/identifier.h"
#include "model/identity.h"

static struct named find_qualified(const struct build *build, slice qualified)
{
    const struct named *named = map_get(&build->by_qualified, qualified);
    return named != NULL ? *named : (struct named){0};
}

static bool is_something(struct named named)
{
    return named.type != NULL || named.enumeration != NULL;
}

/* In NAME_SPACE, then in those around it, then in the one in general use. */
static struct named find_in_namespaces(const struct build *build, slice name_space, slice name)
{
    struct named found = find_qualified(build, name);
    slice around = name_space, last;
    while (!is_something(found) && around.len > 0) {
        found = find_qualified(build, identity_join(build->scratch, around, name));
        identity_split(around, &around, &last);
    }
    if (!is_something(found))
        found = find_qualified(build, identity_join(build->scratch, build->general, name));
    return found;
}

/* The only thing that has this short name. */
static struct named find_unique(const struct build *build, slice name)
{
    slice name_space, last;
    identity_split(name, &name_space, &last);
    struct named_list *list = map_get(&build->by_short, last);
    if (list != NULL)
        list->asked |= list->count > 1;
    return list != NULL && list->count == 1 ? list->items[0] : (struct named){0};
}

static bool is_identifier(slice name)
{
    for (size_t i = 0; i < name.len; i++)
        if (!ascii_is_alnum(name.ptr[i]) && name.ptr[i] != '_' && name.ptr[i] != '.')
            return false;
    return name.len > 0 && !ascii_is_digit(name.ptr[0]) && name.ptr[0] != '.' &&
           name.ptr[name.len - 1] != '.';
}

static slice reference_name(const struct type_reference *reference)
{
    slice name = reference->primitive || reference->sentence ? (slice){0} : reference->name;
    while (name.len > 0 && name.ptr[0] == '#')
        name = slice_skip(name, 1);
    return is_identifier(name) ? name : (slice){0};
}

static slice short_name(slice name)
{
    slice name_space, last;
    identity_split(name, &name_space, &last);
    return last;
}

bool resolve_is_foreign_word(const struct build_page *page, const struct type_reference *reference)
{
    return page->facts->page.wordless && reference->link == NULL &&
           !identifier_is_marked(reference->name);
}

static struct named find_name_on_page(const struct build_page *page, slice name)
{
    for (size_t i = 0; i < page->type_count; i++)
        if (slice_equal_ignore_case(page->types[i]->name, name))
            return (struct named){page->types[i], NULL};
    for (size_t i = 0; i < page->enumeration_count; i++)
        if (page->enumerations[i] != NULL &&
            slice_equal_ignore_case(page->enumerations[i]->name, name))
            return (struct named){NULL, page->enumerations[i]};
    return (struct named){0};
}

static struct named find_fragment_on_page(const struct build_page *page, slice fragment)
{
    for (size_t i = 0; i < page->enumeration_count; i++)
        if (page->enumerations[i] != NULL &&
            slice_equal_ignore_case(page->facts->enumerations[i].fragment, fragment))
            return (struct named){NULL, page->enumerations[i]};
    return (struct named){0};
}

/* What the page is about: the type or enumeration that is named like its file, else the only one,
 * else its first type. */
static struct named find_subject_of_page(const struct build_page *page)
{
    struct named named = find_name_on_page(page, page->facts->page.stem);
    if (is_something(named))
        return named;
    if (page->type_count > 0)
        return (struct named){page->types[0], NULL};
    if (page->enumeration_count == 1)
        return (struct named){NULL, page->enumerations[0]};
    return (struct named){0};
}

/* Asks the pages that a link may lead to, those of FROM's locale first. */
static struct named ask_pages(const struct page_list *list, const struct build_page *from,
                              struct named (*ask)(const struct build_page *page, slice words),
                              slice words)
{
    if (list != NULL && list->alike)
        return ask(list->items[0], words);
    slice locale = from->facts->page.locale;
    for (int own = 1; list != NULL && own >= 0; own--)
        for (size_t i = 0; i < list->count; i++) {
            if (slice_equal(list->items[i]->facts->page.locale, locale) != (own == 1))
                continue;
            struct named named = ask(list->items[i], words);
            if (is_something(named))
                return named;
        }
    return (struct named){0};
}

static struct named ask_subject(const struct build_page *page, slice words)
{
    (void)words;
    return find_subject_of_page(page);
}

/* An enumeration, when the page documents nothing else. */
static struct named ask_only_enumeration(const struct build_page *page, slice words)
{
    (void)words;
    if (page->type_count > 0)
        return (struct named){0};
    struct named named = find_subject_of_page(page);
    return named.enumeration != NULL ? named : (struct named){0};
}

static const struct page_list *linked_pages(const struct build *build,
                                            const struct type_reference *reference)
{
    return reference->link != NULL ? map_get(&build->by_stem, reference->link->stem) : NULL;
}

static struct named find_by_fragment(const struct page_list *pages, const struct build_page *page,
                                     const struct type_reference *reference)
{
    slice fragment = type_reference_fragment(reference);
    if (fragment.len == 0)
        return (struct named){0};
    return ask_pages(pages, page, find_fragment_on_page, fragment);
}

/* All but primitive words, in the order that the header promises. */
static struct named find_named(const struct build *build, const struct build_page *page,
                               slice name_space, const struct type_reference *reference)
{
    const struct page_list *pages = linked_pages(build, reference);
    slice name = reference_name(reference);
    struct named found = find_by_fragment(pages, page, reference);
    if (!is_something(found) && name.len > 0)
        found = ask_pages(pages, page, find_name_on_page, short_name(name));
    if (!is_something(found) && name.len > 0)
        found = find_in_namespaces(build, name_space, name);
    if (!is_something(found) && name.len > 0)
        found = find_unique(build, name);
    /* A link to a place of its own page is not about what the page is about. */
    bool inside = type_reference_fragment(reference).len > 0 &&
                  slice_equal(reference->link->stem, page->facts->page.stem);
    if (!is_something(found) && !reference->sentence && !inside)
        found = ask_pages(pages, page, ask_subject, name);
    return found;
}

static void use_named(struct named named, bool collection, struct type_use *use)
{
    *use = (struct type_use){.collection = collection};
    if (named.type != NULL) {
        use->kind = USE_STRUCTURED;
        use->structured = named.type->result;
    } else {
        use->kind = USE_ENUMERATION;
        use->enumeration = named.enumeration->result;
    }
}

static bool has_word(slice words, slice wanted)
{
    for (slice word = identifier_next(&words); word.len > 0; word = identifier_next(&words))
        if (slice_equal_ignore_case(word, wanted))
            return true;
    return false;
}

/* The type that a linked page is about, where the cell's words name it: "[media](media.md)" is that
 * type, although "media" is also a word for streams. */
static struct named ask_namesake(const struct build_page *page, slice words)
{
    struct named named = find_subject_of_page(page);
    bool namesake = named.type != NULL && has_word(words, short_name(named.type->qualified));
    return namesake ? named : (struct named){0};
}

/* A name of the Entity Data Model's own namespace is looked for nowhere else. */
static enum resolution resolve_edm(const struct type_reference *reference, struct type_use *use)
{
    enum edm_primitive primitive = edm_find(reference->name);
    *use = (struct type_use){.kind = USE_UNTYPED, .collection = reference->collection};
    if (primitive == EDM_PRIMITIVE_COUNT)
        return edm_is_untyped(reference->name) ? RESOLVED_UNTYPED : UNRESOLVED_NAME;
    use->kind = USE_PRIMITIVE;
    use->primitive = primitive;
    return RESOLVED;
}

static enum resolution resolve_primitive(const struct build *build, const struct build_page *page,
                                         const struct type_reference *reference,
                                         struct type_use *use)
{
    if (reference->link == NULL)
        return resolve_edm(reference, use);
    const struct page_list *pages = linked_pages(build, reference);
    struct named named = find_by_fragment(pages, page, reference);
    if (!is_something(named))
        named = ask_pages(pages, page, ask_only_enumeration, (slice){0});
    if (!is_something(named))
        named = ask_pages(pages, page, ask_namesake, reference->words);
    if (is_something(named)) {
        use_named(named, reference->collection, use);
        return RESOLVED;
    }
    return resolve_edm(reference, use);
}

enum resolution resolve_reference(const struct build *build, const struct build_page *page,
                                  slice name_space, const struct type_reference *reference,
                                  struct type_use *use)
{
    *use = (struct type_use){.kind = USE_UNTYPED, .collection = reference->collection};
    if (reference->primitive)
        return resolve_primitive(build, page, reference, use);
    if (edm_is_reserved(reference->name))
        return resolve_edm(reference, use);
    /* The vocabulary's name for words such as "JSON object" or "map"; some APIs document a type of
     * that name, or one that is called like the words. */
    bool json = slice_equal(reference->name, SLICE("Json"));
    struct named named = find_named(build, page, name_space, reference);
    if (json && !is_something(named) && is_identifier(reference->words))
        named = find_in_namespaces(build, name_space, reference->words);
    if (is_something(named)) {
        use_named(named, reference->collection, use);
        return RESOLVED;
    }
    if (json && reference->link == NULL)
        return RESOLVED_UNTYPED;
    if (reference->sentence)
        return UNRESOLVED_SENTENCE;
    if (reference->link != NULL && linked_pages(build, reference) == NULL)
        return UNRESOLVED_LINK;
    return reference->name.len > 0 || reference->words.len > 0 || reference->link != NULL
               ? UNRESOLVED_NAME
               : UNRESOLVED_ABSENT;
}

const struct row_meaning *resolve_plain(struct build *build, const struct type_reference *type)
{
    struct type_use use;
    if (!type->primitive || type->link != NULL || resolve_edm(type, &use) != RESOLVED)
        return NULL;
    const struct row_meaning **known = &build->plain[use.primitive * 2 + use.collection];
    if (*known == NULL) {
        struct row_meaning *meaning = arena_alloc(build->scratch, sizeof *meaning);
        *meaning = (struct row_meaning){RESOLVED, use};
        *known = meaning;
    }
    return *known;
}

const struct row_meaning *resolve_row(const struct build *build, const struct build_type *type,
                                      const struct build_property *property, struct row_source *row)
{
    if (row->meaning != NULL)
        return row->meaning;
    struct row_meaning meaning;
    meaning.resolution = resolve_reference(build, row->source->page, type->name_space,
                                           &row->facts->type, &meaning.use);
    const struct row_meaning *before = row > property->rows ? row[-1].meaning : NULL;
    if (before != NULL && before->resolution == meaning.resolution &&
        model_same_use(&before->use, &meaning.use)) {
        row->meaning = before;
        return before;
    }
    struct row_meaning *kept = arena_alloc(build->scratch, sizeof *kept);
    *kept = meaning;
    row->meaning = kept;
    return kept;
}

static void forget_plainer(const struct build *build, struct row_source *row)
{
    if (row->meaning == NULL || row->meaning->use.kind == USE_PRIMITIVE)
        return;
    const struct named_list *list = map_get(&build->by_short, short_name(row->facts->type.name));
    if (list != NULL && list->plainer)
        row->meaning = NULL;
}

void resolve_forget_plainer(struct build *build)
{
    for (size_t i = 0; i < build->type_count; i++)
        for (size_t j = 0; j < build->types[i]->property_count; j++) {
            struct build_property *property = build->types[i]->properties[j];
            for (size_t k = 0; k < property->row_count; k++)
                forget_plainer(build, &property->rows[k]);
        }
}

struct build_type *resolve_type(const struct build *build, const struct build_page *page,
                                slice name_space, const struct type_reference *reference)
{
    bool foreign = reference->primitive || edm_is_reserved(reference->name);
    return foreign ? NULL : find_named(build, page, name_space, reference).type;
}

slice resolve_stated_name(const struct build *build, const struct type_reference *reference)
{
    slice name = reference_name(reference);
    if (name.len == 0 || slice_find_byte(name, '.') != SLICE_NONE)
        return name;
    return identity_join(build->arena, build->general, name);
}
