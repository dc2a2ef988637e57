#include "markdown/html_table.h"

#include "markdown/html.h"

struct html_row {
    slice text; /* from its tag to the end of its last cell */
    slice *cells;
    size_t count;
};

struct html_rows {
    struct arena *arena;
    struct html_row *items;
    size_t count;
    const char *cell; /* where the text of the open cell begins, or NULL */
};

/* The next tag from *AT on, *AT then behind it; empty without one. */
static slice next_tag(slice text, size_t *at)
{
    for (size_t i = *at; i < text.len; i++) {
        slice rest = slice_skip(text, i);
        if (rest.ptr[0] != '<' || html_tag_name(rest).len == 0)
            continue;
        size_t end = slice_find_byte(rest, '>');
        if (end == SLICE_NONE)
            break;
        *at = i + end + 1;
        return slice_take(rest, end + 1);
    }
    return (slice){0};
}

static bool is_tag(slice tag, const char *name)
{
    return slice_equal_ignore_case(html_tag_name(tag), slice_from(name));
}

static void end_cell(struct html_rows *rows, slice tag)
{
    struct html_row *row = rows->count > 0 ? &rows->items[rows->count - 1] : NULL;
    if (rows->cell == NULL || row == NULL)
        return;
    row->cells = arena_extend(rows->arena, row->cells, row->count, sizeof *row->cells);
    row->cells[row->count++] = slice_trim((slice){rows->cell, (size_t)(tag.ptr - rows->cell)});
    rows->cell = NULL;
    row->text.len = (size_t)(tag.ptr - row->text.ptr);
}

static void take_tag(struct html_rows *rows, slice tag)
{
    bool row = is_tag(tag, "tr");
    bool cell = is_tag(tag, "td") || is_tag(tag, "th");
    bool opens = !slice_starts_with(tag, SLICE("</"));
    if (!row && !cell && !is_tag(tag, "table"))
        return;
    end_cell(rows, tag);
    if (row && opens) {
        rows->items = arena_extend(rows->arena, rows->items, rows->count, sizeof *rows->items);
        rows->items[rows->count++] = (struct html_row){.text = tag};
    }
    if (cell && opens)
        rows->cell = tag.ptr + tag.len;
}

/* Returns false unless TEXT is one table from begin to end. */
static bool split_rows(slice text, struct html_rows *rows)
{
    size_t at = 0, tables = 0;
    slice tag = next_tag(text, &at);
    if (tag.ptr != text.ptr || !is_tag(tag, "table"))
        return false;
    for (; tag.len > 0; tag = next_tag(text, &at)) {
        tables += is_tag(tag, "table") && !slice_starts_with(tag, SLICE("</"));
        take_tag(rows, tag);
    }
    return tables == 1 && rows->count > 1 && rows->items[0].count > 0;
}

static void add_cell(struct inline_batch *batch, size_t owner, slice text,
                     struct inline_content *content)
{
    struct inline_part *parts = NULL;
    size_t count = 0;
    slice line;
    while (slice_next_line(&text, &line)) {
        line = slice_trim(line);
        if (line.len == 0)
            continue;
        parts = arena_extend(batch->scratch, parts, count, sizeof *parts);
        parts[count++] = (struct inline_part){line, JOIN_BY_BLANK};
    }
    inline_batch_add(batch, parts, count, owner, content);
}

static void add_row(struct inline_batch *batch, size_t owner, const struct html_row *html,
                    size_t columns, struct table_row *row)
{
    *row = (struct table_row){.span = span_of(batch->source, html->text)};
    row->cells = arena_alloc_array(batch->scratch, columns, sizeof *row->cells);
    for (size_t i = 0; i < columns; i++) {
        slice text = i < html->count ? html->cells[i] : (slice){0};
        add_cell(batch, owner, text, &row->cells[i]);
        if (text.len == 0)
            row->cells[i].span = row->span;
    }
}

bool html_table_read(struct inline_batch *batch, size_t owner, slice text, struct table *table)
{
    struct html_rows rows = {.arena = batch->scratch};
    if (!split_rows(text, &rows))
        return false;
    *table = (struct table){.columns = rows.items[0].count, .row_count = rows.count - 1};
    table->header = arena_alloc_array(batch->scratch, rows.count, sizeof *table->rows);
    table->rows = table->header + 1;
    add_row(batch, owner, &rows.items[0], table->columns, table->header);
    for (size_t i = 0; i < table->row_count; i++)
        add_row(batch, owner, &rows.items[i + 1], table->columns, &table->rows[i]);
    return true;
}
