#include "facts_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/selection.h"

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

static const char shop[] = "page en-US v1.0 a\n"
                           "type shop.a\n"
                           "base annotation shop.b\n"
                           "row x c\n"
                           "row s Edm.String values=on,off\n"
                           "rel r d\n"
                           "page en-US v1.0 b\n"
                           "type shop.b\n"
                           "row id Edm.String\n"
                           "page en-US v1.0 c\n"
                           "type shop.c\n"
                           "row a a\n"
                           "row p power\n"
                           "page en-US v1.0 d\n"
                           "type shop.d\n"
                           "row id Edm.String\n"
                           "enum shop.power\n"
                           "member on\n"
                           "enum shop.unused\n"
                           "member on\n";

static void no_glob_selects_everything(void **state)
{
    struct facts_fixture *f = *state;
    struct selection selection;
    const struct model *model = facts_model(f, shop);
    selection_build(&f->arena, model, NULL, 0, NULL, &selection);
    assert_int_equal(selection.type_count, 4);
    assert_int_equal(selection.enumeration_count, 3);
}

static void a_selection_is_closed_but_for_navigation(void **state)
{
    struct facts_fixture *f = *state;
    struct selection selection;
    const slice globs[] = {SLICE("A"), SLICE("nothing*")};
    bool matched[2] = {false, false};
    const struct model *model = facts_model(f, shop);
    selection_build(&f->arena, model, globs, 2, matched, &selection);
    assert_true(matched[0]);
    assert_false(matched[1]);
    assert_true(selection.types[facts_type(model, "shop.b")->index]);
    assert_true(selection.types[facts_type(model, "shop.c")->index]);
    assert_false(selection.types[facts_type(model, "shop.d")->index]);
    assert_true(selection.enumerations[facts_enumeration(model, "shop.power")->index]);
    assert_true(selection.enumerations[facts_enumeration(model, "shop.a.s")->index]);
    assert_false(selection.enumerations[facts_enumeration(model, "shop.unused")->index]);
    assert_false(selection_has_use(&selection, &facts_property(model, "shop.a", "r")->type));
    assert_true(selection_has_use(&selection, &facts_property(model, "shop.a", "x")->type));
    assert_true(selection_has_use(&selection, &facts_property(model, "shop.b", "id")->type));
}

static size_t count_selected(struct facts_fixture *f, const struct model *model, const char *glob)
{
    struct selection selection;
    const slice globs[] = {slice_from(glob)};
    bool matched = false;
    selection_build(&f->arena, model, globs, 1, &matched, &selection);
    return selection.type_count;
}

static void globs_match_short_and_qualified_names(void **state)
{
    struct facts_fixture *f = *state;
    const struct model *model = facts_model(f, shop);
    assert_int_equal(count_selected(f, model, "shop.d"), 1);
    assert_int_equal(count_selected(f, model, "?"), 4);
    assert_int_equal(count_selected(f, model, "*.D"), 1);
    assert_int_equal(count_selected(f, model, "s*p*b"), 1);
    assert_int_equal(count_selected(f, model, "shop"), 0);
    assert_int_equal(count_selected(f, model, ""), 0);
    assert_int_equal(count_selected(f, model, "*a*a*a*a*a*a*a*a*"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_glob_selects_everything, setup, teardown),
        cmocka_unit_test_setup_teardown(a_selection_is_closed_but_for_navigation, setup, teardown),
        cmocka_unit_test_setup_teardown(globs_match_short_and_qualified_names, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
