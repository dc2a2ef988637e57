#include "extract/columns.h"

#include "extract/lookup.h"

static void find_columns(const struct reading *reading, const struct table *table,
                         struct columns *columns)
{
    const struct inline_content *cells = document_header(reading->document, table);
    for (size_t i = 0; i < columns->count; i++) {
        slice words = cells[i].text;
        if (words.len > 0)
            columns->roles[i] = vocab_column(reading->words, words);
        if (columns->roles[i] != COLUMN_UNKNOWN)
            columns->known = true;
    }
}

void columns_read(const struct reading *reading, const struct table *table, struct columns *columns)
{
    struct lookup *lookup = reading->lookup;
    const struct table_row *header = table->header;
    slice written = header->lines != NULL ? reading_written(reading, header->span) : (slice){0};
    const struct columns *known = map_get(&lookup->headers, written);
    *columns = (struct columns){0};
    columns->count = table->columns < COLUMNS_MAX ? table->columns : COLUMNS_MAX;
    if (known != NULL && known->count == columns->count) {
        *columns = *known;
        return;
    }
    find_columns(reading, table, columns);
    if (written.len == 0 || known != NULL)
        return;
    struct columns *kept = arena_alloc(lookup->arena, sizeof *kept);
    *kept = *columns;
    map_put_new(&lookup->headers, written, kept);
}

size_t columns_find(const struct columns *columns, enum vocab_column role)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->roles[i] == role)
            return i;
    return COLUMN_NONE;
}

size_t columns_find_unknown(const struct columns *columns, size_t from)
{
    for (size_t i = from; i < columns->count; i++)
        if (columns->roles[i] == COLUMN_UNKNOWN)
            return i;
    return COLUMN_NONE;
}
