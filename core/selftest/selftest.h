#pragma once

#include "core/base/progress.h"
#include "core/engine/inference_backend.h"
#include "core/selftest/selftest_report.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// How a pack did on scenes whose answers are known.
struct SceneMarks {
    int asked = 0, right = 0;
    double ap50 = 0; ///< the detector's mean average precision at IoU 0.5, 0..1
};

/// Asks an engine about so many unseen picture-book scenes. It comes from outside, since nothing of the program but
/// its ends knows the picture book. @throws Error as the engine; Cancelled.
using SceneExam = std::function<SceneMarks(InferenceBackend& engine, const std::vector<Task>& tasks, int scenes,
                                           const JobControl& control)>;

struct SelftestOptions {
    std::vector<std::string> devices{};    ///< as chooseDevice's; empty: the processor and every GPU
    std::vector<std::string> precisions{}; ///< empty: float32, and bfloat16
    std::filesystem::path pack{};          ///< folder
    std::filesystem::path references = shippedReferenceCases();
    bool quick = false; ///< the first reference case, few scenes, no speed
    SceneExam scenes{}; ///< empty: no scenes are asked
    JobControl control{};
    std::function<void(const SelftestLine&)> onLine{}; ///< each line as soon as it is known
    /// An engine without a pack; for tests. Empty: createBackend's, without a cache on disk.
    std::function<std::unique_ptr<InferenceBackend>(const std::string& device, const std::string& precision)> engine{};

    /// What comes with the program; see readReferenceCases.
    static std::filesystem::path shippedReferenceCases();
};

/// A row of the table of checks.
struct SelftestCheckInfo {
    std::string_view name;
    std::string_view about; ///< one line for people
};
std::vector<SelftestCheckInfo> selftestChecks();

/// Runs every check on every device in every precision, in the order of the table. What fails is a line of the report,
/// errors of LibTorch and of the pack on one device included.
/// @throws Error for options that make no sense, reference cases or a pack that cannot be read; Cancelled.
SelftestReport runSelftest(const SelftestOptions& options);

} // namespace vbs
