#include "model/correct.h"

#include "model/fact.h"
#include "model/limits.h"
#include "support/suggest.h"

#include <string.h>

static struct model_property *find(struct model_type *type, slice name)
{
    for (size_t i = 0; i < type->property_count; i++)
        if (slice_equal(type->properties[i].name, name))
            return &type->properties[i];
    return NULL;
}

/* ---- Types of properties ---- */

/* Reads "Edm.Int32", "microsoft.graph.user", "Collection(user)" as seen in NAME_SPACE. */
static bool read_use(struct correcting *c, slice name_space, slice text, struct type_use *use)
{
    slice name = text;
    *use = (struct type_use){.kind = USE_UNTYPED};
    if (slice_starts_with(text, SLICE("Collection(")) && slice_ends_with(text, SLICE(")"))) {
        use->collection = true;
        name = slice_trim(slice_take(slice_skip(text, 11), text.len - 12));
    }
    if (slice_equal(name, SLICE("Edm.Untyped")))
        return true;
    use->primitive = edm_find(name);
    if (use->primitive != EDM_PRIMITIVE_COUNT) {
        use->kind = USE_PRIMITIVE;
        return true;
    }
    use->primitive = (enum edm_primitive)0;
    use->structured = correct_find_type(c, name_space, name);
    use->kind = USE_STRUCTURED;
    if (use->structured != NULL)
        return true;
    use->enumeration = correct_find_enumeration(c, name_space, name);
    use->kind = USE_ENUMERATION;
    return use->enumeration != NULL;
}

static slice nearest_type(const struct correcting *c, slice text)
{
    struct suggestion nearest;
    if (slice_starts_with(text, SLICE("Collection(")))
        text = slice_take(slice_skip(text, 11), text.len - 12);
    for (int i = 0; i < EDM_PRIMITIVE_COUNT; i++)
        if (slice_equal_ignore_case(slice_skip(edm_name((enum edm_primitive)i), 4), text))
            return edm_name((enum edm_primitive)i);
    slice named = correct_nearest(c, text, true);
    suggest_init(&nearest, text, false);
    for (int i = 0; i < EDM_PRIMITIVE_COUNT; i++)
        suggest_offer(&nearest, edm_name((enum edm_primitive)i));
    suggest_offer(&nearest, named);
    return nearest.best;
}

static bool can_navigate(const struct type_use *use)
{
    return use->kind == USE_UNTYPED ||
           (use->kind == USE_STRUCTURED && use->structured->kind == KIND_ENTITY);
}

/* Limits that do not suit the new type go. */
static void drop_limits(struct correcting *c, struct model_property *property)
{
    struct limit before[LIMIT_COUNT];
    if (property->limits == NULL)
        return;
    memcpy(before, property->limits, sizeof before);
    limits_settle(property);
    for (int i = 0; i < LIMIT_COUNT; i++)
        if (before[i].stated && !property->limits[i].stated)
            correct_overrule(
                c, fact_decision(c->arena, &property->facts, limits_fact((enum limit_kind)i)),
                SLICE("none"));
}

static void set_use(struct correcting *c, struct model_property *property,
                    const struct type_use *use)
{
    property->type = *use;
    correct_overrule(c, &property->decision, c->value);
    drop_limits(c, property);
    if (property->navigation && !can_navigate(use)) {
        property->navigation = false;
        correct_overrule(c, fact_decision(c->arena, &property->facts, FACT_NAVIGATION),
                         SLICE("false"));
    }
}

/* Properties that list an inherited one again are of its type. */
static void set_repeated(struct correcting *c, const struct model_property *first,
                         const struct type_use *use)
{
    for (size_t i = 0; i < c->model->type_count; i++) {
        struct model_type *type = c->model->types[i];
        for (size_t j = 0; j < type->property_count; j++)
            if (type->properties[j].repeats == first)
                set_use(c, &type->properties[j], use);
    }
}

