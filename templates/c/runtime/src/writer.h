/**
 * @file
 * What the files share that write: text that grows in an arena, fills a buffer or goes to a
 * callback.
 *
 * Where a text is common and needs no escapes, it is put in one go, with its name, once there is
 * room for all of it. Everything else goes through dm_out_put. The place of a failure is not kept
 * while writing but put together on the way out, by dm_out_within.
 */
#ifndef DOCMODEL_WRITER_H
#define DOCMODEL_WRITER_H

#include "internal.h"

/* ---- out.c ---- */

struct dm_out {
    char *next; /* where the next byte goes */
    char *stop; /* behind the buffer */
    char *buffer;
    size_t flushed; /* bytes that went to the sink, or were counted only */
    dm_arena *arena;
    dm_sink *sink;
    void *context;
    const dm_write_options *options;
    size_t items; /* of the outermost collection being written; 0: none */
    size_t done;  /* those of them that are written */
    size_t depth;
    size_t max_depth;
    dm_status status;
    const char *message;
    bool counting; /* the caller's buffer is full: count only */
    bool spell;    /* members byte by byte: pretty, or names need escapes */
    char lead;     /* what begins the next member or element: '{', '[' or, behind another, ',' */
    char pointer[DM_ERROR_POINTER_SIZE];
};

extern const dm_write_options dm_write_defaults;

/** Makes room. @return false after an error, and when only counting. */
bool dm_out_more(struct dm_out *out, size_t size);

/** Room asked for behind names, which are copied in pieces of so many bytes. */
#define DM_OUT_SLACK DM_TABLE_END

/** @return where so many bytes can be put, or NULL. */
DM_INLINE char *dm_out_room(struct dm_out *out, size_t size)
{
    if (DM_LIKELY((size_t)(out->stop - out->next) >= size) || dm_out_more(out, size))
        return out->next;
    return NULL;
}

/** @return the bytes in the buffer. */
DM_INLINE size_t dm_out_used(const struct dm_out *out)
{
    return (size_t)(out->next - out->buffer);
}

/** Copies eight bytes. @return as dm_scan_attention. */
DM_INLINE uint64_t dm_out_copy_word(char *to, const char *from)
{
    uint64_t word;
    memcpy(&word, from, 8);
    memcpy(to, &word, 8);
    return dm_scan_attention(word);
}

/** Copies a string's inside if it needs no escapes; otherwise what was copied does not count. */
DM_INLINE bool dm_out_copy_plain(char *to, const char *text, size_t length)
{
    uint64_t found;
    if (length >= 16) {
        found = dm_out_copy_word(to, text) | dm_out_copy_word(to + 8, text + 8);
        for (size_t i = 16; i + 16 < length; i += 16)
            found |=
                dm_out_copy_word(to + i, text + i) | dm_out_copy_word(to + i + 8, text + i + 8);
        found |= dm_out_copy_word(to + length - 16, text + length - 16);
        found |= dm_out_copy_word(to + length - 8, text + length - 8);
    } else if (DM_LIKELY(length >= 8)) {
        found = dm_out_copy_word(to, text) | dm_out_copy_word(to + length - 8, text + length - 8);
    } else {
        found = dm_scan_attention(dm_load_short(text, length));
        dm_copy_bytes(to, text, length);
    }
    return DM_LIKELY((found & DM_HIGHS) == 0) || dm_scan_is_plain(text, text + length);
}

/** Puts bytes. */
void dm_out_put(struct dm_out *out, const char *text, size_t size);

/** Puts one byte. */
DM_INLINE void dm_out_char(struct dm_out *out, char c)
{
    if (DM_LIKELY(out->next < out->stop))
        *out->next++ = c;
    else
        dm_out_put(out, &c, 1);
}

/** Puts a string with its quotes. */
void dm_out_string(struct dm_out *out, const char *text, size_t length);

/** Puts a raw value, compact or pretty as the options say. */
void dm_out_json(struct dm_out *out, dm_json json);

/** Puts a line feed and the indentation of a depth. */
void dm_out_new_line(struct dm_out *out, size_t depth);

/** The same when pretty. */
DM_INLINE void dm_out_line(struct dm_out *out, size_t depth)
{
    if (DM_UNLIKELY(out->options->pretty))
        dm_out_new_line(out, depth);
}

/** One level more is too many. @return false. */
bool dm_out_fail_depth(struct dm_out *out);

/** @return whether one level more is allowed; if not, that is the failure. None is after another
 *  failure, so that only what leads to it says where it was. */
DM_INLINE bool dm_out_may_open(struct dm_out *out)
{
    return DM_LIKELY(out->depth < out->max_depth && out->status == DM_OK) || dm_out_fail_depth(out);
}

/** Opens an object or array. Its first member or element puts the bracket, as others a comma. */
DM_INLINE void dm_out_open(struct dm_out *out, char bracket)
{
    out->lead = bracket;
    out->depth++;
}

/** Begins a member or element: the bracket before the first one, else a comma; then the line. */
DM_INLINE void dm_out_begin_item(struct dm_out *out)
{
    dm_out_char(out, out->lead);
    out->lead = ',';
    dm_out_line(out, out->depth);
}

/** Closes what is empty, or where lines are broken. */
void dm_out_close_more(struct dm_out *out, char bracket);

/** Closes what was opened, with the other bracket. */
DM_INLINE void dm_out_close(struct dm_out *out, char bracket)
{
    out->depth--;
    if (DM_LIKELY(out->lead == ',' && !out->options->pretty && out->next < out->stop))
        *out->next++ = bracket;
    else
        dm_out_close_more(out, bracket);
}

/** Ends a member's name. */
DM_INLINE void dm_out_colon(struct dm_out *out)
{
    dm_out_put(out, ": ", out->options->pretty ? 2 : 1);
}

/** Puts a step before the place of a failure, which is made on the way out: a member's name of so
 *  many bytes, or an element's index when it is NULL. Whoever began the member or element does it.
 */
void dm_out_within(struct dm_out *out, const char *name, size_t number);

/** Remembers the first failure. */
void dm_out_fail(struct dm_out *out, dm_status status, const char *message);

/** Ends a text in an arena: *text is NUL-terminated. @return the status, error filled. */
dm_status dm_out_finish(struct dm_out *out, const char **text, size_t *size, dm_error *error);

/** Begins a text in an arena. */
void dm_out_begin(struct dm_out *out, dm_arena *arena, const dm_write_options *options);

/** Begins a text in a buffer. */
void dm_out_begin_buffer(struct dm_out *out, char *buffer, size_t size,
                         const dm_write_options *options);

/* ---- write.c ---- */

/** Writes an object whose context declares a type; NULL is null. */
void dm_write_object(struct dm_out *out, const dm_object *object, const dm_type *declared);

/** Writes what a property holds, which must be a value. */
void dm_write_value(struct dm_out *out, const dm_field *field, const char *member);

/** Begins a member. */
void dm_write_name(struct dm_out *out, const char *name, size_t length);

/** Writes the `@odata.type` of an object that is of a type. */
void dm_write_type_member(struct dm_out *out, const dm_object *object, const dm_type *type);

/** The same if the options want it. */
void dm_write_type_name(struct dm_out *out, const dm_object *object, const dm_type *declared);

/* ---- json_patch.c ---- */

/** Writes what merges into a value to give another: of two objects the members that differ, null
 *  for those that are gone; otherwise the other value whole. */
void dm_json_patch_put(struct dm_out *out, dm_json before, dm_json after);

#endif
