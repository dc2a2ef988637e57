/* Reading pages: from a documentation set to facts. */
#ifndef DOCMODEL_EXTRACT_PAGE_H
#define DOCMODEL_EXTRACT_PAGE_H

#include "extract/facts.h"
#include "extract/memo.h"
#include "support/diagnostic.h"
#include "support/fs.h"
#include "vocab/vocab.h"

/* A file of a documentation set. */
struct page_file {
    slice path;    /* to open it; terminated */
    slice shown;   /* for people and generated files: from the locale's folder on where there is one
                      ("en-US/api-reference/v1.0/resources/user.md"), else relative to the folder
                      that was named; never absolute, and longer where two pages share it */
    slice locale;  /* of the path, or empty */
    slice version; /* of the path, or empty */
    slice suffix; /* ".fr": the locale in the file's name, which is no part of its stem; or empty */
    bool repeats; /* another file of the set has the same name and text */
};

struct page_files {
    struct page_file *items;
    size_t count;
};

/*
 * Adds the pages of FOLDER, sorted by their shown path, to FILES. FOLDER may be a folder of
 * locales, one checkout, an api-reference folder, or any folder of pages: below an api-reference
 * folder only VERSION/resources/ holds pages; elsewhere every *.md file counts that is not below a
 * folder called includes or api. The locale is the nearest path component shaped like one (VOCAB
 * says how), FOLDER's own path included, or called by a language that VOCAB has words of, if it
 * stands above api-reference or beside folders of other languages with the same pages
 * (language_folders.h); else the end of the file's name, "x.fr.md" (language_suffixes.h). A folder
 * that links lead to as well is listed once, by its own name if it has one in FOLDER. What cannot
 * be read is reported and left out, as is what stands deeper than 32 folders.
 */
void page_files_list(struct arena *arena, const struct fs *fs, const struct vocab *vocab,
                     slice folder, struct diagnostics *diagnostics, struct page_files *files);

struct page_options {
    slice default_locale;  /* where neither path nor front matter names one */
    slice default_version; /* where neither path nor text names one */
    struct arena *scratch; /* rewound, then used for what is not kept; NULL: ARENA holds it, too */
    /* No limits are wanted, nor descriptions but for the code in them, which tells how names are
     * spelled. */
    bool for_diagnostics;
    struct memo *memo; /* of pages read before into the same arena; NULL: there are none */
};

/*
 * Reads one file into facts. Everything in *facts is in ARENA, which must outlive it. A file that
 * cannot be used is reported and gives kind PAGE_UNUSABLE.
 */
void page_read(struct arena *arena, const struct fs *fs, const struct page_file *file,
               const struct vocab *vocab, const struct page_options *options,
               struct diagnostics *diagnostics, struct page_facts *facts);

/* The same for text that is in memory already; for tests and fuzzers. TEXT is borrowed. */
void page_read_text(struct arena *arena, slice text, const struct page_file *file,
                    const struct vocab *vocab, const struct page_options *options,
                    struct diagnostics *diagnostics, struct page_facts *facts);

/* A name for summaries: "type", "enumeration", "both", "overview", "ignored", "unusable". */
const char *page_kind_name(enum page_kind kind);

#endif
