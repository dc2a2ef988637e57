/**
 * @file
 * What generated structures and tables are made of: value structures, collections, dm_object, and
 * the descriptors by which the one engine in the runtime reads and writes any generated type.
 *
 * Include <docmodel/runtime.h>; it includes this file.
 */
#ifndef DOCMODEL_MODEL_H
#define DOCMODEL_MODEL_H

#include <docmodel/base.h>
#include <docmodel/json.h>
#include <docmodel/text.h>

#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Numbers and Booleans: a value, and whether there is one. Absent and null read as 0 and false.
 * `x->enabled = false` does not compile; `x->enabled = dm_bool_of(false)` says what it means. */

/** Edm.Boolean. */
typedef struct dm_bool {
    bool value; /**< false when there is none */
    bool has;   /**< whether there is a value */
} dm_bool;

/** Edm.Byte. */
typedef struct dm_byte {
    uint8_t value; /**< 0 when there is none */
    bool has;      /**< whether there is a value */
} dm_byte;

/** Edm.SByte. */
typedef struct dm_sbyte {
    int8_t value; /**< 0 when there is none */
    bool has;     /**< whether there is a value */
} dm_sbyte;

/** Edm.Int16. */
typedef struct dm_int16 {
    int16_t value; /**< 0 when there is none */
    bool has;      /**< whether there is a value */
} dm_int16;

/** Edm.Int32. */
typedef struct dm_int32 {
    int32_t value; /**< 0 when there is none */
    bool has;      /**< whether there is a value */
} dm_int32;

/** Edm.Int64. */
typedef struct dm_int64 {
    int64_t value; /**< 0 when there is none */
    bool has;      /**< whether there is a value */
} dm_int64;

/** Edm.Single. */
typedef struct dm_single {
    float value; /**< 0 when there is none */
    bool has;    /**< whether there is a value */
} dm_single;

/** Edm.Double. */
typedef struct dm_double {
    double value; /**< 0 when there is none */
    bool has;     /**< whether there is a value */
} dm_double;

/** @return a value that is there. */
static inline dm_bool dm_bool_of(bool value)
{
    dm_bool result = {value, true};
    return result;
}

/** @return a value that is there. */
static inline dm_byte dm_byte_of(uint8_t value)
{
    dm_byte result = {value, true};
    return result;
}

/** @return a value that is there. */
static inline dm_sbyte dm_sbyte_of(int8_t value)
{
    dm_sbyte result = {value, true};
    return result;
}

/** @return a value that is there. */
static inline dm_int16 dm_int16_of(int16_t value)
{
    dm_int16 result = {value, true};
    return result;
}

/** @return a value that is there. */
static inline dm_int32 dm_int32_of(int32_t value)
{
    dm_int32 result = {value, true};
    return result;
}

/** @return a value that is there. */
static inline dm_int64 dm_int64_of(int64_t value)
{
    dm_int64 result = {value, true};
    return result;
}

/** @return a value that is there. */
static inline dm_single dm_single_of(float value)
{
    dm_single result = {value, true};
    return result;
}

/** @return a value that is there. */
static inline dm_double dm_double_of(double value)
{
    dm_double result = {value, true};
    return result;
}

/* Collections: `has` tells an empty one from none. A program may point `items` to its own memory,
 * which must then stay; dm_append copies to the object's arena before it adds. Collections of
 * objects and of enumerations have the same shape and stand in the generated structures. */

/** Collection(Edm.String) and of the other text kinds. */
typedef struct dm_texts {
    const char *const *items; /**< an element may be NULL: a JSON null */
    size_t count;             /**< number of items */
    bool has;                 /**< whether there is a collection, perhaps an empty one */
} dm_texts;

/** Collection(Edm.Boolean). */
typedef struct dm_bools {
    const bool *items; /**< the elements */
    size_t count;      /**< number of items */
    bool has;          /**< whether there is a collection, perhaps an empty one */
} dm_bools;

/** Collection(Edm.Byte). */
typedef struct dm_bytes {
    const uint8_t *items; /**< the elements */
    size_t count;         /**< number of items */
    bool has;             /**< whether there is a collection, perhaps an empty one */
} dm_bytes;

/** Collection(Edm.SByte). */
typedef struct dm_sbytes {
    const int8_t *items; /**< the elements */
    size_t count;        /**< number of items */
    bool has;            /**< whether there is a collection, perhaps an empty one */
} dm_sbytes;

