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

static void a_name_is_sought_in_the_own_namespace_first(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x lamp\n"
                                                    "page en-US v1.0 b\n"
                                                    "type depot.b\n"
                                                    "row x lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "page en-US v1.0 lamp2\n"
                                                    "type depot.lamp\n");
    facts_assert_type(model, "shop.a", "x", "shop.lamp");
    facts_assert_type(model, "depot.b", "x", "depot.lamp");
}

static void then_in_the_namespaces_around_it_and_the_general_one(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.calls.a\n"
                                                    "row x lamp\n"
                                                    "row y box\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "page en-US v1.0 c\n"
                                                    "type depot.c\n"
                                                    "page en-US v1.0 d\n"
                                                    "type depot.d\n"
                                                    "page en-US v1.0 e\n"
                                                    "type depot.e\n"
                                                    "page en-US v1.0 box\n"
                                                    "type depot.box\n");
    facts_assert_type(model, "shop.calls.a", "x", "shop.lamp");
    facts_assert_type(model, "shop.calls.a", "y", "depot.box");
}

static void a_link_to_a_place_of_its_own_page_is_not_the_pages_type(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x kind@a#kinds\n"
                                                    "row y kind@a\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Untyped");
    facts_assert_type(model, "shop.a", "y", "shop.a");
    assert_int_equal(facts_count(*state, DIAG_TYPE_UNKNOWN, NULL), 1);
}

static void words_for_any_json_may_be_the_name_of_a_type(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x map=Json\n"
                                                    "row y dictionary=Json\n"
                                                    "page en-US v1.0 map\n"
                                                    "type shop.map\n");
    facts_assert_type(model, "shop.a", "x", "shop.map");
    facts_assert_type(model, "shop.a", "y", "Edm.Untyped");
    assert_int_equal(facts_count(*state, DIAG_TYPE_UNKNOWN, NULL), 0);
}

static void letter_case_of_names_and_links_is_ignored(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x DeskLamp@none\n"
                                                    "row y word@desklamp\n"
                                                    "page en-US v1.0 DeskLamp\n"
                                                    "type shop.deskLamp\n");
    facts_assert_type(model, "shop.a", "x", "shop.deskLamp");
    facts_assert_type(model, "shop.a", "y", "shop.deskLamp");
}

static void the_name_on_the_linked_page_wins(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x lamp@depot-lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "page en-US v1.0 depot-lamp\n"
                                                    "type depot.lamp\n");
    facts_assert_type(model, "shop.a", "x", "depot.lamp");
}

static void a_link_with_foreign_words_still_names_the_type(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x []Lampe@lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n");
    facts_assert_type(model, "shop.a", "x", "[]shop.lamp");
}

/* The names of some types are words for primitive types, too. */
static void a_link_to_a_namesake_of_a_primitive_is_the_type(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Stream@shop-stream\n"
                                                    "row y Edm.Date@shop-stream\n"
                                                    "page en-US v1.0 shop-stream\n"
                                                    "type shop.stream\n");
    facts_assert_type(model, "shop.a", "x", "shop.stream");
    facts_assert_type(model, "shop.a", "y", "Edm.Date");
}

static void a_link_to_the_values_of_an_enumeration_beats_string(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String@states#state-values\n"
                                                    "row y Edm.String@colours\n"
                                                    "row z Edm.String#own-values\n"
                                                    "enum shop.own fragment=own-values\n"
                                                    "member p\n"
                                                    "member q\n"
                                                    "page en-US v1.0 states\n"
                                                    "type shop.other\n"
                                                    "enum shop.state fragment=state-values\n"
                                                    "member on\n"
                                                    "member off\n"
                                                    "page en-US v1.0 colours\n"
                                                    "enum shop.colour\n"
                                                    "member red\n"
                                                    "member blue\n");
    facts_assert_type(model, "shop.a", "x", "shop.state");
    facts_assert_type(model, "shop.a", "y", "shop.colour");
    facts_assert_type(model, "shop.a", "z", "shop.own");
}

static void the_only_thing_of_that_short_name_is_meant(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x lamp\n"
                                                    "row y bulb\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type depot.lamp\n"
                                                    "page en-US v1.0 c\n"
                                                    "type depot.bulb\n"
                                                    "page en-US v1.0 d\n"
                                                    "type yard.bulb\n"
                                                    "page en-US v1.0 e\n"
                                                    "type shop.e\n");
    facts_assert_type(model, "shop.a", "x", "depot.lamp");
    facts_assert_type(model, "shop.a", "y", "Edm.Untyped");
}

static void an_unknown_word_is_reported_at_its_place(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x []Wibble\n");
    facts_assert_type(model, "shop.a", "x", "[]Edm.Untyped");
    assert_int_equal(facts_count(*state, DIAG_TYPE_UNKNOWN, &d), 1);
    facts_assert_position(d->span, 3, 7);
    facts_assert_slice(d->text, "\"[]Wibble\" is no known type; \"x\" is kept as raw JSON");
}

