/* Identifiers: words, acronyms, digits, keywords, characters that no identifier may have. */
#include "render/c_name.h"

#include "test_cmocka.h"

struct example {
    const char *name;
    const char *snake;
};

static void assert_snake(struct arena *arena, const char *name, const char *expected)
{
    slice snake = c_name_snake(arena, slice_from(name));
    assert_string_equal(snake.ptr, expected);
    assert_int_equal(snake.len, strlen(expected));
}

static void snake_case_splits_words(void **state)
{
    static const struct example examples[] = {
        {"commsOperation", "comms_operation"},
        {"recordOperation", "record_operation"},
        {"id", "id"},
        {"URL", "url"},
        {"iOSDevice", "i_os_device"},
        {"deviceURLs", "device_urls"},
        {"IPv4Address", "ipv4_address"},
        {"OAuth2Grant", "o_auth2_grant"},
        {"HTMLBody", "html_body"},
        {"int32Value", "int32_value"},
        {"x509certificate", "x509certificate"},
        {"windows10EndpointProtection", "windows10_endpoint_protection"},
        {"snake_case_already", "snake_case_already"},
        {"Not Ready", "not_ready"},
        {"JIS B4", "jis_b4"},
        {"1-d", "1_d"},
        {".0", "0"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
        assert_snake(*state, examples[i].name, examples[i].snake);
}

static void other_characters_become_gaps_or_numbers(void **state)
{
    static const struct example examples[] = {
        {"@odata.type", "odata_type"},
        {"@microsoft.graph.conflictBehavior", "microsoft_graph_conflict_behavior"},
        {"__private__", "private"},
        {"a--b", "a_b"},
        {"caf\xC3\xA9"
         "Bar",
         "cafe_bar"},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"\xE7\x8A\xB6\xE6\x80\x81", "u72b6_u6001"},
        {"a\xE7\x8A\xB6"
         "b",
         "a_u72b6_b"},
        {"*", "u002a"},
        {"<=", "u003c_u003d"},
        {"", "empty"},
        {"\xFF", "ufffd"},
        {"\xE2\x80\x8B", "u200b"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
        assert_snake(*state, examples[i].name, examples[i].snake);
}

static void nothing_is_truncated(void **state)
{
    char name[301];
    memset(name, 'a', 300);
    name[300] = '\0';
    assert_int_equal(c_name_snake(*state, slice_from(name)).len, 300);
}

static void capitals(void **state)
{
    assert_string_equal(c_name_screaming(*state, SLICE("notStarted")).ptr, "NOT_STARTED");
    assert_string_equal(c_name_upper(*state, SLICE("graph_x1")).ptr, "GRAPH_X1");
}

static void identifiers_are_no_keywords_and_begin_with_a_letter(void **state)
{
    static const struct example examples[] = {
        {"default", "default_"},   {"long", "long_"},
        {"operator", "operator_"}, {"delete", "delete_"},
        {"template", "template_"}, {"protected", "protected_"},
        {"class", "class_"},       {"case", "case_"},
        {"not", "not_"},           {"errno", "errno_"},
        {"linux", "linux_"},       {"unix", "unix_"},
        {"nullptr", "nullptr_"},   {"co_await", "co_await_"},
        {"restrict", "restrict_"}, {"2fa_enabled", "x2fa_enabled"},
        {"status", "status"},      {"defaults", "defaults"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        slice name = c_name_identifier(*state, slice_from(examples[i].name));
        assert_true(slice_equal(name, slice_from(examples[i].snake)));
    }
    assert_true(c_name_is_reserved(SLICE("xor_eq")));
    assert_true(c_name_is_reserved(SLICE("EOF")));
    assert_false(c_name_is_reserved(SLICE("")));
}

static void files_fit_every_system(void **state)
{
    assert_string_equal(c_name_file(*state, SLICE("con"), 90).ptr, "con_");
    assert_string_equal(c_name_file(*state, SLICE("com1"), 90).ptr, "com1_");
    assert_string_equal(c_name_file(*state, SLICE("comms"), 90).ptr, "comms");
    assert_string_equal(c_name_file(*state, SLICE("contact"), 90).ptr, "contact");

    char long_a[121];
    char long_b[121];
    memset(long_a, 'a', 120);
    long_a[120] = '\0';
    memcpy(long_b, long_a, sizeof long_b);
    long_b[119] = 'b';
    slice a = c_name_file(*state, slice_from(long_a), 90);
    slice b = c_name_file(*state, slice_from(long_b), 90);
    assert_int_equal(a.len, 90);
    assert_int_equal(b.len, 90);
    assert_false(slice_equal(a, b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(snake_case_splits_words),
        TEST(other_characters_become_gaps_or_numbers),
        TEST(nothing_is_truncated),
        TEST(capitals),
        TEST(identifiers_are_no_keywords_and_begin_with_a_letter),
        TEST(files_fit_every_system),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
