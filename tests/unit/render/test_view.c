/* The view: what templates see, and that templates/README.md says so. */
#include "fixture.h"

#include "test_cmocka.h"

#include "support/map.h"

/* ---- the guide ---- */

struct key {
    slice name;
    bool documented;
    bool brief; /* documented as part of brief things */
    bool seen;
    bool seen_brief;
};

struct keys {
    struct arena *arena;
    struct map by_name;
    struct key **items;
    size_t count;
};

static struct key *key_of(struct keys *keys, slice name)
{
    struct key *key = map_get(&keys->by_name, name);
    if (key != NULL)
        return key;
    key = arena_alloc(keys->arena, sizeof *key);
    key->name = arena_copy(keys->arena, name);
    map_put(&keys->by_name, key->name, key);
    keys->items = arena_extend(keys->arena, keys->items, keys->count, sizeof(struct key *));
    keys->items[keys->count++] = key;
    return key;
}

/* Rows of tables that begin with a key in backticks: | `type.name` | *b* ... */
static void read_guide(struct keys *keys)
{
    struct buffer text;
    buffer_init(&text);
    assert_int_equal(
        fs_native()->read(NULL, DOCMODEL_SOURCE_DIR "/templates/README.md", 1 << 20, &text), 0);
    slice rest = buffer_slice(&text);
    slice line;
    while (slice_next_line(&rest, &line)) {
        slice name;
        slice behind;
        if (!slice_starts_with(line, SLICE("| `")) ||
            !slice_cut(slice_skip(line, 3), '`', &name, &behind) ||
            slice_find_byte(name, '.') == SLICE_NONE)
            continue;
        struct key *key = key_of(keys, name);
        key->documented = true;
        key->brief = slice_starts_with(behind, SLICE(" | *b*"));
    }
    buffer_finish(&text);
}

static void see_things(struct keys *keys, const struct json_value *thing, bool brief);

static void see_keys(struct keys *keys, slice prefix, const struct json_value *object, bool brief)
{
    for (const struct json_value *m = object->first; m != NULL; m = m->next) {
        slice name = arena_format(keys->arena, "%.*s.%.*s", SLICE_ARGS(prefix), SLICE_ARGS(m->key));
        if (slice_equal(m->key, SLICE("c"))) {
            see_keys(keys, name, m, brief);
            continue;
        }
        struct key *key = key_of(keys, name);
        key->seen = true;
        key->seen_brief = key->seen_brief || brief;
        bool list = m->kind == JSON_ARRAY;
        bool mentions =
            slice_starts_with(name, SLICE("api.")) || slice_starts_with(name, SLICE("namespace."));
        if (m->kind == JSON_OBJECT)
            see_things(keys, m, false);
        for (const struct json_value *e = m->first; list && e != NULL; e = e->next)
            see_things(keys, e, mentions);
    }
}

/* THING is {kind: {keys}}, or a root with several of those. */
static void see_things(struct keys *keys, const struct json_value *thing, bool brief)
{
    for (const struct json_value *kind = thing->first; kind != NULL; kind = kind->next) {
        if (kind->kind == JSON_OBJECT)
            see_keys(keys, kind->key, kind, brief);
    }
}

/* A model with everything that opens a section. */
static void make_rich_model(struct fixture *fixture)
{
    fixture_layout(fixture);
    struct model_type *type = fixture->set.models[0]->types[0];
    struct model_property *drift =
        fixture_property(fixture, type, "older", fixture_primitive(EDM_STRING), NULL, 9);
    drift->rendered = false;
}

static void the_guide_has_every_key(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    make_rich_model(&fixture);
    struct keys keys = {.arena = *state};
    map_init(&keys.by_name, *state);
    read_guide(&keys);
    assert_true(keys.count > 150);
    const struct json_value *context = fixture_context(&fixture, "");
    for (const struct json_value *kind = context->first; kind != NULL; kind = kind->next) {
        if (kind->kind == JSON_OBJECT)
            see_things(&keys, kind, false);
        for (const struct json_value *e = kind->first; kind->kind == JSON_ARRAY && e != NULL;
             e = e->next)
            see_things(&keys, e, false);
    }
    for (size_t i = 0; i < keys.count; i++) {
        const struct key *key = keys.items[i];
        if (!key->documented)
            fail_msg("templates/README.md lacks %.*s", SLICE_ARGS(key->name));
        if (!key->seen)
            fail_msg("templates/README.md has %.*s, the view has not", SLICE_ARGS(key->name));
        bool thing = slice_starts_with(key->name, SLICE("type.")) ||
                     slice_starts_with(key->name, SLICE("enumeration."));
        if (thing && key->brief != key->seen_brief)
            fail_msg("%.*s: *b* is wrong", SLICE_ARGS(key->name));
    }
}

