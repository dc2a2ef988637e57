/**
 * @file
 * The error object that services answer with:
 * `{"error": {"code": "...", "message": "...", "innerError": {...}, "details": [...]}}`.
 */
#ifndef DOCMODEL_SERVICE_H
#define DOCMODEL_SERVICE_H

#include <docmodel/runtime.h>

DM_BEGIN_DECLARATIONS

/** What is wrong; also each of its details, and what stands in innerError. */
typedef struct dm_service_error {
    dm_object object;                     /**< type, arena, other members */
    const char *code;                     /**< a word for programs, such as "itemNotFound" */
    const char *message;                  /**< for people */
    const char *target;                   /**< what it is about */
    struct dm_service_error *inner_error; /**< more exact, or NULL */
    /** Several errors at once. */
    struct {
        struct dm_service_error **items;
        size_t count;
        bool has;
    } details;
    dm_date_time_offset date;      /**< of an inner error: when */
    const char *request_id;        /**< of an inner error: for the service's support */
    const char *client_request_id; /**< of an inner error: as the request said */
} dm_service_error;

/** A response that reports an error. */
typedef struct dm_service_response {
    dm_object object;        /**< type, arena, other members */
    dm_service_error *error; /**< NULL when the response reports none */
} dm_service_response;

/** Describes dm_service_error. */
extern DM_API const dm_type dm_service_error_descriptor;

/** Describes dm_service_response. */
extern DM_API const dm_type dm_service_response_descriptor;

/** Parses a response; see dm_parse. One without an error is DM_OK with `error` NULL in it. */
static inline dm_status dm_service_response_parse(dm_arena *arena, const char *text, size_t size,
                                                  const dm_parse_options *options,
                                                  dm_service_response **self, dm_error *error)
{
    dm_object *object = NULL;
    dm_status status =
        dm_parse(arena, &dm_service_response_descriptor, text, size, options, &object, error);
    *self = DM_AS(dm_service_response *, object);
    return status;
}

DM_END_DECLARATIONS

#endif
