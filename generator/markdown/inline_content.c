#include "markdown/inline_content.h"

#include "markdown/commonmark.h"
#include "markdown/html.h"
#include "markdown/simple_inline.h"
#include "support/utf8.h"

#include <string.h>

/* Where a part begins in the text of its job, and in the source. */
struct job_part {
    size_t at;
    size_t length;
    size_t offset;
};

struct inline_job {
    slice text; /* one line */
    struct job_part *parts;
    size_t part_count;
    size_t owner;
    struct inline_content *content;
};

/* An element of HTML that makes one piece of what stands in it. */
struct element {
    enum inline_kind kind; /* INLINE_TEXT: none is open */
    size_t piece;          /* the first of its pieces */
    slice target;
    struct span span; /* of its opening tag */
};

/* While the pieces of one job are turned into content. */
struct assembly {
    struct inline_batch *batch;
    const struct inline_job *job;
    size_t cursor; /* everything before it in the job's text is taken */
    struct element element;
    size_t strong; /* how many <strong> are open */
};

static const char *const joints[] = {"", " ", "<br>"};

static size_t offset_of(const struct inline_batch *batch, slice part)
{
    return span_of(batch->source, part).begin;
}

/* No-break and ideographic spaces count as blanks, too, and so do marks of direction and of no
 * width, which stand around names in languages that are written from right to left. */
