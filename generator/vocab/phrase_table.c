#include "vocab/phrase_table.h"

#include "support/utf8.h"
#include "vocab/number.h"

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

static slice first_literal(const struct phrase_words *words)
{
    return words->pattern.before.len > 0 ? words->pattern.before : words->pattern.after;
}

/* Which bucket holds words that begin with these characters. */
static size_t bucket_of(uint32_t first, uint32_t second)
{
    return (first * 31 + second * 517) % PHRASE_TABLE_BUCKETS;
}

/* The character at *AT, folded, and *AT moved behind it; 0 at the end. */
static uint32_t next_character(slice text, size_t *at)
{
    if (*at >= text.len)
        return 0;
    unsigned char byte = (unsigned char)text.ptr[*at];
    if (byte >= 0x80)
        return words_fold_character(utf8_decode(text, at));
    (*at)++;
    return words_fold_character(byte);
}

bool phrase_words_read(struct arena *arena, enum vocab_phrase phrase, slice text,
                       struct phrase_words *words)
{
    *words = (struct phrase_words){.phrase = phrase};
    words->at_begin = slice_starts_with(text, SLICE("^"));
    if (!words_pattern_read(arena, slice_skip(text, words->at_begin ? 1 : 0), &words->pattern))
        return false;
    size_t at = 0;
    for (size_t i = 0; i < PHRASE_PREFIX && (i == 0 || words->prefix[i - 1] != ' '); i++)
        words->prefix[i] = next_character(first_literal(words), &at);
    return true;
}

