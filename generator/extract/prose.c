#include "extract/prose.h"

#include "extract/lookup.h"

#include <string.h>

void prose_read(const struct reading *reading, const struct inline_content *content,
                struct prose *prose)
{
    size_t length = 0;
    bool broken = false;
    prose->content = content;
    prose->text = content->whole;
    prose->begins = arena_alloc_array(reading->scratch, content->count, sizeof *prose->begins);
    for (size_t i = 0; i < content->count; i++) {
        bool line_end = content->pieces[i].kind == INLINE_BREAK;
        prose->begins[i] = length;
        broken = broken || line_end;
        length += line_end ? 1 : content->pieces[i].text.len;
    }
    if (!broken)
        return;
    char *text = memcpy(arena_alloc(reading->arena, length), content->whole.ptr, length);
    for (size_t i = 0; i < content->count; i++)
        if (content->pieces[i].kind == INLINE_BREAK)
            text[prose->begins[i]] = '\n';
    prose->text = (slice){text, length};
}

void prose_of_block(const struct reading *reading, size_t index, struct prose *prose)
{
    const struct document *document = reading->document;
    prose_read(reading, document_content(document, &document->blocks[index]), prose);
}

const struct vocab_scan *prose_phrases(const struct reading *reading, size_t index)
{
    struct place *place = &reading->places[index];
    if (place->phrases != NULL)
        return place->phrases;
    slice written = reading_written(reading, reading->document->blocks[index].span);
    const struct known_phrases *known = map_get(&reading->lookup->phrases, written);
    if (known == NULL) {
        struct prose prose;
        prose_of_block(reading, index, &prose);
        known = lookup_phrases(reading->lookup, reading->scratch, written, prose.text);
    }
    place->phrases = &known->scan;
    return place->phrases;
}

size_t prose_sentence_mark(slice text, size_t at)
{
    static const char *const wide[] = {
        "\xe3\x80\x82", "\xef\xbc\x81", "\xef\xbc\x9f", "\xef\xbc\x8e", "\xe0\xa5\xa4",
    };
    char c = text.ptr[at];
    if (c == '\n')
        return 1;
    if (c == '.' || c == '!' || c == '?') {
        bool last = at + 1 >= text.len;
        return last || ascii_is_space(text.ptr[at + 1]) || (text.ptr[at + 1] & 0x80) != 0;
    }
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (c == wide[i][0] && slice_starts_with(slice_skip(text, at), slice_from(wide[i])))
            return strlen(wide[i]);
    return 0;
}

bool prose_begins_clause(slice text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] == ' ')
        at--;
    if (at == 0 || strchr(".!?;,()-*\n>|", text.ptr[at - 1]) != NULL)
        return true;
    return at >= 3 && prose_sentence_end(text, at - 3) == 3;
}

static bool begins_after(slice text, size_t at)
{
    size_t end = at;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    if (at > end && slice_starts_with(slice_skip(text, at), SLICE("- ")))
        return true;
    if (at >= text.len || strchr(".!?;,()\n|", text.ptr[at]) != NULL)
        return true;
    return prose_sentence_end(text, at) > 0;
}

bool prose_is_sentence(slice text, const struct vocab_match *match)
{
    bool closed = match->end > 0 && match->end <= text.len &&
                  (text.ptr[match->end - 1] == '.' ||
                   (match->end >= 3 && prose_sentence_end(text, match->end - 3) == 3));
    return prose_begins_clause(text, match->begin) && (closed || begins_after(text, match->end));
}

size_t prose_sentence_begin(slice text, size_t at)
{
    size_t begin = 0;
    for (size_t i = 0; i < at && i < text.len; i++) {
        size_t end = prose_sentence_end(text, i);
        if (end > 0)
            begin = i + end;
    }
    return begin;
}

bool prose_leads(slice text, const struct vocab_match *match)
{
    size_t begin = prose_sentence_begin(text, match->begin);
    while (begin > 0 && begin < match->begin && text.ptr[begin] == ' ')
        begin++;
    return begin == 0 || begin == match->begin;
}

size_t prose_find_link(const struct prose *prose, size_t from)
{
    for (size_t i = 0; i < prose->content->count; i++)
        if (prose->begins[i] >= from && prose->content->pieces[i].kind == INLINE_LINK)
            return i;
    return SLICE_NONE;
}

size_t prose_next_link(const struct prose *prose, size_t index)
{
    for (size_t i = index + 1; i < prose->content->count; i++)
        if (prose->content->pieces[i].kind == INLINE_LINK)
            return i;
    return SLICE_NONE;
}

size_t prose_piece_end(const struct prose *prose, size_t index)
{
    return index + 1 < prose->content->count ? prose->begins[index + 1] : prose->text.len;
}

/* Whether no sentence begins behind FROM that what stands at TO belongs to. */
static bool same_sentence(slice text, size_t from, size_t to)
{
    /* What ends a sentence is of three bytes at most. */
    for (size_t i = from < 3 ? 0 : from - 3; i < to && i < text.len; i++) {
        size_t length = prose_sentence_end(text, i);
        if (length > 0 && i + length > from)
            return false;
    }
    return true;
}

size_t prose_find_subject(const struct prose *prose, const struct vocab_match *match)
{
    size_t link = prose_find_link(prose, match->begin);
    if (link != SLICE_NONE && same_sentence(prose->text, match->begin, prose->begins[link]))
        return link;
    size_t before = SLICE_NONE;
    for (size_t i = 0; i < prose->content->count && prose->begins[i] < match->begin; i++)
        if (prose->content->pieces[i].kind == INLINE_LINK)
            before = i;
    if (before != SLICE_NONE &&
        same_sentence(prose->text, prose_piece_end(prose, before), match->begin))
        return before;
    return SLICE_NONE;
}
