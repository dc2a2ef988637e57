#include "render/c_comment.h"
#include "render/c_literal.h"
#include "render/view.h"
#include "render/view_json.h"
#include "render/view_text.h"
#include "support/map.h"
#include "support/sort.h"

/* Sorted texts, each once. */
struct text_set {
    struct arena *arena;
    slice *items;
    size_t count;
};

static int compare_texts(const void *a, const void *b)
{
    const slice *left = a;
    const slice *right = b;
    return slice_compare(*left, *right);
}

static void text_set_add(struct text_set *set, slice text)
{
    set->items = arena_extend(set->arena, set->items, set->count, sizeof *set->items);
    set->items[set->count++] = text;
}

/* Adds the texts to KEYS as a list of {KIND: {FIELD: text}}. */
static void text_set_finish(struct text_set *set, struct json_value *keys, const char *key,
                            const char *kind, const char *field)
{
    struct json_value *list = view_json_list(set->arena, keys, key);
    if (set->count > 0)
        sort_items(set->items, set->count, sizeof *set->items, compare_texts);
    for (size_t i = 0; i < set->count; i++) {
        if (i > 0 && slice_equal(set->items[i], set->items[i - 1]))
            continue;
        struct json_value *item = json_new(set->arena, JSON_OBJECT);
        view_json_text(set->arena, item, field, set->items[i]);
        view_json_append(set->arena, list, kind, item);
    }
}

/* ---- what a header and a source refer to ---- */

static slice header_of(const struct view *view, slice file)
{
    return arena_format(view->arena, "%.*s/%.*s.h", SLICE_ARGS(view->names->folder),
                        SLICE_ARGS(file));
}

/* The structured type that the property's member points at, or NULL. */
static const struct model_type *target_of(const struct view *view,
                                          const struct model_property *property)
{
    if (property->type.kind != USE_STRUCTURED || !view_has_type(view, property->type.structured))
        return NULL;
    return property->type.structured;
}

/* Whether a line of the table refers to another table. */
static size_t count_details(const struct view *view, const struct model_property *const *all,
                            size_t count)
{
    size_t details = 0;
    for (size_t i = 0; i < count; i++) {
        const struct type_use *use = &all[i]->type;
        if (target_of(view, all[i]) != NULL ||
            (use->kind == USE_ENUMERATION && view_has_enumeration(view, use->enumeration)))
            details++;
    }
    return details;
}

/* Bytes of a table with these lines, which say in 16 bits how far away their names are (model.h of
 * the runtime, DM_FIELD): on a machine with pointers of 8 bytes, the larger ones. */
static size_t table_size(const struct model_type *type, const struct model_property *const *all,
                         size_t count, size_t details)
{
    enum { POINTER = 8, LINE = 12, ORDER = 2, END = 16 };
    size_t size = details * POINTER;
    for (size_t i = 0; i < count; i++)
        size += LINE + ORDER + all[i]->name.len + 1;
    size += type->qualified.len + 1 > END ? type->qualified.len + 1 : END;
    size_t unit = details > 0 ? POINTER : sizeof(uint32_t);
    return (size + unit - 1) / unit * unit;
}

static bool is_base_of(const struct model_type *base, const struct model_type *type)
{
    for (type = type->base; type != NULL; type = type->base) {
        if (type == base)
            return true;
    }
    return false;
}

/* Headers of enumerations; those in place stand in the header of their owner, which is this type or
 * a base of it. */
static void add_includes(const struct view *view, const struct model_type *type,
                         struct json_value *c)
{
    struct text_set set = {.arena = view->arena};
    for (size_t i = 0; i < type->property_count; i++) {
        const struct model_property *property = &type->properties[i];
        if (!view_is_own(property) || property->type.kind != USE_ENUMERATION ||
            !view_has_enumeration(view, property->type.enumeration))
            continue;
        const struct model_enumeration *enumeration = property->type.enumeration;
        if (!enumeration->in_place)
            text_set_add(&set,
                         header_of(view, c_names_enumeration(view->run->names, enumeration)->file));
    }
    text_set_finish(&set, c, "includes", "include", "header");
}

