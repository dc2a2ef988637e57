#include "extract/type_cell.h"

#include "extract/identifier.h"
#include "extract/memo.h"

#include <string.h>

/* "x" for "x.fr", the page of the reading's own locale. */
static slice without_locale(const struct reading *reading, slice name)
{
    size_t end = name.len > reading->locale.len ? name.len - reading->locale.len : 0;
    bool own = end > 1 && name.ptr[end - 1] == '.' &&
               slice_equal_ignore_case(slice_skip(name, end), reading->locale);
    return own ? slice_take(name, end - 1) : name;
}

void type_cell_read_target(const struct reading *reading, slice target, slice *stem,
                           slice *fragment)
{
    slice path = slice_trim(target);
    slice hash = {0};
    slice query = {0};
    slice_cut(path, '#', &path, &hash);
    slice_cut(path, '?', &path, &query);
    *fragment = identifier_lower(reading->arena, hash);
    *stem = (slice){0};
    if (path.len == 0) {
        if (hash.len > 0)
            *stem = reading->stem;
        return;
    }
    size_t last = slice_find_last_byte(path, '/');
    slice name = last == SLICE_NONE ? path : slice_skip(path, last + 1);
    slice folder = slice_take(path, last == SLICE_NONE ? 0 : last);
    bool page = slice_ends_with_ignore_case(name, SLICE(".md"));
    if (page)
        name = without_locale(reading, slice_take(name, name.len - 3));
    /* Operations are pages, too, but no types; elsewhere on the web nothing is known. */
    bool operation = slice_equal(folder, SLICE("api")) || slice_ends_with(folder, SLICE("/api"));
    bool resource = page || slice_ends_with(folder, SLICE("resources"));
    if (resource && !operation)
        *stem = identifier_lower(reading->arena, name);
}

/* Without the brackets of links whose definition is missing, "[user] collection", "[user][]"; but
 * "user[]" is an array, and "map[string]" has an argument. */
static slice without_brackets(struct arena *arena, slice words)
{
    if (slice_find_byte(words, '[') == SLICE_NONE)
        return words;
    char *copy = arena_alloc(arena, words.len + 1);
    size_t length = 0;
    for (size_t i = 0; i < words.len; i++) {
        char c = words.ptr[i];
        if (c == '[' && i > 0 && i + 1 < words.len && identifier_is_char(words.ptr[i - 1]) &&
            words.ptr[i + 1] != ']')
            return words;
        bool reference = c == '[' && i > 0 && words.ptr[i - 1] == ']';
        bool array =
            c == '[' && i > 0 && !reference && i + 1 < words.len && words.ptr[i + 1] == ']';
        if (reference) {
            while (i < words.len && words.ptr[i] != ']')
                i++;
        } else if (array) {
            copy[length++] = c;
            copy[length++] = words.ptr[++i];
        } else if (c != '[' && c != ']') {
            copy[length++] = c;
        }
    }
    return slice_trim((slice){copy, length});
}

static size_t count_words(slice words)
{
    size_t count = 0;
    for (size_t i = 0; i < words.len; i++)
        if (!ascii_is_space(words.ptr[i]) && (i == 0 || ascii_is_space(words.ptr[i - 1])))
            count++;
    return count;
}

/* The text up to the end of its first sentence, without what ends it. */
static slice first_sentence(slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (prose_sentence_end(text, i) > 0)
            return slice_take(text, i);
    return text;
}

/* The text before the first mark that sets a remark apart: "string, maximum size 20". */
static slice before_remark(slice text)
{
    static const char *const marks[] = {
        "(", ",", ";", "|", ":", "\xef\xbc\x88", "\xef\xbc\x8c", "\xe3\x80\x81"};
    size_t end = text.len;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t at = slice_find(text, slice_from(marks[i]));
        if (at != SLICE_NONE && at > 0 && at < end)
            end = at;
    }
    return slice_trim(slice_take(text, end));
}

static bool take_words(const struct reading *reading, slice words, struct type_reference *reference)
{
    struct vocab_type type = {0};
    if (words.len == 0)
        return false;
    lookup_type(reading->lookup, words, &type);
    reference->collection = reference->collection || type.collection;
    if (!type.primitive && !identifier_is_dotted(type.name))
        return false;
    reference->name = type.name;
    reference->primitive = type.primitive;
    return true;
}

/* The only word that is written like a name. */
static bool take_one_word(slice words, struct type_reference *reference)
{
    slice marked = {0};
    slice rest = words;
    for (slice word = identifier_next(&rest); word.len > 0; word = identifier_next(&rest)) {
        if (!identifier_is_marked(word))
            continue;
        if (marked.len > 0)
            return false;
        marked = word;
    }
    reference->name = marked;
    return marked.len > 0;
}

void type_cell_read_words(const struct reading *reading, slice words, struct span span,
                          struct type_reference *reference)
{
    reference->words = words;
    reference->span = span;
    slice text = without_brackets(reading->arena, slice_trim(words));
    if (text.len == 0 || take_words(reading, text, reference))
        return;
    slice first = first_sentence(text);
    if (count_words(first) > TYPE_CELL_WORDS_MAX) {
        reference->sentence = true;
        return;
    }
    if ((first.len < text.len && take_words(reading, first, reference)) ||
        take_words(reading, before_remark(first), reference) || take_one_word(first, reference))
        return;
    reference->sentence = count_words(text) > TYPE_CELL_WORDS_MAX;
}

static bool text_has_collection(const struct reading *reading, slice text)
{
    struct vocab_type type = {0};
    text = without_brackets(reading->arena, slice_trim(first_sentence(text)));
    if (text.len == 0)
        return false;
    lookup_type(reading->lookup, text, &type);
    return type.collection;
}

void type_cell_read_link(const struct reading *reading, const struct inline_piece *link,
                         struct type_reference *reference)
{
    type_cell_read_words(reading, link->text, link->span, reference);
    reference->sentence = false;
    reference->link = NULL;
    struct type_link target;
    type_cell_read_target(reading, link->target, &target.stem, &target.fragment);
    if (target.stem.len == 0)
        return;
    struct type_link *kept = arena_alloc(reading->arena, sizeof *kept);
    *kept = target;
    reference->link = kept;
}

void type_cell_read(const struct reading *reading, const struct inline_content *cell,
                    struct type_reference *reference)
{
    struct prose prose;
    prose_read(reading, cell, &prose);
    size_t link = prose_find_link(&prose, 0);
    if (link == SLICE_NONE) {
        type_cell_read_words(reading, cell->text, cell->span, reference);
        return;
    }
    type_cell_read_link(reading, &cell->pieces[link], reference);
    size_t second = prose_next_link(&prose, link);
    size_t end = second == SLICE_NONE ? prose.text.len : prose.begins[second];
    if (!reference->collection)
        reference->collection = text_has_collection(reading, slice_take(prose.text, end));
    reference->words = cell->text;
    reference->span = cell->span;
}

void type_cell_read_odata(slice name, struct span span, struct type_reference *reference)
{
    reference->words = name;
    reference->name = identifier_of_odata(name, &reference->collection);
    reference->primitive = slice_starts_with(reference->name, SLICE("Edm."));
    reference->span = span;
}
