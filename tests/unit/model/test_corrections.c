#include "facts_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/corrections.h"
#include "model/export.h"

struct fixture {
    struct facts_fixture facts;
    struct corrections corrections;
};

static int setup(void **state)
{
    static struct fixture fixture;
    facts_init(&fixture.facts);
    corrections_init(&fixture.corrections, &fixture.facts.arena);
    fixture.facts.options.corrections = &fixture.corrections;
    *state = &fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    facts_finish(&f->facts);
    return 0;
}

static const char shop[] = "page en-US v1.0 item\n"
                           "type shop.item key=id\n"
                           "row id Edm.String key // The id.\n"
                           "row price Edm.Int32 // The price.\n"
                           "row state Edm.String values=new,old\n"
                           "rel owner person\n"
                           "page en-US v1.0 person\n"
                           "type shop.person key=id\n"
                           "row id Edm.String\n"
                           "row colour colour\n"
                           "page en-US v1.0 book\n"
                           "type shop.book\n"
                           "base annotation shop.item\n"
                           "row price Edm.Int32\n"
                           "row pages Edm.Int64\n"
                           "page en-US v1.0 colour\n"
                           "enum shop.colour\n"
                           "member red 1\n"
                           "member green 2\n";

/* The model of the shop with LINES, in which '|' stands for a tab and ';' for a line end. */
static const struct model *correct_pages(struct fixture *f, const char *pages, const char *lines)
{
    size_t count = slice_from(lines).len;
    char *text = arena_alloc(&f->facts.arena, count + 1);
    for (size_t i = 0; i < count; i++)
        text[i] = lines[i] == '|' ? '\t' : lines[i] == ';' ? '\n' : lines[i];
    corrections_add(&f->corrections, SLICE("some/where/fix.tsv"), (slice){text, count},
                    &f->facts.diagnostics);
    return facts_model(&f->facts, pages);
}

static const struct model *correct(void **state, const char *lines)
{
    return correct_pages(*state, shop, lines);
}

/* There is one diagnostic of CODE and no other about corrections, at that place. */
static const struct diagnostic *expect(void **state, enum diagnostic_code code, size_t line,
                                       size_t column, const char *text)
{
    struct fixture *f = *state;
    const struct diagnostic *d = NULL, *other;
    assert_int_equal(facts_count(&f->facts, code, &d), 1);
    assert_int_equal(facts_count(&f->facts, DIAG_CORRECTIONS_MALFORMED, &other) +
                         facts_count(&f->facts, DIAG_CORRECTION_TARGET_MISSING, &other) +
                         facts_count(&f->facts, DIAG_CORRECTION_UNNEEDED, &other),
                     1);
    facts_assert_slice(d->text, text);
    facts_assert_slice(d->span.source->path, "some/where/fix.tsv");
    facts_assert_position(d->span, line, column);
    return d;
}

static void expect_nothing(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(f->facts.diagnostics.count, 0);
}

static void assert_corrected(const struct decision *decision, const char *words,
                             const char *overruled)
{
    assert_non_null(decision);
    facts_assert_slice(decision->evidence[0].words, words);
    facts_assert_slice(decision->evidence[0].origin.page->source->path, "fix.tsv");
    assert_true(decision->evidence[0].taken);
    assert_int_equal(decision->evidence_count > 1, overruled != NULL);
    if (overruled != NULL) {
        facts_assert_slice(decision->evidence[1].words, overruled);
        assert_false(decision->evidence[1].taken);
    }
}

/* ---- The file ---- */

static void comments_empty_lines_and_the_header_say_nothing(void **state)
{
    const struct model *model =
        correct(state, "# prices;;version|namespace|type|property|what|value|reason;"
                       "v1.0|shop|item|price|type|Edm.Decimal|cents count; ;");
    const struct model_property *p = facts_property(model, "shop.item", "price");
    facts_assert_type(model, "shop.item", "price", "Edm.Decimal");
    assert_string_equal(p->decision.rule, "a correction decides: cents count");
    assert_corrected(&p->decision, "Edm.Decimal", "Edm.Int32");
    assert_int_equal(span_line(p->origin.span), 4);
    facts_assert_slice(p->origin.page->locale, "");
    expect_nothing(state);
}

