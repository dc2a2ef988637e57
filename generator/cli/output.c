#include "cli/output.h"

#include "cli/manifest.h"
#include "support/sort.h"

#include <errno.h>

struct output {
    struct arena *arena;
    const struct fs *fs;
    slice folder;
    const struct file_set *files;
    struct diagnostics *diagnostics;
    struct output_result *result;
    struct manifest old; /* what stands in the folder; its text is in OLD_TEXT */
    struct buffer old_text;
    struct manifest new;
    bool *changed; /* for each file: its bytes differ from those in the folder */
    size_t changed_count;
    slice *staged; /* for each file: the temporary file with its new text, until that is placed */
};

static slice output_path(struct output *output, slice path)
{
    return fs_join(output->arena, output->folder, path);
}

static bool output_fail(struct output *output, slice path, const char *what, int error)
{
    diagnostics_report_path(output->diagnostics, DIAG_OUTPUT_UNWRITABLE, path, "cannot %s: %s",
                            what, fs_error_text(error));
    return false;
}

static int output_compare_paths(const void *a, const void *b)
{
    return slice_compare(*(const slice *)a, *(const slice *)b);
}

/* Packs make paths out of names on pages; none may lead out of the folder. */
static bool output_list_files(struct output *output)
{
    bool good = true;
    const struct file_set *files = output->files;
    output->new.complete = true;
    output->new.paths = arena_alloc_array(output->arena, files->count, sizeof(slice));
    for (size_t i = 0; i < files->count; i++) {
        slice path = files->items[i].path;
        output->new.paths[output->new.count++] = path;
        if (manifest_path_is_safe(path))
            continue;
        diagnostics_report_path(output->diagnostics, DIAG_OUTPUT_UNWRITABLE, path,
                                "the template pack gives this path to a file; it must be relative "
                                "and stay inside the output folder");
        good = false;
    }
    sort_items(output->new.paths, output->new.count, sizeof(slice), output_compare_paths);
    return good;
}

static bool output_read_manifest(struct output *output)
{
    slice path = output_path(output, SLICE(MANIFEST_NAME));
    output->old.complete = true;
    int error =
        output->fs->read(output->fs->context, path.ptr, MANIFEST_SIZE_MAX, &output->old_text);
    if (error == ENOENT)
        return true;
    if (error != 0)
        return output_fail(output, path, "read the list of generated files", error);
    if (manifest_read(output->arena, buffer_slice(&output->old_text), &output->old))
        return true;
    diagnostics_report_path(output->diagnostics, DIAG_OUTPUT_MANIFEST_MALFORMED, path,
                            "this list of the files that docmodel wrote is damaged; restore it, or "
                            "remove the folder's generated files together with it");
    return false;
}

/* Removes what the writing of files in FOLDER left behind when it was killed. */
static bool output_remove_temporaries(struct output *output, slice folder)
{
    struct fs_entry *entries;
    size_t count;
    slice path = folder.len > 0 ? output_path(output, folder) : output->folder;
    int error = fs_list_sorted(output->fs, output->arena, path.ptr, &entries, &count);
    if (error != 0 && error != ENOENT && error != ENOTDIR)
        return output_fail(output, path, "read the folder", error);
    for (size_t i = 0; i < count; i++) {
        slice target;
        if (entries[i].kind != FS_FILE || !fs_is_temporary(entries[i].name, &target))
            continue;
        slice owner = fs_join(output->arena, folder, target);
        if (!slice_equal(owner, SLICE(MANIFEST_NAME)) && !manifest_has(&output->old, owner))
            continue;
        slice left = fs_join(output->arena, path, entries[i].name);
        error = output->fs->remove(output->fs->context, left.ptr);
        if (error != 0)
            return output_fail(output, left, "remove the file", error);
    }
    return true;
}

static slice output_parent(slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? (slice){0} : slice_take(path, slash);
}

