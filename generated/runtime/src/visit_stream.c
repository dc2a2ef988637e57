#include "internal.h"

/*
 * A page that is read through a window. The front of the window gathers the page's other members,
 * behind it stands what was read and not taken yet. Members are kept a sign at a time as their
 * text is taken, so that there is always room for them.
 */
struct stream {
    const dm_stream *input;
    size_t kept; /* bytes at the front */
    size_t begin, end;
    bool ended;
    size_t offset, line, column; /* of the byte at `begin` */
    dm_arena *arena;
    const dm_type *type;
    const dm_parse_options *options;
    dm_visitor *visitor;
    void *context;
    bool keeps; /* the other members are wanted */
    dm_error *error;
};

static void stream_take(struct stream *s, size_t count)
{
    for (const char *p = s->input->window + s->begin; count > 0; p++, count--, s->begin++) {
        s->offset++;
        if (*p == '\n') {
            s->line++;
            s->column = 1;
        } else if (((unsigned char)*p & 0xc0) != 0x80) {
            s->column++;
        }
    }
}

/* Takes text, which is a member's or stands beside one, and keeps it. */
static void stream_keep(struct stream *s, size_t count, bool keeps)
{
    const char *from = s->input->window + s->begin;
    stream_take(s, count);
    if (!keeps)
        return;
    memmove(s->input->window + s->kept, from, count);
    s->kept += count;
}

/* Moves what is not taken to the front and fills the window. */
static bool stream_fill(struct stream *s)
{
    const dm_stream *input = s->input;
    memmove(input->window + s->kept, input->window + s->begin, s->end - s->begin);
    s->end -= s->begin - s->kept;
    s->begin = s->kept;
    while (!s->ended && s->end < input->size) {
        size_t count = input->read(input->context, input->window + s->end, input->size - s->end);
        if (count > input->size - s->end)
            return false;
        s->ended = count == 0;
        s->end += count;
    }
    return true;
}

static dm_status stream_fail(const struct stream *s, dm_status code, const char *message)
{
    dm_error_set(s->error, code, message);
    if (s->error) {
        s->error->offset = s->offset;
        s->error->line = s->line;
        s->error->column = s->column;
    }
    return code;
}

/* What is wrong when nothing more comes. */
static dm_status stream_starved(const struct stream *s)
{
    if (s->ended)
        return stream_fail(s, DM_ERROR_TRUNCATED, "the text ends before the page does");
    return stream_fail(s, DM_ERROR_CAPACITY, "an element or member is larger than the window");
}

/* Passes over white space. *c is the sign that stands behind it, or NUL where nothing more comes.
 */
static dm_status stream_peek(struct stream *s, char *c)
{
    for (;;) {
        const char *begin = s->input->window + s->begin;
        stream_take(s, (size_t)(dm_scan_space(begin, s->input->window + s->end) - begin));
        *c = s->begin < s->end ? s->input->window[s->begin] : '\0';
        if (s->begin < s->end || s->ended)
            return DM_OK;
        if (s->kept == s->input->size)
            return stream_starved(s);
        if (!stream_fill(s))
            return stream_fail(s, DM_ERROR_ARGUMENT, "the source gives more than was asked for");
    }
}

/* The sign at which the text goes on. */
static dm_status stream_sign(struct stream *s, char *c)
{
    dm_status status = stream_peek(s, c);
    return status == DM_OK && s->begin == s->end ? stream_starved(s) : status;
}

/* The length of the string at p, or 0 when its end is not there. */
static size_t stream_string(const char *p, size_t size)
{
    for (size_t i = 1; i < size; i++) {
        if (p[i] == '"')
            return i + 1;
        if (p[i] == '\\')
            i++;
    }
    return 0;
}

