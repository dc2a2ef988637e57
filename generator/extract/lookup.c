#include "extract/lookup.h"

void lookup_init(struct lookup *lookup, struct arena *arena, const struct vocab *vocab,
                 slice locale)
{
    *lookup = (struct lookup){.locale = arena_copy(arena, locale),
                              .words = vocab_words(vocab, locale),
                              .wordless = !vocab_knows_locale(vocab, locale),
                              .arena = arena};
    map_init(&lookup->types, arena);
    map_init(&lookup->headers, arena);
    map_init(&lookup->sections, arena);
    map_init(&lookup->phrases, arena);
}

void lookup_type(struct lookup *lookup, slice text, struct vocab_type *type)
{
    struct vocab_type *known = map_get(&lookup->types, text);
    if (known == NULL) {
        slice kept = arena_copy(lookup->arena, text);
        known = arena_alloc(lookup->arena, sizeof *known);
        vocab_type(lookup->words, lookup->arena, kept, known);
        map_put_new(&lookup->types, kept, known);
    }
    *type = *known;
}

static bool finds_nothing(const struct vocab_scan *scan)
{
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        if (scan->found[i])
            return false;
    return true;
}

const struct known_phrases *lookup_phrases(struct lookup *lookup, struct arena *scratch,
                                           slice written, slice text)
{
    static const struct known_phrases nothing[2] = {{.plain = false}, {.plain = true}};
    bool plain = slice_equal(written, text);
    const struct known_phrases *found = &nothing[plain]; /* those of most texts */
    struct vocab_scan scan;
    vocab_scan(lookup->words, text, &scan);
    if (!finds_nothing(&scan)) {
        struct known_phrases *kept =
            arena_alloc(written.len > 0 ? lookup->arena : scratch, sizeof *kept);
        *kept = (struct known_phrases){scan, plain};
        found = kept;
    }
    if (written.len > 0)
        map_put_new(&lookup->phrases, written, (void *)found);
    return found;
}

const struct vocab_scan *lookup_words(struct lookup *lookup, struct arena *scratch, slice text)
{
    const struct known_phrases *known = map_get(&lookup->phrases, text);
    if (known == NULL) {
        slice kept = arena_copy(lookup->arena, text);
        known = lookup_phrases(lookup, scratch, kept, kept);
    } else if (!known->plain) {
        known = lookup_phrases(lookup, scratch, (slice){0}, text);
    }
    return &known->scan;
}
