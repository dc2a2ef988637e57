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

static void translated_members_are_called_as_rows_list_them(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model =
        facts_model(*state, "page es-ES v1.0 power 1/2/2019\n"
                            "enum shop.power\n"
                            "member apagado 0 unquoted // Sin luz.\n"
                            "member stand_by 1 unquoted\n"
                            "member encendido 2 unquoted\n"
                            "page es-ES v1.0 lamp 1/2/2019\n"
                            "type shop.lamp\n"
                            "row nowAt shop.power values=off,stand_by,on\n");
    const struct model_enumeration *power = facts_enumeration(model, "shop.power");
    assert_int_equal(power->member_count, 3);
    facts_assert_slice(power->members[0].name, "off");
    assert_int_equal(power->members[0].number, 0);
    facts_assert_slice(power->members[0].descriptions.items[0].text, "Sin luz.");
    facts_assert_slice(power->members[2].name, "on");
    assert_int_equal(power->members[2].number, 2);
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, &d), 2);
    facts_assert_position(d->span, 3, 8);
}

static void without_as_many_names_members_are_left_out(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page es-ES v1.0 power 1/2/2019\n"
                                                    "enum shop.power\n"
                                                    "member apagado 0 unquoted\n"
                                                    "member medio 1 unquoted\n"
                                                    "member inUse 2 unquoted\n"
                                                    "page es-ES v1.0 lamp 1/2/2019\n"
                                                    "type shop.lamp\n"
                                                    "row nowAt shop.power values=off,inUse\n");
    const struct model_enumeration *power = facts_enumeration(model, "shop.power");
    assert_int_equal(power->member_count, 2);
    facts_assert_slice(power->members[0].name, "inUse");
    facts_assert_slice(power->members[1].name, "off");
    assert_false(power->members[1].numbered);
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, &d), 1);
    facts_assert_slice(d->text, "\"apagado\" is a translation that nothing spells in code; 2 of "
                                "the 3 members of shop.power are left out");
}

static void another_order_names_nothing(void **state)
{
    const struct model *model =
        facts_model(*state, "page es-ES v1.0 power 1/2/2019\n"
                            "enum shop.power\n"
                            "member inUse 0 unquoted\n"
                            "member onHold 1 unquoted\n"
                            "member apagado 2 unquoted\n"
                            "page es-ES v1.0 lamp 1/2/2019\n"
                            "type shop.lamp\n"
                            "row nowAt shop.power values=onHold,inUse,off\n");
    const struct model_enumeration *power = facts_enumeration(model, "shop.power");
    assert_int_equal(power->member_count, 3);
    assert_false(power->members[2].numbered);
}

static void a_raised_capital_is_lowered_as_rows_spell_it(void **state)
{
    const struct model *model = facts_model(*state, "page es-ES v1.0 power 1/2/2019\n"
                                                    "enum shop.power\n"
                                                    "member Off unquoted\n"
                                                    "member on unquoted\n"
                                                    "page es-ES v1.0 lamp 1/2/2019\n"
                                                    "type shop.lamp\n"
                                                    "row nowAt shop.power values=off,On\n");
    const struct model_enumeration *power = facts_enumeration(model, "shop.power");
    assert_int_equal(power->member_count, 2);
    facts_assert_slice(power->members[0].name, "off");
    facts_assert_slice(power->members[1].name, "on");
}

static void rows_add_nothing_to_an_original_page(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 power\n"
                                                    "enum shop.power\n"
                                                    "member off unquoted\n"
                                                    "member on unquoted\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "row nowAt shop.power values=off,never\n");
    assert_int_equal(facts_enumeration(model, "shop.power")->member_count, 2);
}

static const char part[] = "page es-ES v1.0 power 1/2/2019\n"
                           "enum shop.power\n"
                           "member apagado unquoted\n"
                           "member onHold unquoted\n";

