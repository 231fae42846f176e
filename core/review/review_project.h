#pragma once

#include "core/datasets/dataset.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// A file that a project was made from. Projects never write to it.
struct SourceFile {
    std::string role; ///< "dataset" or "annotations"
    std::filesystem::path path;
    std::uintmax_t bytes = 0;
    std::int64_t changed = 0; ///< last write, nanoseconds of the file system's clock: equal ones need no look inside
    std::string sha256;       ///< of a folder: of its files' names and hashes

    friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

/// What a project knows of itself.
struct ReviewProject {
    std::string name;
    std::string format; ///< DatasetFormat::name
    DatasetFiles files;
    std::vector<SourceFile> sources;
    int reviewersWanted = 1; ///< for each item, 1 … kMostReviewersWanted
    std::string model;       ///< whose predictions count: the pack's name, '@' and the first digits of its hash; or ""

    friend bool operator==(const ReviewProject&, const ReviewProject&) = default;
};

inline constexpr int kMostReviewersWanted = 3;

} // namespace vbs