/* Only a run that did not come to its end leaves temporary files beside those that it lists. */
static bool output_recover(struct output *output)
{
    if (!output_remove_temporaries(output, (slice){0}))
        return false;
    if (output->old.complete)
        return true;
    slice last = {0};
    for (size_t i = 0; i < output->old.count; i++) {
        slice parent = output_parent(output->old.paths[i]);
        if (parent.len == 0 || slice_equal(parent, last))
            continue;
        if (!output_remove_temporaries(output, parent))
            return false;
        last = parent;
    }
    return true;
}

/* Compares one file with what stands in the folder. */
static bool output_compare_file(struct output *output, size_t index)
{
    const struct rendered_file *file = &output->files->items[index];
    slice path = output_path(output, file->path);
    struct buffer present;
    buffer_init(&present);
    int error = output->fs->read(output->fs->context, path.ptr, file->text.len, &present);
    bool same = error == 0 && slice_equal(buffer_slice(&present), file->text);
    buffer_finish(&present);
    output->changed[index] = !same;
    output->changed_count += !same;
    output->result->unchanged_count += same;
    bool absent = error == ENOENT || error == ENOTDIR || error == EISDIR;
    if (same || absent || manifest_has(&output->old, file->path))
        return true;
    if (error != 0 && error != EFBIG)
        return output_fail(output, path, "compare the file with the new one", error);
    diagnostics_report_path(output->diagnostics, DIAG_OUTPUT_NOT_OURS, path,
                            "docmodel did not write this file and does not replace it; move it "
                            "away, or name another folder with --out");
    return false;
}

static bool output_compare(struct output *output)
{
    bool good = true;
    output->changed = arena_alloc_array(output->arena, output->files->count, sizeof(bool));
    for (size_t i = 0; i < output->files->count; i++)
        good &= output_compare_file(output, i);
    return good;
}

static bool output_write_manifest(struct output *output, const struct manifest *manifest)
{
    slice path = output_path(output, SLICE(MANIFEST_NAME));
    struct buffer text;
    buffer_init(&text);
    manifest_write(manifest, &text);
    int error = fs_write(output->fs, path.ptr, buffer_slice(&text));
    buffer_finish(&text);
    return error == 0 || output_fail(output, path, "write the file", error);
}

/* Removes the folders above PATH that are empty now; one that is not ends the climb. */
static void output_remove_parents(struct output *output, slice path)
{
    const struct fs *fs = output->fs;
    for (slice parent = output_parent(path); parent.len > 0; parent = output_parent(parent)) {
        slice folder = output_path(output, parent);
        enum fs_kind kind = fs->kind(fs->context, folder.ptr);
        bool gone =
            kind == FS_ABSENT || (kind == FS_DIRECTORY && fs->remove(fs->context, folder.ptr) == 0);
        if (!gone)
            return;
    }
}

/* A stale file may be gone already: a run that was killed may have left its folder. */
static bool output_remove_stale(struct output *output)
{
    const struct fs *fs = output->fs;
    struct output_result *result = output->result;
    for (size_t i = 0; i < output->old.count; i++) {
        slice relative = output->old.paths[i];
        slice path = output_path(output, relative);
        enum fs_kind kind = fs->kind(fs->context, path.ptr);
        if (manifest_has(&output->new, relative) || (kind != FS_FILE && kind != FS_ABSENT))
            continue;
        int error = kind == FS_FILE ? fs->remove(fs->context, path.ptr) : 0;
        if (error != 0)
            return output_fail(output, path, "remove the file, which is no longer made", error);
        output_remove_parents(output, relative);
        if (kind == FS_ABSENT)
            continue;
        result->removed = arena_extend(output->arena, result->removed, result->removed_count,
                                       sizeof *result->removed);
        result->removed[result->removed_count++] = arena_copy(output->arena, relative);
    }
    return true;
}

/* A stale file may stand where the folder must be. */
static bool output_make_folder(struct output *output, slice folder)
{
    const struct fs *fs = output->fs;
    slice path = arena_copy(output->arena, folder);
    int error = fs->make_directory(fs->context, path.ptr);
    if (error == ENOTDIR) {
        if (!output_remove_stale(output))
            return false;
        error = fs->make_directory(fs->context, path.ptr);
    }
    return error == 0 || output_fail(output, path, "make the folder", error);
}

