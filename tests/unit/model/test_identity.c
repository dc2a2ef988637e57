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

static void rows_of_several_pages_add_up(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "row watts Edm.Int32\n"
                                                    "page en-US v1.0 lampadmin\n"
                                                    "type shop.lamp\n"
                                                    "row owner Edm.String\n");
    assert_int_equal(model->type_count, 1);
    const struct model_type *lamp = facts_type(model, "shop.lamp");
    assert_int_equal(lamp->property_count, 2);
    assert_int_equal(lamp->page_count, 2);
    facts_assert_slice(lamp->properties[0].name, "watts");
    facts_assert_slice(lamp->pages[0]->stem, "lamp");
}

static void letter_case_does_not_make_two_types(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type shop.deskLamp\n"
                                                    "row watts Edm.Int32\n"
                                                    "page de-DE v1.0 lamp\n"
                                                    "type Shop.desklamp\n"
                                                    "row watts Edm.Int32\n");
    assert_int_equal(model->type_count, 1);
    facts_type(model, "shop.deskLamp");
}

static void a_hash_before_the_name_means_nothing(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type #shop.lamp\n"
                                                    "row watts Edm.Int32\n");
    facts_type(model, "shop.lamp");
}

static void a_missing_namespace_is_the_one_in_general_use(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type lamp unannotated\n"
                                                    "row watts Edm.Int32\n"
                                                    "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "page en-US v1.0 c\n"
                                                    "type depot.c\n");
    facts_type(model, "shop.lamp");
}

static void a_missing_namespace_is_that_of_the_page(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type depot.lamp\n"
                                                    "row s state\n"
                                                    "enum state\n"
                                                    "member on\n"
                                                    "member off\n"
                                                    "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n");
    facts_enumeration(model, "depot.state");
}

static void one_short_name_may_stand_in_two_namespaces(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "row a Edm.Int32\n"
                                                    "page en-US v1.0 depot-lamp\n"
                                                    "type depot.lamp\n"
                                                    "row b Edm.Int32\n");
    assert_int_equal(model->type_count, 2);
    assert_int_equal(facts_type(model, "depot.lamp")->property_count, 1);
}

static void versions_are_models_of_their_own(void **state)
{
    struct facts_fixture *f = *state;
    facts_model(f, "page en-US v1.0 lamp\n"
                   "type shop.lamp\n"
                   "row a Edm.Int32\n"
                   "page en-US beta lamp\n"
                   "type shop.lamp\n"
                   "row b Edm.Int32\n");
    assert_int_equal(f->models->count, 2);
    facts_assert_slice(f->models->models[0]->version, "beta");
    facts_property(f->models->models[0], "shop.lamp", "b");
    facts_property(f->models->models[1], "shop.lamp", "a");
}

static void an_annotated_page_goes_before_a_guessed_one(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.lamp unannotated\n"
                                                    "row x Edm.Int32\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.lamp\n"
                                                    "row y Edm.Int32\n");
    facts_assert_slice(facts_type(model, "shop.lamp")->pages[0]->stem, "b");
}

static void a_type_goes_before_an_enumeration_of_its_name(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 state\n"
                                                    "enum shop.state\n"
                                                    "member on\n"
                                                    "member off\n"
                                                    "page en-US v1.0 states\n"
                                                    "type shop.state\n"
                                                    "row x Edm.Int32\n");
    assert_int_equal(model->enumeration_count, 0);
    facts_type(model, "shop.state");
    assert_int_equal(facts_count(*state, DIAG_DUPLICATE_DEFINITION, &d), 1);
    facts_assert_position(d->span, 2, 6);
    assert_non_null(d->notes);
}

static void an_enumeration_page_is_no_type_without_properties(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 state\n"
                                                    "type shop.state\n"
                                                    "enum shop.state\n"
                                                    "member on\n"
                                                    "member off\n");
    assert_int_equal(model->type_count, 0);
    assert_int_equal(model->enumeration_count, 1);
    assert_int_equal(facts_count(*state, DIAG_DUPLICATE_DEFINITION, NULL), 0);
}

static void flags_and_examples_belong_to_the_type(void **state)
{
    const struct model *model =
        facts_model(*state, "page en-US v1.0 lamp\n"
                            "type shop.lamp open abstract media deprecated key=serial\n"
                            "row serial Edm.String\n"
                            "example shop.lamp {\"serial\": \"a\"}\n"
                            "page de-DE v1.0 lamp\n"
                            "type shop.lamp\n"
                            "row serial Edm.String\n"
                            "example shop.lamp {\"serial\": \"b\"}\n");
    const struct model_type *lamp = facts_type(model, "shop.lamp");
    assert_true(lamp->open && lamp->abstract && lamp->media && lamp->deprecated);
    assert_true(lamp->properties[0].key);
    assert_int_equal(lamp->example_count, 2);
    facts_assert_slice(json_get_text(lamp->examples[0].value, SLICE("serial")), "a");
    facts_assert_slice(lamp->examples[1].origin.page->locale, "de-DE");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_of_several_pages_add_up, setup, teardown),
        cmocka_unit_test_setup_teardown(letter_case_does_not_make_two_types, setup, teardown),
        cmocka_unit_test_setup_teardown(a_hash_before_the_name_means_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_missing_namespace_is_the_one_in_general_use, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_missing_namespace_is_that_of_the_page, setup, teardown),
        cmocka_unit_test_setup_teardown(one_short_name_may_stand_in_two_namespaces, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(versions_are_models_of_their_own, setup, teardown),
        cmocka_unit_test_setup_teardown(an_annotated_page_goes_before_a_guessed_one, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_type_goes_before_an_enumeration_of_its_name, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_enumeration_page_is_no_type_without_properties, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(flags_and_examples_belong_to_the_type, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
