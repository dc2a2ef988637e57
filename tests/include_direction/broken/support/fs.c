#include <stdio.h>

int fs_remove(const char *path)
{
    return remove(path);
}
