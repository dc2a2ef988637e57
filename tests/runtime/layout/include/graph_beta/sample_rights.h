/* From en-US/api-reference/beta/resources/samplerights.md by docmodel. Do not edit: change the page or templates/c, and build.
 * Descriptions: CC-BY-4.0. */
#ifndef GRAPH_BETA_SAMPLE_RIGHTS_H
#define GRAPH_BETA_SAMPLE_RIGHTS_H

#include <docmodel/runtime.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

/** microsoft.graph.sampleRights: what one may do; members combine (samplerights.md:12). */
typedef enum graph_beta_sample_rights {
    GRAPH_BETA_SAMPLE_RIGHTS_READ = 1, /**< "read" */
    GRAPH_BETA_SAMPLE_RIGHTS_WRITE = 2, /**< "write" */
    GRAPH_BETA_SAMPLE_RIGHTS_OWN = 4, /**< "own" */
} graph_beta_sample_rights;

/** The members and their texts. */
extern DM_DATA const dm_enum graph_beta_sample_rights_descriptor;

/** @return a field that holds members, or-ed together. */
static inline dm_flags graph_beta_sample_rights_of(uint32_t bits)
{
    dm_flags field = {bits, ""};
    return field;
}

/** @return the documented members that a text lists between commas. */
static inline uint32_t graph_beta_sample_rights_from_text(const char *text)
{
    return dm_flags_of_text(&graph_beta_sample_rights_descriptor, text);
}

DM_END_DECLARATIONS

#endif
