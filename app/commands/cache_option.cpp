#include "app/commands/cache_option.h"

#include "core/base/user_folders.h"

namespace vbs {

void CacheOption::declare(CLI::App& app)
{
    app.add_option("--cache", place,
                   "folder for region features, which several machines may share, or none; default: the user's own");
    app.add_option("--cache-size", megabytes, "megabytes of region features kept on disk; 0: none")
        ->capture_default_str()
        ->check(CLI::Range(std::uint64_t(0), std::uint64_t(1) << 30));
}

std::filesystem::path CacheOption::folder() const
{
    if (megabytes == 0 || place == "none")
        return {};
    return place.empty() ? userCacheFolder() : std::filesystem::path(place);
}

} // namespace vbs
