#include "render/pack.h"

#include <stdint.h>

static const char *const kind_words[PACK_KIND_COUNT] = {"once",        "api",   "namespace", "type",
                                                        "enumeration", "shard", "copy"};

const char *pack_kind_word(enum pack_kind kind)
{
    return kind_words[kind];
}

bool pack_path_is_inside(slice path)
{
    if (path.len == 0)
        return false;
    while (path.len > 0) {
        slice part;
        bool more = slice_cut(path, '/', &part, &path);
        if (part.len == 0 || slice_equal(part, SLICE(".")) || slice_equal(part, SLICE("..")))
            return false;
        for (size_t i = 0; i < part.len; i++) {
            if ((unsigned char)part.ptr[i] < 0x20 || part.ptr[i] == '\\' || part.ptr[i] == ':')
                return false;
        }
        if (more && path.len == 0)
            return false;
    }
    return true;
}

/* ---- reading files ---- */

struct loader {
    struct arena *arena;
    const struct fs *fs;
    struct diagnostics *diagnostics;
    struct pack *pack;
    struct span asking; /* where the manifest names what is being read; no source: it does not */
    bool failed;
};

static void fail(struct loader *loader, struct span span, const char *text, slice word)
{
    loader->failed = true;
    if (word.len > 0)
        diagnostics_report(loader->diagnostics, DIAG_PACK_MALFORMED, span, "%s: \"%.*s\"", text,
                           SLICE_ARGS(word));
    else
        diagnostics_report(loader->diagnostics, DIAG_PACK_MALFORMED, span, "%s", text);
}

static void fail_path(struct loader *loader, slice path, int number)
{
    loader->failed = true;
    struct diagnostic *diagnostic = diagnostics_report_path(
        loader->diagnostics, DIAG_FILE_UNREADABLE, path, "%s", fs_error_text(number));
    if (loader->asking.source != NULL)
        diagnostics_note(loader->diagnostics, diagnostic, loader->asking, "it is named here");
}

/* The text of a file of the pack, or a NULL slice with a diagnostic. */
static bool read_text(struct loader *loader, slice path, slice *text)
{
    struct buffer bytes;
    buffer_init(&bytes);
    int number = loader->fs->read(loader->fs->context, path.ptr, SOURCE_SIZE_MAX, &bytes);
    if (number != 0)
        fail_path(loader, path, number);
    else
        *text = arena_copy(loader->arena, buffer_slice(&bytes));
    buffer_finish(&bytes);
    return number == 0;
}

static const struct source *read_source(struct loader *loader, slice path)
{
    slice text;
    if (!read_text(loader, path, &text))
        return NULL;
    struct source *source = arena_alloc(loader->arena, sizeof *source);
    source_init(source, loader->arena, path, text);
    return source;
}

static const struct mustache_template *read_template(struct loader *loader, slice path)
{
    const struct source *source = read_source(loader, path);
    if (source == NULL)
        return NULL;
    const struct mustache_template *template =
        mustache_parse(loader->arena, source, loader->diagnostics);
    if (template == NULL)
        loader->failed = true;
    return template;
}

/* ---- members of the manifest ---- */

/* The string member KEY of an entry; reports one that is missing or no text. */
static const struct json_value *require_text(struct loader *loader, const struct json_value *entry,
                                             slice key)
{
    const struct json_value *value = json_get(entry, key);
    if (value == NULL)
        fail(loader, entry->span, "a member is missing", key);
    else if (value->kind != JSON_STRING || value->text.len == 0)
        fail(loader, value->span, "the value must be a text that is not empty", (slice){0});
    else
        return value;
    return NULL;
}

/* Reports members that are not among COUNT known ones. */
static void check_keys(struct loader *loader, const struct json_value *entry, const slice *known,
                       size_t count)
{
    for (const struct json_value *m = entry->first; m != NULL; m = m->next) {
        bool found = false;
        for (size_t i = 0; i < count; i++)
            found = found || slice_equal(m->key, known[i]);
        if (!found)
            fail(loader, m->key_span, "a manifest has no such member here", m->key);
    }
}

/* The path of a file of the pack that member KEY names, or an empty slice. */
static slice require_file(struct loader *loader, const struct json_value *entry, slice key)
{
    const struct json_value *value = require_text(loader, entry, key);
    if (value == NULL)
        return (slice){0};
    if (!pack_path_is_inside(value->text)) {
        fail(loader, value->span, "the path must lead to a place inside of the pack", value->text);
        return (slice){0};
    }
    loader->asking = value->span;
    return fs_join(loader->arena, loader->pack->folder, value->text);
}

/* A path of the output, itself a template. Its mistakes are reported at its place in the
 * manifest. */