static bool correct_use(struct correcting *c, struct model_property *property)
{
    struct type_use use;
    if (!read_use(c, property->owner->name_space, c->value, &use)) {
        correct_refuse_name(c, nearest_type(c, c->value));
        return false;
    }
    if (property->repeats != NULL) {
        const struct model_type *first = property->repeats->owner;
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_PROPERTY,
                       "\"%.*s\" is inherited from %.*s; correct its type there",
                       SLICE_ARGS(property->name), SLICE_ARGS(first->qualified));
        return false;
    }
    if (model_same_use(&use, &property->type)) {
        correct_agree(c, fact_origin(&property->decision, property->origin));
        return false;
    }
    set_use(c, property, &use);
    set_repeated(c, property, &use);
    return true;
}

/* ---- Flags and numbers ---- */

static bool correct_navigation(struct correcting *c, struct model_property *property)
{
    if (slice_equal(c->value, SLICE("true")) && !can_navigate(&property->type)) {
        slice name = model_type_use_name(&property->type);
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                       "\"%.*s\" is of %.*s, to which nothing navigates; correct its type first",
                       SLICE_ARGS(property->name), SLICE_ARGS(name));
        return false;
    }
    return correct_flag(c, &property->facts, FACT_NAVIGATION, property->origin,
                        &property->navigation);
}

static bool correct_nullable(struct correcting *c, struct model_property *property)
{
    bool yes = false;
    enum nullability wanted = NULLABLE_UNSTATED;
    if (corrections_read_boolean(c->value, &yes))
        wanted = yes ? NULLABLE_YES : NULLABLE_NO;
    if (property->nullable == wanted) {
        correct_agree(
            c, fact_origin(model_decision(&property->facts, FACT_NULLABLE), property->origin));
        return false;
    }
    property->nullable = wanted;
    correct_overrule(c, fact_decision(c->arena, &property->facts, FACT_NULLABLE),
                     c->value.len > 0 ? c->value : SLICE("unstated"));
    return true;
}

static bool correct_limit(struct correcting *c, struct model_property *property,
                          enum limit_kind kind)
{
    struct limit wanted = {.stated = c->value.len > 0};
    const struct limit limit = model_limit(property, kind);
    decimal_read(c->value, &wanted.value); /* nothing: 0 */
    if (wanted.stated && !limits_suit(&property->type, kind)) {
        slice name = model_type_use_name(&property->type);
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_WHAT,
                       "\"%.*s\" is %s%.*s, which has no %s; correct its type first",
                       SLICE_ARGS(property->name), property->type.collection ? "several " : "",
                       SLICE_ARGS(name), limits_word(kind));
        return false;
    }
    if (limit.stated == wanted.stated && decimal_equal(limit.value, wanted.value)) {
        correct_agree(
            c, fact_origin(model_decision(&property->facts, limits_fact(kind)), property->origin));
        return false;
    }
    if (property->limits == NULL)
        property->limits = arena_alloc_array(c->arena, LIMIT_COUNT, sizeof *property->limits);
    property->limits[kind] = wanted;
    correct_overrule(c, fact_decision(c->arena, &property->facts, limits_fact(kind)),
                     wanted.stated ? c->value : SLICE("none"));
    return true;
}

/* ---- Adding, dropping, renaming ---- */

/* Where what stood at AT stands when the property at LEFT_OUT is gone, or NULL. */
static const struct model_property *moved(const struct model_type *type, size_t at, size_t left_out)
{
    return at == left_out ? NULL : &type->properties[at > left_out ? at - 1 : at];
}

/* Lets everything that points to the OLD properties of TYPE point to its present ones. */
static void redirect(struct correcting *c, const struct model_type *type,
                     const struct model_property *old, size_t left_out)
{
    for (size_t i = 0; i < c->model->enumeration_count; i++) {
        struct model_enumeration *e = c->model->enumerations[i];
        if (e->property != NULL && e->property->owner == type)
            e->property = moved(type, (size_t)(e->property - old), left_out);
    }
    for (size_t i = 0; i < c->model->type_count; i++) {
        struct model_type *other = c->model->types[i];
        for (size_t j = 0; j < other->property_count; j++) {
            struct model_property *p = &other->properties[j];
            if (p->repeats != NULL && p->repeats->owner == type)
                p->repeats = moved(type, (size_t)(p->repeats - old), left_out);
        }
    }
}

