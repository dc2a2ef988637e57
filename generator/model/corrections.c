#include "model/corrections.h"

#include "support/suggest.h"
#include "support/utf8.h"

#include <limits.h>

/* What a value must be to make sense whatever the target; the rest is for those who apply it. */
enum value_shape {
    VALUE_ANY,
    VALUE_NOTHING,
    VALUE_SOMETHING,
    VALUE_BOOLEAN,
    VALUE_BOOLEAN_OR_NOTHING,
    VALUE_LENGTH_OR_NOTHING,
    VALUE_NUMBER_OR_NOTHING,
    VALUE_DECIMAL_OR_NOTHING,
    VALUE_STRUCTURE,
    VALUE_NODE,
    VALUE_REFUSED /* the correction is not about such a target at all */
};

static const char *const shape_remedies[] = {
    [VALUE_ANY] = "",
    [VALUE_NOTHING] = "leave the value empty",
    [VALUE_SOMETHING] = "name one",
    [VALUE_BOOLEAN] = "write true or false",
    [VALUE_BOOLEAN_OR_NOTHING] = "write true or false, or nothing for unstated",
    [VALUE_LENGTH_OR_NOTHING] = "write a number above 0, or nothing for no limit",
    [VALUE_NUMBER_OR_NOTHING] = "write a whole number, or nothing for none",
    [VALUE_DECIMAL_OR_NOTHING] = "write a number such as 12 or 0.5, or nothing for none",
    [VALUE_STRUCTURE] = "write entity or complex",
    [VALUE_NODE] = "write entity, complex or enumeration",
    [VALUE_REFUSED] = "",
};

static const struct {
    const char *name;
    enum value_shape of_type;     /* without a property */
    enum value_shape of_property; /* or member */
} whats[CORRECT_WHAT_COUNT] = {
    [CORRECT_ADD] = {"add", VALUE_NODE, VALUE_ANY},
    [CORRECT_DROP] = {"drop", VALUE_NOTHING, VALUE_NOTHING},
    [CORRECT_RENAME] = {"rename", VALUE_SOMETHING, VALUE_SOMETHING},
    [CORRECT_DESCRIPTION] = {"description", VALUE_ANY, VALUE_ANY},
    [CORRECT_DEPRECATED] = {"deprecated", VALUE_BOOLEAN, VALUE_BOOLEAN},
    [CORRECT_BASE] = {"base", VALUE_ANY, VALUE_REFUSED},
    [CORRECT_KIND] = {"kind", VALUE_STRUCTURE, VALUE_REFUSED},
    [CORRECT_KEY] = {"key", VALUE_ANY, VALUE_BOOLEAN},
    [CORRECT_OPEN] = {"open", VALUE_BOOLEAN, VALUE_REFUSED},
    [CORRECT_ABSTRACT] = {"abstract", VALUE_BOOLEAN, VALUE_REFUSED},
    [CORRECT_MEDIA] = {"media", VALUE_BOOLEAN, VALUE_REFUSED},
    [CORRECT_TYPE] = {"type", VALUE_REFUSED, VALUE_SOMETHING},
    [CORRECT_NAVIGATION] = {"navigation", VALUE_REFUSED, VALUE_BOOLEAN},
    [CORRECT_READ_ONLY] = {"read-only", VALUE_REFUSED, VALUE_BOOLEAN},
    [CORRECT_REQUIRED] = {"required", VALUE_REFUSED, VALUE_BOOLEAN},
    [CORRECT_NULLABLE] = {"nullable", VALUE_REFUSED, VALUE_BOOLEAN_OR_NOTHING},
    [CORRECT_MIN_LENGTH] = {"min-length", VALUE_REFUSED, VALUE_LENGTH_OR_NOTHING},
    [CORRECT_MAX_LENGTH] = {"max-length", VALUE_REFUSED, VALUE_LENGTH_OR_NOTHING},
    [CORRECT_MINIMUM] = {"minimum", VALUE_REFUSED, VALUE_DECIMAL_OR_NOTHING},
    [CORRECT_MAXIMUM] = {"maximum", VALUE_REFUSED, VALUE_DECIMAL_OR_NOTHING},
    [CORRECT_EXCLUSIVE_MINIMUM] = {"exclusive-minimum", VALUE_REFUSED, VALUE_DECIMAL_OR_NOTHING},
    [CORRECT_EXCLUSIVE_MAXIMUM] = {"exclusive-maximum", VALUE_REFUSED, VALUE_DECIMAL_OR_NOTHING},
    [CORRECT_MAX_ITEMS] = {"max-items", VALUE_REFUSED, VALUE_LENGTH_OR_NOTHING},
    [CORRECT_FLAGS] = {"flags", VALUE_BOOLEAN, VALUE_REFUSED},
    [CORRECT_NUMBER] = {"number", VALUE_REFUSED, VALUE_NUMBER_OR_NOTHING},
};