static void add_forwards(const struct view *view, const struct model_type *type,
                         struct json_value *c)
{
    struct text_set set = {.arena = view->arena};
    for (size_t i = 0; i < type->property_count; i++) {
        const struct model_property *property = &type->properties[i];
        const struct model_type *target = target_of(view, property);
        if (view_is_own(property) && target != NULL && !is_base_of(target, type))
            text_set_add(&set, c_names_type(view->run->names, target)->name);
    }
    text_set_finish(&set, c, "forwards", "forward", "name");
}

static void add_externs(const struct view *view, const struct model_type *type,
                        const struct model_property *const *all, size_t count, struct json_value *c)
{
    struct text_set set = {.arena = view->arena};
    for (size_t i = 0; i < count; i++) {
        const struct model_type *target = target_of(view, all[i]);
        if (target != NULL && target != type && !is_base_of(target, type))
            text_set_add(&set, c_names_type(view->run->names, target)->around[C_TYPE_DESCRIPTOR]);
    }
    text_set_finish(&set, c, "externs", "extern", "descriptor");
}

/* ---- the structure ---- */

/* The body of a structure; a base's body is nested in it, eight columns deeper. */
static struct json_value *layer_of(const struct view *view, const struct model_type *top,
                                   const struct model_type *type, size_t indent)
{
    struct arena *arena = view->arena;
    const struct c_type_names *names = c_names_type(view->run->names, type);
    struct json_value *layer = json_new(arena, JSON_OBJECT);
    view_json_text(arena, layer, "type", names->name);
    view_json_text(arena, layer, "member", names->member);
    struct json_value *properties = view_json_list(arena, layer, "properties");
    for (size_t i = 0; i < type->property_count; i++) {
        if (view_is_own(&type->properties[i]))
            view_json_append(arena, properties, "property",
                             view_property_keys(view, top, &type->properties[i], indent));
    }
    return layer;
}

static void add_layers(const struct view *view, const struct model_type *type, struct json_value *c)
{
    struct json_value *owner = c;
    const char *key = "layer";
    size_t indent = 4;
    for (const struct model_type *at = type; at != NULL; at = at->base) {
        struct json_value *layer = layer_of(view, type, at, indent);
        view_json_section(view->arena, owner, key, "layer", layer);
        owner = layer;
        key = "base";
        indent += 8;
    }
    view_json_section(view->arena, owner, key, "layer", NULL);
}

/* ---- the tables ---- */

struct named_field {
    slice name;
    size_t index;
};

static int compare_fields(const void *a, const void *b)
{
    const struct named_field *left = a;
    const struct named_field *right = b;
    return slice_compare(left->name, right->name);
}

/* Indices of the properties in the order of their names. */
static slice sorted_of(const struct view *view, const struct model_property *const *all,
                       size_t count)
{
    struct named_field *fields = arena_alloc_array(view->arena, count, sizeof *fields);
    for (size_t i = 0; i < count; i++)
        fields[i] = (struct named_field){all[i]->name, i};
    sort_items(fields, count, sizeof *fields, compare_fields);

    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < count; i++)
        buffer_format(&text, "%s%zu", i > 0 ? ", " : "", fields[i].index);
    slice result = arena_copy(view->arena, buffer_slice(&text));
    buffer_finish(&text);
    return result;
}

/* The runtime's name of a rule, or NULL where the property has none of the kind. */
static const char *rule_kind(const struct model_property *property, enum limit_kind kind)
{
    static const char *const kinds[LIMIT_COUNT] = {
        [LIMIT_MIN_LENGTH] = "DM_RULE_MIN_LENGTH",
        [LIMIT_MAX_LENGTH] = "DM_RULE_MAX_LENGTH",
        [LIMIT_MINIMUM] = "DM_RULE_MINIMUM",
        [LIMIT_MAXIMUM] = "DM_RULE_MAXIMUM",
        [LIMIT_EXCLUSIVE_MINIMUM] = "DM_RULE_EXCLUSIVE_MINIMUM",
        [LIMIT_EXCLUSIVE_MAXIMUM] = "DM_RULE_EXCLUSIVE_MAXIMUM",
        [LIMIT_MAX_ITEMS] = "DM_RULE_MAX_ITEMS",
    };
    return model_limit(property, kind).stated ? kinds[kind] : NULL;
}

