/*
 * Runs a fuzz target over files, with any compiler: replay PATH... takes files and folders, and
 * hands over each file whole and cut off behind each of its lines. Fails when there is no file.
 */
#include "fuzz.h"

#include "support/fs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Hands over a copy of exactly that size, so that a sanitizer sees a read beyond its end. */
static void run(slice text)
{
    uint8_t *copy = malloc(text.len > 0 ? text.len : 1);
    if (copy == NULL)
        abort();
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    LLVMFuzzerTestOneInput(copy, text.len);
    free(copy);
}

static size_t replay_file(const struct fs *fs, const char *path)
{
    struct buffer text;
    buffer_init(&text);
    int failure = fs->read(fs->context, path, (size_t)1 << 20, &text);
    if (failure != 0) {
        fprintf(stderr, "%s: %s\n", path, fs_error_text(failure));
        exit(1);
    }
    slice whole = buffer_slice(&text);
    run(whole);
    for (size_t i = 0; i < whole.len; i++) {
        if (whole.ptr[i] == '\n')
            run(slice_take(whole, i));
    }
    buffer_finish(&text);
    return 1;
}

static size_t replay(const struct fs *fs, struct arena *arena, const char *path)
{
    struct fs_entry *entries;
    size_t count;
    size_t files = 0;
    if (fs->kind(fs->context, path) != FS_DIRECTORY)
        return replay_file(fs, path);
    if (fs_list_sorted(fs, arena, path, &entries, &count) != 0)
        return 0;
    for (size_t i = 0; i < count; i++)
        files += replay(fs, arena, fs_join(arena, slice_from(path), entries[i].name).ptr);
    return files;
}

int main(int argc, char **argv)
{
    struct arena arena;
    size_t files = 0;
    arena_init(&arena);
    for (int i = 1; i < argc; i++)
        files += replay(fs_native(), &arena, argv[i]);
    arena_finish(&arena);
    printf("%zu files\n", files);
    return files > 0 ? 0 : 1;
}