static void a_link_to_nowhere_is_reported(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x wibble@wobble\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Untyped");
    assert_int_equal(facts_count(*state, DIAG_LINK_UNRESOLVED, &d), 1);
    assert_int_equal(facts_count(*state, DIAG_TYPE_UNKNOWN, NULL), 0);
    facts_assert_position(d->span, 3, 7);
}

static void documented_as_untyped_is_no_mistake(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Untyped\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Untyped");
    assert_int_equal(((struct facts_fixture *)*state)->diagnostics.count, 0);
}

static void abstract_and_geographic_types_are_untyped_without_a_word(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row p Edm.PrimitiveType\n"
                                                    "row q []Edm.complexType\n"
                                                    "row r Edm.EntityType\n"
                                                    "row s Edm.GeographyPoint\n"
                                                    "row t Edm.Geometry\n"
                                                    "json u object type=Edm.ComplexType\n");
    facts_assert_type(model, "shop.a", "p", "Edm.Untyped");
    facts_assert_type(model, "shop.a", "q", "[]Edm.Untyped");
    facts_assert_type(model, "shop.a", "u", "Edm.Untyped");
    assert_int_equal(((struct facts_fixture *)*state)->diagnostics.count, 0);
}

static void what_the_entity_data_model_does_not_have_is_unknown(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row p Edm.Lamp\n"
                                                    "json p string\n"
                                                    "json q string type=Edm.Wibble\n"
                                                    "json r object type=Edm.Wobble\n"
                                                    "row s Edm.GeographyLamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n");
    facts_assert_type(model, "shop.a", "p", "Edm.Untyped");
    facts_assert_type(model, "shop.a", "q", "Edm.Untyped");
    facts_assert_type(model, "shop.a", "r", "Edm.Untyped");
    facts_assert_type(model, "shop.a", "s", "Edm.Untyped");
    assert_int_equal(facts_count(*state, DIAG_TYPE_UNKNOWN, &d), 4);
    facts_assert_slice(d->text, "\"Edm.Lamp\" is no known type; \"p\" is kept as raw JSON");
    facts_assert_position(d->span, 3, 7);
}

static void letter_case_of_the_entity_data_model_is_ignored(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "json p object type=Edm.dateTimeOffset\n");
    facts_assert_type(model, "shop.a", "p", "Edm.DateTimeOffset");
}

/* Of several things on a page, the one that is named in other letters is meant. */
static void letter_case_decides_nothing_on_the_linked_page(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x DESKLAMP@things\n"
                                                    "row y LampState@things\n"
                                                    "page en-US v1.0 things\n"
                                                    "type depot.things\n"
                                                    "type depot.deskLamp\n"
                                                    "enum depot.lampstate\n"
                                                    "member on\n"
                                                    "member off\n"
                                                    "page en-US v1.0 other\n"
                                                    "type shop.deskLamp\n"
                                                    "page en-US v1.0 more\n"
                                                    "type shop.lampState\n");
    facts_assert_type(model, "shop.a", "x", "depot.deskLamp");
    facts_assert_type(model, "shop.a", "y", "depot.lampstate");
}

static void letter_case_of_fragments_is_ignored(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String@things#LAMPCOLOUR-values\n"
                                                    "page en-US v1.0 things\n"
                                                    "type shop.things\n"
                                                    "enum shop.size fragment=size-values\n"
                                                    "member small\n"
                                                    "member large\n"
                                                    "enum shop.lampColour "
                                                    "fragment=lampColour-values\n"
                                                    "member red\n"
                                                    "member blue\n");
    facts_assert_type(model, "shop.a", "x", "shop.lampColour");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_name_is_sought_in_the_own_namespace_first, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(then_in_the_namespaces_around_it_and_the_general_one, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_link_to_a_place_of_its_own_page_is_not_the_pages_type,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(words_for_any_json_may_be_the_name_of_a_type, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(letter_case_of_names_and_links_is_ignored, setup, teardown),
        cmocka_unit_test_setup_teardown(the_name_on_the_linked_page_wins, setup, teardown),
        cmocka_unit_test_setup_teardown(a_link_with_foreign_words_still_names_the_type, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_link_to_a_namesake_of_a_primitive_is_the_type, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_link_to_the_values_of_an_enumeration_beats_string, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_only_thing_of_that_short_name_is_meant, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_unknown_word_is_reported_at_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(a_link_to_nowhere_is_reported, setup, teardown),
        cmocka_unit_test_setup_teardown(documented_as_untyped_is_no_mistake, setup, teardown),
        cmocka_unit_test_setup_teardown(abstract_and_geographic_types_are_untyped_without_a_word,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(what_the_entity_data_model_does_not_have_is_unknown, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(letter_case_of_the_entity_data_model_is_ignored, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(letter_case_decides_nothing_on_the_linked_page, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(letter_case_of_fragments_is_ignored, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
