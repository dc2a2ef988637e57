#include "markdown/skeleton.h"

#include "markdown/fence.h"

static size_t indentation(slice line)
{
    size_t width = 0;
    while (width < line.len && (line.ptr[width] == ' ' || line.ptr[width] == '\t'))
        width++;
    return width;
}

/* Where a fence is open, and where to close it if it turns out that nothing does. */
struct repair {
    const struct source *source;
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

static void repair_outside(struct repair *repair, slice line, slice text)
{
    if (repair->comment || slice_starts_with(text, SLICE("<!--"))) {
        repair->comment = slice_find(text, SLICE("-->")) == SLICE_NONE;
        return;
    }
    repair->open = fence_opens(text, &repair->fence);
    repair->indent = slice_take(line, indentation(line));
    repair->text = false;
    repair->blank = repair->close_line = 0;
}

/*
 * Looks at one more line. Returns true when the open fence is known to lack its closing line: a
 * fence with an info string opens in it.
 */
static bool repair_step(struct repair *repair, size_t number)
{
    slice line = source_line(repair->source, number);
    slice text = slice_trim(line);
    struct fence other;
    if (!repair->open) {
        repair_outside(repair, line, text);
    } else if (fence_closes(text, &repair->fence)) {
        repair->open = false;
    } else if (text.len == 0) {
        repair->blank = repair->blank == 0 ? number : repair->blank;
    } else {
        bool reopened = fence_opens(text, &other) && other.mark == repair->fence.mark &&
                        other.length == repair->fence.length;
        bool boundary = repair->text && repair->blank > 0 && (reopened || begins_block(text));
        if (boundary && repair->close_line == 0)
            repair->close_line = repair->blank;
        repair->blank = 0;
        repair->text = true;
        return reopened && repair->close_line > 0;
    }
    return false;
}

/*
 * The next line, from line *NUMBER on, that has to become a closing fence, with *found saying
 * which; 0 when there is none. *NUMBER moves behind it.
 */
static size_t repair_next(const struct source *source, size_t *number, struct repair *found)
{
    struct repair repair = {.source = source};
    while (*number <= source->line_count) {
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

/* A line that can only be text of a paragraph, whatever stands behind its first character. */
static bool is_plain_text(slice text)
{
    char first = text.len > 0 ? text.ptr[0] : ' ';
    return ascii_is_alpha(first) || first == '|' || (unsigned char)first >= 0x80;
}

/* cmark takes a lone carriage return for a line end and replaces NUL: both become blanks. */
static void append_whole(struct buffer *out, slice line)
{
    char *copy = buffer_reserve(out, line.len);
    for (size_t i = 0; i < line.len; i++)
        copy[i] = line.ptr[i] == '\r' || line.ptr[i] == '\0' ? ' ' : line.ptr[i];
    out->len += line.len;
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

/* A line with ">" in it may close an HTML block ("-->"), and so is not cut down. */
static void append_with_end_marks(struct buffer *out, slice line)
{
    size_t masked = reopened_comment(line);
    size_t begin = out->len;
    append_whole(out, line);
    for (size_t i = 0; i < masked; i++)
        if (line.ptr[i] == '>')
            out->data[begin + i] = 'x';
}

static void append_line(struct buffer *out, slice line)
{
    size_t indent = indentation(line);
    slice text = slice_skip(line, indent);
    size_t level = heading_level(text);
    if (slice_find_byte(text, '>') != SLICE_NONE) {
        append_with_end_marks(out, line);
    } else if (is_plain_text(text)) {
        buffer_append(out, slice_take(line, indent));
        buffer_append_char(out, 'x');
    } else if (level > 0) {
        buffer_append(out, slice_take(line, indent + level));
    } else {
        append_whole(out, line);
    }
    buffer_append_char(out, '\n');
}

void skeleton_build(const struct source *source, size_t head, struct buffer *out)
{
    size_t search = head + 1;
    struct repair repair = {0};
    size_t repair_line = repair_next(source, &search, &repair);
    for (size_t number = 1; number <= source->line_count; number++) {
        if (number <= head) {
            buffer_append_char(out, '\n');
        } else if (number == repair_line) {
            buffer_append(out, repair.indent);
            buffer_append_repeated(out, repair.fence.mark, repair.fence.length);
            buffer_append_char(out, '\n');
            repair_line = repair_next(source, &search, &repair);
        } else {
            append_line(out, source_line(source, number));
        }
    }
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

void skeleton_collect_definitions(const struct source *source, size_t head, struct buffer *out)
{
    for (size_t number = head + 1; number <= source->line_count; number++) {
        slice line = source_line(source, number);
        if (indentation(line) > 3 || !skeleton_is_definition(line))
            continue;
        append_whole(out, line);
        buffer_append(out, SLICE("\n\n"));
    }
}
