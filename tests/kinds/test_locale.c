/* What is read and written does not depend on the process's locale: with it set (its name is the
 * argument), numbers have no comma, and letters are those of ASCII. Exits 0 when all is the same.
 */
#include <float.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <kinds/models.h>

#define NUMBERS 20000

static uint64_t random_state = 88172645463325252u;

static uint64_t random_bits(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    return random_state ^= random_state << 17;
}

/* A list of random doubles of all sizes, and of amounts with two decimals. */
static kinds_specimen *make(dm_arena *arena)
{
    kinds_specimen *specimen = kinds_specimen_new(arena);
    for (int i = 0; i < NUMBERS; i++) {
        uint64_t bits = random_bits();
        double number;
        memcpy(&number, &bits, sizeof number);
        if (i % 2 == 0 || !(number >= -DBL_MAX && number <= DBL_MAX))
            number = (double)(bits % 100000000) / 100;
        float narrow = (float)(bits % 100000000) / 128;
        dm_append(&specimen->object, &specimen->double_values, &number);
        dm_append(&specimen->object, &specimen->single_values, &narrow);
    }
    specimen->decimal_value = "1234.50";
    specimen->size_value = kinds_specimen_size_value_of(KINDS_SPECIMEN_SIZE_VALUE_INT);
    return specimen;
}

static int differs(const char *what)
{
    fprintf(stderr, "%s depends on the locale\n", what);
    return 1;
}

int main(int argc, char **argv)
{
    static const char capitals[] =
        "{\"@odata.type\":\"#MICROSOFT.GRAPH.UNIQUESPECIMEN\",\"sizeValue\":\"INT\"}";
    dm_parse_options options = {.types = kinds_types};
    dm_arena *arena = dm_arena_create(NULL);
    kinds_specimen *specimen = make(arena);
    kinds_specimen *again;
    const char *before;
    const char *after;
    int failed = 0;
    size_t size;
    if (kinds_specimen_write(arena, specimen, NULL, &before, &size, NULL) != DM_OK)
        return 2;
    if (argc != 2 || !setlocale(LC_ALL, argv[1])) {
        fputs("usage: test_locale LOCALE\n", stderr);
        return 2;
    }
    if (kinds_specimen_write(arena, specimen, NULL, &after, NULL, NULL) != DM_OK ||
        strcmp(before, after) != 0)
        failed = differs("what is written");
    if (kinds_specimen_parse(arena, before, size, NULL, &again, NULL) != DM_OK ||
        !dm_equal(&specimen->object, &again->object))
        failed = differs("what is read");
    if (kinds_specimen_parse(arena, capitals, strlen(capitals), &options, &again, NULL) != DM_OK ||
        again->object.type != &kinds_unique_specimen_descriptor ||
        again->size_value.value != KINDS_SPECIMEN_SIZE_VALUE_INT)
        failed = differs("what a name means");
    dm_arena_destroy(arena);
    return failed;
}
