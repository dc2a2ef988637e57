/* Slices, sources and UTF-8. */
#include "support/source.h"
#include "support/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_slice(slice actual, const char *expected)
{
    assert_int_equal(actual.len, strlen(expected));
    if (actual.len > 0)
        assert_memory_equal(actual.ptr, expected, actual.len);
}

static void test_slice_compare(void **state)
{
    (void)state;
    assert_true(slice_equal((slice){0}, SLICE("")));
    assert_false(slice_equal(SLICE("a"), SLICE("A")));
    assert_true(slice_equal_ignore_case(SLICE("aZ1"), SLICE("Az1")));
    assert_false(slice_equal_ignore_case(SLICE("["), SLICE("{")));
    assert_true(slice_compare(SLICE("ab"), SLICE("abc")) < 0);
    assert_true(slice_compare(SLICE("\xC3"), SLICE("z")) > 0);
    assert_true(slice_compare((slice){0}, SLICE("a")) < 0);
    assert_int_equal(slice_compare_ignore_case(SLICE("ABC"), SLICE("abc")), 0);
    assert_true(slice_compare_ignore_case(SLICE("b"), SLICE("AB")) > 0);
    assert_true(slice_starts_with(SLICE("abc"), SLICE("ab")));
    assert_false(slice_starts_with(SLICE("a"), SLICE("ab")));
    assert_true(slice_starts_with_ignore_case(SLICE("ABc"), SLICE("ab")));
    assert_true(slice_ends_with(SLICE("abc"), SLICE("bc")));
    assert_false(slice_ends_with(SLICE("c"), SLICE("bc")));
    assert_true(slice_ends_with_ignore_case(SLICE("x.MD"), SLICE(".md")));
    assert_int_equal(slice_hash(SLICE("a")), slice_hash(slice_take(SLICE("ab"), 1)));
    assert_int_not_equal(slice_hash(SLICE("ab")), slice_hash(SLICE("ba")));
}

static void test_slice_parts(void **state)
{
    (void)state;
    assert_slice(slice_skip(SLICE("abc"), 1), "bc");
    assert_slice(slice_skip(SLICE("abc"), 9), "");
    assert_slice(slice_skip((slice){0}, 9), "");
    assert_slice(slice_take(SLICE("abc"), 2), "ab");
    assert_slice(slice_take(SLICE("abc"), SLICE_NONE), "abc");
    assert_slice(slice_trim(SLICE(" \t\r\n a b \v\f")), "a b");
    assert_slice(slice_trim(SLICE("  ")), "");
    assert_slice(slice_from(NULL), "");
    assert_slice(slice_from("x"), "x");
}

static void test_slice_find(void **state)
{
    (void)state;
    assert_int_equal(slice_find(SLICE("abcabd"), SLICE("abd")), 3);
    assert_int_equal(slice_find(SLICE("aab"), SLICE("ab")), 1);
    assert_int_equal(slice_find(SLICE("ab"), SLICE("abc")), SLICE_NONE);
    assert_int_equal(slice_find(SLICE("ab"), SLICE("c")), SLICE_NONE);
    assert_int_equal(slice_find((slice){0}, SLICE("")), 0);
    assert_int_equal(slice_find((slice){0}, SLICE("a")), SLICE_NONE);
    assert_int_equal(slice_find_byte(SLICE("aba"), 'a'), 0);
    assert_int_equal(slice_find_last_byte(SLICE("aba"), 'a'), 2);
    assert_int_equal(slice_find_last_byte(SLICE("aba"), 'c'), SLICE_NONE);
}

/* Bytes of any place and value in texts of a few words, alone and behind another one. */
static void test_slice_count_byte(void **state)
{
    (void)state;
    char text[9000];
    memset(text, 'x', sizeof text);
    assert_int_equal(slice_count_byte((slice){0}, 'x'), 0);
    for (size_t length = 0; length <= sizeof text; length += length < 40 ? 1 : 997) {
        assert_int_equal(slice_count_byte((slice){text, length}, 'x'), length);
        assert_int_equal(slice_count_byte((slice){text, length}, 'y'), 0);
    }
    text[17] = text[4100] = text[8999] = '\xff';
    assert_int_equal(slice_count_byte((slice){text, sizeof text}, '\xff'), 3);
}

