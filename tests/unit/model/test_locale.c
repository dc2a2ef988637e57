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

static void what_only_a_translation_lists_is_kept_and_reported(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String\n"
                                                    "page zh-CN v1.0 a 12/20/2018\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String\n"
                                                    "row old Edm.Date\n"
                                                    "json x string\n"
                                                    "json old string\n");
    const struct model_property *old = facts_property(model, "shop.a", "old");
    assert_false(old->rendered);
    facts_assert_slice(old->origin.page->handoff, "12/20/2018");
    facts_assert_type(model, "shop.a", "old", "Edm.Date");
    assert_int_equal(facts_count(*state, DIAG_LOCALE_DRIFT, &d), 1);
    facts_assert_slice(d->text, "\"old\" is listed here, but not by the en-US page of shop.a");
    facts_assert_position(d->span, 4, 5);
    facts_assert_slice(d->notes->span.source->path, "en-US/v1.0/a.md");
    facts_assert_position(d->notes->span, 2, 6);
}

static void a_union_renders_what_the_json_confirms(void **state)
{
    struct facts_fixture *f = *state;
    f->options.merge = MERGE_UNION;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String\n"
                                                    "page zh-CN v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row old Edm.Date\n"
                                                    "row odd Edm.Date\n"
                                                    "json old string\n");
    assert_true(facts_property(model, "shop.a", "old")->rendered);
    assert_int_equal(facts_type(model, "shop.a")->property_count, 2);
}

static void without_json_an_identifier_is_kept_but_never_rendered(void **state)
{
    struct facts_fixture *f = *state;
    f->options.merge = MERGE_UNION;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String\n"
                                                    "page zh-CN v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row old Edm.Date\n");
    assert_false(facts_property(model, "shop.a", "old")->rendered);
}

static void another_locale_supplies_a_whole_type(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "row x a\n"
                                                    "page es-ES v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String // Uno.\n");
    facts_assert_type(model, "shop.b", "x", "shop.a");
    assert_true(facts_property(model, "shop.a", "x")->rendered);
    facts_assert_slice(
        model_text(&facts_property(model, "shop.a", "x")->descriptions, SLICE("en-US"))->text,
        "Uno.");
    assert_int_equal(facts_count(*state, DIAG_LOCALE_DRIFT, NULL), 0);
}

static void assert_texts(const struct model *model, const char *property, const char *text)
{
    const struct localized_texts *texts = &facts_property(model, "shop.a", property)->descriptions;
    assert_int_equal(texts->count, text != NULL ? 2 : 1);
    if (text != NULL)
        facts_assert_slice(texts->items[1].text, text);
}

static void rows_without_a_name_are_those_in_their_place_on_the_primary_page(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row firstOne Edm.String // First.\n"
                                                    "row lampNumber Edm.String // Number.\n"
                                                    "row lampOwner Edm.String // Owner.\n"
                                                    "row lastOne Edm.String // Last.\n"
                                                    "row end Edm.String // End.\n"
                                                    "page es-ES v1.0 a 11/29/2018\n"
                                                    "type shop.a\n"
                                                    "row firstOne Edm.String // Primero.\n"
                                                    "row numero Edm.String words // El numero.\n"
                                                    "row propietario Edm.String words // El que.\n"
                                                    "row lastOne Edm.String // Lo ultimo.\n"
                                                    "row fin Edm.String words // Fin.\n"
                                                    "row nuevo Edm.String words // Nuevo.\n");
    assert_texts(model, "lampNumber", "El numero.");
    assert_texts(model, "lampOwner", "El que.");
    assert_texts(model, "lastOne", "Lo ultimo.");
    /* Two rows stand where the primary page has one. */
    assert_texts(model, "end", NULL);
    assert_int_equal(model_find_type(model, SLICE("shop.a"))->property_count, 5);
}

static void of_translations_the_newest_decides(void **state)
{
    const struct model *model = facts_model(*state, "page es-ES v1.0 a 11/29/2018\n"
                                                    "type shop.a\n"
                                                    "row dueDate Edm.String\n"
                                                    "page zh-CN v1.0 a 01/02/2019\n"
                                                    "type shop.a\n"
                                                    "row dueDate Edm.Int32\n");
    facts_assert_type(model, "shop.a", "dueDate", "Edm.Int32");
}

static void the_primary_type_wins_and_the_other_is_reported(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int32\n"
                                                    "page zh-CN v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int64\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Int32");
    assert_int_equal(facts_count(*state, DIAG_LOCALE_DRIFT, &d), 1);
    facts_assert_slice(d->text,
                       "\"x\" is Edm.Int64 here, but Edm.Int32 on the en-US page, which decides");
    facts_assert_position(d->span, 3, 7);
}

static void a_translation_may_name_the_type_of_a_string(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String\n"
                                                    "page zh-CN v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x b\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n");
    facts_assert_type(model, "shop.a", "x", "shop.b");
}

static void descriptions_of_all_locales_are_kept_in_order(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String // Word.\n"
                                                    "page zh-CN v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String // Zi.\n"
                                                    "page de-DE v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row X Edm.String // Wort.\n");
    const struct localized_texts *texts = &facts_property(model, "shop.a", "x")->descriptions;
    assert_int_equal(texts->count, 3);
    facts_assert_slice(texts->items[0].locale, "en-US");
    facts_assert_slice(texts->items[1].text, "Wort.");
    facts_assert_slice(model_text(texts, SLICE("zh-CN"))->text, "Zi.");
    facts_assert_slice(model_text(texts, SLICE("fr-FR"))->text, "Word.");
}

static void an_unrendered_property_is_not_repeated(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String\n"
                                                    "page zh-CN v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row old Edm.Date\n"
                                                    "json old string\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base annotation shop.a\n"
                                                    "row old Edm.Date\n");
    assert_null(facts_property(model, "shop.b", "old")->repeats);
}

static void a_row_named_by_its_place_says_nothing_of_types(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row name Edm.String\n"
                                                    "page es-ES v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row dirección shop.address words\n"
                                                    "json name string\n"
                                                    "page en-US v1.0 address\n"
                                                    "type shop.address\n"
                                                    "row street Edm.String\n");
    facts_assert_type(model, "shop.a", "name", "Edm.String");
    assert_int_equal(facts_count(*state, DIAG_LOCALE_DRIFT, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_only_a_translation_lists_is_kept_and_reported, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_union_renders_what_the_json_confirms, setup, teardown),
        cmocka_unit_test_setup_teardown(without_json_an_identifier_is_kept_but_never_rendered,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(another_locale_supplies_a_whole_type, setup, teardown),
        cmocka_unit_test_setup_teardown(
            rows_without_a_name_are_those_in_their_place_on_the_primary_page, setup, teardown),
        cmocka_unit_test_setup_teardown(of_translations_the_newest_decides, setup, teardown),
        cmocka_unit_test_setup_teardown(a_row_named_by_its_place_says_nothing_of_types, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_primary_type_wins_and_the_other_is_reported, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_translation_may_name_the_type_of_a_string, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(descriptions_of_all_locales_are_kept_in_order, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_unrendered_property_is_not_repeated, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
