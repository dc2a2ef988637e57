#include "peers.h"

#include <stdlib.h>
#include <string.h>

size_t bench_allocations;

void bench_expect(bool right, const char *what)
{
    if (right)
        return;
    fprintf(stderr, "bench_runtime: %s\n", what);
    exit(1);
}

void *bench_malloc(size_t size)
{
    void *memory = malloc(size ? size : 1);
    bench_expect(memory != NULL, "no memory");
    bench_allocations++;
    return memory;
}

void *bench_calloc(size_t size)
{
    void *memory = calloc(1, size ? size : 1);
    bench_expect(memory != NULL, "no memory");
    bench_allocations++;
    return memory;
}

char *bench_copy(const char *text, size_t length)
{
    char *copy = bench_malloc(length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* ---- Freeing ---- */

static void release_text(const char *text)
{
    free((void *)(uintptr_t)text);
}

static void release_texts(const dm_texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        release_text(texts->items[i]);
    free((void *)(uintptr_t)texts->items);
}

#define RELEASE_TYPE_NAME(member, type) release_text(object->member);
#define RELEASE_TEXT(member, type)      release_text(object->member);
#define RELEASE_GUID(member, type)      release_text(object->member);
#define RELEASE_TIME(member, type)      release_text(object->member);
#define RELEASE_BOOL(member, type)
#define RELEASE_INT(member, type)
#define RELEASE_TEXTS(member, type)  release_texts(&object->member);
#define RELEASE_GUIDS(member, type)  release_texts(&object->member);
#define RELEASE_OBJECT(member, type) release_##type(object->member);
#define RELEASE_OBJECTS(member, type)                 \
    for (size_t i = 0; i < object->member.count; i++) \
        release_##type(object->member.items[i]);      \
    free(object->member.items);
#define RELEASE(form, member, name, type) RELEASE_##form(member, type)
#define DEFINE_RELEASE(type, LIST)                          \
    static void release_##type(struct bench_##type *object) \
    {                                                       \
        if (!object)                                        \
            return;                                         \
        LIST(RELEASE)                                       \
        free(object);                                       \
    }

BENCH_TYPES(DEFINE_RELEASE)

void bench_release(void *object, enum bench_root root)
{
    if (root == BENCH_ROOT_PAGE)
        release_page(object);
    else if (root == BENCH_ROOT_USER)
        release_user(object);
    else
        release_notifications(object);
}