static const struct mustache_template *read_path_template(struct loader *loader,
                                                          const struct json_value *value)
{
    struct source *source = arena_alloc(loader->arena, sizeof *source);
    source_init(source, loader->arena, value->span.source->path, value->text);
    struct diagnostics found;
    diagnostics_init(&found, loader->arena);
    const struct mustache_template *path = mustache_parse(loader->arena, source, &found);
    if (path == NULL)
        fail(loader, value->span, "the path is no well-formed template",
             found.count > 0 ? found.items[0]->text : (slice){0});
    return path;
}

static void read_path(struct loader *loader, const struct json_value *entry, struct pack_rule *rule)
{
    const struct json_value *value = require_text(loader, entry, SLICE("path"));
    if (value == NULL)
        return;
    rule->path_span = value->span;
    rule->path = read_path_template(loader, value);
}

static void read_digest(struct loader *loader, const struct json_value *entry,
                        struct pack_rule *rule)
{
    const struct json_value *value = NULL;
    if (json_get(entry, SLICE("digest")) != NULL)
        value = require_text(loader, entry, SLICE("digest"));
    if (value != NULL)
        rule->digest = read_path_template(loader, value);
}

static bool kind_has_lists(enum pack_kind kind)
{
    return kind == PACK_ONCE || kind == PACK_API || kind == PACK_NAMESPACE;
}

static void read_whole(struct loader *loader, const struct json_value *entry,
                       struct pack_rule *rule)
{
    const struct json_value *value = json_get(entry, SLICE("whole"));
    if (value == NULL)
        return;
    if (value->kind != JSON_BOOLEAN)
        fail(loader, value->span, "\"whole\" is true or false, not this", value->text);
    else if (!kind_has_lists(rule->kind))
        fail(loader, value->span,
             "\"whole\" is for the kinds that have lists, once, api and namespace, not for this",
             slice_from(kind_words[rule->kind]));
    rule->whole = value->kind == JSON_BOOLEAN && value->boolean;
}

static void read_at_most(struct loader *loader, const struct json_value *entry,
                         struct pack_rule *rule)
{
    rule->at_most = json_get(entry, SLICE("at_most"));
    if (rule->at_most == NULL)
        return;
    if (rule->kind != PACK_TYPE || rule->at_most->kind != JSON_OBJECT)
        fail(loader, rule->at_most->span,
             "\"at_most\" has keys and numbers, in an entry of the kind type", (slice){0});
    for (const struct json_value *m = rule->at_most->first; m != NULL; m = m->next)
        if (m->kind != JSON_NUMBER)
            fail(loader, m->span, "the most that there may be of this is a number", m->key);
}

/* ---- copies ---- */

static void add_copy(struct loader *loader, struct pack_rule *rule, slice file, slice path)
{
    struct pack_copy copy = {.path = path};
    if (!read_text(loader, file, &copy.text))
        return;
    rule->copies =
        arena_extend(loader->arena, rule->copies, rule->copy_count, sizeof *rule->copies);
    rule->copies[rule->copy_count++] = copy;
}

static void add_folder(struct loader *loader, struct pack_rule *rule, slice folder, slice path,
                       unsigned depth)
{
    struct fs_entry *entries;
    size_t count;
    int number = fs_list_sorted(loader->fs, loader->arena, folder.ptr, &entries, &count);
    if (number != 0) {
        fail_path(loader, folder, number);
        return;
    }
    if (depth == PACK_FOLDER_DEPTH_MAX) {
        fail(loader, rule->path_span, "the folder to copy is nested too deep", folder);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        slice file = fs_join(loader->arena, folder, entries[i].name);
        slice below = fs_join(loader->arena, path, entries[i].name);
        if (entries[i].kind == FS_DIRECTORY)
            add_folder(loader, rule, file, below, depth + 1);
        else if (entries[i].kind == FS_FILE)
            add_copy(loader, rule, file, below);
    }
}

static void read_copy(struct loader *loader, const struct json_value *entry, struct pack_rule *rule)
{
    static const slice keys[] = {{"kind", 4}, {"from", 4}, {"path", 4}};
    check_keys(loader, entry, keys, sizeof keys / sizeof keys[0]);
    slice from = require_file(loader, entry, SLICE("from"));
    read_path(loader, entry, rule);
    if (from.len == 0)
        return;
    enum fs_kind kind = loader->fs->kind(loader->fs->context, from.ptr);
    if (kind == FS_DIRECTORY)
        add_folder(loader, rule, from, (slice){0}, 0);
    else
        add_copy(loader, rule, from, (slice){0});
}

/* ---- rules ---- */

static void read_rendered(struct loader *loader, const struct json_value *entry,
                          struct pack_rule *rule)
{
    static const slice keys[] = {{"kind", 4},   {"template", 8}, {"path", 4},
                                 {"digest", 6}, {"whole", 5},    {"at_most", 7}};
    check_keys(loader, entry, keys, sizeof keys / sizeof keys[0]);
    slice file = require_file(loader, entry, SLICE("template"));
    read_path(loader, entry, rule);
    read_digest(loader, entry, rule);
    read_whole(loader, entry, rule);
    read_at_most(loader, entry, rule);
    if (file.len > 0)
        rule->template = read_template(loader, file);
}

