/* By docmodel. Do not edit: change the pages or templates/c, and build. */
#ifndef GRAPH_BETA_GENERATION_H
#define GRAPH_BETA_GENERATION_H

/* What all headers of this library say, as a number; each of them includes this one. */
#define GRAPH_BETA_GENERATION 0x0123456789abcdefULL

#include <docmodel/runtime.h>

#endif
