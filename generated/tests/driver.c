#include "driver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Texts longer than this are cut at some places only, and only some allocations fail, so that the
 * time stays in proportion. */
#define MOST_CUTS 400

/* What a test gets: one text of one type. */
struct subject {
    const struct driver_suite *suite;
    const struct driver_type *type;
    const struct driver_example *example; /* NULL: the made-up object */
    char *text;
    char *name;
};

static dm_parse_options options_of(const struct subject *subject)
{
    dm_parse_options options;
    memset(&options, 0, sizeof options);
    options.types = subject->suite->types;
    return options;
}

/* ---- Objects with a value in every property ---- */

struct maker {
    char *text;
    size_t used;
    size_t size;
};

static void add(struct maker *maker, const char *piece)
{
    size_t length = strlen(piece);
    if (maker->size - maker->used <= length) {
        maker->size = (maker->size + length) * 2;
        maker->text = realloc(maker->text, maker->size);
        assert_non_null(maker->text);
    }
    memcpy(maker->text + maker->used, piece, length + 1);
    maker->used += length;
}

/* A text as a JSON string, written as the runtime does. */
static void add_string(struct maker *maker, const char *text)
{
    add(maker, "\"");
    for (; *text; text++) {
        const char piece[] = {*text, '\0'};
        add(maker, *text == '"' || *text == '\\' ? "\\" : "");
        add(maker, piece);
    }
    add(maker, "\"");
}

static void add_object(struct maker *maker, const dm_type *type, int depth);

static const char *scalar_of(dm_kind kind)
{
    static const char *const texts[] = {"\"text \\u00e4\\n\"",
                                        "\"91f01516-9c69-43bb-8ea1-de114c977276\"",
                                        "12.50",
                                        "\"2021-02-28\"",
                                        "\"12:30:00.5\"",
                                        "\"2018-09-06T15:58:41Z\"",
                                        "\"PT1H30M\"",
                                        "\"AAECAw==\"",
                                        "true",
                                        "255",
                                        "-128",
                                        "-32768",
                                        "-2147483648",
                                        "9223372036854775807",
                                        "1.5",
                                        "0.1"};
    return kind <= DM_DOUBLE ? texts[kind] : "{\"any\":[1,null]}";
}

static void add_member_name(struct maker *maker, const dm_enum *enumeration)
{
    add_string(maker, enumeration->member_count > 0 ? enumeration->texts : "x");
}

static void add_item(struct maker *maker, const dm_field *field, int depth)
{
    if (field->kind == DM_OBJECT)
        add_object(maker, dm_field_detail(field), depth - 1);
    else if (field->kind == DM_ENUMERATION || field->kind == DM_FLAGS)
        add_member_name(maker, dm_field_detail(field));
    else
        add(maker, scalar_of((dm_kind)field->kind));
}

static void add_object(struct maker *maker, const dm_type *type, int depth)
{
    add(maker, "{");
    for (size_t i = 0; i < type->field_count && depth > 0; i++) {
        const dm_field *field = &type->fields[i];
        add_string(maker, dm_field_name(field));
        add(maker, ":");
        add(maker, field->flags & DM_COLLECTION ? "[" : "");
        add_item(maker, field, depth);
        add(maker, field->flags & DM_COLLECTION ? "]," : ",");
    }
    add(maker, "\"not documented\":{\"a\":[ 1, \"x\" ]}}");
}

/* ---- Typed reading of what a pointer leads to ---- */

static void fail_at(const struct subject *subject, const char *pointer, const char *what)
{
    if (subject->example)
        fail_msg("%s:%d: %s: %s", subject->example->page, subject->example->line, pointer, what);
    fail_msg("%s: %s: %s", subject->type->type->name, pointer, what);
}

