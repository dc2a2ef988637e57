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

static void the_table_wins_over_the_json(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int64\n"
                                                    "row y Edm.DateTimeOffset\n"
                                                    "row z []Edm.String\n"
                                                    "json x integer\n"
                                                    "json y string\n"
                                                    "json z string\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Int64");
    facts_assert_type(model, "shop.a", "y", "Edm.DateTimeOffset");
    facts_assert_type(model, "shop.a", "z", "[]Edm.String");
    assert_int_equal(facts_count(*state, DIAG_CONFLICTING_TYPES, NULL), 0);
}

static void a_string_yields_to_what_the_json_cannot_show_as_one(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.String\n"
                                                    "row y Edm.String\n"
                                                    "row z Edm.String\n"
                                                    "row i Edm.String\n"
                                                    "json x boolean\n"
                                                    "json y fraction\n"
                                                    "json z object type=shop.b\n"
                                                    "json i integer\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Boolean");
    facts_assert_type(model, "shop.a", "y", "Edm.Double");
    facts_assert_type(model, "shop.a", "z", "shop.b");
    facts_assert_type(model, "shop.a", "i", "Edm.String");
    assert_int_equal(facts_count(*state, DIAG_CONFLICTING_TYPES, &d), 3);
    facts_assert_position(d->span, 7, 6);
    facts_assert_position(d->notes->span, 3, 7);
}

static void a_named_type_stays_although_the_json_shows_a_subtype(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x b\n"
                                                    "json x object type=shop.c\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n");
    facts_assert_type(model, "shop.a", "x", "shop.b");
}

static void the_json_decides_where_the_table_holds_a_sentence(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x ?whatever\n"
                                                    "json x boolean\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Boolean");
    assert_int_equal(facts_count(*state, DIAG_TYPE_UNKNOWN, NULL), 0);
}

static void without_a_row_the_ancestor_decides_then_the_json(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int64\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base annotation shop.a\n"
                                                    "json x integer\n"
                                                    "json y integer\n"
                                                    "json z object\n"
                                                    "json @odata.type string\n"
                                                    "json n nothing\n");
    facts_assert_type(model, "shop.b", "x", "Edm.Int64");
    facts_assert_type(model, "shop.b", "y", "Edm.Int32");
    facts_assert_type(model, "shop.b", "z", "Edm.Untyped");
    facts_assert_type(model, "shop.b", "n", "Edm.Untyped");
    assert_int_equal(facts_type(model, "shop.b")->property_count, 4);
    assert_int_equal(((struct facts_fixture *)*state)->diagnostics.count, 0);
}

static void an_unknown_word_is_never_a_silent_string(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Wibble\n"
                                                    "json x string\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Untyped");
    assert_int_equal(facts_count(*state, DIAG_TYPE_UNKNOWN, NULL), 1);
}

static void pages_that_disagree_are_reported_with_both_places(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int32\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.a\n"
                                                    "row y Edm.String\n"
                                                    "row x Edm.String\n");
    facts_assert_type(model, "shop.a", "x", "Edm.Int32");
    assert_int_equal(facts_count(*state, DIAG_CONFLICTING_TYPES, &d), 1);
    facts_assert_slice(d->text,
                       "\"x\" is Edm.Int32 here and something else elsewhere; Edm.Int32 is used");
    facts_assert_slice(d->span.source->path, "en-US/v1.0/a.md");
    facts_assert_slice(d->notes->span.source->path, "en-US/v1.0/b.md");
    facts_assert_position(d->notes->span, 4, 7);
    facts_assert_slice(d->notes->text, "here it is Edm.String");
}

static void rows_of_one_page_that_disagree_are_reported(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int32\n"
                                                    "row x []Edm.Int32\n"
                                                    "row x Edm.Int32\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 1);
    assert_int_equal(facts_count(*state, DIAG_CONFLICTING_TYPES, NULL), 1);
}

static void every_source_is_kept_as_evidence(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int64\n"
                                                    "json x integer\n"
                                                    "page de-DE v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x Edm.Int64\n");
    const struct model_property *x = facts_property(model, "shop.a", "x");
    assert_int_equal(x->decision.evidence_count, 3);
    assert_true(x->decision.evidence[0].taken);
    facts_assert_slice(x->decision.evidence[0].words, "Edm.Int64");
    facts_assert_position(x->decision.evidence[0].origin.span, 3, 7);
    assert_true(x->decision.evidence[1].taken);
    assert_false(x->decision.evidence[2].taken);
    assert_string_equal(x->decision.rule, "the table decides");
}

