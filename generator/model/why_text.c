#include "model/why_text.h"

#include "model/why.h"
#include "support/utf8.h"

#define INDENT 4

/* Where the line that begins at FROM ends: before the word that would be too wide, or anywhere in
 * scripts that do not part words. */
static size_t line_end(slice text, size_t from, size_t room)
{
    size_t width = 0, last = from;
    for (size_t at = from; at < text.len;) {
        size_t before = at;
        if (text.ptr[at] == '\n')
            return at;
        uint32_t character = utf8_decode(text, &at);
        unsigned cells = utf8_width(character);
        bool fits = width + cells <= room;
        if (character == ' ' || (cells == 2 && before > from && fits))
            last = before;
        if (!fits && last > from)
            return last;
        width += cells;
    }
    return text.len;
}

/* Puts TEXT behind what the line holds already; further lines are indented by INDENTED. */
static void append_wrapped(struct buffer *out, slice text, size_t used, size_t indented)
{
    size_t at = 0;
    while (at < text.len) {
        size_t end = line_end(text, at, WHY_WIDTH > used ? WHY_WIDTH - used : 1);
        buffer_append(out, slice_skip(slice_take(text, end), at));
        while (end < text.len && (text.ptr[end] == ' ' || text.ptr[end] == '\n'))
            end++;
        at = end;
        if (at < text.len) {
            buffer_append_char(out, '\n');
            buffer_append_repeated(out, ' ', indented);
        }
        used = indented;
    }
    buffer_append_char(out, '\n');
}

void why_text_fact(struct buffer *out, const char *label, slice value)
{
    buffer_append(out, SLICE("\n  "));
    buffer_append(out, slice_from(label));
    buffer_append(out, SLICE(": "));
    append_wrapped(out, value, 4 + slice_from(label).len, INDENT);
}

void why_text_note(struct buffer *out, slice label, slice text)
{
    buffer_append_repeated(out, ' ', INDENT);
    buffer_append(out, label);
    buffer_append(out, SLICE(": "));
    append_wrapped(out, text, INDENT + label.len + 2, INDENT + 2);
}

static slice place_of(struct arena *arena, const struct origin *origin)
{
    const struct page *page = origin->page;
    if (page == NULL)
        return SLICE("no page");
    slice path = page->source->path;
    size_t line = span_line(origin->span);
    return line > 0 ? arena_format(arena, "%.*s:%zu", SLICE_ARGS(path), line) : path;
}

void why_text_source(struct buffer *out, const char *label, const struct origin *origin,
                     slice words)
{
    struct arena arena;
    arena_init(&arena);
    slice place = place_of(&arena, origin);
    const struct page *page = origin->page;
    if (page != NULL && page->locale.len > 0)
        place =
            arena_format(&arena, "%.*s (%.*s%s%.*s)", SLICE_ARGS(place), SLICE_ARGS(page->locale),
                         page->handoff.len > 0 ? ", handed off " : "", SLICE_ARGS(page->handoff));
    why_text_note(out, slice_from(label), place);
    if (words.len > 0) {
        buffer_append_repeated(out, ' ', INDENT + 2);
        append_wrapped(out, arena_format(&arena, "\"%.*s\"", SLICE_ARGS(words)), INDENT + 2,
                       INDENT + 2);
    }
    arena_finish(&arena);
}

void why_text_item(struct buffer *out, slice text, const struct origin *origin)
{
    struct arena arena;
    arena_init(&arena);
    slice place = place_of(&arena, origin);
    size_t slash = slice_find_last_byte(place, '/');
    if (slash != SLICE_NONE)
        place = slice_skip(place, slash + 1);
    buffer_append_repeated(out, ' ', INDENT);
    append_wrapped(out, arena_format(&arena, "%.*s (%.*s)", SLICE_ARGS(text), SLICE_ARGS(place)),
                   INDENT, INDENT + 2);
    arena_finish(&arena);
}

void why_text_decision(struct buffer *out, const struct decision *decision)
{
    if (decision->rule != NULL)
        why_text_note(out, SLICE("rule"), slice_from(decision->rule));
    const char *label = "taken"; /* the first; others say the same */
    for (int taken = 1; taken >= 0; taken--)
        for (size_t i = 0; i < decision->evidence_count; i++) {
            const struct evidence *evidence = &decision->evidence[i];
            if (evidence->taken != (taken == 1))
                continue;
            why_text_source(out, taken == 1 ? label : "overruled", &evidence->origin,
                            evidence->words);
            label = "agrees";
        }
}
