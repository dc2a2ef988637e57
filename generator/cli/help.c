#include "cli/help.h"

#define HELP_WIDTH  80
#define HELP_COLUMN 28 /* where the texts of options and commands begin */

/* Appends TEXT wrapped to HELP_WIDTH. The line holds COLUMN characters; others begin at INDENT. */
static void help_wrap(slice text, size_t column, size_t indent, struct buffer *out)
{
    bool first = true;
    while (text.len > 0) {
        slice word;
        slice_cut(text, ' ', &word, &text);
        if (!first && column + 1 + word.len > HELP_WIDTH) {
            buffer_append_char(out, '\n');
            buffer_append_repeated(out, ' ', indent);
            column = indent;
        } else if (!first) {
            buffer_append_char(out, ' ');
            column++;
        }
        buffer_append(out, word);
        column += word.len;
        first = false;
    }
    buffer_append_char(out, '\n');
}

/* Appends "  TERM   text", the text on a line of its own when the term is too long. */
static void help_print_term(slice term, slice text, struct buffer *out)
{
    buffer_append(out, term);
    size_t column = term.len;
    if (column + 2 > HELP_COLUMN) {
        buffer_append_char(out, '\n');
        column = 0;
    }
    buffer_append_repeated(out, ' ', HELP_COLUMN - column);
    help_wrap(text, HELP_COLUMN, HELP_COLUMN, out);
}

static void help_print_option(enum option option, struct buffer *out)
{
    const struct option_info *info = option_info(option);
    struct buffer term, text;
    buffer_init(&term);
    buffer_init(&text);
    if (info->letter != 0)
        buffer_format(&term, "  -%c, --%s", info->letter, info->name);
    else
        buffer_format(&term, "      --%s", info->name);
    if (info->value != NULL)
        buffer_format(&term, "=%s", info->value);
    buffer_append(&text, slice_from(info->help));
    if (info->flags & OPTION_REPEATABLE)
        buffer_append(&text, SLICE(" May be repeated."));
    help_print_term(buffer_slice(&term), buffer_slice(&text), out);
    buffer_finish(&term);
    buffer_finish(&text);
}

static bool help_has_group(enum command command, enum option_group group)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_belongs((enum option)i, command) && option_info((enum option)i)->group == group)
            return true;
    return false;
}

static void help_print_options(enum command command, struct buffer *out)
{
    static const char *const titles[OPTION_GROUP_COUNT] = {
        [OPTION_GROUP_INPUT] = "Input",
        [OPTION_GROUP_SELECTION] = "Selection",
        [OPTION_GROUP_OUTPUT] = "Output",
        [OPTION_GROUP_RUN] = "General",
    };
    for (int group = 0; group < OPTION_GROUP_COUNT; group++) {
        if (!help_has_group(command, (enum option_group)group))
            continue;
        buffer_format(out, "\n%s:\n", titles[group]);
        for (int i = 0; i < OPTION_COUNT; i++)
            if (option_belongs((enum option)i, command) &&
                option_info((enum option)i)->group == (enum option_group)group)
                help_print_option((enum option)i, out);
    }
}

void help_print_usage(enum command command, struct buffer *out)
{
    if (command == COMMAND_COUNT) {
        buffer_append(out, SLICE("usage: docmodel COMMAND [OPTION...]\n"));
        return;
    }
    const struct command_info *info = command_info(command);
    buffer_format(out, "usage: docmodel %s", info->name);
    if (option_belongs(OPTION_DOCS, command))
        buffer_append(out, SLICE(" --docs=DIR"));
    if (option_belongs(OPTION_OUT, command))
        buffer_append(out, SLICE(" --out=DIR"));
    buffer_append(out, SLICE(" [OPTION...]"));
    if (info->operands[0] != '\0')
        buffer_format(out, " %s", info->operands);
    buffer_append_char(out, '\n');
}

static void help_print_program(struct buffer *out)
{
    buffer_append(out, SLICE("\nA compiler from API documentation pages to C, or to whatever a "
                             "template pack\nrenders.\n\nCommands:\n"));
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command_info *info = command_info((enum command)i);
        struct buffer term;
        buffer_init(&term);
        buffer_format(&term, "  %s", info->name);
        help_print_term(buffer_slice(&term), slice_from(info->summary), out);
        buffer_finish(&term);
    }
}

void help_print(enum command command, struct buffer *out)
{
    help_print_usage(command, out);
    if (command == COMMAND_COUNT) {
        help_print_program(out);
    } else {
        buffer_append_char(out, '\n');
        help_wrap(slice_from(command_info(command)->description), 0, 0, out);
    }
    help_print_options(command, out);
    if (command == COMMAND_COUNT)
        buffer_append(out, SLICE("\n'docmodel help COMMAND' shows the options of a command.\n"));
    buffer_append(out, SLICE("\nExit status: 0 when all is well, 1 when the input has errors, 2 "
                             "when the\narguments are wrong or a file other than a page could "
                             "not be read or\nwritten.\n"));
}
