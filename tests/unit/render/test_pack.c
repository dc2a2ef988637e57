/* Packs: manifests with mistakes, and a pack that makes no C. */
#include "fixture.h"

#include "test_cmocka.h"

#include "support/pool.h"

/* ---- a file system of texts ---- */

struct text_file {
    const char *path;
    const char *text;
};

#define TEXT_FILES_MAX 8

struct text_files {
    struct text_file items[TEXT_FILES_MAX];
    size_t count;
};

static enum fs_kind text_kind(void *context, const char *path)
{
    const struct text_files *files = context;
    for (size_t i = 0; i < files->count; i++) {
        if (strcmp(files->items[i].path, path) == 0)
            return FS_FILE;
        if (slice_starts_with(slice_from(files->items[i].path), slice_from(path)))
            return FS_DIRECTORY;
    }
    return FS_ABSENT;
}

static int text_read(void *context, const char *path, size_t limit, struct buffer *out)
{
    const struct text_files *files = context;
    (void)limit;
    for (size_t i = 0; i < files->count; i++) {
        if (strcmp(files->items[i].path, path) == 0) {
            buffer_append(out, slice_from(files->items[i].text));
            return 0;
        }
    }
    return 2; /* ENOENT */
}

static int text_list(void *context, const char *path,
                     void (*visit)(void *visitor, slice name, enum fs_kind kind), void *visitor)
{
    const struct text_files *files = context;
    size_t len = strlen(path);
    bool found = false;
    for (size_t i = 0; i < files->count; i++) {
        slice file = slice_from(files->items[i].path);
        if (!slice_starts_with(file, slice_from(path)) || file.ptr[len] != '/')
            continue;
        slice name = slice_skip(file, len + 1);
        if (slice_find_byte(name, '/') == SLICE_NONE)
            visit(visitor, name, FS_FILE);
        found = true;
    }
    return found ? 0 : 2;
}

static struct fs text_fs(struct text_files *files)
{
    return (struct fs){.context = files, .kind = text_kind, .read = text_read, .list = text_list};
}

/* ---- mistakes ---- */

/* The diagnostics of loading and rendering a pack whose manifest is MANIFEST, as they are printed.
 */
static slice complaints(struct arena *arena, const char *manifest, const char *template)
{
    struct text_files files = {{{"p/pack.json", manifest},
                                {"p/a.mustache", template},
                                {"p/partials/x.mustache", "x"},
                                {"p/copied/one", "1"}},
                               4};
    struct fs fs = text_fs(&files);
    struct fixture *fixture = arena_alloc(arena, sizeof *fixture);
    fixture_init(fixture, arena);
    fixture_layout(fixture);
    const struct pack *pack = pack_load(arena, &fs, SLICE("p"), &fixture->diagnostics);
    struct file_set set;
    bool rendered = pack != NULL && render_files(arena, &fixture->set, fixture->selections, 1, pack,
                                                 &fixture->options, &fixture->diagnostics, &set);
    assert_true(rendered == (fixture->diagnostics.count == 0));
    struct buffer text;
    buffer_init(&text);
    diagnostics_sort(&fixture->diagnostics);
    for (size_t i = 0; i < fixture->diagnostics.count; i++) {
        struct buffer one;
        buffer_init(&one);
        diagnostic_print(fixture->diagnostics.items[i], NULL, &one);
        slice line;
        slice rest = buffer_slice(&one);
        slice_next_line(&rest, &line);
        buffer_append(&text, line);
        buffer_append_char(&text, '\n');
        buffer_finish(&one);
    }
    slice result = arena_copy(arena, buffer_slice(&text));
    buffer_finish(&text);
    return result;
}

#define HEAD "{\"name\": \"p\", \"escape\": \"none\",\n"

