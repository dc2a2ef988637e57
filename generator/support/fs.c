#define _XOPEN_SOURCE   700 /* POSIX.1-2008 with realpath */
#define _DEFAULT_SOURCE     /* d_type of struct dirent, flock */

#include "support/fs.h"
#include "support/sort.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_SIZE       ((size_t)64 << 10)
#define TEMPORARY_TRIES 100

static enum fs_kind fs_kind_of_mode(mode_t mode)
{
    if (S_ISREG(mode))
        return FS_FILE;
    return S_ISDIR(mode) ? FS_DIRECTORY : FS_OTHER;
}

static enum fs_kind fs_native_kind(void *context, const char *path)
{
    (void)context;
    struct stat status;
    return stat(path, &status) == 0 ? fs_kind_of_mode(status.st_mode) : FS_ABSENT;
}

/* Reads one byte more than LIMIT at most, to tell a file of LIMIT bytes from a larger one. SIZE is
 * how long the file is said to be: a read that stops there though it asks for more is the last. */
static int fs_read_descriptor(int descriptor, size_t limit, size_t size, struct buffer *out)
{
    size_t total = 0;
    for (;;) {
        size_t most = size > total ? size - total + 1 : READ_SIZE;
        size_t wanted = limit - total < most ? limit - total + 1 : most;
        ssize_t got = read(descriptor, buffer_reserve(out, wanted), wanted);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        out->len += (size_t)got;
        out->data[out->len] = '\0';
        total += (size_t)got;
        if (total > limit)
            return EFBIG;
        if (got == 0 || (total == size && (size_t)got < wanted))
            return 0;
    }
}

static int fs_native_read(void *context, const char *path, size_t limit, struct buffer *out)
{
    (void)context;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    struct stat status;
    int error = 0;
    if (fstat(descriptor, &status) != 0)
        error = errno;
    else if (S_ISDIR(status.st_mode))
        error = EISDIR;
    else if (S_ISREG(status.st_mode) && (uintmax_t)status.st_size > limit)
        error = EFBIG;
    else
        error = fs_read_descriptor(descriptor, limit, (size_t)status.st_size, out);
    close(descriptor);
    return error;
}

/* What ENTRY is; a link counts as what it leads to. */
static enum fs_kind fs_kind_of_entry(DIR *directory, const struct dirent *entry)
{
#ifdef DT_REG
    if (entry->d_type == DT_REG)
        return FS_FILE;
    if (entry->d_type == DT_DIR)
        return FS_DIRECTORY;
#endif
    struct stat status;
    if (fstatat(dirfd(directory), entry->d_name, &status, 0) == 0)
        return fs_kind_of_mode(status.st_mode);
    return FS_ABSENT; /* a link to nothing */
}

static int fs_native_list(void *context, const char *path,
                          void (*visit)(void *visitor, slice name, enum fs_kind kind),
                          void *visitor)
{
    (void)context;
    DIR *directory = opendir(path);
    if (directory == NULL)
        return errno;
    for (;;) {
        errno = 0;
        struct dirent *entry = readdir(directory);
        if (entry == NULL)
            break;
        slice name = slice_from(entry->d_name);
        if (slice_equal(name, SLICE(".")) || slice_equal(name, SLICE("..")))
            continue;
        visit(visitor, name, fs_kind_of_entry(directory, entry));
    }
    int error = errno;
    closedir(directory);
    return error;
}

/* Creates a file beside PATH whose name no other writer has; *temporary is for the caller to free.
 */
