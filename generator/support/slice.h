/*
 * Slices: borrowed, immutable runs of bytes.
 *
 * A slice does not own its bytes and need not be terminated. Slices of page text stay valid as long
 * as the arena that holds the page. Comparison is by bytes and never depends on the process locale.
 */
#ifndef DOCMODEL_SUPPORT_SLICE_H
#define DOCMODEL_SUPPORT_SLICE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct slice {
    const char *ptr; /* may be NULL when len is 0 */
    size_t len;      /* bytes */
} slice;

/* The slice of a string literal. */
#define SLICE(literal) ((slice){(literal), sizeof(literal) - 1})

/* The two arguments of a "%.*s" conversion. */
#define SLICE_ARGS(s) (int)(s).len, (s).ptr != NULL ? (s).ptr : ""

/* Returned by slice_find and its like when there is nothing to find. */
#define SLICE_NONE ((size_t)-1)

/* The slice of a terminated string; NULL gives the empty slice. */
slice slice_from(const char *text);

bool slice_equal(slice a, slice b);

/* Equal but for the case of the ASCII letters. */
bool slice_equal_ignore_case(slice a, slice b);

/* Orders by unsigned bytes, a prefix first: negative, 0 or positive. */
int slice_compare(slice a, slice b);

/* Orders ignoring the case of the ASCII letters; slices that differ in case only compare equal. */
int slice_compare_ignore_case(slice a, slice b);

bool slice_starts_with(slice s, slice prefix);
bool slice_starts_with_ignore_case(slice s, slice prefix);
bool slice_ends_with(slice s, slice suffix);
bool slice_ends_with_ignore_case(slice s, slice suffix);

/* Without its first COUNT bytes; empty when it has no more than those. */
slice slice_skip(slice s, size_t count);

/* Its first COUNT bytes, or all of it. */
slice slice_take(slice s, size_t count);

/* Without ASCII white space at either end. */
slice slice_trim(slice s);

/* The offset of the first WANTED in S, or SLICE_NONE. An empty WANTED is found at 0. */
size_t slice_find(slice s, slice wanted);
size_t slice_find_byte(slice s, char wanted);
size_t slice_find_last_byte(slice s, char wanted);

/*
 * Splits S at the first SEPARATOR. Returns false, with *before = S and *after empty, when S holds
 * none. Either out parameter may point to S's own variable.
 */
bool slice_cut(slice s, char separator, slice *before, slice *after);

/* Splits off the first line, without its "\n" or "\r\n". Returns false when S is empty. */
bool slice_next_line(slice *rest, slice *line);

/* A hash of the bytes, the same in every run and on every machine. */
size_t slice_hash(slice s);

/* ASCII character classes, for any process locale. */
bool ascii_is_space(char c);
bool ascii_is_digit(char c);
bool ascii_is_upper(char c);
bool ascii_is_lower(char c);
bool ascii_is_alpha(char c);
bool ascii_is_alnum(char c);
char ascii_to_lower(char c);
char ascii_to_upper(char c);

#endif
