/* Parses and writes a page of 1,000 users and one user, in rounds that take turns with the peers,
 * and prints the median of MB/s, the allocations and the ratios. An argument, part of a name,
 * selects. */
#define _POSIX_C_SOURCE 200809L

#include "user.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 25

static size_t allocations;

static void *counted_allocate(void *context, size_t size)
{
    (void)context;
    allocations++;
    return malloc(size);
}

static void counted_release(void *context, void *block, size_t size)
{
    (void)context;
    (void)size;
    free(block);
}

static const dm_allocator counted = {counted_allocate, counted_release, NULL, 0, 0};

static size_t put_user(char *p, size_t room, unsigned i)
{
    static const char *const names[] = {"Adele", "J\xc3\xb6rg", "\xe7\x8e\x8b\xe8\x8a\xb3",
                                        "Miriam"};
    return (size_t)snprintf(
        p, room,
        "{\"id\":\"87d349ed-44d7-43e1-9a83-5f2406dee%03u\",\"accountEnabled\":%s,\"age\":%u,"
        "\"city\":\"Bellevue\",\"companyName\":null,\"country\":\"United States\","
        "\"createdDateTime\":\"2019-0%u-12T08:21:%02uZ\",\"department\":\"Retail %u\","
        "\"displayName\":\"%s Vance\",\"employeeId\":null,\"faxNumber\":null,\"givenName\":\"%s\","
        "\"businessPhones\":[\"+1 425 555 0%03u\",\"+1 425 555 1%03u\"],\"identities\":[{"
        "\"signInType\":\"userPrincipalName\",\"issuer\":\"contoso.onmicrosoft.com\","
        "\"issuerAssignedId\":\"user%u@contoso.onmicrosoft.com\"}],\"imAddresses\":[],"
        "\"jobTitle\":\"Product Marketing Manager \\u0026 Lead\","
        "\"lastPasswordChangeDateTime\":\"2020-11-0%uT10:11:12.3456789Z\","
        "\"mail\":\"user%u@contoso.onmicrosoft.com\",\"mailNickname\":\"user%u\",\"manager\":{"
        "\"id\":\"87d349ed-44d7-43e1-9a83-5f2406dee5bd\",\"displayName\":\"Megan Bowen\","
        "\"level\":%u},\"mobilePhone\":null,\"officeLocation\":\"18/"
        "2111\",\"postalCode\":\"98004\","
        "\"preferredLanguage\":\"en-US\",\"proxyAddresses\":[\"SMTP:user%u@contoso.onmicrosoft."
        "com\","
        "\"smtp:alias%u@contoso.com\"],\"assignedLicenses\":[{\"skuId\":"
        "\"c7df2760-2c81-4ef7-b578-5b5392b571df\",\"disabledPlans\":["
        "\"8a256a2b-b617-496d-b51b-e76466e88db0\"]}],\"surname\":\"Vance\",\"usageLocation\":"
        "\"US\","
        "\"userPrincipalName\":\"user%u@contoso.onmicrosoft.com\"}",
        i % 1000, i % 3 ? "true" : "false", 20 + i % 50, 1 + i % 9, i % 60, i % 7, names[i % 4],
        names[i % 4], i % 1000, i % 1000, i, 1 + i % 9, i, i, i % 9, i, i, i);
}

