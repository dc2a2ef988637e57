#include "render/c_comment.h"
#include "render/c_literal.h"
#include "render/view.h"
#include "render/view_json.h"
#include "render/view_text.h"

#include <limits.h>

/* ---- values ---- */

/* The bits of member INDEX of a flags enumeration: its number, else a bit of its own. -1 when C
 * has no enumerator of that value. */
static long long bits_of(const struct model_enumeration *enumeration, size_t index)
{
    const struct model_member *member = &enumeration->members[index];
    if (member->numbered)
        return member->number >= 0 && member->number <= INT_MAX ? member->number : -1;
    return index < 31 ? 1LL << index : -1;
}

bool view_is_flags(const struct model_enumeration *enumeration)
{
    if (!enumeration->flags || enumeration->member_count == 0)
        return false;
    for (size_t i = 0; i < enumeration->member_count; i++) {
        if (bits_of(enumeration, i) < 0)
            return false;
    }
    return true;
}

/* Whether members are more than names that count from 1. */
static bool has_numbers(const struct model_enumeration *enumeration)
{
    for (size_t i = 0; i < enumeration->member_count; i++) {
        if (enumeration->members[i].numbered)
            return true;
    }
    return view_is_flags(enumeration);
}

/* ---- members ---- */

/* The name as it stands in JSON, for a comment: in ASCII, as all names there. */
static slice quoted(const struct view *view, slice name)
{
    slice safe = c_comment_text(view->arena, name, true);
    return arena_format(view->arena, "\"%.*s\"", SLICE_ARGS(safe));
}

/* The page that the notice of the enumeration's header names first, or NULL. */
static const struct page *top_page(const struct model_enumeration *enumeration)
{
    return enumeration->in_place ? view_top_page(enumeration->property->owner)
                                 : enumeration->origin.page;
}

static struct json_value *member_comment(const struct view *view, const struct page *top,
                                         const struct model_member *member)
{
    slice text = view_comment_text(view, &member->descriptions);
    slice place = view_place(view, top, member->origin);
    if (text.len > 0 && place.len > 0)
        text = arena_format(view->arena, "%.*s (%.*s)", SLICE_ARGS(text), SLICE_ARGS(place));
    return c_comment_lines(view->arena, &text, 1, C_COMMENT_DOC, 4);
}

static struct json_value *member_keys(const struct view *view,
                                      const struct model_enumeration *enumeration, size_t index)
{
    struct arena *arena = view->arena;
    const struct model_member *member = &enumeration->members[index];
    const struct c_enumeration_names *names = c_names_enumeration(view->run->names, enumeration);
    slice number = arena_format(arena, "%lld", member->number);
    bool flags = view_is_flags(enumeration);

    struct json_value *keys = json_new(arena, JSON_OBJECT);
    view_json_text(arena, keys, "name", member->name);
    view_json_add(keys, "number",
                  member->numbered ? json_new_string(arena, number) : json_new(arena, JSON_NULL));
    view_json_text(arena, keys, "description", view_description(view, &member->descriptions));
    view_add_origin(view, keys, member->origin);

    struct json_value *c = json_add_object(arena, keys, SLICE("c"));
    view_json_text(arena, c, "name", names->members[index]);
    json_add_integer(arena, c, SLICE("value"),
                     flags ? bits_of(enumeration, index) : (long long)index + 1);
    bool stated = member->numbered && member->number != LLONG_MIN;
    view_json_text(arena, c, "number", stated ? number : SLICE("DM_NO_NUMBER"));
    view_json_text(arena, c, "literal", c_literal(arena, member->name));
    view_json_text(arena, c, "quoted", quoted(view, member->name));
    view_json_add(c, "comment", member_comment(view, top_page(enumeration), member));
    return keys;
}

/* ---- enumerations ---- */

/* "microsoft.graph.sampleColor: a colour (samplecolor.md:12)", "Values of user.state (user.md:3)"
 */
