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

static void listed_values_make_an_enumeration_in_place(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String values=on,off\n"
                                                    "row y []Edm.String values=p,q\n");
    facts_assert_type(model, "shop.a", "x", "shop.a.x");
    facts_assert_type(model, "shop.a", "y", "[]shop.a.y");
    const struct model_enumeration *x = facts_enumeration(model, "shop.a.x");
    assert_true(x->in_place);
    assert_ptr_equal(x->property, facts_property(model, "shop.a", "x"));
    assert_int_equal(x->member_count, 2);
    facts_assert_slice(x->members[1].name, "off");
    facts_assert_position(x->members[1].origin.span, 3, 28);
}

static void it_is_named_after_the_type_that_first_lists_it(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String values=on,off\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base annotation shop.a\n"
                                                    "row x Edm.String values=on,off\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n"
                                                    "row x Edm.String values=on,off\n");
    facts_assert_type(model, "shop.b", "x", "shop.a.x");
    facts_assert_type(model, "shop.c", "x", "shop.c.x");
    assert_int_equal(model->enumeration_count, 2);
}

static void values_of_the_json_are_added(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String values=on,off\n"
                                                    "row y Edm.String\n"
                                                    "json x string values=off,On,dimmed\n"
                                                    "json y string values=p,q\n");
    assert_int_equal(facts_enumeration(model, "shop.a.x")->member_count, 3);
    facts_assert_type(model, "shop.a", "y", "shop.a.y");
}

static void one_value_is_an_example(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String values=on\n");
    facts_assert_type(model, "shop.a", "x", "Edm.String");
}

static void numbers_with_values_stay_numbers(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int32 values=10,20\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Int32");
}

static void exactly_the_members_of_a_documented_one_mean_it(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String values=Off,on\n"
                                                    "row y Edm.String values=on,off,dimmed\n"
                                                    "row z Edm.String\n"
                                                    "json z string values=on,off\n"
                                                    "enum shop.power\n"
                                                    "member on\n"
                                                    "member off\n"
                                                    "member unknownFutureValue\n");
    facts_assert_type(model, "shop.a", "x", "shop.power");
    facts_assert_type(model, "shop.a", "y", "shop.a.y");
    facts_assert_type(model, "shop.a", "z", "shop.power");
    assert_true(facts_enumeration(model, "shop.power")->evolvable);
}

static void of_several_such_the_one_called_like_the_property(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row level Edm.String values=low,high\n"
                                                    "row other Edm.String values=low,high\n"
                                                    "enum shop.level\n"
                                                    "member low\n"
                                                    "member high\n"
                                                    "enum shop.rank\n"
                                                    "member high\n"
                                                    "member low\n");
    facts_assert_type(model, "shop.a", "level", "shop.level");
    facts_assert_type(model, "shop.a", "other", "shop.a.other");
}

static void a_type_word_without_a_page_names_what_its_row_lists(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x powerState values=on,off\n"
                                                    "row y powerState\n");
    facts_assert_type(model, "shop.a", "x", "shop.powerState");
    facts_assert_type(model, "shop.a", "y", "shop.powerState");
    assert_false(facts_enumeration(model, "shop.powerState")->in_place);
    assert_int_equal(facts_count(*state, DIAG_TYPE_UNKNOWN, NULL), 0);
}

static void members_keep_numbers_flags_and_texts(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 e\n"
                                                    "enum shop.e flags // Things.\n"
                                                    "member a 1 // First.\n"
                                                    "member b 2\n"
                                                    "page de-DE v1.0 e 1/2/2020\n"
                                                    "enum shop.e\n"
                                                    "member eins 1 unquoted // Erstes.\n"
                                                    "member zwei 2 unquoted // Zweites.\n");
    const struct model_enumeration *e = facts_enumeration(model, "shop.e");
    assert_true(e->flags);
    assert_int_equal(e->member_count, 2);
    assert_int_equal(e->members[1].number, 2);
    facts_assert_slice(e->members[0].descriptions.items[1].text, "Erstes.");
    facts_assert_slice(e->members[1].descriptions.items[0].text, "Zweites.");
}