/* ---- values ---- */

static void assert_text(const struct json_value *view, const char *keys, const char *expected)
{
    slice text = fixture_text_at(view, keys);
    if (!slice_equal(text, slice_from(expected)))
        fail_msg("%s is %.*s, not %s", keys, SLICE_ARGS(text), expected);
}

static bool is_true(const struct json_value *view, const char *keys)
{
    const struct json_value *value = fixture_at(view, keys);
    assert_non_null(value);
    return value->kind == JSON_BOOLEAN && value->boolean;
}

static struct model_type *one_type(struct fixture *fixture)
{
    struct model *model = fixture_model(fixture, "v1.0");
    return fixture_type(fixture, model, "microsoft.graph.foo", KIND_COMPLEX, NULL);
}

static void comments_state_facts_once(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    struct model_property *p = fixture_property(&fixture, type, "a", fixture_primitive(EDM_STRING),
                                                "The ID. Read-only.", 7);
    p->read_only = true;
    p->key = true;
    p->limits[LIMIT_MAX_LENGTH] = (struct limit){true, {256, 0}};
    p->nullable = NULLABLE_NO;
    p = fixture_property(&fixture, type, "b", fixture_many(fixture_primitive(EDM_INT32)), NULL, 8);
    p->read_only = true;
    p->nullable = NULLABLE_YES;
    p->required = true;
    p->deprecated = true;
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/properties/0/property/c/comment/0",
                "/** The ID. Read-only. (String, key, not nullable, at most 256 characters, "
                "foo.md:7) */");
    assert_text(view, "type/properties/1/property/c/comment/0",
                "/** (Collection of Int32, read-only, required, deprecated, nullable, foo.md:8) "
                "*/");
    assert_text(view, "type/properties/1/property/c/declaration",
                "dm_int32s b DM_DEPRECATED(\"see foo.md:8\")");
    assert_text(view, "type/properties/1/property/c/flags",
                "DM_COLLECTION | DM_READ_ONLY | DM_REQUIRED | DM_OLD");
}

static void limits_become_rules(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    struct model_property *p =
        fixture_property(&fixture, type, "a", fixture_primitive(EDM_INT32), NULL, 7);
    p->limits[LIMIT_MINIMUM] = (struct limit){true, {0, 0}};
    p->limits[LIMIT_EXCLUSIVE_MAXIMUM] = (struct limit){true, {-25, 1}};
    p = fixture_property(&fixture, type, "b", fixture_many(fixture_primitive(EDM_STRING)), NULL, 8);
    p->limits[LIMIT_MAX_LENGTH] = (struct limit){true, {5, 0}};
    p->limits[LIMIT_MAX_ITEMS] = (struct limit){true, {20, 0}};
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/properties/0/property/c/comment/0",
                "/** (Int32, at least 0, below -2.5, foo.md:7) */");
    assert_text(view, "type/properties/0/property/minimum", "0");
    assert_text(view, "type/properties/1/property/max_items", "20");
    assert_text(view, "type/c/constraints/0/constraint/kind", "DM_RULE_MINIMUM");
    assert_text(view, "type/c/constraints/0/constraint/bound", "0");
    assert_text(view, "type/properties/0/property/exclusive_maximum", "-2.5");
    assert_text(view, "type/c/constraints/0/constraint/scale", "0");
    assert_text(view, "type/c/constraints/1/constraint/kind", "DM_RULE_EXCLUSIVE_MAXIMUM");
    assert_text(view, "type/c/constraints/1/constraint/bound", "-25");
    assert_text(view, "type/c/constraints/1/constraint/scale", "1");
    assert_text(view, "type/c/constraints/2/constraint/kind", "DM_RULE_MAX_LENGTH");
    assert_text(view, "type/c/constraints/2/constraint/bound", "5");
    assert_text(view, "type/c/constraints/3/constraint/kind", "DM_RULE_MAX_ITEMS");
    assert_text(view, "type/c/constraints/3/constraint/bound", "20");
    assert_text(view, "type/c/constraints/3/constraint/field", "1");
    assert_null(fixture_at(view, "type/c/constraints/4"));
}

