#include "extract/language_folders.h"

#include "extract/locale.h"
#include "support/map.h"

/* A folder that may be a locale's. */
struct language_folder {
    size_t pages;
    size_t paired;     /* of them: have a page in their place in a folder beside it, or around it */
    size_t translated; /* of them: have one in a folder that is a language's */
};

/* A place of a page, whichever language it is in. */
struct place {
    size_t known; /* pages there in locales, and in languages of the vocabulary */
    bool english; /* one of them is English */
    bool settled; /* one of them stands in a folder that is a language's */
};

struct languages {
    struct arena *arena;
    const struct vocab *vocab;
    struct map folders; /* by their path */
    struct map places;  /* by the path with "*" for the language */
    struct map plain;   /* paths of the pages whose locale is not known yet */
    struct map settled; /* how many places are, by the path of the folder around the languages */
};

/* The component of PATH behind offset AT; ptr NULL without one. The last is the page itself. */
static slice component_at(slice path, size_t at)
{
    slice component, rest;
    return slice_cut(slice_skip(path, at), '/', &component, &rest) ? component : (slice){0};
}

static size_t offset_in(slice path, slice part)
{
    return (size_t)(part.ptr - path.ptr);
}

static bool is_known(const struct languages *l, slice name)
{
    return (name.len == 2 || name.len == 3) && vocab_knows_locale(l->vocab, name);
}

static bool is_language(const struct languages *l, slice name)
{
    return is_known(l, name) || vocab_is_shaped(l->vocab, SHAPE_OF_LANGUAGE, name);
}

/* The place of a page that has NAME, a language or locale, in its path. */
static struct place *claim_place(struct languages *l, slice path, slice name)
{
    size_t begin = offset_in(path, name);
    slice rest = slice_skip(path, begin + name.len);
    slice key = arena_format(l->arena, "%.*s*%.*s", (int)begin, path.ptr, SLICE_ARGS(rest));
    struct place *place = map_get(&l->places, key);
    if (place == NULL) {
        place = arena_alloc(l->arena, sizeof *place);
        map_put(&l->places, key, place);
    }
    return place;
}

static struct language_folder *claim_folder(struct languages *l, slice path)
{
    struct language_folder *folder = map_get(&l->folders, path);
    if (folder == NULL) {
        folder = arena_alloc(l->arena, sizeof *folder);
        map_put(&l->folders, path, folder);
    }
    return folder;
}

static void note_place(struct languages *l, slice path, slice name)
{
    struct place *place = claim_place(l, path, name);
    place->known++;
    place->english |= slice_equal_ignore_case(slice_take(name, 2), SLICE("en"));
}

/* Whether the folder NAME holds a translation of a page outside of it: "fr/x.md" beside "x.md". */
static bool translates_page(struct languages *l, slice path, slice name)
{
    size_t begin = offset_in(path, name);
    slice rest = slice_skip(path, begin + name.len + 1);
    slice outside = arena_format(l->arena, "%.*s%.*s", (int)begin, path.ptr, SLICE_ARGS(rest));
    return map_get(&l->plain, outside) != NULL;
}

static void note_file(struct languages *l, const struct page_file *file)
{
    slice name;
    if (file->locale.len == 0)
        map_put(&l->plain, file->path, l);
    size_t at = file->locale.len > 0 ? file->path.len - file->shown.len : 0;
    for (; (name = component_at(file->path, at)).ptr != NULL; at += name.len + 1) {
        if (file->locale.len > 0 || is_known(l, name))
            note_place(l, file->path, name);
        if (file->locale.len > 0)
            return;
    }
}

/* Counts the page for each folder above it that may be a language's. */
static void count_file(struct languages *l, const struct page_file *file)
{
    slice name;
    if (file->locale.len > 0)
        return;
    for (size_t at = 0; (name = component_at(file->path, at)).ptr != NULL; at += name.len + 1) {
        if (!is_language(l, name))
            continue;
        struct language_folder *folder = claim_folder(l, slice_take(file->path, at + name.len));
        const struct place *place = claim_place(l, file->path, name);
        folder->pages++;
        folder->paired += (is_known(l, name) ? place->known > 1 : place->english) ||
                          translates_page(l, file->path, name);
    }
}

static bool is_settled(const struct language_folder *folder)
{
    return folder->paired * 2 >= folder->pages;
}

static size_t *claim_count(struct languages *l, slice parent)
{
    size_t *count = map_get(&l->settled, parent);
    if (count == NULL) {
        count = arena_alloc(l->arena, sizeof *count);
        map_put(&l->settled, parent, count);
    }
    return count;
}

/* Calls VISIT for each folder above the page that may be a language's. */
static void visit_folders(struct languages *l, const struct page_file *file,
                          void (*visit)(struct languages *l, struct language_folder *folder,
                                        struct place *place, slice parent))
{
    slice name;
    if (file->locale.len > 0)
        return;
    for (size_t at = 0; (name = component_at(file->path, at)).ptr != NULL; at += name.len + 1) {
        struct language_folder *folder =
            map_get(&l->folders, slice_take(file->path, at + name.len));
        if (folder != NULL)
            visit(l, folder, claim_place(l, file->path, name), slice_take(file->path, at));
    }
}

static void note_settled(struct languages *l, struct language_folder *folder, struct place *place,
                         slice parent)
{
    if (!is_settled(folder) || place->settled)
        return;
    place->settled = true;
    ++*claim_count(l, parent);
}

static void count_translated(struct languages *l, struct language_folder *folder,
                             struct place *place, slice parent)
{
    (void)l;
    (void)parent;
    folder->translated += place->settled;
}

/* A folder with the originals of most pages of such folders is one, however few they are. */
static void settle_original(struct languages *l, struct language_folder *folder,
                            struct place *place, slice parent)
{
    (void)place;
    if (folder->translated > 0 && folder->translated * 2 >= *claim_count(l, parent))
        folder->paired = folder->pages;
}

/* The innermost folder that is a language's says of what locale a page is. */
static void settle_file(struct languages *l, struct page_file *file)
{
    slice name;
    if (file->locale.len > 0)
        return;
    for (size_t at = 0; (name = component_at(file->path, at)).ptr != NULL; at += name.len + 1) {
        const struct language_folder *folder =
            map_get(&l->folders, slice_take(file->path, at + name.len));
        if (folder == NULL || !is_settled(folder))
            continue;
        file->locale = locale_normalise(l->arena, name);
        file->shown = slice_skip(file->path, at);
    }
}

void language_folders_settle(struct arena *arena, const struct vocab *vocab,
                             struct page_files *files)
{
    struct languages l = {.arena = arena, .vocab = vocab};
    size_t without = 0;
    for (size_t i = 0; i < files->count; i++)
        without += files->items[i].locale.len == 0;
    if (without == 0)
        return;
    map_init(&l.folders, arena);
    map_init(&l.places, arena);
    map_init(&l.plain, arena);
    map_init(&l.settled, arena);
    for (size_t i = 0; i < files->count; i++)
        note_file(&l, &files->items[i]);
    for (size_t i = 0; i < files->count; i++)
        count_file(&l, &files->items[i]);
    for (size_t i = 0; i < files->count; i++)
        visit_folders(&l, &files->items[i], note_settled);
    for (size_t i = 0; i < files->count; i++)
        visit_folders(&l, &files->items[i], count_translated);
    for (size_t i = 0; i < files->count; i++)
        visit_folders(&l, &files->items[i], settle_original);
    for (size_t i = 0; i < files->count; i++)
        settle_file(&l, &files->items[i]);
}
