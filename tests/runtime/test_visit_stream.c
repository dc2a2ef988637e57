/* Pages that come piece by piece: what dm_visit_stream gives is what dm_visit gives of the whole.
 */
#include "random_text.h"

static const dm_type *const item_type = &graph_beta_sample_descriptor;

/* A text that is handed out in pieces of at most `piece` bytes. */
struct pieces {
    const char *text;
    size_t size;
    size_t piece;
};

static size_t read_piece(void *context, char *bytes, size_t size)
{
    struct pieces *pieces = context;
    size_t count = pieces->piece < size ? pieces->piece : size;
    count = count < pieces->size ? count : pieces->size;
    memcpy(bytes, pieces->text, count);
    pieces->text += count;
    pieces->size -= count;
    return count;
}

/* What a visit gave. */
struct result {
    dm_status status;
    dm_error error;
    size_t count;
    struct text items; /* written, one behind the other */
    struct text rest;
};

static bool write_item(void *context, dm_object *item)
{
    struct result *result = context;
    dm_arena *arena = dm_arena_create(NULL);
    add(&result->items, item ? written(arena, item) : "null");
    add(&result->items, "\n");
    dm_arena_destroy(arena);
    result->count++;
    return true;
}

static void note_rest(struct result *result, const dm_object *rest)
{
    dm_arena *arena = dm_arena_create(NULL);
    if (result->status == DM_OK)
        add(&result->rest, written(arena, rest));
    dm_arena_destroy(arena);
}

static struct result *visit_whole(const char *text, size_t size, const dm_parse_options *options)
{
    struct result *result = calloc(1, sizeof *result);
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *rest;
    result->status =
        dm_visit(arena, item_type, text, size, options, write_item, result, &rest, &result->error);
    note_rest(result, rest);
    dm_arena_destroy(arena);
    return result;
}

/* The window ends where its memory does, so that a sanitizer sees what is written behind it. */
static struct result *visit_pieces(const char *text, size_t size, size_t piece, size_t window,
                                   const dm_parse_options *options)
{
    struct result *result = calloc(1, sizeof *result);
    struct pieces pieces = {text, size, piece};
    dm_stream stream = {read_piece, &pieces, malloc(window), window};
    dm_arena *arena = dm_arena_create(NULL);
    dm_object *rest;
    result->status = dm_visit_stream(arena, item_type, &stream, options, write_item, result, &rest,
                                     &result->error);
    memset(stream.window, 0, window);
    note_rest(result, rest);
    free(stream.window);
    dm_arena_destroy(arena);
    return result;
}

static void add_page(struct text *page)
{
    static const char *const others[] = {"\"@odata.nextLink\" : \"n\"",
                                         "\"a,}\\\"\":[{\"value\":[1]},\"]\"]", "\"\u00e4\": -1.50",
                                         "\"b\":{}"};
    uint32_t first = pick(5);
    uint32_t second = pick(5);
    page->used = 0;
    add(page, " {\n");
    if (first < 4)
        add(page, others[first]);
    add(page, first < 4 ? ",\"value\" : [" : "\"v\\u0061lue\":[ ");
    for (uint32_t left = pick(4); left > 0; left--) {
        add_object(page, item_type, 2);
        add(page, left > 1 ? " ,\r\n" : "");
    }
    add(page, second < 4 ? "], " : "]");
    if (second < 4)
        add(page, others[second]);
    add(page, "}\n");
}

static void compare_results(const struct result *whole, const struct result *pieces)
{
    assert_int_equal(pieces->status, DM_OK);
    assert_string_equal(pieces->items.bytes, whole->items.bytes);
    assert_string_equal(pieces->rest.bytes, whole->rest.bytes);
}

static void test_windows_and_pieces(void **state)
{
    (void)state;
    static struct text page;
    for (int round = 0; round < 300; round++) {
        add_page(&page);
        struct result *whole = visit_whole(page.bytes, page.used, NULL);
        assert_int_equal(whole->status, DM_OK);
        bool fits = false;
        for (size_t window = 1; window < 2 * page.used; window += 1 + window / 8) {
            struct result *pieces = visit_pieces(page.bytes, page.used, 1 + pick(40), window, NULL);
            /* What fits into a window fits into larger ones. */
            assert_true(pieces->status == DM_ERROR_CAPACITY ? !fits : pieces->status == DM_OK);
            fits = pieces->status == DM_OK;
            if (fits)
                compare_results(whole, pieces);
            free(pieces);
        }
        assert_true(fits);
        free(whole);
    }
}

