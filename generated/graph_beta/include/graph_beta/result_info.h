/*
 * From en-US/api-reference/beta/resources/resultinfo.md by docmodel. Do not edit: change the page
 * or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_BETA_RESULT_INFO_H
#define GRAPH_BETA_RESULT_INFO_H

#include <docmodel/runtime.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

/** microsoft.graph.resultInfo: Tells how an operation or a call ended. (resultinfo.md:39) */
typedef struct graph_beta_result_info {
    dm_object object; /**< type, arena, explicit nulls, members that no page documents */
    /** The class of the result, as an HTTP status code. (Int32, resultinfo.md:23) */
    dm_int32 code;
    /** A text for people. Programs should go by code and subcode. (String, resultinfo.md:24) */
    const char *message;
    /** The case within the code; 0 when there is nothing more to say. (Int32, resultinfo.md:25) */
    dm_int32 subcode;
} graph_beta_result_info;

/** Describes graph_beta_result_info to the runtime. */
extern DM_DATA const dm_type graph_beta_result_info_descriptor;

/** @return a new empty object, or NULL when there is no memory. */
static inline graph_beta_result_info *graph_beta_result_info_new(dm_arena *arena)
{
    return DM_AS(graph_beta_result_info *, dm_new(arena, &graph_beta_result_info_descriptor));
}

/** Makes a structure in the caller's own memory an empty object. */
static inline void graph_beta_result_info_init(graph_beta_result_info *self, dm_arena *arena)
{
    dm_init(&self->object, &graph_beta_result_info_descriptor, arena);
}

/** Parses one object; see dm_parse. A JSON null is DM_OK and NULL. */
static inline dm_status graph_beta_result_info_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_result_info **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_result_info_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_result_info *, object);
    return status;
}

/** Writes an object; see dm_write. NULL is written as null. */
static inline dm_status graph_beta_result_info_write(dm_arena *arena, const graph_beta_result_info *self, const dm_write_options *options, const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, &graph_beta_result_info_descriptor, self ? &self->object : NULL, options, text, size, error);
}

/** @return a deep copy; NULL for NULL and when there is no memory. */
static inline graph_beta_result_info *graph_beta_result_info_copy(dm_arena *arena, const graph_beta_result_info *self)
{
    return DM_AS(graph_beta_result_info *, dm_copy(arena, &graph_beta_result_info_descriptor, self ? &self->object : NULL));
}

/** @return the same object when it is of this type, otherwise NULL. NULL gives NULL. */
static inline graph_beta_result_info *graph_beta_result_info_from(const dm_object *object)
{
    return DM_AS(graph_beta_result_info *, dm_cast(object, &graph_beta_result_info_descriptor));
}

DM_END_DECLARATIONS

#endif
