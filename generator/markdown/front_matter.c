#include "markdown/front_matter.h"

/* Translated pages may have a full-width colon behind the key. */
static const slice wide_colon = {"\xef\xbc\x9a", 3};

static bool is_key_char(char c)
{
    return ascii_is_alnum(c) || c == '_' || c == '.' || c == '-';
}

/* The length of "key:" at the begin of TEXT with *key set, or 0. */
static size_t key_at(slice text, slice *key)
{
    size_t length = 0;
    while (length < text.len && is_key_char(text.ptr[length]))
        length++;
    slice rest = slice_skip(text, length);
    size_t colon = rest.len > 0 && rest.ptr[0] == ':'    ? 1
                   : slice_starts_with(rest, wide_colon) ? wide_colon.len
                                                         : 0;
    rest = slice_skip(rest, colon);
    if (length == 0 || colon == 0 || (rest.len > 0 && !ascii_is_space(rest.ptr[0])))
        return 0;
    *key = slice_take(text, length);
    return length + colon;
}

static slice without_quotes(slice value)
{
    value = slice_trim(value);
    if (value.len >= 2 && (value.ptr[0] == '"' || value.ptr[0] == '\'') &&
        value.ptr[value.len - 1] == value.ptr[0])
        return slice_take(slice_skip(value, 1), value.len - 2);
    return value;
}

static void add_entry(struct arena *scratch, struct document *document, slice key, slice value)
{
    slice whole = {key.ptr, (size_t)(value.ptr + value.len - key.ptr)};
    document->front_matter =
        arena_extend(scratch, document->front_matter, document->front_matter_count,
                     sizeof *document->front_matter);
    document->front_matter[document->front_matter_count++] = (struct front_matter_entry){
        .key = key,
        .value = without_quotes(value),
        .span = span_of(document->source, slice_trim(whole)),
    };
}

/* Where the next key of a folded line begins, from FROM on, or the line's length. */
static size_t next_key(slice line, size_t from)
{
    for (size_t i = from; i < line.len; i++) {
        slice key;
        if (ascii_is_space(line.ptr[i - 1]) && ascii_is_lower(line.ptr[i]) &&
            key_at(slice_skip(line, i), &key) > 0)
            return i;
    }
    return line.len;
}

/* LINE, which is trimmed, may hold one entry, or all of them. Returns false when it holds none. */
static bool read_entries(struct arena *scratch, struct document *document, slice line, bool folded)
{
    slice key;
    size_t skip;
    size_t known = document->front_matter_count;
    while (line.len > 0 && (skip = key_at(line, &key)) > 0) {
        size_t end = folded ? next_key(line, skip) : line.len;
        add_entry(scratch, document, key, slice_skip(slice_take(line, end), skip));
        line = slice_skip(line, end);
    }
    return document->front_matter_count > known;
}

/* A line without a key goes on with the value above. */
static void continue_entry(struct arena *arena, struct document *document, slice line)
{
    if (document->front_matter_count == 0)
        return;
    struct front_matter_entry *last = &document->front_matter[document->front_matter_count - 1];
    bool block_mark = last->value.len > 0 && last->value.len <= 2 &&
                      (last->value.ptr[0] == '>' || last->value.ptr[0] == '|');
    if (last->value.len == 0 || block_mark)
        last->value = slice_trim(line);
    else
        last->value = without_quotes(
            arena_join(arena, arena_join(arena, last->value, SLICE(" ")), slice_trim(line)));
}

/* Whether LINE, which is trimmed, ends front matter. */
static bool is_end_mark(slice line)
{
    return slice_equal(line, SLICE("---")) || slice_equal(line, SLICE("..."));
}

/* "--- title: x author: y ---" */
static bool read_single_line(struct arena *scratch, struct document *document, slice first)
{
    first = slice_trim(first);
    if (first.len < 8 || !slice_starts_with(first, SLICE("--- ")) ||
        !slice_ends_with(first, SLICE(" ---")))
        return false;
    slice inner = slice_trim(slice_skip(slice_take(first, first.len - 4), 4));
    return read_entries(scratch, document, inner, true);
}

/* Text that front matter can not hold: the mark that ends it must be missing. */
static bool is_page_text(slice line)
{
    return line.len > 0 && (line.ptr[0] == '|' || line.ptr[0] == '<' || line.ptr[0] == '`');
}

/* The number of the last line; without an end mark, the one before a blank line or a heading. */
static size_t find_end(const struct source *source)
{
    size_t stop = 0;
    for (size_t number = 2; number <= source->line_count; number++) {
        slice line = slice_trim(source_line(source, number));
        if (is_end_mark(line))
            return number;
        if (stop == 0 && (line.len == 0 || line.ptr[0] == '#'))
            stop = number - 1;
        if (is_page_text(line))
            break;
    }
    return stop;
}

/* Whether the first text behind the mark is an entry; otherwise the mark is only a rule. */
static bool begins_with_key(const struct source *source)
{
    slice key;
    size_t number = 2;
    while (number < source->line_count && slice_trim(source_line(source, number)).len == 0)
        number++;
    return key_at(slice_trim(source_line(source, number)), &key) > 0;
}

/* Whether one line up to line END, and no more, holds text. */
static bool is_folded(const struct source *source, size_t end)
{
    size_t count = 0;
    for (size_t line = 2; line <= end && count < 2; line++) {
        slice text = slice_trim(source_line(source, line));
        count += text.len > 0 && !is_end_mark(text);
    }
    return count == 1;
}

size_t front_matter_read(struct arena *arena, struct arena *scratch, const struct source *source,
                         struct document *document)
{
    slice first = source_line(source, 1);
    if (read_single_line(scratch, document, first))
        return 1;
    if (!slice_equal(slice_trim(first), SLICE("---")) || !begins_with_key(source))
        return 0;
    size_t end = find_end(source);
    bool folded = is_folded(source, end);
    for (size_t number = 2; number <= end; number++) {
        slice line = source_line(source, number);
        slice text = slice_trim(line);
        if (text.len == 0 || is_end_mark(text))
            continue;
        bool indented = !folded && ascii_is_space(line.ptr[0]);
        if (indented || !read_entries(scratch, document, text, folded))
            continue_entry(arena, document, line);
    }
    return end;
}