void phrase_table_add(struct phrase_table *table, const struct phrase_words *words)
{
    table->words = arena_extend(table->arena, table->words, table->count, sizeof *table->words);
    table->words[table->count++] = *words;
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

static size_t bucket_of_words(const struct phrase_words *words)
{
    return bucket_of(words->prefix[0], words->prefix[1]);
}

void phrase_table_sort(struct phrase_table *table)
{
    struct phrase_words *sorted =
        arena_alloc_array(table->arena, table->count, sizeof *table->words);
    uint32_t stored[PHRASE_TABLE_BUCKETS] = {0};
    for (size_t i = 0; i < table->count; i++)
        stored[bucket_of_words(&table->words[i])]++;
    table->buckets[0] = 0;
    for (size_t bucket = 0; bucket < PHRASE_TABLE_BUCKETS; bucket++) {
        table->buckets[bucket + 1] = table->buckets[bucket] + stored[bucket];
        stored[bucket] = 0;
    }
    for (size_t i = 0; i < table->count; i++) {
        size_t bucket = bucket_of_words(&table->words[i]);
        uint32_t begin = table->buckets[bucket];
        insert_words(sorted, begin, begin + stored[bucket]++, &table->words[i]);
    }
    table->words = sorted;
}

static size_t step_back(slice text, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
    return at;
}

static bool at_sentence_begin(slice text, size_t at)
{
    while (at > 0) {
        size_t before = step_back(text, at);
        size_t next = before;
        if (!utf8_is_space(utf8_decode(text, &next)))
            return words_ends_sentence(text, before);
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

/* Behind white space and a colon, which "maximum length: 64" may have before what it is about. */
static size_t skip_colon(slice text, size_t at)
{
    for (size_t next = at; next < text.len; at = next) {
        uint32_t c = words_fold_character(utf8_decode(text, &next));
        if (c == ':')
            return next;
        if (c != ' ')
            break;
    }
    return at;
}

static bool match_words(const struct phrase_words *words, slice text, size_t at,
                        struct candidate *found)
{
    const struct words_pattern *pattern = &words->pattern;
    size_t end = words_match(text, at, first_literal(words));
    if (end == SLICE_NONE || (words->at_begin && !at_sentence_begin(text, at)))
        return false;
    *found = (struct candidate){.words = words, .begin = at, .end = end};
    if (!pattern->open)
        return true;
    if (pattern->before.len == 0) {
        found->subject = clause_before(text, at);
        return found->subject.len > 0;
    }
    end = skip_colon(text, end);
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

/* How many numbers a phrase is about. */
static unsigned numbers_wanted(enum vocab_phrase phrase)
{
    switch (phrase) {
    case PHRASE_MAX_LENGTH:
    case PHRASE_MIN_LENGTH:
    case PHRASE_MAXIMUM:
    case PHRASE_MINIMUM:
    case PHRASE_MAX_ITEMS:
        return 1;
    case PHRASE_RANGE:
    case PHRASE_LENGTH_RANGE:
        return 2;
    default:
        return 0;
    }
}

/* A limit is a number; without one the words speak of something else. Lets the subject begin with
 * the first of WANTED numbers that stand beside the words. */
static bool keep_numbers(const struct phrase_words *words, slice text, unsigned wanted,
                         struct candidate *found)
{
    slice subject = found->subject;
    if (wanted == 0)
        return true;
    if (words->pattern.before.len > 0) {
        bool minus = subject.ptr > text.ptr + found->begin && subject.ptr[-1] == '-';
        found->subject = (slice){subject.ptr - (minus ? 1 : 0), subject.len + (minus ? 1 : 0)};
        long long value;
        size_t first = number_read(found->subject, 0, &value);
        return first != SLICE_NONE &&
               (wanted == 1 || number_find(found->subject, first) != SLICE_NONE);
    }
    size_t at = subject.len;
    for (size_t begin; wanted > 0; wanted--, at = begin) {
        while (at > 0 && !ascii_is_digit(subject.ptr[at - 1]))
            at--;
        begin = number_begin(subject, at);
        if (begin == at)
            return false;
    }
    found->subject = slice_skip(subject, at);
    return true;
}

static bool match_phrase(const struct phrase_words *words, slice text, size_t at,
                         struct candidate *found)
{
    return match_words(words, text, at, found) &&
           keep_numbers(words, text, numbers_wanted(words->phrase), found);
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

/* Where a search stands: a place of the text and the characters there, 0 behind the end. */
struct place {
    size_t at;
    uint32_t prefix[PHRASE_PREFIX];
};

/* Whether the first characters of WORDS, as far as they are known, stand at PLACE. */
static bool begins_at(const struct phrase_words *words, const struct place *place)
{
    for (size_t i = 0; i < PHRASE_PREFIX && words->prefix[i] != 0; i++)
        if (words->prefix[i] != place->prefix[i])
            return false;
    return true;
}

/*
 * Looks for the longest words of the bucket for the first character and SECOND that match at PLACE.
 * Words with one character are in the bucket of that character and 0.
 */
static void find_longest(const struct phrase_table *table, slice text, const struct place *place,
                         uint32_t second, struct candidate *longest)
{
    struct candidate found;
    size_t bucket = bucket_of(place->prefix[0], second);
    for (size_t i = table->buckets[bucket]; i < table->buckets[bucket + 1]; i++) {
        const struct phrase_words *words = &table->words[i];
        if (words->prefix[1] == second && begins_at(words, place) &&
            match_phrase(words, text, place->at, &found) && found.end > longest->end)
            *longest = found;
    }
}

/*
 * Notes the words that match as far as LONGEST. Words with "{}" do not hide each other: "inherited
 * from {}" may be said of a type and of a property.
 */
static void note_matches(const struct phrase_table *table, slice text, const struct place *place,
                         const struct candidate *longest, struct vocab_scan *scan)
{
    struct candidate found;
    size_t bucket = bucket_of(place->prefix[0], longest->words->prefix[1]);
    for (size_t i = table->buckets[bucket]; i < table->buckets[bucket + 1]; i++)
        if (match_phrase(&table->words[i], text, place->at, &found) &&
            (found.end == longest->end ||
             (longest->words->pattern.open && found.words->pattern.open)))
            note_match(&found, text, scan);
}

/* Returns where to go on. */
static size_t scan_place(const struct phrase_table *table, slice text, const struct place *place,
                         size_t next, struct vocab_scan *scan)
{
    struct candidate longest = {.end = place->at};
    find_longest(table, text, place, place->prefix[1], &longest);
    if (place->prefix[1] != 0)
        find_longest(table, text, place, 0, &longest);
    if (longest.words == NULL)
        return next;
    note_matches(table, text, place, &longest, scan);
    /* Words that count only with what stands around them hide nothing behind their first letter. */
    const struct phrase_words *words = longest.words;
    bool behind = words->pattern.open && words->pattern.before.len == 0;
    bool hides = !behind && words->phrase != PHRASE_VALUES_FOLLOW && longest.end > next;
    return hides ? longest.end : next;
}

static bool is_empty(const struct phrase_table *table, uint32_t first, uint32_t second)
{
    size_t bucket = bucket_of(first, second);
    return table->buckets[bucket] == table->buckets[bucket + 1];
}

/* Reads the characters behind the first one of PLACE. Returns false when no words begin so. */
static bool look_ahead(const struct phrase_table *table, slice text, size_t next,
                       struct place *place)
{
    place->prefix[1] = next_character(text, &next);
    if (is_empty(table, place->prefix[0], place->prefix[1]) && is_empty(table, place->prefix[0], 0))
        return false;
    for (size_t i = 2; i < PHRASE_PREFIX; i++)
        place->prefix[i] = next_character(text, &next);
    return true;
}

void phrase_table_scan(const struct phrase_table *table, slice text, enum vocab_phrase only,
                       struct vocab_scan *scan)
{
    bool inside = false; /* of a word */
    *scan = (struct vocab_scan){0};
    for (size_t at = 0; at < text.len;) {
        size_t next = at;
        struct place place = {.at = at, .prefix = {next_character(text, &next)}};
        bool letter = words_is_spaced_letter(place.prefix[0]);
        if ((!letter || !inside) && look_ahead(table, text, next, &place)) {
            size_t end = scan_place(table, text, &place, next, scan);
            /* What was found may end inside of what looks like a word: look at it again. */
            letter = letter && end == next;
            next = end;
        }
        inside = letter;
        at = next;
        if (only < PHRASE_COUNT && scan->found[only])
            return;
    }
}