/* One step of a JSON pointer without escapes in `step`. @return behind it. */
static const char *take_step(const char *pointer, char *step, size_t size)
{
    size_t used = 0;
    for (pointer++; *pointer && *pointer != '/'; pointer++) {
        char c = *pointer;
        if (c == '~')
            c = *++pointer == '0' ? '~' : '/';
        if (used + 1 < size)
            step[used++] = c;
    }
    step[used] = '\0';
    return pointer;
}

static void check_text(const struct subject *subject, dm_arena *arena,
                       const struct driver_value *value, const char *text, dm_json expected)
{
    const char *shown = NULL;
    if (dm_json_kind_of(expected) == DM_JSON_STRING)
        assert_int_equal(dm_json_text(arena, expected, &shown, NULL), DM_OK);
    else
        shown = dm_arena_copy(arena, expected.data, expected.size);
    if (!text || strcmp(text, shown) != 0)
        fail_at(subject, value->pointer, "another text than on the page");
}

static int64_t integer_of(const dm_field *field, const void *member)
{
    dm_byte byte;
    dm_sbyte sbyte;
    dm_int16 int16;
    dm_int32 int32;
    dm_int64 int64;
    switch ((dm_kind)field->kind) {
    case DM_BYTE:
        memcpy(&byte, member, sizeof byte);
        return byte.value;
    case DM_SBYTE:
        memcpy(&sbyte, member, sizeof sbyte);
        return sbyte.value;
    case DM_INT16:
        memcpy(&int16, member, sizeof int16);
        return int16.value;
    case DM_INT32:
        memcpy(&int32, member, sizeof int32);
        return int32.value;
    default:
        memcpy(&int64, member, sizeof int64);
        return int64.value;
    }
}

static void check_integer(const struct subject *subject, const struct driver_value *value,
                          const dm_field *field, const void *member, dm_json expected)
{
    int64_t shown;
    assert_int_equal(dm_json_int64(expected, &shown), DM_OK);
    if (integer_of(field, member) != shown)
        fail_at(subject, value->pointer, "another number than on the page");
}

/* A single property: its C value against the page's. Kinds without a case are compared as JSON. */
static void check_scalar(const struct subject *subject, dm_arena *arena,
                         const struct driver_value *value, const dm_field *field,
                         const void *member, dm_json expected)
{
    const char *text;
    dm_bool boolean;
    dm_enum_field enumeration;
    switch ((dm_kind)field->kind) {
    case DM_BOOLEAN:
        memcpy(&boolean, member, sizeof boolean);
        if (dm_json_kind_of(expected) == DM_JSON_BOOLEAN &&
            boolean.value != dm_json_is_true(expected))
            fail_at(subject, value->pointer, "another Boolean than on the page");
        break;
    case DM_BYTE:
    case DM_SBYTE:
    case DM_INT16:
    case DM_INT32:
    case DM_INT64:
        check_integer(subject, value, field, member, expected);
        break;
    case DM_ENUMERATION:
        memcpy(&enumeration, member, sizeof enumeration);
        check_text(subject, arena, value, enumeration.text, expected);
        break;
    case DM_SINGLE:
    case DM_DOUBLE:
    case DM_FLAGS:
    case DM_OBJECT:
    case DM_STREAM:
    case DM_UNTYPED:
        break;
    default:
        memcpy(&text, member, sizeof text);
        check_text(subject, arena, value, text, expected);
        break;
    }
}

/* The object that an element or property holds, or NULL. */
static dm_object *object_in(const void *member)
{
    dm_object *object;
    memcpy(&object, member, sizeof object);
    return object;
}

/* An element of a collection of objects; *pointer goes behind its index. */
static dm_object *element_of(const void *member, const char **pointer)
{
    struct {
        dm_object **items;
        size_t count;
        bool has;
    } list;
    char step[32];
    memcpy(&list, member, sizeof list);
    *pointer = take_step(*pointer, step, sizeof step);
    size_t index = (size_t)strtoul(step, NULL, 10);
    return index < list.count
               ? object_in((const char *)(const void *)list.items + index * sizeof(dm_object *))
               : NULL;
}

