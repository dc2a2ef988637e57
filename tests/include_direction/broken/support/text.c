#include "support/text.h"
#include "cli/main.h"

#include <pcre2.h>

int text_isalpha(int c)
{
    return isalpha(c); /* isalpha(c) in a comment is nobody's business */
}
