#include "models.h"

#define LINE_TYPE_NAME(type, member, name, detail)
#define LINE_TEXT(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_STRING, 0, NULL),
#define LINE_GUID(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_GUID, 0, NULL),
#define LINE_TIME(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_DATE_TIME_OFFSET, 0, NULL),
#define LINE_BOOL(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_BOOLEAN, 0, NULL),
#define LINE_INT(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_INT32, 0, NULL),
#define LINE_TEXTS(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_STRING, DM_COLLECTION, NULL),
#define LINE_GUIDS(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_GUID, DM_COLLECTION, NULL),
#define LINE_OBJECT(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_OBJECT, 0, &bench_##detail##_type),
#define LINE_OBJECTS(type, member, name, detail) \
    DM_FIELD(struct bench_##type, member, name, DM_OBJECT, DM_COLLECTION, &bench_##detail##_type),

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TABLE(type)                                                                               \
    _Static_assert(COUNT(type##_fields) == COUNT(type##_order), "a place in the order for each"); \
    const dm_type bench_##type##_type = {"bench." #type,       NULL, type##_fields,               \
                                         type##_order,         NULL, sizeof(struct bench_##type), \
                                         COUNT(type##_fields), 0,    0};

#define LINE(form, member, name, detail) LINE_##form(license, member, name, detail)
static const dm_field license_fields[] = {BENCH_LICENSE(LINE)};
static const uint16_t license_order[] = {1, 0};
TABLE(license)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(identity, member, name, detail)
static const dm_field identity_fields[] = {BENCH_IDENTITY(LINE)};
static const uint16_t identity_order[] = {1, 2, 0};
TABLE(identity)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(manager, member, name, detail)
static const dm_field manager_fields[] = {BENCH_MANAGER(LINE)};
static const uint16_t manager_order[] = {1, 0, 2};
TABLE(manager)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(user, member, name, detail)
static const dm_field user_fields[] = {BENCH_USER(LINE)};
static const uint16_t user_order[] = {1,  2,  25, 12, 3,  4,  5,  6,  7,  8,  9,  10, 11, 0, 13,
                                      14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 27, 28};
TABLE(user)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(page, member, name, detail)
static const dm_field page_fields[] = {BENCH_PAGE(LINE)};
static const uint16_t page_order[] = {0, 1, 2};
TABLE(page)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(resource, member, name, detail)
static const dm_field resource_fields[] = {BENCH_RESOURCE(LINE)};
static const uint16_t resource_order[] = {1, 0, 2};
TABLE(resource)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(notification, member, name, detail)
static const dm_field notification_fields[] = {BENCH_NOTIFICATION(LINE)};
static const uint16_t notification_order[] = {2, 5, 3, 4, 1, 0, 6};
TABLE(notification)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(notifications, member, name, detail)
static const dm_field notifications_fields[] = {BENCH_NOTIFICATIONS(LINE)};
static const uint16_t notifications_order[] = {0};
TABLE(notifications)
#undef LINE