static void check_rest(const struct subject *subject, dm_arena *arena,
                       const struct driver_value *value, const dm_object *object, const char *name,
                       const char *rest, dm_json expected)
{
    dm_json found;
    if (dm_get(arena, object, name, &found) != DM_OK)
        fail_at(subject, value->pointer, "not there");
    if (!dm_json_equal(dm_json_at(found, rest), expected))
        fail_at(subject, value->pointer, "another value than on the page");
}

static void check_value(const struct subject *subject, dm_arena *arena, dm_object *object,
                        const struct driver_value *value)
{
    char name[256];
    dm_json expected;
    const char *pointer = value->pointer;
    assert_int_equal(dm_json_check(value->value, strlen(value->value), NULL, &expected, NULL),
                     DM_OK);
    for (;;) {
        if (!object)
            fail_at(subject, value->pointer, "not there");
        pointer = take_step(pointer, name, sizeof name);
        const dm_field *field = dm_field_find(object->type, name);
        void *member = field ? dm_member(object, field) : NULL;
        bool collection = field && (field->flags & DM_COLLECTION);
        if (strcmp(name, "@odata.type") == 0 && *pointer == '\0') {
            check_text(subject, arena, value, object->type_name, expected);
            return;
        }
        if (field && field->kind == DM_OBJECT && *pointer != '\0' &&
            dm_state_of(object, member) == DM_VALUE) {
            object = collection ? element_of(member, &pointer) : object_in(member);
            if (*pointer != '\0')
                continue;
        }
        if (field && !collection && *pointer == '\0' && dm_state_of(object, member) == DM_VALUE)
            check_scalar(subject, arena, value, field, member, expected);
        if (object)
            check_rest(subject, arena, value, object, name, pointer, expected);
        return;
    }
}

/* ---- Tests of one text ---- */

static dm_object *parse(const struct subject *subject, dm_arena *arena, const char *text)
{
    dm_object *object = NULL;
    dm_error error;
    dm_parse_options options = options_of(subject);
    if (dm_parse(arena, subject->type->type, text, strlen(text), &options, &object, &error) !=
        DM_OK)
        fail_at(subject, error.pointer, error.message);
    return object;
}

static const char *write_text(const struct subject *subject, dm_arena *arena,
                              const dm_object *object, bool pretty)
{
    const char *text = NULL;
    dm_error error;
    dm_write_options options;
    memset(&options, 0, sizeof options);
    options.pretty = pretty;
    if (dm_write(arena, object, &options, &text, NULL, &error) != DM_OK)
        fail_at(subject, error.pointer, error.message);
    return text;
}

static void check_same(const struct subject *subject, const char *text, const char *what)
{
    dm_json expected;
    dm_json found;
    assert_int_equal(dm_json_check(subject->text, strlen(subject->text), NULL, &expected, NULL),
                     DM_OK);
    assert_int_equal(dm_json_check(text, strlen(text), NULL, &found, NULL), DM_OK);
    if (!dm_json_equal(expected, found))
        fail_at(subject, what, text);
}

static void test_round_trip(void **state)
{
    const struct subject *subject = *state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *object = parse(subject, arena, subject->text);
    for (size_t i = 0; subject->example && i < subject->example->value_count; i++)
        check_value(subject, arena, object, &subject->example->values[i]);
    check_same(subject, write_text(subject, arena, object, false), "written");
    check_same(subject, write_text(subject, arena, object, true), "written prettily");
    dm_object *again = parse(subject, arena, write_text(subject, arena, object, true));
    if (!dm_equal(object, again))
        fail_at(subject, "", "differs when it is parsed again");
    dm_arena_destroy(arena);
}

