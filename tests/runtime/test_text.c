/* Conversions of the text kinds, and numbers to and from text. */
#include "support.h"

#include <float.h>
#include <math.h>

static void test_every_day(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    dm_day before = {0, 0, 0};
    int32_t first = dm_day_number((dm_day){1, 1, 1});
    int32_t last = dm_day_number((dm_day){9999, 12, 31});
    assert_int_equal(dm_day_number((dm_day){1970, 1, 1}), 0);
    assert_int_equal(dm_day_number((dm_day){2000, 3, 1}), 11017);
    assert_int_equal(last - first, 3652058);
    for (int32_t number = first; number <= last; number++) {
        dm_day day = dm_day_of_number(number);
        dm_day again;
        if (dm_day_number(day) != number)
            fail_msg("day %d", (int)number);
        bool next = day.day == before.day + 1 || (day.day == 1 && day.month == before.month + 1) ||
                    (day.day == 1 && day.month == 1 && day.year == before.year + 1);
        assert_true(next);
        before = day;
        if (number % 97 != 0)
            continue;
        dm_arena_reset(arena);
        assert_int_equal(dm_date_read(dm_date_write(arena, day), &again), DM_OK);
        assert_memory_equal(&day, &again, sizeof day);
    }
    assert_int_equal(dm_day_of_number(first - 1).year, 0);
    assert_int_equal(dm_day_of_number(last + 1).year, 0);
    dm_arena_destroy(arena);
}

struct moment {
    const char *text;
    dm_status status;
    int64_t seconds;
    int32_t nanoseconds;
    int32_t offset;
    const char *again; /* NULL: the text */
};

static void test_moments(void **state)
{
    (void)state;
    static const struct moment moments[] = {
        {"1970-01-01T00:00:00Z", DM_OK, 0, 0, 0, NULL},
        {"1969-12-31T23:59:59.5Z", DM_OK, -1, 500000000, 0, NULL},
        {"2018-09-06t15:58:41z", DM_OK, 1536249521, 0, 0, "2018-09-06T15:58:41Z"},
        {"2021-02-28T12:30+01:30", DM_OK, 1614510000, 0, 90, "2021-02-28T12:30:00+01:30"},
        {"2021-01-01T00:00:00.1234567-08:00", DM_OK, 1609488000, 123456700, -480, NULL},
        {"0001-01-01T00:00:00Z", DM_OK, -62135596800, 0, 0, NULL},
        {"9999-12-31T23:59:59.999999999Z", DM_OK, 253402300799, 999999999, 0, NULL},
        {"0001-01-01T00:00:00+14:00", DM_OK, -62135647200, 0, 840, NULL},
        {"2020-02-29T00:00:00.000000000000Z", DM_OK, 1582934400, 0, 0, "2020-02-29T00:00:00Z"},
        {"2021-02-29T00:00:00Z", DM_ERROR_RANGE, 0, 0, 0, NULL},
        {"2021-13-01T00:00:00Z", DM_ERROR_RANGE, 0, 0, 0, NULL},
        {"0000-01-01T00:00:00Z", DM_ERROR_RANGE, 0, 0, 0, NULL},
        {"2021-01-01T24:00:00Z", DM_ERROR_RANGE, 0, 0, 0, NULL},
        {"2021-01-01T23:59:60Z", DM_ERROR_RANGE, 0, 0, 0, NULL},
        {"2021-01-01T00:00:00.0000000001Z", DM_ERROR_RANGE, 0, 0, 0, NULL},
        {"2021-01-01T00:00:00+24:00", DM_ERROR_RANGE, 0, 0, 0, NULL},
        {"2021-01-01T00:00:00", DM_ERROR_VALUE, 0, 0, 0, NULL},
        {"2021-01-01", DM_ERROR_VALUE, 0, 0, 0, NULL},
        {"2021-01-01T00:00:00.Z", DM_ERROR_VALUE, 0, 0, 0, NULL},
        {"2021-01-01T00:00:00Z ", DM_ERROR_VALUE, 0, 0, 0, NULL},
        {"datetime-value", DM_ERROR_VALUE, 0, 0, 0, NULL},
        {"", DM_ERROR_VALUE, 0, 0, 0, NULL},
        {NULL, DM_ERROR_ARGUMENT, 0, 0, 0, NULL},
    };
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        dm_instant instant = {0, 0, 0};
        assert_int_equal(dm_date_time_offset_read(moments[i].text, &instant), moments[i].status);
        assert_true(instant.seconds == moments[i].seconds);
        assert_int_equal(instant.nanoseconds, moments[i].nanoseconds);
        assert_int_equal(instant.offset_minutes, moments[i].offset);
        if (moments[i].status == DM_OK)
            assert_string_equal(dm_date_time_offset_write(arena, instant),
                                moments[i].again ? moments[i].again : moments[i].text);
    }
    assert_null(dm_date_time_offset_write(arena, (dm_instant){253402300800, 0, 0}));
    assert_null(dm_date_time_offset_write(arena, (dm_instant){INT64_MAX, 0, 0}));
    assert_null(dm_date_time_offset_write(arena, (dm_instant){0, -1, 0}));
    dm_arena_destroy(arena);
}

