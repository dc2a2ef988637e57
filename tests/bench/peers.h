/**
 * @file
 * What the peers do as their users do: parse and map into the structures of models.h, each text and
 * each structure by malloc; build a document tree from the structures and print it.
 */
#ifndef BENCH_PEERS_H
#define BENCH_PEERS_H

#include "documents.h"

#ifdef __cplusplus
extern "C" {
#endif

struct bench_peer {
    const char *name;
    /** @return the document's structure; every failure ends the program. */
    void *(*parse)(const struct bench_document *document);
    /** @return a text made by malloc; NULL: the peer only reads. */
    char *(*write)(const void *object, enum bench_root root);
    /** Has the peer's own allocations counted by bench_allocations, or does no longer. */
    void (*count)(bool counted);
};

/* Those that were there when the benchmark was configured. */
extern const struct bench_peer bench_cjson;
extern const struct bench_peer bench_jansson;
extern const struct bench_peer bench_simdjson;

/** Allocations so far: all of mapping, and those of a peer that counts. */
extern size_t bench_allocations;

/** malloc that counts and never fails. */
void *bench_malloc(size_t size);

/** As bench_malloc, zeroed. */
void *bench_calloc(size_t size);

/** @return a copy of a text by malloc. */
char *bench_copy(const char *text, size_t length);

/** Ends the program if there is something wrong. */
void bench_expect(bool right, const char *what);

/** Frees a document's structure and all that it holds. */
void bench_release(void *object, enum bench_root root);

#ifdef __cplusplus
}
#endif

#endif
