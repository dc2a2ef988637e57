#include "extract/page_labels.h"
#include "support/sort.h"

static int compare_labels(const void *a, const void *b)
{
    const struct page_file *left = *(struct page_file *const *)a;
    const struct page_file *right = *(struct page_file *const *)b;
    int order = slice_compare(left->shown, right->shown);
    return order != 0 ? order : slice_compare(left->path, right->path);
}

/* How many of LIST, which is sorted, are called as its first. */
static size_t count_namesakes(struct page_file *const *list, size_t count)
{
    size_t same = 1;
    while (same < count && slice_equal(list[same]->shown, list[0]->shown))
        same++;
    return same;
}

/* Files that cannot be read are not the same: each is reported. */
static bool have_one_text(const struct fs *fs, const struct page_file *a, const struct page_file *b)
{
    struct buffer texts[2];
    const struct page_file *const files[] = {a, b};
    bool read = true;
    for (size_t i = 0; i < 2; i++) {
        buffer_init(&texts[i]);
        read = read && fs->read(fs->context, files[i]->path.ptr, SOURCE_SIZE_MAX, &texts[i]) == 0;
    }
    bool same = read && slice_equal(buffer_slice(&texts[0]), buffer_slice(&texts[1]));
    buffer_finish(&texts[0]);
    buffer_finish(&texts[1]);
    return same;
}

static void mark_repeats(const struct fs *fs, struct page_file *const *list, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i && !list[i]->repeats; j++)
            list[i]->repeats = !list[j]->repeats && have_one_text(fs, list[i], list[j]);
}

/* Shows one more component of the path; false if none is left. */
static bool extend_label(struct page_file *file)
{
    slice path = file->path;
    size_t end = path.len - file->shown.len;
    while (end > 0 && path.ptr[end - 1] == '/')
        end--;
    if (end == 0)
        return false;
    slice before = slice_take(path, end);
    size_t slash = slice_find_last_byte(before, '/');
    file->shown = slice_skip(path, slash == SLICE_NONE ? 0 : slash + 1);
    return true;
}

static bool extend_labels(struct page_file *const *list, size_t count)
{
    size_t different = 0;
    bool extended = false;
    for (size_t i = 0; i < count; i++)
        different += !list[i]->repeats;
    for (size_t i = 0; i < count && different > 1; i++)
        if (!list[i]->repeats && extend_label(list[i]))
            extended = true;
    return extended;
}

void page_labels_settle(struct arena *arena, const struct fs *fs, struct page_files *files)
{
    struct page_file **list = arena_alloc_array(arena, files->count, sizeof(*list));
    for (size_t i = 0; i < files->count; i++)
        list[i] = &files->items[i];
    /* A longer label may be that of another page, so until nothing changes. */
    bool first = true;
    for (bool again = files->count > 1; again; first = false) {
        if (!first)
            sort_items(list, files->count, sizeof(*list), compare_labels);
        again = false;
        for (size_t i = 0, same; i < files->count; i += same) {
            same = count_namesakes(&list[i], files->count - i);
            if (first)
                mark_repeats(fs, &list[i], same);
            again = extend_labels(&list[i], same) || again;
        }
    }
}