static void test_durations(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        dm_status status;
        dm_span span;
        const char *again;
    } cases[] = {
        {"PT0S", DM_OK, {0, 0, 0}, NULL},
        {"P1DT2H3M4.5S", DM_OK, {0, 93784, 500000000}, NULL},
        {"-PT0.000000001S", DM_OK, {0, 0, -1}, NULL},
        {"P2W", DM_OK, {0, 1209600, 0}, "P14D"},
        {"P1Y2M", DM_OK, {14, 0, 0}, NULL},
        {"PT90M", DM_OK, {0, 5400, 0}, "PT1H30M"},
        {"P1Y1DT1S", DM_OK, {12, 86401, 0}, NULL},
        {"P", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"PT", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"P1H", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"PT1D", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"PT1M1H", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"PT1.5M", DM_OK, {0, 90, 0}, "PT1M30S"},
        {"-PT0,000000001H", DM_OK, {0, 0, -3600}, "-PT0.0000036S"},
        {"P0.999999999W", DM_OK, {0, 604799, 999395200}, "P6DT23H59M59.9993952S"},
        {"P1Y0.5D", DM_OK, {12, 43200, 0}, "P1YT12H"},
        {"P1.5Y", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"P0.5M", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"P1.5DT1H", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"PT1.5H1M", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"PT1.S", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"PT.5S", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"PT0.0000000001S", DM_ERROR_RANGE, {0, 0, 0}, NULL},
        {"PT9223372036854775807.5S",
         DM_OK,
         {0, INT64_MAX, 500000000},
         "P106751991167300DT15H30M7.5S"},
        {"P1DT", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"1D", DM_ERROR_VALUE, {0, 0, 0}, NULL},
        {"P99999999999999999999D", DM_ERROR_RANGE, {0, 0, 0}, NULL},
        {"P9223372036854775807D", DM_ERROR_RANGE, {0, 0, 0}, NULL},
    };
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dm_span span = {0, 0, 0};
        assert_int_equal(dm_duration_read(cases[i].text, &span), cases[i].status);
        assert_true(span.months == cases[i].span.months && span.seconds == cases[i].span.seconds &&
                    span.nanoseconds == cases[i].span.nanoseconds);
        if (cases[i].status == DM_OK)
            assert_string_equal(dm_duration_write(arena, span),
                                cases[i].again ? cases[i].again : cases[i].text);
    }
    assert_null(dm_duration_write(arena, (dm_span){1, -1, 0}));
    assert_non_null(dm_duration_write(arena, (dm_span){INT64_MAX, INT64_MAX, 999999999}));
    dm_arena_destroy(arena);
}

