# docmodel::runtime: reads and writes JSON for the models that docmodel generates.
include("${CMAKE_CURRENT_LIST_DIR}/docmodel-runtimeTargets.cmake")
