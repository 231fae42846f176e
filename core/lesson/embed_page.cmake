# Writes the page's script and style as a source of the library: cmake -DSCRIPT= -DSTYLE= -DOUTPUT= -P embed_page.cmake
# Byte by byte, since a compiler need not take a string of more than 64 KiB.
function(embed result name file)
    file(READ ${file} bytes HEX)
    string(LENGTH "${bytes}" digits)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    math(EXPR size "${digits} / 2")
    set(${result} "const char ${name}Bytes[] = {${bytes}'\\0'};\n" PARENT_SCOPE)
    set(${result}_size ${size} PARENT_SCOPE)
endfunction()
embed(script kScript ${SCRIPT})
embed(style kStyle ${STYLE})
file(WRITE ${OUTPUT} "#include \"core/lesson/lesson_page_files.h\"\n\nnamespace vbs {\nnamespace {\n${script}${style}} // namespace\n\n"
    "std::string_view lessonPageScript()\n{\n    return {kScriptBytes, ${script_size}};\n}\n"
    "std::string_view lessonPageStyle()\n{\n    return {kStyleBytes, ${style_size}};\n}\n\n} // namespace vbs\n")
