#pragma once

#include "core/base/progress.h"
#include "core/datasets/detection_metrics.h"
#include "core/detector/torchvision/detector_config.h"
#include "core/picture_book/training/picture_book_detector.h"
#include "core/regions/box_geometry.h"
#include "core/tuning/run_log.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace vbs {

class FasterRcnn;

struct DetectorTrainingOptions {
    std::filesystem::path output;
    int steps = 1500;
    int batch = 8;
    std::uint64_t seed = 1;
    int scenes = 7000; ///< different scenes to draw batches from
    int evaluateEvery = 250;
    int evaluationScenes = 200; ///< in passing; the last evaluation takes twice as many
    int logEvery = 25;
    double learningRate = 1e-3;
    bool resume = false;        ///< go on from output/checkpoint where there is one
    LineSink lines;             ///< gets the run's log
    std::string device = "cpu"; ///< as chooseDevice names it
    std::string commandLine;    ///< written to training.json
    DetectorConfig config = pictureBookDetectorConfig();
    BoxGeometryConfig geometry{BoxGeometryConfig::Kind::Fourier, 4}; ///< written to config.json
};

/// Trains a detector on scenes from random starting values. Writes to output: config.json and model.safetensors
/// (half precision; a region extractor's folder), training.json (what was run, time, accuracy), log.jsonl and
/// checkpoint/ (everything to go on exactly; see TrainingRun).
/// @return the accuracy on scenes that no training seed's series shares.
/// @throws Error.
DetectionReport trainDetector(const DetectorTrainingOptions& options, const JobControl& control);

/// Accuracy on held-out scenes first … first + count - 1.
DetectionReport evaluateDetector(FasterRcnn& detector, int first, int count, const JobControl& control);

/// The seed of the series of scenes that only evaluations use.
inline constexpr std::uint64_t kHeldOutSceneSeed = 0x48454C444F5554; // "HELDOUT"

} // namespace vbs