/* Makes room for COUNT properties, without the one at LEFT_OUT, if any. */
static void rebuild(struct correcting *c, struct model_type *type, size_t count, size_t left_out)
{
    const struct model_property *old = type->properties;
    size_t old_count = type->property_count, kept = 0;
    type->properties = arena_alloc_array(c->arena, count, sizeof *type->properties);
    for (size_t i = 0; i < old_count; i++)
        if (i != left_out)
            type->properties[kept++] = old[i];
    type->property_count = kept;
    redirect(c, type, old, left_out);
    type->property_count = count;
    correct_touch(c, type);
}

static void add_property(struct correcting *c, struct model_type *type)
{
    struct type_use use;
    if (!read_use(c, type->name_space, c->value, &use)) {
        correct_refuse_name(c, nearest_type(c, c->value));
        return;
    }
    rebuild(c, type, type->property_count + 1, SLICE_NONE);
    struct model_property *added = &type->properties[type->property_count - 1];
    *added = (struct model_property){
        .name = c->entry->fields[CORRECTION_PROPERTY],
        .owner = type,
        .type = use,
        .rendered = true,
        .origin = c->origin,
    };
    added->key = slice_equal(added->name, type->key_property);
    correct_overrule(c, &added->decision, c->value);
    correct_overrule(c, fact_decision(c->arena, &added->facts, FACT_NAME), added->name);
}

/* What only translations list is listed for good. What the pages list need not be added. */
static void add_again(struct correcting *c, struct model_property *property)
{
    struct type_use use;
    if (!read_use(c, property->owner->name_space, c->value, &use)) {
        correct_refuse_name(c, nearest_type(c, c->value));
        return;
    }
    if (property->rendered) {
        correct_agree(c, property->origin);
        if (model_same_use(&use, &property->type))
            return;
        slice name = model_type_use_name(&property->type);
        c->agreed_text =
            arena_format(c->arena,
                         "\"%.*s\" is listed by now, as %.*s%.*s%s; correct its type with \"type\" "
                         "instead of adding it",
                         SLICE_ARGS(property->name), property->type.collection ? 11 : 0,
                         "Collection(", SLICE_ARGS(name), property->type.collection ? ")" : "");
    } else {
        property->rendered = true;
        property->origin = c->origin;
        correct_overrule(c, fact_decision(c->arena, &property->facts, FACT_NAME), property->name);
        for (size_t i = 0; i < c->model->type_count; i++)
            if (c->model->types[i] == property->owner)
                correct_touch(c, c->model->types[i]);
    }
    if (model_same_use(&use, &property->type))
        return;
    set_use(c, property, &use);
    set_repeated(c, property, &use);
}

static void rename_property(struct correcting *c, struct model_type *type,
                            struct model_property *property)
{
    slice old = property->name;
    if (slice_equal(old, c->value)) {
        correct_agree(c, property->origin);
        return;
    }
    if (find(type, c->value) != NULL) {
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                       "%.*s lists \"%.*s\" already; drop one of the two",
                       SLICE_ARGS(type->qualified), SLICE_ARGS(c->value));
        return;
    }
    property->name = c->value;
    property->origin = c->origin;
    correct_overrule(c, fact_decision(c->arena, &property->facts, FACT_NAME), c->value);
    if (slice_equal(type->key_property, old))
        type->key_property = c->value;
    correct_touch(c, type);
}

/* ---- Lines ---- */

