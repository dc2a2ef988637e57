#include "model/limits.h"
#include "render/c_comment.h"
#include "render/c_literal.h"
#include "render/view.h"
#include "render/view_json.h"
#include "render/view_text.h"

/* How C has a primitive type; see docmodel/model.h of the runtime. */
struct c_primitive {
    const char *kind;
    const char *single;     /* up to the member's name */
    const char *collection; /* likewise */
};

static const struct c_primitive primitives[EDM_PRIMITIVE_COUNT] = {
    [EDM_STRING] = {"DM_STRING", "const char *", "dm_texts "},
    [EDM_BOOLEAN] = {"DM_BOOLEAN", "dm_bool ", "dm_bools "},
    [EDM_BYTE] = {"DM_BYTE", "dm_byte ", "dm_bytes "},
    [EDM_SBYTE] = {"DM_SBYTE", "dm_sbyte ", "dm_sbytes "},
    [EDM_INT16] = {"DM_INT16", "dm_int16 ", "dm_int16s "},
    [EDM_INT32] = {"DM_INT32", "dm_int32 ", "dm_int32s "},
    [EDM_INT64] = {"DM_INT64", "dm_int64 ", "dm_int64s "},
    [EDM_SINGLE] = {"DM_SINGLE", "dm_single ", "dm_singles "},
    [EDM_DOUBLE] = {"DM_DOUBLE", "dm_double ", "dm_doubles "},
    [EDM_DECIMAL] = {"DM_DECIMAL", "dm_decimal ", "dm_texts "},
    [EDM_GUID] = {"DM_GUID", "dm_guid ", "dm_texts "},
    [EDM_DATE] = {"DM_DATE", "dm_date ", "dm_texts "},
    [EDM_TIME_OF_DAY] = {"DM_TIME_OF_DAY", "dm_time_of_day ", "dm_texts "},
    [EDM_DATE_TIME_OFFSET] = {"DM_DATE_TIME_OFFSET", "dm_date_time_offset ", "dm_texts "},
    [EDM_DURATION] = {"DM_DURATION", "dm_duration ", "dm_texts "},
    [EDM_BINARY] = {"DM_BINARY", "dm_binary ", "dm_texts "},
    [EDM_STREAM] = {"DM_STREAM", "dm_json ", "dm_jsons "},
};

static const struct c_primitive untyped = {"DM_UNTYPED", "dm_json ", "dm_jsons "};

/* A property, and what C makes of it. */
struct c_member {
    slice name;
    slice before; /* its declaration up to its name */
    slice items;  /* of a collection with a structure of its own: the declaration of its items up to
                     the name; else empty */
    slice kind;
    slice type; /* the identifier of its structure or enumeration; else empty */
    slice detail;
};

/* ---- words for people ---- */

static slice short_name(const struct view *view, const struct type_use *use)
{
    switch (use->kind) {
    case USE_PRIMITIVE:
        return slice_skip(edm_name(use->primitive), sizeof "Edm." - 1);
    case USE_ENUMERATION:
        return use->enumeration->name;
    case USE_STRUCTURED:
        return c_comment_text(view->arena, use->structured->name, true);
    case USE_UNTYPED:
    default:
        return SLICE("Untyped");
    }
}

static bool is_cut(const struct view *view, const struct model_property *property)
{
    return !selection_has_use(view->selection, &property->type);
}

static bool contains_ignore_case(slice text, slice wanted)
{
    for (size_t i = 0; i + wanted.len <= text.len; i++) {
        if (slice_starts_with_ignore_case(slice_skip(text, i), wanted))
            return true;
    }
    return false;
}

static void add_fact(struct buffer *facts, slice fact)
{
    if (facts->len > 0)
        buffer_append(facts, SLICE(", "));
    buffer_append(facts, fact);
}

/* A fact that a description states in the same words is not repeated. */
static void add_fact_once(struct buffer *facts, slice description, bool holds, slice fact)
{
    if (holds && !contains_ignore_case(description, fact))
        add_fact(facts, fact);
}

static void add_facts(const struct view *view, const struct page *top,
                      const struct model_property *property, slice description,
                      struct buffer *facts)
{
    slice name = short_name(view, &property->type);
    if (property->type.collection)
        name = name.len > 0 ? arena_join(view->arena, SLICE("Collection of "), name)
                            : SLICE("Collection");
    if (name.len > 0)
        add_fact(facts, name);
    if (is_cut(view, property))
        add_fact(facts, SLICE("kept as JSON"));
    if (property->key)
        add_fact(facts, SLICE("key"));
    add_fact_once(facts, description, property->read_only, SLICE("read-only"));
    add_fact_once(facts, description, property->required, SLICE("required"));
    add_fact_once(facts, description, property->deprecated, SLICE("deprecated"));
    add_fact_once(facts, description, property->nullable == NULLABLE_YES, SLICE("nullable"));
    add_fact_once(facts, description, property->nullable == NULLABLE_NO, SLICE("not nullable"));
    for (int i = 0; i < LIMIT_COUNT; i++) {
        const struct limit limit = model_limit(property, (enum limit_kind)i);
        if (limit.stated)
            add_fact(facts, limits_text(view->arena, (enum limit_kind)i, limit.value));
    }
    slice place = view_place(view, top, property->origin);
    if (place.len > 0)
        add_fact(facts, place);
}

