#pragma once

#include "core/hub/catalog.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace vbs {

/// What pull() made of a folder: a file of its own in it says so.
struct PulledFolder {
    std::string entry;
    struct File {
        std::string sha256;
        std::uintmax_t bytes = 0;
        std::filesystem::path target; ///< where the content lies; empty: in the folder itself
    };
    std::map<std::string, File> files; ///< by path in the folder
};

/// nullopt for a folder that pull() did not make.
std::optional<PulledFolder> readPulledFolder(const std::filesystem::path& folder);

/// Makes or completes an entry's folder: links to the files (copies where links do not work), and for a pack its
/// pack.json. What else lies there stays.
/// @throws Error (FileUnwritable); (InvalidArgument) when the folder is somebody's own.
void writePulledFolder(const std::filesystem::path& folder, const CatalogEntry& entry, const PulledFolder& content);

/// Removes what writePulledFolder() made, and the folder when nothing else is in it. @returns what stays of it.
std::vector<std::filesystem::path> removePulledFolder(const std::filesystem::path& folder);

} // namespace vbs
