/*
 * From en-US/api-reference/beta/resources/recordoperation.md by docmodel. Do not edit: change the
 * page or templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#ifndef GRAPH_BETA_RECORD_OPERATION_H
#define GRAPH_BETA_RECORD_OPERATION_H

#include <docmodel/runtime.h>
#include <graph_beta/comms_operation.h>

#if DM_RUNTIME_INTERFACE != 4
#error "generated for interface 4 of the docmodel runtime"
#endif

#ifndef DM_TABLES
#include <graph_beta/generation.h>
#endif

DM_BEGIN_DECLARATIONS

/** Values of recordOperation.completionReason (recordoperation.md:12). */
typedef enum graph_beta_record_operation_completion_reason {
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_UNRECOGNIZED = -1, /**< not documented; the text tells */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_ABSENT = 0, /**< absent or null */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_OPERATION_CANCELED = 1, /**< "operationCanceled" */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_STOP_TONE_DETECTED = 2, /**< "stopToneDetected" */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_MAX_RECORD_DURATION_REACHED = 3, /**< "maxRecordDurationReached" */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_INITIAL_SILENCE_TIMEOUT = 4, /**< "initialSilenceTimeout" */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_MAX_SILENCE_TIMEOUT = 5, /**< "maxSilenceTimeout" */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_PLAY_PROMPT_FAILED = 6, /**< "playPromptFailed" */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_PLAY_BEEP_FAILED = 7, /**< "playBeepFailed" */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_MEDIA_RECEIVE_TIMEOUT = 8, /**< "mediaReceiveTimeout" */
    GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_UNSPECIFIED_ERROR = 9, /**< "unspecifiedError" */
} graph_beta_record_operation_completion_reason;

/** Holds a value of graph_beta_record_operation_completion_reason, and its text as it came. */
typedef struct graph_beta_record_operation_completion_reason_field {
    graph_beta_record_operation_completion_reason value; /**< 0 when there is none */
    const char *text; /**< NULL when there is none; writers then take the value's own */
} graph_beta_record_operation_completion_reason_field;

/** The members and their texts. */
extern DM_DATA const dm_enum graph_beta_record_operation_completion_reason_descriptor;

/** @return a field that holds a value. */
static inline graph_beta_record_operation_completion_reason_field graph_beta_record_operation_completion_reason_of(graph_beta_record_operation_completion_reason value)
{
    graph_beta_record_operation_completion_reason_field field = {value, NULL};
    return field;
}

/** @return the value of a text: exactly, then ignoring case; else GRAPH_BETA_RECORD_OPERATION_COMPLETION_REASON_UNRECOGNIZED. */
static inline graph_beta_record_operation_completion_reason graph_beta_record_operation_completion_reason_from_text(const char *text)
{
    return DM_ENUM(graph_beta_record_operation_completion_reason, dm_enum_of_text(&graph_beta_record_operation_completion_reason_descriptor, text));
}

/** @return the text of a documented value, otherwise NULL. */
static inline const char *graph_beta_record_operation_completion_reason_to_text(graph_beta_record_operation_completion_reason value)
{
    return dm_enum_to_text(&graph_beta_record_operation_completion_reason_descriptor, DM_ENUM(int, value));
}

/**
 * microsoft.graph.recordOperation: The recordOperation type (recordoperation.md:32)
 * Base type: commsOperation (commsoperation.md:53).
 */
