#include "model/spelling.h"

static void add_word(struct build *build, slice word)
{
    if (word.len > 0)
        map_put_new(&build->spelled, word, build);
}

/* What stands between backticks. */
static void add_code(struct build *build, slice text)
{
    slice code;
    while (slice_find_byte(text, '`') != SLICE_NONE) {
        slice_cut(text, '`', &code, &text);
        slice_cut(text, '`', &code, &text);
        add_word(build, slice_trim(code));
    }
}

static void add_values(struct build *build, const struct value_list *values)
{
    for (size_t i = 0; i < values->count; i++)
        if (values->items[i].quoted)
            add_word(build, values->items[i].name);
}

static void add_type(struct build *build, const struct type_facts *type)
{
    add_word(build, type->key_property);
    for (size_t i = 0; i < type->member_count; i++) {
        add_word(build, type->members[i].name);
        add_values(build, &type->members[i].values);
    }
    for (size_t i = 0; i < type->property_count; i++) {
        add_values(build, &type->properties[i].values);
        add_code(build, type->properties[i].description);
    }
}

void spelling_collect(struct build *build)
{
    for (size_t i = 0; i < build->page_count; i++) {
        const struct page_facts *facts = build->pages[i].facts;
        for (size_t j = 0; j < facts->type_count; j++)
            add_type(build, &facts->types[j]);
        for (size_t j = 0; j < facts->enumeration_count; j++)
            add_values(build, &facts->enumerations[j].members);
    }
}

/* Several words in one, or a digit: no language writes so. */
static bool is_marked(slice word)
{
    bool marked = false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (!ascii_is_alnum(c) && c != '_' && c != '.' && c != '@')
            return false;
        bool inner = i > 0 && (ascii_is_upper(c) || ascii_is_digit(c));
        marked |= c == '_' || c == '@' || (c == '.' && i > 0 && i + 1 < word.len) ||
                  (inner && ascii_is_lower(word.ptr[i - 1]));
    }
    return marked;
}

bool spelling_is_kept(const struct build *build, const struct build_page *page, slice word)
{
    return word.len > 0 && (!page->facts->page.translated || is_marked(word) ||
                            map_get(&build->spelled, word) != NULL);
}

static bool contains_ignore_case(slice text, slice part)
{
    for (size_t i = 0; i + part.len <= text.len; i++)
        if (slice_equal_ignore_case(slice_take(slice_skip(text, i), part.len), part))
            return true;
    return false;
}

/* Names are English in every locale: the plural ends in "s". */
static bool type_vouches(const struct type_reference *type, slice name)
{
    slice stem = slice_ends_with(name, SLICE("s")) ? slice_take(name, name.len - 1) : name;
    return stem.len > 2 &&
           (contains_ignore_case(type->link, stem) || contains_ignore_case(type->name, stem));
}

bool spelling_keeps_row(const struct build *build, const struct build_page *page,
                        const struct property_facts *row)
{
    return row->identifier && (spelling_is_kept(build, page, row->name) ||
                               (!row->type.primitive && type_vouches(&row->type, row->name)));
}
