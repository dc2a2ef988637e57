#include "support/diagnostic.h"
#include "support/utf8.h"

#include <stdint.h>

/* A longer source line is cut to a window of this many cells, ellipses apart. */
#define WINDOW_CELLS ((size_t)152)

/* How many cells of a cut line stand before the span. */
#define CONTEXT_CELLS ((size_t)40)

#define TAB_CELLS   ((size_t)4)
#define REPLACEMENT ((uint32_t)0xFFFD)

struct window {
    size_t begin; /* cells of the whole line */
    size_t end;
    size_t total; /* cells of that line, or some number above END */
};

/* Control characters, and those that change the direction of text, would disturb a terminal. */
static bool is_printable(uint32_t code_point)
{
    if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0))
        return false;
    return !(code_point >= 0x202A && code_point <= 0x202E) &&
           !(code_point >= 0x2066 && code_point <= 0x2069) && code_point != 0x2028 &&
           code_point != 0x2029;
}

static bool is_plain(uint32_t code_point)
{
    return code_point >= ' ' && code_point < 0x7F;
}

static size_t cells_of(uint32_t code_point, size_t cell)
{
    if (is_plain(code_point)) /* nearly all */
        return 1;
    if (code_point == '\t')
        return TAB_CELLS - cell % TAB_CELLS;
    return is_printable(code_point) ? utf8_width(code_point) : 1;
}

static void append_printable(struct buffer *out, uint32_t code_point, size_t cells)
{
    if (code_point == '\t')
        buffer_append_repeated(out, ' ', cells);
    else
        utf8_append(out, is_printable(code_point) ? code_point : REPLACEMENT);
}

/* TEXT on one line, whatever a page has put into it. */
static void append_text(struct buffer *out, slice text)
{
    for (size_t offset = 0; offset < text.len;) {
        size_t begin = offset;
        while (offset < text.len && is_plain((unsigned char)text.ptr[offset]))
            offset++;
        buffer_append(out, slice_skip(slice_take(text, offset), begin));
        if (offset == text.len)
            return;
        uint32_t code_point = utf8_decode(text, &offset);
        if (code_point == '\n' || code_point == '\t' || code_point == '\r')
            code_point = ' ';
        append_printable(out, code_point, 1);
    }
}

/* The cells of LINE before byte OFFSET; where they are more than MOST, some number above it. */
static size_t cells_before(slice line, size_t offset, size_t most)
{
    size_t cell = 0;
    for (size_t at = 0; at < offset && at < line.len && cell <= most;)
        cell += cells_of(utf8_decode(line, &at), cell);
    return cell;
}

static struct window choose_window(slice line, size_t begin, size_t end)
{
    size_t total = cells_before(line, line.len, WINDOW_CELLS);
    if (total <= WINDOW_CELLS || cells_before(line, end, WINDOW_CELLS) <= WINDOW_CELLS)
        return (struct window){0, total < WINDOW_CELLS ? total : WINDOW_CELLS, total};
    size_t first = cells_before(line, begin, SIZE_MAX);
    first = first < CONTEXT_CELLS ? 0 : first - CONTEXT_CELLS;
    total = cells_before(line, line.len, first + WINDOW_CELLS);
    if (total - first < WINDOW_CELLS)
        first = total - WINDOW_CELLS;
    return (struct window){first, first + WINDOW_CELLS, total};
}

struct snippet {
    struct buffer text;
    struct buffer carets;
    bool marked;
};

static void snippet_mark(struct snippet *snippet, size_t cells)
{
    if (cells == 0)
        return;
    buffer_append_char(&snippet->carets, snippet->marked ? '~' : '^');
    buffer_append_repeated(&snippet->carets, '~', cells - 1);
    snippet->marked = true;
}

