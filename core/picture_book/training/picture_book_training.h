#pragma once

#include "core/base/progress.h"
#include "core/tuning/run_log.h"

#include <cstdint>
#include <filesystem>

namespace vbs {

/// Trains the shipped pack: a region detector, then one VisualBERT trunk with the heads of all five tasks on the
/// regions that it finds in picture-book scenes.
struct PictureBookOptions {
    std::filesystem::path folder;          ///< the run: detector/, log, checkpoint, regions, and the finished pack/
    std::filesystem::path extractorFolder; ///< a trained detector (config.json, model.safetensors); empty: train one
    std::filesystem::path startPack; ///< its picture-book weights are where VisualBERT starts; empty: from nothing
    int detectorSteps = 1500;
    int steps = 4400;
    int simpleNameSteps = 300; ///< first steps, in which things are named by category alone; 0 with startPack
    int groundingSteps = 1800; ///< steps before choices and many statements about pairs join in; 0 with startPack
    int trainingScenes = 6000;
    int heldOutScenes = 300;
    std::uint64_t seed = 5;       ///< weights and examples
    std::uint64_t sceneSeed = 11; ///< training scenes are this series (not the detector's own); held-out ones the next
    double learningRate = 6e-4;
    int evaluateEvery = 300;
    bool resume = false; ///< go on where the run was stopped, in whichever part
    LineSink lines;      ///< gets the run's log
    std::string device = "auto";
};

/// Runs (or goes on with) the training and writes the pack. The recipe is in CONTRIBUTING.md.
/// @return the last evaluation: shares of right answers by task, and by question type for VQA, on held-out scenes.
/// @throws Error.
Measures trainPictureBook(const PictureBookOptions& options, const JobControl& control);

} // namespace vbs
