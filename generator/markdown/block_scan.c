#include "markdown/block_scan.h"

#include "markdown/fence.h"

enum line_kind {
    LINE_BLANK,
    LINE_HEADING,
    LINE_FENCE,   /* opens one */
    LINE_COMMENT, /* opens one */
    LINE_TEXT,    /* text of a paragraph, if it may begin or continue one here */
    LINE_DOUBTFUL
};

struct line {
    slice text; /* without its indentation and its end */
    size_t indent;
    enum line_kind kind;
    unsigned level;     /* of a heading */
    struct fence fence; /* of a fence */
};

struct scan {
    struct arena *arena;
    const struct skeleton *skeleton;
    size_t number; /* of the line that was read last; 0 before the first */
    struct commonmark_blocks *blocks;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t skip_blanks(slice text, size_t at)
{
    while (at < text.len && is_blank(text.ptr[at]))
        at++;
    return at;
}

static bool heading_begins(slice text, unsigned *level)
{
    size_t hashes = 0;
    while (hashes < text.len && text.ptr[hashes] == '#')
        hashes++;
    *level = (unsigned)hashes;
    return hashes >= 1 && hashes <= 6 && (hashes == text.len || is_blank(text.ptr[hashes]));
}

/* Whether TEXT, which is not empty, has nothing but its first character and blanks in it. */
static bool repeats_one_mark(slice text)
{
    for (size_t i = 1; i < text.len; i++)
        if (text.ptr[i] != text.ptr[0] && !is_blank(text.ptr[i]))
            return false;
    return true;
}

/* Whether TEXT begins with digits, as the mark of a numbered item does. */
static bool may_be_number(slice text)
{
    size_t digits = 0;
    while (digits < text.len && ascii_is_digit(text.ptr[digits]))
        digits++;
    return digits == text.len || text.ptr[digits] == '.' || text.ptr[digits] == ')';
}

/* Text that opens nothing and underlines nothing; fences and comments are known to be none. */
static enum line_kind kind_of_text(slice text)
{
    char first = text.ptr[0];
    bool bare = text.len == 1 || ascii_is_space(text.ptr[1]);
    bool doubtful = false;
    if (ascii_is_alpha(first) || first == '|' || (unsigned char)first >= 0x80)
        return LINE_TEXT;
    if (first == '-' || first == '*' || first == '+')
        doubtful = bare || repeats_one_mark(text);
    else if (first == '=' || first == '_')
        doubtful = repeats_one_mark(text);
    else if (ascii_is_digit(first))
        doubtful = may_be_number(text);
    else
        doubtful = first == '<' || first == '>' || (unsigned char)first < ' ';
    return doubtful ? LINE_DOUBTFUL : LINE_TEXT;
}

static enum line_kind kind_of(slice text, struct line *line)
{
    if (text.len == 0)
        return LINE_BLANK;
    if (text.ptr[0] == '#')
        return heading_begins(text, &line->level) ? LINE_HEADING : LINE_TEXT;
    if (text.ptr[0] == '`' || text.ptr[0] == '~')
        return fence_opens(text, &line->fence) ? LINE_FENCE : LINE_TEXT;
    if (slice_starts_with(text, SLICE("<!--")))
        return LINE_COMMENT;
    return kind_of_text(text);
}

/* Reads the next line; false at the end of the text. */
static bool next_line(struct scan *scan, struct line *line)
{
    if (scan->number >= scan->skeleton->source->line_count)
        return false;
    const struct skeleton_line *next = &scan->skeleton->lines[scan->number++];
    line->indent = next->indent;
    line->text = next->text;
    return true;
}

/* Reads the next line and what kind it is of. */
static bool next_kind(struct scan *scan, struct line *line)
{
    if (!next_line(scan, line))
        return false;
    line->kind = kind_of(line->text, line);
    return true;
}

/* Whether the indentation has a meaning of its own, or a tab in it. */
static bool is_indented(const struct line *line)
{
    if (line->indent == 0)
        return false;
    const char *begin = line->text.ptr - line->indent;
    return line->indent > 3 || slice_find_byte((slice){begin, line->indent}, '\t') != SLICE_NONE;
}

static void add_block(struct scan *scan, struct commonmark_block block)
{
    struct commonmark_blocks *blocks = scan->blocks;
    blocks->items = arena_extend(scan->arena, blocks->items, blocks->count, sizeof *blocks->items);
    blocks->items[blocks->count++] = block;
}

static void read_heading(struct scan *scan, const struct line *line)
{
    add_block(scan, (struct commonmark_block){
                        .kind = COMMONMARK_HEADING,
                        .line = scan->number,
                        .column = line->indent + 1,
                        .last_line = scan->number,
                        .level = line->level,
                    });
}

/* Reads a fence up to its closing line. Returns false when there is none. */
static bool read_fence(struct scan *scan, const struct line *opening)
{
    struct line line;
    size_t first = scan->number;
    while (next_line(scan, &line)) {
        if (is_indented(&line) || !fence_closes(line.text, &opening->fence))
            continue;
        add_block(scan, (struct commonmark_block){
                            .kind = COMMONMARK_CODE,
                            .line = first,
                            .column = opening->indent + 1,
                            .last_line = scan->number,
                            .lines = scan->number - first - 1,
                        });
        return true;
    }
    return false;
}

/* Reads a comment up to the line that ends it. Returns false when there is none. */
static bool read_comment(struct scan *scan, const struct line *opening)
{
    struct line line = *opening;
    size_t first = scan->number;
    do {
        if (!skeleton_ends_comment(line.text))
            continue;
        add_block(scan, (struct commonmark_block){
                            .kind = COMMONMARK_HTML,
                            .line = first,
                            .column = opening->indent + 1,
                            .lines = scan->number - first + 1,
                        });
        return true;
    } while (next_line(scan, &line));
    return false;
}

/* Reads a paragraph and leaves the scan before the line behind it. Returns false when that line may
 * belong to it or turn it into something else. */
static bool read_paragraph(struct scan *scan, const struct line *opening)
{
    struct line line;
    size_t first = scan->number;
    struct scan before = *scan;
    while (next_kind(scan, &line) && line.kind == LINE_TEXT)
        before = *scan;
    bool ended = scan->number == before.number || line.kind == LINE_BLANK ||
                 (line.kind != LINE_DOUBTFUL && !is_indented(&line));
    *scan = before;
    if (ended)
        add_block(scan, (struct commonmark_block){
                            .kind = COMMONMARK_PARAGRAPH,
                            .line = first,
                            .column = opening->indent + 1,
                            .last_line = scan->number,
                        });
    return ended;
}

/* The text behind the mark of a quote, and what kind of line it is. Returns false when QUOTE is no
 * plain line of one. */
static bool inside_quote(const struct line *quote, struct line *inside)
{
    slice text = quote->text;
    if (quote->kind != LINE_DOUBTFUL || text.ptr[0] != '>' || is_indented(quote))
        return false;
    size_t begin = text.len > 1 && text.ptr[1] == ' ' ? 2 : 1;
    inside->indent = skip_blanks(text, begin) - begin;
    inside->text = slice_skip(text, begin + inside->indent);
    inside->kind = kind_of(inside->text, inside);
    bool defines =
        inside->text.len > 0 && inside->text.ptr[0] == '[' && skeleton_may_define(inside->text);
    return !is_indented(inside) && !defines &&
           (inside->kind == LINE_TEXT || inside->kind == LINE_BLANK);
}

/* Adds the line to the paragraph of a quote, which is the last block, or begins one. */
static void add_quoted(struct scan *scan, const struct line *quote, const struct line *inside,
                       bool begins)
{
    struct commonmark_blocks *blocks = scan->blocks;
    if (begins)
        add_block(scan,
                  (struct commonmark_block){
                      .kind = COMMONMARK_PARAGRAPH,
                      .line = scan->number,
                      .column = quote->indent + 1 + (size_t)(inside->text.ptr - quote->text.ptr),
                      .quoted = true,
                  });
    blocks->items[blocks->count - 1].last_line = scan->number;
}

/* Reads a quote of nothing but paragraphs. Returns false when it is another. */
static bool read_quote(struct scan *scan, const struct line *opening)
{
    struct line line = *opening;
    struct line inside;
    struct scan before;
    size_t known = scan->blocks->count;
    bool paragraph = false;
    bool more = true;
    for (; more && inside_quote(&line, &inside); more = next_kind(scan, &line)) {
        if (inside.kind == LINE_TEXT)
            add_quoted(scan, &line, &inside, !paragraph);
        paragraph = inside.kind == LINE_TEXT;
        before = *scan;
    }
    /* Other text behind it may go on with the paragraph. */
    bool ended = !more || line.kind == LINE_BLANK ||
                 (line.kind != LINE_DOUBTFUL && line.kind != LINE_TEXT && !is_indented(&line));
    if (ended)
        *scan = before;
    else
        scan->blocks->count = known;
    return ended;
}

/* Reads the block that LINE opens. Returns false when that, and where the scan stood before, is
 * left to cmark. */
static bool read_block(struct scan *scan, const struct line *line)
{
    if (line->kind == LINE_BLANK)
        return true;
    if (line->kind == LINE_DOUBTFUL && line->text.ptr[0] == '>')
        return read_quote(scan, line);
    if (line->kind == LINE_DOUBTFUL || is_indented(line))
        return false;
    switch (line->kind) {
    case LINE_HEADING:
        read_heading(scan, line);
        return true;
    case LINE_FENCE:
        return read_fence(scan, line);
    case LINE_COMMENT:
        return read_comment(scan, line);
    default:
        /* What begins with a bracket may be a link definition. */
        return !(line->text.ptr[0] == '[' && skeleton_may_define(line->text)) &&
               read_paragraph(scan, line);
    }
}

/* Whether a fence or a block of HTML may open on the line, behind marks of lists and quotes. */
static bool may_open_raw(const struct line *line)
{
    static const slice marks = {" \t>-+*.)0123456789", 18};
    size_t at = 0;
    while (at < line->text.len && slice_find_byte(marks, line->text.ptr[at]) != SLICE_NONE)
        at++;
    char first = at < line->text.len ? line->text.ptr[at] : ' ';
    return first == '<' || first == '`' || first == '~';
}

/*
 * Whether a line that is not indented ends every list, quote and paragraph above it. Text does so
 * only behind a blank line.
 */
static bool ends_all(const struct line *line, bool blank_before)
{
    if (line->indent > 0)
        return false;
    return line->kind == LINE_HEADING || line->kind == LINE_FENCE || line->kind == LINE_COMMENT ||
           (line->kind == LINE_TEXT && blank_before);
}

/* Moves behind what has to be left to cmark: at least one line. */
static void skip_doubtful(struct scan *scan)
{
    struct line line;
    bool raw = false; /* what follows may be the inside of a fence or of HTML */
    bool blank = false;
    size_t first = scan->number;
    struct scan before = *scan;
    while (next_kind(scan, &line)) {
        if (!raw && before.number > first && ends_all(&line, blank)) {
            *scan = before;
            return;
        }
        raw = raw || may_open_raw(&line);
        blank = line.kind == LINE_BLANK;
        before = *scan;
    }
}

/* Lets cmark read the lines behind those of FROM up to the scan's place. */
static void read_doubtful(struct scan *scan, const struct scan *from)
{
    struct commonmark_blocks found;
    struct buffer part;
    buffer_init(&part);
    skeleton_append(scan->skeleton, from->number + 1, scan->number, &part);
    commonmark_read_blocks(scan->arena, buffer_slice(&part), &found);
    buffer_finish(&part);
    for (size_t i = 0; i < found.count; i++) {
        struct commonmark_block block = found.items[i];
        block.line += from->number;
        if (block.last_line > 0)
            block.last_line += from->number;
        add_block(scan, block);
    }
}

void block_scan_read(struct arena *arena, const struct skeleton *skeleton,
                     struct commonmark_blocks *blocks)
{
    struct scan scan = {.arena = arena, .skeleton = skeleton, .blocks = blocks};
    struct line line;
    *blocks = (struct commonmark_blocks){NULL, 0};
    for (;;) {
        struct scan before = scan;
        if (!next_kind(&scan, &line))
            return;
        if (read_block(&scan, &line))
            continue;
        scan = before;
        skip_doubtful(&scan);
        read_doubtful(&scan, &before);
    }
}
