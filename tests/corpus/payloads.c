/* Reads each documented payload as its type, and demands that it comes back as it was: written,
 * copied into another arena and written, and as a patch of an empty object. Argument: the payloads,
 * `{"page", "type", "collection", "body"}` a line. A body is read as its type, as a page of it, or,
 * when no page documents the type, as untyped. */
#include <graph/models.h>

#include <graph/entity.h>
#include <stdlib.h>
#include <string.h>

#define FINDINGS 7

/* What the whole run came to. */
struct tally {
    size_t bodies;
    size_t typed;
    size_t pages;
    size_t untyped;
    size_t losses;
    size_t items;
    size_t findings[FINDINGS];
};

/* A page of any type: the table of a generated page with other elements. */
struct page_type {
    dm_type type;
    uint64_t table[64];
};

static void fail(struct tally *tally, const char *page, const char *what)
{
    fprintf(stderr, "%s: %s\n", page, what);
    tally->losses++;
}

static void count_finding(void *context, const dm_report *report)
{
    struct tally *tally = context;
    tally->findings[report->finding]++;
}

/* ---- Equality that allows no other spelling of a number ---- */

static bool same(dm_arena *arena, dm_json a, dm_json b);

static bool same_elements(dm_arena *arena, dm_json a, dm_json b)
{
    dm_json_iterator first = {0};
    dm_json_iterator second = {0};
    while (dm_json_next(a, &first))
        if (!dm_json_next(b, &second) || !same(arena, first.value, second.value))
            return false;
    return !dm_json_next(b, &second);
}

/* Whether b has each member of a; of repeated ones the last counts. */
static bool has_members(dm_arena *arena, dm_json a, dm_json b)
{
    dm_json_iterator it = {0};
    while (dm_json_next(a, &it)) {
        const char *name;
        if (dm_json_text(arena, it.name, &name, NULL) != DM_OK ||
            !same(arena, dm_json_member(a, name), dm_json_member(b, name)))
            return false;
    }
    return true;
}

static bool same(dm_arena *arena, dm_json a, dm_json b)
{
    const char *first;
    const char *second;
    dm_json_kind kind = dm_json_kind_of(a);
    if (kind != dm_json_kind_of(b))
        return false;
    switch (kind) {
    case DM_JSON_OBJECT:
        return has_members(arena, a, b) && has_members(arena, b, a);
    case DM_JSON_ARRAY:
        return same_elements(arena, a, b);
    case DM_JSON_STRING:
        return dm_json_text(arena, a, &first, NULL) == DM_OK &&
               dm_json_text(arena, b, &second, NULL) == DM_OK && strcmp(first, second) == 0;
    default:
        return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
    }
}

static void check_text(struct tally *tally, dm_arena *arena, const char *page, const char *what,
                       dm_json body, dm_status status, const char *text)
{
    dm_json written;
    if (status != DM_OK || dm_json_check(text, strlen(text), NULL, &written, NULL) != DM_OK)
        fail(tally, page, what);
    else if (!same(arena, body, written))
        fail(tally, page, what);
}

/* ---- The ways there and back ---- */

static void check_copy(struct tally *tally, const char *page, dm_json body, const dm_type *type,
                       const dm_parse_options *options)
{
    dm_arena *first = dm_arena_create(NULL);
    dm_arena *second = dm_arena_create(NULL);
    dm_object *object = NULL;
    const char *text = NULL;
    dm_parse_options quiet = *options;
    quiet.report = NULL;
    dm_status status = dm_parse(first, type, body.data, body.size, &quiet, &object, NULL);
    dm_object *copy = status == DM_OK ? dm_copy(second, NULL, object) : NULL;
    if (!copy || !dm_equal(object, copy))
        fail(tally, page, "the copy differs");
    dm_arena_destroy(first);
    if (copy) {
        status = dm_write(second, copy, NULL, &text, NULL, NULL);
        check_text(tally, second, page, "lost in the copy", body, status, text);
    }
    dm_arena_destroy(second);
}

static void check_body(struct tally *tally, dm_arena *arena, const char *page, dm_json body,
                       const dm_type *type, const dm_parse_options *options)
{
    dm_object *object = NULL;
    const char *text = NULL;
    dm_error error;
    if (dm_parse(arena, type, body.data, body.size, options, &object, &error) != DM_OK) {
        fail(tally, page, error.message);
        return;
    }
    dm_status status = dm_write(arena, object, NULL, &text, NULL, NULL);
    check_text(tally, arena, page, "lost", body, status, text);
    check_copy(tally, page, body, type, options);
    dm_object *empty = dm_new(arena, object->type);
    status = dm_write_patch(arena, empty, object, NULL, &text, NULL, NULL);
    check_text(tally, arena, page, "lost in the patch", body, status, text);
}

struct visit {
    struct tally *tally;
    const char *page;
    dm_json_iterator items;
    dm_json list;
};

/* An element of a page that is read one by one; `scratch` is its own arena, reset each time. */
static bool check_item(void *context, dm_object *item)
{
    struct visit *visit = context;
    const char *text = NULL;
    dm_arena *arena = dm_arena_create(NULL);
    dm_status status = dm_write(arena, item, NULL, &text, NULL, NULL);
    if (!dm_json_next(visit->list, &visit->items))
        fail(visit->tally, visit->page, "too many elements visited");
    check_text(visit->tally, arena, visit->page, "lost in a visit", visit->items.value, status,
               text);
    visit->tally->items++;
    dm_arena_destroy(arena);
    return true;
}