/* Fills both lines with what of LINE stands in WINDOW; [begin, end) are bytes of LINE. */
static void snippet_fill(struct snippet *snippet, slice line, size_t begin, size_t end,
                         struct window window)
{
    size_t cell = 0;
    for (size_t at = 0; at < line.len;) {
        size_t offset = at;
        uint32_t code_point = utf8_decode(line, &at);
        size_t cells = cells_of(code_point, cell);
        cell += cells;
        if (cell - cells < window.begin)
            continue;
        if (cell > window.end)
            break;
        append_printable(&snippet->text, code_point, cells);
        if (offset >= begin && offset < end)
            snippet_mark(snippet, cells);
        else if (offset < begin)
            buffer_append_repeated(&snippet->carets, ' ', cells);
    }
    if (!snippet->marked)
        snippet_mark(snippet, 1);
}

static slice trim_end(slice text)
{
    while (text.len > 0 && ascii_is_space(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

static void append_snippet(struct buffer *out, slice line, size_t begin, size_t end)
{
    struct window window = choose_window(line, begin, end);
    bool cut_before = window.begin > 0;
    bool cut_behind = window.end < window.total;
    struct snippet snippet = {.marked = false};
    buffer_init(&snippet.text);
    buffer_init(&snippet.carets);
    snippet_fill(&snippet, line, begin, end, window);
    if (cut_before)
        buffer_append(out, SLICE("..."));
    buffer_append(out,
                  cut_behind ? buffer_slice(&snippet.text) : trim_end(buffer_slice(&snippet.text)));
    buffer_append(out, cut_behind ? SLICE("...\n") : SLICE("\n"));
    if (cut_before)
        buffer_append(out, SLICE("   "));
    buffer_append(out, buffer_slice(&snippet.carets));
    buffer_append_char(out, '\n');
    buffer_finish(&snippet.text);
    buffer_finish(&snippet.carets);
}

/* The source line and the line of carets; nothing for a blank line or a whole file. */
static void append_source(struct buffer *out, struct span span)
{
    const struct source *source = span.source;
    if (source->line_count > 1 && span.begin == 0 && span.end >= source->text.len)
        return;
    size_t line_number = span_line(span);
    slice line = source_line(source, line_number);
    if (slice_trim(line).len == 0)
        return;
    size_t line_begin = source->line_begins[line_number - 1];
    size_t begin = span.begin - line_begin;
    size_t end = span.end > span.begin ? span.end - line_begin : begin;
    if (begin > line.len)
        begin = line.len;
    append_snippet(out, line, begin, end < line.len ? end : line.len);
}

static void append_message(struct buffer *out, struct span span, slice path, const char *label,
                           slice text)
{
    append_text(out, path);
    if (span.source != NULL) {
        struct position position = source_position(span.source, span.begin);
        buffer_format(out, ":%zu:%zu", position.line, position.column);
    }
    buffer_append(out, path.len > 0 ? SLICE(": ") : SLICE(""));
    buffer_append(out, slice_from(label));
    buffer_append(out, SLICE(": "));
    append_text(out, text);
}

static const char *severity_label(enum diagnostic_severity severity)
{
    static const char *const labels[] = {"off", "notice", "warning", "error"};
    return labels[severity];
}

static void append_note(struct buffer *out, const struct diagnostic_note *note)
{
    bool located = note->span.source != NULL;
    slice path = located ? note->span.source->path : (slice){0};
    append_message(out, note->span, path, "note", note->text);
    buffer_append_char(out, '\n');
    if (located)
        append_source(out, note->span);
}

void diagnostic_print(const struct diagnostic *diagnostic,
                      const struct diagnostic_settings *settings, struct buffer *out)
{
    enum diagnostic_severity severity = diagnostic_code_severity(diagnostic->code, settings);
    if (severity == DIAG_OFF)
        return;
    append_message(out, diagnostic->span, diagnostic->path, severity_label(severity),
                   diagnostic->text);
    buffer_append(out, SLICE(" ["));
    buffer_append(out, slice_from(diagnostic_code_info(diagnostic->code)->name));
    buffer_append(out, SLICE("]\n"));
    if (diagnostic->span.source != NULL)
        append_source(out, diagnostic->span);
    for (const struct diagnostic_note *note = diagnostic->notes; note != NULL; note = note->next)
        append_note(out, note);
}
