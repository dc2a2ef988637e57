/* The command line: parsing, suggestions and help. */
#include "cli/help.h"
#include "support/suggest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ARGV_MAX 16

/* One parse of a command line that is written with blanks; "''" stands for an empty argument. */
struct parse {
    struct arena arena;
    struct buffer problem;
    struct arguments arguments;
    bool good;
};

static void parse_line(struct parse *parse, const char *line)
{
    const char *argv[ARGV_MAX] = {"docmodel"};
    int argc = 1;
    slice rest = slice_from(line);
    arena_init(&parse->arena);
    buffer_init(&parse->problem);
    while (rest.len > 0) {
        slice word;
        slice_cut(rest, ' ', &word, &rest);
        if (slice_equal(word, SLICE("''")))
            word = (slice){0};
        assert_in_range(argc, 1, ARGV_MAX - 1);
        argv[argc++] = arena_copy(&parse->arena, word).ptr;
    }
    parse->good = arguments_parse(&parse->arena, argc, argv, &parse->arguments, &parse->problem);
}

static void parse_finish(struct parse *parse)
{
    buffer_finish(&parse->problem);
    arena_finish(&parse->arena);
}

/* All values of OPTION, joined by "|". */
static const char *parse_values(struct parse *parse, enum option option)
{
    slice all = {"", 0};
    const struct option_values *values = &parse->arguments.options[option];
    for (size_t i = 0; i < values->count; i++) {
        all = arena_join(&parse->arena, all, i > 0 ? SLICE("|") : (slice){0});
        all = arena_join(&parse->arena, all, values->items[i]);
    }
    return all.ptr;
}

static void assert_values(const char *line, enum option option, const char *expected)
{
    struct parse parse;
    parse_line(&parse, line);
    if (!parse.good)
        fail_msg("%s: %s", line, parse.problem.data);
    assert_string_equal(parse_values(&parse, option), expected);
    parse_finish(&parse);
}

static void assert_problem(const char *line, const char *expected)
{
    struct parse parse;
    parse_line(&parse, line);
    assert_false(parse.good);
    assert_string_equal(parse.problem.data, expected);
    parse_finish(&parse);
}

static void test_values_follow_or_are_joined(void **state)
{
    (void)state;
    assert_values("generate --docs a --docs=b", OPTION_DOCS, "a|b");
    assert_values("generate --out x", OPTION_OUT, "x");
    assert_values("generate -o x", OPTION_OUT, "x");
    assert_values("generate -ox", OPTION_OUT, "x");
    assert_values("generate -qkox", OPTION_OUT, "x");
    assert_values("generate -qk", OPTION_KEEP_GOING, "");
    assert_values("generate --docs --out", OPTION_DOCS, "--out");
    assert_values("generate --docs=a=b", OPTION_DOCS, "a=b");
    assert_values("check -W error -W no-empty-page", OPTION_WARN, "error|no-empty-page");
    assert_values("generate --types user,call* --types=x", OPTION_TYPES, "user|call*|x");
    assert_values("generate --docs a,b", OPTION_DOCS, "a,b");
    assert_values("generate --banner=", OPTION_BANNER, "");
}

static void test_the_last_value_counts(void **state)
{
    (void)state;
    struct parse parse;
    parse_line(&parse, "generate --prefix a --prefix b");
    assert_true(parse.good);
    assert_true(slice_equal(arguments_value(&parse.arguments, OPTION_PREFIX), SLICE("b")));
    assert_int_equal(arguments_value(&parse.arguments, OPTION_OUT).len, 0);
    assert_false(arguments_have(&parse.arguments, OPTION_OUT));
    parse_finish(&parse);
}

static void test_options_stand_anywhere(void **state)
{
    (void)state;
    struct parse parse;
    parse_line(&parse, "--quiet context --docs a user -v -- --docs -");
    assert_true(parse.good);
    assert_int_equal(parse.arguments.command, COMMAND_CONTEXT);
    assert_int_equal(parse.arguments.operand_count, 3);
    assert_true(slice_equal(parse.arguments.operands[0], SLICE("user")));
    assert_true(slice_equal(parse.arguments.operands[1], SLICE("--docs")));
    assert_true(slice_equal(parse.arguments.operands[2], SLICE("-")));
    assert_true(arguments_have(&parse.arguments, OPTION_QUIET));
    assert_true(arguments_have(&parse.arguments, OPTION_VERBOSE));
    parse_finish(&parse);
}

static void test_no_command(void **state)
{
    (void)state;
    struct parse parse;
    parse_line(&parse, "");
    assert_true(parse.good);
    assert_int_equal(parse.arguments.command, COMMAND_COUNT);
    parse_finish(&parse);
}

static void test_long_names_are_abbreviated(void **state)
{
    (void)state;
    assert_values("generate --te=x", OPTION_TEMPLATES, "x");
    assert_values("generate --doc-l=x", OPTION_DOC_LOCALE, "x");
    assert_values("generate --docs=x", OPTION_DOCS, "x");
    assert_problem("generate --t=x", "option '--t' is ambiguous: --types, --templates");
    assert_problem("generate --doc=x", "option '--doc' is ambiguous: --docs, --doc-locale");
}

