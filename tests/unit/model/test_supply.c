#include "facts_text.h"

#include "support/buffer.h"

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

/* A page with a type of its own for each number from FROM to TO-1. */
static void add_pages(struct facts_fixture *f, const char *locale, size_t from, size_t to)
{
    struct buffer text;
    buffer_init(&text);
    for (size_t i = from; i < to; i++)
        buffer_format(&text, "page %s v1.0 t%zu\ntype shop.t%zu\nrow name Edm.String\n", locale, i,
                      i);
    buffer_append_char(&text, 0);
    facts_add(f, arena_copy(&f->arena, buffer_slice(&text)).ptr);
    buffer_finish(&text);
}

static size_t count_withheld(const struct model *model)
{
    size_t withheld = 0;
    for (size_t i = 0; i < model->type_count; i++)
        withheld += model->types[i]->withheld != WITHHELD_NOT;
    return withheld;
}

static const struct model *build(struct facts_fixture *f)
{
    facts_build(f);
    return f->models->models[0];
}

static void what_a_translation_has_beyond_is_withheld(void **state)
{
    struct facts_fixture *f = *state;
    const struct diagnostic *d = NULL;
    add_pages(f, "en-US", 0, 12);
    add_pages(f, "de-DE", 0, 22);
    assert_int_equal(count_withheld(build(f)), 10);
    assert_int_equal(facts_count(f, DIAG_LOCALE_AHEAD, &d), 1);
    facts_assert_slice(d->text, "de-DE is ahead of en-US: 10 types and 0 enumerations of v1.0, of "
                                "which this is the first, stand on no en-US page; they are not "
                                "rendered");
    facts_assert_slice(d->span.source->path, "de-DE/v1.0/t12.md");
}

static void a_few_types_more_are_supplied(void **state)
{
    struct facts_fixture *f = *state;
    add_pages(f, "en-US", 0, 12);
    add_pages(f, "de-DE", 0, 21);
    assert_int_equal(count_withheld(build(f)), 0);
    assert_int_equal(facts_count(f, DIAG_LOCALE_AHEAD, NULL), 0);
}

static void a_translation_that_lacks_half_as_many_is_not_ahead(void **state)
{
    struct facts_fixture *f = *state;
    add_pages(f, "en-US", 0, 17);
    add_pages(f, "de-DE", 5, 27);
    assert_int_equal(count_withheld(build(f)), 0);
}

static void a_part_of_the_primary_pages_does_not_measure_a_translation(void **state)
{
    struct facts_fixture *f = *state;
    add_pages(f, "en-US", 0, 10);
    add_pages(f, "de-DE", 0, 20);
    assert_int_equal(count_withheld(build(f)), 0);
}

static void a_union_withholds_nothing(void **state)
{
    struct facts_fixture *f = *state;
    f->options.merge = MERGE_UNION;
    add_pages(f, "en-US", 0, 12);
    add_pages(f, "de-DE", 0, 22);
    assert_int_equal(count_withheld(build(f)), 0);
}

static void what_a_rendered_property_needs_is_released(void **state)
{
    struct facts_fixture *f = *state;
    add_pages(f, "en-US", 0, 12);
    add_pages(f, "de-DE", 0, 22);
    facts_add(f, "page en-US v1.0 shelf\n"
                 "type shop.shelf\n"
                 "row top t20\n"
                 "rel next t21\n");
    const struct model *model = build(f);
    assert_int_equal(facts_type(model, "shop.t20")->withheld, WITHHELD_NOT);
    assert_int_equal(facts_type(model, "shop.t21")->withheld, WITHHELD_AHEAD);
}

/* The translation names the type that the primary page has only as a String. */
static void a_translation_names_no_withheld_type(void **state)
{
    struct facts_fixture *f = *state;
    add_pages(f, "en-US", 0, 12);
    add_pages(f, "de-DE", 0, 22);
    facts_add(f, "page en-US v1.0 shelf\n"
                 "type shop.shelf\n"
                 "row top Edm.String\n"
                 "page de-DE v1.0 shelf\n"
                 "type shop.shelf\n"
                 "row top t20\n");
    const struct model *model = build(f);
    facts_assert_type(model, "shop.shelf", "top", "Edm.String");
    assert_int_equal(facts_type(model, "shop.t20")->withheld, WITHHELD_AHEAD);
}

static void the_old_name_of_a_type_is_withheld(void **state)
{
    struct facts_fixture *f = *state;
    const struct diagnostic *d = NULL;
    facts_add(f, "page en-US v1.0 shelf\n"
                 "type shop.shelf\n"
                 "row top Edm.String\n"
                 "page de-DE v1.0 shelf\n"
                 "type shop.rack\n"
                 "row top Edm.String\n");
    const struct model *model = build(f);
    assert_int_equal(facts_type(model, "shop.rack")->withheld, WITHHELD_REPLACED);
    assert_int_equal(facts_count(f, DIAG_LOCALE_DRIFT, &d), 1);
    facts_assert_slice(d->text, "shop.rack is described here, but not by the en-US page of that "
                                "name; it is not rendered");
}

static void a_type_that_is_called_otherwise_by_now_is_withheld(void **state)
{
    struct facts_fixture *f = *state;
    const struct diagnostic *d = NULL;
    facts_add(f, "page en-US v1.0 shelf\n"
                 "type shop.bookShelf\n"
                 "row top Edm.String\n"
                 "row depth Edm.Int32\n"
                 "row width Edm.Int32\n"
                 "page de-DE v1.0 oldshelf\n"
                 "type shop.shelf unannotated\n"
                 "row depth Edm.Int32\n"
                 "row top Edm.String\n"
                 "page de-DE v1.0 rack\n"
                 "type shop.rack\n"
                 "row depth Edm.Int32\n"
                 "row top Edm.String\n"
                 "page de-DE v1.0 board\n"
                 "type shop.board unannotated\n"
                 "row top Edm.String\n"
                 "row colour Edm.String\n");
    const struct model *model = build(f);
    assert_int_equal(facts_type(model, "shop.shelf")->withheld, WITHHELD_RENAMED);
    assert_int_equal(facts_type(model, "shop.rack")->withheld, WITHHELD_NOT);
    assert_int_equal(facts_type(model, "shop.board")->withheld, WITHHELD_NOT);
    assert_int_equal(facts_count(f, DIAG_LOCALE_DRIFT, &d), 1);
    facts_assert_position(d->span, 2, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_a_translation_has_beyond_is_withheld, setup, teardown),
        cmocka_unit_test_setup_teardown(a_few_types_more_are_supplied, setup, teardown),
        cmocka_unit_test_setup_teardown(a_translation_that_lacks_half_as_many_is_not_ahead, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_part_of_the_primary_pages_does_not_measure_a_translation,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_union_withholds_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(what_a_rendered_property_needs_is_released, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_translation_names_no_withheld_type, setup, teardown),
        cmocka_unit_test_setup_teardown(the_old_name_of_a_type_is_withheld, setup, teardown),
        cmocka_unit_test_setup_teardown(a_type_that_is_called_otherwise_by_now_is_withheld, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
