/*
 * Sources: the text of one input file, and positions in it.
 *
 * Everything that is read carries a span, a range of bytes in its source. Lines and columns are
 * computed when they are printed; columns count characters (Unicode scalar values), as editors do.
 */
#ifndef DOCMODEL_SUPPORT_SOURCE_H
#define DOCMODEL_SUPPORT_SOURCE_H

#include "support/arena.h"

#include <stdint.h>

struct source {
    slice path; /* as shown to people: relative to the documentation set or as given, with "/" */
    slice text; /* without a byte order mark */
    uint32_t *line_begins; /* offset of each line's first byte */
    size_t line_count;     /* at least 1; a line end at the end of the text begins an empty line */
};

/* Kept small: the facts of a set of pages hold millions. */
struct span {
    const struct source *source; /* NULL: no place in any file */
    uint32_t begin;              /* byte offset of the first byte */
    uint32_t end;                /* byte offset behind the last byte; begin == end marks a point */
};

struct position {
    size_t line;   /* from 1 */
    size_t column; /* from 1, in characters */
};

/* The largest file that docmodel reads, in bytes; larger ones are an error (file-too-large). */
#define SOURCE_SIZE_MAX ((size_t)64 << 20)

/* Offsets that a text of that size has. */
static inline struct span span_make(const struct source *source, size_t begin, size_t end)
{
    return (struct span){source, (uint32_t)begin, (uint32_t)end};
}

static inline void span_end_at(struct span *span, size_t end)
{
    span->end = (uint32_t)end;
}

/* PATH and TEXT are borrowed and must outlive the source. A leading byte order mark is skipped. */
void source_init(struct source *source, struct arena *arena, slice path, slice text);

struct position source_position(const struct source *source, size_t offset);

/* The line, from 1, of a span's first byte; 0 for a span without a source. */
size_t span_line(struct span span);

/* The text of line LINE (from 1) without its line end; empty when there is no such line. */
static inline slice source_line(const struct source *source, size_t line)
{
    if (line == 0 || line > source->line_count)
        return (slice){0};
    size_t begin = source->line_begins[line - 1];
    size_t end = line < source->line_count ? source->line_begins[line] - 1 : source->text.len;
    if (end > begin && source->text.ptr[end - 1] == '\r')
        end--;
    return (slice){source->text.ptr + begin, end - begin};
}

/* SPAN, which lies in FROM or nowhere, at the same place of TO, which has the same text. */
struct span span_move(struct span span, struct span from, struct span to);

/* The bytes that a span covers. */
slice span_text(struct span span);

/* The span of PART, which must be a slice of the source's own text. */
struct span span_of(const struct source *source, slice part);

/* A span of the whole source that stands for "this file". */
struct span span_of_file(const struct source *source);

#endif
