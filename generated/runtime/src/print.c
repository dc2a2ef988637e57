/* Apart from the rest, so that programs that print no errors do without stdio. */
#include "internal.h"

int dm_error_print(FILE *stream, const dm_error *error)
{
    if (!error)
        return 0;
    fputs("error: ", stream);
    if (error->line > 0)
        fprintf(stream, "line %zu, column %zu (byte %zu): ", error->line, error->column,
                error->offset);
    fputs(error->message, stream);
    if (error->pointer[0])
        fprintf(stream, " at %s", error->pointer);
    fprintf(stream, " [%s]\n", dm_status_text(error->code));
    return (int)error->code;
}
