/*
 * Each folder beside this file holds the same documentation in one language. Read alone, with the
 * anchors of its headings and without them, it gives the model of the English pages. A language
 * without vocabulary (fi-FI) gives the names and types, but not what sentences say.
 */
#include "extract/page.h"
#include "model/model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

struct run {
    struct arena arena;
    struct diagnostics diagnostics;
    const struct model_set *models;
};

static struct arena vocabulary_arena;
static const struct vocab *vocabulary;

/* Removes every <a name="..."></a>. */
static slice without_anchors(struct arena *arena, slice text)
{
    char *copy = arena_alloc(arena, text.len + 1);
    size_t length = 0;
    for (size_t i = 0; i < text.len;) {
        slice rest = slice_skip(text, i);
        if (slice_starts_with(rest, SLICE("<a name="))) {
            i += slice_find(rest, SLICE("</a>")) + 4;
            continue;
        }
        copy[length++] = text.ptr[i++];
    }
    return (slice){copy, length};
}

static struct page_facts *read_page(struct run *run, const struct page_file *file, bool anchors)
{
    const struct page_options options = {.default_locale = SLICE("en-US"),
                                         .default_version = SLICE("v1.0")};
    struct page_facts *facts = arena_alloc(&run->arena, sizeof *facts);
    struct buffer bytes;
    buffer_init(&bytes);
    assert_int_equal(
        fs_native()->read(fs_native()->context, file->path.ptr, SOURCE_SIZE_MAX, &bytes), 0);
    slice text = arena_copy(&run->arena, buffer_slice(&bytes));
    buffer_finish(&bytes);
    if (!anchors)
        text = without_anchors(&run->arena, text);
    page_read_text(&run->arena, text, file, vocabulary, &options, &run->diagnostics, facts);
    return facts;
}

static void run_init(struct run *run, slice locale, bool anchors)
{
    struct page_files files = {0};
    const struct page_facts *pages[16];
    arena_init(&run->arena);
    diagnostics_init(&run->diagnostics, &run->arena);
    slice folder = arena_format(&run->arena, "%s/%.*s", LANGUAGES, SLICE_ARGS(locale));
    page_files_list(&run->arena, fs_native(), vocabulary, folder, &run->diagnostics, &files);
    assert_true(files.count == 6);
    for (size_t i = 0; i < files.count; i++)
        pages[i] = read_page(run, &files.items[i], anchors);
    const struct model_options options = {.primary_locale = locale};
    run->models = model_build(&run->arena, pages, files.count, &options, &run->diagnostics);
}

static void print_property(struct buffer *out, const struct model_property *p, bool sentences)
{
    slice type = model_type_use_name(&p->type);
    bool in_place = p->type.kind == USE_ENUMERATION && p->type.enumeration->in_place;
    if (in_place && !sentences)
        type = SLICE("Edm.String");
    buffer_format(out, "  %.*s %.*s%s%s", SLICE_ARGS(p->name), SLICE_ARGS(type),
                  p->type.collection ? "[]" : "", p->navigation ? " navigation" : "");
    if (sentences) {
        buffer_format(out, "%s%s%s%s nullable=%d", p->read_only ? " read-only" : "",
                      p->required ? " required" : "", p->key ? " key" : "",
                      p->deprecated ? " deprecated" : "", (int)p->nullable);
        for (int i = 0; i < LIMIT_COUNT; i++)
            if (model_limit(p, (enum limit_kind)i).stated)
                buffer_format(out, " %d:%g", i,
                              decimal_double(model_limit(p, (enum limit_kind)i).value));
        buffer_format(out, "%s", p->descriptions.count > 0 ? " described" : "");
    }
    buffer_append_char(out, '\n');
}

static void print_type(struct buffer *out, const struct model_type *type, bool sentences)
{
    buffer_format(out, "%.*s %s key=%.*s", SLICE_ARGS(type->qualified),
                  type->kind == KIND_ENTITY ? "entity" : "complex", SLICE_ARGS(type->key_property));
    if (sentences)
        buffer_format(out, " base=%.*s%s", SLICE_ARGS(type->base_name),
                      type->abstract ? " abstract" : "");
    buffer_append_char(out, '\n');
    for (size_t i = 0; i < type->property_count; i++)
        print_property(out, &type->properties[i], sentences);
}

