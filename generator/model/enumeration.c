#include "model/enumeration.h"

#include "model/copied_members.h"
#include "model/identity.h"
#include "model/listed_members.h"
#include "model/locale.h"
#include "model/resolve.h"
#include "model/spelling.h"
#include "support/sort.h"

static const slice future_value = {"unknownFutureValue", 18};

/* Whether the value is as the service writes it: no machine translation touches code. */
static bool is_usable(const struct build *build, const struct build_page *page,
                      const struct value_facts *value)
{
    return value->name.len > 0 &&
           (value->quoted || spelling_is_kept(build->spelling, &page->facts->page, value->name));
}

/* ---- Lists of values ---- */

static bool has_value(const struct listed_values *values, slice name)
{
    for (size_t i = 0; i < values->count; i++)
        if (slice_equal_ignore_case(values->items[i].facts->name, name))
            return true;
    return false;
}

static void add_values(struct build *build, const struct build_page *page,
                       const struct value_list *list, struct listed_values *values)
{
    for (size_t i = 0; i < list->count; i++) {
        struct listed_value value = {&list->items[i], page};
        if (!is_usable(build, page, value.facts) || has_value(values, value.facts->name))
            continue;
        values->items = arena_extend(build->scratch, values->items, values->count, sizeof value);
        values->items[values->count++] = value;
    }
}

static void add_json(struct build *build, const struct build_property *property,
                     struct listed_values *values)
{
    for (size_t i = 0; i < property->member_count; i++) {
        const struct member_source *member = &property->members[i];
        if (member->source->deciding || property->drift)
            add_values(build, member->source->page, &member->facts->values, values);
    }
}

struct listed_values enumeration_list_rows(struct build *build,
                                           const struct build_property *property, bool and_json)
{
    struct listed_values values = {0};
    for (size_t i = 0; i < property->row_count; i++) {
        const struct row_source *row = &property->rows[i];
        if (row->source->deciding || property->drift)
            add_values(build, row->source->page, &row->facts->values, &values);
    }
    if (and_json)
        add_json(build, property, &values);
    return values;
}

struct listed_values enumeration_list_json(struct build *build,
                                           const struct build_property *property)
{
    struct listed_values values = {0};
    add_json(build, property, &values);
    return values;
}

/* ---- Sets of members ---- */