static void add_rules(const struct view *view, const struct model_property *const *all,
                      size_t count, struct json_value *c)
{
    struct arena *arena = view->arena;
    struct json_value *rules = view_json_list(arena, c, "constraints");
    for (size_t i = 0; i < count * LIMIT_COUNT; i++) {
        const struct model_property *property = all[i / LIMIT_COUNT];
        enum limit_kind limit = (enum limit_kind)(i % LIMIT_COUNT);
        const struct decimal bound = model_limit(property, limit).value;
        const char *kind = rule_kind(property, limit);
        if (kind == NULL)
            continue;
        struct json_value *rule = json_new(arena, JSON_OBJECT);
        json_add_integer(arena, rule, SLICE("bound"), bound.digits);
        view_json_number(arena, rule, "scale", bound.scale);
        view_json_number(arena, rule, "field", i / LIMIT_COUNT);
        view_json_text(arena, rule, "kind", slice_from(kind));
        view_json_append(arena, rules, "constraint", rule);
    }
    view_json_flag(arena, c, "has_rules", rules->count > 0);
    view_json_number(arena, c, "rule_count", rules->count);
}

/* Whether JSON must escape a property's name. */
static bool has_escapes(const struct model_property *const *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t at = 0; at < all[i]->name.len; at++) {
            unsigned char c = (unsigned char)all[i]->name.ptr[at];
            if (c < 0x20 || c == '"' || c == '\\')
                return true;
        }
    }
    return false;
}

static slice flags_of(const struct view *view, const struct model_type *type,
                      const struct model_property *const *all, size_t count)
{
    slice flags = {0};
    const struct {
        bool holds;
        slice flag;
    } table[] = {{type->open, SLICE("DM_OPEN")},
                 {type->abstract, SLICE("DM_ABSTRACT")},
                 {type->kind == KIND_ENTITY, SLICE("DM_ENTITY")},
                 {has_escapes(all, count), SLICE("DM_ESCAPES")}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (table[i].holds)
            flags = arena_format(view->arena, "%.*s%s%.*s", SLICE_ARGS(flags),
                                 flags.len > 0 ? " | " : "", SLICE_ARGS(table[i].flag));
    }
    return flags.len > 0 ? flags : SLICE("0");
}

/* ---- comments ---- */

static struct origin taken_origin(const struct decision *decision)
{
    for (size_t i = 0; i < decision->evidence_count; i++) {
        if (decision->evidence[i].taken)
            return decision->evidence[i].origin;
    }
    return (struct origin){0};
}

static slice base_sentence(const struct view *view, const struct model_type *type)
{
    if (type->base == NULL && type->base_name.len == 0)
        return (slice){0};
    slice name = type->base != NULL ? type->base->name : type->base_name;
    slice place = view_place(view, view_top_page(type), taken_origin(&type->base_decision));
    return arena_format(view->arena, "Base type: %.*s%s%s%.*s%s.",
                        SLICE_ARGS(c_comment_text(view->arena, name, true)),
                        type->base == NULL ? ", which no page describes" : "",
                        place.len > 0 ? " (" : "", SLICE_ARGS(place), place.len > 0 ? ")" : "");
}

static struct json_value *comment_of(const struct view *view, const struct model_type *type)
{
    slice name = c_comment_text(view->arena, type->qualified, true);
    slice text = view_comment_text(view, &type->descriptions);
    slice place = view_place(view, view_top_page(type), type->origin);
    slice paragraphs[] = {
        arena_format(view->arena, "%.*s%s%.*s%s%.*s%s", SLICE_ARGS(name), text.len > 0 ? ": " : "",
                     SLICE_ARGS(text), place.len > 0 ? " (" : "", SLICE_ARGS(place),
                     place.len > 0 ? ")" : ""),
        type->deprecated ? SLICE("Deprecated.") : (slice){0},
        base_sentence(view, type),
        type->abstract ? SLICE("Abstract: objects are of a derived type.") : (slice){0},
        type->open ? SLICE("Open type: it may have further members, see dm_unknown.") : (slice){0},
    };
    return c_comment_lines(view->arena, paragraphs, sizeof paragraphs / sizeof paragraphs[0],
                           C_COMMENT_DOC, 0);
}

