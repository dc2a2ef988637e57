#include "model/spelling.h"

/* A name and the word for its type begin with so many equal letters ("category", "categories"). */
#define LEARNED_PREFIX 5

/* Several words in one, or a digit: no language writes so. */
static bool is_marked(slice word)
{
    unsigned marks = 0, before = 0; /* classes of the character before, if it is a small letter */
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        unsigned class = ascii_classes[(unsigned char)c];
        if ((class & (ASCII_LOWER | ASCII_UPPER | ASCII_DIGIT)) != 0)
            marks |= before & ~class;
        else if (c == '.')
            marks |= i > 0 && i + 1 < word.len;
        else if (c == '_' || c == '@')
            marks = 1;
        else
            return false;
        before = class & ASCII_LOWER;
    }
    return marks != 0;
}

/* What machine translation makes of "nine" may be "9". */
static bool is_number(slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_digit(word.ptr[i]))
            return false;
    return true;
}

static void add_word(struct spelling *spelling, slice word)
{
    if (!is_number(word) && !is_marked(word))
        map_put_new(&spelling->words, word, spelling);
}

/* What stands between backticks. */
static void add_code(struct spelling *spelling, slice text)
{
    slice code;
    while (slice_cut(text, '`', &code, &text)) {
        slice_cut(text, '`', &code, &text);
        add_word(spelling, slice_trim(code));
    }
}

static void add_values(struct spelling *spelling, const struct value_list *values)
{
    for (size_t i = 0; i < values->count; i++)
        if (values->items[i].quoted)
            add_word(spelling, values->items[i].name);
}

bool spelling_is_kept(const struct spelling *spelling, const struct page *page, slice word)
{
    return word.len > 0 &&
           (!page->translated || is_marked(word) || map_get(&spelling->words, word) != NULL);
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

/* The last word of a name in camel case: "Assignment" of "shop.lampAssignment". */
static slice last_word(slice name)
{
    size_t begin = name.len;
    while (begin > 0 && !ascii_is_upper(name.ptr[begin - 1]) && name.ptr[begin - 1] != '.')
        begin--;
    return slice_skip(name, begin > 0 && name.ptr[begin - 1] != '.' ? begin - 1 : begin);
}

/* The word that rows of this type are looked up by; empty for rows that tell nothing. */
static slice key_of_row(const struct property_facts *row)
{
    slice word =
        row->type.primitive || !row->type.collection ? (slice){0} : last_word(row->type.name);
    return word.len >= LEARNED_PREFIX ? word : (slice){0};
}

static bool starts_alike(slice name, slice word)
{
    return name.len >= LEARNED_PREFIX && slice_equal_ignore_case(slice_take(name, LEARNED_PREFIX),
                                                                 slice_take(word, LEARNED_PREFIX));
}

/* Whether a row tells what such things are called, if its own name is one. */
static bool may_teach(const struct property_facts *row)
{
    slice key = key_of_row(row);
    return key.len > 0 && starts_alike(row->name, key);
}

static void learn_row(struct spelling *spelling, const struct page *page,
                      const struct property_facts *row)
{
    slice key = key_of_row(row);
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
    slice key = key_of_row(row);
    const struct learned *learned = key.len > 0 ? map_get(&spelling->learned, key) : NULL;
    return learned != NULL && !learned->several ? learned->name : (slice){0};
}

/* ---- All pages ---- */

static void add_rows(struct spelling *spelling, const struct page *page,
                     const struct type_facts *type)
{
    for (size_t i = 0; i < type->property_count; i++) {
        const struct property_facts *row = &type->properties[i];
        add_values(spelling, &row->values);
        add_code(spelling, row->description);
        if (!may_teach(row))
            continue;
        spelling->teachers = arena_extend(spelling->arena, spelling->teachers,
                                          spelling->teacher_count, sizeof *spelling->teachers);
        spelling->teachers[spelling->teacher_count++] = (struct spelled_row){page, row};
    }
}

static void add_type(struct spelling *spelling, const struct page *page,
                     const struct type_facts *type)
{
    add_word(spelling, type->key_property);
    for (size_t i = 0; i < type->member_count; i++) {
        add_word(spelling, type->members[i].name);
        add_values(spelling, &type->members[i].values);
    }
    add_rows(spelling, page, type);
}

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
    for (size_t j = 0; j < facts->type_count; j++)
        add_type(spelling, &facts->page, &facts->types[j]);
    for (size_t j = 0; j < facts->enumeration_count; j++) {
        add_values(spelling, &facts->enumerations[j].members);
        add_enumeration(spelling, facts, &facts->enumerations[j]);
    }
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
    for (size_t i = 0; i < spelling->teacher_count; i++)
        learn_row(spelling, spelling->teachers[i].page, spelling->teachers[i].row);
}
