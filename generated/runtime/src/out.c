#include "writer.h"

const dm_write_options dm_write_defaults = {false, false, DM_TYPE_NAMES_NEEDED, 0};

DM_COLD void dm_out_fail(struct dm_out *out, dm_status status, const char *message)
{
    if (out->status == DM_OK) {
        out->status = status;
        out->message = message;
    }
}

DM_COLD void dm_out_within(struct dm_out *out, const char *name, size_t number)
{
    dm_step_before(name, number, out->pointer, sizeof out->pointer);
}

/* How much the text will be when it goes on like this: what is written of a collection tells how
 * much the rest will be. */
static size_t expected_size(const struct dm_out *out)
{
    size_t done = out->items > 0 ? out->done : 0;
    size_t used = dm_out_used(out);
    if (done < 2 || used / done > SIZE_MAX / 4 / out->items)
        return 0;
    return used + used / done * (out->items - done) / 8 * 9;
}

static void set_buffer(struct dm_out *out, char *buffer, size_t size)
{
    out->buffer = buffer;
    out->next = buffer;
    out->stop = buffer + size;
}

/* Takes all that the current block still has, or a larger block. */
static bool grow(struct dm_out *out, size_t size)
{
    size_t used = dm_out_used(out);
    size_t twice = (size_t)(out->stop - out->buffer) * 2;
    size_t least = used + size;
    size_t wish = twice > least ? twice : least;
    size_t expected = expected_size(out);
    wish = expected > wish ? expected : wish;
    char *more = dm_arena_take_more(out->arena, wish < 256 ? 256 : wish);
    if (!more && !(more = dm_arena_take_more(out->arena, least))) {
        dm_out_fail(out, DM_ERROR_MEMORY, "no memory");
        return false;
    }
    if (used > 0)
        memcpy(more, out->buffer, used);
    set_buffer(out, more, (size_t)(out->arena->stop - more));
    out->next += used;
    out->arena->next = out->arena->stop;
    return true;
}

static bool flush(struct dm_out *out)
{
    size_t used = dm_out_used(out);
    if (used > 0 && !out->sink(out->context, out->buffer, used)) {
        dm_out_fail(out, DM_ERROR_SINK, "the callback said stop");
        return false;
    }
    out->flushed += used;
    out->next = out->buffer;
    return true;
}

bool dm_out_more(struct dm_out *out, size_t size)
{
    if (out->status != DM_OK || out->counting)
        return false;
    if (out->arena)
        return grow(out, size);
    if (out->sink)
        return flush(out) && (size_t)(out->stop - out->next) >= size;
    return false;
}

/* Puts bytes without room for them. */
static void put_more(struct dm_out *out, const char *text, size_t size)
{
    if (out->status != DM_OK)
        return;
    if (!out->sink) {
        out->counting = true;
        out->flushed += size;
    } else if (!out->sink(out->context, text, size)) {
        dm_out_fail(out, DM_ERROR_SINK, "the callback said stop");
    } else {
        out->flushed += size;
    }
}

void dm_out_put(struct dm_out *out, const char *text, size_t size)
{
    char *room = dm_out_room(out, size);
    if (DM_UNLIKELY(room == NULL)) {
        put_more(out, text, size);
        return;
    }
    dm_copy_bytes(room, text, size);
    out->next += size;
}