static void what_rows_say_besides_the_type_is_merged(void **state)
{
    const struct model *model =
        facts_model(*state, "page en-US v1.0 a\n"
                            "type shop.a\n"
                            "row x Edm.String read-only max=256 // First.\n"
                            "page en-US v1.0 b\n"
                            "type shop.a\n"
                            "row x Edm.String required not-nullable max=9 // Second.\n");
    const struct model_property *x = facts_property(model, "shop.a", "x");
    assert_true(x->read_only && x->required);
    assert_int_equal(x->limits[LIMIT_MAX_LENGTH].value.digits, 256);
    assert_int_equal(x->nullable, NULLABLE_NO);
    facts_assert_slice(model_text(&x->descriptions, SLICE("en-US"))->text, "First.");
}

static void limits_that_do_not_suit_the_type_are_dropped(void **state)
{
    const struct model *model =
        facts_model(*state, "page en-US v1.0 a\n"
                            "type shop.a\n"
                            "row text Edm.String max=8 minimum=2 max-items=3\n"
                            "row number Edm.Int32 max=8 minimum=0 max-items=3\n"
                            "row texts []Edm.String max=8 minimum=2 max-items=3\n"
                            "row thing shop.a max=8 minimum=2 max-items=3\n"
                            "row few []Edm.Int32 maximum=3 max-items=3\n"
                            "row small []Edm.Int32 maximum=9 max-items=3\n");
    static const bool kept[][LIMIT_COUNT] = {
        {[LIMIT_MAX_LENGTH] = true},
        {[LIMIT_MINIMUM] = true},
        {[LIMIT_MAX_LENGTH] = true, [LIMIT_MAX_ITEMS] = true},
        {[LIMIT_MAX_LENGTH] = false},
        {[LIMIT_MAX_ITEMS] = true}, /* "there can be at most 3" */
        {[LIMIT_MAXIMUM] = true, [LIMIT_MAX_ITEMS] = true},
    };
    const struct model_type *a = model_find_type(model, SLICE("shop.a"));
    assert_int_equal(a->property_count, sizeof kept / sizeof *kept);
    for (size_t i = 0; i < a->property_count; i++)
        for (size_t j = 0; j < LIMIT_COUNT; j++)
            assert_int_equal(model_limit(&a->properties[i], (enum limit_kind)j).stated, kept[i][j]);
    assert_null(model_decision(&a->properties[3].facts, FACT_MAX_LENGTH));
    assert_non_null(model_decision(&a->properties[1].facts, FACT_MINIMUM));
}

static void a_table_that_names_one_of_several_yields_to_their_base(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x deskLamp\n"
                                                    "json x object type=shop.lamp\n"
                                                    "page en-US v1.0 lamp\n"
                                                    "type shop.lamp\n"
                                                    "page en-US v1.0 desklamp\n"
                                                    "type shop.deskLamp\n"
                                                    "base annotation shop.lamp\n");
    facts_assert_type(model, "shop.a", "x", "shop.lamp");
}

static void a_string_that_looks_like_a_name_is_a_string(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "json x string type=shop.example\n"
                                                    "json y string type=Edm.Guid\n");
    facts_assert_type(model, "shop.a", "x", "Edm.String");
    facts_assert_type(model, "shop.a", "y", "Edm.Guid");
}

static void a_text_that_stands_for_a_number_denies_string(void **state)
{
    const struct model *model =
        facts_model(*state, "page en-US v1.0 a\n"
                            "type shop.a\n"
                            "row progress Edm.String\n"
                            "row owner Edm.String\n"
                            "json progress string type=Edm.Double // String (double)\n"
                            "json owner string type=Edm.Guid // String (guid)\n");
    facts_assert_type(model, "shop.a", "progress", "Edm.Double");
    facts_assert_type(model, "shop.a", "owner", "Edm.String");
}

static const char stable[] = "page en-US v1.0 a\n"
                             "type shop.a\n"
                             "row when shop.day\n"
                             "row where shop.gone\n"
                             "page en-US v1.0 day\n"
                             "enum shop.day\n"
                             "member monday\n"
                             "member sunday\n"
                             "page en-US v1.0 gone\n"
                             "type shop.gone\n";

