#include "extract/description.h"

#include "extract/identifier.h"
#include "extract/type_cell.h"
#include "extract/value_list.h"

/* Whether the phrase stands for itself; within a sentence it may be about something else. */
static bool states(const struct reading *reading, const struct vocab_scan *scan,
                   enum vocab_phrase phrase, slice text)
{
    if (!scan->found[phrase])
        return false;
    struct vocab_match match = scan->matches[phrase];
    while (!prose_is_sentence(text, &match)) {
        size_t from = match.end > match.begin ? match.end : match.end + 1;
        slice rest = slice_skip(text, from);
        if (!vocab_find(reading->vocab, reading->locale, phrase, rest, &match))
            return false;
        match.begin += from;
        match.end += from;
    }
    return true;
}

/* "4 MB", "64KB": a number of bytes, which says nothing of characters. */
static bool is_unit(slice rest)
{
    if (rest.len > 0 && rest.ptr[0] == ' ')
        rest = slice_skip(rest, 1);
    return rest.len >= 2 && ascii_is_upper(rest.ptr[0]) && rest.ptr[1] == 'B';
}

/* The digits at the beginning of TEXT, with or without separators of thousands; 0: none that are a
 * length. */
static long long read_number(slice text)
{
    long long number = 0;
    unsigned digits = 0;
    size_t i = 0;
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
    slice rest = slice_skip(text, i);
    bool fraction = rest.len > 1 && rest.ptr[0] == '.' && ascii_is_digit(rest.ptr[1]);
    bool attached = rest.len > 0 && ascii_is_alpha(rest.ptr[0]);
    return fraction || attached || is_unit(rest) ? 0 : number;
}

/* The first whole number in TEXT that stands by itself; 0 without one. */
static long long first_number(slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.ptr[i]) && (i == 0 || !identifier_is_char(text.ptr[i - 1])))
            return read_number(slice_skip(text, i));
    return 0;
}

static void read_max_length(const struct vocab_scan *scan, slice text,
                            struct property_facts *property)
{
    const struct vocab_match *match = &scan->matches[PHRASE_MAX_LENGTH];
    if (property->max_length != 0 || !scan->found[PHRASE_MAX_LENGTH])
        return;
    size_t begin = match->begin;
    if (match->subject.len > 0)
        begin = (size_t)(match->subject.ptr - text.ptr);
    property->max_length = first_number(slice_skip(text, begin));
}

void description_read_subject(const struct reading *reading, const struct prose *prose,
                              const struct vocab_match *match, struct type_reference *subject)
{
    size_t link = prose_find_subject(prose, match);
    if (link != SLICE_NONE) {
        type_cell_read_link(reading, &prose->content->pieces[link], subject);
        return;
    }
    slice rest = match->subject;
    slice name = identifier_next(&rest);
    /* "derived from it": without a link, a plain word is a name only where nothing else is said. */
    bool plain = identifier_is_dotted(name) && prose_begins_clause(prose->text, match->begin);
    if (plain || identifier_is_marked(name))
        *subject =
            (struct type_reference){.words = name, .name = name, .span = prose->content->span};
}

void description_read_remark(const struct reading *reading, slice words,
                             struct property_facts *property)
{
    struct vocab_scan scan;
    if (words.len == 0)
        return;
    vocab_scan(reading->vocab, reading->locale, words, &scan);
    property->deprecated = property->deprecated || scan.found[PHRASE_DEPRECATED];
    property->read_only = property->read_only || scan.found[PHRASE_READ_ONLY];
    read_max_length(&scan, words, property);
}

void description_read_size(slice words, struct property_facts *property)
{
    bool text = !property->type.collection && slice_equal(property->type.name, SLICE("Edm.String"));
    if (text && property->max_length == 0)
        property->max_length = first_number(words);
}

static void read_flags(const struct reading *reading, const struct vocab_scan *scan, slice text,
                       struct property_facts *property)
{
    if (scan->found[PHRASE_READ_ONLY])
        property->read_only = true;
    if (states(reading, scan, PHRASE_REQUIRED, text))
        property->required = true;
    if (states(reading, scan, PHRASE_KEY, text))
        property->key = true;
    if (scan->found[PHRASE_DEPRECATED] &&
        (prose_in_first_sentence(text, &scan->matches[PHRASE_DEPRECATED]) ||
         states(reading, scan, PHRASE_DEPRECATED, text)))
        property->deprecated = true;
    if (scan->found[PHRASE_NOT_NULLABLE])
        property->nullable = NULLABLE_NO;
    else if (scan->found[PHRASE_NULLABLE])
        property->nullable = NULLABLE_YES;
}

void description_read(const struct reading *reading, const struct inline_content *cell,
                      struct property_facts *property)
{
    struct prose prose;
    struct vocab_scan scan;
    prose_read(reading->arena, cell, &prose);
    property->description = inline_content_for_comment(reading->arena, cell);
    property->description_span = cell->span;
    if (prose.text.len == 0)
        return;
    vocab_scan(reading->vocab, reading->locale, prose.text, &scan);
    read_flags(reading, &scan, prose.text, property);
    read_max_length(&scan, prose.text, property);
    if (scan.found[PHRASE_INHERITED_FROM]) {
        property->inherited = true;
        description_read_subject(reading, &prose, &scan.matches[PHRASE_INHERITED_FROM],
                                 &property->inherited_from);
    }
    if (scan.found[PHRASE_POSSIBLE_VALUES])
        value_list_read_prose(reading, &prose, scan.matches[PHRASE_POSSIBLE_VALUES].end,
                              &property->values);
}
