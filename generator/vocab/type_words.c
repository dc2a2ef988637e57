#include "vocab/type_words.h"

#include "support/utf8.h"

#include <string.h>

/* How many collection words, brackets and qualifiers are taken off one after the other. */
#define TYPE_WORDS_LAYERS 6

static const slice edm_prefix = {"Edm.", 4};

/* The canonical name of WORDS as they stand, with or without "Edm." before them. */
static slice look_up(const struct language *language, slice words)
{
    struct words_key key;
    bool edm = slice_starts_with_ignore_case(words, edm_prefix);
    if (!words_key_fold(edm ? slice_skip(words, edm_prefix.len) : words, &key))
        return (slice){0};
    return language_type(language, key.text);
}

/* Marks around a type that are none of it: ASCII ones, no-break blanks, wide ones. */
static const char narrow_marks[] = " \t\n\v\f\r.,;:?*`'\"\\";
static const slice wide_marks[] = {
    {"\xc2\xbf", 2},     {"\xc2\xa0", 2},     {"\xe3\x80\x80", 3},
    {"\xe3\x80\x81", 3}, {"\xe3\x80\x82", 3}, {"\xef\xbc\x8c", 3},
    {"\xef\xbc\x9b", 3}, {"\xef\xbc\x9a", 3}, {"\xef\xbc\x9f", 3},
};

static bool is_narrow_mark(char c)
{
    return !ascii_is_alnum(c) && c != '\0' && strchr(narrow_marks, c) != NULL;
}

/* The length of the mark at the beginning of TEXT, or 0. */
static size_t mark_at_begin(slice text)
{
    if (text.len == 0 || ascii_is_alnum(text.ptr[0]))
        return 0;
    if ((unsigned char)text.ptr[0] < 0x80)
        return is_narrow_mark(text.ptr[0]);
    for (size_t i = 0; i < sizeof wide_marks / sizeof *wide_marks; i++)
        if (slice_starts_with(text, wide_marks[i]))
            return wide_marks[i].len;
    return 0;
}

static size_t mark_at_end(slice text)
{
    if (text.len == 0 || ascii_is_alnum(text.ptr[text.len - 1]))
        return 0;
    if ((unsigned char)text.ptr[text.len - 1] < 0x80)
        return is_narrow_mark(text.ptr[text.len - 1]);
    for (size_t i = 0; i < sizeof wide_marks / sizeof *wide_marks; i++)
        if (slice_ends_with(text, wide_marks[i]))
            return wide_marks[i].len;
    return 0;
}

/* Without white space, quotes and sentence marks around it; brackets stay. */
static slice trim_marks(slice text)
{
    size_t mark;
    while ((mark = mark_at_begin(text)) > 0)
        text = slice_skip(text, mark);
    while ((mark = mark_at_end(text)) > 0)
        text = slice_take(text, text.len - mark);
    return text;
}

static slice strip_ends(slice text, size_t front, size_t back)
{
    return trim_marks(slice_skip(slice_take(text, text.len - back), front));
}

static size_t count_byte(slice text, char wanted)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == wanted;
    return count;
}

/* Whether one pair of brackets stands around all of TEXT. */
static bool is_enclosed(slice text, char open, char close)
{
    return text.len > 2 && text.ptr[0] == open && text.ptr[text.len - 1] == close &&
           count_byte(text, open) == 1;
}

/* Brackets of a link that leads nowhere ("[x][]"), of an array ("x[]"), and around everything. */
static bool strip_brackets(slice *text, bool *collection)
{
    slice t = *text;
    bool link = t.len > 2 && t.ptr[0] == '[' && count_byte(t, '[') == count_byte(t, ']');
    if (link && slice_ends_with(t, SLICE("][]")) && count_byte(t, '[') == 2)
        *text = strip_ends(t, 1, 3);
    else if ((link && is_enclosed(t, '[', ']')) || is_enclosed(t, '(', ')'))
        *text = strip_ends(t, 1, 1);
    else if (t.len > 2 && slice_ends_with(t, SLICE("[]"))) {
        *text = strip_ends(t, 0, 2);
        *collection = true;
    } else if (t.len > 0 && t.ptr[t.len - 1] == ')' && count_byte(t, '(') < count_byte(t, ')'))
        *text = strip_ends(t, 0, 1);
    else
        return false;
    return true;
}

static bool strip_folded_collection(const struct language *language, slice folded, slice *text)
{
    for (size_t i = 0; i < language->collection_count; i++) {
        slice subject;
        if (!words_pattern_covers(&language->collections[i], *text, folded, &subject))
            continue;
        subject = trim_marks(subject);
        if (subject.len == 0)
            continue;
        *text = subject;
        return true;
    }
    return false;
}

static bool strip_collection(const struct language *language, slice *text)
{
    struct words_key key;
    return words_key_fold(*text, &key) && strip_folded_collection(language, key.text, text);
}

