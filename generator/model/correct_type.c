#include "model/correct.h"

#include "model/base.h"
#include "model/fact.h"
#include "model/identity.h"

static bool is_derived(const struct model_type *type, const struct model_type *ancestor)
{
    for (; type != NULL; type = type->base)
        if (type == ancestor)
            return true;
    return false;
}

/* The root of entity types, as others of the model name it. */
static slice root_name(const struct model *model)
{
    for (size_t i = 0; i < model->type_count; i++) {
        const struct model_type *type = model->types[i];
        if (base_is_root(type->base_name))
            return type->base_name;
        if (type->implied_base.len > 0)
            return type->implied_base;
        if (base_is_root(type->qualified))
            return type->qualified;
    }
    return (slice){0};
}

/* ---- Kinds ---- */

static slice kind_name(enum type_kind kind)
{
    return kind == KIND_ENTITY ? SLICE("entity") : SLICE("complex");
}

/* What holds values of a complex type is no navigation property. */
static void clear_navigation(struct correcting *c, const struct model_type *target)
{
    for (size_t i = 0; i < c->model->type_count; i++) {
        struct model_type *type = c->model->types[i];
        for (size_t j = 0; j < type->property_count; j++) {
            struct model_property *p = &type->properties[j];
            if (!p->navigation || p->type.kind != USE_STRUCTURED || p->type.structured != target)
                continue;
            p->navigation = false;
            correct_overrule(c, fact_decision(c->arena, &p->facts, FACT_NAVIGATION),
                             SLICE("false"));
        }
    }
}

/* A type and all that is derived from it are of one kind. */
static void set_kind(struct correcting *c, const struct model_type *head, enum type_kind kind)
{
    for (size_t i = 0; i < c->model->type_count; i++) {
        struct model_type *type = c->model->types[i];
        if (type->kind == kind || !is_derived(type, head))
            continue;
        type->kind = kind;
        correct_overrule(c, &type->kind_decision, kind_name(kind));
        if (kind == KIND_COMPLEX) {
            type->implied_base = (slice){0};
            clear_navigation(c, type);
        } else if (type->base_name.len == 0 && !base_is_root(type->qualified)) {
            type->implied_base = root_name(c->model);
        }
    }
}

static void correct_kind(struct correcting *c, struct model_type *type)
{
    enum type_kind kind = slice_equal(c->value, SLICE("entity")) ? KIND_ENTITY : KIND_COMPLEX;
    if (type->kind == kind) {
        correct_agree(c, fact_origin(&type->kind_decision, type->origin));
        return;
    }
    set_kind(c, type, kind);
    correct_touch(c, type);
}

/* ---- Bases ---- */

static void set_base(struct correcting *c, struct model_type *type, const struct model_type *base)
{
    type->base = base;
    type->base_name = base != NULL ? base->qualified : (slice){0};
    type->implied_base = (slice){0};
    correct_overrule(c, &type->base_decision, base != NULL ? base->qualified : SLICE("none"));
    correct_touch(c, type);
    if (base != NULL)
        set_kind(c, type, base->kind);
}

static void correct_base(struct correcting *c, struct model_type *type)
{
    const struct model_type *base = correct_find_type(c, type->name_space, c->value);
    if (c->value.len > 0 && base == NULL && !slice_equal_ignore_case(c->value, type->base_name))
        correct_refuse_name(c, correct_nearest(c, c->value, false));
    else if (base != NULL && is_derived(base, type))
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                       "%.*s is derived from %.*s and cannot be its base",
                       SLICE_ARGS(base->qualified), SLICE_ARGS(type->qualified));
    else if (base == type->base && (base != NULL || type->base_name.len == 0 || c->value.len > 0))
        correct_agree(c, fact_origin(&type->base_decision, type->origin));
    else
        set_base(c, type, base);
}

/* ---- Keys ---- */

static void mark_key(struct correcting *c, struct model_type *type, slice name, bool key)
{
    for (size_t i = 0; i < type->property_count; i++) {
        struct model_property *p = &type->properties[i];
        if (!slice_equal(p->name, name) || p->key == key)
            continue;
        p->key = key;
        correct_overrule(c, fact_decision(c->arena, &p->facts, FACT_KEY),
                         key ? SLICE("true") : SLICE("false"));
    }
}

