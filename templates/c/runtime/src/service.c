#include <docmodel/service.h>

static _Alignas(void *) const struct error_fields {
    struct {
        const void *inner_error;
        const void *details;
    } details;
    dm_field fields[8];
    uint16_t order[8];
    struct {
        char code[sizeof "code"];
        char message[sizeof "message"];
        char target[sizeof "target"];
        char inner_error[sizeof "innerError"];
        char details[sizeof "details"];
        char date[sizeof "date"];
        char request_id[sizeof "request-id"];
        char client_request_id[sizeof "client-request-id"];
    } names;
    char name[DM_TABLE_NAME("ODataError")];
} error_fields = {
    {
        &dm_service_error_descriptor,
        &dm_service_error_descriptor,
    },
    {
        DM_FIELD(error_fields, 1, dm_service_error, code, DM_STRING, 0),
        DM_FIELD(error_fields, 2, dm_service_error, message, DM_STRING, 0),
        DM_FIELD(error_fields, 3, dm_service_error, target, DM_STRING, 0),
        DM_FIELD_OF(error_fields, 4, dm_service_error, inner_error, DM_OBJECT, 0),
        DM_FIELD_OF(error_fields, 5, dm_service_error, details, DM_OBJECT, DM_COLLECTION),
        DM_FIELD(error_fields, 6, dm_service_error, date, DM_DATE_TIME_OFFSET, 0),
        DM_FIELD(error_fields, 7, dm_service_error, request_id, DM_STRING, 0),
        DM_FIELD(error_fields, 8, dm_service_error, client_request_id, DM_STRING, 0),
    },
    {7, 0, 5, 4, 3, 1, 6, 2},
    {
        "code",
        "message",
        "target",
        "innerError",
        "details",
        "date",
        "request-id",
        "client-request-id",
    },
    "ODataError",
};
DM_TABLE_CHECK(error_fields);

const dm_type dm_service_error_descriptor = {
    error_fields.name,
    NULL,
    error_fields.fields,
    error_fields.order,
    NULL,
    sizeof(dm_service_error),
    8,
    0,
    DM_OPEN,
};

static _Alignas(void *) const struct response_fields {
    struct {
        const void *error;
    } details;
    dm_field fields[1];
    uint16_t order[1];
    struct {
        char error[sizeof "error"];
    } names;
    char name[DM_TABLE_NAME("ODataErrorResponse")];
} response_fields = {
    {
        &dm_service_error_descriptor,
    },
    {
        DM_FIELD_OF(response_fields, 1, dm_service_response, error, DM_OBJECT, 0),
    },
    {0},
    {
        "error",
    },
    "ODataErrorResponse",
};
DM_TABLE_CHECK(response_fields);

const dm_type dm_service_response_descriptor = {
    response_fields.name,
    NULL,
    response_fields.fields,
    response_fields.order,
    NULL,
    sizeof(dm_service_response),
    1,
    0,
    DM_OPEN,
};
