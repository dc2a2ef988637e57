/* Text to structures, and the memory that holds them. */
#include "../src/arena.c"
#include "../src/extras.c"
#include "../src/read.c"
#include "../src/scalar.c"
#include "../src/scan.c"
#include "../src/value.c"
