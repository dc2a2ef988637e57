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

static void the_json_spells_the_name(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row displayname Edm.String\n"
                                                    "json displayName string\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 1);
    facts_property(model, "shop.a", "displayName");
}

static void names_that_differ_in_case_only_stay_apart(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row eTag Edm.String\n"
                                                    "row etag Edm.String\n"
                                                    "json eTag string\n"
                                                    "json etag string\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 2);
}

static void a_translated_name_is_taken_from_its_place(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page es-ES v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row id Edm.String\n"
                                                    "row nombre Edm.String\n"
                                                    "row zona Edm.Int32\n"
                                                    "json id string\n"
                                                    "json name string\n"
                                                    "json zona integer\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 3);
    facts_property(model, "shop.a", "name");
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, &d), 1);
    facts_assert_position(d->span, 4, 5);
    facts_assert_slice(
        d->text,
        "\"nombre\" is taken for \"name\", the only member of the JSON representation that fits");
}

/* Each name that a translation has changed is reported, but apart from those that matter. */
static void repairs_beside_the_page_that_decides_are_reported_apart(void **state)
{
    const struct diagnostic *d = NULL;
    struct facts_fixture *f = *state;
    facts_model(f, "page en-US v1.0 a\n"
                   "type shop.a\n"
                   "row idNumber Edm.String\n"
                   "row name Edm.String\n"
                   "row days Edm.Int32\n"
                   "page es-ES v1.0 a 1/2/2019\n"
                   "type shop.a\n"
                   "row idNumber Edm.String\n"
                   "row nombre Edm.String words // Como se llama.\n"
                   "row fechas Edm.Int32 words\n"
                   "row otro_mas Edm.Date words\n"
                   "json idNumber string\n"
                   "json days integer\n");
    assert_int_equal(facts_count(f, DIAG_TRANSLATED_NAME, NULL), 0);
    assert_int_equal(facts_count(f, DIAG_TRANSLATED_NAME_BESIDE, &d), 3);
    facts_assert_position(d->span, 4, 5);
    facts_assert_slice(
        d->text,
        "\"nombre\" is taken for \"name\", as the page that decides calls the row in its place");
}

static void on_an_original_page_an_identifier_is_what_it_is(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row id Edm.String\n"
                                                    "row extra Edm.String\n"
                                                    "json id string\n"
                                                    "json name string\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 3);
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, NULL), 0);
}

static void words_that_nothing_vouches_for_are_no_property(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row id Edm.String\n"
                                                    "row words Edm.String words\n"
                                                    "json id string\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 1);
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, &d), 1);
    facts_assert_position(d->span, 4, 5);
}

static void rows_come_before_members_without_a_row(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row b Edm.String\n"
                                                    "row @odata.type Edm.String\n"
                                                    "row @shop.url Edm.String\n"
                                                    "json a integer\n"
                                                    "json b string\n"
                                                    "json @odata.context string\n");
    const struct model_type *a = facts_type(model, "shop.a");
    assert_int_equal(a->property_count, 3);
    facts_assert_slice(a->properties[0].name, "b");
    facts_assert_slice(a->properties[1].name, "@shop.url");
    facts_assert_slice(a->properties[2].name, "a");
    facts_assert_position(a->properties[2].origin.span, 6, 6);
}

static void rows_that_the_json_spells_alike_are_one_property(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row model Edm.String read-only\n"
                                                    "row model Edm.String\n"
                                                    "json Model string\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 1);
    assert_true(facts_property(model, "shop.a", "Model")->read_only);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_json_spells_the_name, setup, teardown),
        cmocka_unit_test_setup_teardown(names_that_differ_in_case_only_stay_apart, setup, teardown),
        cmocka_unit_test_setup_teardown(a_translated_name_is_taken_from_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(on_an_original_page_an_identifier_is_what_it_is, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(words_that_nothing_vouches_for_are_no_property, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(repairs_beside_the_page_that_decides_are_reported_apart,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(rows_come_before_members_without_a_row, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_that_the_json_spells_alike_are_one_property, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
