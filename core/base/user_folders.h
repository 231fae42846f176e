#pragma once

#include <filesystem>

namespace vbs {

/// Folders of this program after the XDG base directory rules. They need not exist yet. Without a home folder
/// they lie in the system's temporary one.

/// $XDG_CACHE_HOME/visualbert-studio or ~/.cache/visualbert-studio.
std::filesystem::path userCacheFolder();

/// $XDG_DATA_HOME/visualbert-studio or ~/.local/share/visualbert-studio.
std::filesystem::path userDataFolder();

} // namespace vbs
