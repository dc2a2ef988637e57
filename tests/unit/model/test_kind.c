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

static void base_types_that_end_in_entity(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "base annotation shop.b\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base annotation shop.entity\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n"
                                                    "row x Edm.String\n");
    assert_int_equal(facts_type(model, "shop.a")->kind, KIND_ENTITY);
    assert_int_equal(facts_type(model, "shop.b")->kind, KIND_ENTITY);
    assert_int_equal(facts_type(model, "shop.c")->kind, KIND_COMPLEX);
}

static void an_annotation_that_states_the_kind_decides(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a complex\n"
                                                    "row id Edm.String key\n"
                                                    "row b b\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b entity\n"
                                                    "row x Edm.String\n");
    assert_int_equal(facts_type(model, "shop.a")->kind, KIND_COMPLEX);
    assert_int_equal(facts_type(model, "shop.b")->kind, KIND_ENTITY);
}

static void relationships_point_at_entities_and_properties_at_values(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "row x b\n"
                                                    "rel y []c\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "row id Edm.String\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n"
                                                    "row n Edm.String\n");
    assert_int_equal(facts_type(model, "shop.b")->kind, KIND_COMPLEX);
    assert_int_equal(facts_type(model, "shop.c")->kind, KIND_ENTITY);
    assert_true(facts_property(model, "shop.a", "y")->navigation);
    assert_false(facts_property(model, "shop.a", "x")->navigation);
}

static void a_family_is_of_one_kind(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "rel y b\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "base annotation shop.c\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c\n"
                                                    "row n Edm.String\n");
    assert_int_equal(facts_type(model, "shop.c")->kind, KIND_ENTITY);
}

static void a_key_makes_an_entity(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a key=n\n"
                                                    "row n Edm.String\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "row n Edm.String key\n");
    assert_int_equal(facts_type(model, "shop.a")->kind, KIND_ENTITY);
    assert_int_equal(facts_type(model, "shop.b")->kind, KIND_ENTITY);
}

static void methods_make_an_entity_unless_it_is_a_value(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a methods\n"
                                                    "row n Edm.String\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b methods\n"
                                                    "row x c\n"
                                                    "page en-US v1.0 c\n"
                                                    "type shop.c methods\n"
                                                    "row n Edm.String\n");
    assert_int_equal(facts_type(model, "shop.a")->kind, KIND_ENTITY);
    assert_int_equal(facts_type(model, "shop.c")->kind, KIND_COMPLEX);
}

static void a_relationship_to_a_plain_value_is_no_navigation(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a\n"
                                                    "rel n Edm.String\n");
    assert_false(facts_property(model, "shop.a", "n")->navigation);
}

static void a_key_that_the_type_does_not_have_makes_no_entity(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a key=id\n"
                                                    "row n Edm.String\n");
    assert_int_equal(facts_type(model, "shop.a")->kind, KIND_COMPLEX);
}

static void what_nothing_relates_to_is_a_value_despite_its_key(void **state)
{
    const struct model *model = facts_model(*state, "page en-US v1.0 a\n"
                                                    "type shop.a key=n\n"
                                                    "row n Edm.String\n"
                                                    "page en-US v1.0 b\n"
                                                    "type shop.b\n"
                                                    "row x a\n");
    assert_int_equal(facts_type(model, "shop.a")->kind, KIND_COMPLEX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(base_types_that_end_in_entity, setup, teardown),
        cmocka_unit_test_setup_teardown(an_annotation_that_states_the_kind_decides, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(relationships_point_at_entities_and_properties_at_values,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_family_is_of_one_kind, setup, teardown),
        cmocka_unit_test_setup_teardown(a_key_makes_an_entity, setup, teardown),
        cmocka_unit_test_setup_teardown(methods_make_an_entity_unless_it_is_a_value, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_relationship_to_a_plain_value_is_no_navigation, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_key_that_the_type_does_not_have_makes_no_entity, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_nothing_relates_to_is_a_value_despite_its_key, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