static void manifests_with_mistakes_are_located(void **state)
{
    static const struct {
        const char *manifest;
        const char *complaint;
    } cases[] = {
        {"{", "p/pack.json:1:2: error: "},
        {"[]", "p/pack.json:1:1: error: a manifest is a JSON object [pack-malformed]\n"},
        {"{\"name\": \"p\", \"escape\": \"no\", \"files\": []}",
         "p/pack.json:1:25: error: \"escape\" is \"none\", \"html\" or \"json\", not this: \"no\" "
         "[pack-malformed]\n"},
        {HEAD "\"file\": []}", "p/pack.json:1:1: error: \"files\" must be an array of entries "
                               "[pack-malformed]\np/pack.json:2:1: error: a manifest has no such "
                               "member here: \"file\" [pack-malformed]\n"},
        {HEAD "\"files\": [\n1]}",
         "p/pack.json:3:1: error: an entry of \"files\" must be an object "
         "[pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"types\"}]}",
         "p/pack.json:3:10: error: a kind is once, api, namespace, type, enumeration, shard or "
         "copy, not this: \"types\" [pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"once\", \"template\": \"a.mustache\"}]}",
         "p/pack.json:3:1: error: a member is missing: \"path\" [pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"once\", \"template\": \"../a\", \"path\": \"a\"}]}",
         "p/pack.json:3:30: error: the path must lead to a place inside of the pack: \"../a\" "
         "[pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"once\", \"template\": \"b\", \"path\": \"a\"}]}",
         "p/b: error: no such file or folder [file-unreadable]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"copy\", \"from\": \"b\", \"path\": \"a\"}]}",
         "p/b: error: "},
        {HEAD
         "\"files\": [\n{\"kind\": \"once\", \"template\": \"a.mustache\", \"path\": \"{{\"}]}",
         "p/pack.json:3:52: error: the path is no well-formed template: "},
        {HEAD "\"files\": [\n{\"kind\": \"once\", \"template\": \"a.mustache\", \"path\": "
              "\"{{type.name}}\"}]}",
         "p/pack.json:3:52: error: the path cannot be made: "},
        {HEAD "\"files\": [\n{\"kind\": \"type\", \"template\": \"a.mustache\", \"path\": "
              "\"../{{type.name}}\"}]}",
         "p/pack.json:3:52: error: the path must lead to a place inside of the output: "},
        {HEAD "\"files\": [\n{\"kind\": \"type\", \"template\": \"a.mustache\", \"path\": \"a\"}]}",
         "p/pack.json:3:52: error: two files have this path, letter case ignored: \"a\" "
         "[pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"once\", \"template\": \"a.mustache\", \"path\": \"A\"},\n"
              "{\"kind\": \"copy\", \"from\": \"a.mustache\", \"path\": \"a\"}]}",
         "p/pack.json:4:48: error: two files have this path, letter case ignored: \"a\" "
         "[pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"once\", \"template\": \"a.mustache\", \"path\": \"a\", "
              "\"if\": 1}]}",
         "p/pack.json:3:57: error: a manifest has no such member here: \"if\" [pack-malformed]\n"},
        {HEAD "\"partials\": \"none\", \"files\": []}", "p/none: error: "},
        {HEAD "\"files\": [\n{\"kind\": \"api\", \"whole\": 1, \"template\": \"a.mustache\", "
              "\"path\": \"a\"}]}",
         "p/pack.json:3:26: error: \"whole\" is true or false, not this: \"1\" [pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"type\", \"whole\": true, \"template\": \"a.mustache\", "
              "\"path\": \"{{type.name}}\"}]}",
         "p/pack.json:3:27: error: \"whole\" is for the kinds that have lists, once, api and "
         "namespace, not for this: \"type\" [pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"api\", \"at_most\": {}, \"template\": \"a.mustache\", "
              "\"path\": \"a\"}]}",
         "p/pack.json:3:28: error: \"at_most\" has keys and numbers, in an entry of the kind type "
         "[pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"type\", \"at_most\": {\"x\": \"y\"}, \"template\": "
              "\"a.mustache\", \"path\": \"{{type.name}}\"}]}",
         "p/pack.json:3:35: error: the most that there may be of this is a number: \"x\" "
         "[pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"type\", \"at_most\": {\"type.name\": 1}, \"template\": "
              "\"a.mustache\", \"path\": \"{{type.name}}\"}]}",
         "p/pack.json:3:30: error: the view has no such number: \"type.name\" [pack-malformed]\n"},
        {HEAD "\"files\": [\n{\"kind\": \"type\", \"at_most\": {\"type.c.field_count\": 34}, "
              "\"template\": \"a.mustache\", \"path\": \"{{type.name}}\"}]}",
         "en-US/api-reference/beta/resources/derivedsample.md:12:1: error: "
         "microsoft.graph.derivedSample is too large for the pack: its `type.c.field_count` is "
         "35, and at most 34 is possible [type-too-large]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        slice text = complaints(*state, cases[i].manifest, "");
        if (!slice_starts_with(text, slice_from(cases[i].complaint)))
            fail_msg("%s gives %.*s", cases[i].manifest, SLICE_ARGS(text));
    }
}

static void sound_manifests_give_no_complaint(void **state)
{
    assert_string_equal(complaints(*state, HEAD "\"files\": []}", "").ptr, "");
    assert_string_equal(
        complaints(*state,
                   HEAD "\"partials\": \"partials\", \"files\": [\n{\"kind\": \"type\", "
                        "\"template\": \"a.mustache\", \"path\": \"t/{{type.c.file}}\"},\n"
                        "{\"kind\": \"copy\", \"from\": \"copied\", \"path\": \"c\"}]}",
                   "{{>x}}")
            .ptr,
        "");
}

static void mistakes_in_templates_are_located(void **state)
{
    static const char manifest[] =
        HEAD "\"files\": [\n{\"kind\": \"type\", \"template\": \"a.mustache\", \"path\": "
             "\"{{type.c.file}}\"}]}";
    slice text = complaints(*state, manifest, "one\n  {{type.nam}}");
    assert_true(slice_starts_with(text, SLICE("p/a.mustache:2:5: error: ")));
    /* Once, although every type meets it. */
    assert_int_equal(slice_find_byte(text, '\n'), text.len - 1);
    text = complaints(*state, manifest, "{{>none}}");
    assert_true(slice_starts_with(text, SLICE("p/a.mustache:1:4: error: ")));
    text = complaints(*state, manifest, "{{#type}}");
    assert_true(slice_starts_with(text, SLICE("p/a.mustache:1:")));
}

static void names_of_files_are_bounded(void **state)
{
    char manifest[400] = HEAD "\"files\": [\n{\"kind\": \"once\", \"template\": \"a.mustache\", "
                              "\"path\": \"";
    size_t len = strlen(manifest);
    memset(manifest + len, 'x', 101);
    strcpy(manifest + len + 101, "\"}]}");
    slice text = complaints(*state, manifest, "");
    assert_true(slice_starts_with(
        text, SLICE("p/pack.json:3:52: error: a name in the path is longer than 100 bytes: ")));
    strcpy(manifest + len + 100, "\"}]}");
    assert_string_equal(complaints(*state, manifest, "").ptr, "");
}

/* ---- a whole pack ---- */

static slice read_file(struct arena *arena, slice path)
{
    struct buffer text;
    buffer_init(&text);
    if (fs_native()->read(NULL, path.ptr, 1 << 20, &text) != 0)
        fail_msg("%.*s is missing", SLICE_ARGS(path));
    slice result = arena_copy(arena, buffer_slice(&text));
    buffer_finish(&text);
    return result;
}

static void render_pages(struct fixture *fixture, unsigned jobs, struct file_set *set)
{
    const struct pack *pack =
        pack_load(fixture->arena, fs_native(),
                  SLICE(DOCMODEL_SOURCE_DIR "/tests/golden/pack/pages"), &fixture->diagnostics);
    assert_non_null(pack);
    fixture->options.jobs = jobs;
    assert_true(render_files(fixture->arena, &fixture->set, fixture->selections, 1, pack,
                             &fixture->options, &fixture->diagnostics, set));
}

static size_t count_files(struct arena *arena, slice folder)
{
    struct fs_entry *entries;
    size_t count;
    size_t files = 0;
    assert_int_equal(fs_list_sorted(fs_native(), arena, folder.ptr, &entries, &count), 0);
    for (size_t i = 0; i < count; i++) {
        if (entries[i].kind == FS_DIRECTORY)
            files += count_files(arena, fs_join(arena, folder, entries[i].name));
        else
            files++;
    }
    return files;
}

static void a_pack_of_pages_makes_what_is_expected(void **state)
{
    slice expected = SLICE(DOCMODEL_SOURCE_DIR "/tests/golden/pack/expected");
    struct fixture fixture;
    fixture_init(&fixture, *state);
    fixture_layout(&fixture);
    struct file_set set;
    render_pages(&fixture, 1, &set);
    for (size_t i = 0; i < set.count; i++) {
        slice text = read_file(*state, fs_join(*state, expected, set.items[i].path));
        assert_string_equal(set.items[i].text.ptr, text.ptr);
    }
    assert_int_equal(set.count, count_files(*state, expected));
}

/* The text of the one file that a pack of one entry makes of the layout model. */
static slice render_one(struct arena *arena, const char *manifest, const char *template)
{
    struct text_files files = {{{"p/pack.json", manifest}, {"p/a.mustache", template}}, 2};
    struct fs fs = text_fs(&files);
    struct fixture *fixture = arena_alloc(arena, sizeof *fixture);
    fixture_init(fixture, arena);
    fixture_layout(fixture);
    const struct pack *pack = pack_load(arena, &fs, SLICE("p"), &fixture->diagnostics);
    struct file_set set;
    if (pack == NULL || !render_files(arena, &fixture->set, fixture->selections, 1, pack,
                                      &fixture->options, &fixture->diagnostics, &set))
        return SLICE("nothing");
    assert_int_equal(set.count, 1);
    return set.items[0].text;
}

/* A template of lists: what each type is called, derived from and has of its own. */
#define OF_TYPES                                                     \
    "types}}{{type.name}}{{#type.base}}<{{base.name}}{{/type.base}}" \
    "{{#type.properties}} {{property.name}}{{/type.properties}}\n"
#define OF_ENUMERATIONS                  \
    "enumerations}}{{enumeration.name}}" \
    "{{#enumeration.members}} {{member.name}}{{/enumeration.members}}\n"

static void whole_lists_have_bases_first(void **state)
{
    static const char expected[] =
        "commsNotification changeType resourceUrl\n"
        "commsNotifications value\n"
        "commsOperation clientContext id resultInfo status\n"
        "entity id archived\n"
        "resultInfo code message subcode\n"
        "recordOperation<commsOperation completionReason createdDateTime lastActionDateTime "
        "recordResourceLocation\n";
    slice once = render_one(
        *state,
        HEAD "\"files\": [\n{\"kind\": \"once\", \"whole\": true, \"template\": \"a.mustache\", "
             "\"path\": \"a\"}]}",
        "{{#project.apis}}{{#api." OF_TYPES "{{/api.types}}{{/project.apis}}");
    assert_true(slice_find(once, SLICE("\nderivedSample<sample ")) >
                slice_find(once, SLICE("\nsample<entity ")));
    assert_true(slice_find(once, SLICE("\nsample<entity ")) != SLICE_NONE);
    assert_true(slice_starts_with(once, slice_from(expected)));
    slice within =
        render_one(*state,
                   HEAD "\"files\": [\n{\"kind\": \"namespace\", \"whole\": true, \"template\": "
                        "\"a.mustache\", \"path\": \"a\"}]}",
                   "{{#namespace." OF_TYPES "{{/namespace.types}}");
    assert_true(slice_equal(within, once));
    slice values = render_one(
        *state,
        HEAD "\"files\": [\n{\"kind\": \"api\", \"whole\": true, \"template\": \"a.mustache\", "
             "\"path\": \"a\"}]}",
        "{{#api." OF_ENUMERATIONS "{{/api.enumerations}}");
    assert_string_equal(values.ptr, "sampleColor red darkBlue unknownFutureValue\n"
                                    "sampleRights read write own\n");
}

static void lists_are_brief_without_being_asked(void **state)
{
    static const char manifest[] =
        HEAD "\"files\": [\n{\"kind\": \"api\", \"template\": \"a.mustache\", \"path\": \"a\"}]}";
    assert_string_equal(render_one(*state, manifest, "{{#api." OF_TYPES "{{/api.types}}").ptr,
                        "nothing");
}

static void threads_change_nothing(void **state)
{
    struct fixture fixture;
    fixture_init(&fixture, *state);
    fixture_layout(&fixture);
    struct file_set one;
    struct file_set many;
    render_pages(&fixture, 1, &one);
    render_pages(&fixture, POOL_JOBS_MAX, &many);
    assert_int_equal(one.count, many.count);
    for (size_t i = 0; i < one.count; i++) {
        assert_true(slice_equal(one.items[i].path, many.items[i].path));
        assert_true(slice_equal(one.items[i].text, many.items[i].text));
        assert_true(i == 0 || slice_compare(one.items[i - 1].path, one.items[i].path) < 0);
    }
}

/* ---- limits ---- */

/* Renders the C pack for a chain of DEPTH types, each derived from the one before it. */
static bool render_chain(struct arena *arena, size_t depth, struct diagnostics **diagnostics)
{
    struct fixture *fixture = arena_alloc(arena, sizeof *fixture);
    fixture_init(fixture, arena);
    struct model *model = fixture_model(fixture, "v1.0");
    const struct model_type *base = NULL;
    for (size_t i = 0; i < depth; i++)
        base = fixture_type(fixture, model, arena_format(arena, "microsoft.graph.t%zu", i).ptr,
                            KIND_COMPLEX, base);
    fixture_finish(fixture);
    const struct pack *pack = pack_load(
        arena, fs_native(), SLICE(DOCMODEL_SOURCE_DIR "/templates/c"), &fixture->diagnostics);
    struct file_set set;
    *diagnostics = &fixture->diagnostics;
    return render_files(arena, &fixture->set, fixture->selections, 1, pack, &fixture->options,
                        &fixture->diagnostics, &set);
}

/* Structures nest as deep as the types are derived. */
static void derivation_may_be_deep_but_not_endless(void **state)
{
    struct diagnostics *diagnostics;
    assert_true(render_chain(*state, 40, &diagnostics));
    assert_false(render_chain(*state, 200, &diagnostics));
    assert_int_equal(diagnostics->items[0]->code, DIAG_TEMPLATE_MALFORMED);
}

/* Renders the C pack for a type whose table takes that many bytes: 14 a property, 16 more for one
 * that leads to an object, the rest names. */
static bool render_table(struct arena *arena, size_t size, struct diagnostics **diagnostics)
{
    enum { PROPERTIES = 40 };
    static const char own[] = "microsoft.graph.large";
    struct fixture *fixture = arena_alloc(arena, sizeof *fixture);
    fixture_init(fixture, arena);
    struct model *model = fixture_model(fixture, "v1.0");
    struct model_type *type = fixture_type(fixture, model, own, KIND_COMPLEX, NULL);
    size_t left = size - sizeof own - 8 - PROPERTIES * 15;
    for (size_t i = 0; i < PROPERTIES; i++) {
        size_t length = left / (PROPERTIES - i);
        char *name = arena_alloc_array(arena, length + 1, 1);
        memset(name, 'a' + (char)(i % 26), length);
        name[0] = (char)('a' + (char)(i / 26));
        fixture_property(fixture, type, name,
                         i == 7 ? fixture_object(type) : fixture_primitive(EDM_STRING), NULL, i);
        left -= length;
    }
    fixture_finish(fixture);
    const struct pack *pack = pack_load(
        arena, fs_native(), SLICE(DOCMODEL_SOURCE_DIR "/templates/c"), &fixture->diagnostics);
    struct file_set set;
    *diagnostics = &fixture->diagnostics;
    return render_files(arena, &fixture->set, fixture->selections, 1, pack, &fixture->options,
                        &fixture->diagnostics, &set);
}

/* A structure with pointers takes a multiple of eight bytes: 65,528 is the last below 65,536. */
static void tables_have_a_limit(void **state)
{
    struct diagnostics *diagnostics;
    assert_true(render_table(*state, 65528, &diagnostics));
    assert_int_equal(diagnostics->count, 0);
    assert_false(render_table(*state, 65529, &diagnostics));
    assert_int_equal(diagnostics->count, 1);
    const struct diagnostic *d = diagnostics->items[0];
    assert_int_equal(d->code, DIAG_TYPE_TOO_LARGE);
    assert_string_equal(d->text.ptr, "microsoft.graph.large is too large for the pack: its "
                                     "`type.c.table_size` is 65536, and at most 65535 is possible");
    struct buffer one;
    buffer_init(&one);
    diagnostic_print(d, NULL, &one);
    assert_true(
        slice_starts_with(buffer_slice(&one), SLICE("en-US/api-reference/v1.0/resources/")));
    buffer_finish(&one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(manifests_with_mistakes_are_located),    TEST(sound_manifests_give_no_complaint),
        TEST(mistakes_in_templates_are_located),      TEST(names_of_files_are_bounded),
        TEST(a_pack_of_pages_makes_what_is_expected), TEST(threads_change_nothing),
        TEST(whole_lists_have_bases_first),           TEST(lists_are_brief_without_being_asked),
        TEST(derivation_may_be_deep_but_not_endless), TEST(tables_have_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