static void test_every_prefix(void **state)
{
    (void)state;
    static struct text page;
    add_page(&page);
    while (page.used > 1 && page.bytes[page.used - 1] != '}')
        page.used--;
    for (size_t size = 0; size < page.used; size++) {
        struct result *pieces = visit_pieces(page.bytes, size, 7, page.used, NULL);
        assert_int_equal(pieces->status, DM_ERROR_TRUNCATED);
        assert_int_equal(pieces->error.code, DM_ERROR_TRUNCATED);
        free(pieces);
    }
}

/* A changed byte is a mistake for both, or for neither. */
static void test_changed_bytes(void **state)
{
    (void)state;
    static const char bytes[] = "{}[],:\"\\ 0atn\n\t\x80";
    static struct text page;
    for (int round = 0; round < 20000; round++) {
        if (round % 100 == 0)
            add_page(&page);
        char *changed = page.bytes + pick((uint32_t)page.used);
        char before = *changed;
        *changed = bytes[pick(sizeof bytes)];
        struct result *whole = visit_whole(page.bytes, page.used, NULL);
        struct result *pieces = visit_pieces(page.bytes, page.used, 33, page.used + 1, NULL);
        if (whole->status == DM_OK)
            compare_results(whole, pieces);
        else
            assert_true(pieces->status != DM_OK);
        free(pieces);
        free(whole);
        *changed = before;
    }
}

static void test_places_of_errors(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{\"a\":1,\n \"value\":[{},\n {\"int32Value\":[]}]}",
        "[{},{\"title\":\"\u00e4\",\"int32Value\": {}}]",
        "{\"value\":[5]}",
        "{\"value\":[{\"title\":\"a\" \"b\"}]}",
        "{\"x\":[1,tru]}",
        "{\"value\":[]}  x",
        "{\"value\":{}}",
        "{\"valu\":[]}",
        "5",
    };
    dm_parse_options options = {.strict_types = true};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t size = strlen(texts[i]);
        struct result *whole = visit_whole(texts[i], size, &options);
        struct result *pieces = visit_pieces(texts[i], size, 5, 40, &options);
        assert_int_equal(pieces->status, whole->status);
        bool shape = i >= 6; /* dm_visit gives no place for a text that is no page */
        if (!shape) {
            assert_string_equal(pieces->error.pointer, whole->error.pointer);
            assert_int_equal(pieces->error.offset, whole->error.offset);
            assert_int_equal(pieces->error.line, whole->error.line);
            assert_int_equal(pieces->error.column, whole->error.column);
        }
        free(pieces);
        free(whole);
    }
}

/* A source that never ends, and what it gives. */
static size_t endless(void *context, char *bytes, size_t size)
{
    size_t *given = context;
    static const char item[] = "{\"title\":\"0123456789\"},";
    for (size_t i = 0; i < size; i++, ++*given)
        bytes[i] = *given == 0 ? '[' : item[(*given - 1) % (sizeof item - 1)];
    return size;
}

static bool stop_at_limit(void *context, dm_object *item)
{
    size_t *left = context;
    assert_string_equal(DM_AS(graph_beta_sample *, item)->title, "0123456789");
    return --*left > 0;
}

/* 1.4 MB within 64 KB, the arena among them; and a stop. */
static void test_memory(void **state)
{
    (void)state;
    static char window[32 << 10];
    static char block[32 << 10];
    size_t left = (1400 << 10) / 24;
    size_t given = 0;
    dm_stream stream = {endless, &given, window, sizeof window};
    dm_arena *arena = dm_arena_create_fixed(block, sizeof block);
    assert_int_equal(
        dm_visit_stream(arena, item_type, &stream, NULL, stop_at_limit, &left, NULL, NULL),
        DM_ERROR_SINK);
    assert_int_equal(left, 0);
}

static size_t liar(void *context, char *bytes, size_t size)
{
    (void)context;
    (void)bytes;
    return size + 1;
}

static void test_arguments(void **state)
{
    (void)state;
    char window[8];
    size_t count = 1;
    dm_error error;
    dm_arena *arena = dm_arena_create(NULL);
    dm_stream none = {NULL, NULL, window, sizeof window};
    dm_stream lies = {liar, NULL, window, sizeof window};
    assert_int_equal(
        dm_visit_stream(arena, item_type, &none, NULL, stop_at_limit, &count, NULL, &error),
        DM_ERROR_ARGUMENT);
    assert_int_equal(
        dm_visit_stream(arena, item_type, &lies, NULL, stop_at_limit, &count, NULL, &error),
        DM_ERROR_ARGUMENT);
    dm_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_windows_and_pieces),
        cmocka_unit_test(test_every_prefix),
        cmocka_unit_test(test_changed_bytes),
        cmocka_unit_test(test_places_of_errors),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_arguments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
