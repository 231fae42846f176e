#pragma once

#include "core/hub/catalog.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// What the hub said of a file whose hash the catalogue does not know, kept from the first download on.
struct FilePin {
    std::string sha256, gitSha1;
    std::uintmax_t bytes = 0;
};

/// Fills what is unknown of a file from an earlier pin. @param data the program's data folder.
void applyPin(const std::filesystem::path& data, CatalogFile& file);
/// @throws Error (FileUnwritable).
void keepPin(const std::filesystem::path& data, const CatalogFile& file);

/// A note that this program wrote a file into a cache that others use, too: what may be removed again.
struct WrittenFile {
    std::filesystem::path path; ///< the content
    std::uintmax_t bytes = 0;
    std::vector<std::filesystem::path> beside; ///< links to it and the like, made along with it
};

std::optional<WrittenFile> writtenFile(const std::filesystem::path& data, const std::filesystem::path& path);
/// @throws Error (FileUnwritable).
void noteWritten(const std::filesystem::path& data, const WrittenFile& file);
void forgetWritten(const std::filesystem::path& data, const std::filesystem::path& path);

} // namespace vbs
