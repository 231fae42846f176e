# The Debian package, made by ./package.sh.
# Whoever makes it, as Debian's own tools are told; else who wrote the last commit.
set(VBS_MAINTAINER "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
if("$ENV{DEBFULLNAME}" STREQUAL "" OR "$ENV{DEBEMAIL}" STREQUAL "")
    execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 "--format=%an <%ae>" OUTPUT_VARIABLE VBS_MAINTAINER
        OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE no_git)
    if(no_git)
        set(VBS_MAINTAINER "The VisualBERT Studio maintainers <root@localhost>")
    endif()
endif()

file(WRITE ${manual}/changelog "visualbert-studio (${PROJECT_VERSION}) bookworm; urgency=medium

  * Made from the sources of this version by ./package.sh.

 -- ${VBS_MAINTAINER}  ${VBS_CHANGELOG_DATE}
")
add_custom_command(OUTPUT ${manual}/changelog.gz DEPENDS ${manual}/changelog
    COMMAND gzip -9nfk ${manual}/changelog VERBATIM)
add_custom_target(changelog ALL DEPENDS ${manual}/changelog.gz)
install(FILES ${manual}/changelog.gz DESTINATION ${VBS_DOC})

# Programs and data are packed when they are asked for, not the tests with them.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME visualbert-studio)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${VBS_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded at run time, which no linker knows: SQLite for review projects.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite")
# The BLAS build that measures best, the window's German for Qt's own texts, reviews on a server, completion, and
# Wayland without a detour.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "libopenblas0-pthread, qt6-translations-l10n, libqt6sql6-psql, qt6-wayland, bash-completion, fonts-dejavu-core")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "ask pictures questions with VisualBERT, and see why")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "VisualBERT Studio answers questions about pictures and shows on the picture
where the model looked. A network called VisualBERT reads the question
together with the regions that a detector finds in the picture.
.
It looks inside the network layer by layer, plays lessons with quizzes, and
reviews annotations against a model's answers. There is a window and a
command line. A small model that knows drawn scenes comes with it; models for
photos can be downloaded.")
include(CPack)
