// The only test source whose command line names folders of this clone, so that ccache serves the others in any clone.
#include "tests/support/test_paths.h"

namespace vbs::test {

const char* sourceFolder()
{
    return VBS_SOURCE_DIR;
}
const char* dataFolder()
{
    return VBS_SOURCE_DIR "/tests/data";
}
const char* programFolder()
{
    return VBS_BIN_DIR;
}

std::filesystem::path dataFile(std::string_view relative)
{
    return std::filesystem::path(dataFolder()) / relative;
}

} // namespace vbs::test
