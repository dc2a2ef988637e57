#include "render/mustache.h"
#include "render/mustache_node.h"

struct open_node {
    struct mustache_node *node;
    slice outer_dedent;
};

struct parser {
    struct arena *arena;
    struct diagnostics *diagnostics;
    const struct source *source;
    slice text;
    size_t at;
    slice open_delimiter;
    slice close_delimiter;
    struct open_node stack[MUSTACHE_DEPTH_MAX + 1]; /* the root first */
    size_t depth;
    slice dedent;     /* what the innermost block takes off the beginning of each line */
    bool line_begins; /* nothing of the current line has become a node yet */
    bool failed;
};

struct tag {
    char kind; /* the sigil; 'v' for a variable, '{' for a triple mustache */
    size_t begin;
    size_t end;
    slice content;      /* between sigil and closing delimiter, trimmed */
    size_t line_begin;  /* of the line that the tag begins on */
    bool first_on_line; /* only blanks before it */
    size_t line_rest;   /* bytes of blanks and line end behind it; 0 if anything else follows */
    bool ends_file;     /* line_rest reaches the end without a line end */
    bool standalone;
};

static struct span parser_span(const struct parser *parser, size_t begin, size_t end)
{
    return span_make(parser->source, begin, end);
}

static struct span parser_span_of(const struct parser *parser, slice part)
{
    size_t begin = (size_t)(part.ptr - parser->text.ptr);
    return parser_span(parser, begin, begin + part.len);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static struct mustache_node *parser_add(struct parser *parser, enum mustache_node_kind kind)
{
    struct mustache_node *parent = parser->stack[parser->depth].node;
    struct mustache_node *node = arena_alloc(parser->arena, sizeof *node);
    node->kind = kind;
    node->begins_line = parser->line_begins;
    parser->line_begins = false;
    if (parent->last == NULL)
        parent->first = node;
    else
        parent->last->next = node;
    parent->last = node;
    return node;
}

static size_t common_prefix(slice a, slice b)
{
    size_t len = 0;
    while (len < a.len && len < b.len && a.ptr[len] == b.ptr[len])
        len++;
    return len;
}

/* Adds source text as one node a line, each without the indentation of the block around it. */
static void parser_add_text(struct parser *parser, size_t begin, size_t end)
{
    slice rest = slice_skip(slice_take(parser->text, end), begin);
    while (rest.len > 0) {
        size_t line_end = slice_find_byte(rest, '\n');
        slice line = slice_take(rest, line_end == SLICE_NONE ? rest.len : line_end + 1);
        rest = slice_skip(rest, line.len);
        if (parser->line_begins)
            line = slice_skip(line, common_prefix(line, parser->dedent));
        if (line.len > 0)
            parser_add(parser, MUSTACHE_TEXT)->text = line;
        if (line_end != SLICE_NONE)
            parser->line_begins = true;
    }
}

/* INDENT without what the enclosing block takes off anyway. */
static slice parser_relative_indent(const struct parser *parser, slice indent)
{
    return slice_skip(indent, common_prefix(indent, parser->dedent));
}

static void parser_find_lines(const struct parser *parser, struct tag *tag)
{
    slice text = parser->text;
    size_t begin = tag->begin;
    while (begin > 0 && is_blank(text.ptr[begin - 1]))
        begin--;
    tag->first_on_line = begin == 0 || text.ptr[begin - 1] == '\n';
    tag->line_begin = begin;
    size_t end = tag->end;
    while (end < text.len && is_blank(text.ptr[end]))
        end++;
    tag->ends_file = end == text.len;
    if (slice_starts_with(slice_skip(text, end), SLICE("\r\n")))
        tag->line_rest = end + 2 - tag->end;
    else if (end < text.len && text.ptr[end] == '\n')
        tag->line_rest = end + 1 - tag->end;
    else if (end == text.len)
        tag->line_rest = end - tag->end;
    bool line_ends = tag->ends_file || tag->line_rest > 0;
    tag->standalone =
        tag->first_on_line && line_ends && tag->kind != 'v' && tag->kind != '{' && tag->kind != '&';
}

static bool parser_fail(struct parser *parser, struct span span, const char *message)
{
    diagnostics_report(parser->diagnostics, DIAG_TEMPLATE_MALFORMED, span, "%s", message);
    parser->failed = true;
    return false;
}

/* Reads the tag whose opening delimiter stands at BEGIN. */
static bool parser_read_tag(struct parser *parser, size_t begin, struct tag *tag)
{
    *tag = (struct tag){.kind = 'v', .begin = begin};
    size_t open_end = begin + parser->open_delimiter.len;
    slice inner = slice_skip(parser->text, open_end);
    char first = inner.len > 0 ? inner.ptr[0] : '\0';
    if (first != '\0' && slice_find_byte(SLICE("#^/>&!={<$"), first) != SLICE_NONE) {
        tag->kind = first;
        inner = slice_skip(inner, 1);
    }
    bool doubled = tag->kind == '{' || tag->kind == '=';
    slice close = parser->close_delimiter;
    if (doubled)
        close = arena_join(parser->arena, tag->kind == '{' ? SLICE("}") : SLICE("="), close);
    size_t len = slice_find(inner, close);
    if (len == SLICE_NONE)
        return parser_fail(parser, parser_span(parser, begin, open_end),
                           "the tag that begins here is not closed");
    tag->content = slice_trim(slice_take(inner, len));
    tag->end = (size_t)(inner.ptr - parser->text.ptr) + len + close.len;
    parser_find_lines(parser, tag);
    return true;
}

static bool parser_split_name(struct parser *parser, struct mustache_node *node)
{
    if (slice_equal(node->name, SLICE(".")))
        return true;
    slice rest = node->name;
    slice part = {0};
    bool more = true;
    while (more) {
        more = slice_cut(rest, '.', &part, &rest);
        if (part.len == 0)
            return parser_fail(parser, node->span, "a name has no empty parts between dots");
        node->parts =
            arena_extend(parser->arena, node->parts, node->part_count, sizeof *node->parts);
        node->parts[node->part_count++] = part;
    }
    return true;
}

/* Names NODE after the tag. Names of partials and blocks are not split: they may be file names. */
static bool parser_name(struct parser *parser, struct mustache_node *node, const struct tag *tag)
{
    node->span = parser_span(parser, tag->begin, tag->end);
    node->name = tag->content;
    bool refers = node->kind == MUSTACHE_PARTIAL || node->kind == MUSTACHE_PARENT;
    node->dynamic = refers && slice_starts_with(node->name, SLICE("*"));
    if (node->dynamic)
        node->name = slice_trim(slice_skip(node->name, 1));
    if (node->name.len == 0)
        return parser_fail(parser, node->span, "the tag names nothing");
    node->name_span = parser_span_of(parser, node->name);
    if (node->kind == MUSTACHE_BLOCK || (refers && !node->dynamic))
        return true;
    return parser_split_name(parser, node);
}

static bool parser_push(struct parser *parser, struct mustache_node *node)
{
    if (parser->depth == MUSTACHE_DEPTH_MAX)
        return parser_fail(parser, node->span, "sections are nested too deeply");
    parser->depth++;
    parser->stack[parser->depth] = (struct open_node){node, parser->dedent};
    return true;
}

static bool parser_set_delimiters(struct parser *parser, const struct tag *tag)
{
    slice content = tag->content;
    size_t len = 0;
    while (len < content.len && !ascii_is_space(content.ptr[len]))
        len++;
    slice open = slice_take(content, len);
    slice close = slice_trim(slice_skip(content, len));
    bool plain = open.len > 0 && close.len > 0;
    for (size_t i = 0; i < content.len; i++)
        plain = plain && content.ptr[i] != '=';
    for (size_t i = 0; i < close.len; i++)
        plain = plain && !ascii_is_space(close.ptr[i]);
    if (!plain)
        return parser_fail(parser, parser_span(parser, tag->begin, tag->end),
                           "new delimiters are two words without `=`, as in {{=<% %>=}}");
    parser->open_delimiter = open;
    parser->close_delimiter = close;
    return true;
}

/* Ends the text before a tag that has its line to itself, and leaves out the rest of the line. */
static void parser_take_line(struct parser *parser, const struct tag *tag)
{
    parser->at = tag->end + tag->line_rest;
    parser->line_begins = true;
}

static slice parser_lead(const struct parser *parser, const struct tag *tag)
{
    return slice_skip(slice_take(parser->text, tag->begin), tag->line_begin);
}

/*
 * The indentation of what a block holds: that of the first line that is not blank behind OFFSET,
 * or LEAD if the block ends there.
 */
static slice parser_content_indent(const struct parser *parser, size_t offset, slice lead)
{
    slice rest = slice_skip(parser->text, offset);
    slice line = {0};
    while (slice_next_line(&rest, &line)) {
        size_t blanks = 0;
        while (blanks < line.len && is_blank(line.ptr[blanks]))
            blanks++;
        slice behind = slice_skip(line, blanks);
        if (behind.len == 0)
            continue;
        bool closes = slice_starts_with(behind, parser->open_delimiter) &&
                      slice_starts_with(slice_skip(behind, parser->open_delimiter.len), SLICE("/"));
        return closes ? lead : slice_take(line, blanks);
    }
    return lead;
}

/*
 * A block can be overridden by lines that were indented for another place. Its children are stored
 * without the indentation that they share; the block has the one that belongs here.
 */
static bool parser_open_block(struct parser *parser, const struct tag *tag)
{
    bool overrides = parser->stack[parser->depth].node->kind == MUSTACHE_PARENT;
    bool own_lines = tag->line_rest > 0 && !tag->ends_file && (tag->first_on_line || overrides);
    bool moves_lead = tag->first_on_line && (own_lines || !overrides);
    slice lead = moves_lead ? parser_lead(parser, tag) : (slice){0};
    parser_add_text(parser, parser->at, moves_lead ? tag->line_begin : tag->begin);
    struct mustache_node *block = parser_add(parser, MUSTACHE_BLOCK);
    block->standalone = own_lines;
    parser->at = tag->end;
    if (!parser_name(parser, block, tag) || !parser_push(parser, block))
        return false;
    if (!moves_lead && !own_lines)
        return true;
    slice indent = lead;
    if (own_lines) {
        parser_take_line(parser, tag);
        indent = parser_content_indent(parser, parser->at, lead);
    }
    block->indent = parser_relative_indent(parser, indent);
    parser->dedent = indent;
    return true;
}

static bool parser_open(struct parser *parser, const struct tag *tag)
{
    if (tag->kind == '$')
        return parser_open_block(parser, tag);
    enum mustache_node_kind kind = tag->kind == '#'   ? MUSTACHE_SECTION
                                   : tag->kind == '^' ? MUSTACHE_INVERTED
                                                      : MUSTACHE_PARENT;
    bool parent = kind == MUSTACHE_PARENT;
    bool own_line = tag->standalone && !parent;
    bool moves_lead = own_line || (parent && tag->first_on_line);
    parser_add_text(parser, parser->at, moves_lead ? tag->line_begin : tag->begin);
    struct mustache_node *node = parser_add(parser, kind);
    parser->at = tag->end;
    if (parent && moves_lead) {
        node->standalone = true; /* unless something stands behind the closing tag */
        node->indent = parser_relative_indent(parser, parser_lead(parser, tag));
    }
    if (own_line) {
        node->begins_line = false;
        parser_take_line(parser, tag);
    }
    return parser_name(parser, node, tag) && parser_push(parser, node);
}

/* Behind the closing tag of a parent: one that has its lines to itself takes the line's end. */
static void parser_close_parent(struct parser *parser, struct mustache_node *node,
                                const struct tag *tag)
{
    parser->at = tag->end;
    parser->line_begins = false;
    if (!node->standalone)
        return;
    if (tag->line_rest > 0 || tag->ends_file) {
        parser_take_line(parser, tag);
        return;
    }
    node->standalone = false;
    node->text = node->indent;
    node->indent = (slice){0};
}

static bool parser_close_mismatch(struct parser *parser, const struct tag *tag)
{
    struct span span = parser_span(parser, tag->begin, tag->end);
    const struct mustache_node *node = parser->stack[parser->depth].node;
    if (parser->depth == 0)
        return parser_fail(parser, span, "this tag closes a section that was never opened");
    struct diagnostic *diagnostic = diagnostics_report(
        parser->diagnostics, DIAG_TEMPLATE_MALFORMED, span, "`%.*s` is closed where `%.*s` is open",
        SLICE_ARGS(tag->content), SLICE_ARGS(node->name));
    diagnostics_note(parser->diagnostics, diagnostic, node->span, "`%.*s` was opened here",
                     SLICE_ARGS(node->name));
    parser->failed = true;
    return false;
}

static bool parser_close(struct parser *parser, const struct tag *tag)
{
    struct open_node *open = &parser->stack[parser->depth];
    struct mustache_node *node = open->node;
    slice name = tag->content;
    if (node->dynamic && slice_starts_with(name, SLICE("*")))
        name = slice_trim(slice_skip(name, 1));
    if (parser->depth == 0 || !slice_equal(name, node->name))
        return parser_close_mismatch(parser, tag);
    bool in_parent =
        parser->depth > 0 && parser->stack[parser->depth - 1].node->kind == MUSTACHE_PARENT;
    bool drops_lead = tag->standalone || (tag->first_on_line && in_parent);
    parser_add_text(parser, parser->at, drops_lead ? tag->line_begin : tag->begin);
    parser->dedent = open->outer_dedent;
    parser->depth--;
    if (node->kind == MUSTACHE_PARENT)
        parser_close_parent(parser, node, tag);
    else if (tag->standalone)
        parser_take_line(parser, tag);
    else
        parser->at = tag->end;
    return true;
}

/* A variable, a partial, a comment or new delimiters. */
static bool parser_single(struct parser *parser, const struct tag *tag)
{
    parser_add_text(parser, parser->at, tag->standalone ? tag->line_begin : tag->begin);
    if (tag->standalone && tag->kind != '>')
        parser_take_line(parser, tag);
    else
        parser->at = tag->end;
    if (tag->kind == '!')
        return true;
    if (tag->kind == '=')
        return parser_set_delimiters(parser, tag);
    struct mustache_node *node =
        parser_add(parser, tag->kind == '>' ? MUSTACHE_PARTIAL : MUSTACHE_VARIABLE);
    node->raw = tag->kind == '&' || tag->kind == '{';
    if (tag->standalone && tag->kind == '>') {
        node->standalone = true;
        node->indent = parser_relative_indent(parser, parser_lead(parser, tag));
        parser_take_line(parser, tag);
    }
    return parser_name(parser, node, tag);
}

static bool parser_take_tag(struct parser *parser, const struct tag *tag)
{
    switch (tag->kind) {
    case '#':
    case '^':
    case '<':
    case '$':
        return parser_open(parser, tag);
    case '/':
        return parser_close(parser, tag);
    default:
        return parser_single(parser, tag);
    }
}

static void parser_run(struct parser *parser)
{
    for (;;) {
        struct tag tag;
        size_t found = slice_find(slice_skip(parser->text, parser->at), parser->open_delimiter);
        if (found == SLICE_NONE)
            break;
        if (!parser_read_tag(parser, parser->at + found, &tag) || !parser_take_tag(parser, &tag))
            return;
    }
    parser_add_text(parser, parser->at, parser->text.len);
    for (size_t depth = parser->depth; depth > 0; depth--) {
        const struct mustache_node *node = parser->stack[depth].node;
        diagnostics_report(parser->diagnostics, DIAG_TEMPLATE_MALFORMED, node->span,
                           "`%.*s` is opened here and never closed", SLICE_ARGS(node->name));
        parser->failed = true;
    }
}

const struct mustache_template *mustache_parse(struct arena *arena, const struct source *source,
                                               struct diagnostics *diagnostics)
{
    struct mustache_template *template = arena_alloc(arena, sizeof *template);
    template->source = source;
    struct parser parser = {
        .arena = arena,
        .diagnostics = diagnostics,
        .source = source,
        .text = {source->text.ptr != NULL ? source->text.ptr : "", source->text.len},
        .open_delimiter = SLICE("{{"),
        .close_delimiter = SLICE("}}"),
        .stack = {{.node = &template->root}},
        .line_begins = true,
    };
    parser_run(&parser);
    return parser.failed ? NULL : template;
}
