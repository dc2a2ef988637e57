#include "cli/manifest.h"

static const char signature[] = "docmodel-manifest 1 ";

bool manifest_path_is_safe(slice path)
{
    if (path.len == 0 || slice_equal(path, SLICE(MANIFEST_NAME)))
        return false;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '\\' || (unsigned char)path.ptr[i] < ' ' || path.ptr[i] == 0x7f)
            return false;
    bool more = true;
    while (more) {
        slice component;
        more = slice_cut(path, '/', &component, &path);
        if (component.len == 0 || slice_equal(component, SLICE(".")) ||
            slice_equal(component, SLICE("..")))
            return false;
    }
    return true;
}

bool manifest_read(struct arena *arena, slice text, struct manifest *manifest)
{
    slice line;
    *manifest = (struct manifest){0};
    if (!slice_next_line(&text, &line) || !slice_starts_with(line, slice_from(signature)))
        return false;
    slice state = slice_skip(line, sizeof signature - 1);
    manifest->complete = slice_equal(state, SLICE("complete"));
    if (!manifest->complete && !slice_equal(state, SLICE("writing")))
        return false;
    while (slice_next_line(&text, &line)) {
        bool sorted =
            manifest->count == 0 || slice_compare(manifest->paths[manifest->count - 1], line) < 0;
        if (!sorted || !manifest_path_is_safe(line))
            return false;
        manifest->paths =
            arena_extend(arena, manifest->paths, manifest->count, sizeof *manifest->paths);
        manifest->paths[manifest->count++] = line;
    }
    return true;
}

void manifest_write(const struct manifest *manifest, struct buffer *out)
{
    buffer_format(out, "%s%s\n", signature, manifest->complete ? "complete" : "writing");
    for (size_t i = 0; i < manifest->count; i++) {
        buffer_append(out, manifest->paths[i]);
        buffer_append_char(out, '\n');
    }
}

bool manifest_has(const struct manifest *manifest, slice path)
{
    size_t low = 0, high = manifest->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(path, manifest->paths[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

struct manifest manifest_unite(struct arena *arena, const struct manifest *a,
                               const struct manifest *b)
{
    struct manifest both = {0};
    both.paths = arena_alloc_array(arena, a->count + b->count, sizeof *both.paths);
    size_t i = 0, j = 0;
    while (i < a->count || j < b->count) {
        int order = i == a->count   ? 1
                    : j == b->count ? -1
                                    : slice_compare(a->paths[i], b->paths[j]);
        both.paths[both.count++] = order <= 0 ? a->paths[i] : b->paths[j];
        i += order <= 0;
        j += order >= 0;
    }
    return both;
}
