/* Uses one header of the library, which must have been compiled with the same. */
#include <library/shelf.h>

int main(void)
{
    return library_shelf_descriptor.size == sizeof(library_shelf) ? 0 : 1;
}
