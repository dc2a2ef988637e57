#include "support/source.h"

#include "support/utf8.h"

#include <string.h>

void source_init(struct source *source, struct arena *arena, slice path, slice text)
{
    if (slice_starts_with(text, SLICE("\xEF\xBB\xBF")))
        text = slice_skip(text, 3);
    *source = (struct source){.path = path, .text = text};
    source->line_begins = arena_extend(arena, NULL, 0, sizeof *source->line_begins);
    source->line_count = 1;
    const char *line = text.ptr;
    size_t rest = text.len;
    while (rest > 0 && (line = memchr(line, '\n', rest)) != NULL) {
        line++;
        rest = (size_t)(text.ptr + text.len - line);
        source->line_begins = arena_extend(arena, source->line_begins, source->line_count,
                                           sizeof *source->line_begins);
        source->line_begins[source->line_count++] = (uint32_t)(text.len - rest);
    }
}

/* The index of the last line that begins at or before OFFSET. */
static size_t source_line_index(const struct source *source, size_t offset)
{
    size_t low = 0;
    size_t high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_begins[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct position source_position(const struct source *source, size_t offset)
{
    if (offset > source->text.len)
        offset = source->text.len;
    size_t index = source_line_index(source, offset);
    size_t begin = source->line_begins[index];
    slice before = slice_take(slice_skip(source->text, begin), offset - begin);
    return (struct position){.line = index + 1, .column = utf8_length(before) + 1};
}

size_t span_line(struct span span)
{
    return span.source == NULL ? 0 : source_line_index(span.source, span.begin) + 1;
}

struct span span_move(struct span span, struct span from, struct span to)
{
    if (span.source == NULL)
        return span;
    return (struct span){to.source, span.begin - from.begin + to.begin,
                         span.end - from.begin + to.begin};
}

slice span_text(struct span span)
{
    if (span.source == NULL || span.end <= span.begin)
        return (slice){0};
    return slice_take(slice_skip(span.source->text, span.begin), span.end - span.begin);
}

struct span span_of(const struct source *source, slice part)
{
    uintptr_t text = (uintptr_t)source->text.ptr;
    uintptr_t at = (uintptr_t)part.ptr;
    if (part.ptr == NULL || at < text || at - text > source->text.len)
        return span_of_file(source);
    size_t begin = (size_t)(at - text);
    size_t room = source->text.len - begin;
    return span_make(source, begin, begin + (part.len < room ? part.len : room));
}

struct span span_of_file(const struct source *source)
{
    return span_make(source, 0, source->text.len);
}
