#include "extract/page.h"

#include "extract/enumeration.h"
#include "extract/example.h"
#include "extract/identifier.h"
#include "extract/locale.h"
#include "extract/lookup.h"
#include "extract/prose.h"
#include "extract/spelled.h"
#include "extract/type_page.h"
#include "support/utf8.h"

#include <errno.h>

const char *page_kind_name(enum page_kind kind)
{
    switch (kind) {
    case PAGE_TYPE:
        return "type";
    case PAGE_ENUMERATION:
        return "enumeration";
    case PAGE_BOTH:
        return "both";
    case PAGE_OVERVIEW:
        return "overview";
    case PAGE_IGNORED:
        return "ignored";
    case PAGE_UNUSABLE:
        break;
    }
    return "unusable";
}

static slice stem_of(struct arena *arena, const struct page_file *file)
{
    slice path = file->shown;
    size_t slash = slice_find_last_byte(path, '/');
    slice name = slash == SLICE_NONE ? path : slice_skip(path, slash + 1);
    if (slice_ends_with_ignore_case(name, SLICE(".md")))
        name = slice_take(name, name.len - 3 - file->suffix.len);
    return identifier_lower(arena, name);
}

static bool is_beta(const struct reading *reading)
{
    if (slice_find(reading->source->text, SLICE("beta-disclaimer")) != SLICE_NONE)
        return true;
    for (size_t i = 0; i < reading->document->block_count && reading->places[i].intro; i++)
        if (reading->document->blocks[i].kind == BLOCK_PARAGRAPH &&
            prose_phrases(reading, i)->found[PHRASE_BETA])
            return true;
    return false;
}

static void identify(const struct reading *reading, const struct page_file *file,
                     const struct page_options *options, struct page *page)
{
    page->source = reading->source;
    page->stem = reading->stem;
    page->locale = reading->locale;
    page->handoff = document_front_matter(reading->document, SLICE("ms.lasthandoff"));
    page->translated =
        page->handoff.len > 0 || (reading->title != NULL && reading->title->anchored) ||
        document_front_matter(reading->document, SLICE("ms.translationtype")).len > 0;
    page->wordless = reading->lookup->wordless;
    page->version = file->version;
    if (page->version.len == 0)
        page->version = is_beta(reading) ? SLICE("beta") : options->default_version;
}

/* That of the path, OF_PATH, comes first. */
static slice find_locale(struct arena *arena, const struct vocab *vocab,
                         const struct document *document, slice of_path,
                         const struct page_options *options)
{
    if (of_path.len > 0)
        return of_path;
    slice locale = document_front_matter(document, SLICE("ms.contentlocale"));
    bool named = vocab_is_shaped(vocab, SHAPE_OF_LOCALE, locale) ||
                 vocab_knows_locale(vocab, locale_normalise(arena, locale));
    if (!named)
        locale = options->default_locale;
    return locale_normalise(arena, locale);
}

/* Annotations are more careful than prose, where the line may run into the next sentence. */
static void complete_name_space(struct reading *reading, const struct annotations *annotations)
{
    for (size_t i = 0; i < annotations->count; i++) {
        const struct annotation *a = &annotations->items[i];
        slice name_space = identifier_name_space(a->type);
        if (name_space.len > 0 && (a->subject == ABOUT_TYPE || a->subject == ABOUT_ENUMERATION)) {
            reading->name_space = name_space;
            return;
        }
    }
}

static void ignore(struct page_facts *facts, slice reason)
{
    facts->kind = PAGE_IGNORED;
    facts->reason = reason;
}

static void classify(enum naming_kind naming, enum type_page_outcome outcome,
                     struct page_facts *facts)
{
    bool types = facts->type_count > 0;
    bool enumerations = facts->enumeration_count > 0;
    if (types || enumerations)
        facts->kind = !enumerations ? PAGE_TYPE : types ? PAGE_BOTH : PAGE_ENUMERATION;
    else if (outcome == TYPE_PAGE_BROKEN)
        facts->kind = PAGE_UNUSABLE;
    else if (outcome == TYPE_PAGE_UNNAMED)
        ignore(facts, SLICE("it lists properties, but nothing says of which type"));
    else if (naming == NAMING_TYPE)
        ignore(facts, SLICE("its title names a type, but it states nothing about it"));
    else if (naming == NAMING_ENUMERATION)
        ignore(facts, SLICE("its title names an enumeration, but it lists no member"));
    else
        facts->kind = PAGE_OVERVIEW;
}