static void test_slice_find_last_byte(void **state)
{
    (void)state;
    char text[20];
    for (size_t i = 0; i < sizeof text * sizeof text * 256; i++) {
        char wanted = (char)(unsigned char)(i % 256);
        size_t length = i / 256 % sizeof text + 1;
        size_t at = i / 256 / sizeof text;
        memset(text, (wanted ^ 1) & 0x7F, sizeof text);
        text[at] = wanted;
        size_t found = slice_find_last_byte((slice){text, length}, wanted);
        assert_int_equal(found, at < length ? at : SLICE_NONE);
        text[0] = wanted;
        found = slice_find_last_byte((slice){text, length}, wanted);
        assert_int_equal(found, at < length ? at : 0);
    }
    assert_int_equal(slice_find_last_byte((slice){0}, 'a'), SLICE_NONE);
}

static void test_slice_cut_and_lines(void **state)
{
    (void)state;
    slice before = {0};
    slice after = {0};
    assert_true(slice_cut(SLICE("a=b=c"), '=', &before, &after));
    assert_slice(before, "a");
    assert_slice(after, "b=c");
    assert_false(slice_cut(SLICE("abc"), '=', &before, &after));
    assert_slice(before, "abc");
    assert_slice(after, "");
    after = SLICE("x,y");
    assert_true(slice_cut(after, ',', &before, &after));
    assert_slice(after, "y");

    slice rest = SLICE("one\r\n\ntwo");
    slice line = {0};
    assert_true(slice_next_line(&rest, &line));
    assert_slice(line, "one");
    assert_true(slice_next_line(&rest, &line));
    assert_slice(line, "");
    assert_true(slice_next_line(&rest, &line));
    assert_slice(line, "two");
    assert_false(slice_next_line(&rest, &line));
}

static void test_ascii(void **state)
{
    (void)state;
    for (int i = 0; i < 256; i++) {
        char c = (char)i;
        bool digit = i >= 48 && i <= 57;
        bool upper = i >= 65 && i <= 90;
        bool lower = i >= 97 && i <= 122;
        assert_int_equal(ascii_is_digit(c), digit);
        assert_int_equal(ascii_is_upper(c), upper);
        assert_int_equal(ascii_is_lower(c), lower);
        assert_int_equal(ascii_is_alpha(c), upper || lower);
        assert_int_equal(ascii_is_alnum(c), upper || lower || digit);
        assert_int_equal(ascii_is_space(c), i == 32 || (i >= 9 && i <= 13));
        assert_int_equal(ascii_to_lower(c), upper ? (char)(i + 32) : c);
        assert_int_equal(ascii_to_upper(c), lower ? (char)(i - 32) : c);
    }
}