/* The length of the value at p, or 0 when its end is not there; what is in it is checked later. */
static size_t stream_extent(const char *p, size_t size, bool ended)
{
    size_t depth = 0;
    size_t i = 0;
    if (*p == '"')
        return stream_string(p, size);
    if (*p != '{' && *p != '[') {
        while (i < size && !memchr(",:[]{}\" \t\r\n", p[i], 11))
            i++;
        return i < size || ended ? i : 0;
    }
    while (i < size) {
        size_t length = p[i] == '"' ? stream_string(p + i, size - i) : 1;
        if (length == 0)
            return 0;
        if (p[i] == '{' || p[i] == '[')
            depth++;
        else if (p[i] == '}' || p[i] == ']')
            depth--;
        i += length;
        if (depth == 0)
            return i;
    }
    return 0;
}

/* Places an error in the value at `begin`, which a member or index leads to, in the stream. */
static void stream_relocate(const struct stream *s, const char *name, size_t number)
{
    dm_error *error = s->error;
    if (!error)
        return;
    error->column += error->line <= 1 ? s->column - 1 : 0;
    error->line += s->line - 1;
    error->offset += s->offset;
    if (name || number != DM_NO_STEP)
        dm_step_before(name, number, error->pointer, sizeof error->pointer);
}

/* Brings the whole value at the next sign into the window. */
static dm_status stream_value(struct stream *s, dm_json *value)
{
    char c;
    size_t length = 0;
    dm_status status = stream_sign(s, &c);
    if (status == DM_OK && memchr(",:]}", c, 4))
        status = stream_fail(s, DM_ERROR_SYNTAX, "expected a value");
    while (status == DM_OK && (length = stream_extent(s->input->window + s->begin,
                                                      s->end - s->begin, s->ended)) == 0) {
        bool full = s->begin == s->kept && s->end == s->input->size;
        if (s->ended || full)
            status = stream_starved(s);
        else if (!stream_fill(s))
            status = stream_fail(s, DM_ERROR_ARGUMENT, "the source gives more than was asked for");
    }
    value->data = s->input->window + s->begin;
    value->size = length;
    return status;
}

static dm_status stream_item(struct stream *s, const char *name, size_t index)
{
    dm_json item;
    dm_object *object = NULL;
    dm_status status = stream_value(s, &item);
    if (status != DM_OK)
        return status;
    dm_arena_reset(s->arena);
    status = dm_parse(s->arena, s->type, item.data, item.size, s->options, &object, s->error);
    if (status != DM_OK) {
        stream_relocate(s, NULL, index);
        if (s->error && name)
            dm_step_before(name, strlen(name), s->error->pointer, sizeof s->error->pointer);
        return status;
    }
    stream_take(s, item.size);
    if (!s->visitor(s->context, object))
        return stream_fail(s, DM_ERROR_SINK, "the callback said stop");
    return DM_OK;
}

/* Behind a member or element: takes a comma, or the bracket that ends the whole. */
static dm_status stream_go_on(struct stream *s, char close, bool keeps, bool *done)
{
    char c;
    dm_status status = stream_sign(s, &c);
    if (status != DM_OK)
        return status;
    if (c != ',' && c != close)
        return stream_fail(s, DM_ERROR_SYNTAX, "expected a comma or the end of the list");
    *done = c == close;
    stream_keep(s, 1, keeps && !*done);
    return DM_OK;
}

/* The elements of the array at the next sign; `name` is the member's, if it is one. */
static dm_status stream_items(struct stream *s, const char *name)
{
    char c;
    dm_status status = stream_sign(s, &c);
    if (status == DM_OK && c != '[')
        status = stream_fail(s, DM_ERROR_TYPE, "expected a page or an array");
    if (status != DM_OK)
        return status;
    stream_take(s, 1);
    status = stream_sign(s, &c);
    bool done = status == DM_OK && c == ']';
    if (done)
        stream_take(s, 1);
    for (size_t i = 0; status == DM_OK && !done; i++) {
        status = stream_item(s, name, i);
        if (status == DM_OK)
            status = stream_go_on(s, ']', false, &done);
    }
    return status;
}