static char *make_page(unsigned users, size_t *size)
{
    size_t room = (size_t)users * 2048 + 256;
    char *text = malloc(room);
    if (!text)
        abort();
    size_t used = (size_t)snprintf(text, room,
                                   "{\"@odata.context\":\"https://graph/users\","
                                   "\"@odata.nextLink\":\"https://graph/users?s=1\","
                                   "\"value\":[");
    for (unsigned i = 0; i < users; i++) {
        used += put_user(text + used, room - used, i);
        text[used++] = i + 1 < users ? ',' : ']';
    }
    memcpy(text + used, "}", 2);
    *size = used + 1;
    return text;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

struct input {
    const char *text;
    size_t size;
    const dm_type *type;
    unsigned repeats;
    dm_object *object; /* parsed once, for writing */
    void *document;    /* the same, cJSON's */
    dm_arena *arena;   /* reused for writing */
};

static size_t parse_fresh(struct input *input)
{
    dm_object *object;
    dm_arena *arena = dm_arena_create(&counted);
    if (dm_parse(arena, input->type, input->text, input->size, NULL, &object, NULL) != DM_OK)
        abort();
    size_t used = dm_arena_usage(arena, NULL);
    dm_arena_destroy(arena);
    return used;
}

static size_t parse_reused(struct input *input)
{
    dm_object *object;
    dm_arena_reset(input->arena);
    if (dm_parse(input->arena, input->type, input->text, input->size, NULL, &object, NULL) != DM_OK)
        abort();
    return dm_arena_usage(input->arena, NULL);
}

static size_t write_arena(struct input *input)
{
    const char *text;
    size_t size;
    dm_arena_reset(input->arena);
    if (dm_write(input->arena, input->object, NULL, &text, &size, NULL) != DM_OK)
        abort();
    return size;
}

static size_t parse_cjson(struct input *input)
{
    return bench_cjson_parse(input->text, input->size);
}

static size_t parse_jansson(struct input *input)
{
    return bench_jansson_parse(input->text, input->size);
}

static size_t write_cjson(struct input *input)
{
    return bench_cjson_write(input->document);
}

static const struct way {
    const char *name;
    size_t (*run)(struct input *input);
} ways[] = {
    {"parse, fresh arena", parse_fresh},    {"parse, reused arena", parse_reused},
    {"parse, cJSON + malloc", parse_cjson}, {"parse, jansson + malloc", parse_jansson},
    {"write, typed", write_arena},          {"write, cJSON", write_cjson},
};

#define WAYS (sizeof ways / sizeof *ways)

static const char *only; /* part of the names of what is run; NULL: all */

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(const char *name, struct input *input)
{
    double seconds[WAYS][ROUNDS] = {{0}};
    size_t counts[WAYS] = {0};
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t w = 0; w < WAYS; w++) {
            if (only && !strstr(ways[w].name, only))
                continue;
            allocations = 0;
            double begin = now();
            for (unsigned i = 0; i < input->repeats; i++)
                ways[w].run(input);
            seconds[w][round] = (now() - begin) / input->repeats;
            counts[w] = allocations / input->repeats;
        }
    }
    printf("%s, %zu bytes\n", name, input->size);
    for (size_t w = 0; w < WAYS; w++) {
        if (counts[w] == 0 && seconds[w][0] <= 0)
            continue;
        qsort(seconds[w], ROUNDS, sizeof(double), compare);
        double median = seconds[w][ROUNDS / 2];
        printf("  %-26s %8.0f MB/s %12.0f ns %6zu allocations\n", ways[w].name,
               (double)input->size / median / 1e6, median * 1e9, counts[w]);
    }
    if (only)
        return;
    printf("  parse %.1f x cJSON, %.1f x jansson; write %.1f x cJSON\n",
           seconds[2][ROUNDS / 2] / seconds[0][ROUNDS / 2],
           seconds[3][ROUNDS / 2] / seconds[0][ROUNDS / 2],
           seconds[5][ROUNDS / 2] / seconds[4][ROUNDS / 2]);
}

static void run(const char *name, char *text, size_t size, const dm_type *type, unsigned repeats)
{
    struct input input = {text, size, type, repeats, NULL, NULL, dm_arena_create(&counted)};
    dm_arena *arena = dm_arena_create(NULL);
    if (dm_parse(arena, type, text, size, NULL, &input.object, NULL) != DM_OK)
        abort();
    input.document = bench_cjson_load(text, size);
    measure(name, &input);
    dm_arena_destroy(arena);
    dm_arena_destroy(input.arena);
    free(text);
}

int main(int argc, char **argv)
{
    static char user[4096];
    size_t size;
    only = argc > 1 ? argv[1] : NULL;
    char *page = make_page(1000, &size);
    run("1,000 users", page, size, &bench_page_type, 4);
    size = put_user(user, sizeof user, 7);
    char *one = malloc(size + 1);
    if (!one)
        return 1;
    memcpy(one, user, size + 1);
    run("one user", one, size, &bench_user_type, 4000);
    return 0;
}