static struct json_value *comment_of(const struct view *view, const struct page *top,
                                     const struct model_property *property, size_t indent)
{
    struct buffer text;
    buffer_init(&text);
    slice description = view_comment_text(view, &property->descriptions);
    add_facts(view, top, property, description, &text);
    slice comment = arena_format(view->arena, "%.*s%s(%.*s)", SLICE_ARGS(description),
                                 description.len > 0 ? " " : "", SLICE_ARGS(buffer_slice(&text)));
    buffer_finish(&text);
    return c_comment_lines(view->arena, &comment, 1, C_COMMENT_DOC, indent);
}

/* ---- C ---- */

static void use_primitive(const struct c_primitive *primitive, bool collection,
                          struct c_member *member)
{
    member->kind = slice_from(primitive->kind);
    member->before = slice_from(collection ? primitive->collection : primitive->single);
}

static void use_enumeration(const struct view *view, const struct type_use *use,
                            struct c_member *member)
{
    const struct c_enumeration_names *names =
        c_names_enumeration(view->run->names, use->enumeration);
    bool flags = view_is_flags(use->enumeration);
    slice field = flags ? SLICE("dm_flags") : names->around[C_ENUMERATION_FIELD];
    member->kind = flags ? SLICE("DM_FLAGS") : SLICE("DM_ENUMERATION");
    if (use->collection)
        member->items = arena_format(view->arena, "const %.*s *", SLICE_ARGS(field));
    else
        member->before = arena_join(view->arena, field, SLICE(" "));
    member->type = names->name;
    member->detail = arena_join(view->arena, SLICE("&"), names->around[C_ENUMERATION_DESCRIPTOR]);
}

static void use_structured(const struct view *view, const struct type_use *use,
                           struct c_member *member)
{
    const struct c_type_names *names = c_names_type(view->run->names, use->structured);
    member->kind = SLICE("DM_OBJECT");
    member->type = names->name;
    if (use->collection)
        member->items = arena_format(view->arena, "struct %.*s **", SLICE_ARGS(names->name));
    else
        member->before = arena_format(view->arena, "struct %.*s *", SLICE_ARGS(names->name));
    member->detail = arena_join(view->arena, SLICE("&"), names->around[C_TYPE_DESCRIPTOR]);
}

static void describe_member(const struct view *view, const struct model_property *property,
                            struct c_member *member)
{
    const struct type_use *use = &property->type;
    member->name = c_names_property(view->run->names, property);
    if (use->kind == USE_PRIMITIVE)
        use_primitive(&primitives[use->primitive], use->collection, member);
    else if (use->kind == USE_UNTYPED || is_cut(view, property))
        use_primitive(&untyped, use->collection, member);
    else if (use->kind == USE_ENUMERATION)
        use_enumeration(view, use, member);
    else
        use_structured(view, use, member);
}

static void add_flag(struct buffer *flags, bool holds, slice flag)
{
    if (!holds)
        return;
    if (flags->len > 0)
        buffer_append(flags, SLICE(" | "));
    buffer_append(flags, flag);
}

static slice flags_of(const struct view *view, const struct model_property *property)
{
    struct buffer flags;
    buffer_init(&flags);
    add_flag(&flags, property->type.collection, SLICE("DM_COLLECTION"));
    add_flag(&flags, property->read_only, SLICE("DM_READ_ONLY"));
    add_flag(&flags, property->key, SLICE("DM_KEY"));
    add_flag(&flags, property->required, SLICE("DM_REQUIRED"));
    add_flag(&flags, property->nullable == NULLABLE_NO, SLICE("DM_NOT_NULLABLE"));
    add_flag(&flags, property->navigation, SLICE("DM_NAVIGATION"));
    add_flag(&flags, property->deprecated, SLICE("DM_OLD"));
    if (flags.len == 0)
        buffer_append_char(&flags, '0');
    slice result = arena_copy(view->arena, buffer_slice(&flags));
    buffer_finish(&flags);
    return result;
}

/* What stands behind the name of a deprecated member. */
static slice deprecation_of(const struct view *view, const struct page *top,
                            const struct model_property *property)
{
    if (!property->deprecated)
        return (slice){0};
    return arena_join(view->arena, SLICE(" "), view_deprecation(view, top, property->origin));
}

