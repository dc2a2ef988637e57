/*
 * Lists of values: of an enumeration in a description ("Possible values are: `a`, `b`.") and in
 * JSON ("a | b"). Internal to extract/.
 *
 * In a description the phrase of the page's language marks the list; separators and conjunctions
 * carry no information. The values are the code pieces of the first sentence behind the phrase that
 * has any, those that begin a later sentence or line, and all behind the name of an HTTP header
 * (`Prefer: ...`), which announces more. A query option (`$filter`) ends the list; `null` is no
 * value. Without any code piece, plain words in a list count, but are not quoted.
 */
#ifndef DOCMODEL_EXTRACT_VALUE_LIST_H
#define DOCMODEL_EXTRACT_VALUE_LIST_H

#include "extract/prose.h"

/* FROM is the offset behind the phrase. */
void value_list_read_prose(const struct reading *reading, const struct prose *prose, size_t from,
                           struct value_list *values);

/* Only if code pieces stand right behind FROM, at least two: "can be `a` or `b`". */
void value_list_read_adjoining(const struct reading *reading, const struct prose *prose,
                               size_t from, struct value_list *values);

/*
 * In a type cell: the literals of a union that is all of the cell (then says true: `a` | "b"), or
 * behind the words for values ("enum: a, b").
 */
bool value_list_read_type(const struct reading *reading, const struct inline_content *cell,
                          struct value_list *values);

/* Of a JSON string; fewer than two alternatives are none. */
void value_list_read_alternation(struct arena *arena, slice text, struct span span,
                                 struct value_list *values);

/* Adds VALUE unless one of that name is there. */
void value_list_add(struct arena *arena, struct value_list *values,
                    const struct value_facts *value);

#endif
