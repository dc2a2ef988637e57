/*
 * What the relaxed JSON reader sees in text that people typed: marks, strings in any quotes, bare
 * words. Each recovery is listed at the place where it was made. Private to support/.
 */
#ifndef DOCMODEL_SUPPORT_JSON_LEX_H
#define DOCMODEL_SUPPORT_JSON_LEX_H

#include "support/json.h"

struct json_lexer {
    struct arena *arena; /* for decoded text */
    struct arena *scratch;
    const struct source *source;
    struct json_problems *problems;
    slice text; /* the source's, cut at the end of the span */
    size_t at;
    size_t last_end; /* behind the last thing that was read, white space and comments apart */
    size_t last_comment_closes[2]; /* where the last end of each style of comment stands */
};

enum json_mark_kind {
    MARK_END,
    MARK_OPEN_OBJECT,
    MARK_CLOSE_OBJECT,
    MARK_OPEN_ARRAY,
    MARK_CLOSE_ARRAY,
    MARK_COLON,
    MARK_COMMA,
    MARK_ELLIPSIS,
    MARK_QUOTE, /* a string begins */
    MARK_WORD   /* anything else */
};

struct json_mark {
    enum json_mark_kind kind;
    size_t len;    /* 0 for MARK_END */
    bool ordinary; /* false: `;` for a comma, full-width punctuation, odd quotes... */
};

/* Prepares the reading of SPAN. */
void json_lex_init(struct json_lexer *lexer, struct arena *arena, struct arena *scratch,
                   struct span span, struct json_problems *problems);

void json_lex_problem(struct json_lexer *lexer, enum json_problem_kind kind, size_t begin,
                      size_t end);

/* What stands at OFFSET. */
struct json_mark json_lex_mark(const struct json_lexer *lexer, size_t offset);

/* Skips white space and comments and tells what stands behind them. */
struct json_mark json_lex_peek(struct json_lexer *lexer);

/* Moves behind MARK, which stands at lexer->at; one that is not ordinary is listed. */
void json_lex_take(struct json_lexer *lexer, struct json_mark mark);

/* Reads the string that begins at lexer->at. KEY: it stands where a key is expected. */
slice json_lex_string(struct json_lexer *lexer, bool key);

/* The length of the bare key at lexer->at if a colon follows it on its line, else 0. */
size_t json_lex_key_word(const struct json_lexer *lexer);

/*
 * Reads bare text to the end of the value or line; HTML entities are decoded. Never stops where it
 * began. *lacks_quote: the text is closed by a quote that was never opened, which is listed.
 */
slice json_lex_word(struct json_lexer *lexer, bool *lacks_quote);

#endif
