#include "markdown/document.h"

#include "markdown/block_scan.h"
#include "markdown/fence.h"
#include "markdown/front_matter.h"
#include "markdown/html.h"
#include "markdown/html_table.h"
#include "markdown/inline_content.h"
#include "markdown/skeleton.h"
#include "markdown/table.h"

/* A block on its way; comments that stand in its text become blocks behind it. */
struct draft {
    struct block block;
    slice anchor;
    struct html_comment *comments;
    size_t comment_count;
};

struct reader {
    struct arena *arena;
    struct arena *scratch;
    const struct source *source;
    struct diagnostics *diagnostics;
    struct inline_batch batch;
    struct draft **drafts; /* each stays where it is, since cells point into it */
    size_t count;
    size_t comment_count;
};

static struct draft *add_draft(struct reader *reader, const struct commonmark_block *raw,
                               enum block_kind kind, struct span span)
{
    struct draft *draft = arena_alloc(reader->scratch, sizeof *draft);
    draft->block = (struct block){
        .kind = kind,
        .span = span,
        .quoted = raw->quoted,
        .listed = raw->listed,
        .closed = true,
    };
    reader->drafts =
        arena_extend(reader->scratch, reader->drafts, reader->count, sizeof *reader->drafts);
    reader->drafts[reader->count++] = draft;
    return draft;
}

/* LINE without the marks of the containers that it stands in. */
static slice strip_containers(slice line, bool quoted)
{
    line = slice_trim(line);
    while (quoted && line.len > 0 && line.ptr[0] == '>')
        line = slice_trim(slice_skip(line, 1));
    return line;
}

/* The text of a block on its line NUMBER. */
static slice block_line(const struct reader *reader, const struct commonmark_block *raw,
                        size_t number)
{
    slice line = source_line(reader->source, number);
    if (number != raw->line)
        return strip_containers(line, raw->quoted);
    return slice_trim(slice_skip(line, raw->column > 0 ? raw->column - 1 : 0));
}

static struct span span_of_lines(const struct reader *reader, const struct table_lines *lines)
{
    struct span span = span_of(reader->source, lines->items[0]);
    if (lines->count > 1)
        span.end = span_of(reader->source, lines->items[lines->count - 1]).end;
    return span;
}

/* ":::moniker range=..." and the like steer what builds a site; they are no text. */
static bool is_directive(slice line)
{
    return line.ptr[0] == ':' && slice_starts_with(line, SLICE(":::"));
}

static void collect_lines(const struct reader *reader, const struct commonmark_block *raw,
                          size_t last, struct table_lines *lines)
{
    size_t count = last >= raw->line ? last - raw->line + 1 : 1;
    lines->items = arena_alloc_array(reader->scratch, count, sizeof *lines->items);
    lines->count = 0;
    for (size_t i = 0; i < count; i++) {
        slice line = block_line(reader, raw, raw->line + i);
        if (line.len > 0 && !is_directive(line))
            lines->items[lines->count++] = line;
    }
}

/* Two blanks or a backslash at the end of a line break it. */
static bool breaks_line(const struct source *source, slice line)
{
    size_t end = span_of(source, line).end;
    slice rest = slice_skip(source->text, end);
    return slice_starts_with(rest, SLICE("  ")) || slice_ends_with(line, SLICE("\\"));
}

static void add_text(struct inline_batch *batch, const slice *lines, size_t count, size_t owner,
                     struct inline_content *content)
{
    struct inline_part *parts = arena_alloc_array(batch->scratch, count, sizeof *parts);
    enum inline_join join = JOIN_DIRECTLY;
    for (size_t i = 0; i < count; i++) {
        slice line = lines[i];
        bool last = i + 1 == count;
        parts[i] = (struct inline_part){line, join};
        join = !last && breaks_line(batch->source, line) ? JOIN_BY_BREAK : JOIN_BY_BLANK;
        if (join == JOIN_BY_BREAK && slice_ends_with(line, SLICE("\\")))
            parts[i].text = slice_take(line, line.len - 1);
    }
    inline_batch_add(batch, parts, count, owner, content);
}

