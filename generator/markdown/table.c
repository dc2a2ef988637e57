#include "markdown/table.h"

/* How many rows without a delimiter row are taken for a damaged table: a header and two more. */
#define TABLE_ROWS_MIN ((size_t)3)

/* The raw cells of one line. */
struct row_cells {
    slice *items;
    size_t count;
};

static bool is_delimiter_row(slice line)
{
    bool dash = false;
    bool pipe = false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (c == '-')
            dash = true;
        else if (c == '|')
            pipe = true;
        else if (c != ':' && c != ' ' && c != '\t')
            return false;
    }
    return dash && pipe;
}

/* Where a code span that begins at FROM ends, or where its run of backticks ends if it is none. */
static size_t skip_code_span(slice line, size_t from)
{
    size_t length = 0;
    while (from + length < line.len && line.ptr[from + length] == '`')
        length++;
    size_t run = 0;
    for (size_t i = from + length; i <= line.len; i++) {
        if (i < line.len && line.ptr[i] == '`') {
            run++;
            continue;
        }
        if (run == length)
            return i;
        run = 0;
    }
    return from + length;
}

/* The offset of the next pipe that separates cells, or the line's length. */
static size_t next_pipe(slice line, size_t from, bool see_code)
{
    size_t i = from;
    while (i < line.len && line.ptr[i] != '|') {
        if (line.ptr[i] == '\\' && i + 1 < line.len)
            i += 2;
        else if (line.ptr[i] == '`' && see_code)
            i = skip_code_span(line, i);
        else
            i++;
    }
    return i;
}

static bool holds(slice line, char c)
{
    return slice_find_byte(line, c) != SLICE_NONE;
}

/* The same in a line where every pipe separates cells. */
static size_t next_plain_pipe(slice line, size_t from)
{
    size_t next = slice_find_byte(slice_skip(line, from), '|');
    return next == SLICE_NONE ? line.len : from + next;
}

/* Where the cell of a line that begins at FROM ends. PLAIN: see is_plain. */
static size_t cell_end(slice line, size_t from, bool plain, bool see_code)
{
    return plain ? next_plain_pipe(line, from) : next_pipe(line, from, see_code);
}

/* Whether every pipe of the line separates cells. */
static bool is_plain(slice line, bool see_code)
{
    return !holds(line, '\\') && !(see_code && holds(line, '`'));
}

/* Where the first cell of a line begins. */
static size_t first_cell(slice line)
{
    return line.len > 0 && line.ptr[0] == '|' ? 1 : 0;
}

static void split_row(struct arena *arena, slice line, bool see_code, struct row_cells *cells)
{
    bool plain = is_plain(line, see_code);
    *cells = (struct row_cells){NULL, 0};
    for (size_t at = first_cell(line), end; at < line.len; at = end + 1) {
        end = cell_end(line, at, plain, see_code);
        cells->items = arena_extend(arena, cells->items, cells->count, sizeof *cells->items);
        cells->items[cells->count++] = slice_trim(slice_skip(slice_take(line, end), at));
    }
}

/* A code span may hold a pipe; but two stray backticks in two cells are no code span. */
static void split_data_row(struct arena *arena, slice line, size_t columns, struct row_cells *cells)
{
    split_row(arena, line, true, cells);
    if (cells->count >= columns || !holds(line, '`'))
        return;
    struct row_cells plain;
    split_row(arena, line, false, &plain);
    if (plain.count == columns)
        *cells = plain;
}

/* How many cells LINE has, pipes in code spans apart. */
static size_t count_cells(slice line)
{
    bool plain = is_plain(line, true);
    size_t count = 0;
    for (size_t at = first_cell(line); at < line.len; count++)
        at = cell_end(line, at, plain, true) + 1;
    return count;
}

static bool looks_like_row(slice line)
{
    return line.len > 0 && line.ptr[0] == '|' && count_cells(line) >= 2;
}

static void report_missing_delimiter(const struct source *source, const struct table_lines *lines,
                                     struct diagnostics *diagnostics)
{
    size_t run = 0;
    for (size_t i = 0; i < lines->count; i++) {
        run = looks_like_row(lines->items[i]) ? run + 1 : 0;
        if (run < TABLE_ROWS_MIN)
            continue;
        diagnostics_report(diagnostics, DIAG_TABLE_MALFORMED,
                           span_of(source, lines->items[i + 1 - run]),
                           "these rows are no table: the delimiter row (| --- | --- |) under the "
                           "header row is missing");
        return;
    }
}

