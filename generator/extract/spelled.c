#include "extract/spelled.h"

/* A name and the word for its type begin with so many equal letters ("category", "categories"). */
#define LEARNED_PREFIX 5

bool spelled_is_marked(slice word)
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

/* The last word of a name in camel case: "Assignment" of "shop.lampAssignment". */
static slice last_word(slice name)
{
    size_t begin = name.len;
    while (begin > 0 && !ascii_is_upper(name.ptr[begin - 1]) && name.ptr[begin - 1] != '.')
        begin--;
    return slice_skip(name, begin > 0 && name.ptr[begin - 1] != '.' ? begin - 1 : begin);
}

slice spelled_key(const struct property_facts *row)
{
    slice word =
        row->type.primitive || !row->type.collection ? (slice){0} : last_word(row->type.name);
    return word.len >= LEARNED_PREFIX ? word : (slice){0};
}

/* ---- Words ---- */

struct words {
    struct arena *arena;
    slice *items;
    size_t count;
};

/* What machine translation makes of "nine" may be "9". */
static bool is_number(slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_digit(word.ptr[i]))
            return false;
    return true;
}

static void add_word(struct words *words, slice word)
{
    if (is_number(word) || spelled_is_marked(word))
        return;
    words->items = arena_extend(words->arena, words->items, words->count, sizeof *words->items);
    words->items[words->count++] = word;
}

/* What stands between backticks. */
static void add_code(struct words *words, slice text)
{
    slice code;
    while (slice_cut(text, '`', &code, &text)) {
        slice_cut(text, '`', &code, &text);
        add_word(words, slice_trim(code));
    }
}

static void add_values(struct words *words, const struct value_list *values)
{
    for (size_t i = 0; i < values->count; i++)
        if (values->items[i].quoted)
            add_word(words, values->items[i].name);
}

static void add_type(struct words *words, const struct type_facts *type)
{
    add_word(words, type->key_property);
    for (size_t i = 0; i < type->member_count; i++) {
        add_word(words, type->members[i].name);
        add_values(words, &type->members[i].values);
    }
    for (size_t i = 0; i < type->property_count; i++) {
        add_values(words, &type->properties[i].values);
        add_code(words, type->properties[i].description);
    }
}

/* ---- Rows ---- */

static bool starts_alike(slice name, slice word)
{
    return name.len >= LEARNED_PREFIX && slice_equal_ignore_case(slice_take(name, LEARNED_PREFIX),
                                                                 slice_take(word, LEARNED_PREFIX));
}

/* Whether a row tells what such things are called, if its own name is one. */
static bool may_teach(const struct property_facts *row)
{
    slice key = spelled_key(row);
    return key.len > 0 && starts_alike(row->name, key);
}

static void add_rows(struct arena *arena, const struct type_facts *type, struct spelled *spelled)
{
    for (size_t i = 0; i < type->property_count; i++) {
        if (!may_teach(&type->properties[i]))
            continue;
        spelled->rows = arena_extend(arena, spelled->rows, spelled->row_count,
                                     sizeof(const struct property_facts *));
        spelled->rows[spelled->row_count++] = &type->properties[i];
    }
}

void spelled_read(struct arena *arena, struct page_facts *facts)
{
    struct words words = {.arena = arena};
    struct spelled *spelled = &facts->spelled;
    for (size_t i = 0; i < facts->type_count; i++)
        add_type(&words, &facts->types[i]);
    for (size_t i = 0; i < facts->enumeration_count; i++)
        add_values(&words, &facts->enumerations[i].members);
    *spelled = (struct spelled){.words = words.items, .word_count = words.count};
    for (size_t i = 0; i < facts->type_count; i++)
        add_rows(arena, &facts->types[i], spelled);
}