static void names_that_json_escapes_are_told(void **state)
{
    static const char *const names[] = {"a\"b", "a\\b", "a\tb", "a'b", "\xc3\xa4"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct fixture fixture;
        fixture_init(&fixture, *state);
        struct model_type *type = one_type(&fixture);
        fixture_property(&fixture, type, "plain", fixture_primitive(EDM_STRING), NULL, 7);
        fixture_property(&fixture, type, names[i], fixture_primitive(EDM_STRING), NULL, 8);
        fixture_finish(&fixture);
        slice flags =
            json_get_text(fixture_at(fixture_context(&fixture, "foo"), "type/c"), SLICE("flags"));
        assert_int_equal(slice_find(flags, SLICE("DM_ESCAPES")) != SLICE_NONE, i < 3);
    }
}

static void text_of_pages_cannot_leave_a_comment(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    fixture_property(&fixture, type, "a", fixture_primitive(EDM_STRING), "*/ #error", 7);
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/properties/0/property/c/comment/0",
                "/** * / \\#error (String, foo.md:7) */");
    assert_text(view, "type/properties/0/property/description", "*/ #error");
}

static void what_is_not_selected_is_raw(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    struct model_type *other =
        fixture_type(&fixture, fixture.set.models[0], "microsoft.graph.other", KIND_ENTITY, NULL);
    struct model_property *p =
        fixture_property(&fixture, type, "others", fixture_many(fixture_object(other)), NULL, 7);
    p->navigation = true;
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/properties/0/property/target/target/file", "other");
    assert_text(view, "type/properties/0/property/c/collection/collection/items",
                "struct graph_other **items");

    fixture.selections[0].types[other->index] = false;
    view = fixture_context(&fixture, "foo");
    assert_true(is_true(view, "type/properties/0/property/cut"));
    assert_text(view, "type/properties/0/property/c/declaration", "dm_jsons others");
    assert_text(view, "type/properties/0/property/c/kind", "DM_UNTYPED");
    assert_text(view, "type/properties/0/property/c/comment/0",
                "/** (Collection of other, kept as JSON, foo.md:7) */");
    assert_null(fixture_at(view, "type/c/forwards/0"));
    assert_null(fixture_at(view, "type/c/externs/0"));
    assert_null(fixture_context(&fixture, "other"));
}

static void drift_is_named_but_not_rendered(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    struct page *page = (struct page *)(uintptr_t)fixture_page(&fixture, "zh-CN/foo.md", "zh-CN");
    page->handoff = SLICE("12/20/2018");
    type->pages[type->page_count++] = page;
    fixture_property(&fixture, type, "a", fixture_primitive(EDM_STRING), NULL, 7);
    struct model_property *drift =
        fixture_property(&fixture, type, "createdDateTime", fixture_primitive(EDM_DATE), NULL, 8);
    drift->rendered = false;
    drift->origin = fixture_origin(page, 22);
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_null(fixture_at(view, "type/properties/1"));
    assert_text(view, "type/drift/0/drift/name", "createdDateTime");
    assert_text(view, "type/drift/0/drift/handoff", "12/20/2018");
    assert_text(view, "type/drift/0/drift/line", "22");
    assert_text(
        view, "type/c/notice/4",
        " * Listed by the zh-CN page only, handed off 12/20/2018, and rendered with --merge "
        "union only:");
    drift->rendered = true;
    view = fixture_context(&fixture, "foo");
    assert_text(view, "type/properties/1/property/name", "createdDateTime");
    assert_null(fixture_at(view, "type/drift/0"));
    assert_text(view, "type/c/notice/4",
                " * Listed by the zh-CN page only, handed off 12/20/2018: createdDateTime.");
}

static void names_of_pages_cannot_leave_a_comment(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    const struct page *odd = fixture_page(&fixture, "en-US/a*/foo.md", "en-US");
    struct model_property *property =
        fixture_property(&fixture, type, "a", fixture_primitive(EDM_DATE), NULL, 7);
    property->origin = fixture_origin(odd, 7);
    odd = fixture_page(&fixture, "en-US/a\nb.md", "en-US");
    property = fixture_property(&fixture, type, "b", fixture_primitive(EDM_DATE), NULL, 8);
    property->origin = fixture_origin(odd, 8);
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/properties/0/property/c/comment/0",
                "/** (Date, en-US/a* /foo.md:7) */");
    assert_text(view, "type/properties/1/property/c/comment/0", "/** (Date, a b.md:8) */");
    assert_text(view, "type/properties/0/property/path", "en-US/a*/foo.md");
}