static bool holds_comment(const struct table_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        if (slice_find(lines->items[i], SLICE("<!--")) != SLICE_NONE)
            return true;
    return false;
}

/* Leaves the text of a heading or paragraph until it is asked for. */
static void keep_text(struct reader *reader, const struct table_lines *lines, size_t owner)
{
    struct block *block = &reader->drafts[owner]->block;
    /* Comments become blocks of the page, and each run of cmark reads the definitions again. */
    if (reader->batch.defines || (reader->batch.comments && holds_comment(lines))) {
        add_text(&reader->batch, lines->items, lines->count, owner, &block->content);
        return;
    }
    block->lines = lines->items;
    block->line_count = lines->count;
}

static void add_paragraph(struct reader *reader, const struct commonmark_block *raw,
                          const struct table_lines *lines)
{
    size_t owner = reader->count;
    add_draft(reader, raw, BLOCK_PARAGRAPH, span_of_lines(reader, lines));
    keep_text(reader, lines, owner);
}

static void add_table(struct reader *reader, const struct commonmark_block *raw,
                      const struct table_lines *lines)
{
    size_t owner = reader->count;
    struct draft *draft = add_draft(reader, raw, BLOCK_TABLE, span_of_lines(reader, lines));
    table_read(&reader->batch, owner, lines, reader->diagnostics, &draft->block.table);
}

static void read_paragraph(struct reader *reader, const struct commonmark_block *raw)
{
    struct table_lines lines;
    collect_lines(reader, raw, raw->last_line, &lines);
    while (lines.count > 1 && skeleton_is_definition(lines.items[0])) {
        lines.items++;
        lines.count--;
    }
    if (lines.count == 0)
        return;
    size_t first = lines.count;
    bool table = table_find(reader->source, &lines, reader->diagnostics, &first);
    struct table_lines prose = {lines.items, first};
    struct table_lines rows = {lines.items + first, lines.count - first};
    if (prose.count > 0)
        add_paragraph(reader, raw, &prose);
    if (table)
        add_table(reader, raw, &rows);
}

/* The text of "## text ##"; a line that is underlined instead is its own text. */
static slice heading_text(slice line)
{
    size_t hashes = 0;
    while (hashes < line.len && line.ptr[hashes] == '#')
        hashes++;
    slice rest = slice_skip(line, hashes);
    if (hashes == 0 || (rest.len > 0 && !ascii_is_space(rest.ptr[0])))
        return line;
    line = slice_trim(rest);
    slice text = line;
    while (slice_ends_with(text, SLICE("#")))
        text = slice_take(text, text.len - 1);
    bool closing = text.len == 0 || ascii_is_space(text.ptr[text.len - 1]);
    return closing ? slice_trim(text) : line;
}

static bool is_underline(slice line)
{
    size_t length = 0;
    while (length < line.len && (line.ptr[0] == '=' || line.ptr[0] == '-') &&
           line.ptr[length] == line.ptr[0])
        length++;
    return length > 0 && length == line.len;
}

/* The lines of a heading's text: one, or those above its underline. */
static void collect_heading(const struct reader *reader, const struct commonmark_block *raw,
                            struct table_lines *lines)
{
    slice line = block_line(reader, raw, raw->line);
    bool underlined =
        line.len == 0 || line.ptr[0] != '#' || is_underline(block_line(reader, raw, raw->line + 1));
    size_t count = 1;
    collect_lines(reader, raw, underlined ? raw->last_line : raw->line, lines);
    while (count < lines->count && !is_underline(lines->items[count]))
        count++;
    lines->count = lines->count > 0 ? count : 0;
}

