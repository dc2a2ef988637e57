#include "extract/language_folders.h"
#include "extract/language_suffixes.h"
#include "extract/locale.h"
#include "extract/page.h"
#include "support/map.h"
#include "support/sort.h"

/* Folders are not followed deeper. */
#define FOLDER_DEPTH_MAX 32

/* A folder that is being listed. */
struct folder {
    slice path;  /* to open it */
    slice real;  /* without links: what tells that it was listed already */
    slice below; /* relative to the folder that was named; empty for itself */
    unsigned depth;
    bool pages;        /* files in it are pages */
    slice locale;      /* of the pages in it; empty when the path names none */
    slice version;     /* likewise */
    size_t shown_from; /* with a locale: where the path begins that people see */
};

struct folders {
    struct folder *items;
    size_t count;
};

struct listing {
    struct arena *arena;
    const struct fs *fs;
    const struct vocab *vocab;
    struct diagnostics *diagnostics;
    struct folders waiting;
    struct folders links; /* wait until all others are listed, whose names say more */
    size_t links_taken;
    struct map listed; /* by the path without links */
    struct page_files *files;
};

static bool next_component(slice *path, slice *component)
{
    while (path->len > 0 && path->ptr[0] == '/')
        *path = slice_skip(*path, 1);
    if (path->len == 0)
        return false;
    slice_cut(*path, '/', component, path);
    return true;
}

static bool has_component(slice path, slice wanted)
{
    slice component;
    while (next_component(&path, &component))
        if (slice_equal_ignore_case(component, wanted))
            return true;
    return false;
}

/* What stands behind the last component "api-reference" of PATH; ptr NULL without one. */
static slice behind_reference(slice path)
{
    slice found = {0};
    slice component;
    while (next_component(&path, &component))
        if (slice_equal_ignore_case(component, SLICE("api-reference")))
            found = path.len > 0 ? path : SLICE("");
    return found;
}

/* Whether files in the folder FULL, which is BELOW the named one, are pages. */
static bool holds_pages(slice full, slice below)
{
    slice rest = behind_reference(full);
    slice version;
    slice kind;
    if (rest.ptr != NULL)
        return next_component(&rest, &version) && next_component(&rest, &kind) &&
               slice_equal_ignore_case(kind, SLICE("resources"));
    return !has_component(below, SLICE("includes")) && !has_component(below, SLICE("api"));
}

static slice find_version(const struct vocab *vocab, slice full)
{
    slice rest = behind_reference(full);
    slice component;
    slice found = {0};
    if (rest.ptr != NULL)
        return next_component(&rest, &component) ? component : (slice){0};
    while (next_component(&full, &component))
        if (vocab_is_shaped(vocab, SHAPE_OF_VERSION, component))
            found = component;
    return found;
}

/* A language alone ("fr/api-reference") is a locale directly above the folder of a reference. Where
 * the documentation lies, names that are shaped like locales may have nothing to do with it
 * ("my-ui/docs"): outside of the named folder only languages that are known are locales. */
static bool is_locale(const struct vocab *vocab, slice component, slice rest, bool outside)
{
    slice next;
    bool reference =
        next_component(&rest, &next) && slice_equal_ignore_case(next, SLICE("api-reference"));
    bool known = vocab_knows_locale(vocab, component);
    return vocab_is_shaped(vocab, SHAPE_OF_LOCALE, component)
               ? !outside || reference || known
               : reference && component.len <= 3 && known;
}

/* The last component of PATH that names a locale; *from is PATH from there on. BELOW: the part of
 * PATH below the folder that was named. */
static slice find_locale(const struct vocab *vocab, slice path, slice below, slice *from)
{
    slice found = {0};
    slice component;
    slice rest = path;
    while (next_component(&rest, &component)) {
        while (rest.len > below.len && rest.ptr[0] == '/')
            rest = slice_skip(rest, 1);
        bool outside = rest.len > below.len;
        if (is_locale(vocab, component, rest, outside)) {
            found = component;
            *from = slice_skip(path, (size_t)(component.ptr - path.ptr));
        }
    }
    return found;
}

/* What the path of a folder says about the pages in it. */
static void describe_folder(const struct listing *listing, struct folder *folder)
{
    slice from = {0};
    slice locale = find_locale(listing->vocab, folder->path, folder->below, &from);
    folder->version = find_version(listing->vocab, folder->path);
    folder->pages = holds_pages(folder->path, folder->below);
    if (locale.len == 0)
        return;
    folder->locale = locale_normalise(listing->arena, locale);
    folder->shown_from = (size_t)(from.ptr - folder->path.ptr);
}

