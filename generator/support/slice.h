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
#include <string.h>

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

/* The smallest functions stand here, so that compilers can inline them. */

static inline bool slice_equal(slice a, slice b)
{
    return a.len == b.len &&
           (a.len == 0 || (a.ptr[0] == b.ptr[0] && memcmp(a.ptr, b.ptr, a.len) == 0));
}

/* Without its first COUNT bytes; empty when it has no more than those. */
static inline slice slice_skip(slice s, size_t count)
{
    if (count > s.len)
        count = s.len;
    if (count == 0) /* the pointer may be null, and then nothing can be added to it */
        return s;
    return (slice){s.ptr + count, s.len - count};
}

/* Its first COUNT bytes, or all of it. */
static inline slice slice_take(slice s, size_t count)
{
    return (slice){s.ptr, count < s.len ? count : s.len};
}

static inline bool slice_starts_with(slice s, slice prefix)
{
    return s.len >= prefix.len && slice_equal(slice_take(s, prefix.len), prefix);
}

static inline bool slice_ends_with(slice s, slice suffix)
{
    return s.len >= suffix.len && slice_equal(slice_skip(s, s.len - suffix.len), suffix);
}

/* The offset of the first WANTED in S, or SLICE_NONE. */
static inline size_t slice_find_byte(slice s, char wanted)
{
    const char *hit = s.len == 0 ? NULL : (const char *)memchr(s.ptr, wanted, s.len);
    return hit == NULL ? SLICE_NONE : (size_t)(hit - s.ptr);
}

/* ASCII character classes, for any process locale. */
enum ascii_class {
    ASCII_SPACE = 1,
    ASCII_DIGIT = 2,
    ASCII_UPPER = 4,
    ASCII_LOWER = 8,
    ASCII_UNDERSCORE = 16
};

/* The classes of each byte. */
extern const unsigned char ascii_classes[256];

static inline bool ascii_is(char c, unsigned classes)
{
    return (ascii_classes[(unsigned char)c] & classes) != 0;
}

static inline bool ascii_is_space(char c)
{
    return ascii_is(c, ASCII_SPACE);
}

static inline bool ascii_is_digit(char c)
{
    return ascii_is(c, ASCII_DIGIT);
}

static inline bool ascii_is_upper(char c)
{
    return ascii_is(c, ASCII_UPPER);
}

static inline bool ascii_is_lower(char c)
{
    return ascii_is(c, ASCII_LOWER);
}

static inline bool ascii_is_alpha(char c)
{
    return ascii_is(c, ASCII_UPPER | ASCII_LOWER);
}

static inline bool ascii_is_alnum(char c)
{
    return ascii_is(c, ASCII_UPPER | ASCII_LOWER | ASCII_DIGIT);
}

static inline char ascii_to_lower(char c)
{
    return ascii_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

static inline char ascii_to_upper(char c)
{
    return ascii_is_lower(c) ? (char)(c - ('a' - 'A')) : c;
}

/* Without ASCII white space at either end. */
static inline slice slice_trim(slice s)
{
    while (s.len > 0 && ascii_is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && ascii_is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

/* Whether LENGTH bytes are equal but for the case of the ASCII letters. */
bool ascii_equal_ignore_case(const char *a, const char *b, size_t length);

/* Equal but for the case of the ASCII letters. */
static inline bool slice_equal_ignore_case(slice a, slice b)
{
    return a.len == b.len && (a.len == 0 || (ascii_to_lower(a.ptr[0]) == ascii_to_lower(b.ptr[0]) &&
                                             ascii_equal_ignore_case(a.ptr, b.ptr, a.len)));
}

/* Orders by unsigned bytes, a prefix first: negative, 0 or positive. */
int slice_compare(slice a, slice b);

/* Orders ignoring the case of the ASCII letters; slices that differ in case only compare equal. */
int slice_compare_ignore_case(slice a, slice b);

bool slice_starts_with_ignore_case(slice s, slice prefix);
bool slice_ends_with_ignore_case(slice s, slice suffix);

/* The offset of the first WANTED in S, or SLICE_NONE. An empty WANTED is found at 0. */
size_t slice_find(slice s, slice wanted);
size_t slice_find_last_byte(slice s, char wanted);

/* How many bytes of S are WANTED. */
size_t slice_count_byte(slice s, char wanted);

/*
 * Splits S at the first SEPARATOR. Returns false, with *before = S and *after empty, when S holds
 * none. Either out parameter may point to S's own variable.
 */
bool slice_cut(slice s, char separator, slice *before, slice *after);

/* Splits off the first line, without its "\n" or "\r\n". Returns false when S is empty. */
bool slice_next_line(slice *rest, slice *line);

/* A hash of the bytes, for tables in memory: machines may differ. */
size_t slice_hash(slice s);

/* The same for slices that are equal but for the case of the ASCII letters. */
size_t slice_hash_ignore_case(slice s);

#endif
