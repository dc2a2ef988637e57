#include "facts_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int setup(void **state)
{
    static struct facts_fixture fixture;
    facts_init(&fixture);
    *state = &fixture;
    return 0;
}

static int teardown(void **state)
{
    facts_finish(*state);
    return 0;
}

static void prose_beats_an_annotation_of_entity(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base annotation shop.entity\n"
                                                    "base prose lamp@lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n");
    const struct model_type *a = facts_type(model, "shop.a");
    assert_ptr_equal(a->base, facts_type(model, "shop.lamp"));
    facts_assert_position(a->base_decision.evidence[0].origin.span, 4, 12);
    assert_true(a->base_decision.evidence[0].taken);
    assert_false(a->base_decision.evidence[1].taken);
}

static void an_annotation_of_another_type_beats_prose(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base prose shop.box\n"
                                                    "base annotation shop.lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "page en-US v1.0 box\n"
                                                    "type shop.box\n");
    facts_assert_slice(facts_type(model, "shop.a")->base_name, "shop.lamp");
}

static void front_matter_beats_rows(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String from=shop.box\n"
                                                    "base front-matter lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "page en-US v1.0 box\n"
                                                    "type shop.box\n");
    facts_assert_slice(facts_type(model, "shop.a")->base_name, "shop.lamp");
}

static void rows_name_a_base_and_entity_is_the_last_resort(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row id Edm.String from=entity\n"
                                                    "row x Edm.String from=lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "row id Edm.String from=entity\n");
    facts_assert_slice(facts_type(model, "shop.a")->base_name, "shop.lamp");
    facts_assert_slice(facts_type(model, "shop.b")->base_name, "shop.entity");
}

static void of_several_bases_the_closest_counts(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String from=thing\n"
                                                    "row y Edm.String from=lamp\n"
                                                    "page en-US v1.0 thing\n"
                                                    "type shop.thing\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "base annotation shop.thing\n");
    facts_assert_slice(facts_type(model, "shop.a")->base_name, "shop.lamp");
}

static void the_page_of_the_base_names_derived_types(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "derived desklamp@desklamp\n"
                                                    "page en-US v1.0 desklamp\n"
                                                    "type shop.deskLamp\n");
    const struct model_type *desk = facts_type(model, "shop.deskLamp");
    assert_ptr_equal(desk->base, facts_type(model, "shop.lamp"));
    facts_assert_slice(desk->base_decision.evidence[0].origin.page->stem, "lamp");
    facts_assert_position(desk->base_decision.evidence[0].origin.span, 3, 9);
}

static void that_is_the_weakest_evidence(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "derived desklamp\n"
                                                    "page en-US v1.0 desklamp\n"
                                                    "type shop.deskLamp\n"
                                                    "base annotation shop.entity\n");
    facts_assert_slice(facts_type(model, "shop.deskLamp")->base_name, "shop.entity");
}

static void a_base_without_a_page_keeps_its_name(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base annotation shop.entity\n");
    assert_null(facts_type(model, "shop.a")->base);
    facts_assert_slice(facts_type(model, "shop.a")->base_name, "shop.entity");
}

static void a_cycle_is_reported_and_broken(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base annotation shop.b\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base annotation shop.c\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n"
                                                    "base annotation shop.a\n");
    assert_int_equal(facts_count(*state, DIAG_BASE_CYCLE, &d), 1);
    facts_assert_slice(d->span.source->path, "en-US/v1.0/c.md");
    facts_assert_position(d->span, 3, 17);
    assert_non_null(d->notes);
    assert_null(facts_type(model, "shop.c")->base);
    assert_non_null(facts_type(model, "shop.a")->base);
}

static void a_type_is_not_its_own_base(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base prose a@a\n"
                                                    "derived a\n");
    assert_int_equal(facts_type(model, "shop.a")->base_name.len, 0);
    assert_int_equal(facts_count(*state, DIAG_BASE_CYCLE, NULL), 0);
}

static void an_enumeration_is_no_base(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base prose state\n"
                                                    "enum shop.state\n"
                                                    "member on\n"
                                                    "member off\n");
    assert_int_equal(facts_type(model, "shop.a")->base_name.len, 0);
}

