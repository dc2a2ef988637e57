/*
 * From en-US/api-reference/v1.0/resources/entity.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph/entity.h>

static const struct driver_value graph_entity_values[] = {
    {"/id", "\"57dab8b1-894c-409a-b240-bd8beae78896\""},
};

static const struct driver_example graph_entity_examples[] = {
    {
        "en-US/api-reference/v1.0/resources/entity.md",
        51,
        "{\n"
        "  \"id\": \"57dab8b1-894c-409a-b240-bd8beae78896\"\n"
        "}",
        graph_entity_values + 0,
        1,
    },
};

static const struct driver_type graph_entity_test = {&graph_entity_descriptor, graph_entity_examples, 1};

static const struct driver_type graph_entity_page_test = {&graph_entity_page_descriptor, NULL, 0};
