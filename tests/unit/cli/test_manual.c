/* The manual page names the options and commands that there are. */
#include "cli/options.h"
#include "support/fs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct document {
    struct arena arena;
    struct buffer text;
};

static void document_read(struct document *document, const char *path)
{
    const struct fs *fs = fs_native();
    arena_init(&document->arena);
    buffer_init(&document->text);
    assert_int_equal(fs->read(fs->context, path, (size_t)1 << 20, &document->text), 0);
}

static void document_finish(struct document *document)
{
    buffer_finish(&document->text);
    arena_finish(&document->arena);
}

/* The line that introduces OPTION in the manual page. */
static slice manual_item(struct arena *arena, enum option option)
{
    const struct option_info *info = option_info(option);
    slice letter = info->letter != 0 ? arena_format(arena, "Fl %c , ", info->letter) : (slice){0};
    slice value =
        info->value != NULL ? arena_format(arena, " Ns = Ns Ar %s", info->value) : (slice){0};
    return arena_format(arena, ".It %.*sFl -%s%.*s", SLICE_ARGS(letter), info->name,
                        SLICE_ARGS(value));
}

static slice manual_command(struct arena *arena, enum command command)
{
    return arena_format(arena, ".It Cm %s", command_info(command)->name);
}

/* Options and commands stand in the manual page in the order of their tables, each once, and
 * nothing else does. */
static void test_the_manual_page_is_complete(void **state)
{
    (void)state;
    struct document manual;
    document_read(&manual, DOCMODEL_SOURCE_DIR "/generator/cli/docmodel.1");
    slice rest = buffer_slice(&manual.text), line;
    int option = 0, command = 0;
    while (slice_next_line(&rest, &line)) {
        slice expected = line;
        if (slice_starts_with(line, SLICE(".It Fl "))) {
            assert_in_range(option, 0, OPTION_COUNT - 1);
            expected = manual_item(&manual.arena, (enum option)option++);
        } else if (slice_starts_with(line, SLICE(".It Cm "))) {
            assert_in_range(command, 0, COMMAND_COUNT - 1);
            expected = manual_command(&manual.arena, (enum command)command++);
        }
        assert_string_equal(arena_copy(&manual.arena, line).ptr,
                            arena_copy(&manual.arena, expected).ptr);
    }
    assert_int_equal(option, OPTION_COUNT);
    assert_int_equal(command, COMMAND_COUNT);
    document_finish(&manual);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_manual_page_is_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
