#include "cli/locate.h"

#include "support/suggest.h"

static bool locate_is_folder(const struct cli *cli, slice path)
{
    const struct fs *fs = cli->environment->fs;
    return fs->kind(fs->context, path.ptr) == FS_DIRECTORY;
}

static slice locate_parent(slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    if (slash == SLICE_NONE)
        return (slice){0};
    return slice_take(path, slash > 0 ? slash : 1);
}

static bool locate_has_data(const struct cli *cli, slice folder)
{
    return locate_is_folder(cli, fs_join(cli->arena, folder, SLICE("vocab")));
}

bool locate_data(const struct cli *cli, slice named, slice *folder)
{
    if (named.len > 0) {
        *folder = arena_copy(cli->arena, named);
        if (locate_has_data(cli, *folder))
            return true;
        cli_reject(cli,
                   "--data-dir=%.*s holds no folder 'vocab'; name a folder with 'vocab' and "
                   "'templates' in it",
                   SLICE_ARGS(named));
        return false;
    }
    slice above = locate_parent(locate_parent(cli->environment->program));
    *folder = fs_join(cli->arena, above, SLICE("share/docmodel"));
    if (locate_has_data(cli, *folder))
        return true;
    cli_reject(cli,
               "the vocabulary is not in '%.*s'; name the folder that holds 'vocab' and "
               "'templates' with --data-dir",
               SLICE_ARGS(*folder));
    return false;
}

static void locate_reject_pack(const struct cli *cli, slice packs, slice named)
{
    struct fs_entry *entries;
    size_t count;
    struct suggestion nearest;
    suggest_init(&nearest, named, false);
    int error = fs_list_sorted(cli->environment->fs, cli->arena, packs.ptr, &entries, &count);
    for (size_t i = 0; error == 0 && i < count; i++)
        if (entries[i].kind == FS_DIRECTORY)
            suggest_offer(&nearest, entries[i].name);
    if (nearest.best.len > 0)
        cli_reject(cli, "'%.*s' holds no template pack '%.*s'; did you mean '%.*s'?",
                   SLICE_ARGS(packs), SLICE_ARGS(named), SLICE_ARGS(nearest.best));
    else
        cli_reject(cli,
                   "'%.*s' holds no template pack '%.*s'; put a slash into the path of a "
                   "folder of your own, as in --templates=./%.*s",
                   SLICE_ARGS(packs), SLICE_ARGS(named), SLICE_ARGS(named));
}

bool locate_pack(const struct cli *cli, slice data, slice named, slice *folder)
{
    if (slice_find_byte(named, '/') != SLICE_NONE) {
        *folder = arena_copy(cli->arena, named);
        if (locate_is_folder(cli, *folder))
            return true;
        cli_reject(cli, "--templates=%.*s is no folder; name the folder of a template pack",
                   SLICE_ARGS(named));
        return false;
    }
    slice packs = fs_join(cli->arena, data, SLICE("templates"));
    *folder = fs_join(cli->arena, packs, named);
    if (locate_is_folder(cli, *folder))
        return true;
    locate_reject_pack(cli, packs, named);
    return false;
}
