#include "render/digest.h"

#include <inttypes.h>
#include <stdint.h>

/* FNV-1a, 64 bits: the same on every machine. */
#define FNV_OFFSET UINT64_C(0xcbf29ce484222325)
#define FNV_PRIME  UINT64_C(0x100000001b3)

struct walk {
    const struct digest_files *known;
    struct arena *arena;
    struct map seen;
    struct rendered_file **waiting;
    size_t waiting_count;
    uint64_t hash;
};

/* Where a path goes on behind its last folder called "include"; empty without one. */
static slice behind_include(slice path)
{
    slice rest = path;
    slice found = {0};
    slice part;
    while (slice_cut(rest, '/', &part, &rest))
        if (slice_equal(part, SLICE("include")))
            found = rest;
    return found;
}

void digest_files_init(struct digest_files *known, struct arena *arena, struct rendered_file *files,
                       size_t count)
{
    map_init(&known->by_path, arena);
    map_init(&known->by_include, arena);
    for (size_t i = 0; i < count; i++) {
        slice include = behind_include(files[i].path);
        map_put_new(&known->by_path, files[i].path, &files[i]);
        if (include.len > 0)
            map_put_new(&known->by_include, include, &files[i]);
    }
}

static void add_text(struct walk *walk, slice text)
{
    for (size_t i = 0; i < text.len; i++)
        walk->hash = (walk->hash ^ (unsigned char)text.ptr[i]) * FNV_PRIME;
    walk->hash = (walk->hash ^ 0xFF) * FNV_PRIME;
}

/* The file that a line of PATH includes, or NULL when it includes none of the known ones. */
static struct rendered_file *included(const struct walk *walk, slice path, slice line)
{
    slice rest = slice_trim(line);
    if (!slice_starts_with(rest, SLICE("#include")))
        return NULL;
    rest = slice_trim(slice_skip(rest, sizeof "#include" - 1));
    if (rest.len < 2)
        return NULL;
    slice name = slice_take(slice_skip(rest, 1), rest.len - 2);
    if (rest.ptr[0] == '<')
        return map_get(&walk->known->by_include, name);
    size_t last = slice_find_last_byte(path, '/');
    slice folder = slice_take(path, last == SLICE_NONE ? 0 : last);
    return map_get(&walk->known->by_path, fs_join(walk->arena, folder, name));
}

static void visit(struct walk *walk, slice path, slice text)
{
    slice line;
    while (slice_next_line(&text, &line)) {
        struct rendered_file *file = included(walk, path, line);
        if (file == NULL || map_put(&walk->seen, file->path, file) != NULL)
            continue;
        walk->waiting = arena_extend(walk->arena, walk->waiting, walk->waiting_count,
                                     sizeof(struct rendered_file *));
        walk->waiting[walk->waiting_count++] = file;
    }
}

slice digest_of_includes(const struct digest_files *known, struct arena *arena, slice path,
                         slice text)
{
    struct walk walk = {.known = known, .arena = arena, .hash = FNV_OFFSET};
    map_init(&walk.seen, arena);
    visit(&walk, path, text);
    for (size_t i = 0; i < walk.waiting_count; i++) {
        const struct rendered_file *file = walk.waiting[i];
        add_text(&walk, file->path);
        add_text(&walk, file->text);
        visit(&walk, file->path, file->text);
    }
    return arena_format(arena, "%016" PRIx64, walk.hash);
}
