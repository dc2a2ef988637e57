/* Reading pages from text in tests. */
#ifndef DOCMODEL_TESTS_EXTRACT_FIXTURE_H
#define DOCMODEL_TESTS_EXTRACT_FIXTURE_H

#include "facts_dump.h"

#include "extract/page.h"

struct extract_fixture {
    struct arena arena;
    struct diagnostics diagnostics;
    struct page_facts facts;
    struct buffer out; /* what extract_dump printed */
};

void extract_init(struct extract_fixture *fixture);
void extract_finish(struct extract_fixture *fixture);

/* The vocabulary of the source tree, loaded once. */
const struct vocab *extract_vocab(void);

/* Reads TEXT as the page SHOWN ("es-ES/beta/x.md": locale and version come from it, as far as it
 * has them; else en-US and v1.0). */
void extract_read(struct extract_fixture *fixture, const char *shown, slice text);

/* The facts and then the diagnostics, as text; valid until the fixture is finished. */
const char *extract_dump(struct extract_fixture *fixture);

#endif