static void part_of_an_unused_enumeration_is_of_no_use(void **state)
{
    const struct model *model = facts_model(*state, part);
    assert_int_equal(model->enumeration_count, 0);
}

static void part_of_a_used_enumeration_stays(void **state)
{
    facts_add(*state, part);
    const struct model *model = facts_model(*state, "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "row nowAt shop.power\n");
    facts_assert_type(model, "shop.lamp", "nowAt", "shop.power");
}

static void part_of_an_enumeration_stays_where_the_translation_decides(void **state)
{
    struct facts_fixture *f = *state;
    f->options.primary_locale = SLICE("es-ES");
    assert_int_equal(facts_model(f, part)->enumeration_count, 1);
}

static void other_versions_name_members_by_number_or_place(void **state)
{
    struct facts_fixture *f = *state;
    const struct diagnostic *d = NULL;
    f->options.primary_locale = SLICE("es-ES");
    facts_add(f, "page es-ES beta power 1/2/2019\n"
                 "enum shop.power\n"
                 "member apagado 0 unquoted\n"
                 "member encendido 4 unquoted\n"
                 "member alto 5 unquoted\n"
                 "enum shop.tint\n"
                 "member claro unquoted\n"
                 "member dark_blue unquoted\n"
                 "enum shop.size\n"
                 "member grande unquoted\n"
                 "member very_small unquoted\n"
                 "enum shop.shape\n"
                 "member redondo unquoted\n");
    const struct model *model = facts_model(*state, "page en-US v1.0 power\n"
                                                    "enum shop.power\n"
                                                    "member off 0 unquoted\n"
                                                    "member half 2 unquoted\n"
                                                    "member on 4 unquoted\n"
                                                    "enum shop.tint\n"
                                                    "member light unquoted\n"
                                                    "member dark_blue unquoted\n"
                                                    "enum shop.size\n"
                                                    "member very_small unquoted\n"
                                                    "member big unquoted\n"
                                                    "enum depot.shape\n"
                                                    "member round unquoted\n");
    const struct model_enumeration *power = facts_enumeration(model, "shop.power");
    assert_int_equal(power->member_count, 2);
    facts_assert_slice(power->members[1].name, "on");
    facts_assert_position(power->members[1].origin.span, 4, 8);
    facts_assert_slice(facts_enumeration(model, "shop.tint")->members[0].name, "light");
    assert_int_equal(facts_enumeration(model, "shop.size")->member_count, 1);
    assert_int_equal(facts_enumeration(model, "shop.shape")->member_count, 0);
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, &d), 6);
    facts_assert_slice(d->text, "the member \"apagado\" is taken for \"off\", which has its number "
                                "or place on pages of other versions or languages");
}

static void other_versions_that_disagree_name_nothing(void **state)
{
    struct facts_fixture *f = *state;
    f->options.primary_locale = SLICE("es-ES");
    facts_add(f, "page es-ES beta power 1/2/2019\n"
                 "enum shop.power\n"
                 "member apagado 0 unquoted\n"
                 "member stand_by 1 unquoted\n"
                 "page en-US v2.0 power\n"
                 "enum shop.power\n"
                 "member dark 0\n");
    const struct model *model = facts_model(*state, "page en-US v1.0 power\n"
                                                    "enum shop.power\n"
                                                    "member off 0\n");
    assert_int_equal(facts_enumeration(model, "shop.power")->member_count, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(translated_members_are_called_as_rows_list_them),
        TEST(without_as_many_names_members_are_left_out),
        TEST(another_order_names_nothing),
        TEST(a_raised_capital_is_lowered_as_rows_spell_it),
        TEST(rows_add_nothing_to_an_original_page),
        TEST(other_versions_name_members_by_number_or_place),
        TEST(other_versions_that_disagree_name_nothing),
        TEST(part_of_an_unused_enumeration_is_of_no_use),
        TEST(part_of_a_used_enumeration_stays),
        TEST(part_of_an_enumeration_stays_where_the_translation_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
