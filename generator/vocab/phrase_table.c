#include "vocab/phrase_table.h"

#include "support/utf8.h"
#include "vocab/number.h"

#include <string.h>

/* The longest text that "{}" stands for, in bytes. */
#define PHRASE_SUBJECT_MAX ((size_t)200)

/* A candidate at one place of the text. */
struct candidate {
    const struct phrase_words *words;
    size_t begin;  /* of the literal that was found first */
    size_t end;    /* behind the last literal */
    slice subject; /* of NULL until it is asked for, where it does not decide */
};

static slice first_literal(const struct phrase_words *words)
{
    return words->pattern.before.len > 0 ? words->pattern.before : words->pattern.after;
}

/* The character at *AT, folded, and *AT moved behind it; 0 at the end. */
static inline uint32_t next_character(slice text, size_t *at)
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
    return words_pattern_read(arena, slice_skip(text, words->at_begin ? 1 : 0), &words->pattern);
}

static uint32_t add_node(struct phrase_table *table, struct phrase_node node)
{
    table->nodes =
        arena_extend(table->arena, table->nodes, table->node_count, sizeof *table->nodes);
    table->nodes[table->node_count] = node;
    return (uint32_t)table->node_count++;
}

static uint32_t add_words(struct phrase_table *table, const struct phrase_words *words)
{
    table->words = arena_extend(table->arena, table->words, table->count, sizeof *table->words);
    table->words[table->count] = *words;
    return (uint32_t)table->count++;
}

void phrase_table_init(struct phrase_table *table, struct arena *scratch)
{
    *table = (struct phrase_table){.arena = scratch};
    add_node(table, (struct phrase_node){0});
    add_words(table, &(struct phrase_words){.phrase = PHRASE_COUNT});
}

/* Where the list begins of the nodes behind PARENT, 0 for those of first characters. */
static inline uint32_t *list_of(struct phrase_table *table, uint32_t parent, uint32_t character)
{
    return parent == 0 ? &table->heads[character % PHRASE_TABLE_HEADS]
                       : &table->nodes[parent].child;
}

/* The node of CHARACTER in the list that begins with NODE, or 0. */
static inline uint32_t find_node(const struct phrase_table *table, uint32_t node,
                                 uint32_t character)
{
    while (node != 0 && table->nodes[node].character != character)
        node = table->nodes[node].next;
    return node;
}

static uint32_t claim_node(struct phrase_table *table, uint32_t parent, uint32_t character)
{
    uint32_t first = *list_of(table, parent, character);
    uint32_t node = find_node(table, first, character);
    if (node == 0) {
        node = add_node(table, (struct phrase_node){.character = character, .next = first});
        *list_of(table, parent, character) = node;
    }
    return node;
}

/* Which bytes may stand in a text for the one at AT of LITERAL: a bit for the low five of each. */
static uint32_t low_bits(slice literal, size_t at)
{
    if (at >= literal.len || literal.ptr[at - 1] == ' ')
        return UINT32_MAX;
    if (literal.ptr[at] == ' ') /* '\t' to '\r', too */
        return 0x3E01;
    return UINT32_C(1) << (unsigned char)literal.ptr[at] % 32;
}

static void add_begin(struct phrase_table *table, slice literal)
{
    size_t first = (unsigned char)literal.ptr[0] % 32;
    uint32_t *words = &table->begins[first * 32];
    uint32_t seconds = low_bits(literal, 1);
    for (uint32_t second = 0; second < 32; second++)
        if (seconds >> second & 1)
            words[second] |= low_bits(literal, 2);
}

/*
 * Whether a literal may begin at AT of TEXT: a quick look, since at nearly all places none does.
 * Three bytes count by their low five bits, which both cases of a letter share, where they are
 * three ASCII characters or one of East Asia (E3 to E9), which is compared as it stands.
 */
static inline bool may_begin(const struct phrase_table *table, slice text, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr + at;
    if (text.len - at < 3 ||
        ((bytes[0] | bytes[1] | bytes[2]) >= 0x80 && (bytes[0] < 0xE3 || bytes[0] > 0xE9)))
        return true;
    return table->begins[bytes[0] % 32 * 32 + bytes[1] % 32] >> bytes[2] % 32 & 1;
}

