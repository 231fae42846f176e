#pragma once

#include "core/base/progress.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace vbs {

/// With fewer, the threshold would rest on a hundred pictures or less.
inline constexpr int kFewestCalibrationScenes = 500;

/// What a pack that was taught picture-book scenes learns them from once more, to know what is none.
struct SceneCalibration {
    std::filesystem::path pack; ///< its folder
    int scenes = 8000;
    int textsOfScene = 24; ///< of each task
    std::uint64_t seed = 20261127;
    std::string device = "auto";
};

/// Writes what is known of strange pictures and texts (core/regions/picture_strangeness, core/runtime/text_strangeness)
/// into the pack and its pack.json. Of scenes and texts, every fourth finds the thresholds.
/// @throws Error as LoadedPack and amendPack; Cancelled, which leaves the pack as it was.
void calibrateOnScenes(const SceneCalibration& options, const JobControl& control);

} // namespace vbs
