/* From en-US/api-reference/beta/resources/entity.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/entity.h>

static const dm_field graph_beta_entity_fields[] = {
    DM_FIELD(graph_beta_entity, id, "id", DM_STRING, DM_READ_ONLY | DM_KEY, NULL),
    DM_FIELD(graph_beta_entity, archived, "archived", DM_BOOLEAN, 0, NULL),
};

static const uint16_t graph_beta_entity_order[] = {1, 0};

const dm_type graph_beta_entity_descriptor = {
    DM_TEXT("microsoft.graph.entity"),
    NULL,
    graph_beta_entity_fields,
    graph_beta_entity_order,
    NULL,
    sizeof(graph_beta_entity),
    2,
    0,
    DM_ABSTRACT | DM_ENTITY,
};