static void test_times_guids_decimals(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    int64_t nanoseconds;
    uint8_t bytes[16];
    assert_int_equal(dm_time_of_day_read("23:59:59.25", &nanoseconds), DM_OK);
    assert_string_equal(dm_time_of_day_write(arena, nanoseconds), "23:59:59.25");
    assert_int_equal(dm_time_of_day_read("24:00", &nanoseconds), DM_ERROR_RANGE);
    assert_int_equal(dm_time_of_day_read("8:00", &nanoseconds), DM_ERROR_VALUE);
    const char *guid = "91f01516-9c69-43bb-8ea1-de114c977276";
    assert_int_equal(dm_guid_read(guid, bytes), DM_OK);
    assert_int_equal(bytes[0], 0x91);
    assert_int_equal(bytes[15], 0x76);
    assert_string_equal(dm_guid_write(arena, bytes), guid);
    assert_int_equal(dm_guid_read("91f015169c69-43bb-8ea1-de114c977276", bytes), DM_ERROR_VALUE);
    assert_int_equal(dm_guid_read("91f01516-9c69-43bb-8ea1-de114c97727", bytes), DM_ERROR_VALUE);
    assert_int_equal(dm_guid_read("91f01516-9c69-43bb-8ea1-de114c9772767", bytes), DM_ERROR_VALUE);
    static const char *const decimals[] = {"0", "-0.05", "12.50", "9223372036854775807", "-1"};
    for (size_t i = 0; i < sizeof decimals / sizeof *decimals; i++) {
        int64_t value;
        int32_t scale;
        assert_int_equal(dm_decimal_read(decimals[i], &value, &scale), DM_OK);
        assert_string_equal(dm_decimal_write(arena, value, scale), decimals[i]);
    }
    assert_int_equal(dm_decimal_read("1e5", &nanoseconds, &(int32_t){0}), DM_ERROR_RANGE);
    assert_int_equal(dm_decimal_read("1.", &nanoseconds, &(int32_t){0}), DM_ERROR_VALUE);
    dm_arena_destroy(arena);
}

static void test_binary(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    uint8_t data[64];
    for (size_t i = 0; i < sizeof data; i++)
        data[i] = (uint8_t)(i * 37 + 251);
    for (size_t size = 0; size <= sizeof data; size++) {
        const uint8_t *bytes;
        size_t length;
        assert_int_equal(dm_binary_read(arena, dm_binary_write(arena, data, size), &bytes, &length),
                         DM_OK);
        assert_int_equal(length, size);
        assert_memory_equal(bytes, data, size);
        assert_int_equal(
            dm_binary_read(arena, dm_binary_write_url(arena, data, size), &bytes, &length), DM_OK);
        assert_int_equal(length, size);
        assert_memory_equal(bytes, data, size);
    }
    assert_string_equal(dm_binary_write(arena, "\xff\xef", 2), "/+8=");
    assert_string_equal(dm_binary_write_url(arena, "\xff\xef", 2), "_-8");
    static const char *const wrong[] = {
        "A", "AA=", "AAA==", "AAAA=", "A=AA", "AB==", "A A", "===="};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const uint8_t *bytes;
        size_t length;
        assert_int_equal(dm_binary_read(arena, wrong[i], &bytes, &length), DM_ERROR_VALUE);
    }
    dm_arena_destroy(arena);
}

static uint64_t random_state = 88172645463325252u;

static uint64_t random_bits(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state;
}

/* @return what a number is written as. */
static const char *text_of(dm_arena *arena, double value)
{
    graph_beta_sample sample = {0};
    const char *text;
    sample.double_value = dm_double_of(value);
    assert_int_equal(graph_beta_sample_write(arena, &sample, NULL, &text, NULL, NULL), DM_OK);
    char *copy = dm_arena_copy(arena, text + 15, strlen(text) - 16);
    return copy;
}

