/* The one pass that tells the names of a run apart. */
#include "render/c_names.h"

#include "fixture.h"

#include "test_cmocka.h"

static const struct c_names *make(struct fixture *fixture)
{
    fixture_finish(fixture);
    const struct model *models[4];
    for (size_t i = 0; i < fixture->set.count; i++)
        models[i] = fixture->set.models[i];
    return c_names_make(fixture->arena, models, fixture->set.count, fixture->options.prefix,
                        fixture->options.exact_prefix);
}

static void assert_name(slice name, const char *expected)
{
    if (!slice_equal(name, slice_from(expected)))
        fail_msg("%.*s, not %s", SLICE_ARGS(name), expected);
}

static struct model_type *add_type(struct fixture *fixture, const char *name)
{
    if (fixture->set.count == 0)
        fixture_model(fixture, "v1.0");
    return fixture_type(fixture, fixture->set.models[0], name, KIND_ENTITY, NULL);
}

static struct model_property *add_property(struct fixture *fixture, struct model_type *type,
                                           const char *name)
{
    return fixture_property(fixture, type, name, fixture_primitive(EDM_STRING), NULL, 1);
}

static void types_have_prefix_and_inner_namespace(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *user = add_type(&fixture, "microsoft.graph.userSettings");
    struct model_type *session = add_type(&fixture, "microsoft.graph.callRecords.session");
    struct model_type *other = add_type(&fixture, "contoso.things.box");
    add_type(&fixture, "microsoft.graph.another");
    const struct c_names *names = make(&fixture);
    assert_name(c_names_type(names, user)->name, "graph_user_settings");
    assert_name(c_names_type(names, user)->member, "as_user_settings");
    assert_name(c_names_type(names, user)->around[C_TYPE_GUARD], "GRAPH_USER_SETTINGS_H");
    assert_name(c_names_type(names, session)->name, "graph_call_records_session");
    assert_name(c_names_type(names, session)->file, "call_records/session");
    assert_name(c_names_type(names, other)->name, "graph_contoso_things_box");
    assert_name(names->project, "graph");
    assert_name(names->option, "GRAPH");
    assert_name(names->apis[0].component, "v1");
    assert_name(names->apis[0].target, "graph_v1");
}

static void versions_that_differ_in_zeros_have_components_of_their_own(void **state)
{
    static const char *const versions[] = {"v1", "v1.0", "v2", "v2.0"};
    static const char *const components[] = {"v1_2", "v1", "v2_2", "v2"};
    struct fixture fixture;
    fixture_init(&fixture, *state);
    for (size_t i = 0; i < 4; i++)
        fixture_type(&fixture, fixture_model(&fixture, versions[i]), "microsoft.graph.foo",
                     KIND_ENTITY, NULL);
    const struct c_names *names = make(&fixture);
    for (size_t i = 0; i < names->count; i++)
        for (size_t v = 0; v < 4; v++)
            if (slice_equal(names->apis[i].model->version, slice_from(versions[v])))
                assert_name(names->apis[i].component, components[v]);
}

static void types_that_collide_are_numbered(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *camel = add_type(&fixture, "microsoft.graph.fooBar");
    struct model_type *snake = add_type(&fixture, "microsoft.graph.foo_bar");
    struct model_type *inner = add_type(&fixture, "microsoft.graph.foo.bar");
    struct model_type *upper = add_type(&fixture, "microsoft.graph.FOO_BAR");
    const struct c_names *names = make(&fixture);
    assert_name(c_names_type(names, upper)->name, "graph_foo_bar");
    assert_name(c_names_type(names, camel)->name, "graph_foo_bar_2");
    assert_name(c_names_type(names, snake)->name, "graph_foo_bar_3");
    assert_name(c_names_type(names, inner)->name, "graph_foo_bar_4");
    assert_name(c_names_type(names, camel)->around[C_TYPE_PARSE], "graph_foo_bar_2_parse");
    assert_name(c_names_type(names, camel)->file, "foo_bar_2");
    assert_name(c_names_type(names, inner)->file, "foo/bar");
}

