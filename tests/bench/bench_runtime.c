/*
 * Reads documents into structures, and writes them, with the runtime and with its peers.
 *
 *     bench_runtime [PART]
 *
 * Rounds take turns, so that whatever else the machine does meets all of them; what is printed is
 * the median of processor time, and the median of each round's ratio. Each measurement is a process
 * of its own: on a heap that jansson left behind, simdjson's users would take four times as long.
 * And the heap keeps what it got from the system, or cJSON would take twice as long.
 * "fresh" makes and destroys an arena for each document, "reused" resets one. Everybody frees what
 * they made within the time. A PART selects the lines whose names hold it.
 */
#define _POSIX_C_SOURCE 200809L

#include "peers.h"

#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS        25
#define ROUND_SECONDS 0.008
#define HEAP_BYTES    (512 << 20) /* never given back below this */
#define BATCH_BYTES   100000      /* between looks at the clock */

/* One line of the results: what is measured. */
struct way {
    const char *name;
    void (*run)(struct way *way);
    const struct bench_document *document;
    const struct bench_peer *peer; /* NULL: the runtime */
    dm_arena *arena;               /* reused; NULL: fresh */
    const void *object;            /* for writing */
    double seconds[ROUNDS];        /* for one document */
    size_t allocations;
};

#define MOST_WAYS 12

struct table {
    struct way ways[MOST_WAYS];
    size_t count;
};

static const struct bench_peer *const peers[] = {
#ifdef BENCH_CJSON
    &bench_cjson,
#endif
#ifdef BENCH_JANSSON
    &bench_jansson,
#endif
#ifdef BENCH_SIMDJSON
    &bench_simdjson,
#endif
    NULL};

static const char *only = "";

/* ---- What is measured ---- */

static void *counted_allocate(void *context, size_t size)
{
    (void)context;
    bench_allocations++;
    return malloc(size);
}

static void counted_release(void *context, void *block, size_t size)
{
    (void)context;
    (void)size;
    free(block);
}

static dm_arena *make_arena(void)
{
    static const dm_allocator counted = {counted_allocate, counted_release, NULL, 0, 0};
    dm_arena *arena = dm_arena_create(&counted);
    bench_expect(arena != NULL, "no memory");
    return arena;
}

static dm_arena *begin(const struct way *way)
{
    if (!way->arena)
        return make_arena();
    dm_arena_reset(way->arena);
    return way->arena;
}

static void end(const struct way *way, dm_arena *arena)
{
    if (!way->arena)
        dm_arena_destroy(arena);
}

static dm_object *read_text(dm_arena *arena, const dm_type *type, const char *text, size_t size)
{
    dm_object *object;
    dm_error error;
    if (dm_parse(arena, type, text, size, NULL, &object, &error) != DM_OK)
        bench_expect(false, error.message);
    return object;
}

static void run_parse(struct way *way)
{
    dm_arena *arena = begin(way);
    read_text(arena, way->document->type, way->document->text, way->document->size);
    end(way, arena);
}

static void run_write(struct way *way)
{
    const char *text;
    size_t size;
    dm_arena *arena = begin(way);
    bench_expect(dm_write(arena, way->object, NULL, &text, &size, NULL) == DM_OK, "no text");
    end(way, arena);
}

static void run_peer_parse(struct way *way)
{
    bench_release(way->peer->parse(way->document), way->document->root);
}

static void run_peer_write(struct way *way)
{
    char *text = way->peer->write(way->object, way->document->root);
    bench_expect(text != NULL, "a peer writes no text");
    free(text);
}

/* ---- Whether all do the same ---- */

/* @return a copy without the members that are null, none of which is an object's last. */
static char *without_nulls(const char *text)
{
    char *copy = bench_malloc(strlen(text) + 1);
    char *to = copy;
    while (*text) {
        if (strncmp(text, ":null,", 6) == 0) {
            text += 6;
            for (to--; to[-1] != '"';)
                to--;
            to--;
        } else {
            *to++ = *text++;
        }
    }
    *to = '\0';
    return copy;
}

/* The peer's structures, which know no nulls, as the runtime writes them, are the text without its
 * nulls; and the text that the peer writes of them is the same text. */
static void check_peer(const struct bench_peer *peer, const struct bench_document *document,
                       const char *text)
{
    const char *mapped_text;
    void *mapped = peer->parse(document);
    dm_arena *arena = make_arena();
    char *expected = without_nulls(text);
    bench_expect(dm_write(arena, mapped, NULL, &mapped_text, NULL, NULL) == DM_OK, "no text");
    bench_expect(strcmp(mapped_text, expected) == 0, "a peer reads another object");
    free(expected);
    dm_arena_destroy(arena);
    if (peer->write) {
        char *own = peer->write(mapped, document->root);
        bench_expect(strcmp(own, text) == 0, "a peer writes another text");
        free(own);
    }
    bench_release(mapped, document->root);
}

/* ---- Measuring ---- */

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double seconds_here(struct way *way)
{
    size_t batch = 1 + BATCH_BYTES / way->document->size;
    size_t runs = 0;
    way->run(way); /* fills caches and makes the heap grow */
    way->run(way);
    double start = now();
    double passed;
    do {
        for (size_t i = 0; i < batch; i++)
            way->run(way);
        runs += batch;
        passed = now() - start;
    } while (passed < ROUND_SECONDS);
    return passed / (double)runs;
}

