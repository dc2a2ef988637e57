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

/* That the row on LINE became the property NAME. */
static void assert_named(const struct model *model, const char *name, size_t line)
{
    const struct model_property *property = facts_property(model, "shop.a", name);
    facts_assert_position(property->origin.span, line, 5);
}

static void types_of_one_name_belong_together(void **state)
{
    const struct model *model = facts_model(*state, "page zh-CN v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row 功能 Edm.String words\n"
                                                    "row 公告 []post@post words\n"
                                                    "row 状态 Edm.Boolean words\n"
                                                    "json posts object array type=shop.post\n"
                                                    "json open boolean\n"
                                                    "json feature string\n");
    assert_named(model, "feature", 3);
    assert_named(model, "posts", 4);
    assert_named(model, "open", 5);
    assert_int_equal(facts_type(model, "shop.a")->property_count, 3);
}

/* The link tells the type that the words of the cell have lost, and the collection word too. */
static void a_link_names_the_type(void **state)
{
    const struct model *model = facts_model(*state, "page zh-CN v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row 流 x@shop-stream words\n"
                                                    "row 标签 Edm.String words\n"
                                                    "row 名称 Edm.String words\n"
                                                    "json streams object array type=shop.stream\n"
                                                    "json label string\n");
    assert_named(model, "streams", 3);
    assert_int_equal(facts_type(model, "shop.a")->property_count, 2);
}

static void a_sorted_table_tells_where_a_name_belongs(void **state)
{
    const struct model *model = facts_model(*state, "page zh-CN v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row appliedBy Edm.String\n"
                                                    "row 决定 Edm.String words\n"
                                                    "row grantedBy Edm.String\n"
                                                    "row idNumber Edm.String\n"
                                                    "row 理由 Edm.String words\n"
                                                    "row nextLink Edm.String\n"
                                                    "json justification string\n"
                                                    "json idNumber string\n"
                                                    "json decision string\n"
                                                    "json nextLink string\n"
                                                    "json grantedBy string\n"
                                                    "json appliedBy string\n");
    assert_named(model, "decision", 4);
    assert_named(model, "justification", 7);
}

/* Three rows in four are no order. */
static void a_table_that_is_not_sorted_tells_nothing(void **state)
{
    const struct model *model = facts_model(*state, "page zh-CN v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row zoneName Edm.String\n"
                                                    "row appliedBy Edm.String\n"
                                                    "row 决定 Edm.String words\n"
                                                    "row grantedBy Edm.String\n"
                                                    "row 理由 Edm.String words\n"
                                                    "row nextLink Edm.String\n"
                                                    "json justification string\n"
                                                    "json decision string\n"
                                                    "json nextLink string\n"
                                                    "json grantedBy string\n"
                                                    "json zoneName string\n"
                                                    "json appliedBy string\n");
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, NULL), 2);
    facts_assert_position(facts_property(model, "shop.a", "decision")->origin.span, 10, 6);
    facts_assert_position(facts_property(model, "shop.a", "justification")->origin.span, 9, 6);
}

static void what_is_left_is_matched_in_order(void **state)
{
    const struct diagnostic *d = NULL;
    const struct model *model = facts_model(*state, "page zh-CN v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row idNumber Edm.String\n"
                                                    "row 名称 Edm.String words\n"
                                                    "row 标签 Edm.String words\n"
                                                    "json idNumber string\n"
                                                    "json name string\n"
                                                    "json label string\n");
    assert_named(model, "name", 4);
    assert_named(model, "label", 5);
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, &d), 2);
    facts_assert_slice(
        d->text, "\"名称\" is taken for \"name\", after the order of the JSON representation");
}

/* The text of a link is translated, too, and vouches for nothing. */
static void a_relationship_is_named_by_the_member_of_its_type(void **state)
{
    const struct model *model = facts_model(*state, "page de-DE v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row idNumber Edm.String\n"
                                                    "rel Kunde Kunde@customer\n"
                                                    "rel Lampe Lampe@lamp\n"
                                                    "json idNumber string\n"
                                                    "json buyer object type=shop.customer\n"
                                                    "json name string\n"
                                                    "page de-DE v1.0 customer 1/2/2019\n"
                                                    "type shop.customer\n"
                                                    "json id string\n");
    assert_int_equal(facts_type(model, "shop.a")->property_count, 3);
    assert_named(model, "buyer", 4);
    assert_true(facts_property(model, "shop.a", "buyer")->navigation);
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, NULL), 2);
}

static void order_does_not_bring_a_text_to_a_boolean(void **state)
{
    const struct model *model = facts_model(*state, "page zh-CN v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row idNumber Edm.String\n"
                                                    "row 名称 Edm.String words\n"
                                                    "row 标签 Edm.String words\n"
                                                    "json idNumber string\n"
                                                    "json isOpen boolean\n"
                                                    "json isNew boolean\n");
    assert_int_equal(facts_count(*state, DIAG_TRANSLATED_NAME, NULL), 2);
    facts_assert_type(model, "shop.a", "isOpen", "Edm.Boolean");
    facts_assert_type(model, "shop.a", "isNew", "Edm.Boolean");
}

/* One row and one member are left: they belong together whatever the sample shows. */
static void the_last_row_takes_the_last_member(void **state)
{
    const struct model *model = facts_model(*state, "page zh-CN v1.0 a 1/2/2019\n"
                                                    "type shop.a\n"
                                                    "row idNumber Edm.String\n"
                                                    "row 数量 Edm.Int64 words\n"
                                                    "json count object\n"
                                                    "json idNumber string\n");
    assert_named(model, "count", 4);
    facts_assert_type(model, "shop.a", "count", "Edm.Int64");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(types_of_one_name_belong_together, setup, teardown),
        cmocka_unit_test_setup_teardown(a_link_names_the_type, setup, teardown),
        cmocka_unit_test_setup_teardown(a_sorted_table_tells_where_a_name_belongs, setup, teardown),
        cmocka_unit_test_setup_teardown(a_table_that_is_not_sorted_tells_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_left_is_matched_in_order, setup, teardown),
        cmocka_unit_test_setup_teardown(a_relationship_is_named_by_the_member_of_its_type, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(order_does_not_bring_a_text_to_a_boolean, setup, teardown),
        cmocka_unit_test_setup_teardown(the_last_row_takes_the_last_member, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
