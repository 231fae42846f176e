# Writes what PROGRAM --help prints into the source file OUTPUT, as app/engine_help.h declares it.
execute_process(COMMAND ${PROGRAM} --help OUTPUT_VARIABLE help COMMAND_ERROR_IS_FATAL ANY)
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [=[
#include "app/engine_help.h"

std::string_view vbs::engineHelp()
{
    return R"help(@help@)help";
}
]=])
