#include "app/commands/cache_option.h"

#include "core/base/user_folders.h"

namespace vbs {

void CacheOption::declare(CLI::App& app)
{
    app.add_option("--cache-size", megabytes, "megabytes of region features kept on disk; 0: none")
        ->capture_default_str()
        ->check(CLI::Range(std::uint64_t(0), std::uint64_t(1) << 30));
}

std::filesystem::path CacheOption::folder() const
{
    return megabytes > 0 ? userCacheFolder() : std::filesystem::path();
}

} // namespace vbs
