#include "facts_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/corrections.h"
#include "model/why.h"

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

static const char shop[] =
    "page en-US v1.0 item\n"
    "type shop.item key=id open // What the shop sells.\n"
    "row id Edm.String read-only // The id. Read-only.\n"
    "row state Edm.String values=new,old // Whether it is new: a long text, so long that it needs "
    "more than one line of 96 columns to say so.\n"
    "json id string\n"
    "page zh-CN v1.0 item 12/20/2018\n"
    "type shop.item\n"
    "row id Edm.String // \346\240\207\350\257\206\n"
    "row gone Edm.Date\n"
    "json gone string\n"
    "page en-US v1.0 book\n"
    "type shop.book\n"
    "base annotation shop.item\n"
    "row state Edm.String\n"
    "page en-US v1.0 colour\n"
    "enum shop.colour flags\n"
    "member Red 1 // Like blood.\n"
    "member unknownFutureValue\n"
    "page en-US beta colour\n"
    "enum shop.colour\n"
    "member Red 2\n"
    "member black\n";

/* Asserts what is said about NAME in the first COUNT versions that have it. */
static void assert_why(struct facts_fixture *f, const char *name, size_t count,
                       const char *expected)
{
    struct why_subjects subjects;
    struct buffer text;
    facts_add(f, shop);
    facts_build(f);
    buffer_init(&text);
    why_find(&f->arena, f->models, slice_from(name), &subjects);
    assert_int_equal(subjects.count, count);
    for (size_t i = 0; i < count; i++)
        why_print(&subjects.items[i], &text);
    facts_assert_slice(buffer_slice(&text), expected);
    buffer_finish(&text);
}

static void a_property_shows_all_sources(void **state)
{
    assert_why(*state, "item.ID", 1,
               "shop.item.id (property in v1.0)\n"
               "\n"
               "  name: id\n"
               "    rule: the table lists it, spelled as in the JSON representation\n"
               "    taken: en-US/v1.0/item.md:3 (en-US)\n"
               "      \"id\"\n"
               "    agrees: zh-CN/v1.0/item.md:3 (zh-CN, handed off 12/20/2018)\n"
               "      \"id\"\n"
               "    agrees: en-US/v1.0/item.md:5 (en-US)\n"
               "      \"id\"\n"
               "\n"
               "  type: Edm.String\n"
               "    rule: the table decides\n"
               "    taken: en-US/v1.0/item.md:3 (en-US)\n"
               "      \"Edm.String\"\n"
               "    agrees: en-US/v1.0/item.md:5 (en-US)\n"
               "      \"Edm.String\"\n"
               "    agrees: zh-CN/v1.0/item.md:3 (zh-CN, handed off 12/20/2018)\n"
               "      \"Edm.String\"\n"
               "\n"
               "  read-only: yes\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/item.md:3 (en-US)\n"
               "      \"The id. Read-only.\"\n"
               "\n"
               "  key: yes\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/item.md:2 (en-US)\n"
               "      \"id\"\n"
               "\n"
               "  description: en-US\n"
               "    from: en-US/v1.0/item.md:3 (en-US)\n"
               "      \"The id. Read-only.\"\n"
               "\n"
               "  description: zh-CN\n"
               "    from: zh-CN/v1.0/item.md:3 (zh-CN, handed off 12/20/2018)\n"
               "      \"\346\240\207\350\257\206\"\n");
}

static void a_correction_shows_what_it_overruled(void **state)
{
    struct facts_fixture *f = *state;
    struct corrections corrections;
    corrections_init(&corrections, &f->arena);
    corrections_add(&corrections, SLICE("fix.tsv"),
                    SLICE("\tshop\titem\tid\ttype\tEdm.Guid\tit is one\n"
                          "\tshop\titem\tid\tdescription\tThe number.\n"),
                    &f->diagnostics);
    f->options.corrections = &corrections;
    assert_why(f, "shop.item.id", 1,
               "shop.item.id (property in v1.0)\n"
               "\n"
               "  name: id\n"
               "    rule: the table lists it, spelled as in the JSON representation\n"
               "    taken: en-US/v1.0/item.md:3 (en-US)\n"
               "      \"id\"\n"
               "    agrees: zh-CN/v1.0/item.md:3 (zh-CN, handed off 12/20/2018)\n"
               "      \"id\"\n"
               "    agrees: en-US/v1.0/item.md:5 (en-US)\n"
               "      \"id\"\n"
               "\n"
               "  type: Edm.Guid\n"
               "    rule: a correction decides: it is one\n"
               "    taken: fix.tsv:1\n"
               "      \"Edm.Guid\"\n"
               "    overruled: en-US/v1.0/item.md:3 (en-US)\n"
               "      \"Edm.String\"\n"
               "    overruled: en-US/v1.0/item.md:5 (en-US)\n"
               "      \"Edm.String\"\n"
               "    overruled: zh-CN/v1.0/item.md:3 (zh-CN, handed off 12/20/2018)\n"
               "      \"Edm.String\"\n"
               "\n"
               "  read-only: yes\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/item.md:3 (en-US)\n"
               "      \"The id. Read-only.\"\n"
               "\n"
               "  key: yes\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/item.md:2 (en-US)\n"
               "      \"id\"\n"
               "\n"
               "  description: en-US\n"
               "    rule: a correction decides\n"
               "    taken: fix.tsv:2\n"
               "      \"The number.\"\n"
               "    overruled: en-US/v1.0/item.md:3 (en-US)\n"
               "      \"The id. Read-only.\"\n"
               "\n"
               "  description: zh-CN\n"
               "    from: zh-CN/v1.0/item.md:3 (zh-CN, handed off 12/20/2018)\n"
               "      \"\346\240\207\350\257\206\"\n");
}