static void read_heading(struct reader *reader, const struct commonmark_block *raw)
{
    struct table_lines lines;
    collect_heading(reader, raw, &lines);
    if (lines.count == 0)
        return;
    size_t owner = reader->count;
    struct draft *draft = add_draft(reader, raw, BLOCK_HEADING, span_of_lines(reader, &lines));
    draft->block.level = raw->level;
    if (lines.count == 1)
        lines.items[0] = heading_text(lines.items[0]);
    if (lines.items[0].len > 0)
        keep_text(reader, &lines, owner);
    else
        draft->block.content.span = draft->block.span;
}

/* From the begin of line FIRST to the end of line LAST, its line end left out. */
static struct span span_between(const struct source *source, size_t first, size_t last)
{
    size_t begin = first <= source->line_count ? source->line_begins[first - 1] : source->text.len;
    size_t end = begin;
    if (last >= first && last <= source->line_count)
        end = source->line_begins[last - 1] + source_line(source, last).len;
    return span_make(source, begin, end);
}

static void read_fence(struct reader *reader, const struct commonmark_block *raw, slice opening,
                       const struct fence *fence)
{
    const struct source *source = reader->source;
    size_t last = raw->line + raw->lines;
    struct span span = span_of(source, opening);
    struct draft *draft = add_draft(reader, raw, BLOCK_FENCE, span);
    struct block *block = &draft->block;
    block->info = fence->info;
    block->body = span_between(source, raw->line + 1, last);
    block->closed =
        last < source->line_count &&
        fence_closes(strip_containers(source_line(source, last + 1), raw->quoted), fence);
    if (block->closed)
        block->span.end = span_of(source, slice_trim(source_line(source, last + 1))).end;
    else
        block->span.end = block->body.end > span.end ? block->body.end : span.end;
    if (!block->closed)
        diagnostics_report(reader->diagnostics, DIAG_UNCLOSED_FENCE, span,
                           "the code block that begins here is not closed");
}

static void read_code(struct reader *reader, const struct commonmark_block *raw)
{
    slice opening = block_line(reader, raw, raw->line);
    struct fence fence;
    size_t last = raw->last_line > raw->line ? raw->last_line : raw->line;
    /* Indented code may begin with backticks; its lines include the first one. */
    if (fence_opens(opening, &fence) && raw->lines <= last - raw->line) {
        read_fence(reader, raw, opening, &fence);
        return;
    }
    size_t lines = raw->lines > 0 ? raw->lines : 1;
    struct span span = span_between(reader->source, raw->line, raw->line + lines - 1);
    struct draft *draft = add_draft(reader, raw, BLOCK_FENCE, span);
    draft->block.body = span;
}

static void add_comment(struct reader *reader, const struct commonmark_block *raw,
                        const struct html_comment *comment)
{
    struct span span = span_make(reader->source, comment->begin, comment->end);
    struct draft *draft = add_draft(reader, raw, BLOCK_COMMENT, span);
    draft->block.body = span_make(reader->source, comment->body_begin, comment->body_end);
}

static const slice table_name = {"table", 5};

static void add_raw_html(struct reader *reader, const struct commonmark_block *raw, slice text)
{
    text = slice_trim(text);
    if (text.len > 0)
        add_draft(reader, raw, BLOCK_HTML, span_of(reader->source, text));
}

/* Tables, and what stands around them. */
static void add_html(struct reader *reader, const struct commonmark_block *raw, slice text)
{
    size_t begin, end, at = 0;
    bool closed;
    for (; html_find_element(text, at, table_name, &begin, &end, &closed); at = end) {
        slice table = slice_trim(slice_skip(slice_take(text, end), begin));
        add_raw_html(reader, raw, slice_skip(slice_take(text, begin), at));
        size_t owner = reader->count;
        struct draft *draft = add_draft(reader, raw, BLOCK_HTML, span_of(reader->source, table));
        if (html_table_read(&reader->batch, owner, table, &draft->block.table))
            draft->block.kind = BLOCK_TABLE;
    }
    add_raw_html(reader, raw, slice_skip(text, at));
}

/* A table that a range of the page opens goes on behind a blank line, where Markdown ends raw HTML,
 * if it is closed before the next table or heading. Returns where it ends, or END. */
