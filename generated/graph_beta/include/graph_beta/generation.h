/*
 * Made by docmodel. Do not edit: change the pages or the templates, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_BETA_GENERATION_H
#define GRAPH_BETA_GENERATION_H

/* What all headers of this library say, as a number. Each of them includes this one: a build that generates
 * the library knows no other header by name before the generator has run, and since this one changes whenever
 * any of them does, what uses them is compiled again in time. */
#define GRAPH_BETA_GENERATION 0xbf17b3a547a2ab12ULL

#include <docmodel/runtime.h>

#endif