static bool is_unseen(uint32_t c)
{
    return utf8_is_space(c) || c == 0x200B || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

static size_t last_character(slice text)
{
    size_t at = text.len - 1;
    while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static bool is_ascii_graphic(char c)
{
    return c > 0x20 && c < 0x7f;
}

static slice trim_wide(slice text)
{
    if (text.len > 0 && is_ascii_graphic(text.ptr[0]) && is_ascii_graphic(text.ptr[text.len - 1]))
        return text; /* nearly always */
    size_t next = 0;
    while (text.len > 0 && is_unseen(utf8_decode(text, &next))) {
        text = slice_skip(text, next);
        next = 0;
    }
    while (text.len > 0 && is_unseen(utf8_decode(text, &(size_t){last_character(text)})))
        text = slice_take(text, last_character(text));
    return text;
}

static void add_job(struct inline_batch *batch, const struct inline_part *parts, size_t count,
                    size_t owner, struct inline_content *content)
{
    struct inline_job job = {.owner = owner, .content = content, .part_count = count};
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += strlen(joints[parts[i].join]) + parts[i].text.len;
    char *text = arena_alloc(batch->scratch, length);
    job.parts = arena_alloc_array(batch->scratch, count, sizeof *job.parts);
    length = 0;
    for (size_t i = 0; i < count; i++) {
        slice joint = slice_from(i > 0 ? joints[parts[i].join] : "");
        memcpy(text + length, joint.ptr, joint.len);
        length += joint.len;
        job.parts[i] =
            (struct job_part){length, parts[i].text.len, offset_of(batch, parts[i].text)};
        for (size_t k = 0; k < parts[i].text.len; k++) {
            char c = parts[i].text.ptr[k];
            text[length++] = c == '\r' || c == '\0' ? ' ' : c;
        }
    }
    job.text = (slice){text, length};
    batch->jobs = arena_extend(batch->scratch, batch->jobs, batch->count, sizeof *batch->jobs);
    batch->jobs[batch->count++] = job;
}

/* The place in the source of a byte of a job's text. */
static size_t source_offset(const struct inline_job *job, size_t at)
{
    size_t i = job->part_count - 1;
    while (i > 0 && job->parts[i].at > at)
        i--;
    const struct job_part *part = &job->parts[i];
    size_t inside = at - part->at;
    return part->offset + (inside < part->length ? inside : part->length);
}

static struct span source_span(const struct assembly *assembly, size_t begin, size_t end)
{
    const struct inline_job *job = assembly->job;
    size_t first = source_offset(job, begin);
    size_t last = end > begin ? source_offset(job, end - 1) + 1 : first;
    return span_make(assembly->batch->source, first, last > first ? last : first);
}

/* Finds WANTED behind everything that is taken already. */
static bool search(const struct assembly *assembly, slice wanted, size_t *begin, size_t *end)
{
    size_t at = slice_find(slice_skip(assembly->job->text, assembly->cursor), wanted);
    if (at == SLICE_NONE)
        return false;
    *begin = assembly->cursor + at;
    *end = *begin + wanted.len;
    return true;
}

/* Where PIECE stands in the job's text: cmark's columns where they hold, else a search. */
static void locate(struct assembly *assembly, const struct commonmark_piece *piece, size_t *begin,
                   size_t *end)
{
    slice text = assembly->job->text;
    *begin = piece->begin < text.len ? piece->begin : text.len;
    *end = piece->end < text.len ? piece->end : text.len;
    slice there = *end > *begin ? slice_skip(slice_take(text, *end), *begin) : (slice){0};
    bool sound = *begin >= assembly->cursor && there.len > 0;
    bool link = piece->kind == COMMONMARK_LINK || piece->kind == COMMONMARK_IMAGE;
    if (link) {
        char mark = piece->kind == COMMONMARK_IMAGE ? '!' : '[';
        if (!sound || (there.ptr[0] != mark && there.ptr[0] != '<') ||
            (there.ptr[there.len - 1] != ')' && there.ptr[there.len - 1] != ']' &&
             there.ptr[there.len - 1] != '>'))
            sound = search(
                assembly, arena_format(assembly->batch->scratch, "<%.*s>", SLICE_ARGS(piece->text)),
                begin, end);
    } else if (!sound || !slice_equal(there, piece->text)) {
        /* Text with escapes or entities is never the same as its source. */
        bool changed = sound && piece->kind == COMMONMARK_TEXT &&
                       (slice_find_byte(there, '\\') != SLICE_NONE ||
                        slice_find_byte(there, '&') != SLICE_NONE);
        sound = changed || search(assembly, piece->text, begin, end);
    }
    if (!sound)
        *begin = *end = assembly->cursor;
    assembly->cursor = *end > assembly->cursor ? *end : assembly->cursor;
}

static int hex_digit(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    char lower = ascii_to_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Percent-escapes decoded, unless that gives no valid UTF-8. */
static slice decode_target(struct arena *arena, slice target)
{
    if (slice_find_byte(target, '%') == SLICE_NONE)
        return target;
    char *text = arena_alloc(arena, target.len + 1);
    size_t length = 0;
    for (size_t i = 0; i < target.len; i++) {
        int high = i + 2 < target.len && target.ptr[i] == '%' ? hex_digit(target.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(target.ptr[i + 2]) : -1;
        bool escaped = low >= 0;
        text[length++] = escaped ? (char)(high * 16 + low) : target.ptr[i];
        i += escaped ? 2 : 0;
    }
    slice decoded = {text, length};
    return utf8_find_invalid(decoded) == SLICE_NONE ? decoded : target;
}

static bool is_one_of(slice name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal_ignore_case(name, slice_from(names[i])))
            return true;
    return false;
}

/* What the element NAME makes of the text in it; INLINE_TEXT: nothing. */
static enum inline_kind element_kind(slice name)
{
    static const char *const code[] = {"code", "kbd", "samp", "tt", "var"};
    if (slice_equal_ignore_case(name, SLICE("a")))
        return INLINE_LINK;
    return is_one_of(name, code, sizeof code / sizeof *code) ? INLINE_CODE : INLINE_TEXT;
}

static bool is_closing(slice tag)
{
    return slice_starts_with(tag, SLICE("</"));
}

/* Code in a link is that link's text; an <a> that leads nowhere is an anchor. */
static void open_element(struct assembly *assembly, slice tag, struct span span, size_t piece)
{
    enum inline_kind kind = element_kind(html_tag_name(tag));
    slice target = kind == INLINE_LINK ? html_attribute(tag, SLICE("href")) : (slice){0};
    if (assembly->element.kind != INLINE_TEXT || (kind == INLINE_LINK && target.len == 0))
        return;
    assembly->element = (struct element){kind, piece, target, span};
}

static slice join_texts(struct arena *arena, const struct inline_piece *pieces, size_t count);

/* Makes one piece of all that stand in the open element. */
static void close_element(struct assembly *assembly, slice tag, struct span span,
                          struct inline_content *content)
{
    struct element *element = &assembly->element;
    size_t count = content->count - element->piece;
    bool fits = element->kind != INLINE_TEXT && element_kind(html_tag_name(tag)) == element->kind;
    struct inline_piece *pieces = &content->pieces[element->piece];
    if (!fits)
        return;
    if (count > 0) {
        bool link = element->kind == INLINE_LINK;
        pieces[0] = (struct inline_piece){
            .kind = element->kind,
            .strong = pieces[0].strong,
            .emphasis = pieces[0].emphasis,
            .text = join_texts(assembly->batch->arena, pieces, count),
            .target = decode_target(assembly->batch->arena, element->target),
            .span = {span.source, link ? element->span.begin : element->span.end,
                     link ? span.end : span.begin},
        };
        content->count = element->piece + 1;
    }
    element->kind = INLINE_TEXT;
}

/* Links, code and strong text that are written as HTML. */
static void take_element(struct assembly *assembly, slice tag, struct span span,
                         struct inline_content *content)
{
    static const char *const strong[] = {"b", "strong"};
    slice name = html_tag_name(tag);
    if (is_one_of(name, strong, sizeof strong / sizeof *strong)) {
        if (!is_closing(tag))
            assembly->strong++;
        else if (assembly->strong > 0)
            assembly->strong--;
    } else if (is_closing(tag)) {
        close_element(assembly, tag, span, content);
    } else {
        open_element(assembly, tag, span, content->count);
    }
}

/* "Array<object>": right behind a letter, and never closed. */
static bool is_argument(slice text, size_t begin, slice tag)
{
    static const char *const empty[] = {"br", "hr", "img", "input", "wbr"};
    slice name = html_tag_name(tag);
    if (begin == 0 || !ascii_is_alnum(text.ptr[begin - 1]) || tag.len != name.len + 2 ||
        is_one_of(name, empty, sizeof empty / sizeof *empty))
        return false;
    for (size_t i = begin; i + name.len + 2 < text.len; i++)
        if (text.ptr[i] == '<' && text.ptr[i + 1] == '/' &&
            slice_equal_ignore_case(html_tag_name(slice_skip(text, i)), name))
            return false;
    return true;
}

/* What a raw tag is to the reader: nothing, a break, or (when it is no HTML) text. A tag of a block
 * breaks the line only if that has begun. */
static enum inline_kind tag_kind(slice tag, const struct inline_content *before, bool *drop)
{
    slice name = html_tag_name(tag);
    *drop = false;
    if (slice_equal_ignore_case(name, SLICE("br")))
        return INLINE_BREAK;
    if (html_is_block(name)) {
        *drop = before->count == 0 || before->pieces[before->count - 1].kind == INLINE_BREAK;
        return INLINE_BREAK;
    }
    *drop = name.len == 0 || html_is_element(name);
    return INLINE_TEXT;
}

/* Adds one piece, its text still as cmark gave it. Neighbouring texts are merged afterwards. */
static void add_piece(struct assembly *assembly, const struct commonmark_piece *piece,
                      struct inline_content *content)
{
    static const enum inline_kind kinds[] = {
        [COMMONMARK_TEXT] = INLINE_TEXT,   [COMMONMARK_CODE_SPAN] = INLINE_CODE,
        [COMMONMARK_LINK] = INLINE_LINK,   [COMMONMARK_IMAGE] = INLINE_IMAGE,
        [COMMONMARK_BREAK] = INLINE_BREAK, [COMMONMARK_TAG] = INLINE_TEXT,
    };
    struct inline_batch *batch = assembly->batch;
    enum inline_kind kind = kinds[piece->kind];
    size_t begin, end;
    bool drop = false;
    locate(assembly, piece, &begin, &end);
    struct span span = source_span(assembly, begin, end);
    if (piece->kind == COMMONMARK_TAG && !is_argument(assembly->job->text, begin, piece->text)) {
        kind = tag_kind(piece->text, content, &drop);
        take_element(assembly, piece->text, span, content);
        if (batch->on_tag != NULL)
            batch->on_tag(batch->context, assembly->job->owner, piece->text, span.begin);
    }
    if (drop)
        return;
    content->pieces[content->count++] = (struct inline_piece){
        .kind = kind,
        .strong = piece->strong || assembly->strong > 0,
        .emphasis = piece->emphasis,
        .text = kind == INLINE_BREAK ? (slice){"", 0} : piece->text,
        .target = decode_target(batch->arena, piece->target),
        .span = span,
    };
}

static bool mergeable(const struct inline_piece *a, const struct inline_piece *b)
{
    return a->kind == INLINE_TEXT && b->kind == INLINE_TEXT && a->strong == b->strong &&
           a->emphasis == b->emphasis;
}

static slice join_texts(struct arena *arena, const struct inline_piece *pieces, size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += pieces[i].kind == INLINE_BREAK ? 1 : pieces[i].text.len;
    char *text = arena_alloc(arena, length);
    length = 0;
    for (size_t i = 0; i < count; i++) {
        slice part = pieces[i].kind == INLINE_BREAK ? SLICE(" ") : pieces[i].text;
        if (part.len > 0)
            memcpy(text + length, part.ptr, part.len);
        length += part.len;
    }
    return (slice){text, length};
}

static void set_text(struct arena *arena, struct inline_content *content)
{
    bool one = content->count == 1 && content->pieces[0].kind != INLINE_BREAK;
    content->whole =
        one ? content->pieces[0].text : join_texts(arena, content->pieces, content->count);
    content->text = trim_wide(content->whole);
}

static void merge_texts(struct arena *arena, struct inline_content *content)
{
    size_t kept = 0;
    for (size_t i = 0; i < content->count;) {
        size_t run = 1;
        while (i + run < content->count &&
               mergeable(&content->pieces[i], &content->pieces[i + run]))
            run++;
        struct inline_piece piece = content->pieces[i];
        if (run > 1) {
            piece.text = join_texts(arena, &content->pieces[i], run);
            piece.span.end = content->pieces[i + run - 1].span.end;
        }
        content->pieces[kept++] = piece;
        i += run;
    }
    content->count = kept;
}

/* Takes over what was read without cmark; its spans begin at the content's. */
static void set_simple(struct inline_batch *batch, const struct simple_inline *simple, size_t owner,
                       struct inline_content *content)
{
    if (simple->anchor.len > 0 && batch->on_tag != NULL)
        batch->on_tag(batch->context, owner, simple->anchor, content->span.begin);
    content->count = simple->count;
    content->pieces = arena_alloc_array(batch->scratch, simple->count, sizeof *content->pieces);
    for (size_t i = 0; i < simple->count; i++) {
        struct inline_piece piece = simple->pieces[i];
        if (piece.target.len > 0)
            piece.target = decode_target(batch->arena, piece.target);
        piece.span.source = batch->source;
        piece.span.begin += content->span.begin;
        piece.span.end += content->span.begin;
        content->pieces[i] = piece;
    }
    set_text(batch->arena, content);
}

void inline_batch_add(struct inline_batch *batch, const struct inline_part *parts, size_t count,
                      size_t owner, struct inline_content *content)
{
    *content = (struct inline_content){.span = {batch->source, 0, 0}};
    if (count == 0)
        return;
    content->span = span_of(batch->source, parts[0].text);
    if (count > 1)
        content->span.end = span_of(batch->source, parts[count - 1].text).end;
    struct simple_inline simple;
    if (count == 1 && simple_inline_read(parts[0].text, batch->defines, &simple))
        set_simple(batch, &simple, owner, content);
    else
        add_job(batch, parts, count, owner, content);
}

static void assemble(struct inline_batch *batch, const struct inline_job *job,
                     const struct commonmark_line *line)
{
    struct assembly assembly = {.batch = batch, .job = job};
    struct inline_content *content = job->content;
    content->pieces = arena_alloc_array(batch->scratch, line->count, sizeof *content->pieces);
    for (size_t i = 0; i < line->count; i++)
        add_piece(&assembly, &line->pieces[i], content);
    merge_texts(batch->arena, content);
    set_text(batch->arena, content);
}

void inline_batch_run(struct inline_batch *batch, slice definitions)
{
    struct buffer text;
    if (batch->count == 0)
        return;
    buffer_init(&text);
    for (size_t i = 0; i < batch->count; i++) {
        /* As a heading a text stays inline whatever it begins with. */
        buffer_append(&text, SLICE("# "));
        buffer_append(&text, batch->jobs[i].text);
        buffer_append(&text, SLICE(" #\n"));
    }
    buffer_append(&text, SLICE("\n"));
    buffer_append(&text, definitions);
    struct commonmark_line *lines = arena_alloc_array(batch->scratch, batch->count, sizeof *lines);
    commonmark_read_inlines(batch->arena, batch->scratch, buffer_slice(&text), batch->count, lines);
    buffer_finish(&text);
    for (size_t i = 0; i < batch->count; i++)
        assemble(batch, &batch->jobs[i], &lines[i]);
    batch->count = 0;
    batch->jobs = NULL;
}

/* Whether white space other than a blank, or two blanks side by side, may stand in the nine bytes
 * at TEXT: eight bytes at a time, each with the one behind it. */
static bool may_fold(const char *text)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t tops = ones << 7;
    uint64_t word, next;
    memcpy(&word, text, sizeof word);
    memcpy(&next, text + 1, sizeof next);
    uint64_t other = (word ^ ones * ' ') | (next ^ ones * ' '); /* 0 where both are blank */
    return ((((word - ones * ' ') & ~word) | ((other - ones) & ~other)) & tops) != 0;
}

/* Where the first white space stands that is no single blank, or the length of TEXT. */
static size_t folded_length(slice text)
{
    size_t i = 0;
    while (text.len - i > sizeof(uint64_t) && !may_fold(text.ptr + i))
        i += sizeof(uint64_t);
    while (i < text.len &&
           (!ascii_is_space(text.ptr[i]) ||
            (text.ptr[i] == ' ' && (i + 1 == text.len || !ascii_is_space(text.ptr[i + 1])))))
        i++;
    return i;
}

static void append_folded(struct buffer *out, slice text)
{
    while (text.len > 0) {
        bool blank = ascii_is_space(text.ptr[0]);
        if (blank && out->len > 0 && out->data[out->len - 1] != ' ')
            buffer_append_char(out, ' ');
        while (text.len > 0 && ascii_is_space(text.ptr[0]))
            text = slice_skip(text, 1);
        size_t length = folded_length(text);
        buffer_append(out, slice_take(text, length));
        text = slice_skip(text, length);
    }
}

/* Code with a backtick in it needs two around it. */
static void append_code(struct buffer *out, slice code)
{
    bool two = slice_find_byte(code, '`') != SLICE_NONE;
    buffer_append(out, two ? SLICE("`` ") : SLICE("`"));
    buffer_append(out, code);
    buffer_append(out, two ? SLICE(" ``") : SLICE("`"));
}

static bool holds_code(const struct inline_content *content)
{
    for (size_t i = 0; i < content->count; i++)
        if (content->pieces[i].kind == INLINE_CODE)
            return true;
    return false;
}

slice inline_content_for_comment(struct arena *arena, const struct inline_content *content)
{
    struct buffer text;
    if (!holds_code(content) && folded_length(content->text) == content->text.len)
        return content->text;
    buffer_init(&text);
    for (size_t i = 0; i < content->count; i++) {
        const struct inline_piece *piece = &content->pieces[i];
        if (piece->kind == INLINE_CODE)
            append_code(&text, piece->text);
        else
            append_folded(&text, piece->kind == INLINE_BREAK ? SLICE(" ") : piece->text);
    }
    slice result = arena_copy(arena, trim_wide(buffer_slice(&text)));
    buffer_finish(&text);
    return result;
}
