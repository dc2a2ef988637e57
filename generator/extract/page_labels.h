/* What pages are called for people, when there are several folders of them. */
#ifndef DOCMODEL_EXTRACT_PAGE_LABELS_H
#define DOCMODEL_EXTRACT_PAGE_LABELS_H

#include "extract/page.h"

/*
 * Pages of several folders may be shown by the same name. One that has the text of another is the
 * same page, reached on two ways: it is marked as a repetition. The others get as many more
 * components of their paths in front ("a/order.md", "b/order.md") as tell them apart. FILES are
 * sorted by the names that they are shown by.
 */
void page_labels_settle(struct arena *arena, const struct fs *fs, struct page_files *files);

#endif