static void test_copies_and_patches(void **state)
{
    const struct subject *subject = *state;
    const char *patch;
    dm_arena *first = dm_arena_create(NULL);
    dm_arena *second = dm_arena_create(NULL);
    dm_object *object = parse(subject, first, subject->text);
    dm_object *copy = dm_copy(second, NULL, object);
    assert_true(dm_equal(object, copy));
    assert_int_equal(dm_write_patch(second, object, copy, NULL, &patch, NULL, NULL), DM_OK);
    assert_string_equal(patch, "{}");
    dm_object *empty = dm_new(second, object->type);
    assert_int_equal(dm_write_patch(second, empty, copy, NULL, &patch, NULL, NULL), DM_OK);
    check_same(subject, patch, "patch from nothing");
    assert_int_equal(dm_merge(empty, parse(subject, second, patch)), DM_OK);
    assert_true(dm_equal(empty, copy));
    dm_arena_destroy(first);
    check_same(subject, write_text(subject, second, copy, false), "copied");
    dm_arena_destroy(second);
}

/* Every property made null in turn: the patch says so unless it was null; merging it does it. */
static void test_nulls_as_patches(void **state)
{
    const struct subject *subject = *state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *before = parse(subject, arena, subject->text);
    for (size_t i = 0; i < before->type->field_count; i++) {
        const dm_field *field = &before->type->fields[i];
        const char *patch;
        dm_json json;
        bool was_null = dm_state_of(before, dm_member(before, field)) == DM_NULL;
        dm_object *after = dm_copy(arena, NULL, before);
        assert_int_equal(dm_set_null(after, dm_member(after, field)), DM_OK);
        assert_int_equal(dm_write_patch(arena, before, after, NULL, &patch, NULL, NULL), DM_OK);
        assert_int_equal(dm_json_check(patch, strlen(patch), NULL, &json, NULL), DM_OK);
        assert_int_equal(dm_json_kind_of(dm_json_member(json, dm_field_name(field))),
                         was_null ? DM_JSON_NONE : DM_JSON_NULL);
        dm_object *merged = dm_copy(arena, NULL, before);
        assert_int_equal(dm_merge(merged, parse(subject, arena, patch)), DM_OK);
        assert_true(dm_equal(merged, after));
    }
    dm_arena_destroy(arena);
}

static void test_prefixes(void **state)
{
    const struct subject *subject = *state;
    size_t length = strlen(subject->text);
    dm_parse_options options = options_of(subject);
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t size = 0; size < length; size += 1 + length / MOST_CUTS) {
        dm_object *object = NULL;
        dm_error error;
        dm_arena_reset(arena);
        dm_status status =
            dm_parse(arena, subject->type->type, subject->text, size, &options, &object, &error);
        if (status != DM_ERROR_TRUNCATED || error.offset != size || object)
            fail_msg("%s: the first %zu bytes: %s", subject->name, size, dm_status_text(status));
    }
    dm_arena_destroy(arena);
}

/* An allocator that gives so many blocks, of the size asked for, and no more. */
struct budget {
    size_t left;
    size_t live;
};

static void *budget_allocate(void *context, size_t size)
{
    struct budget *budget = context;
    void *block = budget->left > 0 ? malloc(size) : NULL;
    if (block) {
        budget->left--;
        budget->live++;
    }
    return block;
}

static void budget_release(void *context, void *block, size_t size)
{
    struct budget *budget = context;
    (void)size;
    budget->live--;
    free(block);
}

static dm_status use(const struct subject *subject, dm_arena *arena)
{
    dm_object *object;
    const char *text;
    dm_parse_options options = options_of(subject);
    dm_status status = dm_parse(arena, subject->type->type, subject->text, strlen(subject->text),
                                &options, &object, NULL);
    if (status != DM_OK)
        return status;
    dm_object *copy = dm_copy(arena, NULL, object);
    return copy ? dm_write(arena, copy, NULL, &text, NULL, NULL) : DM_ERROR_MEMORY;
}

