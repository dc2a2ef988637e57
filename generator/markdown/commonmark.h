/*
 * CommonMark: block structure and inline content as flat arrays. commonmark.c is the only file that
 * includes <cmark.h>.
 */
#ifndef DOCMODEL_MARKDOWN_COMMONMARK_H
#define DOCMODEL_MARKDOWN_COMMONMARK_H

#include "support/arena.h"

enum commonmark_block_kind {
    COMMONMARK_HEADING,
    COMMONMARK_PARAGRAPH,
    COMMONMARK_CODE, /* fenced or indented */
    COMMONMARK_HTML
};

/* A leaf block. Lines and columns count from 1, columns in bytes. */
struct commonmark_block {
    enum commonmark_block_kind kind;
    size_t line;
    size_t column;
    size_t last_line; /* of paragraphs and code; of headings, but for a line or so */
    size_t lines;     /* of the content of code and HTML */
    unsigned level;   /* of headings */
    bool quoted;
    bool listed;
};

struct commonmark_blocks {
    struct commonmark_block *items;
    size_t count;
};

/* Reads the block structure of TEXT, which holds no NUL and no lone carriage return. */
void commonmark_read_blocks(struct arena *arena, slice text, struct commonmark_blocks *blocks);

enum commonmark_piece_kind {
    COMMONMARK_TEXT,
    COMMONMARK_CODE_SPAN,
    COMMONMARK_LINK,
    COMMONMARK_IMAGE,
    COMMONMARK_BREAK,
    COMMONMARK_TAG /* raw inline HTML */
};

/*
 * A piece of inline content. BEGIN and END are cmark's own byte offsets into the line: right for
 * text, a few bytes off behind some constructs, so the caller checks them.
 */
struct commonmark_piece {
    enum commonmark_piece_kind kind;
    bool strong;
    bool emphasis;
    slice text;
    slice target; /* of links and images */
    size_t begin;
    size_t end;
};

struct commonmark_line {
    struct commonmark_piece *pieces;
    size_t count;
};

/*
 * Reads the inline content of LINES headings of level 1, one on each line, with which TEXT begins;
 * what follows them is only asked for link definitions. LINES results are stored, their text in
 * ARENA, their pieces in SCRATCH.
 */
void commonmark_read_inlines(struct arena *arena, struct arena *scratch, slice text, size_t lines,
                             struct commonmark_line *results);

#endif
