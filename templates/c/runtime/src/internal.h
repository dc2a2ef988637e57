/**
 * @file
 * What the files of the runtime share and programs do not see.
 *
 * The reader scans text once, front to back. A string without escapes stays where it is: the quote
 * behind it becomes its NUL. Since JSON text holds no NUL, turning the NULs of a stretch back to
 * quotes restores it, which is how a value that turns out not to fit is kept raw.
 */
#ifndef DOCMODEL_INTERNAL_H
#define DOCMODEL_INTERNAL_H

#include <docmodel/runtime.h>

#include <string.h>

#if defined(__GNUC__)
#define DM_LIKELY(x)   __builtin_expect(!!(x), 1)
#define DM_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define DM_COLD        __attribute__((noinline, cold))
#define DM_INLINE      static inline __attribute__((always_inline))
#else
#define DM_LIKELY(x)   (x)
#define DM_UNLIKELY(x) (x)
#define DM_COLD
#define DM_INLINE static inline
#endif

/* ---- Short stretches of bytes, without the cost of a call ---- */

/** @return whether n bytes are the same. */
DM_INLINE bool dm_same_bytes(const char *a, const char *b, size_t n)
{
    uint64_t x;
    uint64_t y;
    if (n >= 8) {
        for (size_t i = 0; i + 8 < n; i += 8) {
            memcpy(&x, a + i, 8);
            memcpy(&y, b + i, 8);
            if (x != y)
                return false;
        }
        memcpy(&x, a + n - 8, 8);
        memcpy(&y, b + n - 8, 8);
        return x == y;
    }
    if (n >= 4) {
        uint32_t ends_a[2];
        uint32_t ends_b[2];
        memcpy(&ends_a[0], a, 4);
        memcpy(&ends_a[1], a + n - 4, 4);
        memcpy(&ends_b[0], b, 4);
        memcpy(&ends_b[1], b + n - 4, 4);
        return ends_a[0] == ends_b[0] && ends_a[1] == ends_b[1];
    }
    return n == 0 || (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
}

/** Copies n bytes, 2 * unit of them at most and unit at least, as two pieces that may overlap. */
#define DM_COPY_ENDS(to, from, n, unit)                             \
    do {                                                            \
        memcpy(to, from, unit);                                     \
        memcpy((to) + (n) - (unit), (from) + (n) - (unit), (unit)); \
    } while (0)

/** Copies n bytes; the two stretches are apart. */
DM_INLINE void dm_copy_bytes(char *to, const char *from, size_t n)
{
    if (n >= 8) {
        if (DM_LIKELY(n <= 16))
            DM_COPY_ENDS(to, from, n, 8);
        else if (n <= 32)
            DM_COPY_ENDS(to, from, n, 16);
        else
            memcpy(to, from, n);
    } else if (n >= 4) {
        DM_COPY_ENDS(to, from, n, 4);
    } else if (n > 0) {
        to[0] = from[0];
        to[n / 2] = from[n / 2];
        to[n - 1] = from[n - 1];
    }
}

/** @return up to seven bytes in a word, each at least once, beside blanks. */
DM_INLINE uint64_t dm_load_short(const char *from, size_t n)
{
    uint32_t first;
    uint32_t last;
    if (n >= 4) {
        memcpy(&first, from, 4);
        memcpy(&last, from + n - 4, 4);
        return (uint64_t)first << 32 | last;
    }
    if (n == 0)
        return UINT64_C(0x2020202020202020);
    return UINT64_C(0x2020202020000000) | (uint64_t)(unsigned char)from[0] << 16 |
           (uint64_t)(unsigned char)from[n / 2] << 8 | (unsigned char)from[n - 1];
}

/* ---- arena.c ---- */

struct dm_block {
    struct dm_block *next;
    size_t size; /* of the bytes behind this header */
};

struct dm_arena {
    char *next; /* first free byte of the current block */
    char *stop; /* behind its last */
    struct dm_block *first;
    struct dm_block *current;
    struct dm_block *own; /* the first, in one piece with the arena */
    dm_allocator allocator;
    size_t held;   /* bytes of all blocks, with their headers */
    size_t filled; /* bytes used in the blocks before the current one */
    bool fixed;    /* within the caller's block: allocates no more */
};

/** Memory for structures of the runtime, aligned for them, not zeroed; NULL when there is none. */
void *dm_arena_take_more(dm_arena *arena, size_t size);

/** As dm_arena_take_more, the quick way. */
DM_INLINE void *dm_arena_take(dm_arena *arena, size_t size)
{
    size_t room = (size_t)(arena->stop - arena->next);
    size_t whole = (size + 7) & ~(size_t)7;
    if (DM_LIKELY(whole <= room && whole >= size)) {
        void *result = arena->next;
        arena->next += whole;
        return result;
    }
    return dm_arena_take_more(arena, size);
}

/** Makes the current block large enough for so many bytes, if that is possible. */
void dm_arena_reserve(dm_arena *arena, size_t size);

/* ---- error.c ---- */

/** Writes an error without a place. @return the code. */
dm_status dm_error_set(dm_error *error, dm_status code, const char *message);

/** Writes an error's place: offset, line and column of a byte of a text. */
void dm_error_locate(dm_error *error, const char *start, const char *where);

/* Makes *rest of the members of a page but its value. */
dm_status dm_visit_rest(dm_arena *arena, dm_json page, dm_object **rest, dm_error *error);

/** One step on the way to the value being read or written: a member's name or an index. */
struct dm_step {
    const struct dm_step *up; /* NULL at the outermost value */
    const char *name;         /* NULL for an element */
    size_t number;            /* the name's length, or the element's index, or DM_NO_STEP */
};

/** The number of a step in an object before a member's name is known. */
#define DM_NO_STEP SIZE_MAX

/** Writes steps as a JSON pointer, and goes on from inner to where within a raw value when inner is
 *  not NULL. What does not fit ends in "...". */
void dm_step_pointer(const struct dm_step *steps, const char *inner, const char *where,
                     char *pointer, size_t size);

/** Puts one step before a JSON pointer of at most DM_ERROR_POINTER_SIZE: a name of so many bytes,
 *  or an index when it is NULL. */
void dm_step_before(const char *name, size_t number, char *pointer, size_t size);

/* ---- extras.c ---- */

enum dm_mark_kind {
    DM_MARK_NULL,     /* an explicit null */
    DM_MARK_RAW,      /* a value that does not fit */
    DM_MARK_ORIGINAL, /* the text of a value that would be written in another way */
    DM_MARK_CAPACITY  /* of a collection's array made by dm_append: value.data is the array */
};

struct dm_mark {
    dm_json value;
    uint32_t offset; /* of the property */
    uint32_t kind;
};

struct dm_unknown {
    const char *name;
    size_t name_length;
    dm_json value;     /* of size 0 once the member is removed */
    uint64_t bit;      /* the tree that finds names; see extras.c */
    uint32_t links[2]; /* names without and with the bit */
};

struct dm_extras {
    struct dm_mark *marks;
    struct dm_unknown *unknown;
    uint32_t mark_count;
    uint32_t mark_capacity;
    uint32_t unknown_count;
    uint32_t unknown_capacity;
    uint32_t root;      /* of the tree of unknown members, if there is one */
    bool originals;     /* there may be marks of that kind */
    uint64_t mark_bits; /* a bit for each property's offset that may have a mark */
    struct dm_mark first[4];
};

/** The bit of a property in mark_bits. */
DM_INLINE uint64_t dm_extras_bit(uint32_t offset)
{
    return (uint64_t)1 << (offset / 4 % 64);
}

/** @return the raw or null mark of a property without a value, or NULL. */
const struct dm_mark *dm_extras_instead(const dm_object *object, uint32_t offset);

/** @return the mark of that kind, or NULL. */
struct dm_mark *dm_extras_mark(const dm_object *object, uint32_t offset, enum dm_mark_kind kind);

/** @return whether there was memory for the mark. It replaces what marks the property had. */
bool dm_extras_set_mark(dm_object *object, dm_arena *arena, uint32_t offset, enum dm_mark_kind kind,
                        dm_json value);

/** Removes a property's null, raw and original marks. @return whether there was a null or raw one.
 */
bool dm_extras_drop_marks(dm_object *object, uint32_t offset);

/** @return whether an unknown member has not been removed. */
DM_INLINE bool dm_extras_is_there(const struct dm_unknown *unknown)
{
    return unknown->value.size > 0;
}

/** Removes an unknown member. */
DM_INLINE void dm_extras_remove(struct dm_unknown *unknown)
{
    unknown->value.size = 0;
}

/** @return the unknown member, or NULL. */
struct dm_unknown *dm_extras_unknown(const dm_object *object, const char *name, size_t length);

/** @return whether the member is an `@odata.type`: one that is no string is kept like others. */
DM_INLINE bool dm_extras_is_type_name(const struct dm_unknown *unknown)
{
    return unknown->name_length == 11 && memcmp(unknown->name, "@odata.type", 11) == 0;
}

/** Sets or adds an unknown member, borrowing name and value. @return whether there was memory. */
bool dm_extras_set_unknown(dm_object *object, dm_arena *arena, const char *name, size_t length,
                           dm_json value);

/* ---- scan.c ---- */

struct dm_reader {
    const char *start;
    const char *end;
    dm_arena *arena;
    const dm_parse_options *options;
    size_t max_depth;
    size_t max_members;
    size_t max_string;
    size_t depth; /* arrays and objects around the place */
    dm_error *error;
    dm_status status;   /* DM_OK until a hard error */
    dm_finding finding; /* why a value does not fit, when a reader gives NULL without error */
    const char *ill_at; /* how far a value that does not fit was read */
    const struct dm_step *step; /* the value being read */
    const char *raw;            /* where the raw value being scanned began, or NULL */
    char *scratch;              /* elements of the collections being read */
    size_t scratch_used;
    size_t scratch_size;
    bool found_any; /* whether `found` has entries; it is not zeroed before */
    struct {
        uint64_t hash;       /* of a type's name without regard to case; 0 is no entry */
        const dm_type *type; /* NULL: the options name no such type */
    } found[8];              /* what `@odata.type` led to, since the options may list thousands */
    uint64_t scratch_first[64]; /* the first scratch memory */
};

enum {
    DM_TEXT_ESCAPED = 1, /* a string holds escapes */
    DM_TEXT_NUL = 2      /* one of them is a NUL */
};

extern const dm_parse_options dm_parse_defaults;

/** Prepares a reader of a text; options and error may be NULL. */
void dm_reader_init(struct dm_reader *reader, dm_arena *arena, const char *text, size_t size,
                    const dm_parse_options *options, dm_error *error);

/** Records the first hard error. @return NULL. */
const char *dm_reader_fail(struct dm_reader *reader, dm_status status, const char *where,
                           const char *message);

/** Records that the place is not what it must be: truncated at the end, else a syntax error. */
const char *dm_reader_expected(struct dm_reader *reader, const char *where, const char *message);

/** @return whether the text's size is within the limit, and there is one. */
bool dm_reader_check_size(struct dm_reader *reader, size_t size);

DM_INLINE const char *dm_scan_space(const char *p, const char *end)
{
    while (p < end && DM_UNLIKELY((unsigned char)*p <= ' ') &&
           (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
        p++;
    return p;
}

/** @param begin behind the opening quote; p: at it, or behind bytes that are known to be plain.
 *  @return the closing quote, or NULL. */
const char *dm_scan_string(struct dm_reader *reader, const char *begin, const char *p,
                           unsigned *features);

/** @return behind the number, or NULL. */
const char *dm_scan_number(struct dm_reader *reader, const char *p);

/** @return behind the value, or NULL. Checks everything. */
const char *dm_scan_value(struct dm_reader *reader, const char *p);

/** @return the value of a hexadecimal digit, or -1. */
static inline int dm_scan_hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/** Unescapes a checked string's inside; `to` holds at least as many bytes. @return the length. */
size_t dm_scan_unescape(const char *from, const char *end, char *to);

/** @return the bytes that an escape (with the second half of its pair) or other byte takes in a
 *  checked string. */
size_t dm_scan_char(const char *p);

/** @return the bytes of the valid UTF-8 character at p, 2 to 4, or 0. */
size_t dm_scan_utf8(const char *p, const char *end);

/** @return whether a text is valid UTF-8 that a string holds without escapes. */
bool dm_scan_is_plain(const char *p, const char *end);

/** @return a place in the string from p on that needs attention: quote, backslash, control, byte
 *  above 0x7f, or the end. */
const char *dm_scan_plain(const char *p, const char *end);

#define DM_ONES  UINT64_C(0x0101010101010101)
#define DM_HIGHS UINT64_C(0x8080808080808080)

/* The high bit of each byte that is a control, a quote, a backslash or above 0x7f. Turning one bit
 * of a quote puts it beside the controls, and nothing else there. Borrows can set further high
 * bits, but only above the first true one. The other bits mean nothing. */
DM_INLINE uint64_t dm_scan_attention(uint64_t word)
{
    uint64_t quote = word ^ (DM_ONES * 0x02);
    uint64_t slash = word ^ (DM_ONES * 0x5c);
    return (quote - DM_ONES * 0x21) | (slash - DM_ONES) | word;
}

DM_INLINE const char *dm_scan_plain_inline(const char *p, const char *end)
{
    while (end - p >= 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        uint64_t found = dm_scan_attention(word) & DM_HIGHS;
        if (found) {
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
            return p + ((unsigned)__builtin_ctzll(found) >> 3);
#else
            break;
#endif
        }
        p += 8;
    }
    while (p < end && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80 && *p != '"' &&
           *p != '\\')
        p++;
    return p;
}

/** @return behind a well-formed value, without checks but for the end. */
const char *dm_scan_skip(const char *p, const char *end);

/** @return how the value at p is called in messages. */
dm_json_kind dm_scan_kind(char c);

/* ---- number.c ---- */

/** Reads the whole text, a JSON number, as an integer. DM_ERROR_VALUE: it has a fraction. */
dm_status dm_number_integer(const char *text, size_t size, int64_t *value);

/** Reads the whole text, a JSON number, correctly rounded; overflow gives an infinity. */
double dm_number_double(const char *text, size_t size);

/** As dm_number_double, rounded to a float at once. */
float dm_number_single(const char *text, size_t size);

/** @return whether the whole text is a JSON number. */
bool dm_number_is(const char *text, size_t size);

/** @return whether the double that this JSON number means is written with this text. */
bool dm_number_plain(const char *text, size_t size);

/** @return whether two JSON numbers have the same exact value. */
bool dm_number_equal(dm_json a, dm_json b);

#define DM_NUMBER_SIZE 40 /* of the buffers below */

/** Writes the shortest text that reads as the same double; for a finite one. @return its length. */
size_t dm_number_write_double(double value, char *text);

/** The same of a float. @return its length. */
size_t dm_number_write_single(float value, char *text);

/** Writes an integer. @return its length. */
size_t dm_number_write_integer(int64_t value, char *text);

/* ---- value.c ---- */

/** Every collection's shape. */
struct dm_list {
    const void *items;
    size_t count;
    bool has;
};

/** @return the size of a collection's element. */
size_t dm_value_element_size(const dm_field *field);

/** @return the size of a property's member. */
size_t dm_value_size(const dm_field *field);

/** @return where `has` stands in the member of a number or Boolean. */
size_t dm_value_has_offset(const dm_field *field);

/** @return whether a property holds a value (marks apart). */
bool dm_value_has(const dm_field *field, const char *member);

/** Makes a property's member zero. */
void dm_value_clear(const dm_field *field, char *member);

/** Reads a number, Boolean or flags out of a checked raw value. DM_OK, DM_ERROR_TYPE (it is none),
 *  DM_ERROR_RANGE; *plain tells whether it would be written in the same way. */
dm_status dm_value_of_raw(dm_kind kind, dm_json raw, void *value, bool *plain);

/** @return whether a raw value still means what a property holds. */
bool dm_value_matches(const dm_field *field, const char *member, dm_json raw);

/** @return the name that an object bears in JSON without '#', its type's unless it has its own. */
const char *dm_value_type_name(const dm_object *object, const dm_type *declared);

/** @return whether names are equal ignoring the case of ASCII letters. */
bool dm_value_same_name(const char *a, const char *b);

/** @return whether a property is of a kind that is text, and a string in JSON. */
DM_INLINE bool dm_value_is_string(const dm_field *field)
{
    return DM_STRING_KINDS >> field->kind & 1;
}

DM_INLINE const dm_object *dm_value_object(const char *member)
{
    const dm_object *object;
    memcpy(&object, member, sizeof object);
    return object;
}

DM_INLINE const char *dm_value_text(const char *member)
{
    const char *text;
    memcpy(&text, member, sizeof text);
    return text;
}

/* ---- scalar.c ---- */

/** The value does not fit; `where` is how far it was read. @return NULL. */
const char *dm_reader_ill(struct dm_reader *reader, const char *where, dm_finding finding);

/** There is no memory: a hard error. @return NULL. */
const char *dm_reader_no_memory(struct dm_reader *reader, const char *where);

/** Reports a finding at the reader's step. */
void dm_reader_report(struct dm_reader *reader, dm_finding finding, const dm_type *type,
                      const dm_field *field, const char *p, const char *end);

/** Reports a finding about the string from p to end, which dm_reader_string has read. */
void dm_reader_report_string(struct dm_reader *reader, dm_finding finding, const dm_type *type,
                             const dm_field *field, const char *p, const char *end);

/** A value that does not fit is an error. @return NULL. */
const char *dm_reader_refuse(struct dm_reader *reader, const char *p, const dm_field *field);

/** Reads a Boolean, number, enumeration or flags. @return behind it; NULL: an error, or it does not
 *  fit. *plain becomes false when it would be written in another way. */
const char *dm_scalar_read(struct dm_reader *reader, const char *p, const dm_object *object,
                           const dm_field *field, void *slot, bool *plain);

/* The texts are in a buffer of our own, or of a caller who gave it for this. */
DM_INLINE char *dm_reader_writable(const char *p)
{
    return (char *)(uintptr_t)p;
}

/* Ends the text of a string in place, or unescapes it into the arena, so that the value can still
 * be restored. @return behind the string, or NULL. */
DM_INLINE const char *dm_reader_string(struct dm_reader *reader, const char *p, const char **text)
{
    const char *begin = p + 1;
    unsigned features = 0;
    const char *close = dm_scan_plain_inline(begin, reader->end);
    if (DM_UNLIKELY(close >= reader->end || *close != '"' ||
                    (size_t)(close - begin) > reader->max_string)) {
        close = dm_scan_string(reader, begin, close, &features);
        if (!close)
            return NULL;
    }
    if (DM_LIKELY(features == 0)) {
        *dm_reader_writable(close) = '\0';
        *text = begin;
        return close + 1;
    }
    if (features & DM_TEXT_NUL)
        return dm_reader_ill(reader, p, DM_FOUND_ILL_FITTING);
    char *copy = dm_arena_take(reader->arena, (size_t)(close - begin) + 1);
    if (!copy)
        return dm_reader_no_memory(reader, p);
    copy[dm_scan_unescape(begin, close, copy)] = '\0';
    *text = copy;
    return close + 1;
}

/* ---- time.c ---- */

/** Reads the digits behind a decimal point; DM_ERROR_RANGE when those past the ninth are not 0. */
dm_status dm_time_take_fraction(const char **p, int32_t *nanoseconds);

/** Writes a point and nine digits without the last zeros; nothing for 0. @return behind them. */
char *dm_time_put_fraction(char *p, int32_t nanoseconds);

/* ---- read.c ---- */

/** Reads one member's value at p into an object. @return behind it, or NULL after a hard error. */
const char *dm_read_member(struct dm_reader *reader, const char *p, dm_object *object,
                           const dm_field *field);

/** @return a type's property of that name, looking at the line `guess` and behind it first. */
const dm_field *dm_read_find(const dm_type *type, const char *name, size_t length, size_t guess);

/* ---- copy.c ---- */

/** Copies a property's value, deeply. @return whether there was memory. */
bool dm_copy_value(dm_arena *arena, const dm_field *field, char *to, const char *from,
                   size_t depth);

/** @return a deep copy, or NULL when there is no memory or it is too deep. */
dm_object *dm_copy_object(dm_arena *arena, const dm_object *object, const dm_type *declared,
                          size_t depth);

/* ---- json_join.c ---- */

/** Where the member of a name stands in either object: at its own name, or NULL. */
struct dm_json_place {
    const char *members[2];
};

/** Places on the stack, of which each level of nested objects takes half of what is left. */
struct dm_json_places {
    struct dm_json_place *places;
    size_t count;
};

#define DM_JSON_PLACES 512 /* of a call: 8 KB, or 4 KB where pointers have four bytes */
#define DM_JSON_OWN    8   /* of a level, however deep */

/** Goes through the members of two objects of no declared type, name by name. */
struct dm_json_join {
    dm_json objects[2];
    const char *from[2]; /* where to begin to read in them; NULL: at their first member */
    struct dm_json_places rest;
    struct dm_json_place *places;
    size_t room;
    size_t count;
    size_t next;
    const char *bound; /* the last name of those that were gathered before, in their order */
    bool more;
    struct dm_json_place own[DM_JSON_OWN];
};

/** A name and its value in either object, the last one of that name; of size 0: none. */
struct dm_json_pair {
    dm_json name; /* as it stands in the first object that has it */
    dm_json a;
    dm_json b;
};

/** @return how two JSON strings, given by their opening quotes, are ordered by their bytes,
 *  unescaped: below, equal to, above 0. */
int dm_json_compare_strings(const char *a, const char *b);

/** Begins; the places must outlive it. */
void dm_json_join_begin(struct dm_json_join *join, dm_json a, dm_json b,
                        struct dm_json_places rest);

/** Goes to the next name. They come in the order of a, then of b, where there are places for all of
 *  them; else in groups of that sort. @return false when there is none. */
bool dm_json_join_next(struct dm_json_join *join, struct dm_json_pair *pair);

/** @return places for what is done to the members of a pair. */
struct dm_json_places dm_json_join_rest(const struct dm_json_join *join);

/* ---- json.c ---- */

/** As dm_json_equal, within these places. */
bool dm_json_equal_within(dm_json a, dm_json b, struct dm_json_places places);

/* ---- equal.c ---- */

enum dm_equal_mode {
    DM_EQUAL_STRICT, /* null is not absent */
    DM_EQUAL_LOOSE,  /* null is absent */
    DM_EQUAL_PATCH   /* null in a is absent in b; not the reverse */
};

/** Compares objects. */
bool dm_equal_objects(const dm_object *a, const dm_object *b, const dm_type *declared,
                      enum dm_equal_mode mode, size_t depth);

/** Compares a property of two objects of one type. */
bool dm_equal_member(const dm_object *a, const dm_object *b, const dm_field *field,
                     enum dm_equal_mode mode, size_t depth);

/** Compares the unknown members of two objects. */
bool dm_equal_unknown(const dm_object *a, const dm_object *b, enum dm_equal_mode mode);

/* ---- json_patch.c ---- */

/** Compares JSON values; the mode holds for members of objects that stand in no array. */
bool dm_json_patch_equal(dm_json a, dm_json b, enum dm_equal_mode mode);

/** Merges a patch into a value (RFC 7396, but nulls of the patch stay). The result lies in the
 *  arena. @return DM_OK or DM_ERROR_MEMORY. */
dm_status dm_json_patch_merge(dm_arena *arena, dm_json json, dm_json patch, dm_json *merged);

/* ---- reflect.c ---- */

/** As dm_flags_of_text; *all_known tells whether a page documents each member of the text. */
uint32_t dm_flags_read(const dm_enum *enumeration, const char *text, bool *all_known);

/** @return the index of the member of that name, exactly, then ignoring case, or member_count. */
size_t dm_enum_index(const dm_enum *enumeration, const char *text, size_t length);

/** @return the value in C of the member of an index. */
uint32_t dm_enum_value(const dm_enum *enumeration, size_t index);

/* ---- edit.c ---- */

/** Remembers a failed setter. @return the status. */
dm_status dm_edit_fail(dm_object *object, dm_status status);

DM_INLINE const char *dm_member_const(const dm_object *object, const dm_field *field)
{
    return (const char *)object + field->offset;
}

DM_INLINE const dm_type *dm_type_of(const dm_object *object, const dm_type *declared)
{
    return object->type ? object->type : declared;
}

#endif