static void pages_with_different_members_are_reported(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 e\n"
                                                    "enum shop.e\n"
                                                    "member a\n"
                                                    "member b\n"
                                                    "page en-US v1.0 f\n"
                                                    "enum shop.e\n"
                                                    "member a\n"
                                                    "member c\n");
    assert_int_equal(facts_enumeration(model, "shop.e")->member_count, 3);
    assert_int_equal(facts_count(*state, DIAG_DUPLICATE_DEFINITION, &d), 1);
    facts_assert_slice(d->span.source->path, "en-US/v1.0/f.md");
}

static void words_of_a_translation_are_no_members(void **state)
{
    struct facts_fixture *f = *state;
    f->options.primary_locale = SLICE("de-DE");
    const struct model *model = facts_model(*state, "page de-DE v1.0 e 1/2/2020\n"
                                                    "enum shop.e\n"
                                                    "member a\n"
                                                    "member .b unquoted\n"
                                                    "member inUse unquoted\n"
                                                    "member ninguno unquoted\n");
    assert_int_equal(facts_enumeration(model, "shop.e")->member_count, 2);
}

static void members_that_a_translation_renamed_are_reported_apart(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 e\n"
                                                    "enum shop.e\n"
                                                    "member none 0\n"
                                                    "member used 1\n"
                                                    "member inUse 2\n"
                                                    "page de-DE v1.0 e 1/2/2020\n"
                                                    "enum shop.e\n"
                                                    "member None 0 unquoted // Nichts.\n"
                                                    "member gebraucht 1 unquoted // Alt.\n"
                                                    "member inUse 2 unquoted\n");
    const struct model_enumeration *e = facts_enumeration(model, "shop.e");
    assert_int_equal(e->member_count, 3);
    facts_assert_slice(e->members[0].descriptions.items[0].text, "Nichts.");
    facts_assert_slice(e->members[1].descriptions.items[0].text, "Alt.");
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME_BESIDE, &d), 1);
    facts_assert_position(d->span, 4, 8);
}

static void a_repeated_string_is_of_the_inherited_enumeration(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x power\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base annotation shop.a\n"
                                                    "row x Edm.String\n"
                                                    "page en-US v1.0 power\n"
                                                    "enum shop.power\n"
                                                    "member on\n"
                                                    "member off\n");
    facts_assert_type(model, "shop.b", "x", "shop.power");
}

static void an_object_in_the_json_names_no_enumeration(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String values=on,off\n"
                                                    "json x object type=shop.power\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "row y Edm.String values=on,off\n");
    facts_assert_type(model, "shop.a", "x", "shop.a.x");
    facts_assert_type(model, "shop.b", "y", "shop.b.y");
}

static const char copied[] = "page en-US v1.0 enums\n"
                             "enum shop.size fragment=size-values\n"
                             "member red\n"
                             "member blue\n"
                             "enum shop.colour fragment=colour-values\n"
                             "member red\n"
                             "member blue\n";

static void members_copied_from_another_section_are_mended(void **state)
{
    const struct diagnostic *d = NULL;
    facts_add(*state, copied);
    const struct model *model = facts_model(*state, "page en-US v1.0 shirt\n"
                                                    "type shop.shirt\n"
                                                    "row size Edm.String values=small,large\n"
                                                    "row colour shop.colour values=red,blue\n");
    const struct model_enumeration *size = facts_enumeration(model, "shop.size");
    assert_int_equal(size->member_count, 2);
    facts_assert_slice(size->members[0].name, "small");
    facts_assert_slice(facts_enumeration(model, "shop.colour")->members[0].name, "red");
    facts_assert_type(model, "shop.shirt", "size", "shop.size");
    assert_int_equal(facts_count(*state, DIAG_DUPLICATE_DEFINITION, &d), 1);
    facts_assert_position(d->span, 2, 6);
}

static void members_that_a_property_shares_are_no_copy(void **state)
{
    facts_add(*state, copied);
    const struct model *model = facts_model(*state, "page en-US v1.0 shirt\n"
                                                    "type shop.shirt\n"
                                                    "row size Edm.String values=small,red\n");
    facts_assert_slice(facts_enumeration(model, "shop.size")->members[0].name, "red");
    assert_int_equal(facts_count(*state, DIAG_DUPLICATE_DEFINITION, NULL), 0);
}

