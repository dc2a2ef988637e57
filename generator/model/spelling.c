#include "model/spelling.h"

#include "extract/spelled.h"

bool spelling_is_kept(const struct spelling *spelling, const struct page *page, slice word)
{
    return word.len > 0 && (!page->translated || spelled_is_marked(word) ||
                            map_get(&spelling->words, word) != NULL);
}

static bool contains_ignore_case(slice text, slice part)
{
    for (size_t i = 0; i + part.len <= text.len; i++)
        if (slice_equal_ignore_case(slice_take(slice_skip(text, i), part.len), part))
            return true;
    return false;
}

/* Names are English in every locale: the plural ends in "s". The text of a link may be translated,
 * where it leads to is not. */
static bool type_vouches(const struct type_reference *type, slice name)
{
    slice stem = slice_ends_with(name, SLICE("s")) ? slice_take(name, name.len - 1) : name;
    return stem.len > 2 &&
           contains_ignore_case(type->link != NULL ? type->link->stem : type->name, stem);
}

bool spelling_keeps_row(const struct spelling *spelling, const struct page *page,
                        const struct property_facts *row)
{
    return row->identifier && (spelling_is_kept(spelling, page, row->name) ||
                               (!row->type.primitive && type_vouches(&row->type, row->name)));
}

/* ---- Names of relationships ---- */

/* What properties that hold several of one kind of things are called. */
struct learned {
    slice name;
    bool several; /* not the same everywhere */
};

static void learn_row(struct spelling *spelling, const struct page *page,
                      const struct property_facts *row)
{
    slice key = spelled_key(row);
    if (!spelling_keeps_row(spelling, page, row))
        return;
    struct learned *learned = map_get(&spelling->learned, key);
    if (learned == NULL) {
        learned = arena_alloc(spelling->arena, sizeof *learned);
        learned->name = row->name;
        map_put(&spelling->learned, key, learned);
    }
    learned->several |= !slice_equal(learned->name, row->name);
}

slice spelling_learned_name(const struct spelling *spelling, const struct property_facts *row)
{
    slice key = spelled_key(row);
    const struct learned *learned = key.len > 0 ? map_get(&spelling->learned, key) : NULL;
    return learned != NULL && !learned->several ? learned->name : (slice){0};
}

/* ---- All pages ---- */

static slice last_part(slice name)
{
    size_t dot = slice_find_last_byte(name, '.');
    return dot == SLICE_NONE ? name : slice_skip(name, dot + 1);
}

static void add_enumeration(struct spelling *spelling, const struct page_facts *page,
                            const struct enumeration_facts *facts)
{
    slice short_name = last_part(facts->name);
    struct spelled_enumerations *list = map_get(&spelling->enumerations, short_name);
    if (list == NULL) {
        list = arena_alloc(spelling->arena, sizeof *list);
        map_put(&spelling->enumerations, short_name, list);
    }
    list->items = arena_extend(spelling->arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = (struct spelled_enumeration){page, facts};
}

static void add_page(struct spelling *spelling, const struct page_facts *facts)
{
    for (size_t i = 0; i < facts->spelled.word_count; i++)
        map_put_new(&spelling->words, facts->spelled.words[i], spelling);
    for (size_t i = 0; i < facts->enumeration_count; i++)
        add_enumeration(spelling, facts, &facts->enumerations[i]);
}

void spelling_collect(struct arena *arena, const struct page_facts *const *pages, size_t count,
                      struct spelling *spelling)
{
    *spelling = (struct spelling){.arena = arena};
    map_init(&spelling->words, arena);
    map_init(&spelling->learned, arena);
    map_init_ignore_case(&spelling->enumerations, arena);
    for (size_t i = 0; i < count; i++)
        add_page(spelling, pages[i]);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < pages[i]->spelled.row_count; j++)
            learn_row(spelling, &pages[i]->page, pages[i]->spelled.rows[j]);
}
