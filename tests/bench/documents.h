/** @file The texts that the benchmark reads. */
#ifndef BENCH_DOCUMENTS_H
#define BENCH_DOCUMENTS_H

#include "models.h"

/** Which structure a document's outermost object is. */
enum bench_root { BENCH_ROOT_PAGE, BENCH_ROOT_USER, BENCH_ROOT_NOTIFICATIONS };

/** Unused bytes behind each text, which simdjson wants. */
#define BENCH_PADDING 64

struct bench_document {
    const char *name;
    char *text; /* NUL-terminated, with room behind it; made by malloc */
    size_t size;
    size_t objects; /* entities in it */
    enum bench_root root;
    const dm_type *type;
};

/** A page of users. The caller frees its text; it is NULL when there is no memory. */
struct bench_document bench_document_page(unsigned users);

/** One user. */
struct bench_document bench_document_user(void);

/** A change notification. */
struct bench_document bench_document_notification(void);

#endif