static void long_words_are_wrapped(void **state)
{
    assert_why(*state, "item.state", 1,
               "shop.item.state (property in v1.0)\n"
               "\n"
               "  name: state\n"
               "    rule: the table lists it\n"
               "    taken: en-US/v1.0/item.md:4 (en-US)\n"
               "      \"state\"\n"
               "\n"
               "  type: shop.item.state, an enumeration listed in place\n"
               "    rule: listed values make an enumeration in place\n"
               "    taken: en-US/v1.0/item.md:4 (en-US)\n"
               "      \"new | old\"\n"
               "    overruled: en-US/v1.0/item.md:4 (en-US)\n"
               "      \"Edm.String\"\n"
               "\n"
               "  description: en-US\n"
               "    from: en-US/v1.0/item.md:4 (en-US)\n"
               "      \"Whether it is new: a long text, so long that it needs more than one line "
               "of 96 columns to\n"
               "      say so.\"\n"
               "\n"
               "  members: 2\n"
               "    new (item.md:4)\n"
               "    old (item.md:4)\n");
}

static void a_repeated_property_names_the_first(void **state)
{
    assert_why(*state, "shop.book.state", 1,
               "shop.book.state (property in v1.0)\n"
               "\n"
               "  repeats the one of: shop.item\n"
               "\n"
               "  name: state\n"
               "    rule: the table lists it\n"
               "    taken: en-US/v1.0/book.md:4 (en-US)\n"
               "      \"state\"\n"
               "\n"
               "  type: shop.item.state, an enumeration listed in place\n"
               "    rule: a String that repeats an inherited enumeration is of that type\n"
               "    taken: en-US/v1.0/item.md:4 (en-US)\n"
               "      \"shop.item\"\n"
               "    overruled: en-US/v1.0/book.md:4 (en-US)\n"
               "      \"Edm.String\"\n"
               "\n"
               "  members: 2\n"
               "    new (item.md:4)\n"
               "    old (item.md:4)\n");
}

static void an_inherited_property_names_its_type(void **state)
{
    assert_why(*state, "book.gone", 1,
               "shop.book.gone (property in v1.0)\n"
               "\n"
               "  inherited from: shop.item\n"
               "\n"
               "  rendered: no: only translations list it (see --merge)\n"
               "\n"
               "  name: gone\n"
               "    rule: only translations list it\n"
               "    taken: zh-CN/v1.0/item.md:4 (zh-CN, handed off 12/20/2018)\n"
               "      \"gone\"\n"
               "    agrees: zh-CN/v1.0/item.md:5 (zh-CN, handed off 12/20/2018)\n"
               "      \"gone\"\n"
               "\n"
               "  type: Edm.Date\n"
               "    rule: the table decides\n"
               "    taken: zh-CN/v1.0/item.md:4 (zh-CN, handed off 12/20/2018)\n"
               "      \"Edm.Date\"\n"
               "    overruled: zh-CN/v1.0/item.md:5 (zh-CN, handed off 12/20/2018)\n"
               "      \"Edm.String\"\n");
}

static void a_type_lists_its_properties(void **state)
{
    assert_why(*state, "shop.item", 1,
               "shop.item (type in v1.0)\n"
               "\n"
               "  name: shop.item\n"
               "    rule: an annotation names it\n"
               "    taken: en-US/v1.0/item.md:2 (en-US)\n"
               "      \"shop.item\"\n"
               "    agrees: zh-CN/v1.0/item.md:2 (zh-CN, handed off 12/20/2018)\n"
               "      \"shop.item\"\n"
               "\n"
               "  kind: entity\n"
               "    rule: a key property is stated\n"
               "    taken: en-US/v1.0/item.md:2 (en-US)\n"
               "      \"id\"\n"
               "\n"
               "  base: none\n"
               "    rule: no page names a base type\n"
               "\n"
               "  key: id\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/item.md:2 (en-US)\n"
               "      \"id\"\n"
               "\n"
               "  open: yes\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/item.md:2 (en-US)\n"
               "      \"shop.item\"\n"
               "\n"
               "  properties: 3\n"
               "    id: Edm.String (item.md:3)\n"
               "    state: shop.item.state, an enumeration listed in place (item.md:4)\n"
               "    gone: Edm.Date, not rendered (item.md:4)\n");
}

