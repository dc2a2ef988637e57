#include "extract/columns.h"

#include "extract/lookup.h"

void columns_read(const struct reading *reading, const struct table *table, struct columns *columns)
{
    *columns = (struct columns){0};
    columns->count = table->columns < COLUMNS_MAX ? table->columns : COLUMNS_MAX;
    for (size_t i = 0; i < columns->count; i++) {
        slice words = table->header.cells[i].text;
        if (words.len > 0)
            columns->roles[i] = lookup_column(reading->lookup, words);
        if (columns->roles[i] != COLUMN_UNKNOWN)
            columns->known = true;
    }
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
