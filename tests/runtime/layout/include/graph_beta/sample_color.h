/* From en-US/api-reference/beta/resources/samplecolor.md by docmodel. Do not edit: change the page or templates/c, and build.
 * Descriptions: CC-BY-4.0. */
#ifndef GRAPH_BETA_SAMPLE_COLOR_H
#define GRAPH_BETA_SAMPLE_COLOR_H

#include <docmodel/runtime.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

/** microsoft.graph.sampleColor: a colour (samplecolor.md:12). */
typedef enum graph_beta_sample_color {
    GRAPH_BETA_SAMPLE_COLOR_UNRECOGNIZED = -1, /**< not documented; the text tells */
    GRAPH_BETA_SAMPLE_COLOR_ABSENT = 0, /**< absent or null */
    GRAPH_BETA_SAMPLE_COLOR_RED = 1, /**< "red" */
    GRAPH_BETA_SAMPLE_COLOR_DARK_BLUE = 2, /**< "darkBlue" */
    GRAPH_BETA_SAMPLE_COLOR_UNKNOWN_FUTURE_VALUE = 3, /**< "unknownFutureValue" */
} graph_beta_sample_color;

/** Holds a value of graph_beta_sample_color, and its text as it came. */
typedef struct graph_beta_sample_color_field {
    graph_beta_sample_color value; /**< 0 when there is none */
    const char *text; /**< NULL when there is none; writers then take the value's own */
} graph_beta_sample_color_field;

/** The members and their texts. */
extern DM_DATA const dm_enum graph_beta_sample_color_descriptor;

/** @return a field that holds a value. */
static inline graph_beta_sample_color_field graph_beta_sample_color_of(graph_beta_sample_color value)
{
    graph_beta_sample_color_field field = {value, NULL};
    return field;
}

/** @return the value of a text: exactly, then ignoring case; else GRAPH_BETA_SAMPLE_COLOR_UNRECOGNIZED. */
static inline graph_beta_sample_color graph_beta_sample_color_from_text(const char *text)
{
    return DM_ENUM(graph_beta_sample_color, dm_enum_of_text(&graph_beta_sample_color_descriptor, text));
}

/** @return the text of a documented value, otherwise NULL. */
static inline const char *graph_beta_sample_color_to_text(graph_beta_sample_color value)
{
    return dm_enum_to_text(&graph_beta_sample_color_descriptor, DM_ENUM(int, value));
}

DM_END_DECLARATIONS

#endif
