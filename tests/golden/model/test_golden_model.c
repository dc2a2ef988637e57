/* The model of docs-input/, compared with the files beside this one. */
#include "extract/page.h"
#include "model/export.h"
#include "model/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define GOLDEN_SIZE_MAX ((size_t)1 << 24)

struct run {
    struct arena arena;
    struct diagnostics diagnostics;
    const struct model_set *models;
};

static void run_init(struct run *run, enum merge merge)
{
    const struct fs *fs = fs_native();
    const struct page_options page_options = {.default_locale = SLICE("en-US"),
                                              .default_version = SLICE("v1.0")};
    const struct model_options options = {.primary_locale = SLICE("en-US"), .merge = merge};
    struct page_files files = {0};
    arena_init(&run->arena);
    diagnostics_init(&run->diagnostics, &run->arena);
    const struct vocab *vocab =
        vocab_load(&run->arena, fs, DOCMODEL_SOURCE_DIR "/generator/vocab/data", &run->diagnostics);
    assert_non_null(vocab);
    page_files_list(&run->arena, fs, vocab, SLICE(DOCMODEL_SOURCE_DIR "/docs-input"),
                    &run->diagnostics, &files);
    const struct page_facts **pages =
        arena_alloc_array(&run->arena, files.count, sizeof(const struct page_facts *));
    for (size_t i = 0; i < files.count; i++) {
        struct page_facts *facts = arena_alloc(&run->arena, sizeof *facts);
        page_read(&run->arena, fs, &files.items[i], vocab, &page_options, &run->diagnostics, facts);
        pages[i] = facts;
    }
    run->models = model_build(&run->arena, pages, files.count, &options, &run->diagnostics);
    diagnostics_sort(&run->diagnostics);
}

/* Shows the first line that differs. */
static void compare_lines(const char *path, slice expected, slice actual)
{
    size_t number = 1;
    slice expected_line, actual_line;
    for (;; number++) {
        bool more_expected = slice_next_line(&expected, &expected_line);
        bool more_actual = slice_next_line(&actual, &actual_line);
        if (!more_expected && !more_actual)
            return;
        if (more_expected != more_actual || !slice_equal(expected_line, actual_line))
            fail_msg("%s:%zu differs\n-%.*s\n+%.*s", path, number,
                     SLICE_ARGS(more_expected ? expected_line : (slice){0}),
                     SLICE_ARGS(more_actual ? actual_line : (slice){0}));
    }
}

static void check(const char *path, const struct buffer *text)
{
    const struct fs *fs = fs_native();
    struct buffer golden;
    if (getenv("DOCMODEL_UPDATE_GOLDENS") != NULL) {
        assert_int_equal(fs_write(fs, path, buffer_slice(text)), 0);
        return;
    }
    buffer_init(&golden);
    assert_int_equal(fs->read(fs->context, path, GOLDEN_SIZE_MAX, &golden), 0);
    compare_lines(path, buffer_slice(&golden), buffer_slice(text));
    assert_true(slice_equal(buffer_slice(&golden), buffer_slice(text)));
    buffer_finish(&golden);
}

static void check_tsv(enum merge merge, const char *path)
{
    struct run run;
    struct buffer text;
    run_init(&run, merge);
    buffer_init(&text);
    model_export_tsv(run.models, &text);
    check(path, &text);
    buffer_finish(&text);
    arena_finish(&run.arena);
}

static void tab_separated(void **state)
{
    (void)state;
    check_tsv(MERGE_PRIMARY, GOLDEN_DIR "/primary.tsv");
}

static void tab_separated_with_the_union_of_locales(void **state)
{
    (void)state;
    check_tsv(MERGE_UNION, GOLDEN_DIR "/union.tsv");
}

static void json(void **state)
{
    (void)state;
    struct run run;
    struct buffer text;
    run_init(&run, MERGE_PRIMARY);
    buffer_init(&text);
    model_export_json(run.models, &text);
    check(GOLDEN_DIR "/primary.json", &text);
    buffer_finish(&text);
    arena_finish(&run.arena);
}

static void what_is_said_about_the_pages(void **state)
{
    (void)state;
    struct run run;
    struct buffer text;
    run_init(&run, MERGE_PRIMARY);
    buffer_init(&text);
    for (size_t i = 0; i < run.diagnostics.count; i++)
        diagnostic_print(run.diagnostics.items[i], NULL, &text);
    check(GOLDEN_DIR "/diagnostics.txt", &text);
    buffer_finish(&text);
    arena_finish(&run.arena);
}

/* ---- What must hold of the pages, in words ---- */

static const struct model_type *find_type(const struct run *run, size_t version, const char *name)
{
    const struct model_type *type = model_find_type(run->models->models[version], slice_from(name));
    assert_non_null(type);
    return type;
}