void phrase_table_add(struct phrase_table *table, const struct phrase_words *words)
{
    slice literal = first_literal(words);
    uint32_t node = 0;
    add_begin(table, literal);
    for (size_t at = 0; at < literal.len;)
        node = claim_node(table, node, utf8_decode(literal, &at));
    uint32_t added = add_words(table, words);
    table->words[added].next = table->nodes[node].words;
    table->nodes[node].words = added;
}

/* Appends the list of OLD nodes that begins with NODE. Their children stay the old ones. */
static uint32_t move_list(struct phrase_table *table, const struct phrase_node *old, uint32_t node)
{
    uint32_t first = node != 0 ? (uint32_t)table->node_count : 0;
    for (; node != 0; node = old[node].next) {
        struct phrase_node *moved = &table->nodes[table->node_count++];
        *moved = old[node];
        moved->next = old[node].next != 0 ? (uint32_t)table->node_count : 0;
    }
    return first;
}

/* Nodes of one place stand beside each other, and those nearer to the root before others: few
 * places of a text need more than the first of them. */
void phrase_table_finish(struct phrase_table *table, struct arena *arena)
{
    const struct phrase_node *old = table->nodes;
    const struct phrase_words *words = table->words;
    table->words = arena_alloc_array(arena, table->count, sizeof *words);
    memcpy(table->words, words, table->count * sizeof *words);
    table->nodes = arena_alloc_array(arena, table->node_count, sizeof *table->nodes);
    table->node_count = 1;
    for (size_t i = 0; i < PHRASE_TABLE_HEADS; i++)
        table->heads[i] = move_list(table, old, table->heads[i]);
    for (size_t i = 1; i < table->node_count; i++)
        table->nodes[i].child = move_list(table, old, table->nodes[i].child);
    table->arena = NULL;
}

static size_t step_back(slice text, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
    return at;
}