static void check_visit(struct tally *tally, const char *page, dm_json body, const dm_type *type,
                        const dm_parse_options *options)
{
    struct visit visit = {tally, page, {0}, dm_json_member(body, "value")};
    dm_parse_options quiet = *options;
    dm_error error;
    quiet.report = NULL;
    dm_arena *arena = dm_arena_create(NULL);
    if (dm_visit(arena, type, body.data, body.size, &quiet, check_item, &visit, NULL, &error) !=
        DM_OK)
        fail(tally, page, error.message);
    if (dm_json_next(visit.list, &visit.items))
        fail(tally, page, "too few elements visited");
    dm_arena_destroy(arena);
}

/* ---- Which type a body has ---- */

/* Removes "Collection( )" around a type's name. @return whether it stood there. */
static bool take_collection(char *name)
{
    static const char word[] = "ollection(";
    size_t length = strlen(name);
    if ((name[0] != 'C' && name[0] != 'c') || strncmp(name + 1, word, sizeof word - 1) != 0 ||
        name[length - 1] != ')')
        return false;
    memmove(name, name + sizeof word, length - sizeof word - 1);
    name[length - sizeof word - 1] = '\0';
    return true;
}

/* The table begins with its one detail, and ends with the name of `value`, its last line. */
static void make_page(const dm_type *item, struct page_type *page)
{
    const dm_type *like = &graph_entity_page_descriptor;
    const dm_field *last = &like->fields[like->field_count - 1];
    const char *begin = (const char *)last - last->detail;
    const char *end = dm_field_name(last) + last->name_length + 1;
    size_t size = (size_t)(end - begin);
    if (size > sizeof page->table) {
        fprintf(stderr, "a page's table has %zu bytes\n", size);
        exit(2);
    }
    page->type = *like;
    memcpy(page->table, begin, size);
    memcpy(page->table, &item, sizeof item);
    page->type.fields = (const dm_field *)(const void *)((char *)page->table +
                                                         ((const char *)like->fields - begin));
}

static void check_entry(struct tally *tally, dm_arena *arena, dm_json entry,
                        const dm_parse_options *options)
{
    const char *page = "?";
    const char *stated = "";
    const char *text = "";
    size_t size = 0;
    dm_json body = {NULL, 0};
    struct page_type made;
    dm_json_text(arena, dm_json_member(entry, "page"), &page, NULL);
    dm_json_text(arena, dm_json_member(entry, "type"), &stated, NULL);
    if (dm_json_text(arena, dm_json_member(entry, "body"), &text, &size) != DM_OK ||
        dm_json_check(text, size, NULL, &body, NULL) != DM_OK) {
        fail(tally, page, "the body is no JSON");
        return;
    }
    char *name = dm_arena_copy(arena, stated, strlen(stated));
    bool paged = take_collection(name) || dm_json_is_true(dm_json_member(entry, "collection"));
    const dm_type *type = dm_type_find(graph_types, name);
    if (!type) {
        tally->untyped++;
        check_body(tally, arena, page, body, &dm_any_descriptor, options);
    } else if (paged) {
        make_page(type, &made);
        tally->pages++;
        check_body(tally, arena, page, body, &made.type, options);
        check_visit(tally, page, body, type, options);
    } else {
        tally->typed++;
        check_body(tally, arena, page, body, type, options);
    }
}

/* ---- The run ---- */

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long size = -1;
    if (file && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size >= 0 && fseek(file, 0, SEEK_SET) == 0)
        text = calloc((size_t)size + 1, 1);
    if (text && fread(text, 1, (size_t)size, file) != (size_t)size) {
        free(text);
        text = NULL;
    }
    if (file)
        fclose(file);
    return text;
}

static void print(const struct tally *tally)
{
    static const char *const names[FINDINGS] = {"",
                                                "ill-fitting values",
                                                "numbers out of range",
                                                "converted values",
                                                "enumeration texts not documented",
                                                "members not documented",
                                                "type names that select nothing"};
    printf("%zu bodies: %zu objects, %zu pages (%zu elements visited), %zu untyped\n",
           tally->bodies, tally->typed, tally->pages, tally->items, tally->untyped);
    for (size_t i = 1; i < FINDINGS; i++)
        printf("%6zu %s\n", tally->findings[i], names[i]);
    printf("%zu losses\n", tally->losses);
}

int main(int argc, char **argv)
{
    struct tally tally = {0};
    dm_parse_options options = {.types = graph_types, .report = count_finding};
    char *lines = argc == 2 ? read_file(argv[1]) : NULL;
    if (!lines) {
        fputs("usage: payloads FILE\n", stderr);
        return 2;
    }
    options.report_context = &tally;
    dm_arena *arena = dm_arena_create(NULL);
    for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n")) {
        dm_json entry;
        dm_arena_reset(arena);
        tally.bodies++;
        if (dm_json_check(line, strlen(line), NULL, &entry, NULL) == DM_OK)
            check_entry(&tally, arena, entry, &options);
        else
            fail(&tally, "?", "the line is no JSON");
    }
    dm_arena_destroy(arena);
    free(lines);
    print(&tally);
    return tally.losses > 0 || tally.bodies < 1000 || tally.typed < 500 || tally.pages < 300;
}