static const struct model_property *find_property(const struct model_type *type, const char *name)
{
    const struct model_property *property = model_find_property(type, slice_from(name));
    assert_non_null(property);
    assert_ptr_equal(property->owner, type);
    return property;
}

static void assert_slice(slice actual, const char *expected)
{
    if (!slice_equal(actual, slice_from(expected)))
        fail_msg("\"%.*s\" is not \"%s\"", SLICE_ARGS(actual), expected);
}

static void assert_use(const struct model_property *property, const char *type)
{
    assert_false(property->type.collection);
    assert_slice(model_type_use_name(&property->type), type);
}

static void record_operation(void **state)
{
    (void)state;
    static const char *const repeated[] = {"clientContext", "id", "resultInfo", "status"};
    struct run run;
    run_init(&run, MERGE_PRIMARY);
    const struct model_type *base = find_type(&run, 0, "microsoft.graph.commsOperation");
    const struct model_type *type = find_type(&run, 0, "microsoft.graph.recordOperation");
    assert_int_equal(type->property_count, 8);
    assert_ptr_equal(type->base, base);
    assert_slice(type->base_decision.evidence[0].origin.page->source->path,
                 "en-US/api-reference/beta/resources/commsoperation.md");
    for (size_t i = 0; i < 4; i++)
        assert_ptr_equal(find_property(type, repeated[i])->repeats,
                         find_property(base, repeated[i]));
    for (size_t i = 1; i < 4; i++)
        assert_true(find_property(type, repeated[i])->read_only);
    assert_null(find_property(type, "createdDateTime")->repeats);
    assert_use(find_property(type, "createdDateTime"), "Edm.DateTimeOffset");
    assert_use(find_property(type, "lastActionDateTime"), "Edm.DateTimeOffset");
    assert_use(find_property(type, "recordResourceLocation"), "Edm.String");
    assert_use(find_property(type, "resultInfo"), "microsoft.graph.resultInfo");
    assert_use(find_property(type, "status"), "microsoft.graph.commsOperation.status");
    assert_int_equal(find_property(type, "status")->type.enumeration->member_count, 4);
    assert_use(find_property(type, "completionReason"),
               "microsoft.graph.recordOperation.completionReason");
    assert_int_equal(find_property(type, "completionReason")->type.enumeration->member_count, 9);
    assert_int_equal(type->example_count, 1);
    arena_finish(&run.arena);
}

static void comms_operation(void **state)
{
    (void)state;
    struct run run;
    run_init(&run, MERGE_PRIMARY);
    const struct model_type *v1 = find_type(&run, 1, "microsoft.graph.commsOperation");
    assert_int_equal(v1->property_count, 4);
    assert_int_equal(model_limit(find_property(v1, "clientContext"), LIMIT_MAX_LENGTH).value.digits,
                     256);
    for (size_t i = 0; i < v1->property_count; i++)
        assert_false(v1->properties[i].navigation);
    const struct model_type *beta = find_type(&run, 0, "microsoft.graph.commsOperation");
    assert_int_equal(beta->property_count, 6);
    assert_int_equal(beta->page_count, 2);
    assert_int_equal(beta->example_count, 3);
    assert_slice(beta->examples[2].origin.page->locale, "zh-CN");
    const struct model_property *created = find_property(beta, "createdDateTime");
    assert_false(created->rendered);
    assert_slice(created->origin.page->locale, "zh-CN");
    assert_slice(created->origin.page->handoff, "12/20/2018");
    assert_int_equal(run.diagnostics.count, 2);
    arena_finish(&run.arena);
    run_init(&run, MERGE_UNION);
    beta = find_type(&run, 0, "microsoft.graph.commsOperation");
    created = find_property(beta, "createdDateTime");
    assert_true(created->rendered);
    const struct model_type *derived = find_type(&run, 0, "microsoft.graph.recordOperation");
    assert_ptr_equal(find_property(derived, "createdDateTime")->repeats, created);
    arena_finish(&run.arena);
}

static void operation(void **state)
{
    (void)state;
    struct run run;
    run_init(&run, MERGE_PRIMARY);
    const struct model_type *type = find_type(&run, 0, "microsoft.graph.operation");
    const struct model_property *status = find_property(type, "status");
    assert_slice(type->base_name, "microsoft.graph.entity");
    assert_int_equal(type->property_count, 4);
    assert_use(status, "microsoft.graph.operation.status");
    assert_int_equal(status->type.enumeration->member_count, 4);
    assert_slice(status->type.enumeration->members[3].name, "failed");
    assert_true(status->read_only);
    assert_slice(model_text(&status->descriptions, SLICE("en-US"))->locale, "es-ES");
    arena_finish(&run.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tab_separated),
        cmocka_unit_test(tab_separated_with_the_union_of_locales),
        cmocka_unit_test(json),
        cmocka_unit_test(what_is_said_about_the_pages),
        cmocka_unit_test(record_operation),
        cmocka_unit_test(comms_operation),
        cmocka_unit_test(operation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