static void places_on_other_pages_are_told_apart(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    const struct page *translated = fixture_page(&fixture, "zh-CN/foo.md", "zh-CN");
    const struct page *another = fixture_page(&fixture, "en-US/other/foo.md", "en-US");
    const struct page *third = fixture_page(&fixture, "en-US/bar.md", "en-US");
    const struct page *corrections = fixture_page(&fixture, "de-DE/foo.md", "");
    const struct page *const pages[] = {type->pages[0], translated, another, third, corrections};
    for (size_t i = 0; i < 5; i++) {
        static const char *const names[] = {"a", "b", "c", "d", "e"};
        struct model_property *property =
            fixture_property(&fixture, type, names[i], fixture_primitive(EDM_DATE), NULL, 7);
        property->origin = fixture_origin(pages[i], 7);
        property->deprecated = i == 1;
    }
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/properties/0/property/c/comment/0", "/** (Date, foo.md:7) */");
    assert_text(view, "type/properties/1/property/c/comment/0",
                "/** (Date, deprecated, zh-CN foo.md:7) */");
    assert_text(view, "type/properties/1/property/c/declaration",
                "dm_date b DM_DEPRECATED(\"see zh-CN foo.md:7\")");
    assert_text(view, "type/properties/2/property/c/comment/0",
                "/** (Date, en-US/other/foo.md:7) */");
    assert_text(view, "type/properties/3/property/c/comment/0", "/** (Date, bar.md:7) */");
    assert_text(view, "type/properties/4/property/c/comment/0", "/** (Date, foo.md:7) */");
}

static void members_on_other_pages_are_told_apart(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model *model = fixture_model(&fixture, "v1.0");
    struct model_enumeration *e =
        fixture_enumeration(&fixture, model, "microsoft.graph.tone", NULL);
    const struct page *translated = fixture_page(&fixture, "zh-CN/tone.md", "zh-CN");
    fixture_member(e, "low")->descriptions = fixture_text(&fixture, "en-US", "Low.", e->origin);
    struct model_member *high = fixture_member(e, "high");
    high->origin = fixture_origin(translated, 8);
    high->descriptions = fixture_text(&fixture, "en-US", "High.", high->origin);
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "tone");
    assert_text(view, "enumeration/members/0/member/c/comment/0", "/** Low. (tone.md:12) */");
    assert_text(view, "enumeration/members/1/member/c/comment/0", "/** High. (zh-CN tone.md:8) */");
}

static void a_repeated_property_stands_once_unless_its_base_is_silent(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *base = one_type(&fixture);
    struct model_type *derived =
        fixture_type(&fixture, fixture.set.models[0], "microsoft.graph.bar", KIND_COMPLEX, base);
    struct model_property *first =
        fixture_property(&fixture, base, "a", fixture_primitive(EDM_STRING), NULL, 7);
    struct model_property *again =
        fixture_property(&fixture, derived, "a", fixture_primitive(EDM_STRING), NULL, 8);
    again->repeats = first;
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "bar");
    assert_null(fixture_at(view, "type/properties/0"));
    assert_text(view, "type/all_properties/0/property/line", "7");
    assert_null(fixture_at(view, "type/all_properties/1"));

    first->rendered = false;
    view = fixture_context(&fixture, "bar");
    assert_text(view, "type/all_properties/0/property/line", "8");
    assert_text(view, "type/all_properties/0/property/c/name", "a");
    assert_null(fixture_at(view, "type/all_properties/1"));
}

static void descriptions_have_a_language(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    static struct localized_text texts[2];
    texts[0] = (struct localized_text){SLICE("en-US"), SLICE("It\xE2\x80\x99s"), type->origin};
    texts[1] = (struct localized_text){SLICE("es-ES"), SLICE("operaci\xC3\xB3n"), type->origin};
    type->descriptions = (struct localized_texts){texts, 2};
    fixture_finish(&fixture);
    assert_text(fixture_context(&fixture, "foo"), "type/c/comment/0",
                "/** microsoft.graph.foo: It's (foo.md:12) */");
    fixture.options.doc_locale = SLICE("es-ES");
    assert_text(fixture_context(&fixture, "foo"), "type/c/comment/0",
                "/** microsoft.graph.foo: operaci\xC3\xB3n (foo.md:12) */");
    fixture.options.no_descriptions = true;
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/c/comment/0", "/** microsoft.graph.foo (foo.md:12) */");
    assert_text(view, "type/description", "");
    assert_text(view, "project/license", "");
}