/* Whether TEXT is written like a word of a language, not like a name: "Lampensammlung". */
static bool is_plain_word(slice text)
{
    for (size_t i = 1; i < text.len; i++)
        if (!ascii_is_lower(text.ptr[i]))
            return false;
    return text.len > 0 && ascii_is_alpha(text.ptr[0]);
}

/* "Zeichenfolgensammlung": one word that says what and how many. The NAME of what is not known
 * stays whole, since it may be that of a type after all. */
static bool strip_glued(const struct language *language, slice text, slice *name)
{
    if (!is_plain_word(text) || !strip_collection(language, &text))
        return false;
    slice known = look_up(language, text);
    if (known.len > 0)
        *name = known;
    return true;
}

/* The words before (or behind) QUALIFIER, or empty when it does not stand in TEXT. */
static slice without_qualifier(const struct words_pattern *qualifier, slice text, slice folded)
{
    slice subject;
    size_t end;
    if (words_pattern_covers(qualifier, text, folded, &subject))
        return trim_marks(subject);
    /* "x, maximum size 20": what "{}" stands for is dropped with the words. */
    if (qualifier->after.len > 0 || slice_find(folded, qualifier->before) == SLICE_NONE)
        return (slice){0};
    size_t at = words_find(text, 0, qualifier->before, &end);
    return at != SLICE_NONE ? trim_marks(slice_take(text, at)) : (slice){0};
}

/* Takes off what qualifies a type without changing it ("x object", "x, maximum size 20"). */
static bool strip_qualifier(const struct language *language, slice *text)
{
    struct words_key key;
    if (!words_key_fold(*text, &key))
        return false;
    for (size_t i = 0; i < language->qualifier_count; i++) {
        slice rest = without_qualifier(&language->qualifiers[i], *text, key.text);
        if (rest.len == 0)
            continue;
        *text = rest;
        return true;
    }
    return false;
}

/* The offset of the first opening round bracket, also a full-width one, its length in *length. */
static size_t find_opening(slice text, size_t *length)
{
    static const slice wide = {"\xef\xbc\x88", 3};
    size_t narrow_at = slice_find_byte(text, '(');
    size_t wide_at = slice_find(text, wide);
    *length = wide_at < narrow_at ? wide.len : 1;
    return wide_at < narrow_at ? wide_at : narrow_at;
}

/* "string (url)" and "文字列型 (String)": the words before the bracket, or those in it. */
static slice look_up_parts(const struct language *language, slice text)
{
    size_t length;
    size_t at = find_opening(text, &length);
    if (at == SLICE_NONE)
        return (slice){0};
    slice name = look_up(language, trim_marks(slice_take(text, at)));
    return name.len > 0 || at == 0 ? name
                                   : look_up(language, words_trim(slice_skip(text, at + length)));
}

/* "text (collection)": the words in the bracket say the same without it. */
static bool strip_collection_in_brackets(struct arena *arena, const struct language *language,
                                         slice *text)
{
    size_t length;
    size_t at = find_opening(*text, &length);
    if (at == SLICE_NONE || at == 0)
        return false;
    slice before = trim_marks(slice_take(*text, at));
    slice inside = words_trim(slice_skip(*text, at + length));
    slice plain = arena_format(arena, "%.*s %.*s", SLICE_ARGS(before), SLICE_ARGS(inside));
    if (!strip_collection(language, &plain))
        return false;
    *text = plain;
    return true;
}

/* Names of types need no further look; they are the most frequent words of all. */
static bool is_identifier(slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_alnum(text.ptr[i]) && text.ptr[i] != '.' && text.ptr[i] != '_')
            return false;
    return true;
}

void type_words_read(struct arena *arena, const struct language *language, slice words,
                     struct vocab_type *type)
{
    slice text = trim_marks(words);
    *type = (struct vocab_type){.name = text};
    for (int layer = 0; layer < TYPE_WORDS_LAYERS; layer++) {
        slice name = look_up(language, text);
        type->name = name.len > 0 ? name : text;
        if (name.len > 0)
            break;
        if (is_identifier(text)) {
            type->collection |= strip_glued(language, text, &type->name);
            break;
        }
        struct words_key key;
        slice folded = words_key_fold(text, &key) ? key.text : (slice){0};
        name = language_type_pattern(language, text, folded);
        type->name = name.len > 0 ? name : text;
        if (name.len > 0)
            break;
        if (strip_brackets(&text, &type->collection))
            continue;
        if ((folded.len > 0 && strip_folded_collection(language, folded, &text)) ||
            strip_collection_in_brackets(arena, language, &text)) {
            type->collection = true;
            continue;
        }
        name = look_up_parts(language, text);
        type->name = name.len > 0 ? name : text;
        if (name.len > 0 || !strip_qualifier(language, &text))
            break;
    }
    type->primitive = language_is_primitive(type->name);
}
