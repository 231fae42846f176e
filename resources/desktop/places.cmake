# Where an installed program finds what comes with it: from its own place, so that a prefix can be moved, and nothing of
# the source tree stands in the programs. The build folder has the same shape, with links into the source tree.
include(GNUInstallDirs)
set(VBS_DATA ${CMAKE_INSTALL_DATADIR}/visualbert-studio)
file(RELATIVE_PATH VBS_DATA_FROM_PROGRAM ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_DATADIR}/visualbert-studio)
cmake_path(SET built_data NORMALIZE ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${VBS_DATA_FROM_PROGRAM})
file(MAKE_DIRECTORY ${built_data})
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/models ${built_data}/models SYMBOLIC)
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/resources/lessons ${built_data}/lessons SYMBOLIC)
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/resources/selftest ${built_data}/selftest SYMBOLIC)