static void a_member_with_two_numbers_has_the_first(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 size\n"
                                                    "enum shop.size\n"
                                                    "member small 1\n"
                                                    "member large 2\n"
                                                    "member small 1\n"
                                                    "member small 3\n");
    const struct model_enumeration *size = facts_enumeration(model, "shop.size");
    assert_int_equal(size->member_count, 2);
    assert_int_equal(size->members[0].number, 1);
    assert_int_equal(facts_count(*state, DIAG_DUPLICATE_DEFINITION, &d), 1);
    facts_assert_position(d->span, 6, 8);
}

static void translated_lists_are_not_compared(void **state)
{
    struct facts_fixture *f = *state;
    f->options.primary_locale = SLICE("es-ES");
    facts_model(f, "page es-ES v1.0 e 1/2/2019\n"
                   "enum shop.e\n"
                   "member firstOne unquoted\n"
                   "member segundo unquoted\n"
                   "page es-ES v1.0 f 1/2/2019\n"
                   "enum shop.e\n"
                   "member firstOne unquoted\n"
                   "member secondOne unquoted\n");
    assert_int_equal(facts_count(f, DIAG_DUPLICATE_DEFINITION, NULL), 0);
}

/* Ten enumerations in small letters make the style of the set. */
static void add_style(struct facts_fixture *f)
{
    facts_add(f, "page en-US v1.0 style\n"
                 "enum shop.e0\nmember a0\n"
                 "enum shop.e1\nmember a1\n"
                 "enum shop.e2\nmember a2\n"
                 "enum shop.e3\nmember a3\n"
                 "enum shop.e4\nmember a4\n"
                 "enum shop.e5\nmember a5\n"
                 "enum shop.e6\nmember a6\n"
                 "enum shop.e7\nmember a7\n"
                 "enum shop.e8\nmember a8\n"
                 "enum shop.e9\nmember a9\n"
                 "page en-US v1.0 enums\n"
                 "enum shop.audience fragment=audience-values\n"
                 "member Mine\n"
                 "member Everyone\n");
}

static void a_section_in_another_style_lists_values_of_a_string(void **state)
{
    add_style(*state);
    const struct model *model = facts_model(*state, "page en-US v1.0 app\n"
                                                    "type shop.app\n"
                                                    "row audience Edm.String values=Mine,Everyone\n"
                                                    "row other Edm.String values=Mine,Everyone\n");
    assert_true(facts_property(model, "shop.app", "audience")->type.enumeration->in_place);
    facts_assert_type(model, "shop.app", "other", "shop.audience");
}

static void a_section_that_a_type_column_names_is_an_enumeration(void **state)
{
    add_style(*state);
    const struct model *model = facts_model(*state, "page en-US v1.0 app\n"
                                                    "type shop.app\n"
                                                    "row audience Edm.String values=Mine,Everyone\n"
                                                    "row other shop.audience\n");
    facts_assert_type(model, "shop.app", "audience", "shop.audience");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(listed_values_make_an_enumeration_in_place, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(it_is_named_after_the_type_that_first_lists_it, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(values_of_the_json_are_added, setup, teardown),
        cmocka_unit_test_setup_teardown(one_value_is_an_example, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers_with_values_stay_numbers, setup, teardown),
        cmocka_unit_test_setup_teardown(exactly_the_members_of_a_documented_one_mean_it, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(of_several_such_the_one_called_like_the_property, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_type_word_without_a_page_names_what_its_row_lists, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(members_keep_numbers_flags_and_texts, setup, teardown),
        cmocka_unit_test_setup_teardown(pages_with_different_members_are_reported, setup, teardown),
        cmocka_unit_test_setup_teardown(words_of_a_translation_are_no_members, setup, teardown),
        cmocka_unit_test_setup_teardown(a_repeated_string_is_of_the_inherited_enumeration, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_object_in_the_json_names_no_enumeration, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(members_copied_from_another_section_are_mended, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(members_that_a_property_shares_are_no_copy, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_section_in_another_style_lists_values_of_a_string, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_section_that_a_type_column_names_is_an_enumeration, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(members_that_a_translation_renamed_are_reported_apart,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_member_with_two_numbers_has_the_first, setup, teardown),
        cmocka_unit_test_setup_teardown(translated_lists_are_not_compared, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
