#include "cli/depfile.h"
#include "support/sort.h"

void depfile_add(struct depfile *depfile, struct arena *arena, slice path)
{
    depfile->paths = arena_extend(arena, depfile->paths, depfile->count, sizeof *depfile->paths);
    depfile->paths[depfile->count++] = path;
}

static int depfile_add_below(struct depfile *depfile, struct arena *arena, const struct fs *fs,
                             slice folder, unsigned depth)
{
    struct fs_entry *entries;
    size_t count;
    int error = fs_list_sorted(fs, arena, folder.ptr, &entries, &count);
    for (size_t i = 0; i < count && error == 0; i++) {
        slice path = fs_join(arena, folder, entries[i].name);
        if (entries[i].kind == FS_FILE)
            depfile_add(depfile, arena, path);
        else if (entries[i].kind == FS_DIRECTORY && depth < DEPFILE_DEPTH_MAX)
            error = depfile_add_below(depfile, arena, fs, path, depth + 1);
    }
    return error;
}

int depfile_add_folder(struct depfile *depfile, struct arena *arena, const struct fs *fs,
                       slice folder)
{
    return depfile_add_below(depfile, arena, fs, folder, 1);
}

static int depfile_compare(const void *a, const void *b)
{
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

static void depfile_write_path(slice path, struct buffer *out)
{
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        if (c == ' ' || c == '#')
            buffer_append_char(out, '\\');
        if (c == '$')
            buffer_append_char(out, '$');
        buffer_append_char(out, c);
    }
}

void depfile_write(struct depfile *depfile, slice target, struct buffer *out)
{
    sort_items(depfile->paths, depfile->count, sizeof *depfile->paths, depfile_compare);
    depfile_write_path(target, out);
    buffer_append_char(out, ':');
    for (size_t i = 0; i < depfile->count; i++) {
        if (i > 0 && slice_equal(depfile->paths[i - 1], depfile->paths[i]))
            continue;
        buffer_append(out, SLICE(" \\\n  "));
        depfile_write_path(depfile->paths[i], out);
    }
    buffer_append_char(out, '\n');
}
