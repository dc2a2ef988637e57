#include "model/export.h"
#include "model/limits.h"
#include "support/json.h"

static void add_text(struct arena *a, struct json_value *object, slice key, slice text)
{
    if (text.len > 0)
        json_add_string(a, object, key, text);
}

static void add_true(struct arena *a, struct json_value *object, slice key, bool value)
{
    if (value)
        json_add_boolean(a, object, key, true);
}

/* ---- Origins and decisions ---- */

static void add_place(struct arena *a, struct json_value *object, const struct origin *origin)
{
    if (origin->page == NULL)
        return;
    const struct page *page = origin->page;
    size_t line = origin->span.source != NULL ? span_line(origin->span) : 0;
    slice path = page->source->path;
    slice at = line > 0 ? arena_format(a, "%.*s:%zu", SLICE_ARGS(path), line) : path;
    json_add_string(a, object, SLICE("at"), at);
    add_text(a, object, SLICE("locale"), page->locale);
    add_text(a, object, SLICE("handoff"), page->handoff);
}

static void add_origin(struct arena *a, struct json_value *object, const struct origin *origin)
{
    if (origin->page != NULL)
        add_place(a, json_add_object(a, object, SLICE("origin")), origin);
}

static void add_decision(struct arena *a, struct json_value *object, slice key,
                         const struct decision *decision)
{
    struct json_value *shown = json_add_object(a, object, key);
    json_add_string(a, shown, SLICE("rule"), slice_from(decision->rule));
    if (decision->evidence_count == 0)
        return;
    struct json_value *list = json_add_array(a, shown, SLICE("evidence"));
    for (size_t i = 0; i < decision->evidence_count; i++) {
        const struct evidence *evidence = &decision->evidence[i];
        struct json_value *item = json_append(list, json_new(a, JSON_OBJECT));
        json_add_string(a, item, SLICE("words"), evidence->words);
        json_add_boolean(a, item, SLICE("taken"), evidence->taken);
        add_place(a, item, &evidence->origin);
    }
}

/* The decisions that a correction made; those about types, bases and kinds are shown anyway. */
static void add_corrections(struct arena *a, struct json_value *object,
                            const struct model_facts *facts)
{
    static const slice names[] = {
        [FACT_NAME] = {"name", 4},
        [FACT_NAVIGATION] = {"navigation", 10},
        [FACT_READ_ONLY] = {"readOnly", 8},
        [FACT_REQUIRED] = {"required", 8},
        [FACT_KEY] = {"key", 3},
        [FACT_NULLABLE] = {"nullable", 8},
        [FACT_MIN_LENGTH] = {"minLength", 9},
        [FACT_MAX_LENGTH] = {"maxLength", 9},
        [FACT_MINIMUM] = {"minimum", 7},
        [FACT_MAXIMUM] = {"maximum", 7},
        [FACT_EXCLUSIVE_MINIMUM] = {"exclusiveMinimum", 16},
        [FACT_EXCLUSIVE_MAXIMUM] = {"exclusiveMaximum", 16},
        [FACT_MAX_ITEMS] = {"maxItems", 8},
        [FACT_OPEN] = {"open", 4},
        [FACT_ABSTRACT] = {"abstract", 8},
        [FACT_MEDIA] = {"media", 5},
        [FACT_DEPRECATED] = {"deprecated", 10},
        [FACT_FLAGS] = {"flags", 5},
        [FACT_NUMBER] = {"number", 6},
        [FACT_DESCRIPTION] = {"description", 11},
    };
    struct json_value *shown = NULL;
    for (size_t i = 0; i < facts->count; i++) {
        const struct model_fact *fact = &facts->items[i];
        const struct page *page =
            fact->decision.evidence_count > 0 ? fact->decision.evidence[0].origin.page : NULL;
        if (page == NULL || page->locale.len > 0)
            continue;
        slice key = names[fact->kind];
        if (fact->locale.len > 0)
            key = arena_format(a, "%.*s:%.*s", SLICE_ARGS(key), SLICE_ARGS(fact->locale));
        if (shown == NULL)
            shown = json_add_object(a, object, SLICE("corrections"));
        add_decision(a, shown, key, &fact->decision);
    }
}

