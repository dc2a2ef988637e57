# The models of docs-input/, made in the build tree: graph::v1 and graph::beta with their tests, and
# the target update-generated, which brings generated/ up to date.
if(TARGET docmodel)
docmodel_add_library(graph DOCS docs-input API_VERSION v1.0 TESTS)
docmodel_add_library(graph_beta DOCS docs-input API_VERSION beta TESTS)
add_library(graph::v1 ALIAS graph)
add_library(graph::beta ALIAS graph_beta)

add_custom_target(update-generated
    COMMAND docmodel generate --docs=docs-input --out=generated
    WORKING_DIRECTORY "${docmodel_SOURCE_DIR}"
    COMMENT "Bringing generated/ up to date"
    VERBATIM)
endif()
