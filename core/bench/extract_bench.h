#pragma once

#include "core/base/progress.h"
#include "core/bench/convolution_meter.h"
#include "core/image/rgb_image.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

struct ExtractBenchOptions {
    std::vector<std::string> extractors; ///< published ones
    std::filesystem::path weights;       ///< of the only extractor; empty: filled by rule
    std::string precision = "float32";   ///< or bfloat16, also where it is slower
    int repeat = 3;                      ///< runs after the first
    JobControl control{};                ///< asked whether to go on
};

/// What one picture costs an extractor.
struct ExtractorCost {
    std::string extractor;
    double loadSeconds = 0, seconds = 0; ///< one picture: the median
    std::vector<StageCost> stages;       ///< of the picture with the median
    double peak = 0;                     ///< bytes resident at most, from loading on
    std::int64_t regions = 0;

    double convolutionFlops() const;
    double convolutionSeconds() const;
};

struct ExtractBenchReport {
    double rate = 0; ///< the machine's convolutions, floating-point operations a second
    std::vector<ExtractorCost> extractors;
};

/// Where published extractors spend their time on a picture, and how near their convolutions come to the machine's own
/// rate, on as many threads as LibTorch is set to. @throws Error (Cancelled).
ExtractBenchReport benchExtract(const ExtractBenchOptions& options, const RgbImage& picture);

/// Coarse blots with fine noise on them, 1333 x 800: a picture that gives a detector something to do.
RgbImage madeUpPicture();

} // namespace vbs
