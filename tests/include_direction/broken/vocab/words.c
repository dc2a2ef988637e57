#include "words.h"
#include "markdown/document.h"

#include <pcre2.h>

/* A comment of two lines that says printf("x")
 * and fopen("y") is allowed. */
int words_print(struct words *words)
{
    words->read(words, "fopen(path)");
    return printf("%s", words->text);
}