static void version_and_namespace_may_be_left_out(void **state)
{
    const struct model *model = correct(state, "||ITEM|price|type|Collection(Person);");
    facts_assert_type(model, "shop.item", "price", "[]shop.person");
    expect_nothing(state);
}

static void the_last_line_wins(void **state)
{
    const struct model *model = correct(
        state, "v1.0|shop|item|price|type|Edm.Decimal;v1.0|shop|item|price|type|Edm.Double");
    const struct decision *decision = &facts_property(model, "shop.item", "price")->decision;
    facts_assert_type(model, "shop.item", "price", "Edm.Double");
    assert_corrected(decision, "Edm.Double", "Edm.Decimal");
    assert_int_equal(decision->evidence_count, 3);
    expect_nothing(state);
}

static void malformed_lines_are_reported_where_they_are_wrong(void **state)
{
    static const struct {
        const char *line;
        size_t column;
        const char *text;
    } cases[] = {
        {"v1.0|shop|item|price", 1,
         "the line has 4 fields; write version, namespace, type, property, what, value and reason "
         "with tabs between them"},
        {"v1.0|shop||price|drop||", 11, "no type is named; write its name in the third field"},
        {"v1.0|shop|item|price|tpye|Edm.Int32", 22,
         "\"tpye\" is nothing that can be corrected; did you mean \"type\"?"},
        {"v1.0|shop|item|price|base|shop.x", 16,
         "\"base\" is about a type; leave the property empty"},
        {"v1.0|shop|item||read-only|true", 17,
         "\"read-only\" is about a property or member; name it in the fourth field"},
        {"v1.0|shop|item|price|read-only|yes", 32,
         "\"yes\" is no value of \"read-only\"; write true or false"},
        {"v1.0|shop|item|price|max-length|-1", 33,
         "\"-1\" is no value of \"max-length\"; write a number above 0, or nothing for no limit"},
        {"v1.0|shop|item|price|drop|now", 27,
         "\"now\" is no value of \"drop\"; leave the value empty"},
        {"v1.0|shop|item||kind|thing", 22,
         "\"thing\" is no value of \"kind\"; write entity or complex"},
        {"v1.0|shop|item||rename|person", 24,
         "there is a shop.person already; choose another name, or drop it first"},
        {"v1.0|shop|item||base|book", 22,
         "shop.book is derived from shop.item and cannot be its base"},
        {"v1.0|shop|item||flags|true", 17,
         "\"flags\" is about an enumeration, and shop.item is a type"},
        {"v1.0|shop|colour||open|true", 19,
         "\"open\" is about a type, and shop.colour is an enumeration"},
        {"v1.0|shop|colour|red|type|Edm.Int32", 22,
         "\"type\" is about a property of a type, and shop.colour is an enumeration"},
        {"v1.0|shop|item|price|number|1", 22,
         "\"number\" is about a member of an enumeration, and shop.item is a type"},
        {"v1.0|shop|book|price|type|Edm.Byte", 16,
         "\"price\" is inherited from shop.item; correct its type there"},
        {"v1.0|shop|item|price|navigation|true", 33,
         "\"price\" is of Edm.Int32, to which nothing navigates; correct its type first"},
        {"v1.0|shop|item|price|max-length|9", 22,
         "\"price\" is Edm.Int32, which has no max-length; correct its type first"},
        {"v1.0|shop|item|price|minimum|low", 30,
         "\"low\" is no value of \"minimum\"; write a number such as 12 or 0.5, or nothing for "
         "none"},
        {"v1.0|shop|item|price|rename|id", 29,
         "shop.item lists \"id\" already; drop one of the two"},
        {"v1.0|shop|item.state||rename|mood", 23,
         "shop.item.state is named after its property; rename that"},
        {"v1.0||thing||add|entity", 6, "\"thing\" is to be added to no namespace; state one"},
        {"v1.0|shop|thing.||add|entity", 11, "the name ends in a dot; write the name behind it"},
        {"v1.0|shop|item||rename|mill.", 24, "\"mill.\" ends in a dot; write the name behind it"},
        {"v1.0|shop|colour|blue|add|x", 27,
         "\"x\" is no number; write the member's number, or nothing for none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        correct(state, cases[i].line);
        expect(state, DIAG_CORRECTIONS_MALFORMED, 1, cases[i].column, cases[i].text);
        teardown(state);
        setup(state);
    }
}

static void what_does_not_exist_is_reported_with_the_nearest_name(void **state)
{
    static const struct {
        const char *line;
        size_t column;
        const char *text;
    } cases[] = {
        {"v1.1|shop|item|price|drop", 1, "there is no version \"v1.1\"; did you mean \"v1.0\"?"},
        {"|shop|itm|price|drop", 7,
         "there is no type or enumeration \"shop.itm\"; did you mean \"shop.item\"?"},
        {"|shop|item|Price|drop", 12,
         "there is no property of shop.item called \"Price\"; did you mean \"price\"?"},
        {"|shop|book|state|drop", 12,
         "shop.book inherits \"state\" from shop.item; correct it there"},
        {"|shop|colour|gren|drop", 14,
         "there is no member of shop.colour called \"gren\"; did you mean \"green\"?"},
        {"|shop|item|price|type|Int64", 23,
         "\"Int64\" names nothing here; did you mean \"Edm.Int64\"?"},
        {"|shop|item|price|type|Collection(prson)", 23,
         "\"Collection(prson)\" names nothing here; did you mean \"person\"?"},
        {"|shop|book||base|itm", 18, "\"itm\" names nothing here; did you mean \"item\"?"},
        {"|shop|book||key|isbn", 17,
         "shop.book has no property \"isbn\"; name one that it has or inherits"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        correct(state, cases[i].line);
        expect(state, DIAG_CORRECTION_TARGET_MISSING, 1, cases[i].column, cases[i].text);
        teardown(state);
        setup(state);
    }
}

static void what_the_pages_say_needs_no_correction(void **state)
{
    static const char *const lines[] = {
        "|shop|item|price|type|Edm.Int32",
        "|shop|item|price|read-only|false",
        "|shop|item|price|add|Edm.Int32",
        "|shop|item||add|entity",
        "|shop|item||key|id",
        "|shop|book||base|item",
        "|shop|colour|red|number|1",
        "|shop|colour||flags|false",
        "|shop|item|cost|rename|price",
        "|shop|colour|rot|rename|red",
        "|shop|item|id|description|The id.",
        "|shop|colour|red|add|1",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        correct(state, lines[i]);
        const struct diagnostic *d = expect(state, DIAG_CORRECTION_UNNEEDED, 1, 1,
                                            "the correction changes nothing; remove it");
        assert_non_null(d->notes);
        facts_assert_slice(d->notes->text, "the page says so");
        teardown(state);
        setup(state);
    }
}

static void a_repeated_line_is_unneeded_too(void **state)
{
    correct(state, "|shop|item|price|type|Edm.Byte;|shop|item|price|type|Edm.Byte");
    const struct diagnostic *d =
        expect(state, DIAG_CORRECTION_UNNEEDED, 2, 1, "the correction changes nothing; remove it");
    facts_assert_slice(d->notes->text, "it is corrected here already");
    facts_assert_position(d->notes->span, 1, 1);
}

static void what_is_listed_by_now_keeps_the_type_of_the_line(void **state)
{
    const struct model *model = correct(state, "|shop|item|price|add|Edm.Decimal");
    expect(state, DIAG_CORRECTION_UNNEEDED, 1, 1,
           "\"price\" is listed by now, as Edm.Int32; correct its type with \"type\" instead of "
           "adding it");
    facts_assert_type(model, "shop.item", "price", "Edm.Decimal");
}

/* Of several versions one may need the correction still. */
static void a_line_for_every_version_is_needed_while_one_is_wrong(void **state)
{
    struct fixture *f = *state;
    correct_pages(f,
                  "page en-US v1.0 a\ntype shop.a\nrow x Edm.Int32\n"
                  "page en-US beta a\ntype shop.a\nrow x Edm.Int64\n",
                  "|shop|a|x|type|Edm.Int64");
    expect_nothing(state);
    facts_assert_type(f->facts.models->models[0], "shop.a", "x", "Edm.Int64");
    facts_assert_type(f->facts.models->models[1], "shop.a", "x", "Edm.Int64");
}

static void an_ambiguous_name_needs_its_namespace(void **state)
{
    correct_pages(*state,
                  "page en-US v1.0 a\ntype shop.a\nrow x Edm.Int32\n"
                  "page en-US v1.0 b\ntype mill.a\nrow x Edm.Int32\n",
                  "||a|x|drop");
    expect(state, DIAG_CORRECTION_TARGET_MISSING, 1, 3,
           "there is more than one type or enumeration \"a\"; state the namespace");
}

/* ---- Types ---- */

static void facts_of_a_type_are_set(void **state)
{
    const struct model *model =
        correct(state, "|shop|person||open|true;|shop|person||abstract|true;"
                       "|shop|person||media|true;|shop|person||deprecated|true;"
                       "|shop|person||key|;|shop|person||description|One\\nwho \\\\ buys.;"
                       "|shop|person||description:de-DE|Wer kauft.");
    const struct model_type *type = facts_type(model, "shop.person");
    assert_true(type->open && type->abstract && type->media && type->deprecated);
    facts_assert_slice(type->key_property, "");
    assert_false(facts_property(model, "shop.person", "id")->key);
    assert_corrected(model_decision(&type->facts, FACT_OPEN), "true", NULL);
    assert_corrected(model_decision(&type->facts, FACT_KEY), "none", "id");
    facts_assert_slice(type->descriptions.items[0].text, "One\nwho \\ buys.");
    facts_assert_slice(type->descriptions.items[1].locale, "de-DE");
    assert_int_equal(type->page_count, 2);
    facts_assert_slice(type->pages[1]->source->path, "fix.tsv");
    expect_nothing(state);
}

static void a_kind_is_that_of_all_derived_types(void **state)
{
    const struct model *model =
        correct(state, "|shop|item||kind|complex;|shop|person||kind|complex");
    assert_int_equal(facts_type(model, "shop.item")->kind, KIND_COMPLEX);
    assert_int_equal(facts_type(model, "shop.book")->kind, KIND_COMPLEX);
    assert_string_equal(facts_type(model, "shop.book")->kind_decision.rule, "a correction decides");
    assert_false(facts_property(model, "shop.item", "owner")->navigation);
    expect_nothing(state);
}

static void a_base_brings_its_kind_and_properties(void **state)
{
    const struct model *model =
        correct(state, "|shop|lamp||add|complex|no page;|shop|lamp|price|add|Edm.Int32;"
                       "|shop|lamp||base|item;|shop|book||base|;");
    const struct model_type *lamp = facts_type(model, "shop.lamp");
    assert_int_equal(lamp->kind, KIND_ENTITY);
    assert_ptr_equal(lamp->base, facts_type(model, "shop.item"));
    assert_ptr_equal(facts_property(model, "shop.lamp", "price")->repeats,
                     facts_property(model, "shop.item", "price"));
    assert_null(facts_type(model, "shop.book")->base);
    assert_null(facts_property(model, "shop.book", "price")->repeats);
    assert_corrected(&facts_type(model, "shop.book")->base_decision, "none", "shop.item");
    expect_nothing(state);
}

static void an_added_type_can_be_used(void **state)
{
    const struct model *model =
        correct(state, "|shop|aisle||add|complex;|shop|aisle|items|add|Collection(item);"
                       "|shop|item|aisle|add|aisle");
    facts_assert_type(model, "shop.aisle", "items", "[]shop.item");
    facts_assert_type(model, "shop.item", "aisle", "shop.aisle");
    assert_int_equal(facts_type(model, "shop.aisle")->index, 0);
    facts_assert_slice(facts_type(model, "shop.aisle")->pages[0]->source->path, "fix.tsv");
    expect_nothing(state);
}

static void a_renamed_type_takes_all_along(void **state)
{
    const struct model *model =
        correct(state, "|shop|item||rename|article;|shop|person||rename|staff.clerk");
    const struct model_type *type = facts_type(model, "shop.article");
    facts_assert_slice(facts_type(model, "shop.book")->base_name, "shop.article");
    facts_assert_type(model, "shop.article", "owner", "staff.clerk");
    facts_assert_type(model, "shop.article", "state", "shop.article.state");
    facts_assert_slice(facts_type(model, "staff.clerk")->name_space, "staff");
    assert_corrected(model_decision(&type->facts, FACT_NAME), "shop.article", "shop.item");
    assert_null(model_find_type(model, SLICE("shop.item")));
    assert_non_null(model_find_enumeration(model, SLICE("shop.article.state")));
    expect_nothing(state);
}

static void a_dropped_type_leaves_raw_json(void **state)
{
    const struct model *model = correct(state, "|shop|person||drop;|shop|item||drop");
    assert_null(model_find_type(model, SLICE("shop.person")));
    assert_null(facts_type(model, "shop.book")->base);
    assert_null(facts_property(model, "shop.book", "price")->repeats);
    assert_int_equal(model->type_count, 1);
    assert_int_equal(model->enumeration_count, 1); /* that of the state went with its type */
    assert_int_equal(facts_type(model, "shop.book")->index, 0);
    expect_nothing(state);
}

static void uses_of_a_dropped_type_are_untyped(void **state)
{
    const struct model *model = correct(state, "|shop|person||drop||it is not for us");
    facts_assert_type(model, "shop.item", "owner", "Edm.Untyped");
    assert_string_equal(facts_property(model, "shop.item", "owner")->decision.rule,
                        "a correction decides: it is not for us");
    expect_nothing(state);
}

/* ---- Properties ---- */

static void facts_of_a_property_are_set(void **state)
{
    const struct model *model =
        correct(state, "|shop|item|state|read-only|true;|shop|item|state|required|true;"
                       "|shop|item|state|key|true;|shop|item|state|deprecated|true;"
                       "|shop|item|state|nullable|false;|shop|item|id|max-length|9;"
                       "|shop|item|id|min-length|2;|shop|item|id|min-length|;"
                       "|shop|item|owner|navigation|false;|shop|item|id|description|;");
    const struct model_property *p = facts_property(model, "shop.item", "state");
    assert_true(p->read_only && p->required && p->key && p->deprecated);
    assert_int_equal(p->nullable, NULLABLE_NO);
    assert_false(facts_property(model, "shop.item", "owner")->navigation);
    p = facts_property(model, "shop.item", "id");
    assert_int_equal(p->limits[LIMIT_MAX_LENGTH].value.digits, 9);
    assert_false(p->limits[LIMIT_MIN_LENGTH].stated);
    assert_int_equal(p->descriptions.count, 0);
    assert_corrected(model_text_decision(&p->facts, SLICE("en-US")), "", "The id.");
    expect_nothing(state);
}

static void a_repeated_property_follows_the_first(void **state)
{
    const struct model *model =
        correct(state, "|shop|item|size|add|Edm.Int32;|shop|item|price|type|Edm.Single");
    facts_assert_type(model, "shop.book", "price", "Edm.Single");
    assert_ptr_equal(facts_property(model, "shop.book", "price")->repeats,
                     facts_property(model, "shop.item", "price"));
    expect_nothing(state);
}

static void a_dropped_property_leaves_the_repetition(void **state)
{
    const struct model *model = correct(state, "|shop|item|id|drop;|shop|item|price|drop");
    assert_int_equal(facts_type(model, "shop.item")->property_count, 2);
    assert_null(facts_property(model, "shop.book", "price")->repeats);
    facts_assert_type(model, "shop.item", "state", "shop.item.state");
    assert_ptr_equal(facts_enumeration(model, "shop.item.state")->property,
                     facts_property(model, "shop.item", "state"));
    expect_nothing(state);
}

static void a_renamed_property_renames_its_enumeration(void **state)
{
    const struct model *model =
        correct(state, "|shop|item|state|rename|mood;|shop|item|id|rename|key");
    facts_assert_type(model, "shop.item", "mood", "shop.item.mood");
    facts_assert_slice(facts_type(model, "shop.item")->key_property, "key");
    assert_null(model_find_enumeration(model, SLICE("shop.item.state")));
    expect_nothing(state);
}

static void an_enumeration_in_place_goes_when_nothing_is_of_it(void **state)
{
    const struct model *model = correct(state, "|shop|item|state|type|colour");
    facts_assert_type(model, "shop.item", "state", "shop.colour");
    assert_int_equal(model->enumeration_count, 1);
    expect_nothing(state);
}

static void what_only_a_translation_lists_can_be_added(void **state)
{
    struct fixture *f = *state;
    const struct model *model = correct_pages(f,
                                              "page en-US v1.0 a\ntype shop.a\nrow x Edm.Int32\n"
                                              "page zh-CN v1.0 a 12/20/2018\ntype shop.a\n"
                                              "row old Edm.Date\njson old string\n",
                                              "|shop|a|old|add|Edm.Date");
    assert_true(facts_property(model, "shop.a", "old")->rendered);
    assert_int_equal(facts_type(model, "shop.a")->property_count, 2);
}

/* ---- Enumerations ---- */

static void members_are_added_dropped_renamed_and_numbered(void **state)
{
    const struct model *model =
        correct(state, "|shop|colour|unknownFutureValue|add|;|shop|colour|blue|add|4;"
                       "|shop|colour|red|drop;|shop|colour|green|rename|verd;"
                       "|shop|colour|verd|number|;|shop|colour||flags|true;"
                       "|shop|colour|blue|description|Sky.;|shop|item.state|worn|add|");
    const struct model_enumeration *e = facts_enumeration(model, "shop.colour");
    assert_int_equal(e->member_count, 3);
    facts_assert_slice(e->members[0].name, "verd");
    assert_false(e->members[0].numbered);
    assert_corrected(model_decision(&e->members[0].facts, FACT_NUMBER), "none", "2");
    assert_corrected(model_decision(&e->members[0].facts, FACT_NAME), "verd", "green");
    assert_int_equal(e->members[2].number, 4);
    facts_assert_slice(e->members[2].descriptions.items[0].text, "Sky.");
    assert_true(e->flags && e->evolvable);
    assert_int_equal(facts_enumeration(model, "shop.item.state")->member_count, 3);
    expect_nothing(state);
}

static void enumerations_are_added_renamed_and_dropped(void **state)
{
    const struct model *model = correct(state, "|shop|size||add|enumeration;|shop|size|big|add|;"
                                               "|shop|item|size|add|size;|shop|size||rename|extent;"
                                               "|shop|colour||drop;|shop|item.state||drop");
    facts_assert_type(model, "shop.item", "size", "shop.extent");
    facts_assert_type(model, "shop.person", "colour", "Edm.String");
    facts_assert_type(model, "shop.item", "state", "Edm.String");
    assert_int_equal(model->enumeration_count, 1);
    assert_int_equal(facts_enumeration(model, "shop.extent")->index, 0);
    expect_nothing(state);
}

static void the_json_form_shows_what_was_corrected(void **state)
{
    struct fixture *f = *state;
    struct buffer text;
    correct(state, "|shop|item|price|read-only|true|it is;|shop|colour|red|number|7");
    buffer_init(&text);
    model_export_json(f->facts.models, &text);
    slice json = buffer_slice(&text);
    assert_true(slice_find(json, SLICE("\"a correction decides: it is\"")) != SLICE_NONE);
    assert_true(slice_find(json, SLICE("\"at\": \"fix.tsv:1\"")) != SLICE_NONE);
    assert_true(slice_find(json, SLICE("\"at\": \"fix.tsv:2\"")) != SLICE_NONE);
    buffer_finish(&text);
    expect_nothing(state);
}

/* ---- Numbers and damage ---- */

static void numbers_are_read_to_their_limits(void **state)
{
    (void)state;
    long long number;
    assert_true(corrections_read_number(SLICE("9223372036854775807"), &number));
    assert_true(number == 9223372036854775807LL);
    assert_true(corrections_read_number(SLICE("-9223372036854775808"), &number));
    assert_true(number == -9223372036854775807LL - 1);
    assert_false(corrections_read_number(SLICE("9223372036854775808"), &number));
    assert_false(corrections_read_number(SLICE("-9223372036854775809"), &number));
    assert_false(corrections_read_number(SLICE("-"), &number));
    assert_false(corrections_read_number(SLICE(""), &number));
    assert_false(corrections_read_number(SLICE("1x"), &number));
}

static void assert_sound_property(const struct model *model, const struct model_property *p)
{
    if (p->type.kind == USE_STRUCTURED)
        assert_ptr_equal(model->types[p->type.structured->index], p->type.structured);
    if (p->type.kind == USE_ENUMERATION)
        assert_ptr_equal(model->enumerations[p->type.enumeration->index], p->type.enumeration);
    if (p->repeats != NULL)
        assert_ptr_equal(model_find_property(p->repeats->owner, p->name), p->repeats);
}

static void assert_sound(const struct model *model)
{
    for (size_t i = 0; i < model->type_count; i++) {
        const struct model_type *type = model->types[i];
        assert_int_equal(type->index, i);
        if (i > 0)
            assert_true(slice_compare(model->types[i - 1]->qualified, type->qualified) < 0);
        for (size_t j = 0; j < type->property_count; j++) {
            assert_ptr_equal(type->properties[j].owner, type);
            assert_sound_property(model, &type->properties[j]);
        }
    }
}

/* Whatever a line says and in whatever order lines come, the model stands. */
static void any_order_of_lines_leaves_a_sound_model(void **state)
{
    static const char *const lines[] = {
        "|shop|item|price|drop",        "|shop|item||drop",
        "|shop|item||add|complex",      "|shop|item|price|add|item",
        "|shop|book||base|item",        "|shop|person||base|book",
        "|shop|colour||drop",           "|shop|colour||add|enumeration",
        "|shop|item|state|type|colour", "|shop|person|id|rename|state",
        "|shop|book||rename|tome",      "|shop|item|state|drop",
    };
    enum { COUNT = sizeof lines / sizeof *lines };
    for (size_t step = 1; step < COUNT; step++)
        for (size_t first = 0; first < COUNT; first++) {
            struct buffer text;
            buffer_init(&text);
            for (size_t i = 0; i < 2 * COUNT; i++)
                buffer_format(&text, "%s;", lines[(first + i * step) % COUNT]);
            const struct model *model = correct(state, text.data);
            buffer_finish(&text);
            assert_sound(model);
            teardown(state);
            setup(state);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        TEST(comments_empty_lines_and_the_header_say_nothing),
        TEST(version_and_namespace_may_be_left_out),
        TEST(the_last_line_wins),
        TEST(malformed_lines_are_reported_where_they_are_wrong),
        TEST(what_does_not_exist_is_reported_with_the_nearest_name),
        TEST(what_the_pages_say_needs_no_correction),
        TEST(a_repeated_line_is_unneeded_too),
        TEST(what_is_listed_by_now_keeps_the_type_of_the_line),
        TEST(a_line_for_every_version_is_needed_while_one_is_wrong),
        TEST(an_ambiguous_name_needs_its_namespace),
        TEST(facts_of_a_type_are_set),
        TEST(a_kind_is_that_of_all_derived_types),
        TEST(a_base_brings_its_kind_and_properties),
        TEST(an_added_type_can_be_used),
        TEST(a_renamed_type_takes_all_along),
        TEST(a_dropped_type_leaves_raw_json),
        TEST(uses_of_a_dropped_type_are_untyped),
        TEST(facts_of_a_property_are_set),
        TEST(a_repeated_property_follows_the_first),
        TEST(a_dropped_property_leaves_the_repetition),
        TEST(a_renamed_property_renames_its_enumeration),
        TEST(an_enumeration_in_place_goes_when_nothing_is_of_it),
        TEST(what_only_a_translation_lists_can_be_added),
        TEST(members_are_added_dropped_renamed_and_numbered),
        TEST(enumerations_are_added_renamed_and_dropped),
        TEST(the_json_form_shows_what_was_corrected),
        TEST(numbers_are_read_to_their_limits),
        TEST(any_order_of_lines_leaves_a_sound_model),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