static void assert_position(const struct source *source, size_t offset, size_t line, size_t column)
{
    struct position position = source_position(source, offset);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

static void test_source_positions(void **state)
{
    (void)state;
    struct arena arena;
    struct source source;
    arena_init(&arena);
    source_init(&source, &arena, SLICE("p.md"),
                SLICE("\xEF\xBB\xBF"
                      "a\r\n\xE5\xAD\x97z\n"));
    assert_int_equal(source.line_count, 3);
    assert_position(&source, 0, 1, 1);
    assert_position(&source, 3, 2, 1);
    assert_position(&source, 6, 2, 2);
    assert_position(&source, 7, 2, 3);
    assert_position(&source, 8, 3, 1);
    assert_position(&source, 999, 3, 1);
    assert_slice(source_line(&source, 1), "a");
    assert_slice(source_line(&source, 2), "\xE5\xAD\x97z");
    assert_slice(source_line(&source, 3), "");
    assert_slice(source_line(&source, 4), "");
    assert_slice(source_line(&source, 0), "");
    arena_finish(&arena);
}

static void test_source_spans(void **state)
{
    (void)state;
    struct arena arena;
    struct source source;
    arena_init(&arena);
    source_init(&source, &arena, SLICE("p.md"), SLICE("one\ntwo"));
    struct span span = span_of(&source, slice_skip(source.text, 4));
    assert_int_equal(span.begin, 4);
    assert_int_equal(span.end, 7);
    assert_int_equal(span_line(span), 2);
    assert_slice(span_text(span), "two");
    assert_slice(span_text(span_of_file(&source)), "one\ntwo");
    assert_int_equal(span_line((struct span){0}), 0);
    assert_slice(span_text((struct span){0}), "");
    source_init(&source, &arena, SLICE("empty.md"), (slice){0});
    assert_int_equal(source.line_count, 1);
    assert_position(&source, 0, 1, 1);
    arena_finish(&arena);
}

static void test_utf8_validation(void **state)
{
    (void)state;
    assert_int_equal(utf8_find_invalid(SLICE("a\xC3\xA9\xE5\xAD\x97\xF0\x9F\x98\x80")), SLICE_NONE);
    assert_int_equal(utf8_find_invalid((slice){0}), SLICE_NONE);
    assert_int_equal(utf8_find_invalid(SLICE("\x80")), 0);
    assert_int_equal(utf8_find_invalid(SLICE("ab\xC0\x80")), 2);
    assert_int_equal(utf8_find_invalid(SLICE("\xE0\x80\x80")), 0);
    assert_int_equal(utf8_find_invalid(SLICE("\xED\xA0\x80")), 0);
    assert_int_equal(utf8_find_invalid(SLICE("\xF4\x90\x80\x80")), 0);
    assert_int_equal(utf8_find_invalid(SLICE("x\xE5\xAD")), 1);
    assert_int_equal(utf8_find_invalid(SLICE("\xEF\xBF\xBF\xF4\x8F\xBF\xBF")), SLICE_NONE);
}

static void test_utf8_decode(void **state)
{
    (void)state;
    slice text = SLICE("\xF0\x9F\x98\x80\xFF!");
    size_t offset = 0;
    assert_int_equal(utf8_decode(text, &offset), 0x1F600);
    assert_int_equal(offset, 4);
    assert_int_equal(utf8_decode(text, &offset), 0xFFFD);
    assert_int_equal(offset, 5);
    assert_int_equal(utf8_decode(text, &offset), '!');
    assert_int_equal(utf8_length(text), 3);
}

/* The length of the character that COUNT bytes begin with, by the table of RFC 3629 (section 4), or
 * 0: what the readers have to agree with. */
static size_t plain_length(const unsigned char *bytes, size_t count)
{
    static const struct {
        unsigned char first, last;        /* of the first byte */
        unsigned char second, second_end; /* of the second */
        size_t length;
    } forms[] = {
        {0x00, 0x7F, 0x00, 0xFF, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
        {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
        {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
    };
    size_t i = 0;
    while (i < sizeof forms / sizeof *forms && bytes[0] > forms[i].last)
        i++;
    if (i == sizeof forms / sizeof *forms || bytes[0] < forms[i].first || count < forms[i].length)
        return 0;
    size_t length = forms[i].length;
    bool good = length == 1 || (bytes[1] >= forms[i].second && bytes[1] <= forms[i].second_end);
    for (size_t k = 2; k < length; k++)
        good = good && bytes[k] >= 0x80 && bytes[k] <= 0xBF;
    return good ? length : 0;
}

/* Whether COUNT bytes are read as the table says, alone and with as much ASCII around them as the
 * text needs to begin and to end at any place of a word. */
static bool is_read_plainly(const unsigned char *bytes, size_t count, size_t around)
{
    char text[64];
    size_t wanted = 0, length;
    while (wanted < count && (length = plain_length(bytes + wanted, count - wanted)) > 0)
        wanted += length;
    memset(text, 'x', sizeof text);
    memcpy(text + around, bytes, count);
    size_t first = wanted == count ? SLICE_NONE : around + wanted;
    size_t offset = 0;
    length = plain_length(bytes, count);
    uint32_t character = utf8_decode((slice){text + around, count}, &offset);
    return utf8_find_invalid((slice){text, around + count}) == first &&
           utf8_find_invalid((slice){text, around + count + around}) == first &&
           offset == (length == 0 ? 1 : length) && (length > 0 || character == 0xFFFD);
}

/* Three BYTES before and behind a few characters of as many, and what is none. */
static size_t count_wrong_pairs(const unsigned char *bytes)
{
    static const char others[][4] = {"\xE3\x81\x82", "\xE0\xA0\x80", "\xE0\x9F\xBF", "\xED\x9F\xBF",
                                     "\xED\xA0\x80", "\xEF\xBF\xBF", "\xE4\xB8x",    "xyz"};
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        unsigned char pair[9];
        memcpy(pair, others[i], 3);
        memcpy(pair + 3, bytes, 3);
        memcpy(pair + 6, others[i], 3);
        for (size_t around = 0; around < 10; around += 3) {
            wrong += !is_read_plainly(pair, 6, around);
            wrong += !is_read_plainly(pair + 3, 6, around);
            wrong += !is_read_plainly(pair, 9, around);
        }
    }
    return wrong;
}

/* All texts of three bytes, and those of four of which each is one where something changes. */
static void test_utf8_against_table(void **state)
{
    (void)state;
    static const unsigned char edges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                          0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
                                          0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5};
    const size_t count = sizeof edges;
    size_t wrong = 0;
    for (uint32_t i = 0; i < UINT32_C(1) << 24; i++) {
        unsigned char bytes[] = {(unsigned char)(i >> 16), (unsigned char)(i >> 8),
                                 (unsigned char)i};
        wrong += !is_read_plainly(bytes, 3, 0);
    }
    assert_int_equal(wrong, 0);
    for (size_t i = 0; i < count * count * count * count; i++) {
        unsigned char bytes[] = {edges[i % count], edges[i / count % count],
                                 edges[i / count / count % count],
                                 edges[i / count / count / count]};
        for (size_t around = 0; around < 24; around++)
            wrong += !is_read_plainly(bytes, 4, around);
        wrong += i < count * count * count ? count_wrong_pairs(bytes) : 0;
    }
    assert_int_equal(wrong, 0);
}

static void test_utf8_append_is_inverse(void **state)
{
    (void)state;
    static const uint32_t samples[] = {0,      0x7F,   0x80,   0x7FF,   0x800,
                                       0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
    struct buffer buffer;
    buffer_init(&buffer);
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        buffer_clear(&buffer);
        utf8_append(&buffer, samples[i]);
        size_t offset = 0;
        assert_int_equal(utf8_find_invalid(buffer_slice(&buffer)), SLICE_NONE);
        assert_int_equal(utf8_decode(buffer_slice(&buffer), &offset), samples[i]);
        assert_int_equal(offset, buffer.len);
    }
    buffer_clear(&buffer);
    utf8_append(&buffer, 0xD800);
    utf8_append(&buffer, 0x110000);
    assert_slice(buffer_slice(&buffer), "\xEF\xBF\xBD\xEF\xBF\xBD");
    buffer_finish(&buffer);
}

static void test_utf8_width(void **state)
{
    (void)state;
    assert_int_equal(utf8_width('a'), 1);
    assert_int_equal(utf8_width(0xE9), 1);
    assert_int_equal(utf8_width(0x301), 0);
    assert_int_equal(utf8_width(0x200D), 0);
    assert_int_equal(utf8_width(0x3099), 0);
    assert_int_equal(utf8_width(0x5B57), 2);
    assert_int_equal(utf8_width(0x3042), 2);
    assert_int_equal(utf8_width(0xD55C), 2);
    assert_int_equal(utf8_width(0xFF21), 2);
    assert_int_equal(utf8_width(0xFF71), 1);
    assert_int_equal(utf8_width(0x1F600), 2);
    assert_int_equal(utf8_width(0x20000), 2);
    assert_int_equal(utf8_width(0x2713), 1);
    assert_int_equal(utf8_width(0x10FFFF), 1);
}

static void test_utf8_fold(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_slice(utf8_fold(&arena, SLICE("  Hello\tWORLD \n")), "hello world");
    assert_slice(utf8_fold(&arena, SLICE("\xC3\x89T\xC3\x89")), "\xC3\xA9t\xC3\xA9");
    assert_slice(utf8_fold(&arena, SLICE("\xC3\x97\xC3\x9F")), "\xC3\x97\xC3\x9F");
    assert_slice(utf8_fold(&arena, SLICE("\xC5\xBD\xC5\xBE\xC5\xB8")), "\xC5\xBE\xC5\xBE\xC3\xBF");
    assert_slice(utf8_fold(&arena, SLICE("\xCE\xA9\xCE\x86\xD0\xAF\xD0\x81")),
                 "\xCF\x89\xCE\xAC\xD1\x8F\xD1\x91");
    assert_slice(utf8_fold(&arena, SLICE("\xEF\xBC\xA1\xE3\x80\x80\xC2\xA0\xEF\xBC\xBA")),
                 "\xEF\xBD\x81 \xEF\xBD\x9A");
    assert_slice(utf8_fold(&arena, (slice){0}), "");
    assert_slice(utf8_fold(&arena, SLICE("\xC2\xA0")), "");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slice_compare),
        cmocka_unit_test(test_slice_parts),
        cmocka_unit_test(test_slice_find),
        cmocka_unit_test(test_slice_cut_and_lines),
        cmocka_unit_test(test_slice_find_last_byte),
        cmocka_unit_test(test_slice_count_byte),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_source_positions),
        cmocka_unit_test(test_source_spans),
        cmocka_unit_test(test_utf8_validation),
        cmocka_unit_test(test_utf8_decode),
        cmocka_unit_test(test_utf8_against_table),
        cmocka_unit_test(test_utf8_width),
        cmocka_unit_test(test_utf8_append_is_inverse),
        cmocka_unit_test(test_utf8_fold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
