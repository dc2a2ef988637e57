/*
 * From en-US/api-reference/v1.0/resources/entity.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph/entity.h>

static _Alignas(void *) const struct graph_entity_fields {
    dm_field fields[1];
    uint16_t order[1];
    struct {
        char id[sizeof "id"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.entity")];
} graph_entity_fields = {
    {
        DM_FIELD(graph_entity_fields, 1, graph_entity, id, DM_STRING, DM_READ_ONLY | DM_KEY),
    },
    {0},
    {
        "id",
    },
    "microsoft.graph.entity",
};
DM_TABLE_CHECK(graph_entity_fields);

_Alignas(void *) const dm_type graph_entity_descriptor = {
    graph_entity_fields.name,
    NULL,
    graph_entity_fields.fields,
    graph_entity_fields.order,
    NULL,
    sizeof(graph_entity),
    1,
    0,
    DM_ABSTRACT | DM_ENTITY,
};

static _Alignas(void *) const struct graph_entity_page_fields {
    struct {
        const void *value;
    } details;
    dm_field fields[5];
    uint16_t order[5];
    struct {
        char context[sizeof "@odata.context"];
        char count[sizeof "@odata.count"];
        char next_link[sizeof "@odata.nextLink"];
        char delta_link[sizeof "@odata.deltaLink"];
        char value[sizeof "value"];
    } names;
    char name[DM_TABLE_NAME("Collection(microsoft.graph.entity)")];
} graph_entity_page_fields = {
    {
        &graph_entity_descriptor,
    },
    {
        DM_FIELD(graph_entity_page_fields, 1, graph_entity_page, context, DM_STRING, 0),
        DM_FIELD(graph_entity_page_fields, 2, graph_entity_page, count, DM_INT64, 0),
        DM_FIELD(graph_entity_page_fields, 3, graph_entity_page, next_link, DM_STRING, 0),
        DM_FIELD(graph_entity_page_fields, 4, graph_entity_page, delta_link, DM_STRING, 0),
        DM_FIELD_OF(graph_entity_page_fields, 5, graph_entity_page, value, DM_OBJECT, DM_COLLECTION),
    },
    {0, 1, 3, 2, 4},
    {
        "@odata.context",
        "@odata.count",
        "@odata.nextLink",
        "@odata.deltaLink",
        "value",
    },
    "Collection(microsoft.graph.entity)",
};
DM_TABLE_CHECK(graph_entity_page_fields);

_Alignas(void *) const dm_type graph_entity_page_descriptor = {
    graph_entity_page_fields.name,
    NULL,
    graph_entity_page_fields.fields,
    graph_entity_page_fields.order,
    NULL,
    sizeof(graph_entity_page),
    5,
    0,
    DM_OPEN,
};