/* A line begins one, too, perhaps with the mark of a list item: "- Required". */
static bool at_sentence_begin(slice text, size_t at)
{
    bool marked = false;
    while (at > 0) {
        size_t before = step_back(text, at);
        size_t next = before;
        uint32_t c = utf8_decode(text, &next);
        if (c == '\n')
            return true;
        if (!utf8_is_space(c)) {
            if (marked || (c != '-' && c != '*' && c != 0x2022))
                return !marked && words_ends_sentence(text, before);
            marked = true;
        }
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

/* How many numbers a phrase is about. */
static unsigned numbers_wanted(enum vocab_phrase phrase)
{
    switch (phrase) {
    case PHRASE_MAX_LENGTH:
    case PHRASE_MIN_LENGTH:
    case PHRASE_EXACT_LENGTH:
    case PHRASE_MAXIMUM:
    case PHRASE_MINIMUM:
    case PHRASE_EXCLUSIVE_MAXIMUM:
    case PHRASE_AND_BELOW:
    case PHRASE_EXCLUSIVE_MINIMUM:
    case PHRASE_MAX_ITEMS:
        return 1;
    case PHRASE_RANGE:
    case PHRASE_LENGTH_RANGE:
        return 2;
    default:
        return 0;
    }
}

/* Whether a number is the first that stands at AT, but for blanks and signs: a quick look. */
static bool begins_with_number(slice text, size_t at)
{
    slice rest = words_trim_begin(slice_take(slice_skip(text, at), PHRASE_SUBJECT_MAX));
    return rest.len > 0 && ascii_is_digit(rest.ptr[0]);
}

/* The words behind the first literal, which ends at END, up to where their clause ends. */
static slice clause_behind(slice text, size_t end)
{
    size_t begin = skip_colon(text, end);
    size_t stop = words_clause_end(text, begin, PHRASE_SUBJECT_MAX);
    return words_trim(slice_skip(slice_take(text, stop), begin));
}

/* Whether the rest of WORDS stands where it has to, their first literal being at BEGIN to END. */
static bool match_rest(const struct phrase_words *words, slice text, size_t begin, size_t end,
                       struct candidate *found)
{
    const struct words_pattern *pattern = &words->pattern;
    if (words->at_begin && !at_sentence_begin(text, begin))
        return false;
    *found = (struct candidate){.words = words, .begin = begin, .end = end};
    if (!pattern->open)
        return true;
    if (pattern->before.len == 0) {
        found->subject = clause_before(text, begin);
        return found->subject.len > 0;
    }
    bool number = numbers_wanted(words->phrase) > 0;
    if (!number && pattern->after.len == 0)
        return true;
    end = skip_colon(text, end);
    if (number && !begins_with_number(text, end))
        return false;
    size_t stop = words_clause_end(text, end, PHRASE_SUBJECT_MAX);
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

/* A limit is a number; without one the words speak of something else. Lets the subject begin with
 * the first of WANTED numbers that stand beside the words. */
static bool keep_numbers(const struct phrase_words *words, slice text, unsigned wanted,
                         struct candidate *found)
{
    slice subject = found->subject;
    if (wanted == 0)
        return true;
    if (words->pattern.before.len > 0) {
        bool sign = subject.ptr > text.ptr + found->begin &&
                    (subject.ptr[-1] == '-' || subject.ptr[-1] == '+');
        found->subject = (slice){subject.ptr - (sign ? 1 : 0), subject.len + (sign ? 1 : 0)};
        struct decimal value;
        size_t first = number_read(found->subject, 0, NUMBER_WHOLE, &value);
        return first != SLICE_NONE &&
               (wanted == 1 || number_find(found->subject, first) != SLICE_NONE);
    }
    size_t at = subject.len;
    for (size_t begin; wanted > 0; wanted--, at = begin) {
        while (at > 0 && !ascii_is_digit(subject.ptr[at - 1]))
            at--;
        begin = number_begin(subject, at);
        if (begin >= at)
            return false;
    }
    found->subject = slice_skip(subject, at);
    return true;
}

static size_t literal_length(const struct phrase_words *words)
{
    return words->pattern.before.len + words->pattern.after.len;
}

/* Of words that match equally far, longer ones count, then those that were added first. */
static bool outranks(const struct phrase_words *a, const struct phrase_words *b)
{
    size_t a_length = literal_length(a);
    size_t b_length = literal_length(b);
    return a_length != b_length ? a_length > b_length : a < b;
}

/* What is looked for at one place of the text. */
struct search {
    const struct phrase_table *table;
    slice text;
    size_t at;
    uint32_t node; /* where the first literal of the place ends */
    size_t end;    /* of that literal */
    struct candidate longest;
    size_t count; /* of candidates */
    struct vocab_scan *scan;
    const struct phrase_words *noted[PHRASE_COUNT]; /* that matched at this place */
};

static void keep_longest(struct search *search, const struct candidate *found)
{
    struct candidate *longest = &search->longest;
    search->count++;
    if (longest->words == NULL || found->end > longest->end ||
        (found->end == longest->end && outranks(found->words, longest->words)))
        *longest = *found;
}

static void set_match(const struct candidate *found, slice text, struct vocab_match *match)
{
    bool asked = found->subject.ptr != NULL || !found->words->pattern.open;
    slice subject = asked ? found->subject : clause_behind(text, found->end);
    *match = (struct vocab_match){.begin = found->begin, .end = found->end};
    if (subject.len == 0)
        return;
    match->subject_begin = (size_t)(subject.ptr - text.ptr);
    match->subject_end = match->subject_begin + subject.len;
    if (match->subject_begin < match->begin)
        match->begin = match->subject_begin;
    if (match->subject_end > match->end)
        match->end = match->subject_end;
}

/*
 * Notes FOUND if it matches as far as the longest words and its phrase was not found earlier in the
 * text. Words with "{}" do not hide each other: "inherited from {}" may be said of a type and of a
 * property.
 */
static void note_match(struct search *search, const struct candidate *found)
{
    enum vocab_phrase phrase = found->words->phrase;
    const struct candidate *longest = &search->longest;
    struct vocab_scan *scan = search->scan;
    bool far =
        found->end == longest->end || (longest->words->pattern.open && found->words->pattern.open);
    if (!far || phrase == PHRASE_COUNT)
        return;
    const struct phrase_words *noted = search->noted[phrase];
    if (noted == NULL ? scan->found[phrase] : !outranks(found->words, noted))
        return;
    scan->found[phrase] = true;
    search->noted[phrase] = found->words;
    set_match(found, search->text, &scan->matches[phrase]);
}

/* Gives VISIT all words that match at the place, if their first literal ends at END. */
static void visit_words(struct search *search, uint32_t index, size_t end,
                        void (*visit)(struct search *search, const struct candidate *found))
{
    struct candidate found;
    if (index == 0 || !words_is_border(search->text, end))
        return;
    for (; index != 0; index = search->table->words[index].next) {
        const struct phrase_words *words = &search->table->words[index];
        if (match_rest(words, search->text, search->at, end, &found) &&
            keep_numbers(words, search->text, numbers_wanted(words->phrase), &found))
            visit(search, &found);
    }
}

/* The node of what stands at *AT behind the character of NODE, and *AT moved behind it; or 0. */
static inline uint32_t go_on(const struct phrase_table *table, slice text, uint32_t node,
                             size_t *at)
{
    if (table->nodes[node].character == ' ')
        *at = words_skip_spaces(text, *at);
    return find_node(table, table->nodes[node].child, next_character(text, at));
}

/* The first node from NODE on at which a literal ends, and *AT moved behind it; or 0. */
static inline uint32_t find_end(const struct phrase_table *table, slice text, uint32_t node,
                                size_t *at)
{
    while (node != 0 && table->nodes[node].words == 0)
        node = go_on(table, text, node, at);
    return node;
}

/* Gives VISIT all words that match at the place. */
static void visit_place(struct search *search,
                        void (*visit)(struct search *search, const struct candidate *found))
{
    const struct phrase_table *table = search->table;
    size_t at = search->end;
    for (uint32_t node = search->node; node != 0;) {
        visit_words(search, table->nodes[node].words, at, visit);
        node = find_end(table, search->text, go_on(table, search->text, node, &at), &at);
    }
}

/* Looks at the place of SEARCH, whose first character ends at NEXT. Returns where to go on. */
static size_t scan_place(struct search *search, size_t next)
{
    if (!words_is_border(search->text, search->at))
        return next;
    visit_place(search, keep_longest);
    const struct phrase_words *words = search->longest.words;
    if (words == NULL)
        return next;
    if (search->count == 1)
        note_match(search, &search->longest);
    else
        visit_place(search, note_match);
    /* Words that count only with what stands around them hide nothing behind their first letter. */
    bool behind = words->pattern.open && words->pattern.before.len == 0;
    /* "must be at least {}" is about numbers, "at least {} characters" in it about texts. */
    bool counts = numbers_wanted(words->phrase) > 0;
    bool hides =
        !behind && !counts && words->phrase != PHRASE_VALUES_FOLLOW && search->longest.end > next;
    return hides ? search->longest.end : next;
}

/* Where the rest of a word ends that is of ASCII only; most text is. */
static size_t skip_word(slice text, size_t at)
{
    while (at < text.len && ascii_is_alnum(text.ptr[at]))
        at++;
    return at;
}

void phrase_table_scan(const struct phrase_table *table, slice text, enum vocab_phrase only,
                       struct vocab_scan *scan)
{
    bool inside = false; /* of a word */
    memset(scan->found, 0, sizeof scan->found);
    for (size_t at = 0; at < text.len;) {
        if (inside && (at = skip_word(text, at)) == text.len)
            return;
        if (!may_begin(table, text, at)) {
            bool wide = (unsigned char)text.ptr[at] >= 0x80;
            inside = !wide && ascii_is_alnum(text.ptr[at]);
            at += wide ? 3 : 1;
            continue;
        }
        size_t begin = at;
        uint32_t first = next_character(text, &at);
        bool letter = words_is_spaced_letter(first);
        bool within = letter && inside;
        inside = letter;
        if (within)
            continue;
        uint32_t node = find_node(table, table->heads[first % PHRASE_TABLE_HEADS], first);
        size_t next = at;
        size_t end = at;
        node = find_end(table, text, node, &end);
        if (node == 0)
            continue;
        struct search search = {table, text, begin, node, end, .scan = scan};
        at = scan_place(&search, next);
        /* What was found may end inside of what looks like a word: look at it again. */
        inside = inside && at == next;
        if (only < PHRASE_COUNT && scan->found[only])
            return;
    }
}
