# Before a shared library of models is linked: writes its soname for the linker, and makes the name by
# which programs load it a link to the library.
#   cmake -DLAYOUT=<file> -DLIBRARY=<library> -DOPTIONS=<file> -P DocmodelSoname.cmake
# Also included when a library is installed, to make the link there, without OPTIONS.
file(STRINGS "${LAYOUT}" layout LIMIT_COUNT 1 REGEX "^[0-9a-f]+$")
get_filename_component(folder "${LIBRARY}" DIRECTORY)
get_filename_component(name "${LIBRARY}" NAME)
file(GLOB former RELATIVE "${folder}" "${folder}/${name}.*")
foreach(link IN LISTS former)
    if(IS_SYMLINK "${folder}/${link}")
        file(REMOVE "${folder}/${link}")
    endif()
endforeach()
file(CREATE_LINK "${name}" "${folder}/${name}.${layout}" SYMBOLIC)
if(OPTIONS)
    file(WRITE "${OPTIONS}" "-soname=${name}.${layout}\n")
endif()