static void add_texts(struct arena *a, struct json_value *object,
                      const struct localized_texts *texts)
{
    if (texts->count == 0)
        return;
    struct json_value *list = json_add_array(a, object, SLICE("descriptions"));
    for (size_t i = 0; i < texts->count; i++) {
        struct json_value *item = json_append(list, json_new(a, JSON_OBJECT));
        json_add_string(a, item, SLICE("text"), texts->items[i].text);
        add_place(a, item, &texts->items[i].origin);
    }
}

/* ---- Properties ---- */

static void add_use(struct arena *a, struct json_value *object, const struct type_use *use)
{
    static const slice names[] = {
        [USE_PRIMITIVE] = {"primitive", 9},
        [USE_ENUMERATION] = {"enumeration", 11},
        [USE_STRUCTURED] = {"structured", 10},
        [USE_UNTYPED] = {"untyped", 7},
    };
    json_add_string(a, object, SLICE("type"), model_type_use_name(use));
    json_add_string(a, object, SLICE("typeKind"), names[use->kind]);
    json_add_boolean(a, object, SLICE("collection"), use->collection);
}

static void add_property(struct arena *a, struct json_value *list,
                         const struct model_property *property)
{
    struct json_value *item = json_append(list, json_new(a, JSON_OBJECT));
    json_add_string(a, item, SLICE("name"), property->name);
    add_use(a, item, &property->type);
    add_true(a, item, SLICE("navigation"), property->navigation);
    add_true(a, item, SLICE("readOnly"), property->read_only);
    add_true(a, item, SLICE("required"), property->required);
    add_true(a, item, SLICE("key"), property->key);
    add_true(a, item, SLICE("deprecated"), property->deprecated);
    if (property->nullable != NULLABLE_UNSTATED)
        json_add_boolean(a, item, SLICE("nullable"), property->nullable == NULLABLE_YES);
    for (int i = 0; i < LIMIT_COUNT; i++) {
        const struct limit limit = model_limit(property, (enum limit_kind)i);
        if (limit.stated)
            json_add_decimal(a, item, limits_json_key((enum limit_kind)i), limit.value);
    }
    if (property->repeats != NULL)
        json_add_string(a, item, SLICE("repeats"), property->repeats->owner->qualified);
    json_add_boolean(a, item, SLICE("rendered"), property->rendered);
    add_texts(a, item, &property->descriptions);
    add_origin(a, item, &property->origin);
    add_decision(a, item, SLICE("decision"), &property->decision);
    add_corrections(a, item, &property->facts);
}

/* ---- Types ---- */

/* A copy that may stand under another parent. Readers limit the depth (JSON_DEPTH_MAX). */
static struct json_value *copy_value(struct arena *a, const struct json_value *value)
{
    struct json_value *copy = json_new(a, value->kind);
    copy->text = value->text;
    copy->boolean = value->boolean;
    for (const struct json_value *child = value->first; child != NULL; child = child->next) {
        if (value->kind == JSON_OBJECT)
            json_add(copy, child->key, copy_value(a, child));
        else
            json_append(copy, copy_value(a, child));
    }
    return copy;
}

static void add_examples(struct arena *a, struct json_value *object, const struct model_type *type)
{
    struct json_value *list = json_add_array(a, object, SLICE("examples"));
    for (size_t i = 0; i < type->example_count; i++) {
        struct json_value *item = json_append(list, json_new(a, JSON_OBJECT));
        add_place(a, item, &type->examples[i].origin);
        json_add_boolean(a, item, SLICE("collection"), type->examples[i].collection);
        json_add(item, SLICE("value"), copy_value(a, type->examples[i].value));
    }
}

static void add_pages(struct arena *a, struct json_value *object, const struct model_type *type)
{
    struct json_value *list = json_add_array(a, object, SLICE("pages"));
    for (size_t i = 0; i < type->page_count; i++) {
        struct origin origin = {.page = type->pages[i]};
        add_place(a, json_append(list, json_new(a, JSON_OBJECT)), &origin);
    }
}