static bool output_stage_file(struct output *output, size_t index)
{
    const struct fs *fs = output->fs;
    const struct rendered_file *file = &output->files->items[index];
    slice path = output_path(output, file->path);
    struct buffer temporary;
    buffer_init(&temporary);
    int error = fs->stage(fs->context, path.ptr, file->text, &temporary);
    if (error == 0)
        output->staged[index] = arena_copy(output->arena, buffer_slice(&temporary));
    buffer_finish(&temporary);
    return error == 0 || output_fail(output, path, "write the file", error);
}

/* Writes all that has changed beside what it will replace: a full disk leaves the old files. */
static bool output_stage(struct output *output)
{
    slice last_folder = {0};
    output->staged = arena_alloc_array(output->arena, output->files->count, sizeof(slice));
    for (size_t i = 0; i < output->files->count; i++) {
        if (!output->changed[i])
            continue;
        slice folder = output_parent(output_path(output, output->files->items[i].path));
        if (folder.len > 0 && !slice_equal(folder, last_folder) &&
            !output_make_folder(output, folder))
            return false;
        last_folder = folder;
        if (!output_stage_file(output, i))
            return false;
    }
    return true;
}

/* Puts the new files in their places. */
static bool output_place(struct output *output)
{
    const struct fs *fs = output->fs;
    struct output_result *result = output->result;
    result->written =
        arena_alloc_array(output->arena, output->changed_count, sizeof *result->written);
    for (size_t i = 0; i < output->files->count; i++) {
        slice *staged = &output->staged[i];
        if (staged->len == 0)
            continue;
        slice path = output_path(output, output->files->items[i].path);
        int error = fs->rename(fs->context, staged->ptr, path.ptr);
        if (error != 0)
            return output_fail(output, path, "write the file", error);
        *staged = (slice){0};
        result->written[result->written_count++] = output->files->items[i].path;
    }
    return true;
}

/* After a failure: takes the room on the disk back. What cannot be removed the next run removes. */
static void output_discard(struct output *output)
{
    for (size_t i = 0; output->staged != NULL && i < output->files->count; i++)
        if (output->staged[i].len > 0)
            output->fs->remove(output->fs->context, output->staged[i].ptr);
}

/* Whether the folder holds the files already and its manifest says so. */
static bool output_is_current(const struct output *output)
{
    bool current = output->changed_count == 0 && output->old.complete && output->old_text.len > 0 &&
                   output->old.count == output->new.count;
    for (size_t i = 0; current && i < output->new.count; i++)
        current = slice_equal(output->old.paths[i], output->new.paths[i]);
    return current;
}

static bool output_update(struct output *output)
{
    struct manifest both = manifest_unite(output->arena, &output->old, &output->new);
    bool good = output_write_manifest(output, &both) && output_stage(output) &&
                output_remove_stale(output) && output_place(output) &&
                output_write_manifest(output, &output->new);
    if (!good)
        output_discard(output);
    return good;
}

/* Brings the folder, which exists, up to date. Of two runs at once one waits for the other; where
 * the file system has no locks, none waits. */
static bool output_bring(struct output *output)
{
    const struct fs *fs = output->fs;
    int lock;
    bool locked = fs->lock != NULL && fs->lock(fs->context, output->folder.ptr, &lock) == 0;
    bool good = output_read_manifest(output) && output_compare(output) && output_recover(output) &&
                (output_is_current(output) || output_update(output));
    if (locked)
        fs->unlock(fs->context, lock);
    return good;
}

bool output_commit(struct arena *arena, const struct fs *fs, slice folder,
                   const struct file_set *files, struct diagnostics *diagnostics,
                   struct output_result *result)
{
    struct output output = {.arena = arena,
                            .fs = fs,
                            .folder = folder,
                            .files = files,
                            .diagnostics = diagnostics,
                            .result = result};
    *result = (struct output_result){0};
    buffer_init(&output.old_text);
    bool good = output_list_files(&output);
    if (good) {
        int error = fs->make_directory(fs->context, folder.ptr);
        good = error == 0 || output_fail(&output, folder, "make the output folder", error);
    }
    good = good && output_bring(&output);
    buffer_finish(&output.old_text);
    return good;
}