static void a_derived_type_shows_its_base(void **state)
{
    assert_why(*state, "BOOK", 1,
               "shop.book (type in v1.0)\n"
               "\n"
               "  name: shop.book\n"
               "    rule: an annotation names it\n"
               "    taken: en-US/v1.0/book.md:2 (en-US)\n"
               "      \"shop.book\"\n"
               "\n"
               "  kind: entity\n"
               "    rule: a key property is stated\n"
               "    taken: en-US/v1.0/item.md:2 (en-US)\n"
               "      \"id\"\n"
               "\n"
               "  base: shop.item\n"
               "    rule: the annotation names the base type\n"
               "    taken: en-US/v1.0/book.md:3 (en-US)\n"
               "      \"shop.item\"\n"
               "\n"
               "  properties: 1\n"
               "    state: shop.item.state, an enumeration listed in place, repeated (book.md:4)\n"
               "    inherited from: shop.item\n");
}

static void an_enumeration_is_shown_in_every_version(void **state)
{
    assert_why(*state, "colour", 2,
               "shop.colour (enumeration in beta)\n"
               "\n"
               "  name: shop.colour\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/beta/colour.md:2 (en-US)\n"
               "      \"shop.colour\"\n"
               "\n"
               "  members: 2\n"
               "    Red = 2 (colour.md:3)\n"
               "    black (colour.md:4)\n"
               "shop.colour (enumeration in v1.0)\n"
               "\n"
               "  name: shop.colour\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/colour.md:2 (en-US)\n"
               "      \"shop.colour\"\n"
               "\n"
               "  flags: yes\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/colour.md:2 (en-US)\n"
               "      \"shop.colour\"\n"
               "\n"
               "  evolvable: yes, it lists unknownFutureValue\n"
               "\n"
               "  members: 2\n"
               "    Red = 1 (colour.md:3)\n"
               "    unknownFutureValue (colour.md:4)\n");
}

static void members_are_found_in_any_enumeration(void **state)
{
    assert_why(*state, "colour.red", 2,
               "shop.colour.Red (member in beta)\n"
               "\n"
               "  name: Red\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/beta/colour.md:3 (en-US)\n"
               "      \"Red\"\n"
               "\n"
               "  number: 2\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/beta/colour.md:3 (en-US)\n"
               "      \"2\"\n"
               "shop.colour.Red (member in v1.0)\n"
               "\n"
               "  name: Red\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/colour.md:3 (en-US)\n"
               "      \"Red\"\n"
               "\n"
               "  number: 1\n"
               "    rule: the pages that decide say so\n"
               "    taken: en-US/v1.0/colour.md:3 (en-US)\n"
               "      \"1\"\n"
               "\n"
               "  description: en-US\n"
               "    from: en-US/v1.0/colour.md:3 (en-US)\n"
               "      \"Like blood.\"\n");
}

static void a_member_in_place_names_its_property(void **state)
{
    assert_why(*state, "item.state.OLD", 1,
               "shop.item.state.old (member in v1.0)\n"
               "\n"
               "  name: old\n"
               "    from: en-US/v1.0/item.md:4 (en-US)\n");
}

static void assert_nearest(struct facts_fixture *f, const char *wrong, const char *right)
{
    facts_assert_slice(why_nearest(&f->arena, f->models, slice_from(wrong)), right);
}

static void the_nearest_name_is_suggested(void **state)
{
    struct facts_fixture *f = *state;
    facts_add(f, shop);
    facts_build(f);
    assert_nearest(f, "itme", "item");
    assert_nearest(f, "shop.itme", "shop.item");
    assert_nearest(f, "item.stat", "item.state");
    assert_nearest(f, "itme.stat", "item.state");
    assert_nearest(f, "book.idd", "book.id");
    assert_nearest(f, "colour.Rad", "colour.Red");
    assert_nearest(f, "", "");
    assert_nearest(f, "somethingElse", "");
}

static void diagnostics_of_its_pages_concern_a_subject(void **state)
{
    struct facts_fixture *f = *state;
    struct why_subjects subjects;
    facts_add(f, shop);
    facts_build(f);
    why_find(&f->arena, f->models, SLICE("book.id"), &subjects);
    assert_true(why_concerns(&subjects.items[0], f->pages[1]->page.source)); /* of zh-CN */
    assert_false(why_concerns(&subjects.items[0], f->pages[3]->page.source));
    assert_false(why_concerns(&subjects.items[0], NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        TEST(a_property_shows_all_sources),
        TEST(a_correction_shows_what_it_overruled),
        TEST(long_words_are_wrapped),
        TEST(a_repeated_property_names_the_first),
        TEST(an_inherited_property_names_its_type),
        TEST(a_type_lists_its_properties),
        TEST(a_derived_type_shows_its_base),
        TEST(an_enumeration_is_shown_in_every_version),
        TEST(members_are_found_in_any_enumeration),
        TEST(a_member_in_place_names_its_property),
        TEST(the_nearest_name_is_suggested),
        TEST(diagnostics_of_its_pages_concern_a_subject),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
