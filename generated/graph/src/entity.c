/*
 * From en-US/api-reference/v1.0/resources/entity.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#define DM_TABLES
#include <graph/entity.h>

static const dm_field graph_entity_fields[] = {
    DM_FIELD(graph_entity, id, "id", DM_STRING, DM_READ_ONLY | DM_KEY, NULL),
};

static const uint16_t graph_entity_order[] = {0};

const dm_type graph_entity_descriptor = {
    DM_TEXT("microsoft.graph.entity"),
    NULL,
    graph_entity_fields,
    graph_entity_order,
    NULL,
    sizeof(graph_entity),
    1,
    0,
    DM_ABSTRACT | DM_ENTITY,
};

static const dm_field graph_entity_page_fields[] = {
    DM_FIELD(graph_entity_page, context, "@odata.context", DM_STRING, 0, NULL),
    DM_FIELD(graph_entity_page, count, "@odata.count", DM_INT64, 0, NULL),
    DM_FIELD(graph_entity_page, next_link, "@odata.nextLink", DM_STRING, 0, NULL),
    DM_FIELD(graph_entity_page, delta_link, "@odata.deltaLink", DM_STRING, 0, NULL),
    DM_FIELD(graph_entity_page, value, "value", DM_OBJECT, DM_COLLECTION, &graph_entity_descriptor),
};

static const uint16_t graph_entity_page_order[] = {0, 1, 3, 2, 4};

const dm_type graph_entity_page_descriptor = {
    DM_TEXT("Collection(microsoft.graph.entity)"),
    NULL,
    graph_entity_page_fields,
    graph_entity_page_order,
    NULL,
    sizeof(graph_entity_page),
    5,
    0,
    DM_OPEN,
};