void corrections_init(struct corrections *corrections, struct arena *arena)
{
    *corrections = (struct corrections){.arena = arena};
}

bool corrections_read_boolean(slice text, bool *value)
{
    *value = slice_equal(text, SLICE("true"));
    return *value || slice_equal(text, SLICE("false"));
}

bool corrections_read_number(slice text, long long *value)
{
    struct decimal number;
    bool whole = decimal_read(text, &number) && number.scale == 0;
    *value = whole ? number.digits : 0;
    return whole;
}

/* ---- Values ---- */

static bool is_one_of(slice value, const char *const *names)
{
    for (; *names != NULL; names++)
        if (slice_equal(value, slice_from(*names)))
            return true;
    return false;
}

static bool value_fits(enum value_shape shape, slice value)
{
    static const char *const structures[] = {"entity", "complex", NULL};
    static const char *const nodes[] = {"entity", "complex", "enumeration", NULL};
    bool truth;
    long long number;
    struct decimal decimal;
    switch (shape) {
    case VALUE_NOTHING:
        return value.len == 0;
    case VALUE_SOMETHING:
        return value.len > 0;
    case VALUE_BOOLEAN:
        return corrections_read_boolean(value, &truth);
    case VALUE_BOOLEAN_OR_NOTHING:
        return value.len == 0 || corrections_read_boolean(value, &truth);
    case VALUE_LENGTH_OR_NOTHING:
        return value.len == 0 || (corrections_read_number(value, &number) && number > 0);
    case VALUE_NUMBER_OR_NOTHING:
        return value.len == 0 || corrections_read_number(value, &number);
    case VALUE_DECIMAL_OR_NOTHING:
        return value.len == 0 || decimal_read(value, &decimal);
    case VALUE_STRUCTURE:
        return is_one_of(value, structures);
    case VALUE_NODE:
        return is_one_of(value, nodes);
    case VALUE_ANY:
    case VALUE_REFUSED:
        break;
    }
    return true;
}

/* ---- Lines ---- */

/* A field that is empty is still a place in the line. */
static slice trim_field(slice field)
{
    slice trimmed = slice_trim(field);
    return trimmed.len > 0 ? trimmed : slice_take(field, 0);
}

/* Returns how many fields there are; those that are missing are empty, at the end of the line. */
static size_t split_fields(slice line, slice *fields)
{
    size_t count = 0;
    bool more = true;
    for (size_t i = 0; i < CORRECTION_FIELD_COUNT; i++)
        fields[i] = slice_skip(line, line.len);
    for (slice rest = line; more; count++) {
        size_t tab = slice_find_byte(rest, '\t');
        more = tab != SLICE_NONE;
        if (count < CORRECTION_FIELD_COUNT)
            fields[count] = trim_field(slice_take(rest, tab));
        rest = slice_skip(rest, more ? tab + 1 : rest.len);
    }
    return count;
}

static bool is_header(const slice *fields)
{
    return slice_equal_ignore_case(fields[CORRECTION_VERSION], SLICE("version")) &&
           slice_equal_ignore_case(fields[CORRECTION_WHAT], SLICE("what"));
}

/* "description" may name a locale: "description:zh-CN". */
static enum correction_what find_what(slice text, slice *locale)
{
    slice name = text;
    if (slice_cut(text, ':', &name, locale) &&
        !slice_equal(name, slice_from(whats[CORRECT_DESCRIPTION].name)))
        return CORRECT_WHAT_COUNT;
    for (int i = 0; i < CORRECT_WHAT_COUNT; i++)
        if (slice_equal(name, slice_from(whats[i].name)))
            return (enum correction_what)i;
    return CORRECT_WHAT_COUNT;
}

static void report_what(const struct correction *entry, struct diagnostics *diagnostics)
{
    slice what = entry->fields[CORRECTION_WHAT];
    struct span span = span_of(entry->source, what);
    struct suggestion nearest;
    struct buffer all;
    suggest_init(&nearest, what, false);
    buffer_init(&all);
    for (int i = 0; i < CORRECT_WHAT_COUNT; i++) {
        suggest_offer(&nearest, slice_from(whats[i].name));
        buffer_format(&all, "%s%s", i > 0 ? ", " : "", whats[i].name);
    }
    if (nearest.best.len > 0)
        diagnostics_report(diagnostics, DIAG_CORRECTIONS_MALFORMED, span,
                           "\"%.*s\" is nothing that can be corrected; did you mean \"%.*s\"?",
                           SLICE_ARGS(what), SLICE_ARGS(nearest.best));
    else
        diagnostics_report(diagnostics, DIAG_CORRECTIONS_MALFORMED, span,
                           "\"%.*s\" is nothing that can be corrected; write one of %.*s",
                           SLICE_ARGS(what), SLICE_ARGS(buffer_slice(&all)));
    buffer_finish(&all);
}

