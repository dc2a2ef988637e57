#include "render/view_text.h"

#include "render/c_comment.h"
#include "render/c_literal.h"
#include "render/view_json.h"

/* On files that are made from no page in particular. */
#define GENERAL_NOTICE \
    "Made by docmodel. Do not edit: change the pages or the templates, and build."

static const struct localized_text *find_text(const struct view *view,
                                              const struct localized_texts *texts)
{
    const struct render_options *options = view->run->options;
    if (options->no_descriptions)
        return NULL;
    slice locale = options->doc_locale;
    return model_text(texts, locale.len > 0 ? locale : view->run->models->primary_locale);
}

slice view_description(const struct view *view, const struct localized_texts *texts)
{
    const struct localized_text *text = find_text(view, texts);
    return text != NULL ? text->text : (slice){0};
}

static bool is_english(slice locale)
{
    return slice_starts_with_ignore_case(locale, SLICE("en")) &&
           (locale.len == 2 || !ascii_is_alpha(locale.ptr[2]));
}

slice view_comment_text(const struct view *view, const struct localized_texts *texts)
{
    const struct localized_text *text = find_text(view, texts);
    if (text == NULL)
        return (slice){0};
    return c_comment_text(view->arena, text->text, is_english(text->locale));
}

/* ---- origins ---- */

static slice base_name(slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_skip(path, slash + 1);
}

/* PAGE as the reader of a file whose notice begins with TOP finds it. A file of corrections has no
 * locale. */
static slice page_beside(const struct view *view, const struct page *top, const struct page *page)
{
    slice path = page->source->path;
    slice name = base_name(path);
    if (top == NULL || page->locale.len == 0 || slice_equal(path, top->source->path))
        return name;
    if (!slice_equal(page->locale, top->locale))
        return arena_format(view->arena, "%.*s %.*s", SLICE_ARGS(page->locale), SLICE_ARGS(name));
    return slice_equal(name, base_name(top->source->path)) ? path : name;
}

slice view_place(const struct view *view, const struct page *top, struct origin origin)
{
    if (origin.page == NULL)
        return (slice){0};
    slice page = c_comment_text(view->arena, page_beside(view, top, origin.page), true);
    return arena_format(view->arena, "%.*s:%zu", SLICE_ARGS(page), span_line(origin.span));
}

slice view_deprecation(const struct view *view, const struct page *top, struct origin origin)
{
    slice place = view_place(view, top, origin);
    slice why = place.len > 0 ? arena_join(view->arena, SLICE("see "), place)
                              : SLICE("see its documentation");
    return arena_format(view->arena, "DM_DEPRECATED(%.*s)",
                        SLICE_ARGS(c_literal(view->arena, why)));
}

const struct page *view_top_page(const struct model_type *type)
{
    return type->page_count > 0 ? type->pages[0] : NULL;
}

void view_add_origin(const struct view *view, struct json_value *keys, struct origin origin)
{
    slice path = origin.page != NULL ? origin.page->source->path : (slice){0};
    view_json_text(view->arena, keys, "path", path);
    view_json_text(view->arena, keys, "page", base_name(path));
    view_json_number(view->arena, keys, "line", span_line(origin.span));
}

/* ---- notices ---- */

void view_append_listed(struct buffer *out, slice item, size_t index, size_t count)
{
    if (index > 0)
        buffer_append(out, index + 1 == count ? SLICE(" and ") : SLICE(", "));
    buffer_append(out, item);
}

/* Paragraphs of a user's own text, one a line. */
static struct json_value *banner_lines(const struct view *view, slice banner)
{
    slice *paragraphs = NULL;
    size_t count = 0;
    slice line;
    while (slice_next_line(&banner, &line)) {
        paragraphs = arena_extend(view->arena, paragraphs, count, sizeof *paragraphs);
        paragraphs[count++] = c_comment_text(view->arena, line, false);
    }
    return c_comment_lines(view->arena, paragraphs, count, C_COMMENT_PLAIN, 0);
}

static struct json_value *notice_lines(const struct view *view, slice first, const slice *notes,
                                       size_t note_count)
{
    const struct render_options *options = view->run->options;
    if (options->banner.len > 0)
        return banner_lines(view, options->banner);
    slice *paragraphs = arena_alloc_array(view->arena, note_count + 2, sizeof *paragraphs);
    paragraphs[0] = first;
    if (!options->no_descriptions)
        paragraphs[1] = SLICE("Descriptions: CC-BY-4.0.");
    for (size_t i = 0; i < note_count; i++)
        paragraphs[2 + i] = notes[i];
    return c_comment_lines(view->arena, paragraphs, note_count + 2, C_COMMENT_PLAIN, 0);
}

struct json_value *view_notice(const struct view *view, const struct page *const *pages,
                               size_t count, const slice *notes, size_t note_count)
{
    if (count == 0)
        return view_general_notice(view);
    struct buffer text;
    buffer_init(&text);
    buffer_append(&text, SLICE("From "));
    for (size_t i = 0; i < count; i++)
        view_append_listed(&text, pages[i]->source->path, i, count);
    buffer_format(&text, " by docmodel. Do not edit: change the page%s or templates/c, and build.",
                  count == 1 ? "" : "s");
    slice first = c_comment_text(view->arena, buffer_slice(&text), true);
    buffer_finish(&text);
    return notice_lines(view, first, notes, note_count);
}

struct json_value *view_general_notice(const struct view *view)
{
    return notice_lines(view, SLICE(GENERAL_NOTICE), NULL, 0);
}

struct json_value *view_notice_texts(const struct view *view)
{
    struct json_value *lines = json_new(view->arena, JSON_ARRAY);
    slice banner = view->run->options->banner;
    if (banner.len == 0)
        banner = SLICE(GENERAL_NOTICE);
    slice line;
    while (slice_next_line(&banner, &line))
        json_append(lines, json_new_string(view->arena, line));
    return lines;
}
