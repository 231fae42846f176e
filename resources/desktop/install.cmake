# What an installed prefix holds: programs, what comes with them, and what a desktop reads.
set(desktop ${CMAKE_SOURCE_DIR}/resources/desktop)
set(manual ${CMAKE_BINARY_DIR}/manual)
set(VBS_DOC ${CMAKE_INSTALL_DATADIR}/doc/visualbert-studio)

# Of the commit, so that the same sources give the same files.
execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 --format=%cs|%cD OUTPUT_VARIABLE commit_date
    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE no_git)
if(no_git)
    string(TIMESTAMP commit_date "%Y-%m-%d|%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
string(REGEX REPLACE "\\|.*" "" VBS_RELEASE_DATE "${commit_date}")
string(REGEX REPLACE ".*\\|" "" VBS_CHANGELOG_DATE "${commit_date}")
set(metainfo io.github.visualbert_studio.VisualBertStudio.metainfo.xml)
configure_file(${desktop}/visualbert-studio.metainfo.xml.in ${manual}/${metainfo} @ONLY)

# Pages for man and completion for bash, printed by the programs from the tables of their options.
foreach(program visualbert visualbert-studio)
    add_custom_command(OUTPUT ${manual}/${program}.1.gz ${manual}/${program}.bash DEPENDS ${program}
        COMMAND ${program} --document man > ${manual}/${program}.1
        COMMAND ${program} --document bash > ${manual}/${program}.bash
        COMMAND gzip -9nf ${manual}/${program}.1
        COMMENT "Printing the manual of ${program}" VERBATIM)
    list(APPEND manual_files ${manual}/${program}.1.gz)
    install(FILES ${manual}/${program}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${manual}/${program}.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${program})
endforeach()
add_custom_target(manual ALL DEPENDS ${manual_files})

install(TARGETS visualbert visualbert-studio RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS visualbert-engine RUNTIME DESTINATION libexec/visualbert-studio) # as core/base/shipped_folder.cpp looks
install(FILES ${CMAKE_SOURCE_DIR}/models/catalog.json DESTINATION ${VBS_DATA}/models)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/models/picture-book DESTINATION ${VBS_DATA}/models)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/lessons/en ${CMAKE_SOURCE_DIR}/resources/lessons/de
    DESTINATION ${VBS_DATA}/lessons)
install(FILES ${CMAKE_SOURCE_DIR}/resources/selftest/reference-cases.json DESTINATION ${VBS_DATA}/selftest)

foreach(size 16 22 24 32 48 64 128)
    install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/hicolor/${size}.png RENAME visualbert-studio.png
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
endforeach()
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/visualbert-studio.png
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/256x256/apps)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/visualbert-studio.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${desktop}/visualbert-studio.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/visualbert-studio-mime.xml RENAME visualbert-studio.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES ${manual}/${metainfo} DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

install(FILES ${desktop}/copyright DESTINATION ${VBS_DOC})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/help DESTINATION ${VBS_DOC} PATTERN help.qrc EXCLUDE)
file(STRINGS ${CMAKE_SOURCE_DIR}/resources/help/help.qrc shown_lines REGEX "screenshots/") # the pictures in these pages
foreach(line ${shown_lines})
    string(REGEX MATCH "screenshots/[a-z-]+[.]png" shown ${line})
    install(FILES ${CMAKE_SOURCE_DIR}/resources/${shown} DESTINATION ${VBS_DOC}/screenshots)
endforeach()

include(${desktop}/package.cmake)