static void check_double(dm_arena *arena, double value)
{
    double again;
    char other[40];
    dm_arena_reset(arena);
    const char *text = text_of(arena, value);
    dm_json json = {text, strlen(text)};
    assert_int_equal(dm_json_double(json, &again), DM_OK);
    if (memcmp(&again, &value, sizeof value) != 0 || strtod(text, NULL) != value)
        fail_msg("%a is written as %s", value, text);
    /* No shorter text reads as the same number. */
    size_t digits = 0;
    for (const char *p = text; *p && *p != 'e'; p++)
        digits += *p >= '0' && *p <= '9';
    for (int precision = 1; precision < 17; precision++) {
        snprintf(other, sizeof other, "%.*e", precision - 1, value);
        if (strtod(other, NULL) == value) {
            if (strchr(text, 'e') && digits > (size_t)precision)
                fail_msg("%s is longer than %s", text, other);
            break;
        }
    }
    /* Seventeen digits, however they are written, are read as strtod reads them. */
    snprintf(other, sizeof other, "%.17g", value * 1.1);
    json = (dm_json){other, strlen(other)};
    if (value * 1.1 <= 1.7e308 && value * 1.1 >= -1.7e308) {
        assert_int_equal(dm_json_double(json, &again), DM_OK);
        assert_true(again == strtod(other, NULL));
    }
}

static void test_doubles(void **state)
{
    (void)state;
    static const double values[] = {0.1,
                                    0.3,
                                    1.0 / 3,
                                    1e21,
                                    1e22,
                                    1e23,
                                    123456789012345680.0,
                                    5e-324,
                                    2.2250738585072014e-308,
                                    2.225073858507201e-308,
                                    1.7976931348623157e308,
                                    9007199254740993.0,
                                    1e-6,
                                    1e-7,
                                    0.000001234,
                                    4.35,
                                    0.5,
                                    -2.5,
                                    299792458.0,
                                    1e15,
                                    1e16};
    dm_arena *arena = dm_arena_create(NULL);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        check_double(arena, values[i]);
    for (int exponent = -1074; exponent < 1024; exponent++)
        check_double(arena, ldexp(1, exponent));
    for (int i = 0; i < 5000; i++) {
        uint64_t bits = random_bits();
        double value;
        memcpy(&value, &bits, sizeof value);
        if (fabs(value) <= DBL_MAX)
            check_double(arena, value);
        check_double(arena, (double)(random_bits() % 1000000) / 100);
    }
    assert_string_equal(text_of(arena, 1e20), "100000000000000000000");
    assert_string_equal(text_of(arena, 1e21), "1e+21");
    assert_string_equal(text_of(arena, 1e-6), "0.000001");
    assert_string_equal(text_of(arena, -1.5e-7), "-1.5e-7");
    assert_string_equal(text_of(arena, 100), "100");
    assert_string_equal(text_of(arena, -0.0), "-0");
    assert_string_equal(text_of(arena, HUGE_VAL), "\"INF\"");
    assert_string_equal(text_of(arena, -HUGE_VAL), "\"-INF\"");
    assert_string_equal(text_of(arena, (double)NAN), "\"NaN\"");
    dm_arena_destroy(arena);
}

/* Halfway cases with digits beyond the 17th decide the rounding. */
static void test_hard_roundings(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "9007199254740993",
        "9007199254740992.99999999999999999999999",
        "9007199254740993.00000000000000000000001",
        "2.2250738585072011e-308",
        "2.4703282292062327208e-324",
        "2.4703282292062328e-324",
        "1.7976931348623158e308",
        "0.500000000000000166533453693773481063544750213623046875",
        "3.518437208883201171875e13",
        "62.5364939768271845828",
        "8.10109172351e-10",
        "1.50000000000000011102230246251565404236316680908203125",
        "1000000000000000000000000000000000000000000000000000000000000000000000000000",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double value;
        dm_json json = {texts[i], strlen(texts[i])};
        assert_int_equal(dm_json_double(json, &value), DM_OK);
        if (value != strtod(texts[i], NULL))
            fail_msg("%s is read as %a", texts[i], value);
    }
}