static int compare_slices(const void *a, const void *b)
{
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

static slice lower(struct arena *arena, slice text)
{
    char *copy = arena_alloc(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        copy[i] = ascii_to_lower(text.ptr[i]);
    return (slice){copy, text.len};
}

/* A key that is the same for the same set of names, in scratch memory; empty for no names. */
static slice set_key(const struct build *build, slice *names, size_t count)
{
    struct buffer text;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!slice_equal_ignore_case(names[i], future_value))
            names[kept++] = lower(build->brief, names[i]);
    sort_items(names, kept, sizeof *names, compare_slices);
    buffer_init(&text);
    for (size_t i = 0; i < kept; i++) {
        buffer_append(&text, names[i]);
        buffer_append_char(&text, '\n');
    }
    slice key = arena_copy(build->scratch, buffer_slice(&text));
    buffer_finish(&text);
    return key;
}

static slice key_of_values(const struct build *build, const struct listed_values *values)
{
    arena_rewind(build->brief);
    slice *names = arena_alloc_array(build->brief, values->count, sizeof *names);
    for (size_t i = 0; i < values->count; i++)
        names[i] = values->items[i].facts->name;
    return set_key(build, names, values->count);
}

static void index_values(struct build *build, struct build_enumeration *enumeration)
{
    const struct model_enumeration *result = enumeration->result;
    arena_rewind(build->brief);
    slice *names = arena_alloc_array(build->brief, result->member_count, sizeof *names);
    for (size_t i = 0; i < result->member_count; i++)
        names[i] = result->members[i].name;
    slice key = set_key(build, names, result->member_count);
    struct named_list *list = map_get(&build->by_values, key);
    if (list == NULL) {
        list = arena_alloc(build->scratch, sizeof *list);
        map_put(&build->by_values, key, list);
    }
    struct named named = {NULL, enumeration};
    list->items = arena_extend(build->scratch, list->items, list->count, sizeof named);
    list->items[list->count++] = named;
}

struct build_enumeration *enumeration_find_by_values(const struct build *build, slice name_space,
                                                     slice property,
                                                     const struct listed_values *values)
{
    struct build_enumeration *only = NULL;
    size_t near = 0;
    if (values->count < ENUMERATION_VALUES_MIN)
        return NULL;
    const struct named_list *list = map_get(&build->by_values, key_of_values(build, values));
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (slice_equal_ignore_case(list->items[i].enumeration->name, property))
            return list->items[i].enumeration;
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (list->count == 1 ||
            slice_equal_ignore_case(list->items[i].enumeration->name_space, name_space)) {
            only = list->items[i].enumeration;
            near++;
        }
    return near == 1 ? only : NULL;
}

/* ---- Members ---- */

static const struct value_list *members_of(const struct enumeration_source *source)
{
    return source->facts != NULL ? &source->facts->members : &source->row->values;
}

/* The array has room for all from the start, so that members stay where they are. */
static struct model_member *add_member(struct model_enumeration *result,
                                       const struct build_page *page,
                                       const struct value_facts *value)
{
    struct model_member *member = &result->members[result->member_count++];
    *member = (struct model_member){.name = value->name,
                                    .numbered = value->numbered,
                                    .number = value->number,
                                    .origin = build_origin(page, value->span)};
    result->evolvable |= slice_equal_ignore_case(value->name, future_value);
    return member;
}

/* Two members of the deciding pages have one name and different numbers. */
static void report_number(struct build *build, const struct model_enumeration *result,
                          const struct model_member *member, const struct value_facts *value)
{
    struct diagnostic *d =
        diagnostics_report(build->diagnostics, DIAG_DUPLICATE_DEFINITION, value->span,
                           "\"%.*s\" of %.*s is number %lld here and %lld elsewhere; %lld is used",
                           SLICE_ARGS(value->name), SLICE_ARGS(result->qualified), value->number,
                           member->number, member->number);
    diagnostics_note(build->diagnostics, d, member->origin.span, "the member is listed here");
}

static void take_members(struct build *build, struct model_enumeration *result,
                         struct build_enumeration *enumeration,
                         const struct enumeration_source *source, struct map *by_name)
{
    const struct value_list *list = members_of(source);
    const struct value_facts **names = listed_members_name(build, enumeration, source);
    for (size_t i = 0; i < list->count; i++) {
        const struct value_facts *value = &list->items[i];
        if (names[i] == NULL || value->name.len == 0)
            continue;
        struct model_member *member = map_get(by_name, names[i]->name);
        if (member == NULL) {
            member = add_member(result, source->page, names[i]);
            map_put(by_name, names[i]->name, member);
        }
        if (!member->numbered && value->numbered) {
            member->numbered = true;
            member->number = value->number;
        } else if (value->numbered && value->number != member->number) {
            report_number(build, result, member, value);
        }
        locale_add_text(build, &member->descriptions, source->page, value->description,
                        value->span);
    }
}

/* What only the rows of the enumeration's type list. */
static void take_listed(struct model_enumeration *result,
                        const struct build_enumeration *enumeration, struct map *by_name)
{
    for (size_t i = 0; i < enumeration->listed.count; i++) {
        const struct listed_value *value = &enumeration->listed.items[i];
        if (map_get(by_name, value->facts->name) == NULL)
            map_put(by_name, value->facts->name, add_member(result, value->page, value->facts));
    }
}

static const struct value_facts *find_value(const struct value_list *list, slice name)
{
    const struct value_facts *folded = NULL;
    for (size_t i = 0; i < list->count; i++) {
        if (slice_equal(list->items[i].name, name))
            return &list->items[i];
        if (folded == NULL && slice_equal_ignore_case(list->items[i].name, name))
            folded = &list->items[i];
    }
    return folded;
}

static bool has_member(const struct model_enumeration *result, slice name)
{
    for (size_t i = 0; i < result->member_count; i++)
        if (slice_equal_ignore_case(result->members[i].name, name))
            return true;
    return false;
}

/* The translated member that describes the INDEX-th under a name that no member has: by number,
 * else by place if there are as many. */
static const struct value_facts *find_renamed(const struct model_enumeration *result, size_t index,
                                              const struct value_list *list)
{
    const struct model_member *member = &result->members[index];
    const struct value_facts *found = NULL;
    for (size_t i = 0; i < list->count && member->numbered && found == NULL; i++)
        if (list->items[i].numbered && list->items[i].number == member->number)
            found = &list->items[i];
    if (found == NULL && list->count == result->member_count)
        found = &list->items[index];
    return found != NULL && !has_member(result, found->name) ? found : NULL;
}

static void report_renamed(struct build *build, const struct value_facts *value, slice name)
{
    diagnostics_report(
        build->diagnostics, DIAG_TRANSLATED_NAME_BESIDE, value->span,
        "the member \"%.*s\" is taken for \"%.*s\", which has its number or place on "
        "the page that decides",
        SLICE_ARGS(value->name), SLICE_ARGS(name));
}

static void take_translation(struct build *build, struct model_enumeration *result,
                             const struct enumeration_source *source)
{
    for (size_t i = 0; i < result->member_count; i++) {
        struct model_member *member = &result->members[i];
        const struct value_facts *value = find_value(members_of(source), member->name);
        if (value == NULL) {
            value = find_renamed(result, i, members_of(source));
            if (value != NULL)
                report_renamed(build, value, member->name);
        }
        if (value != NULL)
            locale_add_text(build, &member->descriptions, source->page, value->description,
                            value->span);
    }
}

static slice key_of_source(struct build *build, const struct enumeration_source *source)
{
    const struct value_list *list = members_of(source);
    slice *names = arena_alloc_array(build->brief, list->count, sizeof *names);
    for (size_t i = 0; i < list->count; i++)
        names[i] = list->items[i].name;
    return set_key(build, names, list->count);
}

static struct span span_of_source(const struct enumeration_source *source)
{
    return source->facts != NULL ? source->facts->span : source->row->type.span;
}

/* Whether translation has touched a name, so that the list cannot be compared. */
static bool has_translated(const struct build *build, const struct enumeration_source *source)
{
    const struct value_list *list = members_of(source);
    for (size_t i = 0; i < list->count; i++)
        if (!is_usable(build, source->page, &list->items[i]))
            return true;
    return false;
}

/* Two pages of the deciding locale that list different members. */
static void report_differences(struct build *build, const struct build_enumeration *enumeration)
{
    const struct enumeration_source *first = &enumeration->sources[0];
    for (size_t i = 1; i < enumeration->source_count; i++) {
        const struct enumeration_source *other = &enumeration->sources[i];
        if (!other->deciding || first->facts == NULL || members_of(first)->count == 0 ||
            members_of(other)->count == 0 || has_translated(build, first) ||
            has_translated(build, other) ||
            slice_equal(key_of_source(build, first), key_of_source(build, other)))
            continue;
        struct diagnostic *d = diagnostics_report(
            build->diagnostics, DIAG_DUPLICATE_DEFINITION, span_of_source(other),
            "%.*s is documented again with other members; those of both are used",
            SLICE_ARGS(enumeration->qualified));
        diagnostics_note(build->diagnostics, d, span_of_source(first), "it is documented here");
    }
}

/* How many members there are at most: translations add none. */
static size_t count_values(const struct build_enumeration *enumeration)
{
    size_t count = enumeration->listed.count;
    for (size_t i = 0; i < enumeration->source_count; i++)
        if (enumeration->sources[i].deciding)
            count += members_of(&enumeration->sources[i])->count;
    return count;
}

static void fill(struct build *build, struct build_enumeration *enumeration)
{
    struct model_enumeration *result = enumeration->result;
    const struct enumeration_source *first = &enumeration->sources[0];
    struct map by_name;
    arena_rewind(build->brief);
    if (first->page->facts->page.translated)
        map_init_ignore_case(&by_name, build->brief);
    else
        map_init(&by_name, build->brief);
    result->members =
        arena_alloc_array(build->arena, count_values(enumeration), sizeof *result->members);
    result->model = build->model;
    result->qualified = enumeration->qualified;
    result->name_space = enumeration->name_space;
    result->name = enumeration->name;
    result->origin = build_origin(first->page, span_of_source(first));
    for (size_t i = 0; i < enumeration->source_count; i++) {
        const struct enumeration_source *source = &enumeration->sources[i];
        if (source->facts != NULL)
            locale_add_text(build, &result->descriptions, source->page, source->facts->description,
                            source->facts->span);
        if (!source->deciding)
            continue;
        take_members(build, result, enumeration, source, &by_name);
        result->flags |= source->facts != NULL && source->facts->flags;
    }
    take_listed(result, enumeration, &by_name);
    for (size_t i = 0; i < enumeration->source_count; i++)
        if (!enumeration->sources[i].deciding)
            take_translation(build, result, &enumeration->sources[i]);
    report_differences(build, enumeration);
}

/* Part of an enumeration that no primary page knows and no property is of is of no use. */
static bool is_leftover(const struct build_enumeration *enumeration)
{
    return enumeration->incomplete && !enumeration->used && !enumeration->sources[0].page->primary;
}

/* No row is of what is dropped, so that all keep their meaning but for names that are plainer. */
static void drop_leftovers(struct build *build)
{
    size_t kept = 0;
    bool plainer = false;
    for (size_t i = 0; i < build->enumeration_count; i++)
        if (is_leftover(build->enumerations[i]))
            plainer |= identity_forget_enumeration(build, build->enumerations[i]);
        else
            build->enumerations[kept++] = build->enumerations[i];
    build->enumeration_count = kept;
    if (plainer)
        resolve_forget_plainer(build);
}

bool enumeration_is_capitalised(const struct build_enumeration *enumeration)
{
    const struct model_enumeration *result = enumeration->result;
    for (size_t i = 0; i < result->member_count; i++)
        if (!ascii_is_upper(result->members[i].name.ptr[0]))
            return false;
    return result->member_count > 0;
}

static void find_style(struct build *build)
{
    size_t capitalised = 0;
    for (size_t i = 0; i < build->enumeration_count; i++)
        capitalised += enumeration_is_capitalised(build->enumerations[i]);
    build->lower_members = capitalised * 10 < build->enumeration_count;
}

void enumeration_fill(struct build *build)
{
    map_init(&build->by_values, build->scratch);
    for (size_t i = 0; i < build->enumeration_count; i++)
        build->enumerations[i]->result->index = i;
    listed_members_gather(build);
    for (size_t i = 0; i < build->enumeration_count; i++)
        fill(build, build->enumerations[i]);
    drop_leftovers(build);
    copied_members_mend(build);
    find_style(build);
    for (size_t i = 0; i < build->enumeration_count; i++)
        if (build->enumerations[i]->sources[0].facts != NULL)
            index_values(build, build->enumerations[i]);
}

/* ---- Enumerations without a page ---- */

/* Adds the enumeration that REFERENCE names and ROW lists, unless the name is known. */
static void add_named(struct build *build, const struct build_type *type,
                      const struct row_source *row, const struct type_reference *reference)
{
    struct type_use use;
    slice name_space, name;
    enum resolution resolution =
        resolve_reference(build, row->source->page, type->name_space, reference, &use);
    if ((resolution != UNRESOLVED_NAME && resolution != UNRESOLVED_LINK) ||
        resolve_is_foreign_word(row->source->page, reference))
        return;
    identity_split(resolve_stated_name(build, reference), &name_space, &name);
    if (slice_find_byte(reference->name, '.') == SLICE_NONE)
        name_space = type->name_space;
    struct enumeration_source source = {
        .page = row->source->page, .row = row->facts, .deciding = true};
    if (name.len > 0)
        identity_add_enumeration(build, name_space, name, &source);
}

/* A row that lists values names their type itself. */
static void add_named_by_row(struct build *build, const struct build_type *type,
                             const struct row_source *row)
{
    if (row->source->deciding && row->facts->values.count >= ENUMERATION_VALUES_MIN)
        add_named(build, type, row, &row->facts->type);
}

void enumeration_add_named(struct build *build)
{
    for (size_t i = 0; i < build->listing_count; i++) {
        const struct build_property *property = build->listing[i].property;
        for (size_t j = 0; j < property->row_count; j++)
            add_named_by_row(build, build->listing[i].type, &property->rows[j]);
    }
}

const struct model_enumeration *enumeration_add_in_place(struct build *build,
                                                         const struct build_type *type,
                                                         const struct build_property *property,
                                                         const struct listed_values *values)
{
    struct model_enumeration *result = arena_alloc(build->arena, sizeof *result);
    struct build_enumeration *enumeration = arena_alloc(build->scratch, sizeof *enumeration);
    result->model = build->model;
    result->in_place = true;
    result->qualified = identity_join(build->arena, type->qualified, property->name);
    result->name_space = type->name_space;
    result->property = property->result;
    result->origin = property->result->origin;
    result->members = arena_alloc_array(build->arena, values->count, sizeof *result->members);
    for (size_t i = 0; i < values->count; i++) {
        const struct value_facts *value = values->items[i].facts;
        struct model_member *member = add_member(result, values->items[i].page, value);
        locale_add_text(build, &member->descriptions, values->items[i].page, value->description,
                        value->span);
    }
    enumeration->qualified = result->qualified;
    enumeration->result = result;
    build->enumerations =
        arena_extend(build->scratch, build->enumerations, build->enumeration_count,
                     sizeof(struct build_enumeration *));
    build->enumerations[build->enumeration_count++] = enumeration;
    return result;
}
