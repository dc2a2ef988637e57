/* Columns: what the columns of a table hold, by header words first and shape last. Internal to
 * extract/. */
#ifndef DOCMODEL_EXTRACT_COLUMNS_H
#define DOCMODEL_EXTRACT_COLUMNS_H

#include "extract/reading.h"

#define COLUMN_NONE SLICE_NONE

/* Columns behind this one are not looked at. */
#define COLUMNS_MAX 16

struct columns {
    enum vocab_column roles[COLUMNS_MAX];
    size_t count;
    bool known; /* a header word was known */
};

void columns_read(const struct reading *reading, const struct table *table,
                  struct columns *columns);

/* The first column of that role, or COLUMN_NONE. */
size_t columns_find(const struct columns *columns, enum vocab_column role);

/* The first column of unknown role from index FROM on, or COLUMN_NONE. */
size_t columns_find_unknown(const struct columns *columns, size_t from);

#endif
