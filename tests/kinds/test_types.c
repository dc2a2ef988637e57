/* Types on several levels: which one `@odata.type` selects, and what becomes of those that are not
 * known. thing (abstract) <- specimen (open) <- rareSpecimen <- uniqueSpecimen; thing <- note;
 * part <- bigPart. */
#include "test_kinds.h"

/* Where a thing is declared, as texts before and behind it. */
static const struct place {
    const dm_type *type;
    const char *before;
    const char *behind;
} places[] = {
    {&kinds_thing_descriptor, "", ""},
    {&kinds_specimen_descriptor, "{\"owner\":", "}"},
    {&kinds_specimen_descriptor, "{\"relatives\":[null,{},", "]}"},
    {&kinds_thing_page_descriptor, "{\"value\":[{},", "]}"},
    {&kinds_specimen_descriptor,
     "{\"owner\":{\"@odata.type\":\"#microsoft.graph.rareSpecimen\",\"relatives\":[", "]}}"},
};

/* Names as services and people write them, and the type that they select. */
static const struct name {
    const char *text;
    const dm_type *type;
} names[] = {
    {"#microsoft.graph.note", &kinds_note_descriptor},
    {"microsoft.graph.note", &kinds_note_descriptor},
    {"#Microsoft.Graph.NOTE", &kinds_note_descriptor},
    {"#microsoft.graph.specimen", &kinds_specimen_descriptor},
    {"#microsoft.graph.uniqueSpecimen", &kinds_unique_specimen_descriptor},
    {"#microsoft.graph.thing", &kinds_thing_descriptor},
    {"#microsoft.graph.unheardOf", &kinds_thing_descriptor},
    {"#microsoft.graph.bigPart", &kinds_thing_descriptor}, /* no thing */
    {"", &kinds_thing_descriptor},
};

/* With the name first, and behind what it decides about. */
static const char *const forms[] = {
    "{\"@odata.type\":\"%s\",\"label\":\"l\",\"text\":\"t\",\"place\":[1.0]}",
    "{\"label\":\"l\",\"text\":\"t\",\"place\":[1.0],\"@odata.type\":\"%s\"}",
};

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* The object that was put into a place: down the last object of each property. */
static const dm_object *innermost(const dm_object *object)
{
    const dm_object *last = NULL;
    for (size_t i = 0; i < object->type->field_count; i++) {
        const dm_field *field = &object->type->fields[i];
        const char *member = (const char *)object + field->offset;
        kinds_thing_page page;
        if (field->kind != DM_OBJECT)
            continue;
        if (!(field->flags & DM_COLLECTION)) {
            memcpy(&last, member, sizeof last);
        } else {
            memcpy(&page.value, member, sizeof page.value);
            if (page.value.count > 0)
                last = &page.value.items[page.value.count - 1]->object;
        }
        if (last)
            return innermost(last);
    }
    return object;
}

static void check_place(dm_arena *arena, const struct place *place, const struct name *name,
                        const char *form)
{
    char item[256];
    char text[512];
    const char *written;
    dm_json before;
    dm_json after;
    /* A form is one of the two above. */
    const char *at = strstr(form, "%s");
    snprintf(item, sizeof item, "%.*s%s%s", (int)(at - form), form, name->text, at + 2);
    snprintf(text, sizeof text, "%s%s%s", place->before, item, place->behind);
    dm_object *object = read_as(arena, place->type, text);
    const dm_object *found = innermost(object);
    if (found->type != name->type)
        fail_msg("%s: read as %s", text, found->type->name);
    assert_string_equal(found->type_name, name->text);
    assert_string_equal(((const kinds_thing *)(const void *)found)->label, "l");
    assert_int_equal(dm_write(arena, object, NULL, &written, NULL, NULL), DM_OK);
    assert_int_equal(dm_json_check(text, strlen(text), NULL, &before, NULL), DM_OK);
    assert_int_equal(dm_json_check(written, strlen(written), NULL, &after, NULL), DM_OK);
    assert_true(dm_json_equal(before, after));
}

static void names_select_types_wherever_a_base_is_declared(void **state)
{
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    for (size_t i = 0; i < LENGTH(places); i++) {
        for (size_t j = 0; j < LENGTH(names); j++) {
            for (size_t k = 0; k < LENGTH(forms); k++) {
                dm_arena_reset(arena);
                check_place(arena, &places[i], &names[j], forms[k]);
            }
        }
    }
    dm_arena_destroy(arena);
}