static void test_allocations(void **state)
{
    const struct subject *subject = *state;
    dm_allocator allocator = {budget_allocate, budget_release, NULL, 16, 0};
    struct budget budget;
    dm_status status = DM_ERROR_MEMORY;
    size_t step = 1 + strlen(subject->text) / (MOST_CUTS * 10);
    allocator.context = &budget;
    for (size_t allowed = 0; status != DM_OK; allowed += step) {
        budget.left = allowed;
        budget.live = 0;
        dm_arena *arena = dm_arena_create(&allocator);
        if (arena) {
            status = use(subject, arena);
            dm_arena_destroy(arena);
        }
        assert_int_equal(budget.live, 0);
        if (status != DM_OK && status != DM_ERROR_MEMORY)
            fail_at(subject, "", dm_status_text(status));
    }
}

/* ---- Tests of a type and an enumeration ---- */

static void check_field(const dm_type *type, const dm_field *field)
{
    assert_ptr_equal(dm_field_find(type, dm_field_name(field)), field);
    assert_true(field->offset >= sizeof(dm_object) && field->offset < type->size);
    assert_int_equal(field->name_length, strlen(dm_field_name(field)));
    bool detailed = field->kind >= DM_ENUMERATION && field->kind <= DM_OBJECT;
    assert_true(detailed == (dm_field_detail(field) != NULL));
}

static void test_table(void **state)
{
    const struct subject *subject = *state;
    const dm_type *type = subject->type->type;
    for (size_t i = 0; i < type->field_count; i++)
        check_field(type, &type->fields[i]);
    for (size_t i = 1; i < type->field_count; i++)
        assert_true(strcmp(dm_field_name(&type->fields[type->order[i - 1]]),
                           dm_field_name(&type->fields[type->order[i]])) < 0);
    for (size_t i = 0; type->base && i < type->base->field_count; i++) {
        assert_string_equal(dm_field_name(&type->fields[i]), dm_field_name(&type->base->fields[i]));
        assert_int_equal(type->fields[i].offset, type->base->fields[i].offset);
    }
    for (size_t i = 0; i < type->rule_count; i++)
        assert_true(type->rules[i].field < type->field_count);
}

static void test_nulls(void **state)
{
    const struct subject *subject = *state;
    const dm_type *type = subject->type->type;
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < type->field_count; i++) {
        struct maker maker = {NULL, 0, 0};
        add(&maker, "{");
        add_string(&maker, dm_field_name(&type->fields[i]));
        add(&maker, ":null}");
        dm_arena_reset(arena);
        dm_object *object = parse(subject, arena, maker.text);
        assert_int_equal(dm_state_of(object, dm_member(object, &type->fields[i])), DM_NULL);
        assert_string_equal(write_text(subject, arena, object, false), maker.text);
        free(maker.text);
    }
    dm_arena_destroy(arena);
}

static void test_members(void **state)
{
    const struct driver_enumeration *data = *state;
    const dm_enum *enumeration = data->enumeration;
    assert_int_equal(enumeration->member_count, data->member_count);
    for (size_t i = 0; i < data->member_count; i++) {
        const struct driver_member *member = &data->members[i];
        if (enumeration->flags) {
            assert_true(dm_flags_of_text(enumeration, member->text) == member->value);
            continue;
        }
        assert_int_equal(dm_enum_of_text(enumeration, member->text), member->value);
        assert_string_equal(dm_enum_to_text(enumeration, (int)member->value), member->text);
    }
    if (!enumeration->flags) {
        assert_int_equal(dm_enum_of_text(enumeration, "not documented"), -1);
        assert_int_equal(dm_enum_of_text(enumeration, NULL), 0);
    }
}

/* ---- All of them ---- */

struct plan {
    struct CMUnitTest *tests;
    size_t count;
    struct subject *subjects;
    size_t subject_count;
    char **names;
    size_t name_count;
};