bool table_find(const struct source *source, const struct table_lines *lines,
                struct diagnostics *diagnostics, size_t *first)
{
    for (size_t i = 0; i < lines->count; i++) {
        if (!is_delimiter_row(lines->items[i]))
            continue;
        bool header = i > 0 && (slice_find_byte(lines->items[i - 1], '|') != SLICE_NONE ||
                                count_cells(lines->items[i]) == 1);
        *first = header ? i - 1 : i;
        return true;
    }
    report_missing_delimiter(source, lines, diagnostics);
    return false;
}

/*
 * A line without a cell border of its own goes on with the last cell of the row above. In a table
 * of one column it is a row.
 */
static bool continues_row(slice line, size_t columns)
{
    return columns > 1 && line.ptr[0] != '|' && count_cells(line) <= 1;
}

static slice without_border(slice line)
{
    if (slice_ends_with(line, SLICE("|")) && !slice_ends_with(line, SLICE("\\|")))
        line = slice_take(line, line.len - 1);
    return slice_trim(line);
}

/* Growing list of the parts of one cell. */
struct cell_parts {
    struct arena *arena;
    struct inline_part *items;
    size_t count;
};

/* Adds TEXT, in which "\|" stands for a pipe. */
static void add_parts(struct cell_parts *parts, slice text, enum inline_join join)
{
    while (text.len > 0) {
        size_t escape = slice_find(text, SLICE("\\|"));
        size_t length = escape == SLICE_NONE ? text.len : escape;
        if (length > 0) {
            parts->items =
                arena_extend(parts->arena, parts->items, parts->count, sizeof *parts->items);
            parts->items[parts->count++] = (struct inline_part){slice_take(text, length), join};
            join = JOIN_DIRECTLY;
        }
        if (escape == SLICE_NONE)
            return;
        /* The pipe itself opens the next part. */
        size_t next = slice_find(slice_skip(text, escape + 2), SLICE("\\|"));
        size_t end = next == SLICE_NONE ? text.len : escape + 2 + next;
        parts->items = arena_extend(parts->arena, parts->items, parts->count, sizeof *parts->items);
        parts->items[parts->count++] =
            (struct inline_part){slice_skip(slice_take(text, end), escape + 1), join};
        join = JOIN_DIRECTLY;
        text = slice_skip(text, end);
    }
}

/* How many cells a line has, empty ones at its end left out. */
static size_t count_filled(const struct row_cells *cells)
{
    size_t count = cells->count;
    while (count > 0 && cells->items[count - 1].len == 0)
        count--;
    return count;
}

static slice join_cells(slice first, slice last)
{
    return (slice){first.ptr, (size_t)(last.ptr + last.len - first.ptr)};
}

/* The cell of column COLUMN; the last one takes the tail of a long row. */
static slice cell_text(const struct row_cells *cells, size_t columns, size_t column)
{
    if (column >= cells->count)
        return (slice){0};
    size_t filled = count_filled(cells);
    bool tail = column + 1 == columns && filled > columns;
    return tail ? join_cells(cells->items[column], cells->items[filled - 1]) : cells->items[column];
}

/* Adds the cell of ROW that holds TEXT. LAST: and what stands in the row's further lines. */
static void add_cell(struct inline_batch *batch, size_t owner, const struct table_row *row,
                     slice text, bool last, struct inline_content *content)
{
    struct inline_part whole = {text, JOIN_DIRECTLY};
    struct cell_parts parts = {batch->scratch, &whole, text.len > 0};
    if ((last && row->line_count > 1) || holds(text, '\\')) {
        parts = (struct cell_parts){.arena = batch->scratch};
        add_parts(&parts, text, JOIN_DIRECTLY);
        for (size_t i = 1; i < row->line_count && last; i++)
            add_parts(&parts, without_border(row->lines[i]), JOIN_BY_BLANK);
    }
    inline_batch_add(batch, parts.items, parts.count, owner, content);
    if (parts.count == 0)
        content->span = (struct span){row->span.source, row->span.end, row->span.end};
}

void table_read_cells(struct inline_batch *batch, size_t owner, size_t columns,
                      struct table_row *row)
{
    struct row_cells cells;
    split_data_row(batch->scratch, row->lines[0], columns, &cells);
    size_t last = cells.count < columns ? cells.count : columns;
    row->cells = arena_alloc_array(batch->scratch, columns, sizeof *row->cells);
    for (size_t i = 0; i < columns; i++)
        add_cell(batch, owner, row, cell_text(&cells, columns, i), i + 1 == last, &row->cells[i]);
}

