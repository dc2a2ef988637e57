#include "extract/lookup.h"

void lookup_init(struct lookup *lookup, struct arena *arena, const struct vocab_words *words)
{
    *lookup = (struct lookup){.words = words, .arena = arena};
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

const struct vocab_scan *lookup_phrases(struct lookup *lookup, struct arena *scratch, slice written,
                                        slice text)
{
    static const struct vocab_scan nothing; /* that of most texts */
    struct vocab_scan scan;
    const struct vocab_scan *found = &nothing;
    vocab_scan(lookup->words, text, &scan);
    if (!finds_nothing(&scan)) {
        struct vocab_scan *kept =
            arena_alloc(written.len > 0 ? lookup->arena : scratch, sizeof *kept);
        *kept = scan;
        found = kept;
    }
    if (written.len > 0)
        map_put_new(&lookup->phrases, written, (void *)found);
    return found;
}