/* Without a list of types nothing is selected, and nothing lost. */
static void without_types_objects_are_as_declared(void **state)
{
    static const char text[] =
        "{\"owner\":{\"@odata.type\":\"#microsoft.graph.note\",\"text\":\"t\"}}";
    kinds_specimen *specimen;
    dm_object *converted;
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    assert_int_equal(kinds_specimen_parse(arena, text, strlen(text), NULL, &specimen, NULL), DM_OK);
    assert_null(kinds_note_from(specimen->owner));
    assert_true(dm_json_is_text(dm_unknown(&specimen->owner->object, "text"), "t"));
    assert_written(arena, &specimen->object, text);
    assert_int_equal(
        dm_convert(arena, &specimen->owner->object, &kinds_note_descriptor, NULL, &converted, NULL),
        DM_OK);
    specimen->owner = &kinds_note_from(DM_AS(kinds_thing *, converted))->as_thing;
    assert_string_equal(kinds_note_from(specimen->owner)->text, "t");
    assert_written(arena, &specimen->object, text);
    dm_arena_destroy(arena);
}

static void casts_are_checked_on_each_level(void **state)
{
    dm_arena *arena = dm_arena_create(NULL);
    kinds_unique_specimen *unique = kinds_unique_specimen_new(arena);
    kinds_rare_specimen *rare = &unique->as_rare_specimen;
    kinds_thing *thing = &rare->as_specimen.as_thing;
    (void)state;
    unique->label = "set below";
    assert_string_equal(thing->label, "set below");
    thing->label = "set above";
    assert_string_equal(unique->label, "set above");
    assert_ptr_equal(kinds_unique_specimen_from(rare), unique);
    assert_ptr_equal(kinds_rare_specimen_from(kinds_specimen_from(thing)), rare);
    assert_null(kinds_note_from(thing));
    assert_null(kinds_specimen_from(NULL));
    assert_null(kinds_unique_specimen_from(kinds_rare_specimen_new(arena)));
    dm_arena_destroy(arena);
}

static void subtypes_are_listed_on_all_levels(void **state)
{
    size_t position = 0;
    size_t count = 0;
    const dm_type *type;
    (void)state;
    while ((type = dm_subtype_next(kinds_types, &kinds_specimen_descriptor, &position))) {
        assert_true(type == &kinds_rare_specimen_descriptor ||
                    type == &kinds_unique_specimen_descriptor);
        count++;
    }
    assert_int_equal(count, 2);
    assert_true(kinds_thing_descriptor.flags & DM_ABSTRACT);
    assert_true(kinds_specimen_descriptor.flags & DM_OPEN);
    assert_false(kinds_part_descriptor.flags & DM_ENTITY);
}

/* There and back through a type that has none of the properties. */
static void conversions_lose_nothing(void **state)
{
    static const char text[] =
        "{\"@odata.type\":\"#microsoft.graph.specimen\",\"label\":\"l\",\"int64Value\":\"9\","
        "\"decimalValue\":1.0,\"shadeValues\":[\"new\",\"DARK\"],\"partValue\":{\"@odata.type\":"
        "\"#microsoft.graph.bigPart\",\"crane\":\"c\"},\"byteValue\":256,\"3rd\":null,"
        "\"more\":{\"a\":[]},\"@odata.etag\":\"e\"}";
    dm_object *other;
    dm_object *back;
    dm_parse_options options;
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    memset(&options, 0, sizeof options);
    options.types = kinds_types;
    dm_object *object = read_as(arena, &kinds_thing_descriptor, text);
    assert_int_equal(dm_convert(arena, object, &kinds_part_descriptor, &options, &other, NULL),
                     DM_OK);
    assert_ptr_equal(other->type, &kinds_part_descriptor);
    assert_int_equal(dm_convert(arena, other, &kinds_thing_descriptor, &options, &back, NULL),
                     DM_OK);
    assert_ptr_equal(back->type, &kinds_specimen_descriptor);
    assert_true(dm_equal(object, back));
    dm_arena_destroy(arena);
}

/* A text without a declared type is of the type that it names itself, at any level of the list. */
static void objects_name_their_own_type(void **state)
{
    dm_parse_options options;
    dm_object *object;
    dm_arena *arena = dm_arena_create(NULL);
    (void)state;
    memset(&options, 0, sizeof options);
    options.types = kinds_types;
    for (size_t i = 0; i < LENGTH(names); i++) {
        char text[256];
        const dm_type *type = dm_type_find(kinds_types, names[i].text);
        snprintf(text, sizeof text, "{\"label\":\"l\",\"@odata.type\":\"%s\"}", names[i].text);
        assert_int_equal(dm_parse_any(arena, text, strlen(text), &options, &object, NULL), DM_OK);
        assert_ptr_equal(object->type, type ? type : &dm_any_descriptor);
    }
    dm_arena_destroy(arena);
}

int run_type_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_select_types_wherever_a_base_is_declared),
        cmocka_unit_test(without_types_objects_are_as_declared),
        cmocka_unit_test(casts_are_checked_on_each_level),
        cmocka_unit_test(subtypes_are_listed_on_all_levels),
        cmocka_unit_test(conversions_lose_nothing),
        cmocka_unit_test(objects_name_their_own_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
