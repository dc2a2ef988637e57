#include "extract/language_suffixes.h"

#include "extract/locale.h"
#include "support/map.h"

#define PAGE_SUFFIX ((size_t)3) /* ".md" */

struct suffixes {
    struct arena *arena;
    const struct vocab *vocab;
    struct map places; /* size_t: pages that are one but for their language, by "folder/x" */
    struct map uses;   /* struct use, by suffix */
};

/* Of one suffix, in all folders. */
struct use {
    size_t pages;
    size_t paired; /* of them: have their page in another language beside them */
};

static void *claim(struct suffixes *s, struct map *map, slice key, size_t size)
{
    void *value = map_get(map, key);
    if (value == NULL) {
        value = arena_alloc(s->arena, size);
        map_put(map, key, value);
    }
    return value;
}

/* The language in the name of a page without a locale, with its point; empty if there is none. */
static slice suffix_of(const struct suffixes *s, const struct page_file *file)
{
    slice path = slice_take(file->path, file->path.len - PAGE_SUFFIX);
    size_t dot = slice_find_last_byte(path, '.');
    if (file->locale.len > 0 || dot == SLICE_NONE || dot == 0 || path.ptr[dot - 1] == '/')
        return (slice){0};
    slice name = slice_skip(path, dot + 1);
    bool language = (name.len == 2 || name.len == 3) && vocab_knows_locale(s->vocab, name);
    return language || vocab_is_shaped(s->vocab, SHAPE_OF_LOCALE, name) ||
                   vocab_is_shaped(s->vocab, SHAPE_OF_LANGUAGE, name)
               ? slice_skip(path, dot)
               : (slice){0};
}

static slice place_of(const struct suffixes *s, const struct page_file *file)
{
    return slice_take(file->path, file->path.len - PAGE_SUFFIX - suffix_of(s, file).len);
}

static void count(struct suffixes *s, const struct page_file *file)
{
    slice suffix = suffix_of(s, file);
    if (suffix.len == 0)
        return;
    struct use *use = claim(s, &s->uses, suffix, sizeof *use);
    use->pages++;
    use->paired += *(const size_t *)map_get(&s->places, place_of(s, file)) > 1;
}

static void settle(struct suffixes *s, struct page_file *file)
{
    slice suffix = suffix_of(s, file);
    const struct use *use = suffix.len > 0 ? map_get(&s->uses, suffix) : NULL;
    if (use == NULL || use->paired * 2 < use->pages)
        return;
    file->locale = locale_normalise(s->arena, slice_skip(suffix, 1));
    file->suffix = suffix;
}

void language_suffixes_settle(struct arena *arena, const struct vocab *vocab,
                              struct page_files *files)
{
    struct suffixes s = {.arena = arena, .vocab = vocab};
    bool any = false;
    for (size_t i = 0; i < files->count; i++)
        any |= suffix_of(&s, &files->items[i]).len > 0;
    if (!any)
        return;
    map_init(&s.places, arena);
    map_init(&s.uses, arena);
    for (size_t i = 0; i < files->count; i++)
        ++*(size_t *)claim(&s, &s.places, place_of(&s, &files->items[i]), sizeof(size_t));
    for (size_t i = 0; i < files->count; i++)
        count(&s, &files->items[i]);
    for (size_t i = 0; i < files->count; i++)
        settle(&s, &files->items[i]);
}
