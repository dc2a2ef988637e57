#include "vocab/phrase_table.h"

#include "support/utf8.h"

/* The longest text that "{}" stands for, in bytes. */
#define PHRASE_SUBJECT_MAX ((size_t)200)

/* A candidate at one place of the text. */
struct candidate {
    const struct phrase_words *words;
    size_t begin; /* of the literal that was found first */
    size_t end;   /* behind the last literal */
    slice subject;
};

void phrase_table_init(struct phrase_table *table, struct arena *arena)
{
    *table = (struct phrase_table){.arena = arena};
}

bool phrase_words_read(struct arena *arena, enum vocab_phrase phrase, slice text,
                       struct phrase_words *words)
{
    *words = (struct phrase_words){.phrase = phrase};
    words->at_begin = slice_starts_with(text, SLICE("^"));
    return words_pattern_read(arena, slice_skip(text, words->at_begin ? 1 : 0), &words->pattern);
}

void phrase_table_add(struct phrase_table *table, const struct phrase_words *words)
{
    table->words = arena_extend(table->arena, table->words, table->count, sizeof *table->words);
    table->words[table->count++] = *words;
}

static slice first_literal(const struct phrase_words *words)
{
    return words->pattern.before.len > 0 ? words->pattern.before : words->pattern.after;
}

static unsigned char first_byte(const struct phrase_words *words)
{
    return (unsigned char)first_literal(words).ptr[0];
}

/* Which bytes of a text may open a character that folds to one that begins with BYTE. */
static void mark_starts(bool *starts, unsigned char byte)
{
    starts[byte] = true;
    if (byte < 0x80)
        starts[(unsigned char)ascii_to_upper((char)byte)] = true;
    /* Upper and lower case of Latin, Greek and Cyrillic have different first bytes. */
    for (unsigned other = 0xC3; byte >= 0xC3 && byte <= 0xD4 && other <= 0xD4; other++)
        starts[other] = true;
}

static size_t literal_length(const struct phrase_words *words)
{
    return words->pattern.before.len + words->pattern.after.len;
}

/* Longer words first; an insertion keeps the order of equals. */
static void insert_words(struct phrase_words *sorted, size_t begin, size_t count,
                         const struct phrase_words *words)
{
    size_t at = count;
    for (; at > begin && literal_length(&sorted[at - 1]) < literal_length(words); at--)
        sorted[at] = sorted[at - 1];
    sorted[at] = *words;
}

void phrase_table_sort(struct phrase_table *table)
{
    struct phrase_words *sorted =
        arena_alloc_array(table->arena, table->count, sizeof *table->words);
    size_t stored = 0;
    for (size_t byte = 0; byte < 256; byte++) {
        table->buckets[byte] = stored;
        for (size_t i = 0; i < table->count; i++)
            if (first_byte(&table->words[i]) == byte)
                insert_words(sorted, table->buckets[byte], stored++, &table->words[i]);
    }
    table->buckets[256] = stored;
    for (size_t i = 0; i < stored; i++) {
        mark_starts(table->starts, first_byte(&sorted[i]));
        table->words[i] = sorted[i];
    }
}

static size_t step_back(slice text, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
    return at;
}

static bool at_clause_begin(slice text, size_t at)
{
    while (at > 0) {
        size_t before = step_back(text, at);
        size_t next = before;
        if (!utf8_is_space(utf8_decode(text, &next)))
            return words_ends_clause(text, before);
        at = before;
    }
    return true;
}

/* The words before AT, back to where their clause begins. */
static slice clause_before(slice text, size_t at)
{
    size_t begin = at;
    while (begin > 0 && at - begin < PHRASE_SUBJECT_MAX) {
        size_t before = step_back(text, begin);
        if (words_ends_clause(text, before))
            break;
        begin = before;
    }
    return words_trim(slice_skip(slice_take(text, at), begin));
}