static void correct_key(struct correcting *c, struct model_type *type)
{
    if (c->value.len > 0 && model_find_property(type, c->value) == NULL) {
        correct_refuse(c, DIAG_CORRECTION_TARGET_MISSING, CORRECTION_VALUE,
                       "%.*s has no property \"%.*s\"; name one that it has or inherits",
                       SLICE_ARGS(type->qualified), SLICE_ARGS(c->value));
        return;
    }
    if (slice_equal(type->key_property, c->value)) {
        correct_agree(c, fact_origin(model_decision(&type->facts, FACT_KEY), type->origin));
        return;
    }
    mark_key(c, type, type->key_property, false);
    mark_key(c, type, c->value, true);
    type->key_property = c->value;
    correct_overrule(c, fact_decision(c->arena, &type->facts, FACT_KEY),
                     c->value.len > 0 ? c->value : SLICE("none"));
    correct_touch(c, type);
}

/* ---- Names ---- */

bool correct_name_is_free(struct correcting *c, slice old, slice qualified)
{
    if (slice_ends_with(qualified, SLICE("."))) {
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                       "\"%.*s\" ends in a dot; write the name behind it", SLICE_ARGS(qualified));
        return false;
    }
    const struct model_type *type = correct_find_type(c, (slice){0}, qualified);
    const struct model_enumeration *enumeration =
        correct_find_enumeration(c, (slice){0}, qualified);
    bool taken =
        (type != NULL && slice_equal_ignore_case(type->qualified, qualified) &&
         !slice_equal(type->qualified, old)) ||
        (enumeration != NULL && slice_equal_ignore_case(enumeration->qualified, qualified) &&
         !slice_equal(enumeration->qualified, old));
    if (taken)
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                       "there is a %.*s already; choose another name, or drop it first",
                       SLICE_ARGS(qualified));
    return !taken;
}

static void record_name(struct correcting *c, struct model_facts *facts, slice qualified)
{
    correct_overrule(c, fact_decision(c->arena, facts, FACT_NAME), qualified);
}

static void rename_type(struct correcting *c, struct model_type *type)
{
    slice old = type->qualified, space, name;
    identity_split(c->value, &space, &name);
    if (space.len == 0)
        space = type->name_space;
    slice qualified = identity_join(c->arena, space, name);
    if (slice_equal(qualified, old)) {
        correct_agree(c, type->origin);
        return;
    }
    if (!correct_name_is_free(c, old, qualified))
        return;
    type->qualified = qualified;
    type->name_space = space;
    type->name = name;
    type->origin = c->origin;
    record_name(c, &type->facts, qualified);
    correct_touch(c, type);
    for (size_t i = 0; i < c->model->type_count; i++) {
        struct model_type *other = c->model->types[i];
        if (other->base == type)
            other->base_name = qualified;
        if (slice_equal(other->implied_base, old))
            other->implied_base = qualified;
    }
}

/* ---- Dropping and adding ---- */

static void drop_type(struct correcting *c, struct model_type *type)
{
    struct model *model = c->model;
    size_t kept = 0;
    for (size_t i = 0; i < model->type_count; i++) {
        struct model_type *other = model->types[i];
        if (other->base == type) {
            other->base = NULL;
            correct_touch(c, other);
        }
        if (other != type)
            model->types[kept++] = other;
    }
    model->type_count = kept;
    correct_replace_uses(c, type, NULL, (struct type_use){.kind = USE_UNTYPED});
}

static void add_type(struct correcting *c, slice space, slice name)
{
    struct model *model = c->model;
    struct model_type *type = arena_alloc(c->arena, sizeof *type);
    *type = (struct model_type){
        .model = model,
        .qualified = identity_join(c->arena, space, name),
        .name_space = space,
        .name = name,
        .title = name,
        .kind = slice_equal(c->value, SLICE("entity")) ? KIND_ENTITY : KIND_COMPLEX,
        .origin = c->origin,
    };
    type->base_decision.rule = "no page names a base type";
    if (type->kind == KIND_ENTITY && !base_is_root(type->qualified))
        type->implied_base = root_name(model);
    correct_overrule(c, &type->kind_decision, kind_name(type->kind));
    record_name(c, &type->facts, type->qualified);
    correct_touch(c, type);
    struct model_type **types =
        arena_alloc_array(c->arena, model->type_count + 1, sizeof(struct model_type *));
    for (size_t i = 0; i < model->type_count; i++)
        types[i] = model->types[i];
    types[model->type_count++] = type;
    model->types = types;
}

