# The models of docs-input/, made in the build tree: graph::v1 and graph::beta with their tests, and
# the target update-generated, which brings generated/ up to date.
set(tests "")
if(DOCMODEL_TESTS)
    set(tests TESTS)
endif()
docmodel_add_library(graph DOCS docs-input API_VERSION v1.0 ${tests})
docmodel_add_library(graph_beta DOCS docs-input API_VERSION beta ${tests})
add_library(graph::v1 ALIAS graph)
add_library(graph::beta ALIAS graph_beta)
if(DOCMODEL_INSTALL)
    docmodel_install_library(graph PACKAGE graph COMPONENT v1)
    docmodel_install_library(graph_beta PACKAGE graph COMPONENT beta)
endif()
foreach(target IN ITEMS docmodel_runtime graph graph_beta)
    docmodel_set_warnings(${target})
endforeach()

add_custom_target(update-generated
    COMMAND docmodel generate --docs=docs-input --out=generated
    WORKING_DIRECTORY "${docmodel_SOURCE_DIR}"
    COMMENT "Bringing generated/ up to date"
    VERBATIM)
