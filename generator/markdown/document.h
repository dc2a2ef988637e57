/*
 * Documents: a page's text as a flat list of located blocks.
 *
 * Blocks and inlines are those of CommonMark: what leaves no doubt is read here, the rest by cmark.
 * This stage adds what CommonMark lacks and the pages have: front matter, pipe tables, HTML
 * comments, slugs. Nothing here knows what a property is.
 *
 * Tables (corpus: 280,519 rows): the raw source lines of a paragraph that holds a delimiter row are
 * split at unescaped pipes outside of code spans; short rows are filled up with empty cells, the
 * tail of a long one is folded into its last cell; a line that has no pipe continues the cell
 * above. Prose directly above a table stays a paragraph; lines that begin with ":::" are left out
 * of all. A table written as HTML is one, too, also behind blank lines, where Markdown ends raw
 * HTML, up to the tag that closes it.
 */
#ifndef DOCMODEL_MARKDOWN_DOCUMENT_H
#define DOCMODEL_MARKDOWN_DOCUMENT_H

#include "support/arena.h"
#include "support/diagnostic.h"
#include "support/source.h"

enum inline_kind { INLINE_TEXT, INLINE_CODE, INLINE_LINK, INLINE_IMAGE, INLINE_BREAK };

/*
 * A piece of inline content. Emphasis is a property of pieces, not a level of nesting. The span of
 * code is the text between its backticks; that of a link or image is all of it, brackets and target
 * too. A line end within a paragraph is a blank of the text around it. Links
 * (<a href>), code and strong text may be written as HTML, and <br> is a break; other tags are no
 * pieces. What looks like a tag and is none in HTML ("<server>") is text.
 */
struct inline_piece {
    enum inline_kind kind;
    bool strong;
    bool emphasis;
    slice text;   /* text, code without backticks, text of a link; empty for a break */
    slice target; /* destination of a link or image, percent-escapes decoded */
    struct span span;
};

struct inline_content {
    slice whole; /* without markup: backticks gone, links as their text, breaks as a space */
    slice text;  /* the same, trimmed */
    struct inline_piece *pieces;
    size_t count;
    struct span span;
};

struct table_row {
    struct inline_content *cells; /* as many as the table has columns; NULL until asked for */
    const slice *lines;           /* what CELLS are read from when they are asked for */
    size_t line_count;
    struct span span;
};

struct table {
    size_t columns;
    struct table_row *header; /* its cells: see document_header */
    struct table_row *rows;   /* their cells: see document_cells */
    size_t row_count;
};

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_TABLE,
    BLOCK_FENCE,   /* a code block, fenced or indented */
    BLOCK_COMMENT, /* <!-- ... -->, wherever it stands */
    BLOCK_HTML     /* other raw HTML */
};

struct block {
    enum block_kind kind;
    struct span span;
    bool quoted; /* inside a block quote */
    bool listed; /* inside a list item */

    unsigned level;     /* heading: 1 to 6 */
    const slice *lines; /* heading, paragraph: what the next three are read from when asked for */
    size_t line_count;  /* 0 when they are read; see document_content and document_heading */
    slice slug;         /* heading: its anchor (<a name="...">), else by the GitHub rule */
    bool anchored;      /* heading: the slug comes from an anchor, so it is English */
    struct inline_content content; /* heading, paragraph */
    struct table table;            /* table */
    slice info;                    /* fence: the info string ("json") */
    struct span body;              /* fence, comment: the text between its marks */
    bool closed;                   /* fence: false when it runs to the end of the page */
};

struct front_matter_entry {
    slice key;
    slice value; /* without quotes */
    struct span span;
};

struct document {
    const struct source *source;
    struct front_matter_entry *front_matter; /* also when it is folded into one line */
    size_t front_matter_count;
    struct block *blocks;
    size_t block_count;
    slice definitions; /* of reference links: with them, text depends on more than itself */
    struct arena *arena;
    struct arena *scratch;
};

/*
 * Reads the text of SOURCE, which is valid UTF-8. Text in *document is in ARENA or borrowed from
 * the source; blocks, rows, pieces and all else is in SCRATCH, which may be the same. Reports
 * unclosed fences and malformed tables; never fails.
 *
 * A fence that another one opens in, or that runs to the end of the page, ends at the blank line
 * before the next heading, comment or fence, so that its mistake does not hide the rest of the
 * page. Comments in the text of a heading, paragraph or table follow that block.
 */
void document_read(struct arena *arena, struct arena *scratch, const struct source *source,
                   struct diagnostics *diagnostics, struct document *document);

/* The text of a heading or paragraph of DOCUMENT. Most are read when they are asked for: many are
 * written as others were before. */
const struct inline_content *document_content(const struct document *document,
                                              const struct block *block);

/* HEADING, with its text and slug read. */
const struct block *document_heading(const struct document *document, const struct block *heading);

/* The cells of the header of a table. They, too, are read when they are asked for. */
const struct inline_content *document_header(const struct document *document,
                                             const struct table *table);

/* The cells of row ROW of a table of DOCUMENT, as many as it has columns. They are read when they
 * are asked for: many tables list what nobody asks for. */
const struct inline_content *document_cells(const struct document *document,
                                            const struct table *table, size_t row);

/* The value of a front-matter key, ignoring case, or the empty slice. */
slice document_front_matter(const struct document *document, slice key);

/*
 * CONTENT for the comments of generated code: code in backticks, links as their text, breaks as a
 * space, no other markup, white space folded.
 */
slice inline_content_for_comment(struct arena *arena, const struct inline_content *content);

/* The slug of a heading by the rule of GitHub: lower case, punctuation dropped, blanks to hyphens.
 */
slice document_slug(struct arena *arena, slice heading);

#endif
