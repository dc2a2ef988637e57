/*
 * Vocabulary: what the words of documentation pages mean, in every language, as data.
 *
 * One file a language under vocab/data/ (`en.tsv`, `zh-CN.tsv`), lines of three tab-separated
 * fields:
 *
 *     kind <TAB> canonical name <TAB> words
 *
 * Lines that are empty or begin with "#" say nothing. Words are compared folded (words.h). All
 * files are loaded into one vocabulary, since pages mix languages; a word that two languages use
 * for different things is looked up for the page's language first. A language without a file works
 * through slugs, links, annotations and shape.
 */
#ifndef DOCMODEL_VOCAB_VOCAB_H
#define DOCMODEL_VOCAB_VOCAB_H

#include "support/arena.h"
#include "support/diagnostic.h"
#include "support/fs.h"
#include "vocab/number.h"

/* Sections of a page, by the heading's slug first and its words second. */
enum vocab_section {
    SECTION_UNKNOWN,
    SECTION_PROPERTIES,
    SECTION_RELATIONSHIPS,
    SECTION_JSON,
    SECTION_METHODS,
    SECTION_MEMBERS, /* of an enumeration; slugs `members` and `*-values` */
    SECTION_EXAMPLE,
    SECTION_DERIVED_TYPES,
    SECTION_OTHER /* known to hold no facts: see also, remarks, prerequisites ... */
};

/* Columns of a table, by the words of its header. */
enum vocab_column {
    COLUMN_UNKNOWN,
    COLUMN_PROPERTY,
    COLUMN_RELATIONSHIP,
    COLUMN_TYPE,
    COLUMN_DESCRIPTION,
    COLUMN_MEMBER,
    COLUMN_VALUE,
    COLUMN_METHOD,
    COLUMN_RETURN_TYPE,
    COLUMN_REQUIRED, /* its cells answer yes or no, as those of the next two */
    COLUMN_READ_ONLY,
    COLUMN_NULLABLE,
    COLUMN_OTHER,
    COLUMN_YES, /* no column: what a cell answers */
    COLUMN_NO
};

/* Phrases in prose. A phrase's words may hold "{}" for the part that it is about, and begin with
 * "^" where they have to begin a sentence. */
enum vocab_phrase {
    PHRASE_POSSIBLE_VALUES, /* "Possible values are" */
    PHRASE_VALUES_FOLLOW,   /* "can be": only if values stand right behind it */
    PHRASE_READ_ONLY,
    PHRASE_NULLABLE,
    PHRASE_NOT_NULLABLE,
    PHRASE_REQUIRED,
    PHRASE_KEY,
    PHRASE_DEPRECATED,
    PHRASE_NONE,           /* "None": a section that lists nothing */
    PHRASE_INHERITS_FROM,  /* "Inherits from {}": of a type */
    PHRASE_INHERITED_FROM, /* "Inherited from {}": of a property */
    PHRASE_BASE_OF,  /* "the base type for {}", "a concrete implementation of": names derived types
                      */
    PHRASE_ABSTRACT, /* "abstract type" */
    PHRASE_OPEN,     /* "open type" */
    PHRASE_MAX_LENGTH,        /* "Max limit is {} chars", "maximum length of {}" */
    PHRASE_MIN_LENGTH,        /* "at least {} characters" */
    PHRASE_EXACT_LENGTH,      /* "is {} characters long" */
    PHRASE_LENGTH_RANGE,      /* "between {} characters": two numbers */
    PHRASE_MAXIMUM,           /* "maximum value is {}" */
    PHRASE_MINIMUM,           /* "must be at least {}" */
    PHRASE_EXCLUSIVE_MAXIMUM, /* "must be less than {}" */
    PHRASE_EXCLUSIVE_MINIMUM, /* "must be greater than {}" */
    PHRASE_AND_BELOW,         /* "and less than {}", behind a lower bound */
    PHRASE_RANGE,             /* "must be between {}": two numbers */
    PHRASE_EXCLUSIVE,         /* "(exclusive)", behind the numbers of a range */
    PHRASE_MAX_ITEMS,         /* "maximum of {} elements" */
    PHRASE_BETA,              /* the notice of a beta page */
    PHRASE_FLAGS,             /* "multi-valued enumeration" */
    PHRASE_COUNT
};

