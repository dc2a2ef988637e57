#include "markdown/skeleton.h"

#include "markdown/fence.h"

#include <string.h>

static struct skeleton_line split_indent(slice line)
{
    size_t width = 0;
    while (width < line.len && (line.ptr[width] == ' ' || line.ptr[width] == '\t'))
        width++;
    return (struct skeleton_line){slice_skip(line, width), width};
}

static slice indent_of(const struct skeleton_line *line)
{
    return line->indent > 0 ? (slice){line->text.ptr - line->indent, line->indent} : (slice){0};
}

/* Where a fence is open, and where to close it if it turns out that nothing does. */
struct repair {
    const struct skeleton *skeleton;
    struct fence fence;
    slice indent; /* before the fence's mark */
    bool comment; /* in an HTML comment, where fences are text */
    bool open;
    bool text;         /* the fence holds text already */
    size_t blank;      /* first of the blank lines above; 0 when the line above holds text */
    size_t close_line; /* where a closing line is missed; 0 when nowhere yet */
};

/* How many hashes open the heading that TEXT is, or 0. */
static size_t heading_level(slice text)
{
    size_t hashes = 0;
    while (hashes < text.len && text.ptr[hashes] == '#')
        hashes++;
    return hashes <= 6 && hashes < text.len && text.ptr[hashes] == ' ' ? hashes : 0;
}

static bool begins_block(slice text)
{
    return heading_level(text) > 0 || slice_starts_with(text, SLICE("<!--"));
}

static void repair_outside(struct repair *repair, const struct skeleton_line *line, slice text)
{
    if (repair->comment || slice_starts_with(text, SLICE("<!--"))) {
        repair->comment = !skeleton_ends_comment(text);
        return;
    }
    if (text.len == 0 || (text.ptr[0] != '`' && text.ptr[0] != '~'))
        return;
    repair->open = fence_opens(slice_trim(text), &repair->fence);
    repair->indent = indent_of(line);
    repair->text = false;
    repair->blank = repair->close_line = 0;
}

/* Looks at TEXT, which stands in the open fence. Returns true when a fence opens in it. */
static bool repair_inside(struct repair *repair, slice text)
{
    struct fence other;
    bool marked = text.ptr[0] == repair->fence.mark;
    if (marked && fence_closes(slice_trim(text), &repair->fence)) {
        repair->open = false;
        return false;
    }
    bool reopened = marked && fence_opens(slice_trim(text), &other) &&
                    other.mark == repair->fence.mark && other.length == repair->fence.length;
    bool boundary = repair->text && repair->blank > 0 && (reopened || begins_block(text));
    if (boundary && repair->close_line == 0)
        repair->close_line = repair->blank;
    repair->blank = 0;
    repair->text = true;
    return reopened && repair->close_line > 0;
}

/*
 * Looks at one more line. Returns true when the open fence is known to lack its closing line: a
 * fence with an info string opens in it.
 */
static bool repair_step(struct repair *repair, size_t number)
{
    const struct skeleton_line *line = &repair->skeleton->lines[number - 1];
    slice text = line->text;
    while (text.len > 0 && ascii_is_space(text.ptr[0]))
        text = slice_skip(text, 1);
    if (!repair->open)
        repair_outside(repair, line, text);
    else if (text.len > 0)
        return repair_inside(repair, text);
    else if (repair->blank == 0)
        repair->blank = number;
    return false;
}

/*
 * The next line, from line *NUMBER on, that has to become a closing fence, with *found saying
 * which; 0 when there is none. *NUMBER moves behind it.
 */
static size_t repair_next(const struct skeleton *skeleton, size_t *number, struct repair *found)
{
    struct repair repair = {.skeleton = skeleton};
    while (*number <= skeleton->source->line_count) {
        bool missing = repair_step(&repair, *number);
        (*number)++;
        if (missing)
            break;
    }
    if (!repair.open || repair.close_line == 0)
        return 0;
    *found = repair;
    *number = repair.close_line + 1;
    return repair.close_line;
}