static size_t find_table_end(slice page, size_t from, size_t end)
{
    size_t begin, behind;
    bool closed;
    if (!html_find_element(slice_take(page, end), from, table_name, &begin, &behind, &closed) ||
        closed)
        return end;
    size_t tag = html_find_tag(page, end, table_name);
    slice between = tag != SLICE_NONE ? slice_skip(slice_take(page, tag), end) : (slice){0};
    size_t mark = tag != SLICE_NONE ? slice_find_byte(slice_skip(page, tag), '>') : SLICE_NONE;
    bool closes = mark != SLICE_NONE && slice_starts_with(slice_skip(page, tag), SLICE("</")) &&
                  slice_find(between, SLICE("\n#")) == SLICE_NONE;
    return closes ? tag + mark + 1 : end;
}

/* Returns the number of its last line. */
static size_t read_html(struct reader *reader, const struct commonmark_block *raw)
{
    const struct source *source = reader->source;
    size_t lines = raw->lines > 0 ? raw->lines : 1;
    struct span range = span_between(source, raw->line, raw->line + lines - 1);
    size_t at = range.begin + (raw->column > 0 ? raw->column - 1 : 0);
    size_t end = find_table_end(source->text, at, range.end);
    slice text = slice_take(source->text, end);
    struct html_comment comment;
    while (html_find_comment(text, at, &comment)) {
        add_html(reader, raw, slice_skip(slice_take(text, comment.begin), at));
        add_comment(reader, raw, &comment);
        at = comment.end;
    }
    add_html(reader, raw, slice_skip(text, at));
    return span_line(span_make(source, end, end));
}

static void note_anchor(void *context, size_t owner, slice tag, size_t offset)
{
    slice *anchor = context;
    (void)owner;
    (void)offset;
    if (anchor->len == 0 && slice_equal_ignore_case(html_tag_name(tag), SLICE("a")))
        *anchor = html_anchor(tag);
}

/* Keeps anchors of headings, and comments that stand in text. */
static void note_tag(void *context, size_t owner, slice tag, size_t offset)
{
    struct reader *reader = context;
    struct draft *draft = reader->drafts[owner];
    struct html_comment comment;
    note_anchor(&draft->anchor, owner, tag, offset);
    if (!slice_starts_with(tag, SLICE("<!--")) ||
        !html_find_comment(reader->source->text, offset, &comment))
        return;
    draft->comments = arena_extend(reader->scratch, draft->comments, draft->comment_count,
                                   sizeof *draft->comments);
    draft->comments[draft->comment_count++] = comment;
    reader->comment_count++;
}

/* Returns the number of the block's last line where it is longer than CommonMark has it, else 0. */
static size_t read_block(struct reader *reader, const struct commonmark_block *raw)
{
    switch (raw->kind) {
    case COMMONMARK_HEADING:
        read_heading(reader, raw);
        break;
    case COMMONMARK_PARAGRAPH:
        read_paragraph(reader, raw);
        break;
    case COMMONMARK_CODE:
        read_code(reader, raw);
        break;
    case COMMONMARK_HTML:
        return read_html(reader, raw);
    }
    return 0;
}

static slice lower_case(struct arena *arena, slice text)
{
    char *copy = arena_alloc(arena, text.len);
    for (size_t i = 0; i < text.len; i++)
        copy[i] = ascii_to_lower(text.ptr[i]);
    return (slice){copy, text.len};
}

static void set_slug(struct arena *arena, struct block *heading, slice anchor)
{
    heading->anchored = anchor.len > 0;
    heading->slug =
        heading->anchored ? lower_case(arena, anchor) : document_slug(arena, heading->content.text);
}