/* Checks the value at the next sign, then takes it. `name` is of the member whose value it is. */
static dm_status stream_other(struct stream *s, const char *name, size_t length, bool keeps)
{
    dm_json value;
    dm_status status = stream_value(s, &value);
    if (status != DM_OK)
        return status;
    status = dm_json_check(value.data, value.size, s->options, NULL, s->error);
    if (status == DM_OK)
        stream_keep(s, value.size, keeps);
    else
        stream_relocate(s, name, length);
    return status;
}

static dm_status stream_colon(struct stream *s, bool keeps)
{
    char c;
    dm_status status = stream_sign(s, &c);
    if (status == DM_OK && c != ':')
        status = stream_fail(s, DM_ERROR_SYNTAX, "expected a colon");
    if (status == DM_OK)
        stream_keep(s, 1, keeps);
    return status;
}

/* *found: it is the page's `value`. *keeps: it is kept. */
static dm_status stream_member(struct stream *s, bool *found, bool *keeps)
{
    char own[DM_ERROR_POINTER_SIZE];
    dm_json name;
    dm_status status = stream_value(s, &name);
    if (status == DM_OK && dm_json_kind_of(name) != DM_JSON_STRING)
        status = stream_fail(s, DM_ERROR_SYNTAX, "expected the name of a member");
    if (status == DM_OK) {
        status = dm_json_check(name.data, name.size, s->options, NULL, s->error);
        if (status != DM_OK)
            stream_relocate(s, NULL, DM_NO_STEP);
    }
    if (status != DM_OK)
        return status;
    bool items = dm_json_is_text(name, "value");
    size_t length = name.size - 2 < sizeof own ? name.size - 2 : sizeof own;
    memcpy(own, name.data + 1, length);
    *keeps = s->keeps && !items;
    *found = *found || items;
    stream_keep(s, name.size, *keeps);
    status = stream_colon(s, *keeps);
    if (status != DM_OK)
        return status;
    return items ? stream_items(s, "value") : stream_other(s, own, length, *keeps);
}

static dm_status stream_page(struct stream *s)
{
    char c;
    bool found = false, done, keeps = false;
    stream_keep(s, 1, s->keeps);
    dm_status status = stream_sign(s, &c);
    done = status == DM_OK && c == '}';
    if (done)
        stream_take(s, 1);
    while (status == DM_OK && !done) {
        status = stream_member(s, &found, &keeps);
        if (status == DM_OK)
            status = stream_go_on(s, '}', keeps, &done);
    }
    if (status == DM_OK && !found)
        status = stream_fail(s, DM_ERROR_TYPE, "expected a page or an array");
    return status;
}

/* Ends the members that were kept; a comma stands behind the last unless it ended the page. */
static dm_json stream_kept(struct stream *s)
{
    char *window = s->input->window;
    if (s->kept > 1 && window[s->kept - 1] == ',')
        s->kept--;
    window[s->kept] = '}';
    return (dm_json){window, s->kept + 1};
}

dm_status dm_visit_stream(dm_arena *arena, const dm_type *item_type, const dm_stream *input,
                          const dm_parse_options *options, dm_visitor *visitor, void *context,
                          dm_object **rest, dm_error *error)
{
    char c;
    struct stream s = {.input = input,
                       .line = 1,
                       .column = 1,
                       .arena = arena,
                       .type = item_type,
                       .options = options,
                       .visitor = visitor,
                       .context = context,
                       .keeps = rest != NULL,
                       .error = error};
    if (rest)
        *rest = NULL;
    if (!arena || !item_type || !visitor || !input || !input->read || !input->window)
        return dm_error_set(error, DM_ERROR_ARGUMENT, "no arena, type, callback, source or window");
    dm_status status = stream_sign(&s, &c);
    bool page = c == '{';
    if (status == DM_OK)
        status = page ? stream_page(&s) : stream_items(&s, NULL);
    if (status == DM_OK)
        status = stream_peek(&s, &c);
    if (status == DM_OK && s.begin < s.end)
        status = stream_fail(&s, DM_ERROR_SYNTAX, "text behind the value");
    if (status != DM_OK || !rest)
        return status;
    return dm_visit_rest(arena, page ? stream_kept(&s) : (dm_json){NULL, 0}, rest, error);
}