static void documented_names_win_over_made_up_ones(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *note = add_type(&fixture, "microsoft.graph.onenote");
    struct model_type *page = add_type(&fixture, "microsoft.graph.onenotePage");
    struct model_type *parse = add_type(&fixture, "microsoft.graph.onenoteParse");
    const struct c_names *names = make(&fixture);
    assert_name(c_names_type(names, page)->name, "graph_onenote_page");
    assert_name(c_names_type(names, page)->around[C_TYPE_DESCRIPTOR],
                "graph_onenote_page_descriptor");
    assert_name(c_names_type(names, parse)->name, "graph_onenote_parse");
    assert_name(c_names_type(names, note)->around[C_TYPE_PARSE], "graph_onenote_parse_2");
    assert_name(c_names_type(names, note)->around[C_TYPE_PAGE], "graph_onenote_page_2");
    assert_name(c_names_type(names, note)->around[C_TYPE_PAGE_DESCRIPTOR],
                "graph_onenote_page_2_descriptor");
}

static void enumerators_are_told_apart(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = add_type(&fixture, "microsoft.graph.foo");
    struct model *model = fixture.set.models[0];
    struct model_property *bar = add_property(&fixture, type, "bar");
    struct model_enumeration *in_place = fixture_enumeration(&fixture, model, NULL, bar);
    fixture_member(in_place, "baz");
    fixture_member(in_place, "absent");
    fixture_member(in_place, "auto");
    fixture_member(in_place, "h");
    struct model_enumeration *foo =
        fixture_enumeration(&fixture, model, "microsoft.graph.fooBarBaz", NULL);
    fixture_member(foo, "a");
    fixture_member(foo, "A");
    fixture_member(foo, "JIS B4");
    fixture_member(foo, "*");
    struct model_enumeration *qux =
        fixture_enumeration(&fixture, model, "microsoft.graph.fooBarBazJis", NULL);
    fixture_member(qux, "b4");
    const struct c_names *names = make(&fixture);
    const struct c_enumeration_names *n = c_names_enumeration(names, in_place);
    assert_name(n->name, "graph_foo_bar");
    assert_name(n->members[0], "GRAPH_FOO_BAR_BAZ");
    assert_name(n->members[1], "GRAPH_FOO_BAR_ABSENT");
    assert_name(n->around[C_ENUMERATION_ABSENT], "GRAPH_FOO_BAR_ABSENT_2");
    assert_name(n->members[2], "GRAPH_FOO_BAR_AUTO");
    assert_name(n->members[3], "GRAPH_FOO_BAR_H");
    assert_name(n->around[C_ENUMERATION_GUARD], "GRAPH_FOO_BAR_H_2");
    n = c_names_enumeration(names, foo);
    assert_name(n->members[0], "GRAPH_FOO_BAR_BAZ_A");
    assert_name(n->members[1], "GRAPH_FOO_BAR_BAZ_A_2");
    assert_name(n->members[2], "GRAPH_FOO_BAR_BAZ_JIS_B4");
    assert_name(n->members[3], "GRAPH_FOO_BAR_BAZ_U002A");
    assert_name(c_names_enumeration(names, qux)->members[0], "GRAPH_FOO_BAR_BAZ_JIS_B4_2");
}

static void members_of_structures_are_no_keywords(void **state)
{
    static const char *const properties[][2] = {
        {"default", "default_"}, {"displayName", "display_name"}, {"DisplayName", "display_name_2"},
        {"object", "object_"},   {"@odata.type", "odata_type"},   {"2fa", "x2fa"},
        {"linux", "linux_"},     {"\xE5\x90\x8D", "u540d"},       {"Linux", "linux_2"},
    };
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = add_type(&fixture, "microsoft.graph.foo");
    for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++)
        add_property(&fixture, type, properties[i][0]);
    const struct c_names *names = make(&fixture);
    for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++)
        assert_name(c_names_property(names, &type->properties[i]), properties[i][1]);
}

static void derived_structures_avoid_inherited_names(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *base = add_type(&fixture, "microsoft.graph.base");
    struct model_type *derived = fixture_type(&fixture, fixture.set.models[0],
                                              "microsoft.graph.aDerived", KIND_ENTITY, base);
    add_property(&fixture, base, "createdTime");
    add_property(&fixture, derived, "CreatedTime");
    add_property(&fixture, derived, "createdTime");
    add_property(&fixture, derived, "asBase");
    const struct c_names *names = make(&fixture);
    assert_name(c_names_property(names, &base->properties[0]), "created_time");
    assert_name(c_names_property(names, &derived->properties[0]), "created_time_2");
    assert_name(c_names_property(names, &derived->properties[1]), "created_time");
    assert_name(c_names_property(names, &derived->properties[2]), "as_base_2");
}

