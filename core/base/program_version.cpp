#include "core/base/program_version.h"

namespace vbs {

std::string programVersion()
{
    return VBS_VERSION;
}

} // namespace vbs
