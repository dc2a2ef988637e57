/* From en-US/api-reference/beta/resources/sample.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/sample.h>

extern const dm_type graph_beta_comms_operation_descriptor;

static const dm_field graph_beta_sample_fields[] = {
    DM_FIELD(graph_beta_sample, id, "id", DM_STRING, DM_READ_ONLY | DM_KEY, NULL),
    DM_FIELD(graph_beta_sample, archived, "archived", DM_BOOLEAN, 0, NULL),
    DM_FIELD(graph_beta_sample, title, "title", DM_STRING, DM_REQUIRED, NULL),
    DM_FIELD(graph_beta_sample, token, "token", DM_GUID, 0, NULL),
    DM_FIELD(graph_beta_sample, amount, "amount", DM_DECIMAL, 0, NULL),
    DM_FIELD(graph_beta_sample, birthday, "birthday", DM_DATE, 0, NULL),
    DM_FIELD(graph_beta_sample, opens, "opens", DM_TIME_OF_DAY, 0, NULL),
    DM_FIELD(graph_beta_sample, lasts, "lasts", DM_DURATION, 0, NULL),
    DM_FIELD(graph_beta_sample, thumbnail, "thumbnail", DM_BINARY, 0, NULL),
    DM_FIELD(graph_beta_sample, enabled, "enabled", DM_BOOLEAN, 0, NULL),
    DM_FIELD(graph_beta_sample, byte_value, "byteValue", DM_BYTE, 0, NULL),
    DM_FIELD(graph_beta_sample, sbyte_value, "sbyteValue", DM_SBYTE, 0, NULL),
    DM_FIELD(graph_beta_sample, int16_value, "int16Value", DM_INT16, 0, NULL),
    DM_FIELD(graph_beta_sample, int32_value, "int32Value", DM_INT32, 0, NULL),
    DM_FIELD(graph_beta_sample, int64_value, "int64Value", DM_INT64, 0, NULL),
    DM_FIELD(graph_beta_sample, single_value, "singleValue", DM_SINGLE, 0, NULL),
    DM_FIELD(graph_beta_sample, double_value, "doubleValue", DM_DOUBLE, 0, NULL),
    DM_FIELD(graph_beta_sample, color, "color", DM_ENUMERATION, 0, &graph_beta_sample_color_descriptor),
    DM_FIELD(graph_beta_sample, colors, "colors", DM_ENUMERATION, DM_COLLECTION, &graph_beta_sample_color_descriptor),
    DM_FIELD(graph_beta_sample, rights, "rights", DM_FLAGS, 0, &graph_beta_sample_rights_descriptor),
    DM_FIELD(graph_beta_sample, tags, "tags", DM_STRING, DM_COLLECTION, NULL),
    DM_FIELD(graph_beta_sample, bools, "bools", DM_BOOLEAN, DM_COLLECTION, NULL),
    DM_FIELD(graph_beta_sample, int32s, "int32s", DM_INT32, DM_COLLECTION, NULL),
    DM_FIELD(graph_beta_sample, int64s, "int64s", DM_INT64, DM_COLLECTION, NULL),
    DM_FIELD(graph_beta_sample, doubles, "doubles", DM_DOUBLE, DM_COLLECTION, NULL),
    DM_FIELD(graph_beta_sample, parent, "parent", DM_OBJECT, DM_NAVIGATION, &graph_beta_sample_descriptor),
    DM_FIELD(graph_beta_sample, children, "children", DM_OBJECT, DM_COLLECTION, &graph_beta_sample_descriptor),
    DM_FIELD(graph_beta_sample, operation, "operation", DM_OBJECT, 0, &graph_beta_comms_operation_descriptor),
    DM_FIELD(graph_beta_sample, content, "content", DM_STREAM, 0, NULL),
    DM_FIELD(graph_beta_sample, data, "data", DM_UNTYPED, 0, NULL),
    DM_FIELD(graph_beta_sample, extra_data, "extraData", DM_UNTYPED, DM_COLLECTION, NULL),
    DM_FIELD(graph_beta_sample, old_name, "oldName", DM_STRING, DM_OLD, NULL),
    DM_FIELD(graph_beta_sample, last, "last", DM_BOOLEAN, 0, NULL),
};

static const uint16_t graph_beta_sample_order[] = {4, 1, 5, 21, 10, 26, 17, 18, 28, 29, 16, 24, 9, 30, 0, 12, 13, 22, 14, 23, 32, 7, 31, 6, 27, 25, 19, 11, 15, 20, 8, 2, 3};

static const dm_rule graph_beta_sample_rules[] = {
    {8, 2, DM_RULE_MAX_LENGTH},
    {0, 13, DM_RULE_MINIMUM},
    {100, 13, DM_RULE_MAXIMUM},
};

const dm_type graph_beta_sample_descriptor = {
    DM_TEXT("microsoft.graph.sample"),
    &graph_beta_entity_descriptor,
    graph_beta_sample_fields,
    graph_beta_sample_order,
    graph_beta_sample_rules,
    sizeof(graph_beta_sample),
    33,
    3,
    DM_ENTITY,
};