static void add_c(const struct view *view, const struct page *top,
                  const struct model_property *property, struct json_value *keys, size_t indent)
{
    struct arena *arena = view->arena;
    struct c_member member = {0};
    describe_member(view, property, &member);
    slice deprecation = deprecation_of(view, top, property);

    struct json_value *c = json_add_object(arena, keys, SLICE("c"));
    view_json_text(arena, c, "name", member.name);
    view_json_text(arena, c, "declaration",
                   arena_format(arena, "%.*s%.*s%.*s", SLICE_ARGS(member.before),
                                SLICE_ARGS(member.name), SLICE_ARGS(deprecation)));
    struct json_value *collection = NULL;
    if (member.items.len > 0) {
        collection = json_new(arena, JSON_OBJECT);
        view_json_text(arena, collection, "items", arena_join(arena, member.items, SLICE("items")));
        view_json_text(arena, collection, "declaration",
                       arena_join(arena, member.name, deprecation));
    }
    view_json_section(arena, c, "collection", "collection", collection);
    view_json_text(arena, c, "literal", c_literal(arena, property->name));
    view_json_text(arena, c, "kind", member.kind);
    view_json_text(arena, c, "type", member.type);
    view_json_text(arena, c, "flags", flags_of(view, property));
    view_json_add(c, "detail",
                  member.detail.len > 0 ? json_new_string(arena, member.detail)
                                        : json_new(arena, JSON_NULL));
    view_json_add(c, "comment", comment_of(view, top, property, indent));
}

/* ---- neutral ---- */

static const char *kind_word(enum type_use_kind kind)
{
    switch (kind) {
    case USE_PRIMITIVE:
        return "primitive";
    case USE_ENUMERATION:
        return "enumeration";
    case USE_STRUCTURED:
        return "structured";
    case USE_UNTYPED:
    default:
        return "untyped";
    }
}

static void add_flags(const struct view *view, const struct model_property *property,
                      struct json_value *keys)
{
    struct arena *arena = view->arena;
    view_json_flag(arena, keys, "collection", property->type.collection);
    view_json_flag(arena, keys, "navigation", property->navigation);
    view_json_flag(arena, keys, "cut", is_cut(view, property));
    view_json_flag(arena, keys, "read_only", property->read_only);
    view_json_flag(arena, keys, "required", property->required);
    view_json_flag(arena, keys, "key", property->key);
    view_json_flag(arena, keys, "deprecated", property->deprecated);
    view_json_flag(arena, keys, "nullable", property->nullable == NULLABLE_YES);
    view_json_flag(arena, keys, "not_nullable", property->nullable == NULLABLE_NO);
}

/* What the property leads to, when it is part of the output. */
static void add_target(const struct view *view, const struct model_property *property,
                       struct json_value *keys)
{
    const struct type_use *use = &property->type;
    struct json_value *target = NULL;
    bool type = use->kind == USE_STRUCTURED;
    bool enumeration = use->kind == USE_ENUMERATION && !use->enumeration->in_place;
    if ((type || enumeration) && !is_cut(view, property)) {
        target = json_new(view->arena, JSON_OBJECT);
        view_json_text(view->arena, target, "name",
                       type ? use->structured->name : use->enumeration->name);
        view_json_text(view->arena, target, "qualified", model_type_use_name(use));
        view_json_text(view->arena, target, "file",
                       type ? c_names_type(view->run->names, use->structured)->file
                            : c_names_enumeration(view->run->names, use->enumeration)->file);
    }
    view_json_section(view->arena, keys, "target", "target", target);
}

static void add_limits(struct arena *arena, const struct model_property *property,
                       struct json_value *keys)
{
    for (int i = 0; i < LIMIT_COUNT; i++) {
        slice key = limits_view_key((enum limit_kind)i);
        const struct limit limit = model_limit(property, (enum limit_kind)i);
        if (limit.stated)
            json_add_decimal(arena, keys, key, limit.value);
        else
            json_add(keys, key, json_new(arena, JSON_NULL));
    }
}

struct json_value *view_property_keys(const struct view *view, const struct model_type *type,
                                      const struct model_property *property, size_t indent)
{
    struct arena *arena = view->arena;
    const struct type_use *use = &property->type;
    struct json_value *keys = json_new(arena, JSON_OBJECT);
    view_json_text(arena, keys, "name", property->name);
    view_json_text(arena, keys, "type", model_type_use_name(use));
    view_json_text(arena, keys, "type_name", short_name(view, use));
    view_json_text(arena, keys, "kind", slice_from(kind_word(use->kind)));
    view_json_text(arena, keys, "owner", property->owner->name);
    view_json_flag(arena, keys, "inherited", property->owner != type);
    add_flags(view, property, keys);
    add_limits(arena, property, keys);
    add_target(view, property, keys);
    view_json_text(arena, keys, "description", view_description(view, &property->descriptions));
    view_add_origin(view, keys, property->origin);
    add_c(view, view_top_page(type), property, keys, indent);
    return keys;
}