static size_t clause_end(slice text, size_t from)
{
    size_t at = from;
    while (at < text.len && at - from < PHRASE_SUBJECT_MAX && !words_ends_clause(text, at))
        utf8_decode(text, &at);
    return at;
}

static bool match_words(const struct phrase_words *words, slice text, size_t at,
                        struct candidate *found)
{
    const struct words_pattern *pattern = &words->pattern;
    size_t end = words_match(text, at, first_literal(words));
    if (end == SLICE_NONE || (words->at_begin && !at_clause_begin(text, at)))
        return false;
    *found = (struct candidate){.words = words, .begin = at, .end = end};
    if (!pattern->open)
        return true;
    if (pattern->before.len == 0) {
        found->subject = clause_before(text, at);
        return found->subject.len > 0;
    }
    size_t stop = clause_end(text, end);
    size_t subject_end = stop;
    if (pattern->after.len > 0) {
        /* The words behind may begin with what ends the clause: "({} chars)". */
        slice reach = slice_take(text, stop + pattern->after.len + 1);
        subject_end = words_find(reach, end, pattern->after, &found->end);
        if (subject_end == SLICE_NONE || subject_end > stop)
            return false;
    }
    found->subject = words_trim(slice_skip(slice_take(text, subject_end), end));
    return found->subject.len > 0 || pattern->after.len == 0;
}

/* Notes FOUND unless the phrase was found earlier in the text. */
static void note_match(const struct candidate *found, slice text, struct vocab_scan *scan)
{
    enum vocab_phrase phrase = found->words->phrase;
    if (phrase == PHRASE_COUNT || scan->found[phrase])
        return;
    struct vocab_match *match = &scan->matches[phrase];
    scan->found[phrase] = true;
    *match = (struct vocab_match){found->begin, found->end, found->subject};
    if (found->subject.len == 0)
        return;
    size_t begin = (size_t)(found->subject.ptr - text.ptr);
    if (begin < match->begin)
        match->begin = begin;
    if (begin + found->subject.len > match->end)
        match->end = begin + found->subject.len;
}

static unsigned char folded_first_byte(slice text, size_t at)
{
    uint32_t c = utf8_to_lower(utf8_decode(text, &at));
    if (c < 0x80)
        return (unsigned char)c;
    return (unsigned char)(c < 0x800     ? 0xC0 | (c >> 6)
                           : c < 0x10000 ? 0xE0 | (c >> 12)
                                         : 0xF0 | (c >> 18));
}

/*
 * Notes the words that match at AT; returns where to go on. The longest hide the others, but words
 * with "{}" do not hide each other: "inherited from {}" may be said of a type and of a property.
 */
static size_t scan_at(const struct phrase_table *table, slice text, size_t at,
                      struct vocab_scan *scan)
{
    unsigned char byte = folded_first_byte(text, at);
    struct candidate longest = {.end = at};
    struct candidate found;
    for (size_t i = table->buckets[byte]; i < table->buckets[byte + 1]; i++)
        if (match_words(&table->words[i], text, at, &found) && found.end > longest.end)
            longest = found;
    if (longest.end == at)
        return at + 1;
    bool open = longest.words->pattern.open;
    for (size_t i = table->buckets[byte]; i < table->buckets[byte + 1]; i++)
        if (match_words(&table->words[i], text, at, &found) &&
            (found.end == longest.end || (open && found.words->pattern.open)))
            note_match(&found, text, scan);
    return longest.end;
}

void phrase_table_scan(const struct phrase_table *table, slice text, enum vocab_phrase only,
                       struct vocab_scan *scan)
{
    *scan = (struct vocab_scan){0};
    for (size_t at = 0; at < text.len;) {
        unsigned char byte = (unsigned char)text.ptr[at];
        bool inside = at > 0 && ascii_is_alnum(text.ptr[at]) && ascii_is_alnum(text.ptr[at - 1]);
        if (inside || !table->starts[byte]) {
            at++;
            continue;
        }
        at = scan_at(table, text, at, scan);
        if (only < PHRASE_COUNT && scan->found[only])
            return;
    }
}
