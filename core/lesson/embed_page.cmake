# Writes the page's scripts, one after the other by their names, and its style as a source of the library:
# cmake -DFOLDER=resources/lessons/player -DOUTPUT=file.cpp -P embed_page.cmake
# Byte by byte, since a compiler need not take a string of more than 64 KiB.
function(embed result name)
    set(digits)
    foreach(file IN LISTS ARGN)
        file(READ ${file} more HEX)
        string(APPEND digits ${more})
    endforeach()
    string(LENGTH "${digits}" size)
    math(EXPR size "${size} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${digits}")
    set(${result} "const char ${name}Bytes[] = {${bytes}'\\0'};\n" PARENT_SCOPE)
    set(${result}_size ${size} PARENT_SCOPE)
endfunction()
file(GLOB scripts ${FOLDER}/*.js)
list(SORT scripts)
embed(script kScript ${scripts})
embed(style kStyle ${FOLDER}/page.css)
file(WRITE ${OUTPUT} "#include \"core/lesson/lesson_page_files.h\"\n\nnamespace vbs {\nnamespace {\n${script}${style}} // namespace\n\n"
    "std::string_view lessonPageScript()\n{\n    return {kScriptBytes, ${script_size}};\n}\n"
    "std::string_view lessonPageStyle()\n{\n    return {kStyleBytes, ${style_size}};\n}\n\n} // namespace vbs\n")
