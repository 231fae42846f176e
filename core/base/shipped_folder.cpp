#include "core/base/shipped_folder.h"

namespace vbs {

std::filesystem::path programFile()
{
    std::error_code code;
    return std::filesystem::read_symlink("/proc/self/exe", code);
}

std::filesystem::path shippedFolder(std::string_view name)
{
    const std::filesystem::path program = programFile();
    if (program.empty())
        return {};
    std::error_code code;
    const std::filesystem::path folder = (program.parent_path() / VBS_DATA_FROM_PROGRAM / name).lexically_normal();
    const std::filesystem::path followed = std::filesystem::canonical(folder, code);
    return code ? folder : followed;
}

} // namespace vbs