static void merging_moves_no_name(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *type = add_type(&fixture, "microsoft.graph.foo");
    struct model_property *first = add_property(&fixture, type, "createdTime");
    struct model_property *drift = add_property(&fixture, type, "CreatedTime");
    for (int merged = 0; merged < 2; merged++) {
        drift->rendered = merged == 1;
        const struct c_names *names = make(&fixture);
        assert_name(c_names_property(names, first), "created_time");
        assert_name(c_names_property(names, drift), "created_time_2");
    }
}

static void versions_can_be_linked_together(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model *beta = fixture_model(&fixture, "beta");
    struct model *v1 = fixture_model(&fixture, "v1.0");
    struct model_type *foo = fixture_type(&fixture, beta, "microsoft.graph.foo", KIND_ENTITY, NULL);
    struct model_type *beta_foo =
        fixture_type(&fixture, v1, "microsoft.graph.betaFoo", KIND_ENTITY, NULL);
    const struct c_names *names = make(&fixture);
    assert_name(c_names_type(names, beta_foo)->name, "graph_xbeta_foo");
    assert_name(c_names_type(names, foo)->name, "graph_beta_foo");
    assert_name(c_names_api(names, beta)->prefix, "graph_beta_");
    assert_name(c_names_api(names, beta)->folder, "graph_beta");
    assert_name(c_names_api(names, v1)->prefix, "graph_");
    assert_name(c_names_api(names, v1)->target, "graph_v1");
}

static void a_single_version_keeps_its_prefix_unless_it_is_exact(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model *beta = fixture_model(&fixture, "beta");
    struct model_type *foo = fixture_type(&fixture, beta, "microsoft.graph.foo", KIND_ENTITY, NULL);
    const struct c_names *names = make(&fixture);
    assert_name(c_names_type(names, foo)->name, "graph_beta_foo");
    fixture.options.exact_prefix = true;
    names = make(&fixture);
    assert_name(c_names_type(names, foo)->name, "graph_foo");
    assert_name(names->apis[0].target, "graph_beta");
}

static void without_prefix_keywords_are_avoided(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    fixture.options.prefix = SLICE("");
    struct model_type *type = add_type(&fixture, "microsoft.graph.case");
    const struct c_names *names = make(&fixture);
    assert_name(c_names_type(names, type)->name, "case_");
    assert_name(names->apis[0].folder, "models");
}

static void files_avoid_those_that_every_library_has(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    struct model_type *models = add_type(&fixture, "microsoft.graph.models");
    struct model_type *shard = add_type(&fixture, "microsoft.graph.shard_7");
    struct model_type *nul = add_type(&fixture, "microsoft.graph.nul");
    char name[200];
    memset(name, 'x', sizeof name);
    memcpy(name, "microsoft.graph.", 16);
    name[sizeof name - 1] = '\0';
    struct model_type *big = add_type(&fixture, name);
    char deep[5000] = "microsoft.graph";
    for (size_t len = strlen(deep); len + 10 < sizeof deep; len += 10)
        strcpy(deep + len, ".deepSpace");
    struct model_type *far = add_type(&fixture, deep);
    const struct c_names *names = make(&fixture);
    assert_true(slice_starts_with(c_names_type(names, far)->file, SLICE("deep_space_deep_space_")));
    assert_int_equal(c_names_type(names, far)->file.len, 84 + sizeof "/deep_space" - 1);
    assert_name(c_names_type(names, models)->file, "models_2");
    assert_name(c_names_type(names, shard)->file, "shard_7_2");
    assert_name(c_names_type(names, nul)->file, "nul_");
    assert_int_equal(c_names_type(names, big)->file.len, 84);
    assert_int_equal(c_names_type(names, big)->name.len, 6 + 183);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(types_have_prefix_and_inner_namespace),
        TEST(versions_that_differ_in_zeros_have_components_of_their_own),
        TEST(types_that_collide_are_numbered),
        TEST(documented_names_win_over_made_up_ones),
        TEST(enumerators_are_told_apart),
        TEST(members_of_structures_are_no_keywords),
        TEST(derived_structures_avoid_inherited_names),
        TEST(merging_moves_no_name),
        TEST(versions_can_be_linked_together),
        TEST(a_single_version_keeps_its_prefix_unless_it_is_exact),
        TEST(without_prefix_keywords_are_avoided),
        TEST(files_avoid_those_that_every_library_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