/** Collection(Edm.Int16). */
typedef struct dm_int16s {
    const int16_t *items; /**< the elements */
    size_t count;         /**< number of items */
    bool has;             /**< whether there is a collection, perhaps an empty one */
} dm_int16s;

/** Collection(Edm.Int32). */
typedef struct dm_int32s {
    const int32_t *items; /**< the elements */
    size_t count;         /**< number of items */
    bool has;             /**< whether there is a collection, perhaps an empty one */
} dm_int32s;

/** Collection(Edm.Int64). */
typedef struct dm_int64s {
    const int64_t *items; /**< the elements */
    size_t count;         /**< number of items */
    bool has;             /**< whether there is a collection, perhaps an empty one */
} dm_int64s;

/** Collection(Edm.Single). */
typedef struct dm_singles {
    const float *items; /**< the elements */
    size_t count;       /**< number of items */
    bool has;           /**< whether there is a collection, perhaps an empty one */
} dm_singles;

/** Collection(Edm.Double). */
typedef struct dm_doubles {
    const double *items; /**< the elements */
    size_t count;        /**< number of items */
    bool has;            /**< whether there is a collection, perhaps an empty one */
} dm_doubles;

/** Collection(Edm.Untyped), and of what is not selected. */
typedef struct dm_jsons {
    const dm_json *items; /**< the elements; JSON nulls stand as such */
    size_t count;         /**< number of items */
    bool has;             /**< whether there is a collection, perhaps an empty one */
} dm_jsons;

struct dm_type;
struct dm_extras;

/**
 * What every generated structure begins with. Programs read `type` and may set `type_name`; the
 * rest is the runtime's. A zeroed one is valid: its type is the one that the context declares.
 * Copying a structure by assignment shares what it points to.
 */
typedef struct dm_object {
    const struct dm_type *type; /**< what the object really is; NULL is what the context declares */
    dm_arena *arena;          /**< where setters allocate; NULL: setters that must allocate fail */
    struct dm_extras *extras; /**< explicit nulls, unknown members, raw values, number texts */
    const char *type_name;    /**< `@odata.type` as it came, with or without '#', or as it shall be
                                   written; NULL: writers decide by dm_write_options::type_names */
    dm_status failure;        /**< the first setter that failed; writers report it */
} dm_object;

/** What a property holds. The C type of a collection stands behind the semicolon. */
typedef enum dm_kind {
    DM_STRING = 0,           /**< const char *; dm_texts */
    DM_GUID = 1,             /**< dm_guid; dm_texts */
    DM_DECIMAL = 2,          /**< dm_decimal; dm_texts. A number in JSON, or a string */
    DM_DATE = 3,             /**< dm_date; dm_texts */
    DM_TIME_OF_DAY = 4,      /**< dm_time_of_day; dm_texts */
    DM_DATE_TIME_OFFSET = 5, /**< dm_date_time_offset; dm_texts */
    DM_DURATION = 6,         /**< dm_duration; dm_texts */
    DM_BINARY = 7,           /**< dm_binary; dm_texts */
    DM_BOOLEAN = 8,          /**< dm_bool; dm_bools */
    DM_BYTE = 9,             /**< dm_byte; dm_bytes */
    DM_SBYTE = 10,           /**< dm_sbyte; dm_sbytes */
    DM_INT16 = 11,           /**< dm_int16; dm_int16s */
    DM_INT32 = 12,           /**< dm_int32; dm_int32s */
    DM_INT64 = 13,           /**< dm_int64; dm_int64s */
    DM_SINGLE = 14,          /**< dm_single; dm_singles */
    DM_DOUBLE = 15,          /**< dm_double; dm_doubles */
    DM_ENUMERATION = 16,     /**< struct { X value; const char *text; }; the detail is a dm_enum */
    DM_FLAGS = 17,           /**< struct { uint32_t bits; const char *text; }; likewise */
    DM_OBJECT = 18,          /**< struct X *; struct { struct X **items; size_t count; bool has; };
                                  the detail is a dm_type */
    DM_STREAM = 19,          /**< dm_json; dm_jsons */
    DM_UNTYPED = 20          /**< dm_json; dm_jsons */
} dm_kind;

