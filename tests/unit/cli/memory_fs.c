#include "memory_fs.h"

#include <errno.h>
#include <stdlib.h>

static struct memory_entry *memory_find(struct memory_fs *memory, slice path)
{
    for (size_t i = 0; i < memory->count; i++)
        if (slice_equal(memory->entries[i].path, path))
            return &memory->entries[i];
    return NULL;
}

static struct memory_entry *memory_add(struct memory_fs *memory, slice path, enum fs_kind kind)
{
    memory->entries =
        arena_extend(&memory->arena, memory->entries, memory->count, sizeof *memory->entries);
    struct memory_entry *entry = &memory->entries[memory->count++];
    *entry = (struct memory_entry){arena_copy(&memory->arena, path), kind, {0}};
    return entry;
}

static slice memory_parent(slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? (slice){0} : slice_take(path, slash);
}

static bool memory_is_locked(const struct memory_fs *memory, const char *path)
{
    return memory->locked != NULL && slice_equal(slice_from(memory->locked), slice_from(path));
}

/* Counts one change; returns false when it is the one at which the power is cut, or comes later. */
static bool memory_may_change(struct memory_fs *memory)
{
    if (memory->left == 0) {
        memory->cut = true;
        return false;
    }
    if (memory->left != SLICE_NONE)
        memory->left--;
    return true;
}

static enum fs_kind memory_kind(void *context, const char *path)
{
    const struct memory_entry *entry = memory_find(context, slice_from(path));
    return entry != NULL ? entry->kind : FS_ABSENT;
}

static int memory_read(void *context, const char *path, size_t limit, struct buffer *out)
{
    struct memory_fs *memory = context;
    const struct memory_entry *entry = memory_find(memory, slice_from(path));
    if (memory->cut)
        return EIO;
    if (memory_is_locked(memory, path))
        return EACCES;
    if (entry == NULL) {
        const struct memory_entry *parent = memory_find(memory, memory_parent(slice_from(path)));
        return parent != NULL && parent->kind == FS_FILE ? ENOTDIR : ENOENT;
    }
    if (entry->kind == FS_DIRECTORY)
        return EISDIR;
    buffer_append(out, slice_take(entry->text, limit));
    return entry->text.len > limit ? EFBIG : 0;
}

static int memory_list(void *context, const char *path,
                       void (*visit)(void *visitor, slice name, enum fs_kind kind), void *visitor)
{
    struct memory_fs *memory = context;
    slice folder = slice_from(path);
    const struct memory_entry *entry = memory_find(memory, folder);
    if (memory->cut)
        return EIO;
    if (memory_is_locked(memory, path))
        return EACCES;
    if (entry == NULL)
        return ENOENT;
    if (entry->kind != FS_DIRECTORY)
        return ENOTDIR;
    /* Backwards, since callers must not rely on any order. */
    for (size_t i = memory->count; i-- > 0;)
        if (slice_equal(memory_parent(memory->entries[i].path), folder))
            visit(visitor, slice_skip(memory->entries[i].path, folder.len + 1),
                  memory->entries[i].kind);
    return 0;
}

static void memory_set(struct memory_fs *memory, slice path, slice text)
{
    struct memory_entry *entry = memory_find(memory, path);
    if (entry == NULL)
        entry = memory_add(memory, path, FS_FILE);
    entry->text = arena_copy(&memory->arena, text);
}

static int memory_stage(void *context, const char *path, slice text, struct buffer *temporary)
{
    struct memory_fs *memory = context;
    const struct memory_entry *parent = memory_find(memory, memory_parent(slice_from(path)));
    slice name = arena_format(&memory->arena, "%s.71-%zu.tmp", path, memory->stages++);
    if (memory->cut)
        return EIO;
    if (memory_is_locked(memory, path))
        return EACCES;
    if (parent == NULL || parent->kind != FS_DIRECTORY)
        return ENOENT;
    if (memory->room < text.len)
        return ENOSPC;
    if (!memory_may_change(memory)) {
        memory_set(memory, name, slice_take(text, text.len / 2));
        return EIO;
    }
    if (memory->room != SLICE_NONE)
        memory->room -= text.len;
    memory_set(memory, name, text);
    buffer_append(temporary, name);
    return 0;
}