static void add_enumeration(struct correcting *c, slice space, slice name)
{
    struct model *model = c->model;
    struct model_enumeration *enumeration = arena_alloc(c->arena, sizeof *enumeration);
    *enumeration = (struct model_enumeration){
        .model = model,
        .qualified = identity_join(c->arena, space, name),
        .name_space = space,
        .name = name,
        .origin = c->origin,
    };
    record_name(c, &enumeration->facts, enumeration->qualified);
    struct model_enumeration **enumerations = arena_alloc_array(
        c->arena, model->enumeration_count + 1, sizeof(struct model_enumeration *));
    for (size_t i = 0; i < model->enumeration_count; i++)
        enumerations[i] = model->enumerations[i];
    enumerations[model->enumeration_count++] = enumeration;
    model->enumerations = enumerations;
}

void correct_add_node(struct correcting *c)
{
    slice space, name;
    identity_split(identity_join(c->arena, c->entry->fields[CORRECTION_NAMESPACE],
                                 c->entry->fields[CORRECTION_TYPE]),
                   &space, &name);
    if (space.len == 0) {
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_NAMESPACE,
                       "\"%.*s\" is to be added to no namespace; state one", SLICE_ARGS(name));
        return;
    }
    if (name.len == 0) {
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_TYPE,
                       "the name ends in a dot; write the name behind it");
        return;
    }
    c->found++;
    if (slice_equal(c->value, SLICE("enumeration")))
        add_enumeration(c, space, name);
    else
        add_type(c, space, name);
}

/* What is listed already need not be added, unless it is withheld; what kind it has is another
 * matter. */
static void add_again(struct correcting *c, struct model_type *type)
{
    if (slice_equal(c->value, SLICE("enumeration"))) {
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_VALUE,
                       "%.*s is documented as a type; drop it first", SLICE_ARGS(type->qualified));
        return;
    }
    if (!slice_equal(c->value, kind_name(type->kind))) {
        c->agreed_text =
            arena_format(c->arena,
                         "%.*s is documented by now, as %.*s; correct its kind with "
                         "\"kind\" instead of adding it",
                         SLICE_ARGS(type->qualified), SLICE_ARGS(kind_name(type->kind)));
        correct_kind(c, type);
    }
    if (type->withheld == WITHHELD_NOT) {
        correct_agree(c, type->origin);
    } else {
        type->withheld = WITHHELD_NOT;
        record_name(c, &type->facts, type->qualified);
    }
}

void correct_type(struct correcting *c, struct model_type *type)
{
    c->found++;
    bool changed = false;
    switch (c->entry->what) {
    case CORRECT_ADD:
        add_again(c, type);
        break;
    case CORRECT_DROP:
        drop_type(c, type);
        break;
    case CORRECT_RENAME:
        rename_type(c, type);
        break;
    case CORRECT_BASE:
        correct_base(c, type);
        break;
    case CORRECT_KIND:
        correct_kind(c, type);
        break;
    case CORRECT_KEY:
        correct_key(c, type);
        break;
    case CORRECT_DESCRIPTION:
        changed = correct_description(c, &type->facts, &type->descriptions);
        break;
    case CORRECT_DEPRECATED:
        changed = correct_flag(c, &type->facts, FACT_DEPRECATED, type->origin, &type->deprecated);
        break;
    case CORRECT_OPEN:
        changed = correct_flag(c, &type->facts, FACT_OPEN, type->origin, &type->open);
        break;
    case CORRECT_ABSTRACT:
        changed = correct_flag(c, &type->facts, FACT_ABSTRACT, type->origin, &type->abstract);
        break;
    case CORRECT_MEDIA:
        changed = correct_flag(c, &type->facts, FACT_MEDIA, type->origin, &type->media);
        break;
    default:
        correct_refuse(c, DIAG_CORRECTIONS_MALFORMED, CORRECTION_WHAT,
                       "\"%.*s\" is about an enumeration, and %.*s is a type",
                       SLICE_ARGS(c->entry->fields[CORRECTION_WHAT]), SLICE_ARGS(type->qualified));
        break;
    }
    if (changed)
        correct_touch(c, type);
}