static void print_enumeration(struct buffer *out, const struct model_enumeration *e, bool sentences)
{
    if (e->in_place && !sentences)
        return;
    buffer_format(out, "%.*s%s%s", SLICE_ARGS(e->qualified), e->evolvable ? " evolvable" : "",
                  e->flags && sentences ? " flags" : "");
    for (size_t i = 0; i < e->member_count; i++)
        buffer_format(out, " %.*s=%lld", SLICE_ARGS(e->members[i].name), e->members[i].number);
    buffer_append_char(out, '\n');
}

static void print_facts(struct buffer *out, const struct run *run, bool sentences)
{
    assert_int_equal(run->models->count, 1);
    const struct model *model = run->models->models[0];
    for (size_t i = 0; i < model->type_count; i++)
        print_type(out, model->types[i], sentences);
    for (size_t i = 0; i < model->enumeration_count; i++)
        print_enumeration(out, model->enumerations[i], sentences);
    buffer_append_char(out, '\0');
}

static void check_language(slice locale, bool anchors)
{
    struct run english, run;
    struct buffer expected, actual;
    run_init(&english, SLICE("en-US"), true);
    run_init(&run, locale, anchors);
    bool known = vocab_knows_locale(vocabulary, locale);
    buffer_init(&expected);
    buffer_init(&actual);
    print_facts(&expected, &english, known);
    print_facts(&actual, &run, known);
    if (!slice_equal(buffer_slice(&expected), buffer_slice(&actual)))
        print_error("%.*s, %s anchors:\n", SLICE_ARGS(locale), anchors ? "with" : "without");
    assert_string_equal(buffer_slice(&actual).ptr, buffer_slice(&expected).ptr);
    buffer_finish(&expected);
    buffer_finish(&actual);
    arena_finish(&english.arena);
    arena_finish(&run.arena);
}

static size_t list_languages(struct arena *arena, struct fs_entry **entries)
{
    size_t count;
    assert_int_equal(fs_list_sorted(fs_native(), arena, LANGUAGES, entries, &count), 0);
    return count;
}

static void every_language_gives_the_model_of_the_english_pages(void **state)
{
    struct arena arena;
    struct fs_entry *entries;
    size_t languages = 0;
    (void)state;
    arena_init(&arena);
    size_t count = list_languages(&arena, &entries);
    for (size_t i = 0; i < count; i++) {
        if (entries[i].kind != FS_DIRECTORY)
            continue;
        check_language(entries[i].name, true);
        languages++;
    }
    assert_true(languages >= 17);
    arena_finish(&arena);
}

static void anchors_are_not_needed_where_there_is_a_vocabulary(void **state)
{
    struct arena arena;
    struct fs_entry *entries;
    (void)state;
    arena_init(&arena);
    size_t count = list_languages(&arena, &entries);
    for (size_t i = 0; i < count; i++)
        if (entries[i].kind == FS_DIRECTORY && vocab_knows_locale(vocabulary, entries[i].name))
            check_language(entries[i].name, false);
    arena_finish(&arena);
}

/* The shipped vocabulary has no file that is not tried here. */
static void every_vocabulary_is_tried(void **state)
{
    struct arena arena;
    struct fs_entry *files, *entries;
    size_t file_count;
    (void)state;
    arena_init(&arena);
    size_t count = list_languages(&arena, &entries);
    assert_int_equal(fs_list_sorted(fs_native(), &arena,
                                    DOCMODEL_SOURCE_DIR "/generator/vocab/data", &files,
                                    &file_count),
                     0);
    for (size_t i = 0; i < file_count; i++) {
        slice language = slice_take(files[i].name, files[i].name.len - 4);
        bool tried = false;
        for (size_t j = 0; j < count; j++)
            tried |= slice_starts_with(entries[j].name, language);
        if (!tried)
            fail_msg("add pages in the language %.*s", SLICE_ARGS(language));
    }
    arena_finish(&arena);
}

static int load(void **state)
{
    struct diagnostics diagnostics;
    (void)state;
    arena_init(&vocabulary_arena);
    diagnostics_init(&diagnostics, &vocabulary_arena);
    vocabulary = vocab_load(&vocabulary_arena, fs_native(),
                            DOCMODEL_SOURCE_DIR "/generator/vocab/data", &diagnostics);
    return vocabulary != NULL ? 0 : -1;
}

static int finish(void **state)
{
    (void)state;
    arena_finish(&vocabulary_arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_gives_the_model_of_the_english_pages),
        cmocka_unit_test(anchors_are_not_needed_where_there_is_a_vocabulary),
        cmocka_unit_test(every_vocabulary_is_tried),
    };
    return cmocka_run_group_tests(tests, load, finish);
}