static void a_translation_names_a_base_where_the_primary_page_is_silent(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "page de-DE v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base prose lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n");
    facts_assert_slice(facts_type(model, "shop.a")->base_name, "shop.lamp");
    facts_assert_slice(facts_type(model, "shop.a")->base_decision.evidence[0].origin.page->locale,
                       "de-DE");
}

static void repeated_properties_point_to_the_first(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base annotation shop.a\n"
                                                    "row x Edm.String\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n"
                                                    "base annotation shop.b\n"
                                                    "row x Edm.String\n"
                                                    "row y Edm.String\n");
    assert_ptr_equal(facts_property(model, "shop.c", "x")->repeats,
                     facts_property(model, "shop.a", "x"));
    assert_null(facts_property(model, "shop.c", "y")->repeats);
    assert_null(facts_property(model, "shop.a", "x")->repeats);
    assert_ptr_equal(model_find_property(facts_type(model, "shop.c"), SLICE("x")),
                     facts_property(model, "shop.c", "x"));
}

static void of_two_that_derive_from_each_other_more_sources_are_right(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base prose b\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base prose a\n"
                                                    "row x Edm.String from=a\n");
    assert_ptr_equal(facts_type(model, "shop.b")->base, facts_type(model, "shop.a"));
    assert_null(facts_type(model, "shop.a")->base);
    assert_int_equal(facts_count(*state, DIAG_BASE_CYCLE, NULL), 0);
}

static void a_plain_word_is_no_base(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base prose it\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base prose entity\n");
    assert_int_equal(facts_type(model, "shop.a")->base_name.len, 0);
    facts_assert_slice(facts_type(model, "shop.b")->base_name, "shop.entity");
}

static void the_root_is_the_implied_base_of_an_entity_without_one(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a key=id\n"
                                                    "row id Edm.String\n"
                                                    "page en-US v1.0 entity\n"
                                                    "type shop.entity\n"
                                                    "row id Edm.String\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "row n Edm.String\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n"
                                                    "base annotation shop.a\n");
    const struct model_type *a = facts_type(model, "shop.a");
    assert_null(a->base);
    assert_int_equal(a->base_name.len, 0);
    facts_assert_slice(a->implied_base, "shop.entity");
    assert_null(a->properties[0].repeats);
    assert_int_equal(facts_type(model, "shop.b")->implied_base.len, 0);
    assert_int_equal(facts_type(model, "shop.c")->implied_base.len, 0);
    assert_int_equal(facts_type(model, "shop.entity")->implied_base.len, 0);
}

static void a_nameless_link_on_a_translated_page_names_no_base(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "page es-ES v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "base prose @b\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n");
    assert_null(facts_type(model, "shop.a")->base);
}

static void a_base_that_no_page_documents_is_reported_where_it_is_stated(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base annotation shop.lump\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base prose bulb@bulb\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n");
    assert_int_equal(facts_count(*state, DIAG_BASE_UNRESOLVED, &d), 2);
    facts_assert_position(d->span, 3, 17);
    facts_assert_slice(d->text, "no page documents a structured type \"shop.lump\"; shop.a is said "
                                "to be derived from it");
    facts_assert_slice(facts_type(model, "shop.a")->base_name, "shop.lump");
    facts_assert_slice(facts_type(model, "shop.b")->base_name, "shop.bulb");
}

static void an_annotation_that_names_no_structured_type_is_reported(void **state)
{
    const struct diagnostic *d = NULL;
    facts_model(*state, "page en-US v1.0 a\n"
                        "type shop.a\n"
                        "base annotation Edm.Lamp\n"
                        "page en-US v1.0 b\n"
                        "type shop.b\n"
                        "base annotation shop.state\n"
                        "enum shop.state\n"
                        "member on\n"
                        "member off\n"
                        "page en-US v1.0 c\n"
                        "type shop.c\n"
                        "base annotation wibble\n"
                        "page en-US v1.0 lamp\n"
                        "type shop.lamp\n");
    assert_int_equal(facts_count(*state, DIAG_BASE_UNRESOLVED, &d), 3);
    facts_assert_slice(d->text, "no page documents a structured type \"Edm.Lamp\"; shop.a is said "
                                "to be derived from it");
    assert_int_equal(((struct facts_fixture *)*state)->diagnostics.count, 3);
}

