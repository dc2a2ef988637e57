#include "cli/options.h"

#include "support/suggest.h"

#define BIT(symbol) (1U << COMMAND_##symbol)
#define ON_PAGES    (BIT(GENERATE) | BIT(CHECK) | BIT(MODEL) | BIT(CONTEXT) | BIT(WHY))
#define ON_ALL      ((1U << COMMAND_COUNT) - 1)
#define REPEATABLE  OPTION_REPEATABLE
#define LIST        OPTION_LIST

static const struct command_info commands[COMMAND_COUNT] = {
#define COMMAND(symbol, name, operands, summary, description) \
    [COMMAND_##symbol] = {name, operands, summary, description},
#include "cli/commands.def"
#undef COMMAND
};

static const struct option_info options[OPTION_COUNT] = {
#define OPTION(symbol, group, letter, name, value, flags, commands, help) \
    [OPTION_##symbol] = {name, value, help, OPTION_GROUP_##group, flags, commands, letter},
#include "cli/options.def"
#undef OPTION
};

/* Where the parser stands. */
struct option_parser {
    struct arena *arena;
    int argc;
    const char *const *argv;
    int next; /* index of the argument to be read next */
    struct arguments *arguments;
    struct buffer *problem;
};

const struct command_info *command_info(enum command command)
{
    return &commands[command];
}

const struct option_info *option_info(enum option option)
{
    return &options[option];
}

bool option_belongs(enum option option, enum command command)
{
    if (command == COMMAND_COUNT)
        return options[option].commands == ON_ALL;
    return (options[option].commands >> command & 1U) != 0;
}

static enum command command_find(slice name)
{
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (slice_equal(name, slice_from(commands[i].name)))
            return (enum command)i;
    return COMMAND_COUNT;
}

static void options_say_nearest(struct buffer *problem, const struct suggestion *nearest,
                                const char *before)
{
    if (nearest->best.len > 0)
        buffer_format(problem, "; did you mean '%s%.*s'?", before, SLICE_ARGS(nearest->best));
}

static bool options_reject_command(struct option_parser *parser, slice name)
{
    struct suggestion nearest;
    suggest_init(&nearest, name, false);
    for (int i = 0; i < COMMAND_COUNT; i++)
        suggest_offer(&nearest, slice_from(commands[i].name));
    buffer_format(parser->problem, "unknown command '%.*s'", SLICE_ARGS(name));
    options_say_nearest(parser->problem, &nearest, "");
    return false;
}

static bool options_take_operand(struct option_parser *parser, slice operand)
{
    struct arguments *arguments = parser->arguments;
    if (arguments->command == COMMAND_COUNT) {
        arguments->command = command_find(operand);
        if (arguments->command == COMMAND_COUNT)
            return options_reject_command(parser, operand);
        return true;
    }
    arguments->operands = arena_extend(parser->arena, arguments->operands, arguments->operand_count,
                                       sizeof *arguments->operands);
    arguments->operands[arguments->operand_count++] = operand;
    return true;
}

static void options_add_value(struct option_parser *parser, enum option option, slice value)
{
    struct option_values *values = &parser->arguments->options[option];
    values->items =
        arena_extend(parser->arena, values->items, values->count, sizeof *values->items);
    values->items[values->count++] = value;
}

/* An empty name of a file, version or glob is a shell variable that was never set. */
static bool options_take_value(struct option_parser *parser, enum option option, slice value)
{
    bool more = (options[option].flags & OPTION_LIST) != 0;
    do {
        slice item = value;
        if (more)
            more = slice_cut(value, ',', &item, &value);
        if (item.len == 0 && option != OPTION_BANNER) {
            buffer_format(parser->problem, "option '--%s' has an empty value where %s is expected",
                          options[option].name, options[option].value);
            return false;
        }
        options_add_value(parser, option, item);
    } while (more);
    return true;
}

/* Takes the next argument as OPTION's value. */
static bool options_take_next(struct option_parser *parser, enum option option)
{
    if (parser->next >= parser->argc) {
        buffer_format(parser->problem, "option '--%s' needs a value: --%s=%s", options[option].name,
                      options[option].name, options[option].value);
        return false;
    }
    return options_take_value(parser, option, slice_from(parser->argv[parser->next++]));
}

static bool options_reject_long(struct option_parser *parser, slice name)
{
    struct suggestion nearest;
    suggest_init(&nearest, name, false);
    for (int i = 0; i < OPTION_COUNT; i++)
        suggest_offer(&nearest, slice_from(options[i].name));
    buffer_format(parser->problem, "unknown option '--%.*s'", SLICE_ARGS(name));
    options_say_nearest(parser->problem, &nearest, "--");
    return false;
}

static bool options_reject_ambiguous(struct option_parser *parser, slice name)
{
    buffer_format(parser->problem, "option '--%.*s' is ambiguous:", SLICE_ARGS(name));
    const char *separator = " ";
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!slice_starts_with(slice_from(options[i].name), name))
            continue;
        buffer_format(parser->problem, "%s--%s", separator, options[i].name);
        separator = ", ";
    }
    return false;
}

