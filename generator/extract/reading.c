#include "extract/reading.h"

#include "extract/identifier.h"
#include "extract/lookup.h"

#include <string.h>

/* A label in front of a namespace is a word or a few; longer text before a colon is prose. */
#define LABEL_MAX 40

/* "3.2 Properties", "1) Properties": what stands behind the number; else empty. */
static slice behind_number(slice text)
{
    size_t at = 0;
    while (at < text.len && (ascii_is_digit(text.ptr[at]) || strchr(".)", text.ptr[at]) != NULL))
        at++;
    bool numbered = at > 0 && ascii_is_digit(text.ptr[0]) && at < text.len && text.ptr[at] == ' ';
    return numbered ? slice_trim(slice_skip(text, at)) : (slice){0};
}

static enum vocab_section find_section(const struct reading *reading, const struct block *heading)
{
    document_heading(reading->document, heading);
    slice text = heading->content.text;
    enum vocab_section section = vocab_section(reading->words, heading->slug, text);
    slice rest = section == SECTION_UNKNOWN ? behind_number(text) : (slice){0};
    if (rest.len == 0)
        return section;
    return vocab_section(reading->words, document_slug(reading->scratch, rest), rest);
}

slice reading_written(const struct reading *reading, struct span span)
{
    slice text = span_text(span);
    bool alone =
        reading->document->definitions.len == 0 && slice_find_byte(text, '\n') == SLICE_NONE;
    return alone ? text : (slice){0};
}

static enum vocab_section heading_section(const struct reading *reading,
                                          const struct block *heading)
{
    struct lookup *lookup = reading->lookup;
    slice written = reading_written(reading, heading->span);
    enum vocab_section *known = map_get(&lookup->sections, written);
    if (known != NULL)
        return *known;
    known = arena_alloc(lookup->arena, sizeof *known);
    *known = find_section(reading, heading);
    if (written.len > 0)
        map_put_new(&lookup->sections, written, known);
    return *known;
}

/* The first heading, unless it is that of a section: then the title is missing. */
static const struct block *find_title(const struct reading *reading)
{
    const struct document *document = reading->document;
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind == BLOCK_HEADING) {
            bool title = block->level == 1 || heading_section(reading, block) == SECTION_UNKNOWN;
            return title ? document_heading(document, block) : NULL;
        }
        if (block->kind == BLOCK_TABLE || block->kind == BLOCK_FENCE)
            return NULL;
    }
    return NULL;
}

/* The headings that enclose a block, one per level. */
struct outline {
    struct {
        const struct block *heading;
        enum vocab_section section; /* the heading's own */
    } levels[7];
};

static void outline_enter(struct outline *outline, const struct block *heading,
                          enum vocab_section section)
{
    for (unsigned level = heading->level; level <= 6; level++)
        outline->levels[level].heading = NULL;
    outline->levels[heading->level].heading = heading;
    outline->levels[heading->level].section = section;
}

static struct place outline_place(const struct outline *outline)
{
    struct place place = {.section = SECTION_UNKNOWN};
    for (unsigned level = 6; level >= 1; level--) {
        if (outline->levels[level].heading == NULL)
            continue;
        if (place.heading == NULL)
            place.heading = outline->levels[level].heading;
        else
            place.nested = true;
        place.section = outline->levels[level].section;
        if (place.section != SECTION_UNKNOWN)
            break;
    }
    return place;
}

void reading_find_places(struct reading *reading)
{
    const struct document *document = reading->document;
    struct outline outline = {0};
    struct place place = {.section = SECTION_UNKNOWN, .intro = true};
    reading->title = find_title(reading);
    reading->places =
        arena_alloc_array(reading->scratch, document->block_count, sizeof *reading->places);
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        bool heading = block->kind == BLOCK_HEADING && block->level >= 1 && block->level <= 6;
        if (heading && block != reading->title) {
            outline_enter(&outline, block, heading_section(reading, block));
            place = outline_place(&outline);
        }
        reading->places[i] = place;
    }
}

/* ":" in ASCII or full width at the beginning of TEXT; its length, or 0. */
static size_t colon_length(slice text)
{
    if (slice_starts_with(text, SLICE(":")))
        return 1;
    return slice_starts_with(text, SLICE("\xef\xbc\x9a")) ? 3 : 0;
}

static size_t dotted_name_length(slice text)
{
    size_t length = 0;
    while (length < text.len && (identifier_is_char(text.ptr[length]) || text.ptr[length] == '.'))
        length++;
    while (length > 0 && text.ptr[length - 1] == '.')
        length--;
    return length;
}

/*
 * The length of the line "Namespace: a.b" at the beginning of TEXT, sentence end included; 0 for
 * other texts. A name without a dot is one only if it is KNOWN and ends its line: "Note: text" has
 * the same shape.
 */
static size_t match_name_space(slice text, slice known, slice *name_space)
{
    size_t colon = 0;
    size_t width = 0;
    for (; colon < text.len && colon <= LABEL_MAX; colon++) {
        char c = text.ptr[colon];
        width = ascii_is_alnum(c) ? 0 : colon_length(slice_skip(text, colon));
        if (width > 0 || c == '\n')
            break;
    }
    if (width == 0 || colon == 0)
        return 0;
    size_t begin = colon + width;
    while (begin < text.len && strchr(" \t\n*`", text.ptr[begin]) != NULL)
        begin++;
    slice rest = slice_skip(text, begin);
    slice name = slice_take(rest, dotted_name_length(rest));
    slice after = slice_skip(rest, name.len);
    bool dotted = slice_find_byte(name, '.') != SLICE_NONE;
    bool ends = after.len == 0 || strchr("\n`*", after.ptr[0]) != NULL;
    if (!identifier_is_dotted(name) || !(dotted || (ends && slice_equal(name, known))))
        return 0;
    if (after.len > 0 && strchr("/@:()", after.ptr[0]) != NULL)
        return 0;
    *name_space = name;
    size_t end = begin + name.len;
    if (end < text.len && text.ptr[end] == '`')
        end++;
    if (end < text.len && text.ptr[end] == '.')
        end++;
    return end;
}

void reading_find_name_space(struct reading *reading)
{
    const struct document *document = reading->document;
    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        if (!reading->places[i].intro)
            return;
        if (block->kind == BLOCK_PARAGRAPH && !block->quoted && !block->listed &&
            match_name_space(document_content(document, block)->text, (slice){0},
                             &reading->name_space) > 0)
            return;
    }
}

slice reading_description(const struct reading *reading, const struct block *block)
{
    slice name_space;
    if (block->kind != BLOCK_PARAGRAPH || block->quoted || block->listed)
        return (slice){0};
    slice text =
        inline_content_for_comment(reading->arena, document_content(reading->document, block));
    text = slice_trim(slice_skip(text, match_name_space(text, reading->name_space, &name_space)));
    bool mark = slice_starts_with(text, SLICE("[!")) || slice_starts_with(text, SLICE("#"));
    return mark ? (slice){0} : text;
}
