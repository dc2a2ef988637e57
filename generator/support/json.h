/*
 * JSON values: a tree with positions, a reader and a writer.
 *
 * Documentation holds JSON that people typed. The relaxed reader recovers from what real pages have
 * (trailing and missing commas, comments, unquoted keys, `&quot;`, no-break spaces, leading zeros,
 * missing braces, an ellipsis, single quotes) and lists each recovery. The strict reader takes
 * RFC 8259 only; manifests are read with it.
 *
 * The same tree is what templates see (see render/mustache.h), and what `docmodel context` and
 * `docmodel model` print.
 */
#ifndef DOCMODEL_SUPPORT_JSON_H
#define DOCMODEL_SUPPORT_JSON_H

#include "support/arena.h"
#include "support/buffer.h"
#include "support/decimal.h"
#include "support/source.h"

/* Deeper nesting is not read (JSON_PROBLEM_DEPTH). */
#define JSON_DEPTH_MAX 128

enum json_kind { JSON_NULL, JSON_BOOLEAN, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json_value {
    enum json_kind kind;
    struct span span; /* with the quotes or brackets; source NULL for values made by the program */
    slice text;       /* string: decoded; number, boolean: as written, or as repaired; else empty */
    bool boolean;

    /* Elements or members, in the order of the text; duplicate keys are all kept. */
    struct json_value *first;
    struct json_value *last;
    size_t count;

    /* As an element or member of its parent. */
    struct json_value *next;
    slice key;            /* decoded; empty in arrays */
    struct span key_span; /* with the quotes */
};

enum json_problem_kind {
    JSON_PROBLEM_TRAILING_COMMA,
    JSON_PROBLEM_MISSING_COMMA,
    JSON_PROBLEM_COMMENT,
    JSON_PROBLEM_UNQUOTED_KEY,
    JSON_PROBLEM_UNQUOTED_VALUE,
    JSON_PROBLEM_QUOTE,    /* `&quot;`, single or typographic quotes */
    JSON_PROBLEM_SPACE,    /* white space that RFC 8259 does not allow */
    JSON_PROBLEM_NUMBER,   /* leading zeros, plus sign, missing digits */
    JSON_PROBLEM_ESCAPE,   /* unknown escape, lone surrogate, a quote that is not escaped */
    JSON_PROBLEM_CONTROL,  /* a raw control character in a string */
    JSON_PROBLEM_ELLIPSIS, /* `...` in place of members or elements */
    JSON_PROBLEM_DUPLICATE_KEY,
    JSON_PROBLEM_MISSING_COLON,
    JSON_PROBLEM_MISSING_CLOSE, /* brace, bracket or quote missing */
    JSON_PROBLEM_TRAILING_TEXT, /* something behind the value */
    JSON_PROBLEM_UNEXPECTED,    /* none of the above: skipped */
    JSON_PROBLEM_DEPTH,
    JSON_PROBLEM_KIND_COUNT
};

struct json_problem {
    enum json_problem_kind kind;
    struct span span;
};

struct json_problems {
    struct json_problem *items;
    size_t count;
};

/*
 * Reads the value in SPAN. Decoded texts are in ARENA, other texts borrowed from the source; values
 * and problems are in SCRATCH, which may be the same. The relaxed form returns NULL only when the
 * text holds no object or array at all (an ASCII diagram, prose) or nesting is too deep; it lists
 * its recoveries in *problems.
 */
struct json_value *json_read_relaxed(struct arena *arena, struct arena *scratch, struct span span,
                                     struct json_problems *problems);

/* Returns NULL, with one problem, for anything that is not RFC 8259 (duplicate keys included). */
struct json_value *json_read_strict(struct arena *arena, struct arena *scratch, struct span span,
                                    struct json_problem *problem);

/* A clause for people: "a comma is missing between two members". */
const char *json_problem_text(enum json_problem_kind kind);

/* The last member called KEY (duplicates: the last wins), or NULL; NULL too if OBJECT is NULL or no
 * object. */
struct json_value *json_get(const struct json_value *object, slice key);

/* The text of a string member, or the empty slice. */
slice json_get_text(const struct json_value *object, slice key);

/* True for a member that is the literal true. */
bool json_get_boolean(const struct json_value *object, slice key);

/* Equal as JSON values: objects without regard to order, numbers by their digits. Values nested
 * deeper than JSON_DEPTH_MAX are equal to none. */
bool json_equal(const struct json_value *a, const struct json_value *b);

/* New values. Texts and keys are borrowed, not copied. */
struct json_value *json_new(struct arena *arena, enum json_kind kind);
struct json_value *json_new_string(struct arena *arena, slice text);
struct json_value *json_new_boolean(struct arena *arena, bool value);
struct json_value *json_new_integer(struct arena *arena, long long value);

/* Adds CHILD, which has no parent yet, to an array. Returns CHILD. */
struct json_value *json_append(struct json_value *array, struct json_value *child);

/* Adds CHILD, which has no parent yet, to an object. Returns CHILD. */
struct json_value *json_add(struct json_value *object, slice key, struct json_value *child);
void json_add_string(struct arena *arena, struct json_value *object, slice key, slice text);
void json_add_boolean(struct arena *arena, struct json_value *object, slice key, bool value);
void json_add_integer(struct arena *arena, struct json_value *object, slice key, long long value);
void json_add_decimal(struct arena *arena, struct json_value *object, slice key,
                      struct decimal number);
struct json_value *json_add_array(struct arena *arena, struct json_value *object, slice key);
struct json_value *json_add_object(struct arena *arena, struct json_value *object, slice key);

/*
 * Appends VALUE as JSON: indented by two spaces, or on one line. Ends without a line end. Values
 * nested deeper than JSON_DEPTH_MAX, which no reader makes, are written as null.
 */
void json_write(const struct json_value *value, bool pretty, struct buffer *out);

/* Appends TEXT as a JSON string, without and with its quotes. */
void json_write_text(slice text, struct buffer *out);
void json_write_string(slice text, struct buffer *out);

#endif