static void add_type(struct arena *a, struct json_value *list, const struct model_type *type)
{
    struct json_value *item = json_append(list, json_new(a, JSON_OBJECT));
    json_add_string(a, item, SLICE("name"), type->qualified);
    json_add_string(a, item, SLICE("kind"),
                    type->kind == KIND_ENTITY ? SLICE("entity") : SLICE("complex"));
    if (type->base_name.len > 0) {
        json_add_string(a, item, SLICE("base"), type->base_name);
        json_add_boolean(a, item, SLICE("baseDocumented"), type->base != NULL);
    }
    add_text(a, item, SLICE("impliedBase"), type->implied_base);
    add_text(a, item, SLICE("title"), type->title);
    add_text(a, item, SLICE("keyProperty"), type->key_property);
    add_true(a, item, SLICE("open"), type->open);
    add_true(a, item, SLICE("abstract"), type->abstract);
    add_true(a, item, SLICE("media"), type->media);
    add_true(a, item, SLICE("deprecated"), type->deprecated);
    add_true(a, item, SLICE("withheld"), type->withheld != WITHHELD_NOT);
    add_texts(a, item, &type->descriptions);
    add_origin(a, item, &type->origin);
    add_pages(a, item, type);
    add_decision(a, item, SLICE("baseDecision"), &type->base_decision);
    add_decision(a, item, SLICE("kindDecision"), &type->kind_decision);
    add_corrections(a, item, &type->facts);
    struct json_value *properties = json_add_array(a, item, SLICE("properties"));
    for (size_t i = 0; i < type->property_count; i++)
        add_property(a, properties, &type->properties[i]);
    add_examples(a, item, type);
}

/* ---- Enumerations ---- */

static void add_member(struct arena *a, struct json_value *list, const struct model_member *member)
{
    struct json_value *item = json_append(list, json_new(a, JSON_OBJECT));
    json_add_string(a, item, SLICE("name"), member->name);
    if (member->numbered)
        json_add_integer(a, item, SLICE("number"), member->number);
    add_texts(a, item, &member->descriptions);
    add_origin(a, item, &member->origin);
    add_corrections(a, item, &member->facts);
}

static void add_enumeration(struct arena *a, struct json_value *list,
                            const struct model_enumeration *enumeration)
{
    struct json_value *item = json_append(list, json_new(a, JSON_OBJECT));
    json_add_string(a, item, SLICE("name"), enumeration->qualified);
    json_add_boolean(a, item, SLICE("inPlace"), enumeration->in_place);
    add_true(a, item, SLICE("flags"), enumeration->flags);
    add_true(a, item, SLICE("evolvable"), enumeration->evolvable);
    add_true(a, item, SLICE("withheld"), enumeration->withheld != WITHHELD_NOT);
    add_texts(a, item, &enumeration->descriptions);
    add_origin(a, item, &enumeration->origin);
    add_corrections(a, item, &enumeration->facts);
    struct json_value *members = json_add_array(a, item, SLICE("members"));
    for (size_t i = 0; i < enumeration->member_count; i++)
        add_member(a, members, &enumeration->members[i]);
}

static void add_model(struct arena *a, struct json_value *list, const struct model *model)
{
    struct json_value *item = json_append(list, json_new(a, JSON_OBJECT));
    json_add_string(a, item, SLICE("version"), model->version);
    struct json_value *types = json_add_array(a, item, SLICE("types"));
    for (size_t i = 0; i < model->type_count; i++)
        add_type(a, types, model->types[i]);
    struct json_value *enumerations = json_add_array(a, item, SLICE("enumerations"));
    for (size_t i = 0; i < model->enumeration_count; i++)
        add_enumeration(a, enumerations, model->enumerations[i]);
}

void model_export_json(const struct model_set *models, struct buffer *out)
{
    struct arena arena;
    arena_init(&arena);
    struct json_value *root = json_new(&arena, JSON_OBJECT);
    json_add_string(&arena, root, SLICE("primaryLocale"), models->primary_locale);
    struct json_value *versions = json_add_array(&arena, root, SLICE("models"));
    for (size_t i = 0; i < models->count; i++)
        add_model(&arena, versions, models->models[i]);
    json_write(root, true, out);
    buffer_append_char(out, '\n');
    arena_finish(&arena);
}
