/* From en-US/api-reference/beta/resources/entity.md by docmodel. Do not edit: change the page or templates/c, and build. */
#define DM_TABLES
#include <graph_beta/entity.h>

static _Alignas(void *) const struct graph_beta_entity_fields {
    dm_field fields[2];
    uint16_t order[2];
    struct {
        char id[sizeof "id"];
        char archived[sizeof "archived"];
    } names;
    char name[DM_TABLE_NAME("microsoft.graph.entity")];
} graph_beta_entity_fields = {
    {
        DM_FIELD(graph_beta_entity_fields, 1, graph_beta_entity, id, DM_STRING, DM_READ_ONLY | DM_KEY),
        DM_FIELD(graph_beta_entity_fields, 2, graph_beta_entity, archived, DM_BOOLEAN, 0),
    },
    {1, 0},
    {
        "id",
        "archived",
    },
    "microsoft.graph.entity",
};
DM_TABLE_CHECK(graph_beta_entity_fields);

_Alignas(void *) const dm_type graph_beta_entity_descriptor = {
    graph_beta_entity_fields.name,
    NULL,
    graph_beta_entity_fields.fields,
    graph_beta_entity_fields.order,
    NULL,
    sizeof(graph_beta_entity),
    2,
    0,
    DM_ABSTRACT | DM_ENTITY,
};
