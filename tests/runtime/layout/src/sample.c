/* From en-US/api-reference/beta/resources/sample.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/sample.h>

extern const dm_type graph_beta_comms_operation_descriptor;

static _Alignas(void *) const struct graph_beta_sample_fields {
    struct {
        const void *color;
        const void *colors;
        const void *rights;
        const void *parent;
        const void *children;
        const void *operation;
    } details;
    dm_field fields[33];
    uint16_t order[33];
    struct {
        char id[sizeof "id"];
        char archived[sizeof "archived"];
        char title[sizeof "title"];
        char token[sizeof "token"];
        char amount[sizeof "amount"];
        char birthday[sizeof "birthday"];
        char opens[sizeof "opens"];
        char lasts[sizeof "lasts"];
        char thumbnail[sizeof "thumbnail"];
        char enabled[sizeof "enabled"];
        char byte_value[sizeof "byteValue"];
        char sbyte_value[sizeof "sbyteValue"];
        char int16_value[sizeof "int16Value"];
        char int32_value[sizeof "int32Value"];
        char int64_value[sizeof "int64Value"];
        char single_value[sizeof "singleValue"];
        char double_value[sizeof "doubleValue"];
        char color[sizeof "color"];
        char colors[sizeof "colors"];
        char rights[sizeof "rights"];
        char tags[sizeof "tags"];
        char bools[sizeof "bools"];
        char int32s[sizeof "int32s"];
        char int64s[sizeof "int64s"];
        char doubles[sizeof "doubles"];
        char parent[sizeof "parent"];
        char children[sizeof "children"];
        char operation[sizeof "operation"];
        char content[sizeof "content"];
        char data[sizeof "data"];
        char extra_data[sizeof "extraData"];
        char old_name[sizeof "oldName"];
        char last[sizeof "last"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.sample")];
} graph_beta_sample_fields = {
    {
        &graph_beta_sample_color_descriptor,
        &graph_beta_sample_color_descriptor,
        &graph_beta_sample_rights_descriptor,
        &graph_beta_sample_descriptor,
        &graph_beta_sample_descriptor,
        &graph_beta_comms_operation_descriptor,
    },
    {
        DM_FIELD(graph_beta_sample_fields, 1, graph_beta_sample, id, DM_STRING, DM_READ_ONLY | DM_KEY),
        DM_FIELD(graph_beta_sample_fields, 2, graph_beta_sample, archived, DM_BOOLEAN, 0),
        DM_FIELD(graph_beta_sample_fields, 3, graph_beta_sample, title, DM_STRING, DM_REQUIRED),
        DM_FIELD(graph_beta_sample_fields, 4, graph_beta_sample, token, DM_GUID, 0),
        DM_FIELD(graph_beta_sample_fields, 5, graph_beta_sample, amount, DM_DECIMAL, 0),
        DM_FIELD(graph_beta_sample_fields, 6, graph_beta_sample, birthday, DM_DATE, 0),
        DM_FIELD(graph_beta_sample_fields, 7, graph_beta_sample, opens, DM_TIME_OF_DAY, 0),
        DM_FIELD(graph_beta_sample_fields, 8, graph_beta_sample, lasts, DM_DURATION, 0),
        DM_FIELD(graph_beta_sample_fields, 9, graph_beta_sample, thumbnail, DM_BINARY, 0),
        DM_FIELD(graph_beta_sample_fields, 10, graph_beta_sample, enabled, DM_BOOLEAN, 0),
        DM_FIELD(graph_beta_sample_fields, 11, graph_beta_sample, byte_value, DM_BYTE, 0),
        DM_FIELD(graph_beta_sample_fields, 12, graph_beta_sample, sbyte_value, DM_SBYTE, 0),
        DM_FIELD(graph_beta_sample_fields, 13, graph_beta_sample, int16_value, DM_INT16, 0),
        DM_FIELD(graph_beta_sample_fields, 14, graph_beta_sample, int32_value, DM_INT32, 0),
        DM_FIELD(graph_beta_sample_fields, 15, graph_beta_sample, int64_value, DM_INT64, 0),
        DM_FIELD(graph_beta_sample_fields, 16, graph_beta_sample, single_value, DM_SINGLE, 0),
        DM_FIELD(graph_beta_sample_fields, 17, graph_beta_sample, double_value, DM_DOUBLE, 0),
        DM_FIELD_OF(graph_beta_sample_fields, 18, graph_beta_sample, color, DM_ENUMERATION, 0),
        DM_FIELD_OF(graph_beta_sample_fields, 19, graph_beta_sample, colors, DM_ENUMERATION, DM_COLLECTION),
        DM_FIELD_OF(graph_beta_sample_fields, 20, graph_beta_sample, rights, DM_FLAGS, 0),
        DM_FIELD(graph_beta_sample_fields, 21, graph_beta_sample, tags, DM_STRING, DM_COLLECTION),
        DM_FIELD(graph_beta_sample_fields, 22, graph_beta_sample, bools, DM_BOOLEAN, DM_COLLECTION),
        DM_FIELD(graph_beta_sample_fields, 23, graph_beta_sample, int32s, DM_INT32, DM_COLLECTION),
        DM_FIELD(graph_beta_sample_fields, 24, graph_beta_sample, int64s, DM_INT64, DM_COLLECTION),
        DM_FIELD(graph_beta_sample_fields, 25, graph_beta_sample, doubles, DM_DOUBLE, DM_COLLECTION),
        DM_FIELD_OF(graph_beta_sample_fields, 26, graph_beta_sample, parent, DM_OBJECT, DM_NAVIGATION),
        DM_FIELD_OF(graph_beta_sample_fields, 27, graph_beta_sample, children, DM_OBJECT, DM_COLLECTION),
        DM_FIELD_OF(graph_beta_sample_fields, 28, graph_beta_sample, operation, DM_OBJECT, 0),
        DM_FIELD(graph_beta_sample_fields, 29, graph_beta_sample, content, DM_STREAM, 0),
        DM_FIELD(graph_beta_sample_fields, 30, graph_beta_sample, data, DM_UNTYPED, 0),
        DM_FIELD(graph_beta_sample_fields, 31, graph_beta_sample, extra_data, DM_UNTYPED, DM_COLLECTION),
        DM_FIELD(graph_beta_sample_fields, 32, graph_beta_sample, old_name, DM_STRING, DM_OLD),
        DM_FIELD(graph_beta_sample_fields, 33, graph_beta_sample, last, DM_BOOLEAN, 0),
    },
    {4, 1, 5, 21, 10, 26, 17, 18, 28, 29, 16, 24, 9, 30, 0, 12, 13, 22, 14, 23, 32, 7, 31, 6, 27, 25, 19, 11, 15, 20, 8, 2, 3},
    {
        "id",
        "archived",
        "title",
        "token",
        "amount",
        "birthday",
        "opens",
        "lasts",
        "thumbnail",
        "enabled",
        "byteValue",
        "sbyteValue",
        "int16Value",
        "int32Value",
        "int64Value",
        "singleValue",
        "doubleValue",
        "color",
        "colors",
        "rights",
        "tags",
        "bools",
        "int32s",
        "int64s",
        "doubles",
        "parent",
        "children",
        "operation",
        "content",
        "data",
        "extraData",
        "oldName",
        "last",
    },
    "microsoft.graph.sample",
};
DM_TABLE_CHECK(graph_beta_sample_fields);

static const dm_rule graph_beta_sample_rules[] = {
    {8, 2, DM_RULE_MAX_LENGTH, 0},
    {0, 13, DM_RULE_MINIMUM, 0},
    {100, 13, DM_RULE_MAXIMUM, 0},
};

_Alignas(void *) const dm_type graph_beta_sample_descriptor = {
    graph_beta_sample_fields.name,
    &graph_beta_entity_descriptor,
    graph_beta_sample_fields.fields,
    graph_beta_sample_fields.order,
    graph_beta_sample_rules,
    sizeof(graph_beta_sample),
    33,
    3,
    DM_ENTITY,
};