static void finish_blocks(struct reader *reader, struct document *document)
{
    document->blocks = arena_alloc_array(reader->scratch, reader->count + reader->comment_count,
                                         sizeof *document->blocks);
    for (size_t i = 0; i < reader->count; i++) {
        struct draft *draft = reader->drafts[i];
        if (draft->block.kind == BLOCK_HEADING && draft->block.line_count == 0)
            set_slug(reader->arena, &draft->block, draft->anchor);
        document->blocks[document->block_count++] = draft->block;
        for (size_t k = 0; k < draft->comment_count; k++) {
            const struct html_comment *comment = &draft->comments[k];
            document->blocks[document->block_count++] = (struct block){
                .kind = BLOCK_COMMENT,
                .span = span_make(reader->source, comment->begin, comment->end),
                .body = span_make(reader->source, comment->body_begin, comment->body_end),
                .quoted = draft->block.quoted,
                .listed = draft->block.listed,
                .closed = true,
            };
        }
    }
}

void document_read(struct arena *arena, struct arena *scratch, const struct source *source,
                   struct diagnostics *diagnostics, struct document *document)
{
    struct reader reader = {
        .arena = arena,
        .scratch = scratch,
        .source = source,
        .diagnostics = diagnostics,
        .batch = {.arena = arena, .scratch = scratch, .source = source, .on_tag = note_tag},
    };
    struct skeleton skeleton;
    struct commonmark_blocks blocks;
    reader.batch.context = &reader;
    *document = (struct document){.source = source, .arena = arena, .scratch = scratch};
    size_t head = front_matter_read(arena, scratch, source, document);
    skeleton_init(&skeleton, scratch, source, head);
    document->definitions = skeleton.definitions;
    reader.batch.defines = document->definitions.len > 0;
    reader.batch.comments = skeleton.comments;
    block_scan_read(scratch, &skeleton, &blocks);
    size_t last = 0;
    for (size_t i = 0; i < blocks.count; i++)
        if (blocks.items[i].line > last)
            last = read_block(&reader, &blocks.items[i]);
    inline_batch_run(&reader.batch, document->definitions);
    finish_blocks(&reader, document);
}

static struct inline_batch begin_batch(const struct document *document)
{
    return (struct inline_batch){
        .arena = document->arena,
        .scratch = document->scratch,
        .source = document->source,
        .defines = document->definitions.len > 0,
    };
}

const struct inline_content *document_content(const struct document *document,
                                              const struct block *block)
{
    struct block *asked = &document->blocks[block - document->blocks];
    if (asked->line_count == 0)
        return &asked->content;
    struct inline_batch batch = begin_batch(document);
    slice anchor = {0};
    batch.on_tag = note_anchor;
    batch.context = &anchor;
    add_text(&batch, asked->lines, asked->line_count, 0, &asked->content);
    inline_batch_run(&batch, document->definitions);
    if (asked->kind == BLOCK_HEADING)
        set_slug(document->arena, asked, anchor);
    asked->line_count = 0;
    return &asked->content;
}

const struct block *document_heading(const struct document *document, const struct block *heading)
{
    document_content(document, heading);
    return heading;
}

const struct inline_content *document_header(const struct document *document,
                                             const struct table *table)
{
    if (table->header->cells == NULL) {
        struct inline_batch batch = begin_batch(document);
        table_read_cells(&batch, 0, table->columns, table->header);
        inline_batch_run(&batch, document->definitions);
    }
    return table->header->cells;
}

const struct inline_content *document_cells(const struct document *document,
                                            const struct table *table, size_t row)
{
    struct table_row *asked = &table->rows[row];
    if (asked->cells != NULL)
        return asked->cells;
    struct inline_batch batch = begin_batch(document);
    /* Each run of cmark reads the definitions again. */
    size_t end = batch.defines ? table->row_count : row + 1;
    for (size_t i = row; i < end; i++)
        if (table->rows[i].cells == NULL)
            table_read_cells(&batch, 0, table->columns, &table->rows[i]);
    inline_batch_run(&batch, document->definitions);
    return asked->cells;
}

slice document_front_matter(const struct document *document, slice key)
{
    for (size_t i = 0; i < document->front_matter_count; i++)
        if (slice_equal_ignore_case(document->front_matter[i].key, key))
            return document->front_matter[i].value;
    return (slice){0};
}
