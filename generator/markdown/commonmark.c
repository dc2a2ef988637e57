#include "markdown/commonmark.h"

#include "support/buffer.h"

#include <cmark.h>
#include <stdint.h>
#include <string.h>

/* ---- cmark's memory: an arena, since all of it goes at once ---- */

/* Before each piece: how large it is. */
union piece_size {
    size_t size;
    max_align_t alignment;
};

/* cmark passes its allocators no context. */
static _Thread_local struct arena *memory;

static void *memory_calloc(size_t count, size_t size)
{
    if (size != 0 && count > (SIZE_MAX - sizeof(union piece_size)) / size)
        arena_exhausted(SIZE_MAX);
    union piece_size *piece = arena_alloc(memory, sizeof *piece + count * size);
    piece->size = count * size;
    return piece + 1;
}

static void *memory_realloc(void *old, size_t size)
{
    size_t before = old != NULL ? ((union piece_size *)old - 1)->size : 0;
    if (size <= before)
        return old;
    void *larger = memory_calloc(1, size);
    if (before > 0)
        memcpy(larger, old, before);
    return larger;
}

static void memory_free(void *piece)
{
    (void)piece;
}

/* Parses TEXT into nodes in ARENA, which no one frees. */
static cmark_node *parse(struct arena *arena, slice text)
{
    static cmark_mem allocators = {memory_calloc, memory_realloc, memory_free};
    memory = arena;
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &allocators);
    cmark_parser_feed(parser, text.ptr != NULL ? text.ptr : "", text.len);
    return cmark_parser_finish(parser);
}

/* ---- Blocks ---- */

static size_t to_size(int number)
{
    return number > 0 ? (size_t)number : 0;
}

static size_t count_lines(const char *text)
{
    size_t lines = 0;
    for (const char *p = text; p != NULL && (p = strchr(p, '\n')) != NULL; p++)
        lines++;
    return lines;
}

static bool leaf_kind(cmark_node_type type, enum commonmark_block_kind *kind)
{
    switch (type) {
    case CMARK_NODE_HEADING:
        *kind = COMMONMARK_HEADING;
        return true;
    case CMARK_NODE_PARAGRAPH:
        *kind = COMMONMARK_PARAGRAPH;
        return true;
    case CMARK_NODE_CODE_BLOCK:
        *kind = COMMONMARK_CODE;
        return true;
    case CMARK_NODE_HTML_BLOCK:
        *kind = COMMONMARK_HTML;
        return true;
    default:
        return false;
    }
}

static void add_block(struct arena *arena, struct commonmark_blocks *blocks, cmark_node *node,
                      enum commonmark_block_kind kind, size_t quotes, size_t items)
{
    blocks->items = arena_extend(arena, blocks->items, blocks->count, sizeof *blocks->items);
    blocks->items[blocks->count++] = (struct commonmark_block){
        .kind = kind,
        .line = to_size(cmark_node_get_start_line(node)),
        .column = to_size(cmark_node_get_start_column(node)),
        .last_line = to_size(cmark_node_get_end_line(node)),
        .lines = kind == COMMONMARK_CODE || kind == COMMONMARK_HTML
                     ? count_lines(cmark_node_get_literal(node))
                     : 0,
        .level = kind == COMMONMARK_HEADING ? (unsigned)cmark_node_get_heading_level(node) : 0,
        .quoted = quotes > 0,
        .listed = items > 0,
    };
}

/* The next node in page order that is no child of NODE; counts the containers that are left. */
static cmark_node *next_outside(cmark_node *node, size_t *quotes, size_t *items)
{
    for (; node != NULL; node = cmark_node_parent(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_BLOCK_QUOTE)
            (*quotes)--;
        else if (type == CMARK_NODE_ITEM)
            (*items)--;
        if (cmark_node_next(node) != NULL)
            return cmark_node_next(node);
    }
    return NULL;
}

void commonmark_read_blocks(struct arena *arena, slice text, struct commonmark_blocks *blocks)
{
    size_t quotes = 0;
    size_t items = 0;
    cmark_node *node = parse(arena, text);
    *blocks = (struct commonmark_blocks){NULL, 0};
    while (node != NULL) {
        enum commonmark_block_kind kind;
        cmark_node_type type = cmark_node_get_type(node);
        bool leaf = leaf_kind(type, &kind);
        if (leaf)
            add_block(arena, blocks, node, kind, quotes, items);
        if (type == CMARK_NODE_BLOCK_QUOTE)
            quotes++;
        else if (type == CMARK_NODE_ITEM)
            items++;
        cmark_node *child = leaf ? NULL : cmark_node_first_child(node);
        node = child != NULL ? child : next_outside(node, &quotes, &items);
    }
}

