/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_GENERATION_H
#define GRAPH_GENERATION_H

/* What all headers of this library say, as a number. Each of them includes this one: a build that generates
 * the library knows no other header by name before the generator has run, and since this one changes whenever
 * any of them does, what uses them is compiled again in time. */
#define GRAPH_GENERATION 0x6edfd6766aa66691ULL

#include <docmodel/runtime.h>

#endif
