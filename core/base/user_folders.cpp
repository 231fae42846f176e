#include "core/base/user_folders.h"

#include <cstdlib>
#include <string>
#include <unistd.h>

namespace vbs {

namespace {

std::filesystem::path userFolder(const char* variable, const char* belowHome)
{
    static constexpr char kName[] = "visualbert-studio";
    // The rules: a path that is not absolute is to be ignored.
    if (const char* value = std::getenv(variable); value != nullptr && value[0] == '/')
        return std::filesystem::path(value) / kName;
    if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/')
        return std::filesystem::path(home) / belowHome / kName;
    std::error_code code;
    auto temporary = std::filesystem::temp_directory_path(code);
    if (code)
        temporary = "/tmp";
    return temporary / (std::string(kName) + "-" + std::to_string(::getuid())) / belowHome;
}

} // namespace

std::filesystem::path userCacheFolder()
{
    return userFolder("XDG_CACHE_HOME", ".cache");
}

std::filesystem::path userDataFolder()
{
    return userFolder("XDG_DATA_HOME", ".local/share");
}

} // namespace vbs
