/*
 * Buffers: text that grows at its end. A buffer owns its bytes, unless they are in an arena; memory
 * that runs out is handled as arena.h says.
 */
#ifndef DOCMODEL_SUPPORT_BUFFER_H
#define DOCMODEL_SUPPORT_BUFFER_H

#include "support/slice.h"

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct buffer {
    char *data; /* terminated by an uncounted NUL once anything was appended; NULL before */
    size_t len;
    size_t capacity;
    struct arena *arena; /* holds the data; NULL: the heap does */
};

void buffer_init(struct buffer *buffer);

/* A buffer in ARENA, for text that stays; it need not be finished. */
void buffer_init_in(struct buffer *buffer, struct arena *arena);

void buffer_finish(struct buffer *buffer);

/* Empties the buffer but keeps its memory. */
void buffer_clear(struct buffer *buffer);

void buffer_append(struct buffer *buffer, slice text);
void buffer_append_repeated(struct buffer *buffer, char c, size_t count);

/* Makes room for SIZE more bytes and a NUL, and returns where they begin; the caller then adds to
 * len what it stored, and stores the NUL. */
char *buffer_reserve(struct buffer *buffer, size_t size);

static inline void buffer_append_char(struct buffer *buffer, char c)
{
    char *end =
        buffer->len + 1 < buffer->capacity ? buffer->data + buffer->len : buffer_reserve(buffer, 1);
    end[0] = c;
    end[1] = '\0';
    buffer->len++;
}

/* No floating-point conversions: they depend on the process locale. */
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_vformat(struct buffer *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* The bytes so far; valid until the buffer changes. */
slice buffer_slice(const struct buffer *buffer);

#endif
