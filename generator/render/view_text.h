/* Texts of pages and of origins, for views. Private to generator/render. */
#ifndef DOCMODEL_RENDER_VIEW_TEXT_H
#define DOCMODEL_RENDER_VIEW_TEXT_H

#include "render/view.h"

/* The description in the language that is asked for, or the empty slice. */
slice view_description(const struct view *view, const struct localized_texts *texts);

/* The same, safe for a comment of C on one line. */
slice view_comment_text(const struct view *view, const struct localized_texts *texts);

/*
 * "sample.md:15"; empty for what is concluded. TOP is the page that the notice on top of the file
 * names first, or NULL: what stands on another page is told apart by its locale
 * ("zh-CN sample.md:15"), or by its whole path if only that differs.
 */
slice view_place(const struct view *view, const struct page *top, struct origin origin);

/* `DM_DEPRECATED("see user.md:31")`, by which compilers say where to read on. */
slice view_deprecation(const struct view *view, const struct page *top, struct origin origin);

/* The page that the notices of the type's files name first, or NULL. */
const struct page *view_top_page(const struct model_type *type);

/* The keys "path", "page" and "line" of an origin. */
void view_add_origin(const struct view *view, struct json_value *keys, struct origin origin);

/* The notice on top of a file made from COUNT pages, as lines of a comment. NOTES are further
 * paragraphs, safe for comments. */
struct json_value *view_notice(const struct view *view, const struct page *const *pages,
                               size_t count, const slice *notes, size_t note_count);

/* The notice of a file that is made from no page in particular, as lines of a comment of C ... */
struct json_value *view_general_notice(const struct view *view);

/* ... and as lines of text. */
struct json_value *view_notice_texts(const struct view *view);

/* Appends ITEM, between commas and "and" as the INDEX-th of COUNT. */
void view_append_listed(struct buffer *out, slice item, size_t index, size_t count);

#endif