/* The part of PATH, that of a page in FOLDER, which diagnostics show. */
static slice shown_path(const struct folder *folder, slice path, slice name)
{
    if (folder->locale.len > 0)
        return slice_skip(path, folder->shown_from);
    size_t below = folder->below.len > 0 ? folder->below.len + 1 : 0;
    return slice_skip(path, path.len - below - name.len);
}

/* To read a pipe or a device could take for ever. A folder called x.md is a file here: reading it
 * says what is wrong. */
static void add_file(struct listing *listing, const struct folder *folder,
                     const struct fs_entry *entry)
{
    struct arena *arena = listing->arena;
    slice name = entry->name;
    slice path = fs_join(arena, folder->path, name);
    if (entry->kind == FS_OTHER) {
        diagnostics_report_path(listing->diagnostics, DIAG_FILE_UNREADABLE,
                                shown_path(folder, path, name),
                                "the page is neither a file nor a folder");
        return;
    }
    struct page_file file = {.path = path,
                             .shown = shown_path(folder, path, name),
                             .locale = folder->locale,
                             .version = folder->version};
    struct page_files *files = listing->files;
    files->items = arena_extend(arena, files->items, files->count, sizeof *files->items);
    files->items[files->count++] = file;
}

static void push_folder(struct arena *arena, struct folders *folders, const struct folder *folder)
{
    folders->items = arena_extend(arena, folders->items, folders->count, sizeof *folders->items);
    folders->items[folders->count++] = *folder;
}

static void add_folder(struct listing *listing, const struct folder *parent, slice name)
{
    struct folder folder = {.path = fs_join(listing->arena, parent->path, name),
                            .below = fs_join(listing->arena, parent->below, name),
                            .depth = parent->depth + 1};
    if (folder.depth > FOLDER_DEPTH_MAX) {
        diagnostics_report_path(listing->diagnostics, DIAG_FILE_UNREADABLE, folder.path,
                                "folders are nested deeper than %d and not followed",
                                FOLDER_DEPTH_MAX);
        return;
    }
    folder.real = fs_resolve(listing->fs, listing->arena, folder.path);
    bool link = !slice_equal(folder.real, fs_join(listing->arena, parent->real, name));
    push_folder(listing->arena, link ? &listing->links : &listing->waiting, &folder);
}

/* Takes a folder that was not listed yet, by this name or another. */
static bool take_folder(struct listing *listing, struct folder *folder)
{
    for (;;) {
        if (listing->waiting.count > 0)
            *folder = listing->waiting.items[--listing->waiting.count];
        else if (listing->links_taken < listing->links.count)
            *folder = listing->links.items[listing->links_taken++];
        else
            return false;
        if (map_get(&listing->listed, folder->real) != NULL)
            continue;
        map_put(&listing->listed, folder->real, listing);
        return true;
    }
}

static void add_entry(struct listing *listing, const struct folder *folder,
                      const struct fs_entry *entry)
{
    bool page = slice_ends_with_ignore_case(entry->name, SLICE(".md"));
    if (slice_starts_with(entry->name, SLICE(".")))
        return;
    if (page && folder->pages)
        add_file(listing, folder, entry);
    else if (!page && entry->kind == FS_DIRECTORY)
        add_folder(listing, folder, entry->name);
}

static int compare_files(const void *a, const void *b)
{
    const struct page_file *first = a;
    const struct page_file *second = b;
    int order = slice_compare(first->shown, second->shown);
    return order != 0 ? order : slice_compare(first->path, second->path);
}

void page_files_list(struct arena *arena, const struct fs *fs, const struct vocab *vocab,
                     slice folder, struct diagnostics *diagnostics, struct page_files *files)
{
    struct listing listing = {
        .arena = arena, .fs = fs, .vocab = vocab, .diagnostics = diagnostics, .files = files};
    size_t listed = files->count;
    struct folder next = {.path = arena_copy(arena, folder)};
    next.real = fs_resolve(fs, arena, folder);
    map_init(&listing.listed, arena);
    push_folder(arena, &listing.waiting, &next);
    while (take_folder(&listing, &next)) {
        struct fs_entry *entries = NULL;
        size_t count = 0;
        int error = fs_list_sorted(fs, arena, next.path.ptr, &entries, &count);
        if (error != 0) {
            slice shown = next.below.len > 0 ? next.below : next.path;
            diagnostics_report_path(diagnostics, DIAG_FILE_UNREADABLE, shown,
                                    "the folder cannot be read: %s", fs_error_text(error));
            continue;
        }
        describe_folder(&listing, &next);
        for (size_t i = 0; i < count; i++)
            add_entry(&listing, &next, &entries[i]);
    }
    if (files->count == listed)
        return;
    struct page_files added = {files->items + listed, files->count - listed};
    language_folders_settle(arena, vocab, &added);
    language_suffixes_settle(arena, vocab, &added);
    sort_items(added.items, added.count, sizeof *added.items, compare_files);
}
