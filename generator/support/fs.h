/*
 * The file-system seam: the only way to files. fs_native is the real one; tests pass their own, to
 * make pages unreadable and disks full.
 */
#ifndef DOCMODEL_SUPPORT_FS_H
#define DOCMODEL_SUPPORT_FS_H

#include "support/arena.h"
#include "support/buffer.h"

enum fs_kind { FS_ABSENT, FS_FILE, FS_DIRECTORY, FS_OTHER };

struct fs_entry {
    slice name; /* one component */
    enum fs_kind kind;
};

/*
 * Paths are terminated, with "/" on every system. Functions return 0 or an errno value. CONTEXT is
 * passed to each.
 */
struct fs {
    void *context;
    enum fs_kind (*kind)(void *context, const char *path);
    /* Appends the file's bytes; EFBIG when it is larger than LIMIT. */
    int (*read)(void *context, const char *path, size_t limit, struct buffer *out);
    /* Calls VISIT for each entry but "." and "..", in no particular order. */
    int (*list)(void *context, const char *path,
                void (*visit)(void *visitor, slice name, enum fs_kind kind), void *visitor);
    /* Writes TEXT to a new temporary file beside PATH and appends that one's path; leaves nothing
     * behind when it fails. It is not synced: like what compilers write, it outlives the process,
     * but may not outlive a power failure. */
    int (*stage)(void *context, const char *path, slice text, struct buffer *temporary);
    /* Puts the file FROM in the place of PATH at once. */
    int (*rename)(void *context, const char *from, const char *path);
    /* With parents; existing is fine; ENOTDIR when a file is in the way. */
    int (*make_directory)(void *context, const char *path);
    int (*remove)(void *context, const char *path); /* a file or an empty directory */
    /* Appends the one path without links that PATH stands for. NULL where there are no links. */
    int (*resolve)(void *context, const char *path, struct buffer *out);
    /* Waits until no other process has the directory's lock, and takes it; the end of the process
     * gives it back, whatever ended it. Both are NULL where there are no locks. */
    int (*lock)(void *context, const char *path, int *lock);
    void (*unlock)(void *context, int lock);
};

const struct fs *fs_native(void);

/* Writes the whole file or nothing. */
int fs_write(const struct fs *fs, const char *path, slice text);

/* The entries of a directory sorted by their bytes; *entries and names are in ARENA. */
int fs_list_sorted(const struct fs *fs, struct arena *arena, const char *path,
                   struct fs_entry **entries, size_t *count);

/* The path without links that PATH stands for, in ARENA; PATH itself if the system does not tell.
 */
slice fs_resolve(const struct fs *fs, struct arena *arena, slice path);

/* A and B joined by "/" (an empty or "." A gives B), terminated. */
slice fs_join(struct arena *arena, slice a, slice b);

/*
 * Whether NAME, one component, is that of a temporary file, which the writing of a file leaves
 * behind when the process is killed; *target is then the name of the file that was to be written.
 */
bool fs_is_temporary(slice name, slice *target);

/* The path of the running program, links resolved; ARGUMENT (argv[0]) where the system does not
 * tell. */
slice fs_program_path(struct arena *arena, const char *argument);

/* What errno value NUMBER means, in English whatever the process locale. */
const char *fs_error_text(int number);

#endif