static struct json_value *comment_of(const struct view *view,
                                     const struct model_enumeration *enumeration)
{
    struct arena *arena = view->arena;
    slice place = view_place(view, top_page(enumeration), enumeration->origin);
    slice at = place.len > 0 ? arena_format(arena, " (%.*s)", SLICE_ARGS(place)) : (slice){0};
    slice text;
    if (enumeration->in_place) {
        const struct model_property *property = enumeration->property;
        slice name = arena_format(arena, "%.*s.%.*s", SLICE_ARGS(property->owner->name),
                                  SLICE_ARGS(property->name));
        text = arena_format(arena, "Values of %.*s%.*s.",
                            SLICE_ARGS(c_comment_text(arena, name, true)), SLICE_ARGS(at));
    } else {
        slice name = c_comment_text(arena, enumeration->qualified, true);
        slice description = view_comment_text(view, &enumeration->descriptions);
        text =
            arena_format(arena, "%.*s%s%.*s%.*s", SLICE_ARGS(name), description.len > 0 ? ": " : "",
                         SLICE_ARGS(description), SLICE_ARGS(at));
    }
    slice paragraphs[] = {text,
                          view_is_flags(enumeration) ? SLICE("Its members combine.") : (slice){0}};
    return c_comment_lines(arena, paragraphs, 2, C_COMMENT_DOC, 0);
}

static void add_c_names(const struct view *view, const struct model_enumeration *enumeration,
                        struct json_value *c)
{
    struct arena *arena = view->arena;
    const struct c_enumeration_names *names = c_names_enumeration(view->run->names, enumeration);
    view_json_text(arena, c, "name", names->name);
    for (size_t n = 0; n < C_ENUMERATION_NAME_COUNT; n++)
        json_add_string(arena, c, c_enumeration_name_key((enum c_enumeration_name)n),
                        names->around[n]);
    slice file = names->file;
    if (enumeration->in_place)
        file = c_names_type(view->run->names, enumeration->property->owner)->file;
    view_json_text(arena, c, "file", file);
    view_json_text(
        arena, c, "header",
        arena_format(arena, "%.*s/%.*s.h", SLICE_ARGS(view->names->folder), SLICE_ARGS(file)));
}

static void add_neutral(const struct view *view, const struct model_enumeration *enumeration,
                        struct json_value *keys)
{
    struct arena *arena = view->arena;
    bool in_place = enumeration->in_place;
    view_json_text(arena, keys, "name", enumeration->name);
    view_json_text(arena, keys, "qualified", enumeration->qualified);
    view_json_text(arena, keys, "namespace", enumeration->name_space);
    view_json_flag(arena, keys, "in_place", in_place);
    view_json_text(arena, keys, "owner",
                   in_place ? enumeration->property->owner->name : (slice){0});
    view_json_text(arena, keys, "property", in_place ? enumeration->property->name : (slice){0});
    view_json_flag(arena, keys, "flags", view_is_flags(enumeration));
    view_json_flag(arena, keys, "evolvable", enumeration->evolvable);
}

struct json_value *view_enumeration_brief(const struct view *view,
                                          const struct model_enumeration *enumeration)
{
    struct json_value *keys = json_new(view->arena, JSON_OBJECT);
    add_neutral(view, enumeration, keys);
    add_c_names(view, enumeration, json_add_object(view->arena, keys, SLICE("c")));
    return keys;
}

struct json_value *view_enumeration_keys(const struct view *view,
                                         const struct model_enumeration *enumeration)
{
    struct arena *arena = view->arena;
    struct json_value *keys = json_new(arena, JSON_OBJECT);
    add_neutral(view, enumeration, keys);
    view_json_text(arena, keys, "description", view_description(view, &enumeration->descriptions));
    view_add_origin(view, keys, enumeration->origin);
    view_json_number(arena, keys, "member_count", enumeration->member_count);
    view_json_flag(arena, keys, "has_members", enumeration->member_count > 0);
    struct json_value *members = view_json_list(arena, keys, "members");
    for (size_t i = 0; i < enumeration->member_count; i++)
        view_json_append(arena, members, "member", member_keys(view, enumeration, i));

    struct json_value *c = json_add_object(arena, keys, SLICE("c"));
    add_c_names(view, enumeration, c);
    view_json_text(arena, c, "literal", c_literal(arena, enumeration->qualified));
    view_json_flag(arena, c, "has_numbers", has_numbers(enumeration));
    view_json_add(c, "comment", comment_of(view, enumeration));
    size_t pages = enumeration->origin.page != NULL ? 1 : 0;
    view_json_add(c, "notice", view_notice(view, &enumeration->origin.page, pages, NULL, 0));
    return keys;
}