static enum pack_kind find_kind(slice word)
{
    enum pack_kind kind = PACK_ONCE;
    while (kind < PACK_KIND_COUNT && !slice_equal(word, slice_from(kind_words[kind])))
        kind++;
    return kind;
}

static void read_rule(struct loader *loader, const struct json_value *entry)
{
    struct pack *pack = loader->pack;
    if (entry->kind != JSON_OBJECT) {
        fail(loader, entry->span, "an entry of \"files\" must be an object", (slice){0});
        return;
    }
    const struct json_value *kind = require_text(loader, entry, SLICE("kind"));
    if (kind == NULL)
        return;
    struct pack_rule rule = {.kind = find_kind(kind->text)};
    if (rule.kind == PACK_COPY)
        read_copy(loader, entry, &rule);
    else if (rule.kind != PACK_KIND_COUNT)
        read_rendered(loader, entry, &rule);
    else
        fail(loader, kind->span,
             "a kind is once, api, namespace, type, enumeration, shard or copy, not this",
             kind->text);
    pack->rules = arena_extend(loader->arena, pack->rules, pack->rule_count, sizeof *pack->rules);
    pack->rules[pack->rule_count++] = rule;
}

/* ---- partials ---- */

static void read_partials(struct loader *loader, slice folder)
{
    struct fs_entry *entries;
    size_t count;
    int number = fs_list_sorted(loader->fs, loader->arena, folder.ptr, &entries, &count);
    if (number != 0) {
        fail_path(loader, folder, number);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        slice name = entries[i].name;
        if (entries[i].kind != FS_FILE || !slice_ends_with(name, SLICE(".mustache")))
            continue;
        const struct mustache_template *template =
            read_template(loader, fs_join(loader->arena, folder, name));
        name.len -= sizeof ".mustache" - 1;
        if (template != NULL)
            map_put(&loader->pack->partials, name, (void *)(uintptr_t) template);
    }
}

/* ---- the manifest ---- */

static void read_escape(struct loader *loader, const struct json_value *manifest)
{
    const struct json_value *escape = require_text(loader, manifest, SLICE("escape"));
    if (escape == NULL)
        return;
    if (slice_equal(escape->text, SLICE("html")))
        loader->pack->escape = MUSTACHE_ESCAPE_HTML;
    else if (slice_equal(escape->text, SLICE("json")))
        loader->pack->escape = MUSTACHE_ESCAPE_JSON;
    else if (!slice_equal(escape->text, SLICE("none")))
        fail(loader, escape->span, "\"escape\" is \"none\", \"html\" or \"json\", not this",
             escape->text);
}

static void read_manifest(struct loader *loader, const struct json_value *manifest)
{
    static const slice keys[] = {
        {"name", 4}, {"description", 11}, {"escape", 6}, {"partials", 8}, {"files", 5}};
    check_keys(loader, manifest, keys, sizeof keys / sizeof keys[0]);
    const struct json_value *name = require_text(loader, manifest, SLICE("name"));
    if (name != NULL)
        loader->pack->name = name->text;
    read_escape(loader, manifest);
    if (json_get(manifest, SLICE("partials")) != NULL) {
        slice folder = require_file(loader, manifest, SLICE("partials"));
        if (folder.len > 0)
            read_partials(loader, folder);
    }
    const struct json_value *files = json_get(manifest, SLICE("files"));
    if (files == NULL || files->kind != JSON_ARRAY) {
        fail(loader, files != NULL ? files->span : manifest->span,
             "\"files\" must be an array of entries", (slice){0});
        return;
    }
    for (const struct json_value *entry = files->first; entry != NULL; entry = entry->next)
        read_rule(loader, entry);
}

const struct pack *pack_load(struct arena *arena, const struct fs *fs, slice folder,
                             struct diagnostics *diagnostics)
{
    struct pack *pack = arena_alloc(arena, sizeof *pack);
    pack->folder = folder;
    map_init(&pack->partials, arena);
    struct loader loader = {.arena = arena, .fs = fs, .diagnostics = diagnostics, .pack = pack};
    const struct source *source =
        read_source(&loader, fs_join(arena, folder, SLICE(PACK_MANIFEST)));
    if (source == NULL)
        return NULL;
    struct json_problem problem = {0};
    struct span whole = span_of_file(source);
    const struct json_value *manifest = json_read_strict(arena, arena, whole, &problem);
    if (manifest == NULL)
        fail(&loader, problem.span, json_problem_text(problem.kind), (slice){0});
    else if (manifest->kind != JSON_OBJECT)
        fail(&loader, manifest->span, "a manifest is a JSON object", (slice){0});
    else
        read_manifest(&loader, manifest);
    return loader.failed ? NULL : pack;
}
