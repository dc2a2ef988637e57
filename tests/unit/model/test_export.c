#include "facts_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/export.h"

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
                           "base annotation shop.entity\n"
                           "row x []c read-only // One\ttwo.\n"
                           "row s Edm.String max=8 values=p,q\n"
                           "rel r []d\n"
                           "page en-US beta a\n"
                           "type shop.a\n"
                           "page zh-CN v1.0 a 12/20/2018\n"
                           "type shop.a\n"
                           "row old Edm.Date\n"
                           "json old string\n"
                           "page en-US v1.0 c\n"
                           "type shop.c\n"
                           "row p power\n"
                           "page en-US v1.0 d\n"
                           "type shop.d\n"
                           "enum shop.power\n"
                           "member on 1\n"
                           "member off 0\n";

static void assert_text(const struct buffer *text, const char *expected)
{
    facts_assert_slice(buffer_slice(text), expected);
}

static void tab_separated_lines(void **state)
{
    struct facts_fixture *f = *state;
    struct buffer text;
    facts_model(f, shop);
    buffer_init(&text);
    model_export_tsv(f->models, &text);
    assert_text(&text, "version\tnamespace\ttype\tkind\tbase\tproperty\tedm_type\t"
                       "collection\tis_navigation\n"
                       "beta\tshop\ta\tcomplex\t\t\t\t\t\n"
                       "v1.0\tshop\ta\tentity\tshop.entity\tx\tshop.c\t1\t0\n"
                       "v1.0\tshop\ta\tentity\tshop.entity\ts\tEdm.String\t0\t0\n"
                       "v1.0\tshop\ta\tentity\tshop.entity\tr\tshop.d\t1\t1\n"
                       "v1.0\tshop\tc\tcomplex\t\tp\tshop.power\t0\t0\n"
                       "v1.0\tshop\td\tentity\tshop.entity\t\t\t\t\n"
                       "v1.0\tshop\tpower\tenum\t\ton\t\t\t\n"
                       "v1.0\tshop\tpower\tenum\t\toff\t\t\t\n");
    buffer_finish(&text);
}

static void json_is_strict_and_tells_origins(void **state)
{
    struct facts_fixture *f = *state;
    struct buffer text;
    struct source source;
    struct json_problem problem;
    facts_model(f, shop);
    buffer_init(&text);
    model_export_json(f->models, &text);
    source_init(&source, &f->arena, SLICE("model.json"), buffer_slice(&text));
    const struct json_value *root =
        json_read_strict(&f->arena, &f->arena, span_of_file(&source), &problem);
    assert_non_null(root);
    const struct json_value *v1 = json_get(root, SLICE("models"))->last;
    const struct json_value *a = json_get(v1, SLICE("types"))->first;
    facts_assert_slice(json_get_text(a, SLICE("base")), "shop.entity");
    const struct json_value *old = json_get(a, SLICE("properties"))->last;
    facts_assert_slice(json_get_text(old, SLICE("name")), "old");
    const struct json_value *origin = json_get(old, SLICE("origin"));
    facts_assert_slice(json_get_text(origin, SLICE("at")), "zh-CN/v1.0/a.md:3");
    facts_assert_slice(json_get_text(origin, SLICE("handoff")), "12/20/2018");
    facts_assert_slice(json_get_text(json_get(old, SLICE("decision")), SLICE("rule")),
                       "the table decides");
    buffer_finish(&text);
}

/* Another order for every SHIFT: a rotation, and every second time also a reversal. */
static void shuffle(struct facts_fixture *f, size_t shift)
{
    const struct page_facts **shuffled =
        arena_alloc_array(&f->arena, f->page_count, sizeof(const struct page_facts *));
    for (size_t i = 0; i < f->page_count; i++) {
        size_t j = (i + shift) % f->page_count;
        shuffled[i] = f->pages[shift % 2 == 0 ? j : f->page_count - 1 - j];
    }
    f->pages = shuffled;
}

static void print_all(struct facts_fixture *f, struct buffer *text)
{
    f->diagnostics.count = 0;
    facts_build(f);
    model_export_json(f->models, text);
    model_export_tsv(f->models, text);
    for (size_t i = 0; i < f->diagnostics.count; i++)
        diagnostic_print(f->diagnostics.items[i], NULL, text);
}

static void the_order_of_pages_does_not_matter(void **state)
{
    struct facts_fixture *f = *state;
    struct buffer first, other;
    facts_add(f, shop);
    facts_add(f, "page en-US v1.0 a2\n"
                 "type shop.a\n"
                 "row s Edm.Int32\n"
                 "base prose c\n"
                 "page fr-FR v1.0 a\n"
                 "type shop.a\n"
                 "row vieux Edm.Date\n"
                 "row x Edm.Int32\n"
                 "page en-US v1.0 power2\n"
                 "enum shop.power\n"
                 "member dim\n"
                 "page en-US v1.0 f\n"
                 "type shop.f\n"
                 "base annotation shop.g\n"
                 "page en-US v1.0 g\n"
                 "type shop.g\n"
                 "base annotation shop.f\n");
    buffer_init(&first);
    buffer_init(&other);
    print_all(f, &first);
    assert_true(f->diagnostics.count > 3);
    for (size_t shift = 1; shift < 12; shift++) {
        shuffle(f, shift);
        buffer_clear(&other);
        print_all(f, &other);
        assert_true(slice_equal(buffer_slice(&first), buffer_slice(&other)));
    }
    buffer_finish(&first);
    buffer_finish(&other);
}

static void primitive_names_go_both_ways(void **state)
{
    (void)state;
    for (int i = 0; i < EDM_PRIMITIVE_COUNT; i++)
        assert_int_equal(edm_find(edm_name((enum edm_primitive)i)), i);
    assert_int_equal(edm_find(SLICE("edm.STRING")), EDM_STRING);
    assert_int_equal(edm_find(SLICE("")), EDM_PRIMITIVE_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tab_separated_lines, setup, teardown),
        cmocka_unit_test_setup_teardown(json_is_strict_and_tells_origins, setup, teardown),
        cmocka_unit_test_setup_teardown(the_order_of_pages_does_not_matter, setup, teardown),
        cmocka_unit_test_setup_teardown(primitive_names_go_both_ways, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
