#include "extract_fixture.h"

#include "unit.h"

void extract_init(struct extract_fixture *fixture)
{
    arena_init(&fixture->arena);
    diagnostics_init(&fixture->diagnostics, &fixture->arena);
    buffer_init(&fixture->out);
}

void extract_finish(struct extract_fixture *fixture)
{
    buffer_finish(&fixture->out);
    arena_finish(&fixture->arena);
}

const struct vocab *extract_vocab(void)
{
    static struct arena arena;
    static const struct vocab *vocab;
    struct diagnostics diagnostics;
    if (vocab != NULL)
        return vocab;
    arena_init(&arena);
    diagnostics_init(&diagnostics, &arena);
    vocab =
        vocab_load(&arena, fs_native(), DOCMODEL_SOURCE_DIR "/generator/vocab/data", &diagnostics);
    assert_non_null(vocab);
    return vocab;
}

void extract_read(struct extract_fixture *fixture, const char *shown, slice text)
{
    struct arena scratch;
    const struct page_options options = {
        .default_locale = SLICE("en-US"), .default_version = SLICE("v1.0"), .scratch = &scratch};
    struct page_file file = {.path = slice_from(shown), .shown = slice_from(shown)};
    slice first;
    slice rest;
    if (slice_cut(file.shown, '/', &first, &rest)) {
        file.locale = first;
        if (slice_cut(rest, '/', &first, &rest))
            file.version = first;
    }
    arena_init(&scratch);
    page_read_text(&fixture->arena, text, &file, extract_vocab(), &options, &fixture->diagnostics,
                   &fixture->facts);
    arena_finish(&scratch); /* nothing of the facts may stand there */
}

const char *extract_dump(struct extract_fixture *fixture)
{
    facts_dump(&fixture->facts, &fixture->out);
    facts_dump_diagnostics(&fixture->diagnostics, &fixture->out);
    return fixture->out.data;
}
