/*
 * Time of `docmodel check --jobs 1` beside that of parsing the same pages with bare cmark.
 *
 *     bench_check DOCMODEL FOLDER...
 *
 * Rounds take turns; each runs in a process of its own, so both pay for reading the files and for
 * their memory. Prints the median of the seconds of processor time and of clock time, and the
 * median of the rounds' ratios. Pages are the *.md files in folders named "resources".
 */
#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700

#include <cmark.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS       9
#define OPEN_FOLDERS 16

struct cost {
    double processor;
    double clock;
};

static size_t page_count;
static size_t page_bytes;

static void fail(const char *what)
{
    perror(what);
    exit(2);
}

static void parse_page(const char *path, size_t size)
{
    char *text = malloc(size + 1);
    int file = open(path, O_RDONLY);
    if (text == NULL || file < 0 || read(file, text, size) != (ssize_t)size)
        fail(path);
    close(file);
    cmark_node_free(cmark_parse_document(text, size, CMARK_OPT_DEFAULT));
    free(text);
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    size_t length = strlen(path);
    const char *folder = strstr(path, "/resources/");
    if (kind != FTW_F || folder == NULL || folder + 11 != path + place->base || length < 3 ||
        strcmp(path + length - 3, ".md") != 0)
        return 0;
    page_count++;
    page_bytes += (size_t)status->st_size;
    parse_page(path, (size_t)status->st_size);
    return 0;
}

static void walk(char **folders)
{
    for (; *folders != NULL; folders++)
        if (nftw(*folders, visit, OPEN_FOLDERS, FTW_PHYS) != 0)
            fail(*folders);
}

static void parse_with_cmark(void *folders)
{
    walk(folders);
    _exit(0);
}

static void run_docmodel(void *arguments)
{
    char **list = arguments;
    int null = open("/dev/null", O_WRONLY);
    if (null < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0)
        _exit(127);
    execv(list[0], list);
    _exit(127);
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static struct cost measure(void (*work)(void *context), void *context)
{
    struct rusage usage;
    int status = 0;
    double begin = now();
    pid_t child = fork();
    if (child == 0)
        work(context);
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        fail("the round");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "a round ended with status %d\n", status);
        exit(1);
    }
    return (struct cost){seconds(usage.ru_utime) + seconds(usage.ru_stime), now() - begin};
}

static int compare(const void *a, const void *b)
{
    double first = *(const double *)a;
    double second = *(const double *)b;
    return (first > second) - (first < second);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof *values, compare);
    return values[ROUNDS / 2];
}

struct results {
    double checked[ROUNDS];
    double parsed[ROUNDS];
    double ratio[ROUNDS];
};

static void add_round(struct results *results, size_t round, double checked, double parsed)
{
    results->checked[round] = checked;
    results->parsed[round] = parsed;
    results->ratio[round] = checked / parsed;
}

static void print_results(const char *name, struct results *results)
{
    double ratio = median(results->ratio); /* sorts it, too */
    printf("%-14s  docmodel %.3f s  cmark %.3f s  ratio %.2f (%.2f to %.2f)\n", name,
           median(results->checked), median(results->parsed), ratio, results->ratio[0],
           results->ratio[ROUNDS - 1]);
}

/* "DOCMODEL check --jobs 1 --docs FOLDER..." */
static char **check_arguments(char *program, char **folders, size_t count)
{
    char **list = calloc(5 + 2 * count, sizeof *list);
    if (list == NULL)
        fail("memory");
    list[0] = program;
    list[1] = "check";
    list[2] = "--jobs";
    list[3] = "1";
    for (size_t i = 0; i < count; i++) {
        list[4 + 2 * i] = "--docs";
        list[5 + 2 * i] = folders[i];
    }
    return list;
}

int main(int argc, char **argv)
{
    static struct results processor;
    static struct results elapsed;
    if (argc < 3) {
        fprintf(stderr, "usage: %s DOCMODEL FOLDER...\n", argv[0]);
        return 2;
    }
    char **folders = argv + 2;
    char **arguments = check_arguments(argv[1], folders, (size_t)argc - 2);
    walk(folders); /* counts the pages and brings them into the cache */
    printf("%zu pages, %.1f MB\n", page_count, (double)page_bytes / 1e6);
    fflush(stdout);
    for (size_t i = 0; i < ROUNDS; i++) {
        struct cost checked = measure(run_docmodel, arguments);
        struct cost parsed = measure(parse_with_cmark, folders);
        add_round(&processor, i, checked.processor, parsed.processor);
        add_round(&elapsed, i, checked.clock, parsed.clock);
    }
    print_results("processor time", &processor);
    print_results("clock time", &elapsed);
    free(arguments);
    return 0;
}