static void test_wrong_names_have_suggestions(void **state)
{
    (void)state;
    assert_problem("generate --tpyes x", "unknown option '--tpyes'; did you mean '--types'?");
    assert_problem("generate --Quiet", "unknown option '--Quiet'; did you mean '--quiet'?");
    assert_problem("generate --zzzzzz", "unknown option '--zzzzzz'");
    assert_problem("generate --=x", "unknown option '--'");
    assert_problem("generate -x", "unknown option '-x'");
    assert_problem("generate -qx", "unknown option '-qx'");
    assert_problem("genrate", "unknown command 'genrate'; did you mean 'generate'?");
    assert_problem("docs-input", "unknown command 'docs-input'");
}

static void test_values_are_required(void **state)
{
    (void)state;
    assert_problem("generate --docs", "option '--docs' needs a value: --docs=DIR");
    assert_problem("generate -o", "option '--out' needs a value: --out=DIR");
    assert_problem("generate --out=", "option '--out' has an empty value where DIR is expected");
    assert_problem("generate --out ''", "option '--out' has an empty value where DIR is expected");
    assert_problem("generate --types a,,b",
                   "option '--types' has an empty value where GLOB is expected");
    assert_problem("generate --quiet=yes", "option '--quiet' takes no value");
}

static void test_options_belong_to_commands(void **state)
{
    (void)state;
    assert_problem("check --docs a --out b",
                   "option '--out' is none of 'docmodel check'; it belongs to 'docmodel generate'");
    assert_problem("--stamp x model",
                   "option '--stamp' is none of 'docmodel model'; it belongs to 'docmodel "
                   "generate'");
    assert_values("check --help", OPTION_HELP, "");
    assert_values("--version", OPTION_VERSION, "");
}

static void test_distances(void **state)
{
    (void)state;
    assert_int_equal(suggest_distance(SLICE(""), SLICE("")), 0);
    assert_int_equal(suggest_distance(SLICE("abc"), SLICE("")), 3);
    assert_int_equal(suggest_distance(SLICE(""), SLICE("ab")), 2);
    assert_int_equal(suggest_distance(SLICE("Types"), SLICE("tYPES")), 0);
    assert_int_equal(suggest_distance(SLICE("tpyes"), SLICE("types")), 1);
    assert_int_equal(suggest_distance(SLICE("kitten"), SLICE("sitting")), 3);
    assert_int_equal(suggest_prefix_distance(SLICE("usr"), SLICE("userSettings")), 1);
    assert_int_equal(suggest_prefix_distance(SLICE("user"), SLICE("userSettings")), 0);
    assert_int_equal(suggest_prefix_distance(SLICE("ab"), SLICE("zzzz")), 2);
    char longest[SUGGEST_LENGTH_MAX + 1];
    for (size_t i = 0; i < sizeof longest; i++)
        longest[i] = 'a';
    slice fits = {longest, SUGGEST_LENGTH_MAX};
    slice longer = {longest, SUGGEST_LENGTH_MAX + 1};
    assert_int_equal(suggest_distance(fits, fits), 0);
    assert_int_equal(suggest_distance(longer, longer), SUGGEST_FAR);
    assert_int_equal(suggest_prefix_distance(fits, longer), SUGGEST_FAR);
}

static void test_the_first_of_equals_is_suggested(void **state)
{
    (void)state;
    struct suggestion nearest;
    suggest_init(&nearest, SLICE("usar"), false);
    suggest_offer(&nearest, SLICE("something"));
    assert_int_equal(nearest.best.len, 0);
    suggest_offer(&nearest, SLICE("used"));
    suggest_offer(&nearest, SLICE("user"));
    suggest_offer(&nearest, SLICE("usar1"));
    assert_true(slice_equal(nearest.best, SLICE("user")));
}

/* Each option stands in the help of the commands that take it, and in no other. */
static void test_help_lists_what_belongs(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (int command = 0; command <= COMMAND_COUNT; command++) {
        struct buffer help;
        buffer_init(&help);
        help_print((enum command)command, &help);
        for (int i = 0; i < OPTION_COUNT; i++) {
            const struct option_info *info = option_info((enum option)i);
            slice term = arena_format(&arena, "  --%s%c", info->name, info->value ? '=' : ' ');
            slice lettered = arena_format(&arena, ", --%s%c", info->name, info->value ? '=' : ' ');
            bool shown = slice_find(buffer_slice(&help), term) != SLICE_NONE ||
                         slice_find(buffer_slice(&help), lettered) != SLICE_NONE;
            assert_int_equal(shown, option_belongs((enum option)i, (enum command)command));
        }
        buffer_finish(&help);
    }
    arena_finish(&arena);
}

static void test_help_fits_a_terminal(void **state)
{
    (void)state;
    for (int command = 0; command <= COMMAND_COUNT; command++) {
        struct buffer help;
        buffer_init(&help);
        help_print((enum command)command, &help);
        slice rest = buffer_slice(&help), line;
        while (slice_next_line(&rest, &line)) {
            assert_in_range(line.len, 0, 80);
            assert_false(slice_ends_with(line, SLICE(" ")));
        }
        buffer_finish(&help);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_follow_or_are_joined),
        cmocka_unit_test(test_the_last_value_counts),
        cmocka_unit_test(test_options_stand_anywhere),
        cmocka_unit_test(test_no_command),
        cmocka_unit_test(test_long_names_are_abbreviated),
        cmocka_unit_test(test_wrong_names_have_suggestions),
        cmocka_unit_test(test_values_are_required),
        cmocka_unit_test(test_options_belong_to_commands),
        cmocka_unit_test(test_distances),
        cmocka_unit_test(test_the_first_of_equals_is_suggested),
        cmocka_unit_test(test_help_lists_what_belongs),
        cmocka_unit_test(test_help_fits_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