static void test_singles(void **state)
{
    (void)state;
    dm_arena *arena = dm_arena_create(NULL);
    for (int i = 0; i < 5000; i++) {
        uint32_t bits = (uint32_t)random_bits();
        graph_beta_sample sample = {0};
        const char *text;
        float value;
        memcpy(&value, &bits, sizeof value);
        if (!(fabsf(value) <= FLT_MAX))
            continue;
        dm_arena_reset(arena);
        sample.single_value = dm_single_of(value);
        assert_int_equal(graph_beta_sample_write(arena, &sample, NULL, &text, NULL, NULL), DM_OK);
        graph_beta_sample *again =
            DM_AS(graph_beta_sample *, parsed(arena, &graph_beta_sample_descriptor, text));
        assert_memory_equal(&again->single_value.value, &value, sizeof value);
        assert_true(strtof(text + 15, NULL) == value);
    }
    dm_arena_destroy(arena);
}

/* As the runtime must write a text, byte by byte. @return NULL when it is not UTF-8. */
static const char *written_slowly(const char *text, char *to)
{
    static const char special[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    char *begin = to;
    *to++ = '"';
    for (; *text; text++) {
        const char *found = strchr(special, *text);
        if (found) {
            *to++ = '\\';
            *to++ = letters[found - special];
        } else if ((unsigned char)*text < 0x20) {
            to += snprintf(to, 8, "\\u%04x", (unsigned)*text);
        } else if ((unsigned char)*text == 0xc3 && (unsigned char)text[1] == 0xa4) {
            *to++ = *text++;
            *to++ = *text;
        } else if ((unsigned char)*text >= 0x80) {
            return NULL;
        } else {
            *to++ = *text;
        }
    }
    memcpy(to, "\"", 2);
    return begin;
}

static void check_text(const char *text)
{
    char slowly[600];
    char document[700];
    dm_arena *arena = dm_arena_create(NULL);
    graph_beta_sample *sample = graph_beta_sample_new(arena);
    const char *const items[] = {text};
    const char *expected = written_slowly(text, slowly);
    const char *again = NULL;
    sample->title = text;
    sample->tags.items = items;
    sample->tags.count = 1;
    sample->tags.has = true;
    dm_status status = dm_write(arena, &sample->object, NULL, &again, NULL, NULL);
    assert_int_equal(status, expected ? DM_OK : DM_ERROR_UTF8);
    if (expected) {
        snprintf(document, sizeof document, "{\"title\":%s,\"tags\":[%s]}", expected, expected);
        assert_string_equal(again, document);
        sample =
            (graph_beta_sample *)(void *)parsed(arena, &graph_beta_sample_descriptor, document);
        assert_string_equal(sample->title, text);
        assert_string_equal(sample->tags.items[0], text);
    }
    dm_arena_destroy(arena);
}

/* Texts are copied in words: each special byte at each place of each length, alone and with one
 * behind it, is found. */
static void test_special_bytes_at_every_place(void **state)
{
    static const char *const inserts[] = {"\"",       "\\",   "\n",   "\x01", "\x1f", "\x7f",
                                          "\xc3\xa4", "\xc3", "\x80", "\xff", " ",    "!"};
    (void)state;
    for (size_t length = 0; length <= 36; length++) {
        for (size_t place = 0; place <= length; place++) {
            for (size_t i = 0; i < sizeof inserts / sizeof *inserts; i++) {
                char text[64];
                size_t size = strlen(inserts[i]);
                memset(text, 'x', sizeof text);
                memcpy(text + place, inserts[i], size);
                text[length + size] = '\0';
                check_text(text);
                if (place + size < length + size)
                    text[place + size] = i % 2 ? '"' : '\\';
                check_text(text);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_special_bytes_at_every_place),
        cmocka_unit_test(test_every_day),
        cmocka_unit_test(test_moments),
        cmocka_unit_test(test_durations),
        cmocka_unit_test(test_times_guids_decimals),
        cmocka_unit_test(test_binary),
        cmocka_unit_test(test_doubles),
        cmocka_unit_test(test_hard_roundings),
        cmocka_unit_test(test_singles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