static int fs_open_temporary(const char *path, int *descriptor, struct buffer *temporary)
{
    static atomic_uint serial;
    for (int tries = 0; tries < TEMPORARY_TRIES; tries++) {
        buffer_clear(temporary);
        buffer_format(temporary, "%s.%ld-%u.tmp", path, (long)getpid(),
                      atomic_fetch_add(&serial, 1));
        *descriptor = open(temporary->data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (*descriptor >= 0)
            return 0;
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

/* Takes digits off the end of *TEXT; false when there are none. */
static bool fs_cut_digits(slice *text)
{
    size_t len = text->len;
    while (text->len > 0 && ascii_is_digit(text->ptr[text->len - 1]))
        text->len--;
    return text->len < len;
}

static bool fs_cut_suffix(slice *text, slice suffix)
{
    if (!slice_ends_with(*text, suffix))
        return false;
    text->len -= suffix.len;
    return true;
}

/* The names that fs_open_temporary makes. */
bool fs_is_temporary(slice name, slice *target)
{
    bool is = fs_cut_suffix(&name, SLICE(".tmp")) && fs_cut_digits(&name) &&
              fs_cut_suffix(&name, SLICE("-")) && fs_cut_digits(&name) &&
              fs_cut_suffix(&name, SLICE(".")) && name.len > 0;
    if (is)
        *target = name;
    return is;
}

static int fs_write_descriptor(int descriptor, slice text)
{
    while (text.len > 0) {
        ssize_t put = write(descriptor, text.ptr, text.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        text = slice_skip(text, (size_t)put);
    }
    return 0;
}

static int fs_native_stage(void *context, const char *path, slice text, struct buffer *temporary)
{
    (void)context;
    struct buffer name;
    buffer_init(&name);
    int descriptor = -1;
    int error = fs_open_temporary(path, &descriptor, &name);
    if (error == 0) {
        error = fs_write_descriptor(descriptor, text);
        if (close(descriptor) != 0 && error == 0)
            error = errno;
        if (error != 0)
            unlink(name.data);
    }
    if (error == 0)
        buffer_append(temporary, buffer_slice(&name));
    buffer_finish(&name);
    return error;
}

static int fs_native_rename(void *context, const char *from, const char *path)
{
    (void)context;
    return rename(from, path) == 0 ? 0 : errno;
}

/* Makes the last component of PATH; an existing directory is as good as a new one. */
static int fs_make_one(const char *path)
{
    if (mkdir(path, 0777) == 0)
        return 0;
    int error = errno;
    if (error != EEXIST)
        return error;
    return fs_native_kind(NULL, path) == FS_DIRECTORY ? 0 : ENOTDIR;
}

static int fs_native_make_directory(void *context, const char *path)
{
    (void)context;
    struct buffer part;
    buffer_init(&part);
    int error = 0;
    for (const char *p = path; *p != '\0' && error == 0; p++) {
        buffer_append_char(&part, *p);
        bool component_ends = p[0] != '/' && (p[1] == '/' || p[1] == '\0');
        if (component_ends)
            error = fs_make_one(part.data);
    }
    buffer_finish(&part);
    return error;
}

static int fs_native_remove(void *context, const char *path)
{
    (void)context;
    return remove(path) == 0 ? 0 : errno;
}

static int fs_native_resolve(void *context, const char *path, struct buffer *out)
{
    (void)context;
    char *resolved = realpath(path, NULL);
    if (resolved == NULL)
        return errno;
    buffer_append(out, slice_from(resolved));
    free(resolved);
    return 0;
}

static int fs_native_lock(void *context, const char *path, int *lock)
{
    (void)context;
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    while (flock(descriptor, LOCK_EX) != 0) {
        int error = errno;
        if (error == EINTR)
            continue;
        close(descriptor);
        return error;
    }
    *lock = descriptor;
    return 0;
}

static void fs_native_unlock(void *context, int lock)
{
    (void)context;
    close(lock);
}

const struct fs *fs_native(void)
{
    static const struct fs native = {
        .kind = fs_native_kind,
        .read = fs_native_read,
        .list = fs_native_list,
        .stage = fs_native_stage,
        .rename = fs_native_rename,
        .make_directory = fs_native_make_directory,
        .remove = fs_native_remove,
        .resolve = fs_native_resolve,
        .lock = fs_native_lock,
        .unlock = fs_native_unlock,
    };
    return &native;
}

int fs_write(const struct fs *fs, const char *path, slice text)
{
    struct buffer temporary;
    buffer_init(&temporary);
    int error = fs->stage(fs->context, path, text, &temporary);
    if (error == 0) {
        error = fs->rename(fs->context, temporary.data, path);
        if (error != 0)
            fs->remove(fs->context, temporary.data);
    }
    buffer_finish(&temporary);
    return error;
}

struct fs_listing {
    struct arena *arena;
    struct fs_entry *entries;
    size_t count;
};

static void fs_listing_add(void *visitor, slice name, enum fs_kind kind)
{
    struct fs_listing *listing = visitor;
    listing->entries =
        arena_extend(listing->arena, listing->entries, listing->count, sizeof *listing->entries);
    listing->entries[listing->count++] =
        (struct fs_entry){.name = arena_copy(listing->arena, name), .kind = kind};
}

static int fs_entry_compare(const void *a, const void *b)
{
    return slice_compare(((const struct fs_entry *)a)->name, ((const struct fs_entry *)b)->name);
}

int fs_list_sorted(const struct fs *fs, struct arena *arena, const char *path,
                   struct fs_entry **entries, size_t *count)
{
    struct fs_listing listing = {.arena = arena};
    int error = fs->list(fs->context, path, fs_listing_add, &listing);
    sort_items(listing.entries, listing.count, sizeof *listing.entries, fs_entry_compare);
    *entries = listing.entries;
    *count = listing.count;
    return error;
}

slice fs_resolve(const struct fs *fs, struct arena *arena, slice path)
{
    struct buffer resolved;
    buffer_init(&resolved);
    slice terminated = arena_copy(arena, path);
    if (fs->resolve != NULL && fs->resolve(fs->context, terminated.ptr, &resolved) == 0)
        terminated = arena_copy(arena, buffer_slice(&resolved));
    buffer_finish(&resolved);
    return terminated;
}

slice fs_join(struct arena *arena, slice a, slice b)
{
    if (a.len == 0 || slice_equal(a, SLICE(".")))
        return arena_copy(arena, b);
    if (slice_ends_with(a, SLICE("/")))
        return arena_join(arena, a, b);
    char *path = arena_alloc(arena, a.len + b.len + 2);
    memcpy(path, a.ptr, a.len);
    path[a.len] = '/';
    if (b.len > 0)
        memcpy(path + a.len + 1, b.ptr, b.len);
    return (slice){path, a.len + 1 + b.len};
}

slice fs_program_path(struct arena *arena, const char *argument)
{
    char *resolved = realpath("/proc/self/exe", NULL);
    if (resolved == NULL)
        return arena_copy(arena, slice_from(argument));
    slice path = arena_copy(arena, slice_from(resolved));
    free(resolved);
    return path;
}

const char *fs_error_text(int number)
{
    static const struct {
        int number;
        const char *text;
    } texts[] = {
        {EACCES, "permission denied"},
        {EBUSY, "the file is in use"},
        {EDQUOT, "the disk quota is used up"},
        {EEXIST, "the file exists"},
        {EFBIG, "the file is too large"},
        {EINVAL, "invalid argument"},
        {EIO, "input/output error"},
        {EISDIR, "is a folder"},
        {ELOOP, "too many levels of symbolic links"},
        {EMFILE, "too many open files"},
        {ENAMETOOLONG, "the name is too long"},
        {ENFILE, "too many open files in the system"},
        {ENOENT, "no such file or folder"},
        {ENOMEM, "out of memory"},
        {ENOSPC, "no space left on the device"},
        {ENOTDIR, "not a folder"},
        {ENOTEMPTY, "the folder is not empty"},
        {EPERM, "operation not permitted"},
        {EROFS, "read-only file system"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (texts[i].number == number)
            return texts[i].text;
    return "the operating system reports an error";
}