/* The option called NAME, else the only one that begins so; says what is wrong otherwise. */
static enum option options_find_long(struct option_parser *parser, slice name)
{
    enum option found = OPTION_COUNT;
    size_t matches = 0;
    for (int i = 0; i < OPTION_COUNT && name.len > 0; i++) {
        slice candidate = slice_from(options[i].name);
        if (slice_equal(candidate, name))
            return (enum option)i;
        if (slice_starts_with(candidate, name)) {
            found = (enum option)i;
            matches++;
        }
    }
    if (matches == 1)
        return found;
    if (matches == 0)
        options_reject_long(parser, name);
    else
        options_reject_ambiguous(parser, name);
    return OPTION_COUNT;
}

static bool options_parse_long(struct option_parser *parser, slice argument)
{
    slice name, value;
    bool has_value = slice_cut(argument, '=', &name, &value);
    enum option option = options_find_long(parser, name);
    if (option == OPTION_COUNT)
        return false;
    if (options[option].value != NULL)
        return has_value ? options_take_value(parser, option, value)
                         : options_take_next(parser, option);
    if (has_value) {
        buffer_format(parser->problem, "option '--%s' takes no value", options[option].name);
        return false;
    }
    options_add_value(parser, option, (slice){0});
    return true;
}

static enum option options_find_letter(char letter)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (options[i].letter != 0 && options[i].letter == letter)
            return (enum option)i;
    return OPTION_COUNT;
}

/* LETTERS are flags, the last of which may be an option whose value follows. */
static bool options_parse_letters(struct option_parser *parser, slice letters)
{
    slice all = letters;
    while (letters.len > 0) {
        enum option option = options_find_letter(letters.ptr[0]);
        letters = slice_skip(letters, 1);
        if (option == OPTION_COUNT) {
            buffer_format(parser->problem, "unknown option '-%.*s'", SLICE_ARGS(all));
            return false;
        }
        if (options[option].value != NULL)
            return letters.len > 0 ? options_take_value(parser, option, letters)
                                   : options_take_next(parser, option);
        options_add_value(parser, option, (slice){0});
    }
    return true;
}

static void options_say_commands(struct buffer *problem, enum option option)
{
    const char *separator = "";
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (!option_belongs(option, (enum command)i))
            continue;
        buffer_format(problem, "%s'docmodel %s'", separator, commands[i].name);
        separator = " and ";
    }
}

static bool options_check_command(struct option_parser *parser)
{
    enum command command = parser->arguments->command;
    for (int i = 0; command != COMMAND_COUNT && i < OPTION_COUNT; i++) {
        enum option option = (enum option)i;
        if (parser->arguments->options[i].count == 0 || option_belongs(option, command))
            continue;
        buffer_format(parser->problem, "option '--%s' is none of 'docmodel %s'; it belongs to ",
                      options[i].name, commands[command].name);
        options_say_commands(parser->problem, option);
        return false;
    }
    return true;
}

bool arguments_parse(struct arena *arena, int argc, const char *const *argv,
                     struct arguments *arguments, struct buffer *problem)
{
    struct option_parser parser = {arena, argc, argv, 1, arguments, problem};
    *arguments = (struct arguments){.command = COMMAND_COUNT};
    bool operands_only = false;
    bool good = true;
    while (good && parser.next < argc) {
        slice argument = slice_from(argv[parser.next++]);
        bool option = !operands_only && argument.len > 1 && argument.ptr[0] == '-';
        if (!option)
            good = options_take_operand(&parser, argument);
        else if (slice_equal(argument, SLICE("--")))
            operands_only = true;
        else if (argument.ptr[1] == '-')
            good = options_parse_long(&parser, slice_skip(argument, 2));
        else
            good = options_parse_letters(&parser, slice_skip(argument, 1));
    }
    return good && options_check_command(&parser);
}

bool arguments_have(const struct arguments *arguments, enum option option)
{
    return arguments->options[option].count > 0;
}

slice arguments_value(const struct arguments *arguments, enum option option)
{
    const struct option_values *values = &arguments->options[option];
    return values->count > 0 ? values->items[values->count - 1] : (slice){0};
}
