#include "other/thing.h"
#include "support/text.h"

#include <cmark.h>

int document_open(const char *path)
{
    return open(path, 0);
}