static void the_root_needs_no_page(void **state)
{
    facts_model(*state, "page en-US v1.0 a\n"
                        "type shop.a\n"
                        "base annotation shop.entity\n"
                        "base prose entity@entity\n"
                        "row id Edm.String from=entity\n"
                        "page en-US v1.0 b\n"
                        "type shop.b\n"
                        "base annotation Edm.EntityType\n"
                        "page en-US v1.0 c\n"
                        "type shop.c\n"
                        "page de-DE v1.0 c\n"
                        "type shop.c\n"
                        "base annotation shop.lump\n"
                        "page en-US v1.0 d\n"
                        "type shop.d\n"
                        "base prose it\n");
    assert_int_equal(facts_count(*state, DIAG_BASE_UNRESOLVED, NULL), 0);
}

static void an_annotation_that_names_the_type_itself_is_reported(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base annotation shop.A\n"
                                                    "page en-US v1.0 b\n"
                                                    "type depot.b\n"
                                                    "base annotation b\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n");
    assert_int_equal(facts_type(model, "shop.a")->base_name.len, 0);
    assert_int_equal(facts_count(*state, DIAG_BASE_CYCLE, &d), 2);
    facts_assert_position(d->span, 3, 17);
    facts_assert_slice(d->text, "shop.a cannot be derived from itself; the base is ignored");
    assert_int_equal(facts_count(*state, DIAG_BASE_UNRESOLVED, NULL), 0);
}

static void a_namesake_in_another_namespace_is_not_the_type_itself(void **state)
{
    facts_model(*state, "page en-US v1.0 a\n"
                        "type depot.a\n"
                        "base annotation shop.a\n"
                        "page en-US v1.0 c\n"
                        "type shop.c\n");
    assert_int_equal(facts_count(*state, DIAG_BASE_UNRESOLVED, NULL), 1);
    assert_int_equal(facts_count(*state, DIAG_BASE_CYCLE, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(prose_beats_an_annotation_of_entity, setup, teardown),
        cmocka_unit_test_setup_teardown(an_annotation_of_another_type_beats_prose, setup, teardown),
        cmocka_unit_test_setup_teardown(front_matter_beats_rows, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_name_a_base_and_entity_is_the_last_resort, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(of_several_bases_the_closest_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(the_page_of_the_base_names_derived_types, setup, teardown),
        cmocka_unit_test_setup_teardown(that_is_the_weakest_evidence, setup, teardown),
        cmocka_unit_test_setup_teardown(a_base_without_a_page_keeps_its_name, setup, teardown),
        cmocka_unit_test_setup_teardown(a_cycle_is_reported_and_broken, setup, teardown),
        cmocka_unit_test_setup_teardown(a_type_is_not_its_own_base, setup, teardown),
        cmocka_unit_test_setup_teardown(an_enumeration_is_no_base, setup, teardown),
        cmocka_unit_test_setup_teardown(a_translation_names_a_base_where_the_primary_page_is_silent,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(repeated_properties_point_to_the_first, setup, teardown),
        cmocka_unit_test_setup_teardown(of_two_that_derive_from_each_other_more_sources_are_right,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_plain_word_is_no_base, setup, teardown),
        cmocka_unit_test_setup_teardown(the_root_is_the_implied_base_of_an_entity_without_one,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_nameless_link_on_a_translated_page_names_no_base, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(
            a_base_that_no_page_documents_is_reported_where_it_is_stated, setup, teardown),
        cmocka_unit_test_setup_teardown(an_annotation_that_names_no_structured_type_is_reported,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(the_root_needs_no_page, setup, teardown),
        cmocka_unit_test_setup_teardown(an_annotation_that_names_the_type_itself_is_reported, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_namesake_in_another_namespace_is_not_the_type_itself,
                                        setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
