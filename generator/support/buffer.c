#include "support/buffer.h"

#include "support/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)256)

void buffer_init(struct buffer *buffer)
{
    *buffer = (struct buffer){0};
}

void buffer_init_in(struct buffer *buffer, struct arena *arena)
{
    *buffer = (struct buffer){.arena = arena};
}

void buffer_finish(struct buffer *buffer)
{
    if (buffer->arena == NULL)
        free(buffer->data);
    buffer_init(buffer);
}

static char *buffer_move(struct buffer *buffer, size_t capacity)
{
    if (buffer->arena == NULL)
        return realloc(buffer->data, capacity);
    char *data = arena_alloc(buffer->arena, capacity);
    return buffer->len > 0 ? memcpy(data, buffer->data, buffer->len) : data;
}

void buffer_clear(struct buffer *buffer)
{
    buffer->len = 0;
    if (buffer->data != NULL)
        buffer->data[0] = '\0';
}

char *buffer_reserve(struct buffer *buffer, size_t size)
{
    if (size >= SIZE_MAX / 4 || buffer->len >= SIZE_MAX / 4)
        arena_exhausted(size);
    size_t needed = buffer->len + size + 1;
    if (needed > buffer->capacity) {
        size_t capacity = buffer->capacity > 0      ? buffer->capacity
                          : needed > FIRST_CAPACITY ? needed
                                                    : FIRST_CAPACITY;
        while (capacity < needed)
            capacity *= 2;
        char *data = buffer_move(buffer, capacity);
        if (data == NULL)
            arena_exhausted(capacity);
        buffer->data = data;
        buffer->capacity = capacity;
    }
    return buffer->data + buffer->len;
}

static void buffer_advance(struct buffer *buffer, size_t size)
{
    buffer->len += size;
    buffer->data[buffer->len] = '\0';
}

void buffer_append(struct buffer *buffer, slice text)
{
    char *end = buffer_reserve(buffer, text.len);
    if (text.len > 0)
        memcpy(end, text.ptr, text.len);
    buffer_advance(buffer, text.len);
}

void buffer_append_repeated(struct buffer *buffer, char c, size_t count)
{
    memset(buffer_reserve(buffer, count), c, count);
    buffer_advance(buffer, count);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_vformat(buffer, format, arguments);
    va_end(arguments);
}

void buffer_vformat(struct buffer *buffer, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int len = vsnprintf(NULL, 0, format, arguments);
    if (len >= 0) {
        char *end = buffer_reserve(buffer, (size_t)len);
        vsnprintf(end, (size_t)len + 1, format, again);
        buffer_advance(buffer, (size_t)len);
    }
    va_end(again);
}

slice buffer_slice(const struct buffer *buffer)
{
    return (slice){buffer->data, buffer->len};
}