/* ---- Inline content ---- */

/* What is known while the inlines of one line are walked through. */
struct walk {
    struct arena *arena;
    struct arena *scratch;
    struct commonmark_line *line;
    size_t strong;
    size_t emphasis;
    size_t links; /* depth of links and images; their content is the text of the outermost */
    struct commonmark_piece outer;
    struct buffer text; /* of the outermost */
};

static slice copy_text(struct arena *arena, const char *text)
{
    return text != NULL ? arena_copy(arena, slice_from(text)) : (slice){"", 0};
}

static void add_piece(struct walk *walk, struct commonmark_piece piece)
{
    struct commonmark_line *line = walk->line;
    line->pieces = arena_extend(walk->scratch, line->pieces, line->count, sizeof *line->pieces);
    line->pieces[line->count++] = piece;
}

/* Columns of the line "# text" count from 1, so the text's first byte is column 3. */
static struct commonmark_piece piece_of(const struct walk *walk, cmark_node *node,
                                        enum commonmark_piece_kind kind)
{
    size_t begin = to_size(cmark_node_get_start_column(node));
    size_t end = to_size(cmark_node_get_end_column(node));
    return (struct commonmark_piece){
        .kind = kind,
        .strong = walk->strong > 0,
        .emphasis = walk->emphasis > 0,
        .begin = begin > 3 ? begin - 3 : 0,
        .end = end > 2 ? end - 2 : 0,
    };
}

static void add_leaf(struct walk *walk, cmark_node *node, enum commonmark_piece_kind kind)
{
    if (walk->links > 0) {
        if (kind != COMMONMARK_TAG)
            buffer_append(&walk->text, slice_from(cmark_node_get_literal(node)));
        walk->outer.strong = walk->outer.strong || walk->strong > 0;
        return;
    }
    struct commonmark_piece piece = piece_of(walk, node, kind);
    piece.text = copy_text(walk->arena, cmark_node_get_literal(node));
    add_piece(walk, piece);
}

static void enter_link(struct walk *walk, cmark_node *node, enum commonmark_piece_kind kind)
{
    if (walk->links++ > 0)
        return;
    walk->outer = piece_of(walk, node, kind);
    buffer_clear(&walk->text);
    walk->outer.target = copy_text(walk->arena, cmark_node_get_url(node));
}

static void leave_link(struct walk *walk)
{
    if (--walk->links > 0)
        return;
    walk->outer.text = arena_copy(walk->arena, buffer_slice(&walk->text));
    add_piece(walk, walk->outer);
}

static void step(struct walk *walk, cmark_node *node, bool entering)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        add_leaf(walk, node, COMMONMARK_TEXT);
        break;
    case CMARK_NODE_CODE:
        add_leaf(walk, node, COMMONMARK_CODE_SPAN);
        break;
    case CMARK_NODE_HTML_INLINE:
        add_leaf(walk, node, COMMONMARK_TAG);
        break;
    case CMARK_NODE_STRONG:
        walk->strong += entering ? 1 : (size_t)-1;
        break;
    case CMARK_NODE_EMPH:
        walk->emphasis += entering ? 1 : (size_t)-1;
        break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
        if (!entering)
            leave_link(walk);
        else
            enter_link(walk, node,
                       cmark_node_get_type(node) == CMARK_NODE_LINK ? COMMONMARK_LINK
                                                                    : COMMONMARK_IMAGE);
        break;
    default:
        break;
    }
}

static void read_line(struct arena *arena, struct arena *scratch, cmark_node *heading,
                      struct commonmark_line *line)
{
    struct walk walk = {.arena = arena, .scratch = scratch, .line = line};
    buffer_init(&walk.text);
    cmark_iter *iterator = cmark_iter_new(heading);
    cmark_event_type event;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE)
        step(&walk, cmark_iter_get_node(iterator), event == CMARK_EVENT_ENTER);
    cmark_iter_free(iterator);
    buffer_finish(&walk.text);
}

void commonmark_read_inlines(struct arena *arena, struct arena *scratch, slice text, size_t lines,
                             struct commonmark_line *results)
{
    cmark_node *node = cmark_node_first_child(parse(scratch, text));
    for (size_t i = 0; i < lines; i++, node = node != NULL ? cmark_node_next(node) : NULL) {
        results[i] = (struct commonmark_line){NULL, 0};
        if (node != NULL && cmark_node_get_type(node) == CMARK_NODE_HEADING)
            read_line(arena, scratch, node, &results[i]);
    }
}