static double seconds_of(struct way *way)
{
    int ends[2];
    double seconds = 0;
    bench_expect(pipe(ends) == 0, "no pipe");
    pid_t child = fork();
    bench_expect(child >= 0, "no process");
    if (child == 0) {
        seconds = seconds_here(way);
        _exit(write(ends[1], &seconds, sizeof seconds) != (ssize_t)sizeof seconds);
    }
    close(ends[1]);
    bench_expect(read(ends[0], &seconds, sizeof seconds) == (ssize_t)sizeof seconds, "no result");
    close(ends[0]);
    waitpid(child, NULL, 0);
    return seconds;
}

/* The second run tells what a steady state allocates. */
static void count_allocations(struct way *way)
{
    if (way->peer)
        way->peer->count(true);
    for (int i = 0; i < 2; i++) {
        bench_allocations = 0;
        way->run(way);
    }
    way->allocations = bench_allocations;
    if (way->peer)
        way->peer->count(false);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(const double *values)
{
    double sorted[ROUNDS];
    memcpy(sorted, values, sizeof sorted);
    qsort(sorted, ROUNDS, sizeof *sorted, compare);
    return sorted[ROUNDS / 2];
}

/* How many times longer a way takes than another. */
static double ratio(const struct way *way, const struct way *than)
{
    double ratios[ROUNDS];
    for (size_t i = 0; i < ROUNDS; i++)
        ratios[i] = way->seconds[i] / than->seconds[i];
    return median(ratios);
}

/* ---- Tables ---- */

static struct way *add(struct table *table, const char *name, void (*run)(struct way *way),
                       const struct bench_document *document)
{
    struct way *way = &table->ways[table->count];
    memset(way, 0, sizeof *way);
    way->name = name;
    way->run = run;
    way->document = document;
    table->count += strstr(name, only) != NULL;
    return way;
}

/* Each line's times longer than the first, which is the runtime with a fresh arena. */
static void print_table(const char *verb, const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct way *way = &table->ways[i];
        double seconds = median(way->seconds);
        printf("  %-5s  %-22s %7.0f MB/s %9.0f ns an object %6zu allocations", verb, way->name,
               (double)way->document->size / seconds / 1e6,
               seconds * 1e9 / (double)way->document->objects, way->allocations);
        printf(i == 0 ? "\n" : "  %6.2f x\n", ratio(way, &table->ways[0]));
    }
}

static void measure(const char *verb, struct table *table)
{
    fflush(stdout);
    for (size_t i = 0; i < table->count; i++)
        count_allocations(&table->ways[i]);
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < table->count; i++)
            table->ways[i].seconds[round] = seconds_of(&table->ways[i]);
    print_table(verb, table);
}

static void measure_parse(const struct bench_document *document)
{
    static struct table table;
    dm_arena *reused = make_arena();
    table.count = 0;
    add(&table, "runtime, fresh arena", run_parse, document);
    add(&table, "runtime, reused arena", run_parse, document)->arena = reused;
    for (size_t i = 0; peers[i]; i++)
        add(&table, peers[i]->name, run_peer_parse, document)->peer = peers[i];
    measure("parse", &table);
    dm_arena_destroy(reused);
}

static void measure_write(const struct bench_document *document, const dm_object *object)
{
    static struct table table;
    dm_arena *reused = make_arena();
    struct bench_peer const *mapper = NULL;
    void *mapped = NULL;
    table.count = 0;
    add(&table, "runtime, fresh arena", run_write, document)->object = object;
    struct way *way = add(&table, "runtime, reused arena", run_write, document);
    way->arena = reused;
    way->object = object;
    for (size_t i = 0; peers[i]; i++) {
        if (!peers[i]->write)
            continue;
        mapper = mapper ? mapper : peers[i];
        mapped = mapped ? mapped : mapper->parse(document);
        way = add(&table, peers[i]->name, run_peer_write, document);
        way->peer = peers[i];
        way->object = mapped;
    }
    measure("write", &table);
    bench_release(mapped, document->root);
    dm_arena_destroy(reused);
}

static void run(struct bench_document document)
{
    bench_expect(document.text != NULL, "no memory");
    dm_arena *arena = make_arena();
    dm_object *object = read_text(arena, document.type, document.text, document.size);
    const char *text;
    size_t size;
    bench_expect(dm_write(arena, object, NULL, &text, &size, NULL) == DM_OK, "no text");
    for (size_t i = 0; peers[i]; i++)
        check_peer(peers[i], &document, text);
    printf("%s, %zu bytes\n", document.name, document.size);
    measure_parse(&document);
    measure_write(&document, object);
    dm_arena_destroy(arena);
    free(document.text);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        only = argv[1];
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, HEAP_BYTES);
    mallopt(M_MMAP_THRESHOLD, HEAP_BYTES / 16);
#endif
#ifdef BENCH_MISSING
    printf("not installed, so left out:%s\n", BENCH_MISSING);
#endif
    fflush(stdout);
    run(bench_document_page(1000));
    run(bench_document_user());
    run(bench_document_notification());
    return 0;
}
