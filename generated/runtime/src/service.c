#include <docmodel/service.h>

static const dm_field error_fields[] = {
    DM_FIELD(dm_service_error, code, "code", DM_STRING, 0, NULL),
    DM_FIELD(dm_service_error, message, "message", DM_STRING, 0, NULL),
    DM_FIELD(dm_service_error, target, "target", DM_STRING, 0, NULL),
    DM_FIELD(dm_service_error, inner_error, "innerError", DM_OBJECT, 0,
             &dm_service_error_descriptor),
    DM_FIELD(dm_service_error, details, "details", DM_OBJECT, DM_COLLECTION,
             &dm_service_error_descriptor),
    DM_FIELD(dm_service_error, date, "date", DM_DATE_TIME_OFFSET, 0, NULL),
    DM_FIELD(dm_service_error, request_id, "request-id", DM_STRING, 0, NULL),
    DM_FIELD(dm_service_error, client_request_id, "client-request-id", DM_STRING, 0, NULL),
};

static const uint16_t error_order[] = {7, 0, 5, 4, 3, 1, 6, 2};

const dm_type dm_service_error_descriptor = {
    "ODataError", NULL, error_fields, error_order, NULL, sizeof(dm_service_error), 8, 0, DM_OPEN,
};

static const dm_field response_fields[] = {
    DM_FIELD(dm_service_response, error, "error", DM_OBJECT, 0, &dm_service_error_descriptor),
};

static const uint16_t response_order[] = {0};

const dm_type dm_service_response_descriptor = {
    "ODataErrorResponse",
    NULL,
    response_fields,
    response_order,
    NULL,
    sizeof(dm_service_response),
    1,
    0,
    DM_OPEN,
};
