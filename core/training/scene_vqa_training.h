#pragma once

#include "core/base/progress.h"
#include "core/detector/region_extractor.h"
#include "core/training/run_log.h"

#include <cstdint>
#include <filesystem>

namespace vbs {

/// Trains VisualBERT for questions about picture-book scenes on the regions of a trained detector.
struct SceneVqaOptions {
    std::filesystem::path extractorFolder; ///< config.json and model.safetensors of the detector
    std::filesystem::path folder;          ///< the run: log, checkpoint, regions, and the finished pack/
    int steps = 4000;
    int trainingScenes = 9000;
    int heldOutScenes = 400;
    std::uint64_t seed = 5;      ///< weights and examples
    std::uint64_t sceneSeed = 11; ///< training scenes are this series (not the detector's own); held-out ones the next
    double learningRate = 6e-4;
    int simpleNameSteps = 300;   ///< first steps, in which things are named by category alone
    int evaluateEvery = 300;
    bool resume = false;
    bool quiet = false;
    std::string device = "auto";
    int threads = 0;
};

/// Runs (or goes on with) the training and writes the pack. The recipe is in CONTRIBUTING.md.
/// @return the last evaluation: accuracy overall and by question type on held-out scenes.
/// @throws Error.
Measures trainSceneVqa(const SceneVqaOptions& options, const TaskControl& control);

} // namespace vbs
