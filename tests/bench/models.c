#include "models.h"

/* The parts of a table, made of a type's list. `@odata.type` has no line. What counts lines is a
 * structure of bytes, one for each. */
#define IF_LINE_TYPE_NAME(...)
#define IF_LINE_TEXT(...)    __VA_ARGS__
#define IF_LINE_GUID(...)    __VA_ARGS__
#define IF_LINE_TIME(...)    __VA_ARGS__
#define IF_LINE_BOOL(...)    __VA_ARGS__
#define IF_LINE_INT(...)     __VA_ARGS__
#define IF_LINE_TEXTS(...)   __VA_ARGS__
#define IF_LINE_GUIDS(...)   __VA_ARGS__
#define IF_LINE_OBJECT(...)  __VA_ARGS__
#define IF_LINE_OBJECTS(...) __VA_ARGS__
#define DETAIL_TYPE_NAME(member)
#define DETAIL_TEXT(member)
#define DETAIL_GUID(member)
#define DETAIL_TIME(member)
#define DETAIL_BOOL(member)
#define DETAIL_INT(member)
#define DETAIL_TEXTS(member)
#define DETAIL_GUIDS(member)
#define DETAIL_OBJECT(member)  const void *member;
#define DETAIL_OBJECTS(member) const void *member;
#define VALUE_TYPE_NAME(type)
#define VALUE_TEXT(type)
#define VALUE_GUID(type)
#define VALUE_TIME(type)
#define VALUE_BOOL(type)
#define VALUE_INT(type)
#define VALUE_TEXTS(type)
#define VALUE_GUIDS(type)
#define VALUE_OBJECT(type)  &bench_##type##_type,
#define VALUE_OBJECTS(type) &bench_##type##_type,

#define NUMBER(form, member, name, type)       IF_LINE_##form(char member;)
#define NAME(form, member, name, type)         IF_LINE_##form(char member[sizeof name];)
#define NAME_TEXT(form, member, name, type)    IF_LINE_##form(name, )
#define DETAIL(form, member, name, type)       DETAIL_##form(member)
#define DETAIL_VALUE(form, member, name, type) VALUE_##form(type)

#define LINE_TYPE_NAME(type, member)
#define LINE_TEXT(type, member)                                                                    \
    DM_FIELD(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, member, \
             DM_STRING, 0),
#define LINE_GUID(type, member)                                                                    \
    DM_FIELD(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, member, \
             DM_GUID, 0),
#define LINE_TIME(type, member)                                                                    \
    DM_FIELD(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, member, \
             DM_DATE_TIME_OFFSET, 0),
#define LINE_BOOL(type, member)                                                                    \
    DM_FIELD(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, member, \
             DM_BOOLEAN, 0),
#define LINE_INT(type, member)                                                                     \
    DM_FIELD(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, member, \
             DM_INT32, 0),
#define LINE_TEXTS(type, member)                                                                   \
    DM_FIELD(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, member, \
             DM_STRING, DM_COLLECTION),
#define LINE_GUIDS(type, member)                                                                   \
    DM_FIELD(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, member, \
             DM_GUID, DM_COLLECTION),
#define LINE_OBJECT(type, member)                                                             \
    DM_FIELD_OF(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, \
                member, DM_OBJECT, 0),
#define LINE_OBJECTS(type, member)                                                            \
    DM_FIELD_OF(type##_table, offsetof(struct type##_lines, member) + 1, struct bench_##type, \
                member, DM_OBJECT, DM_COLLECTION),

#define TABLE(type, LIST, ...)                                          \
    struct type##_lines {                                               \
        LIST(NUMBER)                                                    \
    };                                                                  \
    static const struct type##_table {                                  \
        struct {                                                        \
            const void *none;                                           \
            LIST(DETAIL)                                                \
        } details;                                                      \
        dm_field fields[sizeof(struct type##_lines)];                   \
        uint16_t order[sizeof(struct type##_lines)];                    \
        struct {                                                        \
            LIST(NAME)                                                  \
        } names;                                                        \
        char name[DM_TABLE_NAME("bench." #type)];                       \
    } type##_table = {{NULL, LIST(DETAIL_VALUE)},                       \
                      {LIST(LINE)},                                     \
                      {__VA_ARGS__},                                    \
                      {LIST(NAME_TEXT)},                                \
                      "bench." #type};                                  \
    DM_TABLE_CHECK(type##_table);                                       \
    const dm_type bench_##type##_type = {                               \
        type##_table.name,           NULL, type##_table.fields,         \
        type##_table.order,          NULL, sizeof(struct bench_##type), \
        sizeof(struct type##_lines), 0,    0};

#define LINE(form, member, name, detail) LINE_##form(license, member)
TABLE(license, BENCH_LICENSE, 1, 0)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(identity, member)
TABLE(identity, BENCH_IDENTITY, 1, 2, 0)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(manager, member)
TABLE(manager, BENCH_MANAGER, 1, 0, 2)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(user, member)
TABLE(user, BENCH_USER, 1, 2, 25, 12, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 13, 14, 15, 16, 17, 18, 19,
      20, 21, 22, 23, 24, 26, 27, 28)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(page, member)
TABLE(page, BENCH_PAGE, 0, 1, 2)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(resource, member)
TABLE(resource, BENCH_RESOURCE, 1, 0, 2)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(notification, member)
TABLE(notification, BENCH_NOTIFICATION, 2, 5, 3, 4, 1, 0, 6)
#undef LINE

#define LINE(form, member, name, detail) LINE_##form(notifications, member)
TABLE(notifications, BENCH_NOTIFICATIONS, 0)
#undef LINE
