#include "internal.h"

static const char *const status_texts[] = {
    "ok",      "memory", "argument", "syntax",  "truncated", "utf-8", "nul",      "depth", "size",
    "members", "length", "type",     "unknown", "value",     "range", "capacity", "sink",  "rule",
};

const char *dm_status_text(dm_status status)
{
    size_t index = (size_t)status;
    return index < sizeof status_texts / sizeof *status_texts ? status_texts[index] : "unknown";
}

static void copy_cut(char *to, size_t size, const char *from)
{
    size_t length = strlen(from);
    if (length < size) {
        memcpy(to, from, length + 1);
        return;
    }
    memcpy(to, from, size - 4);
    memcpy(to + size - 4, "...", 4);
}

dm_status dm_error_set(dm_error *error, dm_status code, const char *message)
{
    if (error) {
        memset(error, 0, sizeof *error);
        error->code = code;
        copy_cut(error->message, sizeof error->message, message);
    }
    return code;
}

void dm_error_locate(dm_error *error, const char *start, const char *where)
{
    error->offset = (size_t)(where - start);
    error->line = 1;
    error->column = 1;
    for (const char *p = start; p < where; p++) {
        if (*p == '\n') {
            error->line++;
            error->column = 1;
        } else if (((unsigned char)*p & 0xc0) != 0x80) {
            error->column++;
        }
    }
}

/* A text of limited size. */
struct cut {
    char *text;
    size_t size;
    size_t used;
};

static void add_char(struct cut *cut, char c)
{
    if (cut->used + 4 < cut->size) {
        cut->text[cut->used++] = c;
        cut->text[cut->used] = '\0';
    } else if (cut->used + 4 == cut->size) {
        memcpy(cut->text + cut->used, "...", 4);
        cut->used++;
    }
}

static void add_name(struct cut *cut, const char *name, size_t length)
{
    add_char(cut, '/');
    for (size_t i = 0; i < length; i++) {
        if (name[i] == '~' || name[i] == '/') {
            add_char(cut, '~');
            add_char(cut, name[i] == '~' ? '0' : '1');
        } else {
            add_char(cut, name[i]);
        }
    }
}

static void add_index(struct cut *cut, size_t index)
{
    char digits[24];
    size_t count = 0;
    do {
        digits[count++] = (char)('0' + index % 10);
        index /= 10;
    } while (index > 0);
    add_char(cut, '/');
    while (count > 0)
        add_char(cut, digits[--count]);
}

void dm_step_before(const char *name, size_t number, char *pointer, size_t size)
{
    char inner[DM_ERROR_POINTER_SIZE];
    struct cut cut = {pointer, size, 0};
    memcpy(inner, pointer, strlen(pointer) + 1);
    if (name)
        add_name(&cut, name, number);
    else
        add_index(&cut, number);
    for (const char *p = inner; *p; p++)
        add_char(&cut, *p);
}

static void add_steps(struct cut *cut, const struct dm_step *step)
{
    const struct dm_step *done = NULL;
    while (done != step) {
        const struct dm_step *next = step;
        while (next->up != done)
            next = next->up;
        if (next->name)
            add_name(cut, next->name, next->number);
        else if (next->number != DM_NO_STEP)
            add_index(cut, next->number);
        done = next;
    }
}

/* Goes over a member's name and colon. @return at its value, or NULL when the place is before. */
static const char *pass_name(const char *p, const char *where, const char **name, size_t *length)
{
    const char *begin = p;
    if (p >= where)
        return NULL;
    p = dm_scan_skip(p, where);
    if (p >= where || p == begin)
        return NULL;
    *name = begin + 1;
    *length = (size_t)(p - begin) - 2;
    p = dm_scan_space(p, where);
    return p < where && *p == ':' ? dm_scan_space(p + 1, where) : NULL;
}

/* Finds the member or element of the container at p that the place lies in. */
static const char *enter_value(struct cut *cut, const char *p, const char *where)
{
    bool object = *p == '{';
    for (size_t index = 0;; index++) {
        const char *name = NULL;
        size_t length = 0;
        p = dm_scan_space(p + 1, where);
        if (object)
            p = pass_name(p, where, &name, &length);
        if (!p)
            return NULL;
        const char *next = dm_scan_space(dm_scan_skip(p, where), where);
        if (next < where && *next == ',') {
            p = next;
            continue;
        }
        if (name)
            add_name(cut, name, length);
        else
            add_index(cut, index);
        return p;
    }
}

void dm_step_pointer(const struct dm_step *steps, const char *inner, const char *where,
                     char *pointer, size_t size)
{
    struct cut cut = {pointer, size, 0};
    pointer[0] = '\0';
    add_steps(&cut, steps);
    while (inner && inner < where && (*inner == '{' || *inner == '['))
        inner = enter_value(&cut, inner, where);
}
