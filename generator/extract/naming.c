#include "extract/naming.h"

#include "extract/identifier.h"

/* Ends of the slug of a title; the longest that fits comes first. */
static const struct {
    const char *slug;
    enum naming_kind kind;
} endings[] = {
    {"-enumeration-type", NAMING_ENUMERATION},
    {"-enum-type", NAMING_ENUMERATION},
    {"-enumeration", NAMING_ENUMERATION},
    {"-enum", NAMING_ENUMERATION},
    {"-resource-type", NAMING_TYPE},
    {"-resource-facet", NAMING_TYPE},
    {"-complex-type", NAMING_TYPE},
    {"-entity-type", NAMING_TYPE},
    {"-facet-type", NAMING_TYPE},
    {"-facet", NAMING_TYPE},
    {"-object", NAMING_TYPE},
    {"-resource", NAMING_TYPE},
    {"-entity", NAMING_TYPE},
    {"-type", NAMING_TYPE},
};

static size_t find_ending(slice slug, enum naming_kind *kind)
{
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        slice ending = slice_from(endings[i].slug);
        size_t at = slice_find(slug, ending);
        if (at == SLICE_NONE || at == 0)
            continue;
        /* What follows is a remark, "(deprecated)", or the slug's number, "-1". */
        size_t after = at + ending.len;
        if (after < slug.len && slug.ptr[after] != '-')
            continue;
        *kind = endings[i].kind;
        return at;
    }
    *kind = NAMING_NONE;
    return 0;
}

/* The file's name, and what stands behind its last hyphen ("intune-apps-iosvppapp"). */
static bool is_file_name(slice stem, slice name)
{
    size_t hyphen = slice_find_last_byte(stem, '-');
    return identifier_lowers_to(name, stem) ||
           (hyphen != SLICE_NONE && identifier_lowers_to(name, slice_skip(stem, hyphen + 1)));
}

static slice find_word(const struct reading *reading, slice title, slice slug)
{
    slice by_file = {0};
    slice rest = title;
    for (slice word = identifier_next(&rest); word.len > 0; word = identifier_next(&rest)) {
        if (!identifier_is_dotted(word))
            continue;
        slice own = identifier_short(word);
        if (slug.len > 0 && identifier_lowers_to(own, slug))
            return word;
        /* The slug rule drops dots. */
        if (slug.len > 0 && own.len < word.len &&
            slice_equal(document_slug(reading->scratch, word), slug))
            return word;
        if (by_file.len == 0 && is_file_name(reading->stem, own))
            by_file = word;
    }
    return by_file;
}

/* What stands first on a page; a title whose "#" no blank follows is a paragraph. */
static slice first_text(const struct document *document)
{
    for (size_t i = 0; i < document->block_count; i++)
        if (document->blocks[i].kind == BLOCK_PARAGRAPH)
            return document_content(document, &document->blocks[i])->text;
    return (slice){0};
}

enum naming_kind naming_read_title(const struct reading *reading, slice *name)
{
    enum naming_kind kind = NAMING_NONE;
    *name = (slice){0};
    if (reading->title == NULL) {
        *name = find_word(reading, first_text(reading->document), (slice){0});
        return NAMING_NONE;
    }
    slice slug = reading->title->slug;
    size_t end = find_ending(slug, &kind);
    slice stem = slice_take(slug, end);
    *name = find_word(reading, reading->title->content.text, stem);
    /* A translated title may have lost the name; its anchor keeps it, in lower case. */
    if (name->len == 0 && reading->title->anchored && identifier_is_simple(stem))
        *name = stem;
    return kind;
}
