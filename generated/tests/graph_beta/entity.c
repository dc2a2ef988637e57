/*
 * From en-US/api-reference/beta/resources/entity.md by docmodel. Do not edit: change the page or
 * templates/c, and build.
 * Descriptions: CC-BY-4.0.
 */
#include "driver.h"

#include <graph_beta/entity.h>

static const struct driver_value graph_beta_entity_values[] = {
    {"/id", "\"57dab8b1-894c-409a-b240-bd8beae78896\""},
};

static const struct driver_example graph_beta_entity_examples[] = {
    {
        "en-US/api-reference/beta/resources/entity.md",
        53,
        "{\n"
        "  \"id\": \"57dab8b1-894c-409a-b240-bd8beae78896\"\n"
        "}",
        graph_beta_entity_values + 0,
        1,
    },
};

static const struct driver_type graph_beta_entity_test = {&graph_beta_entity_descriptor, graph_beta_entity_examples, 1};

static const struct driver_type graph_beta_entity_page_test = {&graph_beta_entity_page_descriptor, NULL, 0};
