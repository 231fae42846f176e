#pragma once

#include <filesystem>

namespace vbs {

/// Folders of this program after the XDG base directory rules. They need not exist yet. Empty for a user without a
/// home folder: nothing is kept then, since in a folder that is everybody's another user could plant what is read.

/// $XDG_CACHE_HOME/visualbert-studio or ~/.cache/visualbert-studio.
std::filesystem::path userCacheFolder();

/// $XDG_DATA_HOME/visualbert-studio or ~/.local/share/visualbert-studio.
std::filesystem::path userDataFolder();

} // namespace vbs