static int memory_rename(void *context, const char *from, const char *path)
{
    struct memory_fs *memory = context;
    struct memory_entry *moved = memory_find(memory, slice_from(from));
    const struct memory_entry *entry = memory_find(memory, slice_from(path));
    if (memory->cut)
        return EIO;
    if (moved == NULL)
        return ENOENT;
    if (entry != NULL && entry->kind != FS_FILE)
        return EISDIR;
    if (!memory_may_change(memory))
        return EIO;
    memory->writes++;
    slice text = moved->text;
    *moved = memory->entries[--memory->count];
    memory_set(memory, slice_from(path), text);
    return 0;
}

static int memory_make_directory(void *context, const char *path)
{
    struct memory_fs *memory = context;
    if (memory->cut)
        return EIO;
    slice whole = slice_from(path);
    for (size_t i = 1; i <= whole.len; i++) {
        if (i < whole.len && whole.ptr[i] != '/')
            continue;
        const struct memory_entry *entry = memory_find(memory, slice_take(whole, i));
        if (entry != NULL && entry->kind != FS_DIRECTORY)
            return ENOTDIR;
        if (entry != NULL)
            continue;
        if (!memory_may_change(memory))
            return EIO;
        memory_add(memory, slice_take(whole, i), FS_DIRECTORY);
    }
    return 0;
}

static int memory_remove(void *context, const char *path)
{
    struct memory_fs *memory = context;
    struct memory_entry *entry = memory_find(memory, slice_from(path));
    if (memory->cut)
        return EIO;
    if (memory_is_locked(memory, path))
        return EACCES;
    if (entry == NULL)
        return ENOENT;
    for (size_t i = 0; i < memory->count; i++)
        if (slice_equal(memory_parent(memory->entries[i].path), slice_from(path)))
            return ENOTEMPTY;
    if (!memory_may_change(memory))
        return EIO;
    *entry = memory->entries[--memory->count];
    return 0;
}

void memory_fs_init(struct memory_fs *memory)
{
    *memory = (struct memory_fs){.left = SLICE_NONE, .room = SLICE_NONE};
    arena_init(&memory->arena);
    memory->fs = (struct fs){
        .context = memory,
        .kind = memory_kind,
        .read = memory_read,
        .list = memory_list,
        .stage = memory_stage,
        .rename = memory_rename,
        .make_directory = memory_make_directory,
        .remove = memory_remove,
    };
}

void memory_fs_finish(struct memory_fs *memory)
{
    arena_finish(&memory->arena);
}

void memory_fs_put(struct memory_fs *memory, const char *path, const char *text)
{
    slice whole = slice_from(path);
    for (size_t i = 1; i < whole.len; i++)
        if (whole.ptr[i] == '/' && memory_find(memory, slice_take(whole, i)) == NULL)
            memory_add(memory, slice_take(whole, i), FS_DIRECTORY);
    memory_set(memory, whole, slice_from(text));
}

const char *memory_fs_text(struct memory_fs *memory, const char *path)
{
    const struct memory_entry *entry = memory_find(memory, slice_from(path));
    return entry != NULL && entry->kind == FS_FILE ? entry->text.ptr : NULL;
}

static int memory_compare(const void *a, const void *b)
{
    return slice_compare(((const struct memory_entry *)a)->path,
                         ((const struct memory_entry *)b)->path);
}

slice memory_fs_dump(struct memory_fs *memory)
{
    struct buffer out;
    buffer_init(&out);
    if (memory->count > 1)
        qsort(memory->entries, memory->count, sizeof *memory->entries, memory_compare);
    for (size_t i = 0; i < memory->count; i++) {
        const struct memory_entry *entry = &memory->entries[i];
        buffer_format(&out, "%.*s%s\n%.*s", SLICE_ARGS(entry->path),
                      entry->kind == FS_DIRECTORY ? "/" : "", SLICE_ARGS(entry->text));
    }
    slice dump = arena_copy(&memory->arena, buffer_slice(&out));
    buffer_finish(&out);
    return dump;
}
