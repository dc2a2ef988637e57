/* Real material: JSONTestSuite through the untyped entry, and documented payloads, which must come
 * back equal. Arguments: a list of the suite's files, and the payloads, one JSON object a line. */
#include "support.h"

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t capacity = 1 << 16;
    size_t used = 0;
    char *bytes = malloc(capacity + 1);
    while (bytes) {
        used += fread(bytes + used, 1, capacity - used, file);
        if (used < capacity)
            break;
        char *more = realloc(bytes, capacity * 2 + 1);
        if (!more)
            free(bytes);
        bytes = more;
        capacity *= 2;
    }
    fclose(file);
    if (bytes)
        bytes[used] = '\0';
    *size = used;
    return bytes;
}

static int wrong;

static void complain(const char *what, const char *where)
{
    fprintf(stderr, "%s: %s\n", where, what);
    wrong++;
}

/* Typed and untyped reading agree, and what is read is written back. */
static void round_trip(const char *where, const char *text, size_t size)
{
    dm_parse_options options = {.allow_nul = true};
    dm_arena *arena = dm_arena_create(NULL);
    dm_json json;
    dm_json copy;
    dm_object *object = NULL;
    const char *again;
    dm_error error;
    dm_status status = dm_json_parse(arena, text, size, &options, &json, &error);
    dm_status any = dm_parse_any(arena, text, size, &options, &object, &error);
    if (any != status && any != DM_ERROR_TYPE)
        complain("read in one way and not in the other", where);
    if (any == DM_OK && object) {
        if (dm_write(arena, object, NULL, &again, &size, &error) != DM_OK ||
            dm_json_check(again, size, &options, &copy, &error) != DM_OK)
            complain("not written", where);
        else if (!dm_json_equal(json, copy))
            complain("changed", where);
    }
    dm_arena_destroy(arena);
}

static size_t run_suite(const char *list)
{
    size_t size;
    size_t count = 0;
    char *paths = read_file(list, &size);
    for (char *path = paths ? strtok(paths, "\n") : NULL; path; path = strtok(NULL, "\n")) {
        const char *name = strrchr(path, '/') + 1;
        char *text = read_file(path, &size);
        dm_parse_options options = {.allow_nul = true};
        if (!text)
            continue;
        char *exact = malloc(size ? size : 1);
        if (!exact)
            abort();
        memcpy(exact, text, size);
        bool accepted = dm_json_check(exact, size, &options, NULL, NULL) == DM_OK;
        if ((*name == 'y' && !accepted) || (*name == 'n' && accepted))
            complain(accepted ? "accepted" : "rejected", name);
        round_trip(name, exact, size);
        free(exact);
        free(text);
        count++;
    }
    free(paths);
    return count;
}

static size_t run_payloads(const char *path)
{
    size_t size;
    size_t count = 0;
    char *lines = read_file(path, &size);
    dm_arena *arena = dm_arena_create(NULL);
    for (char *line = lines ? strtok(lines, "\n") : NULL; line; line = strtok(NULL, "\n")) {
        dm_json entry;
        const char *body;
        const char *page;
        dm_arena_reset(arena);
        if (dm_json_check(line, strlen(line), NULL, &entry, NULL) != DM_OK ||
            dm_json_text(arena, dm_json_member(entry, "page"), &page, NULL) != DM_OK ||
            dm_json_text(arena, dm_json_member(entry, "body"), &body, &size) != DM_OK) {
            complain("no payload", path);
            continue;
        }
        if (dm_json_check(body, size, NULL, NULL, NULL) != DM_OK)
            complain("rejected", page);
        round_trip(page, body, size);
        count++;
    }
    dm_arena_destroy(arena);
    free(lines);
    return count;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    size_t cases = run_suite(argv[1]);
    size_t payloads = run_payloads(argv[2]);
    printf("%zu cases, %zu payloads, %d wrong\n", cases, payloads, wrong);
    return wrong > 0 || cases < 300 || payloads < 1000;
}
