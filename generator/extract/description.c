#include "extract/description.h"

#include "extract/identifier.h"
#include "extract/type_cell.h"
#include "extract/value_list.h"

static bool says(const struct reading *reading, enum vocab_phrase phrase, slice text)
{
    struct vocab_match match;
    return vocab_find(reading->vocab, reading->locale, phrase, text, &match);
}

/* Whether the phrase stands for itself; within a sentence it may be about something else. */
static bool states(const struct reading *reading, enum vocab_phrase phrase, slice text)
{
    struct vocab_match match;
    size_t from = 0;
    while (from < text.len) {
        slice rest = slice_skip(text, from);
        if (!vocab_find(reading->vocab, reading->locale, phrase, rest, &match))
            return false;
        match.begin += from;
        match.end += from;
        if (prose_is_sentence(text, &match))
            return true;
        from = match.end > from ? match.end : from + 1;
    }
    return false;
}

/* The first whole number in TEXT, with or without separators of thousands; 0: none that counts. */
static long long first_number(slice text)
{
    size_t i = 0;
    while (i < text.len && !ascii_is_digit(text.ptr[i]))
        i++;
    long long number = 0;
    unsigned digits = 0;
    for (; i < text.len; i++) {
        bool thousands = text.ptr[i] == ',' && i + 3 < text.len &&
                         ascii_is_digit(text.ptr[i + 1]) && ascii_is_digit(text.ptr[i + 2]) &&
                         ascii_is_digit(text.ptr[i + 3]);
        if (thousands)
            continue;
        if (!ascii_is_digit(text.ptr[i]))
            break;
        if (++digits > DESCRIPTION_DIGITS_MAX)
            return 0;
        number = number * 10 + (text.ptr[i] - '0');
    }
    bool fraction = i + 1 < text.len && text.ptr[i] == '.' && ascii_is_digit(text.ptr[i + 1]);
    bool unit = i < text.len && ascii_is_alpha(text.ptr[i]); /* "64KB" */
    return fraction || unit ? 0 : number;
}

static void read_max_length(const struct reading *reading, slice text,
                            struct property_facts *property)
{
    struct vocab_match match;
    if (property->max_length != 0 ||
        !vocab_find(reading->vocab, reading->locale, PHRASE_MAX_LENGTH, text, &match))
        return;
    slice words = match.subject;
    if (words.len == 0)
        words = slice_take(slice_skip(text, match.begin), match.end - match.begin);
    property->max_length = first_number(words);
}

bool description_read_inherited(const struct reading *reading, const struct prose *prose,
                                enum vocab_phrase phrase, struct type_reference *from)
{
    struct vocab_match match;
    if (!vocab_find(reading->vocab, reading->locale, phrase, prose->text, &match))
        return false;
    size_t link = prose_find_subject(prose, &match);
    if (link != SLICE_NONE) {
        type_cell_read_link(reading, &prose->content->pieces[link], from);
        return true;
    }
    slice rest = match.subject;
    slice name = identifier_next(&rest);
    if (identifier_is_dotted(name))
        *from = (struct type_reference){.words = name, .name = name, .span = prose->content->span};
    return true;
}

void description_read_remark(const struct reading *reading, slice words,
                             struct property_facts *property)
{
    if (words.len == 0)
        return;
    if (says(reading, PHRASE_DEPRECATED, words))
        property->deprecated = true;
    if (says(reading, PHRASE_READ_ONLY, words))
        property->read_only = true;
    read_max_length(reading, words, property);
}

static void read_flags(const struct reading *reading, slice text, struct property_facts *property)
{
    struct vocab_match match;
    if (says(reading, PHRASE_READ_ONLY, text))
        property->read_only = true;
    if (states(reading, PHRASE_REQUIRED, text))
        property->required = true;
    if (states(reading, PHRASE_KEY, text))
        property->key = true;
    if (vocab_find(reading->vocab, reading->locale, PHRASE_DEPRECATED, text, &match) &&
        (prose_in_first_sentence(text, &match) || prose_is_sentence(text, &match)))
        property->deprecated = true;
    if (says(reading, PHRASE_NOT_NULLABLE, text))
        property->nullable = NULLABLE_NO;
    else if (says(reading, PHRASE_NULLABLE, text))
        property->nullable = NULLABLE_YES;
}

void description_read(const struct reading *reading, const struct inline_content *cell,
                      struct property_facts *property)
{
    struct prose prose;
    prose_read(reading->arena, cell, &prose);
    property->description = inline_content_for_comment(reading->arena, cell);
    property->description_span = cell->span;
    if (prose.text.len == 0)
        return;
    read_flags(reading, prose.text, property);
    read_max_length(reading, prose.text, property);
    if (description_read_inherited(reading, &prose, PHRASE_INHERITED_FROM,
                                   &property->inherited_from))
        property->inherited = true;
    value_list_read_prose(reading, &prose, &property->values);
}
