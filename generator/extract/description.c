#include "extract/description.h"

#include "extract/identifier.h"
#include "extract/limits.h"
#include "extract/lookup.h"
#include "extract/type_cell.h"
#include "extract/value_list.h"

/* Whether a match of the phrase, wherever it is in TEXT, is as FITS demands: within a sentence it
 * may be about something else. */
static bool states(const struct reading *reading, const struct vocab_scan *scan,
                   enum vocab_phrase phrase, slice text,
                   bool (*fits)(slice text, const struct vocab_match *match))
{
    if (!scan->found[phrase])
        return false;
    struct vocab_match match = scan->matches[phrase];
    while (!fits(text, &match)) {
        size_t from = match.end > match.begin ? match.end : match.end + 1;
        slice rest = slice_skip(text, from);
        if (!vocab_find(reading->words, phrase, rest, &match))
            return false;
        match.begin += from;
        match.end += from;
    }
    return true;
}

void description_read_subject(const struct reading *reading, const struct prose *prose,
                              const struct vocab_match *match, struct type_reference *subject)
{
    size_t link = prose_find_subject(prose, match);
    if (link != SLICE_NONE) {
        type_cell_read_link(reading, &prose->content->pieces[link], subject);
        return;
    }
    slice rest = vocab_subject(prose->text, match);
    slice name = identifier_next(&rest);
    /* "derived from it": without a link, a plain word is a name only where nothing else is said. */
    bool plain = identifier_is_dotted(name) && prose_begins_clause(prose->text, match->begin);
    if (plain || identifier_is_marked(name))
        *subject =
            (struct type_reference){.words = name, .name = name, .span = prose->content->span};
}

static void read_nullable(const struct vocab_scan *scan, struct property_facts *property)
{
    if (scan->found[PHRASE_NOT_NULLABLE])
        property->nullable = NULLABLE_NO;
    else if (scan->found[PHRASE_NULLABLE])
        property->nullable = NULLABLE_YES;
}

/* "String, required": what stands between commas as it would in a column of its own. */
static void read_words(const struct reading *reading, slice words, struct property_facts *property)
{
    for (bool more = slice_find_byte(words, ',') != SLICE_NONE; more;) {
        slice part;
        more = slice_cut(words, ',', &part, &words);
        enum vocab_column said = vocab_column(reading->words, part);
        property->required |= said == COLUMN_REQUIRED;
        property->read_only |= said == COLUMN_READ_ONLY;
    }
}

void description_read_remark(const struct reading *reading, slice words,
                             struct property_facts *property)
{
    if (words.len == 0)
        return;
    const struct vocab_scan *scan = lookup_words(reading->lookup, reading->scratch, words);
    property->deprecated = property->deprecated || scan->found[PHRASE_DEPRECATED];
    property->read_only = property->read_only || scan->found[PHRASE_READ_ONLY];
    property->required = property->required || scan->found[PHRASE_REQUIRED];
    read_nullable(scan, property);
    read_words(reading, words, property);
    limits_read(reading, scan, words, property);
}

static void read_flags(const struct reading *reading, const struct vocab_scan *scan, slice text,
                       struct property_facts *property)
{
    if (scan->found[PHRASE_READ_ONLY])
        property->read_only = true;
    if (states(reading, scan, PHRASE_REQUIRED, text, prose_is_sentence))
        property->required = true;
    if (states(reading, scan, PHRASE_KEY, text, prose_is_sentence))
        property->key = true;
    if (states(reading, scan, PHRASE_DEPRECATED, text, prose_leads) ||
        states(reading, scan, PHRASE_DEPRECATED, text, prose_is_sentence))
        property->deprecated = true;
    read_nullable(scan, property);
}

/* Words such as "can be" are frequent; the first with values behind them count. */
static void read_adjoining_values(const struct reading *reading, const struct prose *prose,
                                  struct vocab_match match, struct property_facts *property)
{
    size_t from = match.end;
    value_list_read_adjoining(reading, prose, from, &property->values);
    while (
        property->values.count == 0 &&
        vocab_find(reading->words, PHRASE_VALUES_FOLLOW, slice_skip(prose->text, from), &match) &&
        match.end > 0) {
        from += match.end;
        value_list_read_adjoining(reading, prose, from, &property->values);
    }
}

/* In a language without words for it, code right behind a colon lists values. */
static void read_values_behind_colon(const struct reading *reading, const struct prose *prose,
                                     struct property_facts *property)
{
    for (size_t at = 0; at < prose->text.len && property->values.count == 0; at++) {
        slice rest = slice_skip(prose->text, at);
        size_t length = slice_starts_with(rest, SLICE(":"))              ? 1
                        : slice_starts_with(rest, SLICE("\xef\xbc\x9a")) ? 3
                                                                         : 0;
        if (length > 0)
            value_list_read_adjoining(reading, prose, at + length, &property->values);
    }
}

static bool has_code(const struct inline_content *cell)
{
    for (size_t i = 0; i < cell->count; i++)
        if (cell->pieces[i].kind == INLINE_CODE)
            return true;
    return slice_find_byte(cell->whole, '`') != SLICE_NONE;
}

void description_read(const struct reading *reading, const struct inline_content *cell,
                      struct property_facts *property)
{
    struct prose prose;
    struct vocab_scan scan;
    prose_read(reading, cell, &prose);
    bool wanted = !reading->for_diagnostics || has_code(cell);
    property->description = wanted ? inline_content_for_comment(reading->arena, cell) : (slice){0};
    property->description_span = cell->span;
    if (prose.text.len == 0)
        return;
    vocab_scan(reading->words, prose.text, &scan);
    read_flags(reading, &scan, prose.text, property);
    limits_read(reading, &scan, prose.text, property);
    if (scan.found[PHRASE_INHERITED_FROM]) {
        struct type_reference *from = arena_alloc(reading->arena, sizeof *from);
        description_read_subject(reading, &prose, &scan.matches[PHRASE_INHERITED_FROM], from);
        property->inherited_from = from;
    }
    if (scan.found[PHRASE_POSSIBLE_VALUES])
        value_list_read_prose(reading, &prose, scan.matches[PHRASE_POSSIBLE_VALUES].end,
                              &property->values);
    else if (scan.found[PHRASE_VALUES_FOLLOW] && cell->count > 1)
        read_adjoining_values(reading, &prose, scan.matches[PHRASE_VALUES_FOLLOW], property);
    else if (cell->count > 1 && reading->lookup->wordless)
        read_values_behind_colon(reading, &prose, property);
}