static const char preview[] = "page en-US beta a\n"
                              "type shop.a\n"
                              "row when Edm.String values=monday,friday\n"
                              "row where Edm.String\n"
                              "page en-US beta day\n"
                              "enum shop.day\n"
                              "member monday\n"
                              "member sunday\n";

static void a_preview_is_helped_by_the_stable_version(void **state)
{
    facts_add(*state, stable);
    const struct model *beta = facts_model(*state, preview);
    facts_assert_slice(beta->version, "beta");
    facts_assert_type(beta, "shop.a", "when", "shop.day");
    facts_assert_type(beta, "shop.a", "where", "Edm.String"); /* no page of beta knows shop.gone */
    assert_ptr_equal(facts_property(beta, "shop.a", "when")->type.enumeration,
                     facts_enumeration(beta, "shop.day"));
}

static void a_preview_helps_no_other_version(void **state)
{
    struct facts_fixture *f = *state;
    facts_add(f, "page en-US beta a\n"
                 "type shop.a\n"
                 "row when shop.day\n"
                 "page en-US beta day\n"
                 "enum shop.day\n"
                 "member monday\n"
                 "page en-US v1.0 a\n"
                 "type shop.a\n"
                 "row when Edm.String\n"
                 "page en-US v1.0 day\n"
                 "enum shop.day\n"
                 "member monday\n");
    facts_build(f);
    facts_assert_type(f->models->models[1], "shop.a", "when", "Edm.String");
}

static void words_of_a_language_without_vocabulary_leave_it_to_the_json(void **state)
{
    struct facts_fixture *f = *state;
    f->options.primary_locale = SLICE("qx-QX");
    const struct model *model = facts_model(f, "page qx-QX v1.0 a\n"
                                               "type shop.a\n"
                                               "row x Streng\n"
                                               "row y part\n"
                                               "row z lampMode\n"
                                               "row w Streng values=on,off\n"
                                               "row v part@part\n"
                                               "json x string\n"
                                               "json y object array\n"
                                               "json z string\n"
                                               "json v object array\n"
                                               "page qx-QX v1.0 part\n"
                                               "type shop.part\n");
    facts_assert_type(model, "shop.a", "x", "Edm.String");
    facts_assert_type(model, "shop.a", "y", "[]shop.part");
    facts_assert_type(model, "shop.a", "z", "Edm.Untyped");
    facts_assert_type(model, "shop.a", "w", "shop.a.w");
    facts_assert_type(model, "shop.a", "v", "[]shop.part");
    assert_int_equal(facts_count(f, DIAG_TYPE_UNKNOWN, NULL), 1);
    assert_int_equal(facts_count(f, DIAG_CONFLICTING_TYPES, NULL), 0);
}

static void a_language_without_vocabulary_does_not_drift_by_its_word_for_collections(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x []part@part\n"
                                                    "page qx-QX v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x part@part\n"
                                                    "page en-US v1.0 part\n"
                                                    "type shop.part\n");
    facts_assert_type(model, "shop.a", "x", "[]shop.part");
    assert_int_equal(facts_count(*state, DIAG_LOCALE_DRIFT, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_table_wins_over_the_json, setup, teardown),
        cmocka_unit_test_setup_teardown(a_string_yields_to_what_the_json_cannot_show_as_one, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_named_type_stays_although_the_json_shows_a_subtype, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_json_decides_where_the_table_holds_a_sentence, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(without_a_row_the_ancestor_decides_then_the_json, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_unknown_word_is_never_a_silent_string, setup, teardown),
        cmocka_unit_test_setup_teardown(pages_that_disagree_are_reported_with_both_places, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(rows_of_one_page_that_disagree_are_reported, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(every_source_is_kept_as_evidence, setup, teardown),
        cmocka_unit_test_setup_teardown(limits_that_do_not_suit_the_type_are_dropped, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_rows_say_besides_the_type_is_merged, setup, teardown),
        cmocka_unit_test_setup_teardown(a_table_that_names_one_of_several_yields_to_their_base,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_string_that_looks_like_a_name_is_a_string, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_text_that_stands_for_a_number_denies_string, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_preview_is_helped_by_the_stable_version, setup, teardown),
        cmocka_unit_test_setup_teardown(a_preview_helps_no_other_version, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_language_without_vocabulary_does_not_drift_by_its_word_for_collections, setup,
            teardown),
        cmocka_unit_test_setup_teardown(words_of_a_language_without_vocabulary_leave_it_to_the_json,
                                        setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
