#include "core/base/user_folders.h"

#include <array>
#include <cstdlib>
#include <pwd.h>
#include <string>
#include <unistd.h>

namespace vbs {

namespace {

/// $HOME, else what the system's list of users says: services and cron jobs have no HOME.
std::filesystem::path homeFolder()
{
    if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/')
        return home;
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return {};
    return found->pw_dir != nullptr && found->pw_dir[0] == '/' ? found->pw_dir : std::filesystem::path();
}

std::filesystem::path userFolder(const char* variable, const char* belowHome)
{
    static constexpr char kName[] = "visualbert-studio";
    // The rules: a path that is not absolute is to be ignored.
    if (const char* value = std::getenv(variable); value != nullptr && value[0] == '/')
        return std::filesystem::path(value) / kName;
    const std::filesystem::path home = homeFolder();
    return home.empty() ? home : home / belowHome / kName;
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
