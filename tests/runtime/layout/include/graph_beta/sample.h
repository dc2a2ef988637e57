/* From en-US/api-reference/beta/resources/sample.md by docmodel. Do not edit: change the page or templates/c, and build.
 * Descriptions: CC-BY-4.0. */
#ifndef GRAPH_BETA_SAMPLE_H
#define GRAPH_BETA_SAMPLE_H

#include <docmodel/runtime.h>
#include <graph_beta/entity.h>
#include <graph_beta/sample_color.h>
#include <graph_beta/sample_rights.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

struct graph_beta_comms_operation;
struct graph_beta_sample;

/**
 * microsoft.graph.sample: a type with a property of each kind.
 * Base type: entity (sample.md:10).
 */
typedef struct graph_beta_sample {
    union {
        graph_beta_entity as_entity; /**< the same object as its base type */
        DM_ANONYMOUS struct {
            dm_object object; /**< type, arena, explicit nulls, members that no page documents */
            /** Read-only. Key. (String, entity.md:15) */
            const char *id;
            /** Whether it is archived. (Boolean, entity.md:16) */
            dm_bool archived;
        };
    };
    /** A text of at most 8 characters. Required. (String, sample.md:15) */
    const char *title;
    /** A key. (Guid, sample.md:16) */
    dm_guid token;
    /** An amount. (Decimal, sample.md:17) */
    dm_decimal amount;
    /** A day. (Date, sample.md:18) */
    dm_date birthday;
    /** A time. (TimeOfDay, sample.md:19) */
    dm_time_of_day opens;
    /** A length of time. (Duration, sample.md:20) */
    dm_duration lasts;
    /** Bytes. (Binary, sample.md:21) */
    dm_binary thumbnail;
    /** (Boolean, sample.md:22) */
    dm_bool enabled;
    /** (Byte, sample.md:23) */
    dm_byte byte_value;
    /** (SByte, sample.md:24) */
    dm_sbyte sbyte_value;
    /** (Int16, sample.md:25) */
    dm_int16 int16_value;
    /** From 0 to 100. (Int32, sample.md:26) */
    dm_int32 int32_value;
    /** (Int64, sample.md:27) */
    dm_int64 int64_value;
    /** (Single, sample.md:28) */
    dm_single single_value;
    /** (Double, sample.md:29) */
    dm_double double_value;
    /** A colour. (sampleColor, sample.md:30) */
    graph_beta_sample_color_field color;
    /** Colours. (Collection of sampleColor, sample.md:31) */
    struct {
        const graph_beta_sample_color_field *items;
        size_t count;
        bool has;
    } colors;
    /** Rights. (sampleRights, sample.md:32) */
    dm_flags rights;
    /** Texts. (Collection of String, sample.md:33) */
    dm_texts tags;
    /** (Collection of Boolean, sample.md:34) */
    dm_bools bools;
    /** (Collection of Int32, sample.md:35) */
    dm_int32s int32s;
    /** (Collection of Int64, sample.md:36) */
    dm_int64s int64s;
    /** (Collection of Double, sample.md:37) */
    dm_doubles doubles;
    /** The one above. (sample, sample.md:38) */
    struct graph_beta_sample *parent;
    /** Those below. (Collection of sample, sample.md:39) */
    struct {
        struct graph_beta_sample **items;
        size_t count;
        bool has;
    } children;
    /** The operation behind it. (commsOperation, sample.md:40) */
    struct graph_beta_comms_operation *operation;
    /** (Stream, sample.md:41) */
    dm_json content;
    /** Anything. (Untyped, sample.md:42) */
    dm_json data;
    /** (Collection of Untyped, sample.md:43) */
    dm_jsons extra_data;
    /** Deprecated: use title. (String, sample.md:44) */
    const char *old_name DM_DEPRECATED("use title");
    /** (Boolean, sample.md:45) */
    dm_bool last;
} graph_beta_sample;

/** Describes graph_beta_sample to the runtime. */
extern DM_DATA const dm_type graph_beta_sample_descriptor;

/** @return a new empty object, or NULL when there is no memory. */
static inline graph_beta_sample *graph_beta_sample_new(dm_arena *arena)
{
    return DM_AS(graph_beta_sample *, dm_new(arena, &graph_beta_sample_descriptor));
}

/** Makes a structure in the caller's own memory an empty object. */
static inline void graph_beta_sample_init(graph_beta_sample *self, dm_arena *arena)
{
    dm_init(&self->object, &graph_beta_sample_descriptor, arena);
}

/** Parses one object; see dm_parse. A JSON null is DM_OK and NULL. */
static inline dm_status graph_beta_sample_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_sample **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_sample_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_sample *, object);
    return status;
}

/** Writes an object; see dm_write. NULL is written as null. */
static inline dm_status graph_beta_sample_write(dm_arena *arena, const graph_beta_sample *self, const dm_write_options *options, const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, &graph_beta_sample_descriptor, self ? &self->object : NULL, options, text, size, error);
}

/** @return a deep copy; NULL for NULL and when there is no memory. */
static inline graph_beta_sample *graph_beta_sample_copy(dm_arena *arena, const graph_beta_sample *self)
{
    return DM_AS(graph_beta_sample *, dm_copy(arena, &graph_beta_sample_descriptor, self ? &self->object : NULL));
}

/** @return the same object when it is of this type, otherwise NULL. NULL gives NULL. */
static inline graph_beta_sample *graph_beta_sample_from(const graph_beta_entity *base)
{
    return DM_AS(graph_beta_sample *, dm_cast(base ? &base->object : NULL, &graph_beta_sample_descriptor));
}

DM_END_DECLARATIONS

#endif