/* Where the rows of a table go, and what is needed for it. */
struct row_reader {
    struct inline_batch *batch;
    struct diagnostics *diagnostics;
    size_t owner;
    size_t columns;
};

/* Whether LINE has more pipes than a row of as many cells as the table has columns. */
static bool has_more_pipes(const struct row_reader *reader, slice line)
{
    size_t most = reader->columns - 1 + first_cell(line) + slice_ends_with(line, SLICE("|"));
    return slice_count_byte(line, '|') > most;
}

static void report_long_row(const struct row_reader *reader, slice line)
{
    struct row_cells cells;
    if (!has_more_pipes(reader, line))
        return;
    split_data_row(reader->batch->scratch, line, reader->columns, &cells);
    size_t filled = count_filled(&cells);
    if (filled <= reader->columns)
        return;
    slice tail = join_cells(cells.items[reader->columns], cells.items[filled - 1]);
    diagnostics_report(reader->diagnostics, DIAG_TABLE_MALFORMED,
                       span_of(reader->batch->source, tail),
                       "the row has %zu cells, its table %zu columns; the rest is read as text of "
                       "the last cell",
                       filled, reader->columns);
}

/* Takes LINES, one line and those that continue it, for a row. */
static void take_row(const struct row_reader *reader, const slice *lines, size_t count,
                     struct table_row *row)
{
    row->lines = lines;
    row->line_count = count;
    row->span = span_of(reader->batch->source, lines[0]);
    if (count > 1)
        row->span.end = span_of(reader->batch->source, lines[count - 1]).end;
    report_long_row(reader, lines[0]);
}

/* Cells wait until they are asked for, unless they hold comments, which become blocks. */
static void read_row(const struct row_reader *reader, const slice *lines, size_t count,
                     struct table_row *row)
{
    take_row(reader, lines, count, row);
    if (reader->batch->comments && slice_find(span_text(row->span), SLICE("<!--")) != SLICE_NONE)
        table_read_cells(reader->batch, reader->owner, reader->columns, row);
}

/* HEADER and MARKS: how many cells the first two lines have. */
static void check_header(const struct row_reader *reader, const slice *lines, size_t header,
                         size_t marks)
{
    struct row_cells cells;
    if (header == marks)
        return;
    split_data_row(reader->batch->scratch, lines[0], reader->columns, &cells);
    if (cells.count != marks)
        diagnostics_report(
            reader->diagnostics, DIAG_TABLE_MALFORMED, span_of(reader->batch->source, lines[1]),
            "the delimiter row has %zu cells, the header row %zu", marks, cells.count);
}

static void read_missing_header(const struct row_reader *reader, slice delimiter,
                                struct table_row *header)
{
    struct span span = span_of(reader->batch->source, delimiter);
    span.end = span.begin;
    *header = (struct table_row){.span = span};
    header->cells =
        arena_alloc_array(reader->batch->scratch, reader->columns, sizeof *header->cells);
    for (size_t i = 0; i < reader->columns; i++)
        header->cells[i].span = span;
    diagnostics_report(reader->diagnostics, DIAG_TABLE_MALFORMED,
                       span_of(reader->batch->source, delimiter),
                       "the delimiter row has no header row above it");
}

void table_read(struct inline_batch *batch, size_t owner, const struct table_lines *lines,
                struct diagnostics *diagnostics, struct table *table)
{
    bool headless = is_delimiter_row(lines->items[0]);
    size_t header = headless ? 0 : count_cells(lines->items[0]);
    slice delimiter = lines->items[headless ? 0 : 1];
    size_t marks = count_cells(delimiter);
    struct row_reader reader = {
        .batch = batch,
        .diagnostics = diagnostics,
        .owner = owner,
        .columns = header > marks ? header : marks,
    };
    *table = (struct table){.columns = reader.columns};
    table->header = arena_alloc_array(batch->scratch, lines->count, sizeof *table->rows);
    table->rows = table->header + 1;
    if (headless) {
        read_missing_header(&reader, delimiter, table->header);
    } else {
        read_row(&reader, &lines->items[0], 1, table->header);
        check_header(&reader, lines->items, header, marks);
    }
    for (size_t i = headless ? 1 : 2; i < lines->count;) {
        size_t count = 1;
        while (i + count < lines->count && continues_row(lines->items[i + count], reader.columns))
            count++;
        /* A border alone on its line only ends the row above. */
        if (!slice_equal(lines->items[i], SLICE("|")))
            read_row(&reader, &lines->items[i], count, &table->rows[table->row_count++]);
        i += count;
    }
}
