/* Structures to text, and numbers both ways. */
#include "../src/number.c"
#include "../src/out.c"
#include "../src/write.c"