/*
 * How much of LINE stands before a comment that opens behind the end of another one and goes on in
 * the next line; 0 when there is none. cmark would end its HTML block with the first comment.
 */
static size_t reopened_comment(slice line)
{
    size_t end = slice_find(line, SLICE("-->"));
    size_t open = 0;
    while (end != SLICE_NONE) {
        size_t next = slice_find(slice_skip(line, end), SLICE("<!--"));
        if (next == SLICE_NONE)
            return 0;
        open = end + next;
        size_t close = slice_find(slice_skip(line, open), SLICE("-->"));
        end = close != SLICE_NONE ? open + close : SLICE_NONE;
    }
    return open;
}

/* LINE without the ends of comments in its first LENGTH bytes. */
static slice mask_comment_ends(struct arena *arena, slice line, size_t length)
{
    slice copy = arena_copy(arena, line);
    char *bytes = (char *)copy.ptr;
    for (size_t i = 0; i < length; i++)
        if (bytes[i] == '>')
            bytes[i] = 'x';
    return copy;
}

/* Looks for comments that cmark would read otherwise, and for those in other text. */
static void mask_comments(struct skeleton *skeleton, struct arena *arena)
{
    const struct source *source = skeleton->source;
    size_t at = 0;
    size_t next;
    while ((next = slice_find(slice_skip(source->text, at), SLICE("<!--"))) != SLICE_NONE) {
        size_t number = span_line(span_make(source, at + next, at + next));
        slice line = source_line(source, number);
        const struct skeleton_line *split = &skeleton->lines[number - 1];
        size_t masked = reopened_comment(line);
        skeleton->comments = skeleton->comments || split->indent > 3 ||
                             split->text.ptr != source->text.ptr + at + next;
        if (masked > 0 && number > skeleton->head)
            skeleton->lines[number - 1] = split_indent(mask_comment_ends(arena, line, masked));
        at = span_of(source, line).end;
    }
}

static slice closing_line(struct arena *arena, const struct repair *repair)
{
    char *marks = arena_alloc(arena, repair->fence.length);
    memset(marks, repair->fence.mark, repair->fence.length);
    return arena_join(arena, repair->indent, (slice){marks, repair->fence.length});
}

static void close_fences(struct skeleton *skeleton, struct arena *arena)
{
    struct repair repair = {0};
    size_t search = skeleton->head + 1;
    size_t line;
    while ((line = repair_next(skeleton, &search, &repair)) > 0)
        skeleton->lines[line - 1] = split_indent(closing_line(arena, &repair));
}

/* cmark takes a lone carriage return for a line end, and replaces NUL. */
static bool is_unusual(slice text, size_t at)
{
    return text.ptr[at] == '\0' ||
           (text.ptr[at] == '\r' && (at + 1 >= text.len || text.ptr[at + 1] != '\n'));
}

static bool has_unusual(slice text)
{
    if (slice_find_byte(text, '\0') != SLICE_NONE)
        return true;
    size_t next;
    for (size_t at = 0; (next = slice_find_byte(slice_skip(text, at), '\r')) != SLICE_NONE;
         at += next + 1)
        if (is_unusual(text, at + next))
            return true;
    return false;
}

/* SOURCE, or one with blanks in place of such characters. */
static const struct source *without_unusual(struct arena *arena, const struct source *source)
{
    if (!has_unusual(source->text))
        return source;
    struct source *clean = arena_alloc(arena, sizeof *clean);
    char *bytes = arena_alloc(arena, source->text.len);
    for (size_t i = 0; i < source->text.len; i++)
        bytes[i] = is_unusual(source->text, i) ? ' ' : source->text.ptr[i];
    *clean = *source;
    clean->text.ptr = bytes;
    return clean;
}