/* Names of folders, by what they look like. */
enum vocab_shape {
    SHAPE_OF_LOCALE,   /* "en-US", "zh-Hans-CN" */
    SHAPE_OF_LANGUAGE, /* "uk": one that may have no vocabulary */
    SHAPE_OF_VERSION   /* "v1.0", "beta" */
};

struct vocab;

/* What pages of one locale are read with: the words of its language, of English, and names of all
 * languages, since pages mix them. Lives as long as the vocabulary. */
struct vocab_words;

/*
 * Loads every *.tsv of FOLDER. Returns NULL, with diagnostics, when the folder or a file cannot be
 * read or a line is malformed (`vocabulary-malformed`). Any thread may ask the vocabulary, but none
 * may use ARENA for something else meanwhile: words are merged there when they are first asked for.
 */
struct vocab *vocab_load(struct arena *arena, const struct fs *fs, const char *folder,
                         struct diagnostics *diagnostics);

/* Adds the words of one more file, which win over those loaded before. To be called before any are
 * asked for. */
bool vocab_add_file(struct vocab *vocab, struct arena *arena, const struct fs *fs, const char *path,
                    struct diagnostics *diagnostics);

/* Whether there is a file for the language of LOCALE ("es-ES" is served by "es"). */
bool vocab_knows_locale(const struct vocab *vocab, slice locale);

/* The words of the language of LOCALE, also if there is no file for it; never NULL. */
const struct vocab_words *vocab_words(const struct vocab *vocab, slice locale);

/*
 * By slug, then by words; SECTION_UNKNOWN when neither is known. A heading that is only the name of
 * something else ("status values") is known by a slug or words with a "*" or "{}" in the data.
 */
enum vocab_section vocab_section(const struct vocab_words *vocabulary, slice slug, slice words);

/*
 * Whose section it is: what "{}" stands for in the words of a heading ("color" of "color values").
 * Empty when the slug or the words are known as a whole ("Possible values"), or not at all.
 */
slice vocab_section_subject(const struct vocab_words *vocabulary, slice slug, slice words);

/* Whether the slug as a whole is that of a section, so that no part of it names anything. */
bool vocab_is_whole_slug(const struct vocab *vocab, slice slug);

/* Whether NAME looks like that to a file of any language; letter case is ignored. */
bool vocab_is_shaped(const struct vocab *vocab, enum vocab_shape shape, slice name);

enum vocab_column vocab_column(const struct vocab_words *vocabulary, slice words);

/* What a cell says in a column of the role QUESTION: COLUMN_YES, COLUMN_NO, or COLUMN_UNKNOWN for
 * anything else. "Required" answers yes to "Required". */
enum vocab_column vocab_answer(const struct vocab_words *vocabulary, enum vocab_column question,
                               slice words);

/* How the language writes numbers with decimals. */
enum number_reading vocab_numbers(const struct vocab_words *vocabulary);

/* What a type column's words mean. */
struct vocab_type {
    slice name;      /* "Edm.String" ..., or the words that are left, when they are no primitive */
    bool primitive;  /* NAME is an Edm primitive */
    bool collection; /* a collection word stood before, behind or around: "Collection(x)", "x 集合"
                      */
};

/* Takes collection words and punctuation off, then looks the rest up. Result text is in ARENA. */
void vocab_type(const struct vocab_words *vocabulary, struct arena *arena, slice words,
                struct vocab_type *type);

struct vocab_match {
    size_t begin, end; /* of the phrase in the text, in bytes */
    /* Of what "{}" stands for: the words of the clause before, behind or between; of a limit, from
       its number on. The same where there is none. */
    size_t subject_begin, subject_end;
};

static inline slice vocab_subject(slice text, const struct vocab_match *match)
{
    return slice_skip(slice_take(text, match->subject_end), match->subject_begin);
}

/* Whether TEXT holds the phrase, in the page's language or in English; *match is set if so. */
bool vocab_find(const struct vocab_words *vocabulary, enum vocab_phrase phrase, slice text,
                struct vocab_match *match);

/* What vocab_scan found. */
struct vocab_scan {
    bool found[PHRASE_COUNT];
    struct vocab_match matches[PHRASE_COUNT]; /* the first of each phrase that is found */
};

/* All phrases of TEXT at once, as vocab_find would find each; for texts that are asked for many. */
void vocab_scan(const struct vocab_words *vocabulary, slice text, struct vocab_scan *scan);

/* Whether TEXT is the phrase and nothing else, but for punctuation. */
bool vocab_is(const struct vocab_words *vocabulary, enum vocab_phrase phrase, slice text);

#endif