static void a_banner_replaces_the_notice(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    one_type(&fixture);
    fixture_finish(&fixture);
    assert_text(
        fixture_context(&fixture, "foo"), "type/c/notice/1",
        " * From en-US/api-reference/v1.0/resources/foo.md by docmodel. Do not edit: change "
        "the page or");
    fixture.options.banner = SLICE("Ours */\nAll of it");
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/c/notice/1", " * Ours * /");
    assert_text(view, "type/c/notice/2", " * All of it");
    assert_text(view, "project/notice/1", "All of it");
}

static void flags_that_c_cannot_hold_are_values(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model *model = fixture_model(&fixture, "v1.0");
    struct model_enumeration *e =
        fixture_enumeration(&fixture, model, "microsoft.graph.rights", NULL);
    e->flags = true;
    fixture_member(e, "none")->numbered = true;
    struct model_member *big = fixture_member(e, "big");
    big->numbered = true;
    big->number = 1LL << 30;
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "rights");
    assert_true(is_true(view, "enumeration/flags"));
    assert_text(view, "enumeration/members/0/member/c/value", "0");
    assert_text(view, "enumeration/members/1/member/c/value", "1073741824");
    big->number = 1LL << 31;
    view = fixture_context(&fixture, "rights");
    assert_false(is_true(view, "enumeration/flags"));
    assert_text(view, "enumeration/members/1/member/c/value", "2");
    assert_text(view, "enumeration/members/1/member/c/number", "2147483648");
}

static void examples_become_data_of_tests(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    fixture_example(&fixture, type, "{\"a/b\": [1, {\"~\": null}], \"c\": \"\xC3\xA4\\\"\"}", 40);
    fixture_example(&fixture, type, "{\"value\": [{\"d\": true}, 5, {}]}", 50);
    type->examples[1].collection = true;
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/c/case_values/0/value/pointer", "\"/a~1b/0\"");
    assert_text(view, "type/c/case_values/1/value/pointer", "\"/a~1b/1/~0\"");
    assert_text(view, "type/c/case_values/1/value/json", "\"null\"");
    assert_text(view, "type/c/case_values/2/value/json", "\"\\\"\\303\\244\\\\\\\"\\\"\"");
    assert_text(view, "type/c/cases/0/case/text/0", "\"{\\n\"");
    assert_text(view, "type/c/cases/0/case/text/1", "\"  \\\"a/b\\\": [\\n\"");
    assert_text(view, "type/c/cases/0/case/text/7",
                "\"  \\\"c\\\": \\\"\\\\u00e4\\\\\\\"\\\"\\n\"");
    assert_text(view, "type/c/cases/0/case/value_count", "3");
    assert_text(view, "type/c/cases/1/case/values", "graph_foo_values + 3");
    assert_text(view, "type/c/cases/2/case/values", "NULL");
    assert_null(fixture_at(view, "type/c/cases/3"));
}

static void long_examples_become_characters(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = one_type(&fixture);
    char text[5001];
    memset(text, ' ', 5000);
    memcpy(text, "{\"a\": \"'", 8);
    memset(text + 8, 'x', 4900);
    memcpy(text + 4908, "\"}", 2);
    text[5000] = '\0';
    fixture_example(&fixture, type, text, 40);
    fixture_finish(&fixture);
    const struct json_value *view = fixture_context(&fixture, "foo");
    assert_text(view, "type/c/cases/0/case/text/0", "graph_foo_texts + 0");
    slice texts = fixture_text_at(view, "type/c/long_texts");
    assert_true(
        slice_starts_with(texts, SLICE("'{', '\"', 'a', '\"', ':', ' ', '\"', '\\'', 'x', 'x', ")));
    assert_true(slice_ends_with(texts, SLICE("'x', '\"', '}', 0")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_guide_has_every_key),
        TEST(comments_state_facts_once),
        TEST(limits_become_rules),
        TEST(names_that_json_escapes_are_told),
        TEST(text_of_pages_cannot_leave_a_comment),
        TEST(what_is_not_selected_is_raw),
        TEST(drift_is_named_but_not_rendered),
        TEST(places_on_other_pages_are_told_apart),
        TEST(names_of_pages_cannot_leave_a_comment),
        TEST(members_on_other_pages_are_told_apart),
        TEST(a_repeated_property_stands_once_unless_its_base_is_silent),
        TEST(descriptions_have_a_language),
        TEST(a_banner_replaces_the_notice),
        TEST(flags_that_c_cannot_hold_are_values),
        TEST(examples_become_data_of_tests),
        TEST(long_examples_become_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