typedef struct graph_beta_record_operation {
    union {
        graph_beta_comms_operation as_comms_operation; /**< the same object as its base type */
        DM_ANONYMOUS struct {
            dm_object object; /**< type, arena, explicit nulls, members that no page documents */
            /** The client context. (String, commsoperation.md:23) */
            const char *client_context;
            /** The operation id. Read-only. Server generated. (String, commsoperation.md:24) */
            const char *id;
            /**
             * The result information. Read-only. Server generated. (resultInfo,
             * commsoperation.md:25)
             */
            struct graph_beta_result_info *result_info;
            /**
             * Possible values are: `notStarted`, `running`, `completed`, `failed`. Read-only.
             * (commsoperation.md:26)
             */
            graph_beta_comms_operation_status_field status;
        };
    };
    /**
     * Possible values are: `operationCanceled`, `stopToneDetected`, `maxRecordDurationReached`,
     * `initialSilenceTimeout`, `maxSilenceTimeout`, `playPromptFailed`, `playBeepFailed`,
     * `mediaReceiveTimeout`, `unspecifiedError`. (recordoperation.md:12)
     */
    graph_beta_record_operation_completion_reason_field completion_reason;
    /** The time when the recording was created. (DateTimeOffset, recordoperation.md:13) */
    dm_date_time_offset created_date_time;
    /** The time of the last action of the operation. (DateTimeOffset, recordoperation.md:15) */
    dm_date_time_offset last_action_date_time;
    /** The location where the recording is located. (String, recordoperation.md:16) */
    const char *record_resource_location;
} graph_beta_record_operation;

/** Describes graph_beta_record_operation to the runtime. */
extern DM_DATA const dm_type graph_beta_record_operation_descriptor;

/** @return a new empty object, or NULL when there is no memory. */
static inline graph_beta_record_operation *graph_beta_record_operation_new(dm_arena *arena)
{
    return DM_AS(graph_beta_record_operation *, dm_new(arena, &graph_beta_record_operation_descriptor));
}

/** Makes a structure in the caller's own memory an empty object. */
static inline void graph_beta_record_operation_init(graph_beta_record_operation *self, dm_arena *arena)
{
    dm_init(&self->object, &graph_beta_record_operation_descriptor, arena);
}

/** Parses one object; see dm_parse. A JSON null is DM_OK and NULL. */
static inline dm_status graph_beta_record_operation_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_record_operation **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_record_operation_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_record_operation *, object);
    return status;
}

/** Writes an object; see dm_write. NULL is written as null. */
static inline dm_status graph_beta_record_operation_write(dm_arena *arena, const graph_beta_record_operation *self, const dm_write_options *options, const char **text, size_t *size, dm_error *error)
{
    return dm_write_as(arena, &graph_beta_record_operation_descriptor, self ? &self->object : NULL, options, text, size, error);
}

/** @return a deep copy; NULL for NULL and when there is no memory. */
static inline graph_beta_record_operation *graph_beta_record_operation_copy(dm_arena *arena, const graph_beta_record_operation *self)
{
    return DM_AS(graph_beta_record_operation *, dm_copy(arena, &graph_beta_record_operation_descriptor, self ? &self->object : NULL));
}

/** @return the same object when it is of this type, otherwise NULL. NULL gives NULL. */
static inline graph_beta_record_operation *graph_beta_record_operation_from(const graph_beta_comms_operation *base)
{
    return DM_AS(graph_beta_record_operation *, dm_cast(base ? &base->object : NULL, &graph_beta_record_operation_descriptor));
}

/** A page of recordOperation objects, as lists of them are answered. */
typedef struct graph_beta_record_operation_page {
    dm_object object; /**< type, arena, explicit nulls, other members */
    const char *context; /**< `@odata.context` */
    dm_int64 count; /**< `@odata.count` */
    const char *next_link; /**< `@odata.nextLink`: where the next page is, NULL on the last */
    const char *delta_link; /**< `@odata.deltaLink`: where later changes are */
    /** The elements. */
    struct {
        graph_beta_record_operation **items;
        size_t count;
        bool has;
    } value;
} graph_beta_record_operation_page;

/** Describes graph_beta_record_operation_page to the runtime. */
extern DM_DATA const dm_type graph_beta_record_operation_page_descriptor;

/** Parses a page; see dm_parse. */
static inline dm_status graph_beta_record_operation_page_parse(dm_arena *arena, const char *text, size_t size, const dm_parse_options *options, graph_beta_record_operation_page **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status = dm_parse(arena, &graph_beta_record_operation_page_descriptor, text, size, options, &object, error);
    *self = DM_AS(graph_beta_record_operation_page *, object);
    return status;
}

DM_END_DECLARATIONS

#endif