static void read_facts(struct reading *reading, struct page_facts *facts)
{
    struct annotations annotations = {0};
    slice name;
    enum type_page_outcome outcome;
    annotations_read(reading, &annotations);
    complete_name_space(reading, &annotations);
    enum naming_kind naming = naming_read_title(reading, &name);
    if (naming == NAMING_NONE && annotations_find_enumeration(&annotations, NULL) != NULL)
        naming = NAMING_ENUMERATION;
    type_page_read(reading, &annotations, naming, name, facts, &outcome);
    bool own = facts->type_count == 0 && naming != NAMING_TYPE;
    enumeration_read_all(reading, &annotations, own ? name : (slice){0}, facts);
    for (size_t i = 0; i < facts->type_count; i++)
        enumeration_give_to_properties(reading, &facts->types[i], facts);
    example_read_all(reading, &annotations, type_page_main(facts, name), facts);
    if (reading->title != NULL)
        facts->title = reading->title->content.text;
    classify(naming, outcome, facts);
}

/* Every second byte of ASCII is zero, and pages begin with "#" or "---". */
static bool is_utf16(slice text)
{
    slice begin = slice_take(text, 32);
    if (slice_starts_with(begin, SLICE("\xff\xfe")) || slice_starts_with(begin, SLICE("\xfe\xff")))
        return true;
    size_t zeros = 0;
    for (size_t i = 0; i < begin.len; i++)
        zeros += begin.ptr[i] == '\0';
    return zeros > begin.len / 4;
}

static bool is_usable(const struct source *source, struct diagnostics *diagnostics)
{
    if (is_utf16(source->text)) {
        diagnostics_report_path(diagnostics, DIAG_INVALID_UTF8, source->path,
                                "the page is UTF-16: save it as UTF-8");
        return false;
    }
    size_t invalid = utf8_find_invalid(source->text);
    if (invalid != SLICE_NONE) {
        struct span span = span_make(source, invalid, invalid + 1);
        diagnostics_report(diagnostics, DIAG_INVALID_UTF8, span,
                           "the byte 0x%02X is not UTF-8: save the page in that encoding",
                           (unsigned)(unsigned char)source->text.ptr[invalid]);
        return false;
    }
    size_t offset = 0;
    while (offset < source->text.len)
        if (!utf8_is_space(utf8_decode(source->text, &offset)))
            return true;
    diagnostics_report(diagnostics, DIAG_EMPTY_PAGE, span_of_file(source), "the page is empty");
    return false;
}

void page_read_text(struct arena *arena, slice text, const struct page_file *file,
                    const struct vocab *vocab, const struct page_options *options,
                    struct diagnostics *diagnostics, struct page_facts *facts)
{
    struct source *source = arena_alloc(arena, sizeof *source);
    struct arena *scratch = options->scratch != NULL ? options->scratch : arena;
    struct memo own;
    memo_init(&own, arena);
    source_init(source, arena, file->shown, text);
    *facts = (struct page_facts){.kind = PAGE_UNUSABLE};
    facts->page = (struct page){.source = source,
                                .locale = locale_normalise(arena, file->locale),
                                .version = file->version,
                                .stem = stem_of(arena, file)};
    if (!is_usable(source, diagnostics))
        return;
    if (options->scratch != NULL)
        arena_rewind(scratch);
    struct document *document = arena_alloc(scratch, sizeof *document);
    document_read(arena, scratch, source, diagnostics, document);
    struct reading reading = {.arena = arena,
                              .scratch = scratch,
                              .source = source,
                              .document = document,
                              .vocab = vocab,
                              .memo = options->memo != NULL ? options->memo : &own,
                              .diagnostics = diagnostics,
                              .for_diagnostics = options->for_diagnostics,
                              .locale =
                                  find_locale(arena, vocab, document, facts->page.locale, options),
                              .stem = facts->page.stem};
    reading.lookup = memo_lookup(reading.memo, vocab, reading.locale);
    reading.words = reading.lookup->words;
    reading_find_places(&reading);
    reading_find_name_space(&reading);
    identify(&reading, file, options, &facts->page);
    read_facts(&reading, facts);
    spelled_read(arena, facts);
}

void page_read(struct arena *arena, const struct fs *fs, const struct page_file *file,
               const struct vocab *vocab, const struct page_options *options,
               struct diagnostics *diagnostics, struct page_facts *facts)
{
    struct buffer bytes;
    buffer_init_in(&bytes, arena);
    int error = fs->read(fs->context, file->path.ptr, SOURCE_SIZE_MAX, &bytes);
    if (error == 0) {
        page_read_text(arena, buffer_slice(&bytes), file, vocab, options, diagnostics, facts);
        return;
    }
    if (error == EFBIG)
        diagnostics_report_path(diagnostics, DIAG_FILE_TOO_LARGE, file->shown,
                                "the file is larger than %zu MiB", SOURCE_SIZE_MAX >> 20);
    else
        diagnostics_report_path(diagnostics, DIAG_FILE_UNREADABLE, file->shown,
                                "the page cannot be read: %s", fs_error_text(error));
    struct source *source = arena_alloc(arena, sizeof *source);
    source_init(source, arena, file->shown, (slice){0});
    *facts = (struct page_facts){.kind = PAGE_UNUSABLE};
    facts->page = (struct page){.source = source,
                                .locale = locale_normalise(arena, file->locale),
                                .version = file->version,
                                .stem = stem_of(arena, file)};
}