/* Whether a translation alone lists the property: not the page on top, nor one of its locale. */
static bool is_translated_only(const struct model_type *type, const struct model_property *property)
{
    const struct page *top = view_top_page(type);
    const struct page *page = property->origin.page;
    return !property->rendered || (top != NULL && page != NULL && page->locale.len > 0 &&
                                   !slice_equal(page->locale, top->locale));
}

/* A sentence about what only PAGE lists, of which RENDERED says whether it stands in the file. */
static slice drift_sentence(const struct view *view, const struct model_type *type,
                            const struct page *page, bool rendered)
{
    struct buffer text;
    buffer_init(&text);
    size_t count = 0;
    for (size_t i = 0; i < type->property_count; i++) {
        const struct model_property *property = &type->properties[i];
        if (property->origin.page == page && property->rendered == rendered &&
            is_translated_only(type, property))
            buffer_format(&text, "%s%.*s", count++ > 0 ? ", " : "", SLICE_ARGS(property->name));
    }
    slice sentence = {0};
    if (count > 0)
        sentence = arena_format(
            view->arena, "Listed by the %.*s page only%s%.*s%s: %.*s.", SLICE_ARGS(page->locale),
            page->handoff.len > 0 ? ", handed off " : "", SLICE_ARGS(page->handoff),
            rendered ? "" : ", and rendered with --merge union only",
            SLICE_ARGS(buffer_slice(&text)));
    buffer_finish(&text);
    return c_comment_text(view->arena, sentence, true);
}

static struct json_value *notice_of(const struct view *view, const struct model_type *type)
{
    size_t count = 0;
    slice *notes = arena_alloc_array(view->arena, 2 * type->page_count, sizeof *notes);
    for (size_t i = 0; i < type->page_count; i++) {
        notes[count++] = drift_sentence(view, type, type->pages[i], true);
        notes[count++] = drift_sentence(view, type, type->pages[i], false);
    }
    return view_notice(view, type->pages, type->page_count, notes, count);
}

/* ---- everything ---- */

static void add_base(const struct view *view, const struct model_type *type, struct json_value *c)
{
    struct json_value *base = NULL;
    if (type->base != NULL) {
        const struct c_type_names *names = c_names_type(view->run->names, type->base);
        base = json_new(view->arena, JSON_OBJECT);
        view_json_text(view->arena, base, "name", names->name);
        view_json_text(view->arena, base, "descriptor", names->around[C_TYPE_DESCRIPTOR]);
        view_json_text(view->arena, base, "header", header_of(view, names->file));
    }
    view_json_section(view->arena, c, "base", "base", base);
}

void view_type_add_c(const struct view *view, const struct model_type *type,
                     struct json_value *keys)
{
    struct arena *arena = view->arena;
    size_t count;
    const struct model_property **all = view_all_properties(view, type, &count);
    const struct model_property *const *fields = (const struct model_property *const *)all;
    view_json_add(keys, "notice", notice_of(view, type));
    view_json_add(keys, "comment", comment_of(view, type));
    view_json_text(arena, keys, "deprecation",
                   type->deprecated ? view_deprecation(view, view_top_page(type), type->origin)
                                    : (slice){0});
    view_json_text(arena, keys, "literal", c_literal(arena, type->qualified));
    view_json_text(
        arena, keys, "page_literal",
        c_literal(arena, arena_format(arena, "Collection(%.*s)", SLICE_ARGS(type->qualified))));
    add_base(view, type, keys);
    add_includes(view, type, keys);
    add_forwards(view, type, keys);
    add_externs(view, type, fields, count, keys);
    add_layers(view, type, keys);
    view_json_flag(arena, keys, "has_fields", count > 0);
    view_json_number(arena, keys, "field_count", count);
    size_t details = count_details(view, fields, count);
    view_json_flag(arena, keys, "has_details", details > 0);
    view_json_number(arena, keys, "table_size", table_size(type, fields, count, details));
    view_json_text(arena, keys, "sorted", sorted_of(view, fields, count));
    add_rules(view, fields, count, keys);
    view_json_text(arena, keys, "flags", flags_of(view, type, fields, count));
}