static void put_escaped(struct dm_out *out, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    char text[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    switch (c) {
    case '"':
    case '\\':
        text[1] = (char)c;
        break;
    case '\b':
        text[1] = 'b';
        break;
    case '\f':
        text[1] = 'f';
        break;
    case '\n':
        text[1] = 'n';
        break;
    case '\r':
        text[1] = 'r';
        break;
    case '\t':
        text[1] = 't';
        break;
    default:
        dm_out_put(out, text, 6);
        return;
    }
    dm_out_put(out, text, 2);
}

/* Puts the inside of a string from a place on that needs attention. */
static void put_rest(struct dm_out *out, const char *text, const char *end)
{
    const char *from = text;
    while (text < end) {
        text = dm_scan_plain(text, end);
        if (text < end && (unsigned char)*text >= 0x80) {
            size_t length = dm_scan_utf8(text, end);
            if (length == 0) {
                dm_out_fail(out, DM_ERROR_UTF8, "a text that is not UTF-8");
                return;
            }
            text += length;
            continue;
        }
        dm_out_put(out, from, (size_t)(text - from));
        from = text;
        if (text < end) {
            put_escaped(out, (unsigned char)*text++);
            from = text;
        }
    }
    dm_out_put(out, from, (size_t)(text - from));
}

void dm_out_string(struct dm_out *out, const char *text, size_t length)
{
    char *room = dm_out_room(out, length + 2);
    if (DM_LIKELY(room != NULL && dm_out_copy_plain(room + 1, text, length))) {
        room[0] = '"';
        room[length + 1] = '"';
        out->next += length + 2;
        return;
    }
    dm_out_put(out, "\"", 1);
    put_rest(out, text, text + length);
    dm_out_put(out, "\"", 1);
}

void dm_out_new_line(struct dm_out *out, size_t depth)
{
    static const char spaces[] = "                                ";
    dm_out_put(out, "\n", 1);
    for (size_t left = depth * 2; left > 0;) {
        size_t part = left < sizeof spaces - 1 ? left : sizeof spaces - 1;
        dm_out_put(out, spaces, part);
        left -= part;
    }
}

DM_COLD bool dm_out_fail_depth(struct dm_out *out)
{
    dm_out_fail(out, DM_ERROR_DEPTH, "nested deeper than the limit; perhaps in a circle");
    return false;
}

void dm_out_close_more(struct dm_out *out, char bracket)
{
    if (out->lead != ',')
        dm_out_char(out, out->lead); /* nothing was put within */
    else
        dm_out_line(out, out->depth);
    dm_out_char(out, bracket);
    out->lead = ',';
}

/* One character of structure of a raw value. @return behind it and white space. */
static const char *put_structure(struct dm_out *out, const char *p, const char *end, size_t *depth)
{
    char c = *p;
    const char *next = dm_scan_space(p + 1, end);
    if ((c == '{' || c == '[') && next < end && *next != '}' && *next != ']') {
        dm_out_put(out, p, 1);
        dm_out_line(out, ++*depth);
        return next;
    }
    if (c == '{' || c == '[') {
        dm_out_put(out, p, 1);
        dm_out_put(out, next, 1);
        return dm_scan_space(next + 1, end);
    }
    if (c == '}' || c == ']')
        dm_out_line(out, --*depth);
    dm_out_put(out, p, 1);
    if (c == ',')
        dm_out_line(out, *depth);
    if (c == ':' && out->options->pretty)
        dm_out_put(out, " ", 1);
    return next;
}

void dm_out_json(struct dm_out *out, dm_json json)
{
    const char *p = json.data;
    const char *end = json.data + json.size;
    size_t depth = out->depth;
    while (p < end) {
        bool simple = dm_scan_kind(*p) != DM_JSON_NONE && *p != '{' && *p != '[';
        const char *next = simple ? dm_scan_skip(p, end) : p;
        dm_out_put(out, p, (size_t)(next - p));
        p = dm_scan_space(next, end);
        if (p < end && next == p &&
            (*p == '{' || *p == '[' || *p == '}' || *p == ']' || *p == ',' || *p == ':'))
            p = put_structure(out, p, end, &depth);
    }
}

void dm_out_begin(struct dm_out *out, dm_arena *arena, const dm_write_options *options)
{
    memset(out, 0, offsetof(struct dm_out, pointer));
    out->pointer[0] = '\0';
    out->options = options ? options : &dm_write_defaults;
    out->max_depth = out->options->max_depth ? out->options->max_depth : DM_DEFAULT_MAX_DEPTH;
    if (out->max_depth > DM_MAX_DEPTH)
        out->max_depth = DM_MAX_DEPTH;
    out->lead = ',';
    out->spell = out->options->pretty;
    if (!arena)
        return;
    out->arena = arena;
    set_buffer(out, arena->next, (size_t)(arena->stop - arena->next));
    arena->next = arena->stop;
}

void dm_out_begin_buffer(struct dm_out *out, char *buffer, size_t size,
                         const dm_write_options *options)
{
    dm_out_begin(out, NULL, options);
    set_buffer(out, buffer, size);
}

static size_t whole(size_t size)
{
    return (size + 7) & ~(size_t)7;
}

dm_status dm_out_finish(struct dm_out *out, const char **text, size_t *size, dm_error *error)
{
    char *room = dm_out_room(out, 1);
    if (out->arena && out->buffer) {
        /* Give back what the text does not need. */
        size_t kept = out->status == DM_OK && room ? whole(dm_out_used(out) + 1) : 0;
        if (kept < (size_t)(out->stop - out->buffer))
            out->arena->next = out->buffer + kept;
    }
    if (out->status != DM_OK) {
        dm_error_set(error, out->status, out->message);
        if (error)
            memcpy(error->pointer, out->pointer, sizeof error->pointer);
        return out->status;
    }
    if (room)
        *room = '\0';
    if (text)
        *text = out->buffer;
    if (size)
        *size = out->flushed + dm_out_used(out);
    return DM_OK;
}