/** Facts about a property, or-ed together. */
enum {
    DM_COLLECTION = 1,    /**< a collection of its kind */
    DM_READ_ONLY = 2,     /**< documented as read-only; dm_write_options::omit_read_only */
    DM_KEY = 4,           /**< the key of its entity */
    DM_REQUIRED = 8,      /**< documented as required when the object is created */
    DM_NOT_NULLABLE = 16, /**< documented as never null */
    DM_NAVIGATION = 32,   /**< a navigation property */
    DM_OLD = 64,          /**< documented as deprecated */
    DM_ONE_STRING = 128   /**< no collection, of a kind that is a string in JSON; see DM_FIELD */
};

/** A bit for each kind that is text in C and a string in JSON. */
#define DM_STRING_KINDS (((UINT32_C(1) << (DM_BINARY + 1)) - 1) & ~(UINT32_C(1) << DM_DECIMAL))

/**
 * One property of a type, a line of its table. Field order for parsing: as services send them, base
 * type's first. A line holds no pointer, but how far away in its table its name and detail stand:
 * half the size, and nothing for a loader to relocate. So a copy of a line has neither.
 */
typedef struct dm_field {
    uint32_t offset;      /**< of the member in the structure */
    uint16_t name;        /**< bytes from here forwards to the name in JSON; see dm_field_name */
    uint16_t name_length; /**< bytes of the name */
    uint16_t detail;      /**< bytes from here back to the detail, 0: none; see dm_field_detail */
    uint8_t kind;         /**< a dm_kind */
    uint8_t flags;        /**< DM_COLLECTION, ... */
} dm_field;

/** @return the property's name in JSON. */
static inline const char *dm_field_name(const dm_field *field)
{
    return DM_BYTES(field) + field->name;
}

/** @return the dm_enum or dm_type of a kind that has one, else NULL. */
static inline const void *dm_field_detail(const dm_field *field)
{
    const void *detail = NULL;
    if (field->detail > 0)
        memcpy(&detail, DM_BYTES(field) - field->detail, sizeof detail);
    return detail;
}

/**
 * A text as an object of its own and not as a literal, as those of tables are: linkers leave out
 * what a program does not use, but literals only together. For C, outside functions.
 */
#define DM_TEXT(text) ((const char[]){text})

/**
 * One line of a generated table, counted from 1. Tables look like this, for C, outside functions:
 *
 *     static _Alignas(void *) const struct TABLE {
 *         struct { const void *MEMBER; ... } details;
 *         dm_field fields[COUNT];
 *         uint16_t order[COUNT];
 *         struct { char MEMBER[sizeof "NAME"]; ... } names;
 *         char name[DM_TABLE_NAME("TYPE")];
 *     } TABLE = {{...}, {DM_FIELD(TABLE, 1, STRUCTURE, MEMBER, KIND, FLAGS), ...}, ...};
 *     DM_TABLE_CHECK(TABLE);
 *
 * `details` has a member for each property that has one, made by DM_FIELD_OF. A table of 64 KB,
 * some 1,700 properties, is too large.
 */
#define DM_FIELD(table, line, structure, member, kind, flags) \
    DM_FIELD_LINE(table, line, structure, member, kind, flags, 0)

/** The same of a property with a detail. */
#define DM_FIELD_OF(table, line, structure, member, kind, flags) \
    DM_FIELD_LINE(table, line, structure, member, kind, flags,   \
                  DM_FIELD_PLACE(table, line) - offsetof(struct table, details.member))

/** Where a line stands in its table. */
#define DM_FIELD_PLACE(table, line) (offsetof(struct table, fields) + ((line)-1) * sizeof(dm_field))

/** What both are made of. */
#define DM_FIELD_LINE(table, line, structure, member, kind, flags, detail)                       \
    {                                                                                            \
        (uint32_t) offsetof(structure, member),                                                  \
            (uint16_t)(offsetof(struct table, names.member) - DM_FIELD_PLACE(table, line)),      \
            (uint16_t)(sizeof(((struct table *)0)->names.member) - 1), (uint16_t)(detail), kind, \
            (flags) |                                                                            \
                ((DM_STRING_KINDS >> (kind)&1) && !((flags)&DM_COLLECTION) ? DM_ONE_STRING : 0)  \
    }

/** Bytes that stand behind a table's names, since names are copied in pieces of so many. */
#define DM_TABLE_END 16

/** The size of a type's name at the end of its table. */
#define DM_TABLE_NAME(text) (sizeof(text) > DM_TABLE_END ? sizeof(text) : DM_TABLE_END)

