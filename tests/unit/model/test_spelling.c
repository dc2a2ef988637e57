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

static void a_word_that_nothing_vouches_for_is_no_property(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page es-ES v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "rel pedidos shop.order\n"
                                                    "rel firstOrder shop.order\n"
                                                    "page es-ES v1.0 order 1/2/2019\n"
                                                    "type shop.order\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 1);
    facts_property(model, "shop.a", "firstOrder");
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, &d), 1);
    facts_assert_position(d->span, 3, 5);
}

static void the_name_of_its_type_vouches_for_a_row(void **state)
{
    const struct model *model = facts_model(*state, "page es-ES v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "rel orders shop.order\n"
                                                    "rel owner person@shop-owner\n");
    facts_property(model, "shop.a", "orders");
    facts_property(model, "shop.a", "owner");
}

static void json_and_code_of_any_page_vouch_for_a_word(void **state)
{
    const struct model *model = facts_model(*state, "page es-ES v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "rel lines shop.b\n"
                                                    "rel notes shop.b // Junto con `parts`.\n"
                                                    "rel parts shop.b\n"
                                                    "rel none shop.b\n"
                                                    "page es-ES v1.0 b 1/2/2019\n"
                                                    "type shop.b\n"
                                                    "row kind Edm.String values=none,some\n"
                                                    "json kind string\n"
                                                    "json lines integer\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 3);
    facts_property(model, "shop.a", "lines");
    facts_property(model, "shop.a", "parts");
    facts_property(model, "shop.a", "none");
}

static void nothing_vouches_for_a_number(void **state)
{
    const struct model *model = facts_model(*state, "page es-ES v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row yearCount Edm.Int32 // Hasta `9`.\n"
                                                    "row nowAt shop.grade\n"
                                                    "enum shop.grade\n"
                                                    "member 9 9 unquoted\n"
                                                    "member 10 10\n");
    const struct model_enumeration *grade = facts_enumeration(model, "shop.grade");
    assert_int_equal(grade->member_count, 1);
    facts_assert_slice(grade->members[0].name, "10");
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, NULL), 1);
}

static void a_name_that_the_json_lacks_takes_no_other(void **state)
{
    const struct model *model = facts_model(*state, "page es-ES v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row endDate Edm.Date\n"
                                                    "json colour string\n");
    facts_assert_type(model, "shop.a", "endDate", "Edm.Date");
    facts_assert_type(model, "shop.a", "colour", "Edm.String");
}

static void an_original_page_needs_no_voucher(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "rel pedidos shop.order\n");
    facts_property(model, "shop.a", "pedidos");
}

static const char shelves[] = "page en-US v1.0 shelf\n"
                              "type shop.shelf\n"
                              "rel categories []shop.shelfCategory\n";

static void a_row_is_called_as_rows_of_other_pages_with_such_a_type(void **state)
{
    const struct diagnostic *d = NULL;
    facts_add(*state, shelves);
    const struct model *model = facts_model(*state, "page es-ES v1.0 lamp 1/2/2019\n"
                                                    "type shop.lamp\n"
                                                    "rel categorías []shop.lampCategory words\n"
                                                    "rel categoría shop.lampCategory words\n");
    assert_int_equal(facts_type(model, "shop.lamp")->property_count, 1);
    assert_true(facts_property(model, "shop.lamp", "categories")->navigation);
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, &d), 2);
    facts_assert_slice(d->text, "\"categorías\" is taken for \"categories\", as other pages call "
                                "a collection of such a type");
}

static void names_that_differ_teach_nothing(void **state)
{
    facts_add(*state, shelves);
    const struct model *model = facts_model(*state, "page es-ES beta shelf 1/2/2019\n"
                                                    "type shop.shelf\n"
                                                    "rel categoryList []shop.shelfCategory\n"
                                                    "page es-ES v1.0 lamp 1/2/2019\n"
                                                    "type shop.lamp\n"
                                                    "rel categorías []shop.lampCategory words\n");
    (void)model;
    const struct model *v1 = ((struct facts_fixture *)*state)->models->models[1];
    assert_int_equal(facts_type(v1, "shop.lamp")->property_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_word_that_nothing_vouches_for_is_no_property, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_name_of_its_type_vouches_for_a_row, setup, teardown),
        cmocka_unit_test_setup_teardown(json_and_code_of_any_page_vouch_for_a_word, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(nothing_vouches_for_a_number, setup, teardown),
        cmocka_unit_test_setup_teardown(a_name_that_the_json_lacks_takes_no_other, setup, teardown),
        cmocka_unit_test_setup_teardown(an_original_page_needs_no_voucher, setup, teardown),
        cmocka_unit_test_setup_teardown(a_row_is_called_as_rows_of_other_pages_with_such_a_type,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(names_that_differ_teach_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