static void add_test(struct plan *plan, const char *subject, const char *what,
                     CMUnitTestFunction run, const void *state)
{
    size_t size = strlen(subject) + strlen(what) + 3;
    char *name = malloc(size);
    if (!name)
        abort();
    snprintf(name, size, "%s: %s", subject, what);
    struct CMUnitTest *test = &plan->tests[plan->count++];
    memset(test, 0, sizeof *test);
    test->name = name;
    test->test_func = run;
    /* cmocka takes no const, and the tests change nothing. */
    test->initial_state = (void *)(uintptr_t)state;
    plan->names[plan->name_count++] = name;
}

static void add_texts(struct plan *plan, const struct subject *subject)
{
    add_test(plan, subject->name, "round trip", test_round_trip, subject);
    add_test(plan, subject->name, "copies and patches", test_copies_and_patches, subject);
    add_test(plan, subject->name, "nulls as patches", test_nulls_as_patches, subject);
    add_test(plan, subject->name, "prefixes", test_prefixes, subject);
    add_test(plan, subject->name, "allocations", test_allocations, subject);
}

static struct subject *add_subject(struct plan *plan, const struct driver_suite *suite,
                                   const struct driver_type *type,
                                   const struct driver_example *example)
{
    struct maker name = {NULL, 0, 0};
    struct maker text = {NULL, 0, 0};
    struct subject *subject = &plan->subjects[plan->subject_count++];
    add(&name, type->type->name);
    if (example) {
        char line[32];
        snprintf(line, sizeof line, ":%d", example->line);
        add(&name, " ");
        add(&name, example->page);
        add(&name, line);
        add(&text, example->text);
    } else {
        add_object(&text, type->type, 2);
    }
    *subject = (struct subject){suite, type, example, text.text, name.text};
    return subject;
}

static void add_type(struct plan *plan, const struct driver_suite *suite,
                     const struct driver_type *type)
{
    struct subject *own = add_subject(plan, suite, type, NULL);
    add_test(plan, own->name, "table", test_table, own);
    add_test(plan, own->name, "nulls", test_nulls, own);
    add_texts(plan, own);
    for (size_t i = 0; i < type->example_count; i++)
        add_texts(plan, add_subject(plan, suite, type, &type->examples[i]));
}

static void count(const struct driver_suite *suite, size_t *tests, size_t *subjects)
{
    *tests = suite->enumeration_count;
    *subjects = 0;
    for (size_t i = 0; i < suite->case_count; i++) {
        *tests += 2 + 5 * (1 + suite->cases[i]->example_count);
        *subjects += 1 + suite->cases[i]->example_count;
    }
}

static void finish(struct plan *plan)
{
    for (size_t i = 0; i < plan->name_count; i++)
        free(plan->names[i]);
    for (size_t i = 0; i < plan->subject_count; i++) {
        free(plan->subjects[i].text);
        free(plan->subjects[i].name);
    }
    free(plan->names);
    free(plan->subjects);
    free(plan->tests);
}

int driver_run(const struct driver_suite *suite)
{
    struct plan plan;
    size_t tests;
    size_t subjects;
    memset(&plan, 0, sizeof plan);
    count(suite, &tests, &subjects);
    plan.tests = calloc(tests + 1, sizeof *plan.tests);
    plan.names = calloc(tests + 1, sizeof *plan.names);
    plan.subjects = calloc(subjects + 1, sizeof *plan.subjects);
    if (!plan.tests || !plan.names || !plan.subjects)
        abort();
    for (size_t i = 0; i < suite->case_count; i++)
        add_type(&plan, suite, suite->cases[i]);
    for (size_t i = 0; i < suite->enumeration_count; i++)
        add_test(&plan, suite->enumerations[i]->enumeration->name, "members", test_members,
                 suite->enumerations[i]);
    int failed = _cmocka_run_group_tests(suite->name, plan.tests, plan.count, NULL, NULL);
    finish(&plan);
    return failed;
}