/** Compiles for a table whose lines reach their names and details, and with bytes behind them. */
#define DM_TABLE_CHECK(table)                                                              \
    _Static_assert(sizeof(struct table) <= UINT16_MAX, "a type with too many properties"); \
    _Static_assert(sizeof(struct table) - offsetof(struct table, names) >=                 \
                       sizeof(((struct table *)0)->names) + DM_TABLE_END,                  \
                   "a table that ends with its names")

/** dm_enum_member::number of a member whose number no page states. */
#define DM_NO_NUMBER INT64_MIN

/** What a member of an enumeration is besides its name. */
typedef struct dm_enum_member {
    int64_t number; /**< the documented number, or DM_NO_NUMBER */
    uint32_t value; /**< in C: 1, 2, ... in page order; of flags, its bits */
} dm_enum_member;

/** An enumeration. In C a value of 0 is absent and -1 is a text that no page documents. */
typedef struct dm_enum {
    const char *name;              /**< qualified name, or owner's name and property */
    const char *texts;             /**< the members in JSON, in page order, each with its NUL */
    const dm_enum_member *members; /**< likewise; NULL: values count from 1, no numbers are known */
    uint16_t member_count;         /**< number of members */
    bool flags;                    /**< members combine: "read,write" */
} dm_enum;

/** The layout of every enumeration's field, as the runtime sees it. */
typedef struct dm_enum_field {
    int value;        /**< 0 absent, -1 not documented (the text tells), else a member's value */
    const char *text; /**< as it came; NULL: writers take the member's name */
} dm_enum_field;

/** The field of a flags enumeration: one type for all of them. */
typedef struct dm_flags {
    uint32_t bits;    /**< the documented members that are set */
    const char *text; /**< as it came, with what no page documents; NULL and no bits is absent */
} dm_flags;

/** @cond */
/* The runtime takes enumerations for ints; a compiler told to make them shorter must not. */
#ifdef __cplusplus
static_assert(sizeof(dm_kind) == sizeof(int), "compile with -fno-short-enums");
#else
_Static_assert(sizeof(dm_kind) == sizeof(int), "compile with -fno-short-enums");
#endif
/** @endcond */

/** What a documented constraint limits: a value, or each one in a collection. */
typedef enum dm_rule_kind {
    DM_RULE_MAX_LENGTH = 1,        /**< characters of a text (code points) at most */
    DM_RULE_MIN_LENGTH = 2,        /**< characters of a text at least */
    DM_RULE_MAXIMUM = 3,           /**< the greatest number */
    DM_RULE_MINIMUM = 4,           /**< the least number */
    DM_RULE_MAX_ITEMS = 5,         /**< elements of a collection at most */
    DM_RULE_EXCLUSIVE_MAXIMUM = 6, /**< numbers are below it */
    DM_RULE_EXCLUSIVE_MINIMUM = 7  /**< numbers are above it */
} dm_rule_kind;

/** A constraint that a page states, checked by dm_validate only. */
typedef struct dm_rule {
    int64_t bound;  /**< inclusive, unless the kind says otherwise */
    uint16_t field; /**< index in dm_type::fields */
    uint16_t kind;  /**< a dm_rule_kind */
    uint16_t scale; /**< how many digits of the bound stand behind the point; 0 for a length */
} dm_rule;

/** Facts about a type, or-ed together. */
enum {
    DM_OPEN = 1,     /**< further members are expected */
    DM_ABSTRACT = 2, /**< only derived types have instances */
    DM_ENTITY = 4,   /**< an entity type, otherwise a complex type */
    DM_ESCAPES = 8   /**< a property's name has a quote, backslash or control, escaped in JSON */
};

/**
 * A type. The table of a derived type begins with all lines of its base's table in the same
 * order, and the structure with the base's structure.
 */
typedef struct dm_type {
    const char *name;              /**< qualified: "microsoft.graph.recordOperation" */
    const struct dm_type *base;    /**< NULL when there is none */
    const struct dm_field *fields; /**< inherited ones first */
    const uint16_t *order;         /**< indices of fields sorted by name (bytes, as strcmp does) */
    const dm_rule *rules;          /**< constraints, inherited ones too; NULL when there are none */
    uint32_t size;                 /**< of the structure */
    uint16_t field_count;          /**< lines of fields and of order */
    uint16_t rule_count;           /**< lines of rules */
    uint32_t flags;                /**< DM_OPEN, ... */
} dm_type;

/** A set of types, such as those that `@odata.type` may select. */
typedef struct dm_types {
    const dm_type *const *items; /**< in any order */
    size_t count;                /**< number of items */
} dm_types;

#ifdef __cplusplus
}
#endif

#endif
