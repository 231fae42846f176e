#pragma once

#include "core/base/progress.h"
#include "core/bench/machine_limits.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

struct ForwardBenchOptions {
    std::vector<std::int64_t> batches{1, 8, 32}, regions{36, 100}; ///< every batch size with every number of regions
    double seconds = 2;                                            ///< for each row, at least three runs
    JobControl control{};                                          ///< asked before each row whether to go on
};

/// How VisualBERT's full-size network comes to what the machine can do.
struct ForwardBenchReport {
    struct Loading {
        double milliseconds = 0, megabytes = 0;
        double peak = 0;      ///< mebibytes resident at most, mapped pages of the file included
        double anonymous = 0; ///< mebibytes at the end that are no file's pages
    };

    /// What laying the weights out for the matrix kernels costs, once.
    struct Packing {
        std::string precision;
        double milliseconds = 0;
        double anonymous = 0; ///< mebibytes that it keeps
    };

    struct Row {
        std::string precision;
        std::int64_t batch = 0, regions = 0;
        double milliseconds = 0, perSecond = 0, flopsPerSecond = 0; ///< the median; pictures
        double bound = 0;                                           ///< the least milliseconds possible
        double plain = 0; ///< milliseconds of LibTorch's own layers in float32, the same weights and inputs

        double share() const { return bound / milliseconds; }
    };

    std::int64_t tokens = 0; ///< of each text
    Loading loading;
    MachineLimits limits;
    std::vector<Packing> packing;
    std::vector<Row> rows;
};

/// Loads the published VQA network in full size, filled by rule, and times it on as many threads as LibTorch is set to.
/// @throws Error (FileUnwritable) where there is no place for its weights.
ForwardBenchReport benchForward(const ForwardBenchOptions& options);

} // namespace vbs