/* Whether what, property and value go together. */
static bool check_line(const struct correction *entry, struct diagnostics *diagnostics)
{
    const char *name = whats[entry->what].name;
    slice value = entry->fields[CORRECTION_VALUE];
    slice property = entry->fields[CORRECTION_PROPERTY];
    enum value_shape shape =
        property.len > 0 ? whats[entry->what].of_property : whats[entry->what].of_type;
    if (shape == VALUE_REFUSED && property.len > 0)
        diagnostics_report(diagnostics, DIAG_CORRECTIONS_MALFORMED,
                           span_of(entry->source, property),
                           "\"%s\" is about a type; leave the property empty", name);
    else if (shape == VALUE_REFUSED)
        diagnostics_report(diagnostics, DIAG_CORRECTIONS_MALFORMED,
                           span_of(entry->source, entry->fields[CORRECTION_WHAT]),
                           "\"%s\" is about a property or member; name it in the fourth field",
                           name);
    else if (!value_fits(shape, value))
        diagnostics_report(diagnostics, DIAG_CORRECTIONS_MALFORMED, span_of(entry->source, value),
                           "\"%.*s\" is no value of \"%s\"; %s", SLICE_ARGS(value), name,
                           shape_remedies[shape]);
    else
        return true;
    return false;
}

static bool read_line(struct correction *entry, slice line, struct diagnostics *diagnostics)
{
    size_t count = split_fields(line, entry->fields);
    if (count <= CORRECTION_WHAT || count > CORRECTION_FIELD_COUNT) {
        diagnostics_report(diagnostics, DIAG_CORRECTIONS_MALFORMED, entry->span,
                           "the line has %zu field%s; write version, namespace, type, property, "
                           "what, value and reason with tabs between them",
                           count, count == 1 ? "" : "s");
        return false;
    }
    if (entry->fields[CORRECTION_TYPE].len == 0) {
        diagnostics_report(diagnostics, DIAG_CORRECTIONS_MALFORMED,
                           span_of(entry->source, entry->fields[CORRECTION_TYPE]),
                           "no type is named; write its name in the third field");
        return false;
    }
    entry->what = find_what(entry->fields[CORRECTION_WHAT], &entry->locale);
    if (entry->what == CORRECT_WHAT_COUNT) {
        report_what(entry, diagnostics);
        return false;
    }
    return check_line(entry, diagnostics);
}

/* ---- Files ---- */

static slice base_name(slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_skip(path, slash + 1);
}

/* What origins show: the name of the file alone, so that output does not depend on folders. */
static const struct page *make_page(struct arena *arena, const struct source *source)
{
    struct page *page = arena_alloc(arena, sizeof *page);
    struct source *shown = arena_alloc(arena, sizeof *shown);
    *shown = *source;
    shown->path = base_name(source->path);
    page->source = shown;
    page->stem = shown->path;
    return page;
}

void corrections_add(struct corrections *corrections, slice path, slice text,
                     struct diagnostics *diagnostics)
{
    struct source *source = arena_alloc(corrections->arena, sizeof *source);
    source_init(source, corrections->arena, path, text);
    const struct page *page = make_page(corrections->arena, source);
    slice rest = source->text, line;
    bool first = true;
    while (slice_next_line(&rest, &line)) {
        struct correction entry = {.page = page, .source = source, .span = span_of(source, line)};
        slice words = slice_trim(line);
        if (words.len == 0 || words.ptr[0] == '#')
            continue;
        bool header = first && split_fields(line, entry.fields) > 0 && is_header(entry.fields);
        first = false;
        if (header || !read_line(&entry, line, diagnostics))
            continue;
        corrections->items = arena_extend(corrections->arena, corrections->items,
                                          corrections->count, sizeof *corrections->items);
        corrections->items[corrections->count++] = entry;
    }
}

bool corrections_load(struct corrections *corrections, const struct fs *fs, const char *path,
                      struct diagnostics *diagnostics)
{
    struct buffer bytes;
    slice shown = arena_copy(corrections->arena, slice_from(path));
    buffer_init(&bytes);
    int error = fs->read(fs->context, path, SOURCE_SIZE_MAX, &bytes);
    slice text = arena_copy(corrections->arena, buffer_slice(&bytes));
    buffer_finish(&bytes);
    if (error != 0)
        diagnostics_report_path(diagnostics, DIAG_FILE_UNREADABLE, shown,
                                "the corrections cannot be read: %s", fs_error_text(error));
    else if (utf8_find_invalid(text) != SLICE_NONE)
        diagnostics_report_path(diagnostics, DIAG_CORRECTIONS_MALFORMED, shown,
                                "the corrections are not UTF-8; save the file in that encoding");
    else
        corrections_add(corrections, shown, text, diagnostics);
    return error == 0;
}