/* Splits the lines, and collects those that may define the target of reference links. */
static void split_lines(struct skeleton *skeleton, struct arena *arena)
{
    struct buffer definitions;
    buffer_init(&definitions);
    for (size_t i = skeleton->head; i < skeleton->source->line_count; i++) {
        slice whole = source_line(skeleton->source, i + 1);
        struct skeleton_line line = split_indent(whole);
        skeleton->lines[i] = line;
        if (line.text.len == 0 || line.text.ptr[0] != '[' || line.indent > 3 ||
            !skeleton_is_definition(line.text))
            continue;
        buffer_append(&definitions, whole);
        buffer_append(&definitions, SLICE("\n\n"));
    }
    skeleton->definitions = arena_copy(arena, buffer_slice(&definitions));
    buffer_finish(&definitions);
}

void skeleton_init(struct skeleton *skeleton, struct arena *arena, const struct source *source,
                   size_t head)
{
    *skeleton = (struct skeleton){.source = without_unusual(arena, source), .head = head};
    skeleton->lines = arena_alloc_array(arena, source->line_count, sizeof *skeleton->lines);
    split_lines(skeleton, arena);
    close_fences(skeleton, arena);
    mask_comments(skeleton, arena);
}

/* Text that can only be that of a paragraph, whatever stands behind its first character. */
static bool is_plain_text(slice text)
{
    char first = text.len > 0 ? text.ptr[0] : ' ';
    return ascii_is_alpha(first) || first == '|' || (unsigned char)first >= 0x80;
}

/* How long the mark of a list's item is that TEXT begins with, with the blanks behind it; or 0. */
static size_t item_mark_length(slice text)
{
    size_t length = 0;
    while (length < text.len && ascii_is_digit(text.ptr[length]))
        length++;
    slice mark = length > 0 ? SLICE(".)") : SLICE("-*+");
    if (length + 1 >= text.len || slice_find_byte(mark, text.ptr[length]) == SLICE_NONE ||
        text.ptr[length + 1] != ' ')
        return 0;
    while (++length < text.len && text.ptr[length] == ' ')
        continue;
    return length;
}

/* A line with ">" in it may close an HTML block ("-->"), and so is not cut down. */
static void append_line(struct buffer *out, const struct skeleton_line *line)
{
    slice text = line->text;
    bool cut = slice_find_byte(text, '>') == SLICE_NONE;
    size_t level = cut ? heading_level(text) : 0;
    size_t mark = cut ? item_mark_length(text) : 0;
    slice rest = slice_skip(text, mark);
    /* A link definition may go on behind a line, but not behind the mark of an item. */
    bool plain = cut && (is_plain_text(rest) || (mark > 0 && slice_starts_with(rest, SLICE("[")) &&
                                                 !skeleton_may_define(rest)));
    buffer_append(out, indent_of(line));
    buffer_append(out, level > 0 ? slice_take(text, level) : plain ? slice_take(text, mark) : text);
    buffer_append(out, plain ? SLICE("x\n") : SLICE("\n"));
}

void skeleton_append(const struct skeleton *skeleton, size_t first, size_t last, struct buffer *out)
{
    for (size_t number = first; number <= last; number++)
        append_line(out, &skeleton->lines[number - 1]);
}

bool skeleton_may_define(slice text)
{
    for (size_t i = 1; i < text.len && text.ptr[i] != '\\'; i++) {
        if (text.ptr[i] == '[')
            return false;
        if (text.ptr[i] == ']')
            return i + 1 < text.len && text.ptr[i + 1] == ':';
    }
    return true;
}

bool skeleton_is_definition(slice line)
{
    line = slice_trim(line);
    if (line.len < 5 || line.ptr[0] != '[' || line.ptr[1] == ']')
        return false;
    size_t end = slice_find_byte(line, ']');
    slice target = end != SLICE_NONE ? slice_skip(line, end + 1) : (slice){0};
    if (target.len < 2 || target.ptr[0] != ':')
        return false;
    target = slice_trim(slice_skip(target, 1));
    size_t blank = slice_find_byte(target, ' ');
    if (blank == SLICE_NONE)
        return target.len > 0;
    slice title = slice_trim(slice_skip(target, blank));
    return title.len > 1 && (title.ptr[0] == '"' || title.ptr[0] == '\'' || title.ptr[0] == '(');
}