static bool correct_fact(struct correcting *c, struct model_property *p)
{
    switch (c->entry->what) {
    case CORRECT_TYPE:
        return correct_use(c, p);
    case CORRECT_NAVIGATION:
        return correct_navigation(c, p);
    case CORRECT_READ_ONLY:
        return correct_flag(c, &p->facts, FACT_READ_ONLY, p->origin, &p->read_only);
    case CORRECT_REQUIRED:
        return correct_flag(c, &p->facts, FACT_REQUIRED, p->origin, &p->required);
    case CORRECT_KEY:
        return correct_flag(c, &p->facts, FACT_KEY, p->origin, &p->key);
    case CORRECT_DEPRECATED:
        return correct_flag(c, &p->facts, FACT_DEPRECATED, p->origin, &p->deprecated);
    case CORRECT_NULLABLE:
        return correct_nullable(c, p);
    case CORRECT_MIN_LENGTH:
        return correct_limit(c, p, LIMIT_MIN_LENGTH);
    case CORRECT_MAX_LENGTH:
        return correct_limit(c, p, LIMIT_MAX_LENGTH);
    case CORRECT_MINIMUM:
        return correct_limit(c, p, LIMIT_MINIMUM);
    case CORRECT_MAXIMUM:
        return correct_limit(c, p, LIMIT_MAXIMUM);
    case CORRECT_EXCLUSIVE_MINIMUM:
        return correct_limit(c, p, LIMIT_EXCLUSIVE_MINIMUM);
    case CORRECT_EXCLUSIVE_MAXIMUM:
        return correct_limit(c, p, LIMIT_EXCLUSIVE_MAXIMUM);
    case CORRECT_MAX_ITEMS:
        return correct_limit(c, p, LIMIT_MAX_ITEMS);
    case CORRECT_DESCRIPTION:
        return correct_description(c, &p->facts, &p->descriptions);
    default:
        break;
    }
    correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_WHAT,
                   "\"%.*s\" is about a member of an enumeration, and %.*s is a type",
                   SLICE_ARGS(c->entry->fields[CORRECTION_WHAT]), SLICE_ARGS(p->owner->qualified));
    return false;
}

/* A page that was mended lists the new name alone. */
static bool is_renamed_already(struct correcting *c, struct model_type *type)
{
    struct model_property *property = find(type, c->value);
    if (c->entry->what != CORRECT_RENAME || property == NULL)
        return false;
    c->found++;
    correct_agree(c, property->origin);
    return true;
}

static void miss(struct correcting *c, const struct model_type *type, slice name)
{
    const struct model_property *inherited = model_find_property(type, name);
    struct suggestion nearest;
    suggest_init(&nearest, name, false);
    for (size_t i = 0; i < type->property_count; i++)
        suggest_offer(&nearest, type->properties[i].name);
    if (inherited != NULL) {
        c->at = CORRECTION_PROPERTY;
        c->missing = arena_format(c->arena, "%.*s inherits \"%.*s\" from %.*s; correct it there",
                                  SLICE_ARGS(type->qualified), SLICE_ARGS(name),
                                  SLICE_ARGS(inherited->owner->qualified));
        return;
    }
    slice what = arena_format(c->arena, "property of %.*s called", SLICE_ARGS(type->qualified));
    correct_miss(c, CORRECTION_PROPERTY, what.ptr, name, nearest.best);
}

void correct_property(struct correcting *c, struct model_type *type)
{
    slice name = c->entry->fields[CORRECTION_PROPERTY];
    struct model_property *property = find(type, name);
    if (property == NULL && c->entry->what == CORRECT_ADD) {
        c->found++;
        add_property(c, type);
        return;
    }
    if (property == NULL) {
        if (!is_renamed_already(c, type))
            miss(c, type, name);
        return;
    }
    c->found++;
    if (c->entry->what == CORRECT_ADD)
        add_again(c, property);
    else if (c->entry->what == CORRECT_DROP)
        rebuild(c, type, type->property_count - 1, (size_t)(property - type->properties));
    else if (c->entry->what == CORRECT_RENAME)
        rename_property(c, type, property);
    else if (correct_fact(c, property)) {
        if (property->rendered)
            property->origin = c->origin;
        correct_touch(c, type);
    }
}
