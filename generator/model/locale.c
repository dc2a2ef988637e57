#include "model/locale.h"

static bool text_before(const struct build *build, slice a, slice b)
{
    slice primary = build->options->primary_locale;
    bool a_primary = slice_equal(a, primary), b_primary = slice_equal(b, primary);
    if (a_primary != b_primary)
        return a_primary;
    return slice_compare(a, b) < 0;
}

void locale_add_text(struct build *build, struct localized_texts *texts,
                     const struct build_page *page, slice text, struct span span)
{
    slice locale = page->facts->page.locale;
    if (text.len == 0 || build->options->for_diagnostics)
        return;
    for (size_t i = 0; i < texts->count; i++)
        if (slice_equal(texts->items[i].locale, locale))
            return;
    texts->items = arena_extend(build->arena, texts->items, texts->count, sizeof *texts->items);
    size_t i = texts->count++;
    for (; i > 0 && text_before(build, locale, texts->items[i - 1].locale); i--)
        texts->items[i] = texts->items[i - 1];
    texts->items[i] = (struct localized_text){locale, text, build_origin(page, span)};
}

void locale_report_drift(struct build *build, const struct build_type *type,
                         const struct build_property *property)
{
    const struct row_source *row = &property->rows[0];
    const struct type_source *decides = &type->sources[0];
    struct diagnostic *d = diagnostics_report(
        build->diagnostics, DIAG_LOCALE_DRIFT, row->facts->span,
        "\"%.*s\" is listed here, but not by the %.*s page of %.*s", SLICE_ARGS(property->name),
        SLICE_ARGS(decides->page->facts->page.locale), SLICE_ARGS(type->qualified));
    for (size_t i = 1; i < property->row_count; i++)
        diagnostics_note(build->diagnostics, d, property->rows[i].facts->span,
                         "it is listed here too");
    diagnostics_note(build->diagnostics, d, decides->facts->span,
                     "the %.*s page, which decides, describes the type here",
                     SLICE_ARGS(decides->page->facts->page.locale));
}

void locale_report_type_drift(struct build *build, const struct build_property *property,
                              const struct row_source *translation, slice other,
                              const struct origin *deciding, slice decided)
{
    struct diagnostic *d =
        diagnostics_report(build->diagnostics, DIAG_LOCALE_DRIFT, translation->facts->type.span,
                           "\"%.*s\" is %.*s here, but %.*s on the %.*s page, which decides",
                           SLICE_ARGS(property->name), SLICE_ARGS(other), SLICE_ARGS(decided),
                           SLICE_ARGS(deciding->page->locale));
    diagnostics_note(build->diagnostics, d, deciding->span, "%.*s", SLICE_ARGS(decided));
}
